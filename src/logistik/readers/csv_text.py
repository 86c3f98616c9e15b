"""Text tables: comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252."""

import csv
import io

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.core.wording import number

SHEET = "csv"
MAX_BYTES = 64 << 20
"""Bytes of a text table; a province's 22,000 TPS take about two million."""
MAX_LINES, MAX_FIELDS = 600_000, 6 << 20
"""Lines of a text table, more than any province has TPS, and its fields, as many as a workbook may have cells."""
SWALLOWED = 2
"""So many delimiters on a later line of one field mean that the field has swallowed whole rows."""
_DELIMITERS = ",;\t|"


def read(content: bytes, file: str) -> Grid:
    """The one sheet of a text table, called `csv`; blank lines keep their place.

    Raises:
        LogistikError: the bytes are not text, or one field is longer than any table's.
    """
    if len(content) > MAX_BYTES:
        raise _too_large(file, f"{len(content) >> 20} MiB; batasnya {MAX_BYTES >> 20} MiB")
    encoding = _encoding(content, file)
    text = content.decode(encoding, errors="replace")
    delimiter, skipped = _delimiter(text)
    lines = text.count("\n")
    if lines > MAX_LINES or text.count(delimiter) + lines > MAX_FIELDS:
        raise _too_large(file, f"lebih dari {number(MAX_LINES)} baris atau {number(MAX_FIELDS)} isian")
    del text
    stream = io.TextIOWrapper(io.BytesIO(content), encoding, errors="replace", newline="")
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(stream, delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise _broken(file, len(rows), _why(str(error))) from None
    for at, row in enumerate(rows):
        if any(field.partition("\n")[2].count(delimiter) >= SWALLOWED for field in row):
            raise _broken(file, at, "tanda kutip tidak ditutup, beberapa baris terbaca sebagai satu")
    if skipped:
        rows[0] = []
    return Grid(file, SHEET, rows)


def _why(error: str) -> str:
    if "field limit" in error:
        return "satu isian terlalu panjang"
    return "tanda kutip tidak ditutup" if "end of data" in error else "tanda kutip tidak pada tempatnya"


def _broken(file: str, row: int, why: str) -> LogistikError:
    return LogistikError(
        f"{file}!{SHEET}!A{row + 1}: tidak dapat dibaca sebagai CSV: {why}.",
        hint="Periksa tanda kutip di baris itu, atau simpan ulang dari Excel sebagai CSV UTF-8.",
    )


def _too_large(file: str, why: str) -> LogistikError:
    return LogistikError(
        f"{file}: terlalu besar untuk tabel teks ({why}).",
        hint="Simpan hanya baris dan kolom yang diperlukan ke berkas baru.",
    )


def _encoding(content: bytes, file: str) -> str:
    """How the bytes are to be read as text; LogistikError if they are not text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in content:
        raise LogistikError(
            f"{file} bukan tabel: isinya bukan teks dan bukan workbook.",
            hint="Format yang dibaca: .xlsx, .xlsm, .xls, .xlsb, .ods, .csv, .tsv.",
        )
    else:
        encoding = "utf-8-sig"
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return "cp1252"
    return encoding


def _delimiter(text: str) -> tuple[str, bool]:
    """The delimiter that splits the most lines alike, and whether line 1 is Excel's `sep=` line."""
    if text[:4].lower() == "sep=" and text[4:5] in _DELIMITERS:
        return text[4], True
    lines = [line for line in text[:65536].splitlines() if line.strip()][:50]

    def score(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        usual = max(set(counts), key=counts.count) if counts else 0
        return (counts.count(usual) if usual else 0, usual)

    return max(_DELIMITERS, key=score), False
