"""The tables of a sheet: one, or several below each other, each with its own titles or its own header."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from logistik.core.grid import Grid, Value
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import FINDINGS_LIST, Field, Role
from logistik.ingest.carton_numbers import may_be_range
from logistik.ingest.columns import Vocabulary
from logistik.ingest.headers import (
    Header,
    find_header,
    header_at,
    names_columns,
    side_by_side,
    stated_header,
    with_stations,
    without_cartons,
    without_packing,
)
from logistik.ingest.labels import names_region
from logistik.ingest.names import clean, words
from logistik.ingest.persons import without_persons
from logistik.ingest.tables import Table, make_table
from logistik.ingest.title_spans import below, contexts
from logistik.ingest.titles import context, names_one_each

LOOKED_AT = 200
"""Rows of a column that tell what it holds."""
ASIDE = "Lembar bantu"
"""A sheet whose first text begins so says itself that it holds no data to be counted."""


def as_read(grid: Grid) -> Grid:
    """The sheet with its plain formulas recalculated, percentages with their sign, and numbers of persons masked."""
    if grid.formulas or grid.percents:
        from logistik.ingest.formulas import calculated

        grid = calculated(grid)
    return without_persons(grid)


def is_put_aside(grid: Grid) -> bool:
    """Whether a sheet says in its first filled cell that it only helps: instructions, lists, a tally."""
    first = next((value for row in grid.rows for value in row if value != ""), "")
    return isinstance(first, str) and f"{words(first)} ".startswith(f"{words(ASIDE)} ")


def tables_in(grid: Grid, vocabulary: Vocabulary) -> Iterator[Table]:
    """Every table of a sheet, from its header to the header of the next.

    A header that repeats the one before, as printed pages do, goes on with the same table, unless the titles
    above it name another election or region.
    """
    if stated := stated_header(grid, vocabulary):
        yield make_table(grid, stated, context((), grid.sheet), len(grid.rows))
        return
    header = find_header(grid, vocabulary)
    said = contexts(grid, range(header.rows[0]), side_by_side(header), grid.sheet) if header else []
    while header is not None:
        following, next_said = _next(grid, header, said, vocabulary)
        end = _end(grid, header, following) if following else len(grid.rows)
        for each, titles in zip(side_by_side(header), said, strict=True):
            if (settled := _settled(grid, each, end)) is not None:
                yield make_table(grid, settled, titles, end)
        header, said = following, next_said


def _next(
    grid: Grid, header: Header, before: list[dict[str, str]], vocabulary: Vocabulary
) -> tuple[Header | None, list[dict[str, str]]]:
    """The header that begins another table or several beside each other, and what the titles say of each."""
    row = header.rows[-1] + 1
    while row < len(grid.rows):
        if names_columns(grid.rows[row]) and (found := header_at(grid, row, vocabulary)) is not None:
            parts = side_by_side(found)
            said = contexts(grid, range(row - len(_titles_above(grid, row, header.rows[-1])), row), parts, "")
            above = before if len(before) == len(parts) else [_common(before)] * len(parts)
            if found.keys() != header.keys() or any(
                titles.get(key) != value for titles, own in zip(above, said, strict=True) for key, value in own.items()
            ):
                named = context([], grid.sheet)
                return found, [named | below(titles, own) for titles, own in zip(above, said, strict=True)]
            row = found.rows[-1]
        row += 1
    return None, []


def _common(contexts: Sequence[dict[str, str]]) -> dict[str, str]:
    """What is said of all tables alike."""
    return {key: value for key, value in contexts[0].items() if all(each.get(key) == value for each in contexts)}


def _settled(grid: Grid, header: Header, end: int) -> Header | None:
    """The header with the role that its rows show; None if they show that it heads nothing that we read."""
    if header.role is Role.RECAP and _names_stations(grid, header, end):
        return with_stations(header)
    names = {column.key.name for column in header.columns if column.key}
    if header.role is Role.PACKING and Field.TPS not in names:
        return with_stations(header) if _names_stations(grid, header, end) else without_packing(header)
    if header.role is Role.CARTONS and not _numbers_cartons(grid, header, end):
        return without_cartons(header)
    return header


def _numbers_cartons(grid: Grid, header: Header, end: int) -> bool:
    """Whether a column of cartons tells them apart, one a row, and does not say how many there are."""
    column = header.keys()[ColumnKey(Field.CARTONS)]
    head = next(each.header for each in header.columns if each.position == column)
    if {"no", "nomor", "nomer", "kode", "ke"} & set(words(head).split()):
        return True
    below = range(header.rows[-1] + 1, min(end, header.rows[-1] + 1 + LOOKED_AT))
    texts = [words(value) for row in below if (value := grid.value(row, column)) != ""]
    numbers = [int(text) for text in texts if text.isdecimal()]
    one_by_one = sum(after - before == 1 for before, after in pairwise(numbers)) * 2 > len(numbers)
    is_low = max(numbers, default=0) <= 2 * len(texts)
    ranges = any(may_be_range(clean(grid.value(row, column))) for row in below)
    return ranges or (len(texts) > 1 and len(set(texts)) * 2 > len(texts) and (is_low or one_by_one))


def _names_stations(grid: Grid, header: Header, end: int) -> bool:
    """Whether the one column of regions holds TPS too: by name (`TPS 001`), or by number if its header says TPS."""
    column = header.keys().get(ColumnKey(Field.REGION))
    if column is None:
        return False
    below = range(header.rows[-1] + 1, min(end, header.rows[-1] + 1 + LOOKED_AT))
    texts = [words(value) for row in below if (value := grid.value(row, column)) != ""]
    says_so = any("tps" in words(each.header).split() for each in header.columns if each.position == column)
    return sum(text.startswith("tps ") or (says_so and text.isdigit()) for text in texts) * 3 > len(texts)


def _end(grid: Grid, header: Header, following: Header) -> int:
    """Where a table ends: at the next header, or above it at titles that fill several cells."""
    titles = _titles_above(grid, following.rows[0], header.rows[-1])
    first = following.rows[0] - len(titles)
    split = (row for row in range(first, following.rows[0]) if _is_wide_title(*grid.rows[row : row + 2]))
    return next(split, following.rows[0])


def _titles_above(grid: Grid, row: int, floor: int) -> Sequence[Sequence[Value]]:
    """The rows of words right above a row: titles, up to the last row that holds a number or many cells."""
    first = row
    while first - 1 > floor and _is_title(grid.rows[first - 1], grid.rows[first]):
        first -= 1
    return grid.rows[first:row]


def _is_title(values: Sequence[Value], below: Sequence[Value]) -> bool:
    """Whether a row holds a title: one cell, or what may fill several."""
    return sum(value != "" for value in values) <= 1 or _is_wide_title(values, below)


def _is_wide_title(values: Sequence[Value], below: Sequence[Value] = ()) -> bool:
    """Whether a row of several cells is titles: a label and its name in cells of their own, or one for each table."""
    if names_region(values, below):
        return True
    return sum(value != "" for value in values) > 1 and names_one_each(values, elections=True)


def is_findings_list(grid: Grid) -> bool:
    """Whether a sheet says of itself that it is the list of findings of an earlier audit."""
    return grid.value(0, 0) == FINDINGS_LIST
