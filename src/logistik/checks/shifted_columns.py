"""LG209 kolom-bergeser: cells that stand one column beside their headers."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import column_letters
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.shifted import Shift

META = CheckMeta(
    code="LG209",
    name="kolom-bergeser",
    severity=Severity.ERROR,
    summary="Isi tabel bergeser satu kolom dari judulnya",
    what="Kalau rincian tidak pernah cocok di bawah judulnya, tetapi cocok di hampir semua baris (paling sedikit tiga) setelah digeser satu kolom, isinya memang bergeser.",
    why="Angka satu kolom terbaca sebagai kolom lain. Yang dipakai bacaan setelah digeser, karena rinciannya cocok.",
    example="Judul L, P, Jumlah di D, E, F, tetapi isinya di C, D, E.",
    fix="Geser judul atau isinya sehingga sejajar, lalu jalankan lagi.",
)


def check(case: Case) -> Iterator[Finding]:
    """One finding a table."""
    for shift in case.book.shifts:
        fields = (Field.VOTERS, Field.RECEIVED)
        key = next(key for key in shift.block.columns if key.name in fields)
        what = "Isi tabel" if shift.names else "Angka-angkanya"
        side = "kanan" if shift.by > 0 else "kiri"
        yield META.at(
            shift.block.at(shift.first_row, key),
            f"{what} bergeser satu kolom ke {side} dari judulnya di {number(shift.rows)} baris; {_example(shift)}",
            count=shift.rows,
        )


def _example(shift: Shift) -> str:
    """Where the total and its parts really stand."""
    fields = (Field.MALE, Field.FEMALE, Field.VOTERS, Field.RECEIVED, Field.GOOD, Field.DAMAGED)
    at = {key.name: column for key, column in shift.block.columns.items() if key.name in fields}
    named = [f"{shift.block.headers[column]} di {column_letters(column)}" for column in at.values()]
    return "dibaca " + ", ".join(named)


CHECK = Check((META,), check)
