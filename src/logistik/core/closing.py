"""Closing the balance: all that came in against all that is packed, left, or still there. Sheets, integers only."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.counts import add
from logistik.core.findings import Finding
from logistik.core.movements import Moved, Origin, Way, remaining, taken
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
    own = [each for each in moved if (each.election, each.origin.stock) == (balance.election, balance.stock)]
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


class Why(StrEnum):
    """What may be behind a difference."""

    ROW = "row"
    RECOUNTED = "recounted"
    MOVED_BEYOND = "moved-beyond"
    NOT_PACKED = "not-packed"
    PACKED_LESS = "packed-less"
    PACKED_MORE = "packed-more"
    PACKED_NET = "packed-net"
    ABOVE_NEED = "above-need"
    BELOW_NEED = "below-need"
    OUTSTANDING = "outstanding"
    CARTON_OFF = "carton-off"
    CARTON = "carton"
    DAMAGED = "damaged"
    SWAPPED = "swapped"
    UNSORTED = "unsorted"
    LATER = "later"
    REVOTE = "revote"
    MOVE = "move"
    BUNDLE = "bundle"
    BEYOND_GOOD = "beyond-good"


_EITHER_WAY = {
    Why.CARTON_OFF, Why.CARTON, Why.DAMAGED, Why.SWAPPED, Why.UNSORTED, Why.LATER, Why.REVOTE, Why.MOVE,
}  # fmt: skip
"""What explains a difference of that size, whether too little or too much is accounted for."""
_WEAK = {Why.BUNDLE, Why.BEYOND_GOOD}
"""What is only said where nothing more definite fits."""
_PARTS = {
    Why.ROW, Why.MOVED_BEYOND, Why.NOT_PACKED, Why.PACKED_LESS, Why.PACKED_MORE, Why.ABOVE_NEED, Why.BELOW_NEED,
    Why.OUTSTANDING, Why.CARTON_OFF, Why.BEYOND_GOOD,
}  # fmt: skip
"""What may be part of a difference that nothing explains by itself."""
MOST = 3
"""So many causes are named."""


class Clue(NamedTuple):
    """A figure that may be behind a difference: with the sign that the difference would have, in sheets.

    `many` says of how many it is (TPS, bundles, cartons alike), `name` of which.
    """

    why: Why
    sheets: int
    many: int = 0
    name: str = ""

    def explains(self, difference: int) -> bool:
        """Whether the difference is just this."""
        same = self.sheets == difference or (self.why in _EITHER_WAY and self.sheets == -difference)
        return bool(self.sheets) and same


class Cause(NamedTuple):
    """What is most likely behind a difference; not exact where each can only be a part of it."""

    clues: tuple[Clue, ...]
    is_exact: bool


def cause_of(difference: int, clues: Sequence[Clue], bundle: int) -> Cause:
    """The most likely cause of a difference that is not 0: what it equals, else the largest of what it may hold.

    Args:
        difference: in sheets, with its sign.
        clues: the figures that may be behind it, the more telling ones first.
        bundle: the sheets of one bundle.
    """
    found = [clue for clue in clues if clue.explains(difference)]
    if bundle > 1 and difference % bundle == 0:
        found.append(Clue(Why.BUNDLE, difference, abs(difference) // bundle))
    strong = [clue for clue in found if clue.why not in _WEAK]
    if strong or found:
        return Cause(tuple((strong or found)[:MOST]), is_exact=True)
    parts = [clue for clue in clues if clue.why in _PARTS and clue.sheets]
    return Cause(tuple(sorted(parts, key=lambda clue: -abs(clue.sheets))[:MOST]), is_exact=False)


def clues_of(balance: Balance, came_damaged: int, moved: Sequence[Moved], revote: int | None) -> list[Clue]:
    """What the figures of a balance alone may say of its difference.

    Args:
        balance: that of the kabupaten/kota.
        came_damaged: damaged sheets among what came in answer to letters.
        moved: what left, of all elections.
        revote: the sheets of the revote stock of the same election; None if unknown.
    """
    own = [each for each in moved if (each.election, each.origin.stock) == (balance.election, balance.stock)]
    beyond = 0
    for origin in Origin:
        there = counted(balance, origin, came_damaged) if origin.stock is balance.stock else None
        beyond += max(0, taken(own, origin=origin) - there) if there is not None else 0
    parts = add(balance.good, balance.damaged, balance.swapped, balance.unsorted)
    row = 0 if parts is None or balance.received is None else balance.received - parts
    found = [Clue(Why.ROW, row), Clue(Why.MOVED_BEYOND, -beyond)]
    if balance.stock is Stock.REVOTE:
        return found
    base, required, usable = balance.base or 0, balance.required or 0, add(balance.good, balance.later) or 0
    return [
        *found,
        Clue(Why.ABOVE_NEED if base > required else Why.BELOW_NEED, base - required),
        Clue(Why.OUTSTANDING, -(balance.outstanding or 0)),
        Clue(Why.DAMAGED, (balance.damaged or 0) + came_damaged),
        Clue(Why.SWAPPED, balance.swapped or 0),
        Clue(Why.UNSORTED, balance.unsorted or 0),
        Clue(Why.LATER, balance.later or 0),
        Clue(Why.REVOTE, revote or 0),
        *(Clue(Why.MOVE, each.sheets, name=str(each.entry)) for each in own),
        Clue(Why.BEYOND_GOOD, -max(0, (balance.packed or 0) - usable)),
    ]


def packing_clues(stations: Sequence[tuple[int, int | None]]) -> list[Clue]:
    """What packing may say of a difference.

    Args:
        stations: for each TPS of known voters the sheets that it needs, and those packed; None if it is not packed.
    """
    waiting = [need for need, packed in stations if packed is None]
    lacking = [need - packed for need, packed in stations if packed is not None and packed < need]
    beyond = [need - packed for need, packed in stations if packed is not None and packed > need]
    net = sum(lacking) + sum(beyond) if lacking and beyond else 0
    return [
        Clue(Why.NOT_PACKED, sum(waiting), len(waiting)),
        Clue(Why.PACKED_LESS, sum(lacking), len(lacking)),
        Clue(Why.PACKED_MORE, sum(beyond), len(beyond)),
        Clue(Why.PACKED_NET, net),
    ]


def recount_clues(boxes: Sequence[tuple[str, int, int]]) -> list[Clue]:
    """What second counts may say of a difference: each by itself, and all of them together.

    Args:
        boxes: for each TPS whose two counts differ its name, the count that is packed, and the other one.
    """
    found = [Clue(Why.RECOUNTED, second - first, 1, name) for name, first, second in boxes]
    together = sum(clue.sheets for clue in found)
    return [Clue(Why.RECOUNTED, together, len(found), found[0].name), *found] if len(found) > 1 else found


def carton_clues(cartons: Sequence[tuple[str, int | None, int | None]]) -> list[Clue]:
    """What the cartons may say of a difference: a carton whose count is not its label, then one as a whole.

    Args:
        cartons: for each its number, the sheets of its label and those counted; None where there is no figure.
    """
    off = [
        Clue(Why.CARTON_OFF, label - own, name=name)
        for name, label, own in cartons
        if label is not None and own is not None
    ]
    whole: dict[int, list[str]] = {}
    for name, label, own in cartons:
        sheets = label if own is None else own
        if sheets:
            whole.setdefault(sheets, []).append(name)
    return [*off, *(Clue(Why.CARTON, sheets, len(names), names[0]) for sheets, names in whole.items())]
