"""The sheets of an OpenDocument in its raw bytes: how far they reach, and what they say beside their values."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from logistik.readers.extent import FARTHEST, Extent
from logistik.readers.marks import Marks, unescaped

_ATTRIBUTES = rb"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)"
_OPENED = rb"<table:(table-row|table-column|table-cell|covered-table-cell|table)(?=[\s/>])"
_TAG = re.compile(_OPENED + _ATTRIBUTES + rb">|</table:(table-row|table)\s*>")
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([0-9]{1,9})[\"']")
_NAME = re.compile(rb"table:name\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_HIDDEN = re.compile(rb"table:visibility\s*=\s*[\"'](?:collapse|filter)[\"']")
_SPANNED = re.compile(rb"number-(rows|columns)-spanned\s*=\s*[\"']([0-9]{1,7})[\"']")
_FORMULA = re.compile(rb"table:formula\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_PERCENT = re.compile(rb"value-type\s*=\s*[\"']percentage[\"']")
_ERROR = re.compile(rb"value-type\s*=\s*[\"']error[\"']")
_TEXT = re.compile(rb"\s*<text:p[^>]*>([^<]{1,40})<")
_CELL_REFERENCE = re.compile(r"\[\.(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::\.(\$?[A-Z]{1,3}\$?[0-9]{1,7}))?\]")


class OdsSheet(NamedTuple):
    """One sheet: its name, its reach and its marks."""

    name: str
    extent: Extent
    marks: Marks


def ods_sheets(data: bytes, limit: int, most: int, most_text: int) -> Iterator[OdsSheet]:
    """Every sheet; a run of equal rows or cells is written once with a count.

    A sheet of more than `limit` cells is given without marks, and one of more than `most` marks only with those.

    Raises:
        ValueError: a tag inside a tag, or repeated cells that show more than `most_text` bytes of text.
    """
    reader = _Reader(limit, most)
    opened = repeated_text = tags = 0
    for tag in _TAG.finditer(data):
        kind, attributes, end = tag.groups()
        tags += end is None
        if reader.times > 1:
            repeated_text += reader.times * (tag.start() - opened)
        reader.times, opened = 1, tag.start()
        if end == b"table":
            yield reader.end_table()
        elif end:
            reader.end_row()
        elif kind == b"table":
            reader.begin_table(attributes)
        elif kind == b"table-row":
            reader.begin_row(attributes)
        elif kind == b"table-column":
            reader.column(attributes)
        else:
            reader.cell(attributes, data, tag.end())
    if tags != len(re.findall(_OPENED, data)):
        raise ValueError("a tag inside a tag")
    if repeated_text > most_text:
        raise ValueError("texts without end")


class _Reader:
    """Where in a sheet the walk is, and what it found there."""

    def __init__(self, limit: int, most: int) -> None:
        self._limit = limit
        self._most = most
        self.times = 1
        """How often the cell just read stands in the sheet, if it holds something."""
        self.begin_table(b"")

    def begin_table(self, attributes: bytes) -> None:
        named = _NAME.search(attributes)
        self._name = unescaped((named[1] or named[2] or b"").decode("utf-8", "replace")) if named else ""
        self._extent = Extent()
        self._marks = Marks()
        self._row = self._column = self._listed = 0
        self._begin_row()
        self._hidden_rows: list[tuple[int, int]] = []
        self._hidden_columns: list[tuple[int, int]] = []

    def end_table(self) -> OdsSheet:
        rows, columns = self._extent
        for first, end in self._hidden_rows:
            self._marks.hidden_rows.update(range(first, min(end, rows, FARTHEST[0])))
        for first, end in self._hidden_columns:
            self._marks.hidden_columns.update(range(first, min(end, columns, FARTHEST[1])))
        return OdsSheet(self._name, self._extent, self._marks)

    def column(self, attributes: bytes) -> None:
        end = self._listed + _times(attributes)
        if _HIDDEN.search(attributes):
            self._hidden_columns.append((self._listed, end))
        self._listed = end

    def begin_row(self, attributes: bytes) -> None:
        self._begin_row(_times(attributes))
        if _HIDDEN.search(attributes):
            self._hidden_rows.append((self._row, self._row + self._repeat))
        if attributes.endswith(b"/"):
            self._row += self._repeat

    def _begin_row(self, repeat: int = 1) -> None:
        self._repeat = repeat
        self._column = 0
        self._is_used = False

    def end_row(self) -> None:
        self._row += self._repeat
        if self._is_used:
            self._extent = self._extent.with_(Extent(self._row, 0))

    def cell(self, attributes: bytes, data: bytes, position: int) -> None:
        first = self._column
        self._column += _times(attributes)
        is_filled = b"value-type" in attributes
        if is_filled:
            self.times = self._repeat * (self._column - first)
            self._is_used = True
            self._extent = self._extent.with_(Extent(0, self._column))
        is_marked = b"formula" in attributes or b"spanned" in attributes or b'"percentage"' in attributes
        if not is_marked and b'"error"' not in attributes:
            return
        if (self._row + self._repeat) * self._column > self._limit or self._marks.size > self._most:
            return
        for row in range(self._row, self._row + self._repeat):
            for column in range(first, self._column):
                if self._marks.size > self._most:
                    return
                self._mark(row, column, attributes, data, position, is_filled=is_filled)

    def _mark(self, row: int, column: int, attributes: bytes, data: bytes, position: int, *, is_filled: bool) -> None:
        marks = self._marks
        if _PERCENT.search(attributes):
            marks.percents.add((row, column))
        if _ERROR.search(attributes) and (shown := _TEXT.match(data, position)):
            marks.errors[row, column] = unescaped(shown[1].decode("utf-8", "replace"))
        if formula := _FORMULA.search(attributes):
            text = (formula[1] or formula[2] or b"").decode("utf-8", "replace")
            marks.formula((row, column), _plain(unescaped(text)), is_calculated=is_filled)
        if b"spanned" in attributes:
            span = {kind: int(number) for kind, number in _SPANNED.findall(attributes)}
            rows, columns = span.get(b"rows", 1), span.get(b"columns", 1)
            if rows * columns > 1:
                marks.merges.append(((row, column), (row + rows - 1, column + columns - 1)))
                marks.merged += 1


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1


def _plain(formula: str) -> str:
    """`of:=SUM([.E6:.E10])` as Excel writes it: `SUM(E6:E10)`."""
    _, _, typed = formula.partition("=")
    return _CELL_REFERENCE.sub(lambda found: f"{found[1]}:{found[2]}" if found[2] else found[1], typed)
