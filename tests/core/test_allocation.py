"""Sharing good sheets among TPS: nobody above its need, voters before any reserve, and it always adds up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.allocation import Portion, Portions, allocate, portions_of
from logistik.core.regions import CITY, RegionKey
from tests.core.city import RATE
from tests.core.pace import modest

Stations = list[tuple[RegionKey, int | None]]


def named(voters: list[int | None], kelurahan: int = 3) -> Stations:
    """So many TPS in a few kelurahan of two kecamatan, numbered in each from 001."""
    return [
        (RegionKey(f"kec{at % kelurahan % 2}", f"kel{at % kelurahan}", f"{at // kelurahan + 1:03d}"), each)
        for at, each in enumerate(voters)
    ]


stations = st.lists(st.none() | st.integers(0, 600), max_size=40).map(named)
stocks = st.integers(0, 25_000)
bundles = st.sampled_from([1, 10, 20, 25, 50, 100])


def sheets(given_: Stations, stock: int | None) -> list[int | None]:
    return [each.sheets for each in allocate(given_, RATE, stock, 25)]


def known(portions: tuple[Portion, ...]) -> list[tuple[int, int, int]]:
    """Voters, reserve and sheets of the TPS with known voters."""
    return [
        (each.voters, each.reserve, each.sheets)
        for each in portions
        if each.voters is not None and each.reserve is not None and each.sheets is not None
    ]


@pytest.mark.parametrize(
    ("stock", "shares"),
    [
        (None, [410, 410, 205]),  # not counted: the list is the need
        (2000, [410, 410, 205]),  # more than enough: the rest stays
        (1025, [410, 410, 205]),
        (1024, [410, 409, 205]),  # 24 sheets for reserves of 10, 10 and 5: 9.6, 9.6, 4.8
        (1022, [409, 409, 204]),  # 8.8, 8.8, 4.4
        (1001, [401, 400, 200]),  # one sheet above the voters: of equal rests that of TPS 001
        (1000, [400, 400, 200]),  # voters, and no reserve at all
        (999, [400, 399, 200]),  # 399.6, 399.6, 199.8: not even the voters
        (0, [0, 0, 0]),
    ],
)
def test_voters_come_first_and_reserves_share_what_is_left(stock: int | None, shares: list[int]) -> None:
    roll: Stations = [
        (RegionKey("utara", "mawar", "001"), 400),
        (RegionKey("utara", "mawar", "002"), 400),
        (RegionKey("utara", "mawar", "003"), 200),
    ]
    assert sheets(roll, stock) == shares


def test_a_tps_without_voters_gets_nothing_and_takes_nothing_from_others() -> None:
    roll = named([400, None, 400])
    first, unknown, _ = allocate(roll, RATE, 820, 25)
    assert first == Portion(roll[0][0], 400, 10, 410, 16, 10)
    assert unknown == Portion(roll[1][0])
    assert portions_of(allocate(roll, RATE, 900, 25))[CITY] == Portions(3, 1, 800, 20, 820, 32, 20)


def test_no_kecamatan_bears_the_whole_shortage() -> None:
    roll = [(RegionKey(kecamatan, "x", f"{at:03d}"), 400) for kecamatan in ("utara", "selatan") for at in range(1, 11)]
    sums = portions_of(allocate(roll, RATE, 20 * 410 - 10, 25))
    assert {key: each.short for key, each in sums.items() if key.kelurahan == "" != key.kecamatan} == {
        RegionKey("utara"): 5,
        RegionKey("selatan"): 5,
    }


@modest
@given(stations, stocks, bundles)
def test_it_adds_up_and_nobody_gets_more_than_it_needs(roll: Stations, stock: int, bundle: int) -> None:
    portions = allocate(roll, RATE, stock, bundle)
    rows = known(portions)
    assert [each.station for each in portions] == [key for key, _ in roll]
    assert sum(got for *_, got in rows) == min(stock, sum(voters + reserve for voters, reserve, _ in rows))
    assert all(0 <= got <= voters + reserve for voters, reserve, got in rows)
    for each in portions:
        if each.bundles is None or each.loose is None:
            assert each[1:] == (None,) * 5
        else:
            assert each.bundles * bundle + each.loose == each.sheets
            assert 0 <= each.loose < bundle


@modest
@given(stations, stocks)
def test_nobody_gets_a_reserve_while_a_voter_is_without_a_sheet(roll: Stations, stock: int) -> None:
    rows = known(allocate(roll, RATE, stock, 25))
    if any(got > voters for voters, _, got in rows):
        assert all(got >= voters for voters, _, got in rows)


@modest
@given(stations, stocks)
def test_every_share_is_within_a_sheet_of_its_quota(roll: Stations, stock: int) -> None:
    rows = known(allocate(roll, RATE, stock, 25))
    voters, reserve = sum(row[0] for row in rows), sum(row[1] for row in rows)
    for own, spare, got in rows:
        if stock <= voters:
            quota = Fraction(stock * own, voters or 1)
        else:
            quota = own + Fraction(min(stock - voters, reserve) * spare, reserve or 1)
        assert abs(got - quota) < 1


@modest
@given(stations, stocks)
def test_of_equal_needs_the_lower_number_never_gets_less(roll: Stations, stock: int) -> None:
    best: dict[int, int] = {}
    portions = sorted(allocate(roll, RATE, stock, 25), key=lambda each: each.station.tps)
    for each in reversed(portions):
        if each.voters is not None and each.sheets is not None:
            assert each.sheets >= best.get(each.voters, 0)
            best[each.voters] = each.sheets


@modest
@given(stations, st.none() | stocks)
def test_regions_are_the_sum_of_their_tps(roll: Stations, stock: int | None) -> None:
    portions = allocate(roll, RATE, stock, 25)
    sums = portions_of(portions)
    rows = known(portions)
    city = sums[CITY]
    assert (city.polling_stations, city.without_voters) == (len(roll), len(roll) - len(rows))
    assert (city.voters, city.reserve, city.sheets) == tuple(sum(row[at] for row in rows) for at in range(3))
    for depth in ("kecamatan", "kelurahan"):
        parts = [each for key, each in sums.items() if key.level == depth]
        assert not parts or tuple(map(sum, zip(*parts, strict=True))) == city
