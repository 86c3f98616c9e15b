"""Formulas recalculated: what is plain and certain gets its result, everything else stays what the file holds."""

import time
from datetime import date

import pytest

from logistik.core.grid import Grid, Spot, Value
from logistik.ingest.formulas import DEEPEST, calculated

CELLS: list[list[Value]] = [[190.0, 210.0, 5, ""], [100.0, 100.0, "x", "#REF!"], [2.5, 0.5, date(2024, 11, 13), True]]
"""A1 to D3."""


def result(formula: str, held: Value = "", *, cells: list[list[Value]] = CELLS) -> Value:
    """What a formula in F1 that was never calculated, or whose result is `held`, comes to."""
    rows = [[*values] for values in cells]
    rows[0] += [""] * (5 - len(rows[0])) + [held]
    spot = (0, 5)
    blank = frozenset({spot}) if held == "" else frozenset[Spot]()
    return calculated(Grid("x.xlsx", "A", rows, formulas={spot: formula}, uncalculated=blank)).value(*spot)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A1+B1", 400),
        ("+A1+$B$1", 400),
        ("a1 + b1", 400),
        ("A1+B1-C1", 395),
        ("-A1+B1", 20),
        ("A1+7-0.5", 196.5),
        ("SUM(A1:B2)", 600),
        ("SUM(B2:A1)", 600),
        ("SUM(A1,B1,A2:B2)", 600),
        ("SUM(A1;B1)", 400),
        ("SUM(A1:A2)-SUM(B1:B2)+1", -19),
        ("SUM(A1:C2)", 605),
        ("SUM(A1:A900)", 292.5),
        ("SUM(H1:XFD9)", 0),
        ("A1+D1", 190),
        ("A1", 190),
        ("12", 12),
    ],
)
def test_plain_sums_and_differences(formula: str, expected: float) -> None:
    assert result(formula) == expected


@pytest.mark.parametrize(
    "formula",
    [
        "A1*B1", "A1/0", "(A1+B1)", "A1:B1", "SUM(A1:B1)*2", "IF(A1>0,A1,0)", "SUMIF(A1:A3,1)", "Lain!A1+B1", "A1B1",
        "A1 1",
        "SUM()", "SUM(A1:B1:C1)", "SUM(A:A)", "SUM(Kota)", "A1+", "A0+B1", "A1+B1…", "#REF!+A1", "", "A1&B1", "12%",
        "A1+C2", "A1+D2", "A1+C3", "A1+D3", "SUM(D1:D2)", "SUM(C1:C3)", "F1+1", "SUM(F1:F2)",
    ],
)  # fmt: skip
def test_what_is_not_plain_or_not_certain_shows_itself_where_it_was_never_calculated(formula: str) -> None:
    assert result(formula) == f"={formula}"
    assert result(formula, 77.0) == 77.0


def grid(formulas: dict[str, str], rows: list[list[Value]]) -> Grid:
    """A sheet with formulas in some cells of its first three columns."""
    spots = {(int(cell[1:]) - 1, ord(cell[0]) - 65): formula for cell, formula in formulas.items()}
    return calculated(Grid("x.xlsx", "A", rows, formulas=spots))


def test_a_formula_rests_on_the_right_result_of_another_and_both_are_stale() -> None:
    found = grid({"B1": "A1+1", "C1": "B1+1", "C2": "SUM(B1:C1)"}, [[5.0, 0.0, 0.0], ["", "", 0.0]])
    assert found.rows == [[5.0, 6.0, 7.0], ["", "", 13.0]]
    assert found.stale == {(0, 1): 0.0, (0, 2): 0.0, (1, 2): 0.0}


def test_a_result_that_is_right_is_not_stale_and_the_sheet_is_the_same() -> None:
    held = Grid("x.xlsx", "A", [[0.1, 0.2, 0.30000000000000004]], formulas={(0, 2): "A1+B1"})
    assert calculated(held) is held


def test_a_formula_that_is_not_plain_lends_its_result() -> None:
    found = grid({"A1": "VLOOKUP(B1,H:I,2)", "C1": "A1+B1", "C2": "SUM(A1:B1)"}, [[5.0, 2.0, 0.0], ["", "", 0.0]])
    assert (found.value(0, 2), found.value(1, 2)) == (7.0, 7.0)


def test_formulas_that_rest_on_each_other_keep_what_the_file_holds() -> None:
    found = grid({"A1": "B1+1", "B1": "A1+1", "C1": "SUM(A1:B1)"}, [[1.0, 2.0, 9.0]])
    assert list(found.rows[0]) == [1.0, 2.0, 9.0]
    assert not found.stale


def test_a_chain_is_followed_down_the_sheet_and_only_so_far_up_it() -> None:
    one: list[Value] = [1.0]
    blank: list[list[Value]] = [[0.0] for _ in range(999)]
    down = grid({f"A{row}": f"A{row - 1}+1" for row in range(2, 1001)}, [one, *blank])
    assert down.value(999, 0) == 1000.0
    up = grid({f"A{row}": f"A{row + 1}+1" for row in range(1, 1000)}, [*blank, one])
    assert up.value(DEEPEST, 0) == 0.0


def test_running_totals_over_a_long_column_take_no_square_of_time() -> None:
    rows: list[list[Value]] = [[1.0, 0.0] for _ in range(20_000)]
    typed = {(row, 1): f"SUM(A$1:A{row + 1})" for row in range(20_000)}
    summed = {(row, 1): f"SUM(B$1:B{row})" for row in range(1, 20_000)}
    started = time.perf_counter()
    assert calculated(Grid("x.xlsx", "A", rows, formulas=typed)).value(19_999, 1) == 20_000.0
    calculated(Grid("x.xlsx", "A", rows, formulas=summed))
    assert time.perf_counter() - started < 10


def test_percentages_show_their_sign_and_other_cells_do_not() -> None:
    spots = frozenset({(0, 0), (0, 1), (0, 2), (0, 3)})
    found = calculated(Grid("x.xlsx", "A", [[0.25, 1, "teks", ""]], percents=spots, formulas={(0, 1): "A1+A1"}))
    assert list(found.rows[0]) == ["25%", "50%", "teks", ""]


def test_a_cell_beyond_the_used_range_makes_room_for_itself() -> None:
    spots = {(2, 3): "A1+1"}
    found = calculated(Grid("x.xlsx", "A", [[1.0]], formulas=spots, uncalculated=frozenset(spots)))
    assert found.rows == [[1.0], [], ["", "", "", 2.0]]


def test_a_blank_result_stands_for_0_and_for_no_other_number() -> None:
    assert grid({"B1": "A1-5"}, [[5.0, ""]]).stale == {}
    assert grid({"B1": "A1-4"}, [[5.0, ""]]).stale == {(0, 1): ""}
