"""Lists of people, one row per person: they look like voter lists and count nothing."""

from collections.abc import Sequence

from logistik.core.grid import Grid, Value
from logistik.core.vocabulary import Field, Role
from logistik.ingest.names import words
from logistik.ingest.numbers import read_count
from logistik.ingest.privacy import PersonalColumn
from logistik.ingest.tables import Table

LOOKED_AT = 100
"""Rows of a sheet that tell whether they are people."""
FEWEST = 3
"""So many people make a list."""
_SEXES = frozenset({"l", "p", "lk", "pr", "laki", "laki laki", "perempuan", "pria", "wanita"})
_COUNTS = (Field.MALE, Field.FEMALE, Field.VOTERS)


def is_by_name(grid: Grid, tables: Sequence[Table], personal: Sequence[PersonalColumn]) -> bool:
    """Whether a sheet lists people: data of persons, the sex of each as a word, and no column with counts of voters."""
    if not personal and not _has_names(grid, tables):
        return False
    if any(table.header.role not in (Role.DPT, Role.RECAP) or _counts(table) for table in tables):
        return False
    said: dict[int, list[bool]] = {}
    for values in grid.rows[:LOOKED_AT]:
        for column, value in enumerate(values):
            if isinstance(value, str) and value and len(value) <= FEWEST * 4:
                said.setdefault(column, []).append(words(value) in _SEXES)
    return any(sum(each) >= FEWEST and sum(each) * 2 > len(each) for each in said.values())


def _has_names(grid: Grid, tables: Sequence[Table]) -> bool:
    """Whether a column is called Nama; where there are tables their headers say it, else any cell may."""
    if tables:
        return any(_is_name(column.header) for table in tables for column in table.header.columns)
    return any(_is_name(value) for values in grid.rows[:LOOKED_AT] for value in values)


def _is_name(value: Value) -> bool:
    return isinstance(value, str) and "nama" in value.casefold() and words(value) == "nama"


def _counts(table: Table) -> bool:
    """Whether most rows of a voter list have a number of voters."""
    columns = [at for name in _COUNTS if (at := table.position(name)) is not None]
    rows = range(table.first_row, min(table.end, table.first_row + LOOKED_AT))
    filled = [row for row in rows if any(table.grid.value(row, at) != "" for at in columns)]
    counted = sum(any(isinstance(read_count(table.grid.value(row, at)), int) for at in columns) for row in filled)
    return counted * 2 > len(filled)
