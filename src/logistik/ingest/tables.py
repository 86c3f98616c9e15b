"""A table: a grid, its header, and the rows under it, with the text of merged cells filled in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from logistik.core.grid import Grid, Value
from logistik.core.places import Block, ColumnKey
from logistik.core.vocabulary import REGION_FIELDS, Field
from logistik.ingest.headers import Header
from logistik.ingest.names import clean, is_total_word, words

_LARGEST_FILL = 200_000
"""Cells that the merges of a table may fill together; more is not a table that a person made."""
_SPACERS = 2
"""Blank rows that may stand between a header and the numbers of its columns."""
_LABELS = (*REGION_FIELDS, Field.REGION, Field.NUMBER, Field.ELECTION, Field.PURPOSE, Field.TPS, Field.DATE,
           Field.GROUP, Field.CARTONS)  # fmt: skip

_FILLED = (*REGION_FIELDS, Field.REGION, Field.ELECTION, Field.PURPOSE, Field.DATE, Field.TPS, Field.GROUP)


_FEWEST_NUMBERED = 3
_FIRST = frozenset({"1", "2", "a"})
_COLUMN = re.compile(r"[-(\[\s]*(?P<name>[0-9]{1,2}|[a-z])(?![^\W_])")
_COLUMN_SUM = re.compile(
    r"[(\s]*(?:[0-9]{1,2}|[a-z])(?:[\s()]*[-+–=x×*/:][\s()]*(?:[0-9]{1,2}(?:,[0-9])?%?|[a-z]))+[)\s]*"
)
"""The number or letter of a column, and a sum of some."""


class Table(NamedTuple):
    """A grid read under a header, up to row `end`. `context` is what the titles above say: region, election, stock."""

    grid: Grid
    header: Header
    block: Block
    context: Mapping[str, str]
    filled: Mapping[tuple[int, int], Value]
    end: int

    @property
    def first_row(self) -> int:
        """The first row under the header, zero-based; a row of column numbers is passed over."""
        first, rows = self.header.rows[-1] + 1, self.grid.rows
        row = first
        while 0 < row < min(len(rows), first + _SPACERS) and all(value == "" for value in rows[row]):
            row += 1
        return row + 1 if 0 < row < len(rows) and _counts_columns(rows[row]) else first

    @property
    def title_row(self) -> int:
        """The last row of the header; the first of the sheet where the columns are named in the settings."""
        return max(0, self.header.rows[-1])

    def position(self, field: Field) -> int | None:
        """The column that holds `field`, if the table has one."""
        return self.block.columns.get(ColumnKey(field))

    def values(self, column: int) -> Iterator[Value]:
        """What stands in a column, from the first row under the header to the last of the table."""
        for row in self.grid.rows[self.first_row : self.end]:
            if column < len(row) and row[column] != "":
                yield row[column]

    def text(self, row: int, column: int | None) -> str:
        """A cell's text, that of its merge's anchor if it is covered; "" where there is no such column."""
        if column is None:
            return ""
        value = self.grid.value(row, column)
        if value == "":
            value = self.filled.get((row, column), "")
        return clean(value) if value != "" else ""

    def label_columns(self, numeric: Sequence[int]) -> list[int]:
        """The columns in which a total row may say so: those that name things, and what stands left of the numbers."""
        columns = {column.position: column.key for column in self.header.columns}
        wide = range(max([*columns, *numeric]) + 1)
        named = [at for at in wide if (key := columns.get(at)) is not None and key.name in _LABELS]
        return named + [at for at in wide if self.header.left <= at < min(numeric) and columns.get(at) is None]

    def data_rows(self) -> Iterator[tuple[int, Sequence[Value]]]:
        """Rows under the header that are not blank and do not repeat it."""
        heading = [words(column.header) for column in self.header.columns]
        rows, is_single = self.grid.rows, len(self.header.rows) == 1
        positions = [column.position for column in self.header.columns]
        for row in range(self.first_row, self.end):
            values = rows[row]
            if not any(values) and all(value == "" for value in values):
                continue
            if is_single and _repeats(values, positions, heading):
                continue
            yield row, values


def make_table(grid: Grid, header: Header, context: Mapping[str, str], end: int) -> Table:
    """The table under a header, with the merges of its text columns filled in."""
    text_columns = {column.position for column in header.columns if column.key and column.key.name in _FILLED}
    spent = 0
    filled: dict[tuple[int, int], Value] = {}
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for (top, left), (bottom, right) in grid.merges:
        if top <= header.rows[-1] or left not in text_columns or right != left:
            continue
        spent += bottom - top
        if spent > _LARGEST_FILL:
            break
        value = grid.value(top, left)
        for row in range(top + 1, bottom + 1):
            filled[row, left] = value
            anchors[row, left] = (top, left)
    headers = {column.position: column.header for column in header.columns}
    block = Block(grid.file, grid.sheet, header.keys(), headers, anchors)
    return Table(grid, header, block, context, filled, end)


def total_label(values: Sequence[Value], columns: Sequence[int]) -> str:
    """The label of a total row (TOTAL, JUMLAH ...) among the given text columns; "" if it is none."""
    for column in columns:
        value = values[column] if column < len(values) else ""
        if isinstance(value, str) and value and is_total_word(value):
            return clean(value)
    return ""


def _counts_columns(values: Sequence[Value]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 ..., (1), (2) ..., a, b, c ..., some as sums: 4=2+3, (2+3)."""
    texts = [clean(value).casefold() for value in values if value != ""]
    first = _COLUMN.match(texts[0]) if len(texts) >= _FEWEST_NUMBERED else None
    if first is None or first["name"] not in _FIRST:
        return False
    named = 0
    for place, text in enumerate(texts):
        found = _COLUMN.match(text)
        name = found["name"] if found else ""
        is_next = name == (str(int(first["name"]) + place) if first["name"].isdigit() else chr(ord("a") + place))
        if not is_next and not _COLUMN_SUM.fullmatch(text):
            return False
        named += is_next
    return named * 2 >= len(texts)


def _repeats(values: Sequence[Value], positions: Sequence[int], heading: Sequence[str]) -> bool:
    """Whether a row repeats the header, as printed pages do."""
    for position in (positions[-1], positions[0]):
        if position < len(values) and isinstance(values[position], (int, float)):
            return False
    same = sum(
        words(values[position]) == text
        for position, text in zip(positions, heading, strict=True)
        if position < len(values)
    )
    return same * 2 > len(positions)
