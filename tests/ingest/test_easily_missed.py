"""Rows that one small slip of the readers would read otherwise, without any other sign of it."""

import pytest

from logistik.core.vocabulary import Field, Stock
from logistik.ingest.sheet_names import name_rolls
from logistik.ingest.shifted import aligned
from logistik.ingest.stock import read_stock
from tests.ingest.sheets import grid, roll, stock, table, voters

REGIONS = {
    "a row that names a kecamatan ends the kelurahan above it": (
        """
        Kecamatan | Desa    | TPS | DPT
        Timur     | Manggar | 1   | 100
        Utara     |         |     |
                  |         | 1   | 400
        """, {"timur/manggar 001": 100}),
    "a row that names a kelurahan of four words": (
        """
        Kecamatan | Desa                    | TPS | DPT
        Timur     | Sungai Batang Ulu Hilir |     |
                  |                         | 1   | 100
        """, {"timur/sungaibatanguluhilir 001": 100}),
    "a TPS 1 of two voters in a list of two columns": (
        """
        KECAMATAN TIMUR
        KELURAHAN MANGGAR
        TPS | DPT
        1   | 2
        2   | 300
        """, {"timur/manggar 001": 2, "timur/manggar 002": 300}),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "expected"), REGIONS.values(), ids=REGIONS)
def test_a_tps_stands_where_the_rows_above_it_say(drawn: str, expected: dict[str, int]) -> None:
    assert voters(roll(drawn)) == expected


TOTALS = {
    "of the kelurahan, though a kecamatan above them is wrong": (140, 200),
    "of the kecamatan, though they are not their kelurahan": (160, 210),
}


@pytest.mark.parametrize(("kecamatan", "total"), TOTALS.values(), ids=TOTALS)
def test_a_total_may_be_the_sum_of_one_layer_alone(kecamatan: int, total: int) -> None:
    found = stock(f"""
        Kecamatan | Kelurahan | Diterima    | Baik
        Timur     |           | {kecamatan} | {kecamatan}
        Timur     | Manggar   | 100         | 100
        Timur     | Lamaru    | 50          | 50
        Utara     |           | 50          | 50
        JUMLAH    |           | {total}     | {total}
    """)
    assert [each.differences for each in found.totals] == [()]


def test_a_total_may_close_the_last_kecamatan_alone() -> None:
    found = stock("""
        Kecamatan | Kelurahan | Diterima | Baik
        Timur     | Manggar   | 100      | 100
        Timur     | Lamaru    | 50       | 50
        Utara     | Batu      | 30       | 30
        Utara     | Muara     | 20       | 20
        JUMLAH    |           | 50       | 50
    """)
    assert [each.differences for each in found.totals] == [()]


def test_a_section_for_the_revote_ends_with_the_next_section() -> None:
    found = stock("""
        Kecamatan    | Diterima | Baik
        PSU GUBERNUR |          |
        Timur        | 2000     | 2000
        GUBERNUR     |          |
        Timur        | 100      | 100
    """)
    assert [row.stock for row in found.rows] == [Stock.REVOTE, Stock.VOTING]


def test_a_section_that_names_a_kecamatan_holds_for_the_kelurahan_below_it() -> None:
    found = stock("""
        KECAMATAN TIMUR
        Kelurahan       | Diterima | Baik
        Manggar         | 100      | 100
        KECAMATAN UTARA |          |
        Batu            | 50       | 50
    """)
    assert [(row.kecamatan.title(), row.kelurahan) for row in found.rows] == [("Timur", "Manggar"), ("Utara", "Batu")]


def test_a_kelurahan_may_be_called_as_its_kecamatan_in_one_column_for_both() -> None:
    drawn = table("""
        Wilayah | Diterima | Baik
        Damai   | 150      | 150
        Damai   | 100      | 100
        Lamaru  | 50       | 50
    """)
    found = read_stock(drawn, lambda name: name == "Damai")
    assert [(row.kecamatan, row.kelurahan) for row in found.rows] == [
        ("Damai", ""), ("Damai", "Damai"), ("Damai", "Lamaru"),
    ]  # fmt: skip


def test_thousands_that_were_lost_in_a_text_are_told_too() -> None:
    found = stock("""
        Kecamatan | Diterima | Baik
        Timur     | 964.34   | 964.34
        Utara     | 60.869   | 60.869
        Barat     | 12.5     | 12.5
        Selatan   | 64,2     | 64,2
    """)
    assert [(each.raw, each.value) for each in found.restored if each.row == 4] == [("64,2", 64_200)] * 2


_ROWS = "".join(f"| Timur | Manggar | {n} | {n} | 20 | {n + 20}\n" for n in (11, 12, 13))
SHIFTS = {
    "names and numbers to the right": (_ROWS, (1, True, 3)),
    "too many rows that add up nowhere": (f"{_ROWS}| Timur | Manggar | 14 | 1 | 20 | 99\n", None),
}


@pytest.mark.parametrize(("rows", "expected"), SHIFTS.values(), ids=SHIFTS)
def test_a_whole_table_may_stand_beside_its_headers(rows: str, expected: tuple[int, bool, int] | None) -> None:
    _, shift = aligned(table(f"Kecamatan | Desa | TPS | L | P | Jumlah |\n{rows}"))
    assert (shift and (shift.by, shift.names, shift.rows)) == expected


def test_names_of_sheets_count_only_where_every_sheet_has_one() -> None:
    lists = [
        table(grid(f"Kecamatan | TPS | DPT\nTimur | 1 | {count}", sheet=name))
        for name, count in (("Manggar", 100), ("Lamaru", 200), ("Sheet1", 300))
    ]
    assert [each.context.get(Field.KELURAHAN) for each in name_rolls(lists[:2])] == ["Manggar", "Lamaru"]
    assert [each.context.get(Field.KELURAHAN) for each in name_rolls(lists)] == [None, None, None]


def test_numbers_without_a_word_are_no_sum_over_a_cell_that_cannot_be_read() -> None:
    found = roll("""
        Kecamatan | Desa    | TPS | DPT
        Timur     | Manggar | 1   | 100
        Timur     | Manggar | 2   | entah
        Timur     | Manggar | 3   | 50
                  |         |     | 150
    """)
    assert (found.totals, [each.row for each in found.strays]) == ([], [4])
