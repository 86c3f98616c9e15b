"""Recaps of the voter list: one row per region, to be held against the TPS and never counted."""

from typing import NamedTuple

from logistik.core.places import Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field
from logistik.ingest.finder import Misfit, RegionFinder
from logistik.ingest.numbers import read_count
from logistik.ingest.regions import split_region
from logistik.ingest.tables import Table, total_label

_STATIONS = (Field.STATION_COUNT, Field.TPS)
_NUMBERS = (*_STATIONS, Field.MALE, Field.FEMALE, Field.VOTERS)


class RecapRow(NamedTuple):
    """What a recap says of one region: TPS and voters; None where it says nothing that can be read.

    `key` is None where the voter list has no such region.
    """

    name: str
    key: RegionKey | None
    stations: int | None
    voters: int | None
    at_name: Location
    at_stations: Location
    at_voters: Location


class Recap(NamedTuple):
    """A recap and its rows."""

    table: Table
    rows: tuple[RecapRow, ...]

    @property
    def is_comparable(self) -> bool:
        """Whether it speaks of the regions of the voter list."""
        return any(row.key is not None for row in self.rows)


def read_recap(table: Table, finder: RegionFinder) -> Recap:
    """Every row that names a region and says its TPS or voters; total rows are left out."""
    columns = {field: at for field in _NUMBERS if (at := table.position(field)) is not None}
    labels = table.label_columns(list(columns.values()))
    stations = next((columns[field] for field in _STATIONS if field in columns), None)
    in_one_column = table.position(Field.REGION) is not None
    rows, above = [], ""
    for row, values in table.data_rows():
        said = {
            field: number
            for field, at in columns.items()
            if at < len(values) and isinstance(number := read_count(values[at]), int)
        }
        kecamatan, kelurahan, name = _region(table, row)
        is_counted = said and name and not total_label(values, labels)
        if in_one_column and name and (is_counted or finder.is_kecamatan(name)):
            kecamatan, kelurahan = split_region(name, above, finder.is_kecamatan)
        above = kecamatan or above
        if not is_counted:
            continue
        found = finder.region(kecamatan or (above if kelurahan else ""), kelurahan)
        key = None if isinstance(found, Misfit) else found
        voters = said.get(Field.VOTERS)
        if voters is None and Field.MALE in said and Field.FEMALE in said:
            voters = said[Field.MALE] + said[Field.FEMALE]
        at_voters = next(columns[field] for field in (Field.VOTERS, Field.MALE) if field in columns)
        rows.append(
            RecapRow(
                name,
                key,
                next((said[field] for field in _STATIONS if field in said), None),
                voters,
                table.block.cell(row, _name_column(table, kelurahan)),
                table.block.cell(row, at_voters if stations is None else stations),
                table.block.cell(row, at_voters),
            )
        )
    return Recap(table, tuple(rows))


def _region(table: Table, row: int) -> tuple[str, str, str]:
    """Kecamatan and kelurahan as typed, and the smallest name."""
    context = table.context
    kecamatan = table.text(row, table.position(Field.KECAMATAN)) or context.get(Field.KECAMATAN, "")
    kelurahan = table.text(row, table.position(Field.KELURAHAN)) or context.get(Field.KELURAHAN, "")
    kota = table.text(row, table.position(Field.KOTA))
    wilayah = table.text(row, table.position(Field.REGION))
    return kecamatan, kelurahan, kelurahan or wilayah or kecamatan or kota


def _name_column(table: Table, kelurahan: str) -> int:
    wanted = (Field.KELURAHAN, Field.REGION) if kelurahan else (Field.REGION, Field.KECAMATAN, Field.KOTA)
    found = (table.position(field) for field in (*wanted, Field.KECAMATAN, Field.KELURAHAN))
    return next((at for at in found if at is not None), table.header.columns[0].position)
