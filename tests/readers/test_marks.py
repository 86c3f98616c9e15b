"""What a workbook says beside its values, in each format: formulas, percentages, errors, what is hidden or merged."""

import io
import re
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from logistik.core.grid import Grid
from logistik.readers import workbook
from tests.readers.archives import SHEET, bent, ods, xlsx
from tests.readers.biff import Error, Result, Shared, Small, xlsb
from tests.tools import Formula, Percent, Rows, write_xlsx


def read(content: bytes, name: str = "x.xlsx") -> Grid:
    """The first sheet."""
    return workbook.read(content, name)[0]


def written(cells: str, head: str = "", tail: str = "") -> Grid:
    """A sheet whose rows are written as XML."""
    return read(
        bent(
            xlsx({"A1": 1}),
            lambda xml: re.sub(r"<sheetData>.*</sheetData>", f"{head}<sheetData>{cells}</sheetData>{tail}", xml),
            SHEET,
        )
    )


def test_formulas_with_and_without_a_result(tmp_path: Path) -> None:
    rows: Rows = [[190, 210, Formula("=A1+B1", 400)], [Formula("=SUM(A1:B1)"), Formula("=A1&B1", "teks")]]
    grid = read(write_xlsx(tmp_path / "x.xlsx", {"A": rows}).read_bytes())
    assert grid.formulas == {(0, 2): "A1+B1", (1, 0): "SUM(A1:B1)", (1, 1): "A1&B1"}
    assert grid.uncalculated == {(1, 0)}
    assert [list(row) for row in grid.rows] == [[190, 210, 400], ["", "teks", ""]]


def test_a_shared_formula_moves_along_except_where_it_is_fixed() -> None:
    grid = written(
        '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1+LOG10(A1)+Lain!A1</f><v>1</v></c></row>'
        '<row r="2"><c r="D2"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="3"><c r="C3"><f t="shared" si="9"/><v>1</v></c></row>'
    )
    assert grid.formulas == {(0, 2): "A1+$B$1+LOG10(A1)+Lain!A1", (1, 3): "B2+$B$1+LOG10(B2)+Lain!A1", (2, 2): ""}


FORMS = {
    "usual": '<c r="B2" s="1" t="e"><f>A1&amp;1</f><v>#REF!</v></c>',
    "with attributes in another order": '<c t="e" s="1" r="B2"><f>A1&amp;1</f><v>#REF!</v></c>',
    "in single quotes": "<c r='B2' t='e'><f>A1&amp;1</f><v>#REF!</v></c>",
    "on several lines": '<c r="B2" t="e">\n <f>A1&amp;1</f>\n <v>#REF!</v>\n</c>',
    "without a reference": '<c/><c t="e"><f>A1&amp;1</f><v>#REF!</v></c>',
    "with a marked value": '<c r="B2" t="e"><f ca="1">A1&amp;1</f><v xml:space="preserve">#REF!</v></c>',
}


@pytest.mark.parametrize("cell", FORMS.values(), ids=FORMS)
def test_formulas_and_errors_are_found_however_they_are_written(cell: str) -> None:
    grid = written(f'<row r="1"><c r="A1"><v>5</v></c></row><row r="2">{cell}</row>')
    assert grid.value(1, 1) == "#REF!"
    assert grid.formulas == {(1, 1): "A1&1"}
    assert grid.uncalculated == frozenset()


def test_a_conditional_format_is_no_formula_of_a_cell() -> None:
    rule = "<conditionalFormatting><cfRule><formula>1</formula></cfRule></conditionalFormatting>"
    assert not written('<row r="1"><c r="A1"><v>5</v></c></row>', tail=rule).formulas


def test_a_formula_on_the_edge_of_a_piece_is_whole() -> None:
    filler = "".join(f'<row r="{at}"><c r="A{at}"><f>B{at}+C{at}</f><v>{at}</v></c></row>' for at in range(1, 60_000))
    grid = written(filler)
    assert len(grid.formulas) == 59_999
    assert not grid.uncalculated
    assert grid.formulas[41_234, 0] == "B41235+C41235"


@pytest.mark.parametrize(
    ("code", "is_percent"), [("0%", True), ("0.0%", True), ("[Red]-0,0%;0%", True), ('0"%"', False), (r"0\%", False)]
)
def test_a_percentage_is_told_by_its_format(code: str, is_percent: bool) -> None:  # noqa: FBT001
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, 0.25, book.add_format({"num_format": code}))
        sheet.write(0, 1, 0.25)
        sheet.write_blank(0, 2, None, book.add_format({"num_format": code, "bold": True}))
    assert read(content.getvalue()).percents == (frozenset({(0, 0)}) if is_percent else frozenset())


def test_hidden_rows_columns_and_sheets(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "x.xlsx", {"A & B": [[1, 2, 3]] * 4, "C": [[1]]}, hidden={"A & B": ("2", "4", "B"), "C": "*"}
    )
    first, second = workbook.read(path.read_bytes(), "x.xlsx")
    assert (first.sheet, sorted(first.hidden_rows), sorted(first.hidden_columns)) == ("A & B", [1, 3], [1])
    assert not second.hidden_rows
    assert (first.is_hidden, second.is_hidden) == (False, True)


def test_a_plain_sheet_says_nothing(tmp_path: Path) -> None:
    grid = read(write_xlsx(tmp_path / "x.xlsx", {"A": [["TPS", 1, Percent(0.5)]]}).read_bytes())
    assert not any((grid.formulas, grid.uncalculated, grid.hidden_rows, grid.hidden_columns, grid.stale, grid.merges))
    assert grid.percents == {(0, 2)}


def test_an_ods_says_the_same() -> None:
    cell = '<table:table-cell {} office:value-type="{}" office:value="{}"><text:p>{}</text:p></table:table-cell>'
    error = 'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"'
    grid = read(
        ods(
            '<table:table-column/><table:table-column table:visibility="collapse"/>'
            "<table:table-row>"
            + cell.format('table:formula="of:=[.A2]+[.$B$2]"', "float", 9, 9)
            + cell.format("", "percentage", 0.25, "25%")
            + "</table:table-row>"
            '<table:table-row table:visibility="filter">'
            + cell.format('table:number-rows-spanned="2" table:number-columns-spanned="1"', "float", 3, 3)
            + '<table:table-cell table:formula="of:=SUM([.A1:.A2];[.A9])"/>'
            + f"<table:table-cell {error}><text:p>#DIV/0!</text:p></table:table-cell>"
            "</table:table-row>"
        ),
        "x.ods",
    )
    assert grid.formulas == {(0, 0): "A2+$B$2", (1, 1): "SUM(A1:A2;A9)", (1, 2): "1/0"}
    assert grid.uncalculated == {(1, 1)}
    assert grid.percents == {(0, 1)}
    assert (*grid.hidden_rows, *grid.hidden_columns) == (1, 1)
    assert list(grid.merges) == [((1, 0), (2, 0))]
    assert grid.value(1, 2) == "#DIV/0!"


def test_an_xlsb_is_read_with_shared_texts_numbers_results_and_errors() -> None:
    rows: Rows = [
        [Shared(0), Shared(1), "langsung"],
        [Small(5), 2.5, Result(60869)],
        [True, Error(0x17), None],
        [None, 7],
    ]
    grid = read(xlsb({"Kec. A & B": rows}, ["TPS", "DPT"], hidden_row=3), "x.xlsb")
    assert grid.sheet == "Kec. A & B"
    assert [list(row) for row in grid.rows] == [
        ["TPS", "DPT", "langsung"],
        [5, 2.5, 60869],
        [True, "#REF!", ""],
        ["", 7, ""],
    ]
    assert grid.hidden_rows == {3}


def test_an_xls_tells_errors_percentages_and_what_is_hidden() -> None:
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    sheet = book.add_sheet("Stok")
    sheet.write(0, 0, 0.25, xlwt.easyxf(num_format_str="0%"))
    for column, number in enumerate((1, 2, 3)):
        sheet.write(1, column, number)
    sheet.row(1).set_cell_error(3, "#REF!")
    sheet.row(1).hidden = True
    sheet.col(2).hidden = True
    book.add_sheet("Lama").visibility = 1
    content = io.BytesIO()
    book.save(content)
    first, second = workbook.read(content.getvalue(), "x.xls")
    assert (*first.percents, *first.hidden_rows, *first.hidden_columns) == ((0, 0), 1, 2)
    assert first.value(1, 3) == "#REF!"
    assert (first.is_hidden, second.is_hidden) == (False, True)


def test_an_empty_text_is_a_result() -> None:
    grid = written('<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c><c r="B1"><f>C1</f><v></v></c></row>')
    assert grid.uncalculated == {(0, 1)}


def test_parts_may_be_linked_from_the_root_of_the_archive() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "=1+1"
    content = io.BytesIO()
    book.save(content)
    assert read(content.getvalue()).formulas == {(0, 0): "1+1"}
