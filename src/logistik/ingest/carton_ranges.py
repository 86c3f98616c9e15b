"""Rows that stand for a range of cartons (`1 s/d 267`): their sheets are those of one carton, or of all together."""

from collections.abc import Mapping, Sequence

from logistik.ingest.placing import CartonEntry
from logistik.ingest.records import CartonRow


def with_ranges(cartons: Sequence[CartonEntry], sizes: Mapping[str, int]) -> tuple[CartonEntry, ...]:
    """The cartons, with the sheets of every range as those of all its cartons, as far as the figures prove it.

    Args:
        cartons: as read.
        sizes: sheets in a full carton, by election.
    """
    return tuple(
        entry
        if entry.row.cartons == 1
        else entry._replace(row=_settled(entry.row, sizes.get(entry.row.election or "")))
        for entry in cartons
    )


def _settled(row: CartonRow, size: int | None) -> CartonRow:
    """Both figures as sums; unknown where they can be neither one full carton nor all, of which one is not full."""
    noted, received = (_sum(each, row.cartons, size) for each in (row.noted, row.received))
    doubtful = (said for said, found in ((row.noted, noted), (row.received, received)) if found is None)
    unclear = next((said for said in doubtful if said is not None), None)
    return row._replace(noted=noted, received=received, unclear=unclear)


def _sum(sheets: int | None, cartons: int, size: int | None) -> int | None:
    if sheets is None or not size:
        return None
    if sheets == size:
        return sheets * cartons
    return sheets if (cartons - 1) * size < sheets <= (cartons + 1) * size else None
