"""Words before a region's name, and titles whose label and name stand in cells of their own."""

import re
from collections.abc import Iterator, Sequence

from logistik.core.grid import Value
from logistik.core.vocabulary import Field
from logistik.ingest.aliases import ALIASES
from logistik.ingest.names import words

LEVELS = {
    "kecamatan": Field.KECAMATAN, "kec": Field.KECAMATAN, "distrik": Field.KECAMATAN, "ppk": Field.KECAMATAN,
    "kelurahan": Field.KELURAHAN, "kel": Field.KELURAHAN, "desa": Field.KELURAHAN, "ds": Field.KELURAHAN,
    "pps": Field.KELURAHAN,
}  # fmt: skip
"""The words before a region's name, with its level; PPK and PPS stand for the region that they serve."""
COMMITTEES = frozenset({"ppk", "pps"})
LABEL = re.compile(
    r"(?i)(?<!\w)(?:(?:kelurahan|kel|desa)\s?/\s?(?:kelurahan|kel|desa)|"
    r"kecamatan|kec|distrik|ppk|kelurahan|kel|desa|ds|pps)"
    r"(?=[\s:=.]|$)\.?\s*(?P<mark>[:=]?)\s*"
)
_HEADERS = frozenset(name for names in ALIASES.values() for name in names)
_SIGNS = " :="


def joined(row: Sequence[Value]) -> Iterator[str]:
    """The texts of a row; a label and its name in cells of their own (`KECAMATAN | : | DAMAI`) are one text."""
    texts = _texts(row)
    place = 0
    while place < len(texts):
        text = texts[place]
        if _is_pair(texts, place):
            text = f"{text.rstrip(' :=.')} : {texts[place + 1].strip(_SIGNS)}"
            place += 1
        place += 1
        yield text


def names_region(row: Sequence[Value], below: Sequence[Value] = ()) -> bool:
    """Whether a row says `KECAMATAN | : | DAMAI` and nothing else, so that it is a title and no header.

    Without a colon it is one if a row of heads stands under it: a region's label is never a group head.
    """
    filled = [(column, value) for column, value in enumerate(row) if value != ""]
    texts = _texts(row)
    if not filled or len(texts) % 2 or not all(_is_pair(texts, place) for place in range(0, len(texts), 2)):
        return False
    column = filled[0][0]
    is_headed = column < len(below) and isinstance(below[column], str) and below[column] != ""
    is_headed = is_headed and all(isinstance(value, str) and not words(value).isdigit() for value in below)
    return all(isinstance(value, str) for _, value in filled) and (
        is_headed or any(":" in str(value) or "=" in str(value) for _, value in filled)
    )


def _texts(row: Sequence[Value]) -> list[str]:
    return [value for value in row if isinstance(value, str) and value.strip(_SIGNS)]


def _is_pair(texts: Sequence[str], place: int) -> bool:
    """Whether a label is followed by a name, not by another label or the head of another column."""
    if place + 1 >= len(texts) or not _is_label(texts[place]):
        return False
    following = texts[place + 1].strip(_SIGNS)
    return not _is_label(following) and words(following) not in _HEADERS


def _is_label(text: str) -> bool:
    found = LABEL.match(text.strip())
    return found is not None and found.end() == len(text.strip())
