"""What was packed for each TPS, and what that makes per region. Sheets, except where TPS are counted."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from logistik.core.regions import CITY, RegionKey


class Packed(NamedTuple):
    """Sheets of one election in the box of one TPS; None where it is not known, so that the TPS is not packed.

    `is_doubtful` says that it was counted twice with different results; `is_sealed` that the box is closed for good.
    """

    sheets: int | None = None
    is_sealed: bool = False
    is_doubtful: bool = False


class PackedSum(NamedTuple):
    """What was packed for the TPS of a region, in sheets, and how many of its TPS are not packed."""

    sheets: int = 0
    not_packed: int = 0


Packing = Mapping[tuple[RegionKey, str], Packed]
"""By TPS and election."""


def packed_sums(stations: Iterable[RegionKey], packing: Packing, election: str) -> dict[RegionKey, PackedSum]:
    """The sheets packed for every kelurahan, kecamatan and the kabupaten/kota: the known TPS summed, the rest counted.

    A TPS of the voter list that no packing list names is not packed.
    """
    sums: dict[RegionKey, list[int]] = {CITY: [0, 0]}
    for station in stations:
        found = packing.get((station, election))
        sheets = found.sheets if found is not None else None
        kelurahan = station.parent
        for region in dict.fromkeys((kelurahan, kelurahan.parent, CITY)):
            own = sums.setdefault(region, [0, 0])
            if sheets is None:
                own[1] += 1
            else:
                own[0] += sheets
    return {region: PackedSum(*own) for region, own in sums.items()}
