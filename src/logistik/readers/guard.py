"""What a workbook may do to the machine, checked before the native reader opens it.

The reader lays out a sheet as one rectangle up to its farthest cell: a single value at XFD1048576 aborts
the process, and a few kilobytes of zip can unfold to gigabytes. Both are found here by streaming.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO

from logistik.core.errors import LogistikError
from logistik.core.places import cell_name

MAX_UNPACKED = 512 << 20
"""Bytes of XML a workbook may unfold to; 435,000 rows of a voter list take about a hundred million."""
MAX_CELLS = 12_000_000
"""Cells of the rectangle from A1 to the farthest value; about half a gigabyte at the worst."""

_CHUNK = 1 << 20
_READ_BY_CALAMINE = (".xml", ".rels", ".bin")
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>/])(?:[^>]*?\sr=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'])?[^>]*?(/?)>")
_ROW = re.compile(rb"<row [^>]*?\br=\"([0-9]{1,7})\"")
_ANY_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"']([0-9]{1,7})[\"']")
_WIDE = re.compile(rb' r="([A-Z]{2,3})[0-9]')
_ODS_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>|</table:(table-row)>")
_ODS_REPEAT = re.compile(rb"number-(?:rows|columns)-repeated=[\"']([0-9]{1,9})[\"']")

Extent = tuple[int, int]
"""Rows and columns from A1 to the farthest value."""


def check(content: bytes, file: str) -> None:
    """LogistikError if a workbook is encrypted, damaged, a bomb, or reaches too far."""
    if not content.startswith(b"PK"):
        if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" in content:
            raise encrypted(file)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_archive(archive, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        if "encrypted" in str(error):
            raise encrypted(file) from None
        raise LogistikError(
            f"{file} rusak: isinya tidak dapat dibongkar.",
            hint="Salin ulang berkas itu dari sumbernya, atau simpan ulang dari Excel.",
        ) from None


def check_area(rows: int, columns: int, file: str, sheet: str) -> None:
    """LogistikError if a sheet's rectangle holds more cells than any real table."""
    if rows * columns > MAX_CELLS:
        raise LogistikError(
            f"{file}!{sheet}!{cell_name(rows - 1, columns - 1)}: ada isi sejauh baris {rows} dan kolom {columns}, "
            "jauh di luar tabel.",
            hint="Tekan Ctrl+End di lembar itu, hapus baris atau kolom yang tidak terpakai, lalu simpan.",
        )


def encrypted(file: str) -> LogistikError:
    """The message for a workbook with a password."""
    return LogistikError(
        f"{file} dikunci dengan kata sandi.",
        hint="Buka di Excel, hapus kata sandinya (File > Info > Protect Workbook), simpan, lalu jalankan lagi.",
    )


def _check_archive(archive: zipfile.ZipFile, file: str) -> None:
    members = [info for info in archive.infolist() if info.filename.lower().endswith(_READ_BY_CALAMINE)]
    names = {info.filename for info in archive.infolist()}
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"} and not any(
        "workbook" in name for name in names
    ):
        raise LogistikError(
            f"{file} adalah arsip zip atau dokumen lain, bukan workbook.",
            hint="Bongkar dulu, atau sebutkan berkas .xlsx-nya.",
        )
    if sum(info.file_size for info in members) > MAX_UNPACKED:
        raise _bomb(file)
    for info in members:
        with archive.open(info) as stream:
            chunks = _chunks(stream)
            extent = _scan(info.filename, chunks)
            for _ in chunks:
                pass  # read to the end, so that a false size or checksum shows
        if extent is not None:
            check_area(*extent, file, _sheet_name(archive, info.filename))


def _bomb(file: str) -> LogistikError:
    return LogistikError(
        f"{file} akan membengkak melebihi {MAX_UNPACKED >> 20} MiB bila dibuka.",
        hint="Berkas ini bukan tabel biasa; minta berkas aslinya dari pengirim.",
    )


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


def _scan(name: str, chunks: Iterator[bytes]) -> Extent | None:
    if name.endswith(".bin") and "worksheets" in name:
        return _xlsb_extent(b"".join(chunks))
    if name == "content.xml":
        return _ods_extent(b"".join(chunks))
    if "worksheets/" in name and name.endswith(".xml"):
        return _xlsx_extent(_whole_tags(chunks))
    return None


def _whole_tags(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Chunks cut at a tag's end, so that no tag is missed."""
    rest = b""
    for chunk in chunks:
        joined = rest + chunk
        end = joined.rfind(b">") + 1
        rest = joined[end:]
        if len(rest) > _CHUNK:
            raise zipfile.BadZipFile("a tag without an end")
        yield joined[:end]


def _xlsx_extent(chunks: Iterable[bytes]) -> Extent:
    """Rows and columns up to the farthest cell that holds a value.

    First the farthest reference of any kind, which is quick; only a sheet that this makes too large is looked
    at cell by cell, since blank styled cells do not count.
    """
    rows = width = 0
    for chunk in chunks:
        far_rows, far_width = _farthest_reference(chunk)
        if max(rows, far_rows) * max(width, far_width) > MAX_CELLS:
            far_rows, far_width = _farthest_value(chunk)
        rows, width = max(rows, far_rows), max(width, far_width)
    return rows, width


def _farthest_reference(chunk: bytes) -> Extent:
    """A bound from the references alone; the largest there is if some cell has none."""
    rows = [int(digits) for digits in _ROW.findall(chunk)]
    cells = chunk.count(b"<c ") + chunk.count(b"<c>")
    if chunk.count(b' r="') != cells + len(rows):
        return 1 << 20, 1 << 14
    width = max((_column_number(letters) for letters in set(_WIDE.findall(chunk))), default=26)
    return max(rows, default=0), width


def _farthest_value(chunk: bytes) -> Extent:
    """The farthest cell with a value; a cell without a reference stands in its row, after the one before it."""
    rows = width = unnamed = 0
    columns = set()
    for letters, digits, closed in _CELL.findall(chunk):
        if closed:
            continue
        if letters:
            columns.add(letters)
            rows = max(rows, int(digits))
        else:
            unnamed += 1
    if unnamed:
        rows = max([rows, *map(int, _ANY_ROW.findall(chunk))])
    width = max((_column_number(letters) for letters in columns), default=0)
    return rows, max(width, min(unnamed, 1 << 14))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _xlsb_extent(data: bytes) -> Extent:
    """The same for the binary format: row headers (record 0) and cells with a value (records 2 to 11)."""
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
    return rows, columns


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


def _ods_extent(data: bytes) -> Extent:
    """The same for OpenDocument, where a run of equal rows or cells is written once with a count."""
    rows = columns = row = column = repeat = 0
    row_is_used = False
    for tag, attributes, end in _ODS_TAG.findall(data):
        found = _ODS_REPEAT.search(attributes)
        times = int(found[1]) if found else 1
        if tag == b"table":
            row = 0
        elif tag == b"table-row":
            row, column, repeat, row_is_used = row + 1, 0, times - 1, False
            if attributes.endswith(b"/"):
                row += repeat
        elif end:
            row += repeat
            if row_is_used:
                rows = max(rows, row)
        else:
            column += times
            if b"value-type" in attributes:
                row_is_used = True
                columns = max(columns, column)
    return rows, columns


def _sheet_name(archive: zipfile.ZipFile, member: str) -> str:
    """The name a person knows the sheet by, from the workbook's own index; else the member's."""
    try:
        index = archive.read("xl/workbook.xml").decode("utf-8", "replace")
        links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except KeyError:
        return member
    for link in re.findall(r"<Relationship\b[^>]*>", links):
        target, identity = re.search(r'Target="([^"]*)"', link), re.search(r'Id="([^"]*)"', link)
        if target and identity and member.endswith(target[1].lstrip("/").removeprefix("xl/")):
            for sheet in re.findall(r"<sheet\b[^>]*>", index):
                if f'"{identity[1]}"' in sheet and (name := re.search(r'\bname="([^"]*)"', sheet)):
                    return name[1]
    return member
