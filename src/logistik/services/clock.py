"""The computer's clock as the record shows it: an entry that seems older than the one before it."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger


class Dated(Protocol):
    """An entry, as it stands in the file or as it was read: what the clock needs of it."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def recorded_at(self) -> str:
        """When it was made, as it says."""


def clock_went_back(root: Path, entry: Entry) -> str:
    """What to tell the user who has just recorded `entry`, if the entry before it is later; empty if all is well.

    Raises:
        LogistikError: the ledger cannot be used.
    """
    before = Ledger(root).entry(entry.number - 1)
    if before is None or not is_earlier(entry, before):
        return ""
    return f"Jam komputer mundur: {said_backwards(entry, before)}. Tercatat juga; periksa tanggal dan jam komputer ini."


def is_earlier(entry: Dated, before: Dated) -> bool:
    """Whether an entry claims a moment before that of the one it follows; unreadable moments claim nothing."""
    now, then = _moment(entry.recorded_at), _moment(before.recorded_at)
    return now is not None and then is not None and now < then


def said_backwards(entry: Dated, before: Dated) -> str:
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
