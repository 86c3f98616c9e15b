"""LG413 alias-tidak-ada, LG414 alias-menggabungkan: aliases of `logistik.toml` that do nothing, or too much."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.checks.suggestions import Suggestions
from logistik.core.findings import Finding
from logistik.core.places import ColumnKey, Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Severity
from logistik.ingest.names import region_key, words
from logistik.ingest.regions import qualified

NOWHERE = CheckMeta(
    code="LG413",
    name="alias-tidak-ada",
    severity=Severity.WARNING,
    summary="Alias di logistik.toml menunjuk nama yang tidak ada di DPT",
    what="Nama di sebelah kanan [alias.kecamatan] dan [alias.kelurahan] harus nama yang ada di DPT.",
    why="Baris stok dengan nama itu tetap tidak dikenal dan tidak ikut dihitung.",
    example='"Bpp Kota" = "Balikpapan Kta".',
    fix="Tulis nama di sebelah kanan persis seperti di DPT, atau hapus baris alias itu.",
)
MERGING = CheckMeta(
    code="LG414",
    name="alias-menggabungkan",
    severity=Severity.ERROR,
    summary="Alias di logistik.toml menyamakan dua wilayah yang sama-sama ada di DPT",
    what="Nama di sebelah kiri alias tidak boleh nama wilayah lain yang ada di DPT bersama nama di sebelah kanannya.",
    why="Pemilih dan stok dua wilayah menjadi satu, sehingga kebutuhan dan permintaannya salah.",
    example='"Damai" = "Damai Baru", padahal DPT memuat keduanya.',
    fix='Hapus baris alias itu. Kalau hanya berlaku di satu kecamatan, tulis kuncinya "Kecamatan/Kelurahan"; kalau keduanya memang satu wilayah, samakan namanya di DPT.',
)


def check(case: Case) -> Iterator[Finding]:
    """Every alias of a region, held against the voter lists."""
    suggestions = Suggestions(case)
    aliases = case.office.alias
    for level, names in ((Field.KECAMATAN, aliases.kecamatan), (Field.KELURAHAN, aliases.kelurahan)):
        for said, meant in names.items():
            line = f'logistik.toml [alias.{level}] "{said}" = "{meant}"'
            within = qualified(said) if level is Field.KELURAHAN else None
            if level is Field.KECAMATAN and _is_city(case, said) and not _is_city(case, meant):
                wrong = f"'{said}' adalah kabupaten/kotanya, bukan kecamatan; alias ini tidak dipakai"
                yield MERGING.at(_place(case, level), f"{line}: {wrong}", raw=said)
            elif _are_two(case, level, said, meant, within):
                wrong = f"'{said}' dan '{meant}' sama-sama ada di DPT"
                yield MERGING.at(_place(case, level), f"{line}: {wrong}", raw=said)
            elif not _is_known(case, level, meant, within):
                near = suggestions.nearest(level, within[0] if within else "", meant)
                likely = suggestions.name(near) if near is not None else None
                where = f"di Kecamatan '{said.partition('/')[0]}' menurut DPT" if within else "di DPT"
                wrong = f"'{meant}' tidak ada {where}" + (f"; mungkin maksudnya '{likely}'" if likely else "")
                yield NOWHERE.at(_place(case, level), f"{line}: {wrong}", raw=meant, expected=likely)


def _is_city(case: Case, name: str) -> bool:
    """Whether a name is that of the kabupaten/kota: Kota Balikpapan, not Balikpapan Kota."""
    city = region_key(case.book.regions.kota or "", "kota")
    return city != "" and region_key(name, "kota") == city and words(name).startswith(("kota", "kab"))


def _are_two(case: Case, level: Field, said: str, meant: str, within: tuple[str, str] | None) -> bool:
    """Whether the voter lists themselves have both names of an alias, so that they are two regions."""
    target = region_key(meant, level)
    above, name = within or (None, region_key(said, level))
    typed = _typed(case, level, above)
    return name != target and {name, target} <= typed


def _typed(case: Case, level: Field, above: str | None) -> set[str]:
    """The names of a level in the voter lists before any alias, in normal form; those of one kecamatan, if it is set."""
    keys = [key for key in case.book.typed if above is None or key.kecamatan == above]
    return {key.kecamatan if level is Field.KECAMATAN else key.kelurahan for key in keys}


def _is_known(case: Case, level: Field, meant: str, within: tuple[str, str] | None) -> bool:
    """Whether the roll has the region that an alias means; a kecamatan's alias may mean the kabupaten/kota."""
    regions, key = case.book.regions, region_key(meant, level)
    if level is Field.KECAMATAN:
        return RegionKey(key) in regions or _is_city(case, meant)
    if within:
        return RegionKey(within[0], key) in regions
    return any(each.kelurahan == key for each in regions.names)


def _place(case: Case, level: Field) -> Location:
    """The first cell of the voter lists that names a region of a level."""
    station = case.book.stations[0]
    return station.block.at(station.row, ColumnKey(level), ColumnKey(Field.KELURAHAN), ColumnKey(Field.TPS))


CHECK = Check((NOWHERE, MERGING), check)
