"""A sheet as it was read: every cell at its real place, nothing interpreted."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

Value = str | float | int | bool | date | datetime | time | timedelta
"""What a cell can hold; a blank cell is the empty string."""

Merge = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, zero-based row and column."""

Spot = tuple[int, int]
"""Zero-based row and column of a cell."""

_NOWHERE: frozenset[Spot] = frozenset()
_NONE: frozenset[int] = frozenset()


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

    __slots__ = (
        "file", "formulas", "hidden_columns", "hidden_rows", "is_hidden", "merges", "percents", "rows", "sheet",
        "stale", "uncalculated",
    )  # fmt: skip

    def __init__(
        self,
        file: str,
        sheet: str,
        rows: Sequence[Sequence[Value]],
        merges: Sequence[Merge] = (),
        *,
        hidden_rows: frozenset[int] = _NONE,
        hidden_columns: frozenset[int] = _NONE,
        is_hidden: bool = False,
        formulas: Mapping[Spot, str] | None = None,
        uncalculated: frozenset[Spot] = _NOWHERE,
        percents: frozenset[Spot] = _NOWHERE,
        stale: Mapping[Spot, Value] | None = None,
    ) -> None:
        self.file = file
        self.sheet = sheet
        self.rows = rows
        self.merges = merges
        self.hidden_rows = hidden_rows
        self.hidden_columns = hidden_columns
        self.is_hidden = is_hidden
        self.formulas = formulas or {}
        self.uncalculated = uncalculated
        self.percents = percents
        self.stale = stale or {}

    def with_values(self, rows: Sequence[Sequence[Value]], stale: Mapping[Spot, Value]) -> "Grid":
        """The same sheet with other values; `stale` says which of them the file holds otherwise."""
        return Grid(
            self.file,
            self.sheet,
            rows,
            self.merges,
            hidden_rows=self.hidden_rows,
            hidden_columns=self.hidden_columns,
            is_hidden=self.is_hidden,
            formulas=self.formulas,
            uncalculated=self.uncalculated,
            percents=self.percents,
            stale=stale,
        )

    def value(self, row: int, column: int) -> Value:
        """The value of a cell; blank outside the sheet's used range."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return ""
