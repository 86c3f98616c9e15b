"""Which TPS a row of a packing list means, and which kecamatan a carton is for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from logistik.core.regions import RegionKey, Regions
from logistik.ingest.finder import Misfit, RegionFinder
from logistik.ingest.records import CartonRow, CartonSheet, PackedRow, PackingSheet, PollingStation


class PackedEntry(NamedTuple):
    """A row of a packing list with its TPS; `station` is None where the voter list has no such TPS.

    `kelurahan` is None where it has no such kelurahan either, or several.
    """

    row: PackedRow
    kelurahan: RegionKey | None
    station: RegionKey | None


class CartonEntry(NamedTuple):
    """A carton with its kecamatan: the kabupaten/kota where none is named, None for one that the voter list lacks."""

    row: CartonRow
    key: RegionKey | None


def place_packed(
    sheets: Sequence[PackingSheet], stations: Sequence[PollingStation], regions: Regions
) -> Iterator[PackedEntry]:
    """Every row of the packing lists with the TPS of the voter list that it means."""
    known = {(each.kelurahan, each.tps): each.key for each in stations}
    places: dict[RegionKey, RegionKey | None] = {}
    for sheet in sheets:
        for row in sheet.rows:
            if row.kelurahan not in places:
                places[row.kelurahan] = regions.place(row.kelurahan)
            kelurahan = places[row.kelurahan]
            yield PackedEntry(row, kelurahan, known.get((kelurahan, row.tps)) if kelurahan else None)


def by_station(entries: Sequence[PackedEntry]) -> dict[tuple[RegionKey, str], list[PackedEntry]]:
    """The rows of each TPS and election."""
    found: dict[tuple[RegionKey, str], list[PackedEntry]] = {}
    for entry in entries:
        if entry.station is not None and entry.row.election is not None:
            found.setdefault((entry.station, entry.row.election), []).append(entry)
    return found


def place_cartons(sheets: Sequence[CartonSheet], finder: RegionFinder) -> Iterator[CartonEntry]:
    """Every carton with the kecamatan that it is for."""
    places: dict[str, RegionKey | None] = {}
    for sheet in sheets:
        for row in sheet.rows:
            if row.kecamatan not in places:
                found = finder.region(row.kecamatan, "")
                places[row.kecamatan] = None if isinstance(found, Misfit) else found
            yield CartonEntry(row, places[row.kecamatan])
