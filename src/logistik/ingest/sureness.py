"""How sure it is what a column holds: from its header's words, after the column was recognised."""

from typing import NamedTuple

from logistik.core.places import cell_position
from logistik.core.vocabulary import Field
from logistik.ingest.aliases import ALIASES
from logistik.ingest.columns import Vocabulary, field_of, names_election
from logistik.ingest.headers import Column
from logistik.ingest.names import elections_in, words
from logistik.ingest.tables import Table


class Sureness(NamedTuple):
    """A confidence from 0 to 1, and what it rests on."""

    confidence: float
    because: str


_FIELDS = {alias: field for field, spelled in ALIASES.items() for alias in spelled}

EXACT = Sureness(1.0, "kata yang dikenal")
OWN = Sureness(1.0, "alias di logistik.toml")
_CATEGORY = Sureness(1.0, "kategori kerusakan")
_WITHOUT_NOISE = Sureness(0.9, "tanpa kata pelengkap")
_WITH_GROUP = Sureness(0.8, "bersama judul kelompoknya")
_WITH_ELECTION = Sureness(0.8, "tanpa nama pemilihan")
_BY_GROUP = Sureness(0.6, "dari judul kelompoknya")
_NAMES_ELECTION = Sureness(0.9, "nama pemilihan sebagai judul")
_OTHERWISE = Sureness(0.7, "dari susunan katanya")
BY_ROWS = Sureness(0.7, "dari isi barisnya")
UNKNOWN = Sureness(0.0, "")


def sureness(column: Column, leaf: str, vocabulary: Vocabulary) -> Sureness:
    """How sure a column's meaning is. `leaf` is the lowest text of its header, without the group heads above."""
    key = column.key
    if key is None:
        return UNKNOWN
    said, whole = words(leaf), words(column.header)
    if (
        vocabulary.fields.get(whole) == key.name
        or vocabulary.fields.get(said) == key.name
        or said in vocabulary.elections
    ):
        return OWN
    if key.name == Field.DAMAGE_CATEGORY:
        return _CATEGORY if said in vocabulary.categories else _BY_GROUP
    if _FIELDS.get(said) == key.name:
        return EXACT
    if key.name == Field.PACKED and names_election(leaf):
        return _NAMES_ELECTION
    if field_of(leaf) == key.name:
        return _WITHOUT_NOISE
    if said != whole:
        return _WITH_GROUP if field_of(column.header) == key.name else _BY_GROUP
    return _WITH_ELECTION if elections_in(leaf) else _OTHERWISE


def leaf_of(table: Table, column: Column) -> str:
    """The lowest text of a column's header: what stands in the header's own cell."""
    return " ".join(str(table.grid.value(*cell_position(column.cell))).split())
