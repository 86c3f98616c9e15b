"""What the titles above a table and the sheet's name say where no column does: region, election, stock."""

import re
from collections.abc import Iterator, Mapping, Sequence

from logistik.core.grid import Value
from logistik.core.vocabulary import Field
from logistik.ingest.labels import COMMITTEES, LABEL, LEVELS, joined
from logistik.ingest.names import clean, elections_in, is_revote, words

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
_ADDRESS = ("jl", "jln", "jalan", "alamat")


def context(rows: Sequence[Sequence[Value]], sheet: str) -> dict[str, str]:
    """Region, election and purpose by field name; a title and a sheet name that contradict each other say nothing."""
    titles = [title for row in rows for title in joined(row) if not words(title).startswith(_ADDRESS)]
    found: dict[str, str] = {}
    for title in titles:
        for key, name in _regions_in(title):
            found.setdefault(key, name)
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
