"""The boxes of the TPS as checks see them: what each needs, what was packed, and at which cells that stands."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from logistik.checks.case import Case, title
from logistik.checks.meta import CheckMeta
from logistik.core.findings import Finding
from logistik.core.packing_patterns import Box
from logistik.core.places import Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field
from logistik.core.wording import number
from logistik.ingest.placing import PackedEntry
from logistik.ingest.records import PackedRow, PollingStation


class Station(NamedTuple):
    """A TPS of the voter list: its voters and the sheets it needs of each election, None where they are not known."""

    key: RegionKey
    row: PollingStation
    voters: int | None
    required: int | None

    @property
    def roll(self) -> Location:
        """The cell of its voters."""
        return self.row.at(Field.VOTERS, Field.MALE)


Stations = Mapping[RegionKey, Station]


def stations(case: Case) -> dict[RegionKey, Station]:
    """Every TPS in the order of the voter list; one that stands there with two figures has unknown voters."""
    reserve = case.rules.reserve
    found: dict[RegionKey, Station] = {}
    for row in case.book.stations:
        key, voters = row.key, row.voters
        if key not in found:
            required = None if voters is None else voters + reserve.rounded_up(voters)
            found[key] = Station(key, row, voters, required)
        elif found[key].voters != voters:
            found[key] = found[key]._replace(voters=None, required=None)
    return found


def judged(case: Case, places: Stations) -> list[Box]:
    """The boxes whose number can be held against a known need.

    One that a second counter found right is not among them: it is to be counted again, not to be emptied.
    """
    boxes = []
    for station in places.values():
        if station.required is None or station.voters is None:
            continue
        for election in case.elections:
            packed = case.packing.get((station.key, election))
            if packed is None or packed.sheets is None:
                continue
            if packed.is_doubtful and any(
                entry.row.recounted == station.required for entry in rows(case, station.key, election)
            ):
                continue
            boxes.append(Box(station.key, election, station.voters, station.required, packed.sheets))
    return boxes


def rows(case: Case, station: RegionKey, election: str) -> Sequence[PackedEntry]:
    """The rows of the packing lists on a TPS and election."""
    return case.book.packings.get((station, election), ())


def filled(case: Case, station: RegionKey, election: str) -> PackedRow:
    """The first row that says what is in a box; for boxes of which a number is known."""
    return next(entry.row for entry in rows(case, station, election) if entry.row.sheets is not None)


def named(case: Case, station: RegionKey) -> str:
    """`TPS 004 Damai`."""
    return f"TPS {station.tps} {case.book.regions.names[station.parent]}"


def box_name(case: Case, station: RegionKey, election: str) -> str:
    """`TPS 004 Damai, Gubernur`."""
    return f"{named(case, station)}, {title(election)}"


def against_need(box: Box) -> str:
    """`dikemas 415, kebutuhan 410, lebih 5`."""
    side = "lebih" if box.off > 0 else "kurang"
    return f"dikemas {number(box.packed)}, kebutuhan {number(box.required)}, {side} {number(abs(box.off))}"


def box_finding(
    case: Case, meta: CheckMeta, box: Box, says: str, hint: str = "", *, related: Sequence[Location] = ()
) -> Finding:
    """A finding on a box that holds the wrong number: at its cell, with its need beside it, and whether it is sealed."""
    sealed = "; kotaknya sudah disegel" if case.packing[box.key].is_sealed else ""
    return meta.at(
        filled(case, box.station, box.election).at(),
        f"{box_name(case, box.station, box.election)}: {against_need(box)}{says}{sealed}",
        hint,
        related=related,
        region=case.book.regions.region(box.station),
        election=box.election,
        raw=box.packed,
        expected=box.required,
    )
