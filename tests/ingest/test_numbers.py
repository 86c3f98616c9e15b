"""Counts as people type them: what is certain is read, what is not is a trouble, and nothing raises."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.grid import Value
from logistik.ingest.numbers import LARGEST, Kind, Trouble, lost_thousands, read_count, read_restored, read_signed
from tests.core.pace import modest

READ: dict[Value, int | None] = {
    60869: 60869, 429.0: 429, 0: 0, LARGEST: LARGEST,
    "60869": 60869, "60.869": 60869, "60,869": 60869, "60 869": 60869, "60\xa0869": 60869, "60\u202f869": 60869,
    "1.234.567": 1_234_567, "1,234,567": 1_234_567, "429,00": 429, "429.0": 429, "60.869,00": 60869,
    "60,869.00": 60869, " 429 ": 429, "007": 7, "0": 0,
    "250 lbr": 250, "250 lembar": 250, "1.250 Lembar.": 1250, "429 pemilih": 429, "16 TPS": 16, "5 surat suara": 5,
    "1.250,-": 1250, "250 org": 250, "3516 SS": 3516, "'3516": 3516,
    "nihil": 0, "NIHIL": 0, "Nol": 0, "tidak ada": 0,
    "": None, " ": None, "-": None, "–": None, "—": None, "\u200b": None,
}  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), READ.items(), ids=repr)
def test_a_count_is_read_however_it_is_typed(value: Value, expected: int | None) -> None:
    assert read_count(value) == expected
    assert type(read_count(value)) is type(expected)


TROUBLES: list[tuple[Value, Kind, int | None]] = [
    (-1, Kind.NEGATIVE, None),
    (-1.0, Kind.NEGATIVE, None),
    ("-12", Kind.NEGATIVE, None),
    ("- 1.234", Kind.NEGATIVE, None),
    ("(12)", Kind.NEGATIVE, None),
    (12.5, Kind.FRACTION, 12500),
    (60.869, Kind.FRACTION, 60869),  # thousands lost to the locale
    (0.1234, Kind.FRACTION, None),
    (1234.5, Kind.FRACTION, None),
    ("12,5", Kind.FRACTION, 12500),
    ("60.86", Kind.FRACTION, 60860),
    ("0.500", Kind.FRACTION, None),
    ("1.234,567", Kind.UNREADABLE, None),
    ("1.23.456", Kind.UNREADABLE, None),
    ("1.234 567", Kind.UNREADABLE, None),
    ("12a", Kind.UNREADABLE, None),
    ("±100", Kind.UNREADABLE, None),
    ("100?", Kind.UNREADABLE, None),
    ("100+5", Kind.UNREADABLE, None),
    ("1e3", Kind.UNREADABLE, None),
    ("#REF!", Kind.UNREADABLE, None),
    ("#N/A", Kind.UNREADABLE, None),
    ("lembar", Kind.UNREADABLE, None),
    (LARGEST + 1, Kind.UNREADABLE, None),
    (str(LARGEST + 1), Kind.UNREADABLE, None),
    ("123.456.789.012", Kind.UNREADABLE, None),
    (1e300, Kind.UNREADABLE, None),
    (float("inf"), Kind.UNREADABLE, None),
    (float("nan"), Kind.UNREADABLE, None),
    (True, Kind.UNREADABLE, None),
    (date(2024, 11, 13), Kind.DATE, 45609),
    (datetime(1903, 6, 3), Kind.DATE, 1250),  # noqa: DTZ001 - 1.250 in a cell formatted as a date
    (datetime(2024, 11, 13, 8, 0), Kind.DATE, None),  # noqa: DTZ001 - a cell has no time zone
    (time(8, 0), Kind.DATE, None),
    (timedelta(days=1), Kind.DATE, None),
]


@pytest.mark.parametrize(("value", "kind", "likely"), TROUBLES, ids=repr)
def test_what_is_not_certainly_a_count_is_a_trouble_that_shows_the_cell(
    value: Value, kind: Kind, likely: int | None
) -> None:
    trouble = read_count(value)
    assert isinstance(trouble, Trouble)
    assert (trouble.kind, trouble.likely) == (kind, likely)
    assert trouble.raw


def test_a_trouble_shows_text_as_it_was_typed() -> None:
    assert read_count(" 12,5 ") == Trouble(Kind.FRACTION, "12,5", 12500)
    assert read_count(60.869) == Trouble(Kind.FRACTION, "60.869", 60869)
    assert read_count(-12.0) == Trouble(Kind.NEGATIVE, "-12")


def test_the_number_of_a_person_is_not_shown_in_full() -> None:
    for value in ("NIK 6471010101900001", 6471010101900001.0, "6471010101900001"):
        trouble = read_count(value)
        assert isinstance(trouble, Trouble)
        assert "6471••••" in trouble.raw
        assert "900001" not in trouble.raw


COLUMNS: dict[str, tuple[list[Value], list[int | tuple[str, int]] | None]] = {
    "three fractions": ([964.34, 1.25, 60.869], [964_340, 1_250, 60_869]),
    "three fractions as text": (["964,34", "1,25", "60.86"], [964_340, 1_250, 60_860]),
    "whole numbers among them": ([964.34, 1.25, 60.869, 12.0, 0], [964_340, 1_250, 60_869, ("12", 12_000), 0]),
    "thousands that are still grouped": ([964.34, 1.25, 60.869, "12.000"], [964_340, 1_250, 60_869, 12_000]),
    "two fractions": ([964.34, 1.25, 60], None),
    "a number above a thousand": ([964.34, 1.25, 60.869, 1250], None),
    "a fraction that was no thousand": ([964.34, 1.25, 60.869, 0.3333], None),
}


@pytest.mark.parametrize(("values", "expected"), COLUMNS.values(), ids=COLUMNS)
def test_a_whole_column_decides_whether_its_thousands_were_lost(
    values: list[Value], expected: list[int | tuple[str, int]] | None
) -> None:
    assert lost_thousands(values) == (expected is not None)
    for value, number in zip(values, expected or [], strict=expected is not None):
        reading = read_restored(value)
        if isinstance(number, int):
            assert reading == number
        else:
            assert reading == Trouble(Kind.AMBIGUOUS, *number)


def grouped(number: int, separator: str) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", separator)


@modest
@given(st.integers(0, LARGEST), st.sampled_from(["", ".", ",", " ", "\xa0"]))
def test_any_count_reads_back_with_its_thousands_grouped(number: int, separator: str) -> None:
    assert read_count(grouped(number, separator)) == number


@modest
@given(
    st.integers(0, LARGEST),
    st.sampled_from([("", ",00"), ("", ".00"), ("", ",0"), (".", ",00"), (",", ".00"), (".", ",0")]),
    st.sampled_from(["", " lbr", " lembar"]),
)
def test_any_count_reads_back_with_empty_decimals_and_a_unit(number: int, style: tuple[str, str], unit: str) -> None:
    separator, decimals = style
    assert read_count(grouped(number, separator) + decimals + unit) == number


def test_thousands_apart_by_a_space_may_have_empty_decimals_too() -> None:
    assert read_count("60 869,00") == 60869


@modest
@given(st.integers(0, LARGEST))
def test_any_count_reads_back_as_a_number_whole_or_float(number: int) -> None:
    assert read_count(number) == read_count(float(number)) == number


@modest
@given(st.integers(1, LARGEST))
def test_no_negative_number_is_ever_a_count(number: int) -> None:
    for value in (-number, float(-number), f"-{number}", f"-{grouped(number, '.')}"):
        assert isinstance(read_count(value), Trouble)


@modest
@given(st.text() | st.text("0123456789.,- ()"))
def test_no_text_ever_raises_and_a_reading_is_never_negative(text: str) -> None:
    reading = read_count(text)
    assert reading is None or isinstance(reading, Trouble) or 0 <= reading <= LARGEST


@pytest.mark.parametrize("digits", ["1" + ".000" * 1500, "9" * 5000], ids=["grouped", "plain"])
@pytest.mark.parametrize("decimals", ["", ",00"])
def test_a_text_of_thousands_of_digits_is_a_trouble(digits: str, decimals: str) -> None:
    assert isinstance(read_count(digits + decimals), Trouble)


@modest
@given(st.floats())
def test_no_float_ever_raises_and_only_whole_ones_are_counts(value: float) -> None:
    reading = read_count(value)
    assert isinstance(reading, Trouble) or reading == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [(-5, -5), (-7.0, -7), ("-5", -5), ("- 1.234", -1234), ("(12)", -12), (5, 5), ("1.234", 1234), ("-", None)],
    ids=repr,
)
def test_a_difference_may_be_negative(value: Value, expected: int | None) -> None:
    assert read_signed(value) == expected


@pytest.mark.parametrize("value", [-2.5, "-2,5", "-1.23", "lebih 5", True], ids=repr)
def test_a_difference_is_no_guess_either(value: Value) -> None:
    assert isinstance(read_signed(value), Trouble)


@modest
@given(st.integers(-LARGEST, LARGEST))
def test_any_difference_reads_back(number: int) -> None:
    assert read_signed(number) == read_signed(str(number)) == read_signed(f"{number:,}".replace(",", ".")) == number
