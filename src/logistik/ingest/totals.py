"""Running sums of a table, so that a row which says it is a total can be held against its parts."""

from logistik.core.places import Block
from logistik.ingest.records import TotalRow

STATIONS = -1
"""The pseudo column that counts rows, for total rows that state the number of TPS."""


class RunningSums:
    """Sums per column since the table began, since the last total, and since each region began.

    A total row may close any of these stretches, so it is right if one of them fits in every column.
    """

    def __init__(self) -> None:
        self._sums: dict[int, int] = {STATIONS: 0}
        self._unknown: dict[int, int] = {}
        self._starts: dict[str, tuple[dict[int, int], dict[int, int]]] = {"all": ({}, {})}
        self._regions: dict[str, str] = {}

    def begin(self, level: str, name: str) -> None:
        """Note that a region begins here, if it is not the one that is running."""
        if self._regions.get(level) != name:
            self._regions[level] = name
            self._starts[level] = (dict(self._sums), dict(self._unknown))

    def add(self, column: int, value: int | None) -> None:
        """One data cell; None where it cannot be read, so that sums over it are not judged."""
        if value is None:
            self._unknown[column] = self._unknown.get(column, 0) + 1
        else:
            self._sums[column] = self._sums.get(column, 0) + value

    def add_row(self) -> None:
        """One data row."""
        self._sums[STATIONS] += 1

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to sum."""
        return self._sums[STATIONS] > 0

    def is_sum(self, stated: dict[int, int]) -> bool:
        """Whether numbers without a label are the sum of one of the stretches, in every column."""
        return self.has_rows and bool(stated) and any(not self._differences(name, stated) for name in self._starts)

    def close(self, block: Block, row: int, label: str, stated: dict[int, int], headers: dict[int, str]) -> TotalRow:
        """Hold a total row against the stretch that it fits best, and begin a new one after it."""
        best = min((self._differences(name, stated) for name in self._starts), key=len, default=[])
        self._starts["total"] = (dict(self._sums), dict(self._unknown))
        return TotalRow(
            block,
            row,
            label,
            tuple((column, headers.get(column, "TPS"), said, expected) for column, said, expected in best),
        )

    def _differences(self, start: str, stated: dict[int, int]) -> list[tuple[int, int, int]]:
        sums, unknown = self._starts[start]
        return [
            (column, said, expected)
            for column, said in stated.items()
            if self._unknown.get(column, 0) == unknown.get(column, 0)
            and said != (expected := self._sums.get(column, 0) - sums.get(column, 0))
        ]
