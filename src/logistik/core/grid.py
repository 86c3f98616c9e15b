"""A sheet as it was read: every cell at its real place, nothing interpreted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Value = str | float | int | bool | date | datetime | time | timedelta
"""What a cell can hold; a blank cell is the empty string."""

Merge = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, zero-based row and column."""


@dataclass(slots=True, eq=False, repr=False)
class Grid:
    """One sheet. `rows[0]` is the sheet's first row and `rows[0][0]` is A1, blank rows and columns counted."""

    file: str
    sheet: str
    rows: Sequence[Sequence[Value]]
    merges: Sequence[Merge] = ()

    def value(self, row: int, column: int) -> Value:
        """The value of a cell; blank outside the sheet's used range."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return ""
