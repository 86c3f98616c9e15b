"""LG622 pengesetan-antarpemilihan-berbeda: elections of one TPS that got different numbers."""

from collections.abc import Iterator, Mapping

from logistik.checks.boxes import Station, Stations, filled, named
from logistik.checks.case import Case, title
from logistik.checks.meta import CheckMeta
from logistik.core.findings import Finding
from logistik.core.vocabulary import Severity
from logistik.core.wording import listed, number

META = CheckMeta(
    code="LG622",
    name="pengesetan-antarpemilihan-berbeda",
    severity=Severity.ERROR,
    summary="Pemilihan di satu TPS dikemas dengan jumlah berbeda",
    what="Semua pemilihan di satu TPS punya pemilih dan cadangan yang sama, jadi jumlah yang dikemas juga harus sama.",
    why="Satu dari dua jumlah pasti salah. Selisih antarpemilihan di TPS adalah alasan saksi menolak menandatangani rekapitulasi.",
    example="TPS 004: gubernur 415, wali kota 411.",
    fix="Hitung ulang semua sampul TPS itu, lalu samakan dengan kebutuhannya.",
)


def check(case: Case, places: Stations) -> Iterator[Finding]:
    """TPS whose elections differ; what is not packed, or counted twice with different results, is not compared."""
    for station in places.values():
        known: dict[str, int] = {}
        for election in case.elections:
            packed = case.packing.get((station.key, election))
            if packed is not None and packed.sheets is not None and not packed.is_doubtful:
                known[election] = packed.sheets
        if len(set(known.values())) > 1:
            yield _finding(case, station, known)


def _finding(case: Case, station: Station, known: Mapping[str, int]) -> Finding:
    """At the election that is off its need, or off the first one where the need is not known."""
    expected = next(iter(known.values())) if station.required is None else station.required
    wrong = max(known, key=lambda election: abs(known[election] - expected))
    said = listed([f"{title(election)} {number(sheets)}" for election, sheets in known.items()])
    need = "belum diketahui" if station.required is None else number(station.required)
    return META.at(
        filled(case, station.key, wrong).at(),
        f"{named(case, station.key)}: {said}, padahal kebutuhannya sama ({need})",
        related=[*(filled(case, station.key, each).at() for each in known if each != wrong), station.roll],
        region=case.book.regions.region(station.key),
        election=wrong,
        raw=known[wrong],
        expected=expected,
    )
