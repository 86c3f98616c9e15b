"""A table: a grid, its header, and the rows under it, with the text of merged cells filled in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from logistik.core.grid import Grid, Value
from logistik.core.places import Block, ColumnKey
from logistik.core.vocabulary import REGION_FIELDS, Field
from logistik.ingest.headers import Header
from logistik.ingest.names import clean, elections_in, is_revote, is_total_word, words

_TITLE = re.compile(
    r"(?i)^\s*(?P<level>kecamatan|kec\.?|kelurahan(?:/desa)?|desa(?:/kelurahan)?|kel\.?)\s*[:=]\s*(?P<name>.+)$"
)
_LONGEST_MERGE = 5000


class Table(NamedTuple):
    """A grid read under a header. `context` is what the titles above say: region, election, stock."""

    grid: Grid
    header: Header
    block: Block
    context: Mapping[str, str]
    filled: Mapping[tuple[int, int], Value]

    @property
    def first_row(self) -> int:
        """The first row under the header, zero-based; a row of column numbers is passed over."""
        row = self.header.rows[-1] + 1
        return row + 1 if row < len(self.grid.rows) and _counts_columns(self.grid.rows[row]) else row

    def position(self, field: Field) -> int | None:
        """The column that holds `field`, if the table has one."""
        return self.block.columns.get(ColumnKey(field))

    def text(self, row: int, column: int | None) -> str:
        """A cell's text, that of its merge's anchor if it is covered; "" where there is no such column."""
        if column is None:
            return ""
        value = self.grid.value(row, column)
        if value == "":
            value = self.filled.get((row, column), "")
        return clean(value) if value != "" else ""

    def data_rows(self) -> Iterator[tuple[int, Sequence[Value]]]:
        """Rows under the header that are not blank and do not repeat it."""
        heading = [words(column.header) for column in self.header.columns]
        rows, is_single = self.grid.rows, len(self.header.rows) == 1
        positions = [column.position for column in self.header.columns]
        for row in range(self.first_row, len(rows)):
            values = rows[row]
            if not any(values) and all(value == "" for value in values):
                continue
            if is_single and _repeats(values, positions, heading):
                continue
            yield row, values


def make_table(grid: Grid, header: Header) -> Table:
    """The table under a header, with the merges of its text columns filled in."""
    text_columns = {
        column.position
        for column in header.columns
        if column.key and column.key.name in (*REGION_FIELDS, Field.ELECTION, Field.PURPOSE, Field.DATE, Field.TPS)
    }
    filled: dict[tuple[int, int], Value] = {}
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for (top, left), (bottom, right) in grid.merges:
        if top <= header.rows[-1] or left not in text_columns or bottom - top > _LONGEST_MERGE or right != left:
            continue
        value = grid.value(top, left)
        for row in range(top + 1, bottom + 1):
            filled[row, left] = value
            anchors[row, left] = (top, left)
    headers = {column.position: column.header for column in header.columns}
    block = Block(grid.file, grid.sheet, header.keys(), headers, anchors)
    return Table(grid, header, block, _context(grid, header.rows[0]), filled)


def total_label(values: Sequence[Value], columns: Sequence[int]) -> str:
    """The label of a total row (TOTAL, JUMLAH ...) among the given text columns; "" if it is none."""
    for column in columns:
        value = values[column] if column < len(values) else ""
        if isinstance(value, str) and value and is_total_word(value):
            return clean(value)
    return ""


def _counts_columns(values: Sequence[Value]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 ... or (1), (2), (3) ..."""
    texts = [words(value) for value in values if value != ""]
    return len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _repeats(values: Sequence[Value], positions: Sequence[int], heading: Sequence[str]) -> bool:
    """Whether a row repeats the header, as printed pages do."""
    first = positions[0]
    if first < len(values) and isinstance(values[first], (int, float)):
        return False
    same = sum(
        words(values[position]) == text
        for position, text in zip(positions, heading, strict=True)
        if position < len(values)
    )
    return same * 2 > len(positions)


def _context(grid: Grid, header_row: int) -> dict[str, str]:
    """What the title rows and the sheet's name say where no column does."""
    context: dict[str, str] = {}
    titles = [value for row in grid.rows[:header_row] for value in row if isinstance(value, str) and value]
    for title in titles:
        if found := _TITLE.match(title):
            level = Field.KECAMATAN if found["level"].casefold().startswith("kec") else Field.KELURAHAN
            context.setdefault(level, clean(found["name"]))
    for text in (*titles, grid.sheet):
        elections = elections_in(text)
        if len(elections) == 1:
            context.setdefault(Field.ELECTION, elections[0])
            if is_revote(text):
                context.setdefault(Field.PURPOSE, "psu")
    return context
