"""The marked copy: the user's own workbook where openpyxl can open it, else its cells as we read them."""

import io
import math
import warnings
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter
from openpyxl.utils.datetime import WINDOWS_EPOCH, to_excel
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid, Value
from logistik.core.report import Report
from logistik.core.wording import listed
from logistik.ingest.sheets import is_findings_list
from logistik.render.annotated.finished import Results, finished
from logistik.render.annotated.listing import add_list, write_text
from logistik.render.annotated.losses import losses
from logistik.render.annotated.marks import mark, unmark
from logistik.render.annotated.prepared import MOST_RANGES, UnfitError, prepared
from logistik.render.annotated.remarks import remarks
from logistik.render.annotated.titles import free_title

MOST_CELLS = 1_000_000
"""Filled cells of a copy; a voter list of a hundred thousand TPS has seven hundred thousand."""

MOST_COLUMNS = 16_384
"""A sheet of a workbook has no more; a text table may."""

_WIDEST, _LOOKED_AT = 40, 200
"""Letters of the widest column of a rebuilt sheet, and rows that are looked at for it."""


class Original(NamedTuple):
    """The file as it was read: its name in the findings, its bytes, and the sheets in them."""

    file: str
    content: bytes
    grids: tuple[Grid, ...]


class Marked(NamedTuple):
    """The copy, how many of its cells are marked, and what it does not keep, as a sentence."""

    content: bytes
    cells: int
    lost: str


def copied(original: Original, report: Report) -> Marked:
    """The workbook itself with marks; formulas stay formulas and keep their results.

    Raises:
        UnfitError: openpyxl cannot open it, or it would take too long.
    """
    try:
        lost = losses(original.content)
        book = _opened(prepared(original.content))
        said = f"Tidak ikut disalin dari {original.file}: {', '.join(lost)}." if lost else ""
        return _marked(book, original, report, {sheet.title: sheet.title for sheet in book.worksheets}, said)
    except (MemoryError, UnfitError):
        raise
    except Exception as error:  # whatever openpyxl stumbles over, the cells can be copied
        raise UnfitError(f"{type(error).__name__}: {error}") from error


def rebuilt(original: Original, report: Report, lost: str) -> Marked:
    """A workbook of the cells as we read them: values at their places, merges, names of sheets.

    Raises:
        LogistikError: more cells or columns than a copy can take.
    """
    grids = [grid for grid in original.grids if not is_findings_list(grid)]
    cells = sum(value != "" for grid in grids for row in grid.rows for value in row)
    if cells > MOST_CELLS or any(len(row) > MOST_COLUMNS for grid in grids for row in grid.rows):
        raise LogistikError(
            f"{original.file} terlalu besar untuk disalin dengan tanda.",
            hint="Jalankan tanpa --annotate, atau simpan hanya lembar yang diperlukan ke berkas baru.",
        )
    book = Workbook()
    book.remove(book.worksheets[0])
    titles: dict[str, str] = {}
    for grid in grids:
        titles[grid.sheet] = free_title(grid.sheet, titles.values())
        _fill(book.create_sheet(titles[grid.sheet]), grid)
    renamed = [f"'{name}' menjadi '{title}'" for name, title in titles.items() if name != title]
    if renamed:
        lost = f"{lost} Nama lembar disesuaikan: {listed(renamed)}.".strip()
    book.properties.creator = "logistik"
    book.properties.created = datetime.combine(report.as_of, time())
    return _marked(book, original, report, titles, lost)


def _opened(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is lost is told by `losses`
        book = load_workbook(io.BytesIO(content))
    for chart in list(book.chartsheets):
        book.remove(chart)
    for sheet in book.worksheets:
        unmark(sheet)
    book.template = False
    return book


def _marked(book: Workbook, original: Original, report: Report, titles: Mapping[str, str], lost: str) -> Marked:
    ours = {grid.sheet for grid in original.grids if is_findings_list(grid)}
    for sheet in [sheet for sheet in book.worksheets if sheet.title in ours]:
        book.remove(sheet)
    titles = {name: title for name, title in titles.items() if title in book.sheetnames}
    cells = mark(book, titles, remarks(report.findings, original.file))
    add_list(book, report, original.file, titles, lost)
    return Marked(_written(book, original, report, titles), cells, lost)


def _written(book: Workbook, original: Original, report: Report, titles: Mapping[str, str]) -> bytes:
    """The bytes: the date is the audit's, and Excel reckons every formula anew."""
    book.properties.modified = datetime.combine(report.as_of, time())
    book.properties.lastModifiedBy = "logistik"
    book.calculation.fullCalcOnLoad = True
    content = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ExcelWriter(book, ZipFile(content, "w", ZIP_DEFLATED)).save()
    parts = {sheet.title: sheet.path.removeprefix("/") for sheet in book.worksheets}
    results = {parts[titles[grid.sheet]]: _results(grid, book.epoch) for grid in original.grids if grid.sheet in titles}
    return finished(content.getvalue(), results)


def _results(grid: Grid, epoch: datetime) -> Results:
    def result(cell: str) -> Value:
        row, column = coordinate_to_tuple(cell)
        value = grid.value(row - 1, column - 1)
        if isinstance(value, date | time | timedelta):
            return _serial(value, epoch)
        return value

    return result


def _fill(sheet: Worksheet, grid: Grid) -> None:
    widths: dict[int, int] = {}
    for row, values in enumerate(grid.rows, 1):
        for column, value in enumerate(values, 1):
            if value != "":
                _put(sheet.cell(row, column), value)
                if row <= _LOOKED_AT:
                    widths[column] = max(widths.get(column, 0), min(_WIDEST, len(str(value))))
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width + 2
    for (top, left), (bottom, right) in grid.merges:
        if (bottom - top + 1) * (right - left + 1) <= MOST_RANGES:  # a larger one chokes the next program too
            sheet.merged_cells.ranges.add(CellRange(None, left + 1, top + 1, right + 1, bottom + 1))


def _serial(value: date | time | timedelta, epoch: datetime = WINDOWS_EPOCH) -> float:
    """The number that stands for a date; ValueError or OverflowError where there is none."""
    serial: float = to_excel(value, epoch)  # type: ignore[no-untyped-call]
    return serial


def _put(cell: Cell | MergedCell, value: Value) -> None:
    if isinstance(value, str):
        write_text(cell, value)
        return
    if isinstance(value, float) and not math.isfinite(value):
        write_text(cell, str(value))
        return
    try:
        if isinstance(value, date | time | timedelta):
            _serial(value)
        cell.value = value
    except (ValueError, OverflowError, TypeError):
        write_text(cell, str(value))
