"""A formula that many cells share is written once, and reads in each of them from where that cell stands."""

import re
from collections.abc import Callable
from functools import lru_cache

from logistik.core.places import column_letters
from logistik.readers.marks import LONGEST_FORMULA, column_number

Filling = Callable[[int, int], str]
"""A shared formula as it reads at a zero-based row and column."""

_REFERENCE = re.compile(r"(?<![A-Za-z0-9_.!'\"])(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_(.!])")
_letters = lru_cache(maxsize=1024)(column_letters)


def filling(text: str, row: int, column: int) -> Filling:
    """A formula typed at one cell, as it is filled into others: what is not fixed by `$` moves along."""
    if len(text) > LONGEST_FORMULA:
        return lambda _row, _column: text
    pieces: list[str] = []
    moving: list[tuple[bool, int, bool, int]] = []
    end = 0
    for found in _REFERENCE.finditer(text):
        pieces.append(text[end : found.start()])
        moving.append((bool(found[1]), column_number(found[2]) - 1, bool(found[3]), int(found[4])))
        end = found.end()
    last = text[end:]

    def filled(to_row: int, to_column: int) -> str:
        parts = []
        for piece, (is_fixed_column, at_column, is_fixed_row, at_row) in zip(pieces, moving, strict=True):
            new_column = at_column if is_fixed_column else at_column + to_column - column
            new_row = at_row if is_fixed_row else at_row + to_row - row
            if new_column < 0 or new_row < 1:
                return "#REF!"
            parts.append(f"{piece}{'$' * is_fixed_column}{_letters(new_column)}{'$' * is_fixed_row}{new_row}")
        return "".join(parts) + last

    return filled
