"""Boxes that hold another number than their TPS needs: LG620 and LG621, or by their pattern LG628 to LG632."""

from collections.abc import Iterator

from logistik.checks.boxes import Stations, box_finding, filled, judged, named
from logistik.checks.case import Case
from logistik.checks.meta import CheckMeta
from logistik.core.findings import Finding
from logistik.core.packing_patterns import Box, Cause, Pattern, causes
from logistik.core.places import Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Severity
from logistik.core.wording import number

_PER_TPS = (
    "Kebutuhan setiap TPS: pemilih DPT ditambah cadangan yang dibulatkan ke atas per TPS (lihat `logistik ruleset`)."
)

OVER = CheckMeta(
    code="LG620",
    name="pengesetan-lebih",
    severity=Severity.ERROR,
    summary="Surat suara yang dikemas untuk TPS melebihi kebutuhan",
    what="Hitungan di daftar pengesetan dibandingkan dengan kebutuhan TPS itu, yaitu pemilih DPT ditambah cadangan.",
    why="Kelebihan di satu TPS adalah kekurangan di TPS lain, dan dipersoalkan saksi saat penghitungan.",
    example="TPS 004 dikemas 417, kebutuhan 410.",
    fix="Buka sampul sebelum disegel, hitung ulang, dan kembalikan kelebihannya. `logistik transfer` menyusun daftar pindahnya.",
    basis=_PER_TPS,
)
UNDER = CheckMeta(
    code="LG621",
    name="pengesetan-kurang",
    severity=Severity.ERROR,
    summary="Surat suara yang dikemas untuk TPS kurang dari kebutuhan",
    what="Hitungan di daftar pengesetan dibandingkan dengan kebutuhan TPS itu, yaitu pemilih DPT ditambah cadangan.",
    why="Surat suara habis sebelum pemilih terakhir dilayani; pemungutan suara berhenti sampai ada tambahan.",
    example="TPS 003 dikemas 310, kebutuhan 410.",
    fix="Buka sampul sebelum disegel, hitung ulang, dan tambahkan yang kurang. `logistik transfer` menyusun daftar pindahnya.",
    basis=_PER_TPS,
)
NO_RESERVE = CheckMeta(
    code="LG628",
    name="cadangan-tidak-diset",
    severity=Severity.ERROR,
    summary="TPS dikemas tepat sejumlah DPT, tanpa cadangan",
    what="Yang dikemas sama persis dengan pemilih DPT, padahal TPS itu punya cadangan.",
    why="Cadangan dipakai untuk pemilih pindahan dan pengganti surat suara yang rusak atau keliru dicoblos.",
    example="DPT 400, dikemas 400, kebutuhan 410.",
    fix="Tambahkan cadangannya. Kalau banyak TPS begitu, periksa apakah daftar pengesetan memakai kolom DPT.",
    basis=_PER_TPS,
)
SWAPPED = CheckMeta(
    code="LG629",
    name="tps-tertukar",
    severity=Severity.ERROR,
    summary="Isi dua TPS tertukar",
    what="Satu TPS dikemas tepat sejumlah kebutuhan TPS lain, dan TPS lain itu tepat sejumlah kebutuhannya. Dicari di kelurahan yang sama, lalu di kecamatan yang sama. Kalau di situ banyak TPS lebih dan kurang, pasangan baru dipercaya kalau menjelaskan paling sedikit setengahnya.",
    why="Jumlah seluruhnya benar, sehingga hanya ketahuan kalau setiap TPS diperiksa.",
    example="TPS 004 (kebutuhan 410) dikemas 308, TPS 005 (kebutuhan 308) dikemas 410.",
    fix="Hitung kedua sampul, lalu tukar isinya sebelum disegel.",
)
BUNDLE = CheckMeta(
    code="LG630",
    name="selisih-satu-ikat",
    severity=Severity.ERROR,
    summary="TPS lebih atau kurang tepat satu ikat",
    what="Selisih antara yang dikemas dan kebutuhan sama persis dengan isi satu ikat di rule set (asumsi, dapat diubah).",
    why="Satu ikat terlewat atau terhitung dua kali; lembar lepasnya benar.",
    example="Ikat berisi 25 lembar, kebutuhan 410, dikemas 435.",
    fix="Hitung ikatnya, bukan lembarnya. Kalau ikat di gudang Anda berisi lain, ubah sheets_per_bundle di [aturan] logistik.toml.",
    basis="Isi ikat: kebiasaan setempat, asumsi, dapat diubah (lihat `logistik ruleset`).",
)
OTHER_LIST = CheckMeta(
    code="LG631",
    name="daftar-kelurahan-lain",
    severity=Severity.ERROR,
    summary="TPS satu kelurahan dikemas menurut daftar kelurahan lain",
    what="Yang dikemas di sebagian besar TPS satu kelurahan (paling sedikit tiga) sama persis dengan kebutuhan TPS bernomor sama di kelurahan lain.",
    why="Semua TPS kelurahan itu salah sekaligus, dan kelurahan yang daftarnya terpakai mungkin ikut salah.",
    example="TPS 001 sampai 005 Prapatan berisi jumlah untuk TPS 001 sampai 005 Damai.",
    fix="Set ulang kelurahan itu dengan daftarnya sendiri: logistik allocate mencetaknya.",
)
CONSTANT = CheckMeta(
    code="LG632",
    name="selisih-tetap-di-kelurahan",
    severity=Severity.ERROR,
    summary="Sebagian besar TPS satu kelurahan lebih atau kurang dengan jumlah yang sama",
    what="Selisih yang sama ada di lebih dari setengah TPS yang sudah diset di satu kelurahan, paling sedikit tiga TPS.",
    why="Penyebabnya satu: cara menghitung satu meja, tambahan yang diseragamkan, atau cadangan yang keliru.",
    example="Enam dari delapan TPS di Damai lebih 5 lembar.",
    fix="Tanyakan cara meja itu menghitung, lalu perbaiki semua TPS kelurahan itu.",
)


def check(case: Case, places: Stations) -> Iterator[Finding]:
    """Every box that is packed wrongly, once, under the pattern that explains it."""
    boxes = judged(case, places)
    required = {key: station.required for key, station in places.items() if station.required is not None}
    bundles = {election: case.rules.elections[election].sheets_per_bundle.value for election in case.elections}
    found = causes(boxes, required, bundles)
    for box in boxes:
        if box.off:
            yield _finding(case, box, found.get(box.key), places)


_META = {
    Pattern.RESERVE: NO_RESERVE,
    Pattern.LIST: OTHER_LIST,
    Pattern.CONSTANT: CONSTANT,
    Pattern.SWAPPED: SWAPPED,
    Pattern.BUNDLE: BUNDLE,
}


def _finding(case: Case, box: Box, cause: Cause | None, places: Stations) -> Finding:
    roll = places[box.station].roll
    if cause is None:
        said = "; tertulis 0, bukan kosong" if box.packed == 0 else ""
        return box_finding(case, OVER if box.off > 0 else UNDER, box, said, related=[roll])
    other = _other_cells(case, box, cause, places)
    return box_finding(case, _META[cause.pattern], box, f"; {_why(case, box, cause)}", related=[*other, roll])


def _other_cells(case: Case, box: Box, cause: Cause, places: Stations) -> list[Location]:
    """Where the number in the box comes from: the other TPS of a pair, or the TPS in the list that was followed."""
    if cause.other is None:
        return []
    if cause.pattern is Pattern.SWAPPED:
        return [filled(case, cause.other, box.election).at()]
    return [places[_same_number(cause.other, box)].roll]


def _same_number(kelurahan: RegionKey, box: Box) -> RegionKey:
    return RegionKey(kelurahan.kecamatan, kelurahan.kelurahan, box.station.tps)


def _why(case: Case, box: Box, cause: Cause) -> str:
    """What made it so."""
    of_kelurahan = f"{number(cause.fits)} dari {number(cause.among)} TPS {case.book.regions.names[box.station.parent]}"
    if cause.pattern is Pattern.RESERVE:
        return f"sama dengan DPT, cadangan {number(box.required - box.voters)} belum dimasukkan"
    if cause.pattern is Pattern.SWAPPED and cause.other is not None:
        return f"itu kebutuhan {named(case, cause.other)}, yang dikemas {number(box.required)}: keduanya tampaknya tertukar"
    if cause.pattern is Pattern.LIST and cause.other is not None:
        same = named(case, _same_number(cause.other, box))
        return f"itu kebutuhan {same}; begitu juga {of_kelurahan} yang kebutuhannya berbeda di kedua kelurahan"
    if cause.pattern is Pattern.CONSTANT:
        return f"selisihnya sama di {of_kelurahan} yang sudah diset"
    bundle = case.rules.elections[box.election].sheets_per_bundle
    assumed = ", asumsi, dapat diubah" if bundle.status == "assumed" else ""
    return f"tepat satu ikat ({number(bundle.value)} lembar{assumed})"


METAS = (OVER, UNDER, NO_RESERVE, SWAPPED, BUNDLE, OTHER_LIST, CONSTANT)
