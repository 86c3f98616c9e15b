"""The fields that each role reads, and what people call a field."""

from collections.abc import Mapping

from logistik.core.vocabulary import REGION_FIELDS, Field, Role
from logistik.ingest.aliases import ALIASES

ROLL_COUNTS = (Field.MALE, Field.FEMALE, Field.VOTERS)
STOCK_COUNTS = (
    Field.RECEIVED, Field.GOOD, Field.DAMAGED, Field.ORDERED, Field.NOTED, Field.USABLE_DEFECTS, Field.SWAPPED,
    Field.UNSORTED, Field.LATER, Field.STATED_SHORT, Field.STATED_REQUEST, Field.STATED_SURPLUS,
    Field.STATED_DIFFERENCE, Field.STATED_REQUIRED,
)  # fmt: skip
BOX_COUNTS = (Field.PACKED, Field.RECOUNTED)
FIELDS_OF: Mapping[Role, tuple[Field, ...]] = {
    Role.DPT: (*REGION_FIELDS, Field.REGION, Field.TPS, *ROLL_COUNTS),
    Role.STOCK: (
        Field.KECAMATAN,
        Field.KELURAHAN,
        Field.REGION,
        Field.GROUP,
        Field.ELECTION,
        Field.PURPOSE,
        Field.DATE,
        *STOCK_COUNTS,
    ),
    Role.PACKING: (*REGION_FIELDS, Field.REGION, Field.TPS, Field.ELECTION, *BOX_COUNTS, Field.SEALED, *ROLL_COUNTS),
    Role.CARTONS: (
        Field.CARTONS,
        Field.KECAMATAN,
        Field.ELECTION,
        Field.PURPOSE,
        Field.NOTED,
        Field.RECEIVED,
        Field.CONDITION,
    ),
    Role.RECAP: (*REGION_FIELDS, Field.REGION, *ROLL_COUNTS),
}
"""What a column of each role may be and change the result; the more useful role first."""

COUNTS = frozenset({*ROLL_COUNTS, *STOCK_COUNTS, *BOX_COUNTS})
_WORDS = {
    Field.CODE: "kode wilayah",
    Field.KOTA: "kabupaten/kota",
    Field.VOTERS: "jumlah pemilih",
    Field.MALE: "laki-laki",
    Field.FEMALE: "perempuan",
    Field.NUMBER: "nomor",
    Field.DAMAGE_CAUSE: "penyebab rusak",
}


def word_for(field: str) -> str:
    """The usual word for a field: what `logistik.toml` calls it, and what the screen shows."""
    known = Field(field)
    return _WORDS.get(known) or ALIASES.get(known, (known.value.replace("_", " "),))[0]
