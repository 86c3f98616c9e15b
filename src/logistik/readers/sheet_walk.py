"""A sheet of an .xlsx tag by tag: the slow way, for what is not written as Excel writes it."""

import re
from collections.abc import Callable, Collection

from logistik.readers.extent import FARTHEST, Extent
from logistik.readers.marks import Marks, column_number

Note = Callable[[int, int, bytes, bytes, bytes, bytes], None]
"""Takes a formula: row, column, the attributes of the cell and of the formula, its text, the result."""

_ATTRIBUTES = rb"((?:\s+[^\s=<>/]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)"
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_TAG = re.compile(rb"<(?:\w+:)?(row|c)" + _ATTRIBUTES + rb"\s*(/?)>")
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)([0-9]*)[\"']")
_CONTENT = re.compile(
    rb"\s*(?:<(?:\w+:)?f" + _ATTRIBUTES + rb"\s*(?:/>|>([^<]*)</(?:\w+:)?f\s*>))?"
    rb"\s*(?:<(?:\w+:)?v[^>]*?(?:/>|>([^<]*)</))?"
)
_TYPE = re.compile(rb"\st\s*=\s*[\"'](\w+)[\"']")
_STYLE = re.compile(rb"\ss\s*=\s*[\"']([0-9]{1,6})[\"']")
_HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row" + _ATTRIBUTES)
_COLUMN = re.compile(rb"<(?:\w+:)?col" + _ATTRIBUTES)
_SPAN = re.compile(rb"\s(min|max)\s*=\s*[\"']([0-9]{1,5})[\"']")


def walked(
    chunk: bytes, place: tuple[int, int], percents: Collection[bytes], marks: Marks, note: Note
) -> tuple[Extent, tuple[int, int]]:
    """The farthest cell that is not blank, and where the chunk ends; a cell without a reference stands after the last.

    Args:
        chunk: whole tags.
        place: row and column (from 1) where the chunk before ended.
        percents: the styles that show a percentage.
        marks: takes what the cells say beside their values.
        note: takes the formulas.
    """
    row_now, column = place
    rows = columns = count = 0
    for tag in _TAG.finditer(chunk):
        kind, attributes, closed = tag.groups()
        found = _REFERENCE.search(attributes)
        letters, digits = (found[1], found[2]) if found else (b"", b"")
        if kind == b"row":
            row_now, column = int(digits) if digits else row_now + 1, 0
            continue
        count += 1
        column = column_number(letters) if letters else column + 1
        if not closed:
            row = int(digits) if digits else row_now
            rows, columns = max(rows, row), max(columns, column)
            _cell((row - 1, column - 1), attributes, _CONTENT.match(chunk, tag.end()), percents, marks, note)
    far = Extent(rows, columns) if count == len(_ANY_CELL.findall(chunk)) else Extent(*FARTHEST)
    return far, (row_now, column)


def _cell(
    spot: tuple[int, int],
    attributes: bytes,
    content: re.Match[bytes] | None,
    percents: Collection[bytes],
    marks: Marks,
    note: Note,
) -> None:
    """What one filled cell says beside its value."""
    kind, style = _TYPE.search(attributes), _STYLE.search(attributes)
    if style and style[1] in percents:
        marks.percents.add(spot)
    if content is None:
        return
    formula, text, value = content.groups()
    if kind and kind[1] == b"e" and value:
        marks.errors[spot] = value[:20].decode("utf-8", "replace")
    if formula is not None:
        note(*spot, attributes, formula, text or b"", value or b"")


def note_hidden(chunk: bytes, marks: Marks) -> None:
    """The rows and columns of a chunk that are not shown."""
    for attributes in _ROW.findall(chunk):
        if _HIDDEN.search(attributes) and (found := _REFERENCE.search(attributes)) and found[2]:
            marks.hidden_rows.add(int(found[2]) - 1)
    for attributes in _COLUMN.findall(chunk):
        if _HIDDEN.search(attributes):
            span = {name: int(number) for name, number in _SPAN.findall(attributes)}
            first, last = span.get(b"min", 0), min(span.get(b"max", 0), FARTHEST[1])
            marks.hidden_columns.update(range(max(first, 1) - 1, last))
