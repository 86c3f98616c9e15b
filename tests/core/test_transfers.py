"""Moves between boxes and the warehouse: zero-sum, fair, near, and few; the fewest where all can be tried."""

import time
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logistik.core.regions import RegionKey
from logistik.core.transfers import WAREHOUSE, Box, Move, Transfers, matched, transfers, warehouse_rest

RESERVE = 40
"""A reserve of one in so many voters, rounded up: 2.5%."""


def station(number: int, kelurahan: str = "a", kecamatan: str = "utara") -> RegionKey:
    return RegionKey(kecamatan, kelurahan, f"{number:03}")


def box(at: RegionKey, packed: int | None, voters: int | None = 400, **marks: bool) -> Box:
    """A box of a TPS of 400 voters, which needs 410."""
    required = None if voters is None else voters - (-voters // RESERVE)
    return Box(at, voters, required, () if packed is None else (packed,), **marks)


def moves(*boxes: Box, rest: int = 0) -> list[tuple[str, str, int]]:
    """The moves with the places as short names."""
    return [(_name(each.source), _name(each.target), each.sheets) for each in transfers(boxes, rest).moves]


def _name(at: RegionKey) -> str:
    return "gudang" if at == WAREHOUSE else f"{at.kelurahan}{int(at.tps)}"


CASES = {
    "nothing is wrong": ([box(station(1), 410), box(station(2), 410)], 50, []),
    "a pair evens out": ([box(station(1), 415), box(station(2), 405)], 50, [("a1", "a2", 5)]),
    "what is too much goes back": ([box(station(1), 417)], 0, [("a1", "gudang", 7)]),
    "what is lacking comes from the warehouse": ([box(station(1), 400)], 50, [("gudang", "a1", 10)]),
    "an exact pair before the largest": (
        [box(station(1), 420), box(station(2), 415), box(station(3), 405), box(station(4), 404)],
        50,
        [("a1", "a4", 6), ("a1", "gudang", 4), ("a2", "a3", 5)],
    ),
    "the same kelurahan before another": (
        [box(station(1), 415), box(station(1, "b"), 405), box(station(2), 405)],
        50,
        [("a1", "a2", 5), ("gudang", "b1", 5)],
    ),
    "the same kecamatan before the warehouse": (
        [box(station(1), 415), box(station(1, "b"), 405)],
        50,
        [("a1", "b1", 5)],
    ),
    "another kecamatan only through the warehouse": (
        [box(station(1), 415), box(station(1, "c", "selatan"), 405)],
        0,
        [("a1", "gudang", 5), ("gudang", "c1", 5)],
    ),
    "a box that is not packed is filled from the warehouse, also beside one with too much": (
        [box(station(1), 515), box(station(2), None)],
        500,
        [("a1", "gudang", 105), ("gudang", "a2", 410)],
    ),
    "what the warehouse lacks for it comes from the nearest box": (
        [box(station(1), 515), box(station(2), None)],
        305,
        [("a1", "a2", 105), ("gudang", "a2", 305)],
    ),
    "sealed, doubtful and unknown boxes are left alone": (
        [
            box(station(1), 420, is_sealed=True),
            box(station(2), 400, is_sealed=True),
            box(station(3), 420, is_doubtful=True),
            box(station(4), 420, voters=None),
            box(station(5), None, voters=None),
            box(station(6), 405),
        ],
        5,
        [("gudang", "a6", 5)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_moves_of(name: str) -> None:
    boxes, rest, expected = CASES[name]
    assert moves(*boxes, rest=rest) == expected


def test_voters_come_before_reserves_and_reserves_are_shared_by_largest_remainder() -> None:
    boxes = [box(station(1), None, 400), box(station(2), 395, 400), box(station(3), None, 200)]
    found = transfers(boxes, 400 + 200 + 5 + 7)
    assert [(each.station.tps, each.voters, each.reserve) for each in found.uncovered] == [
        ("001", 0, 7),
        ("002", 0, 7),
        ("003", 0, 4),
    ]
    assert [(each.sheets, each.target.tps) for each in found.moves] == [(403, "001"), (8, "002"), (201, "003")]


def test_where_even_voters_lack_sheets_no_reserve_gets_any() -> None:
    found = transfers([box(station(1), None, 300), box(station(2), None, 100)], 200)
    assert [(each.voters, each.reserve, each.sheets) for each in found.uncovered] == [(150, 8, 158), (50, 3, 53)]


def test_the_rest_of_the_warehouse_counts_the_most_that_a_box_may_hold() -> None:
    twice = Box(station(1), 400, 410, (400, 415), is_doubtful=True)
    unreadable = Box(station(2), 400, 410, (), is_doubtful=True)
    sealed = Box(station(3), 400, 410, (), is_sealed=True)
    empty = Box(station(4), 400, 410)
    assert warehouse_rest(2000, [twice, unreadable, sealed, empty], 100) == 2000 - 415 - 410 - 410 - 100
    assert warehouse_rest(100, [box(station(1), 410)], 0) == -310
    assert warehouse_rest(None, [empty], 0) is None


def test_how_far_a_box_is_off_is_unknown_where_its_content_or_need_is() -> None:
    assert box(station(1), 405).difference == -5
    assert box(station(1), None).difference == -410
    assert box(station(1), 405, is_sealed=True).difference == -5
    assert box(station(1), None, is_sealed=True).difference is None
    assert box(station(1), 405, is_doubtful=True).difference is None
    assert box(station(1), 405, voters=None).difference is None


@st.composite
def cities(draw: st.DrawFn) -> tuple[list[Box], int]:
    """A small kabupaten/kota with boxes of every kind, and the rest of its warehouse."""
    boxes = []
    for at in range(draw(st.integers(0, 14))):
        place = station(at + 1, draw(st.sampled_from("ab")), draw(st.sampled_from(("utara", "selatan"))))
        voters = draw(st.one_of(st.none(), st.integers(0, 60)))
        off = draw(st.integers(-12, 12))
        packed = draw(st.sampled_from((None, 0, *[max(0, (voters or 0) + 2 + off)] * 6)))
        sealed, doubtful = draw(st.sampled_from([(False, False)] * 6 + [(True, False), (False, True)]))
        boxes.append(box(place, packed, voters, is_sealed=sealed, is_doubtful=doubtful))
    return boxes, draw(st.one_of(st.integers(0, 20), st.integers(0, 400)))


def after(boxes: list[Box], rest: int, found: Transfers) -> dict[RegionKey, int]:
    """What lies where once all is moved; the warehouse has what it gives when it gives it."""
    held = Counter({each.station: each.packed or 0 for each in boxes} | {WAREHOUSE: rest})
    for move in found.moves:
        assert move.sheets > 0
        assert move.source != move.target
        held[move.source] -= move.sheets
        held[move.target] += move.sheets
        assert held[WAREHOUSE] >= 0
    return dict(held)


@settings(max_examples=300, deadline=None)
@given(cities())
def test_every_sheet_arrives_and_every_box_holds_what_it_needs_or_is_told(city: tuple[list[Box], int]) -> None:
    boxes, rest = city
    found = transfers(boxes, rest)
    held = after(boxes, rest, found)
    assert sum(held.values()) == sum(each.packed or 0 for each in boxes) + rest
    missing = {each.station: each for each in found.uncovered}
    touched = {place for move in found.moves for place in move[:2]}
    for each in boxes:
        if each.is_left_alone:
            assert each.station not in touched | set(missing)
            continue
        lacking = missing.get(each.station)
        assert each.required is not None
        assert held[each.station] + (lacking.sheets if lacking else 0) == each.required
    if missing:
        assert held[WAREHOUSE] == 0
    if any(each.voters for each in found.uncovered):
        for each in boxes:
            if not each.is_left_alone and (each.packed or 0) < (each.required or 0):
                assert held[each.station] <= max(each.voters or 0, each.packed or 0)


@settings(max_examples=300, deadline=None)
@given(cities())
def test_a_box_only_gives_or_only_takes_and_each_move_settles_one_of_its_ends(city: tuple[list[Box], int]) -> None:
    boxes, rest = city
    found = transfers(boxes, rest)
    sources, targets = ({move[at] for move in found.moves} - {WAREHOUSE} for at in (0, 1))
    assert not sources & targets
    assert len({move[:2] for move in found.moves}) == len(found.moves)
    empty = {each.station for each in boxes if not each.is_packed}
    assert len(found.moves) <= len(sources) + len(targets) + len(targets & empty)
    for move in found.moves:
        if WAREHOUSE not in move[:2]:
            assert move.source.kecamatan == move.target.kecamatan


@settings(max_examples=300, deadline=None)
@given(cities())
def test_no_sheet_goes_far_that_is_wanted_near(city: tuple[list[Box], int]) -> None:
    boxes, rest = city
    packed = {each.station for each in boxes if each.is_packed}
    found = transfers(boxes, rest)
    for area in ("kelurahan", "kecamatan"):

        def place(at: RegionKey, area: str = area) -> RegionKey:
            return at.parent if area == "kelurahan" else at.parent.parent

        away = {place(move.source) for move in found.moves if place(move.source) != place(move.target)}
        fetched = {place(move.target) for move in found.moves if move.target in packed and
                   place(move.source) != place(move.target)}  # fmt: skip
        assert not (away & fetched) - {WAREHOUSE}


amounts = st.lists(st.integers(1, 9), max_size=4)


@settings(max_examples=400, deadline=None)
@given(amounts, amounts)
def test_a_few_boxes_are_settled_in_the_fewest_moves(surplus: list[int], lack: list[int]) -> None:
    found = list(matched({station(at): n for at, n in enumerate(surplus, 1)},
                         {station(at, "b"): n for at, n in enumerate(lack, 1)}))  # fmt: skip
    assert sum(each.sheets for each in found) == min(sum(surplus), sum(lack))
    given, taken = Counter[RegionKey](), Counter[RegionKey]()
    for each in found:
        given[each.source] += each.sheets
        taken[each.target] += each.sheets
    left = [n for at, n in enumerate(surplus, 1) if given[station(at)] < n]
    left += [n for at, n in enumerate(lack, 1) if taken[station(at, "b")] < n]
    assert len(found) + len(left) == fewest(tuple(surplus), tuple(lack))


def fewest(surplus: tuple[int, ...], lack: tuple[int, ...]) -> int:
    """The fewest moves that settle all boxes with a warehouse to send to and to fetch from, by trying every move."""
    if not surplus or not lack:
        return len(surplus) + len(lack)
    first, rest = surplus[0], surplus[1:]
    tried = [1 + fewest(rest, lack)]
    for at, wanted in enumerate(lack):
        others = lack[:at] + lack[at + 1 :]
        sheets = min(first, wanted)
        tried.append(
            1
            + fewest(
                (*([first - sheets] if first > sheets else []), *rest),
                (*([wanted - sheets] if wanted > sheets else []), *others),
            )
        )
    return min(tried)


def test_many_boxes_are_settled_by_pairs_and_by_threes() -> None:
    surplus = {station(at): n for at, n in enumerate([9, 9, 9, 4, 5, 30, 31, 32], 1)}
    lack = {station(at, "b"): n for at, n in enumerate([9, 3, 6, 9, 17, 15, 16, 16, 16], 1)}
    found = list(matched(surplus, lack))
    assert Move(station(1), station(1, "b"), 9) in found
    assert len(found) <= len(surplus) + len(lack) - 6


def test_ten_thousand_stations_of_two_elections_take_less_than_a_second() -> None:
    random = Random(2024)
    boxes = []
    for at in range(10_000):
        voters = random.randint(200, 600)
        off = random.choice((0, 0, random.randint(-12, 12), random.randint(-100, 100)))
        packed = None if random.random() < 0.02 else max(0, voters + 10 + off)
        boxes.append(box(station(at % 50, f"k{at // 50 % 10}", f"c{at // 500}"), packed, voters))
    begun = time.process_time()
    for rest in (20_000, 2_000):
        assert transfers(boxes, rest).moves
    assert time.process_time() - begun < 1
