"""Texts as cells can hold them: what is shown, how long, and how many lines it takes."""

import re
from textwrap import wrap

from logistik.core.layout import printable

LONGEST = 32_000
"""A cell of a workbook holds little more than so many characters."""
CUT = " … (dipotong: teks lebih panjang daripada yang dimuat sebuah sel)"
MOST_LINES = 28
"""A row of a sheet is at most 409 points high; what is longer goes on in the row below."""
_HASH = re.compile(r"[0-9a-f]{64}")


def clean(text: str) -> str:
    """The text without control characters, and with a visible end where it is too long for a cell."""
    shown = printable(text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - len(CUT)] + CUT


def is_hash(text: str) -> bool:
    """Whether a text is a SHA-256, which is read letter by letter."""
    return _HASH.fullmatch(text) is not None


def breadth(text: str) -> float:
    """How much wider than running text a text is: capitals take a third more."""
    return 1 + 0.33 * sum(map(str.isupper, text)) / max(1, len(text))


def lines_of(text: str, width: float) -> list[str]:
    """The lines that a wrapped text takes in so many characters, estimated a little long."""
    room = max(1, int(width / breadth(text)))
    return [line for each in text.split("\n") for line in (wrap(each, room, break_on_hyphens=False) or [""])]


def pieces(text: str, width: float) -> list[str]:
    """The text, in as many pieces as it needs rows; one as a rule."""
    lines = lines_of(text, width)
    if len(lines) <= MOST_LINES:
        return [text]
    return ["\n".join(lines[at : at + MOST_LINES]) for at in range(0, len(lines), MOST_LINES)]


def sheet_name(title: str, taken: set[str]) -> str:
    """A name that a sheet may have and no other sheet has: 31 characters, none that a reference could not hold."""
    plain = re.sub(r"[\[\]:*?/\\]", "-", printable(title).replace("\n", " ")).strip("' ")[:31] or "Bagian"
    name, at = plain, 1
    while name.casefold() in taken:
        at += 1
        name = f"{plain[: 28 - len(str(at))]} ({at})"
    taken.add(name.casefold())
    return name
