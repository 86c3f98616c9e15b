"""Totals as formulas: only where the cells that they add give the very figure that the document has."""

from collections.abc import Sequence

from logistik.core.places import cell_name
from logistik.documents.blocks import Cell, Line

_LONGEST_FORMULA = 8000
_MOST_TERMS = 200
"""SUM takes 255 terms; so many stand in one, and several SUM are added."""


def parts_of(rows: Sequence[Line], at: int) -> list[int]:
    """The rows that add up to the row at a place: those one level below it, up to the next of its own level."""
    level = rows[at].level
    found = []
    for below in range(at + 1, len(rows)):
        if rows[below].level <= level:
            break
        if rows[below].level == level + 1:
            found.append(below)
    return found


def formula_of(value: Cell, cells: Sequence[Cell], places: Sequence[int], column: int) -> str | None:
    """The sum over the cells of a column in rows of the sheet; None where they do not add up to the value.

    Args:
        value: what the sum has to be.
        cells: what stands in those rows.
        places: the zero-based rows of the sheet, ascending.
        column: the zero-based column.
    """
    known = [cell for cell in cells if isinstance(cell, int)]
    if not isinstance(value, int) or not known or None in cells or sum(known) != value:
        return None
    areas = _areas(places, column)
    groups = [areas[at : at + _MOST_TERMS] for at in range(0, len(areas), _MOST_TERMS)]
    formula = "=" + "+".join(f"SUM({','.join(group)})" for group in groups)
    return formula if len(formula) <= _LONGEST_FORMULA else None


def _areas(places: Sequence[int], column: int) -> list[str]:
    """Neighbouring rows as ranges."""
    areas: list[tuple[int, int]] = []
    for row in places:
        if areas and areas[-1][1] == row - 1:
            areas[-1] = areas[-1][0], row
        else:
            areas.append((row, row))
    return [
        cell_name(first, column) if first == last else f"{cell_name(first, column)}:{cell_name(last, column)}"
        for first, last in areas
    ]
