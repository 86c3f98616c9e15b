"""LG201 baris-tanpa-tps: numbers that belong to no TPS."""

from collections.abc import Iterator, Sequence

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Severity
from logistik.ingest.records import StationSheet

META = CheckMeta(
    code="LG201",
    name="baris-tanpa-tps",
    severity=Severity.ERROR,
    summary="Baris DPT atau pengesetan berisi angka, tetapi TPS atau kelurahannya tidak jelas",
    what="Setiap baris DPT dan daftar pengesetan harus menyebut nomor TPS dan kelurahan. Baris jumlah dikenali dari katanya (JUMLAH, TOTAL) atau dari hitungannya.",
    why="Pemilih di baris itu tidak masuk ke TPS mana pun, sehingga kebutuhan terlalu kecil.",
    example="Kolom No TPS kosong di baris yang berisi 412 pemilih.",
    fix="Isi nomor TPS dan kelurahan di baris itu; kalau baris itu jumlah, tulis JUMLAH di kolom paling kiri.",
)


def check(case: Case) -> Iterator[Finding]:
    """Rows with voters or sheets and no TPS, which are not counted."""
    yield from _strays(case.book.rolls, "jumlah pemilih")
    yield from _strays(case.book.packing_sheets, "surat suara yang dikemas")


def _strays(sheets: Sequence[StationSheet], held: str) -> Iterator[Finding]:
    spots = (
        (
            stray.block,
            META.at(
                stray.block.cell(stray.row, stray.column),
                f"Baris {stray.row + 1} berisi {held}, tetapi {stray.lacks}; tidak ikut dihitung",
                raw=stray.raw or None,
            ),
        )
        for sheet in sheets
        for stray in sheet.strays
    )
    yield from gathered(spots, lambda count: f"{count} baris berisi {held} tanpa TPS atau kelurahan yang jelas")


CHECK = Check((META,), check)
