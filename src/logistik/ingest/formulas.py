"""Formulas of a sheet: plain sums and differences are recalculated, the others are left to what the file holds.

A program that writes a workbook need not calculate it, and Excel set to manual calculation keeps old results. What
can be recalculated with certainty (`E2+F2`, `G4-H4-I4`, `SUM(F6:F40)`, all on one sheet) is; a formula whose result
the file does not hold shows as itself, so that it reads as unknown and not as blank; a percentage shows its sign.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from logistik.core.grid import Grid, Spot, Value

DEEPEST = 100
"""Formulas that may rest on one another in a chain; a longer chain is not recalculated."""
MOST_VISITS = 2_000_000
"""Formulas that the sums of a sheet may look at in all; running totals of formulas would take a square of time."""

_Term = tuple[bool, Sequence[tuple[Spot, Spot]], Spot | None, float]
"""One summand: whether it is taken off, and the ranges of a SUM, or a cell, or a number."""
_SIGNS = "+-,;:()="
_TERMS = re.compile(r"([+-]?)(?:SUM\(([A-Z0-9$:,;]+)\)|(\$?[A-Z]{1,3}\$?[0-9]{1,7})|([0-9]{1,12}(?:\.[0-9]{1,6})?))")


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
    return grid.with_values(_with(grid.rows, changed), stale) if changed else grid


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
        self._width = max(map(len, grid.rows), default=0)
        self._results: dict[Spot, float | None] = {}
        self._columns: dict[int, _Column] = {}
        self._rows: dict[int, list[int]] = {}
        for row, column in sorted(grid.formulas):
            self._rows.setdefault(column, []).append(row)
        self._visits = 0
        self._depth = 0

    def result(self, spot: Spot) -> float | None:
        """What the formula gives; None if it is not plain, rests on what is not certain, or on itself."""
        if spot not in self._results:
            self._results[spot] = None
            terms = _terms(self._grid.formulas[spot])
            if terms and self._depth < DEEPEST:
                self._depth += 1
                self._results[spot] = self._total(terms)
                self._depth -= 1
        return self._results[spot]

    def _total(self, terms: Sequence[_Term]) -> float | None:
        total = 0.0
        for is_taken_off, areas, cell, number in terms:
            part = self._sum(areas) if areas else self._operand(cell) if cell else number
            if part is None:
                return None
            total += -part if is_taken_off else part
        return total

    def _operand(self, spot: Spot) -> float | None:
        """A cell that is added by itself: a number, or nothing where it is blank; text is not certain."""
        if spot in self._grid.formulas:
            result = self.result(spot)
            if result is not None or self._is_open(spot):
                return result
        value = self._grid.value(*spot)
        if value == "":
            return 0.0
        return float(value) if type(value) is float or type(value) is int else None

    def _is_open(self, spot: Spot) -> bool:
        """Whether a formula gives nothing to rest on: it was never calculated, or could not be recalculated here."""
        return spot in self._grid.uncalculated or _terms(self._grid.formulas[spot]) is not None

    def _sum(self, areas: Sequence[tuple[Spot, Spot]]) -> float | None:
        """The sum of cells and ranges, in which text and blanks are passed over and an error is not certain."""
        total = 0.0
        for (top, left), (bottom, right) in areas:
            for column in range(left, right + 1):
                part = self._part(column, top, bottom)
                if part is None:
                    return None
                total += part
        return total

    def _part(self, at: int, top: int, bottom: int) -> float | None:
        """The sum of a stretch of one column."""
        rows = self._rows.get(at, [])
        first, end = bisect_left(rows, top), bisect_right(rows, bottom)
        self._visits += end - first + 1
        if self._visits > MOST_VISITS:
            return None
        if at not in self._columns:
            self._columns[at] = _Column(self._grid.rows if at < self._width else (), at, rows)
        total = self._columns[at].sum(top, bottom)
        for row in rows[first:end]:
            result = self.result((row, at))
            if result is None and not self._is_open((row, at)):
                result = _summand(self._grid.value(row, at))
            if result is None or total is None:
                return None
            total += result
        return total


class _Column:
    """A column of typed values, so that the sum of any stretch costs as much as that of one cell."""

    def __init__(self, rows: Sequence[Sequence[Value]], at: int, formulas: Sequence[int]) -> None:
        recalculated = set(formulas)
        self._unsure: list[int] = []
        self._sums = [0.0]
        total = 0.0
        for row, values in enumerate(rows):
            value = values[at] if at < len(values) else ""
            if value != "" and row not in recalculated:
                if type(value) is float or type(value) is int:
                    total += value
                elif _summand(value) is None:
                    self._unsure.append(row)
            self._sums.append(total)

    def sum(self, top: int, bottom: int) -> float | None:
        """The sum of what is typed in these rows; None if one of them holds an error or a date."""
        if bisect_left(self._unsure, top) < bisect_right(self._unsure, bottom):
            return None
        last = len(self._sums) - 1
        return self._sums[min(bottom + 1, last)] - self._sums[min(top, last)]


def _summand(value: Value) -> float | None:
    """What a cell gives to a SUM: text, a blank and a yes nothing; None for an error value, a date or a time."""
    if type(value) is float or type(value) is int:
        return float(value)
    return 0.0 if isinstance(value, bool) or (isinstance(value, str) and not value.startswith("#")) else None


def _terms(formula: str) -> list[_Term] | None:
    """The summands of a plain formula; None for any other."""
    text = (_joined(formula) if " " in formula else formula).lstrip("=").upper()
    terms: list[_Term] = []
    taken = 0
    for sign, sums, cell, number in _TERMS.findall(text):
        areas = [_area(each) for each in sums.replace(";", ",").split(",")] if sums else []
        spot = _spot(cell)
        if (terms and not sign) or None in areas or (cell and spot is None):
            return None
        terms.append((sign == "-", [each for each in areas if each], spot, float(number or 0)))
        taken += len(sign) + len(cell) + len(number) + (len(sums) + len("SUM()") if sums else 0)
    return terms if terms and taken == len(text) else None


def _joined(formula: str) -> str:
    """Without the spaces beside signs; a space between two cells means where they meet, and stays."""
    first, *others = formula.split() or [""]
    for part in others:
        first += part if part[0] in _SIGNS or first[-1] in _SIGNS else f" {part}"
    return first


@lru_cache(maxsize=4096)
def _area(text: str) -> tuple[Spot, Spot] | None:
    """First and last cell of `A1:B9` or `A1`; None if it is none."""
    first, _, last = text.partition(":")
    one, other = _spot(first), _spot(last or first)
    if one is None or other is None:
        return None
    return (min(one[0], other[0]), min(one[1], other[1])), (max(one[0], other[0]), max(one[1], other[1]))


def _spot(cell: str) -> Spot | None:
    """Zero-based row and column of `B12` or `$B$12`; None if it is no cell."""
    plain = cell.replace("$", "")
    letters = plain.rstrip("0123456789")
    digits = plain[len(letters) :]
    if not digits.strip("0") or not letters.isalpha() or len(letters) > 3 or len(digits) > 7:
        return None
    return int(digits) - 1, _column(letters)


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
