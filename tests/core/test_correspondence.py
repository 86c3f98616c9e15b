"""What letters ask for, and what becomes of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.balances import voting_balances
from logistik.core.correspondence import (
    Answered,
    Cancelled,
    Event,
    Issued,
    Kept,
    Received,
    Signed,
    Status,
    standings,
)
from logistik.core.gap import gap
from logistik.core.regions import CITY, Region, RegionKey
from logistik.core.vocabulary import Level, Stock
from tests.core.city import City, cities, city, counted, counts, kelurahan_keys

LETTER = Issued(
    entry=2,
    code="2RFG-1JAD",
    content="0" * 64,
    audit="1" * 64,
    number="",
    day=None,
    ruleset="pilkada-2024",
    election="walikota",
    stock=Stock.VOTING,
    region=Region(Level.KOTA, "Kota Contoh"),
    recipient="Pimpinan PT Contoh",
    asked=418,
)
DAY = date(2024, 11, 20)
sheets = st.integers(0, 600)


@pytest.mark.parametrize(
    ("events", "outstanding", "status"),
    [
        ([], 418, Status.OPEN),
        ([Received(2, 400, 4, "BA-1", DAY)], 14, Status.PARTLY_MET),
        ([Received(2, 400, 4, "BA-1", DAY), Received(2, 10, 4, "BA-2", DAY)], 0, Status.MET),
        ([Received(2, 0, 418, "BA-1", DAY)], 0, Status.MET),
        ([Received(2, 500, 0, "BA-1", DAY)], 0, Status.MET),
        ([Cancelled(2, "salah penyedia")], 0, Status.CANCELLED),
        ([Received(2, 10, 0, "BA-1", DAY), Cancelled(2, "sisanya dipindahkan")], 0, Status.CANCELLED),
        ([Signed(2, "123/SD", DAY, None)], 418, Status.OPEN),
    ],
    ids=lambda value: value.value if isinstance(value, Status) else None,
)
def test_a_letter_stands_where_its_answers_leave_it(events: list[Event], outstanding: int, status: Status) -> None:
    standing = standings([LETTER, *events])[2]
    assert (standing.outstanding, standing.status) == (outstanding, status)


def test_a_number_and_a_scan_that_come_later_belong_to_the_letter() -> None:
    scan = Kept("scan.pdf", "2" * 64, 9)
    standing = standings([LETTER, Signed(2, "123/SD", DAY, None), Signed(2, "", None, scan)])[2]
    assert (standing.number, standing.day, standing.scans) == ("123/SD", DAY, (scan,))


@given(st.lists(st.tuples(sheets, sheets), max_size=5))
def test_nothing_is_outstanding_twice_and_damaged_sheets_are_not_delivered(came: list[tuple[int, int]]) -> None:
    events: list[Event] = [LETTER, *(Received(2, good, damaged, "", None) for good, damaged in came)]
    standing = standings(events)[2]
    assert standing.good == sum(good for good, _ in came)
    assert standing.outstanding == max(0, 418 - sum(good + damaged for good, damaged in came))


def balanced(here: City, answered: dict[RegionKey, Answered]) -> dict[RegionKey, int | None]:
    """The requests of a city whose letters stand at `answered`."""
    found = voting_balances("walikota", here.regions, here.needs(), here.counts(), answered)
    return {key: balance.request for key, balance in found.items()}


def test_what_was_asked_is_not_asked_again_and_what_came_good_is_later() -> None:
    here = city({"kota/damai": [400]}, {"": counted(good=400)})
    for answered, request in (
        (Answered(), 10),
        (Answered(outstanding=10), 0),
        (Answered(outstanding=4, good=6), 0),
        (Answered(outstanding=0, good=6), 4),
    ):
        assert balanced(here, {CITY: answered})[CITY] == request


def test_later_is_the_larger_of_sheet_and_ledger_never_their_sum() -> None:
    for written, recorded, later in ((6, 0, 6), (6, 4, 6), (4, 6, 6), (0, 6, 6)):
        here = city({"kota/damai": [400]}, {"": counted(good=400, later=written)})
        found = voting_balances("walikota", here.regions, here.needs(), here.counts(), {CITY: Answered(0, recorded)})
        assert found[CITY].later == later


@given(
    cities,
    st.dictionaries(kelurahan_keys, counts),
    st.dictionaries(kelurahan_keys, st.builds(Answered, sheets, sheets)),
)
def test_what_a_letter_asks_for_counts_where_it_was_asked_and_nowhere_else(
    voters: dict[RegionKey, list[int]], own: dict[RegionKey, object], answered: dict[RegionKey, Answered]
) -> None:
    here = City(voters, {key: count for key, count in own.items() if key in voters})  # type: ignore[misc]
    plain, with_letters = balanced(here, {}), balanced(here, answered)
    for key, request in plain.items():
        if request is None or key not in answered:
            assert with_letters[key] == request
        else:
            assert with_letters[key] is not None
            assert with_letters[key] == max(0, with_letters[key] or 0)
            assert (with_letters[key] or 0) <= request


@given(cities, st.dictionaries(kelurahan_keys, counts), st.builds(Answered, sheets, sheets), counts)
def test_the_gap_between_a_request_and_its_parts_is_explained_to_the_sheet(
    voters: dict[RegionKey, list[int]], own: dict[RegionKey, object], answered: Answered, whole: object
) -> None:
    counted_ = {key: count for key, count in own.items() if key in voters}
    here = City(voters, {**counted_, CITY: whole})  # type: ignore[dict-item]
    found = voting_balances("walikota", here.regions, here.needs(), here.counts(), {CITY: answered})
    parts = [found[key] for key in here.regions.children[CITY]]
    if any(part.request is None for part in parts):
        return
    asked, moved, above, undivided = gap(found[CITY], parts)
    assert min(asked, moved, above, undivided) >= 0
    movable = sum(part.request or 0 for part in parts) - (found[CITY].request or 0)
    assert asked + moved + above - undivided == movable
    assert moved <= sum(part.surplus or 0 for part in parts)
    assert not (undivided and (moved or above))


def test_a_letter_of_another_number_is_another_letter() -> None:
    other = LETTER._replace(entry=5, number="9/SD")
    found = standings([LETTER, other, Cancelled(2, "salah")])
    assert [found[key].status for key in (2, 5)] == [Status.CANCELLED, Status.OPEN]
