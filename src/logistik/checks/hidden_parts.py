"""LG104 bagian-tersembunyi: rows, columns and sheets that are counted although nobody sees them."""

from collections.abc import Iterator, Sequence

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.grid import Grid
from logistik.core.places import Location, cell_name, column_letters
from logistik.core.vocabulary import COUNT_FIELDS, Severity
from logistik.core.wording import listed, number
from logistik.ingest.tables import Table

META = CheckMeta(
    code="LG104",
    name="bagian-tersembunyi",
    severity=Severity.WARNING,
    summary="Baris, kolom, atau lembar tersembunyi ikut dihitung",
    what="Yang disembunyikan dengan tangan atau oleh saringan (filter) tetap isi berkas, dan dihitung seperti yang lain.",
    why="Yang memeriksa di Excel atau di kertas tidak melihatnya, sehingga jumlahnya berbeda dari hasil di sini.",
    example="Kelurahan yang disaring tidak tampak, atau lembar 'DPT lama' yang disembunyikan ikut terbaca.",
    fix="Tampilkan (Unhide, Clear Filter), lalu hapus yang memang tidak berlaku.",
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each sheet that hides what was counted."""
    sheets: dict[tuple[str, str], list[Table]] = {}
    for table in case.book.tables:
        grid = table.grid
        if grid.is_hidden or grid.hidden_rows or grid.hidden_columns:
            sheets.setdefault((grid.file, grid.sheet), []).append(table)
    if not sheets:
        return
    counted: dict[tuple[str, str], set[int]] = {}
    records = [(station.block, station.row) for station in case.book.stations]
    records += [(entry.row.block, entry.row.row) for entry in case.book.entries]
    for block, row in records:
        if (place := (block.file, block.sheet)) in sheets:
            counted.setdefault(place, set()).add(row)
    for place, tables in sheets.items():
        if rows := counted.get(place):
            yield from _hidden(tables[0].grid, tables, rows)


def _hidden(grid: Grid, tables: Sequence[Table], counted: set[int]) -> Iterator[Finding]:
    if grid.is_hidden:
        yield META.at(
            Location(grid.file, grid.sheet),
            f"Lembar '{grid.sheet}' tersembunyi; {number(len(counted))} barisnya ikut dihitung",
        )
        return
    rows = sorted(counted & grid.hidden_rows)
    held = {at for table in tables for key, at in table.block.columns.items() if key.name in COUNT_FIELDS}
    columns = sorted(held & grid.hidden_columns)
    said = []
    if rows:
        said.append(f"{number(len(rows))} baris ({listed(_runs(rows))})")
    if columns:
        said.append(f"kolom {listed([column_letters(at) for at in columns])}")
    if said:
        first = tables[0].header.rows[-1]
        yield META.at(
            Location(grid.file, grid.sheet, cell_name(rows[0], 0) if rows else cell_name(first, columns[0])),
            f"Tersembunyi, tetapi ikut dihitung: {' dan '.join(said)}",
            count=len(rows) + len(columns),
        )


def _runs(rows: Sequence[int]) -> list[str]:
    """Rows as a person numbers them: `5`, `7-9`."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return [f"{first + 1}" if first == last else f"{first + 1}-{last + 1}" for first, last in runs]


CHECK = Check((META,), check)
