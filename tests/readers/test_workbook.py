"""Workbooks: every sheet, every cell at its real place, in each format."""

import io
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from logistik.core.grid import Grid
from logistik.readers import workbook
from tests.readers.archives import ODS_FIVE, ods, ods_blanks
from tests.tools import Rows, write_xlsx


def grids(path: Path) -> tuple[Grid, ...]:
    """The sheets of a workbook on disk."""
    return workbook.read(path.read_bytes(), path.name)


def test_blank_rows_and_columns_before_the_table_keep_every_cell_at_its_place(tmp_path: Path) -> None:
    rows: Rows = [[], [], ["", "", "TPS"], [], ["", "", 7, "tujuh"]]
    (grid,) = grids(write_xlsx(tmp_path / "dpt.xlsx", {"Kec. Kota": rows}))
    assert (grid.file, grid.sheet) == ("dpt.xlsx", "Kec. Kota")
    assert (grid.value(2, 2), grid.value(4, 2), grid.value(4, 3)) == ("TPS", 7, "tujuh")
    assert grid.value(0, 0) == grid.value(3, 2) == grid.value(4, 0) == ""


def test_a_cell_beyond_the_sheet_is_blank(tmp_path: Path) -> None:
    (grid,) = grids(write_xlsx(tmp_path / "dpt.xlsx", {"A": [["TPS", 1]]}))
    assert grid.value(0, 99) == grid.value(99, 0) == ""


def test_text_stays_text_and_numbers_stay_numbers(tmp_path: Path) -> None:
    (grid,) = grids(write_xlsx(tmp_path / "dpt.xlsx", {"A": [["001", 1, 2.5, "60.869"]]}))
    assert list(grid.rows[0]) == ["001", 1, 2.5, "60.869"]


def test_a_day_is_a_day(tmp_path: Path) -> None:
    path = tmp_path / "gudang.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        style = book.add_format({"num_format": "dd/mm/yyyy"})
        book.add_worksheet("Stok").write_datetime(0, 0, datetime(2024, 11, 13), style)  # noqa: DTZ001 - a cell's day
    value = grids(path)[0].value(0, 0)
    assert isinstance(value, date)
    assert (value.year, value.month, value.day) == (2024, 11, 13)


def test_the_result_of_a_formula_is_read_and_one_that_was_never_calculated_is_blank(tmp_path: Path) -> None:
    path = tmp_path / "gudang.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Stok")
        sheet.write_formula(0, 0, "=B1+C1", None, 1234)
        sheet.write_formula(0, 1, "=C1", None, "")
        sheet.write(0, 2, "x")
    assert list(grids(path)[0].rows[0]) == [1234, "", "x"]


def test_an_error_in_a_cell_is_not_a_blank_cell(tmp_path: Path) -> None:
    path = tmp_path / "gudang.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Stok").write_formula(0, 0, "=1/0", None, "#DIV/0!")
    assert grids(path)[0].value(0, 0) == "#DIV/0!"


def test_every_worksheet_is_read_in_order_hidden_ones_too_and_charts_are_not(tmp_path: Path) -> None:
    path = tmp_path / "dpt.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Kota").write(0, 0, "a")
        book.add_worksheet("Tersembunyi").hide()
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Kota!$A$1:$A$2"})
        book.add_chartsheet("Grafik").set_chart(chart)
        book.add_worksheet("Kosong")
    assert [grid.sheet for grid in grids(path)] == ["Kota", "Tersembunyi", "Kosong"]


def test_merges_are_told_and_only_the_anchor_holds_the_value(tmp_path: Path) -> None:
    rows: Rows = [["Kecamatan", "TPS"], ["Kota", 1], ["", 2], ["", 3]]
    (grid,) = grids(write_xlsx(tmp_path / "dpt.xlsx", {"A": rows}, merges={"A": ["A2:A4"]}))
    assert list(grid.merges) == [((1, 0), (3, 0))]
    assert [grid.value(row, 0) for row in (1, 2, 3)] == ["Kota", "", ""]


def test_an_xls_is_read_with_its_merges() -> None:
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    sheet = book.add_sheet("Kec. Kota")
    sheet.write(3, 3, 5)
    sheet.write_merge(4, 6, 2, 2, "Damai")
    content = io.BytesIO()
    book.save(content)
    (grid,) = workbook.read(content.getvalue(), "lama.xls")
    assert (grid.sheet, grid.value(3, 3), grid.value(4, 2), grid.value(5, 2)) == ("Kec. Kota", 5, "Damai", "")
    assert list(grid.merges) == [((4, 2), (6, 2))]


def test_an_ods_written_by_a_library_is_read() -> None:
    opendocument = pytest.importorskip("odf.opendocument")
    table = pytest.importorskip("odf.table")
    text = pytest.importorskip("odf.text")
    document = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name="Kec. Kota")
    for values in ([], ["TPS", "DPT"], ["001", 429]):
        row = table.TableRow()
        for value in values:
            kind = {"valuetype": "float", "value": value} if isinstance(value, int) else {"valuetype": "string"}
            cell = table.TableCell(**kind)
            cell.addElement(text.P(text=str(value)))
            row.addElement(cell)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    content = io.BytesIO()
    document.save(content)
    (grid,) = workbook.read(content.getvalue(), "dpt.ods")
    assert grid.sheet == "Kec. Kota"
    assert [list(row) for row in grid.rows[1:]] == [["TPS", "DPT"], ["001", 429]]


def test_runs_of_blank_cells_in_an_ods_move_nothing_and_trailing_ones_cost_nothing() -> None:
    (grid,) = workbook.read(
        ods(
            ods_blanks(3, "table-row")
            + f"<table:table-row>{ods_blanks(2)}{ODS_FIVE}{ods_blanks(16_381)}</table:table-row>"
            + ods_blanks(1_048_572, "table-row")
        ),
        "dpt.ods",
    )
    assert grid.value(3, 2) == 5
    assert sum(value != "" for row in grid.rows for value in row) == 1
    assert len(grid.rows) == 4
