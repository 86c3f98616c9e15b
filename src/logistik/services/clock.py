"""The computer's clock as the record shows it: an entry that seems older than the one before it."""

from datetime import datetime
from pathlib import Path

from logistik.core.history import Record
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger


def clock_went_back(root: Path, entry: Entry) -> str:
    """What to tell the user who has just recorded `entry`, if the entry before it is later; empty if all is well.

    Raises:
        LogistikError: the ledger cannot be used.
    """
    before = Ledger(root).entry(entry.number - 1)
    if before is None or not is_earlier(entry, before):
        return ""
    return f"Jam komputer mundur: {said_backwards(entry, before)}. Tercatat juga; periksa tanggal dan jam komputer ini."


def is_earlier(entry: Entry | Record, before: Entry | Record) -> bool:
    """Whether an entry claims a moment before that of the one it follows; unreadable moments claim nothing."""
    now, then = _moment(entry.recorded_at), _moment(before.recorded_at)
    return now is not None and then is not None and now < then


def said_backwards(entry: Entry | Record, before: Entry | Record) -> str:
    """The two moments in words."""
    return (
        f"catatan nomor {entry.number} ({entry.recorded_at}) lebih awal daripada catatan nomor {before.number} "
        f"({before.recorded_at})"
    )


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
