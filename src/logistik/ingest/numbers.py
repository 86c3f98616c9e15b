"""Counts as people type them. What cannot be read with certainty is a `Trouble`, never a guess."""

import re
from enum import StrEnum
from typing import NamedTuple

from logistik.core.grid import Value


class Kind(StrEnum):
    """Why a cell gives no count."""

    UNREADABLE = "unreadable"
    NEGATIVE = "negative"
    FRACTION = "fraction"
    UNCALCULATED = "uncalculated"
    PERCENT = "percent"


class Trouble(NamedTuple):
    """A cell that holds something, but not a count; `likely` is what it may have been meant to be."""

    kind: Kind
    raw: str
    likely: int | None = None


Reading = int | Trouble | None
"""A count, a trouble, or None for a blank cell (a dash is blank too)."""

LARGEST = 10**9
"""More sheets or voters than the country has is not a count."""

_BLANK = frozenset({"", "-", "--", "–", "—"})
_ZERO = frozenset({"nihil", "nol", "tidak ada"})
_PLAIN = re.compile(r"[0-9]{1,12}")
_GROUPS = r"[1-9][0-9]{0,2}(?:(?P<mark>[., ])[0-9]{3})(?:(?P=mark)[0-9]{3}){0,4}"
_GROUPED = re.compile(_GROUPS)
_WHOLE_DECIMAL = re.compile(rf"(?P<whole>[0-9]{{1,12}}|{_GROUPS})[.,]0{{1,2}}")
_NEGATIVE = re.compile(r"[-−(]\s*[0-9][0-9.,]*\)?")
_FRACTION = re.compile(r"[0-9]+[.,][0-9]+")
_UNIT = re.compile(r"\s*(?:lbr|lembar|tps|orang|pemilih|surat suara)\.?$", re.IGNORECASE)


def read_count(value: Value) -> Reading:
    """A whole number of sheets, voters or TPS out of a cell.

    Certain: integers, whole floats, digits, thousands grouped by dot, comma or space (`60.869`), a
    trailing `,00`, a trailing unit (`250 lbr`). A date, an error, a fraction or a negative is a `Trouble`.
    """
    if type(value) is float or type(value) is int:
        if value < 0:
            return Trouble(Kind.NEGATIVE, _shown(value))
        if value != value // 1 or value > LARGEST:
            return _fraction(value) if value <= LARGEST else Trouble(Kind.UNREADABLE, _shown(value))
        return int(value)
    if isinstance(value, str):
        return _read_text(value)
    return Trouble(Kind.UNREADABLE, str(value))


def read_signed(value: Value) -> Reading:
    """The same for a difference, which may be negative: `-5`, `(5)`."""
    reading = read_count(value)
    if isinstance(reading, Trouble) and reading.kind is Kind.NEGATIVE:
        size = read_count(reading.raw.strip("-−() "))
        return -size if isinstance(size, int) else reading
    return reading


def _read_text(text: str) -> Reading:
    stripped = " ".join(text.replace("\xa0", " ").replace("\u202f", " ").replace("\u200b", "").split())
    if stripped in _BLANK:
        return None
    if stripped.casefold() in _ZERO:
        return 0
    number = _UNIT.sub("", stripped)
    if _PLAIN.fullmatch(number):
        return _bounded(number, stripped)
    if _GROUPED.fullmatch(number):
        return _bounded(re.sub(r"[., ]", "", number), stripped)
    if whole := _WHOLE_DECIMAL.fullmatch(number):
        return _bounded(re.sub(r"[., ]", "", whole["whole"]), stripped)
    if _NEGATIVE.fullmatch(number):
        return Trouble(Kind.NEGATIVE, stripped)
    if _FRACTION.fullmatch(number):
        return Trouble(Kind.FRACTION, stripped)
    if stripped.startswith("="):
        return Trouble(Kind.UNCALCULATED, stripped[:60])
    is_percent = "%" in stripped and stripped.strip("-−()% ").replace(".", "").replace(",", "").isdecimal()
    return Trouble(Kind.PERCENT if is_percent else Kind.UNREADABLE, stripped[:60])


def _bounded(digits: str, raw: str) -> Reading:
    number = int(digits)
    return number if number <= LARGEST else Trouble(Kind.UNREADABLE, raw)


def _fraction(value: float) -> Trouble:
    """A fraction; where it has at most three decimals, thousands lost to the locale are likely."""
    thousands = round(value * 1000)
    likely = thousands if value < 1000 and abs(value * 1000 - thousands) < 1e-6 else None
    return Trouble(Kind.FRACTION, _shown(value), likely)


def _shown(value: float) -> str:
    return f"{value:.10g}"
