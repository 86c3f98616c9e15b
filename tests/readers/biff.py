"""Workbooks in the binary formats, written record by record."""

import io
import struct
from collections.abc import Sequence
from typing import Any

from tests.readers.archives import packed

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.worksheet"/>'
    '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/></Types>'
)
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def record(kind: int, body: bytes = b"") -> bytes:
    """A record of an .xls."""
    return struct.pack("<HH", kind, len(body)) + body


BOF = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
BOF_SHEET = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
EOF = record(0x000A)


def number(row: int, column: int, value: float) -> bytes:
    """A number in a cell of an .xls."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def label(row: int, column: int, text: str) -> bytes:
    """Text in a cell of an .xls."""
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1"))


def dimensions(top: int, bottom: int, left: int, right: int) -> bytes:
    """The size that a sheet of an .xls claims; the last row and column are one too far."""
    return record(0x0200, struct.pack("<IIHHH", top, bottom, left, right, 0))


def stream(*sheets: bytes, before: bytes = b"", starts: Sequence[int] | None = None) -> bytes:
    """The stream of an .xls with these sheets; `starts` sets where they are said to begin."""
    names = [f"L{at}".encode() for at in range(len(starts or sheets))]
    size = sum(4 + 8 + len(name) for name in names)
    place = len(BOF + before + EOF) + size
    places = []
    bodies = [BOF_SHEET + sheet + EOF for sheet in sheets]
    for body in bodies:
        places.append(place)
        place += len(body)
    if starts is not None:
        places = [places[at] for at in starts]
    bound = b"".join(
        record(0x0085, struct.pack("<IBBBB", at, 0, 0, len(name), 0) + name)
        for at, name in zip(places, names, strict=True)
    )
    return BOF + before + bound + EOF + b"".join(bodies)


def container(workbook: bytes) -> bytes:
    """The stream in its container."""
    import pytest

    compound: Any = pytest.importorskip("xlwt.CompoundDoc")
    content = io.BytesIO()
    compound.XlsDoc().save(content, workbook)
    return content.getvalue()


def xls(*sheets: bytes, before: bytes = b"", starts: Sequence[int] | None = None) -> bytes:
    """A whole .xls."""
    return container(stream(*sheets, before=before, starts=starts))


def _big(kind: int, body: bytes = b"") -> bytes:
    """A record of an .xlsb: kind and length in seven bits a byte."""
    return _seven(kind) + _seven(len(body)) + body


def _seven(value: int) -> bytes:
    parts = []
    while True:
        value, low = value >> 7, value & 0x7F
        parts.append(low | (0x80 if value else 0))
        if not value:
            return bytes(parts)


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(column: int) -> bytes:
    return struct.pack("<II", column, 0)


class Shared(int):
    """A text by its number among the shared ones."""


class Small(int):
    """A whole number in the short form."""


class Error(int):
    """An error value by its number."""


class Result(float):
    """A number that a formula gave."""


def xlsb(sheets: dict[str, Sequence[Sequence[object]]], texts: Sequence[str] = (), *, hidden_row: int = -1) -> bytes:
    """An .xlsb as Excel lays it out, with these cells from A1 on (None: no cell)."""
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELS}/worksheet" Target="worksheets/sheet{at}.bin"/>'
        for at in range(1, len(sheets) + 1)
    )
    links += f'<Relationship Id="rId99" Type="{_RELS}/sharedStrings" Target="sharedStrings.bin"/>'
    bundles = b"".join(
        _big(156, struct.pack("<II", 0, at) + _wide(f"rId{at}") + _wide(name)) for at, name in enumerate(sheets, 1)
    )
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELS}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": _big(131) + _big(143) + bundles + _big(144) + _big(132),
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{links}</Relationships>',
        "xl/sharedStrings.bin": _big(159, struct.pack("<II", len(texts), len(texts)))
        + b"".join(_big(19, b"\0" + _wide(text)) for text in texts)
        + _big(160),
    }
    for at, rows in enumerate(sheets.values(), 1):
        width = max(map(len, rows), default=1)
        body = b"".join(_row(row, values, is_hidden=row == hidden_row) for row, values in enumerate(rows))
        size = struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, width - 1)
        members[f"xl/worksheets/sheet{at}.bin"] = _big(129) + _big(148, size) + _big(145) + body + _big(146) + _big(130)
    return packed(members)


def _row(row: int, values: Sequence[object], *, is_hidden: bool) -> bytes:
    head = struct.pack("<IIHBBB", row, 0, 300, 0, 0x10 if is_hidden else 0, 0) + struct.pack("<I", 0)
    return _big(0, head) + b"".join(_xlsb_cell(column, value) for column, value in enumerate(values))


def _xlsb_cell(column: int, value: object) -> bytes:
    match value:
        case Shared():
            return _big(7, _cell(column) + struct.pack("<I", value))
        case Small():
            return _big(2, _cell(column) + struct.pack("<i", value << 2 | 2))
        case Error():
            return _big(3, _cell(column) + bytes([value]))
        case Result():
            return _big(9, _cell(column) + struct.pack("<dHI", value, 0, 0) + struct.pack("<I", 0))
        case bool():
            return _big(4, _cell(column) + bytes([value]))
        case float() | int():
            return _big(5, _cell(column) + struct.pack("<d", value))
        case str():
            return _big(6, _cell(column) + _wide(value))
        case _:
            return b""
