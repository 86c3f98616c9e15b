"""Closing the balance: all that came in against all that is packed, left, or still there. Sheets, integers only."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.counts import add
from logistik.core.findings import Finding
from logistik.core.movements import Moved, Origin, Way, out_of, remaining, taken
from logistik.core.regions import Region
from logistik.core.vocabulary import Stock


class Name(StrEnum):
    """What a line of the balance sheet counts."""

    RECEIVED = "received"
    LATER = "later"
    PACKED = "packed"
    KEPT = "kept"
    SURPLUS = "surplus"
    DAMAGED = "damaged"
    SWAPPED = "swapped"
    RETURNED = "returned"
    HANDED_OVER = "handed_over"
    DESTROYED = "destroyed"
    UNSORTED = "unsorted"


TITLES = {
    Name.RECEIVED: "Diterima",
    Name.LATER: "Susulan",
    Name.PACKED: "Dikemas per TPS",
    Name.KEPT: "Disimpan (PSU)",
    Name.SURPLUS: "Kelebihan",
    Name.DAMAGED: "Rusak",
    Name.SWAPPED: "Salah daerah",
    Name.RETURNED: "Dikembalikan ke percetakan",
    Name.HANDED_OVER: "Diserahkan ke KPU lain",
    Name.DESTROYED: "Dimusnahkan",
    Name.UNSORTED: "Belum disortir",
}
"""What people call the lines."""
IN_THE_WAREHOUSE = (Name.SURPLUS, Name.DAMAGED, Name.SWAPPED, Name.UNSORTED)
"""What has to be gone on the day before voting; the stock for a revote stays."""
WAYS = {Name.RETURNED: Way.RETURNED, Name.HANDED_OVER: Way.HANDED_OVER, Name.DESTROYED: Way.DESTROYED}
"""The lines of what left, and how it left."""
ORIGINS = {
    Name.SURPLUS: Origin.SURPLUS,
    Name.DAMAGED: Origin.DAMAGED,
    Name.SWAPPED: Origin.SWAPPED,
    Name.KEPT: Origin.PSU,
}
"""The lines that sheets can leave, and what a move calls them."""


class Line(NamedTuple):
    """One line of a side: sheets, None where they are not known, and where people find the figure."""

    name: Name
    sheets: int | None
    source: str = ""


class Closed(NamedTuple):
    """The balance sheet of one election and stock of the whole kabupaten/kota."""

    election: str
    stock: Stock
    incoming: tuple[Line, ...]
    outgoing: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Both sides, what came in first."""
        return (*self.incoming, *self.outgoing)

    @property
    def rows(self) -> tuple[tuple[Line | None, Line], ...]:
        """Both sides next to each other; less comes in than there are ways to be accounted for."""
        blank = (None,) * (len(self.outgoing) - len(self.incoming))
        return tuple(zip((*self.incoming, *blank), self.outgoing, strict=True))

    @property
    def came(self) -> int | None:
        """All that came in; None if a part of it is not known."""
        return add(*(line.sheets for line in self.incoming))

    @property
    def told(self) -> int | None:
        """All that is accounted for; None if a part of it is not known."""
        return add(*(line.sheets for line in self.outgoing))

    @property
    def difference(self) -> int | None:
        """What came in less what is accounted for: above 0 sheets are missing, below 0 there are too many."""
        return None if self.came is None or self.told is None else self.came - self.told

    @property
    def unknown(self) -> tuple[Name, ...]:
        """The lines without a figure."""
        return tuple(line.name for line in self.lines if line.sheets is None)

    @property
    def still_there(self) -> tuple[Line, ...]:
        """What has to be gone on the day before voting and is not; of the stock for a revote nothing has to."""
        if self.stock is Stock.REVOTE:
            return ()
        return tuple(line for line in self.outgoing if line.name in IN_THE_WAREHOUSE and line.sheets)


class Closing(NamedTuple):
    """The balance sheets of a kabupaten/kota on a day, and what is wrong with them.

    `audit` is the hash of the audit that they rest on, `entry` its number in the ledger; `uncounted` names stocks for a
    revote that nobody counted, which are no part of this; `last_day` is the day before voting, from which on the
    warehouse has to be empty.
    """

    region: Region
    day: date
    last_day: date
    entry: int
    audit: str
    balances: tuple[Closed, ...]
    uncounted: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def is_closed(self) -> bool:
        """Whether it may be signed: both sides of every sheet are equal, whatever the office passes over."""
        return not self.findings and not any(closed.difference != 0 for closed in self.balances)


def counted(balance: Balance, origin: Origin, came_damaged: int) -> int | None:
    """The sheets of an origin as counted, whether they left since or not; None where they were not.

    Args:
        balance: that of the kabupaten/kota, of the stock of the origin.
        origin: what is asked for.
        came_damaged: damaged sheets among what came in answer to letters; the stock sheet does not have them.
    """
    match origin:
        case Origin.DAMAGED:
            return add(balance.damaged, came_damaged)
        case Origin.SWAPPED:
            return balance.swapped
        case Origin.SURPLUS:
            return balance.surplus
    return _kept(balance)


def closed(balance: Balance, came_damaged: int, moved: Sequence[Moved]) -> Closed:
    """The balance sheet of a stock.

    Sheets that left stand in the line of how they left and no longer in that of what they were, so that nothing is
    counted twice.

    Args:
        balance: that of the kabupaten/kota.
        came_damaged: damaged sheets among what came in answer to letters.
        moved: what left, of all elections.
    """
    own = out_of(moved, balance.election, balance.stock)
    ways = tuple(Line(name, taken(own, way=way)) for name, way in WAYS.items())
    incoming = (Line(Name.RECEIVED, balance.received), Line(Name.LATER, add(balance.later, came_damaged)))

    def left(name: Name) -> Line:
        origin = ORIGINS[name]
        return Line(name, remaining(counted(balance, origin, came_damaged), taken(own, origin=origin)))

    if balance.stock is Stock.REVOTE:
        damaged = Line(Name.DAMAGED, (balance.damaged or 0) + came_damaged)
        outgoing = (left(Name.KEPT), damaged, Line(Name.SWAPPED, balance.swapped or 0), *ways)
        return Closed(balance.election, balance.stock, incoming, outgoing)
    outgoing = (
        Line(Name.PACKED, balance.packed),
        left(Name.SURPLUS),
        left(Name.DAMAGED),
        left(Name.SWAPPED),
        *ways,
        Line(Name.UNSORTED, balance.unsorted),
    )
    return Closed(balance.election, balance.stock, incoming, outgoing)


def _kept(balance: Balance) -> int | None:
    """The stock for a revote that can be used: as labelled where it is sealed, and what came later."""
    if balance.good is not None:
        return add(balance.good, balance.unsorted or 0, balance.later)
    if balance.received is None or balance.later is None:
        return None
    return balance.received + balance.later - (balance.damaged or 0) - (balance.swapped or 0)
