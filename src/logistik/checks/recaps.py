"""LG203 rekap-bukan-tps: a list with one row per kelurahan or kecamatan cannot stand for TPS rows."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity

META = CheckMeta(
    code="LG203",
    name="rekap-bukan-tps",
    severity=Severity.ERROR,
    summary="Daftar pemilih ini rekap per wilayah, bukan per TPS",
    what="Daftar tanpa kolom TPS, dengan kolom Jumlah TPS, atau dengan pemilih per baris jauh di atas batas TPS adalah rekap.",
    why="Cadangan dibulatkan ke atas di setiap TPS; dari rekap cadangan tidak dapat dihitung.",
    example="Satu baris per kecamatan: Balikpapan Kota, 114 TPS, 60.869 pemilih.",
    fix="Pakai daftar DPT yang satu barisnya satu TPS.",
    basis="UU 1/2015 Pasal 80 jo. Pasal 87: cadangan dihitung per TPS.",
)


def check(case: Case) -> Iterator[Finding]:
    """Recaps among the voter lists; they are not counted."""
    for table in case.book.recaps:
        column = table.position(Field.STATION_COUNT) or table.position(Field.TPS) or table.header.columns[0].position
        yield META.at(
            table.block.cell(table.header.rows[-1], column),
            f"Lembar '{table.grid.sheet}' berisi rekap per wilayah, bukan satu baris per TPS; tidak ikut dihitung",
        )


CHECK = Check((META,), check)
