"""LG501 wilayah-tidak-dikenal: a stock row of a region that the roll does not have."""

from collections.abc import Iterator
from typing import NamedTuple

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.checks.suggestions import Suggestions, alias_line
from logistik.core.findings import Finding
from logistik.core.places import ColumnKey, Location
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import listed
from logistik.ingest.finder import Misfit
from logistik.ingest.names import region_name
from logistik.ingest.records import StockRow

META = CheckMeta(
    code="LG501",
    name="wilayah-tidak-dikenal",
    severity=Severity.ERROR,
    summary="Wilayah di stok tidak ada di DPT",
    what="Nama kecamatan dan kelurahan di stok dicocokkan dengan DPT tanpa membedakan huruf besar, spasi, Kec., Kel., atau Desa. Nama yang mirip tidak pernah dianggap sama tanpa persetujuan.",
    why="Stok baris itu tidak masuk ke neraca wilayah mana pun.",
    example="'Klandasan Iilir' di stok, 'Klandasan Ilir' di DPT.",
    fix="Perbaiki nama di berkas stok, atau tempel baris alias yang disarankan ke logistik.toml.",
)


class Unknown(NamedTuple):
    """A name that the roll does not have, with the kecamatan typed beside it."""

    misfit: Misfit
    kecamatan: str
    name: str

    @property
    def level(self) -> Field:
        """Of which level the name is."""
        return Field.KECAMATAN if self.misfit is Misfit.KECAMATAN else Field.KELURAHAN


def check(case: Case) -> Iterator[Finding]:
    """Rows that found no region, one finding for each name."""
    suggestions = Suggestions(case)
    rows: dict[Unknown, list[StockRow]] = {}
    for entry in case.book.entries:
        if entry.misfit is not None:
            rows.setdefault(_unknown(entry.misfit, entry.row), []).append(entry.row)
    for unknown, found in rows.items():
        places = [_place(unknown, row) for row in found]
        message, hint = _words(unknown, suggestions)
        yield META.at(places[0], message, hint, related=places[1:4], raw=unknown.name, count=len(found))


def _unknown(misfit: Misfit, row: StockRow) -> Unknown:
    if misfit is Misfit.CODE:
        return Unknown(misfit, "", row.kelurahan or row.kecamatan or row.code)
    if misfit is Misfit.KECAMATAN:
        return Unknown(misfit, "", row.kecamatan)
    return Unknown(misfit, row.kecamatan, row.kelurahan)


def _place(unknown: Unknown, row: StockRow) -> Location:
    fields = (Field.CODE, Field.KELURAHAN, Field.KECAMATAN) if unknown.misfit is Misfit.CODE else (unknown.level,)
    if unknown.misfit is Misfit.CODE and (row.kecamatan or row.kelurahan):
        fields = (Field.KELURAHAN if row.kelurahan else Field.KECAMATAN,)
    return row.block.at(row.row, *map(ColumnKey, (*fields, Field.REGION)), row.key(Field.RECEIVED), row.key(Field.GOOD))


def _words(unknown: Unknown, suggestions: Suggestions) -> tuple[str, str]:
    """Message and hint."""
    misfit, kecamatan, name = unknown
    level = unknown.level.value
    if misfit is Misfit.AMBIGUOUS:
        message = f"Kelurahan '{name}' ada di lebih dari satu kecamatan; kolom Kecamatan perlu diisi"
        return message, "Isi kolom Kecamatan di baris itu."
    if misfit is Misfit.CODE:
        message = (
            f"Baris hanya berisi kode '{name}', yang tidak ada di samping nama di DPT; barisnya tidak ikut dihitung"
        )
        return (
            message,
            "Tulis nama kecamatan atau kelurahan di baris itu; kode dari sistem lain tidak pernah dicocokkan.",
        )
    shown = region_name(name, level)
    others = suggestions.elsewhere(name) if misfit is Misfit.KELURAHAN else []
    where = "di DPT"
    if others:
        homes = listed([suggestions.name(other.parent) for other in others])
        where = f"di Kecamatan {region_name(kecamatan, 'kecamatan')}, tetapi ada di {homes}"
    message = f"{level.capitalize()} '{shown}' tidak ada {where}; barisnya tidak ikut dihitung"
    near = suggestions.nearest(level, kecamatan, name)
    if near is None:
        return message, META.fix
    meant = suggestions.name(near)
    said = f"{suggestions.name(near.parent)}/{name}" if others else name
    line = alias_line(level, said, meant)
    return (
        f"{message}. Mungkin maksud Anda '{meant}'",
        f"Perbaiki namanya, atau tempel di baris pertama logistik.toml: {line}",
    )


CHECK = Check((META,), check)
