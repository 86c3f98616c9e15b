"""What a report says of the cartons that were read: one line for each election and stock."""

from collections.abc import Iterator, Sequence

from logistik.checks.cartons import cartons_of, is_quarantined, number_of, signed_for, stated
from logistik.checks.case import Case
from logistik.core.cartons import Cartons, OddCarton
from logistik.core.counts import add
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.records import CartonRow


def told_cartons(case: Case) -> Iterator[Cartons]:
    """The cartons of every election of the audit, in its order, the stock for a revote last."""
    found = cartons_of(case)
    for key in ((election, stock) for election in case.elections for stock in Stock):
        if rows := found.get(key):
            signed, told = signed_for(case, key), stated(case, key)
            noted = signed.jumlah if signed is not None else told.cartons if told is not None else None
            yield _together(*key, noted, rows)


def _together(election: str, stock: Stock, cartons_noted: int | None, rows: Sequence[CartonRow]) -> Cartons:
    counted = [row.received for row in rows if row.received is not None]
    odd = tuple(
        OddCarton(number_of(row), row.noted, row.received, str(row.at(Field.RECEIVED)))
        for row in rows
        if row.noted is not None and row.received is not None and row.noted != row.received
    )
    return Cartons(
        election=election,
        stock=stock,
        cartons=sum(row.cartons for row in rows),
        cartons_noted=cartons_noted,
        noted=add(*(row.noted for row in rows)),
        received=sum(counted) if counted else None,
        uncounted=sum(row.cartons for row in rows if row.received is None),
        short=sum(each.short for each in odd),
        over=sum(each.over for each in odd),
        quarantined=sum(row.cartons for row in rows if is_quarantined(row)),
        odd=odd,
    )
