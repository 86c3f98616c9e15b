"""Sheets that left the warehouse by minutes of their own, and what of it was taken back. Sheets, integers only."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from logistik.core.correspondence import Kept
from logistik.core.vocabulary import Stock


class Way(StrEnum):
    """How sheets leave for good: back to the printer, to the KPU that they belong to, or destroyed."""

    RETURNED = "returned"
    HANDED_OVER = "handed-over"
    DESTROYED = "destroyed"


class Origin(StrEnum):
    """What they were taken from. The stock for a revote is one whole, kept apart."""

    DAMAGED = "damaged"
    SWAPPED = "swapped"
    SURPLUS = "surplus"
    PSU = "psu"

    @property
    def stock(self) -> Stock:
        """The stock that they were part of."""
        return Stock.REVOTE if self is Origin.PSU else Stock.VOTING


WAY_TITLES = {Way.RETURNED: "dikembalikan", Way.HANDED_OVER: "diserahkan", Way.DESTROYED: "dimusnahkan"}
ORIGIN_TITLES = {
    Origin.DAMAGED: "rusak",
    Origin.SWAPPED: "salah daerah",
    Origin.SURPLUS: "kelebihan",
    Origin.PSU: "PSU",
}
"""How people say it."""


class Moved(NamedTuple):
    """Sheets that left: `entry` is the number in the ledger, `number` and `day` are those of the minutes.

    `audit` is the hash of the audit that was held against it; `file` the signed minutes, if they were kept.
    """

    entry: int
    audit: str
    ruleset: str
    way: Way
    election: str
    origin: Origin
    sheets: int
    number: str
    day: date
    recipient: str
    file: Kept | None = None


class TakenBack(NamedTuple):
    """An entry of sheets that left which does not hold, and why."""

    move: int
    reason: str


Movement = Moved | TakenBack


class Move(NamedTuple):
    """Sheets that left, as everything recorded of them leaves it; with a reason it was taken back."""

    moved: Moved
    reason: str = ""


def moves(movements: Iterable[Movement]) -> dict[int, Move]:
    """Every move by the number of its entry; taking back what did not leave is passed over."""
    found: dict[int, Move] = {}
    for each in movements:
        if isinstance(each, Moved):
            found[each.entry] = Move(each)
        elif each.move in found:
            found[each.move] = found[each.move]._replace(reason=each.reason)
    return found


def holding(standing: Iterable[Move]) -> tuple[Moved, ...]:
    """What left and was not taken back."""
    return tuple(each.moved for each in standing if not each.reason)


def out_of(moved: Iterable[Moved], election: str, stock: Stock) -> list[Moved]:
    """What left of one election and stock."""
    return [each for each in moved if (each.election, each.origin.stock) == (election, stock)]


def taken(moved: Sequence[Moved], *, origin: Origin | None = None, way: Way | None = None) -> int:
    """The sheets that left from one origin, in one way, or both."""
    return sum(each.sheets for each in moved if origin in (None, each.origin) and way in (None, each.way))


def remaining(counted: int | None, gone: int) -> int | None:
    """What is still there of so many counted sheets, not below 0; None where they were not counted."""
    return None if counted is None else max(0, counted - gone)
