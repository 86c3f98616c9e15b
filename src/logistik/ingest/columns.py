"""What the words of one column's header mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from logistik.core.errors import LogistikError
from logistik.core.office import TanpaJudul
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field
from logistik.core.vocabulary import Stock as StockName
from logistik.ingest.aliases import ALIASES, DAMAGE_CATEGORIES, NOISE
from logistik.ingest.names import ELECTION_NAMES, elections_in, is_revote, words

_FIELD_OF = {alias: field for field, names in ALIASES.items() for alias in names}
_CATEGORY_OF = {alias: name for name, aliases in DAMAGE_CATEGORIES.items() for alias in aliases}
_VOTER_FIELDS = (Field.MALE, Field.FEMALE, Field.VOTERS)
STOCK_FIELDS = frozenset(
    {Field.ORDERED, Field.NOTED, Field.RECEIVED, Field.GOOD, Field.DAMAGED, Field.DAMAGE_CATEGORY, Field.DAMAGE_CAUSE,
     Field.SWAPPED, Field.UNSORTED, Field.LATER, Field.STATED_SHORT, Field.STATED_REQUEST, Field.STATED_SURPLUS,
     Field.STATED_DIFFERENCE, Field.STATED_REQUIRED, Field.USABLE_DEFECTS}
)  # fmt: skip
PACKING_FIELDS = frozenset({Field.PACKED, Field.RECOUNTED, Field.SEALED})
_OF_AN_ELECTION = STOCK_FIELDS | PACKING_FIELDS | {Field.CARTON_COUNT}
"""Fields that a header may have once for each election."""


@dataclass(slots=True, eq=False, repr=False)
class Vocabulary:
    """What header words mean here: our aliases, the office's own, and the rule set's damage categories."""

    fields: Mapping[str, Field | None]
    categories: Mapping[str, str]
    headerless: Sequence[TanpaJudul] = ()

    @classmethod
    def of(
        cls,
        column_aliases: Mapping[str, str],
        categories: Sequence[str] = (),
        headerless: Sequence[TanpaJudul] = (),
    ) -> Self:
        """The vocabulary of an office and a rule set; LogistikError for an alias of no column."""
        for meant in column_aliases.values():
            if field_of(meant) is None:
                raise LogistikError(
                    f"logistik.toml [alias.kolom]: kolom '{meant}' tidak dikenal.",
                    hint="Tulis nama kolom yang biasa, misalnya diterima, baik, rusak, tps, jumlah pemilih.",
                )
        return cls(
            {words(text): field_of(meant) for text, meant in column_aliases.items()},
            {words(name): name for name in categories} | _CATEGORY_OF,
            headerless,
        )


@lru_cache(maxsize=4096)
def field_of(text: str) -> Field | None:
    """The field that a header's words name, with or without words such as `jumlah` and `lembar`."""
    normal = words(text)
    if normal in _FIELD_OF:
        return _FIELD_OF[normal]
    return _FIELD_OF.get(" ".join(word for word in normal.split() if word not in NOISE))


def column_key(group: str, text: str, vocabulary: Vocabulary) -> ColumnKey | None:
    """What a column holds; a percentage is no count, unless the office says so."""
    before, sign, _ = text.replace(" ", "").partition("%")
    is_share = (sign and not before[-1:].isdigit()) or bool(_PERCENT & set(words(text).split()))
    return None if is_share and words(text) not in vocabulary.fields else _count_key(group, text, vocabulary)


def _count_key(group: str, text: str, vocabulary: Vocabulary) -> ColumnKey | None:
    own, categories = vocabulary.fields, vocabulary.categories
    field = own.get(words(f"{group} {text}")) or own.get(words(text)) or field_of(text)
    group_field = field_of(group) if group else None
    if _CAUSES & {*words(group).split(), *words(text).split()} and field is not Field.REMARK:
        return ColumnKey(Field.DAMAGE_CAUSE, *_election(group), " ".join(text.upper().split()))
    if group_field is Field.DAMAGED or (group and "rusak" in words(group).split()):
        if field in (Field.VOTERS, Field.DAMAGED):
            return ColumnKey(Field.DAMAGED, *_election(group))
        if field is None or words(text) in categories:
            return ColumnKey(Field.DAMAGE_CATEGORY, *_election(group), _category(text, categories))
    if field is None and words(text) in categories:
        return ColumnKey(Field.DAMAGE_CATEGORY, *_election(group), _category(text, categories))
    if field is None:
        field = field_of(f"{group} {text}") or _field_with_election(text)
    if field is None and names_election(text):
        field = Field.PACKED if group_field is None else group_field if group_field in PACKING_FIELDS else None
    if field in _VOTER_FIELDS and not _speaks_of_the_roll(group):
        return ColumnKey(Field.MOVED_IN) if group_field is Field.MOVED_IN and field is Field.VOTERS else None
    if group_field is Field.STATED_REQUIRED and words(text) in _SUM_OF_GROUP:
        field = group_field
    return _plain_key(field, f"{group} {text}")


def _plain_key(field: Field | None, said: str) -> ColumnKey | None:
    if field is None:
        return None
    return ColumnKey(field, *_election(said)) if field in _OF_AN_ELECTION else ColumnKey(field)


def _election(text: str) -> tuple[str | None, str | None]:
    found = elections_in(text)
    return (found[0] if len(found) == 1 else None), (StockName.REVOTE if is_revote(text) else None)


def _field_with_election(text: str) -> Field | None:
    """The field of a header that also names the election: `Diterima Gubernur`, `Baik Pilwali PSU`, `Hitung 2 Gub`."""
    found = elections_in(text)
    if len(found) != 1:
        return None
    said = words(text).split()
    for name in (*said, " ".join(word for word in said if word not in _ELECTION_WORDS)):
        if field := _FIELD_OF.get(name):
            return field if field in _OF_AN_ELECTION else None
    return None


def names_election(text: str) -> bool:
    """Whether a header is an election's name and nothing else: `Gubernur`, `Surat Suara Pilwali`."""
    said = set(words(text).split())
    return len(elections_in(text)) == 1 and not is_revote(text) and said <= _ELECTION_WORDS


def _category(text: str, categories: Mapping[str, str]) -> str:
    return categories.get(words(text)) or " ".join(text.upper().split())


_ELECTION_WORDS = NOISE | {word for name in ELECTION_NAMES for word in name.split()} | {
    "dan", "wakil", "pemilihan", "pemilu", "pilkada", "jenis", "untuk", "kab", "ri", "dprd", "kotak",
}  # fmt: skip
_PERCENT = frozenset({"persen", "persentase", "prosentase"})
_CAUSES = frozenset({"penyebab", "sebab", "karena", "akibat"})
"""Words of a head whose columns tell why sheets are damaged, beside those that tell how."""
_SUM_OF_GROUP = frozenset({"jumlah", "jml", "total"})
_NOT_THE_ROLL = frozenset({"dptb", "dpk", "pengguna", "hadir", "disabilitas", "pemula", "baru", "pindahan"})


def _speaks_of_the_roll(group: str) -> bool:
    """Whether L, P and Jumlah under a group head count the voters on the roll, not who came or moved."""
    return not _NOT_THE_ROLL & set(words(group).split())
