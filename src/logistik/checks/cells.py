"""LG301 angka-tidak-terbaca, LG302 angka-negatif, LG303 angka-pecahan, LG305 rumus-belum-dihitung, LG308 persen-bukan-jumlah: cells that give no count."""

from collections.abc import Iterator
from functools import partial

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.places import Block
from logistik.core.vocabulary import Severity
from logistik.core.wording import number
from logistik.ingest.numbers import Kind
from logistik.ingest.records import CellTrouble

_WHY = "Isi yang tidak pasti tidak ditebak: angkanya dianggap belum diketahui, bukan 0."

UNREADABLE = CheckMeta(
    code="LG301",
    name="angka-tidak-terbaca",
    severity=Severity.ERROR,
    summary="Sel yang seharusnya berisi angka tidak dapat dibaca",
    what="Sel hitungan harus berisi bilangan bulat, boleh dengan titik ribuan.",
    why=_WHY,
    example="'dua ratus', '#REF!', '12/11', atau tanggal di kolom Baik.",
    fix="Tulis bilangan bulat di sel itu, misalnya 250 atau 1.250.",
)
NEGATIVE = CheckMeta(
    code="LG302",
    name="angka-negatif",
    severity=Severity.ERROR,
    summary="Sel hitungan berisi angka negatif",
    what="Jumlah pemilih dan surat suara tidak pernah negatif.",
    why=_WHY,
    example="-1 sebagai tanda 'belum ada data'.",
    fix="Isi jumlah yang benar; kalau belum ada, kosongkan sel itu.",
)
FRACTION = CheckMeta(
    code="LG303",
    name="angka-pecahan",
    severity=Severity.ERROR,
    summary="Sel hitungan berisi pecahan",
    what="Jumlah pemilih dan surat suara selalu bulat. Pecahan biasanya ribuan yang dibaca Excel sebagai desimal.",
    why=_WHY,
    example="60,869 yang semula 60.869.",
    fix="Tulis bilangan bulatnya; periksa format angka (titik atau koma) komputer yang mengisi.",
)
UNCALCULATED = CheckMeta(
    code="LG305",
    name="rumus-belum-dihitung",
    severity=Severity.ERROR,
    summary="Sel hitungan berisi rumus yang hasilnya tidak tersimpan",
    what="Rumus yang belum pernah dihitung tidak punya hasil di berkas. Jumlah dan selisih sederhana (E2+F2, SUM(F6:F40)) dihitung sendiri; rumus lain tidak.",
    why=_WHY,
    example="=VLOOKUP(B6;Rekap!A:C;3;0) di kolom Diterima, dari berkas yang dibuat program dan belum dibuka di Excel.",
    fix="Buka berkas itu di Excel, tunggu sampai terhitung, simpan, lalu jalankan lagi.",
)
PERCENT = CheckMeta(
    code="LG308",
    name="persen-bukan-jumlah",
    severity=Severity.ERROR,
    summary="Sel hitungan berisi persentase",
    what="Sel berformat persen menyimpan 25% sebagai 0,25 dan 100% sebagai 1, bukan jumlah lembar atau orang.",
    why=_WHY,
    example="100% di kolom Baik, yang tersimpan sebagai 1.",
    fix="Tulis jumlahnya, dan ubah format sel itu menjadi angka biasa.",
)
_META = {
    Kind.UNREADABLE: UNREADABLE,
    Kind.NEGATIVE: NEGATIVE,
    Kind.FRACTION: FRACTION,
    Kind.UNCALCULATED: UNCALCULATED,
    Kind.PERCENT: PERCENT,
}
_SAYS = {
    Kind.UNREADABLE: "tidak dapat dibaca sebagai angka",
    Kind.NEGATIVE: "negatif, sehingga dianggap belum diketahui",
    Kind.FRACTION: "pecahan, padahal yang dihitung lembar atau orang",
    Kind.UNCALCULATED: "rumus yang belum dihitung, sehingga angkanya belum diketahui",
    Kind.PERCENT: "persentase, sehingga jumlahnya belum diketahui",
}


def check(case: Case) -> Iterator[Finding]:
    """Rows with cells that hold something else than a count; many in one table are one finding."""
    for kind, meta in _META.items():
        rows: dict[tuple[Block, int], list[CellTrouble]] = {}
        for trouble in (each for reading in case.book.readings for each in reading.troubles):
            if trouble.trouble.kind is kind:
                rows.setdefault((trouble.block, trouble.row), []).append(trouble)
        spots = [(block, _finding(meta, kind, found)) for (block, _), found in rows.items()]
        yield from gathered(spots, partial(_many, kind))


def _many(kind: Kind, count: int) -> str:
    return f"{number(count)} baris dengan isi yang {_SAYS[kind]}"


def _finding(meta: CheckMeta, kind: Kind, found: list[CellTrouble]) -> Finding:
    likely = found[0].trouble.likely
    cells = ", ".join(f"{each.header} '{each.trouble.raw}'" for each in found)
    return meta.at(
        found[0].location,
        f"{cells} {_SAYS[kind]}" + (f"; mungkin maksudnya {number(likely)}" if likely else ""),
        related=[each.location for each in found[1:]],
        raw=found[0].trouble.raw,
    )


CHECK = Check(tuple(_META.values()), check)
