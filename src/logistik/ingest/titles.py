"""What the titles above a table and the sheet's name say where no column does: region, election, stock."""

import re
from collections.abc import Iterator, Mapping, Sequence

from logistik.core.grid import Grid, Value
from logistik.core.vocabulary import Field
from logistik.ingest.labels import COMMITTEES, LABEL, LEVELS, joined
from logistik.ingest.names import clean, elections_in, is_revote, region_key, words

IN_PASSING = {Field.KECAMATAN: "kecamatan in passing", Field.KELURAHAN: "kelurahan in passing"}
"""The keys of a region that a title only mentions (`REKAP SORTIR KEC. DAMAI`): it counts where nothing says more."""

_LONGEST_NAME = 4
"""Words that a region's name has at the most where no colon sets it apart."""
_NO_NAME = frozenset({"se", "di", "dalam", "dan", "pada", "per", "yang", "masuk", "atau", "dengan", "untuk", "oleh"})
"""Words that go on from `Kecamatan` without naming one."""
_NO_LABEL = frozenset(
    {"per", "tiap", "setiap", "antar", "seluruh", "semua", "jumlah", "nama", "dan", "ketua", "anggota"}
)
"""Words before `Kecamatan` after which it is none in particular."""
_END = re.compile(
    r"(?i)\s(?:kabupaten|kab|provinsi|prov|tahun|tanggal|pada|untuk|dalam|tps|pil\w+|pemil\w+|[0-9]{4})\b"
)
"""Where a name that is mentioned in passing is over."""
_LEFT_OUT = frozenset({"tanpa", "tidak", "belum", "bukan", "selain"})
"""Words with which a title says that something is not in the table."""
_OF_PACKING = frozenset({"pengesetan", "pengepakan", "pengemasan", "packing", "dikemas", "setting"})
_TITLES = 10
"""Rows above a header in which its titles stand."""
_ADDRESS = ("jl", "jln", "jalan", "alamat")


def contradiction(field: Field) -> str:
    """The key under which stands what titles say of a field that they contradict each other on."""
    return f"{field} contradicted"


def context(rows: Sequence[Sequence[Value]], sheet: str) -> dict[str, str]:
    """Region, election and purpose by field name; a title and a sheet name that contradict each other say nothing."""
    return with_sheet(said_in(rows), sheet)


def said_in(rows: Sequence[Sequence[Value]]) -> dict[str, str]:
    """What titles say by field name; titles that name two regions of a level, or two elections, name none."""
    titles = [title for row in rows for title in joined(row) if not words(title).startswith(_ADDRESS)]
    named: dict[str, list[str]] = {}
    for title in titles:
        for key, name in _regions_in(title):
            named.setdefault(key, []).append(name)
    found = {key: names[0] for key, names in named.items()}
    for level in (Field.KECAMATAN, Field.KELURAHAN):
        different = {region_key(name, level): name for name in reversed(named.get(level, []))}
        if len(different) > 1:
            del found[level]
            found[contradiction(level)] = " / ".join(reversed(different.values()))
    by_title = list(dict.fromkeys(names[0] for title in titles if len(names := elections_in(title)) == 1))
    if by_title:
        found[Field.ELECTION if len(by_title) == 1 else contradiction(Field.ELECTION)] = " / ".join(by_title)
    if any(_is_for_revote(title) for title in titles):
        found[Field.PURPOSE] = "psu"
    return found


def with_sheet(said: Mapping[str, str], sheet: str) -> dict[str, str]:
    """What the titles say, and the sheet's name beside them."""
    found, by_sheet = dict(said), elections_in(sheet)
    is_clear = len(by_sheet) == 1 and contradiction(Field.ELECTION) not in found
    if is_clear and found.setdefault(Field.ELECTION, by_sheet[0]) != by_sheet[0]:
        del found[Field.ELECTION]
    if _is_for_revote(sheet):
        found[Field.PURPOSE] = "psu"
    return found


def names_one_each(row: Sequence[Value], *, elections: bool = False) -> bool:
    """Whether every cell of a row is a title that names a region, or an election if these count too."""
    filled = [value for value in row if value != ""]
    return bool(filled) and all(
        isinstance(value, str) and (any(_regions_in(value)) or (elections and len(elections_in(value)) == 1))
        for value in filled
    )


def speaks_of_packing(grid: Grid, row: int) -> bool:
    """Whether the lines right above a row or the sheet's name say that sheets are packed, and nothing of voters."""
    above = grid.rows[max(0, row - _TITLES) : row]
    texts = [grid.sheet, *(value for values in above for value in values if isinstance(value, str))]
    said = {word for text in texts for word in words(text).split()}
    return bool(said & _OF_PACKING) and not said & {"dpt", "pemilih"}


def _is_for_revote(text: str) -> bool:
    return is_revote(text) and not _LEFT_OUT & set(words(text).split())


def region_in(text: str) -> tuple[str, str] | None:
    """The level and the name of the region that a line of text names (`KECAMATAN : TIMUR`); None if it names none."""
    return next((said for said in _regions_in(text) if said[0] in LEVELS.values()), None)


def is_city(name: str) -> bool:
    """Whether words name a kabupaten/kota: Kota Balikpapan, not the kecamatan Balikpapan Kota."""
    parts = words(name).split()
    return len(parts) > 1 and parts[0] in {"kota", "kabupaten", "kab"}


def _regions_in(title: str) -> Iterator[tuple[str, str]]:
    """Every region that a title names, by field; those that it names in passing by a key of their own."""
    labels = list(LABEL.finditer(title))
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(title)
        name = re.split(r"[,;|]|\s[-–—/]\s", title[label.end() : end])[0].strip(" -–—/()")
        spoken = words(label[0]).split()[0]
        before = title[: label.start()].strip()
        if words(before).rpartition(" ")[2] in _NO_LABEL or (label["mark"] and spoken in COMMITTEES):
            continue
        leads = at > 0 or not before or before[-1] in ",;|-–—"
        if label["mark"] and leads and words(name):
            yield LEVELS[spoken], clean(name)
        elif _is_name(name := _cut(name)) and (leads or not is_city(name)):
            is_said = leads and spoken not in COMMITTEES
            yield (LEVELS[spoken] if is_said else IN_PASSING[LEVELS[spoken]]), clean(name)


def _cut(text: str) -> str:
    """The name without what goes on after it: a year, an election, `Kota Balikpapan`."""
    ended = _END.search(f" {text}")
    parts = (text[: max(ended.start() - 1, 0)] if ended else text).split()
    above = [place for place, word in enumerate(parts[:-1]) if place and word.casefold() == "kota"]
    return " ".join(parts[: above[-1]] if above else parts)


def _is_name(text: str) -> bool:
    """Whether what follows `Kecamatan` without a colon can be a region's name."""
    parts = words(text).split()
    return 0 < len(parts) <= _LONGEST_NAME and parts[0] not in _NO_NAME


def in_passing(found: Mapping[str, str], level: Field) -> str:
    """The region of a level that the titles mention."""
    return found.get(IN_PASSING[level], "")
