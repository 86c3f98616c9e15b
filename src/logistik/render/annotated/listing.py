"""The sheet that lists every finding of the audit, with links to the cells of this workbook."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from logistik.core.findings import Finding
from logistik.core.report import Report
from logistik.core.vocabulary import FINDINGS_LIST
from logistik.core.wording import long_date, number
from logistik.render.annotated.marks import fill
from logistik.render.annotated.remarks import HEADS, MOST_LISTED, allowed, rows
from logistik.render.annotated.titles import free_title
from logistik.render.aside import counts
from logistik.render.words import copy_of, totals_of

_TITLE = "Temuan"
_WIDTHS = (13, 8, 26, 60, 60, 12, 22, 22, 9, 30)
_LINE = 15
"""Points of one line of text; not every program makes rows as high as their text."""
_HEAD = PatternFill("solid", fgColor="FFD9D9D9")
_LINK = Font(color="FF0563C1", underline="single")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_NARROWING = ("kecamatan", "kelurahan", "jenis")
"""Options that leave findings out."""


def add_list(book: Workbook, report: Report, file: str, titles: Mapping[str, str], lost: str) -> None:
    """Add the list as the last sheet and show it first.

    Args:
        book: the copy.
        report: the audit, narrowed as the user asked.
        file: the input that the copy is of.
        titles: what its sheets are called in the copy.
        lost: what the copy does not keep, or nothing.
    """
    sheet = book.create_sheet(free_title(_TITLE, book.sheetnames))
    lines = _head(report, file, lost)
    for row, text in enumerate(lines, 1):
        write_text(sheet.cell(row, 1), text)
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    heads = len(lines) + 2
    for column, (head, width) in enumerate(zip(HEADS, _WIDTHS, strict=True), 1):
        cell = sheet.cell(heads, column)
        write_text(cell, head)
        cell.font, cell.fill, cell.alignment = Font(bold=True), _HEAD, _WRAPPED
        sheet.column_dimensions[get_column_letter(column)].width = width
    last = heads
    for last, (finding, values) in enumerate(rows(report.findings), heads + 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(last, column)
            if isinstance(value, str):
                write_text(cell, value)
            else:
                cell.value = value
            cell.alignment = _WRAPPED
        sheet.row_dimensions[last].height = _LINE * max(map(_lines, values, _WIDTHS))
        sheet.cell(last, 1).fill = fill(finding.severity)
        _link(sheet.cell(last, 9), finding, file, titles)
    sheet.freeze_panes = f"A{heads + 1}"
    sheet.auto_filter.ref = f"A{heads}:{get_column_letter(len(HEADS))}{last}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{heads}:{heads}"
    _show(book)


def write_text(cell: Cell | MergedCell, text: str) -> None:
    """Text as text: a leading `=` is no formula, not even after it was edited."""
    cell.value = allowed(text)
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True


def _lines(value: str | int, width: int) -> int:
    """The lines that a value takes in a column, at most 20."""
    return min(20, 1 + len(str(value)) // width)


def _head(report: Report, file: str, lost: str) -> Sequence[str]:
    lines = [
        FINDINGS_LIST,
        f"{copy_of(file)} sel yang bermasalah diberi warna dan komentar.",
        f"Keadaan {long_date(report.as_of)}: {totals_of(report)}.",
    ]
    narrowed = [
        f"{name} {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}"
        for name in _NARROWING
        if (value := report.options.get(name))
    ]
    if narrowed:
        lines.append(f"Hanya temuan untuk: {'; '.join(narrowed)}.")
    if aside := counts(report):
        lines.append(f"Tidak ditandai: {aside}.")
    if lost:
        lines.append(lost)
    if len(report.findings) > MOST_LISTED:
        lines.append(f"Yang disebut {number(MOST_LISTED)} temuan pertama dari {number(len(report.findings))}.")
    return lines


def _link(cell: Cell | MergedCell, finding: Finding, file: str, titles: Mapping[str, str]) -> None:
    place = finding.location
    title = titles.get(place.sheet or "") if place is not None and place.file == file else None
    if place is None or place.cell is None or title is None:
        return
    title = title.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{title}'!{place.cell}")
    cell.font = _LINK


def _show(book: Workbook) -> None:
    """The last sheet in front, and no other selected: what is typed into selected sheets goes into all of them."""
    for sheet in book.worksheets:
        for view in sheet.views.sheetView:
            view.tabSelected = False
    book.active = len(book.sheetnames) - 1
    book.worksheets[-1].sheet_view.tabSelected = True
