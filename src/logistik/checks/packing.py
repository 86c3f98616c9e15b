"""Packing per TPS: all checks of it, over one reading of the boxes."""

from collections.abc import Iterator

from logistik.checks import packed_amounts, packed_elections, packed_stock, packing_recount, packing_rows
from logistik.checks.boxes import stations
from logistik.checks.case import Case
from logistik.checks.meta import Check
from logistik.core.findings import Finding


def check(case: Case) -> Iterator[Finding]:
    """Everything about the boxes of the TPS; nothing where no packing list was read."""
    if not case.has_packing:
        return
    places = stations(case)
    for each in (packed_amounts, packed_elections, packing_rows, packing_recount, packed_stock):
        yield from each.check(case, places)


CHECK = Check(
    (
        *packed_amounts.METAS,
        packed_elections.META,
        *packing_rows.METAS,
        packing_recount.META,
        *packed_stock.METAS,
    ),
    check,
)
