"""Documents as workbooks: a sheet a part, figures that can be added, sums that are formulas, ready for the printer.

XlsxWriter, since it writes a formula together with its value: a program that does not calculate shows the same figures.
Nothing depends on the clock: the same document gives the same bytes.
"""

import io
from datetime import datetime, time
from typing import Any

from logistik.core.layout import one_line
from logistik.core.places import cell_name
from logistik.documents.blocks import Document, Paper, Part, Table
from logistik.documents.workbook.draw import draw_part
from logistik.documents.workbook.grid import grid_of
from logistik.documents.workbook.looks import Looks
from logistik.documents.workbook.page import Page
from logistik.documents.workbook.texts import sheet_name

PAPERS = {Paper.A4: 9, Paper.F4: 14}
"""Excel's codes. It has none for F4 (215 x 330 mm); 14 is Folio, 8.5 x 13 inches, which is 215.9 x 330.2 mm."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Arial", "font_size": 10}
"""Columns are as wide as figures of it; one that a program does not have would draw pictures out of shape."""
_LONGEST_PROPERTY = 250


def render(document: Document) -> bytes:
    """The bytes of the workbook; its date is the document's.

    Raises:
        LogistikError: more rows than a sheet can have.
    """
    import xlsxwriter

    stream = io.BytesIO()
    options = {**_OPTIONS, "default_format_properties": {**_FONT}}  # the library writes into it
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties(
            {
                "title": _property(document.title),
                "author": _property(document.author),
                "company": _property(document.author),
                "created": datetime.combine(document.day, time()),
            }
        )
        looks, taken = Looks(book), set[str]()
        for part in document.parts:
            _draw(book.add_worksheet(sheet_name(part.title, taken)), part, document, looks)
    return stream.getvalue()


def _property(text: str) -> str:
    return one_line(text)[:_LONGEST_PROPERTY]


def _draw(sheet: Any, part: Part, document: Document, looks: Looks) -> None:
    page = Page(sheet, grid_of([block for block in part.content if isinstance(block, Table)]), looks)
    drawn = draw_part(page, part, draft=document.draft)
    last, right = max(0, page.row - 1), page.grid.last
    if drawn.freeze:
        sheet.freeze_panes(drawn.freeze, 0)
    if drawn.repeat is not None:
        sheet.repeat_rows(*drawn.repeat)
    sheet.hide_gridlines(2)
    sheet.set_portrait()
    sheet.set_paper(PAPERS[document.paper])
    sheet.set_margins(left=0.6, right=0.5, top=0.7, bottom=0.8)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last, right)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(last, right)}"})
    sheet.outline_settings(symbols_below=False)
    if document.draft:
        sheet.set_header('&C&"Arial,Bold"&14DRAF')
    sheet.set_footer(f"&L&8 {_footer(document.footer)}&R&8 Halaman &P dari &N")


def _footer(text: str) -> str:
    """A line for the foot of a page: `&` would start a code, and more than 255 characters in all are refused.

    A space stands before it, since a figure right behind the size of the letters would be read as part of that size.
    """
    return one_line(text)[:100].replace("&", "&&")
