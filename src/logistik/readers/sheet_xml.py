"""A sheet of an .xlsx in its raw bytes: how far it reaches, and what it says beside its values."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from logistik.readers.extent import Extent
from logistik.readers.marks import Marks, column_number, unescaped

_ODD_CELL = re.compile(rb'<c(?! r="[A-Z]{1,3}[0-9]{1,7}"|[A-Za-z0-9])')
_PREFIXED_CELL = re.compile(rb":c[\s>/]")
_PLAIN_CELL = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_NARROW = re.compile(rb'<c r="([A-Z])[0-9]')
_GLANCED_AT = 5_000
"""Bytes that tell how wide the rest may be; the rest is then searched for what is wider."""
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^<>]*)><f([^<>]*?)(?:/>|>([^<]*)</f>)(?:<v[^<>]*?(?:/>|>([^<]*)</v>))?'
)
_AFTER_NAME = (b">", b" ", b"/", b"\n", b"\t", b"\r")
_ERROR = (
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?=[^<>]*?\st="e")[^<>]*>'
    rb"(?:<f[^<>]*>[^<]*</f>|<f[^<>]*/>)?<v[^<>]*>([^<]{1,20})</v>"
)
_SHARED = rb"\ssi\s*=\s*[\"']([0-9]{1,9})[\"']"
_LONGEST_ROW = 2 << 20


class SheetScan:
    """A sheet of an .xlsx, chunk by chunk (cut before rows).

    References in their usual form are read off quickly. A chunk with any other form, or one that would make the
    sheet larger than `limit` cells, is walked cell by cell, where blank styled cells do not count; `walked` counts
    its bytes.

    Args:
        limit: cells that a sheet may hold.
        percents: the styles (`s` of a cell) that show a percentage.
    """

    def __init__(self, limit: int, percents: Iterable[int] = ()) -> None:
        self.extent = Extent()
        self.marks = Marks()
        self.shared_cells = 0
        self.walked = 0
        self._limit = limit
        self._row = 0
        self._column = 0
        self._shared: dict[bytes, Callable[[int, int], str]] = {}
        self._percents = frozenset(b"%d" % style for style in percents)
        self._percent = _percent_cells(self._percents)

    def feed(self, chunk: bytes) -> None:
        """Take the next chunk."""
        is_odd = _ODD_CELL.search(chunk) or _PREFIXED_CELL.search(chunk)
        far = Extent() if is_odd else self._reach(chunk)
        self.shared_cells += chunk.count(b't="s"') if not is_odd else chunk.count(b'"s"') + chunk.count(b"'s'")
        if is_odd or self.extent.with_(far).area > self._limit:
            far = self._walk(chunk)
        else:
            self._read_off(chunk)
        self.extent = self.extent.with_(far)
        if b"hidden" in chunk:
            from logistik.readers.sheet_walk import note_hidden

            note_hidden(chunk, self.marks)
        self.marks.merged += chunk.count(b"mergeCell ")

    def _reach(self, chunk: bytes) -> Extent:
        """The farthest cell in the usual form."""
        rows = max(map(int, set(_PLAIN_CELL.findall(chunk))), default=0)
        seen = set() if self.extent.columns else set(_NARROW.findall(chunk, 0, _GLANCED_AT))
        known = min(max([self.extent.columns, *map(column_number, seen)]), 26)
        wider = set(_wider_than(known).findall(chunk))
        return Extent(rows, max(map(column_number, wider), default=known if rows else 0))

    def _read_off(self, chunk: bytes) -> None:
        """Formulas, errors and percentages of cells in the usual form, where there are any."""
        marks = self.marks
        if b't="e"' in chunk:
            for letters, number, text in re.findall(_ERROR, chunk):
                marks.errors[int(number) - 1, column_number(letters) - 1] = text.decode("utf-8", "replace")
        if b"<f" in chunk and not self._formulas(chunk):
            self._walk(chunk)
            return
        if self._percent is not None:
            for letters, number in self._percent.findall(chunk):
                marks.percents.add((int(number) - 1, column_number(letters) - 1))
        start = chunk.rfind(b'<row r="')
        if start >= 0:
            self._row, self._column = int(chunk[start + 8 : chunk.find(b'"', start + 8)] or 0), 0

    def _formulas(self, chunk: bytes) -> bool:
        """The formulas in the usual form; False if one is in another."""
        at = chunk.find(b"<f")
        while at >= 0:
            if chunk[at + 2 : at + 3] in _AFTER_NAME:
                found = _FORMULA.match(chunk, chunk.rfind(b"<c ", 0, at))
                if found is None or found.end() < at:
                    return False
                letters, number, cell, attributes, text, value = found.groups(b"")
                self._formula(int(number) - 1, column_number(letters) - 1, cell, attributes, text, value)
            at = chunk.find(b"<f", at + 2)
        return True

    def _walk(self, chunk: bytes) -> Extent:
        """Cell by cell."""
        from logistik.readers.sheet_walk import walked

        place = self._row, self._column
        self.walked += len(chunk)
        far, (self._row, self._column) = walked(chunk, place, self._percents, self.marks, self._formula)
        return far

    def _formula(self, row: int, column: int, cell: bytes, attributes: bytes, text: bytes, value: bytes) -> None:
        """A formula; one that others share is kept, and filled into them."""
        typed = unescaped(text.decode("utf-8", "replace"))
        if b"shared" in attributes and (shared := re.search(_SHARED, attributes)):
            if typed:
                from logistik.readers.shared import filling

                self._shared[shared[1]] = filling(typed, row, column)
            elif shared[1] in self._shared:
                typed = self._shared[shared[1]](row, column)
        is_calculated = value != b"" or b't="str"' in cell or b"t='str'" in cell
        self.marks.formula((row, column), typed, is_calculated=is_calculated)


@lru_cache(maxsize=27)
def _wider_than(columns: int) -> re.Pattern[bytes]:
    """Finds the letters of cells to the right of a column up to Z."""
    single = b"|[%c-Z]" % (columns + 65) if columns < 26 else b""
    return re.compile(rb'<c r="([A-Z]{2,3}' + single + rb")[0-9]")


def _percent_cells(styles: Iterable[bytes]) -> re.Pattern[bytes] | None:
    """Finds the filled cells of these styles; None if there are none."""
    named = b"|".join(sorted(styles))
    if not named:
        return None
    return re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?=[^<>]*?\ss="(?:' + named + rb')")[^<>]*(?<!/)>')


def whole_rows(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Chunks cut before a row, a huge row before a cell or a tag; ValueError for a tag without an end."""
    rest = next(chunks, b"")
    for chunk in chunks:
        end = _last(rest, b"row")
        if end <= 0 and len(rest) > _LONGEST_ROW:
            end = _last(rest, b"c ")
            if end <= 0:
                end = rest.find(b"<", rest.rfind(b">") + 1)
                if end == 0:
                    raise ValueError("a tag without an end")
                end = end if end > 0 else len(rest)
        if end > 0:
            yield rest[:end]
            rest = rest[end:]
        rest += chunk
    yield rest


def _last(data: bytes, name: bytes) -> int:
    """Where the last tag whose name begins so does; one with a prefix if there is none without, -1 if there is none."""
    plain = data.rfind(b"<" + name)
    if plain >= 0:
        return plain
    found = data.rfind(b":" + name)
    return data.rfind(b"<", 0, found) if found > 0 else -1
