"""The voter lists of all files beside each other: what each gives, which are recaps, and the regions they bring."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from logistik.core.office import Office
from logistik.core.regions import Regions
from logistik.ingest.dpt import read_roll
from logistik.ingest.records import Roll
from logistik.ingest.regions import Names
from logistik.ingest.sheet_names import name_rolls
from logistik.ingest.shifted import Shift, aligned
from logistik.ingest.tables import Table

LARGEST_STATION = 800
"""Voters that a TPS may have by law (UU 1/2015 Pasal 87); a list whose usual row is larger is a recap."""


class RecapSign(StrEnum):
    """What shows that the rows of a list are not TPS."""

    LARGE = "large-rows"
    COUNTED = "counted-stations"


class VoterList(NamedTuple):
    """A list with its region and columns settled, its rows as if they were TPS, and why they are not if so."""

    table: Table
    shift: Shift | None
    roll: Roll
    names: Names
    sign: RecapSign | None


def names_under(office: Office) -> Names:
    """No names yet, under the office's aliases."""
    return Names({"kecamatan": office.alias.kecamatan, "kelurahan": office.alias.kelurahan})


def read_lists(tables: Sequence[Table], office: Office) -> list[VoterList]:
    """Read every list, in their order; the names of sheets and the other lists tell what one alone does not."""
    read: list[VoterList] = []
    for table, shift in map(aligned, name_rolls(tables)):
        names = names_under(office)
        read.append(VoterList(table, shift, read_roll(table, names), names, None))
    rolls = [each.roll for each in read]
    return [
        each._replace(sign=_recap_sign(each.roll, [roll for roll in rolls if roll is not each.roll])) for each in read
    ]


def names_of(lists: Sequence[VoterList], office: Office) -> Names:
    """The names of all lists that are not recaps."""
    names = names_under(office)
    for each in lists:
        if each.sign is None:
            names.merge(each.names)
    return names


def regions_of(names: Names, office: Office) -> Regions:
    """The regions of these names, with the kabupaten/kota and province as the office calls them."""
    return names.regions(office.kantor.kota, office.kantor.provinsi)


def _recap_sign(roll: Roll, others: Sequence[Roll]) -> RecapSign | None:
    """What shows that a list counts TPS instead of naming them; None if it names them.

    Its usual row then has more voters than any TPS may, or it names each kelurahan once with as many TPS as
    another list brings for it.
    """
    voters = sorted(station.voters for station in roll.stations if station.voters)
    if voters and voters[len(voters) // 2] > LARGEST_STATION:
        return RecapSign.LARGE
    said = {station.kelurahan.kelurahan: int(station.tps) for station in roll.stations}
    if not others or len(said) < max(2, len(roll.stations)):
        return None
    brought = Counter(station.kelurahan.kelurahan for other in others for station in other.stations)
    agree = sum(brought[name] == number for name, number in said.items())
    is_count = agree * 2 > len(said) and any(brought[name] > 1 for name in said)
    return RecapSign.COUNTED if is_count else None
