"""What the words of one column's header mean."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from logistik.core.errors import LogistikError
from logistik.core.office import TanpaJudul
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field
from logistik.core.vocabulary import Stock as StockName
from logistik.ingest.aliases import ALIASES, DAMAGE_CATEGORIES, NOISE
from logistik.ingest.idle import is_supply
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
    """What header words mean here: our aliases, the office's own, and the rule set's damage categories.

    `elections` are headers of which the office says what election they mean (`"Calon I" = "gubernur"`).
    """

    fields: Mapping[str, Field | None]
    categories: Mapping[str, str]
    headerless: Sequence[TanpaJudul] = ()
    elections: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        column_aliases: Mapping[str, str],
        categories: Sequence[str] = (),
        headerless: Sequence[TanpaJudul] = (),
    ) -> Self:
        """The vocabulary of an office and a rule set; LogistikError for an alias of no column."""
        for meant in column_aliases.values():
            if field_of(meant) is None and not _says_election(meant):
                raise LogistikError(
                    f"logistik.toml [alias.kolom]: kolom '{meant}' tidak dikenal.",
                    hint="Tulis nama kolom yang biasa, misalnya diterima, baik, rusak, tps, jumlah pemilih; atau nama "
                    "satu pemilihan, misalnya gubernur.",
                )
        return cls(
            {words(text): found for text, meant in column_aliases.items() if (found := field_of(meant)) is not None},
            {words(name): name for name in categories} | _CATEGORY_OF,
            headerless,
            {words(text): meant for text, meant in column_aliases.items() if field_of(meant) is None},
        )

    def meant(self, text: str) -> str:
        """A header as the office says that it is meant, where that names an election."""
        return self.elections.get(words(text), text) if self.elections else text


def _says_election(text: str) -> bool:
    return names_election(text) or _field_with_election(text) is not None


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
    group, text = vocabulary.meant(group), vocabulary.meant(text)
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
        field = _figure_of_elections(group)
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
    """The field of a header that also names the election: `Diterima Gubernur`, `Gubernur Hitung 2`."""
    found = elections_in(text)
    if len(found) != 1:
        return None
    rest = [word for word in words(text).split() if word not in NAME_WORDS | NOISE]
    fields = (field_of(" ".join(rest)), *map(_FIELD_OF.get, rest))
    field = next((each for each in fields if each is not None), None)
    return field if field in _OF_AN_ELECTION else None


def _figure_of_elections(group: str) -> Field | None:
    """What columns hold that are headed by elections alone: what the group head says, else sheets packed."""
    said = [word for word in words(group).split() if word not in NOISE]
    fields = (field_of(group), *map(_FIELD_OF.get, said))
    field = next((each for each in fields if each is not None), None)
    if field is None:
        return Field.PACKED if set(said) <= _SAYS_NOTHING else None
    return field if field in _OF_AN_ELECTION else None


def names_election(text: str, also: Collection[str] = ()) -> bool:
    """Whether a text is an election's name and nothing else: `Gubernur`, `Surat Suara Pilwali`.

    `also` are more words that it may have; `psu` and `ulang` only if they are among them.
    """
    said = set(words(text).split())
    return len(elections_in(text)) == 1 and said <= _ELECTION_WORDS.union(also)


def may_be_sheets(header: str) -> bool:
    """Whether a header that is not understood may be that of sheets: it names an election, and nothing else known."""
    said = set(words(header).split()) - NOISE - NAME_WORDS
    return bool(elections_in(header)) and not any(is_supply(word) or field_of(word) or word in _BESIDE for word in said)


def _category(text: str, categories: Mapping[str, str]) -> str:
    return categories.get(words(text)) or " ".join(text.upper().split())


NAME_WORDS = frozenset({word for name in ELECTION_NAMES for word in name.split()} | {"dan", "wakil", "ri", "dprd"})
"""The words of which the names of elections are made."""
_ELECTION_WORDS = NOISE | NAME_WORDS | {"pemilihan", "pemilu", "pilkada", "jenis", "untuk"}
_SAYS_NOTHING = frozenset({"pemilihan", "pemilu", "pilkada", "jenis", "serentak", "tahun", "per", "untuk", "2024"})
"""Words of a group head over elections that do not say what is counted."""
_BESIDE = frozenset({"cadangan", "dptb", "dpk", "sah", "paslon"})
"""Words of headers that count something else for an election."""
_PERCENT = frozenset({"persen", "persentase", "prosentase"})
_CAUSES = frozenset({"penyebab", "sebab", "karena", "akibat"})
"""Words of a head whose columns tell why sheets are damaged, beside those that tell how."""
_SUM_OF_GROUP = frozenset({"jumlah", "jml", "total"})
_NOT_THE_ROLL = frozenset({"dptb", "dpk", "pengguna", "hadir", "disabilitas", "pemula", "baru", "pindahan"})


def _speaks_of_the_roll(group: str) -> bool:
    """Whether L, P and Jumlah under a group head count the voters on the roll, not who came or moved."""
    return not _NOT_THE_ROLL & set(words(group).split())
