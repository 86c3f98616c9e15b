"""The voter list: regions filled down, voters decided, totals held against their parts, strays told."""

import pytest

from logistik.ingest.numbers import Kind
from logistik.ingest.records import Roll
from tests.ingest.sheets import roll, voters

FILLED = {
    "names in every row": (
        """
        Kecamatan | Desa    | TPS | DPT
        Timur     | Manggar | 1   | 100
        Timur     | Manggar | 2   | 200
        Timur     | Lamaru  | 1   | 300
        Utara     | Batu    | 1   | 400
        """, []),
    "names only where they change": (
        """
        Kecamatan | Desa    | TPS | DPT
        Timur     | Manggar | 1   | 100
                  |         | 2   | 200
                  | Lamaru  | 1   | 300
        Utara     | Batu    | 1   | 400
        """, []),
    "names in merged cells": (
        """
        Kecamatan | Desa    | TPS | DPT
        Timur     | Manggar | 1   | 100
                  |         | 2   | 200
                  | Lamaru  | 1   | 300
        Utara     | Batu    | 1   | 400
        """, ["A2:A4", "B2:B3"]),
    "spelled differently": (
        """
        Kec.          | Desa/Kel | No. TPS   | Jumlah
        KEC. TIMUR    | MANGGAR  | "TPS 001" | "100"
        Timur         | Manggar  | "TPS 2"   | "200,00"
        timur         | Ds. Lamaru | 1.0     | 300.0
        64.71.05 - Utara | Desa Batu | "1"   | "400 pemilih"
        """, []),
    "with everything around it": (
        """
        DAFTAR PEMILIH TETAP
        PEMILIHAN SERENTAK 2024

        No | Kecamatan | Desa    | TPS | DPT
        (1) | (2)      | (3)     | (4) | (5)
        1  | Timur     | Manggar | 1   | 100
        2  |           |         | 2   | 200

        No | Kecamatan | Desa    | TPS | DPT
        3  |           | Lamaru  | 1   | 300
           | (halaman 2)
        4  | Utara     | Batu    | 1   | 400
           |           |         |     |
           | Ditetapkan di Balikpapan
           | Ketua KPU
        """, []),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "merges"), FILLED.values(), ids=FILLED)
def test_every_tps_is_read_with_its_kelurahan(drawn: str, merges: list[str]) -> None:
    found = roll(drawn, *merges)
    assert voters(found) == {
        "timur/manggar 001": 100, "timur/manggar 002": 200, "timur/lamaru 001": 300, "utara/batu 001": 400,
    }  # fmt: skip
    assert (found.strays, found.troubles, found.totals) == ([], [], [])


def test_titles_name_the_region_where_no_column_does() -> None:
    assert voters(
        roll("""
            KECAMATAN : BALIKPAPAN TIMUR
            Kelurahan/Desa: Manggar
            TPS | L   | P
            1   | 120 | 130
        """)
    ) == {"balikpapantimur/manggar 001": 250}


def test_a_kelurahan_is_not_filled_down_into_another_kecamatan() -> None:
    found = roll("""
        Kecamatan | Desa    | TPS | DPT
        Timur     | Manggar | 1   | 100
        Utara     |         | 2   | 200
    """)
    assert voters(found) == {"timur/manggar 001": 100}
    assert [(stray.row, stray.raw, "kelurahan" in stray.lacks) for stray in found.strays] == [(2, "TPS 002", True)]


DECIDED = {
    "L and P alone": ("Desa | TPS | L | P\nBatu | 1 | 10 | 12", 22),
    "Jumlah alone": ("Desa | TPS | Jumlah\nBatu | 1 | 22", 22),
    "Jumlah that is the sum": ("Desa | TPS | L | P | Jumlah\nBatu | 1 | 10 | 12 | 22", 22),
    "Jumlah that is not the sum, in one row": ("Desa | TPS | L | P | Jumlah\nBatu | 1 | 10 | 12 | 23", 23),
    "a blank Jumlah": ("Desa | TPS | L | P | Jumlah\nBatu | 1 | 10 | 12 |", 22),
    "a blank L": ("Desa | TPS | L | P | Jumlah\nBatu | 1 |  | 12 | 22", 22),
    "a typed 0": ("Desa | TPS | Jumlah\nBatu | 1 | 0", 0),
    "a blank": ("Desa | TPS | Jumlah\nBatu | 1 |", None),
    "a dash": ("Desa | TPS | Jumlah\nBatu | 1 | -", None),
    "a blank L and no Jumlah": ("Desa | TPS | L | P\nBatu | 1 |  | 12", None),
    "a row that ends before its count": ("Desa | TPS | Jumlah\nBatu | 1", None),
    "an unreadable Jumlah beside L and P": ("Desa | TPS | L | P | Jumlah\nBatu | 1 | 10 | 12 | 2O", None),
    "a negative": ("Desa | TPS | Jumlah\nBatu | 1 | -22", None),
    "a negative L beside Jumlah": ("Desa | TPS | L | P | Jumlah\nBatu | 1 | -1 | 12 | 22", 22),
    "placeholders": ("Desa | TPS | L | P | Jumlah\nBatu | 1 | -1 | -1 | -2", None),
    "a fraction": ("Desa | TPS | Jumlah\nBatu | 1 | 22.5", None),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "expected"), DECIDED.values(), ids=DECIDED)
def test_the_voters_of_a_tps_are_decided_and_unknown_is_not_0(drawn: str, expected: int | None) -> None:
    assert voters(roll(drawn)) == {"/batu 001": expected}


def test_a_cell_that_is_no_count_is_told_with_its_place_and_its_kind() -> None:
    found = roll("""
        Desa | TPS | L  | P    | Jumlah
        Batu | 1   | -1 | 12.5 | dua puluh
    """)
    assert [(each.location.cell, each.header, each.trouble.kind) for each in found.troubles] == [
        ("C2", "L", Kind.NEGATIVE), ("D2", "P", Kind.FRACTION), ("E2", "Jumlah", Kind.UNREADABLE),
    ]  # fmt: skip
    assert voters(found) == {"/batu 001": None}


def column(*stated: int | str) -> Roll:
    """A list in which each TPS has 10 men and 12 women, and these totals."""
    rows = "".join(f"\nBatu | {tps} | 10 | 12 | {total}" for tps, total in enumerate(stated, 1))
    return roll("Desa | TPS | L | P | Jumlah" + rows)


@pytest.mark.parametrize(
    ("stated", "fails", "expected"),
    [
        ((7, 8, 9), True, [22, 22, 22]),
        ((7, 8, 9, 22, 22), True, [22, 22, 22, 22, 22]),
        ((7, 8, 9, 22, 22, 22), False, [7, 8, 9, 22, 22, 22]),  # half is not most
        ((7, 8), False, [7, 8]),  # two slips are slips
        ((23, 22, 22, 22), False, [23, 22, 22, 22]),
        ((7, 8, 9, "x", ""), True, [22, 22, 22, 22, 22]),  # what cannot be checked is no failure
    ],
)
def test_a_jumlah_that_fails_in_most_rows_is_not_the_total(
    stated: tuple[int | str, ...], *, fails: bool, expected: list[int]
) -> None:
    found = column(*stated)
    assert found.total_is_not_the_sum is fails
    assert list(voters(found).values()) == expected


TOTALS = {
    "a right total": ("JUMLAH | | | | 10 | 20 | 30", []),
    "a total below its column numbers": ("JUMLAH | | | | 10 | 20 | 30", []),
    "a right total that counts the TPS": ("TOTAL | | | 3 | 10 | 20 | 30", []),
    "a total in the column of the kelurahan": (" | | Sub Total | | 10 | 20 | 30", []),
    "a total in the column of the TPS": (" | | | Jumlah | 10 | 20 | 30", []),
    "a total of the last kelurahan only": ("JUMLAH LAMARU | | | 1 | 7 | 13 | 20", []),
    "a wrong number": ("JUMLAH | | | | 10 | 20 | 31", [("G6", 31, 30)]),
    "two wrong numbers": ("JUMLAH | | | | 11 | 20 | 31", [("E6", 11, 10), ("G6", 31, 30)]),
    "a wrong number of TPS": ("JUMLAH | | | 4 | 10 | 20 | 30", [("D6", 4, 3)]),
    "a total without some of its columns": ("JUMLAH | | | | | | 31", [("G6", 31, 30)]),
}  # fmt: skip


@pytest.mark.parametrize(("last", "expected"), TOTALS.values(), ids=TOTALS)
def test_a_row_that_says_it_is_a_total_is_held_against_its_parts(
    last: str, expected: list[tuple[str, int, int]]
) -> None:
    found = roll(f"""
        No | Kecamatan | Desa    | TPS | L | P  | Jumlah
        1  | Timur     | Manggar | 1   | 1 | 2  | 3
        2  |           |         | 2   | 2 | 5  | 7
        3  |           | Lamaru  | 1   | 7 | 13 | 20

        {last}
    """)
    assert len(found.stations) == 3
    assert found.strays == []
    (total,) = found.totals
    told = [(total.block.cell(5, each.column).cell, each.stated, each.expected) for each in total.differences]
    assert (total.row, told) == (5, expected)


def test_totals_may_close_a_kelurahan_a_kecamatan_and_the_city() -> None:
    found = roll("""
        Kecamatan      | Desa    | TPS | L  | P
        Timur          | Manggar | 1   | 10 | 11
                       |         | 2   | 20 | 21
        JUMLAH MANGGAR |         |     | 30 | 32
                       | Lamaru  | 1   | 40 | 41
        JUMLAH LAMARU  |         |     | 40 | 41
        TOTAL TIMUR    |         |     | 70 | 73
        Utara          | Batu    | 1   | 50 | 51
        JUMLAH BATU    |         |     | 50 | 51
        TOTAL UTARA    |         |     | 50 | 15
        TOTAL          |         |     | 120 | 124
    """)
    assert len(found.stations) == 4
    assert len(found.totals) == 6
    wrong = {total.label: [each.expected for each in total.differences] for total in found.totals if total.differences}
    assert wrong == {"TOTAL UTARA": [51]}


def test_a_wrong_total_is_held_against_the_stretch_that_comes_nearest() -> None:
    found = roll("""
        Kecamatan      | Desa    | TPS | DPT
        Timur          | Manggar | 1   | 400
        TOTAL TIMUR    |         |     | 400
        Utara          | Batu    | 1   | 500
        TOTAL UTARA    |         |     | 510
    """)
    assert [[each.expected for each in total.differences] for total in found.totals] == [[], [500]]


def test_a_total_over_a_cell_that_cannot_be_read_is_not_judged() -> None:
    found = roll("Desa | TPS | DPT\nBatu | 1 | 10\nBatu | 2 | x\nJUMLAH | | 99")
    assert [total.differences for total in found.totals] == [()]


def test_numbers_without_a_word_are_a_total_where_they_are_the_sum() -> None:
    found = roll("Desa | TPS | L | P\nBatu | 1 | 10 | 11\nBatu | 2 | 20 | 21\n | | 30 | 32")
    assert (len(found.stations), found.strays) == (2, [])


@pytest.mark.parametrize(
    ("row", "raw"),
    [
        (" | | 30 | 33", ""),
        ("Batu | | 5 | 6", ""),
        ("Batu | 12 A | 5 | 6", "12 A"),
        ("Batu | 0 | 5 | 6", "0"),
        ("Batu | Posko | 5 | 6", "Posko"),
    ],
)
def test_numbers_that_belong_to_no_tps_are_told_at_the_cell_of_the_tps(row: str, raw: str) -> None:
    found = roll(f"Desa | TPS | L | P\nBatu | 1 | 10 | 11\nBatu | 2 | 20 | 21\n{row}")
    assert len(found.stations) == 2
    assert [(stray.block.cell(stray.row, stray.column).cell, stray.raw) for stray in found.strays] == [("B4", raw)]


def test_a_figure_names_its_cell_in_the_real_sheet() -> None:
    found = roll("""
        DAFTAR PEMILIH TETAP

         |  | Desa | TPS | DPT

         |  | Batu | 1   | 10
    """)
    (station,) = found.stations
    assert (station.at("voters").cell, station.at("tps").cell, station.at("male", "voters").cell) == ("E5", "D5", "E5")
