"""Workbooks (.xlsx, .xlsm, .xls, .xlsb, .ods) by calamine, behind a guard."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager

from python_calamine import CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.readers import guard
from logistik.readers.marks import Marks

_UNMARKED = Marks()


def read(content: bytes, file: str) -> tuple[Grid, ...]:
    """Every worksheet of a workbook, hidden ones too.

    Raises:
        LogistikError: encrypted, damaged, or a cell so far out that opening it would exhaust the machine.
    """
    marked = guard.check(content, file)
    try:
        with _silent():
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
            return tuple(
                _grid(workbook, meta, file, marked.get(meta.name) or marked.get(number) or _UNMARKED)
                for number, meta in enumerate(workbook.sheets_metadata)
                if meta.typ == SheetTypeEnum.WorkSheet
            )
    except (LogistikError, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic in the native reader is not an Exception
        raise _unreadable(file, error) from None


def _grid(workbook: CalamineWorkbook, meta: SheetMetadata, file: str, marks: Marks) -> Grid:
    sheet = workbook.get_sheet_by_name(meta.name)
    last_row, last_column = sheet.end or (0, 0)
    guard.check_area(last_row + 1, last_column + 1, file, meta.name)
    rows = sheet.to_python(skip_empty_area=False)
    for (row, column), text in marks.errors.items():
        if row < len(rows) and column < len(rows[row]) and rows[row][column] == "":
            rows[row][column] = text
    return Grid(
        file,
        meta.name,
        rows,
        tuple(sheet.merged_cell_ranges or marks.merges),
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=frozenset(marks.hidden_columns),
        is_hidden=meta.visible != SheetVisibleEnum.Visible,
        formulas=marks.formulas,
        uncalculated=frozenset(marks.uncalculated),
        percents=frozenset(marks.percents),
    )


@contextmanager
def _silent() -> Iterator[None]:
    """Keep a panic of the native reader, which writes to stderr itself, off the screen."""
    try:
        saved, null = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:
        yield
        return
    try:
        os.dup2(null, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(null)


def _unreadable(file: str, error: BaseException) -> LogistikError:
    if "password" in str(error).lower() or type(error).__name__ == "PasswordError":
        return guard.encrypted(file)
    return LogistikError(
        f"{file} rusak atau bukan workbook.",
        hint="Buka di Excel, simpan ulang sebagai .xlsx, lalu jalankan lagi.",
    )
