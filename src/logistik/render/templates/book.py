"""Forms written as a workbook: the only place that knows how XlsxWriter says it. The same forms give the same bytes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from logistik.core.layout import printable
from logistik.ingest.names import clean
from logistik.render.templates.form import Column, Form, Kind

_CREATED = datetime(2024, 1, 1)  # noqa: DTZ001 - a mark that never changes, not a moment
_EARLIEST = date(2020, 1, 1)
_LONGEST_NAME = 100
"""Characters of the office's name in a page header, which holds 255 after `&` is doubled."""

_NOTE_WIDTH = 88
_ROW_HEIGHT, _HEAD_HEIGHT, _LINE_HEIGHT, _UPRIGHT_HEIGHT = 17, 32, 15, 120

_INK, _PALE, _INPUT, _LOCKED, _WRONG = "#1F3864", "#8497B0", "#FFFBE6", "#F2F2F2", "#F8CBAD"
_EDGE = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter"}
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "font_color": _INK},
    "line": {"font_color": "#404040"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "head": {**_EDGE, "bold": True, "font_color": "white", "bg_color": _INK, "align": "center", "text_wrap": True},
    "upright": {**_EDGE, "bold": True, "font_color": "white", "bg_color": _PALE, "rotation": 90, "text_wrap": True},
    Kind.FIXED: {**_EDGE, "bg_color": _LOCKED},
    Kind.GIVEN: {**_EDGE, "bg_color": _LOCKED, "num_format": "#,##0"},
    Kind.TEXT: {**_EDGE, "bg_color": _INPUT, "locked": False},
    Kind.COUNT: {**_EDGE, "bg_color": _INPUT, "locked": False, "num_format": "#,##0"},
    Kind.DATE: {**_EDGE, "bg_color": _INPUT, "locked": False, "num_format": "dd/mm/yyyy", "align": "center"},
    Kind.SUM: {**_EDGE, "bg_color": _LOCKED, "num_format": "#,##0"},
    Kind.CHECK: {**_EDGE, "bg_color": _LOCKED, "italic": True, "indent": 1},
    "small": {**_EDGE, "bg_color": _LOCKED, "num_format": '#,##0;-#,##0;"–"', "align": "right"},
    "total": {**_EDGE, "bg_color": "#D9E1F2", "bold": True, "num_format": "#,##0"},
    "wrong": {"bg_color": _WRONG, "font_color": "#9C0006"},
}
_MAY = {"autofilter": True, "format_columns": True, "format_rows": True}
"""What a protected sheet still allows besides filling in; there is no password."""
_NOTHING = " "
"""The stored result of a formula that shows nothing; without one the cell would look as if it was never calculated."""


class TemplateBook:
    """A workbook under construction."""

    def __init__(self, office: str, title: str) -> None:
        """Begin; the office's name stands in the header of every page."""
        from xlsxwriter import Workbook

        self._buffer = BytesIO()
        plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        font = {"default_format_properties": {"font_name": "Arial", "font_size": 10}}
        self._book: Any = Workbook(self._buffer, {"in_memory": True, **plain, **font})
        self._book.set_properties({"title": title, "created": _CREATED})
        self._styles = {name: self._book.add_format(dict(style)) for name, style in _STYLES.items()}
        self._office = shown(office)[:_LONGEST_NAME].replace("&", "&&")

    def content(self) -> bytes:
        """The finished workbook."""
        self._book.close()
        return self._buffer.getvalue()

    def add_notes(self, name: str, title: str, lines: Sequence[str]) -> None:
        """A sheet of sentences, one a row."""
        sheet = self._sheet(name, landscape=False)
        sheet.set_column(0, 0, _NOTE_WIDTH)
        sheet.write_string(0, 0, title, self._styles["title"])
        for row, line in enumerate(lines, 2):
            sheet.write_string(row, 0, line, self._styles["wrapped"])
            sheet.set_row(row, 14 * -(-len(line) // _NOTE_WIDTH) + 4)
        sheet.print_area(0, 0, len(lines) + 1, 0)

    def add_lists(self, name: str, title: str, lists: Mapping[str, Sequence[str]]) -> None:
        """A sheet of the lists that the drop-downs take their words from, one a column from row 4 on."""
        sheet = self._sheet(name, landscape=False)
        sheet.write_string(0, 0, title, self._styles["title"])
        for column, (head, words) in enumerate(lists.items()):
            sheet.set_column(column, column, 26)
            sheet.write_string(2, column, head, self._styles["head"])
            for row, word in enumerate(words, 3):
                sheet.write_string(row, column, shown(word), self._styles[Kind.FIXED])
        sheet.freeze_panes(3, 0)

    def add_form(
        self,
        form: Form,
        title: str,
        lines: Sequence[str],
        others: Mapping[str, str],
        *,
        frozen: int,
        has_totals_above: bool = False,
    ) -> None:
        """A sheet with one form; `others` are the areas of other sheets that its formulas may name.

        `frozen` columns stay in view. The total of all rows may stand above the header, two rows up, where it is
        in view however long the form is.
        """
        sheet = self._sheet(form.sheet, landscape=len(form.columns) > 8)
        sheet.write_string(0, 0, title, self._styles["title"])
        for row, line in enumerate(lines, 1):
            sheet.write_string(row, 0, line, self._styles["line"])
        for at, column in enumerate(form.columns):
            sheet.set_column(at, at, column.width)
            style = self._styles["upright" if column.is_upright else "head"]
            sheet.write_string(form.header - 1, at, shown(column.header), style)
        has_upright = any(column.is_upright for column in form.columns)
        sheet.set_default_row(_ROW_HEIGHT)
        deepest = max(len(column.header) // (column.width - 2) + 1 for column in form.columns)
        height = _UPRIGHT_HEIGHT if has_upright else max(_HEAD_HEIGHT, deepest * _LINE_HEIGHT)
        sheet.set_row(form.header - 1, height)
        if has_totals_above:
            self._write_total(sheet, form, form.header - 2, form.areas(form.first, form.last), "JUMLAH", others)
        row = form.first
        for block in form.blocks:
            start, end = row, row + len(block.rows) - 1
            for given in block.rows:
                self._write_row(sheet, form, row, given, others)
                row += 1
            for column in form.columns:
                self._limit(sheet, form, column, start, end, others)
            if block.total:
                self._write_total(sheet, form, row, form.areas(start, end), block.total, others)
                row += 1
        self._mark_wrong(sheet, form)
        last_column = len(form.columns) - 1
        sheet.autofilter(form.header - 1, 0, form.last - 1, last_column)
        sheet.freeze_panes(form.header, frozen)
        sheet.repeat_rows(form.header - 1)
        sheet.print_area(0, 0, form.last - 1, last_column)

    def open_with(self, name: str) -> None:
        """The sheet that is in front when the workbook is opened."""
        self._book.get_worksheet_by_name(name).activate()

    def _sheet(self, name: str, *, landscape: bool) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.protect("", _MAY)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        if self._office:
            sheet.set_header(f"&L{self._office}")
        sheet.set_footer("&L&A&RHalaman &P dari &N")
        sheet.hide_gridlines(2)
        return sheet

    def _write_row(
        self, sheet: Any, form: Form, row: int, given: Mapping[str, str | int], others: Mapping[str, str]
    ) -> None:
        cells = form.cells(row)
        for at, column in enumerate(form.columns):
            style = self._styles["small" if column.is_upright else column.kind]
            if column.formula:
                head = f"{form.letter(column.id)}${form.header}"
                sheet.write_formula(row - 1, at, column.formula.format(**others, **cells, head=head), style, _NOTHING)
            elif isinstance(value := given.get(column.id, ""), int):
                sheet.write_number(row - 1, at, value, style)
            elif value:
                sheet.write_string(row - 1, at, shown(value), style)
            else:
                sheet.write_blank(row - 1, at, None, style)

    def _write_total(
        self, sheet: Any, form: Form, row: int, areas: Mapping[str, str], label: str, others: Mapping[str, str]
    ) -> None:
        style = self._styles["total"]
        for at, column in enumerate(form.columns):
            if column.total:
                sheet.write_formula(row - 1, at, column.total.format(**others, **areas), style, _NOTHING)
            elif at == 0:
                sheet.write_string(row - 1, at, shown(label), style)
            else:
                sheet.write_blank(row - 1, at, None, style)

    def _limit(self, sheet: Any, form: Form, column: Column, first: int, last: int, others: Mapping[str, str]) -> None:
        """What may be entered in a column, with what is said otherwise."""
        rule: dict[str, Any] = {}
        if column.choices:
            rule = {"validate": "list", "source": column.choices.format(**others, **form.cells(first))}
            rule |= {"error_title": "Tidak ada di daftar", "error_message": "Pilih salah satu dari daftar."}
        elif column.kind is Kind.COUNT:
            rule = {"validate": "integer", "criteria": ">=", "value": column.least}
            said = f"Isi bilangan bulat, paling kecil {column.least}, tanpa titik, koma, atau satuan."
            rule |= {"error_title": "Bukan bilangan bulat", "error_message": said}
        elif column.kind is Kind.DATE:
            rule = {"validate": "date", "criteria": ">=", "value": _EARLIEST}
            rule |= {"error_title": "Bukan tanggal", "error_message": "Isi tanggal, misalnya 13/11/2024."}
        if rule:
            if column.hint:
                rule |= {"input_title": column.header[:32], "input_message": column.hint}
            at = form.columns.index(column)
            sheet.data_validation(first - 1, at, last - 1, at, rule)

    def _mark_wrong(self, sheet: Any, form: Form) -> None:
        """Rows, or parts of them, whose check does not hold, in red."""
        last = len(form.columns) - 1
        for at, column in enumerate(form.columns):
            if column.kind is Kind.CHECK:
                cell = form.cells(form.first)[column.id]
                wrong = ",".join([f'{cell}<>""', *(f'{cell}<>"{word}"' for word in form.right)])
                rule = {"type": "formula", "criteria": f"=AND({wrong})", "format": self._styles["wrong"]}
                left, right = (at - column.marks, at) if column.marks else (0, last)
                sheet.conditional_format(form.first - 1, left, form.last - 1, right, rule)


def shown(text: str) -> str:
    """Text of an office or a sheet on one line, without what a program would obey."""
    return printable(clean(text))
