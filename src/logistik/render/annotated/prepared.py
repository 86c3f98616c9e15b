"""A workbook made fit for openpyxl, or refused before openpyxl can be made to run away with it.

openpyxl unrolls a merge or a link over a range cell by cell, looks styles up one by one, and stops at the first control
character. The guard of the readers bounds other things. What does not fit is copied from the sheets as we read
them instead, so a refusal costs the formats, never the result.
"""

import io
import re
import zipfile
from collections.abc import Iterator

MOST_BYTES = 96 << 20
"""Bytes of all parts together."""
MOST_BYTES_OF_ONE = 16 << 20
"""Bytes of a part that is neither a sheet nor the shared strings: its elements become objects, slowly."""
MOST_CELLS = 600_000
"""Cells, blank styled ones too: openpyxl takes about half a kilobyte for each."""
MOST_ROWS = 200_000
MOST_RANGES = 400_000
"""Cells of all merges and links together; a merge across a whole row has 16,384."""
MOST_STYLES, MOST_NAMED_STYLES = 70_000, 4_000
MOST_INDEX, LONGEST_NAME = 1 << 20, 2_000
"""Bytes of the workbook's own index, and of one defined name."""
MOST_SHARED = 10_000_000
"""Shared formulas times the longest of them: each is translated letter by letter."""

_LEFT_OUT = re.compile(
    r"xl/(?:drawings|charts|media|pivotTables|pivotCache|ctrlProps|activeX|embeddings|slicers|slicerCaches|timelines|"
    r"timelineCaches|queryTables|richData|threadedComments|persons|model|webextensions)/|_xmlsignatures/|customXml/"
)
_LINKS_LEFT_OUT = re.compile(
    rb"<(?:\w+:)?Relationship\b[^>]*\bType\s*=\s*[\"'][^\"']*/"
    rb"(?:drawing|image|pivotTable|pivotCacheDefinition|vbaProject|slicer|ctrlProp|control|oleObject)[\"'][^>]*>"
)
_PIVOTS = re.compile(rb"<((?:\w+:)?)pivotCaches>.*?</\1pivotCaches>", re.DOTALL)
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r")
_AS_SPACES = bytes.maketrans(_CONTROL, b" " * len(_CONTROL))
_ENCODING = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*[\"'](?!utf-8|us-ascii)[^\"']*", re.IGNORECASE
)
_IS_LONG = re.compile(rb"<(?:\w+:)?(?:sheetData|sst)[\s>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\sref\s*=\s*[\"']([^\"']*)[\"']")
_RANGES = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s")
_PLACE = re.compile(rb"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")
_STYLE = re.compile(rb"<(?:\w+:)?(?:xf|font|fill|border|dxf|numFmt)[\s>/]")
_NAMED_STYLE = re.compile(rb"<(?:\w+:)?cellStyle\s")
_NAME = re.compile(rb"<(?:\w+:)?definedName\b[^>]*>([^<]*)<")
_SHARED = re.compile(rb"\bt\s*=\s*[\"']shared[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*>([^<]*)<")


class UnfitError(Exception):
    """This workbook cannot be copied with its formats."""


def is_workbook(content: bytes) -> bool:
    """Whether the bytes are an .xlsx or .xlsm, not another of the formats that we read."""
    if not content.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
    return "[Content_Types].xml" in names and not any(name.endswith("workbook.bin") for name in names)


def prepared(content: bytes) -> bytes:
    """The workbook without what the copy leaves out anyway, and with spaces for control characters.

    Raises:
        UnfitError: it would take openpyxl too long, or it is not plain XML.
    """
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in dict.fromkeys(archive.namelist()):
            if name.endswith((".xml", ".rels")) and not _LEFT_OUT.match(name):
                parts[name] = archive.read(name)
    if sum(map(len, parts.values())) > MOST_BYTES:
        raise UnfitError("too large")
    limits = _Limits()
    for name, text in parts.items():
        limits.take(text)
        if name.endswith(".rels"):
            parts[name] = _LINKS_LEFT_OUT.sub(b"", text)
        else:
            parts[name] = _PIVOTS.sub(b"", text).translate(_AS_SPACES)
    lean = io.BytesIO()
    with zipfile.ZipFile(lean, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return lean.getvalue()


class _Limits:
    """Counts over all parts, whatever they are called."""

    def __init__(self) -> None:
        self._cells = self._rows = self._covered = self._styles = self._named = 0

    def take(self, text: bytes) -> None:
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text or _ENCODING.search(text):
            raise UnfitError("not plain XML")
        if len(text) > MOST_BYTES_OF_ONE and not _IS_LONG.search(text):
            raise UnfitError("too large")
        self._cells += _count(_CELL, text)
        self._rows += _count(_ROW, text)
        self._covered += sum(_covered(text))
        self._styles += _count(_STYLE, text)
        self._named += _count(_NAMED_STYLE, text)
        if (
            self._cells > MOST_CELLS
            or self._rows > MOST_ROWS
            or self._covered > MOST_RANGES
            or self._styles > MOST_STYLES
            or self._named > MOST_NAMED_STYLES
        ):
            raise UnfitError("too large")
        if (names := _NAME.findall(text)) and (len(text) > MOST_INDEX or max(map(len, names)) > LONGEST_NAME):
            raise UnfitError("too many defined names")
        if (shared := _count(_SHARED, text)) and shared * max(
            map(len, _FORMULA.findall(text)), default=0
        ) > MOST_SHARED:
            raise UnfitError("too many shared formulas")


def _count(pattern: re.Pattern[bytes], text: bytes) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _covered(text: bytes) -> Iterator[int]:
    """The cells of each merge and each link; a range in an unusual form counts as too large."""
    references = _RANGE.findall(text)
    if len(references) != _count(_RANGES, text):
        raise UnfitError("a merge without a place")
    for reference in references:
        place = _PLACE.fullmatch(reference.strip())
        if place is None:
            raise UnfitError("a merge of an unusual form")
        left, top, right, bottom = place.groups()
        if right:
            yield (abs(int(bottom) - int(top)) + 1) * (abs(_column(right) - _column(left)) + 1)
        else:
            yield 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
