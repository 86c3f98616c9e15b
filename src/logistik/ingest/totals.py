"""Running sums of a table, so that a row which says it is a total can be held against its parts."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.core.places import Block
from logistik.ingest.records import Difference, TotalRow


class Stand(NamedTuple):
    """How far the sums were at a row: rows, and per column the sum and the cells that could not be read."""

    rows: int
    sums: tuple[int, ...]
    unknown: tuple[int, ...]


class RunningSums:
    """Sums per column since the table began, since the last total, and since each region began.

    A total row may close any of these stretches, so it is right if one of them fits in every column.
    """

    def __init__(self, columns: Sequence[int]) -> None:
        self._columns = tuple(columns)
        self._rows = 0
        self._sums = [0] * len(columns)
        self._unknown = [0] * len(columns)
        self._starts = {"all": self.stand()}

    def stand(self) -> Stand:
        """How far the sums are now."""
        return Stand(self._rows, tuple(self._sums), tuple(self._unknown))

    def rows_since(self, stand: Stand) -> int:
        """Rows added after `stand`."""
        return self._rows - stand.rows

    def begin(self, level: str) -> None:
        """A region of this level begins with the next row."""
        self._starts[level] = self.stand()

    def add(self, numbers: Sequence[int | None]) -> None:
        """One data row; None where a cell cannot be read, so that sums over it are not judged."""
        self._rows += 1
        for at, number in enumerate(numbers):
            if number is None:
                self._unknown[at] += 1
            else:
                self._sums[at] += number

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to sum."""
        return self._rows > 0

    def is_sum(self, stated: Sequence[int | None], rows: int | None = None) -> bool:
        """Whether numbers without a label are surely the sum of one of the stretches.

        At least two rows, every stated column, and no cell among them that could not be read; `rows` is the
        number of rows that it claims to sum, where it does.
        """
        return any(
            self._rows - start.rows >= 2
            and rows in (None, self._rows - start.rows)
            and all(said is None or self._unknown[at] == start.unknown[at] for at, said in enumerate(stated))
            and not self._differences(start, stated)
            for start in self._starts.values()
        )

    def close(
        self, block: Block, row: int, label: str, stated: Sequence[int | None], stations: tuple[int, int] | None = None
    ) -> TotalRow:
        """Hold a total row against the stretch that it fits best, and begin a new one after it.

        `stations` is the column and the number of a total row that also states how many TPS it sums.
        """
        best = min((self._differences(start, stated, stations) for start in self._starts.values()), key=_misfit)
        self._starts["total"] = self.stand()
        return TotalRow(block, row, label, tuple(best))

    def hold(
        self,
        block: Block,
        row: int,
        label: str,
        stated: Sequence[int | None],
        since: Stand,
        stations: tuple[int, int] | None = None,
    ) -> TotalRow:
        """Hold a row that stands above its parts against the rows added after `since`."""
        return TotalRow(block, row, label, tuple(self._differences(since, stated, stations)))

    def _differences(
        self, start: Stand, stated: Sequence[int | None], stations: tuple[int, int] | None = None
    ) -> list[Difference]:
        found = [
            Difference(column, said, self._sums[at] - start.sums[at])
            for at, (column, said) in enumerate(zip(self._columns, stated, strict=True))
            if said is not None and self._unknown[at] == start.unknown[at] and said != self._sums[at] - start.sums[at]
        ]
        if stations is not None and stations[1] != self._rows - start.rows:
            found.append(Difference(stations[0], stations[1], self._rows - start.rows))
        return found


class LayeredSums:
    """Running sums of a table whose rows may be regions above their parts.

    A total then sums every row, only the larger regions, or only the smallest rows; it is right if one fits.
    """

    def __init__(self, columns: Sequence[int]) -> None:
        self._every, self._larger, self._smallest = (RunningSums(columns) for _ in range(3))
        self._pending: tuple[Sequence[int | None], str] | None = None
        self._has_layers = False

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to sum."""
        return self._every.has_rows

    def begin(self, level: str) -> None:
        """A region of this level, or an election, begins with the next row."""
        self._settle()
        for sums in (self._every, self._larger, self._smallest):
            sums.begin(level)

    def add(self, numbers: Sequence[int | None], kecamatan: str, kelurahan: str) -> None:
        """One data row; a kecamatan whose kelurahan follow is not among the smallest rows."""
        self._every.add(numbers)
        if self._pending and self._pending[1] == kecamatan and kelurahan:
            self._pending, self._has_layers = None, True
        self._settle()
        if kelurahan:
            self._smallest.add(numbers)
        else:
            self._larger.add(numbers)
            self._pending = (numbers, kecamatan)

    def _settle(self) -> None:
        if self._pending:
            self._smallest.add(self._pending[0])
            self._pending = None

    def close(self, block: Block, row: int, label: str, stated: Sequence[int | None]) -> TotalRow:
        """Hold a total row against the layer that it fits best."""
        self._settle()
        layers = [self._every, self._larger, self._smallest] if self._has_layers else [self._every]
        totals = [sums.close(block, row, label, stated) for sums in layers if sums.has_rows]
        return min(totals, key=lambda total: _misfit(list(total.differences)))


def _misfit(differences: list[Difference]) -> tuple[int, int]:
    """How badly a stretch fits: in how many columns, and by how much."""
    return len(differences), sum(abs(each.stated - each.expected) for each in differences)
