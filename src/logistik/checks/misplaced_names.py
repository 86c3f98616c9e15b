"""LG518 wilayah-di-kolom-lain: regions named where a day, a group of workers or a carton should be."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import SHOWN, Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Block, ColumnKey
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.book import Entry
from logistik.ingest.names import region_key

META = CheckMeta(
    code="LG518",
    name="wilayah-di-kolom-lain",
    severity=Severity.ERROR,
    summary="Nama wilayah berada di kolom Tanggal, Meja, atau Koli",
    what="Isi kolom Tanggal, Meja/Kelompok, dan Koli dibandingkan dengan nama kecamatan dan kelurahan di DPT.",
    why="Judul kolomnya keliru: barisnya dijumlahkan sebagai hitungan harian seluruh kota, bukan stok per wilayah.",
    example="Kolom berjudul 'Tanggal' yang berisi 'Balikpapan Kota' dan 'Balikpapan Barat'.",
    fix="Beri kolom itu judul Kecamatan atau Kelurahan.",
)

_KEYS = tuple(map(ColumnKey, (Field.DATE, Field.GROUP, Field.CARTONS)))


def check(case: Case) -> Iterator[Finding]:
    """One finding a table."""
    known = {key.kelurahan or key.kecamatan for key in case.book.regions.names} - {""}
    tables: dict[Block, list[Entry]] = {}
    for entry in case.entries():
        if any(region_key(text, "kecamatan") in known for text in (entry.row.date, entry.row.mark) if text):
            tables.setdefault(entry.row.block, []).append(entry)
    for entries in tables.values():
        places = [entry.row.block.at(entry.row.row, *_KEYS) for entry in entries]
        name = entries[0].row.date or entries[0].row.mark
        yield META.at(
            places[0],
            f"'{name}' adalah nama wilayah, tetapi berada di kolom tanggal, meja, atau koli di {number(len(entries))} baris",
            related=places[1:SHOWN],
            raw=name,
            count=len(entries),
        )


CHECK = Check((META,), check)
