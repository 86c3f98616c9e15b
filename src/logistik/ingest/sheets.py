"""The tables of a sheet: one, or several below each other, each with its own titles or its own header."""

from collections.abc import Iterator, Sequence

from logistik.core.grid import Grid, Value
from logistik.core.vocabulary import Field
from logistik.ingest.headers import Header, Vocabulary, find_header, header_at, names_columns
from logistik.ingest.labels import names_region
from logistik.ingest.tables import Table, make_table
from logistik.ingest.titles import context


def tables_in(grid: Grid, vocabulary: Vocabulary) -> Iterator[Table]:
    """Every table of a sheet, from its header to the header of the next.

    A header that repeats the one before, as printed pages do, goes on with the same table, unless the titles
    above it name another election or region.
    """
    header = find_header(grid, vocabulary)
    titles = context(grid.rows[: header.rows[0]], grid.sheet) if header else {}
    while header is not None:
        following, next_titles = _next(grid, header, titles, vocabulary)
        yield make_table(grid, header, titles, _end(grid, header, following) if following else len(grid.rows))
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
