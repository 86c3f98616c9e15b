"""How far a sheet reaches: rows and columns from A1 to the farthest cell with a value."""

from typing import NamedTuple

FARTHEST = (1 << 20, 1 << 14)
"""The last row and column of a workbook; taken for a cell whose place cannot be told."""


class Extent(NamedTuple):
    """Rows and columns from A1 on."""

    rows: int = 0
    columns: int = 0

    @property
    def area(self) -> int:
        """The cells of the rectangle."""
        return self.rows * self.columns

    def with_(self, other: "Extent") -> "Extent":
        """The smallest that holds both."""
        return Extent(max(self.rows, other.rows), max(self.columns, other.columns))
