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
from logistik.core.wording import number
from logistik.readers.extent import Extent
from logistik.readers.marks import Marks
from logistik.readers.parts import beginning, sheet_names
from logistik.readers.sheet_xml import SheetScan, whole_rows

MAX_UNPACKED = 512 << 20
"""Bytes a workbook may unfold to; 435,000 rows of a voter list take about a hundred and fifty million."""
MAX_TEXT = 96 << 20
"""Bytes of shared strings or of an OpenDocument's content, which the reader keeps several times over."""
MAX_CELLS = 6 << 20
"""Cells of the rectangles from A1 to the farthest value, all sheets together; half a gigabyte at the worst."""
MAX_OLD = 64 << 20
"""Bytes of an .xls; a full sheet of 65,536 rows and ten columns takes about ten million."""
MAX_OLD_CELLS = 3_000_000
"""The same for an .xls, whose reader holds every sheet three times."""
MAX_CLAIMED_CELLS = 1 << 24
"""Cells that a sheet of an .xls may claim: all that it can have."""
MAX_MARKS = 500_000
"""Formulas, error values, percentages and merges that are remembered, all sheets together."""
MAX_WALKED = 64 << 20
"""Bytes of sheets that are not written as Excel writes them, and have to be looked at tag by tag."""
MAX_REPEATED_TEXT = 200 << 20
"""Bytes that one long string may take in all cells that could show it."""

_CHUNK = 1 << 20
_LONG_TEXT = 1000
"""Bytes of a shared text that is worth a second look."""
_TEXT = re.compile(rb"<(?:\w+:)?si[\s>/]")
_BUILT_IN_PERCENT = rb"numFmtId\s*=\s*[\"'](?:9|10)[\"']"
_LONGEST_TAG = 40
_SHOWN = rb"<(?:\w+:)?c(?=\s[^<>]*?\bt\s*=\s*[\"']s[\"'])[^<>]*>\s*<(?:\w+:)?v[^<>]*>\s*([0-9]{1,9})"

Marked = Mapping[str | int, Marks]
"""What each sheet says beside its values, by the sheet's name or, in an .xls, by its position."""


def check(content: bytes, file: str) -> Marked:
    """LogistikError if a workbook is encrypted, damaged, a bomb, or reaches too far; else what its sheets say."""
    if not content.startswith(b"PK"):
        if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" in content:
            raise encrypted(file)
        return _check_old(content, file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _Inspection(archive, file).marks
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        if "encrypted" in str(error):
            raise encrypted(file) from None
        raise damaged(file) from None


def _check_old(content: bytes, file: str) -> Marked:
    """The same for an .xls, of which nothing is compressed."""
    from logistik.readers.compound import DamagedError, workbook_stream
    from logistik.readers.sheet_xls import LockedError, xls_sheets

    if len(content) > MAX_OLD:
        raise LogistikError(
            f"{file} berukuran {len(content) >> 20} MiB; batas untuk .xls {MAX_OLD >> 20} MiB.",
            hint="Simpan sebagai .xlsx, hanya lembar yang diperlukan.",
        )
    marks: dict[str | int, Marks] = {}
    area = 0
    try:
        for number, sheet in enumerate(xls_sheets(workbook_stream(content), MAX_MARKS, MAX_REPEATED_TEXT)):
            area += sheet.extent.area
            if area > MAX_OLD_CELLS or sheet.claimed > MAX_CLAIMED_CELLS:
                raise too_far(*sheet.extent, file, sheet.name)
            marks[number] = sheet.marks
            _check_marks(sum(each.size for each in marks.values()), file, sheet.name)
    except LockedError:
        raise encrypted(file) from None
    except DamagedError:
        raise damaged(file) from None
    return marks


def _check_marks(size: int, file: str, sheet: str) -> None:
    if size > MAX_MARKS:
        raise LogistikError(
            f"{file}!{sheet}: lebih dari {number(MAX_MARKS)} rumus, sel gabungan, galat, atau persen.",
            hint="Salin tabelnya, Tempel Khusus sebagai Nilai di berkas baru, lalu simpan.",
        )


def check_area(rows: int, columns: int, file: str, sheet: str) -> None:
    """LogistikError if a sheet's rectangle holds more cells than any real table."""
    if rows * columns > MAX_CELLS:
        raise too_far(rows, columns, file, sheet)


def too_far(rows: int, columns: int, file: str, sheet: str) -> LogistikError:
    """The message for a sheet that is larger than any real table."""
    return LogistikError(
        f"{file}!{sheet}!{cell_name(max(rows, 1) - 1, max(columns, 1) - 1)}: ada isi sejauh baris {rows} dan kolom "
        f"{columns}, jauh di luar tabel.",
        hint="Tekan Ctrl+End di lembar itu, hapus baris atau kolom yang tidak terpakai, lalu simpan.",
    )


def damaged(file: str) -> LogistikError:
    """The message for a workbook that is not whole, or not what it says."""
    return LogistikError(
        f"{file} rusak: isinya tidak dapat dibongkar.",
        hint="Salin ulang berkas itu dari sumbernya, atau simpan ulang dari Excel.",
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
        self.marks: dict[str | int, Marks] = {}
        self._file = file
        self._area = 0
        self._marked = 0
        self._walked = 0
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
        if len(names) < len(members):
            raise damaged(file)
        sheets = sheet_names(archive, names)
        self._percents = _percents(archive) if "xl/styles.xml" in names else []
        for info in members:
            info.file_size += 1  # what it claims, and one byte more: a false size shows
            with archive.open(info) as stream:
                self._part(info.filename, sheets.get(info.filename, info.filename), _chunks(stream))
        if self._shared_cells * self._longest_text > MAX_REPEATED_TEXT and _shown_text(archive) > MAX_REPEATED_TEXT:
            raise self._bomb()

    def _part(self, name: str, sheet: str, chunks: Iterator[bytes]) -> None:
        """Take one part to its end, so that a false size or checksum shows."""
        first = next(chunks, b"")
        rest = self._limited(first, chunks) if name.endswith(("sharedStrings.xml", "content.xml")) else chunks
        if b"sheetData" in first:
            scan = SheetScan(MAX_CELLS, self._percents)
            for chunk in whole_rows(_with(first, rest)):
                scan.feed(chunk)
                _check_marks(self._marked + scan.marks.size, self._file, sheet)
                if self._walked + scan.walked > MAX_WALKED:
                    raise self._odd(sheet)
            self._walked += scan.walked
            self._shared_cells += scan.shared_cells
            self._sheet(sheet, scan.extent, scan.marks)
        elif name.endswith(".bin") and "sheet" in name:
            from logistik.readers.sheet_xlsb import xlsb_sheet

            self._sheet(sheet, *xlsb_sheet(first + b"".join(rest), MAX_MARKS))
        elif name == "content.xml":
            from logistik.readers.sheet_ods import ods_sheets

            for title, extent, marks in ods_sheets(first + b"".join(rest), MAX_CELLS, MAX_MARKS, MAX_REPEATED_TEXT):
                self._sheet(title or name, extent, marks)
        elif name.endswith("sharedStrings.xml"):
            self._longest_text = max(_text_lengths(_with(first, rest)))
        else:
            for _ in rest:
                pass

    def _sheet(self, sheet: str, extent: Extent, marks: Marks) -> None:
        check_area(extent.rows, extent.columns, self._file, sheet)
        self._area += extent.area
        if self._area > MAX_CELLS:
            raise self._bomb()
        self._marked += marks.size
        _check_marks(self._marked, self._file, sheet)
        if marks.size:
            self.marks[sheet] = marks

    def _limited(self, first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
        size = len(first)
        for chunk in chunks:
            size += len(chunk)
            if size > MAX_TEXT:
                raise self._bomb()
            yield chunk

    def _odd(self, sheet: str) -> LogistikError:
        return LogistikError(
            f"{self._file}!{sheet}: ditulis tidak seperti oleh Excel, dan terlalu besar untuk diperiksa satu per satu.",
            hint="Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu jalankan lagi.",
        )

    def _bomb(self) -> LogistikError:
        return LogistikError(
            f"{self._file} akan membengkak melebihi {MAX_UNPACKED >> 20} MiB bila dibuka.",
            hint="Berkas ini bukan tabel biasa; simpan lembar yang diperlukan saja ke berkas baru.",
        )


def _text_lengths(chunks: Iterator[bytes]) -> Iterator[int]:
    """Bytes of what stands before the shared texts, then of each of them with its markup."""
    length, rest = 0, b""
    for chunk in chunks:
        first, *others = _TEXT.split(rest + chunk)
        length += len(first)
        if others:
            yield length
            yield from map(len, others[:-1])
            length = len(others[-1])
        rest = (others or [first])[-1][-_LONGEST_TAG:]
        length -= len(rest)
    yield length + len(rest)


def _shown_text(archive: zipfile.ZipFile) -> int:
    """Bytes of the long shared texts in all cells that show one; cells are counted by the number they hold."""
    lengths: dict[int, int] = {}
    sheets = []
    for info in archive.infolist():
        if info.filename.endswith("sharedStrings.xml"):
            with archive.open(info) as stream:
                found = enumerate(_text_lengths(_chunks(stream)), -1)
                lengths |= {at: length for at, length in found if length > _LONG_TEXT}
        elif info.filename.endswith(".xml"):
            sheets.append(info)
    shown = 0
    for info in sheets:
        with archive.open(info) as stream:
            for chunk in whole_rows(_chunks(stream)):
                shown += sum(lengths.get(int(at), 0) for at in re.findall(_SHOWN, chunk))
    return shown


def _percents(archive: zipfile.ZipFile) -> list[int]:
    """The cell styles that show a percentage; most workbooks have none."""
    styles = beginning(archive, "xl/styles.xml")
    if b"%" not in styles and not re.search(_BUILT_IN_PERCENT, styles):
        return []
    from logistik.readers.styles import percent_styles

    return percent_styles(styles)


def _with(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk
