"""Names of regions, TPS and elections: the form in which they are compared, and the one in which they are shown."""

import re
import unicodedata
from functools import lru_cache

from logistik.core.grid import Value
from logistik.ingest.codes import without_code
from logistik.ingest.persons import masked

REMEMBERED = 4096
"""Texts whose normal form is kept: a table repeats a few hundred names over many rows."""

_WORD = re.compile(r"[^\W_]+")
_PREFIXES = {
    "kecamatan": ("kecamatan", "kec", "distrik"),
    "kelurahan": ("kelurahan", "kel", "desa", "ds", "nagari", "gampong"),
    "kota": ("kabupaten", "kab"),
}
_SPOKEN_PREFIX = {
    level: re.compile(rf"(?i)(?:(?:{'|'.join(words)})[\W_]+)+(?=[^\W_])") for level, words in _PREFIXES.items()
}
_INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff]"
)
"""Characters without a width: soft hyphens, joiners, marks of direction, which copying from the web leaves behind."""
_ORDINAL = re.compile(
    r"\(?[0-9]{1,3}\s?[.)]{1,2}\s*(?=[^\W\d_])|\(?[A-Za-z]\)\s*(?=[^\W\d_])|[a-z]\.\s*(?=[A-Z][^\W\d_])"
)
"""`1.`, `1)`, `(1)`, `a)` or `a.` before a name; a capital with a dot shortens a word of it (`G. Bahagia`)."""
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_TPS = re.compile(r"(?:(?:.*\btps)?[\s.:]*(?:no\.?\s*)?|.*\btps[\s.:\-]*)0*([0-9]{1,4})(?:[.,]0)?", re.IGNORECASE)


def clean(value: Value) -> str:
    """A cell's text on one line, without invisible characters; a number as its digits."""
    if isinstance(value, str) and value.isascii() and value.isprintable():
        return " ".join(value.split())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = unicodedata.normalize("NFKC", re.sub(_INVISIBLE, "", str(value)))
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


@lru_cache(maxsize=REMEMBERED, typed=True)
def words(value: Value) -> str:
    """Lower-case words with single spaces: how headers and elections are compared."""
    return " ".join(_WORD.findall(clean(value).upper().casefold()))


def _bare(value: Value) -> str:
    """A region's name without a code beside it and without the number of its line."""
    text = without_code(clean(value))
    ordinal = _ORDINAL.match(text)
    return text[ordinal.end() :] if ordinal else text


def region_key(value: Value, level: str) -> str:
    """The normal form of a region's name: no code, no ordinal, no `Kec.`, no case, no spaces.

    `Kota` is part of a name (Balikpapan Kota is a kecamatan), so it is never stripped.
    """
    parts = words(_bare(value)).split(" ")
    while len(parts) > 1 and parts[0] in _PREFIXES[level]:
        parts = parts[1:]
    return "".join(parts)


def region_level(value: Value) -> str:
    """The level that a name says of itself by `Kec.`, `Kel.` or `Desa` before it; "" if it says none."""
    first, _, rest = words(_bare(value)).partition(" ")
    return next((level for level in ("kecamatan", "kelurahan") if rest and first in _PREFIXES[level]), "")


def region_name(value: Value, level: str) -> str:
    """The name as documents print it: without code, ordinal or `Kec.`, capitals only where they belong."""
    text = masked(_bare(value))
    if level != "kota" and (prefix := _SPOKEN_PREFIX[level].match(text)):
        text = text[prefix.end() :]
    shouted = text.isupper()
    return " ".join(_capitalised(word) if shouted or word.islower() else word for word in text.split(" "))


def _capitalised(word: str) -> str:
    if _ROMAN.fullmatch(word):
        return word.upper()
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def tps_number(value: Value) -> str | None:
    """A TPS as text of at least three digits (`1`, `001`, `TPS 1`, `1.0` are all `001`); None if it is none."""
    found = _TPS.fullmatch(without_code(clean(value)))
    if not found or int(found[1]) == 0:
        return None
    return f"{int(found[1]):03d}"


_COUNTED_TPS = re.compile(r"0*([0-9]{1,5}) tps")


def station_count(value: Value) -> int | None:
    """How many TPS a cell says that there are (`64 TPS`); None if it says nothing of the kind."""
    found = _COUNTED_TPS.fullmatch(words(value))
    return int(found[1]) if found else None


_ELECTIONS = {
    "gubernur": ("gubernur", "pilgub", "gub", "cagub"),
    "bupati": ("bupati", "pilbup", "bup", "cabup"),
    "walikota": (
        "wali kota",
        "walikota",
        "pilwali",
        "pilwalkot",
        "pilwakot",
        "pilwalikota",
        "walkot",
        "wako",
        "pilwako",
        "cawali",
        "cawalkot",
        "cawako",
    ),
    "ppwp": ("ppwp", "presiden", "pilpres"),
    "dpr": ("dpr",),
    "dpd": ("dpd",),
    "dprd-provinsi": ("dprd provinsi", "dprd prov"),
    "dprd-kabkota": ("dprd kabupaten", "dprd kab", "dprd kota", "dprd kabkota", "dprd ii"),
}
"""What each election is called, in lower-case words."""
ELECTION_NAMES = tuple(name for names in _ELECTIONS.values() for name in names)
_COUNTED = frozenset(
    {"hitung", "dihitung", "penghitungan", "perhitungan", "sortir", "disortir", "lipat", "cek", "dicek"}
)
"""Words after which `ulang` means that something was done again, not a revote."""
_TOTAL = ("total", "jumlah", "jml", "sub total", "subtotal", "grand total", "grandtotal", "rekapitulasi")


@lru_cache(maxsize=REMEMBERED, typed=True)
def elections_in(value: Value) -> tuple[str, ...]:
    """The elections that a text names, in the order of the ballot; a text may name several."""
    text = f" {words(value)} "
    return tuple(name for name, said in _ELECTIONS.items() if any(f" {phrase} " in text for phrase in said))


@lru_cache(maxsize=REMEMBERED, typed=True)
def is_revote(value: Value) -> bool:
    """Whether a text speaks of the stock for a revote (PSU, pemungutan suara ulang), not of a second count."""
    before = ""
    for word in words(value).split():
        if word == "psu" or (word == "ulang" and before not in _COUNTED):
            return True
        before = word
    return False


@lru_cache(maxsize=REMEMBERED, typed=True)
def is_total_word(value: Value) -> bool:
    """Whether a label says that its row is a sum (TOTAL, JUMLAH, Sub Total, JUMLAH PINDAHAN)."""
    text = f"{words(value)} "
    return any(text.startswith(f"{phrase} ") for phrase in _TOTAL)
