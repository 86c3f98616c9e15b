"""Where people find each figure of a balance sheet: cells, packing lists, entries of the ledger."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from logistik.checks.cartons import cartons_of
from logistik.checks.case import Case
from logistik.core.balances import Balance
from logistik.core.closing import ORIGINS, TITLES, WAYS, Name
from logistik.core.layout import one_line
from logistik.core.movements import Moved
from logistik.core.regions import CITY, Region, RegionKey
from logistik.core.report import Source
from logistik.core.vocabulary import Stock
from logistik.core.wording import listed, number
from logistik.ingest.records import CartonRow, PackedRow

_CELL = re.compile(r"(.*!)([A-Z]+)(\d+)")
_MOST_CELLS = 12
_NOTHING = "tidak ada catatan"


class Receipt(NamedTuple):
    """Sheets that came in answer to a letter of the kabupaten/kota, and the entry that says so."""

    entry: int
    election: str
    stock: Stock
    good: int
    damaged: int


class Known(NamedTuple):
    """What the sheets of one audit rest on."""

    case: Case
    sources: Mapping[tuple[Region, str | None, Stock | None], Source]
    receipts: Sequence[Receipt]
    moved: Sequence[Moved]


def source_of(known: Known, balance: Balance, name: Name, receipts: Sequence[Receipt], moved: Sequence[Moved]) -> str:
    """Where people find the figure of a line: cells, packing lists, entries of the ledger."""
    match name:
        case Name.RECEIVED:
            return "; ".join(filter(None, (_cells(known, balance, "received"), _cartons(known.case, balance))))
        case Name.LATER:
            return _later(known, balance, receipts)
        case Name.PACKED:
            return _packed(known.case, balance)
        case Name.RETURNED | Name.HANDED_OVER | Name.DESTROYED:
            return _entries([each for each in moved if each.way is WAYS[name]])
        case Name.UNSORTED:
            return _cells(known, balance, name.value)
    if name is Name.SURPLUS:
        told = _surplus(balance)
    elif name is Name.KEPT:
        told = _cells(known, balance, "received" if balance.good is None else "good")
        told = f"menurut label, tersegel: {told}" if balance.good is None else told
    else:
        told = _cells(known, balance, name.value)
        came = [each.entry for each in receipts if each.damaged] if name is Name.DAMAGED else []
        told += f"; rusak di susulan: {_numbers(came)}" if came else ""
    gone = [each for each in moved if each.origin is ORIGINS.get(name)]
    return f"{told}; dikurangi yang keluar: {_entries(gone)}" if gone else told


def _cells(known: Known, balance: Balance, figure: str) -> str:
    """The cells of a figure: of the row of the kabupaten/kota, else of the parts that it is the sum of."""
    cells = list(_places(known, CITY, balance, figure))
    if cells:
        return _joined(cells)
    what = {"received": "Diterima", "good": "Baik"}.get(figure) or TITLES[Name(figure)]
    return f"tidak ada kolom {what}" if balance.received is not None else "belum dihitung"


def _places(known: Known, key: RegionKey, balance: Balance, figure: str) -> Iterator[str]:
    holding = known.case.book.holdings.get((key, balance.election, balance.stock))
    if holding is not None and holding.combined.count.is_counted:
        region = known.case.book.regions.region(key)
        source = known.sources.get((region, balance.election, balance.stock))
        yield from source.figures.get(figure, ()) if source else ()
    elif balance.stock is Stock.VOTING:
        for part in known.case.book.regions.children.get(key, ()):
            yield from _places(known, part, balance, figure)


def _joined(cells: Sequence[str]) -> str:
    """Cells as people write them, those under each other as a range; of very many the first, and how many more."""
    ranges: list[tuple[str, int, int]] = []
    others: list[str] = []
    for cell in dict.fromkeys(cells):
        found = _CELL.fullmatch(cell)
        if found is None:
            others.append(cell)
            continue
        column, row = found[1] + found[2], int(found[3])
        if ranges and ranges[-1][0] == column and ranges[-1][2] == row - 1:
            ranges[-1] = column, ranges[-1][1], row
        else:
            ranges.append((column, row, row))
    told = [
        f"{column}{first}" + (f":{column.rpartition('!')[2]}{last}" if last > first else "")
        for column, first, last in ranges
    ]
    return listed([*told, *others], most=_MOST_CELLS)


def _cartons(case: Case, balance: Balance) -> str:
    """What the cartons of a stock hold together, by label and by count; blank where no list of cartons was read."""
    rows = cartons_of(case).get((balance.election, balance.stock))
    if not rows:
        return ""
    cartons = sum(row.cartons for row in rows)
    told = [f"{number(cartons)} koli di {_sheets(rows)}"]
    by_label = [(row.noted, row.cartons) for row in rows if row.noted is not None]
    by_count = [(row.received, row.cartons) for row in rows if row.received is not None]
    for what, known in (("label", by_label), ("hitung", by_count)):
        if known:
            sheets, many = map(sum, zip(*known, strict=True))
            some = f" ({number(many)} koli)" if many < cartons else ""
            told.append(f"{what} {number(sheets)} lembar{some}")
    return ", ".join(told)


def _sheets(rows: Iterable[CartonRow | PackedRow]) -> str:
    return listed(list(dict.fromkeys(f"{row.block.file}!{row.block.sheet}" for row in rows)))


def _later(known: Known, balance: Balance, receipts: Sequence[Receipt]) -> str:
    if balance.later is None:
        return _cells(known, balance, "later")
    count = known.case.counts.get((balance.election, balance.stock), {}).get(CITY)
    written = count.later if count and count.later else 0
    told = []
    if balance.later and written >= balance.later:
        told.append(_cells(known, balance, "later"))
    elif balance.later:
        told.append(_numbers([each.entry for each in receipts if each.good]))
    if damaged := [each.entry for each in receipts if each.damaged]:
        told.append(f"rusak: {_numbers(damaged)}")
    return "; ".join(told) or _NOTHING


def _packed(case: Case, balance: Balance) -> str:
    """The packing lists, and of how many TPS they tell."""
    if balance.packed is None:
        return "daftar pengesetan belum diaudit"
    rows = [each.row for each in case.book.packed if each.station is not None and each.row.election == balance.election]
    places = _sheets(rows) or "daftar pengesetan"
    done = sum(
        packed.sheets is not None for (_, election), packed in case.packing.items() if election == balance.election
    )
    waiting = balance.polling_stations_not_packed
    return f"{places} ({number(done)} TPS{f', {number(waiting)} TPS belum' if waiting else ''})"


def _surplus(balance: Balance) -> str:
    if balance.surplus is None:
        return (
            "belum diketahui: ada TPS tanpa pemilih" if balance.polling_stations_without_voters else "belum diketahui"
        )
    figures = [f"{number(value or 0)}" for value in (balance.good, balance.later, balance.base)]
    base = "yang ditetapkan" if balance.ordered is not None else "kebutuhan"
    told = f"baik {figures[0]} + susulan {figures[1]}"
    return f"{told} - {base} {figures[2]}" if balance.surplus else f"{told} tidak melebihi {base} {figures[2]}"


def _entries(moved: Sequence[Moved]) -> str:
    """Entries of what left, each with its minutes."""
    if not moved:
        return _NOTHING
    told = [f"{each.entry} ({one_line(each.number)})" for each in moved]
    return f"catatan ledger nomor {listed(told, most=_MOST_CELLS)}"


def _numbers(entries: Sequence[int]) -> str:
    return f"catatan ledger nomor {listed([str(each) for each in entries], most=_MOST_CELLS)}"
