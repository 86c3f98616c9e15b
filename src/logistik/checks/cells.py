"""Cells that give no count (LG301 to LG305, LG308, LG309), and thousands restored in a whole column (LG307)."""

from collections.abc import Iterator
from functools import partial

from logistik.checks.case import Case
from logistik.checks.meta import SHOWN, Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.places import Block
from logistik.core.vocabulary import Severity
from logistik.core.wording import number
from logistik.ingest.numbers import Kind
from logistik.ingest.records import CellTrouble, Restored

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
AMBIGUOUS = CheckMeta(
    code="LG304",
    name="angka-ambigu",
    severity=Severity.ERROR,
    summary="Angka dapat dibaca dengan dua cara",
    what="Di kolom yang ribuannya terbaca sebagai desimal, bilangan bulat di bawah 1.000 dapat berarti apa adanya atau ribuan bulat. Kalau rincian barisnya hanya cocok dengan satu bacaan, bacaan itu dipakai.",
    why=_WHY,
    example="12 di kolom yang berisi 964,34 dan 60,869: 12 lembar atau 12.000 lembar.",
    fix="Tulis ulang angka di kolom itu tanpa titik atau koma.",
)
RESTORED = CheckMeta(
    code="LG307",
    name="ribuan-terbaca-desimal",
    severity=Severity.WARNING,
    summary="Satu kolom ribuan terbaca sebagai desimal; dibaca kembali sebagai ribuan",
    what="Kalau paling sedikit tiga sel di satu kolom berisi pecahan dengan paling banyak tiga desimal, dan tidak ada angka 1.000 ke atas, titik ribuannya telah dibaca Excel sebagai koma desimal. Satu sel saja tidak pernah cukup.",
    why="Angka aslinya seribu kali lebih besar; yang dipakai angka yang dikembalikan itu.",
    example="964,34 yang semula 964.340.",
    fix="Cocokkan beberapa angka dengan sumbernya, lalu tulis ulang kolom itu tanpa titik.",
)
DATE = CheckMeta(
    code="LG309",
    name="tanggal-bukan-jumlah",
    severity=Severity.ERROR,
    summary="Sel hitungan berisi tanggal atau jam",
    what="Excel mengubah sebagian isian menjadi tanggal, dan menampilkan angka sebagai tanggal kalau format selnya tanggal.",
    why=_WHY,
    example="1.250 di sel berformat tanggal tampil sebagai 3 Juni 1903; 12-10 menjadi 12 Oktober.",
    fix="Ubah format sel menjadi Angka, lalu tulis jumlahnya.",
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
    Kind.AMBIGUOUS: AMBIGUOUS,
    Kind.DATE: DATE,
    Kind.UNCALCULATED: UNCALCULATED,
    Kind.PERCENT: PERCENT,
}
_SAYS = {
    Kind.UNREADABLE: "tidak dapat dibaca sebagai angka",
    Kind.NEGATIVE: "negatif, sehingga dianggap belum diketahui",
    Kind.FRACTION: "pecahan, padahal yang dihitung lembar atau orang",
    Kind.AMBIGUOUS: "dapat dibaca dengan dua cara",
    Kind.DATE: "tanggal atau jam, bukan jumlah",
    Kind.UNCALCULATED: "rumus yang belum dihitung, sehingga angkanya belum diketahui",
    Kind.PERCENT: "persentase, sehingga jumlahnya belum diketahui",
}

_READINGS = {
    Kind.FRACTION: "mungkin maksudnya {1}",
    Kind.AMBIGUOUS: "{0} atau {1}",
    Kind.DATE: "tanggal {0}, atau angka {1} yang berformat tanggal",
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
    columns: dict[tuple[Block, int], list[Restored]] = {}
    for each in (each for reading in case.book.readings for each in reading.restored):
        columns.setdefault((each.block, each.column), []).append(each)
    for found in columns.values():
        yield _restored(found)


def _restored(found: list[Restored]) -> Finding:
    first = found[0]
    places = [each.block.cell(each.row, each.column) for each in found]
    return RESTORED.at(
        places[0],
        f"Kolom '{first.block.headers.get(first.column, '')}': ribuan terbaca sebagai desimal di {number(len(found))} baris; "
        f"{_as_shown(first.raw)} dibaca {number(first.value)}",
        related=places[1:SHOWN],
        raw=first.raw,
        expected=first.value,
        count=len(found),
    )


def _as_shown(raw: str) -> str:
    """A fraction with the decimal comma that Excel shows here; `3.516` would look like the thousands it stands for."""
    whole, dot, decimals = raw.partition(".")
    return f"{whole},{decimals}" if dot and whole.isdecimal() and decimals.isdecimal() else raw


def _many(kind: Kind, count: int) -> str:
    return f"{number(count)} baris dengan isi yang {_SAYS[kind]}"


def _finding(meta: CheckMeta, kind: Kind, found: list[CellTrouble]) -> Finding:
    trouble = found[0].trouble
    likely = trouble.likely
    shown = _as_shown if kind is Kind.FRACTION else str
    cells = ", ".join(f"{each.header} '{shown(each.trouble.raw)}'" for each in found)
    return meta.at(
        found[0].location,
        f"{cells} {_SAYS[kind]}" + (f"; {_READINGS[kind].format(trouble.raw, number(likely))}" if likely else ""),
        related=[each.location for each in found[1:]],
        raw=found[0].trouble.raw,
    )


CHECK = Check((*_META.values(), RESTORED), check)
