"""Several rows for one region, election and stock: days that add up, running totals, the same row twice."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.counts import Count
from logistik.core.daily import Verdict, combine
from tests.core.city import changed, counted
from tests.core.pace import modest


class Case(NamedTuple):
    """Dated and undated counts of good sheets, what they make together, and why."""

    dated: dict[str, int]
    undated: tuple[int, ...]
    verdict: Verdict
    good: int | None
    readings: tuple[int, ...] = ()


CASES = {
    "one row": Case({}, (100,), Verdict.SINGLE, 100),
    "one day": Case({"1 Nov": 100}, (), Verdict.SINGLE, 100),
    "days add up": Case({"1 Nov": 100, "2 Nov": 250}, (), Verdict.DAILY, 350),
    "rising days add up where no recap says otherwise": Case(
        {"1 Nov": 100, "2 Nov": 250, "3 Nov": 400}, (), Verdict.DAILY, 750),
    "days marked s.d. are running totals": Case({"s.d. 1 Nov": 100, "s.d. 2 Nov": 250}, (), Verdict.CUMULATIVE, 250),
    "s/d is s.d.": Case({"s/d 1 Nov": 100, "s/d 2 Nov": 250}, (), Verdict.CUMULATIVE, 250),
    "so is S . D": Case({"S . D 1 Nov": 100, "S . D 2 Nov": 250}, (), Verdict.CUMULATIVE, 250),
    "and sampai dengan": Case({"1 s.d. 2 Nov": 100, "Sampai dengan 3 Nov": 250}, (), Verdict.CUMULATIVE, 250),
    "marked days may come in any order": Case(
        {"s.d. 2 Nov": 250, "s.d. 1 Nov": 100}, (), Verdict.CUMULATIVE, 250),
    "days that add up to the recap are days": Case({"1 Nov": 100, "2 Nov": 250}, (350,), Verdict.DAILY, 350),
    "days that rise to the recap are running totals": Case(
        {"1 Nov": 100, "2 Nov": 250}, (250,), Verdict.CUMULATIVE, 250),
    "marked totals that rise to the recap are running totals": Case(
        {"s.d. 1 Nov": 100, "s.d. 2 Nov": 250}, (250,), Verdict.CUMULATIVE, 250),
    "days that do neither give both readings": Case(
        {"1 Nov": 100, "2 Nov": 250}, (300,), Verdict.UNCERTAIN, 300, (300, 350)),
    "days that fall to the recap are no running totals": Case(
        {"1 Nov": 250, "2 Nov": 100}, (100,), Verdict.UNCERTAIN, 100, (100, 350)),
    "the same row twice counts once": Case({}, (100, 100), Verdict.SAME_TWICE, 100),
    "two different rows are a conflict, and neither counts": Case(
        {}, (100, 101), Verdict.CONFLICT, None, (100, 101)),
    "a conflict of recaps is not settled by the days": Case(
        {"1 Nov": 100}, (100, 101), Verdict.CONFLICT, None, (100, 101)),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_rows_of_one_key_make_one_count(case: Case) -> None:
    combined = combine([(day, counted(good)) for day, good in case.dated.items()], [counted(g) for g in case.undated])
    assert (combined.verdict, combined.count.good) == (case.verdict, case.good)
    assert combined.readings == case.readings
    assert combined.count.received == case.good


def test_a_day_after_a_running_total_is_not_itself_the_running_total() -> None:
    combined = combine([("s.d. 1 Nov", counted(300)), ("2 Nov", counted(100))], [])
    assert combined.count.received in {None, 400}, "300 up to 1 November and 100 on the next day"
    assert set(combined.readings) <= {300, 400}


def test_running_totals_that_fall_and_rise_are_not_certain() -> None:
    days = [("s.d. 1 Nov", counted(300)), ("s.d. 2 Nov", counted(400)), ("s.d. 3 Nov", counted(350))]
    combined = combine(days, [])
    assert (combined.verdict, combined.count) == (Verdict.UNCERTAIN, Count())
    assert set(combined.readings) == {350, 400}


def test_marked_running_totals_that_miss_the_recap_are_not_added_up_in_the_readings() -> None:
    combined = combine([("s.d. 1 Nov", counted(300)), ("s.d. 2 Nov", counted(400))], [counted(500)])
    assert combined.verdict is Verdict.UNCERTAIN
    assert combined.readings == (500, 400)


def test_an_undated_row_that_only_states_the_order_is_no_recap() -> None:
    combined = combine([("1 Nov", counted(100)), ("2 Nov", counted(250))], [Count(ordered=500)])
    assert combined.count == changed(counted(350), ordered=500)


def test_rows_that_differ_in_any_figure_are_a_conflict() -> None:
    combined = combine([], [counted(100), counted(99, 1)])
    assert (combined.verdict, combined.count) == (Verdict.CONFLICT, Count())


@modest
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 50)), min_size=2, max_size=6))
def test_the_sum_of_the_days_is_the_sum_of_every_figure(days: list[tuple[int, int]]) -> None:
    combined = combine([(f"{day} Nov", counted(*figures)) for day, figures in enumerate(days, 1)], [])
    goods, damages = zip(*days, strict=True)
    assert combined.count == counted(sum(goods), sum(damages))


def test_a_day_said_twice_with_the_same_figures_may_be_two_groups_or_a_slip() -> None:
    combined = combine([("1 Nov", counted(100)), ("1 Nov", counted(100)), ("2 Nov", counted(50))], [])
    assert (combined.verdict, combined.readings) == (Verdict.UNCERTAIN, (250, 150))


def test_a_recap_with_the_same_total_but_other_figures_is_not_the_sum_of_the_days() -> None:
    combined = combine([("1 Nov", counted(100)), ("2 Nov", counted(250))], [counted(340, 10)])
    assert combined.verdict is Verdict.UNCERTAIN


def test_an_order_said_every_day_is_one_order() -> None:
    days = [
        ("1 Nov", changed(counted(100), ordered=500)),
        ("2 Nov", changed(counted(250), ordered=500)),
        ("3 Nov", counted(5)),
    ]
    assert combine(days, []).count == changed(counted(355), ordered=500)


def test_a_day_that_was_not_counted_leaves_the_sum_unknown() -> None:
    assert combine([("1 Nov", counted(100)), ("2 Nov", Count())], []).count.received is None


def test_rising_days_whose_last_is_just_the_order_are_no_certain_sum() -> None:
    days = [(f"{day} Nov", changed(counted(sheets), ordered=250)) for day, sheets in ((1, 100), (2, 250))]
    combined = combine(days, [])
    assert (combined.verdict, combined.readings) == (Verdict.UNCERTAIN, (350, 250))
