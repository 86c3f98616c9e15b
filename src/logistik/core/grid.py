"""A sheet as it was read: every cell at its real place, nothing interpreted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Value = str | float | int | bool | date | datetime | time | timedelta
"""What a cell can hold; a blank cell is the empty string."""

Merge = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, zero-based row and column."""

Spot = tuple[int, int]
"""Zero-based row and column of a cell."""

_NOWHERE: frozenset[Spot] = frozenset()
_NONE: frozenset[int] = frozenset()


@dataclass(slots=True, eq=False, repr=False)
class Grid:
    """One sheet. `rows[0]` is the sheet's first row and `rows[0][0]` is A1, blank rows and columns counted.

    Attributes:
        hidden_rows: rows that are not shown, by hand or by a filter.
        hidden_columns: columns that are not shown.
        is_hidden: whether the sheet as a whole is not shown.
        formulas: formulas as typed in A1 notation, without the equals sign.
        uncalculated: cells with a formula whose result the file does not hold; their value is blank.
        percents: cells shown as a percentage, so that 0.25 reads as 25 %.
        stale: where a formula was recalculated, what the file held instead.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[Value]]
    merges: Sequence[Merge] = ()
    hidden_rows: frozenset[int] = _NONE
    hidden_columns: frozenset[int] = _NONE
    is_hidden: bool = False
    formulas: Mapping[Spot, str] = field(default_factory=dict)
    uncalculated: frozenset[Spot] = _NOWHERE
    percents: frozenset[Spot] = _NOWHERE
    stale: Mapping[Spot, Value] = field(default_factory=dict)

    def value(self, row: int, column: int) -> Value:
        """The value of a cell; blank outside the sheet's used range."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return ""
