"""The templates in a spreadsheet program: what may be typed where, what is locked, what is offered."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from logistik.core.rules import Rate
from logistik.ingest.book import recognise
from logistik.ingest.columns import Vocabulary
from logistik.readers.workbook import read
from logistik.render.templates import cartons, packing, roll, stock
from logistik.render.templates.cartons import Cartons
from logistik.render.templates.packing import Box, Packing
from logistik.render.templates.stock import Warehouse
from logistik.settings import rulesets

KELURAHAN = (("Utara", "Mawar"), ("Utara", "Melati"), ("Selatan", "Mawar"))
PILKADA = Warehouse("KPU Contoh", ("gubernur", "walikota"), ("walikota",), ("SOBEK", "KUSUT", "LAIN"), KELURAHAN)
BOXES = (Box("Utara", "Mawar", "001", 400, 10), Box("Utara", "Melati", "002", None, None))
TWO = ("gubernur", "walikota")
HALF = Rate(25, 1000)


def opened(content: bytes) -> Workbook:
    """The workbook as openpyxl sees it."""
    return load_workbook(BytesIO(content))


@pytest.fixture(scope="module")
def warehouse() -> Workbook:
    return opened(stock.render(PILKADA))


@pytest.fixture(scope="module")
def voters() -> Workbook:
    return opened(roll.render("KPU Contoh", 20, 600))


@pytest.fixture(scope="module")
def boxes() -> Workbook:
    return opened(packing.render(Packing("KPU Contoh", TWO, BOXES, 20, HALF)))


@pytest.fixture(scope="module")
def delivery() -> Workbook:
    return opened(cartons.render(Cartons("KPU Contoh", TWO, ("Utara", "Selatan"), 30)))


def rules_of(sheet: Worksheet, cell: str) -> list[Any]:
    """The data validations that hold in a cell."""
    return [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]


def offered(book: Workbook, source: str) -> list[object]:
    """The words of a drop-down that names an area of another sheet."""
    sheet, area = re.fullmatch(r"=?'?([^'!]+)'?!([$A-Z0-9:]+)", source).groups()  # type: ignore[union-attr]
    return [cell.value for row in book[sheet][area.replace("$", "")] for cell in row]


def inputs(sheet: Worksheet) -> Iterator[Any]:
    """The cells that may be changed."""
    return (cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked)


def test_the_sheets_are_protected_without_a_password(
    warehouse: Workbook, voters: Workbook, boxes: Workbook, delivery: Workbook
) -> None:
    for sheet in (*warehouse, *voters, *boxes, *delivery):
        assert sheet.protection.sheet
        assert not sheet.protection.password


@pytest.mark.parametrize(
    ("sheet", "header", "open_columns"),
    [("Rekap", 4, "ABCDEFGIJK"), ("Per Wilayah", 4, "DEFHIJ"), ("Rincian Kerusakan", 4, "ABCDEFG")],
)
def test_only_input_cells_of_the_warehouse_can_be_changed(
    sheet: str, header: int, open_columns: str, warehouse: Workbook
) -> None:
    cells = list(inputs(warehouse[sheet]))
    assert {cell.column_letter for cell in cells} == set(open_columns)
    assert min(cell.row for cell in cells) == header + 1
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_only_input_cells_of_the_roll_can_be_changed(voters: Workbook) -> None:
    cells = list(inputs(voters["DPT"]))
    assert {cell.column_letter for cell in cells} == set("ABCDE")
    assert {cell.row for cell in cells} == set(range(6, 26))


def test_only_what_is_packed_can_be_changed_where_the_tps_are_known(boxes: Workbook) -> None:
    cells = list(inputs(boxes["Pengesetan"]))
    assert {cell.column_letter for cell in cells} == set("GHIKLM")
    assert {cell.row for cell in cells} == {6, 7}


def test_without_a_roll_the_tps_and_their_voters_are_typed() -> None:
    blank = opened(packing.render(Packing("KPU", TWO, (), 20, HALF)))["Pengesetan"]
    assert {cell.column_letter for cell in inputs(blank)} == set("ABCDGHIKLM")
    assert blank["E6"].value == '=IF($D6="","",INT(($D6*25+999)/1000))'
    assert blank["F6"].value == '=IF($D6="","",$D6+$E6)'


def test_all_of_a_carton_but_its_check_is_typed(delivery: Workbook) -> None:
    cells = list(inputs(delivery["Koli"]))
    assert {cell.column_letter for cell in cells} == set("ABCDEFGI")
    assert {cell.row for cell in cells} == set(range(6, 36))


@pytest.mark.parametrize(("sheet", "pane"), [("Rekap", "C5"), ("Per Wilayah", "D5"), ("Rincian Kerusakan", "A5")])
def test_the_header_stays_in_view_and_can_filter(sheet: str, pane: str, warehouse: Workbook) -> None:
    assert warehouse[sheet].freeze_panes == pane
    assert warehouse[sheet].auto_filter.ref.startswith("A4:")
    assert warehouse[sheet].print_title_rows == "$4:$4"
    assert (warehouse[sheet].page_setup.paperSize, warehouse[sheet].page_setup.fitToHeight) == (9, 0)


@pytest.mark.parametrize(
    ("sheet", "cell", "least"),
    [("Rekap", "E5", 0), ("Rekap", "K8", 0), ("Per Wilayah", "D5", 0), ("Rincian Kerusakan", "G5", 1)],
)
def test_a_count_must_be_a_whole_number(sheet: str, cell: str, least: int, warehouse: Workbook) -> None:
    (rule,) = rules_of(warehouse[sheet], cell)
    assert (rule.type, rule.operator, rule.formula1) == ("whole", "greaterThanOrEqual", str(least))
    assert rule.error == f"Isi bilangan bulat, paling kecil {least}, tanpa titik, koma, atau satuan."


def test_the_roll_takes_whole_numbers_only(voters: Workbook) -> None:
    least = {cell: rules_of(voters["DPT"], cell)[0].formula1 for cell in ("C6", "D6", "E25")}
    assert least == {"C6": "1", "D6": "0", "E25": "0"}


@pytest.mark.parametrize(
    ("sheet", "cell", "words"),
    [
        ("Rekap", "A5", ["Gubernur", "Wali Kota"]),
        ("Rekap", "B5", ["Pemilihan", "PSU"]),
        ("Rincian Kerusakan", "B5", ["Gubernur", "Wali Kota"]),
        ("Rincian Kerusakan", "C504", ["Pemilihan", "PSU"]),
        ("Rincian Kerusakan", "D5", ["Utara", "Selatan"]),
        ("Rincian Kerusakan", "F5", ["SOBEK", "KUSUT", "LAIN"]),
    ],
)
def test_words_that_are_known_are_offered(sheet: str, cell: str, words: list[str], warehouse: Workbook) -> None:
    (rule,) = rules_of(warehouse[sheet], cell)
    assert rule.type == "list"
    assert offered(warehouse, rule.formula1) == words


def test_what_is_known_of_boxes_and_cartons_is_offered(boxes: Workbook, delivery: Workbook) -> None:
    assert [rule.formula1 for rule in rules_of(boxes["Pengesetan"], "I6")] == ['"Ya,Belum"']
    for cell, least in (("G6", "0"), ("L7", "0")):
        assert [(rule.type, rule.formula1) for rule in rules_of(boxes["Pengesetan"], cell)] == [("whole", least)]
    for cell, words in {
        "B6": ["Gubernur", "Wali Kota"],
        "C6": ["Pemilihan", "PSU"],
        "F6": ["Baik", "Basah", "Terbuka", "Segel rusak"],
        "G35": ["Utara", "Selatan"],
    }.items():
        (rule,) = rules_of(delivery["Koli"], cell)
        assert offered(delivery, rule.formula1) == words
    assert [(rule.type, rule.formula1) for rule in rules_of(delivery["Koli"], "D6")] == [("whole", "1")]


def test_a_box_that_does_not_hold_turns_red_for_its_election_alone(boxes: Workbook) -> None:
    marked = {str(each.sqref): each.rules[0].formula for each in boxes["Pengesetan"].conditional_formatting}
    assert set(marked) == {"G6:J7", "K6:N7"}
    assert marked["G6:J7"] == ['AND($J6<>"",$J6<>"cocok",$J6<>"masuk")']


def test_a_carton_that_was_not_counted_yet_is_not_red(delivery: Workbook) -> None:
    ((area, (rule,)),) = [(each.sqref, each.rules) for each in delivery["Koli"].conditional_formatting]
    assert str(area) == "A6:I35"
    assert rule.formula == ['AND($H6<>"",$H6<>"cocok",$H6<>"belum dihitung")']


def test_the_kelurahan_offered_are_those_of_the_kecamatan_in_the_row(warehouse: Workbook) -> None:
    (rule,) = rules_of(warehouse["Rincian Kerusakan"], "E5")
    assert "MATCH($D5,Daftar!$E:$E,0)" in rule.formula1
    assert len(rule.formula1) <= 255
    pairs = [(row[4].value, row[5].value) for row in warehouse["Daftar"].iter_rows(min_row=4, max_row=6)]
    assert pairs == list(KELURAHAN)


def test_without_a_roll_regions_are_typed(warehouse: Workbook) -> None:
    blank = opened(stock.render(PILKADA._replace(kelurahan=())))
    assert {cell.column_letter for cell in inputs(blank["Per Wilayah"])} == set("BCDEFHIJ")
    assert rules_of(blank["Rincian Kerusakan"], "D5") == []
    assert [cell.value for cell in blank["Daftar"][3]] == ["Jenis Pemilihan", "Peruntukan", "Kategori"]


def test_a_row_that_does_not_hold_turns_red(warehouse: Workbook, voters: Workbook) -> None:
    for sheet, check in ((warehouse["Rekap"], "$L5"), (warehouse["Per Wilayah"], "$K5"), (voters["DPT"], "$G6")):
        ((area, (rule,)),) = [(found.sqref, found.rules) for found in sheet.conditional_formatting]
        assert str(area).startswith("A")
        assert rule.formula == [f'AND({check}<>"",{check}<>"cocok",{check}<>"masuk")']


def test_every_election_and_kelurahan_has_its_row_and_every_election_its_sum(warehouse: Workbook) -> None:
    rows = [row[:3] for row in warehouse["Per Wilayah"].iter_rows(min_row=5, values_only=True)]
    assert rows == [
        *(("Gubernur", *place) for place in KELURAHAN),
        ("JUMLAH GUBERNUR", None, None),
        *(("Wali Kota", *place) for place in KELURAHAN),
        ("JUMLAH WALI KOTA", None, None),
    ]
    city = [row[:2] for row in warehouse["Rekap"].iter_rows(min_row=5, max_row=8, values_only=True)]
    assert city == [("Gubernur", "Pemilihan"), ("Wali Kota", "Pemilihan"), ("Wali Kota", "PSU"), (None, None)]


@pytest.mark.parametrize("ruleset", rulesets.names())
def test_our_reader_knows_every_column_and_finds_no_number(ruleset: str) -> None:
    rules = rulesets.load(ruleset).ruleset
    elections = tuple(rules.elections)
    made = stock.render(Warehouse("KPU", elections, elections, rules.damage_categories.value, KELURAHAN))
    found = recognise(read(made, "gudang.xlsx"), Vocabulary.of({}, rules.damage_categories.value))
    assert [table.grid.sheet for _, table in found.tables] == ["Rekap", "Per Wilayah"]
    assert [report.sheet for report in found.reports if report.is_aside] == ["Petunjuk", "Rincian Kerusakan", "Daftar"]
    for _, table in found.tables:
        assert [column.header for column in table.header.columns if column.key is None] == ["Periksa"]
        assert table.header.doubled() == []
        assert len(table.header.keys()) == len(table.header.columns) - 1
        assert not [value for row in table.grid.rows for value in row if not isinstance(value, str)]


def test_our_reader_knows_the_roll() -> None:
    found = recognise(read(roll.render("KPU", 20, 600), "dpt.xlsx"), Vocabulary.of({}))
    ((role, table),) = found.tables
    assert (role, table.header.rows) == ("dpt", (4,))
    assert [report.sheet for report in found.reports if report.is_aside] == ["Petunjuk"]


@pytest.mark.parametrize("ruleset", rulesets.names())
@pytest.mark.parametrize("known", [BOXES, ()], ids=["boxes known", "boxes to be typed"])
def test_our_reader_knows_every_column_of_boxes_and_cartons(ruleset: str, known: tuple[Box, ...]) -> None:
    elections = tuple(rulesets.load(ruleset).ruleset.elections)
    for content, role, beside in (
        (packing.render(Packing("KPU", elections, known, 20, HALF)), "packing", 1 + len(elections)),
        (cartons.render(Cartons("KPU", elections, (), 20)), "cartons", 1),
    ):
        found = recognise(read(content, "buku.xlsx"), Vocabulary.of({}))
        ((named, table),) = found.tables
        assert (named, table.header.rows, table.header.doubled()) == (role, (4,), [])
        assert len([column for column in table.header.columns if column.key is None]) == beside
        packed = {column.key.election for column in table.header.columns if column.key and column.key.name == "packed"}
        assert packed == (set(elections) if role == "packing" else set())
        assert all(report.is_aside for report in found.reports if report.role is None)


def test_text_of_the_roll_and_the_rules_is_never_a_formula() -> None:
    made = opened(stock.render(PILKADA._replace(kelurahan=(("=1+1", "@A1"),), categories=("+1", "=2", "LAIN"))))
    for sheet, cell, text in (("Per Wilayah", "B5", "=1+1"), ("Per Wilayah", "C5", "@A1"), ("Daftar", "C5", "=2")):
        assert (made[sheet][cell].value, made[sheet][cell].data_type) == (text, "s")
    assert made["Rekap"]["N4"].data_type == "s"


def test_the_instructions_name_the_limit_and_the_command(voters: Workbook, warehouse: Workbook) -> None:
    for book, said in ((voters, "TPS di atas 600 pemilih"), (warehouse, "logistik audit gudang.xlsx")):
        assert any(said in str(row[0]) for row in book["Petunjuk"].iter_rows(values_only=True))
