"""What the columns of a sheet lack for a role."""

from collections.abc import Collection

from logistik.core.vocabulary import Field, Role
from logistik.ingest.fields import STOCK_COUNTS, word_for

_LACKED = {
    Field.VOTERS: "jumlah pemilih (atau laki-laki dan perempuan)",
    Field.KECAMATAN: "kecamatan atau kelurahan/desa",
    Field.KELURAHAN: "kelurahan/desa",
    Field.PACKED: "satu kolom per pemilihan, misalnya gubernur",
    Field.CARTONS: "no koli",
    Field.NOTED: "isi label (atau diterima)",
}
"""What is said that a sheet lacks, where a field's usual word does not say enough."""


def lacking_in(role: Role, known: set[Field], near: Collection[Field] = ()) -> list[Field]:
    """The fields that a sheet of these columns lacks for a role; L and P where heads are `near` both of them."""
    match role:
        case Role.STOCK:
            return _lacking_in_stock(known)
        case Role.CARTONS:
            lacking = [Field.CARTONS] if Field.RECEIVED in known else [Field.CARTONS, Field.NOTED]
            return [field for field in lacking if field not in known]
        case Role.PACKING:
            return [field for field in (Field.TPS, Field.PACKED) if field not in known]
        case Role.DPT | Role.RECAP:
            return _lacking_in_list(role, known, near)


def _lacking_in_stock(known: set[Field]) -> list[Field]:
    lacking: list[Field] = []
    counts = len(known & set(STOCK_COUNTS))
    says_what = bool(known & {Field.ELECTION, Field.KECAMATAN, Field.KELURAHAN, Field.REGION})
    if not known & {Field.RECEIVED, Field.GOOD}:
        lacking.append(Field.RECEIVED)
    elif Field.RECEIVED in known and (counts >= 2 or says_what):
        return []
    if counts + len(lacking) < 2 and not (says_what and Field.GOOD not in known):
        lacking.append(Field.RECEIVED if Field.GOOD in known else Field.GOOD)
    return lacking


def _lacking_in_list(role: Role, known: set[Field], near: Collection[Field]) -> list[Field]:
    lacking: list[Field] = []
    if role is Role.DPT and Field.TPS not in known:
        lacking.append(Field.TPS)
    if Field.VOTERS not in known and not {Field.MALE, Field.FEMALE} <= known:
        pair = [field for field in (Field.MALE, Field.FEMALE) if field not in known]
        is_pair = len(pair) == 1 or all(field in near for field in pair)
        lacking += pair if is_pair else [Field.VOTERS]
    if role is Role.DPT and not known & {Field.KELURAHAN, Field.REGION}:
        lacking.append(Field.KELURAHAN)
    elif role is Role.RECAP and not known & {Field.KOTA, Field.KECAMATAN, Field.KELURAHAN, Field.REGION}:
        lacking.append(Field.KECAMATAN)
    return lacking


def said_to_lack(role: Role, known: set[Field]) -> str:
    """What a role lacks, in words."""
    parts = []
    for field in lacking_in(role, known):
        said = _LACKED.get(field) or word_for(field)
        if role is Role.STOCK and field is Field.RECEIVED and Field.GOOD not in known:
            said = "diterima (atau baik)"
        elif role is Role.STOCK:
            said = f"satu hitungan lagi, misalnya {word_for(field)}"
        parts.append(said)
    return ", ".join(parts)
