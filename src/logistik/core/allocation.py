"""What each TPS gets of one election before packing starts. Sheets, except where voters or TPS are counted."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from logistik.core.regions import CITY, RegionKey
from logistik.core.rules import Rate
from logistik.core.shares import shared


class Portion(NamedTuple):
    """What one TPS needs (a sheet for each of `voters`, and the legal reserve) and gets; None: its voters are unknown.

    `sheets` are so many full bundles, and loose ones.
    """

    station: RegionKey
    voters: int | None = None
    reserve: int | None = None
    sheets: int | None = None
    bundles: int | None = None
    loose: int | None = None


class Portions(NamedTuple):
    """The TPS of a region together: those with known voters added up, the others counted.

    `bundles` are full in the box of their TPS; loose sheets of several TPS never make another.
    """

    polling_stations: int = 0
    without_voters: int = 0
    voters: int = 0
    reserve: int = 0
    sheets: int = 0
    bundles: int = 0
    loose: int = 0

    @property
    def required(self) -> int:
        """What these TPS need."""
        return self.voters + self.reserve

    @property
    def short(self) -> int:
        """What they need and do not get."""
        return self.required - self.sheets


def allocate(
    stations: Sequence[tuple[RegionKey, int | None]], rate: Rate, stock: int | None, bundle: int
) -> tuple[Portion, ...]:
    """Share the good sheets of a kabupaten/kota among its TPS: every TPS its need, as far as they go.

    Where they do not, every TPS gets a sheet for each voter first, and what is left is shared among the reserves by
    largest remainder; where they do not even cover the voters, these share them so, and nobody gets a reserve. Of equal
    remainders that of the lower number of a TPS comes first, so that no kecamatan bears it all. No rule says so: it is
    a proposal. Nothing is kept back for a TPS whose voters are unknown.

    Args:
        stations: every TPS and its voters, None where the roll gives none.
        rate: the reserve as a share of a TPS's voters, rounded up per TPS (UU 1/2015 Pasal 80 and 87).
        stock: good sheets, those that came later among them; None where they were not counted: each gets its need.
        bundle: sheets of a full bundle, 1 or more.
    """
    known = [(at, voters) for at, (_, voters) in enumerate(stations) if voters is not None]
    known.sort(key=lambda each: int(stations[each[0]][0].tps))
    voters = [each for _, each in known]
    reserves = [rate.rounded_up(each) for each in voters]
    first = sum(voters)
    stock = first + sum(reserves) if stock is None else stock
    portions = [Portion(station) for station, _ in stations]
    shares = zip(shared(stock, voters), shared(max(0, stock - first), reserves), strict=True)
    for (at, own), reserve, parts in zip(known, reserves, shares, strict=True):
        sheets = sum(parts)
        portions[at] = Portion(stations[at][0], own, reserve, sheets, *divmod(sheets, bundle))
    return tuple(portions)


def portions_of(portions: Iterable[Portion]) -> dict[RegionKey, Portions]:
    """The portions of every kelurahan, of every kecamatan and of the kabupaten/kota."""
    sums: dict[RegionKey, list[int]] = {CITY: [0] * len(Portions._fields)}
    for station, *figures in portions:
        kelurahan = station.parent
        for region in dict.fromkeys((kelurahan, kelurahan.parent, CITY)):
            own = sums.setdefault(region, [0] * len(Portions._fields))
            own[0] += 1
            own[1] += None in figures
            for at, figure in enumerate(figures, 2):
                own[at] += figure or 0
    return {region: Portions(*own) for region, own in sums.items()}
