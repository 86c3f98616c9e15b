"""LG409 kendali-berbeda, LG410 kendali-belum-ada, LG613 dipesan-bukan-ketetapan: the totals of KPU's decisions."""

from collections.abc import Iterator
from dataclasses import replace

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, differs
from logistik.core.balances import Need
from logistik.core.counts import add
from logistik.core.findings import Finding
from logistik.core.office import Kendali, Ketetapan
from logistik.core.places import Location
from logistik.core.regions import CITY
from logistik.core.vocabulary import Field, Severity, Stock
from logistik.ingest.book import HoldingKey

DIFFERENT = CheckMeta(
    code="LG409",
    name="kendali-berbeda",
    severity=Severity.ERROR,
    summary="DPT atau jumlah TPS berbeda dari ketetapan",
    what="Jumlah pemilih dan TPS yang dibaca dibandingkan dengan [kendali] di logistik.toml, yaitu angka di keputusan KPU.",
    why="Berkas DPT tidak lengkap, ganda, atau bukan versi yang ditetapkan.",
    example="Terbaca 995 TPS, ketetapan 996.",
    fix="Pakai DPT yang ditetapkan, atau perbaiki [kendali] kalau angkanya salah salin.",
)
MISSING = CheckMeta(
    code="LG410",
    name="kendali-belum-ada",
    severity=Severity.WARNING,
    summary="Angka ketetapan belum diisi, sehingga kelengkapan DPT tidak dapat diperiksa",
    what="[kendali] di logistik.toml memuat jumlah TPS dan pemilih menurut keputusan KPU.",
    why="Tanpa itu, lembar atau kelurahan yang hilang tidak ketahuan.",
    example="Lembar satu kecamatan terlewat; kebutuhan turun ribuan lembar tanpa tanda.",
    fix="Isi [kendali] di logistik.toml: tps dan pemilih, dengan nomor dan tanggal keputusannya.",
)
ORDER = CheckMeta(
    code="LG613",
    name="dipesan-bukan-ketetapan",
    severity=Severity.ERROR,
    summary="Kolom Dipesan berbeda dari ketetapan di [kendali]",
    what="Jumlah Dipesan untuk kabupaten/kota dibandingkan dengan jumlah surat suara yang ditetapkan.",
    why="Permintaan dihitung dari Dipesan; kalau bukan angka ketetapan, permintaannya salah.",
    example="Dipesan 534.745, ketetapan 534.475.",
    fix="Perbaiki kolom Dipesan atau [kendali] menurut keputusan KPU.",
)


def check(case: Case) -> Iterator[Finding]:
    """The roll and the orders against `[kendali]`."""
    controls = case.office.kendali or Kendali()
    need = case.needs.get(CITY, Need())
    if not case.book.stations:
        return
    place = case.book.stations[0].at(Field.TPS)
    absent = [name for name, total in (("tps", controls.tps), ("pemilih", controls.pemilih)) if total is None]
    if absent:
        yield MISSING.at(place, f"[kendali] {' dan '.join(absent)} belum diisi: kelengkapan DPT tidak dapat diperiksa")
    if controls.tps and controls.tps.jumlah != need.polling_stations:
        yield _different(DIFFERENT, place, "Jumlah TPS", need.polling_stations, controls.tps)
    if controls.pemilih and controls.pemilih.jumlah != need.voters:
        yield _different(DIFFERENT, place, "Jumlah pemilih", need.voters, controls.pemilih)
    for stock, totals in ((Stock.VOTING, controls.surat_suara), (Stock.REVOTE, controls.psu)):
        for election, fixed in totals.items():
            ordered = _ordered(case, (CITY, election, stock))
            if ordered is not None and ordered != fixed.jumlah:
                where = case.places((CITY, election, stock), Field.ORDERED)[0]
                found = _different(ORDER, where, f"Dipesan {title(election, stock)}", ordered, fixed)
                yield replace(found, election=election)


def _ordered(case: Case, key: HoldingKey) -> int | None:
    """What the sheets say was ordered: the region's own row, else its parts together."""
    holding = case.book.holdings.get(key)
    if holding is not None:
        return holding.combined.count.ordered
    region, election, stock = key
    parts = case.book.regions.children.get(region, ())
    return add(*(_ordered(case, (part, election, stock)) for part in parts)) if parts else None


def _different(meta: CheckMeta, place: Location, what: str, got: int, fixed: Ketetapan) -> Finding:
    decision = f" menurut {fixed.nomor}" if fixed.nomor else " menurut [kendali]"
    return meta.at(place, differs(what, got, fixed.jumlah) + decision, raw=got, expected=fixed.jumlah)


CHECK = Check((DIFFERENT, MISSING, ORDER), check)
