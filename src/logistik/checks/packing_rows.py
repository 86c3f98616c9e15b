"""LG623, LG624, LG625: TPS that a packing list leaves out, names twice, or that do not exist."""

from collections.abc import Iterator, Sequence

from logistik.checks.boxes import Station, Stations, box_name, rows
from logistik.checks.case import Case, title
from logistik.checks.meta import SHOWN, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import CITY, RegionKey
from logistik.core.vocabulary import Field, Role, Severity
from logistik.core.wording import listed, number
from logistik.ingest.placing import PackedEntry
from logistik.ingest.records import PackedRow

NOT_PACKED = CheckMeta(
    code="LG623",
    name="tps-belum-diset",
    severity=Severity.ERROR,
    summary="TPS belum diset untuk satu pemilihan",
    what="Setiap TPS di DPT dicari di daftar pengesetan, untuk setiap pemilihan. Sel kosong berarti belum diset. Kalau satu pemilihan belum diset di mana pun, temuannya satu.",
    why="Kosong bukan 0: kotak itu mungkin belum terisi, atau terisi tanpa dicatat.",
    example="TPS 007 Damai ada di DPT, tetapi kolom Wali Kota di daftar pengesetan kosong.",
    fix="Set TPS itu, atau isi hitungannya di daftar pengesetan.",
)
TWICE = CheckMeta(
    code="LG624",
    name="tps-diset-dua-kali",
    severity=Severity.ERROR,
    summary="Satu TPS dan pemilihan punya dua hitungan di daftar pengesetan",
    what="Setiap TPS hanya boleh punya satu hitungan per pemilihan. Dua hitungan yang sama dipakai satu kali; kalau berbeda, yang dikemas dianggap belum diketahui.",
    why="TPS itu mungkin diset dua kali, atau salah satu nomornya salah ketik sehingga TPS lain tidak tercatat.",
    example="TPS 007 Damai berisi 410 di baris 9 dan 308 di baris 21.",
    fix="Periksa kotaknya, lalu hapus baris yang terulang atau perbaiki nomor TPS-nya.",
)
NO_STATION = CheckMeta(
    code="LG625",
    name="tps-diset-tidak-ada",
    severity=Severity.ERROR,
    summary="Surat suara dikemas untuk TPS yang tidak ada di DPT",
    what="Nomor TPS di daftar pengesetan dicari di DPT kelurahan yang sama.",
    why="Lembar itu tidak punya tujuan, sedangkan TPS yang dimaksud mungkin belum diset.",
    example="Damai punya TPS 001 sampai 012; daftar pengesetan memuat TPS 013.",
    fix="Perbaiki nomor TPS-nya, atau kembalikan isinya ke gudang.",
)


def check(case: Case, places: Stations) -> Iterator[Finding]:
    """What the packing lists lack, repeat, and have too much."""
    yield from _not_packed(case, places)
    for (station, election), entries in case.book.packings.items():
        if len(entries) == 1 or election not in case.elections:
            continue
        told = [entry.row for entry in entries if not entry.row.is_blank]
        if len(told) > 1:
            yield _twice(case, station, election, told)
    for entry in case.book.packed:
        is_nowhere = entry.station is None and entry.row.sheets and entry.row.election in case.elections
        if is_nowhere and entry.kelurahan is not None:
            yield _no_station(case, entry.kelurahan, entry.row)


def _not_packed(case: Case, places: Stations) -> Iterator[Finding]:
    begun = {entry.row.election for entry in case.book.packed if not entry.row.is_blank}
    for election in case.elections:
        if election not in begun:
            yield _nothing_packed(case, election)
    elections = [election for election in case.elections if election in begun]
    for station in places.values():
        if station.required == 0:
            continue
        for election in elections:
            packed = case.packing.get((station.key, election))
            if packed is not None and packed.sheets is not None:
                continue
            entries = rows(case, station.key, election)
            if all(entry.row.is_blank for entry in entries):
                yield _missing(case, station, election, entries)


def _nothing_packed(case: Case, election: str) -> Finding:
    """At the blank cells of the election, else at the table that has no column for it."""
    places = [entry.row.at() for entry in case.book.packed if entry.row.election == election]
    table = next(table for table in case.book.tables if table.header.role is Role.PACKING)
    said = "semua selnya kosong" if places else "daftar pengesetan tidak memuatnya"
    return NOT_PACKED.at(
        places[0] if places else Location(table.block.file, table.block.sheet),
        f"{title(election)}: belum ada TPS yang diset, {said}",
        "Isi hitungannya di daftar pengesetan, atau beri daftarnya bersama berkas lain.",
        related=places[1:SHOWN],
        region=case.book.regions.region(CITY),
        election=election,
    )


def _missing(case: Case, station: Station, election: str, entries: Sequence[PackedEntry]) -> Finding:
    need = "belum diketahui" if station.required is None else number(station.required)
    recounted = [entry.row for entry in entries if entry.row.recounted is not None]
    if recounted:
        said = f"hanya hitungan kedua yang terisi ({number(recounted[0].recounted or 0)})"
    else:
        said = "selnya kosong" if entries else "tidak ada di daftar pengesetan"
    return NOT_PACKED.at(
        entries[0].row.at() if entries else station.row.at(Field.TPS),
        f"{box_name(case, station.key, election)}: belum diset, {said}; kebutuhan {need}",
        related=[station.roll],
        region=case.book.regions.region(station.key),
        election=election,
        expected=station.required,
    )


def _twice(case: Case, station: RegionKey, election: str, told: Sequence[PackedRow]) -> Finding:
    first, second = told[0], next((row for row in told[1:] if row.sheets != told[0].sheets), told[1])
    if second.sheets == first.sheets:
        verdict = f"{_shown(first)} di {len(told)} baris, dihitung satu kali"
    else:
        verdict = f"{listed([_shown(row) for row in told])}; mana yang benar belum diketahui"
    return TWICE.at(
        second.at(),
        f"{box_name(case, station, election)} sudah ada di {first.at()}: {verdict}",
        related=[row.at() for row in told if row is not second][:SHOWN],
        region=case.book.regions.region(station),
        election=election,
        raw=second.sheets,
        expected=first.sheets,
    )


def _shown(row: PackedRow) -> str:
    return "tidak terbaca" if row.sheets is None else number(row.sheets)


def _no_station(case: Case, kelurahan: RegionKey, row: PackedRow) -> Finding:
    station = RegionKey(kelurahan.kecamatan, kelurahan.kelurahan, row.tps)
    return NO_STATION.at(
        row.at(),
        f"{box_name(case, station, row.election or '')}: dikemas {number(row.sheets or 0)}, padahal TPS itu tidak ada di DPT",
        related=[row.at(Field.TPS)],
        region=case.book.regions.region(station),
        election=row.election,
        raw=row.sheets,
        expected=0,
    )


METAS = (NOT_PACKED, TWICE, NO_STATION)
