"""What a sheet says beside its values: formulas, error values, percentages, and what is hidden or merged."""

import re

from logistik.core.grid import Merge, Spot

LONGEST_FORMULA = 250
"""Characters of a formula that are kept; a longer one is no plain sum."""

_ENTITY = r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(\w+));"
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Marks:
    """The marks of one sheet by zero-based row and column.

    `merged` counts all merges, also those that the native reader gives itself.
    """

    __slots__ = (
        "errors", "formulas", "hidden_columns", "hidden_rows", "merged", "merges", "percents", "uncalculated"
    )  # fmt: skip

    def __init__(self) -> None:
        self.errors: dict[Spot, str] = {}
        self.formulas: dict[Spot, str] = {}
        self.uncalculated: set[Spot] = set()
        self.percents: set[Spot] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges: list[Merge] = []
        self.merged = 0

    @property
    def size(self) -> int:
        """How many cells, rows, columns and merges are marked."""
        marked = (self.errors, self.formulas, self.percents, self.hidden_rows, self.hidden_columns)
        return sum(map(len, marked)) + self.merged

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
    return re.sub(_ENTITY, _character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _ENTITIES.get(found[3], found[0])
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if code < 0x110000 else found[0]
