"""LG626 hitungan-kedua-berbeda: two people counted one box and found different numbers."""

from collections.abc import Iterator

from logistik.checks.boxes import Station, Stations, box_name
from logistik.checks.case import Case
from logistik.checks.meta import CheckMeta
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.records import PackedRow

META = CheckMeta(
    code="LG626",
    name="hitungan-kedua-berbeda",
    severity=Severity.ERROR,
    summary="Hitungan kedua berbeda dari hitungan pertama",
    what="Kalau daftar pengesetan punya kolom hitungan kedua, kedua hitungan di setiap TPS harus sama. Sampai dihitung ulang, yang dipakai hitungan pertama.",
    why="Lembar tipis mudah terlipat dua; hitungan kedua ada supaya kekeliruan ketahuan sebelum disegel.",
    example="Hitung 1 berisi 410, Hitung 2 berisi 409.",
    fix="Hitung untuk ketiga kalinya bersama kedua petugas, lalu perbaiki angka yang salah.",
)


def check(case: Case, places: Stations) -> Iterator[Finding]:
    """Rows of which the two counts differ."""
    for entry in case.book.packed:
        if entry.row.is_contested and entry.station is not None and entry.row.election in case.elections:
            yield _finding(case, places[entry.station], entry.row)


def _finding(case: Case, station: Station, row: PackedRow) -> Finding:
    first, second = row.sheets or 0, row.recounted or 0
    need = "belum diketahui" if station.required is None else number(station.required)
    return META.at(
        row.at(Field.RECOUNTED),
        f"{box_name(case, station.key, row.election or '')}: hitungan kedua {number(second)}, hitungan pertama "
        f"{number(first)}, kebutuhan {need}",
        related=[row.at(), station.roll],
        region=case.book.regions.region(station.key),
        election=row.election,
        raw=second,
        expected=first,
    )
