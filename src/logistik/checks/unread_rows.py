"""LG211 angka-di-atas-judul and LG212 tabel-tanpa-baris: tables whose rows are not where a table has them."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import SHOWN, Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import REGION_FIELDS, Field, Role, Severity
from logistik.core.wording import number
from logistik.ingest.numbers import read_count
from logistik.ingest.tables import Table

ABOVE = CheckMeta(
    code="LG211",
    name="angka-di-atas-judul",
    severity=Severity.ERROR,
    summary="Baris seperti baris data berada di atas baris judul tabel",
    what="Baris di atas judul tidak dibaca. Kalau di kolom-kolom tabel ada nama dan paling sedikit dua angka, baris itu tampaknya data.",
    why="Baris judul mungkin ikut tersortir atau terpindah; angkanya tidak ikut dihitung.",
    example="Setelah diurutkan, baris judul berada di baris 40.",
    fix="Pindahkan baris judul ke atas semua baris data.",
)
EMPTY = CheckMeta(
    code="LG212",
    name="tabel-tanpa-baris",
    severity=Severity.WARNING,
    summary="Tabel dikenali dari judulnya, tetapi tidak ada satu baris pun yang terbaca",
    what="Di bawah baris judul tidak ada baris yang menjadi TPS atau baris stok.",
    why="Tabel itu belum diisi, atau isinya tidak di bawah judulnya.",
    example="Lembar stok yang baru berisi judul kolom.",
    fix="Isi tabelnya, atau hapus lembar itu kalau tidak dipakai.",
)
_NAMES = (*REGION_FIELDS, Field.REGION, Field.ELECTION, Field.TPS)
_NUMBERS = (Field.MALE, Field.FEMALE, Field.VOTERS, Field.ORDERED, Field.RECEIVED, Field.GOOD, Field.DAMAGED)


def check(case: Case) -> Iterator[Finding]:
    """Rows above the first header of a sheet, and tables without rows."""
    sheets: set[tuple[str, str]] = set()
    for table in case.book.tables:
        if (table.grid.file, table.grid.sheet) not in sheets:
            sheets.add((table.grid.file, table.grid.sheet))
            yield from _above(table)
    for table, reading in case.book.read:
        if not reading.has_records:
            what = "DPT" if table.header.role is Role.DPT else "stok"
            yield EMPTY.at(
                Location(table.grid.file, table.grid.sheet, table.header.columns[0].cell),
                f"Tabel {what} di lembar '{table.grid.sheet}' tidak berisi satu baris pun yang dapat dihitung",
            )


def _above(table: Table) -> Iterator[Finding]:
    named = [at for field in _NAMES if (at := table.position(field)) is not None]
    counted = [column.position for column in table.header.columns if column.key and column.key.name in _NUMBERS]
    rows = [
        row
        for row in range(table.header.rows[0])
        if any(table.text(row, at) for at in named)
        and sum(isinstance(read_count(table.grid.value(row, at)), int) for at in counted) >= 2
    ]
    if rows:
        places = [table.block.cell(row, counted[0]) for row in rows]
        yield ABOVE.at(
            places[0],
            f"{number(len(rows))} baris di atas baris judul {table.title_row + 1} tampaknya data; tidak ikut dihitung",
            related=places[1:SHOWN],
            count=len(rows),
        )


CHECK = Check((ABOVE, EMPTY), check)
