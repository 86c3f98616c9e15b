"""Which titles stand over which of several tables side by side, and what they say of each."""

from collections.abc import Sequence

from logistik.core.grid import Grid, Value
from logistik.core.vocabulary import Field
from logistik.ingest.headers import Header
from logistik.ingest.labels import joined
from logistik.ingest.titles import contradiction, said_in, with_sheet

Row = Sequence[Value]


def contexts(grid: Grid, rows: range, parts: Sequence[Header], sheet: str) -> list[dict[str, str]]:
    """What the titles in some rows and the sheet's name say of each of the tables that share a header.

    Of titles beside each other each belongs to the table whose columns it stands over. A title that is alone in its
    row belongs to all, unless it begins right at a table that is not the first: then it is that table's own. What a
    table's own titles say comes before what is said of all.
    """
    if len(parts) == 1:
        return [with_sheet(said_in(grid.rows[rows.start : rows.stop]), sheet)]
    lefts = [0, *(part.columns[-1].position + 1 for part in parts[:-1])]
    own: list[list[Row]] = [[] for _ in parts]
    shared: list[Row] = []
    for row in rows:
        values = grid.rows[row]
        over = [
            [at for at, value in enumerate(values) if value != "" and _ends(grid, row, at) >= left and at < right]
            for left, right in zip(lefts, [*lefts[1:], len(values)], strict=True)
        ]
        covered = [place for place, columns in enumerate(over) if columns]
        alone = len(list(joined(values))) == 1
        if alone and len(covered) == 1 and covered[0] and over[covered[0]][0] == parts[covered[0]].left:
            own[covered[0]].append(values)
        elif alone or len(covered) == 1:
            shared.append(values)
        else:
            for place in covered:
                own[place].append([values[at] for at in over[place]])
    of_all = said_in(shared)
    return [with_sheet(below(of_all, said_in(each)), sheet) for each in own]


def below(outer: dict[str, str], inner: dict[str, str]) -> dict[str, str]:
    """What titles say under others: the nearer count, and a new kecamatan ends the kelurahan before it."""
    ended = {key for field in (Field.KECAMATAN, Field.KELURAHAN, Field.ELECTION) for key in _both(field, inner)}
    if any(key in inner for key in (Field.KECAMATAN, contradiction(Field.KECAMATAN))):
        ended |= {Field.KELURAHAN, contradiction(Field.KELURAHAN)}
    return {key: value for key, value in outer.items() if key not in ended} | inner


def _both(field: Field, said: dict[str, str]) -> set[str]:
    keys = {field, contradiction(field)}
    return keys if keys & said.keys() else set()


def _ends(grid: Grid, row: int, column: int) -> int:
    """The last column of a cell, which may be merged."""
    merged = (right for (top, left), (_, right) in grid.merges if (top, left) == (row, column))
    return next(merged, column)
