"""LG202 jumlah-tidak-cocok: a total row that is not the sum of its rows."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, differs
from logistik.core.findings import Finding
from logistik.core.vocabulary import Severity

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
    for sheet in case.book.readings:
        for total in sheet.totals:
            if total.differences:
                column, said, expected = total.differences[0]
                details = "; ".join(
                    differs(total.block.headers.get(at, "Jumlah"), got, right)
                    for at, got, right in total.differences[:3]
                )
                yield META.at(
                    total.block.cell(total.row, column),
                    f"Baris '{total.label}': {details}",
                    related=[total.block.cell(total.row, other.column) for other in total.differences[1:]],
                    raw=said,
                    expected=expected,
                    count=len(total.differences),
                )


CHECK = Check((META,), check)
