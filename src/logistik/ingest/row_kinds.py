"""What each row of a table is, and why a row that is not data was left out; worked out after reading."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from logistik.core.grid import Value
from logistik.core.vocabulary import REGION_FIELDS, Field, Role
from logistik.ingest.idle import is_supply
from logistik.ingest.names import clean, elections_in, is_total_word, region_key, words
from logistik.ingest.numbers import read_count
from logistik.ingest.table_reading import TableReading
from logistik.ingest.tables import Table, total_label
from logistik.ingest.titles import region_in


class RowKind(StrEnum):
    """What a row that is not blank is."""

    HEADER = "header"
    DATA = "data"
    TOTAL = "total"
    COMPUTED_TOTAL = "computed-total"
    EARLY_TOTAL = "early-total"
    EMPTY_TOTAL = "empty-total"
    TITLE = "title"
    COLUMN_NUMBERS = "column-numbers"
    REPEATED_HEADER = "repeated-header"
    NOTE = "note"
    NAMED = "named"
    SECTION = "section"
    STRAY = "stray"
    SUPPLY = "supply"
    UNUSED = "unused"
    UNFILLED = "unfilled"


_REASONS = {
    RowKind.COMPUTED_TOTAL: "sama dengan penjumlahan baris di atasnya, walaupun tidak menyebut jumlah",
    RowKind.EARLY_TOTAL: "baris jumlah sebelum ada baris data",
    RowKind.EMPTY_TOTAL: "baris jumlah tanpa angka",
    RowKind.TITLE: "judul di atas tabel",
    RowKind.COLUMN_NUMBERS: "nomor kolom",
    RowKind.REPEATED_HEADER: "judul kolom yang berulang",
    RowKind.NOTE: "tanpa angka di kolom hitungan (judul, catatan, tanda tangan)",
    RowKind.NAMED: "menyebut wilayah atau pemilihan, tetapi tanpa angka",
    RowKind.SECTION: "menyebut wilayah atau pemilihan untuk baris di bawahnya",
    RowKind.SUPPLY: "perlengkapan, bukan surat suara",
    RowKind.UNFILLED: "belum diisi (hanya rumus yang hasilnya masih kosong)",
    RowKind.UNUSED: "angkanya tidak di kolom yang dihitung",
}


_ORDER = {kind: place for place, kind in enumerate(RowKind)}
"""Of two kinds of one row the first in this order is told."""
_LEVELS = ("kecamatan", "kelurahan")


class LeftOut(NamedTuple):
    """Rows that are not data (zero-based, both ends included), what they are, and why they do not count."""

    first: int
    last: int
    kind: RowKind
    reason: str

    @property
    def rows(self) -> str:
        """The rows as a person finds them: `7` or `12-14`."""
        return str(self.first + 1) if self.first == self.last else f"{self.first + 1}-{self.last + 1}"


def row_kinds(table: Table, read: TableReading) -> dict[int, RowKind]:
    """The kind of every row of a table that is not blank, from its header to its end, in no particular order."""
    rows = table.grid.rows
    kinds = dict.fromkeys(read.rows, RowKind.DATA)
    kinds |= {total.row: RowKind.TOTAL if total.label else RowKind.COMPUTED_TOTAL for total in read.reading.totals}
    kinds |= {stray.row: RowKind.STRAY for stray in read.strays}
    if not read.is_stated:
        kinds |= dict.fromkeys(table.header.rows, RowKind.HEADER)
    judge = _Judge(table, read)
    for row in range(max(0, table.header.rows[-1] + 1), table.end):
        if row in kinds or _is_blank(rows[row]):
            continue
        kinds[row] = RowKind.COLUMN_NUMBERS if row < table.first_row else judge.kind(row, rows[row])
    return kinds


def together(first: Mapping[int, RowKind], second: Mapping[int, RowKind]) -> dict[int, RowKind]:
    """The kinds of tables of one sheet; where tables stand side by side, what is used in one of them is used."""
    kinds = {**first, **second}
    for row in first.keys() & second.keys():
        kinds[row] = min(first[row], second[row], key=_ORDER.__getitem__)
    return kinds


def titles_of(tables: Sequence[Table], kinds: Mapping[int, RowKind]) -> list[int]:
    """The rows that title a table: all above the first header, and single texts right above the others."""
    rows = tables[0].grid.rows
    above = (
        tables[0].first_row if not any(kind is RowKind.HEADER for kind in kinds.values()) else tables[0].header.rows[0]
    )
    found = [row for row in range(above) if row not in kinds and not _is_blank(rows[row])]
    passed = (None, RowKind.NOTE, RowKind.NAMED, RowKind.SECTION)
    for table in tables[1:]:
        row = table.header.rows[0] - 1
        while row >= 0 and kinds.get(row) in passed and sum(value != "" for value in rows[row]) <= 1:
            found += [] if _is_blank(rows[row]) else [row]
            row -= 1
    return found


def left_out(kinds: Mapping[int, RowKind], readings: Sequence[TableReading]) -> tuple[LeftOut, ...]:
    """The rows that are neither header nor data, neighbours with one reason together."""
    said = {
        total.row: f"baris jumlah ({total.label})" if is_total_word(total.label) else f"jumlah untuk {total.label}"
        for each in readings
        for total in each.reading.totals
        if total.label
    }
    said |= {stray.row: f"berisi angka, tetapi {stray.lacks}" for each in readings for stray in each.strays}
    found: list[LeftOut] = []
    for row in sorted(row for row, kind in kinds.items() if kind not in (RowKind.HEADER, RowKind.DATA)):
        reason = said.get(row) or _REASONS[kinds[row]]
        last = found[-1] if found else None
        if last and last.last == row - 1 and (last.kind, last.reason) == (kinds[row], reason):
            found[-1] = last._replace(last=row)
        else:
            found.append(LeftOut(row, row, kinds[row], reason))
    return tuple(found)


def _is_blank(values: Sequence[Value]) -> bool:
    return not any(values) and all(value == "" for value in values)


class _Judge:
    """Says why the reader passed over a row."""

    def __init__(self, table: Table, read: TableReading) -> None:
        self._read = read
        self._table = table
        self._labels = table.label_columns(read.counts) if read.counts else []
        self._heads = [
            {at: said for at, value in enumerate(table.grid.rows[row]) if (said := words(value))}
            for row in (() if read.is_stated else table.header.rows)
        ]
        keys = [column.key for column in table.header.columns if column.key]
        self._says_election = any(key.name == Field.ELECTION or key.election for key in keys)
        naming = (*REGION_FIELDS, Field.REGION, Field.ELECTION)
        self._regions = {key for row in read.regions for key in row if key}
        self._naming = [at for name in naming if (at := table.position(name)) is not None]

    def kind(self, row: int, values: Sequence[Value]) -> RowKind:
        """What a row is that is neither data, nor a total that was held against its parts, nor a stray."""
        if all(isinstance(value, str) and not value.strip() for value in values):
            return RowKind.UNFILLED
        if any(_repeats(values, head) for head in self._heads):
            return RowKind.REPEATED_HEADER
        has_number = any(at < len(values) and isinstance(read_count(values[at]), int) for at in self._read.counts)
        if total_label(values, self._labels):
            return RowKind.EARLY_TOTAL if has_number else RowKind.EMPTY_TOTAL
        if has_number and is_supply(self._table.text(row, self._table.position(Field.ELECTION))):
            return RowKind.SUPPLY
        if has_number:
            return RowKind.UNUSED if self._read.role is Role.STOCK else RowKind.COMPUTED_TOTAL
        if self._begins_section(values):
            return RowKind.SECTION
        is_named = self._read.role in (Role.STOCK, Role.CARTONS) and any(
            self._table.text(row, at) for at in self._naming
        )
        return RowKind.NAMED if is_named else RowKind.NOTE

    def _begins_section(self, values: Sequence[Value]) -> bool:
        """Whether a row of words names the region or the election of the rows below it."""
        texts = [clean(value) for value in values if isinstance(value, str) and words(value)]
        longest = max(texts, key=len, default="")
        if region_in(longest) or any(region_key(text, level) in self._regions for text in texts for level in _LEVELS):
            return True
        return (
            self._read.role in (Role.STOCK, Role.CARTONS)
            and not self._says_election
            and len(elections_in(longest)) == 1
        )


def _repeats(values: Sequence[Value], head: Mapping[int, str]) -> bool:
    same = sum(words(values[at]) == said for at, said in head.items() if at < len(values))
    return same * 2 > len(head)
