"""The voter list: one record per TPS, and what stands between and below them."""

from collections.abc import Sequence

from logistik.core.counts import add
from logistik.core.grid import Value
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field
from logistik.ingest.names import clean, tps_number
from logistik.ingest.numbers import Reading, Trouble, read_count
from logistik.ingest.outline import Outline, lacks
from logistik.ingest.records import CellTrouble, PollingStation, Roll, StrayRow
from logistik.ingest.regions import Names
from logistik.ingest.tables import Table, total_label
from logistik.ingest.totals import RunningSums

_COUNTS = (Field.MALE, Field.FEMALE, Field.VOTERS)
FEWEST_FAILURES = 3
"""In so many rows at least Jumlah must differ from L + P before the column as a whole is doubted."""


def read_roll(table: Table, names: Names) -> Roll:
    """Every TPS of a voter list, with voters decided, and totals held against their parts.

    A blank kecamatan or kelurahan is the one above it. Rows without a TPS name the region of those below them, are
    totals (by word or by arithmetic), notes (no numbers), or strays (numbers that belong to nothing).
    """
    reader = _RollReader(table, names)
    for row, values in table.data_rows():
        reader.read(row, values)
    roll = reader.finish()
    _decide_voters(roll)
    return roll


class _RollReader:
    """One pass over the rows of a voter list."""

    def __init__(self, table: Table, names: Names) -> None:
        self.roll = Roll()
        self._block = table.block
        self._names = names
        columns = table.block.columns
        self._tps = columns[ColumnKey(Field.TPS)]
        present = [name for name in _COUNTS if ColumnKey(name) in columns]
        self._counts = [columns[ColumnKey(name)] for name in present]
        self._order = [present.index(name) if name in present else len(present) for name in _COUNTS]
        self._has_total = Field.VOTERS in present
        self._labels = table.label_columns(self._counts)
        self._plain_texts: set[Value] = {""}
        self._width = max(*columns.values(), *self._labels) + 1
        self._sums = RunningSums(self._counts)
        self._outline = Outline(table, names, self._sums)
        self._regions = self._outline.positions
        self._known_tps: dict[Value, str | None] = {"": None}

    def read(self, row: int, values: Sequence[Value]) -> None:
        """Take one row."""
        if len(values) < self._width:
            values = [*values, *[""] * (self._width - len(values))]
        value = values[self._tps]
        if value not in self._known_tps:
            self._known_tps[value] = tps_number(value)
        tps = self._known_tps[value]
        readings = [read_count(values[at]) for at in self._counts]
        label = self._label(values)
        seen = [values[at] for at in self._regions]
        if tps is None or label or (not any(seen) and self._is_bare_total(readings, int(tps))):
            self._row_without_station(row, values, label, readings)
        elif self._outline.enter(values, seen):
            self._station(row, tps, readings)
        elif not self._outline.head(row, values, _stated(readings), int(tps)):
            self.roll.strays.append(self._outline.stray(row, values, int(tps)))

    def finish(self) -> Roll:
        """The roll, when every row was taken."""
        self._outline.finish()
        self.roll.totals += self._outline.totals
        self.roll.strays += self._outline.strays
        return self.roll

    def _label(self, values: Sequence[Value]) -> str:
        """The label of a total row; texts once found to be none are not looked at again."""
        for at in self._labels:
            if values[at] not in self._plain_texts and isinstance(values[at], str):
                if label := total_label(values, self._labels):
                    return label
                self._plain_texts.add(values[at])
        return ""

    def _is_bare_total(self, readings: Sequence[Reading], tps: int) -> bool:
        """Whether a row without a region is a total that states its number of TPS where theirs stands."""
        stated = _stated(readings)
        return any(stated) and self._sums.is_sum(stated, tps)

    def _station(self, row: int, tps: str, readings: Sequence[Reading]) -> None:
        numbers: list[int | None] = [None if isinstance(reading, Trouble) else reading for reading in readings]
        if None in numbers:
            self._note_troubles(row, readings)
        self._sums.add(numbers)
        numbers.append(None)
        male, female, total = map(numbers.__getitem__, self._order)
        voters = total
        if total is None and not (self._has_total and isinstance(readings[-1], Trouble)):
            voters = add(male, female)
        self.roll.stations.append(
            PollingStation(self._outline.kelurahan, tps, voters, male, female, total, self._block, row)
        )

    def _note_troubles(self, row: int, readings: Sequence[Reading]) -> None:
        self.roll.troubles += [
            CellTrouble(self._block, row, at, reading)
            for at, reading in zip(self._counts, readings, strict=True)
            if isinstance(reading, Trouble)
        ]

    def _row_without_station(self, row: int, values: Sequence[Value], label: str, readings: Sequence[Reading]) -> None:
        """A total by word or by arithmetic, a stray with numbers, or a title, a note, a signature."""
        stated = _stated(readings)
        is_bare = all(number is None for number in stated)
        tps = values[self._tps]
        if label:
            stations = read_count(tps)
            if self._sums.has_rows and not is_bare:
                said = (self._tps, stations) if isinstance(stations, int) else None
                self.roll.totals.append(self._sums.close(self._block, row, label, stated, said))
        elif self._outline.head(row, values, stated, None) or is_bare:
            return
        elif self._sums.is_sum(stated):
            self.roll.totals.append(self._sums.close(self._block, row, "", stated))
        else:
            self.roll.strays.append(StrayRow(self._block, row, self._tps, lacks(clean(tps)), clean(tps)))


def _stated(readings: Sequence[Reading]) -> list[int | None]:
    return [reading if isinstance(reading, int) else None for reading in readings]


def _decide_voters(roll: Roll) -> None:
    """Jumlah counts, unless it fails in most rows: then it is not the total, and L + P counts."""
    checked = failures = 0
    for station in roll.stations:
        if station.male is not None and station.female is not None and station.total is not None:
            checked += 1
            failures += station.male + station.female != station.total
    roll.total_is_not_the_sum = failures >= FEWEST_FAILURES and failures * 2 > checked
    if roll.total_is_not_the_sum:
        roll.stations = [station._replace(voters=add(station.male, station.female)) for station in roll.stations]
