"""LG306 hasil-rumus-usang: a sum whose result in the file is not what its cells give."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.grid import Value
from logistik.core.places import Block
from logistik.core.vocabulary import COUNT_FIELDS, Severity
from logistik.core.wording import number
from logistik.ingest.names import clean
from logistik.ingest.numbers import read_signed
from logistik.ingest.tables import Table

META = CheckMeta(
    code="LG306",
    name="hasil-rumus-usang",
    severity=Severity.WARNING,
    summary="Hasil rumus yang tersimpan berbeda dari isi sel yang dijumlahkan",
    what="Jumlah dan selisih sederhana (E2+F2, SUM(F6:F40)) dihitung ulang dari sel di lembar yang sama. Yang dipakai hasil hitung ulang.",
    why="Hasil lama tertinggal bila Excel diatur menghitung manual, atau berkas diubah program lain; yang tercetak lalu bukan jumlah yang benar.",
    example="E2 190, F2 210, dan =E2+F2 masih tersimpan 390.",
    fix="Buka di Excel, tekan Ctrl+Alt+F9, simpan, lalu periksa apakah angkanya sudah benar.",
)


def check(case: Case) -> Iterator[Finding]:
    """Cells of counts whose formula gives another number than the file holds; many in one column are one finding."""
    spots = [
        ((table.block, column), _finding(table, row, column, held))
        for table in case.book.tables
        for (row, column), held in table.grid.stale.items()
        if table.first_row <= row < table.end and column in _counts(table.block)
    ]
    yield from gathered(spots, lambda count: f"{number(count)} hasil rumus tidak sesuai dengan selnya")


def _counts(block: Block) -> set[int]:
    return {at for key, at in block.columns.items() if key.name in COUNT_FIELDS}


def _finding(table: Table, row: int, column: int, held: Value) -> Finding:
    result = _shown(table.grid.value(row, column))
    return META.at(
        table.block.cell(row, column),
        f"{table.block.headers.get(column, '')}: ={table.grid.formulas[row, column]} tersimpan {_shown(held)}, "
        f"dihitung ulang {result}; dipakai {result}",
        raw=_shown(held),
        expected=result,
    )


def _shown(value: Value) -> str:
    """A number the way offices write it, anything else as it stands."""
    count = read_signed(value)
    return number(count) if isinstance(count, int) else "kosong" if value == "" else clean(value)


CHECK = Check((META,), check)
