"""The cartons that a delivery came in: one record per carton, or per range of cartons that share a row."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, Self

from logistik.core.grid import Value
from logistik.core.places import Block, ColumnKey
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.carton_conditions import Condition, condition_of
from logistik.ingest.carton_numbers import is_number, may_be_range, serials
from logistik.ingest.columns import names_election
from logistik.ingest.idle import is_supply
from logistik.ingest.names import elections_in, is_revote, words
from logistik.ingest.numbers import Reading, Trouble, read_count
from logistik.ingest.records import CartonRow, CartonSheet, CellTrouble
from logistik.ingest.tables import Table, total_label
from logistik.ingest.totals import RunningSums

_COUNTS = (Field.NOTED, Field.RECEIVED)
_OF_A_SECTION = frozenset({"koli", "a", "b", "c", "d", "e", "psu", "pemungutan", "ulang"})
"""Words of a row that names an election for the cartons below it, beside those of elections."""


def read_cartons(table: Table) -> CartonSheet:
    """Every carton of a table: a row with a number, or with sheets by label or by count.

    Election and purpose (voting, revote) stand in the row, above it in the same column, in a row of their own above it,
    over the figures, or in the titles. Total rows are held against their parts and left out; rows without a number and
    without sheets are titles, notes and signatures, rows at the end that only number themselves a form not filled in.
    """
    sheet = CartonSheet()
    for part in _per_election(table):
        columns = _Columns.of(part)
        rows = list(_rows(part, columns, sheet))
        while rows and _only_numbers_itself(rows[-1], part, columns):
            rows.pop()
        sheet.rows += _numbered(rows)
    return sheet


def carton_counts(table: Table) -> list[int]:
    """The columns of a carton list that are added up: sheets by the label, and by the count."""
    return [at for key, at in table.block.columns.items() if key.name in _COUNTS]


def _per_election(table: Table) -> Iterator[Table]:
    """The table once for each election that stands over figures of its own; under none it is one."""
    columns = table.block.columns
    figures: dict[tuple[str | None, str | None], dict[ColumnKey, int]] = {}
    for key, at in columns.items():
        if key.name in _COUNTS:
            figures.setdefault((key.election, key.stock), {})[ColumnKey(key.name)] = at
    if figures.keys() == {(None, None)}:
        yield table
        return
    shared = {key: at for key, at in columns.items() if key.name not in _COUNTS}
    plain = figures.get((None, None), {})
    if not any(plain.keys() & own.keys() for head, own in figures.items() if any(head)):
        shared |= figures.pop((None, None), {})
    for (election, stock), own in figures.items():
        context = {**table.context}
        if election:
            context[Field.ELECTION] = election
        if stock:
            context[Field.PURPOSE] = "psu"
        block = Block(table.block.file, table.block.sheet, shared | own, table.block.headers, table.block.anchors)
        yield table._replace(block=block, context=context)


class _Columns(NamedTuple):
    """Where a table holds what is read of a carton."""

    cartons: int | None
    election: int | None
    purpose: int | None
    kecamatan: int | None
    region: int | None
    condition: int | None
    remark: int | None
    noted: int | None
    received: int | None

    @classmethod
    def of(cls, table: Table) -> Self:
        """The columns of a table."""
        return cls(*(table.position(Field(name)) for name in cls._fields))


def _rows(table: Table, columns: _Columns, sheet: CartonSheet) -> Iterator[CartonRow]:
    """The rows of a table that are cartons; what else they hold goes to `sheet`."""
    counts = [at for at in (columns.noted, columns.received) if at is not None]
    labels, sums = table.label_columns(counts), RunningSums(counts)
    above = _Above(table, columns)
    around = table.context.get(Field.KECAMATAN, "")
    last: tuple[str | None, Stock] | None = None
    for row, values in table.data_rows():
        readings = [read_count(values[at]) if at < len(values) else None for at in counts]
        numbers = [None if isinstance(each, Trouble) else each for each in readings]
        carton = table.text(row, columns.cartons)
        is_bare = readings.count(None) == len(readings)
        label = total_label(values, labels)
        if label or (not carton and not is_bare and sums.is_sum(numbers)):
            if sums.has_rows and numbers.count(None) < len(numbers):
                sheet.totals.append(sums.close(table.block, row, label, numbers))
            continue
        named = table.text(row, columns.election)
        said = readings if named else numbers
        if is_supply(named):
            continue
        if not is_number(carton) and all(each is None for each in said):
            above.take(values)
            continue
        doubtful = [*zip(counts, readings, strict=True), *_day_for_number(columns.cartons, values)]
        sheet.troubles += [
            CellTrouble(table.block, row, at, reading) for at, reading in doubtful if isinstance(reading, Trouble)
        ]
        election, stock = above.of(named, table.text(row, columns.purpose))
        remark, condition = table.text(row, columns.remark), table.text(row, columns.condition)
        if remark and not condition and condition_of(remark) in (Condition.OPENED, Condition.HARMED):
            condition = remark
        if is_revote(carton) or (remark and is_revote(remark)):
            stock = Stock.REVOTE
        if (election, stock) != last:
            sums.begin("election")
            last = election, stock
        sums.add([None] * len(counts) if may_be_range(carton) else numbers)
        yield CartonRow(
            number=carton,
            election=election,
            stock=stock,
            kecamatan=table.text(row, columns.kecamatan) or around or table.text(row, columns.region),
            noted=None if columns.noted is None else numbers[0],
            received=None if columns.received is None else numbers[-1],
            condition=condition,
            block=table.block,
            row=row,
        )


def _day_for_number(at: int | None, values: Sequence[Value]) -> Iterator[tuple[int, Reading]]:
    """The column of the carton's number with how a cell reads that the spreadsheet program made a day of."""
    if at is not None and at < len(values) and isinstance(values[at], date):
        yield at, read_count(values[at])


class _Above:
    """The election and the purpose that a cell above named last; a blank cell of a column repeats them."""

    def __init__(self, table: Table, columns: _Columns) -> None:
        self._election = self._purpose = ""
        self._says_purpose = columns.purpose is not None
        self._is_titled = Field.PURPOSE in table.context
        self._usual = table.context.get(Field.ELECTION) or _only_election(table, columns.election)

    def take(self, values: Sequence[Value]) -> None:
        """Take a row without a carton: words that only name an election hold for the cartons below it."""
        texts = [value for value in values if isinstance(value, str) and words(value)]
        if len(texts) == 1 and names_election(texts[0], also=_OF_A_SECTION):
            self._election, self._purpose = texts[0], ""

    def of(self, typed: str, purpose: str) -> tuple[str | None, Stock]:
        """Election and stock of a row in which these are typed."""
        if typed:
            self._election, self._purpose = typed, purpose
        elif purpose:
            self._purpose = purpose
        found = elections_in(self._election)
        is_for_revote = is_revote(self._election)
        is_open = not found and (is_for_revote or not self._election)
        election = found[0] if len(found) == 1 else self._usual if is_open else None
        is_titled = self._is_titled and not self._says_purpose
        revote = is_titled or is_for_revote or is_revote(self._purpose)
        return election, Stock.REVOTE if revote else Stock.VOTING


def _only_election(table: Table, column: int | None) -> str | None:
    """The election that a column names wherever it names one; None where it names several."""
    if column is None:
        return None
    named = {each for value in set(table.values(column)) for each in elections_in(value)}
    return named.pop() if len(named) == 1 else None


def _only_numbers_itself(row: CartonRow, table: Table, columns: _Columns) -> bool:
    """Whether nothing was written in a row but its number, and how it reads besides comes from above or the titles."""
    said = (table.text(row.row, at) for at in (columns.election, columns.condition, columns.remark))
    return row.noted is None and row.received is None and not any(said)


def _numbered(rows: Sequence[CartonRow]) -> list[CartonRow]:
    """The rows with their numbers read, those of one election and stock beside each other."""
    together: dict[tuple[str | None, Stock], list[int]] = {}
    for at, row in enumerate(rows):
        together.setdefault((row.election, row.stock), []).append(at)
    found = list(rows)
    for places in together.values():
        for at, serial in zip(places, serials([rows[at].number for at in places]), strict=True):
            found[at] = rows[at]._replace(serial=serial)
    return found
