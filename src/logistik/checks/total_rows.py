"""LG202 jumlah-tidak-cocok: a total row that is not the sum of its rows."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, differs, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Severity
from logistik.core.wording import number
from logistik.ingest.records import TotalRow

META = CheckMeta(
    code="LG202",
    name="jumlah-tidak-cocok",
    severity=Severity.ERROR,
    summary="Baris jumlah berbeda dari penjumlahan barisnya",
    what="Baris JUMLAH, TOTAL, atau Sub Total dibandingkan dengan semua baris di atasnya, dengan baris sejak jumlah sebelumnya, dan dengan baris kecamatan atau kelurahannya.",
    why="Ada baris yang hilang, berubah, atau rumus yang tidak menjangkau semua baris.",
    example="JUMLAH menyebut 8.430, padahal 16 TPS di atasnya berjumlah 8.403.",
    fix="Periksa rumus jumlah dan baris di atasnya. Yang dihitung adalah baris-barisnya, bukan baris jumlah.",
)


def check(case: Case) -> Iterator[Finding]:
    """Total rows of the voter list and the warehouse, one finding a row."""
    spots = (
        (total.block, _finding(total))
        for reading in case.book.readings
        for total in reading.totals
        if total.differences
    )
    yield from gathered(spots, lambda count: f"{number(count)} baris jumlah berbeda dari penjumlahan barisnya")


def _finding(total: TotalRow) -> Finding:
    headers = total.block.headers
    details = "; ".join(differs(headers.get(at, "Jumlah"), said, right) for at, said, right in total.differences[:3])
    places = [total.block.cell(total.row, difference.column) for difference in total.differences]
    return META.at(
        places[0],
        f"Baris '{total.label}': {details}",
        related=places[1:],
        raw=total.differences[0].stated,
        expected=total.differences[0].expected,
        count=len(places),
    )


CHECK = Check((META,), check)
