"""What a workbook may do to the machine, checked before the native reader opens it.

The reader lays out a sheet as one rectangle up to its farthest cell: a single value at XFD1048576 aborts the
process, and a few kilobytes of zip can unfold to gigabytes. Both are found here by streaming.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import IO

from logistik.core.errors import LogistikError
from logistik.core.places import cell_name
from logistik.readers.extent import Extent, SheetScan, ods_extents, whole_tags, xlsb_extent

MAX_UNPACKED = 512 << 20
"""Bytes a workbook may unfold to; 435,000 rows of a voter list take about a hundred and fifty million."""
MAX_TEXT = 96 << 20
"""Bytes of shared strings or of an OpenDocument's content, which the reader keeps several times over."""
MAX_CELLS = 12_000_000
"""Cells of the rectangles from A1 to the farthest value, all sheets together; about half a gigabyte at the worst."""
MAX_REPEATED_TEXT = 200 << 20
"""Bytes that one long string may take in all cells that could show it."""

_CHUNK = 1 << 20
_LONG_TEXT = re.compile(rb">([^<]{1000,})<")

Errors = Mapping[tuple[int, int], str]
"""Error values (`#REF!`) of a sheet by zero-based row and column; the native reader gives them as blank."""


def check(content: bytes, file: str) -> dict[str, Errors]:
    """LogistikError if a workbook is encrypted, damaged, a bomb, or reaches too far; else its error cells by sheet."""
    if not content.startswith(b"PK"):
        if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" in content:
            raise encrypted(file)
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _Inspection(archive, file).errors
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


class _Inspection:
    """One pass over every part of a zipped workbook."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self.errors: dict[str, Errors] = {}
        self._file = file
        self._area = 0
        self._shared_cells = 0
        self._longest_text = 0
        members = archive.infolist()
        names = {info.filename for info in members}
        if not any("workbook" in name or name == "content.xml" for name in names):
            raise LogistikError(
                f"{file} adalah arsip zip atau dokumen lain, bukan workbook.",
                hint="Bongkar dulu, atau sebutkan berkas .xlsx-nya.",
            )
        if sum(info.file_size for info in members) > MAX_UNPACKED:
            raise self._bomb()
        sheets = _sheet_names(archive, names)
        for info in members:
            with archive.open(info) as stream:
                self._part(info.filename, sheets.get(info.filename, info.filename), _chunks(stream))
        if self._shared_cells * self._longest_text > MAX_REPEATED_TEXT:
            raise self._bomb()

    def _part(self, name: str, sheet: str, chunks: Iterator[bytes]) -> None:
        """Take one part to its end, so that a false size or checksum shows."""
        first = next(chunks, b"")
        rest = self._limited(first, chunks) if name.endswith(("sharedStrings.xml", "content.xml")) else chunks
        if b"sheetData" in first:
            scan = SheetScan(MAX_CELLS)
            for chunk in whole_tags(_with(first, rest), _CHUNK):
                scan.feed(chunk)
                self._shared_cells += chunk.count(b't="s"')
            self._reach(scan.extent, sheet)
            if scan.errors:
                self.errors[sheet] = scan.errors
        elif name.endswith(".bin") and "sheet" in name:
            self._reach(xlsb_extent(first + b"".join(rest)), sheet)
        elif name == "content.xml":
            for title, extent in ods_extents(first + b"".join(rest)):
                self._reach(extent, title or name)
        elif name.endswith("sharedStrings.xml"):
            for chunk in _with(first, rest):
                self._longest_text = max([self._longest_text, *map(len, _LONG_TEXT.findall(chunk))])
        else:
            for _ in rest:
                pass

    def _reach(self, extent: Extent, sheet: str) -> None:
        check_area(extent.rows, extent.columns, self._file, sheet)
        self._area += extent.area
        if self._area > MAX_CELLS:
            raise self._bomb()

    def _limited(self, first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
        size = len(first)
        for chunk in chunks:
            size += len(chunk)
            if size > MAX_TEXT:
                raise self._bomb()
            yield chunk

    def _bomb(self) -> LogistikError:
        return LogistikError(
            f"{self._file} akan membengkak melebihi {MAX_UNPACKED >> 20} MiB bila dibuka.",
            hint="Berkas ini bukan tabel biasa; simpan lembar yang diperlukan saja ke berkas baru.",
        )


def _with(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


def _sheet_names(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """The name a person knows each sheet by, from the workbook's own index; empty if it has none."""
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    index, links = (_beginning(archive, name) for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    titles = {
        identity[1]: name[1]
        for sheet in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", index)
        if (identity := re.search(r'r:id="([^"]*)"', sheet)) and (name := re.search(r'\bname="([^"]*)"', sheet))
    }
    found = {}
    for link in re.findall(r"<Relationship\b[^>]*>", links):
        target, identity = re.search(r'Target="([^"]*)"', link), re.search(r'Id="([^"]*)"', link)
        if target and identity and identity[1] in titles:
            path = target[1].removeprefix("/")
            found[path if path.startswith("xl/") else f"xl/{path}"] = titles[identity[1]]
    return found


def _beginning(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as stream:
        return stream.read(_CHUNK).decode("utf-8", "replace")
