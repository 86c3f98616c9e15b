"""Short, surplus and request of one balance: the fixed formulas as properties, unknown figures as a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.balances import Figures, figures, movable
from logistik.core.counts import Count
from tests.core.city import changed, counted, counts, sheets
from tests.core.pace import modest

bases = st.integers(0, 8000)


def of(base: int | None, count: Count, outstanding: int = 0, *, partial: bool = False) -> Figures:
    """The figures of a voting-day stock."""
    return figures(base, count, outstanding, sealed=False, need_is_partial=partial)


@modest
@given(bases, counts, sheets)
def test_the_figures_are_the_fixed_formulas(base: int, count: Count, outstanding: int) -> None:
    assert count.received is not None
    assert count.good is not None
    assert count.unsorted is not None
    assert count.later is not None
    missing = base - count.good - count.later - outstanding
    assert of(base, count, outstanding) == Figures(
        short=max(0, base - count.received),
        surplus=max(0, count.good + count.later - base),
        request=max(0, missing),
        request_low=max(0, missing - count.unsorted),
        provisional=count.unsorted > 0,
    )


@modest
@given(bases, counts, sheets)
def test_a_request_is_never_negative_and_never_meets_a_surplus(base: int, count: Count, outstanding: int) -> None:
    result = of(base, count, outstanding)
    assert result.request is not None
    assert result.request_low is not None
    assert result.surplus is not None
    assert 0 <= result.request_low <= result.request <= base
    assert result.surplus * result.request == 0


@modest
@given(bases, counts)
def test_what_is_asked_for_can_only_fall_by_what_is_still_unsorted(base: int, count: Count) -> None:
    result = of(base, count)
    assert result.request is not None
    assert result.request_low is not None
    assert count.unsorted is not None
    assert result.request - result.request_low <= count.unsorted
    assert result.provisional or result.request == result.request_low


@modest
@given(bases, sheets, sheets, sheets)
def test_without_surplus_the_request_is_what_is_short_and_what_cannot_be_used(
    base: int, good: int, damaged: int, swapped: int
) -> None:
    result = of(base, counted(good, damaged, swapped))
    if good + damaged + swapped <= base:
        assert result.short is not None
        assert result.request == result.short + damaged + swapped


@modest
@given(bases, counts, st.sampled_from(["received", "good", "later", "unsorted"]))
def test_an_unknown_figure_makes_unknown_what_rests_on_it_and_nothing_becomes_zero(
    base: int, count: Count, name: str
) -> None:
    complete = of(base, count)
    result = of(base, changed(count, **{name: None}))
    lost = {
        "received": {"short"},
        "good": {"surplus", "request", "request_low"},
        "later": {"surplus", "request", "request_low"},
        "unsorted": {"request_low"},
    }[name]
    for figure in ("short", "surplus", "request", "request_low"):
        expected = None if figure in lost else getattr(complete, figure)
        assert getattr(result, figure) == expected, figure


@pytest.mark.parametrize(
    ("reason", "result", "expected"),
    [
        ("everything sorted", of(100, counted(100)), False),
        ("something left to sort", of(100, counted(99, unsorted=1)), True),
        ("how much is left to sort is unknown", of(100, changed(counted(100), unsorted=None)), True),
        ("a TPS without voters", of(100, counted(100), partial=True), True),
        ("not counted at all", of(100, Count()), False),
    ],
)
def test_a_balance_is_provisional_while_something_may_still_change(
    reason: str, result: Figures, *, expected: bool
) -> None:
    assert result.provisional is expected, reason


def test_nothing_is_known_about_a_region_that_was_not_counted() -> None:
    assert of(100, Count()) == Figures()


def test_without_a_base_nothing_can_be_short() -> None:
    assert of(None, counted(100)) == Figures()


def test_a_partial_need_gives_lower_bounds_and_no_surplus() -> None:
    result = of(100, counted(150), partial=True)
    assert (result.short, result.request, result.surplus, result.provisional) == (0, 0, None, True)


@pytest.mark.parametrize(
    ("request_here", "parts", "expected"),
    [
        (10, (10, 5), 5),  # one part has 5 too many, which another part lacks
        (15, (10, 5), 0),
        (0, (10, 5), 15),
        (10, (), 0),  # the lowest level
        (10, (None, None), 0),  # the lowest level that was counted
        (10, (10, None), None),
        (None, (10, 5), None),
        (None, (), None),
    ],
)
def test_movable_is_what_the_parts_ask_for_less_what_the_region_asks_for(
    request_here: int | None, parts: tuple[int | None, ...], expected: int | None
) -> None:
    assert movable(request_here, parts) == expected
