"""Everything the files say, put together: the roll, the warehouse, and what did not fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from logistik.core.counts import Count, Resolved, resolve, total
from logistik.core.daily import Combined, Verdict, combine
from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.core.office import Office
from logistik.core.regions import CITY, RegionKey, Regions
from logistik.core.vocabulary import Role, Stock
from logistik.ingest.dpt import read_roll
from logistik.ingest.headers import Vocabulary
from logistik.ingest.names import region_key, words
from logistik.ingest.records import PollingStation, Reading, Roll, SheetReport, StockRow, StockSheet
from logistik.ingest.regions import Names
from logistik.ingest.sheets import tables_in
from logistik.ingest.stock import read_stock
from logistik.ingest.tables import Table

LARGEST_STATION = 800
"""Voters that a TPS may have by law (UU 1/2015 Pasal 87); a list whose usual row is larger is a recap."""

_CITY_WORDS = frozenset({"kota", "kabupaten", "kab", "kab kota", "kabupaten kota", "gudang", "gudang kpu", "kpu"})


class Misfit(StrEnum):
    """Why a stock row belongs to no region of the roll."""

    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    AMBIGUOUS = "ambiguous"


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
    recaps: tuple[Table, ...] = ()
    tables: tuple[Table, ...] = ()
    holdings: Mapping[HoldingKey, Holding] = MappingProxyType({})

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What every table gave, voter lists before the warehouse."""
        return (*self.rolls, *self.stock_sheets)

    @property
    def elections(self) -> list[str]:
        """The elections that the stock names, in the order of their first row."""
        return list(dict.fromkeys(entry.row.election for entry in self.entries if entry.row.election))


class Recognised(NamedTuple):
    """The sheets of all files: a report on each, and the tables among them."""

    reports: tuple[SheetReport, ...]
    tables: tuple[tuple[Role, Table], ...]

    def of(self, role: Role) -> list[Table]:
        """The tables of one role."""
        return [table for found, table in self.tables if found is role]


def recognise(
    grids: Iterable[Grid], column_aliases: Mapping[str, str], damage_categories: Sequence[str] = ()
) -> Recognised:
    """Find the tables in each sheet and their roles."""
    vocabulary = Vocabulary.of(column_aliases, damage_categories)
    reports: list[SheetReport] = []
    tables: list[tuple[Role, Table]] = []
    for grid in map(_calculated, grids):
        found = list(tables_in(grid, vocabulary))
        tables += [(table.header.role, table) for table in found]
        is_blank = not found and not any(value != "" for row in grid.rows for value in row)
        reports.append(SheetReport(grid.file, grid.sheet, found[0].header.role if found else None, is_blank=is_blank))
    return Recognised(tuple(reports), tuple(tables))


def _calculated(grid: Grid) -> Grid:
    """The sheet with its plain formulas recalculated; one without formulas as it is."""
    if not grid.formulas and not grid.percents:
        return grid
    from logistik.ingest.formulas import calculated

    return calculated(grid)


def read_book(
    dpt: Sequence[Table],
    stock: Sequence[Table],
    recaps: Sequence[Table],
    reports: Sequence[SheetReport],
    office: Office,
) -> Book:
    """Read the tables into one book; a voter list whose rows are too large for TPS is moved to the recaps."""
    names = Names({"kecamatan": office.alias.kecamatan, "kelurahan": office.alias.kelurahan})
    rolls, too_large = [], list(recaps)
    for table in dpt:
        trial = Names({"kecamatan": office.alias.kecamatan, "kelurahan": office.alias.kelurahan})
        roll = read_roll(table, trial)
        if _is_recap(roll):
            too_large.append(table)
        else:
            names.merge(trial)
            rolls.append(roll)
    if len(names.kota_keys()) > 1:
        raise LogistikError(
            f"{rolls[0].stations[0].block.file}: DPT memuat {len(names.kota_keys())} kabupaten/kota "
            f"({', '.join(names.kota.values())}).",
            hint="Audit dilakukan per kabupaten/kota; pisahkan dulu berkasnya.",
        )
    stations, repeated = _once([station for roll in rolls for station in roll.stations])
    regions = names.regions(office.kantor.kota, office.kantor.provinsi)
    sheets = [read_stock(table) for table in stock]
    finder = _RegionFinder(regions, names)
    entries = tuple(finder.entry(row) for sheet in sheets for row in sheet.rows)
    return Book(
        regions=regions,
        rolls=tuple(rolls),
        sheets=tuple(reports),
        stock_sheets=tuple(sheets),
        entries=entries,
        stations=tuple(stations),
        repeated=tuple(repeated),
        recaps=tuple(too_large),
        tables=(*dpt, *stock),
        holdings=_holdings(entries),
    )


def _is_recap(roll: Roll) -> bool:
    """Whether the usual row has more voters than any TPS may."""
    voters = sorted(station.voters for station in roll.stations if station.voters)
    return bool(voters) and voters[len(voters) // 2] > LARGEST_STATION


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


def _holdings(entries: Sequence[Entry]) -> dict[HoldingKey, Holding]:
    """Rows of one region, election and stock put together; a revote row is the kabupaten/kota's."""
    grouped: dict[HoldingKey, list[Entry]] = {}
    for entry in entries:
        if entry.holding is not None:
            grouped.setdefault(entry.holding, []).append(entry)
    return {key: Holding(tuple(rows), _together(rows)) for key, rows in grouped.items()}


def _together(rows: Sequence[Entry]) -> Combined:
    """One count out of the rows of one key; revote stock typed per region is added up, unless the whole is there."""
    by_region: dict[tuple[str, str], list[Entry]] = {}
    for entry in rows:
        typed = (entry.row.kecamatan, entry.row.kelurahan) if entry.row.stock is Stock.REVOTE else ("", "")
        by_region.setdefault(typed, []).append(entry)
    if ("", "") in by_region or len(by_region) == 1:
        whole = by_region.get(("", ""), rows)
        return combine(
            [(entry.row.date, entry.count) for entry in whole if entry.row.date],
            [entry.count for entry in whole if not entry.row.date],
        )
    return Combined(total([_together(part).count for part in by_region.values()]), Verdict.DAILY)


class _RegionFinder:
    """Finds the region of the roll that a stock row means; never by likeness, only by normal form."""

    def __init__(self, regions: Regions, names: Names) -> None:
        self._regions = regions
        self._names = names
        self._kota = region_key(regions.kota or "", "kota")
        self._by_kelurahan: dict[str, list[RegionKey]] = {}
        for key in regions.names:
            if key.kelurahan:
                self._by_kelurahan.setdefault(key.kelurahan, []).append(key)

    def entry(self, row: StockRow) -> Entry:
        """The row with its region, or with why it has none."""
        found = CITY if row.stock is Stock.REVOTE else self._find(row.kecamatan, row.kelurahan)
        resolved = resolve(row.figures)
        if isinstance(found, Misfit):
            return Entry(row, None, found, resolved)
        return Entry(row, found, None, resolved)

    def _find(self, kecamatan: str, kelurahan: str) -> RegionKey | Misfit:
        kecamatan_key = self._names.key(kecamatan, "kecamatan") if kecamatan else ""
        kelurahan_key = self._names.key(kelurahan, "kelurahan") if kelurahan else ""
        if not kelurahan_key:
            if not kecamatan_key or self._is_city(kecamatan, kecamatan_key):
                return CITY
            key = RegionKey(kecamatan_key)
            return key if key in self._regions else Misfit.KECAMATAN
        if not kecamatan_key:
            if self._is_city(kelurahan, kelurahan_key) and kelurahan_key not in self._by_kelurahan:
                return CITY
            same = self._by_kelurahan.get(kelurahan_key, [])
            return same[0] if len(same) == 1 else Misfit.AMBIGUOUS if same else Misfit.KELURAHAN
        if RegionKey(kecamatan_key) not in self._regions:
            return Misfit.KECAMATAN
        key = RegionKey(kecamatan_key, kelurahan_key)
        return key if key in self._regions else Misfit.KELURAHAN

    def _is_city(self, text: str, key: str) -> bool:
        """Whether a name means the whole kabupaten/kota; `Balikpapan Kota` is a kecamatan, `Kota Balikpapan` is not."""
        spoken = words(text)
        if spoken.startswith(("kabupaten ", "kab ")) and spoken not in _CITY_WORDS:
            return not self._kota or region_key(text, "kota") == self._kota
        if RegionKey(key) in self._regions:
            return False
        return (
            spoken in _CITY_WORDS
            or region_key(text, "kota") == self._kota
            or (not self._kota and spoken.startswith("kota "))
        )
