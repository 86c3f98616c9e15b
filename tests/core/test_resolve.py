"""One row of the warehouse with missing columns and blank cells: which figures are known."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.counts import Absent, Cell, Count, RawCount, Resolved, add, resolve, total
from logistik.core.vocabulary import Field
from tests.core.city import changed, counted, counts
from tests.core.pace import modest

BLANK = Absent(is_blank=True)
UNREADABLE = Absent(is_blank=False)


class Case(NamedTuple):
    """A row as read, its figures as known, and what is told beside them."""

    raw: RawCount
    good: int | None
    damaged: int | None = 0
    swapped: int | None = 0
    unsorted: int | None = 0
    unknown: tuple[Field, ...] = ()


IDENTITY = {
    "a column that is missing is 0": Case(RawCount(received=100, good=100), 100),
    "typed figures are taken as they are": Case(
        RawCount(received=100, good=90, damaged=5, swapped=3, unsorted=2), 90, 5, 3, 2),
    "typed figures stay even where the identity fails": Case(RawCount(received=100, good=90, damaged=5), 90, 5),
    "a typed 0 is 0": Case(RawCount(received=0, good=0, damaged=0), 0),
    "blank cells are 0 where the identity then holds": Case(
        RawCount(received=100, good=90, damaged=10, swapped=BLANK, unsorted=BLANK), 90, 10),
    "a blank Baik is 0 where the identity then holds": Case(RawCount(received=100, good=BLANK, damaged=100), 0, 100),
    "a blank cell is unknown where the identity then fails": Case(
        RawCount(received=100, good=90, damaged=BLANK), 90, None, unknown=(Field.DAMAGED,)),
    "a blank Baik is unknown where the identity then fails": Case(
        RawCount(received=100, good=BLANK, damaged=5), None, 5, unknown=(Field.GOOD,)),
    "of several blank cells none can be told": Case(
        RawCount(received=100, good=90, damaged=BLANK, swapped=BLANK), 90, None, None,
        unknown=(Field.DAMAGED, Field.SWAPPED)),
    "an unreadable cell is unknown, even where the others make up what was received": Case(
        RawCount(received=100, good=100, damaged=UNREADABLE), 100, None),
    "beside an unreadable cell a blank one is unknown too": Case(
        RawCount(received=100, good=100, damaged=UNREADABLE, swapped=BLANK), 100, None, None,
        unknown=(Field.SWAPPED,)),
}  # fmt: skip

WITHOUT_GOOD = {
    "good is the rest where damage was counted": Case(RawCount(received=100, damaged=4), 96, 4),
    "good is what nothing else takes": Case(
        RawCount(received=100, damaged=4, swapped=3, unsorted=2), 91, 4, 3, 2),
    "damage by category counts too": Case(RawCount(received=100, damage_categories=(3, 1)), 96, 4),
    "and so does one category beside a blank one": Case(RawCount(received=100, damage_categories=(4, BLANK)), 96, 4),
    "a damage of 0 was counted": Case(RawCount(received=100, damaged=0), 100),
    "without damage nothing was sorted": Case(RawCount(received=100), None, 0, 0, 100),
    "a blank damage was not counted": Case(
        RawCount(received=100, damaged=BLANK), None, None, 0, 100, unknown=(Field.DAMAGED,)),
    "more damage than was received leaves good unknown": Case(RawCount(received=100, damaged=101), None, 101),
    "an unreadable part leaves good unknown": Case(
        RawCount(received=100, damaged=4, swapped=UNREADABLE), None, 4, None),
}  # fmt: skip

CATEGORIES = {
    "the categories sum to the damage": Case(RawCount(received=100, good=90, damage_categories=(6, 4)), 90, 10),
    "a blank category is 0 where the identity then holds": Case(
        RawCount(received=100, good=90, damage_categories=(10, BLANK)), 90, 10),
    "a blank Rusak is the sum of its categories": Case(
        RawCount(received=100, good=90, damaged=BLANK, damage_categories=(6, 4)), 90, 10),
    "a blank Rusak and a blank category are what the identity leaves": Case(
        RawCount(received=100, good=90, damaged=BLANK, damage_categories=(10, BLANK)), 90, 10),
    "Rusak counts where it differs from its categories": Case(
        RawCount(received=100, good=90, damaged=10, damage_categories=(6, 3)), 90, 10),
    "a readable Rusak needs no readable categories": Case(
        RawCount(received=100, good=90, damaged=10, damage_categories=(6, UNREADABLE)), 90, 10),
}  # fmt: skip


def known(resolved: Resolved) -> tuple[int | None, ...]:
    """Good, damaged, swapped and unsorted of a row."""
    count = resolved.count
    return count.good, count.damaged, count.swapped, count.unsorted


@pytest.mark.parametrize("case", IDENTITY.values(), ids=IDENTITY)
def test_the_identity_decides_about_missing_columns_and_blank_cells(case: Case) -> None:
    resolved = resolve(case.raw)
    assert known(resolved) == (case.good, case.damaged, case.swapped, case.unsorted)
    assert resolved.unknown_cells == case.unknown
    assert resolved.count.received == case.raw.received


@pytest.mark.parametrize("case", WITHOUT_GOOD.values(), ids=WITHOUT_GOOD)
def test_a_sheet_without_baik(case: Case) -> None:
    resolved = resolve(case.raw)
    assert known(resolved) == (case.good, case.damaged, case.swapped, case.unsorted)
    assert resolved.unknown_cells == case.unknown


@pytest.mark.parametrize("case", CATEGORIES.values(), ids=CATEGORIES)
def test_damage_by_category(case: Case) -> None:
    resolved = resolve(case.raw)
    assert known(resolved) == (case.good, case.damaged, case.swapped, case.unsorted)
    assert resolved.unknown_cells == case.unknown


def test_the_sum_of_the_categories_is_told_beside_rusak() -> None:
    assert resolve(RawCount(received=9, good=0, damaged=9, damage_categories=(6, 2, BLANK))).categories_sum == 8
    assert resolve(RawCount(received=9, good=0, damaged=9, damage_categories=(6, UNREADABLE))).categories_sum is None
    assert resolve(RawCount(received=9, good=0, damaged=9)).categories_sum is None


def test_damage_is_unknown_where_one_of_its_categories_cannot_be_read() -> None:
    resolved = resolve(RawCount(received=100, good=90, damage_categories=(6, UNREADABLE)))
    assert resolved.count.damaged is None


def test_damage_is_unknown_where_its_categories_are_blank_and_the_identity_fails() -> None:
    resolved = resolve(RawCount(received=100, good=90, damage_categories=(BLANK, BLANK)))
    assert resolved.count.damaged is None


def test_damage_is_unknown_where_a_category_is_blank_and_the_identity_fails() -> None:
    resolved = resolve(RawCount(received=100, good=90, damage_categories=(6, BLANK)))
    assert resolved.count.damaged is None


def test_blank_categories_are_no_count_of_damage_from_which_good_could_be_derived() -> None:
    resolved = resolve(RawCount(received=100, damage_categories=(BLANK, BLANK)))
    assert (resolved.count.good, resolved.count.unsorted) == (None, 100)


@pytest.mark.parametrize("cell", [BLANK, UNREADABLE], ids=["blank", "unreadable"])
def test_a_row_without_diterima_was_not_counted_and_keeps_only_what_was_decided_and_noted(cell: Absent) -> None:
    raw = RawCount(ordered=500, noted=400, received=cell, good=90, damaged=5, later=3)
    assert resolve(raw).count == Count(ordered=500, noted=400)
    assert resolve(RawCount(ordered=500, noted=400, good=90, damaged=5)).count == Count(ordered=500, noted=400)


@pytest.mark.parametrize(
    ("raw", "good", "readings"),
    [
        (RawCount(received=100, good=95, usable_defects=5, damaged=5), 95, None),  # inside Baik
        (RawCount(received=100, good=90, usable_defects=5, damaged=5), 95, None),  # beside Baik
        (RawCount(received=100, good=80, usable_defects=5, damaged=5), 80, (80, 85)),  # neither
        (RawCount(received=100, good=80, usable_defects=0, damaged=5), 80, None),
        (RawCount(received=100, good=80, usable_defects=BLANK, damaged=5), 80, None),
        (RawCount(received=2, good=0, usable_defects=2, damaged=UNREADABLE), 0, (0, 2)),  # no identity to ask
    ],
)
def test_the_identity_decides_whether_usable_defects_stand_inside_baik(
    raw: RawCount, good: int, readings: tuple[int, int] | None
) -> None:
    resolved = resolve(raw)
    assert (resolved.count.good, resolved.usable_readings) == (good, readings)


@pytest.mark.parametrize(("cell", "expected"), [(None, 0), (BLANK, 0), (0, 0), (7, 7), (UNREADABLE, None)], ids=str)
def test_what_came_later_is_nothing_where_nothing_is_written_and_unknown_where_it_cannot_be_read(
    cell: Cell, expected: int | None
) -> None:
    assert resolve(RawCount(received=100, good=100, later=cell)).count.later == expected


def test_an_order_that_is_not_written_is_unknown_and_not_0() -> None:
    count = resolve(RawCount(received=100, good=100, ordered=BLANK)).count
    assert (count.ordered, count.noted) == (None, None)


@modest
@given(counts)
def test_a_full_row_is_its_own_figures(count: Count) -> None:
    raw = RawCount(
        received=count.received, good=count.good, damaged=count.damaged, swapped=count.swapped,
        unsorted=count.unsorted, later=count.later,
    )  # fmt: skip
    resolved = resolve(raw)
    assert resolved.count == count
    assert resolved.count.parts == resolved.count.received
    assert (resolved.unknown_cells, resolved.usable_readings) == ((), None)


@modest
@given(counts, st.sampled_from(["good", "damaged", "swapped", "unsorted"]))
def test_one_unreadable_cell_never_becomes_a_number(count: Count, name: str) -> None:
    def cell(field: str) -> Cell:
        return UNREADABLE if field == name else getattr(count, field)

    raw = RawCount(
        received=count.received, good=cell("good"), damaged=cell("damaged"), swapped=cell("swapped"),
        unsorted=cell("unsorted"),
    )  # fmt: skip
    resolved = resolve(raw)
    assert getattr(resolved.count, name) is None
    assert resolved.count.parts is None


@modest
@given(st.lists(counts, min_size=1, max_size=5), st.integers(0, 4))
def test_a_sum_is_unknown_where_one_part_is(parts: list[Count], at: int) -> None:
    assert total(parts).good == add(*(part.good for part in parts))
    parts[at % len(parts)] = changed(counted(1), good=None)
    assert total(parts).good is None
    assert total(parts).received is not None
