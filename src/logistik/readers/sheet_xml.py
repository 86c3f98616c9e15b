"""A sheet of an .xlsx in its raw bytes: how far it reaches, and what it says beside its values."""

import re
from collections.abc import Callable, Iterable, Iterator

from logistik.readers.extent import FARTHEST, Extent
from logistik.readers.marks import Marks, column_number, relative, unescaped

_ATTRIBUTES = rb"((?:\s+[^\s=<>/]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)"
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ODD_CELL = re.compile(rb'<c(?! r="[A-Z]{1,3}[0-9]{1,7}"|[A-Za-z0-9])')
_PREFIXED_CELL = re.compile(rb":c[\s>/]")
_PLAIN_CELL = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_WIDE = re.compile(rb'<c r="([A-Z]{2,3})[0-9]')
_TAG = re.compile(rb"<(?:\w+:)?(row|c)" + _ATTRIBUTES + rb"\s*(/?)>")
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)([0-9]*)[\"']")
_CONTENT = re.compile(
    rb"\s*(?:<(?:\w+:)?f" + _ATTRIBUTES + rb"\s*(?:/>|>([^<]*)</(?:\w+:)?f\s*>))?"
    rb"\s*(?:<(?:\w+:)?v[^>]*?(?:/>|>([^<]*)</))?"
)
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>]*)><f([^>]*?)(?:/>|>([^<]*)</f>)(?:<v[^>]*?(?:/>|>([^<]*)</v>))?'
)
_ANY_FORMULA = re.compile(rb"<f[\s>/]")
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*\st="e"[^>]*>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)?<v>([^<]{1,20})</v>'
)
_HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row" + _ATTRIBUTES)
_COLUMN = re.compile(rb"<(?:\w+:)?col" + _ATTRIBUTES)
_SPAN = re.compile(rb"\s(min|max)\s*=\s*[\"']([0-9]{1,5})[\"']")
_TYPE = re.compile(rb"\st\s*=\s*[\"'](\w+)[\"']")
_STYLE = re.compile(rb"\ss\s*=\s*[\"']([0-9]{1,6})[\"']")
_SHARED = re.compile(rb"\ssi\s*=\s*[\"']([0-9]{1,9})[\"']")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s")
_LONGEST_ROW = 2 << 20

_BUILT_IN = (b"9", b"10")
_BUILT_IN_PERCENT = re.compile(rb"numFmtId\s*=\s*[\"'](?:9|10)[\"']")
_NUMBER_FORMAT = re.compile(rb"<(?:\w+:)?numFmt" + _ATTRIBUTES)
_FORMAT_ID = re.compile(rb"\snumFmtId\s*=\s*[\"']([0-9]{1,9})[\"']")
_FORMAT_CODE = re.compile(rb"\sformatCode\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LITERAL = re.compile(rb"\"[^\"]*\"|\\\\.")
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b(.*?)</(?:\w+:)?cellXfs", re.DOTALL)
_STYLE_OF_CELL = re.compile(rb"<(?:\w+:)?xf" + _ATTRIBUTES)

Filling = Callable[[int, int], str]
"""A shared formula as it reads at a row and column."""


class SheetScan:
    """A sheet of an .xlsx, chunk by chunk (cut before rows).

    References in their usual form are read off quickly. A chunk with any other form, or one that would make the
    sheet larger than `limit` cells, is walked cell by cell, where blank styled cells do not count.

    Args:
        limit: cells that a sheet may hold.
        percents: the styles (`s` of a cell) that show a percentage.
    """

    def __init__(self, limit: int, percents: Iterable[int] = ()) -> None:
        self.extent = Extent()
        self.marks = Marks()
        self._limit = limit
        self._row = 0
        self._column = 0
        self._widest = 0
        self._shared: dict[bytes, Filling] = {}
        self._percents = frozenset(b"%d" % style for style in percents)
        self._percent = _percent_cells(self._percents)

    def feed(self, chunk: bytes) -> None:
        """Take the next chunk."""
        far = self._reach(chunk)
        is_odd = _ODD_CELL.search(chunk) or _PREFIXED_CELL.search(chunk)
        if is_odd or self.extent.with_(far).area > self._limit:
            far = self._walk(chunk, len(_ANY_CELL.findall(chunk)))
        else:
            self._read_off(chunk)
        self.extent = self.extent.with_(far)
        if b"hidden" in chunk:
            self._note_hidden(chunk)
        if b"mergeCell" in chunk:
            self.marks.merged += len(_MERGE.findall(chunk))

    def _reach(self, chunk: bytes) -> Extent:
        """The farthest cell in the usual form; the letters of a narrow sheet are looked for from the right."""
        rows = max(map(int, set(_PLAIN_CELL.findall(chunk))), default=0)
        columns = max(map(column_number, set(_WIDE.findall(chunk))), default=0)
        if not columns and rows:
            known = min(self.extent.columns, 26)
            columns = next((at for at in range(26, known, -1) if b'<c r="%c' % (at + 64) in chunk), known)
        return Extent(rows, columns)

    def _read_off(self, chunk: bytes) -> None:
        """Formulas, errors and percentages of cells in the usual form, where there are any."""
        marks = self.marks
        if b't="e"' in chunk:
            for letters, number, text in _ERROR.findall(chunk):
                marks.errors[int(number) - 1, column_number(letters) - 1] = text.decode("utf-8", "replace")
        if b"<f" in chunk:
            found = _FORMULA.findall(chunk)
            if len(found) != len(_ANY_FORMULA.findall(chunk)):
                self._walk(chunk, 0)
                return
            for letters, number, cell, attributes, text, value in found:
                self._formula(int(number) - 1, column_number(letters) - 1, cell, attributes, text, value)
        if self._percent is not None:
            for letters, number in self._percent.findall(chunk):
                marks.percents.add((int(number) - 1, column_number(letters) - 1))
        start = chunk.rfind(b'<row r="')
        if start >= 0:
            self._row, self._column = int(chunk[start + 8 : chunk.find(b'"', start + 8)] or 0), 0

    def _walk(self, chunk: bytes, cells: int) -> Extent:
        """Cell by cell; a cell without a reference stands after the one before it."""
        rows = columns = walked = 0
        for tag in _TAG.finditer(chunk):
            kind, attributes, closed = tag.groups()
            found = _REFERENCE.search(attributes)
            letters, digits = (found[1], found[2]) if found else (b"", b"")
            if kind == b"row":
                self._row = int(digits) if digits else self._row + 1
                self._column = 0
                continue
            walked += 1
            self._column = column_number(letters) if letters else self._column + 1
            if not closed:
                row = int(digits) if digits else self._row
                rows = max(rows, row)
                columns = max(columns, self._column)
                self._cell(row - 1, self._column - 1, attributes, chunk, tag.end())
        return Extent(rows, columns) if walked == cells else Extent(*FARTHEST)

    def _cell(self, row: int, column: int, attributes: bytes, chunk: bytes, position: int) -> None:
        kind, style = _TYPE.search(attributes), _STYLE.search(attributes)
        if style and style[1] in self._percents:
            self.marks.percents.add((row, column))
        content = _CONTENT.match(chunk, position)
        if content is None:
            return
        formula, text, value = content.groups()
        if kind and kind[1] == b"e" and value:
            self.marks.errors[row, column] = value[:20].decode("utf-8", "replace")
        if formula is not None:
            self._formula(row, column, attributes, formula, text or b"", value or b"")

    def _formula(self, row: int, column: int, cell: bytes, attributes: bytes, text: bytes, value: bytes) -> None:
        """A formula; one that others share is kept, and filled into them."""
        typed = unescaped(text.decode("utf-8", "replace"))
        if b"shared" in attributes and (shared := _SHARED.search(attributes)):
            if typed:
                self._shared[shared[1]] = relative(typed, row, column)
            elif shared[1] in self._shared:
                typed = self._shared[shared[1]](row, column)
        is_calculated = value != b"" or b't="str"' in cell or b"t='str'" in cell
        self.marks.formula((row, column), typed, is_calculated=is_calculated)

    def _note_hidden(self, chunk: bytes) -> None:
        for attributes in _ROW.findall(chunk):
            if _HIDDEN.search(attributes) and (found := _REFERENCE.search(attributes)) and found[2]:
                self.marks.hidden_rows.add(int(found[2]) - 1)
        for attributes in _COLUMN.findall(chunk):
            if _HIDDEN.search(attributes):
                span = {name: int(number) for name, number in _SPAN.findall(attributes)}
                first, last = span.get(b"min", 0), min(span.get(b"max", 0), FARTHEST[1])
                self.marks.hidden_columns.update(range(max(first, 1) - 1, last))


def _percent_cells(styles: Iterable[bytes]) -> re.Pattern[bytes] | None:
    """Finds the filled cells of these styles; None if there are none."""
    named = b"|".join(sorted(styles))
    if not named:
        return None
    return re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*\ss="(?:' + named + rb')"[^>]*(?<!/)>')


def whole_rows(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Chunks cut before a row, a huge row before a cell or a tag; ValueError for a tag without an end."""
    rest = b""
    for chunk in chunks:
        rest += chunk
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
    yield rest


def _last(data: bytes, name: bytes) -> int:
    """Where the last tag whose name begins so does; one with a prefix if there is none without, -1 if there is none."""
    plain = data.rfind(b"<" + name)
    if plain >= 0:
        return plain
    found = data.rfind(b":" + name)
    return data.rfind(b"<", 0, found) if found > 0 else -1


def percent_styles(styles: bytes) -> list[int]:
    """The cell styles (by their number) that show a percentage."""
    if b"%" not in styles and not _BUILT_IN_PERCENT.search(styles):
        return []
    formats = set(_BUILT_IN)
    for attributes in _NUMBER_FORMAT.findall(styles):
        number, code = _FORMAT_ID.search(attributes), _FORMAT_CODE.search(attributes)
        if (
            number
            and code
            and (code[1] or code[2])
            and b"%" in _LITERAL.sub(b"", unescaped((code[1] or code[2]).decode("utf-8", "replace")).encode())
        ):
            formats.add(number[1])
    cells = _CELL_STYLES.search(styles)
    found = [_FORMAT_ID.search(attributes) for attributes in _STYLE_OF_CELL.findall(cells[1] if cells else b"")]
    return [number for number, each in enumerate(found) if each and each[1] in formats]
