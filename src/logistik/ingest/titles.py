"""What the titles above a table and the sheet's name say where no column does: region, election, stock."""

import re
from collections.abc import Sequence

from logistik.core.vocabulary import Field
from logistik.ingest.names import clean, elections_in, is_revote, words

_REGION = re.compile(
    r"(?i)^\s*(?P<level>kecamatan|kec|kelurahan(?:/desa)?|desa(?:/kelurahan)?|kel)(?:\.|(?=[\s:=]))\s*(?P<mark>[:=]?)\s*(?P<name>\S.*)$"
)
_LONGEST_NAME = 4
"""Words that a region's name has at the most where no colon sets it apart."""
_NO_NAME = frozenset({"se", "di", "dalam", "dan", "pada", "per", "yang"})
"""Words that go on from `Kecamatan` without naming one."""
_LEFT_OUT = frozenset({"tanpa", "tidak", "belum", "bukan", "selain"})
"""Words with which a title says that something is not in the table."""
_ADDRESS = ("jl", "jln", "jalan", "alamat")


def context(titles: Sequence[str], sheet: str) -> dict[str, str]:
    """Region, election and purpose by field name; a title and a sheet name that contradict each other say nothing."""
    titles = [title for title in titles if not words(title).startswith(_ADDRESS)]
    found: dict[str, str] = {}
    for title in titles:
        if named := region_in(title):
            found.setdefault(*named)
    by_title = [names[0] for title in titles if len(names := elections_in(title)) == 1]
    by_sheet = elections_in(sheet)
    said = {*by_title[:1], *(by_sheet if len(by_sheet) == 1 else ())}
    if len(said) == 1:
        found[Field.ELECTION] = said.pop()
    if any(is_revote(text) and not _LEFT_OUT & set(words(text).split()) for text in (*titles, sheet)):
        found[Field.PURPOSE] = "psu"
    return found


def region_in(text: str) -> tuple[str, str] | None:
    """The level and the name of the region that a line of text names (`KECAMATAN : TIMUR`); None if it names none."""
    named = _REGION.match(text)
    if named and (named["mark"] or _is_name(named["name"])):
        level = Field.KECAMATAN if named["level"].casefold().startswith("kec") else Field.KELURAHAN
        return level, clean(named["name"])
    return None


def _is_name(text: str) -> bool:
    """Whether what follows `Kecamatan` without a colon can be a region's name."""
    parts = words(text).split()
    return 0 < len(parts) <= _LONGEST_NAME and parts[0] not in _NO_NAME
