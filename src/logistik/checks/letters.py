"""LG701 susulan-berbeda, LG702 susulan-sudah-dihitung, LG703 surat-tanpa-wilayah: the ledger against the sheets."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta
from logistik.core.balances import BalanceKey
from logistik.core.correspondence import Answered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number

DIFFERENT = CheckMeta(
    code="LG701",
    name="susulan-berbeda",
    severity=Severity.WARNING,
    summary="Susulan di berkas stok berbeda dari yang dicatat sebagai jawaban surat",
    what="Kolom Susulan dibandingkan dengan lembar baik yang dicatat dengan `logistik receive`. Yang dipakai adalah yang lebih besar; keduanya tidak dijumlahkan.",
    why="Kalau salah satunya belum diisi, permintaan berikutnya terlalu besar atau terlalu kecil.",
    example="Susulan tertulis 400, yang dicatat sebagai jawaban surat 580.",
    fix="Cocokkan dengan berita acara serah terima; perbaiki Susulan, atau catat yang kurang dengan `logistik receive`.",
)
COUNTED = CheckMeta(
    code="LG702",
    name="susulan-sudah-dihitung",
    severity=Severity.WARNING,
    summary="Lembar susulan yang dicatat lebih banyak daripada yang kurang; mungkin sudah termasuk Diterima",
    what="Lembar baik yang menjawab surat mengganti yang kurang kirim, rusak, atau salah daerah, jadi tidak melebihi ketiganya.",
    why="Kalau lembar susulan sudah ditambahkan ke Diterima dan Baik, lembar yang sama terhitung dua kali dan permintaan menjadi terlalu kecil.",
    example="Dasar 534.475, baik 534.475 sesudah susulan 418 lembar ditambahkan ke Baik.",
    fix="Keluarkan lembar susulan dari Diterima dan Baik, dan tulis di kolom Susulan.",
)
UNPLACED = CheckMeta(
    code="LG703",
    name="surat-tanpa-wilayah",
    severity=Severity.ERROR,
    summary="Surat yang sudah dikeluarkan menyebut wilayah yang tidak ada di DPT ini",
    what="Setiap surat di ledger dicocokkan dengan wilayah DPT. Yang tidak ditemukan tidak mengurangi permintaan mana pun.",
    why="Permintaan yang sama dapat keluar dua kali.",
    example="Surat untuk Kecamatan Bpp Kota, sedangkan DPT menulis Balikpapan Kota.",
    fix="Samakan nama wilayah di DPT, daftarkan di [alias.kecamatan] logistik.toml, atau batalkan surat itu.",
)


def check(case: Case) -> Iterator[Finding]:
    """What letters brought against what the sheets say, region by region, and letters without a region."""
    for key, answered in case.answered.items():
        if key in case.balances and answered.good:
            yield from _held_against(case, key, answered)
    for letter in case.unplaced:
        name = letter.number or letter.issued.code
        yield UNPLACED.at(
            None,
            f"Surat {name}: wilayah {letter.issued.region} tidak ada di DPT; {number(letter.outstanding)} lembar yang "
            "belum datang dari surat itu tidak dikurangkan",
            election=letter.issued.election,
        )


def _held_against(case: Case, key: BalanceKey, answered: Answered) -> Iterator[Finding]:
    holding, balance = case.book.holdings.get(key), case.balances[key]
    rows = [entry.row for entry in holding.entries] if holding else []
    where = f"{title(balance.election, balance.stock)}, {balance.region}"
    written = [row.figures.later for row in rows if isinstance(row.figures.later, int)]
    if written and holding and holding.combined.count.later not in (None, answered.good):
        later = holding.combined.count.later or 0
        yield DIFFERENT.at(
            next(row.at(Field.LATER) for row in rows if isinstance(row.figures.later, int)),
            f"{where}: Susulan {number(later)} lembar, yang dicatat sebagai jawaban surat {number(answered.good)}",
            region=balance.region,
            election=balance.election,
            raw=later,
            expected=answered.good,
        )
    if balance.base is None or balance.good is None:
        return
    lacking = max(0, balance.base - balance.good)
    if answered.good > lacking:
        places = case.places(key, Field.GOOD, Field.RECEIVED)
        yield COUNTED.at(
            places[0] if places else None,
            f"{where}: {number(answered.good)} lembar dicatat sebagai jawaban surat, padahal tanpa itu hanya kurang "
            f"{number(lacking)} lembar",
            region=balance.region,
            election=balance.election,
            raw=balance.good,
            expected=balance.base - answered.good,
        )


CHECK = Check((DIFFERENT, COUNTED, UNPLACED), check)
