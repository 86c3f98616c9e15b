"""The sheets of an .xls in its records (MS-XLS): how far they reach, and what they say beside their values.

The native reader sets memory aside for what a sheet says of its size before it has seen a cell, so what the
records claim is held against what they hold.
"""

from collections.abc import Iterator
from typing import NamedTuple

from logistik.readers.compound import DamagedError
from logistik.readers.extent import FARTHEST, Extent
from logistik.readers.marks import Marks
from logistik.readers.sheet_xlsb import ERRORS

_END, _PASSWORD, _SHEET, _STRINGS, _CONTINUED = 0x000A, 0x002F, 0x0085, 0x00FC, 0x003C
_FORMAT, _STYLE = 0x041E, 0x00E0
_DIMENSIONS, _ROW, _COLUMNS = 0x0200, 0x0208, 0x007D
_FORMULA, _NUMBER, _SMALL_NUMBER, _SMALL_NUMBERS, _ERROR = 0x0006, 0x0203, 0x027E, 0x00BD, 0x0205
_SHARED_TEXT, _MERGES = 0x00FD, 0x00E5
_VALUES = frozenset({_FORMULA, _NUMBER, _SMALL_NUMBER, _ERROR, 0x0204, _SHARED_TEXT, 0x00D6})
_BUILT_IN_PERCENTS = (9, 10)
_MOST_SHEETS = 1000
_SHORTEST_TEXT, _LONGEST_TEXT = 3, 1 << 16


class LockedError(ValueError):
    """A workbook with a password."""


class XlsSheet(NamedTuple):
    """One sheet: its name, its reach, the cells that it claims to have, and its marks."""

    name: str
    extent: Extent
    claimed: int
    marks: Marks


class _Index(NamedTuple):
    """What the workbook says of all sheets: where each begins, which styles are percentages, the shared texts."""

    sheets: dict[int, str]
    percents: frozenset[int]
    texts: list[bytes]


def xls_sheets(stream: bytes, most: int, most_text: int) -> Iterator[XlsSheet]:
    """Every sheet of a workbook's stream, in its order.

    A sheet with more than `most` marks is given only with those.

    Raises:
        LockedError: the workbook has a password.
        DamagedError: more sheets or texts than the stream can hold, or texts shown more than `most_text` long in all.
    """
    sheets, percents, texts = _index(stream)
    if texts and _number(texts[0], 4, 4) * _SHORTEST_TEXT > len(stream):
        raise DamagedError("more texts than bytes")
    shown = 0
    for start, name in sheets.items():
        sheet, labels = _sheet(stream, start, name, percents, most)
        shown += labels
        yield sheet
    if shown * min(_LONGEST_TEXT, sum(map(len, texts))) > most_text and shown * _longest_text(texts) > most_text:
        raise DamagedError("texts without end")


def _index(stream: bytes) -> _Index:
    index = _Index({}, frozenset(), [])
    formats = set(_BUILT_IN_PERCENTS)
    styles: list[int] = []
    last = 0
    for kind, data in _records(stream, 0):
        if kind == _PASSWORD and data[:2] != b"\0\0":
            raise LockedError
        if kind == _SHEET:
            start = _number(data, 0, 4)
            if start in index.sheets or start >= len(stream) or len(index.sheets) == _MOST_SHEETS:
                raise DamagedError("sheets that are one, or none")
            index.sheets[start] = data[8:].decode("utf-16-le" if data[7:8] == b"\1" else "latin-1", "replace")
        elif kind == _FORMAT and b"%" in data[5:]:
            formats.add(_number(data, 0, 2))
        elif kind == _STYLE:
            styles.append(_number(data, 2, 2))
        elif kind == _STRINGS or (kind == _CONTINUED and last == _STRINGS):
            index.texts.append(data)
        last = last if kind == _CONTINUED else kind
    return index._replace(percents=frozenset(number for number, each in enumerate(styles) if each in formats))


def _sheet(stream: bytes, start: int, name: str, percents: frozenset[int], most: int) -> tuple[XlsSheet, int]:
    """One sheet, and how often it shows a shared text; blank cells with a style do not count."""
    rows = columns = claimed = labels = 0
    marks = Marks()
    for kind, data in _records(stream, start):
        if kind in _VALUES or kind == _SMALL_NUMBERS:
            row, column = _number(data, 0, 2), _number(data, 2, 2)
            last = max(column, _number(data, len(data) - 2, 2)) if kind == _SMALL_NUMBERS else column
            rows, columns = max(rows, row + 1), max(columns, last + 1)
            labels += kind == _SHARED_TEXT
            _mark(marks, kind, data, (row, column), percents)
        elif kind == _MERGES:
            marks.merged += _number(data, 0, 2)
        elif kind == _DIMENSIONS:
            claimed = max(claimed, _dimensions(data))
        elif kind == _ROW and _number(data, 12, 4) & 0x20:
            marks.hidden_rows.add(_number(data, 0, 2))
        elif kind == _COLUMNS and _number(data, 8, 2) & 1:
            marks.hidden_columns.update(range(_number(data, 0, 2), min(_number(data, 2, 2), 255) + 1))
        if marks.size > most:
            break
    return XlsSheet(name, Extent(rows, columns), claimed, marks), labels


def _dimensions(data: bytes) -> int:
    """The cells that a sheet claims to have; rows take two bytes each before 1997."""
    wide = 4 if len(data) >= 14 else 2
    top, bottom = _number(data, 0, wide), _number(data, wide, wide)
    left, right = _number(data, 2 * wide, 2), _number(data, 2 * wide + 2, 2)
    if not bottom or not right:
        return 1
    if top >= bottom or left >= right:
        return FARTHEST[0] * FARTHEST[1]
    return (bottom - top) * (right - left)


def _mark(marks: Marks, kind: int, data: bytes, spot: tuple[int, int], percents: frozenset[int]) -> None:
    if kind == _ERROR and len(data) >= 8 and data[7]:
        marks.errors[spot] = ERRORS.get(data[6], "#REF!")
    elif kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6:7] == b"\x02":
        marks.errors[spot] = ERRORS.get(data[8], "#REF!")
    if not percents:
        return
    if kind == _SMALL_NUMBERS:
        for at in range(4, len(data) - 7, 6):
            if _number(data, at, 2) in percents:
                marks.percents.add((spot[0], spot[1] + (at - 4) // 6))
    elif _number(data, 4, 2) in percents:
        marks.percents.add(spot)


def _longest_text(pieces: list[bytes]) -> int:
    """Characters of the longest shared text; the most there can be, where the texts cannot be followed."""
    longest = piece = 0
    position = 8
    while piece < len(pieces):
        data = pieces[piece]
        if position >= len(data):
            piece, position = piece + 1, position - len(data)
            continue
        length, flags = _number(data, position, 2), data[position + 2 : position + 3]
        if not flags:
            return _LONGEST_TEXT
        longest = max(longest, length)
        position += 3 + 2 * bool(flags[0] & 8) + 4 * bool(flags[0] & 4)
        trailing = 4 * _number(data, position - 2 - 4 * bool(flags[0] & 4), 2) if flags[0] & 8 else 0
        trailing += _number(data, position - 4, 4) if flags[0] & 4 else 0
        width = 1 + (flags[0] & 1)
        while length * width > len(data) - position:
            length -= (len(data) - position) // width
            piece += 1
            if piece >= len(pieces) or not pieces[piece]:
                return longest
            data, position = pieces[piece], 1
            width = 1 + (data[0] & 1)
        position += length * width + trailing
    return longest


def _records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """Kind and content of every record up to the end of the part."""
    size = len(stream)
    while position + 4 <= size:
        kind, length = _number(stream, position, 2), _number(stream, position + 2, 2)
        if kind == _END:
            return
        position += 4
        yield kind, stream[position : position + length]
        position += length


def _number(data: bytes, start: int, length: int) -> int:
    return int.from_bytes(data[start : start + length], "little")
