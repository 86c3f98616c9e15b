"""Letters that left the office, and what came of them: asked, received, cancelled. Sheets, integers only."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from logistik.core.regions import Region
from logistik.core.vocabulary import Stock


class Kept(NamedTuple):
    """A file as it was recorded: its path from the workspace, its SHA-256 and its size in bytes."""

    path: str
    sha256: str
    bytes: int


class Issued(NamedTuple):
    """A letter recorded as issued: `entry` is its number in the ledger, `asked` sheets."""

    entry: int
    code: str
    content: str
    audit: str
    number: str
    day: date | None
    ruleset: str
    election: str
    stock: Stock
    region: Region
    recipient: str
    asked: int
    files: tuple[Kept, ...] = ()
    inputs: tuple[Kept, ...] = ()


class Signed(NamedTuple):
    """The registry's number and the signed scan of an issued letter, where they came afterwards."""

    letter: int
    number: str
    day: date | None
    file: Kept | None


class Received(NamedTuple):
    """Sheets that answered a letter: good ones and damaged ones, with the minutes of their handover."""

    letter: int
    good: int
    damaged: int
    bast: str
    day: date | None


class Cancelled(NamedTuple):
    """A letter that holds no longer, and why."""

    letter: int
    reason: str


Event = Issued | Signed | Received | Cancelled


class Status(StrEnum):
    """Where an issued letter stands."""

    OPEN = "open"
    PARTLY_MET = "partly-met"
    MET = "met"
    CANCELLED = "cancelled"


class Standing(NamedTuple):
    """An issued letter with everything that was recorded of it. Sheets."""

    issued: Issued
    number: str
    day: date | None
    good: int = 0
    damaged: int = 0
    basts: tuple[str, ...] = ()
    scans: tuple[Kept, ...] = ()
    reason: str = ""

    @property
    def outstanding(self) -> int:
        """Asked for and not yet answered: `asked - good - damaged`, not below 0; nothing once cancelled."""
        answered = self.good + self.damaged
        return 0 if self.reason else max(0, self.issued.asked - answered)

    @property
    def beyond(self) -> int:
        """Sheets that came beyond what was asked."""
        return max(0, self.good + self.damaged - self.issued.asked)

    @property
    def status(self) -> Status:
        """Open, partly met, met or cancelled. Damaged sheets answer a letter; a new one asks for them again."""
        if self.reason:
            return Status.CANCELLED
        if not self.outstanding:
            return Status.MET
        return Status.PARTLY_MET if self.good or self.damaged else Status.OPEN


def standings(events: Iterable[Event]) -> dict[int, Standing]:
    """Every issued letter by the number of its entry, as the events leave it, in their order.

    An event of a letter that was not issued before it is passed over; the check of the record names it.
    """
    found: dict[int, Standing] = {}
    for event in events:
        if isinstance(event, Issued):
            found[event.entry] = Standing(event, event.number, event.day)
            continue
        before = found.get(event.letter)
        if before is None:
            continue
        match event:
            case Signed(letter, number, day, file):
                scans = (*before.scans, file) if file else before.scans
                found[letter] = before._replace(number=number or before.number, day=day or before.day, scans=scans)
            case Received(letter, good, damaged, bast):
                found[letter] = before._replace(
                    good=before.good + good,
                    damaged=before.damaged + damaged,
                    basts=(*before.basts, bast),
                )
            case Cancelled(letter, reason):
                found[letter] = before._replace(reason=reason)
    return found


def is_same_number(one: str, other: str) -> bool:
    """Whether two numbers of the registry are one: capitals and blanks do not tell letters apart."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


class Answered(NamedTuple):
    """What the letters of one region, election and stock stand at: still to come, and received good. Sheets."""

    outstanding: int = 0
    good: int = 0

    def with_letter(self, standing: Standing) -> "Answered":
        """The same with one more letter; a cancelled one still counts what it brought."""
        return Answered(self.outstanding + standing.outstanding, self.good + standing.good)
