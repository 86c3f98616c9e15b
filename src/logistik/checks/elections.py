"""LG205 pemilihan-tidak-jelas: a stock row whose election is not known, or not part of this audit."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import listed

META = CheckMeta(
    code="LG205",
    name="pemilihan-tidak-jelas",
    severity=Severity.ERROR,
    summary="Baris stok tidak menyebut pemilihan yang diperiksa",
    what="Setiap baris stok harus menyebut jenis pemilihan: di kolomnya, di judul kelompok kolom, di judul lembar, atau di nama lembar.",
    why="Baris itu tidak masuk ke neraca mana pun.",
    example="Kolom Jenis Pemilihan berisi 'Pilkada' saja.",
    fix="Tulis jenis pemilihan di baris itu, atau sesuaikan `pemilihan` di logistik.toml atau --ruleset.",
)


def check(case: Case) -> Iterator[Finding]:
    """Stock rows without an election of this audit."""
    spots = []
    for entry in case.book.entries:
        election = entry.row.election
        if election in case.elections:
            continue
        said = (
            f"pemilihan '{title(election)}' tidak termasuk yang diperiksa"
            if election
            else "jenis pemilihan tidak jelas"
        )
        spots.append(
            (
                entry.row.block,
                META.at(
                    entry.row.at(Field.ELECTION, Field.RECEIVED),
                    f"Baris {entry.row.row + 1}: {said} ({listed([title(each) for each in case.elections])}); tidak ikut dihitung",
                ),
            )
        )
    yield from gathered(spots, lambda count: f"{count} baris stok tanpa pemilihan yang jelas")


CHECK = Check((META,), check)
