"""LG633 dptb-melebihi-cadangan: more voters moved to a TPS than its reserve serves."""

from collections.abc import Iterator

from logistik.checks.boxes import named, stations
from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number

META = CheckMeta(
    code="LG633",
    name="dptb-melebihi-cadangan",
    severity=Severity.WARNING,
    summary="Pemilih pindahan (DPTb) di TPS melebihi cadangannya",
    what="Kolom DPTb di DPT dibandingkan dengan cadangan TPS itu. DPTb tidak menambah kebutuhan; mereka dilayani dari cadangan.",
    why="Kalau pemilih DPT datang semua, surat suara tidak cukup untuk pemilih pindahan.",
    example="TPS 901 di lapas: cadangan 9, DPTb 40.",
    fix="Bicarakan dengan KPU: pindahkan pemilihnya ke TPS yang cadangannya cukup, atau minta keputusan tentang tambahannya.",
    basis="Pemilih pindahan dilayani dari cadangan TPS: praktik; makna 'Daftar Pemilih Tambahan' di UU 1/2015 Pasal 87 ayat (4) belum terkonfirmasi.",
)


def check(case: Case) -> Iterator[Finding]:
    """TPS with more voters moved in than sheets in reserve."""
    note = (
        "; yang dari kabupaten/kota lain hanya mendapat surat suara Gubernur"
        if case.rules.regional and "gubernur" in case.elections
        else ""
    )
    if not any(row.moved_in for row in case.book.stations):
        return
    for station in stations(case).values():
        moved_in = station.row.moved_in
        if moved_in is None or station.voters is None or station.required is None:
            continue
        reserve = station.required - station.voters
        if moved_in > reserve:
            yield META.at(
                station.row.at(Field.MOVED_IN),
                f"{named(case, station.key)}: DPTb {number(moved_in)}, cadangan {number(reserve)}{note}",
                related=[station.roll],
                region=case.book.regions.region(station.key),
                raw=moved_in,
                expected=reserve,
            )


CHECK = Check((META,), check)
