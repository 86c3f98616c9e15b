"""LG640 neraca-tidak-nol, LG641 gudang-belum-kosong, LG642 neraca-belum-dapat-ditutup: what `logistik close` finds.

They speak of the balance as a whole, with what left the warehouse, and not of a sheet; an audit never gives them.
"""

from collections.abc import Iterator
from datetime import date

from logistik.checks.case import title
from logistik.checks.meta import CheckMeta
from logistik.core.closing import TITLES, Closed, Name
from logistik.core.closing_causes import Cause, Clue, Why
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import Region
from logistik.core.vocabulary import Severity
from logistik.core.wording import listed, long_date, number

UNBALANCED = CheckMeta(
    code="LG640",
    name="neraca-tidak-nol",
    severity=Severity.ERROR,
    summary="Yang masuk tidak sama dengan yang dikemas, keluar, dan masih ada",
    what="Diterima + susulan = dikemas + kelebihan + rusak + salah daerah + dikembalikan + diserahkan + dimusnahkan + belum disortir, per pemilihan; stok PSU: diterima + susulan = disimpan + rusak + salah daerah + yang keluar. Diperiksa oleh `logistik close`. Sebab yang disebut dicocokkan dengan angka lain dan hanya kemungkinan.",
    why="Selisih berarti ada lembar yang tidak diketahui di mana, atau lembar yang terhitung dua kali.",
    example="Diterima 534.210, tercatat 533.800: selisih 410, sama dengan kebutuhan 1 TPS yang belum dikemas.",
    fix="Periksa sebab yang disebut, perbaiki sumbernya, lalu jalankan `logistik close` lagi.",
)
STILL_THERE = CheckMeta(
    code="LG641",
    name="gudang-belum-kosong",
    severity=Severity.ERROR,
    summary="Sehari sebelum pemungutan suara masih ada surat suara di gudang",
    what="Mulai H-1, `logistik close` memeriksa apakah kelebihan, rusak, salah daerah, dan belum disortir sudah tercatat keluar. Stok PSU tidak ikut.",
    why="Surat suara yang tersisa di gudang pada hari pemungutan suara dapat disalahgunakan dan menimbulkan sengketa.",
    example="H-1: 128 lembar rusak masih di gudang, belum ada berita acara pemusnahannya.",
    fix="Susun berita acaranya dengan `logistik minutes destruction`, lalu catat dengan `logistik move`.",
    basis="Pilkada: UU 1/2015 Pasal 82 ayat (5) dan (6): kelebihan dimusnahkan dengan berita acara; H-1 menurut praktik.",
)
UNKNOWN = CheckMeta(
    code="LG642",
    name="neraca-belum-dapat-ditutup",
    severity=Severity.ERROR,
    summary="Satu angka neraca belum diketahui, jadi selisihnya tidak dapat dihitung",
    what="`logistik close` memerlukan setiap angka neraca. Yang tidak dihitung atau tidak terbaca tidak dianggap nol; tanpa daftar pengesetan tidak diketahui berapa yang dikemas.",
    why="Neraca yang ditutup dengan angka yang tidak diketahui menyembunyikan selisih.",
    example="Dikemas per TPS belum diketahui: daftar pengesetan tidak ikut diaudit.",
    fix="Lengkapi berkasnya, jalankan audit lagi, lalu ulangi `logistik close`.",
)
METAS = (UNBALANCED, STILL_THERE, UNKNOWN)

_SAID = {
    Why.ROW: "di berkas stok, Diterima berbeda {n} lembar dari baik + rusak + salah daerah + belum disortir",
    Why.RECOUNTED: "hitungan kedua di {many} TPS ({name}) berbeda {n} lembar",
    Why.MOVED_BEYOND: "yang tercatat keluar {n} lembar lebih banyak daripada yang dihitung",
    Why.NOT_PACKED: "kebutuhan {many} TPS yang belum dikemas {n} lembar",
    Why.PACKED_LESS: "{many} TPS dikemas kurang dari kebutuhannya, seluruhnya {n} lembar",
    Why.PACKED_MORE: "{many} TPS dikemas lebih dari kebutuhannya, seluruhnya {n} lembar",
    Why.PACKED_NET: "kelebihan dan kekurangan di TPS yang dikemas bersih {n} lembar",
    Why.ABOVE_NEED: "jumlah yang ditetapkan {n} lembar di atas kebutuhan TPS",
    Why.BELOW_NEED: "jumlah yang ditetapkan {n} lembar di bawah kebutuhan TPS",
    Why.OUTSTANDING: "{n} lembar yang diminta mungkin sudah datang dan belum dicatat",
    Why.CARTON_OFF: "koli {name}: hasil hitung berbeda {n} lembar dari label",
    Why.CARTON: "{n} lembar adalah isi satu koli (misalnya {name}): belum dibuka, atau terhitung dua kali",
    Why.DAMAGED: "sama dengan yang rusak, {n} lembar: terhitung dua kali, atau masih termasuk Baik",
    Why.SWAPPED: "sama dengan yang salah daerah, {n} lembar: terhitung dua kali, atau masih termasuk Baik",
    Why.UNSORTED: "sama dengan yang belum disortir, {n} lembar: sudah dikemas, atau terhitung dua kali",
    Why.LATER: "sama dengan susulan, {n} lembar: sudah termasuk Diterima, atau belum dikemas",
    Why.REVOTE: "sama dengan stok PSU, {n} lembar: tercampur dengan stok pemungutan suara",
    Why.MOVE: "sama dengan catatan ledger nomor {name}, {n} lembar: tercatat dua kali, atau bukan dari stok ini",
    Why.BUNDLE: "{n} lembar tepat {many} ikat (dapat juga kebetulan)",
    Why.BEYOND_GOOD: "yang dikemas {n} lembar lebih banyak daripada yang baik: PSU atau yang rusak ikut dikemas",
}


def judge(
    closed: Closed, cause: Cause | None, region: Region, place: Location | None, day: date, last_day: date
) -> Iterator[Finding]:
    """What is wrong with the balance sheet of one stock.

    Args:
        closed: the sheet.
        cause: what its difference may come from, where it has one.
        region: the kabupaten/kota.
        place: the cell of what was received.
        day: the day of the closing.
        last_day: from when on the warehouse has to be empty.
    """
    name = title(closed.election, closed.stock)
    if closed.difference is None:
        unknown = listed([TITLES[each].lower().replace("tps", "TPS") for each in closed.unknown], most=8)
        hint = ""
        if Name.PACKED in closed.unknown:
            hint = "Ikutkan daftar pengesetan: logistik audit gudang.xlsx pengesetan.xlsx, lalu logistik close."
        said = f"{name}: neraca belum dapat ditutup; belum diketahui: {unknown}"
        yield UNKNOWN.at(place, said, hint, region=region, election=closed.election)
    elif closed.difference and cause:
        yield UNBALANCED.at(
            place,
            f"{name}: {_off(closed.difference)}; {_because(cause)}",
            region=region,
            election=closed.election,
            raw=closed.told,
            expected=closed.came,
        )
    if day >= last_day and closed.still_there:
        there = listed([f"{TITLES[line.name].lower()} {number(line.sheets or 0)}" for line in closed.still_there])
        said = f"{name}: masih di gudang pada {long_date(day)}: {there} lembar"
        total = sum(line.sheets or 0 for line in closed.still_there)
        yield STILL_THERE.at(place, said, region=region, election=closed.election, raw=total, expected=0)


def _off(difference: int) -> str:
    if difference > 0:
        return f"yang masuk {number(difference)} lembar lebih banyak daripada yang tercatat"
    return f"yang tercatat {number(-difference)} lembar lebih banyak daripada yang masuk"


def _because(cause: Cause) -> str:
    if not cause.clues:
        return "sebabnya belum diketahui"
    told = [_clue(clue) for clue in cause.clues]
    if cause.is_exact:
        return f"kemungkinan: {'; atau '.join(told)}"
    return f"tidak sama dengan satu angka pun; periksa dulu: {'; '.join(told)}"


def _clue(clue: Clue) -> str:
    return _SAID[clue.why].format(n=number(abs(clue.sheets)), many=number(clue.many), name=clue.name)
