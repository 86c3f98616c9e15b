"""LG204 kolom-rangkap: two columns that promise the same thing."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, as_one
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Severity
from logistik.core.wording import number

META = CheckMeta(
    code="LG204",
    name="kolom-rangkap",
    severity=Severity.WARNING,
    summary="Dua kolom menjanjikan hal yang sama; yang pertama dipakai",
    what="Judul kolom yang artinya sama muncul dua kali dalam satu tabel.",
    why="Kalau isinya berbeda, tidak pasti kolom mana yang benar.",
    example="Kolom 'Jumlah' di G5 dan 'Total' di K5.",
    fix="Hapus atau ganti judul kolom yang tidak dimaksud.",
)


def check(case: Case) -> Iterator[Finding]:
    """Pairs of columns with one meaning, those of one table as one finding."""
    for table in case.book.tables:
        found = [
            META.at(
                Location(table.grid.file, table.grid.sheet, second.cell),
                f"Kolom '{second.header}' artinya sama dengan kolom '{first.header}' di {first.cell}; yang di {first.cell} dipakai",
                related=[Location(table.grid.file, table.grid.sheet, first.cell)],
            )
            for first, second in table.header.doubled()
        ]
        if len(found) == 1:
            yield found[0]
        elif found:
            yield as_one(found, f"{number(len(found))} kolom artinya sama dengan kolom lain")


CHECK = Check((META,), check)
