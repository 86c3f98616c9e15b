"""LG211 angka-di-atas-judul and LG212 judul-tanpa-baris: rows that are not under the header of their table."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import SHOWN, Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.vocabulary import REGION_FIELDS, Field, Severity
from logistik.core.wording import number
from logistik.ingest.numbers import read_count
from logistik.ingest.tables import Table, total_label

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
    name="judul-tanpa-baris",
    severity=Severity.WARNING,
    summary="Baris judul tabel langsung diikuti baris judul lain",
    what="Di antara dua baris judul di satu lembar tidak ada satu baris pun, jadi tabel yang pertama kosong dan isinya dibaca di bawah judul yang kedua.",
    why="Kalau baris kedua bukan judul tabel lain, seluruh isi tabel terbaca di bawah judul yang salah.",
    example="Di bawah judul stok ada baris berisi 'TPS' dan 'Jumlah'.",
    fix="Hapus salah satu baris judul, atau isi tabel yang kosong.",
)
_NAMES = (*REGION_FIELDS, Field.REGION, Field.ELECTION, Field.TPS)
_NUMBERS = (Field.MALE, Field.FEMALE, Field.VOTERS, Field.ORDERED, Field.RECEIVED, Field.GOOD, Field.DAMAGED)


def check(case: Case) -> Iterator[Finding]:
    """Rows above the first header of a sheet, and headers right above others."""
    sheets: set[tuple[str, str]] = set()
    for table in case.book.tables:
        if (table.grid.file, table.grid.sheet) not in sheets:
            sheets.add((table.grid.file, table.grid.sheet))
            yield from _above(table)
        if table.end < len(table.grid.rows) and next(table.data_rows(), None) is None:
            yield EMPTY.at(
                table.block.cell(table.title_row, table.header.columns[0].position),
                f"Tabel di lembar '{table.grid.sheet}' yang judulnya di baris {table.title_row + 1} tidak berisi apa-apa",
            )


def _above(table: Table) -> Iterator[Finding]:
    named = [at for field in _NAMES if (at := table.position(field)) is not None]
    counted = [column.position for column in table.header.columns if column.key and column.key.name in _NUMBERS]
    rows = [
        row
        for row in range(table.header.rows[0])
        if sum(isinstance(read_count(table.grid.value(row, at)), int) for at in counted) >= 2
        and any(table.text(row, at) for at in named)
        and not total_label(table.grid.rows[row], named)
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
