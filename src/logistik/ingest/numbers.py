"""Counts as people type them. What cannot be read with certainty is a `Trouble`, never a guess."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from logistik.core.grid import Value
from logistik.ingest.persons import masked


class Kind(StrEnum):
    """Why a cell gives no count."""

    UNREADABLE = "unreadable"
    NEGATIVE = "negative"
    FRACTION = "fraction"
    AMBIGUOUS = "ambiguous"
    DATE = "date"
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
_WHOLE_DECIMAL = rf"(?P<whole>[0-9]{{1,12}}|{_GROUPS})[.,]0{{1,2}}"
_NEGATIVE = r"[-−(]\s*[0-9][0-9.,]*\)?"
_FRACTION = r"[0-9]+[.,][0-9]+"
_UNIT = re.compile(r"\s*(?:lbr|lembar|lb|tps|orang|org|jiwa|pemilih|surat suara|suara|ss)\.?$", re.IGNORECASE)


def read_count(value: Value) -> Reading:
    """A whole number of sheets, voters or TPS out of a cell.

    Certain: integers, whole floats, digits, thousands grouped by dot, comma or space (`60.869`), a
    trailing `,00`, a trailing unit (`250 lbr`), the apostrophe that makes a number text.
    A date, an error, a fraction or a negative is a `Trouble`.
    """
    if type(value) is float or type(value) is int:
        if value < 0:
            return Trouble(Kind.NEGATIVE, _shown(value))
        if value != value // 1 or value > LARGEST:
            return _fraction(value) if value <= LARGEST else Trouble(Kind.UNREADABLE, _shown(value))
        return int(value)
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, date):
        return _date(value)
    return Trouble(Kind.DATE if isinstance(value, time | timedelta) else Kind.UNREADABLE, str(value))


def read_signed(value: Value) -> Reading:
    """The same for a difference, which may be negative: `-5`, `(5)`."""
    reading = read_count(value)
    if isinstance(reading, Trouble) and reading.kind is Kind.NEGATIVE:
        size = read_count(reading.raw.strip("-−() "))
        return -size if isinstance(size, int) else reading
    return reading


FEWEST_LOST = 3
"""So many fractions a column needs before it counts as one that lost its thousands; one value never decides."""


def lost_thousands(values: Iterable[Value]) -> bool:
    """Whether a column holds thousands that Excel took for decimals (`964.34` for 964.340).

    At least three fractions, each with at most three decimals, and no number of a thousand or more beside them.
    """
    fractions = 0
    for value in values:
        reading = read_count(value)
        if isinstance(reading, int) and reading >= 1000 and not isinstance(value, str):
            return False
        if isinstance(reading, Trouble) and reading.kind is Kind.FRACTION:
            if reading.likely is None:
                return False
            fractions += 1
    return fractions >= FEWEST_LOST


def read_restored(value: Value) -> Reading:
    """A count out of a column that lost its thousands: a fraction is a thousand times as much.

    A whole number may be what it says or thousands without a rest (`12` for 12 or 12.000); only 0 is certain.
    """
    reading = read_count(value)
    if isinstance(reading, Trouble) and reading.kind is Kind.FRACTION and reading.likely is not None:
        return reading.likely
    is_grouped = isinstance(value, str) and _GROUPED.search(value.strip())
    if isinstance(reading, int) and 0 < reading < 1000 and not is_grouped:
        return Trouble(Kind.AMBIGUOUS, str(reading), reading * 1000)
    return reading


def settle(received: Reading, parts: Sequence[Reading]) -> list[int | None] | None:
    """Received and its parts where exactly one choice of the ambiguous ones makes the parts add up to received.

    None if nothing is ambiguous, or if no choice or several do.
    """
    readings = [received, *parts]
    if not any(isinstance(each, Trouble) for each in readings):
        return None
    choices: list[tuple[int | None, ...]] = []
    for each in readings:
        if isinstance(each, Trouble):
            if each.kind is not Kind.AMBIGUOUS or each.likely is None:
                return None
            choices.append((each.likely // 1000, each.likely))
        else:
            choices.append((each,))
    right = [list(chosen) for chosen in product(*choices) if chosen[0] == sum(part or 0 for part in chosen[1:])]
    return right[0] if len(right) == 1 else None


def _read_text(text: str) -> Reading:
    stripped = " ".join(text.replace("\xa0", " ").replace("\u202f", " ").replace("\u200b", "").split())
    if stripped in _BLANK:
        return None
    if stripped.casefold() in _ZERO:
        return 0
    number = _UNIT.sub("", stripped).removesuffix(",-").removeprefix("'")
    if _PLAIN.fullmatch(number):
        return _bounded(number, stripped)
    if _GROUPED.fullmatch(number):
        return _bounded(re.sub(r"[., ]", "", number), stripped)
    if whole := re.fullmatch(_WHOLE_DECIMAL, number):
        return _bounded(re.sub(r"[., ]", "", whole["whole"]), stripped)
    if re.fullmatch(_NEGATIVE, number):
        return Trouble(Kind.NEGATIVE, stripped)
    if re.fullmatch(_FRACTION, number):
        return Trouble(Kind.FRACTION, stripped, _thousands(float(number.replace(",", "."))))
    shown = masked(stripped)[:60]
    if stripped.startswith("="):
        return Trouble(Kind.UNCALCULATED, shown)
    is_percent = "%" in stripped and stripped.strip("-−()% ").replace(".", "").replace(",", "").isdecimal()
    return Trouble(Kind.PERCENT if is_percent else Kind.UNREADABLE, shown)


def _bounded(digits: str, raw: str) -> Reading:
    number = int(digits)
    return number if number <= LARGEST else Trouble(Kind.UNREADABLE, raw)


def _fraction(value: float) -> Trouble:
    return Trouble(Kind.FRACTION, _shown(value), _thousands(value))


def _thousands(value: float) -> int | None:
    """A fraction with at most three decimals as the thousands that it may have been; None if it cannot have been."""
    if not 1 <= value < 1000:
        return None
    thousands = round(value * 1000)
    return thousands if abs(value * 1000 - thousands) < 1e-6 else None


def _date(value: date) -> Trouble:
    """A date; a number in a cell that is formatted as a date is shown as the day of that number."""
    day = value.date() if isinstance(value, datetime) else value
    number = (day - date(1899, 12, 30)).days
    is_whole = not isinstance(value, datetime) or value.time() == datetime.min.time()
    return Trouble(Kind.DATE, day.isoformat(), number if is_whole and number > 0 else None)


def _shown(value: float) -> str:
    return masked(f"{value:.17g}" if value > LARGEST else f"{value:.10g}")
