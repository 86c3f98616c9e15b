"""The balance sheet: what came in is accounted for, and what is behind it where it is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.balances import Balance, revote_balance, voting_balances
from logistik.core.closing import Closed, Name, closed, counted
from logistik.core.closing_causes import Clue, Why, carton_clues, cause_of, clues_of, packing_clues, recount_clues
from logistik.core.counts import Count
from logistik.core.movements import Moved, Origin, TakenBack, Way, holding, moves, remaining, taken
from logistik.core.regions import CITY, RegionKey
from tests.core.city import City
from tests.core.city import counted as count

DAY = date(2024, 11, 26)
VILLAGE = RegionKey("utara", "mawar")
sheets = st.integers(0, 500)


def balance(voters: list[int | None], own: Count, packed: int | None = None) -> Balance:
    """A kabupaten/kota of TPS with so many voters and its counted stock; what is packed is all that may be used."""
    city = City({VILLAGE: voters}, {CITY: own})
    found = voting_balances("walikota", city.regions, city.needs(), {CITY: own})[CITY]
    if packed is None and own.good is not None and own.later is not None:
        packed = own.good + own.later - (found.surplus or 0)
    return found._replace(packed=packed)


def revote(own: Count) -> Balance:
    """A stock for a revote of 2,000 sheets."""
    return revote_balance("walikota", City({VILLAGE: [400]}).regions, 2000, own)


def moved(way: Way, origin: Origin, number: int, entry: int = 9, election: str = "walikota") -> Moved:
    """Sheets that left."""
    return Moved(entry, "0" * 64, "pilkada-2024", way, election, origin, number, "BA-1", DAY, "PT Contoh")


def figures(found: Closed) -> dict[str, int | None]:
    """The sheets of each line by its name."""
    return {line.name.value: line.sheets for line in found.lines}


counts = st.builds(count, good=sheets, damaged=sheets, swapped=sheets, unsorted=sheets, later=sheets)
rolls = st.lists(st.integers(0, 300), min_size=1, max_size=4)


def _warehouse(
    voters: list[int | None], own: Count, came_damaged: int, gone: list[tuple[Origin, Way, int]]
) -> tuple[Balance, int, list[Moved]]:
    """A consistent warehouse: what may be used is packed, and no more left than was there."""
    found, left = balance(voters, own), list[Moved]()
    for origin, way, share in gone:
        there = (counted(found, origin, came_damaged) or 0) - taken(left, origin=origin)
        left.append(moved(way, origin, there * share // 100))
    return found, came_damaged, left


leaving = st.tuples(
    st.sampled_from([Origin.DAMAGED, Origin.SWAPPED, Origin.SURPLUS]), st.sampled_from(Way), st.integers(0, 100)
)
warehouses = st.builds(_warehouse, rolls, counts, st.integers(0, 50), st.lists(leaving, max_size=5))


@given(warehouses)
def test_a_consistent_warehouse_leaves_no_difference(warehouse: tuple[Balance, int, list[Moved]]) -> None:
    assert closed(*warehouse).difference == 0


@given(warehouses, st.integers(-3000, 3000))
def test_sheets_that_nobody_accounts_for_are_the_difference(
    warehouse: tuple[Balance, int, list[Moved]], off: int
) -> None:
    found, came_damaged, left = warehouse
    assert closed(found._replace(packed=(found.packed or 0) - off), came_damaged, left).difference == off
    assert closed(found._replace(received=(found.received or 0) + off), came_damaged, left).difference == off


@given(warehouses)
def test_what_leaves_changes_lines_and_no_difference(warehouse: tuple[Balance, int, list[Moved]]) -> None:
    found, came_damaged, left = warehouse
    before, after = figures(closed(found, came_damaged, [])), figures(closed(found, came_damaged, left))
    assert sum(value or 0 for value in before.values()) == sum(value or 0 for value in after.values())
    for name, origin in (
        (Name.DAMAGED, Origin.DAMAGED),
        (Name.SWAPPED, Origin.SWAPPED),
        (Name.SURPLUS, Origin.SURPLUS),
    ):
        assert (before[name] or 0) - (after[name] or 0) == taken(left, origin=origin)
    for name, way in (
        (Name.RETURNED, Way.RETURNED),
        (Name.HANDED_OVER, Way.HANDED_OVER),
        (Name.DESTROYED, Way.DESTROYED),
    ):
        assert after[name] == taken(left, way=way)


@given(warehouses, st.sampled_from(["received", "later", "packed", "surplus", "damaged", "swapped", "unsorted"]))
def test_what_is_not_known_leaves_the_difference_unknown(
    warehouse: tuple[Balance, int, list[Moved]], figure: str
) -> None:
    found = closed(warehouse[0]._replace(**{figure: None}), *warehouse[1:])  # type: ignore[arg-type]
    assert found.difference is None
    assert found.unknown == (Name(figure),)


@given(warehouses, st.integers(1, 100))
def test_more_that_left_than_was_there_is_too_much_accounted_for(
    warehouse: tuple[Balance, int, list[Moved]], more: int
) -> None:
    found, came_damaged, left = warehouse
    there = (counted(found, Origin.DAMAGED, came_damaged) or 0) - taken(left, origin=Origin.DAMAGED)
    left = [*left, moved(Way.DESTROYED, Origin.DAMAGED, there + more)]
    result = closed(found, came_damaged, left)
    assert (result.difference, figures(result)["damaged"]) == (-more, 0)
    cause = cause_of(-more, clues_of(found, came_damaged, left, None), 0)
    assert cause.clues[0] == Clue(Why.MOVED_BEYOND, -more)


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        (Count(received=2000, later=0), 2000),
        (Count(received=1990, good=1985, damaged=3, swapped=2, unsorted=0, later=0), 1985),
        (Count(received=1990, damaged=3, swapped=2, later=5), 1990),
        (Count(received=2000, good=500, damaged=0, swapped=0, unsorted=1500, later=0), 2000),
    ],
    ids=["sealed", "counted", "no good", "half sorted"],
)
def test_the_stock_for_a_revote_is_kept(own: Count, kept: int) -> None:
    found = closed(revote(own), 0, [])
    assert (found.difference, figures(found)["kept"]) == (0, kept)
    assert found.still_there == (), "what stays is not left over"
    left = closed(revote(own), 0, [moved(Way.HANDED_OVER, Origin.PSU, 400)])
    assert (left.difference, figures(left)["kept"], figures(left)["handed_over"]) == (0, kept - 400, 400)


def test_what_left_of_another_election_or_stock_is_another_balance() -> None:
    found = balance([400], count(420, damaged=5))
    others = [moved(Way.DESTROYED, Origin.DAMAGED, 5, election="gubernur"), moved(Way.DESTROYED, Origin.PSU, 5)]
    assert closed(found, 0, others) == closed(found, 0, [])


def test_what_was_taken_back_did_not_leave() -> None:
    first, second = moved(Way.DESTROYED, Origin.DAMAGED, 5, 3), moved(Way.RETURNED, Origin.DAMAGED, 7, 4)
    told = moves([first, second, TakenBack(3, "salah"), TakenBack(9, "tidak ada")])
    assert holding(told.values()) == (second,)
    assert (told[3].reason, told[4].reason) == ("salah", "")
    assert (remaining(20, 7), remaining(5, 7), remaining(None, 7)) == (13, 0, None)


def cause(difference: int, clues: list[Clue], bundle: int = 0) -> list[tuple[Why, int, int]]:
    """What is named for a difference: why, sheets, and of how many."""
    return [clue[:3] for clue in cause_of(difference, clues, bundle).clues]


FULL = balance([400, 400], count(820, damaged=12, swapped=7, later=0), 820)


@pytest.mark.parametrize(
    ("found", "packing", "why"),
    [
        (FULL._replace(packed=410), [(410, None), (410, 410)], (Why.NOT_PACKED, 410, 1)),
        (FULL._replace(packed=837), [(410, 420), (410, 417)], (Why.PACKED_MORE, -17, 2)),
        (FULL._replace(packed=815), [(410, 410), (410, 405)], (Why.PACKED_LESS, 5, 1)),
        (FULL._replace(packed=813), [(410, 400), (410, 413)], (Why.PACKED_NET, 7, 0)),
        (FULL._replace(packed=808), [], (Why.DAMAGED, 12, 0)),
        (FULL._replace(packed=827), [], (Why.SWAPPED, 7, 0)),
        (FULL._replace(received=842), [], (Why.ROW, 3, 0)),
        (FULL._replace(ordered=826, packed=820, good=826, received=845), [], (Why.ABOVE_NEED, 6, 0)),
        (FULL._replace(ordered=810, surplus=10), [], (Why.BELOW_NEED, -10, 0)),
        (FULL._replace(outstanding=9, packed=829), [], (Why.OUTSTANDING, -9, 0)),
    ],
    ids=lambda value: value[0].value if isinstance(value, tuple) and isinstance(value[0], Why) else "",
)
def test_a_difference_that_equals_a_figure_is_said_to_be_that(
    found: Balance, packing: list[tuple[int, int | None]], why: tuple[Why, int, int]
) -> None:
    difference = closed(found, 0, []).difference
    assert difference
    clues = [*packing_clues(packing), *clues_of(found, 0, [], None)]
    assert why in cause(difference, clues)
    assert cause_of(difference, clues, 0).is_exact


def test_cartons_the_revote_stock_and_a_move_are_named_too() -> None:
    cartons = carton_clues([("K-1", 2000, 1987), ("K-2", 2000, 2000), ("K-3", 2000, None), ("K-4", 640, None)])
    assert cause(13, cartons) == [(Why.CARTON_OFF, 13, 0)]
    assert cause(-640, cartons) == [(Why.CARTON, 640, 1)]
    assert cause(2000, [*cartons, *clues_of(FULL, 0, [], 2000)]) == [(Why.CARTON, 2000, 2), (Why.REVOTE, 2000, 0)]
    left = moved(Way.DESTROYED, Origin.DAMAGED, 11)
    assert cause_of(11, clues_of(FULL, 0, [left], None), 0).clues == (Clue(Why.MOVE, 11, name="9"),)


def test_a_second_counter_is_named_before_sheets_that_may_be_another_s() -> None:
    clues = recount_clues([("TPS 012 Karang Rejo", 537, 531), ("TPS 001 Damai", 410, 411)])
    assert cause_of(-6, clues, 6).clues == (Clue(Why.RECOUNTED, -6, 1, "TPS 012 Karang Rejo"),)
    assert cause_of(-5, clues, 5).clues == (Clue(Why.RECOUNTED, -5, 2, "TPS 012 Karang Rejo"),)
    assert cause(6, clues) == []


def test_bundles_are_named_only_where_nothing_more_definite_fits() -> None:
    assert cause(-100, [], bundle=25) == [(Why.BUNDLE, -100, 4)]
    assert cause(-100, [Clue(Why.SWAPPED, 100)], bundle=25) == [(Why.SWAPPED, 100, 0)]
    assert cause(-100, [], bundle=1) == []


def test_a_difference_that_nothing_equals_is_given_its_largest_parts() -> None:
    clues = [*packing_clues([(410, None), (410, 417)]), *clues_of(FULL, 0, [], 2000)]
    found = cause_of(403, clues, 25)
    assert not found.is_exact
    assert [clue[:3] for clue in found.clues] == [(Why.NOT_PACKED, 410, 1), (Why.PACKED_MORE, -7, 1)]


def test_more_packed_than_was_good_is_said() -> None:
    found = FULL._replace(packed=851)
    assert cause(-31, clues_of(found, 0, [], None)) == [(Why.BEYOND_GOOD, -31, 0)]


def test_nothing_is_still_there_once_it_left() -> None:
    found = balance([400], count(430, damaged=5, swapped=3))
    assert [line.name for line in closed(found, 0, []).still_there] == [Name.SURPLUS, Name.DAMAGED, Name.SWAPPED]
    gone = [
        moved(Way.HANDED_OVER, Origin.SURPLUS, 20),
        moved(Way.DESTROYED, Origin.DAMAGED, 5),
        moved(Way.RETURNED, Origin.SWAPPED, 3),
    ]
    assert closed(found, 0, gone).still_there == ()
