"""What the tests of workbooks share: opening one, what its sums come to, and documents of a few blocks."""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import openpyxl

from logistik.documents import as_xlsx
from logistik.documents.blocks import Content, Document, Part

DAY = date(2024, 11, 13)


def document(*content: Content, title: str = "Surat", draft: bool = False, footer: str = "") -> Document:
    """A document of one part."""
    return Document("uji", "Uji", "KPU Kota Uji", (Part("surat", title, content),), DAY, draft, footer)


def opened(content: bytes, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def sheet_of(*content: Content, values: bool = False, **said: Any) -> Any:
    """The only sheet of a document of these blocks."""
    return opened(as_xlsx.render(document(*content, **said)), values=values).worksheets[0]


def cells_of(page: Any) -> list[Any]:
    """Every cell with something in it."""
    return [cell for row in page.iter_rows() for cell in row if cell.value is not None]


class Added(NamedTuple):
    """A formula, the value kept with it, and what it comes to."""

    formula: str
    kept: object
    comes_to: int


def sums_of(content: bytes) -> Iterator[Added]:
    """Every formula of a workbook, reckoned again by our own small rules: SUM, ranges, single cells, and +."""
    kept = opened(content, values=True)
    for page in opened(content):
        for cell in cells_of(page):
            if cell.data_type == "f":
                yield Added(cell.value, kept[page.title][cell.coordinate].value, reckoned(kept[page.title], cell.value))


def reckoned(page: Any, formula: str) -> int:
    """What a spreadsheet makes of a formula of ours; other cells count with the value kept for them."""
    assert re.fullmatch(r"=SUM\([A-Z0-9:,]+\)(\+SUM\([A-Z0-9:,]+\))*", formula), formula
    found = 0
    for area in re.findall(r"[A-Z]+\d+(?::[A-Z]+\d+)?", formula):
        first, _, last = area.partition(":")
        values = [cell.value for row in page[f"{first}:{last or first}"] for cell in row]
        found += sum(value for value in values if isinstance(value, int))
    return found


def row_that_begins(page: Any, text: str) -> list[Any]:
    """The values of the last row in which a cell is this text, from that cell on, without the empty ones."""
    rows = [row[row.index(text) :] for row in page.iter_rows(values_only=True) if text in row]
    assert rows, text
    return [value for value in rows[-1] if value is not None]
