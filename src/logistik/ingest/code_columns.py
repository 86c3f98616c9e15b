"""Columns of codes beside names: which level they are of, and which code stands beside which region."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Level
from logistik.ingest.codes import Code, code_beside, code_in, is_spoilt
from logistik.ingest.headers import Column
from logistik.ingest.names import clean, words
from logistik.ingest.records import Roll
from logistik.ingest.tables import Table

_SPOKEN = {
    "kec": Level.KECAMATAN, "kecamatan": Level.KECAMATAN, "kel": Level.KELURAHAN, "kelurahan": Level.KELURAHAN,
    "desa": Level.KELURAHAN, "keldesa": Level.KELURAHAN, "desakel": Level.KELURAHAN, "tps": Level.TPS,
}  # fmt: skip
_NAMES = {str(Field.KECAMATAN): Level.KECAMATAN, str(Field.KELURAHAN): Level.KELURAHAN}
_LOOKED_AT = 12
"""Rows of a column of names that are looked at for codes."""
_BY_DIGITS = {7: Level.KECAMATAN, 10: Level.KELURAHAN, 13: Level.TPS}
"""Digits that a code of each level has (BPS 7 and 10, Kemendagri 10, a TPS 13)."""
_DOTTED_KECAMATAN = 6
_LEVELS = (Level.KECAMATAN, Level.KELURAHAN, Level.TPS)
_RELATED = 3
"""Of so many codes at most one may contradict its name, else the column is no column of regions."""

Pair = tuple[Code, RegionKey]


class Beside(NamedTuple):
    """A column of codes: the level of its regions, and the first row of every code and region that stand together."""

    table: Table
    column: Column
    level: Level
    rows: Mapping[Pair, int]

    def conflicts(self) -> list[tuple[Pair, Pair]]:
        """Pairs that cannot both be right: one code beside two regions, or one region beside two codes."""
        codes: dict[Code, Pair] = {}
        regions: dict[RegionKey, Pair] = {}
        found = []
        for pair in self.rows:
            first = codes.setdefault(pair[0], pair)
            other = regions.setdefault(pair[1], pair)
            if first is not pair or other is not pair:
                found.append((first if first is not pair else other, pair))
        return found


def code_columns(table: Table) -> list[Column]:
    """The columns that hold codes, alone or beside the names."""
    return [
        column
        for column in table.header.columns
        if column.key is not None
        and (column.key.name == Field.CODE or (column.key.name in _NAMES and _has_codes(table, column)))
    ]


def _has_codes(table: Table, column: Column) -> bool:
    """Whether names in the upper rows have a code beside them: `64.71.06 - BALIKPAPAN KOTA`."""
    rows = (table.text(row, column.position) for row, _ in islice(table.data_rows(), _LOOKED_AT))
    return any(code_beside(text) for text in rows)


def _code_at(table: Table, row: int, column: Column) -> str:
    """The code in a cell; "" if it has none, or one that Excel spoilt."""
    value = table.grid.value(row, column.position)
    if value == "":
        value = table.filled.get((row, column.position), "")
    if value == "" or is_spoilt(value):
        return ""
    text = clean(value)
    return text if column.key is not None and column.key.name == Field.CODE else code_beside(text)


def beside(table: Table, regions: Iterable[tuple[int, RegionKey]]) -> Iterator[Beside]:
    """What stands in each column of codes beside the table's regions; spoilt and blank cells are left out."""
    columns = code_columns(table)
    rows = list(regions) if columns else []
    for column in columns:
        seen: dict[Pair, int] = {}
        for row, key in rows:
            if text := _code_at(table, row, column):
                seen.setdefault((_code(text), key), row)
        if (found := _level(column, table, seen)) is not None:
            yield found


def _code(text: str) -> Code:
    return code_in(text) or ("." in text, text)


def _at(key: RegionKey, level: Level) -> RegionKey:
    """The region of a level that a region is, or lies in."""
    if level is Level.TPS:
        return key
    return RegionKey(key.kecamatan) if level is Level.KECAMATAN else RegionKey(key.kecamatan, key.kelurahan)


def _level(column: Column, table: Table, seen: Mapping[Pair, int]) -> Beside | None:
    """The column read at the level that its header or its digits say, else at that which contradicts itself least."""

    def read_at(level: Level) -> Beside:
        rows: dict[Pair, int] = {}
        for (code, key), row in seen.items():
            if key.level.depth >= level.depth:
                rows.setdefault((code, _at(key, level)), row)
        return Beside(table, column, level, rows)

    if column.key is not None and column.key.name in _NAMES:
        return read_at(_NAMES[column.key.name])
    if said := {_SPOKEN[word] for word in words(column.header).split() if word in _SPOKEN}:
        return read_at(max(said, key=lambda level: level.depth))
    if by_digits := _by_digits(code for code, _ in seen):
        return read_at(by_digits)
    best = min(map(read_at, _LEVELS), key=lambda reading: len(reading.conflicts()))
    return best if len(best.conflicts()) * _RELATED <= len({code for code, _ in best.rows}) else None


def _by_digits(codes: Iterable[Code]) -> Level | None:
    counted = Counter((dotted, len(digits)) for dotted, digits in codes if digits.isdigit())
    if not counted:
        return None
    (dotted, length), _ = counted.most_common(1)[0]
    return Level.KECAMATAN if dotted and length == _DOTTED_KECAMATAN else _BY_DIGITS.get(length)


def codes_of(tables: Iterable[Table], rolls: Iterable[Roll]) -> dict[Code, RegionKey]:
    """The region that each code of the voter lists stands beside; a code that stands beside two is left out."""
    by_block = {id(table.block): table for table in tables}
    found: dict[Code, set[RegionKey]] = {}
    for roll in rolls:
        table = by_block[id(roll.stations[0].block)] if roll.stations else None
        if table is None:
            continue
        for each in beside(table, ((station.row, station.kelurahan) for station in roll.stations)):
            for code, key in each.rows:
                if code[1].isdigit():
                    found.setdefault(code, set()).add(key)
    return {code: next(iter(keys)) for code, keys in found.items() if len(keys) == 1}
