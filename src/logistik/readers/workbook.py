"""Workbooks (.xlsx, .xlsm, .xls, .xlsb, .ods) by calamine, behind a guard."""

import io

from python_calamine import CalamineWorkbook, SheetTypeEnum

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.readers import guard


def read(content: bytes, file: str) -> tuple[Grid, ...]:
    """Every worksheet of a workbook, hidden ones too.

    Raises:
        LogistikError: encrypted, damaged, or a cell so far out that opening it would exhaust the machine.
    """
    guard.check(content, file)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            _grid(workbook, meta.name, file) for meta in workbook.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet
        )
    except (LogistikError, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic in the native reader is not an Exception
        raise _unreadable(file, error) from None


def _grid(workbook: CalamineWorkbook, name: str, file: str) -> Grid:
    sheet = workbook.get_sheet_by_name(name)
    last_row, last_column = sheet.end or (0, 0)
    guard.check_area(last_row + 1, last_column + 1, file, name)
    rows = sheet.to_python(skip_empty_area=False)
    return Grid(file, name, rows, tuple(sheet.merged_cell_ranges or ()))


def _unreadable(file: str, error: BaseException) -> LogistikError:
    detail = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
    if "password" in detail.lower() or type(error).__name__ == "PasswordError":
        return guard.encrypted(file)
    return LogistikError(
        f"{file} rusak atau bukan workbook: {detail}.",
        hint="Buka di Excel, simpan ulang sebagai .xlsx, lalu jalankan lagi.",
    )
