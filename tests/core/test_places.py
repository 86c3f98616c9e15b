"""Places: the name of a cell, the anchor of a merge, and how a place is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.places import Block, ColumnKey, Location, cell_name, cell_position, column_letters
from logistik.core.vocabulary import Field
from tests.core.pace import modest

LAST_COLUMN, LAST_ROW = 16_383, 1_048_575


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [
        (0, 0, "A1"), (0, 25, "Z1"), (9, 26, "AA10"), (0, 51, "AZ1"), (0, 52, "BA1"), (0, 701, "ZZ1"),
        (0, 702, "AAA1"), (LAST_ROW, LAST_COLUMN, "XFD1048576"),
    ],
)  # fmt: skip
def test_a_cell_is_named_as_excel_names_it(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


@modest
@given(st.integers(0, LAST_ROW), st.integers(0, LAST_COLUMN))
def test_the_name_of_a_cell_leads_back_to_it(row: int, column: int) -> None:
    name = cell_name(row, column)
    letters = name.rstrip("0123456789")
    number = 0
    for letter in letters:
        number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
    assert (int(name[len(letters) :]) - 1, number - 1) == (row, column)
    assert letters == column_letters(column)
    assert cell_position(name) == (row, column)


BLOCK = Block(
    "dpt.xlsx",
    "Kec. Kota",
    {ColumnKey(Field.KECAMATAN): 1, ColumnKey(Field.GOOD, "gubernur"): 4},
    anchors={(7, 1): (5, 1), (6, 1): (5, 1)},
)


@pytest.mark.parametrize(
    ("row", "column", "cell"), [(5, 1, "B6"), (6, 1, "B6"), (7, 1, "B6"), (8, 1, "B9"), (6, 2, "C7")]
)
def test_the_place_of_a_covered_cell_is_the_anchor_of_its_merge(row: int, column: int, cell: str) -> None:
    assert BLOCK.cell(row, column) == Location("dpt.xlsx", "Kec. Kota", cell)


@pytest.mark.parametrize(
    ("keys", "cell"),
    [
        ((ColumnKey(Field.GOOD, "gubernur"),), "E4"),
        ((ColumnKey(Field.GOOD), ColumnKey(Field.KECAMATAN)), "B4"),  # plain Baik is not the governor's
        ((ColumnKey(Field.DAMAGED),), "B4"),
        ((), "B4"),
    ],
)
def test_the_place_of_a_value_is_its_column_else_the_first_of_the_table(keys: tuple[ColumnKey, ...], cell: str) -> None:
    assert BLOCK.at(3, *keys) == Location("dpt.xlsx", "Kec. Kota", cell)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Location("dpt.xlsx", "Kec. Kota", "D14"), "dpt.xlsx!Kec. Kota!D14"),
        (Location("dpt.xlsx", "Kec. Kota"), "dpt.xlsx!Kec. Kota"),
        (Location("dpt.xlsx"), "dpt.xlsx"),
    ],
)
def test_a_place_is_written_as_far_as_it_is_known(place: Location, text: str) -> None:
    assert str(place) == text
