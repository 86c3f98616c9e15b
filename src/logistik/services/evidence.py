"""What a report says beside its balances: damage by category and cause, and the cells of every figure."""

from collections import Counter
from collections.abc import Iterator, Sequence

from logistik.checks.case import Case
from logistik.core.counts import Cell
from logistik.core.daily import Verdict
from logistik.core.places import Block, ColumnKey, column_letters
from logistik.core.regions import RegionKey
from logistik.core.report import Damage, Source
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.book import Entry, Holding
from logistik.ingest.records import PollingStation

_FIGURES = (
    Field.ORDERED, Field.NOTED, Field.RECEIVED, Field.GOOD, Field.USABLE_DEFECTS, Field.DAMAGED, Field.SWAPPED,
    Field.UNSORTED, Field.LATER,
)  # fmt: skip
_KINDS = (("category", Field.DAMAGE_CATEGORY, "damage_categories"), ("cause", Field.DAMAGE_CAUSE, "damage_causes"))

Split = dict[RegionKey, Counter[str]]


def damage_of(case: Case) -> Iterator[Damage]:
    """Damaged sheets by category and cause of every region that tells them itself or in all that it is made of."""
    for kind, field, figures in _KINDS:
        own: dict[tuple[str, Stock], Split] = {}
        for (region, election, stock), holding in case.book.holdings.items():
            if election in case.elections and (found := _own_split(holding, field, figures)):
                own.setdefault((election, stock), {})[region] = found
        for (election, stock), split in own.items():
            for region in case.book.regions.walk():
                for name, sheets in _split(case, split, region).items():
                    known = case.book.regions.region(region)
                    yield Damage(known, election, stock, kind, name, sheets)


def _own_split(holding: Holding, field: Field, figures: str) -> Counter[str]:
    """Sheets by the name of their column; empty where the rows have no such columns or no such sheets."""
    found: Counter[str] = Counter()
    for entry in _counting(holding):
        cells: Sequence[Cell] = getattr(entry.row.figures, figures)
        if cells:
            for name, cell in zip(entry.row.kinds(field), cells, strict=True):
                found[name] += cell if isinstance(cell, int) else 0
    return +found


def _split(case: Case, own: Split, region: RegionKey) -> Counter[str]:
    """What a region tells itself, else what its parts tell together."""
    found = own.get(region)
    if found is None:
        found = Counter()
        for part in case.book.regions.children.get(region, ()):
            found.update(_split(case, own, part))
        own[region] = found
    return found


def _counting(holding: Holding) -> Sequence[Entry]:
    """The rows whose figures make up the count: all days, or the recap, or the last running total."""
    entries, combined = holding
    if len(entries) == 1:
        return entries
    recaps = [entry for entry in entries if not entry.row.sorting and entry.count.is_counted]
    if recaps and combined.verdict is not Verdict.UNCERTAIN:
        return recaps[:1]
    if combined.verdict is Verdict.DAILY:
        return entries
    return sorted(entries, key=lambda entry: entry.count.received or 0)[-1:]


def sources_of(case: Case) -> Iterator[Source]:
    """The cells of voters by kelurahan, and of every figure of the warehouse that a row states."""
    region = case.book.regions.region
    for kelurahan, own in _by_kelurahan(case.book.stations).items():
        cells = [cell for block, rows in own.items() for cell in _ranges(block, _voters(block), rows)]
        yield Source(region(kelurahan), None, None, {"voters": tuple(cells)})
    for (key, election, stock), holding in case.book.holdings.items():
        if election in case.elections:
            yield Source(region(key), election, stock, _stated(_counting(holding)))


def _by_kelurahan(stations: Sequence[PollingStation]) -> dict[RegionKey, dict[Block, list[int]]]:
    """The rows of the stations, by kelurahan and table."""
    found: dict[RegionKey, dict[Block, list[int]]] = {}
    for station in stations:
        found.setdefault(station.kelurahan, {}).setdefault(station.block, []).append(station.row)
    return found


def _voters(block: Block) -> int:
    """The column that gives the voters of a TPS: the total, or without one the men's, beside the women's."""
    columns = block.columns
    return columns.get(ColumnKey(Field.VOTERS), columns.get(ColumnKey(Field.MALE), 0))


def _stated(entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    """The cells of each figure that the rows have a column for."""
    found: dict[str, tuple[str, ...]] = {}
    for row in (entry.row for entry in entries):
        for field in _FIGURES:
            column = row.block.columns.get(row.key(field))
            if column is not None:
                found[field.value] = (*found.get(field.value, ()), *_ranges(row.block, column, [row.row]))
        if Field.DAMAGED.value not in found and row.kinds(Field.DAMAGE_CATEGORY):
            found[Field.DAMAGED.value] = (str(row.at(Field.DAMAGE_CATEGORY)),)
    return found


def _ranges(block: Block, column: int, rows: Sequence[int]) -> Iterator[str]:
    """The cells of a column as text, those of rows that follow each other as a range."""
    letters, anchors = column_letters(column), block.anchors
    place = f"{block.file}!{block.sheet}!"
    at = 0
    while at < len(rows):
        first = rows[at]
        while at + 1 < len(rows) and rows[at + 1] == rows[at] + 1:
            at += 1
        last = rows[at]
        at += 1
        if first == last:
            yield str(block.cell(first, column)) if (first, column) in anchors else f"{place}{letters}{first + 1}"
        else:
            yield f"{place}{letters}{first + 1}:{letters}{last + 1}"
