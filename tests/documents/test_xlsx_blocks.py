"""Every block on a sheet: what may stand in a cell, what is a sum and what is not, and that nothing is lost."""

from dataclasses import replace

import pytest

from logistik.documents import as_xlsx
from logistik.documents.blocks import (
    ORDINALS,
    Block,
    Cell,
    Column,
    Content,
    Facts,
    Head,
    Heading,
    Kind,
    Line,
    Notice,
    Numbered,
    Paper,
    Paragraph,
    Remarks,
    Right,
    Seal,
    Signatures,
    Sum,
    Table,
)
from logistik.documents.workbook.texts import CUT, LONGEST
from tests.documents.xlsx_cases import cells_of, document, opened, row_that_begins, sheet_of, sums_of

NAME = Column(("Wilayah",), Kind.TEXT)
SHEETS = Column(("Lembar",))


def table(*rows: tuple[str, Cell, int], total: Cell = "") -> Table:
    lines = tuple(Line((name, value), level) for name, value, level in rows)
    return Table((NAME, SHEETS), lines, ("Jumlah", total) if total != "" else None, "Uji")


def everywhere(text: str) -> list[Content]:
    """A text in every place that a document has for one."""
    return [
        Head((text, text)),
        Heading(text, 1),
        Heading(text),
        Right((text,)),
        Facts(((text, text),)),
        Block((text,)),
        Paragraph(text),
        Notice(text),
        Numbered(text, (text,)),
        Table((Column((text,), Kind.TEXT), Column((text,), Kind.PLACE)), (Line((text, text)),), (text, text)),
        Sum(((text, 1),), (text, 1)),
        Remarks(text),
        Seal((text,), "x", text),
        Signatures(((text, text), (text, text))),
    ]


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A1", "+1+1", "-2", "@x", "{=1}", "http://x.id", "007"])
def test_text_stays_text(text: str) -> None:
    page = sheet_of(*everywhere(text), title=text, footer=text)
    found = [cell for cell in cells_of(page) if text in str(cell.value)]
    assert len(found) >= 20
    assert {cell.data_type for cell in found} == {"s"}
    assert not [cell for cell in cells_of(page) if cell.hyperlink]
    assert all(cell.value.startswith("=SUM(") for cell in cells_of(page) if cell.data_type == "f")


def test_text_that_no_cell_could_hold_does_not_stop_the_workbook() -> None:
    text = "a\x00\x1b[31m\ud800\ufffe _x0041_ &P" + "kata " * 10_000
    content = as_xlsx.render(document(*everywhere(text), title=text, footer=text))
    texts = [str(cell.value) for cell in cells_of(opened(content).worksheets[0])]
    assert not [each for each in texts if "\x00" in each or "\x1b" in each]
    assert any("a··[31m·· _x0041_ &P" in each for each in texts)
    assert max(map(len, texts)) <= LONGEST
    assert sum(CUT[-20:] in each.replace("\n", " ") for each in texts) >= 10, "shortened without a word"


def test_rows_are_as_high_as_excel_allows_and_long_text_goes_on_below() -> None:
    text = " ".join(f"kata{at}" for at in range(2000))
    page = sheet_of(Paragraph(text), Table((NAME, SHEETS), (Line((text, 7)), Line(("akhir", 8))), ("Jumlah", 15)))
    assert max(each.height or 0 for each in page.row_dimensions.values()) <= 409
    told = " ".join(str(cell.value) for cell in cells_of(page)).split()
    assert told.count("kata1999") == 2
    assert row_that_begins(page, "Jumlah")[1].startswith("=SUM(B")
    assert [each.kept for each in sums_of(as_xlsx.render(document(table(("a", 7, 0), total=7))))] == [7]


def test_the_number_of_a_part_is_on_one_line() -> None:
    rows = [Line(("", "Mawar", 10)), *(Line((str(at), f"TPS {at}", 1), 1) for at in range(1, 11))]
    page = sheet_of(Table((ORDINALS, NAME, SHEETS), tuple(rows)))
    assert len({page.row_dimensions[at].height for at in range(2, 13)}) == 1


def test_a_total_is_the_sum_of_its_rows() -> None:
    page = sheet_of(table(("a", 1, 0), ("b", 2, 0), total=3))
    assert row_that_begins(page, "Jumlah") == ["Jumlah", "=SUM(B2:B3)"]


def test_a_total_of_rows_with_parts_adds_the_rows_and_not_their_parts() -> None:
    rows = (("a", 3, 0), ("a1", 1, 1), ("a2", 2, 1), ("b", 5, 0), ("b1", 5, 1))
    page = sheet_of(table(*rows, total=8))
    assert row_that_begins(page, "a") == ["a", "=SUM(B3:B4)"]
    assert row_that_begins(page, "b") == ["b", "=SUM(B6)"]
    assert row_that_begins(page, "Jumlah") == ["Jumlah", "=SUM(B2,B5)"]
    assert page.row_dimensions[3].outline_level == 1


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ((("a", 1, 0), ("b", 2, 0)), 4),
        ((("a", 1, 0), ("b", None, 0)), 1),
        ((("a", 3, 0), ("a1", None, 1)), 4),
        ((), 0),
    ],
)
def test_what_does_not_add_up_is_a_plain_value(rows: tuple[tuple[str, Cell, int], ...], total: int) -> None:
    page = sheet_of(table(*rows, total=total))
    assert [cell.value for cell in cells_of(page) if cell.data_type == "f"] == []
    assert row_that_begins(page, "Jumlah")[1] == total


def test_unknown_is_a_dash_and_blank_is_blank_and_neither_is_zero() -> None:
    page = sheet_of(table(("a", None, 0), ("b", "", 0), ("c", 0, 0), total=None))
    assert [row_that_begins(page, name)[1:] for name in "abc"] == [["–"], [], [0]]
    assert row_that_begins(page, "Jumlah")[1] == "–"


def test_a_number_that_a_spreadsheet_would_round_stays_what_it_is() -> None:
    page = sheet_of(table(("a", 12345678901234567, 0)))
    assert row_that_begins(page, "a")[1] == "12345678901234567"


def test_numbers_are_numbers_with_separators() -> None:
    page = sheet_of(table(("a", 534475, 0)))
    cell = next(cell for cell in cells_of(page) if cell.value == 534475)
    assert (cell.number_format, cell.data_type) == ("#,##0", "n")


def test_the_steps_of_a_bridge_are_numbers_and_its_result_their_sum() -> None:
    steps = (("Dasar", 100), ("dikurangi baik", -98))
    (added,) = sums_of(as_xlsx.render(document(Sum(steps, ("Permintaan", 2)))))
    assert (added.kept, added.comes_to) == (2, 2)
    assert list(sums_of(as_xlsx.render(document(Sum(steps, ("Permintaan", 3)))))) == []


def test_no_row_of_a_long_table_is_lost() -> None:
    rows = tuple((f"Wilayah {at}", at, 0) for at in range(300))
    content = as_xlsx.render(document(Heading("Daftar", 1), table(*rows, total=sum(range(300)))))
    page = opened(content, values=True).worksheets[0]
    assert [row_that_begins(page, name)[1] for name, _, _ in rows] == list(range(300))
    assert row_that_begins(page, "Jumlah")[1] == 44850
    assert (page.freeze_panes, page.print_title_rows) == ("A4", "$3:$3")


def test_many_rows_with_parts_are_added_in_several_sums() -> None:
    rows = [row for at in range(400) for row in ((f"k{at}", 2, 0), (f"p{at}", 1, 1), (f"q{at}", 1, 1))]
    content = as_xlsx.render(document(table(*rows, total=800)))
    added = list(sums_of(content))
    assert len(added) == 401
    assert added[-1].kept == added[-1].comes_to == 800
    assert "+SUM(" in added[-1].formula


def test_tables_of_other_shapes_share_a_sheet_without_overlapping() -> None:
    columns = tuple(Column((f"Kolom {at}",), Kind.NUMBER if at else Kind.TEXT) for at in range(7))
    wide = Table(columns, tuple(Line((f"r{at}", 1, 2, 3, 4, 5, 6)) for at in range(9)), ("J", 9, 18, 27, 36, 45, 54))
    files = Table(
        (Column(("Berkas",), Kind.TEXT), Column(("Bita",)), Column(("SHA-256",), Kind.PLACE)),
        (Line(("gudang.xlsx", 10_423, "ab" * 32)),),
    )
    content = as_xlsx.render(document(table(("a", 1, 0), total=1), files, wide, Facts((("Hash audit", "cd" * 32),))))
    assert all(each.kept == each.comes_to for each in sums_of(content))
    page = opened(content, values=True).worksheets[0]
    assert row_that_begins(page, "r8") == ["r8", 1, 2, 3, 4, 5, 6]
    assert row_that_begins(page, "gudang.xlsx") == ["gudang.xlsx", 10_423, "ab" * 32]
    areas = [area.bounds for area in page.merged_cells.ranges]
    assert len({(row, column) for first, row, last, _ in areas for column in range(first, last + 1)}) == sum(
        last - first + 1 for first, _, last, _ in areas
    )


def test_a_draft_says_so_on_every_sheet_and_every_page() -> None:
    page = sheet_of(Paragraph("x"), draft=True)
    assert page["A1"].value == "DRAF"
    assert page.oddHeader.center.text == "DRAF"
    assert page.freeze_panes == "A2"
    final = sheet_of(Paragraph("x"))
    assert not final.oddHeader.center.text
    assert "DRAF" not in [cell.value for cell in cells_of(final)]


def test_the_foot_of_a_page_is_text_also_where_it_begins_with_a_figure() -> None:
    page = sheet_of(Paragraph("x"), footer="13 November & kode &P")
    assert page.oddFooter.left.text.strip() == "13 November && kode &&P"
    assert page.oddFooter.left.size == 8


def test_folio_is_the_paper_nearest_to_f4() -> None:
    content = as_xlsx.render(replace(document(Paragraph("x")), paper=Paper.F4))
    assert opened(content).worksheets[0].page_setup.paperSize == 14


def test_sheets_with_names_that_excel_refuses_get_others() -> None:
    parts = document(Paragraph("x")).parts
    same = tuple(replace(parts[0], title=title) for title in ("A/B:[?]*", "a-b-----", "'" * 3, "n" * 40, "N" * 40))
    book = opened(as_xlsx.render(replace(document(), parts=same)))
    assert book.sheetnames == ["A-B-----", "a-b----- (2)", "Bagian", "n" * 31, "N" * 27 + " (2)"]


def test_signatures_stand_side_by_side_and_the_box_is_open() -> None:
    people = (("Yang menyerahkan", "A"), ("Yang menerima", "B"), ("Saksi", "C"), ("Saksi", "D"))
    page = sheet_of(Remarks("Catatan", height=4), Signatures(people))
    rows = [[value for value in row if value] for row in page.iter_rows(values_only=True)]
    assert ["Yang menyerahkan,", "Yang menerima,"] in rows
    assert ["A", "B"] in rows
    assert ["C", "D"] in rows
    assert all(page.cell(row, 1).border.left.style for row in range(1, 6))


def test_a_sheet_without_a_table_or_with_one_column_has_room_for_labels() -> None:
    one = Table((Column(("Catatan",), Kind.TEXT),), (Line(("x" * 200,)),))
    for blocks in ((), (one,)):
        page = sheet_of(*blocks, Facts((("Nomor", "1"),)), Sum((("Dasar", 1),), ("Permintaan", 1)))
        assert row_that_begins(page, "Nomor") == ["Nomor", "1"]
        assert row_that_begins(page, "Dasar") == ["Dasar", 1]


def test_tables_with_the_same_columns_stand_in_the_same_columns() -> None:
    page = sheet_of(table(("a", 1, 0), total=1), table(("x" * 30, 2, 0), ("c", 534475, 0), total=534477))
    places = [cell.column for cell in cells_of(page) if cell.value == "Lembar"]
    assert len(places) == 2
    assert len(set(places)) == 1
