"""Sheets that left the warehouse as a workspace's ledger tells them: entries -> movements -> what holds."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from logistik.core.movements import Move, Moved, Movement, Origin, TakenBack, Way, holding, moves
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger
from logistik.services.payloads import one_kept, read_day, read_entry, refuse_dangling

MOVE, UNMOVE = KINDS = ("move", "unmove")
"""The kinds of entries that tell of sheets that left."""


def moves_of(root: Path) -> tuple[Move, ...]:
    """Every move of a workspace in the order of the entries, those taken back too; none where there is no ledger.

    Raises:
        LogistikError: the ledger cannot be used, an entry cannot be read, or it takes back what did not leave.
    """
    return moves_from(Ledger(root).entries(KINDS))


def moves_from(entries: Sequence[Entry]) -> tuple[Move, ...]:
    """What entries of `KINDS` tell, in their order; LogistikError as for `moves_of`."""
    told = [movement_of(entry) for entry in entries]
    refuse_dangling(entries, told, Moved, "pengeluaran")
    return tuple(moves(told).values())


def movement_of(entry: Entry) -> Movement:
    """What an entry of one of `KINDS` tells; LogistikError for one that this version cannot read."""
    return read_entry(entry, _movement)


def _movement(entry: Entry, said: dict[str, Any]) -> Movement:
    if entry.kind == UNMOVE:
        return TakenBack(said["move"], said["reason"])
    day = read_day(said["date"])
    if day is None or type(said["sheets"]) is not int or said["sheets"] < 1:
        raise ValueError(entry.number)
    return Moved(
        entry=entry.number,
        audit=said["audit"],
        ruleset=said["ruleset"],
        way=Way(said["how"]),
        election=said["election"],
        origin=Origin(said["from"]),
        sheets=said["sheets"],
        number=said["number"],
        day=day,
        recipient=said["to"],
        file=one_kept(said["file"]),
    )


def moved_under(standing: Iterable[Move], ruleset: str) -> tuple[Moved, ...]:
    """What left under a rule set and was not taken back."""
    return tuple(each for each in holding(standing) if each.ruleset == ruleset)


def files_of(standing: Iterable[Move]) -> tuple[str, ...]:
    """The minutes of what left, from the workspace, also of what was taken back: nothing may overwrite them."""
    return tuple(each.moved.file.path for each in standing if each.moved.file is not None)
