"""Stock and balances from the kelurahan up to the city: own rows, sums of parts, and what is not known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.counts import Count
from logistik.core.regions import CITY, RegionKey
from logistik.core.vocabulary import Level, Stock
from tests.core.city import City, changed, cities, city, counted, counts, kelurahan, lies_in
from tests.core.pace import modest

TWO = {"kota/damai": [400], "kota/prapatan": [400]}
EMPTY_PART = {**TWO, "kota/hutan": [0]}
UNKNOWN_PART = {**TWO, "kota/hutan": [None]}
UNCOUNTED = Count(ordered=7, noted=9)

LEVELS = {
    "a region without a row is the sum of its parts": (
        TWO, {"kota/damai": counted(10), "kota/prapatan": counted(20, 5)}, "kota", counted(30, 5)),
    "and so is the region above it": (
        TWO, {"kota/damai": counted(10), "kota/prapatan": counted(20, 5)}, "", counted(30, 5)),
    "a region's own row counts, and its parts are not added": (
        TWO, {"kota": counted(99), "kota/damai": counted(10), "kota/prapatan": counted(20)}, "kota", counted(99)),
    "the city sums the own rows of its kecamatan": (
        TWO, {"kota": counted(99), "kota/damai": counted(10), "kota/prapatan": counted(20)}, "", counted(99)),
    "a city's row says nothing about its parts": (TWO, {"": counted(99)}, "kota", None),
    "a part that was not counted leaves the sum unknown": (TWO, {"kota/damai": counted(10)}, "kota", None),
    "a part whose row has no Diterima leaves the sum unknown": (
        TWO, {"kota/damai": counted(10), "kota/prapatan": UNCOUNTED}, "kota", None),
    "a part without voters need not be counted": (
        EMPTY_PART, {"kota/damai": counted(10), "kota/prapatan": counted(20)}, "kota", counted(30)),
    "a part without voters whose row has no Diterima need not either": (
        EMPTY_PART, {"kota/damai": counted(10), "kota/prapatan": counted(20), "kota/hutan": UNCOUNTED},
        "kota", counted(30)),
    "a part without voters that was counted is added": (
        EMPTY_PART, {"kota/damai": counted(10), "kota/prapatan": counted(20), "kota/hutan": counted(3)},
        "kota", counted(33)),
    "a part whose voters are unknown must be counted": (
        UNKNOWN_PART, {"kota/damai": counted(10), "kota/prapatan": counted(20)}, "kota", None),
    "a figure unknown in one part is unknown in the sum": (
        TWO, {"kota/damai": counted(10), "kota/prapatan": changed(counted(20), good=None)}, "kota",
        changed(counted(30), good=None)),
    "a row that only states the order keeps it beside the sum of the parts": (
        TWO, {"kota": Count(ordered=500), "kota/damai": counted(10), "kota/prapatan": counted(20)},
        "kota", changed(counted(30), ordered=500)),
    "a row that only states the delivery note keeps it too": (
        TWO, {"kota": Count(noted=500), "kota/damai": counted(10), "kota/prapatan": counted(20)},
        "kota", changed(counted(30), noted=500)),
    "a row that only states the order stays uncounted where a part is missing": (
        TWO, {"kota": Count(ordered=500), "kota/damai": counted(10)}, "kota", Count(ordered=500)),
}  # fmt: skip


@pytest.mark.parametrize(("voters", "own", "asked", "expected"), LEVELS.values(), ids=LEVELS)
def test_the_stock_of_a_level(
    voters: dict[str, list[int | None]], own: dict[str, Count], asked: str, expected: Count | None
) -> None:
    assert city(voters, own).counts().get(kelurahan(asked)) == expected


@st.composite
def counted_cities(draw: st.DrawFn) -> City:
    """Cities whose kelurahan were all counted."""
    voters = draw(cities)
    return City(voters, {key: draw(counts) for key in voters})


@modest
@given(counted_cities())
def test_every_figure_of_every_level_is_the_sum_of_the_kelurahan(here: City) -> None:
    for region, balance in here.balances().items():
        inside = [count for key, count in here.own.items() if lies_in(key, region)]
        for name in ("received", "good", "damaged", "swapped", "unsorted", "later"):
            assert getattr(balance, name) == sum(getattr(count, name) for count in inside), (region, name)


@modest
@given(counted_cities())
def test_the_formulas_hold_at_every_level_on_its_own_sums(here: City) -> None:
    for balance in here.balances().values():
        assert balance.required is not None
        assert balance.received is not None
        assert balance.good is not None
        assert balance.later is not None
        assert balance.base == balance.required
        assert balance.short == max(0, balance.required - balance.received)
        assert balance.request == max(0, balance.required - balance.good - balance.later)
        assert balance.surplus == max(0, balance.good + balance.later - balance.required)


@modest
@given(counted_cities())
def test_moving_surplus_never_costs_sheets_and_closes_the_gap_between_two_levels(here: City) -> None:
    balances = here.balances()
    for key, balance in balances.items():
        parts = [part.request for name, part in balances.items() if name.parent == key and name != key]
        assert balance.request is not None
        assert balance.movable is not None
        assert balance.movable >= 0
        if parts:
            assert sum(part or 0 for part in parts) == balance.request + balance.movable
        else:
            assert balance.movable == 0


@modest
@given(counted_cities(), st.integers(0, 5000))
def test_more_than_the_decision_is_never_asked_for(here: City, ordered: int) -> None:
    decided = replace(here, own={**here.own, CITY: changed(here.counts()[CITY], ordered=ordered)})
    balance = decided.balances()[CITY]
    assert balance.good is not None
    assert balance.later is not None
    assert balance.base == ordered
    assert balance.request == max(0, ordered - balance.good - balance.later)


def test_a_need_above_the_decision_stays_visible_and_out_of_the_request() -> None:
    balance = city(TWO, {"": changed(counted(815), ordered=815)}).balances()[CITY]
    assert (balance.required, balance.ordered, balance.short, balance.request) == (820, 815, 0, 0)


def test_regions_come_before_their_parts_in_the_order_of_the_roll() -> None:
    balances = city({"utara/karang": [1], "kota/damai": [1], "utara/batu": [1]}).balances()
    assert [str(balance.region) for balance in balances.values()] == [
        "Kota Contoh", "Utara", "Karang, Utara", "Batu, Utara", "Kota", "Damai, Kota",
    ]  # fmt: skip


def test_a_city_counted_as_a_whole_knows_nothing_about_its_kecamatan() -> None:
    balances = city(TWO, {"": counted(800, 20)}).balances()
    whole, part = balances[CITY], balances[RegionKey("kota")]
    assert (whole.short, whole.request, whole.movable, whole.outstanding) == (0, 20, 0, 0)
    assert (part.required, part.received, part.good, part.damaged) == (820, None, None, None)
    assert (part.short, part.surplus, part.request, part.movable, part.outstanding) == (None,) * 5


def test_movable_is_unknown_where_one_part_was_not_counted() -> None:
    balances = city(TWO, {"": counted(800), "kota": counted(800), "kota/damai": counted(400)}).balances()
    assert balances[CITY].movable == 0
    assert balances[RegionKey("kota")].movable is None


def test_voters_that_are_unknown_make_lower_bounds_at_every_level_above() -> None:
    here = city({"kota/damai": [400, None], "kota/prapatan": [400]}, {
        "kota/damai": counted(500), "kota/prapatan": counted(400),
    })  # fmt: skip
    balances = here.balances()
    for path in ("", "kota", "kota/damai"):
        balance = balances[kelurahan(path)]
        assert balance.polling_stations_without_voters == 1
        assert balance.provisional
        assert (balance.surplus, balance.movable) == (None, None)
    assert (balances[CITY].polling_stations, balances[CITY].voters, balances[CITY].required) == (3, 800, 820)
    known = balances[kelurahan("kota/prapatan")]
    assert (known.provisional, known.surplus, known.request, known.movable) == (False, 0, 10, 0)


def test_a_voting_balance_is_of_the_voting_stock_at_the_level_of_its_region() -> None:
    balances = city(TWO).balances()
    assert {balance.stock for balance in balances.values()} == {Stock.VOTING}
    assert [balance.region.level for balance in balances.values()] == [
        Level.KOTA, Level.KECAMATAN, Level.KELURAHAN, Level.KELURAHAN,
    ]  # fmt: skip
