"""Numbers of persons are masked however they are typed; codes of regions and dates are not."""

from time import perf_counter

import pytest

from logistik.core.grid import Grid, Value
from logistik.ingest.persons import is_masked, masked, without_persons

_NIK = "6471••••••••••••"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("6471012345678901", _NIK),
        ("NIK: 6471012345678901, Budi", f"NIK: {_NIK}, Budi"),
        ("6471 0123 4567 8901", "6471 •••• •••• ••••"),
        ("64.71.01.234567.8901", "64.71.••.••••••.••••"),
        ("647101-234567-8901", "6471••-••••••-••••"),
        ("01.234.567.8-901.000", "01.23•.•••.•-•••.•••"),
        ("012345678901000", "0123•••••••••••"),
        ("６４７１０１２３４５６７８９０１", _NIK),
        ("6471\u200b012345678901", _NIK[:16]),
    ],
)
def test_a_number_of_a_person_keeps_its_first_four_digits(typed: str, shown: str) -> None:
    assert masked(typed) == shown
    assert is_masked(shown)


@pytest.mark.parametrize(
    "typed",
    [
        "6471061001001", "64.71.06.1001.001", "6471061001", "64.71.06.1001 - Damai", "64.71.06.1001-64.71.06.1005",
        "2024-11-13-2024-11-27", "13-11-2024 - 27-11-2024", "13.11.2024-27.11.2024", "2021 2022 2023 2024",
        "1.234.567.890", "Nomor 12/PL.02.2-BA/6471/2024", "0812-3456-7890", "Damai\u200b Baru\xa0Ilir Ulu",
    ],
)  # fmt: skip
def test_codes_dates_and_other_numbers_stay(typed: str) -> None:
    assert masked(typed) == typed


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (6471012345678901.0, _NIK), (6471012345678901, _NIK), (6471061001001.0, 6471061001001.0), (0.1, 0.1),
        (float("inf"), float("inf")), (True, True), ("", ""), (-6471012345678901.0, -6471012345678901.0),
    ],
)  # fmt: skip
def test_a_cell_is_masked_as_a_number_too(value: Value, shown: Value) -> None:
    assert without_persons(Grid("x.xlsx", "A", [["Damai", 1.0], [value, 2.0]])).rows == [
        ["Damai", 1.0],
        [shown, 2.0],
    ]


def test_a_sheet_without_persons_is_the_same_sheet() -> None:
    grid = Grid("x.xlsx", "A", [["Kecamatan Balikpapan Kota", 1.0], [6471061001001.0, "6471061001001"]])
    assert without_persons(grid) is grid


def test_a_long_text_of_digits_and_dots_is_looked_through_at_once() -> None:
    started = perf_counter()
    masked("1." * 16_000 + "x")
    masked("1234567." * 4_000)
    assert perf_counter() - started < 1
