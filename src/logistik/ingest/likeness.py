"""Which name of the roll an unknown name is most like. For suggestions only: likeness never makes a match.

Before plain likeness come the ways in which one name is usually written otherwise: II for 2, Gn. for Gunung, Bpp for
Balikpapan, Hulu for Ulu, a Cyrillic letter for a Latin one.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import takewhile
from typing import Generic, TypeVar

from logistik.ingest.names import words

K = TypeVar("K")
SIMILAR = 70
"""From this likeness (0 to 100) on a name is suggested."""
HALF_ALIKE = 50
"""So alike must be what follows a long common beginning."""
_LONG_BEGINNING = 5
_SLIP = 2
_SHORTENED = 3
"""A word of so many letters may be short for another (Bpp, Gn)."""
_MOST_WORDS = 8
"""Names of more words are not looked at for abbreviations."""

_LOOKALIKES = str.maketrans("аеорсухікмтнвԁјѕαορικμтνυ", "aeopcyxikmthbdjsaopikmtvu")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_WRITTEN_OUT = {
    "gn": "gunung", "gng": "gunung", "gg": "gunung", "kp": "kampung", "kpg": "kampung", "kamp": "kampung",
    "tj": "tanjung", "tjg": "tanjung", "tg": "tanjung", "sei": "sungai", "sungei": "sungai", "sg": "sungai",
    "hulu": "ulu", "hilir": "ilir", "bkt": "bukit", "tlk": "teluk", "krg": "karang", "pl": "pulau", "ma": "muara",
    "bpp": "balikpapan", "bpn": "balikpapan", "utr": "utara", "slt": "selatan", "tmr": "timur", "brt": "barat",
    "tgh": "tengah", "kt": "kota",
}  # fmt: skip


class Choices(Generic[K]):
    """The names that an unknown one may mean; taken apart once, asked often."""

    def __init__(self, names: Mapping[K, str]) -> None:
        self._parts = {key: _words_of(name) for key, name in names.items()}
        self._joined = {key: "".join(parts) for key, parts in self._parts.items()}

    def nearest(self, name: str) -> K | None:
        """The choice whose name is most like `name`; None if none is alike.

        For a name with a number (Sepinggan 2) only one with the same number is meant.
        """
        from rapidfuzz import fuzz, process

        said = _words_of(name)
        joined, numbers = "".join(said), _numbers(said)
        left = self._joined
        if numbers:
            left = {key: left[key] for key, parts in self._parts.items() if _numbers(parts) == numbers}
        same = next((key for key, choice in left.items() if choice == joined), None)
        if same is not None or not joined:
            return same
        short = {key: choice for key, choice in left.items() if _shortens(said, choice)}
        if short:
            return process.extractOne(joined, short, scorer=fuzz.ratio)[2]
        alike = process.extract(joined, left, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=5)
        return next((key for choice, _, key in alike if _differs_little(joined, choice)), None)


def _differs_little(name: str, choice: str) -> bool:
    """Whether two names are alike in more than a common beginning (Balikpapan Timur, Balikpapan Kota)."""
    from rapidfuzz import fuzz

    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, choice, strict=False)))
    one, other = name[same:], choice[same:]
    return same < _LONG_BEGINNING or min(len(one), len(other)) <= _SLIP or fuzz.ratio(one, other) >= HALF_ALIKE


def _numbers(parts: list[str]) -> list[str]:
    return sorted(part for part in parts if part.isdigit())


def _words_of(name: str) -> list[str]:
    """The words of a name in plain Latin letters, abbreviations written out and Roman numbers as digits."""
    plain = unicodedata.normalize("NFD", words(name).translate(_LOOKALIKES))
    parts = re.findall(r"[0-9]+|[a-z]+", "".join(char for char in plain if not unicodedata.combining(char)))
    spoken = [_WRITTEN_OUT.get(part, part) for part in parts]
    return [spoken[0], *(_ROMAN.get(part, part) for part in spoken[1:])] if spoken else []


def _shortens(said: list[str], choice: str) -> bool:
    """Whether a name with short words stands for another: `Bal Kota` for `balikpapankota`."""
    if not any(len(word) <= _SHORTENED for word in said) or len(said) > _MOST_WORDS:
        return False
    ends = {0}
    for word in said:
        if len(word) > _SHORTENED or word.isdigit():
            ends = {end + len(word) for end in ends if choice.startswith(word, end)}
        else:
            reached = [end for start in ends if (end := _abbreviated(word, choice, start)) is not None]
            ends = set(range(min(reached), len(choice) + 1)) if reached else set()
    return len(choice) in ends


def _abbreviated(word: str, choice: str, start: int) -> int | None:
    """Where the earliest word ends that a short one can stand for: its letters in order, the first one first."""
    if not choice.startswith(word[0], start):
        return None
    for letter in word:
        start = choice.find(letter, start) + 1
        if not start:
            return None
    return start
