"""From what is in the boxes of the TPS to what has to move between them and the warehouse. Sheets of one election."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from logistik.core.regions import CITY, RegionKey
from logistik.core.shares import shared

WAREHOUSE = CITY
"""Where a move begins or ends that leads from or to no TPS: the stock of the kabupaten/kota that nobody packed."""

_MOST_EXACT = 10
"""Of so many boxes the fewest moves are found by trying every set; of more, by pairs and sums of two."""


class Box(NamedTuple):
    """The box of one TPS: its voters and need, None where the roll gives none, and every figure for what is in it.

    `counts` are the different figures that were written down; none at all is a box that is not packed. A doubtful box
    has to be counted again: its figures differ, or are none that can be read.
    """

    station: RegionKey
    voters: int | None
    required: int | None
    counts: tuple[int, ...] = ()
    is_sealed: bool = False
    is_doubtful: bool = False

    @property
    def is_left_alone(self) -> bool:
        """Whether nothing is put into the box or taken out of it."""
        return self.is_sealed or self.is_doubtful or self.required is None

    @property
    def is_packed(self) -> bool:
        """Whether there is anything in the box, as far as anybody wrote down."""
        return bool(self.counts) or self.is_sealed or self.is_doubtful

    @property
    def packed(self) -> int | None:
        """Sheets in the box; None where it is not packed, or where that is not known."""
        return self.counts[0] if self.counts and not self.is_doubtful else None

    @property
    def difference(self) -> int | None:
        """Sheets above the need, negative for those it lacks; None where that is not known."""
        if self.required is None or (self.is_packed and self.packed is None):
            return None
        return (self.packed or 0) - self.required

    @property
    def at_most(self) -> int:
        """The sheets that the box may hold: its largest figure, and what it needs where it is packed without one."""
        return max(self.counts, default=(self.required or 0) if self.is_packed else 0)


class Move(NamedTuple):
    """So many sheets from one TPS, or the warehouse, to another."""

    source: RegionKey
    target: RegionKey
    sheets: int


class Uncovered(NamedTuple):
    """What a TPS lacks and nothing covers, in sheets: for voters, and for its reserve."""

    station: RegionKey
    voters: int
    reserve: int

    @property
    def sheets(self) -> int:
        """Both together."""
        return self.voters + self.reserve


class Transfers(NamedTuple):
    """What is to be moved, in an order in which the warehouse never lacks a sheet, and what nothing covers."""

    moves: tuple[Move, ...]
    uncovered: tuple[Uncovered, ...]


def warehouse_rest(stock: int | None, boxes: Iterable[Box], elsewhere: int) -> int | None:
    """The sheets that lie in the warehouse and in no box; below 0 where more was packed than there is.

    Args:
        stock: good sheets for voting day with what came later; None, as the result then is, where it is not known.
        boxes: all boxes, each with the most that it may hold, so that nothing is promised that is not there.
        elsewhere: sheets packed for TPS that do not exist.
    """
    return None if stock is None else stock - sum(box.at_most for box in boxes) - elsewhere


def transfers(boxes: Sequence[Box], rest: int) -> Transfers:
    """The moves after which every box holds what it needs, as far as the sheets go, and what they do not cover.

    Nearest first: between boxes of one kelurahan, then of one kecamatan, then by way of the warehouse, where all that
    is still too much goes. A TPS that is not packed gets its sheets from the warehouse first. No box gives what it
    needs itself. Where there are too few sheets, the voters of every TPS come first, then reserves by largest
    remainder. Boxes that are sealed, doubtful or of unknown need are left alone.

    Args:
        boxes: each TPS once.
        rest: sheets in the warehouse that are in no box, 0 or more.
    """
    surplus, lack, lacking = dict[RegionKey, int](), dict[RegionKey, int](), list[Box]()
    for box in boxes:
        difference = 0 if box.is_left_alone else box.difference or 0
        if difference > 0:
            surplus[box.station] = difference
        elif difference < 0:
            lack[box.station] = -difference
            lacking.append(box)
    uncovered = [each for each in _uncovered(lacking, lack, rest + sum(surplus.values())) if each.sheets]
    for missing in uncovered:
        _reduce(lack, missing.station, missing.sheets)
    from_warehouse = _taken([box.station for box in lacking if not box.is_packed], lack, rest)
    moves = [*_within(_kelurahan, surplus, lack), *_within(_kecamatan, surplus, lack)]
    moves += [Move(station, WAREHOUSE, sheets) for station, sheets in surplus.items()]
    for station, sheets in lack.items():
        from_warehouse[station] = from_warehouse.get(station, 0) + sheets
    moves += [Move(WAREHOUSE, station, sheets) for station, sheets in from_warehouse.items()]
    place = {box.station: at for at, box in enumerate(boxes)} | {WAREHOUSE: len(boxes)}
    moves.sort(key=lambda move: (place[move.source], place[move.target]))
    return Transfers(tuple(moves), tuple(uncovered))


def _uncovered(lacking: Sequence[Box], lack: Mapping[RegionKey, int], supply: int) -> list[Uncovered]:
    """What each box goes without when so many sheets are shared: none of the reserve while voters lack sheets."""
    voters = [max(0, (box.voters or 0) - (box.packed or 0)) for box in lacking]
    reserves = [lack[box.station] - own for box, own in zip(lacking, voters, strict=True)]
    for_voters = shared(supply, voters)
    for_reserves = shared(supply - sum(for_voters), reserves)
    return [
        Uncovered(box.station, voters[at] - for_voters[at], reserves[at] - for_reserves[at])
        for at, box in enumerate(lacking)
    ]


def _taken(stations: Iterable[RegionKey], lack: dict[RegionKey, int], rest: int) -> dict[RegionKey, int]:
    """The sheets of the rest that each TPS gets, in this order; they are taken off what it lacks."""
    taken = {}
    for station in stations:
        if sheets := min(rest, lack.get(station, 0)):
            taken[station] = sheets
            rest -= sheets
            _reduce(lack, station, sheets)
    return taken


def _kelurahan(station: RegionKey) -> RegionKey:
    return station.parent


def _kecamatan(station: RegionKey) -> RegionKey:
    return station.parent.parent


def _within(
    area: Callable[[RegionKey], RegionKey], surplus: dict[RegionKey, int], lack: dict[RegionKey, int]
) -> Iterator[Move]:
    """The moves between boxes of one area; they are taken off what is too much and what is lacking."""
    sources: dict[RegionKey, dict[RegionKey, int]] = defaultdict(dict)
    targets: dict[RegionKey, dict[RegionKey, int]] = defaultdict(dict)
    for sheets, found in ((surplus, sources), (lack, targets)):
        for station, amount in sheets.items():
            found[area(station)][station] = amount
    for key, own in sources.items():
        for move in matched(own, targets[key]) if key in targets else ():
            _reduce(surplus, move.source, move.sheets)
            _reduce(lack, move.target, move.sheets)
            yield move


def _reduce(amounts: dict[RegionKey, int], station: RegionKey, sheets: int) -> None:
    amounts[station] -= sheets
    if not amounts[station]:
        del amounts[station]


def matched(surplus: Mapping[RegionKey, int], lack: Mapping[RegionKey, int]) -> Iterator[Move]:
    """Moves until nothing is lacking or nothing is left, in sheets; each move settles a source or a target.

    Every group of boxes that comes out even among itself saves a move, so as many such groups as possible are sought:
    pairs first (taking those never costs a group), then all sets of a few boxes, or of many boxes those of three.
    """
    sources, targets = dict(surplus), dict(lack)
    for group in _even_groups(sources, targets):
        yield from _settled({key: sources.pop(key) for key in group if key in sources},
                            {key: targets.pop(key) for key in group if key in targets})  # fmt: skip
    yield from _settled(sources, targets)


def _even_groups(sources: Mapping[RegionKey, int], targets: Mapping[RegionKey, int]) -> Iterator[tuple[RegionKey, ...]]:
    """Disjoint groups of boxes in which surplus and lack are the same; the mappings shrink as groups are taken out."""
    yield from list(_sums(targets, sources, _pair))
    if len(sources) + len(targets) > _MOST_EXACT:
        yield from list(_sums(targets, sources, _two))
        yield from list(_sums(sources, targets, _two))
    if sources and targets and len(sources) + len(targets) <= _MOST_EXACT:
        yield from _most_groups([*sources.items(), *((key, -sheets) for key, sheets in targets.items())])


_ByAmount = Mapping[int, list[RegionKey]]


def _sums(
    wholes: Mapping[RegionKey, int],
    parts: Mapping[RegionKey, int],
    find: Callable[[int, _ByAmount], tuple[RegionKey, ...]],
) -> Iterator[tuple[RegionKey, ...]]:
    """Groups of one of `wholes` and those of `parts` that make it up, as `find` takes them out."""
    by_amount: dict[int, list[RegionKey]] = {}
    for key, sheets in reversed(list(parts.items())):
        by_amount.setdefault(sheets, []).append(key)
    for whole, sheets in wholes.items():
        if found := find(sheets, by_amount):
            yield (whole, *found)


def _pair(sheets: int, parts: _ByAmount) -> tuple[RegionKey, ...]:
    same = parts.get(sheets)
    return (same.pop(),) if same else ()


def _two(sheets: int, parts: _ByAmount) -> tuple[RegionKey, ...]:
    for amount, same in parts.items():
        other = parts.get(sheets - amount)
        if same and other and (other is not same or len(same) > 1):
            return same.pop(), other.pop()
    return ()


def _most_groups(nodes: Sequence[tuple[RegionKey, int]]) -> Iterator[tuple[RegionKey, ...]]:
    """The most disjoint groups whose sheets add up to 0: the longest chain of such sets, each within the next."""
    sums = [0]
    for _, sheets in nodes:
        sums += [each + sheets for each in sums]
    even = [chosen for chosen, total in enumerate(sums) if total == 0]
    best = {0: (0, 0)}
    for chosen in even[1:]:
        best[chosen] = max((best[part][0] + 1, part) for part in best if part & chosen == part)
    chosen = max(best, key=lambda each: best[each][0])
    while chosen:
        _, part = best[chosen]
        yield tuple(key for at, (key, _) in enumerate(nodes) if (chosen ^ part) >> at & 1)
        chosen = part


def _settled(sources: Mapping[RegionKey, int], targets: Mapping[RegionKey, int]) -> Iterator[Move]:
    """The largest surplus to the largest lack, and on down both lists, until one of them ends."""
    giving, taking = (sorted(each.items(), key=lambda pair: -pair[1]) for each in (sources, targets))
    given = taken = at = to = 0
    while at < len(giving) and to < len(taking):
        (source, surplus), (target, lack) = giving[at], taking[to]
        sheets = min(surplus - given, lack - taken)
        yield Move(source, target, sheets)
        given, taken = given + sheets, taken + sheets
        if given == surplus:
            at, given = at + 1, 0
        if taken == lack:
            to, taken = to + 1, 0
