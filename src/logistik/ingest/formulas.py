"""Formulas of a sheet: plain sums and differences are recalculated, the others are left to what the file holds.

A program that writes a workbook need not calculate it, and Excel set to manual calculation keeps old results. What
can be recalculated with certainty (`E2+F2`, `G4-H4-I4`, `SUM(F6:F40)`, all on one sheet) is; a formula whose result
the file does not hold shows as itself, so that it reads as unknown and not as blank; a percentage shows its sign.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from logistik.core.grid import Grid, Spot, Value

DEEPEST = 100
"""Formulas that may rest on one another in a chain; a longer chain is not recalculated."""
MOST_VISITS = 2_000_000
"""Formulas that the sums of a sheet may look at in all; running totals of formulas would take a square of time."""

_CELL = r"\$?[A-Z]{1,3}\$?[0-9]{1,7}"
_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
_SUM = rf"SUM\({_CELL}(?::{_CELL})?(?:[,;]{_CELL}(?::{_CELL})?)*\)"
_TERM = rf"(?:{_SUM}|{_CELL}|{_NUMBER})"
_PLAIN = re.compile(rf"[+-]?{_TERM}(?:[+-]{_TERM})*")
_TERMS = re.compile(rf"([+-]?)(?:SUM\(([^)]*)\)|({_CELL})|({_NUMBER}))")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


def calculated(grid: Grid) -> Grid:
    """The grid with plain formulas recalculated; `stale` holds what the file held where that differs."""
    recalculation = _Recalculation(grid)
    changed: dict[Spot, Value] = {}
    stale: dict[Spot, Value] = {}
    for spot, formula in grid.formulas.items():
        held = grid.value(*spot)
        result = recalculation.result(spot)
        if spot in grid.uncalculated:
            changed[spot] = f"={formula}" if result is None else result
        elif result is not None and not _are_equal(held, result):
            changed[spot] = result
            stale[spot] = held
    for spot in grid.percents:
        shown = changed.get(spot, grid.value(*spot))
        if isinstance(shown, (int, float)):
            changed[spot] = f"{shown * 100:.10g}%"
    return replace(grid, rows=_with(grid.rows, changed), stale=stale) if changed else grid


def _with(rows: Sequence[Sequence[Value]], changed: dict[Spot, Value]) -> list[Sequence[Value]]:
    """The rows with other values in some cells; a cell beyond the used range makes room for itself."""
    copied = list(rows)
    lists: dict[int, list[Value]] = {}
    for (row, column), value in changed.items():
        if row not in lists:
            copied += [[] for _ in range(row + 1 - len(copied))]
            copied[row] = lists[row] = list(copied[row])
        values = lists[row]
        if column >= len(values):
            values += [""] * (column + 1 - len(values))
        values[column] = value
    return copied


def _are_equal(held: Value, result: float) -> bool:
    """Whether the file holds the result; a blank may stand for 0, and a date is not judged."""
    if isinstance(held, (int, float)):
        return abs(held - result) <= 1e-6 * max(1.0, abs(result))
    return not isinstance(held, str) or (held == "" and result == 0)


class _Recalculation:
    """The results of a sheet's plain formulas, each calculated once."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._results: dict[Spot, float | None] = {}
        self._columns: dict[int, _Column] = {}
        self._rows: dict[int, list[int]] = {}
        for row, column in sorted(grid.formulas):
            self._rows.setdefault(column, []).append(row)
        self._visits = 0
        self._depth = 0

    def result(self, spot: Spot) -> float | None:
        """What the formula gives; None if it is not plain, rests on what is not certain, or on itself."""
        if spot in self._results:
            return self._results[spot]
        self._results[spot] = None
        formula = _plain(self._grid.formulas[spot])
        if formula and self._depth < DEEPEST:
            self._depth += 1
            self._results[spot] = self._evaluated(formula)
            self._depth -= 1
        return self._results[spot]

    def _evaluated(self, formula: str) -> float | None:
        total = 0.0
        for sign, areas, cell, number in _TERMS.findall(formula):
            term = self._sum(areas) if areas else self._operand(_spot(cell)) if cell else float(number)
            if term is None:
                return None
            total += -term if sign == "-" else term
        return total

    def _operand(self, spot: Spot) -> float | None:
        """A cell that is added by itself: a number, or nothing where it is blank; text is not certain."""
        value = self._grid.value(*spot)
        if spot in self._grid.formulas:
            result = self.result(spot)
            if result is not None or self._is_open(spot):
                return result
        if value == "":
            return 0.0
        return float(value) if type(value) is float or type(value) is int else None

    def _is_open(self, spot: Spot) -> bool:
        """Whether a formula gives nothing to rest on: it was never calculated, or could not be recalculated here."""
        return spot in self._grid.uncalculated or bool(_plain(self._grid.formulas[spot]))

    def _sum(self, areas: str) -> float | None:
        """The sum of cells and ranges, in which text and blanks are passed over and an error is not certain."""
        total = 0.0
        for found in _AREA.finditer(areas):
            top, left = int(found[2]) - 1, _number(found[1])
            bottom, right = (int(found[4]) - 1, _number(found[3])) if found[3] else (top, left)
            for column in range(min(left, right), max(left, right) + 1):
                part = self._part(column, min(top, bottom), max(top, bottom))
                if part is None:
                    return None
                total += part
        return total

    def _part(self, at: int, top: int, bottom: int) -> float | None:
        if at not in self._columns:
            self._columns[at] = _Column(self._grid, at, self._rows.get(at, []))
        column = self._columns[at]
        total = column.sum(top, bottom)
        rows = self._rows.get(at, [])
        first, end = bisect_left(rows, top), bisect_right(rows, bottom)
        self._visits += end - first + 1
        if self._visits > MOST_VISITS:
            return None
        for row in rows[first:end]:
            if total is None:
                return None
            result = self.result((row, at))
            if result is None and self._is_open((row, at)):
                return None
            if result is None:
                held = self._grid.value(row, at)
                result = float(held) if type(held) is float or type(held) is int else _text(held)
            total = None if result is None else total + result
        return total


class _Column:
    """A column of typed values, so that the sum of any stretch costs as much as that of one cell."""

    def __init__(self, grid: Grid, at: int, formulas: Sequence[int]) -> None:
        calculated_here = set(formulas)
        self._unsure: list[int] = []
        self._sums = array("d", [0.0])
        total = 0.0
        for row, values in enumerate(grid.rows) if at < max(map(len, grid.rows), default=0) else ():
            value = values[at] if at < len(values) else ""
            if value != "" and row not in calculated_here:
                if type(value) is float or type(value) is int:
                    total += value
                elif _text(value) is None:
                    self._unsure.append(row)
            self._sums.append(total)

    def sum(self, top: int, bottom: int) -> float | None:
        """The sum of what is typed in these rows; None if one of them holds an error or a date."""
        if bisect_left(self._unsure, top) < bisect_right(self._unsure, bottom):
            return None
        last = len(self._sums) - 1
        return self._sums[min(bottom + 1, last)] - self._sums[min(top, last)]


def _text(value: Value) -> float | None:
    """What text, a blank or a yes gives to a sum: nothing; None for an error value, a date or a time."""
    if isinstance(value, bool) or (isinstance(value, str) and not value.startswith("#")):
        return 0.0
    return None


def _plain(formula: str) -> str:
    """The formula in capitals and without spaces; "" if it is not plain."""
    text = formula.replace(" ", "").upper()
    return text if _PLAIN.fullmatch(text) else ""


@lru_cache(maxsize=1024)
def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _spot(cell: str) -> Spot:
    letters = cell.replace("$", "").rstrip("0123456789")
    return int(cell.rpartition(letters)[2].lstrip("$")) - 1, _number(letters)
