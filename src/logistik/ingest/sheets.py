"""The tables of a sheet: one, or several below each other, each with its own titles or its own header."""

from collections.abc import Iterator, Sequence

from logistik.core.grid import Grid, Value
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import FINDINGS_LIST, Field, Role
from logistik.ingest.headers import (
    Header,
    Vocabulary,
    find_header,
    header_at,
    names_columns,
    side_by_side,
    stated_header,
    with_stations,
)
from logistik.ingest.labels import names_region
from logistik.ingest.names import words
from logistik.ingest.persons import without_persons
from logistik.ingest.tables import Table, make_table
from logistik.ingest.titles import context

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
    titles = context(grid.rows[: header.rows[0]], grid.sheet) if header else {}
    while header is not None:
        following, next_titles = _next(grid, header, titles, vocabulary)
        end = _end(grid, header, following) if following else len(grid.rows)
        for each in side_by_side(header):
            is_list = each.role is Role.RECAP and _names_stations(grid, each, end)
            yield make_table(grid, with_stations(each) if is_list else each, titles, end)
        header, titles = following, next_titles


def _next(
    grid: Grid, header: Header, titles: dict[str, str], vocabulary: Vocabulary
) -> tuple[Header | None, dict[str, str]]:
    """The header that begins another table, and what its titles say."""
    row = header.rows[-1] + 1
    while row < len(grid.rows):
        if names_columns(grid.rows[row]) and (found := header_at(grid, row, vocabulary)) is not None:
            said = context(_titles_above(grid, row, header.rows[-1]), "")
            if found.keys() != header.keys() or any(titles.get(key) != value for key, value in said.items()):
                if Field.KECAMATAN in said:
                    titles = {key: value for key, value in titles.items() if key != Field.KELURAHAN}
                return found, context([], grid.sheet) | titles | said
            row = found.rows[-1]
        row += 1
    return None, {}


def _names_stations(grid: Grid, header: Header, end: int) -> bool:
    """Whether the one column of regions holds TPS too, each by its name (`TPS 001`)."""
    column = header.keys().get(ColumnKey(Field.REGION))
    if column is None:
        return False
    below = range(header.rows[-1] + 1, min(end, header.rows[-1] + 1 + LOOKED_AT))
    texts = [words(value) for row in below if (value := grid.value(row, column)) != ""]
    return sum(text.startswith("tps ") for text in texts) * 3 > len(texts)


def _end(grid: Grid, header: Header, following: Header) -> int:
    """Where a table ends: at the next header, or above it at titles that fill several cells."""
    titles = _titles_above(grid, following.rows[0], header.rows[-1])
    first = following.rows[0] - len(titles)
    split = (row for row in range(first, following.rows[0]) if names_region(*grid.rows[row : row + 2]))
    return next(split, following.rows[0])


def _titles_above(grid: Grid, row: int, floor: int) -> Sequence[Sequence[Value]]:
    """The rows of words right above a row: titles, up to the last row that holds a number or many cells."""
    first = row
    while first - 1 > floor and _is_title(grid.rows[first - 1], grid.rows[first]):
        first -= 1
    return grid.rows[first:row]


def _is_title(values: Sequence[Value], below: Sequence[Value]) -> bool:
    """Whether a row holds a title: one cell, or a label and its name in cells of their own."""
    return sum(value != "" for value in values) <= 1 or names_region(values, below)


def is_findings_list(grid: Grid) -> bool:
    """Whether a sheet says of itself that it is the list of findings of an earlier audit."""
    return grid.value(0, 0) == FINDINGS_LIST
