"""The legal reserve: rounded up in each TPS, then summed (UU 1/2015 Pasal 80 and 87)."""

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.balances import needs
from logistik.core.regions import CITY, RegionKey
from logistik.core.rules import Rate
from tests.core.city import RATE, City, cities, lies_in
from tests.core.pace import modest

PEMILU = Rate(2, 100)
DAMAI = RegionKey("kota", "damai")


@pytest.mark.parametrize(
    ("rate", "voters", "reserve"),
    [
        (RATE, 600, 15),  # a multiple of 40 adds nothing: not 16
        (RATE, 429, 11),  # the TPS in Maros that got 440 sheets
        (RATE, 0, 0),
        (RATE, 1, 1),
        (RATE, 40, 1),
        (RATE, 41, 2),
        (PEMILU, 250, 5),  # taught as 6 in the press
        (PEMILU, 251, 6),
    ],
)
def test_the_reserve_of_a_tps_is_rounded_up_and_a_whole_result_stays(rate: Rate, voters: int, reserve: int) -> None:
    assert rate.rounded_up(voters) == reserve
    need = needs([(DAMAI, voters)], rate)[CITY]
    assert (need.voters, need.reserve, need.required) == (voters, reserve, voters + reserve)


@pytest.mark.parametrize("rate", [RATE, PEMILU, Rate(1, 3)])
def test_the_reserve_is_the_exact_fraction_rounded_up_for_every_size_of_a_tps(rate: Rate) -> None:
    exact = [ceil(Fraction(*rate) * voters) for voters in range(1, 801)]
    assert [rate.rounded_up(voters) for voters in range(1, 801)] == exact
    assert [needs([(DAMAI, voters)], rate)[DAMAI].reserve for voters in range(1, 801)] == exact


def test_the_need_of_a_city_is_not_the_share_of_its_total() -> None:
    need = needs([(DAMAI, 41), (RegionKey("kota", "prapatan"), 41)], RATE)
    assert need[CITY].reserve == 4, "2 in each TPS; 2.5% of 82 would be 3"


@modest
@given(cities)
def test_the_reserve_of_any_region_lies_in_the_range_that_its_totals_allow(voters: dict[RegionKey, list[int]]) -> None:
    for need in City(voters).needs().values():
        lowest = ceil(Fraction(need.voters, 40))
        highest = (need.voters + 39 * need.polling_stations) // 40
        assert lowest <= need.reserve <= highest


@modest
@given(cities)
def test_the_need_of_every_level_is_the_sum_of_its_stations(voters: dict[RegionKey, list[int]]) -> None:
    found = City(voters).needs()
    assert set(found) == {CITY, *voters, *(key.parent for key in voters)}
    for region, need in found.items():
        inside = [number for key, stations in voters.items() if lies_in(key, region) for number in stations]
        assert need.polling_stations == len(inside)
        assert need.voters == sum(inside)
        assert need.reserve == sum(ceil(Fraction(25, 1000) * number) for number in inside)
        assert need.required == need.voters + need.reserve


@modest
@given(st.lists(st.none() | st.integers(0, 800), min_size=1))
def test_a_tps_without_voters_is_counted_and_adds_nothing(stations: list[int | None]) -> None:
    need = needs(((DAMAI, voters) for voters in stations), RATE)[CITY]
    assert need.polling_stations == len(stations)
    assert need.polling_stations_without_voters == stations.count(None)
    assert need.voters == sum(voters for voters in stations if voters is not None)


def test_a_kelurahan_without_a_kecamatan_is_counted_once_in_the_city() -> None:
    found = needs([(RegionKey("", "damai"), 600)], RATE)
    assert {key: need.required for key, need in found.items()} == {RegionKey("", "damai"): 615, CITY: 615}
