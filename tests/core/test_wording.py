"""Numbers, lists and rates the way Indonesian offices write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.rules import Rate
from logistik.core.wording import listed, number
from tests.core.pace import modest


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (1000, "1.000"), (60_869, "60.869"), (1_001_000, "1.001.000")]
)
def test_thousands_are_grouped_by_dots(value: int, text: str) -> None:
    assert number(value) == text


@modest
@given(st.integers(0, 10**9))
def test_a_number_as_written_has_all_its_digits(value: int) -> None:
    assert int(number(value).replace(".", "")) == value


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
        (list("abcde"), "a, b, c, d, dan e"),
        (list("abcdef"), "a, b, c, d, e, dan 1 lainnya"),
    ],
)
def test_a_list_is_read_aloud_and_a_long_one_says_how_many_more(items: list[str], text: str) -> None:
    assert listed(items) == text


def test_a_list_may_be_shortened_earlier() -> None:
    assert listed(["a"] * 1200, most=2) == "a, a, dan 1.198 lainnya"


@pytest.mark.parametrize(
    ("text", "rate", "percent"),
    [("25/1000", Rate(25, 1000), "2,5%"), ("2/100", Rate(2, 100), "2%"), (" 1 / 40 ", Rate(1, 40), "2,5%")],
)
def test_a_rate_is_a_fraction_and_is_shown_in_percent(text: str, rate: Rate, percent: str) -> None:
    assert Rate.parse(text) == rate
    assert rate.percent() == percent


@pytest.mark.parametrize("text", ["", "2,5%", "0.025", "1/0", "-1/40", "1/-40", "1/40/2", "a/b", "/40", "1/", "²/40"])
def test_what_is_not_a_fraction_is_no_rate(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its text is nobody's
        Rate.parse(text)
