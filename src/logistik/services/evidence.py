"""What a report says beside its balances: damage by category and cause, and the cells of every figure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from logistik.checks.case import Case
from logistik.core.counts import Cell
from logistik.core.daily import Verdict
from logistik.core.places import Location, cell_name, cell_position
from logistik.core.regions import CITY, RegionKey
from logistik.core.report import Damage, Source
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.book import Entry, Holding
from logistik.ingest.records import PollingStation

_FIGURES = (
    Field.ORDERED, Field.NOTED, Field.RECEIVED, Field.GOOD, Field.USABLE_DEFECTS, Field.DAMAGED, Field.SWAPPED,
    Field.UNSORTED, Field.LATER,
)  # fmt: skip
_ADDED = (Verdict.DAILY,)
_KINDS = (("category", Field.DAMAGE_CATEGORY, "damage_categories"), ("cause", Field.DAMAGE_CAUSE, "damage_causes"))


def damage_of(case: Case) -> Iterator[Damage]:
    """Damaged sheets by category and cause of every region that tells them itself or in all that it is made of."""
    for region in case.book.regions.walk():
        for election in case.elections:
            for stock in Stock:
                if stock is Stock.REVOTE and region != CITY:
                    continue
                for kind, field, figures in _KINDS:
                    for name, sheets in _split(case, region, election, stock, field, figures).items():
                        known = case.book.regions.region(region)
                        yield Damage(known, election, stock, kind, name, sheets)  # type: ignore[arg-type]


def _split(case: Case, region: RegionKey, election: str, stock: Stock, field: Field, figures: str) -> Counter[str]:
    """Sheets by name: of the region's own rows, else of its parts. Empty where nothing is told."""
    holding = case.book.holdings.get((region, election, stock))
    found: Counter[str] = Counter()
    for entry in _counting(holding) if holding else ():
        cells: Sequence[Cell] = getattr(entry.row.figures, figures)
        for name, cell in zip(entry.row.kinds(field), cells, strict=True):
            found[name] += cell if isinstance(cell, int) else 0
    if not found and stock is Stock.VOTING:
        for part in case.book.regions.children.get(region, ()):
            found.update(_split(case, part, election, stock, field, figures))
    return +found


def _counting(holding: Holding) -> Sequence[Entry]:
    """The rows whose figures make up the count: all days, or the recap, or the last running total."""
    entries, combined = holding
    recaps = [entry for entry in entries if not entry.row.sorting and entry.count.is_counted]
    if recaps and combined.verdict is not Verdict.UNCERTAIN:
        return recaps[:1]
    if combined.verdict in _ADDED:
        return entries
    return sorted(entries, key=lambda entry: entry.count.received or 0)[-1:]


def sources_of(case: Case) -> Iterator[Source]:
    """The cells of voters by kelurahan, and of every figure of the warehouse that a row states."""
    stations = sorted(case.book.stations, key=lambda station: station.kelurahan)
    for kelurahan, own in groupby(stations, key=lambda station: station.kelurahan):
        figures = {"voters": _ranges([_voters(station) for station in own])}
        yield Source(case.book.regions.region(kelurahan), None, None, figures)
    for (region, election, stock), holding in case.book.holdings.items():
        if election in case.elections:
            figures = {field.value: _stated(holding, field) for field in _FIGURES}
            told = {name: cells for name, cells in figures.items() if cells}
            yield Source(case.book.regions.region(region), election, stock, told)


def _voters(station: PollingStation) -> Location:
    return station.at(Field.VOTERS, Field.MALE)


def _stated(holding: Holding, field: Field) -> tuple[str, ...]:
    rows = [entry.row for entry in _counting(holding) or holding.entries]
    found = [row.at(field) for row in rows if row.key(field) in row.block.columns]
    if field is Field.DAMAGED and not found:
        found = [row.at(Field.DAMAGE_CATEGORY) for row in rows if row.kinds(Field.DAMAGE_CATEGORY)]
    return _ranges(found)


def _ranges(places: Sequence[Location]) -> tuple[str, ...]:
    """Places as text, cells that follow each other in one column as a range."""
    found: list[tuple[Location, int, int, int]] = []
    for place in places:
        row, column = cell_position(place.cell or "")
        last = found[-1] if found else None
        if last and last[0][:2] == place[:2] and (last[2] + 1, last[3]) == (row, column):
            found[-1] = (last[0], last[1], row, column)
        else:
            found.append((place, row, row, column))
    return tuple(
        str(place) if first == last else f"{place}:{cell_name(last, column)}" for place, first, last, column in found
    )
