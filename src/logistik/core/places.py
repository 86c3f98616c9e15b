"""Where a value stands: file, sheet and cell, derived only when somebody asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


def column_letters(column: int) -> str:
    """`0` is `A`, `25` is `Z`, `26` is `AA`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """A1 notation of a zero-based row and column."""
    return f"{column_letters(column)}{row + 1}"


def cell_position(name: str) -> tuple[int, int]:
    """The zero-based row and column of a cell in A1 notation; `(-1, -1)` where there is no cell."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :] or 0) - 1, column - 1


class Location(NamedTuple):
    """A place that a person can go to. Without a cell it is the sheet, without a sheet the file."""

    file: str
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.cell) if part)


class ColumnKey(NamedTuple):
    """What a column holds, and for which election and stock where the header says so."""

    name: str
    election: str | None = None
    stock: str | None = None
    category: str | None = None


@dataclass(slots=True, eq=False, repr=False)
class Block:
    """One table of one sheet: enough to name the cell of each of its values.

    `columns` maps what a column holds to its zero-based position in the real sheet, blank rows and columns
    counted; `headers` holds the header at a position; `anchors` maps a covered cell of a merge to the cell
    that holds its value.
    """

    file: str
    sheet: str
    columns: Mapping[ColumnKey, int]
    headers: Mapping[int, str] = field(default_factory=dict)
    anchors: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Location:
        """The place of a zero-based row and column; in a merge the place of its anchor."""
        row, column = self.anchors.get((row, column), (row, column))
        return Location(self.file, self.sheet, cell_name(row, column))

    def at(self, row: int, *keys: ColumnKey) -> Location:
        """The place of the first of `keys` that the table has, else of the row's first column."""
        for key in keys:
            if key in self.columns:
                return self.cell(row, self.columns[key])
        return self.cell(row, min(self.columns.values(), default=0))
