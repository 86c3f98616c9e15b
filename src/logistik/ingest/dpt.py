"""The voter list: one record per TPS, and what stands between and below them."""

from collections.abc import Mapping, Sequence

from logistik.core.grid import Value
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field
from logistik.ingest.names import clean, tps_number
from logistik.ingest.numbers import Reading, Trouble, read_count
from logistik.ingest.records import CellTrouble, PollingStation, Roll, StrayRow
from logistik.ingest.regions import Names
from logistik.ingest.tables import Table, total_label
from logistik.ingest.totals import STATIONS, RunningSums

_COUNTS = (Field.MALE, Field.FEMALE, Field.VOTERS)
FEWEST_FAILURES = 3
"""In so many rows at least Jumlah must differ from L + P before the column as a whole is doubted."""
_BELOW = (Field.KECAMATAN, Field.KELURAHAN)
_ABOVE = (Field.KOTA, Field.PROVINSI)


def read_roll(table: Table, names: Names) -> Roll:
    """Every TPS of a voter list, with voters decided, and totals held against their parts.

    A blank kecamatan or kelurahan is the one above it. Rows without a TPS are totals (by word or by
    arithmetic), titles and notes (no numbers), or strays (numbers that belong to nothing).
    """
    reader = _RollReader(table, names)
    for row, values in table.data_rows():
        reader.read(row, values)
    _decide_voters(reader.roll)
    return reader.roll


class _RollReader:
    """One pass over the rows of a voter list."""

    def __init__(self, table: Table, names: Names) -> None:
        self.roll = Roll()
        self._table = table
        self._block = table.block
        self._names = names
        self._sums = RunningSums()
        columns = table.block.columns
        self._tps = columns[ColumnKey(Field.TPS)]
        self._counts = {name: columns[ColumnKey(name)] for name in _COUNTS if ColumnKey(name) in columns}
        numeric = set(self._counts.values())
        self._labels = [at for at in range(max(min(numeric), self._tps + 1)) if at not in numeric]
        self._headers = {column.position: column.header for column in table.header.columns}
        self._headers[STATIONS] = self._headers[self._tps]
        self._below = [(level, at) for level in _BELOW if (at := table.position(level)) is not None]
        self._above = [(level, at) for level in _ABOVE if (at := table.position(level)) is not None]
        self._current: dict[str, Value] = {level: table.context.get(level, "") for level in _BELOW}
        self._known_tps: dict[Value, str | None] = {"": None}

    def read(self, row: int, values: Sequence[Value]) -> None:
        """Take one row."""
        value = values[self._tps] if self._tps < len(values) else ""
        if value not in self._known_tps:
            self._known_tps[value] = tps_number(value)
        tps = self._known_tps[value]
        readings = {name: read_count(values[at]) if at < len(values) else None for name, at in self._counts.items()}
        label = total_label(values, self._labels)
        if tps is None or label:
            self._row_without_station(row, value, label, readings)
        else:
            self._station(row, values, tps, readings)

    def _station(self, row: int, values: Sequence[Value], tps: str, readings: Mapping[Field, Reading]) -> None:
        for level, at in self._below:
            if at < len(values) and values[at] != "":
                self._current[level] = values[at]
        for level, at in self._above:
            if at < len(values):
                self._names.note_above(level, values[at])
        kelurahan = self._names.kelurahan(self._current[Field.KECAMATAN], self._current[Field.KELURAHAN])
        if not kelurahan.kelurahan:
            self.roll.strays.append(
                StrayRow(self._block, row, self._tps, "kelurahan/desanya tidak disebut", f"TPS {tps}")
            )
            return
        self._sums.begin("kecamatan", kelurahan.kecamatan)
        self._sums.begin("kelurahan", "/".join(kelurahan))
        numbers: dict[Field, int | None] = dict.fromkeys(_COUNTS)
        total_is_trouble = False
        for name, reading in readings.items():
            at = self._counts[name]
            if isinstance(reading, Trouble):
                self.roll.troubles.append(CellTrouble(self._block, row, at, self._headers[at], reading))
                total_is_trouble |= name is Field.VOTERS
            else:
                numbers[name] = reading
            self._sums.add(at, numbers[name])
        self._sums.add_row()
        male, female, total = numbers.values()
        self.roll.stations.append(
            PollingStation(kelurahan, tps, None, male, female, total, total_is_trouble, self._block, row)
        )

    def _row_without_station(self, row: int, tps: Value, label: str, readings: Mapping[Field, Reading]) -> None:
        """A total by word or by arithmetic, a stray with numbers, or a title, a note, a signature."""
        stated = {self._counts[name]: reading for name, reading in readings.items() if isinstance(reading, int)}
        if not stated:
            return
        if label:
            if isinstance(stations := read_count(tps), int):
                stated[STATIONS] = stations
            if self._sums.has_rows:
                self.roll.totals.append(
                    self._sums.close(self._block, row, label, stated, self._headers).placed(STATIONS, self._tps)
                )
        elif not self._sums.is_sum(stated):
            lacks = "nomor TPS-nya tidak dapat dibaca" if tps else "nomor TPS-nya kosong"
            self.roll.strays.append(StrayRow(self._block, row, self._tps, lacks, clean(tps)))


def _decide_voters(roll: Roll) -> None:
    """Jumlah counts where it is readable; where it fails in most rows it is not the total, and L + P counts."""
    sums = [
        station.male + station.female == station.total
        for station in roll.stations
        if station.male is not None and station.female is not None and station.total is not None
    ]
    failures = sums.count(False)
    roll.total_is_not_the_sum = failures >= FEWEST_FAILURES and failures * 2 > len(sums)
    roll.stations = [
        station._replace(voters=_voters(station, prefer_sum=roll.total_is_not_the_sum)) for station in roll.stations
    ]


def _voters(station: PollingStation, *, prefer_sum: bool) -> int | None:
    """The voters of one TPS; an unreadable Jumlah leaves them unknown, a blank one is L + P."""
    both = None if station.male is None or station.female is None else station.male + station.female
    if prefer_sum:
        return both
    if station.total is None and not station.total_is_trouble:
        return both
    return station.total
