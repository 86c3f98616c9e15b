"""The rows of a table with one row per TPS: which are TPS, which are totals of those above, and which are neither."""

from collections.abc import Callable, Sequence

from logistik.core.grid import Value
from logistik.core.places import Block, ColumnKey
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field
from logistik.ingest.names import clean, station_count, tps_number
from logistik.ingest.numbers import Reading, Trouble, read_count
from logistik.ingest.outline import Outline, lacks
from logistik.ingest.records import CellTrouble, StationSheet, StrayRow
from logistik.ingest.regions import Names
from logistik.ingest.tables import Table, total_label
from logistik.ingest.totals import RunningSums

Take = Callable[[int, Sequence[Value], RegionKey, str, Sequence[int | None]], None]
"""Takes a row of a TPS: its number, its cells, its kelurahan, its TPS, and its counts, None where there is none."""


def read_station_rows(table: Table, names: Names, counts: Sequence[int], sheet: StationSheet, take: Take) -> None:
    """Hand every TPS of a table to `take`; what stands between and below them goes to `sheet`.

    A blank kecamatan or kelurahan is the one above it, and so is a blank TPS where each row names an election. Rows
    without a TPS name the region of those below them, are totals (by word or by arithmetic), notes (no numbers), or
    strays (numbers that belong to nothing). `counts` are the columns that are added up.
    """
    reader = _StationRows(table, names, counts, sheet, take)
    for row, values in table.data_rows():
        reader.read(row, values)
    reader.finish()


class _StationRows:
    """One pass over the rows of a table."""

    def __init__(self, table: Table, names: Names, counts: Sequence[int], sheet: StationSheet, take: Take) -> None:
        self._block: Block = table.block
        self._sheet = sheet
        self._take = take
        columns = table.block.columns
        self._tps = columns[ColumnKey(Field.TPS)]
        self._counts = list(counts)
        self._labels = table.label_columns(self._counts)
        self._plain_texts: set[Value] = {""}
        self._width = max(*columns.values(), *self._labels, 0) + 1
        self._sums = RunningSums(self._counts)
        self._outline = Outline(table, names, self._sums)
        self._regions = self._outline.positions
        self._known_tps: dict[Value, str | None] = {"": None}
        self._election = table.position(Field.ELECTION)
        self._above: Value = ""

    def read(self, row: int, values: Sequence[Value]) -> None:
        """Take one row."""
        if len(values) < self._width:
            values = [*values, *[""] * (self._width - len(values))]
        seen = [values[at] for at in self._regions]
        value = values[self._tps] if self._election is None else self._carried(values, self._election, seen)
        if value not in self._known_tps:
            self._known_tps[value] = tps_number(value)
        tps = self._known_tps[value]
        readings = [read_count(values[at]) for at in self._counts]
        label = self._label(values)
        if tps is None or label or (not any(seen) and self._is_bare_total(readings, int(tps))):
            self._row_without_station(row, values, label, readings)
        elif self._outline.enter(values, seen):
            self._station(row, values, tps, readings)
        elif not self._outline.head(row, values, _stated(readings), int(tps)):
            self._sheet.strays.append(self._outline.stray(row, values, int(tps)))

    def _carried(self, values: Sequence[Value], election: int, seen: Sequence[Value]) -> Value:
        """The TPS of a row that names an election: written once for all of them, it is the one above."""
        if values[self._tps] != "" or any(value != "" for value in seen) or values[election] == "":
            self._above = values[self._tps]
        return self._above

    def finish(self) -> None:
        """Every row was taken."""
        self._outline.finish()
        self._sheet.totals += self._outline.totals
        self._sheet.strays += self._outline.strays

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

    def _station(self, row: int, values: Sequence[Value], tps: str, readings: Sequence[Reading]) -> None:
        numbers: list[int | None] = [None if isinstance(reading, Trouble) else reading for reading in readings]
        if None in numbers:
            self._note_troubles(row, readings)
        self._sums.add(numbers)
        self._take(row, values, self._outline.kelurahan, tps, numbers)

    def _note_troubles(self, row: int, readings: Sequence[Reading]) -> None:
        self._sheet.troubles += [
            CellTrouble(self._block, row, at, reading)
            for at, reading in zip(self._counts, readings, strict=True)
            if isinstance(reading, Trouble)
        ]

    def _row_without_station(self, row: int, values: Sequence[Value], label: str, readings: Sequence[Reading]) -> None:
        """A total by word or by arithmetic, a stray with numbers, or a title, a note, a signature."""
        stated = _stated(readings)
        is_bare = all(number is None for number in stated)
        tps = values[self._tps]
        counted = station_count(tps)
        if label:
            stations = read_count(tps) if counted is None else counted
            if self._sums.has_rows and not is_bare:
                said = (self._tps, stations) if isinstance(stations, int) else None
                self._sheet.totals.append(self._sums.close(self._block, row, label, stated, said))
        elif self._outline.head(row, values, stated, counted, is_count=counted is not None) or is_bare:
            return
        elif self._sums.is_sum(stated):
            self._sheet.totals.append(self._sums.close(self._block, row, "", stated))
        else:
            self._sheet.strays.append(StrayRow(self._block, row, self._tps, lacks(clean(tps)), clean(tps)))


def _stated(readings: Sequence[Reading]) -> list[int | None]:
    return [reading if isinstance(reading, int) else None for reading in readings]
