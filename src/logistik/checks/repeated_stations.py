"""LG405 tps-ganda: one TPS number twice in one kelurahan."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number

META = CheckMeta(
    code="LG405",
    name="tps-ganda",
    severity=Severity.ERROR,
    summary="Satu TPS muncul dua kali",
    what="Nomor TPS hanya boleh muncul sekali di satu kelurahan.",
    why="Baris yang sama persis dihitung satu kali. Kalau jumlah pemilihnya berbeda, keduanya dihitung karena mungkin nomornya yang salah ketik.",
    example="TPS 007 di baris 21 dan lagi di baris 31, dengan jumlah pemilih berbeda.",
    fix="Perbaiki nomor TPS yang salah ketik, atau hapus baris yang terulang.",
)


def check(case: Case) -> Iterator[Finding]:
    """Rows that name a TPS a second time."""
    spots = []
    for first, second in case.book.repeated:
        same = first[2:6] == second[2:6]
        name = f"TPS {second.tps} {case.book.regions.names[second.kelurahan]}"
        verdict = (
            "sama persis, dihitung satu kali"
            if same
            else (f"pemilihnya {_shown(first.voters)} dan {_shown(second.voters)}, keduanya dihitung")
        )
        spots.append(
            (
                (second.block, same),
                META.at(
                    second.at(Field.TPS),
                    f"{name} sudah ada di {first.at(Field.TPS)}: {verdict}",
                    related=[first.at(Field.TPS)],
                    region=case.book.regions.region(second.kelurahan),
                    raw=second.tps,
                ),
            )
        )
    yield from gathered(spots, lambda count: f"{number(count)} TPS muncul dua kali")


def _shown(voters: int | None) -> str:
    return "belum diketahui" if voters is None else number(voters)


CHECK = Check((META,), check)
