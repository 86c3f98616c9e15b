"""The packing list: what was put into the box of each TPS, per election."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.core.grid import Value
from logistik.core.places import ColumnKey
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field
from logistik.ingest.names import clean, elections_in, words
from logistik.ingest.numbers import read_count
from logistik.ingest.records import PackedRow, PackingSheet
from logistik.ingest.regions import Names
from logistik.ingest.station_rows import read_station_rows
from logistik.ingest.tables import Table

_NOT_SEALED = frozenset({"0", "belum", "blm", "tidak", "tdk", "no", "n", "false", "kosong", "terbuka", "dibuka"})
"""First words of a cell that says that a box is not sealed; a blank says so too, and anything else that it is."""
_BLANK = frozenset({"", "-", "--", "\u2013", "\u2014"})


class _Columns(NamedTuple):
    """Where the figures of one election stand; `election` is None where the rows themselves name it."""

    election: str | None
    packed: int
    recounted: int | None
    sealed: int | None


def read_packing(table: Table, names: Names) -> PackingSheet:
    """Every TPS of a packing list, once for each election it has a column for; regions by the normal form of names.

    A box is sealed where a column for it (of its election, or of all) says anything but no.
    """
    sheet = PackingSheet()
    elections = _elections(table)
    block, election_at = table.block, table.position(Field.ELECTION)
    counts = _counts(elections)
    place = {at: index for index, at in enumerate(counts)}

    def take(row: int, values: Sequence[Value], kelurahan: RegionKey, tps: str, numbers: Sequence[int | None]) -> None:
        named = elections_in(table.text(row, election_at)) if election_at is not None else ()
        for election, packed, recounted, sealed in elections:
            found = election or (named[0] if len(named) == 1 else None if named else table.context.get(Field.ELECTION))
            sheets = numbers[place[packed]]
            sheet.rows.append(
                PackedRow(
                    kelurahan=kelurahan,
                    tps=tps,
                    election=found,
                    sheets=sheets,
                    recounted=None if recounted is None else numbers[place[recounted]],
                    is_blank=sheets is None and read_count(values[packed]) is None,
                    is_sealed=sealed is not None and _says_sealed(values[sealed]),
                    block=block,
                    row=row,
                    wide_election=election,
                )
            )

    read_station_rows(table, names, counts, sheet, take)
    return sheet


def _says_sealed(value: Value) -> bool:
    return clean(value) not in _BLANK and words(value).partition(" ")[0] not in _NOT_SEALED


def packing_counts(table: Table) -> list[int]:
    """The columns of a packing list that are added up: what was packed, and the second counter's figures."""
    return _counts(_elections(table))


def _counts(elections: Sequence[_Columns]) -> list[int]:
    return sorted({at for each in elections for at in (each.packed, each.recounted) if at is not None})


def _elections(table: Table) -> list[_Columns]:
    """The columns of each election; a column that names none serves all of them."""
    columns = table.block.columns

    def of(field: Field, election: str | None) -> int | None:
        return columns.get(ColumnKey(field, election), columns.get(ColumnKey(field)))

    named = [key for key in columns if key.name == Field.PACKED]
    own = [key for key in named if key.election] or named
    return [
        _Columns(
            key.election,
            columns[key],
            of(Field.RECOUNTED, key.election)
            if len(own) == 1
            else columns.get(ColumnKey(Field.RECOUNTED, key.election)),
            of(Field.SEALED, key.election),
        )
        for key in own
        if key.stock is None
    ]
