"""The cartons that a delivery came in: one record per carton."""

from collections.abc import Sequence

from logistik.core.grid import Value
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.columns import names_election
from logistik.ingest.idle import is_supply
from logistik.ingest.names import elections_in, is_revote, words
from logistik.ingest.numbers import Reading, Trouble, read_count
from logistik.ingest.records import CartonRow, CartonSheet, CellTrouble
from logistik.ingest.tables import Table, total_label
from logistik.ingest.totals import RunningSums

_COUNTS = (Field.NOTED, Field.RECEIVED)
_LONGEST_NUMBER = 4
"""Words that the number of a carton has at the most."""
_OF_A_SECTION = frozenset({"koli", "a", "b", "c", "d", "e", "psu", "pemungutan", "ulang"})
"""Words of a row that names an election for the cartons below it, beside those of elections."""


def read_cartons(table: Table) -> CartonSheet:
    """Every carton of a table: a row with a number, or with sheets by label or by count.

    Election and purpose (voting, revote) stand in the row, above it in the same column, in a row of their own above
    it, over the columns, or in the titles. Total rows are held against their parts and left out; rows without a number
    and without sheets are titles and notes.
    """
    sheet = CartonSheet()
    counts = carton_counts(table)
    labels, sums = table.label_columns(counts), RunningSums(counts)
    above = _Above(table)
    last: tuple[str | None, Stock] | None = None
    for row, values in table.data_rows():
        readings = [read_count(values[at]) if at < len(values) else None for at in counts]
        numbers = [None if isinstance(each, Trouble) else each for each in readings]
        if label := total_label(values, labels):
            if sums.has_rows and any(number is not None for number in numbers):
                sheet.totals.append(sums.close(table.block, row, label, numbers))
            continue
        carton = table.text(row, table.position(Field.CARTONS))
        if is_supply(table.text(row, table.position(Field.ELECTION))):
            continue
        if all(reading is None for reading in readings) and not _numbers(carton):
            above.take(values)
            continue
        sheet.troubles += _troubles(table, row, counts, readings)
        found = _row(table, row, values, carton, above)
        if (found.election, found.stock) != last:
            sums.begin("election")
            last = found.election, found.stock
        sums.add(numbers)
        sheet.rows.append(found)
    return sheet


def carton_counts(table: Table) -> list[int]:
    """The columns of a carton list that are added up: sheets by the label, and by the count."""
    return [at for field in _COUNTS if (at := _position(table, field)) is not None]


def _position(table: Table, field: Field) -> int | None:
    """The column of a figure; one under the head of an election is that of a sheet of one election."""
    found = table.position(field)
    named = (at for key, at in table.block.columns.items() if key.name == field)
    return next(named, None) if found is None else found


def _numbers(carton: str) -> bool:
    """Whether a text without sheets beside it is the number of a carton, not a note."""
    return any(char.isdigit() for char in carton) and len(words(carton).split()) <= _LONGEST_NUMBER


def _troubles(table: Table, row: int, counts: Sequence[int], readings: Sequence[Reading]) -> list[CellTrouble]:
    return [
        CellTrouble(table.block, row, at, reading)
        for at, reading in zip(counts, readings, strict=True)
        if isinstance(reading, Trouble)
    ]


class _Above:
    """The election and the purpose that a cell above named last; a blank cell of a column repeats them."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._election = self._purpose = ""
        figures = (key for key in table.block.columns if key.name in _COUNTS)
        self._titled = next((key.election for key in figures if key.election), table.context.get(Field.ELECTION))

    def take(self, values: Sequence[Value]) -> None:
        """Take a row without a carton: words that only name an election hold for the cartons below it."""
        texts = [value for value in values if isinstance(value, str) and words(value)]
        if len(texts) == 1 and names_election(texts[0], also=_OF_A_SECTION):
            self._election, self._purpose = texts[0], ""

    def of(self, row: int) -> tuple[str | None, Stock]:
        """Election and stock of a row."""
        table = self._table
        typed = table.text(row, table.position(Field.ELECTION))
        purpose = table.text(row, table.position(Field.PURPOSE))
        if typed:
            self._election, self._purpose = typed, purpose
        elif purpose:
            self._purpose = purpose
        found = elections_in(self._election)
        election = found[0] if len(found) == 1 else None if self._election else self._titled
        if not found and is_revote(self._election):
            election = self._titled
        says = table.position(Field.PURPOSE) is not None or is_revote(self._election)
        is_titled = not says and Field.PURPOSE in table.context
        revote = is_titled or is_revote(self._election) or is_revote(self._purpose)
        return election, Stock.REVOTE if revote else Stock.VOTING


def _row(table: Table, row: int, values: Sequence[Value], carton: str, above: _Above) -> CartonRow:
    election, stock = above.of(row)
    if is_revote(carton):
        stock = Stock.REVOTE

    def count(field: Field) -> int | None:
        at = _position(table, field)
        found = read_count(values[at]) if at is not None and at < len(values) else None
        return found if isinstance(found, int) else None

    kecamatan = table.text(row, table.position(Field.KECAMATAN)) or table.context.get(Field.KECAMATAN, "")
    return CartonRow(
        number=carton,
        election=election,
        stock=stock,
        kecamatan=kecamatan or table.text(row, table.block.columns.get(ColumnKey(Field.REGION))),
        noted=count(Field.NOTED),
        received=count(Field.RECEIVED),
        condition=table.text(row, table.position(Field.CONDITION)),
        block=table.block,
        row=row,
    )
