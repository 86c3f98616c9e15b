"""A sheet that is written from the top down: cells over spans of columns, rows as high as their text."""

from typing import Any

from logistik.core.errors import LogistikError
from logistik.core.wording import number
from logistik.documents.blocks import Cell
from logistik.documents.workbook.grid import Grid, Span
from logistik.documents.workbook.looks import CENTRE, FIGURE, LINE, MONO, TEXT, Look, Looks
from logistik.documents.workbook.texts import clean, is_hash, lines_of, pieces

MOST_ROWS = 1_048_576
"""A sheet has no more rows; what stands below them would be lost without a word."""
UNKNOWN = "–"
"""A figure that was not counted: neither 0 nor an empty cell, which would read as nothing."""
_LARGEST = 10**15
"""Beyond this a spreadsheet rounds numbers; as a text it stays what it is."""
_PER_UNIT = 1.15
"""Letters of running text in a unit of a column's width, taken a little low so that no line is hidden."""


def room(width: float) -> float:
    """The letters on a line of a cell so wide, its margins left free."""
    return (width - 2.0) * _PER_UNIT


class Page:
    """A sheet, its grid, and the row that is written next."""

    def __init__(self, sheet: Any, grid: Grid, looks: Looks) -> None:
        self.sheet = sheet
        self.grid = grid
        self.looks = looks
        self.row = 0
        for at, width in enumerate(grid.widths):
            sheet.set_column(at, at, width, looks())

    @property
    def whole(self) -> Span:
        """All columns."""
        return 0, self.grid.last

    def end_row(self, lines: float = 1, *, extra: float = 2.0, level: int = 0) -> None:
        """Give the row its height and go to the next; LogistikError where the sheet has no more."""
        self.sheet.set_row(self.row, lines * LINE + extra, None, {"level": level} if level else {})
        self.row += 1
        if self.row >= MOST_ROWS:
            raise LogistikError(
                f"Dokumen ini perlu lebih dari {number(MOST_ROWS)} baris; lembar Excel tidak memuatnya.",
                hint="Pakai akhiran lain untuk -o, misalnya .pdf atau .txt.",
            )

    def gap(self, height: float = 6.0) -> None:
        """A low empty row."""
        self.end_row(0, extra=height)

    def write(self, span: Span, value: Cell, look: Look) -> None:
        """A value over a span of columns. Text stays text whatever it begins with; a number stays a number."""
        if isinstance(value, int) and abs(value) < _LARGEST:
            column, made = self._spread(span, FIGURE | look)
            self.sheet.write_number(self.row, column, value, made)
        elif value == "":
            column, made = self._spread(span, look)
            self.sheet.write_blank(self.row, column, None, made)
        else:
            is_figure = value is None or isinstance(value, int)
            column, made = self._spread(span, look | ({"align": "right"} if is_figure else {}))
            self.sheet.write_string(self.row, column, UNKNOWN if value is None else clean(str(value)), made)

    def write_sum(self, span: Span, formula: str, value: int, look: Look) -> None:
        """A formula with the value that it has, for readers that do not calculate."""
        column, made = self._spread(span, FIGURE | look)
        self.sheet.write_formula(self.row, column, formula, made, value)

    def _spread(self, span: Span, look: Look) -> tuple[int, Any]:
        """Merge the span if it is more than one column; its first column and the format for it."""
        made = self.looks(look)
        if span[1] > span[0]:
            self.sheet.merge_range(self.row, span[0], self.row, span[1], "", made)
        return span[0], made

    def running(self, text: str, span: Span | None = None, look: Look | None = None, *, size: float = 1.0) -> None:
        """Wrapped text in rows of its own, each as high as it needs; `size` is that of its letters."""
        over = span or self.whole
        width = room(self.grid.width(over)) / size
        for piece in pieces(clean(text), width):
            self.write(over, piece, TEXT | (look or {}))
            self.end_row(len(lines_of(piece, width)) * size)

    def labelled(self, label: str, value: Cell, split: int) -> None:
        """A label and its value in one row, the value as wrapped text or as a number."""
        span = split + 1, self.grid.last
        if isinstance(value, int):
            self.write((0, split), label, {"bold": True})
            self.write(span, value, {"bold": True, "align": "left"})
            self.end_row()
            return
        text = clean(value or "")
        look = MONO if is_hash(text) else TEXT
        width = room(self.grid.width(span))
        for at, piece in enumerate(pieces(text, width)):
            self.write((0, split), "" if at else label, {"bold": True} | TEXT)
            self.write(span, piece, look)
            high = 1 if is_hash(text) else len(lines_of(piece, width))
            self.end_row(max(high, len(lines_of(label, room(self.grid.width((0, split)))))))

    def centred(self, text: str, look: Look, *, size: float = 1.0) -> None:
        """A line in the middle of the page."""
        self.running(text, None, CENTRE | look, size=size)

    def figure(self, label: str, value: int, columns: Span, own: Look, formula: str | None = None) -> None:
        """A label up to a column and a figure behind it, up to another; a formula where there is one."""
        split, end = columns
        width = room(self.grid.width((0, split)))
        self.write((0, split), label, TEXT | own)
        if formula is None:
            self.write((split + 1, end), value, own)
        else:
            self.write_sum((split + 1, end), formula, value, own)
        self.end_row(len(lines_of(clean(label), width)))
