"""What a sheet says beside its values: formulas, error values, percentages, and what is hidden or merged."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from logistik.core.grid import Merge, Spot
from logistik.core.places import column_letters

LONGEST_FORMULA = 250
"""Characters of a formula that are kept; a longer one is no plain sum."""

_REFERENCE = re.compile(r"(?<![A-Za-z0-9_.!'\"])(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_(.!])")
_ENTITY = re.compile(r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(\w+));")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(slots=True, eq=False, repr=False)
class Marks:
    """The marks of one sheet by zero-based row and column."""

    errors: dict[Spot, str] = field(default_factory=dict)
    formulas: dict[Spot, str] = field(default_factory=dict)
    uncalculated: set[Spot] = field(default_factory=set)
    percents: set[Spot] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    merged: int = 0
    """How many merges there are, also those that the native reader gives itself."""

    @property
    def size(self) -> int:
        """How many cells, rows and columns are marked."""
        return (
            len(self.errors)
            + len(self.formulas)
            + len(self.percents)
            + len(self.hidden_rows)
            + len(self.hidden_columns)
            + self.merged
        )

    def formula(self, spot: Spot, text: str, *, is_calculated: bool) -> None:
        """Note a formula."""
        self.formulas[spot] = text if len(text) <= LONGEST_FORMULA else f"{text[:60]}…"
        if not is_calculated:
            self.uncalculated.add(spot)


def column_number(letters: str | bytes) -> int:
    """`A` is 1, `XFD` is 16384; small letters too."""
    number = 0
    for letter in letters.upper() if isinstance(letters, bytes) else letters.upper().encode():
        number = number * 26 + letter - 64
    return number


def unescaped(text: str) -> str:
    """Text of an XML file without entities; an unknown one stays as it is."""
    if "&" not in text:
        return text
    return _ENTITY.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _ENTITIES.get(found[3], found[0])
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if code < 0x110000 else found[0]


def relative(text: str, row: int, column: int) -> Callable[[int, int], str]:
    """A formula typed at one cell, as it reads when it is filled into another: what is not fixed by `$` moves along."""
    if len(text) > LONGEST_FORMULA:
        return lambda _row, _column: text
    pieces: list[str] = []
    moving: list[tuple[bool, int, bool, int]] = []
    end = 0
    for found in _REFERENCE.finditer(text):
        pieces.append(text[end : found.start()])
        moving.append((bool(found[1]), column_number(found[2]), bool(found[3]), int(found[4])))
        end = found.end()
    last = text[end:]

    def filled(to_row: int, to_column: int) -> str:
        parts = []
        for piece, (is_fixed_column, at_column, is_fixed_row, at_row) in zip(pieces, moving, strict=True):
            new_column = at_column if is_fixed_column else at_column + to_column - column
            new_row = at_row if is_fixed_row else at_row + to_row - row
            if new_column < 1 or new_row < 1:
                return "#REF!"
            parts.append(f"{piece}{'$' * is_fixed_column}{_letters(new_column)}{'$' * is_fixed_row}{new_row}")
        return "".join(parts) + last

    return filled


@lru_cache(maxsize=1024)
def _letters(number: int) -> str:
    return column_letters(number - 1)
