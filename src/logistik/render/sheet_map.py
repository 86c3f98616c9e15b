"""A sheet drawn small: a line a row, a mark a cell, a letter for what the row is; long runs are folded."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from logistik.core.layout import Line, paragraph
from logistik.core.places import cell_position, column_letters
from logistik.core.vocabulary import Field
from logistik.core.wording import listed, number
from logistik.ingest.row_kinds import RowKind
from logistik.ingest.seen import SheetSeen

MOST_LINES = 26
"""Lines that a map may have; what is between its beginning and its end is summed up."""
LOOKED_AT = 200
"""Rows that tell, with the headers, how many columns there are."""
LONGEST_RUN = 4
"""Rows of one kind that are drawn one by one."""

_LETTERS = {
    RowKind.HEADER: "K", RowKind.DATA: "D", RowKind.TOTAL: "T", RowKind.COMPUTED_TOTAL: "T", RowKind.EARLY_TOTAL: "T",
    RowKind.EMPTY_TOTAL: "T", RowKind.TITLE: "J", RowKind.STRAY: "?", RowKind.SECTION: "W",
}  # fmt: skip
_NAMES = {
    "J": "judul tabel", "K": "judul kolom", "D": "data", "T": "baris jumlah", "W": "nama wilayah atau pemilihan",
    "X": "tidak ikut", "?": "tidak jelas", " ": "kosong",
}  # fmt: skip
_STYLES = {"J": "dim", "K": "head", "D": "", "T": "total", "W": "head", "X": "dim", "?": "error", " ": "dim"}
_MARGIN = 10
_SHORT: Mapping[str, str] = {
    Field.CODE: "kode", Field.PROVINSI: "prov", Field.KOTA: "kota", Field.KECAMATAN: "kec", Field.KELURAHAN: "kel",
    Field.TPS: "tps", Field.MALE: "L", Field.FEMALE: "P", Field.VOTERS: "jml", Field.MOVED_IN: "dptb",
    Field.STATION_COUNT: "tps#", Field.ELECTION: "jns", Field.PURPOSE: "utk", Field.DATE: "tgl",
    Field.ORDERED: "psn", Field.NOTED: "sj", Field.RECEIVED: "trm", Field.GOOD: "baik", Field.USABLE_DEFECTS: "cct",
    Field.DAMAGED: "rsk", Field.DAMAGE_CATEGORY: "rsk", Field.SWAPPED: "slh", Field.UNSORTED: "blm",
    Field.LATER: "sus", Field.STATED_REQUIRED: "btuh", Field.STATED_SHORT: "krg", Field.STATED_REQUEST: "mnt",
    Field.STATED_SURPLUS: "lbh", Field.STATED_DIFFERENCE: "slsh", Field.CARTONS: "koli", Field.NUMBER: "no",
    Field.REMARK: "ket", Field.REGION: "wil", Field.GROUP: "meja", Field.DAMAGE_CAUSE: "sbb",
    Field.CARTON_COUNT: "jkol", Field.CONDITION: "knd", Field.PACKED: "kms", Field.RECOUNTED: "htg2",
    Field.SEALED: "sgl",
}  # fmt: skip


class _Part(NamedTuple):
    """Neighbouring rows of one letter, first and last."""

    letter: str
    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1


def draw(sheet: SheetSeen, width: int) -> list[Line]:
    """The map of a sheet in lines of at most `width`."""
    if not sheet.kinds:
        return []
    rows = range(min(sheet.kinds), max(sheet.kinds) + 1)
    letters = [(_LETTERS.get(kind, "X") if (kind := sheet.kinds.get(row)) else " ", row) for row in rows]
    parts = []
    for letter, group in groupby(letters, key=lambda each: each[0]):
        run = [row for _, row in group]
        parts += [_Part(letter, run[0], run[-1])]
    pen = _Pen(sheet, width)
    shown = [line for part in parts for line in _lines(part, pen)] if len(parts) <= MOST_LINES else []
    if not shown or len(shown) > MOST_LINES:
        shown = _folded(parts, pen)
    used = [letter for letter in _NAMES if letter != " " and any(part.letter == letter for part in parts)]
    legend = listed([f"{letter} {_NAMES[letter]}" for letter in used], most=len(_NAMES))
    marks = "9 angka, a teks, ! tidak terpakai, · kosong" if pen.troubles else "9 angka, a teks, · kosong"
    ruler = pen.ruler()
    if pen.has_hidden:
        marks += ", * tersembunyi"
    return [ruler, *shown, *paragraph(f"{legend}; {marks}", width, "  ", "dim")]


def _folded(parts: Sequence[_Part], pen: "_Pen") -> list[Line]:
    """The beginning and the end of a long map, and between them how many rows of each kind."""
    start: list[Line] = []
    taken = 0
    while taken < len(parts) and len(start) < MOST_LINES * 2 // 3:
        start += _lines(parts[taken], pen)
        taken += 1
    end: list[Line] = []
    left = len(parts)
    while left > taken and len(end) < MOST_LINES // 4:
        left -= 1
        end = [*_lines(parts[left], pen), *end]
    between: dict[str, int] = {}
    for part in parts[taken:left]:
        between[part.letter] = between.get(part.letter, 0) + part.size
    if between:
        said = listed([f"{number(count)} {_NAMES[letter]}" for letter, count in between.items()], most=len(_NAMES))
        start.append([("".rjust(_MARGIN) + f"… {number(sum(between.values()))} baris: {said} …", "dim")])
    return [*start, *end]


def _lines(part: _Part, pen: "_Pen") -> list[Line]:
    if part.letter == " ":
        return [] if part.size == 1 else [[("".rjust(_MARGIN) + f"… {number(part.size)} baris kosong …", "dim")]]
    if part.size <= LONGEST_RUN:
        return [pen.row(row, part.letter) for row in range(part.first, part.last + 1)]
    between = f"… {number(part.size - 3)} baris {_NAMES[part.letter]} lagi …"
    return [
        pen.row(part.first, part.letter),
        pen.row(part.first + 1, part.letter),
        [("".rjust(_MARGIN) + between, "dim")],
        pen.row(part.last, part.letter),
    ]


class _Pen:
    """Draws the rows of one sheet."""

    def __init__(self, sheet: SheetSeen, width: int) -> None:
        self._grid = sheet.grid
        self._hidden_columns = frozenset(sheet.hidden_columns)
        self.has_hidden = False
        self.troubles = {(each.row, each.column) for table in sheet.tables for each in table.troubles}
        self._heads = {
            cell_position(column.cell): _SHORT.get(column.key.name, "+") if column.key else "?"
            for table in sheet.tables
            if table.header_rows
            for column in (seen.column for seen in reversed(table.columns))
        }
        drawn = {row for row in sheet.kinds if row < LOOKED_AT} | {row for row, _ in self._heads}
        columns = max((self._last(row) for row in drawn), default=0) + 1
        room = width - _MARGIN
        self._cell = max(2, min(5, room // columns))
        self._columns = min(columns, room // self._cell - (columns * self._cell > room))
        self._more = columns - self._columns

    def _last(self, row: int) -> int:
        values = self._grid.rows[row]
        return next((at for at in range(len(values) - 1, -1, -1) if values[at] != ""), 0)

    def ruler(self) -> Line:
        """The letters of the columns."""
        letters = "".join(self._letters(at).ljust(self._cell) for at in range(self._columns))
        return [("".ljust(_MARGIN) + letters.rstrip() + (" …" if self._more else ""), "dim")]

    def _letters(self, at: int) -> str:
        """The letters of a column, with a mark if it is hidden and there is room."""
        letters = column_letters(at)
        is_marked = at in self._hidden_columns and len(letters) < self._cell
        self.has_hidden |= is_marked
        return f"{letters}*" if is_marked else letters

    def row(self, row: int, letter: str) -> Line:
        """One row: its number, its letter, a mark for every cell."""
        marks = "".join(self._mark(row, at)[: self._cell].ljust(self._cell) for at in range(self._columns))
        is_hidden = row in self._grid.hidden_rows
        self.has_hidden |= is_hidden
        margin = f"{number(row + 1):>7}{'*' if is_hidden else ' '}"
        return [(margin, "dim"), (f"{letter} ", _STYLES[letter]), (marks.rstrip(), _STYLES[letter])]

    def _mark(self, row: int, at: int) -> str:
        if (row, at) in self._heads:
            return self._heads[row, at][: self._cell - 1]
        if (row, at) in self.troubles:
            return "!"
        value = self._grid.value(row, at)
        if value == "" or (isinstance(value, str) and not value.strip()):
            return "·"
        is_digits = isinstance(value, str) and value.replace(".", "").replace(",", "").strip().isdigit()
        return "9" if is_digits or not isinstance(value, str) else "a"
