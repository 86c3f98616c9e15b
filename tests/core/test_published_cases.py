"""Figures that offices published: what they had, and what they asked for."""

from dataclasses import dataclass

import pytest

from logistik.core.balances import figures, revote_balance, station_balance
from logistik.core.counts import Count
from logistik.core.regions import Region
from logistik.core.vocabulary import Level, Stock
from tests.core.city import RATE, changed, city, counted


@dataclass(frozen=True)
class Case:
    """What was published, in sheets; a decision or a need is the base."""

    base: int
    good: int
    damaged: int
    short: int
    request: int
    swapped: int = 0


PUBLISHED = {
    "Madiun, Pilgub 2024": Case(582_458, 581_874, 42, 542, 584),
    "Madiun, Pilbup 2024, revote stock included": Case(584_458, 583_064, 17, 1_377, 1_394),
    "Garut, PPWP 2024": Case(2_042_611, 2_039_310, 1_302, 1_999, 3_301),
    "Garut, DPR 2024": Case(2_042_611, 2_039_591, 3_020, 0, 3_020),
    "Kabupaten Bogor, Pilbup 2024": Case(3_926_080 + 101_663 + 2_000, 4_027_334, 424, 0, 2_409, swapped=1_985),
    "Balikpapan 2020, of a need that was not published": Case(450_000, 445_905, 3_095, 1_000, 4_095),
}


@pytest.mark.parametrize("case", PUBLISHED.values(), ids=PUBLISHED)
def test_a_published_request_is_computed_again(case: Case) -> None:
    result = figures(case.base, counted(case.good, case.damaged, case.swapped), 0, sealed=False, need_is_partial=False)
    assert (result.short, result.request, result.request_low) == (case.short, case.request, case.request)
    assert (result.surplus, result.provisional) == (0, False)


@pytest.mark.parametrize("case", PUBLISHED.values(), ids=PUBLISHED)
def test_a_published_request_is_a_balance_on_its_decision(case: Case) -> None:
    stock = changed(counted(case.good, case.damaged, case.swapped), ordered=case.base)
    balance = next(iter(city({"kota/damai": [600]}, {"": stock}).balances().values()))
    assert (balance.base, balance.short, balance.request) == (case.base, case.short, case.request)
    assert balance.received == case.good + case.damaged + case.swapped


def test_one_tps_in_maros_needs_440_sheets_for_429_voters() -> None:
    region = Region(Level.TPS, "001", tps="001")
    balance = station_balance(region, "bupati", 429, RATE)
    assert (balance.voters, balance.reserve, balance.required, balance.polling_stations) == (429, 11, 440, 1)
    assert (balance.received, balance.request, balance.provisional) == (None, None, False)


def test_a_tps_without_voters_on_the_roll_is_counted_as_such() -> None:
    balance = station_balance(Region(Level.TPS, "001", tps="001"), "bupati", None, RATE)
    assert (balance.polling_stations, balance.polling_stations_without_voters) == (1, 1)
    assert balance.provisional


@dataclass(frozen=True)
class Kept:
    """A revote stock: what was counted, and what follows."""

    count: Count
    short: int | None
    request: int | None
    surplus: int | None
    required: int | None = 2_000


REVOTE = {
    "sealed, received as labelled": Kept(Count(received=2_000, unsorted=2_000, damaged=0, swapped=0, later=0), 0, 0, 0),
    "sealed, three sheets short as in Kotim 2020": Kept(counted(0, unsorted=1_997), 3, 3, 0),
    "opened and sorted": Kept(counted(1_995, 5), 0, 5, 0),
    "more than the law keeps": Kept(counted(2_010), 0, 0, 10),
    "fixed by a decision of its own": Kept(changed(counted(1_000), ordered=1_500), 500, 500, 0),
    "not counted": Kept(Count(), None, None, None),
    "kept at the province": Kept(counted(10), None, None, None, required=None),
}


@pytest.mark.parametrize("kept", REVOTE.values(), ids=REVOTE)
def test_the_revote_stock_is_a_balance_of_its_own_that_is_never_provisional(kept: Kept) -> None:
    balance = revote_balance("bupati", city({"kota/damai": [600]}).regions, kept.required, kept.count)
    assert (balance.short, balance.request, balance.surplus) == (kept.short, kept.request, kept.surplus)
    assert balance.stock is Stock.REVOTE
    assert balance.required == kept.required
    assert not balance.provisional
    assert (balance.voters, balance.reserve, balance.polling_stations) == (None, None, None)


def test_an_opened_revote_stock_is_judged_by_what_was_found_good() -> None:
    opened = Count(received=2_000, good=1_995, damaged=0, swapped=0, unsorted=0, later=0)
    balance = revote_balance("bupati", city({"kota/damai": [600]}).regions, 2_000, opened)
    assert balance.good == 1_995
    assert balance.request == 5, "2,000 to be kept less 1,995 good; the row's identity is another matter"


def test_the_revote_stock_of_madiun_does_not_fill_the_shortage_of_voting_day() -> None:
    voting = figures(582_458, counted(581_064, 17), 0, sealed=False, need_is_partial=False)
    revote = revote_balance("bupati", city({"kota/damai": [600]}).regions, 2_000, counted(2_000))
    assert (voting.request, revote.request) == (1_394, 0)
