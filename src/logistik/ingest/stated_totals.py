"""The total rows of a table as control totals: every stated figure beside the computed one."""

from collections.abc import Collection
from typing import NamedTuple

from logistik.core.places import cell_name
from logistik.core.vocabulary import Field
from logistik.ingest.numbers import lost_thousands, read_count, read_restored, read_signed
from logistik.ingest.records import TotalRow
from logistik.ingest.table_reading import TableReading
from logistik.ingest.tables import Table


class StatedFigure(NamedTuple):
    """One figure of a total row; `computed` is None where a part cannot be read, so that it was not judged."""

    cell: str
    header: str
    stated: int
    computed: int | None


class ControlTotal(NamedTuple):
    """A total row (zero-based), its label, and its figures."""

    row: int
    label: str
    figures: tuple[StatedFigure, ...]

    @property
    def agrees(self) -> bool:
        """Whether no figure differs from its rows."""
        return all(each.computed in (None, each.stated) for each in self.figures)


def control_totals(table: Table, read: TableReading) -> tuple[ControlTotal, ...]:
    """Each total row with what it states and what its rows make together.

    The reader keeps only the columns that differ. One that does not differ is equal, unless a cell above could
    not be read; then it is equal where a stretch of readable rows right above it makes the stated figure.
    """
    totals = {total.row: total for total in read.reading.totals}
    if not totals:
        return ()
    columns = [_Column(table, at, blank_is_zero=read.blank_is_zero) for at in read.counts]
    found = []
    doubted = [column for column in columns if column.at in read.unknown]
    for row in sorted([*read.rows, *totals]) if doubted else sorted(totals):
        if row in totals:
            found.append(_held(table, totals[row], columns, read.unknown))
        else:
            for column in doubted:
                column.take(row)
    return tuple(found)


class _Column:
    """The sums of one column at the end of each of its rows, since the last cell that could not be read."""

    def __init__(self, table: Table, at: int, *, blank_is_zero: bool) -> None:
        self.at = at
        self._table = table
        self._blank_is_zero = blank_is_zero
        signed = {column.position for column in table.header.columns if column.key and _is_signed(column.key.name)}
        self._read = read_signed if at in signed else read_count
        if blank_is_zero and at not in signed and lost_thousands(table.values(at)):
            self._read = read_restored
        self._sum = 0
        self._seen = {0}

    def number(self, row: int) -> int | None:
        """The count in a row."""
        reading = self._read(self._table.grid.value(row, self.at))
        return reading if isinstance(reading, int) else None

    def take(self, row: int) -> None:
        """Add a data row."""
        reading = self._read(self._table.grid.value(row, self.at))
        if reading is None and self._blank_is_zero:
            reading = 0
        if isinstance(reading, int):
            self._sum += reading
        else:
            self._seen.clear()
        self._seen.add(self._sum)

    def is_made(self, stated: int) -> bool:
        """Whether readable rows right above make this figure."""
        return self._sum - stated in self._seen


def _is_signed(name: str) -> bool:
    return name == Field.STATED_DIFFERENCE


def _held(table: Table, total: TotalRow, columns: list[_Column], unknown: Collection[int]) -> ControlTotal:
    differing = {difference.column: difference for difference in total.differences}
    figures = {}
    for column in columns:
        stated = column.number(total.row)
        if stated is not None and column.at not in differing:
            is_judged = column.at not in unknown or column.is_made(stated)
            figures[column.at] = _figure(table, total, column.at, stated, stated if is_judged else None)
    figures |= {at: _figure(table, total, at, each.stated, each.expected) for at, each in differing.items()}
    return ControlTotal(total.row, total.label, tuple(figures[at] for at in sorted(figures)))


def _figure(table: Table, total: TotalRow, at: int, stated: int, computed: int | None) -> StatedFigure:
    return StatedFigure(cell_name(total.row, at), table.block.headers.get(at, ""), stated, computed)
