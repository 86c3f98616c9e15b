"""The voter list: one record per TPS, and what stands between and below them."""

from collections.abc import Sequence

from logistik.core.counts import add
from logistik.core.grid import Value
from logistik.core.places import ColumnKey
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field
from logistik.ingest.numbers import Trouble, read_count
from logistik.ingest.records import PollingStation, Roll
from logistik.ingest.regions import Names
from logistik.ingest.station_rows import read_station_rows
from logistik.ingest.tables import Table

_COUNTS = (Field.MALE, Field.FEMALE, Field.VOTERS)
FEWEST_FAILURES = 3
"""In so many rows at least Jumlah must differ from L + P before the column as a whole is doubted."""


def read_roll(table: Table, names: Names) -> Roll:
    """Every TPS of a voter list, with voters decided, and totals held against their parts."""
    roll = Roll()
    columns, block = table.block.columns, table.block
    present = [name for name in _COUNTS if ColumnKey(name) in columns]
    order = [present.index(name) if name in present else len(present) for name in _COUNTS]
    total_at, moved_at = columns.get(ColumnKey(Field.VOTERS)), columns.get(ColumnKey(Field.MOVED_IN))

    def take(row: int, values: Sequence[Value], kelurahan: RegionKey, tps: str, counts: Sequence[int | None]) -> None:
        male, female, total = map([*counts, None].__getitem__, order)
        voters = total
        if total is None and not (total_at is not None and isinstance(read_count(values[total_at]), Trouble)):
            voters = add(male, female)
        moved_in = read_count(values[moved_at]) if moved_at is not None else None
        moved = moved_in if isinstance(moved_in, int) else None
        roll.stations.append(PollingStation(kelurahan, tps, voters, male, female, total, block, row, moved))

    read_station_rows(table, names, [columns[ColumnKey(name)] for name in present], roll, take)
    _decide_voters(roll)
    return roll


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
