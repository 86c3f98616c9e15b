"""LG205 pemilihan-tidak-jelas: a row of stock or packing whose election is not known, or not part of this audit."""

from collections.abc import Iterator, Sequence

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import listed
from logistik.ingest.records import PackedRow, StockRow

META = CheckMeta(
    code="LG205",
    name="pemilihan-tidak-jelas",
    severity=Severity.ERROR,
    summary="Baris stok atau pengesetan tidak menyebut pemilihan yang diperiksa",
    what="Setiap baris stok dan pengesetan harus menyebut jenis pemilihan: di kolomnya, di judul kelompok kolom, di judul lembar, atau di nama lembar.",
    why="Baris itu tidak masuk ke neraca atau TPS mana pun.",
    example="Kolom Jenis Pemilihan berisi 'Pilkada' saja.",
    fix="Tulis jenis pemilihan di baris itu, atau sesuaikan `pemilihan` di logistik.toml atau --ruleset.",
)


def check(case: Case) -> Iterator[Finding]:
    """Rows without an election of this audit; of a packing list those in which something was packed."""
    book = case.book
    stock = [
        (entry.row, entry.row.at(Field.ELECTION, Field.RECEIVED))
        for entry in book.entries
        if entry.row.election not in case.elections
    ]
    packed = [
        (entry.row, entry.row.at(Field.ELECTION))
        for entry in book.packed
        if entry.row.election not in case.elections and not entry.row.is_blank
    ]
    yield from _unclear(case, "stok", stock)
    yield from _unclear(case, "pengesetan", packed)


def _unclear(case: Case, kind: str, rows: Sequence[tuple[StockRow | PackedRow, Location]]) -> Iterator[Finding]:
    """Rows of one kind, gathered per table."""
    known = listed([title(each) for each in case.elections])
    spots = (
        (row.block, META.at(place, f"Baris {row.row + 1}: {_said(row.election)} ({known}); tidak ikut dihitung"))
        for row, place in rows
    )
    yield from gathered(spots, lambda count: f"{count} baris {kind} tanpa pemilihan yang jelas")


def _said(election: str | None) -> str:
    return f"pemilihan '{title(election)}' tidak termasuk yang diperiksa" if election else "jenis pemilihan tidak jelas"


CHECK = Check((META,), check)
