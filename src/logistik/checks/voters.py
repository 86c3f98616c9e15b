"""LG401 dpt-kosong and LG402 dpt-nol: TPS without voters on the roll."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number

BLANK = CheckMeta(
    code="LG401",
    name="dpt-kosong",
    severity=Severity.ERROR,
    summary="Jumlah pemilih TPS kosong",
    what="Setiap TPS di DPT harus punya jumlah pemilih.",
    why="Kosong berarti belum diketahui, bukan 0. Kebutuhan, kekurangan, dan permintaan menjadi batas bawah dan bersifat sementara.",
    example="949 dari 2.047 TPS belum diisi.",
    fix="Lengkapi jumlah pemilih TPS itu dari DPT.",
)
ZERO = CheckMeta(
    code="LG402",
    name="dpt-nol",
    severity=Severity.WARNING,
    summary="Jumlah pemilih TPS tertulis 0",
    what="TPS dengan 0 pemilih biasanya belum diisi atau sudah digabung.",
    why="0 dihitung sebagai 0: TPS itu tidak mendapat surat suara.",
    example="TPS 014 berisi 0 di L, P, dan Jumlah.",
    fix="Kalau TPS itu tidak ada, hapus barisnya; kalau belum diisi, kosongkan atau lengkapi.",
)


def check(case: Case) -> Iterator[Finding]:
    """TPS whose voters are blank (unknown) or a typed 0."""
    blank, zero = [], []
    for roll in case.book.rolls:
        troubled = {trouble.row for trouble in roll.troubles}
        for station in roll.stations:
            if station.voters:
                continue
            place = station.at(Field.VOTERS, Field.MALE)
            where = case.book.regions.region(station.kelurahan)
            name = f"TPS {station.tps} {case.book.regions.names[station.kelurahan]}"
            if station.voters == 0:
                zero.append((station.block, ZERO.at(place, f"{name}: jumlah pemilih tertulis 0", region=where, raw=0)))
            elif station.row not in troubled:
                blank.append(
                    (station.block, BLANK.at(place, f"{name}: jumlah pemilih kosong, belum diketahui", region=where))
                )
    yield from gathered(blank, lambda count: f"{number(count)} TPS tanpa jumlah pemilih (belum diketahui, bukan 0)")
    yield from gathered(zero, lambda count: f"{number(count)} TPS dengan jumlah pemilih 0")


CHECK = Check((BLANK, ZERO), check)
