"""What the packing lists say of each TPS, settled, and what that adds to the balances."""

from collections.abc import Collection, Mapping, Sequence

from logistik.core.balances import Balance, BalanceKey
from logistik.core.packing import Packed, Packing, packed_sums
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Stock
from logistik.ingest.book import Book
from logistik.ingest.placing import PackedEntry


def packing_of(book: Book, elections: Collection[str]) -> dict[tuple[RegionKey, str], Packed]:
    """What is in the box of each TPS and election; rows that say different things leave it unknown."""
    return {key: _settled(rows) for key, rows in book.packings.items() if key[1] in elections}


def _settled(entries: Sequence[PackedEntry]) -> Packed:
    """One figure out of the rows of one TPS: the first counter's, if every row says the same."""
    rows = [entry.row for entry in entries]
    said = {row.sheets for row in rows if not row.is_blank}
    return Packed(
        sheets=next(iter(said)) if len(said) == 1 else None,
        is_sealed=any(row.is_sealed for row in rows),
        is_doubtful=len(said) > 1 or any(row.is_contested for row in rows),
    )


def with_packing(balances: Mapping[BalanceKey, Balance], book: Book, packing: Packing) -> dict[BalanceKey, Balance]:
    """The balances of the voting stock with the sheets packed and the TPS not packed."""
    stations = list(dict.fromkeys(each.key for each in book.stations))
    elections = dict.fromkeys(election for _, election, _ in balances)
    sums = {election: packed_sums(stations, packing, election) for election in elections}
    found = dict(balances)
    for (region, election, stock), balance in balances.items():
        if stock is Stock.VOTING:
            packed = sums[election].get(region)
            found[region, election, stock] = balance._replace(
                packed=packed.sheets if packed else 0, polling_stations_not_packed=packed.not_packed if packed else 0
            )
    return found
