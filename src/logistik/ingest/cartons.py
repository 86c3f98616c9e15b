"""The cartons that a delivery came in: one record per carton, or per range of cartons that share a row."""

from collections.abc import Iterator, Sequence

from logistik.core.places import Block, ColumnKey
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.carton_conditions import Condition, condition_of
from logistik.ingest.carton_numbers import is_number, may_be_range, serials
from logistik.ingest.idle import is_supply
from logistik.ingest.names import elections_in, is_revote
from logistik.ingest.numbers import Trouble, read_count
from logistik.ingest.records import CartonRow, CartonSheet, CellTrouble
from logistik.ingest.tables import Table, total_label
from logistik.ingest.totals import RunningSums

_COUNTS = (Field.NOTED, Field.RECEIVED)


def read_cartons(table: Table) -> CartonSheet:
    """Every carton of a table: a row with a number, or with sheets by label or by count.

    Election and purpose (voting, revote) stand in the row, above it in the same column, over the figures, or in the
    titles. Total rows are held against their parts and left out; rows without a number and without sheets are titles
    and notes, rows at the end that only number themselves a form that is not filled in.
    """
    sheet = CartonSheet()
    for part in _per_election(table):
        rows = list(_rows(part, sheet))
        while rows and _only_numbers_itself(rows[-1], part):
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


def _rows(table: Table, sheet: CartonSheet) -> Iterator[CartonRow]:
    """The rows of a table that are cartons; what else they hold goes to `sheet`."""
    counts = [at for field in _COUNTS if (at := table.position(field)) is not None]
    labels, sums = table.label_columns(counts), RunningSums(counts)
    at_number = table.position(Field.CARTONS)
    above = _Above(table)
    last: tuple[str | None, Stock] | None = None
    for row, values in table.data_rows():
        readings = [read_count(values[at]) if at < len(values) else None for at in counts]
        numbers = [None if isinstance(each, Trouble) else each for each in readings]
        carton = table.text(row, at_number)
        is_bare = all(reading is None for reading in readings)
        label = total_label(values, labels)
        if label or (not carton and not is_bare and sums.is_sum(numbers)):
            if sums.has_rows and any(number is not None for number in numbers):
                sheet.totals.append(sums.close(table.block, row, label, numbers))
            continue
        if is_supply(table.text(row, table.position(Field.ELECTION))) or (is_bare and not is_number(carton)):
            continue
        sheet.troubles += [
            CellTrouble(table.block, row, at, reading)
            for at, reading in zip(counts, readings, strict=True)
            if isinstance(reading, Trouble)
        ]
        found = _row(table, row, dict(zip(counts, numbers, strict=True)), carton, above)
        if (found.election, found.stock) != last:
            sums.begin("election")
            last = found.election, found.stock
        sums.add([None] * len(counts) if may_be_range(carton) else numbers)
        yield found


class _Above:
    """The election and the purpose that a cell above named last; a blank cell of a column repeats them."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._election = self._purpose = ""
        self._at_election, self._at_purpose = table.position(Field.ELECTION), table.position(Field.PURPOSE)
        self._usual = table.context.get(Field.ELECTION) or self._only_election()
        self._is_titled = Field.PURPOSE in table.context

    def _only_election(self) -> str | None:
        """The election that the column names wherever it names one; None where it names several."""
        if self._at_election is None:
            return None
        named = {each for value in set(self._table.values(self._at_election)) for each in elections_in(value)}
        return named.pop() if len(named) == 1 else None

    def of(self, row: int) -> tuple[str | None, Stock]:
        """Election and stock of a row."""
        typed = self._table.text(row, self._at_election)
        purpose = self._table.text(row, self._at_purpose)
        if typed:
            self._election, self._purpose = typed, purpose
        elif purpose:
            self._purpose = purpose
        found = elections_in(self._election)
        is_for_revote = is_revote(self._election)
        is_open = not found and (is_for_revote or not self._election)
        election = found[0] if len(found) == 1 else self._usual if is_open else None
        says = self._at_purpose is not None or is_for_revote
        revote = (self._is_titled and not says) or is_for_revote or is_revote(self._purpose)
        return election, Stock.REVOTE if revote else Stock.VOTING


def _row(table: Table, row: int, counted: dict[int, int | None], carton: str, above: _Above) -> CartonRow:
    election, stock = above.of(row)
    remark = table.text(row, table.position(Field.REMARK))
    condition = table.text(row, table.position(Field.CONDITION))
    if not condition and condition_of(remark) in (Condition.OPENED, Condition.HARMED):
        condition = remark
    kecamatan = table.text(row, table.position(Field.KECAMATAN)) or table.context.get(Field.KECAMATAN, "")
    at_noted, at_received = table.position(Field.NOTED), table.position(Field.RECEIVED)
    return CartonRow(
        number=carton,
        election=election,
        stock=Stock.REVOTE if is_revote(carton) or is_revote(remark) else stock,
        kecamatan=kecamatan or table.text(row, table.position(Field.REGION)),
        noted=None if at_noted is None else counted[at_noted],
        received=None if at_received is None else counted[at_received],
        condition=condition,
        block=table.block,
        row=row,
    )


def _only_numbers_itself(row: CartonRow, table: Table) -> bool:
    """Whether nothing was written in a row but its number, and how it reads besides comes from above or the titles."""
    said = (table.text(row.row, table.position(field)) for field in (Field.ELECTION, Field.CONDITION, Field.REMARK))
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
