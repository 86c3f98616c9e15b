"""Everything the files say, put together: the roll, the warehouse, and what did not fit."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from logistik.core.counts import Count, Resolved, resolve, total
from logistik.core.daily import Combined, Verdict, combine, is_doubtful
from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.core.office import Office
from logistik.core.places import Block
from logistik.core.regions import RegionKey, Regions
from logistik.core.vocabulary import Role, Stock
from logistik.ingest.by_name import is_by_name
from logistik.ingest.cartons import read_cartons
from logistik.ingest.code_columns import codes_of
from logistik.ingest.columns import Vocabulary
from logistik.ingest.finder import Misfit, RegionFinder
from logistik.ingest.idle import holds_counts
from logistik.ingest.lists import names_of, read_lists, regions_of
from logistik.ingest.mixed_levels import with_mixed_levels
from logistik.ingest.packing import read_packing
from logistik.ingest.placing import CartonEntry, PackedEntry, by_station, place_cartons, place_packed
from logistik.ingest.privacy import personal_columns
from logistik.ingest.recap import Recap, read_recap
from logistik.ingest.records import (
    CartonSheet,
    PackingSheet,
    PollingStation,
    Reading,
    Roll,
    SheetReport,
    StationSheet,
    StockRow,
    StockSheet,
)
from logistik.ingest.sheet_names import name_stock
from logistik.ingest.sheets import as_read, is_put_aside, tables_in
from logistik.ingest.shifted import Shift, aligned
from logistik.ingest.stock import read_stock
from logistik.ingest.tables import Table

HoldingKey = tuple[RegionKey, str, Stock]
"""Region, election and stock: what a count is of."""


@dataclass(slots=True, eq=False, repr=False)
class Entry:
    """A stock row with its region, and its figures resolved by the identity."""

    row: StockRow
    key: RegionKey | None
    misfit: Misfit | None
    resolved: Resolved

    @property
    def count(self) -> Count:
        """The known figures of the row."""
        return self.resolved.count

    @property
    def holding(self) -> HoldingKey | None:
        """What the row is a count of; None if its region or election is not known."""
        if self.key is None or self.row.election is None:
            return None
        return self.key, self.row.election, self.row.stock


class Holding(NamedTuple):
    """All rows of one region, election and stock, and the count that they make together."""

    entries: tuple[Entry, ...]
    combined: Combined


class Book(NamedTuple):
    """What was read. Nothing here is computed beyond one row, except several rows of one key put together."""

    regions: Regions
    rolls: tuple[Roll, ...]
    sheets: tuple[SheetReport, ...]
    stock_sheets: tuple[StockSheet, ...]
    entries: tuple[Entry, ...]
    stations: tuple[PollingStation, ...]
    repeated: tuple[tuple[PollingStation, PollingStation], ...] = ()
    recaps: tuple[Recap, ...] = ()
    tables: tuple[Table, ...] = ()
    shifts: tuple[Shift, ...] = ()
    holdings: Mapping[HoldingKey, Holding] = MappingProxyType({})
    typed: frozenset[RegionKey] = frozenset()
    packing_sheets: tuple[PackingSheet, ...] = ()
    carton_sheets: tuple[CartonSheet, ...] = ()
    packed: tuple[PackedEntry, ...] = ()
    packings: Mapping[tuple[RegionKey, str], list[PackedEntry]] = MappingProxyType({})
    cartons: tuple[CartonEntry, ...] = ()
    packing_names: Mapping[RegionKey, str] = MappingProxyType({})

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What every table gave, voter lists before the warehouse."""
        return (*self.rolls, *self.stock_sheets, *self.carton_sheets, *self.packing_sheets)

    @property
    def station_sheets(self) -> tuple[StationSheet, ...]:
        """What the tables with one row per TPS gave."""
        return (*self.rolls, *self.packing_sheets)

    @property
    def elections(self) -> list[str]:
        """The elections that the stock names, else the cartons, else the packing lists, in the order of their rows."""
        for rows in (self.entries, self.cartons, self.packed):
            if found := list(dict.fromkeys(each.row.election for each in rows if each.row.election)):
                return found
        return []


def doubted(holdings: Mapping[HoldingKey, Holding], base: Callable[[HoldingKey], int]) -> dict[HoldingKey, Holding]:
    """The holdings, with the sum of days unknown where only running totals would keep to the base (sheets)."""
    found = {}
    for key, (rows, combined) in holdings.items():
        days = [entry.count for entry in rows if entry.row.sorting]
        if is_doubtful(combined, days, base(key)):
            readings = (combined.count.received, days[-1].received)
            combined = Combined(Count(ordered=combined.count.ordered), Verdict.UNCERTAIN, readings)  # noqa: PLW2901
        found[key] = Holding(rows, combined)
    return found


class Recognised(NamedTuple):
    """The sheets of all files: a report on each, and the tables among them."""

    reports: tuple[SheetReport, ...]
    tables: tuple[tuple[Role, Table], ...]

    def of(self, role: Role) -> list[Table]:
        """The tables of one role."""
        return [table for found, table in self.tables if found is role]


def recognise(grids: Iterable[Grid], vocabulary: Vocabulary) -> Recognised:
    """Find the tables in each sheet and their roles; a list of findings that we wrote counts as blank."""
    reports: list[SheetReport] = []
    tables: list[tuple[Role, Table]] = []
    for grid in map(as_read, grids):
        found = list(tables_in(grid, vocabulary))
        personal = tuple(personal_columns(grid))
        if by_name := is_by_name(grid, found, personal):
            found = []
        tables += [(table.header.role, table) for table in found]
        is_blank = not found and not any(value != "" for row in grid.rows for value in row)
        is_aside = not found and is_put_aside(grid)
        role = found[0].header.role if found else None
        has_counts = bool(found) or holds_counts(grid)
        reports.append(SheetReport(grid.file, grid.sheet, role, is_blank, is_aside, personal, by_name, has_counts))
    return Recognised(tuple(reports), tuple(tables))


def read_book(
    dpt: Sequence[Table],
    stock: Sequence[Table],
    recaps: Sequence[Table],
    reports: Sequence[SheetReport],
    office: Office,
    cartons: Sequence[Table] = (),
    packing: Sequence[Table] = (),
) -> Book:
    """Read the tables into one book; a voter list whose rows are too large for TPS is moved to the recaps."""
    lists = read_lists(dpt, office)
    names = names_of(lists, office)
    rolls = [each.roll for each in lists if each.sign is None]
    too_large = [*recaps, *(each.table for each in lists if each.sign is not None)]
    dpt = [each.table for each in lists]
    stock, moved = _aligned(stock)
    if len(named := names.kota_named()) > 1:
        files = dict.fromkeys(each.table.grid.file for each in lists if each.sign is None)
        raise LogistikError(
            f"{', '.join(files)}: DPT memuat {len(named)} kabupaten/kota ({', '.join(named.values())}).",
            hint="Audit dilakukan per kabupaten/kota; pisahkan dulu berkasnya.",
        )
    stations, repeated = _once([station for roll in rolls for station in roll.stations])
    regions = regions_of(names, office)
    finder = RegionFinder(regions, names, codes_of(dpt, rolls) if stock else {})
    stock = [with_mixed_levels(name_stock(table, finder), finder) for table in stock]
    sheets = [read_stock(table, finder.is_kecamatan) for table in stock]
    entries = tuple(
        _entry(row, found) for sheet in sheets for row, found in zip(sheet.rows, finder.find(sheet.rows), strict=True)
    )
    packing = [name_stock(table, finder) for table in packing]
    said = names.beside()
    packing_sheets = [read_packing(table, said) for table in packing]
    carton_sheets = [read_cartons(table) for table in cartons]
    packed = tuple(place_packed(packing_sheets, stations, regions)) if packing else ()
    return Book(
        regions=regions,
        rolls=tuple(rolls),
        sheets=tuple(reports),
        stock_sheets=tuple(sheets),
        entries=entries,
        stations=tuple(stations),
        repeated=tuple(repeated),
        recaps=tuple(read_recap(table, finder) for table in too_large),
        tables=(*dpt, *stock, *cartons, *packing),
        shifts=(*(each.shift for each in lists if each.shift), *moved),
        holdings=_holdings(entries, {each.block for sheet in sheets for each in sheet.totals if not each.differences}),
        typed=frozenset(names.typed),
        packing_sheets=tuple(packing_sheets),
        carton_sheets=tuple(carton_sheets),
        packed=packed,
        packings=by_station(packed),
        cartons=tuple(place_cartons(carton_sheets, finder)),
        packing_names=said.shown,
    )


def _entry(row: StockRow, found: RegionKey | Misfit) -> Entry:
    """The row with its region, or with why it has none."""
    resolved = resolve(row.figures)
    if isinstance(found, Misfit):
        return Entry(row, None, found, resolved)
    return Entry(row, found, None, resolved)


def _aligned(tables: Sequence[Table]) -> tuple[list[Table], list[Shift]]:
    pairs = [aligned(table) for table in tables]
    return [table for table, _ in pairs], [shift for _, shift in pairs if shift]


def _once(
    stations: list[PollingStation],
) -> tuple[list[PollingStation], list[tuple[PollingStation, PollingStation]]]:
    """Each TPS once: a row that repeats another in every number is left out; all repetitions are told."""
    first: dict[tuple[RegionKey, str], PollingStation] = {}
    seen: dict[tuple[RegionKey, str], set[tuple[int | None, ...]]] = {}
    kept, repeated = [], []
    for station in stations:
        known = first.setdefault((station.kelurahan, station.tps), station)
        if known is station:
            kept.append(station)
            continue
        repeated.append((known, station))
        readings = seen.setdefault((station.kelurahan, station.tps), {known[2:6]})
        if station[2:6] not in readings:
            readings.add(station[2:6])
            kept.append(station)
    return kept, repeated


def _holdings(entries: Sequence[Entry], summed: Collection[Block]) -> dict[HoldingKey, Holding]:
    """Rows of one region, election and stock put together; a revote row is the kabupaten/kota's.

    `summed` are the tables whose own total row counts every row: rows that are the same there may be different sheets.
    """
    grouped: dict[HoldingKey, list[Entry]] = {}
    for entry in entries:
        if entry.holding is not None:
            grouped.setdefault(entry.holding, []).append(entry)
    held = {key: Holding(tuple(rows), _together(rows)) for key, rows in grouped.items()}
    for key, (rows, combined) in held.items():
        if combined.verdict is Verdict.SAME_TWICE and rows[0].row.block in summed and _in_one_table(rows):
            added = total([entry.count for entry in rows])
            held[key] = Holding(rows, Combined(Count(), Verdict.UNCERTAIN, (combined.count.received, added.received)))
    return held


def _in_one_table(rows: Sequence[Entry]) -> bool:
    return len({id(entry.row.block) for entry in rows}) == 1


def _together(rows: Sequence[Entry]) -> Combined:
    """One count out of the rows of one key; revote stock typed per region is added up, unless the whole is there."""
    by_region: dict[tuple[str, str], list[Entry]] = {}
    for entry in rows:
        typed = (entry.row.kecamatan, entry.row.kelurahan) if entry.row.stock is Stock.REVOTE else ("", "")
        by_region.setdefault(typed, []).append(entry)
    if ("", "") in by_region or len(by_region) == 1:
        whole = by_region.get(("", ""), rows)
        return combine(
            [(entry.row.sorting, entry.count) for entry in whole if entry.row.sorting],
            [entry.count for entry in whole if not entry.row.sorting],
        )
    return Combined(total([_together(part).count for part in by_region.values()]), Verdict.DAILY)
