"""LG501 wilayah-tidak-dikenal: a row of stock or packing of a region that the roll does not have."""

from collections.abc import Iterator
from typing import NamedTuple

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.checks.suggestions import Suggestions, alias_line
from logistik.core.findings import Finding
from logistik.core.places import ColumnKey, Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import listed
from logistik.ingest.book import Book
from logistik.ingest.finder import Misfit
from logistik.ingest.names import region_key, region_name
from logistik.ingest.records import StockRow

META = CheckMeta(
    code="LG501",
    name="wilayah-tidak-dikenal",
    severity=Severity.ERROR,
    summary="Wilayah di stok atau pengesetan tidak ada di DPT",
    what="Nama kecamatan dan kelurahan di stok dan pengesetan dicocokkan dengan DPT tanpa membedakan huruf besar, spasi, Kec., Kel., atau Desa. Nama yang mirip tidak pernah dianggap sama tanpa persetujuan.",
    why="Stok baris itu tidak masuk ke neraca wilayah mana pun, dan TPS di baris itu dianggap belum diset.",
    example="'Klandasan Iilir' di stok, 'Klandasan Ilir' di DPT.",
    fix="Perbaiki namanya di berkas itu, atau tempel baris alias yang disarankan ke logistik.toml.",
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

    @property
    def normal(self) -> "Unknown":
        """The same name, however it is written."""
        if self.misfit is Misfit.CODE:
            return self
        return self._replace(kecamatan=region_key(self.kecamatan, "kecamatan"), name=region_key(self.name, self.level))


def check(case: Case) -> Iterator[Finding]:
    """Rows that found no region, one finding for each name, however it is written."""
    suggestions = Suggestions(case)
    first: dict[Unknown, Unknown] = {}
    places: dict[Unknown, dict[Location, None]] = {}
    for unknown, place in (*_in_stock(case.book), *_in_packing(case.book)):
        name = first.setdefault(unknown.normal, unknown)
        places.setdefault(name, {})[place] = None
    for unknown, found in places.items():
        cells = list(found)
        message, hint = _words(unknown, suggestions)
        yield META.at(cells[0], message, hint, related=cells[1:4], raw=unknown.name, count=len(cells))


def _in_stock(book: Book) -> Iterator[tuple[Unknown, Location]]:
    for entry in book.entries:
        if entry.misfit is not None:
            unknown = _unknown(entry.misfit, entry.row)
            yield unknown, _place(unknown, entry.row)


def _in_packing(book: Book) -> Iterator[tuple[Unknown, Location]]:
    found: dict[RegionKey, Unknown] = {}
    for entry in book.packed:
        if entry.kelurahan is None:
            row, said = entry.row, entry.row.kelurahan
            unknown = found[said] = found.get(said) or _unpacked(book, said)
            keys = (ColumnKey(unknown.level), ColumnKey(Field.REGION), ColumnKey(Field.PACKED, row.wide_election))
            yield unknown, row.block.at(row.row, *keys)


def _unpacked(book: Book, said: RegionKey) -> Unknown:
    """Which name of a packing list the roll does not have."""
    kecamatan, kelurahan = book.packing_names.get(said.parent, ""), book.packing_names[said]
    if said.kecamatan and said.parent not in book.regions:
        return Unknown(Misfit.KECAMATAN, "", kecamatan)
    is_there = not said.kecamatan and any(key.kelurahan == said.kelurahan for key in book.regions.names)
    return Unknown(Misfit.AMBIGUOUS if is_there else Misfit.KELURAHAN, kecamatan, kelurahan)


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
