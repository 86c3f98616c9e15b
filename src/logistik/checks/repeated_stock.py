"""LG507 stok-ganda-berbeda, LG508 stok-ganda-sama, LG509 harian-tidak-pasti: several rows for one thing."""

from collections.abc import Iterator, Sequence

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.daily import Verdict
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.book import Holding

CONFLICT = CheckMeta(
    code="LG507",
    name="stok-ganda-berbeda",
    severity=Severity.ERROR,
    summary="Satu wilayah dan pemilihan tertulis dua kali dengan angka berbeda",
    what="Tanpa tanggal, setiap wilayah, pemilihan, dan peruntukan hanya boleh satu baris.",
    why="Tidak pasti baris mana yang benar, sehingga stok wilayah itu dianggap belum diketahui.",
    example="Telaga Sari, Gubernur: baris 12 diterima 12.800 dan baris 40 diterima 12.830.",
    fix="Hapus baris yang salah; kalau keduanya hitungan harian, isi kolom Tanggal.",
)
SAME = CheckMeta(
    code="LG508",
    name="stok-ganda-sama",
    severity=Severity.INFO,
    summary="Satu wilayah dan pemilihan tertulis dua kali dengan angka yang sama; dihitung satu kali",
    what="Baris yang sama persis dihitung satu kali.",
    why="Menghitung keduanya akan menggandakan stok.",
    example="Rekap ada di dua lembar dengan angka yang sama.",
    fix="Tidak perlu apa-apa; hapus salah satu kalau membingungkan.",
)
UNCERTAIN = CheckMeta(
    code="LG509",
    name="harian-tidak-pasti",
    severity=Severity.ERROR,
    summary="Hitungan harian tidak cocok dengan rekapnya",
    what="Baris bertanggal dijumlahkan, kecuali kumulatif: ditandai 's.d.' atau naik sampai angka rekap.",
    why="Rekap bukan jumlah harian dan bukan angka hari terakhir; yang dipakai rekap.",
    example="Harian 5.000 + 6.000, rekap 10.500.",
    fix="Cocokkan hitungan harian dengan rekapnya.",
)
_META = {Verdict.CONFLICT: CONFLICT, Verdict.SAME_TWICE: SAME, Verdict.UNCERTAIN: UNCERTAIN}


def check(case: Case) -> Iterator[Finding]:
    """Regions with several rows that do not simply add up."""
    spots = []
    for (region, election, stock), holding in case.book.holdings.items():
        meta = _META.get(holding.combined.verdict)
        if meta is None or election not in case.elections:
            continue
        last = holding.entries[-1].row
        readings = _readings(holding)
        found = meta.at(
            last.at(Field.RECEIVED, Field.GOOD),
            f"{title(election, stock)}, {case.book.regions.region(region)}: {len(holding.entries)} baris"
            + (f", {readings}" if readings else " yang sama, dihitung satu kali"),
            related=[entry.row.at(Field.RECEIVED, Field.GOOD) for entry in holding.entries[:-1]],
            region=case.book.regions.region(region),
            election=election,
            count=len(holding.entries),
        )
        spots.append(((meta.code, last.block), found))
    yield from gathered(spots, lambda count: f"{number(count)} wilayah dan pemilihan tertulis di beberapa baris")


_FIGURES = (
    ("received", "diterima"),
    ("good", "baik"),
    ("damaged", "rusak"),
    ("swapped", "salah daerah"),
    ("unsorted", "belum disortir"),
    ("ordered", "dipesan"),
)


def _readings(holding: Holding) -> str:
    """What the rows could mean: the readings of received, or else the figures in which the rows differ."""
    if len(set(holding.combined.readings)) > 1:
        return f"diterima {_either(holding.combined.readings)}"
    if not holding.combined.readings:
        return ""
    counts = [entry.count for entry in holding.entries]
    return "; ".join(
        f"{label} {_either(values)}"
        for name, label in _FIGURES
        if len(set(values := [getattr(count, name) for count in counts])) > 1
    )


def _either(values: Sequence[int | None]) -> str:
    said = ["tidak diketahui" if each is None else number(each) for each in values]
    return " atau ".join(dict.fromkeys(said))


CHECK = Check((CONFLICT, SAME, UNCERTAIN), check)
