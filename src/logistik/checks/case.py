"""All that a check may look at."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from logistik.core.balances import Balance, BalanceKey, Need
from logistik.core.correspondence import Answered, Standing
from logistik.core.counts import Count
from logistik.core.office import Office
from logistik.core.packing import Packing
from logistik.core.places import Location
from logistik.core.regions import Region, RegionKey
from logistik.core.rules import RuleSet
from logistik.core.vocabulary import ELECTION_TITLES, Field, Stock
from logistik.ingest.book import Book, Entry


class Case(NamedTuple):
    """What was read, what holds, and what came out.

    `answered` is what the issued letters of a region, election and stock stand at; `unplaced` are letters of a region
    that the voter list does not have. `packing` is what the boxes of the TPS hold.
    """

    book: Book
    rules: RuleSet
    office: Office
    elections: tuple[str, ...]
    needs: Mapping[RegionKey, Need]
    counts: Mapping[tuple[str, Stock], Mapping[RegionKey, Count]]
    balances: Mapping[BalanceKey, Balance]
    same_files: tuple[tuple[str, str], ...] = ()
    answered: Mapping[BalanceKey, Answered] = MappingProxyType({})
    unplaced: tuple[Standing, ...] = ()
    packing: Packing = MappingProxyType({})

    @property
    def has_packing(self) -> bool:
        """Whether a packing list was read, so that every TPS is packed or not."""
        return bool(self.book.packing_sheets)

    def entries(self) -> Iterator[Entry]:
        """Stock rows of a known region and of an election of this audit."""
        return (entry for entry in self.book.entries if entry.key is not None and entry.row.election in self.elections)

    def balance_of(self, entry: Entry) -> Balance | None:
        """The balance that a stock row belongs to."""
        return self.balances.get(entry.holding) if entry.holding else None

    def region_of(self, entry: Entry) -> Region | None:
        """The region that a stock row counts."""
        return self.book.regions.region(entry.key) if entry.key is not None else None

    def is_alone(self, entry: Entry) -> bool:
        """Whether a stock row by itself makes up the count of its region, election and stock."""
        holding = self.book.holdings.get(entry.holding) if entry.holding else None
        return holding is not None and len(holding.entries) == 1

    def lowest_balances(self) -> Iterator[tuple[BalanceKey, Balance]]:
        """Counted balances that no smaller region explains further."""
        for key, balance in self.balances.items():
            region, election, stock = key
            if balance.received is None:
                continue
            parts = self.book.regions.children.get(region, ()) if stock is Stock.VOTING else ()
            if all(self.balances[part, election, stock].received is None for part in parts):
                yield key, balance

    def places(self, key: BalanceKey, *fields: Field) -> list[Location]:
        """The cells that a counted figure rests on: the region's own rows, else those of its parts."""
        holding = self.book.holdings.get(key)
        if holding is not None:
            return [entry.row.at(*fields) for entry in holding.entries]
        region, election, stock = key
        return [
            place
            for part in self.book.regions.children.get(region, ())
            for place in self.places((part, election, stock), *fields)
        ]


def title(election: str | None, stock: Stock = Stock.VOTING) -> str:
    """An election as messages name it, with PSU where the revote stock is meant."""
    name = ELECTION_TITLES.get(election or "", election or "?").partition(" dan ")[0]
    return f"{name} (PSU)" if stock is Stock.REVOTE else name
