"""LG413 alias-tidak-ada, LG414 alias-menggabungkan: aliases of `logistik.toml` that do nothing, or too much."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.checks.suggestions import Suggestions
from logistik.core.findings import Finding
from logistik.core.places import ColumnKey, Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Severity
from logistik.ingest.names import region_key
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
            within = qualified(said) if level is Field.KELURAHAN else None
            line = f'logistik.toml [alias.{level}] "{said}" = "{meant}"'
            merged = _typed_as(case, level, said, within)
            if (
                merged
                and merged
                != (target := _typed_as(case, level, meant, within and (within[0], region_key(meant, level))))
                and target
            ):
                yield MERGING.at(
                    _place(case, level),
                    f"{line}: '{said}' dan '{meant}' sama-sama ada di DPT",
                    raw=said,
                )
            elif not _is_known(case, level, meant, within):
                near = suggestions.nearest(level, within[0] if within else "", meant)
                likely = f"; mungkin maksudnya '{suggestions.name(near)}'" if near is not None else ""
                yield NOWHERE.at(
                    _place(case, level),
                    f"{line}: '{meant}' tidak ada di DPT{likely}",
                    raw=meant,
                    expected=None if near is None else suggestions.name(near),
                )


def _typed_as(case: Case, level: Field, name: str, within: tuple[str, str] | None) -> set[RegionKey]:
    """The regions that the voter lists themselves call so, before any alias."""
    wanted = within[1] if within else region_key(name, level)
    return {
        key if level is Field.KELURAHAN else key.parent
        for key in case.book.typed
        if (key.kelurahan if level is Field.KELURAHAN else key.kecamatan) == wanted
        and (within is None or key.kecamatan == within[0])
    }


def _is_known(case: Case, level: Field, meant: str, within: tuple[str, str] | None) -> bool:
    """Whether the roll has the region that an alias means; a kecamatan's alias may mean the kabupaten/kota."""
    regions, key = case.book.regions, region_key(meant, level)
    if level is Field.KECAMATAN:
        return RegionKey(key) in regions or region_key(meant, "kota") == region_key(regions.kota or "", "kota")
    if within:
        return RegionKey(within[0], key) in regions
    return any(each.kelurahan == key for each in regions.names)


def _place(case: Case, level: Field) -> Location:
    """The first cell of the voter lists that names a region of a level."""
    station = case.book.stations[0]
    return station.block.at(station.row, ColumnKey(level), ColumnKey(Field.KELURAHAN), ColumnKey(Field.TPS))


CHECK = Check((NOWHERE, MERGING), check)
