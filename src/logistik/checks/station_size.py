"""LG408 tps-melebihi-batas: more voters than a TPS may have."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number

META = CheckMeta(
    code="LG408",
    name="tps-melebihi-batas",
    severity=Severity.WARNING,
    summary="Pemilih di TPS melebihi batas",
    what="Jumlah pemilih setiap TPS dibandingkan dengan batas di rule set.",
    why="Mungkin salah ketik, dua TPS digabung, atau baris jumlah terbaca sebagai TPS.",
    example="TPS 012 dengan 6.012 pemilih, seharusnya 612.",
    fix="Periksa TPS itu di DPT yang ditetapkan. Kalau memang sebesar itu, angkanya tetap dipakai.",
    basis="Pilkada 2024: 600, Pilkada 2020: 500, Pemilu 2024: 300 pemilih per TPS (lihat `logistik ruleset`).",
)


def check(case: Case) -> Iterator[Finding]:
    """TPS with more voters than the rule set allows."""
    limit = case.rules.max_voters_per_tps.value
    spots = (
        (
            station.block,
            META.at(
                station.at(Field.VOTERS, Field.MALE),
                f"TPS {station.tps} {case.book.regions.names[station.kelurahan]}: {number(station.voters)} pemilih, "
                f"batasnya {number(limit)}",
                region=case.book.regions.region(station.kelurahan),
                raw=station.voters,
                expected=limit,
            ),
        )
        for station in case.book.stations
        if station.voters is not None and station.voters > limit
    )
    yield from gathered(spots, lambda count: f"{number(count)} TPS melebihi {number(limit)} pemilih")


CHECK = Check((META,), check)
