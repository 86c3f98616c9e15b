"""Why boxes hold another number of sheets than their TPS need: patterns that a plain miscount would not leave."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import chain
from typing import NamedTuple

from logistik.core.regions import RegionKey

FEWEST = 3
"""So many TPS of a kelurahan must fit a pattern of the whole kelurahan."""

_TOO_COMMON = 20
"""A need that more lists give for one TPS number tells none of them from the others."""


class Box(NamedTuple):
    """What one TPS needs of one election, and what was packed for it; voters, then sheets."""

    station: RegionKey
    election: str
    voters: int
    required: int
    packed: int

    @property
    def off(self) -> int:
        """Sheets too many, or too few if below 0."""
        return self.packed - self.required

    @property
    def key(self) -> tuple[RegionKey, str]:
        """TPS and election."""
        return self.station, self.election


class Pattern(Enum):
    """What can be recognised."""

    RESERVE = auto()
    LIST = auto()
    CONSTANT = auto()
    SWAPPED = auto()
    BUNDLE = auto()


class Cause(NamedTuple):
    """A pattern and what it rests on: `fits` of `among` boxes of the kelurahan fit it.

    `other` is the TPS that was swapped with this one, or the kelurahan whose list was followed.
    """

    pattern: Pattern
    other: RegionKey | None = None
    fits: int = 1
    among: int = 1


Causes = dict[tuple[RegionKey, str], Cause]
"""By TPS and election; boxes that no pattern explains are not in it."""


def causes(boxes: Sequence[Box], required: Mapping[RegionKey, int], bundles: Mapping[str, int]) -> Causes:
    """The one pattern that explains each wrong box.

    A box that holds exactly the voters of its TPS lacks its reserve. What fits a whole kelurahan or a pair explains
    such a box too, provided that at least half of all that fit are explained by nothing else. In order: the list of
    another kelurahan, a constant difference, a pair of TPS swapped, and for a box by itself one bundle.

    Args:
        boxes: the packed boxes whose need is known, right ones too.
        required: sheets that each TPS of the voter list needs, packed or not.
        bundles: sheets of a bundle, by election.
    """
    wrong = [box for box in boxes if box.off]
    if not wrong:
        return {}
    found = {box.key: Cause(Pattern.RESERVE) for box in wrong if box.packed == box.voters}
    if areas := _areas(boxes, wrong):
        for recognise in (_Lists(required).followed, _constant):
            for own in areas:
                _claim(recognise(own), found)
    for pair in _pairs([box for box in wrong if _is_free(box, found)]):
        _claim(pair, found)
    for box in wrong:
        if abs(box.off) == bundles[box.election]:
            found.setdefault(box.key, Cause(Pattern.BUNDLE))
    return found


_Claims = Sequence[tuple[Box, Cause]]


def _areas(boxes: Sequence[Box], wrong: Sequence[Box]) -> list[list[Box]]:
    """The boxes of each kelurahan and election of which enough are wrong."""
    counts = Counter((box.station.parent, box.election) for box in wrong)
    areas: dict[tuple[RegionKey, str], list[Box]] = {key: [] for key, count in counts.items() if count >= FEWEST}
    if areas:
        for box in boxes:
            own = areas.get((box.station.parent, box.election))
            if own is not None:
                own.append(box)
    return list(areas.values())


def _is_free(box: Box, found: Causes) -> bool:
    """Whether nothing but a missing reserve explains a box so far."""
    return box.key not in found or found[box.key].pattern is Pattern.RESERVE


def _claim(claims: _Claims, found: Causes) -> None:
    """Take over boxes that are free, if at least half of all that fit are explained by nothing yet."""
    if 2 * sum(box.key not in found for box, _ in claims) >= len(claims):
        found.update((box.key, cause) for box, cause in claims if _is_free(box, found))


class _Lists:
    """The needs of every kelurahan by TPS number, and which kelurahan have a need at a number."""

    def __init__(self, required: Mapping[RegionKey, int]) -> None:
        self._required = required
        self._holders: dict[tuple[str, int], list[RegionKey]] = defaultdict(list)
        for station, sheets in required.items():
            self._holders[station.tps, sheets].append(station.parent)

    def followed(self, own: Sequence[Box]) -> _Claims:
        """The boxes of a kelurahan that hold what another kelurahan needs at the same TPS numbers.

        At least three, most of those that the two lists tell apart, more than twice as many as hold their own need; and
        no other list fits as well, one of the same kecamatan before one of another.
        """
        other = self._best(own)
        if other is None:
            return ()
        needs = [(box, self._required.get(RegionKey(*other[:2], box.station.tps), box.required)) for box in own]
        telling = [(box, need) for box, need in needs if need != box.required]
        follow = [box for box, need in telling if box.packed == need]
        right = sum(not box.off for box, _ in telling)
        if len(follow) < FEWEST or 2 * len(follow) <= len(telling) or 2 * right >= len(follow):
            return ()
        cause = Cause(Pattern.LIST, other, len(follow), len(telling))
        return [(box, cause) for box in follow]

    def _best(self, own: Sequence[Box]) -> RegionKey | None:
        """The other kelurahan whose needs most wrong boxes hold; None if two fit equally."""
        fits: Counter[RegionKey] = Counter()
        for box in own:
            holders = self._holders.get((box.station.tps, box.packed), ()) if box.off else ()
            if len(holders) <= _TOO_COMMON:
                fits.update(holders)
        kecamatan = own[0].station.kecamatan
        ranks = {other: (count, other.kecamatan == kecamatan) for other, count in fits.items()}
        if not ranks:
            return None
        best = max(ranks, key=ranks.__getitem__)
        return best if sum(rank == ranks[best] for rank in ranks.values()) == 1 else None


def _constant(own: Sequence[Box]) -> _Claims:
    """The boxes of a kelurahan that are all off by the same number: at least three, and more than half of it."""
    off, count = Counter(box.off for box in own if box.off).most_common(1)[0]
    if count < FEWEST or 2 * count <= len(own):
        return ()
    cause = Cause(Pattern.CONSTANT, None, count, len(own))
    return [(box, cause) for box in own if box.off == off]


def _pairs(free: Sequence[Box]) -> Iterator[_Claims]:
    """Pairs of TPS each of which got exactly what the other needs.

    Nearest first: in one kelurahan, then in one kecamatan; and those that are swapped in all elections that are wrong
    before those swapped in one.
    """
    stations: dict[RegionKey, list[Box]] = {}
    for box in free:
        stations.setdefault(box.station, []).append(box)
    whole = [own for own in stations.values() if len({box.packed for box in own}) == 1]
    taken: set[tuple[RegionKey, str]] = set()
    scopes: tuple[Callable[[RegionKey], RegionKey], ...] = (
        lambda station: station.parent,
        lambda station: station.parent.parent,
    )
    for scope in scopes:
        for groups in (whole, [[box] for box in free]):
            left = [own for own in groups if not any(box.key in taken for box in own)]
            for one, two in _mirrored(left, scope):
                taken.update(box.key for box in chain(one, two))
                yield [
                    *((box, Cause(Pattern.SWAPPED, two[0].station)) for box in one),
                    *((box, Cause(Pattern.SWAPPED, one[0].station)) for box in two),
                ]


def _mirrored(
    groups: Iterable[list[Box]], scope: Callable[[RegionKey], RegionKey]
) -> Iterator[tuple[list[Box], list[Box]]]:
    """Pairs within a scope: the boxes of one TPS hold what the other needs, and the other way round.

    Where many boxes are too full and many too empty, some mirror each other by chance. So pairs count only where they
    explain at least half of the ones or of the others.
    """
    places: dict[tuple[RegionKey, tuple[str, ...]], list[list[Box]]] = {}
    for own in groups:
        places.setdefault((scope(own[0].station), tuple(box.election for box in own)), []).append(own)
    for inside in places.values():
        over, under = (_by_numbers(inside, sign) for sign in (1, -1))
        pairs = [
            pair
            for (required, packed), ones in over.items()
            for pair in zip(ones, under.get((packed, required), ()), strict=False)
        ]
        if 2 * len(pairs) >= min(sum(map(len, over.values())), sum(map(len, under.values()))):
            yield from pairs


def _by_numbers(groups: Iterable[list[Box]], sign: int) -> dict[tuple[int, int], list[list[Box]]]:
    """The groups that hold too much, or too little, by what they need and what they hold."""
    found: dict[tuple[int, int], list[list[Box]]] = {}
    for own in groups:
        if own[0].off * sign > 0:
            found.setdefault((own[0].required, own[0].packed), []).append(own)
    return found
