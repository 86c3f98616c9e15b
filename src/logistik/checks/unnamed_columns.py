"""LG213 kolom-wilayah-tidak-dikenal and LG519 kolom-diterima-tidak-ada: columns that a warehouse needs and does not name."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Field, Role, Severity
from logistik.ingest.headers import Column
from logistik.ingest.names import region_key
from logistik.ingest.numbers import read_count
from logistik.ingest.tables import Table

REGION = CheckMeta(
    code="LG213",
    name="kolom-wilayah-tidak-dikenal",
    severity=Severity.ERROR,
    summary="Kolom stok berisi nama wilayah, tetapi judulnya tidak dikenali",
    what="Isi kolom teks yang judulnya tidak dikenali dibandingkan dengan nama kecamatan dan kelurahan di DPT.",
    why="Tanpa kolom wilayah, setiap baris dianggap stok seluruh kabupaten/kota.",
    example="Kolom 'Uraian' berisi 'Balikpapan Kota' dan 'Balikpapan Barat'.",
    fix="Beri kolom itu judul Kecamatan, Kelurahan, atau Wilayah, atau daftarkan di [alias.kolom] logistik.toml.",
)
RECEIVED = CheckMeta(
    code="LG519",
    name="kolom-diterima-tidak-ada",
    severity=Severity.ERROR,
    summary="Tabel stok tidak punya kolom Diterima",
    what="Diterima adalah hasil hitung lembar. Tanpa kolom itu baris stok dianggap belum dihitung.",
    why="Baik dan rusak saja tidak menunjukkan apakah semua lembar sudah disortir.",
    example="Kolom Kecamatan, Jumlah, Baik, Rusak: 'Jumlah' mungkin Diterima.",
    fix="Tambahkan kolom Diterima, atau daftarkan judulnya di [alias.kolom] logistik.toml.",
)
LOOKED_AT = 100
"""Rows that tell what a column holds."""
FEWEST = 2
"""So many regions, or sums, show what a column holds."""
_PARTS = (Field.GOOD, Field.DAMAGED, Field.SWAPPED, Field.UNSORTED)


def check(case: Case) -> Iterator[Finding]:
    """Tables of the warehouse without a column of regions, and without one of what was received."""
    known = {key.kelurahan or key.kecamatan for key in case.book.regions.names} - {""}
    for table in case.book.tables:
        if table.header.role is not Role.STOCK:
            continue
        if all(table.position(field) is None for field in (Field.KECAMATAN, Field.KELURAHAN, Field.REGION)):
            yield from _regions(table, known)
        if not any(key.name == Field.RECEIVED for key in table.block.columns):
            yield _received(table)


def _rows(table: Table) -> range:
    return range(table.first_row, min(table.end, table.first_row + LOOKED_AT))


def _regions(table: Table, known: set[str]) -> Iterator[Finding]:
    for column in table.header.columns:
        if column.key is not None and column.key.name not in (Field.REMARK, Field.NUMBER):
            continue
        texts = [table.text(row, column.position) for row in _rows(table)]
        named = [text for text in texts if text and region_key(text, "kecamatan") in known]
        if len(named) >= FEWEST:
            yield REGION.at(
                _head(table, column),
                f"Kolom '{column.header}' berisi nama wilayah ('{named[0]}'), tetapi judulnya tidak dikenali; "
                "barisnya dihitung sebagai stok seluruh kabupaten/kota",
                f'Ganti judulnya menjadi Wilayah, atau tempel di [alias.kolom] logistik.toml: "{_quoted(column)}" = "wilayah"',
                raw=column.header,
            )


def _received(table: Table) -> Finding:
    likely = next((column for column in table.header.columns if _adds_up(table, column)), None)
    first = next(column for column in table.header.columns if column.key and column.key.name in _PARTS)
    if likely is None:
        return RECEIVED.at(_head(table, first), "Tabel stok ini tidak punya kolom Diterima; barisnya tidak dipakai")
    return RECEIVED.at(
        _head(table, likely),
        f"Tabel stok ini tidak punya kolom Diterima; '{likely.header}' mungkin kolom itu, karena sama dengan jumlah rinciannya",
        f'Ganti judulnya menjadi Diterima, atau tempel di [alias.kolom] logistik.toml: "{_quoted(likely)}" = "diterima"',
        raw=likely.header,
    )


def _adds_up(table: Table, column: Column) -> bool:
    """Whether a column is the sum of good, damaged and the others in every row that has it."""
    parts = [at for field in _PARTS if (at := table.position(field)) is not None]
    if column.position in parts or len(parts) < FEWEST:
        return False
    sums = []
    for row in _rows(table):
        total = read_count(table.grid.value(row, column.position))
        if isinstance(total, int) and total:
            counts = [read_count(table.grid.value(row, at)) or 0 for at in parts]
            sums.append(total == sum(count for count in counts if isinstance(count, int)))
    return bool(sums) and all(sums)


def _head(table: Table, column: Column) -> Location:
    return Location(table.grid.file, table.grid.sheet, column.cell)


def _quoted(column: Column) -> str:
    return column.header.replace("\\", "\\\\").replace('"', '\\"')


CHECK = Check((REGION, RECEIVED), check)
