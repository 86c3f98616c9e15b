"""LG524 koli-basah-atau-terbuka and LG527 koli-psu-terbuka: how the cartons arrived."""

from collections.abc import Iterator

from logistik.checks.cartons import cartons_of, is_opened_revote, is_quarantined, name_of, shortened
from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.carton_conditions import Condition, condition_of
from logistik.ingest.records import CartonRow

HARMED = CheckMeta(
    code="LG524",
    name="koli-basah-atau-terbuka",
    severity=Severity.WARNING,
    summary="Koli basah, sobek, rusak, atau terbuka",
    what="Kolom Kondisi (tanpa kolom itu: Keterangan) dibaca: basah, lembap, sobek, rusak, penyok, terbuka, segel rusak, dan yang serupa. Baik, utuh, kering, tersegel, dan kosong tidak disebut; kata yang tidak dikenal dikutip supaya diperiksa. Koli yang dibuka untuk disortir bukan temuan.",
    why="Isi koli yang basah atau terbuka belum tentu utuh, dan harus dapat dibuktikan sebelum disortir.",
    example="Koli 31: kondisi 'basah'.",
    fix="Pisahkan kolinya, hitung isinya di depan saksi, foto, dan catat di berita acara penerimaan.",
)
REVOTE = CheckMeta(
    code="LG527",
    name="koli-psu-terbuka",
    severity=Severity.INFO,
    summary="Koli PSU dibuka atau sudah dihitung",
    what="Surat suara PSU biasanya disimpan dalam koli tertutup. Koli PSU yang dibuka atau punya hasil hitung disebut sebagai informasi, bukan kesalahan.",
    why="Sebagian kantor menghitung dan melipat surat suara PSU; yang perlu dijaga adalah jumlah dan penyimpanannya.",
    example="Koli PSU Wali Kota sudah dihitung: 2.000 lembar.",
    fix="Tidak perlu apa-apa; simpan kembali tersegel, terpisah dari surat suara lain, dengan catatan siapa yang membukanya.",
)


def check(case: Case) -> Iterator[Finding]:
    """The condition of every carton."""
    harmed, unknown, opened = [], [], []
    for key, rows in cartons_of(case).items():
        for row in rows:
            if is_quarantined(row):
                said = f"kondisi '{shortened(row.condition)}'; pisahkan dan hitung isinya"
                harmed.append((key, _at(HARMED, row, said)))
            elif condition_of(row.condition) is Condition.UNCLEAR:
                said = f"kondisi '{shortened(row.condition)}' tidak dikenal; periksa kolinya"
                unknown.append((key, _at(HARMED, row, said)))
            if is_opened_revote(row):
                counted = "" if row.received is None else f", hasil hitung {number(row.received)} lembar"
                opened.append((key, _at(REVOTE, row, f"koli PSU sudah dibuka{counted}")))
    yield from gathered(harmed, lambda count: f"{number(count)} koli basah, rusak, atau terbuka")
    yield from gathered(unknown, lambda count: f"Kondisi {number(count)} koli tidak dikenal")
    yield from gathered(opened, lambda count: f"{number(count)} koli PSU sudah dibuka")


def _at(meta: CheckMeta, row: CartonRow, said: str) -> Finding:
    fields = (Field.RECEIVED,) if meta is REVOTE and row.received is not None else (Field.CONDITION, Field.REMARK)
    return meta.at(
        row.at(*fields),
        f"{title(row.election, row.stock)}, {name_of(row)}: {said}",
        election=row.election,
        raw=row.condition or None,
    )


CHECK = Check((HARMED, REVOTE), check)
