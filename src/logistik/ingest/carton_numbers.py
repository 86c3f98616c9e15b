"""The number of a carton as people write it: `12`, `G-012`, `Koli 12/268`, `1 s/d 267`."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from logistik.ingest.names import words

_NOISE = frozenset({"koli", "no", "nomor", "nomer", "dus", "box", "boks", "karton", "ke", "peti"})
_MOST_WORDS = 2
_LONGEST = 40
"""More words before or after the number, or more characters, make a sentence, not the number of a carton."""
_NUMBER = re.compile(
    r"(?P<before>.*?)(?P<first>[0-9]{1,6})"
    r"(?:\s*(?P<mark>s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|dari|[-–—/])"
    r"\s*(?:[^\W\d_]+[-–. ]*)?(?P<second>[0-9]{1,6}))?(?P<after>[^0-9]*)",
    re.IGNORECASE,
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]).*")
"""A number that the spreadsheet program took for a day (`1-2`): neither a range nor a number of a series."""
_OPEN_MARKS = "-–—/"
"""Marks that may stand between the ends of a range, between a number and how many there are, or inside a number."""


class Serial(NamedTuple):
    """The numbers of a row: `first` through `last`, in the series that the text around them tells apart.

    `of` is how many cartons there are in all, where the number says so (`12/268`).
    """

    series: str
    first: int
    last: int
    of: int | None = None

    @property
    def cartons(self) -> int:
        """How many cartons the row stands for."""
        return self.last - self.first + 1


class _Written(NamedTuple):
    series: str
    first: int
    mark: str
    second: int | None


def serials(texts: Sequence[str]) -> list[Serial | None]:
    """The numbers of the cartons of one election, in their order; None for a text that is no number.

    What `1-267` means depends on the others: a range, where no other row has either end; carton 1 of 267, where others
    have the second number too; number 267 of the series 1, where others have the first.
    """
    found = [_written(text) for text in texts]
    unclear = [each for each in found if each is not None and each.mark and each.mark in _OPEN_MARKS]
    firsts = Counter((each.series, each.first) for each in unclear)
    seconds = Counter((each.series, each.second) for each in unclear)
    return [each and _serial(each, firsts, seconds) for each in found]


def is_number(text: str) -> bool:
    """Whether a text can be the number of a carton where nothing else says that its row is one."""
    found = _written(text)
    return found is not None and all(len(part) <= 6 for part in found.series.split("|"))


def may_be_range(text: str) -> bool:
    """Whether a text may name several cartons."""
    found = None if text.isdecimal() else _written(text)
    return found is not None and found.second is not None and found.mark not in ("/", "dari")


def _written(text: str) -> _Written | None:
    if text.isdecimal() and len(text) <= 6:
        return _Written("", int(text), "", None)
    found = _NUMBER.fullmatch(text) if len(text) <= _LONGEST and not _DAY.fullmatch(text) else None
    if found is None:
        return None
    before, after = _series_part(found["before"]), _series_part(found["after"])
    if max(len(before), len(after)) > _MOST_WORDS:
        return None
    series = "|".join(filter(None, ("".join(before), "".join(after))))
    second = found["second"]
    return _Written(series, int(found["first"]), found["mark"] or "", int(second) if second else None)


def _series_part(text: str) -> list[str]:
    return [word for word in words(text).split() if word not in _NOISE]


def _serial(each: _Written, firsts: Counter[tuple[str, int]], seconds: Counter[tuple[str, int | None]]) -> Serial:
    series, first, mark, second = each
    if second is None:
        return Serial(series, first, first)
    if mark.casefold() == "dari":
        return Serial(series, first, first, second)
    if mark not in _OPEN_MARKS:
        return Serial(series, min(first, second), max(first, second))
    shares_first, shares_second = firsts[series, first] > 1, seconds[series, second] > 1
    if first <= second and (shares_second or (mark == "/" and not shares_first)):
        return Serial(series, first, first, second)
    if first < second and not shares_first and mark != "/":
        return Serial(series, first, second)
    return Serial(f"{series}|{first}" if series else str(first), second, second)
