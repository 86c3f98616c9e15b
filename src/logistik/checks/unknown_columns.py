"""LG206 kolom-tidak-dikenali and LG210 kolom-penjumlahan: numbers under a header that says nothing to us."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.counts import add
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Field, Role, Severity
from logistik.core.wording import listed
from logistik.ingest.aliases import NOISE
from logistik.ingest.columns import may_be_sheets
from logistik.ingest.headers import Column
from logistik.ingest.names import words
from logistik.ingest.numbers import Reading, Trouble, read_count
from logistik.ingest.tables import Table

META = CheckMeta(
    code="LG206",
    name="kolom-tidak-dikenali",
    severity=Severity.WARNING,
    summary="Kolom angka di stok atau pengesetan tidak dikenali dan tidak ikut dihitung",
    what="Setiap kolom stok yang berisi angka harus dikenali dari judulnya. Kolom cadangan ('Cadangan 2,5%') bagian dari kebutuhan dan dilewati. Di pengesetan yang dilaporkan hanya kolom angka yang menyebut pemilihan.",
    why="Kalau kolom itu berisi kiriman, kerusakan, atau sisa yang belum disortir, permintaannya salah.",
    example="Kolom 'Kiriman Kedua' berisi 250.",
    fix="Ganti judulnya, atau daftarkan di [alias.kolom] logistik.toml; kalau memang tidak dihitung, abaikan.",
)
SUM = CheckMeta(
    code="LG210",
    name="kolom-penjumlahan",
    severity=Severity.INFO,
    summary="Kolom yang tidak dikenali ternyata penjumlahan kolom lain",
    what="Kolom angka yang judulnya tidak dikenali dibandingkan dengan jumlah dua sampai enam kolom lain. Kalau sama di semua baris (paling sedikit dua), kolom itu penjumlahan.",
    why="Isinya sudah terhitung lewat kolom penyusunnya, jadi tidak ada yang tertinggal.",
    example="Kolom 'Total Disortir' = Baik + Rusak.",
    fix="Tidak perlu diperbaiki.",
)
_OF_RESERVE = NOISE | {"cadangan", "persen", "dpt", "dari", "per", "tps"}
LOOKED_AT = 200
"""Rows of a column that are looked at for numbers; what they show of a sum must then hold in all others."""
FEWEST = 2
"""So many rows must agree before a column is called a sum."""
MOST_PARTS = 6
"""Columns that a sum is looked for among; further ones are not tried."""


def check(case: Case) -> Iterator[Finding]:
    """One finding a table with every unknown column, and one for each that is a sum."""
    for table in case.book.tables:
        if table.header.role not in _MAY_BE_SHEETS:
            continue
        is_counted = _MAY_BE_SHEETS[table.header.role]
        unknown = [
            column
            for column in table.header.columns
            if column.key is None and is_counted(column) and _holds_numbers(table, column)
        ]
        sums = {column: parts for column in unknown if (parts := _parts(table, column))}
        for column, parts in sums.items():
            yield SUM.at(
                Location(table.grid.file, table.grid.sheet, column.cell),
                f"Kolom '{column.header}' sama dengan {' + '.join(part.header for part in parts)} di semua baris",
            )
        unknown = [column for column in unknown if column not in sums]
        if unknown:
            places = [Location(table.grid.file, table.grid.sheet, column.cell) for column in unknown]
            names = listed([f"'{column.header}'" for column in unknown])
            yield META.at(
                places[0],
                f"Kolom {names} berisi angka, tetapi tidak dikenali; tidak ikut dihitung",
                related=places[1:],
                count=len(unknown),
            )


def _is_reserve(column: Column) -> bool:
    """Whether a column says the reserve that the rule adds (`Cadangan 2,5%`): part of the need, no sheets of its own."""
    said = words(column.header.rpartition(" / ")[2]).split()
    return "cadangan" in said and all(word in _OF_RESERVE or word.isdigit() for word in said)


_MAY_BE_SHEETS: Mapping[Role, Callable[[Column], bool]] = {
    Role.STOCK: lambda column: not _is_reserve(column),
    Role.PACKING: lambda column: may_be_sheets(column.header),
}
"""By role, which columns that are not understood may hold sheets."""


def _holds_numbers(table: Table, column: Column) -> bool:
    values = (
        table.grid.value(row, column.position)
        for row in range(table.first_row, min(table.end, table.first_row + LOOKED_AT))
    )
    return any(isinstance(read_count(value), int) for value in values)


def _parts(table: Table, column: Column) -> tuple[Column, ...]:
    """The known columns whose sum a column is in every row; () if it is none."""
    known = [each for each in table.header.columns if each.key and each.key.name in _ADDED][: 2 * MOST_PARTS]
    middle = min(table.end, table.first_row + LOOKED_AT)
    rows = list(_rows(table, column, known, table.first_row, middle))
    if len(rows) < FEWEST or not any(total for total, _ in rows):
        return ()
    for size in range(2, min(MOST_PARTS, len(known)) + 1):
        for chosen in combinations(range(len(known)), size):
            if _is_sum(rows, chosen) and _is_sum(_rows(table, column, known, middle, table.end), chosen):
                return tuple(known[at] for at in chosen)
    return ()


def _rows(
    table: Table, column: Column, known: Sequence[Column], first: int, end: int
) -> Iterator[tuple[int, list[int | None]]]:
    """The numbers of a column, each with those of the known columns beside it."""
    for row in range(first, end):
        total = read_count(table.grid.value(row, column.position))
        if isinstance(total, int):
            yield total, [_number(read_count(table.grid.value(row, each.position))) for each in known]


def _is_sum(rows: Iterable[tuple[int, list[int | None]]], chosen: Sequence[int]) -> bool:
    return all(total == add(*(numbers[at] for at in chosen)) for total, numbers in rows)


def _number(reading: Reading) -> int | None:
    """A count, 0 for a blank; None for what cannot be read, which makes no sum."""
    return None if isinstance(reading, Trouble) else reading or 0


_ADDED = (
    Field.RECEIVED, Field.GOOD, Field.USABLE_DEFECTS, Field.DAMAGED, Field.DAMAGE_CATEGORY, Field.SWAPPED,
    Field.UNSORTED, Field.LATER, Field.NOTED, Field.ORDERED,
)  # fmt: skip
"""Columns of sheets that others may be sums of."""

CHECK = Check((META, SUM), check)
