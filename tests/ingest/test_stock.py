"""The warehouse: long and wide, titles, the revote stock, regions filled down, and what every cell gave."""

import pytest

from logistik.core.counts import Absent, RawCount
from logistik.core.vocabulary import Stock
from logistik.ingest.numbers import Kind
from logistik.ingest.records import StockSheet
from tests.ingest.sheets import grid, stock, table

BLANK, UNREADABLE = Absent(is_blank=True), Absent(is_blank=False)


def read(found: StockSheet) -> list[tuple[object, ...]]:
    """Kecamatan, kelurahan, election with a `*` for a revote, received and good of each row."""
    return [
        (
            row.kecamatan,
            row.kelurahan,
            f"{row.election}{'*' if row.stock is Stock.REVOTE else ''}",
            row.figures.received,
            row.figures.good,
        )
        for row in found.rows
    ]


LAYOUTS = {
    "one row for each election": (
        """
        Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak
        Gubernur        | Timur     | 100      | 90   | 10
        Wali Kota       | Timur     | 101      | 91   | 10
        Gubernur        | Utara     | 200      | 190  | 10
        Wali Kota       | Utara     | 201      | 191  | 10
        """, []),
    "elections side by side under merged heads": (
        """
        Kecamatan | Gubernur |      |       | Wali Kota |      |
                  | Diterima | Baik | Rusak | Diterima  | Baik | Rusak
        Timur     | 100      | 90   | 10    | 101       | 91   | 10
        Utara     | 200      | 190  | 10    | 201       | 191  | 10
        """, ["B1:D1", "E1:G1"]),
    "elections side by side under bare heads": (
        """
        Kecamatan | Pilgub   |      | Pilwali  |
                  | Diterima | Baik | Diterima | Baik
        Timur     | 100      | 90   | 101      | 91
        Utara     | 200      | 190  | 201      | 191
        """, []),
    "elections in every header": (
        """
        Kecamatan | Diterima Gubernur | Baik Gubernur | Diterima Walikota | Baik Walikota
        Timur     | 100               | 90            | 101               | 91
        Utara     | 200               | 190           | 201               | 191
        """, []),
    "kecamatan in merged cells": (
        """
        Kecamatan | Jenis     | Diterima | Baik
        Timur     | Gubernur  | 100      | 90
                  | Wali Kota | 101      | 91
        Utara     | Gubernur  | 200      | 190
                  | Wali Kota | 201      | 191
        """, ["A2:A3", "A4:A5"]),
    "elections in merged cells": (
        """
        Jenis     | Kecamatan | Diterima | Baik
        Gubernur  | Timur     | 100      | 90
                  | Utara     | 200      | 190
        Wali Kota | Timur     | 101      | 91
                  | Utara     | 201      | 191
        """, ["A2:A3", "A4:A5"]),
    "usable defects side by side": (
        """
        Kecamatan | Gubernur |      |                   | Wali Kota |      |
                  | Diterima | Baik | Cacat Layak Pakai | Diterima  | Baik | Cacat Layak Pakai
        Timur     | 100      | 90   | 1                 | 101       | 91   | 1
        Utara     | 200      | 190  | 1                 | 201       | 191  | 1
        """, ["B1:D1", "E1:G1"]),
    "a block for each election, one below the other": (
        """
        SURAT SUARA GUBERNUR
        Kecamatan | Diterima | Baik
        Timur     | 100      | 90
        Utara     | 200      | 190

        SURAT SUARA WALI KOTA
        Kecamatan | Diterima | Baik
        Timur     | 101      | 91
        Utara     | 201      | 191
        """, []),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "merges"), LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_gives_one_row_for_each_region_and_election(drawn: str, merges: list[str]) -> None:
    assert sorted(read(stock(drawn, *merges)), key=str) == [
        ("Timur", "", "gubernur", 100, 90), ("Timur", "", "walikota", 101, 91),
        ("Utara", "", "gubernur", 200, 190), ("Utara", "", "walikota", 201, 191),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "sheet"), [("REKAP SORTIR PILGUB", "Lembar1"), ("Rekap sortir", "Gubernur"), ("", "gub 2024")]
)
def test_a_title_or_the_name_of_the_sheet_says_the_election_where_no_column_does(title: str, sheet: str) -> None:
    found = stock(f"{title}\n\nKecamatan | Diterima | Baik\nTimur | 100 | 90", sheet=sheet)
    assert read(found) == [("Timur", "", "gubernur", 100, 90)]


def test_a_title_that_names_several_elections_says_none() -> None:
    found = stock("REKAP GUBERNUR DAN BUPATI\nKecamatan | Diterima | Baik\nTimur | 100 | 90")
    assert [row.election for row in found.rows] == [None]


@pytest.mark.parametrize("typed", ["Kepala Desa", "Gubernur dan Bupati"])
def test_a_cell_that_names_no_single_election_is_not_overruled_by_the_title(typed: str) -> None:
    found = stock(f"REKAP GUBERNUR\nJenis | Diterima | Baik\n{typed} | 100 | 90")
    assert [row.election for row in found.rows] == [None]


def test_a_title_names_the_kecamatan_where_no_column_does() -> None:
    found = stock("""
        Kecamatan: Balikpapan Timur
        Jenis    | Kelurahan | Diterima | Baik
        Gubernur | Manggar   | 100      | 90
    """)
    assert read(found) == [("Balikpapan Timur", "Manggar", "gubernur", 100, 90)]


REVOTES = {
    "in the election": "Jenis | Diterima | Baik\nGubernur (PSU) | 2000 | 2000",
    "in the election, spelled out": "Jenis | Diterima | Baik\nGubernur Pemungutan Suara Ulang | 2000 | 2000",
    "in a column": "Jenis | Peruntukan | Diterima | Baik\nGubernur | PSU | 2000 | 2000",
    "in a group head": "Kecamatan | Gubernur PSU |\n | Diterima | Baik\n | 2000 | 2000",
    "in a title with the election": "SURAT SUARA PSU PILGUB\nKecamatan | Diterima | Baik\n | 2000 | 2000",
    "in a title above elections": "SURAT SUARA PEMUNGUTAN SUARA ULANG\nJenis | Diterima | Baik\nGubernur | 2000 | 2000",
    "in a title that repeats the election": "GUBERNUR (PSU)\nJenis | Diterima | Baik\nGubernur | 2000 | 2000",
}  # fmt: skip


@pytest.mark.parametrize("drawn", REVOTES.values(), ids=REVOTES)
def test_the_revote_stock_may_be_named_in_many_places(drawn: str) -> None:
    assert read(stock(drawn)) == [("", "", "gubernur*", 2000, 2000)]


def test_a_column_that_says_for_what_a_row_is_beats_the_title() -> None:
    found = stock("""
        SURAT SUARA GUBERNUR DAN PSU
        Jenis    | Peruntukan | Diterima | Baik
        Gubernur | Pemilihan  | 100      | 90
        Gubernur | PSU        | 2000     | 2000
    """)
    assert [election for _, _, election, *_ in read(found)] == ["gubernur", "gubernur*"]


def test_a_kecamatan_is_filled_down_only_beside_a_kelurahan() -> None:
    found = stock("""
        Jenis    | Kecamatan | Kelurahan | Diterima | Baik
        Gubernur | Timur     | Manggar   | 100      | 90
        Gubernur |           | Lamaru    | 200      | 190
        Gubernur |           |           | 300      | 280
    """)
    assert [row[:2] for row in read(found)] == [("Timur", "Manggar"), ("Timur", "Lamaru"), ("", "")]


def test_a_blank_cell_an_unreadable_one_and_a_missing_column_are_three_things() -> None:
    found = stock("Jenis | Dipesan | Diterima | Baik | Rusak | Salah Daerah\nGubernur | | 100 | 90 | 1O | 0")
    (row,) = found.rows
    assert row.figures == RawCount(ordered=BLANK, received=100, good=90, damaged=UNREADABLE, swapped=0)
    (trouble,) = found.troubles
    assert (trouble.location.cell, trouble.header, trouble.trouble.kind) == ("E2", "Rusak", Kind.UNREADABLE)


def test_every_figure_goes_to_its_own_place() -> None:
    found = stock("""
        Jenis    | Tanggal | Dipesan | Surat Jalan | Diterima | Baik | Cacat Layak Pakai | Rusak | Tertukar | Belum Disortir | Susulan
        Gubernur | 5 Nov   | 1       | 2           | 3        | 4    | 5                 | 6     | 7        | 8              | 9
    """)  # noqa: E501 - a wide sheet
    (row,) = found.rows
    assert row.date == "5 Nov"
    assert row.figures == RawCount(
        ordered=1, noted=2, received=3, good=4, usable_defects=5, damaged=6, swapped=7, unsorted=8, later=9
    )
    assert row.at("damaged").cell == "H2"


def test_every_damage_category_is_a_part_of_the_damage() -> None:
    found = stock("""
        Jenis    | Diterima | Baik | Rusak |       |          |
                 |          |      | Sobek | Kusut | Terlipat | Jumlah
        Gubernur | 100      | 90   | 5     |       | 2        | 10
    """)
    (row,) = found.rows
    assert (row.figures.damaged, row.figures.damage_categories) == (10, (5, BLANK, 2))


def test_stated_results_are_kept_beside_the_figures_and_not_among_them() -> None:
    found = stock("""
        Jenis    | Dipesan | Diterima | Kurang Kirim | Baik | Rusak | Permintaan | Kelebihan | Selisih
        Gubernur | 100     | 99       | 1            | 95   | 4     | 5          |           | -1
    """)
    (row,) = found.rows
    assert row.stated == {"stated_short": 1, "stated_request": 5, "stated_difference": -1}
    assert row.figures == RawCount(ordered=100, received=99, good=95, damaged=4)


def test_a_group_of_columns_that_is_blank_in_a_row_makes_no_row() -> None:
    found = stock("""
        Kecamatan | Gubernur |      | Bupati   |
                  | Diterima | Baik | Diterima | Baik
        Timur     | 100      | 90   |          |
        Utara     |          |      | 201      | 191
    """)
    assert read(found) == [("Timur", "", "gubernur", 100, 90), ("Utara", "", "bupati", 201, 191)]


def test_rows_without_a_number_are_no_stock() -> None:
    found = stock("""
        Jenis    | Diterima | Baik
        1        | 2        | 3
        Gubernur | 100      | 90
        Bupati   |          |
        Catatan: koli 3 basah |  |
        Ketua    |          | Sekretaris
    """)
    assert read(found) == [("", "", "gubernur", 100, 90)]


TOTALS = {
    "right": ("JUMLAH | 300 | 270 | 30", []),
    "wrong": ("JUMLAH | 300 | 271 | 30", [("C4", 271, 270)]),
    "of one column": ("Total | | 271 |", [("C4", 271, 270)]),
}


@pytest.mark.parametrize(("last", "expected"), TOTALS.values(), ids=TOTALS)
def test_a_total_row_is_held_against_its_parts_and_is_no_stock(last: str, expected: list[tuple[str, int, int]]) -> None:
    found = stock(f"""
        Kecamatan | Diterima | Baik | Rusak
        Timur     | 100      | 90   | 10
        Utara     | 200      | 180  | 20
        {last}
    """)
    assert [row.kecamatan for row in found.rows] == ["Timur", "Utara"]
    (total,) = found.totals
    assert [
        (total.block.cell(3, each.column).cell, each.stated, each.expected) for each in total.differences
    ] == expected


def test_the_word_of_a_total_may_stand_to_the_right_of_its_numbers() -> None:
    found = stock("""
        Diterima | Baik | Kecamatan
        100      | 90   | Timur
        200      | 180  | Utara
        300      | 270  | JUMLAH
    """)
    assert [row.kecamatan for row in found.rows] == ["Timur", "Utara"]
    assert [total.label for total in found.totals] == ["JUMLAH"]


def test_the_place_of_a_filled_name_is_the_anchor_of_its_merge() -> None:
    merged = table(grid("Kecamatan | Jenis | Diterima | Baik\nTimur | Gubernur | 1 | 1\n | Bupati | 2 | 2", "A2:A3"))
    assert merged.text(2, 0) == "Timur"
    assert merged.block.cell(2, 0).cell == "A2"
