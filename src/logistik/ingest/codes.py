"""Codes of regions (Kemendagri, BPS, KPU): where one stands, which are the same, which Excel has spoilt.

`64.71.06.1001` is Kemendagri's and says so by its dots. Without them the systems collide: 6471011001 is one kelurahan
to Kemendagri and another to BPS. So a code never stands for a name; it is the same as another only if both are
written with dots, or both without.
"""

import re

from logistik.core.grid import Value
from logistik.ingest.persons import is_masked

# Patterns are compiled by `re` where they are first needed: most sheets have no codes.
_DOTTED = r"[0-9]{1,2}(?:\.[0-9]{2,4}){1,4}"
_BEFORE = (
    rf"[\[(]\s*(?:{_DOTTED}|[0-9]{{4,}})\s*[\])][\s:–—-]*|[0-9][0-9.]{{3,}}\s*[-–—:]\s*"
    rf"|(?:{_DOTTED}|[0-9]{{6,}})\s+"
)
_AFTER = (
    rf"\s*[\[(]\s*(?:{_DOTTED}|[0-9]{{5,}})\s*[\])]$|\s*[-–—:]\s*(?:{_DOTTED}|[0-9]{{5,}})$"
    rf"|\s+(?:{_DOTTED}|[0-9]{{6,}})$"
)
_ANY = r"[0-9][0-9.]{3,}"
_ALONE = r"[0-9]{2}\.?[0-9]{2}\.[0-9]{2,3}(?:\.[0-9]{3,4}){0,2}|[0-9]{5,}"
_SCIENTIFIC = r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,3}"
_DIGIT = re.compile(r"[0-9]")
_FEWEST = 3
"""Digits that a code has at least."""
_EXACT = 10**15
"""Excel keeps fifteen digits of a number; what follows is 0."""

Code = tuple[bool, str]
"""Whether a code is written with dots, and its digits."""


def without_code(text: str) -> str:
    """The text without a code before or after the name; the text itself if no name is left."""
    if _DIGIT.search(text) is None or sum(map(str.isdigit, text)) < _FEWEST:
        return text
    rest = text
    if before := re.match(_BEFORE, rest):
        rest = rest[before.end() :]
    if (after := re.search(_AFTER, rest)) is not None:
        rest = rest[: after.start()]
    return rest if any(char.isalpha() for char in rest) else text


def code_beside(text: str) -> str:
    """The code that stands before or after a name; "" if there is none."""
    name = without_code(text)
    if name == text:
        return ""
    before, _, after = text.partition(name)
    found = re.search(_ANY, before) or re.search(_ANY, after)
    return found[0] if found else ""


def code_in(text: str) -> Code | None:
    """The code of a kecamatan or smaller that a text is; None for any other text or number."""
    return ("." in text, text.replace(".", "")) if re.fullmatch(_ALONE, text) else None


def is_spoilt(value: Value) -> bool:
    """Whether a code lost digits: shown by Excel as 6,47E+12, a number of more than fifteen, or masked by us."""
    if isinstance(value, str):
        return is_masked(value) or re.fullmatch(_SCIENTIFIC, value.strip()) is not None
    return isinstance(value, (int, float)) and abs(value) >= _EXACT
