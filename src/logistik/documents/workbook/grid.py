"""The columns of a sheet: all its tables share them, so each table takes one or several for each of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from logistik.core.wording import number
from logistik.documents.blocks import Cell, Kind, Table
from logistik.documents.workbook.texts import breadth, is_hash

PAGE = 98.0
"""The width of a page in characters, as a workbook measures columns."""
HASH = 62.0
"""What a SHA-256 takes on one line in the letters of a typewriter."""
_SMALLEST = {Kind.TEXT: 5.0, Kind.ORDINAL: 5.0, Kind.NUMBER: 8.0, Kind.PLACE: 20.0, Kind.OPEN: 10.0}
_LARGEST = {Kind.TEXT: 40.0, Kind.ORDINAL: 40.0, Kind.NUMBER: 18.0, Kind.PLACE: HASH, Kind.OPEN: 12.0}
_NEAR = 9.0
"""A column this much wider than a table needs is taken as it is."""
_FEWEST = 3
"""Labels and values, and people who sign side by side, need so many columns even where no table has them."""

Span = tuple[int, int]
"""The first and the last column of the grid that a cell takes."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns' right edges, in characters from the left of the page, and where each table's columns lie."""

    edges: tuple[float, ...]
    tables: tuple[tuple[Span, ...], ...]

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.edges) - 1

    @property
    def widths(self) -> list[float]:
        """Every column's width."""
        return [edge - before for edge, before in zip(self.edges, (0.0, *self.edges), strict=False)]

    def width(self, span: Span) -> float:
        """The width of so many columns together."""
        return self.edges[span[1]] - (self.edges[span[0] - 1] if span[0] else 0.0)

    def up_to(self, wanted: float) -> int:
        """The column that ends nearest to a place, and leaves one more to its right."""
        return self.nearest(wanted, range(max(1, self.last)))

    def nearest(self, wanted: float, among: Sequence[int]) -> int:
        """The one of some columns that ends nearest to a place."""
        return min(among, key=lambda at: abs(self.edges[at] - wanted))

    def at_least(self, wanted: float) -> int:
        """The first column that ends at a place or behind it, and leaves one more to its right."""
        return next((at for at in range(self.last) if self.edges[at] >= wanted), max(0, self.last - 1))


def grid_of(tables: Sequence[Table]) -> Grid:
    """The grid of a sheet: the columns of its longest table, and more where another table needs them."""
    wanted = _alike(tables)
    order = sorted(range(len(tables)), key=lambda at: -len(tables[at].rows) * len(tables[at].columns))
    edges: list[float] = []
    placed: dict[int, list[float]] = {}
    for at in order:
        same = next((placed[other] for other in placed if tables[other].columns == tables[at].columns), None)
        if same is not None:
            placed[at] = same
        elif not edges:
            edges = _cumulated(_fitted(wanted[at], tables[at]))
            placed[at] = list(edges)
            edges += [] if edges[-1] >= PAGE else [PAGE]
        else:
            placed[at] = _placed(wanted[at], edges)
    if len(edges) < _FEWEST:
        edges = sorted({*edges, 20.0, PAGE / 2, PAGE})
    spans = tuple(_spans(placed[at], edges) for at in range(len(tables)))
    return Grid(tuple(edges), spans)


def _alike(tables: Sequence[Table]) -> list[list[float]]:
    """What the columns of each table would like to have; tables with the same columns look the same."""
    own = [_widths(table) for table in tables]
    found = []
    for table in tables:
        same = [widths for other, widths in zip(tables, own, strict=True) if other.columns == table.columns]
        found.append([max(each) for each in zip(*same, strict=True)])
    return found


def _widths(table: Table) -> list[float]:
    """What each column would like to have: its longest word in the head, its longest content within bounds."""
    found = []
    for at, column in enumerate(table.columns):
        cells = [row.cells[at] for row in table.rows] + ([table.total[at]] if table.total else [])
        deepest = max((row.level for row in table.rows), default=0) if at == table.name_at else 0
        longest = max((_length(cell) for cell in cells), default=0.0) + 2 + 3 * deepest
        longest += 2 if column.kind in (Kind.TEXT, Kind.ORDINAL) else 0
        head = max(map(len, column.title.split()), default=0) * 1.15 + 2
        found.append(max(_SMALLEST[column.kind], head, min(_LARGEST[column.kind], longest)))
    return found


def _length(cell: Cell) -> float:
    if isinstance(cell, int):
        return len(number(cell)) * 1.1
    if cell is None:
        return 1.0
    return HASH if is_hash(cell) else max(len(line) * breadth(line) for line in cell.split("\n"))


def _fitted(widths: list[float], table: Table) -> list[float]:
    """The widths of the sheet's main table, so that together they take the page; small tables stay small.

    A form keeps the room that it needs to be written in; the printer makes it as wide as the page.
    """
    if any(column.kind is Kind.OPEN for column in table.columns):
        return widths
    total = sum(widths)
    texts = [at for at, column in enumerate(table.columns) if column.kind is not Kind.NUMBER and widths[at] > 12]
    if total < PAGE * 0.6 or not texts:
        return widths
    room = sum(widths[at] for at in texts)
    factor = max(0.4, (room + PAGE - total) / room)
    return [width * factor if at in texts else width for at, width in enumerate(widths)]


def _cumulated(widths: Sequence[float]) -> list[float]:
    edges, total = [], 0.0
    for width in widths:
        total += width
        edges.append(round(total, 2))
    return edges


def _placed(widths: Sequence[float], edges: list[float]) -> list[float]:
    """Where the columns of a further table end: at edges that are there where those are near, else at new ones."""
    ends: list[float] = []
    start = 0.0
    for at, width in enumerate(widths):
        rest = sum(each for each in widths[at:] if each < HASH)
        room = PAGE - start - sum(each for each in widths[at:] if each >= HASH)
        shrink = 1.0 if width >= HASH or rest <= room else max(0.5, room / rest)
        target = start + width * shrink
        near = [edge for edge in edges if edge > start and target - width * 0.1 <= edge <= target + _NEAR]
        start = near[0] if near else round(target, 2)
        if not near:
            edges.append(start)
            edges.sort()
        ends.append(start)
    return ends


def _spans(ends: Sequence[float], edges: Sequence[float]) -> tuple[Span, ...]:
    lasts = [edges.index(end) for end in ends]
    return tuple(zip([0, *(last + 1 for last in lasts[:-1])], lasts, strict=True))
