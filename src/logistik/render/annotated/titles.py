"""Names of sheets as Excel accepts them."""

import re
from collections.abc import Iterable

from logistik.render.annotated.remarks import allowed

LONGEST = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\t\r\n]")


def free_title(name: str, taken: Iterable[str]) -> str:
    """The name without what Excel refuses in it, at most 31 units long, and unlike every one that is taken."""
    used = {title.casefold() for title in taken}
    title = _cut(_NOT_IN_A_NAME.sub("_", allowed(name)).strip().strip("'"), LONGEST) or "Lembar"
    title = f"{title}_" if title.casefold() == "history" else title
    number, free = 1, title
    while free.casefold() in used:
        number += 1
        free = f"{_cut(title, LONGEST - len(str(number)) - 3)} ({number})"
    return free


def _cut(text: str, units: int) -> str:
    """At most so many UTF-16 units, as Excel counts them."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").rstrip("' ")
