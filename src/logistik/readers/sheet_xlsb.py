"""A sheet of an .xlsb in its raw bytes: how far it reaches, and what it says beside its values."""

from collections.abc import Iterator, Mapping

from logistik.readers.extent import FARTHEST, Extent
from logistik.readers.marks import Marks

ERRORS: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Error values by their number in the binary formats."""

_ROW, _COLUMN, _MERGE, _SHEET = 0, 60, 176, 156
_CELL_ERROR, _FORMULA_ERROR = 3, 11
_HIDDEN_ROW = 0x10


def xlsb_sheet(data: bytes, most: int) -> tuple[Extent, Marks]:
    """Row headers and cells with a value (records 2 to 11); marks up to about `most`."""
    rows = columns = current = 0
    marks = Marks()
    for kind, start, end in _records(data):
        if kind == _ROW:
            current = _number(data, start, end) + 1
            if start + 12 <= end and data[start + 11] & _HIDDEN_ROW:
                marks.hidden_rows.add(current - 1)
        elif 2 <= kind <= 11:
            column = _number(data, start, end)
            rows, columns = max(rows, current), max(columns, column + 1)
            if kind in (_CELL_ERROR, _FORMULA_ERROR) and start + 9 <= end:
                marks.errors[current - 1, column] = ERRORS.get(data[start + 8], "#REF!")
        elif kind == _COLUMN and start + 18 <= end and data[start + 16] & 1:
            last = min(_number(data, start + 4, end), FARTHEST[1] - 1)
            marks.hidden_columns.update(range(_number(data, start, end), last + 1))
        elif kind == _MERGE and start + 16 <= end:
            top, bottom, left, right = (_number(data, start + 4 * each, end) for each in range(4))
            marks.merges.append(((top, left), (bottom, right)))
            marks.merged += 1
        if marks.size > most:
            break
    return Extent(rows, columns), marks


def xlsb_names(index: bytes) -> dict[str, str]:
    """The name of each sheet by the identity under which the workbook links to it."""
    found = {}
    for kind, start, end in _records(index):
        if kind == _SHEET:
            identity, position = _text(index, start + 8, end)
            name, _ = _text(index, position, end)
            found[identity] = name
    return found


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start and end of every record."""
    position, size = 0, len(data)
    while position < size:
        kind, position = _varint(data, position, 2)
        length, position = _varint(data, position, 4)
        yield kind, position, min(position + length, size)
        position += length


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


def _number(data: bytes, start: int, end: int) -> int:
    return int.from_bytes(data[start : min(start + 4, end)], "little")


def _text(data: bytes, start: int, end: int) -> tuple[str, int]:
    """A counted text, and where it ends."""
    last = min(start + 4 + 2 * _number(data, start, end), end)
    return data[start + 4 : last].decode("utf-16-le", "replace"), last
