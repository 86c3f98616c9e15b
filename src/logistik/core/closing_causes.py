"""What is most likely behind a balance that does not close: figures that it equals, or that may be part of it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.closing import counted
from logistik.core.counts import add
from logistik.core.movements import Moved, Origin, out_of, taken
from logistik.core.vocabulary import Stock


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
    own = out_of(moved, balance.election, balance.stock)
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
