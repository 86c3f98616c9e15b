"""LG208 judul-lawan-lembar: titles and the sheet's name tell different regions, or a name that may be none."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Role, Severity
from logistik.core.wording import listed
from logistik.ingest.names import clean, region_key, region_name
from logistik.ingest.sheet_names import is_direction, read_name
from logistik.ingest.tables import Table
from logistik.ingest.titles import contradiction, region_in

META = CheckMeta(
    code="LG208",
    name="judul-lawan-lembar",
    severity=Severity.WARNING,
    summary="Judul tabel dan nama lembar menyebut wilayah yang berbeda",
    what="Kalau wilayah hanya disebut di judul, nama lembarnya tidak boleh nama wilayah lain, dan di atas satu tabel tidak boleh ada dua judul wilayah. Nama lembar yang hanya 'Kota' atau arah mata angin juga ditanyakan.",
    why="Lembar yang disalin sering masih berjudul wilayah lama, sehingga isinya tercatat di wilayah yang salah. Yang dipakai judulnya.",
    example="Lembar 'Balikpapan Barat' berjudul KECAMATAN BALIKPAPAN KOTA.",
    fix="Periksa wilayah mana yang benar, lalu samakan judul dan nama lembarnya.",
)

_PREFIXES = frozenset({"kota", "kabupaten", "kab", "kab."})


def check(case: Case) -> Iterator[Finding]:
    """Tables whose titles and sheet name regions that cannot all be meant, or one that hardly is a name."""
    yield from _directions(case)
    for table in case.book.tables:
        yield from _contradictions(table)
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


def _contradictions(table: Table) -> Iterator[Finding]:
    """Titles above one table that name two regions of a level."""
    for level in (Field.KECAMATAN, Field.KELURAHAN):
        said = table.context.get(contradiction(level), "")
        if said and table.position(level) is None:
            names = listed([region_name(name, level) for name in said.split(" / ")])
            yield META.at(
                _place(table, said.partition(" / ")[0]),
                f"Di atas satu tabel ada judul {level} yang berbeda ({names}); tidak satu pun dipakai",
                raw=said,
            )


def _directions(case: Case) -> Iterator[Finding]:
    """Kecamatan of the roll of which only the names of sheets tell, and these only by `Kota` or a direction."""
    settled = {region_key(said, "kecamatan") for said in case.office.alias.kecamatan}
    once: dict[str, Table] = {}
    for table in case.book.tables:
        name = table.context.get(Field.KECAMATAN, "")
        if table.header.role is Role.DPT and _is_by_sheet(table, name) and region_key(name, "kecamatan") not in settled:
            once.setdefault(table.grid.sheet, table)
    for table in once.values():
        name = region_name(table.context[Field.KECAMATAN], "kecamatan")
        yield META.at(
            table.block.cell(table.title_row, table.header.columns[0].position),
            f"Nama lembar '{table.grid.sheet}' dibaca sebagai kecamatan '{name}'; kalau namanya lain, tulis di "
            f'[alias.kecamatan] logistik.toml: "{name}" = "{_fuller(case, name)}"',
            raw=table.grid.sheet,
        )


def _is_by_sheet(table: Table, name: str) -> bool:
    """Whether a kecamatan is called by a direction that no column and no title says, but the sheet's name does."""
    if not is_direction(name) or not _is_titled(table, Field.KECAMATAN):
        return False
    above = (value for row in table.grid.rows[: table.title_row] for value in row if isinstance(value, str))
    return read_name(table.grid.sheet).plain[-1:] == (name,) and not any(map(region_in, above))


def _fuller(case: Case, shown: str) -> str:
    """What a kecamatan called after a direction is often called in full: Balikpapan Timur in Kota Balikpapan."""
    kota = [word for word in (case.book.regions.kota or "").split() if word.casefold() not in _PREFIXES]
    return " ".join([*kota, shown]) if kota else "..."


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
