"""The workbook: the sheets of `sheets.py` drawn the way an office prints them, byte for byte the same each time."""

import io
from collections.abc import Sequence
from datetime import datetime, time
from itertools import chain
from textwrap import wrap
from typing import Any

import xlsxwriter

from logistik.core.errors import LogistikError
from logistik.core.layout import printable
from logistik.core.places import cell_name
from logistik.core.report import Report
from logistik.core.wording import number
from logistik.render.sheet import Head, Kind, Sheet, Sum, Value
from logistik.render.sheets import sheets
from logistik.render.shown import Shown
from logistik.render.words import UNKNOWN

_NUMBER = "#,##0"
_FONT = {"font_name": "Calibri", "font_size": 10}
_HEAD = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "text_wrap": True, "align": "center"}
_CELL = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
_TOTAL = {"bold": True, "bg_color": "#E7E6E6", "top": 2, "top_color": "#1F3864"}
_ASKED = "asked"
_COLOURS: dict[str, dict[str, Any]] = {
    "Galat": {"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": True},
    "Peringatan": {"bg_color": "#FFE699", "font_color": "#7F6000"},
    "Info": {"bg_color": "#DDEBF7", "font_color": "#1F4E78"},
    _ASKED: {"font_color": "#9C0006"},
}
_KINDS: dict[Kind, dict[str, Any]] = {
    Kind.PLACE: {"align": "center"},
    Kind.TEXT: {"align": "left", "indent": 1},
    Kind.WRAPPED: {"text_wrap": True, "align": "left", "indent": 1},
    Kind.FIGURE: {"num_format": _NUMBER, "align": "right", "indent": 1},
    Kind.ASKED: {"num_format": _NUMBER, "align": "right", "indent": 1, "bold": True},
    Kind.SEVERITY: {"align": "left", "indent": 1},
    Kind.MONO: {"font_name": "Consolas", "font_size": 9, "align": "left", "indent": 1},
}
NARROWEST, WIDEST = 8.5, 30
LINE = 13.5
"""The height of a line of text in points; a row without a height is not opened up by every program."""
TALLEST = 25
LONGEST = 32_000
"""A cell of a workbook holds little more than so many characters."""
MOST_ROWS = 1_048_576
"""A sheet of a workbook has no more rows; what stands below them would be lost without a word."""


def render(report: Report, shown: Shown) -> bytes:
    """The bytes of the workbook; its date is the report's, not the clock's.

    Raises:
        LogistikError: more rows than a sheet can have.
    """
    drawn = sheets(report, shown)
    _require_room(drawn)
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties(
            {
                "title": "Audit logistik surat suara",
                "author": _clean(shown.office.kantor.nama),
                "company": _clean(shown.office.kantor.nama),
                "created": datetime.combine(report.as_of, time()),
            }
        )
        formats = _Formats(book)
        for sheet in drawn:
            _draw(book.add_worksheet(sheet.name), sheet, formats)
    return stream.getvalue()


def _require_room(drawn: Sequence[Sheet]) -> None:
    for sheet in drawn:
        if sheet.head_row + len(sheet.rows) + len(sheet.totals) + len(sheet.notes) + 2 > MOST_ROWS:
            raise LogistikError(
                f"Lembar {sheet.name} perlu lebih dari {number(MOST_ROWS)} baris; lembar Excel tidak memuatnya.",
                hint="Pakai --format csv, atau persempit dengan --kecamatan, --jenis, atau --level.",
            )


class _Formats:
    """The workbook's cell formats, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._of: dict[tuple[Kind, str], Any] = {}

    def __call__(self, *parts: dict[str, Any]) -> Any:
        """The format that has all these properties, later ones first."""
        properties = {key: value for part in (_FONT, *parts) for key, value in part.items()}
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def of(self, kind: Kind, value: Value) -> Any:
        """The format of a value in its column; found without reckoning, since there may be millions."""
        mood = value if kind is Kind.SEVERITY and isinstance(value, str) else ""
        if kind is Kind.ASKED and isinstance(value, int) and value:
            mood = _ASKED
        key = (kind, mood)
        if key not in self._of:
            self._of[key] = self(_CELL, _KINDS[kind], _COLOURS.get(mood, {}))
        return self._of[key]


def _draw(page: Any, sheet: Sheet, formats: _Formats) -> None:
    for row, title in enumerate(sheet.titles):
        page.write_string(row, 0, _clean(title), formats({"bold": not row, "font_size": 14 if not row else 10}))
    head = sheet.head_row
    widths = [_width(each, column, sheet) for column, each in enumerate(sheet.heads)]
    for column, (each, width) in enumerate(zip(sheet.heads, widths, strict=True)):
        page.write_string(head, column, each.text, formats(_CELL, _HEAD, {"valign": "vcenter"}))
        page.set_column(column, column, width, formats())
    tallest = max(len(wrap(each.text, max(1, int(width) - 1))) for each, width in zip(sheet.heads, widths, strict=True))
    page.set_row(head, LINE * max(2, tallest) + 4)
    for row, values in enumerate(sheet.rows, head + 1):
        page.set_row(row, LINE * _lines(values, sheet.heads, widths) + 2)
        for column, (value, each) in enumerate(zip(values, sheet.heads, strict=True)):
            _write(page, row, column, value, formats.of(each.kind, value))
    below = head + 1 + len(sheet.rows)
    for row, totals in enumerate(sheet.totals, below):
        for column, (total, each) in enumerate(zip(totals, sheet.heads, strict=True)):
            _write(page, row, column, total, formats(_CELL, _KINDS[each.kind], _TOTAL))
    below += len(sheet.totals)
    for row, note in enumerate(sheet.notes, below + 1):
        page.write_string(row, 0, _clean(note), formats({"italic": True, "font_color": "#595959"}))
    last = max(below - 1, below + len(sheet.notes) if sheet.notes else 0)
    _set_up(page, sheet, last)


def _set_up(page: Any, sheet: Sheet, last: int) -> None:
    """Freezing, filtering, and how it comes out of the printer: A4 lying, one page wide."""
    head, right = sheet.head_row, len(sheet.heads) - 1
    page.freeze_panes(head + 1, sheet.fixed)
    page.autofilter(head, 0, head + max(1, len(sheet.rows)), right)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    page.print_area(0, 0, last, right)
    page.ignore_errors({"number_stored_as_text": f"A1:{cell_name(last, right)}"})
    page.set_footer(f"&L&8{_footer(sheet)}&R&8Halaman &P dari &N")


def _footer(sheet: Sheet) -> str:
    """The second title and the sheet's name; `&` would start a code, and more than 255 characters are refused."""
    return _clean(f"{sheet.titles[1][:160]} · {sheet.name}").replace("&", "&&")[:220]


def _write(page: Any, row: int, column: int, value: Value | Sum, style: Any) -> None:
    """A value in its cell. Text stays text whatever it begins with; only our own sums are formulas."""
    if isinstance(value, Sum):
        page.write_formula(row, column, value.formula, style, value.value)
    elif isinstance(value, int):
        page.write_number(row, column, value, style)
    elif value == "":
        page.write_blank(row, column, None, style)
    else:
        page.write_string(row, column, UNKNOWN if value is None else _clean(value), style)


def _clean(text: str) -> str:
    return printable(text)[:LONGEST]


def _lines(values: Sequence[Value], heads: Sequence[Head], widths: Sequence[float]) -> int:
    """How many lines the tallest wrapped cell of a row takes, estimated a little long."""
    wrapped = [
        sum(max(1, len(wrap(line, max(1, int(width * 1.1))))) for line in value.split("\n"))
        for value, head, width in zip(values, heads, widths, strict=True)
        if head.kind is Kind.WRAPPED and isinstance(value, str)
    ]
    return min(max([1, *wrapped]), TALLEST)


def _width(head: Head, column: int, sheet: Sheet) -> float:
    """The width asked for, else that of the longest content, in characters."""
    if head.width is not None:
        return head.width
    words = max(map(len, head.text.split()))
    longest = max((len(_shown(row[column])) for row in chain(sheet.rows, sheet.totals)), default=0)
    return min(WIDEST, max(NARROWEST, words + 2.5, longest * 1.05 + 2))


def _shown(value: Value | Sum) -> str:
    if isinstance(value, Sum):
        value = value.value
    return f"{value:,}" if isinstance(value, int) else value or UNKNOWN
