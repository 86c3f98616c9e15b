"""How far a sheet reaches, found in its raw bytes: rows and columns from A1 to the farthest cell with a value."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

FARTHEST = (1 << 20, 1 << 14)
"""The last row and column of a workbook; taken for a cell whose place cannot be told."""

_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ODD_CELL = re.compile(rb'<c(?! r="[A-Z]{1,3}[0-9]{1,7}"|[A-Za-z0-9])')
_PREFIXED_CELL = re.compile(rb":c[\s>/]")
_PLAIN_CELL = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_WIDE = re.compile(rb'<c r="([A-Z]{2,3})[0-9]')
_TAG = re.compile(rb"<(?:\w+:)?(row|c)((?:\s+[^\s=<>/]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(/?)>")
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)([0-9]*)[\"']")
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*\st="e"[^>]*>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)?<v>([^<]{1,20})</v>'
)
_ODS_TAG = re.compile(
    rb"<table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>|</table:(table-row|table)>"
)
_ODS_REPEAT = re.compile(rb"number-(?:rows|columns)-repeated=[\"']([0-9]{1,9})[\"']")
_ODS_NAME = re.compile(rb"table:name=[\"']([^\"']*)[\"']")


class Extent(NamedTuple):
    """Rows and columns from A1 on."""

    rows: int = 0
    columns: int = 0

    @property
    def area(self) -> int:
        """The cells of the rectangle."""
        return self.rows * self.columns


def column_number(letters: bytes) -> int:
    """`A` is 1, `XFD` is 16384; small letters too."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class SheetScan:
    """A sheet of an .xlsx, chunk by chunk (cut at tags).

    References in their usual form are read off quickly. A chunk with any other form, or one that would make the
    sheet larger than `limit` cells, is walked cell by cell, where blank styled cells do not count.
    """

    def __init__(self, limit: int) -> None:
        self.extent = Extent()
        self.errors: dict[tuple[int, int], str] = {}
        self._limit = limit
        self._row = 0
        self._column = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next chunk."""
        far = Extent(
            max(map(int, set(_PLAIN_CELL.findall(chunk))), default=0),
            max(map(column_number, set(_WIDE.findall(chunk))), default=26),
        )
        is_odd = _ODD_CELL.search(chunk) or _PREFIXED_CELL.search(chunk)
        if is_odd or self._with(far).area > self._limit:
            far = self._walk(chunk, len(_ANY_CELL.findall(chunk)))
        self.extent = self._with(far)
        if b't="e"' in chunk:
            for letters, number, text in _ERROR.findall(chunk):
                self.errors[int(number) - 1, column_number(letters) - 1] = text.decode("utf-8", "replace")

    def _with(self, other: Extent) -> Extent:
        return Extent(max(self.extent.rows, other.rows), max(self.extent.columns, other.columns))

    def _walk(self, chunk: bytes, cells: int) -> Extent:
        """Cell by cell; a cell without a reference stands after the one before it."""
        rows = columns = walked = 0
        for kind, attributes, closed in _TAG.findall(chunk):
            found = _REFERENCE.search(attributes)
            letters, digits = (found[1], found[2]) if found else (b"", b"")
            if kind == b"row":
                self._row = int(digits) if digits else self._row + 1
                self._column = 0
                continue
            walked += 1
            self._column = column_number(letters) if letters else self._column + 1
            if not closed:
                rows = max(rows, int(digits) if digits else self._row)
                columns = max(columns, self._column)
        return Extent(rows, columns) if walked == cells else Extent(*FARTHEST)


def whole_tags(chunks: Iterable[bytes], longest: int) -> Iterator[bytes]:
    """Chunks cut at a tag's end, so that no tag is missed; ValueError for a tag without an end."""
    rest = b""
    for chunk in chunks:
        joined = rest + chunk
        end = joined.rfind(b">") + 1
        rest = joined[end:]
        if len(rest) > longest:
            raise ValueError("a tag without an end")
        yield joined[:end]


def xlsb_extent(data: bytes) -> Extent:
    """A sheet of the binary format: row headers (record 0) and cells with a value (records 2 to 11)."""
    rows = columns = position = current = 0
    size = len(data)
    while position < size:
        kind, position = _varint(data, position, 2)
        length, position = _varint(data, position, 4)
        if kind == 0:
            current = int.from_bytes(data[position : position + 4], "little") + 1
        elif 2 <= kind <= 11:
            rows = max(rows, current)
            columns = max(columns, int.from_bytes(data[position : position + 4], "little") + 1)
        position += length
    return Extent(rows, columns)


def _varint(data: bytes, position: int, most: int) -> tuple[int, int]:
    value = 0
    for index in range(most):
        if position >= len(data):
            break
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            break
    return value, position


def ods_extents(data: bytes) -> Iterator[tuple[str, Extent]]:
    """Every sheet of an OpenDocument by name; a run of equal rows or cells is written once with a count."""
    name, rows, columns, row, column, repeat = "", 0, 0, 0, 0, 0
    row_is_used = False
    for tag, attributes, end in _ODS_TAG.findall(data):
        found = _ODS_REPEAT.search(attributes)
        times = int(found[1]) if found else 1
        if end == b"table":
            yield name, Extent(rows, columns)
        elif end:
            row += repeat
            rows = max(rows, row) if row_is_used else rows
        elif tag == b"table":
            named = _ODS_NAME.search(attributes)
            name = named[1].decode("utf-8", "replace") if named else ""
            rows = columns = row = 0
        elif tag == b"table-row":
            row, column, repeat, row_is_used = row + 1, 0, times - 1, False
            if attributes.endswith(b"/"):
                row += repeat
        else:
            column += times
            if b"value-type" in attributes:
                row_is_used = True
                columns = max(columns, column)
