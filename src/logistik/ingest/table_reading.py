"""A table read by the reader of its role, in one shape for all: what counts, what was held apart, how it begins."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from logistik.core.counts import Absent, Cell
from logistik.core.places import ColumnKey, cell_position
from logistik.core.vocabulary import REGION_FIELDS, Field, Role, Stock
from logistik.ingest.cartons import carton_counts, read_cartons
from logistik.ingest.lists import RecapSign, VoterList
from logistik.ingest.numbers import Trouble, read_count
from logistik.ingest.packing import packing_counts, read_packing
from logistik.ingest.records import (
    CartonRow,
    CellTrouble,
    PackedRow,
    PollingStation,
    Reading,
    Roll,
    StockRow,
    StrayRow,
)
from logistik.ingest.regions import Names
from logistik.ingest.stock import read_stock
from logistik.ingest.tables import Table, total_label
from logistik.ingest.totals import RunningSums

SHOWN_ROWS = 3
"""Rows that are shown as read."""

_ROLL_COUNTS = (Field.MALE, Field.FEMALE, Field.VOTERS)
_NO_COUNTS = frozenset(
    {*REGION_FIELDS, Field.REGION, Field.GROUP, Field.CODE, Field.TPS, Field.ELECTION, Field.PURPOSE, Field.DATE,
     Field.CARTONS, Field.NUMBER, Field.REMARK, Field.MOVED_IN, Field.CONDITION, Field.SEALED}
)  # fmt: skip

Shown = int | str | None
"""A value as read: a count, a text, None where there is none; "?" is a cell that could not be read."""


class FirstRow(NamedTuple):
    """One of the first rows as read: values by field, damage categories by their own names."""

    row: int
    values: Mapping[str, Shown]


class TableReading(NamedTuple):
    """What a table gave: its final role, the rows that count (zero-based, in order), and everything beside them.

    `unknown` are the columns of counts in which some cell could not be summed; `regions` the normal forms of the
    kecamatan and kelurahan of its rows; `is_stated` says that its columns are named in the settings, not in a header;
    `sign` what shows that a voter list's rows are not TPS.
    """

    role: Role
    rows: tuple[int, ...]
    reading: Reading
    strays: Sequence[StrayRow]
    first: tuple[FirstRow, ...]
    counts: tuple[int, ...]
    unknown: frozenset[int]
    is_stated: bool
    regions: frozenset[tuple[str, str]] = frozenset()
    sign: RecapSign | None = None
    without_voters: int = 0
    without_election: bool = False

    @property
    def troubles(self) -> Sequence[CellTrouble]:
        """Cells that should hold a count and do not."""
        return self.reading.troubles

    @property
    def blank_is_zero(self) -> bool:
        """Whether a blank cell is 0 in the sums that totals are held against."""
        return self.role is Role.STOCK


def roll_reading(listed: VoterList) -> TableReading:
    """A voter list that was read beside the others; it is a recap where that showed."""
    table, roll = listed.table, listed.roll
    return TableReading(
        Role.DPT if listed.sign is None else Role.RECAP,
        tuple(station.row for station in roll.stations),
        roll,
        roll.strays,
        tuple(_station(station, listed) for station in roll.stations[:SHOWN_ROWS]),
        _positions(table, _ROLL_COUNTS),
        _unknown(roll, table),
        _is_stated(table),
        frozenset((station.kelurahan.kecamatan, station.kelurahan.kelurahan) for station in roll.stations),
        sign=listed.sign,
        without_voters=sum(station.voters is None for station in roll.stations),
    )


def _is_stated(table: Table) -> bool:
    """Whether the columns are named in the settings: then no header stands where the table's header would."""
    row, _ = cell_position(table.header.columns[0].cell)
    return row > table.header.rows[-1]


def _unknown(roll: Roll, table: Table) -> frozenset[int]:
    blank = {
        Field.MALE: any(station.male is None for station in roll.stations),
        Field.FEMALE: any(station.female is None for station in roll.stations),
        Field.VOTERS: any(station.total is None for station in roll.stations),
    }
    return frozenset(_positions(table, [field for field, is_blank in blank.items() if is_blank]))


def _station(station: PollingStation, listed: VoterList) -> FirstRow:
    """A row of a voter list; that of a recap says how many TPS, not which."""
    table, names = listed.table, listed.names
    numbers = {Field.MALE: station.male, Field.FEMALE: station.female, Field.VOTERS: station.total}
    values: dict[str, Shown] = {
        Field.KECAMATAN: names.shown.get(station.kelurahan.parent, ""),
        Field.KELURAHAN: names.shown.get(station.kelurahan, ""),
    }
    values |= {Field.TPS: station.tps} if listed.sign is None else {Field.STATION_COUNT: int(station.tps)}
    unread = "?"
    values |= {
        name: number if number is not None else unread if table.text(station.row, table.position(name)) else None
        for name, number in numbers.items()
        if table.position(name) is not None
    }
    if table.position(Field.VOTERS) is None:
        values[Field.VOTERS] = station.voters
    return FirstRow(station.row, values)


def stock_reading(table: Table, is_kecamatan: Callable[[str], bool]) -> TableReading:
    """A warehouse table; `is_kecamatan` tells the two levels apart that one column of regions may hold."""
    sheet = read_stock(table, is_kecamatan)
    counts = {
        column.position: None for column in table.header.columns if column.key and column.key.name not in _NO_COUNTS
    }
    first = tuple(dict.fromkeys(row.row for row in sheet.rows))
    shown = first[:SHOWN_ROWS]
    return TableReading(
        Role.STOCK,
        first,
        sheet,
        (),
        tuple(_stock_row(row, table) for row in sheet.rows if row.row in shown)[: 2 * SHOWN_ROWS],
        tuple(sorted(counts)),
        frozenset(trouble.column for trouble in sheet.troubles),
        _is_stated(table),
        without_election=any(row.election is None for row in sheet.rows),
    )


def _stock_row(row: StockRow, table: Table) -> FirstRow:
    values: dict[str, Shown] = {
        Field.KECAMATAN: row.kecamatan,
        Field.KELURAHAN: row.kelurahan,
        Field.ELECTION: row.election or "",
        Field.PURPOSE: _purpose(row.stock),
    }
    for field in (Field.DATE, Field.GROUP, Field.CARTONS):
        if (at := table.position(field)) is not None:
            values[field] = table.text(row.row, at)
    figures: dict[str, Any] = row.figures._asdict()
    for name in ("damage_categories", "damage_causes"):
        figures.pop(name)
    keys = [column.key for column in table.header.columns if column.key is not None]
    of_group = (row.wide_election, row.wide_stock)
    mine = [key for key in dict.fromkeys(keys) if key.category and (key.election, key.stock) == of_group]
    typed = [
        *zip((key for key in mine if key.name == Field.DAMAGE_CATEGORY), row.figures.damage_categories, strict=False),
        *zip((key for key in mine if key.name == Field.DAMAGE_CAUSE), row.figures.damage_causes, strict=False),
    ]
    values |= {name: _shown(cell) for name, cell in figures.items() if cell is not None}
    values |= {str(key.category).lower(): _shown(cell) for key, cell in typed}
    values |= dict(row.stated)
    return FirstRow(row.row, values)


def _purpose(stock: Stock) -> str:
    return "psu" if stock is Stock.REVOTE else ""


def _shown(cell: Cell) -> Shown:
    if isinstance(cell, Absent):
        return None if cell.is_blank else "?"
    return cell


def packing_reading(table: Table, names: Names) -> TableReading:
    """A packing list: its rows are TPS, each shown once for every election."""
    sheet = read_packing(table, names)
    rows = tuple(dict.fromkeys(row.row for row in sheet.rows))
    counts = tuple(packing_counts(table))
    return TableReading(
        Role.PACKING,
        rows,
        sheet,
        sheet.strays,
        tuple(_packed(row, table, names) for row in sheet.rows if row.row in rows[:SHOWN_ROWS]),
        counts,
        _without_number(table, rows, counts),
        _is_stated(table),
        frozenset((row.kelurahan.kecamatan, row.kelurahan.kelurahan) for row in sheet.rows),
        without_election=any(row.election is None for row in sheet.rows),
    )


def _packed(row: PackedRow, table: Table, names: Names) -> FirstRow:
    """What one TPS has of one election; figures and the seal where the table has a column for them."""
    values: dict[str, Shown] = {
        Field.ELECTION: row.election or "",
        Field.KECAMATAN: names.shown.get(row.kelurahan.parent, ""),
        Field.KELURAHAN: names.shown.get(row.kelurahan, ""),
        Field.TPS: row.tps,
        Field.PACKED: None if row.is_blank else _read(row.sheets),
    }
    if (recounted := table.block.columns.get(ColumnKey(Field.RECOUNTED, row.wide_election))) is not None:
        values[Field.RECOUNTED] = _read(row.recounted) if table.text(row.row, recounted) else None
    if any(key.name == Field.SEALED for key in table.block.columns):
        values[Field.SEALED] = "ya" if row.is_sealed else "belum"
    return FirstRow(row.row, values)


def _read(number: int | None) -> Shown:
    """A number of a cell that is not blank."""
    return "?" if number is None else number


def carton_reading(table: Table) -> TableReading:
    """A list of cartons."""
    sheet = read_cartons(table)
    rows, counts = tuple(row.row for row in sheet.rows), tuple(carton_counts(table))
    return TableReading(
        Role.CARTONS,
        rows,
        sheet,
        (),
        tuple(_carton(row, table) for row in sheet.rows[:SHOWN_ROWS]),
        counts,
        _without_number(table, rows, counts),
        _is_stated(table),
        without_election=any(row.election is None for row in sheet.rows),
    )


def _carton(row: CartonRow, table: Table) -> FirstRow:
    values: dict[str, Shown] = {
        Field.CARTONS: row.number,
        Field.ELECTION: row.election or "",
        Field.PURPOSE: _purpose(row.stock),
        Field.KECAMATAN: row.kecamatan,
    }
    troubled = {Field.NOTED: row.noted, Field.RECEIVED: row.received}
    values |= {
        key.name: _read(troubled[Field(key.name)]) if read_count(table.grid.value(row.row, at)) is not None else None
        for key, at in table.block.columns.items()
        if key.name in troubled
    }
    return FirstRow(row.row, values | {Field.CONDITION: row.condition})


def _without_number(table: Table, rows: Sequence[int], counts: Sequence[int]) -> frozenset[int]:
    """The columns of counts in which some of the rows have none."""
    return frozenset(
        at for at in counts if any(not isinstance(read_count(table.grid.value(row, at)), int) for row in rows)
    )


def recap_reading(table: Table) -> TableReading:
    """A list of regions: rows with a number count, rows that say so are totals of the rows above."""
    reading = Reading()
    rows: list[int] = []
    first: list[FirstRow] = []
    counts = _positions(table, (*_ROLL_COUNTS, Field.STATION_COUNT))
    is_layered = table.position(Field.REGION) is not None  # kecamatan and their kelurahan in one column
    labels, sums, above = table.label_columns(counts), RunningSums(counts), ""
    for row, values in table.data_rows():
        readings = [read_count(values[at]) if at < len(values) else None for at in counts]
        numbers = [None if isinstance(each, Trouble) else each for each in readings]
        if all(number is None for number in numbers):
            continue
        if (label := total_label(values, labels)) and sums.has_rows:
            total = sums.close(table.block, row, label, numbers)
            reading.totals.append(total._replace(differences=()) if is_layered else total)
            continue
        kecamatan = table.text(row, table.position(Field.KECAMATAN))
        if kecamatan and kecamatan != above:
            sums.begin("kecamatan")
            above = kecamatan
        sums.add(numbers)
        rows.append(row)
        reading.troubles += [
            CellTrouble(table.block, row, at, each)
            for at, each in zip(counts, readings, strict=True)
            if isinstance(each, Trouble)
        ]
        if len(first) < SHOWN_ROWS:
            named: dict[str, Shown] = {
                name: table.text(row, at)
                for name in (*REGION_FIELDS, Field.REGION)
                if (at := table.position(name)) is not None
            }
            said: dict[str, Shown] = {
                column.key.name: numbers[counts.index(column.position)]
                for column in table.header.columns
                if column.key and column.position in counts
            }
            first.append(FirstRow(row, named | said))
    return TableReading(
        table.header.role, tuple(rows), reading, (), tuple(first), counts, frozenset(counts), _is_stated(table)
    )


def _positions(table: Table, fields: Sequence[Field]) -> tuple[int, ...]:
    return tuple(at for name in fields if (at := table.block.columns.get(ColumnKey(name))) is not None)
