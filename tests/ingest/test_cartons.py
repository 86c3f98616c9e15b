"""Lists of cartons as people type them: where election and stock stand, what numbers and conditions mean."""

import pytest

from logistik.core.vocabulary import Role, Stock
from logistik.ingest.carton_conditions import Condition, condition_of
from logistik.ingest.carton_numbers import is_number, serials
from logistik.ingest.carton_ranges import with_ranges
from logistik.ingest.cartons import carton_counts, read_cartons
from logistik.ingest.placing import CartonEntry
from logistik.ingest.records import CartonRow, CartonSheet
from tests.ingest.sheets import grid, table, tables

Read = tuple[str, str, int | None, int | None]


def read(drawn: str, *merges: str, sheet: str = "Lembar") -> CartonSheet:
    """All the cartons of a sheet."""
    found = CartonSheet()
    for each in tables(drawn, *merges, sheet=sheet):
        assert each.header.role is Role.CARTONS
        part = read_cartons(each)
        found.rows += part.rows
        found.totals += part.totals
        found.troubles += part.troubles
    return found


def said(sheet: CartonSheet) -> list[Read]:
    """Number, election with a `*` for a revote, label and count of each row."""
    return [
        (row.number, f"{row.election}{'*' if row.stock is Stock.REVOTE else ''}", row.noted, row.received)
        for row in sheet.rows
    ]


BOTH = [("1", "gubernur", 2000, 1990), ("2", "gubernur", 475, 475), ("1", "walikota", 2000, 2000)]
LAYOUTS = {
    "an election in each row": (
        """
        No. Koli | Jenis Pemilihan | Isi Label | Hasil Hitung
        1        | Gubernur        | 2000      | 1990
        2        | Gubernur        | 475       | 475
        1        | Wali Kota       | 2000      | 2000
        """, []),
    "short heads, the unit in the cell, an election for the rows below it": (
        """
        DAFTAR KOLI SURAT SUARA

        No Koli | Jenis    | Isi       | Hasil Hitung | Ket
        1       | Pilgub   | 2.000 lbr | "1.990"      | rak 1
        2       |          | 475 lbr   | 475          |
        1       | Pilwali  | "2.000"   | 2000         |
        """, []),
    "an election in merged cells": (
        """
        Nomor Dus | Pemilihan | Isi Dus | Isi Hitung
        1         | Gubernur  | 2000    | 1990
        2         |           | 475     | 475
        1         | Wali Kota | 2000    | 2000
        """, ["B2:B3"]),
    "a column called only Koli": (
        """
        Koli | Jenis     | Isi  | Hasil Hitung
        1    | Gubernur  | 2000 | 1990
        2    | Gubernur  | 475  | 475
        1    | Wali Kota | 2000 | 2000
        """, []),
    "a list under each other for each election": (
        """
        PEMILIHAN GUBERNUR
        No Koli | Isi Label | Hasil Hitung
        1       | 2000      | 1990
        2       | 475       | 475
        Jumlah  | 2475      | 2465

        PEMILIHAN WALI KOTA
        No Koli | Isi Label | Hasil Hitung
        1       | 2000      | 2000
        """, []),
    "totals by word and by their figures alone": (
        """
        No Koli | Jenis     | Isi  | Hasil Hitung
        1       | Gubernur  | 2000 | 1990
        2       | Gubernur  | 475  | 475
                |           | 2475 | 2465
        1       | Wali Kota | 2000 | 2000
        JUMLAH  |           | 4475 | 4465
        """, []),
    "a form that is numbered further than it is filled in, notes and signatures below": (
        """
        No Koli | Jenis     | Isi  | Hasil Hitung | Keterangan
        1       | Gubernur  | 2000 | 1990         |
        2       |           | 475  | 475          |
        1       | Wali Kota | 2000 | 2000         |
        2       |           |      |              |
        3       |           |      |              |
        Catatan: 1 koli basah tidak dihitung |  |  |  |
        Balikpapan, 13 November 2024 |  |  |  |
        Ketua KPPS 1 |  |  |  |
        """, []),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_cartons(layout: str) -> None:
    drawn, merges = LAYOUTS[layout]
    found = read(drawn, *merges)
    assert said(found) == BOTH
    assert found.troubles == []
    assert all(not total.differences for total in found.totals)


SIDE_BY_SIDE = {
    "lists beside each other under group heads": """
        GUBERNUR |           |              | WALI KOTA |           |
        No Koli  | Isi Label | Hasil Hitung | No Koli   | Isi Label | Hasil Hitung
        1        | 2000      | 1990         | 1         | 2000      | 2000
        2        | 475       | 475          |           |           |
        """,
    "one column of numbers for both elections": """
        No Koli  | Gubernur  |              | Wali Kota |
                 | Isi Label | Hasil Hitung | Isi Label | Hasil Hitung
        1        | 2000      | 1990         | 2000      | 2000
        2        | 475       | 475          |           |
        """,
}


@pytest.mark.parametrize("drawn", SIDE_BY_SIDE.values(), ids=SIDE_BY_SIDE)
def test_elections_side_by_side_are_read_both(drawn: str) -> None:
    found = read(drawn)
    assert said(found) == BOTH
    cells = [row.at("noted").cell for row in found.rows]
    assert [cell[1:] for cell in cells if cell] == ["3", "4", "3"]
    assert len({cell[0] for cell in cells if cell}) == 2


def test_every_column_that_is_added_up_is_known() -> None:
    assert carton_counts(table(SIDE_BY_SIDE["one column of numbers for both elections"])) == [1, 2, 3, 4]


def test_the_name_of_the_sheet_tells_the_election() -> None:
    drawn = """
        No Koli | Isi Label
        1       | 2000
        2       | 475
        """
    assert said(read(drawn, sheet="Gubernur")) == [("1", "gubernur", 2000, None), ("2", "gubernur", 475, None)]
    assert said(read(drawn, sheet="PSU Walikota")) == [("1", "walikota*", 2000, None), ("2", "walikota*", 475, None)]
    assert said(read(drawn)) == [("1", "None", 2000, None), ("2", "None", 475, None)]


REVOTE = {
    "in the number": ("PSU-1", "Wali Kota", ""),
    "after the number": ("269 (PSU)", "", ""),
    "in the election": ("1", "PSU Wali Kota", ""),
    "as the election": ("1", "PSU", ""),
    "among the remarks": ("269", "", "PSU, jangan dibuka"),
}


@pytest.mark.parametrize("place", REVOTE)
def test_a_carton_for_a_revote_says_so_anywhere(place: str) -> None:
    number, election, remark = REVOTE[place]
    found = read(f"""
        No Koli  | Jenis      | Isi  | Ket
        1        | Wali Kota  | 2000 |
        {number} | {election} | 2000 | {remark}
        """)
    assert said(found) == [("1", "walikota", 2000, None), (number, "walikota*", 2000, None)]


def test_a_carton_for_a_revote_of_no_election_is_not_guessed_among_several() -> None:
    found = read("""
        No Koli | Jenis     | Isi
        1       | Gubernur  | 2000
        1       | Wali Kota | 2000
        1       | PSU       | 2000
        """)
    assert said(found)[-1] == ("1", "None*", 2000, None)


def test_a_label_that_cannot_be_read_is_unknown_and_told() -> None:
    found = read("""
        No Koli | Jenis    | Isi Label | Hasil Hitung
        1       | Gubernur | dua ribu  | 2000
        2       | Gubernur |           |
        3       | Gubernur | 2000      | -5
        """)
    assert said(found) == [
        ("1", "gubernur", None, 2000),
        ("2", "gubernur", None, None),
        ("3", "gubernur", 2000, None),
    ]
    assert [trouble.location.cell for trouble in found.troubles] == ["C2", "D4"]


def test_a_total_that_is_not_the_sum_is_told() -> None:
    (total,) = read("""
        No Koli | Jenis    | Isi Label
        1       | Gubernur | 2000
        2       | Gubernur | 475
        Jumlah  |          | 2745
        """).totals
    assert [(each.stated, each.expected) for each in total.differences] == [(2745, 2475)]


def test_remarks_tell_the_condition_only_where_something_is_wrong() -> None:
    found = read("""
        No Koli | Jenis    | Isi  | Ket
        1       | Gubernur | 2000 | rak 3
        2       | Gubernur | 2000 | dus sobek
        """)
    assert [row.condition for row in found.rows] == ["", "dus sobek"]


def test_a_count_of_cartons_is_not_their_numbers() -> None:
    drawn = """
        Kecamatan | Jenis    | Koli | Diterima
        Timur     | Gubernur | 32   | 62444
        Utara     | Gubernur | 36   | 70500
        """
    assert [each.header.role for each in tables(drawn)] == [Role.STOCK]


def test_numbers_that_go_on_far_above_the_rows_are_numbers() -> None:
    rows = "\n".join(f"{n} | Gubernur | 2000" for n in range(537, 560))
    assert len(read(f"Koli | Jenis | Isi\n{rows}").rows) == 23


NUMBERS = [
    (["12", "0012", "Koli 12", "No. 12", "koli ke-12"], ["12"] * 5),
    (["G-012", "GUB 12", "12A", "WK/012"], ["g 12", "gub 12", "a 12", "wk 12"]),
    (["1 s/d 267", "268 s.d. 270", "271 sd 272", "273 sampai 274"], ["1-267", "268-270", "271-272", "273-274"]),
    (["G-001 s/d G-267"], ["g 1-267"]),
    (["267 s/d 1"], ["1-267"]),
    (["001/268", "002/268"], ["1 of 268", "2 of 268"]),
    (["5 dari 10"], ["5 of 10"]),
    (["1-267", "268"], ["1-267", "268"]),
    (["1-3", "2-3", "3-3"], ["1 of 3", "2 of 3", "3 of 3"]),
    (["01-012", "01-013"], ["1 12", "1 13"]),
    (["2024/012", "2024/013"], ["2024 12", "2024 13"]),
    (["PSU", "", "basah", "Balikpapan, 13 November 2024", "s/d"], [None] * 5),
]


@pytest.mark.parametrize(("texts", "meant"), NUMBERS, ids=[" ".join(texts)[:30] for texts, _ in NUMBERS])
def test_numbers_as_people_write_them(texts: list[str], meant: list[str | None]) -> None:
    found = [
        each
        and " ".join(
            filter(
                None,
                (
                    each.series,
                    str(each.first) if each.first == each.last else f"{each.first}-{each.last}",
                    f"of {each.of}" if each.of else "",
                ),
            )
        )
        for each in serials(texts)
    ]
    assert found == meant


@pytest.mark.parametrize(("text", "expected"), [("12", True), ("PSU-1", True), ("Ketua KPPS 1", False), ("", False)])
def test_a_row_with_nothing_else_needs_a_plain_number(text: str, *, expected: bool) -> None:
    assert is_number(text) is expected


CONDITIONS = {
    Condition.SOUND: (
        "", "-", "✓", "Baik", "UTUH", "bagus", "kering", "tersegel", "segel utuh", "tidak basah", "tdk rusak",
        "tidak ada yang rusak", "belum dibuka", "sudah dibuka untuk disortir", "Baik, di gudang 2", "ok",
    ),
    Condition.OPENED: (
        "terbuka", "Dibuka", "segel rusak", "segel putus", "tidak tersegel", "tanpa segel", "tidak ada segel",
    ),
    Condition.HARMED: (
        "basah", "Basah sedikit", "sobek", "robek di sudut", "rusak", "penyok", "kurang baik", "tidak utuh",
        "baik tapi agak lembap", "terbuka dan basah", "isi baik, dus sobek",
    ),
    Condition.UNCLEAR: ("dititip", "tidak", "?2"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), [(text, each) for each, texts in CONDITIONS.items() for text in texts])
def test_conditions_in_words(text: str, meant: Condition) -> None:
    assert condition_of(text) is meant


def _range(number: str, noted: int | None, received: int | None = None, election: str = "gubernur") -> CartonRow:
    cells = ["" if each is None else str(each) for each in (noted, received)]
    drawn = f"""
        No Koli  | Jenis      | Isi Label | Hasil Hitung
        {number} | {election} | {cells[0]} | {cells[1]}
        """
    entries = [CartonEntry(row, None) for row in read_cartons(table(grid(drawn))).rows]
    ((row, _),) = with_ranges(entries, {"gubernur": 2000})
    return row


@pytest.mark.parametrize(
    ("number", "typed", "meant"),
    [
        ("1 s/d 267", (2000, None), (534000, None, None)),
        ("1 s/d 267", (2000, 2000), (534000, 534000, None)),
        ("1 s/d 267", (2000, 533950), (534000, 533950, None)),
        ("1 s/d 268", (534475, 534210), (534475, 534210, None)),
        ("1 s/d 2", (2000, None), (4000, None, None)),
        ("1 s/d 2", (2475, None), (2475, None, None)),
        ("1 s/d 10", (5000, None), (None, None, 5000)),
        ("1 s/d 10", (2000, 1999), (20000, None, 1999)),
        ("12", (5000, 4999), (5000, 4999, None)),
    ],
)
def test_the_sheets_of_a_range_are_those_of_all_its_cartons_if_the_figures_prove_it(
    number: str, typed: tuple[int | None, int | None], meant: tuple[int | None, int | None, int | None]
) -> None:
    row = _range(number, *typed)
    assert (row.noted, row.received, row.unclear) == meant


def test_a_range_of_an_election_without_a_rule_proves_nothing() -> None:
    assert _range("1 s/d 10", 2000, election="bupati").unclear == 2000
