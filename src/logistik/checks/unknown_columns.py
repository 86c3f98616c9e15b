"""LG206 kolom-tidak-dikenali: numbers in the warehouse under a header that says nothing to us."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Role, Severity
from logistik.core.wording import listed
from logistik.ingest.headers import Column
from logistik.ingest.numbers import read_count
from logistik.ingest.tables import Table

META = CheckMeta(
    code="LG206",
    name="kolom-tidak-dikenali",
    severity=Severity.WARNING,
    summary="Kolom angka di berkas stok tidak dikenali dan tidak ikut dihitung",
    what="Setiap kolom stok yang berisi angka harus dikenali dari judulnya.",
    why="Kalau kolom itu berisi kiriman, kerusakan, atau sisa yang belum disortir, permintaannya salah.",
    example="Kolom 'Kiriman Kedua' berisi 250.",
    fix="Ganti judulnya, atau daftarkan di [alias.kolom] logistik.toml; kalau memang tidak dihitung, abaikan.",
)
LOOKED_AT = 200
"""Rows of a column that are looked at for numbers."""


def check(case: Case) -> Iterator[Finding]:
    """One finding a table, with every such column."""
    for table in case.book.tables:
        if table.header.role is not Role.STOCK:
            continue
        unknown = [column for column in table.header.columns if column.key is None and _holds_numbers(table, column)]
        if unknown:
            places = [Location(table.grid.file, table.grid.sheet, column.cell) for column in unknown]
            names = listed([f"'{column.header}'" for column in unknown])
            yield META.at(
                places[0],
                f"Kolom {names} berisi angka, tetapi tidak dikenali; tidak ikut dihitung",
                related=places[1:],
                count=len(unknown),
            )


def _holds_numbers(table: Table, column: Column) -> bool:
    values = (
        table.grid.value(row, column.position)
        for row in range(table.first_row, min(table.end, table.first_row + LOOKED_AT))
    )
    return any(isinstance(read_count(value), int) for value in values)


CHECK = Check((META,), check)
