"""A small kabupaten/kota for the sums: its tree of regions, its stations and its counted stock."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from logistik.core.balances import Balance, Need, level_counts, needs, voting_balances
from logistik.core.counts import Count
from logistik.core.regions import CITY, RegionKey, Regions
from logistik.core.rules import Rate

RATE = Rate(25, 1000)
FIGURES = ("ordered", "noted", "received", "good", "usable_defects", "damaged", "swapped", "unsorted", "later")
"""The figures of a count."""


def changed(count: Count, **figures: int | None) -> Count:
    """The count with some of its figures set, or made unknown by None."""
    return Count(**{name: getattr(count, name) for name in FIGURES} | figures)


def counted(good: int, damaged: int = 0, swapped: int = 0, unsorted: int = 0, later: int = 0) -> Count:
    """A count whose identity holds."""
    return Count(
        received=good + damaged + swapped + unsorted,
        good=good,
        usable_defects=0,
        damaged=damaged,
        swapped=swapped,
        unsorted=unsorted,
        later=later,
    )


@dataclass(frozen=True)
class City:
    """Voters of each TPS by kelurahan (None: not on the roll), and the stock of the regions that have a row."""

    voters: Mapping[RegionKey, Sequence[int | None]]
    own: Mapping[RegionKey, Count] = field(default_factory=dict)

    @property
    def regions(self) -> Regions:
        """The tree of all kelurahan and their kecamatan."""
        keys = list(dict.fromkeys(key for name in self.voters for key in (name.parent, name)))
        children: dict[RegionKey, tuple[RegionKey, ...]] = {}
        for key in keys:
            children[key.parent] = (*children.get(key.parent, ()), key)
        names = {key: (key.kelurahan or key.kecamatan).title() for key in keys}
        return Regions("Kota Contoh", None, {CITY: "Kota Contoh", **names}, children)

    def stations(self) -> Iterator[tuple[RegionKey, int | None]]:
        """Every TPS with the key of its kelurahan."""
        return ((key, voters) for key, stations in self.voters.items() for voters in stations)

    def needs(self) -> dict[RegionKey, Need]:
        """The need of every region."""
        return needs(self.stations(), RATE)

    def counts(self) -> dict[RegionKey, Count]:
        """The stock of every region."""
        return level_counts(self.own, self.regions, self.needs())

    def balances(self) -> dict[RegionKey, Balance]:
        """The voting-day balance of every region."""
        return voting_balances("walikota", self.regions, self.needs(), self.counts())


def kelurahan(path: str) -> RegionKey:
    """`kota/damai` as the key of a kelurahan, `kota` as that of a kecamatan, `` as the kabupaten/kota."""
    return RegionKey(*path.split("/"))


def city(voters: Mapping[str, Sequence[int | None]], own: Mapping[str, Count] | None = None) -> City:
    """A city from paths such as `kota/damai`."""
    return City(
        {kelurahan(path): stations for path, stations in voters.items()},
        {kelurahan(path): count for path, count in (own or {}).items()},
    )


sheets = st.integers(0, 3000)

kelurahan_keys = st.tuples(
    st.sampled_from(["kota", "timur", "utara"]), st.sampled_from(["damai", "manggar", "karang"])
).map(lambda names: RegionKey(*names))

cities = st.dictionaries(kelurahan_keys, st.lists(st.integers(0, 800), min_size=1, max_size=5), min_size=1)
"""Voters of every TPS by kelurahan, all of them known."""

counts = st.builds(counted, sheets, sheets, sheets, sheets, sheets)
"""Counts of which every figure is known and the identity holds."""


def lies_in(region: RegionKey, whole: RegionKey) -> bool:
    """Whether a region is `whole` or a part of it: every name that `whole` has is the region's too."""
    return all(theirs in ("", ours) for ours, theirs in zip(region, whole, strict=True))
