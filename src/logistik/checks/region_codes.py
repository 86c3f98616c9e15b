"""LG310 kode-rusak, LG412 kode-wilayah-berbeda: codes of regions that Excel spoilt, or that contradict the names."""

from collections.abc import Collection, Iterable, Iterator

from logistik.checks.case import Case
from logistik.checks.meta import SHOWN, Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.grid import Value
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Severity
from logistik.core.wording import number
from logistik.ingest.code_columns import Beside, Pair, beside, code_columns
from logistik.ingest.codes import is_spoilt
from logistik.ingest.names import clean
from logistik.ingest.persons import is_masked
from logistik.ingest.tables import Table

SPOILT = CheckMeta(
    code="LG310",
    name="kode-rusak",
    severity=Severity.WARNING,
    summary="Kode wilayah atau TPS dibulatkan Excel",
    what="Kode panjang harus disimpan sebagai teks. Sebagai angka, Excel menampilkannya 6,47E+12 dan hanya menyimpan lima belas angka pertama.",
    why="Angka yang hilang tidak dapat dikembalikan, jadi kode itu tidak dipakai untuk mencocokkan wilayah.",
    example="Kolom Kode TPS berisi '6,47E+12'.",
    fix="Salin lagi kodenya dari sumber asal ke kolom berformat Teks; nama wilayah tetap dipakai.",
)
DIFFERENT = CheckMeta(
    code="LG412",
    name="kode-wilayah-berbeda",
    severity=Severity.WARNING,
    summary="Kode wilayah dan nama wilayah tidak sejalan",
    what="Di satu tabel, satu kode selalu berada di samping satu nama, dan satu nama di samping satu kode. Kode hanya bukti; yang dipakai tetap nama.",
    why="Baris dapat tertukar wilayah, atau dua sistem kode tercampur: tanpa titik, kode Kemendagri dan BPS dapat sama untuk kelurahan yang berbeda.",
    example="6471011001 di samping Manggar dan Prapatan.",
    fix="Periksa nama di baris-baris itu, dan pakai kode dari satu sistem saja.",
)


def check(case: Case) -> Iterator[Finding]:
    """Spoilt codes, one finding a column; codes against names, one finding a table."""
    tables = {id(table.block): table for table in case.book.tables if code_columns(table)}
    rows = _rows(case, tables.keys())
    for block, table in tables.items():
        for column in code_columns(table):
            cells = [
                (row, values[column.position])
                for row, values in table.data_rows()
                if column.position < len(values) and _is_rounded(values[column.position])
            ]
            if cells:
                places = [table.block.cell(row, column.position) for row, _ in cells[:SHOWN]]
                yield SPOILT.at(
                    places[0],
                    f"Kolom '{column.header}': {number(len(cells))} kode dibulatkan Excel, misalnya "
                    f"'{clean(cells[0][1])}'; tidak dipakai untuk mencocokkan wilayah",
                    related=places[1:],
                    raw=clean(cells[0][1]),
                    count=len(cells),
                )
        found = [(each, conflict) for each in beside(table, rows.get(block, ())) for conflict in each.conflicts()]
        if found:
            yield _different(case, table, found)


def _is_rounded(value: Value) -> bool:
    """Whether Excel rounded a code; what was masked is a person's number, or at least too long for a region's."""
    return is_spoilt(value) and not is_masked(value)


def _rows(case: Case, blocks: Collection[int]) -> dict[int, list[tuple[int, RegionKey]]]:
    """The region of each row of these tables, as far as a name gives it."""
    rows: dict[int, list[tuple[int, RegionKey]]] = {}
    for roll in case.book.rolls:
        for station in roll.stations if roll.stations and id(roll.stations[0].block) in blocks else ():
            key = station.key
            rows.setdefault(id(station.block), []).append((station.row, key))
    for entry in case.book.entries:
        if entry.key and id(entry.row.block) in blocks and (entry.row.kecamatan or entry.row.kelurahan):
            rows.setdefault(id(entry.row.block), []).append((entry.row.row, entry.key))
    return rows


def _different(case: Case, table: Table, found: list[tuple[Beside, tuple[Pair, Pair]]]) -> Finding:
    places = [table.block.cell(each.rows[pair], each.column.position) for each, (_, pair) in found[:SHOWN]]
    reading, (first, second) = found[0]
    shown = _as_typed(table, reading, (first, second))
    if first[0] == second[0]:
        said = f"Kode '{shown[0]}' berada di samping {_name(case, first[1])} (baris {reading.rows[first] + 1}) dan {_name(case, second[1])}"
    else:
        said = f"{_name(case, first[1])} memakai kode '{shown[0]}' (baris {reading.rows[first] + 1}) dan '{shown[1]}'"
    more = f"; {number(len(found) - 1)} pasangan lain juga" if len(found) > 1 else ""
    return DIFFERENT.at(
        places[0],
        f"{said} (baris {reading.rows[second] + 1}){more}; yang dipakai nama",
        related=places[1:],
        raw=shown[1],
        count=len(found),
    )


def _as_typed(table: Table, reading: Beside, pairs: Iterable[Pair]) -> list[str]:
    return [table.text(reading.rows[pair], reading.column.position) for pair in pairs]


def _name(case: Case, key: RegionKey) -> str:
    return str(case.book.regions.region(key)).partition(",")[0] if not key.tps else str(case.book.regions.region(key))


CHECK = Check((SPOILT, DIFFERENT), check)
