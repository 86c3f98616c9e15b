"""LG208 judul-lawan-lembar: a title names one region, the sheet's name another."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Severity
from logistik.ingest.names import clean, region_key, region_name
from logistik.ingest.sheet_names import read_name
from logistik.ingest.tables import Table

META = CheckMeta(
    code="LG208",
    name="judul-lawan-lembar",
    severity=Severity.WARNING,
    summary="Judul tabel dan nama lembar menyebut wilayah yang berbeda",
    what="Kalau wilayah hanya disebut di judul, nama lembarnya tidak boleh nama wilayah lain.",
    why="Lembar yang disalin sering masih berjudul wilayah lama, sehingga isinya tercatat di wilayah yang salah. Yang dipakai judulnya.",
    example="Lembar 'Balikpapan Barat' berjudul KECAMATAN BALIKPAPAN KOTA.",
    fix="Periksa wilayah mana yang benar, lalu samakan judul dan nama lembarnya.",
)


def check(case: Case) -> Iterator[Finding]:
    """Tables whose title and sheet name two regions of the roll that cannot both be meant."""
    for table in case.book.tables:
        titled = [level for level in (Field.KECAMATAN, Field.KELURAHAN) if _is_titled(table, level)]
        by_title = {level: region_key(table.context[level], level) for level in titled}
        by_sheet = _regions_in_name(case, table) if titled else []
        said = [key for key in by_sheet if key.level.value in by_title or Field.KECAMATAN in by_title]
        if said and not any(_fit(key, by_title) for key in said):
            level = titled[0] if said[0].level.value not in by_title else said[0].level.value
            title = table.context[level]
            yield META.at(
                _place(table, title),
                f"Judul menyebut {level} '{region_name(title, level)}', tetapi nama lembarnya '{table.grid.sheet}'; yang dipakai judul",
                raw=title,
                expected=table.grid.sheet,
            )


def _is_titled(table: Table, level: Field) -> bool:
    return level in table.context and table.position(level) is None


def _regions_in_name(case: Case, table: Table) -> list[RegionKey]:
    """The regions of the roll that the sheet's name may mean."""
    name = read_name(table.grid.sheet)
    keys = {
        (level, region_key(said, level))
        for level in (Field.KECAMATAN, Field.KELURAHAN)
        for said in (name.said(level), *name.plain)
        if said
    }
    names = case.book.regions.names
    return [key for key in names if (key.level.value, key.kelurahan or key.kecamatan) in keys]


def _fit(key: RegionKey, by_title: dict[Field, str]) -> bool:
    """Whether a region can be what the titles name: the same, a part of it, or what it lies in."""
    kelurahan = by_title.get(Field.KELURAHAN, key.kelurahan)
    return by_title.get(Field.KECAMATAN, key.kecamatan) == key.kecamatan and key.kelurahan in ("", kelurahan)


def _place(table: Table, title: str) -> Location:
    """The cell of the title."""
    for row in range(table.header.rows[0]):
        for column, value in enumerate(table.grid.rows[row]):
            if isinstance(value, str) and title in clean(value):
                return table.block.cell(row, column)
    return Location(table.grid.file, table.grid.sheet)


CHECK = Check((META,), check)
