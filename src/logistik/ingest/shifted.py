"""Tables whose cells stand one column beside their headers."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from logistik.core.counts import add
from logistik.core.grid import Value
from logistik.core.places import Block, ColumnKey
from logistik.core.vocabulary import REGION_FIELDS, Field, Role
from logistik.ingest.names import tps_number
from logistik.ingest.numbers import read_count
from logistik.ingest.tables import Table

LOOKED_AT = 200
"""Rows that tell how well the cells fit their headers."""
GLANCED_AT = 10
"""Rows that settle it for a table that fits."""
FEWEST = 3
"""A shift is certain only if so many rows show it."""
_NAMES = (*REGION_FIELDS, Field.REGION, Field.TPS, Field.NUMBER, Field.CODE, Field.ELECTION, Field.PURPOSE, Field.DATE)
_PARTS = (Field.GOOD, Field.DAMAGED, Field.SWAPPED, Field.UNSORTED)

Fits = Callable[[Sequence[Value], int, int], bool | None]
"""Whether a row fits the headers if its names and its numbers are taken so many columns further; None: no telling."""


class Shift(NamedTuple):
    """Cells that stand `by` columns right (left if negative) of their headers; `names` too, or only the numbers."""

    block: Block
    by: int
    names: bool
    rows: int
    first_row: int


def aligned(table: Table) -> tuple[Table, Shift | None]:
    """The table with its columns where the cells are; a shift only where the rows prove it.

    Proof is arithmetic: men and women make the total, good and damaged make what was received. At least three rows
    must show it, nearly all under the shift and hardly any without.
    """
    fits = _list_fits(table) if table.header.role is Role.DPT else _stock_fits(table)
    if fits is None:
        return table, None
    glance = list(islice(table.data_rows(), GLANCED_AT))
    if _score(glance, fits, 0, 0)[0] * 2 > len(glance):
        return table, None
    rows = list(islice(table.data_rows(), LOOKED_AT))
    if _score(rows, fits, 0, 0)[0] * 2 >= len(rows):
        return table, None
    for names, numbers in ((0, -1), (0, 1), (-1, -1), (1, 1)):
        right, wrong, first = _score(rows, fits, names, numbers)
        if right >= FEWEST and right > 9 * wrong:
            moved = _moved(table, names, numbers)
            return moved, Shift(moved.block, numbers, names != 0, right, first)
    return table, None


def _score(rows: Sequence[tuple[int, Sequence[Value]]], fits: Fits, names: int, numbers: int) -> tuple[int, int, int]:
    """Rows that fit and rows that do not, and the first that does."""
    right = wrong = first = 0
    for row, values in rows:
        found = fits(values, names, numbers)
        if found:
            first = first if right else row
            right += 1
        elif found is False:
            wrong += 1
    return right, wrong, first


def _list_fits(table: Table) -> Fits | None:
    """Men and women make the total, where a TPS is numbered; None for a list without all three."""
    columns = [table.position(field) for field in (Field.TPS, Field.MALE, Field.FEMALE, Field.VOTERS)]
    tps, male, female, total = (at if at is not None else -1 for at in columns)
    if min(tps, male, female, total) < 0:
        return None

    def fits(values: Sequence[Value], names: int, numbers: int) -> bool | None:
        if tps_number(_at(values, tps + names)) is None:
            return None if names == 0 else False
        return _adds_up(values, total + numbers, [male + numbers, female + numbers])

    return fits


def _stock_fits(table: Table) -> Fits | None:
    """Good, damaged and the other parts make what was received; None for a table without them."""
    received = table.position(Field.RECEIVED)
    parts = [at for field in _PARTS if (at := table.position(field)) is not None]
    if received is None or len(parts) < 2:
        return None

    def fits(values: Sequence[Value], names: int, numbers: int) -> bool | None:
        del names
        return _adds_up(values, received + numbers, [at + numbers for at in parts])

    return fits


def _adds_up(values: Sequence[Value], total: int, parts: Sequence[int]) -> bool | None:
    counts = [read_count(_at(values, at)) for at in (total, *parts)]
    numbers = [each if isinstance(each, int) else None for each in counts]
    if all(number is None for number in numbers):
        return None
    whole = numbers[0]
    known = [number or 0 if each is None else number for each, number in zip(counts[1:], numbers[1:], strict=True)]
    return bool(whole) and whole == add(*known)


def _at(values: Sequence[Value], column: int) -> Value:
    return values[column] if 0 <= column < len(values) else ""


def _moved(table: Table, names: int, numbers: int) -> Table:
    """The table with its columns moved; the headers keep their own cells, and one left of column A holds nothing."""

    def by(key: ColumnKey | None) -> int:
        return names if key is None or key.name in _NAMES else numbers

    moved = (column._replace(position=column.position + by(column.key)) for column in table.header.columns)
    columns = tuple(column for column in moved if column.position >= 0)
    header = table.header._replace(columns=columns)
    headers = {column.position: column.header for column in columns if column.key is not None}
    block = Block(table.block.file, table.block.sheet, header.keys(), headers, table.block.anchors)
    return table._replace(header=header, block=block)
