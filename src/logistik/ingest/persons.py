"""Numbers of persons (NIK, NKK, NPWP, rekening) in cells: masked before anything is read, so that none is shown."""

import re
import unicodedata
from math import isfinite

from logistik.core.grid import Grid, Value

MASK = "•"
"""Stands for each digit that is not shown."""
_SHOWN = 4
"""Digits that stay, so that a person can find the cell."""
_FEWEST = 14
"""Digits of a number of a person; the code of a TPS has thirteen."""
_FROM, _TO = 10 ** (_FEWEST - 1), 10**18
# Patterns are compiled by `re` where they are first needed: most sheets hold no such number.
_LONG = rf"[0-9]{{{_FEWEST},}}"
_DIVIDED = r"(?<![0-9])[0-9]{1,6}(?:[.\-]{1,2}[0-9]{1,8}){2,6}(?![0-9])"
_SPACED = r"(?<![0-9])(?!20[0-9]{2} )[0-9]{4}(?: [0-9]{4}){3}(?![0-9])"
_NO_PERSON = (
    r"(?<![0-9])[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}(?![0-9])"
    r"|(?<![0-9])(?:[0-9]{1,2}[.\-][0-9]{1,2}[.\-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?![0-9])"
)
"""A region's code and dates, alone or as a range."""
_UNSEEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"


def masked(text: str) -> str:
    """The text with the digits of numbers of persons masked but for the first four, however they are divided."""
    plain = text if text.isascii() else re.sub(_UNSEEN, "", unicodedata.normalize("NFKC", text))
    shown = re.sub(_SPACED, _mask, re.sub(_DIVIDED, _mask_divided, re.sub(_LONG, _mask, plain)))
    return text if shown == plain else shown


def is_masked(value: Value) -> bool:
    """Whether a cell held a number of a person."""
    return isinstance(value, str) and MASK * 2 in value


def without_persons(grid: Grid) -> Grid:
    """The sheet with every number of a person masked; one without them as it is.

    Each different value is looked at once: a table repeats a few hundred values over many rows.
    """
    different = set[Value]().union(*grid.rows, grid.stale.values())
    found = {value: shown for value in different if _may_be(value) and (shown := _shown(value)) != value}
    if not found:
        return grid
    rows = [
        values if found.keys().isdisjoint(values) else [found.get(value, value) for value in values]
        for values in grid.rows
    ]
    return grid.with_values(rows, {spot: found.get(value, value) for spot, value in grid.stale.items()})


def _may_be(value: Value) -> bool:
    """Whether a value may have so many digits; nearly all have not."""
    if isinstance(value, str):
        return len(value) >= _FEWEST and sum(map(str.isdecimal, value)) >= _FEWEST
    return isinstance(value, (int, float)) and _FROM <= value < _TO


def _shown(value: Value) -> Value:
    if isinstance(value, str):
        return masked(value)
    is_whole = isinstance(value, (int, float)) and isfinite(value) and value == int(value)
    return masked(f"{value:.0f}") if is_whole else value


def _mask(found: re.Match[str]) -> str:
    seen = 0

    def each(digit: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        return digit[0] if seen <= _SHOWN else MASK

    return re.sub("[0-9]", each, found[0])


def _mask_divided(found: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in found[0])
    return found[0] if digits not in (15, 16) or re.search(_NO_PERSON, found[0]) else _mask(found)
