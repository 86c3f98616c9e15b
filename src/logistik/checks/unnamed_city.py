"""LG411 kabupaten-kota-tanpa-nama: the election of the regent or mayor cannot be told."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Severity

META = CheckMeta(
    code="LG411",
    name="kabupaten-kota-tanpa-nama",
    severity=Severity.WARNING,
    summary="Nama kabupaten/kota tidak diketahui, sehingga pemilihan bupati atau wali kota tidak ikut dihitung",
    what="Kabupaten memilih bupati, kota memilih wali kota. Namanya diambil dari [kantor] kota, atau dari kolom Kabupaten/Kota di DPT.",
    why="Tanpa nama dan tanpa stok, tidak diketahui pemilihan mana yang berlangsung selain gubernur.",
    example="DPT hanya menyebut kecamatan dan desa.",
    fix='Isi di logistik.toml: [kantor] kota = "Kabupaten ...", atau pemilihan = ["gubernur", "bupati"].',
)


def check(case: Case) -> Iterator[Finding]:
    """A roll without the name of its kabupaten/kota, where neither settings nor stock name the elections."""
    settled = case.book.regions.kota or case.office.pemilihan or case.book.entries
    if case.rules.regional and not settled and case.elections == ("gubernur",) and case.book.stations:
        block = case.book.stations[0].block
        yield META.at(
            Location(block.file, block.sheet, "A1"),
            "Nama kabupaten/kota tidak disebut; hanya pemilihan gubernur yang dihitung",
        )


CHECK = Check((META,), check)
