"""Closing the balance of a warehouse: the figures of an audit, what left by minutes, and where each line comes from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from logistik.checks.case import Case, title
from logistik.checks.closing import judge
from logistik.core.balances import Balance
from logistik.core.choice import Asked
from logistik.core.closing import (
    ORIGINS,
    TITLES,
    WAYS,
    Closed,
    Closing,
    Clue,
    Line,
    Name,
    carton_clues,
    cause_of,
    closed,
    clues_of,
    packing_clues,
    recount_clues,
)
from logistik.core.correspondence import Received
from logistik.core.errors import LogistikError
from logistik.core.findings import Finding
from logistik.core.layout import one_line
from logistik.core.movements import Moved
from logistik.core.packing import Packed
from logistik.core.regions import CITY, Region, RegionKey
from logistik.core.report import Source
from logistik.core.vocabulary import Field, Level, Stock
from logistik.core.wording import listed, number
from logistik.documents.closing import Paperwork
from logistik.documents.model import Missing
from logistik.documents.words import or_open
from logistik.ledger.store import Ledger
from logistik.services import letters
from logistik.services.choice import read_choice, settle
from logistik.services.ground import Ground
from logistik.services.movements import moved_under, moves_of
from logistik.services.request import form_of
from logistik.services.rest import Rest

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


class _Known(NamedTuple):
    """What the sheets of one audit rest on."""

    case: Case
    sources: Mapping[tuple[Region, str | None, Stock | None], Source]
    receipts: Sequence[Receipt]
    moved: Sequence[Moved]


def make_closing(ground: Ground, jenis: Sequence[str], day: date) -> Closing:
    """The balance sheets of all elections, or of those that are wanted, on a day.

    Raises:
        LogistikError: an election that the audit does not have, or the ledger cannot be used.
    """
    rest, case = ground
    root, ruleset = rest.workspace.root, rest.report.ruleset
    for name in jenis:
        if name not in case.elections:
            raise LogistikError(
                f"Pemilihan '{name}' tidak ada di audit ini.", hint=f"Yang ada: {', '.join(case.elections)}."
            )
    receipts, moved = tuple(_receipts(Ledger(root), ruleset)), moved_under(moves_of(root), ruleset)
    known = _Known(case, {each[:3]: each for each in rest.report.sources}, receipts, moved)
    last_day = rest.rules.voting_day.value - timedelta(days=1)
    sheets: list[Closed] = []
    uncounted: list[str] = []
    findings: list[Finding] = []
    for election in case.elections:
        for stock in Stock:
            balance = case.balances.get((CITY, election, stock))
            if balance is None or (jenis and election not in jenis):
                continue
            own = [each for each in moved if (each.election, each.origin.stock) == (election, stock)]
            # A stock for a revote that no sheet tells of may lie elsewhere, unless something of it left from here.
            if stock is Stock.REVOTE and balance.received is None and not own:
                uncounted.append(title(election, stock))
                continue
            made = _closed(known, balance)
            sheets.append(made)
            place = next(iter(case.places((CITY, election, stock), Field.RECEIVED)), None)
            clues = _clues(known, balance) if made.difference else []
            bundle = case.rules.elections[election].sheets_per_bundle.value
            cause = cause_of(made.difference, clues, bundle) if made.difference else None
            findings += judge(made, cause, balance.region, place, day, last_day)
    settled = settle(findings, read_choice(Asked(), rest.workspace.office), (), day, ())
    region = case.book.regions.region(CITY)
    audit = rest.entry
    return Closing(region, day, last_day, audit.number, audit.hash, tuple(sheets), tuple(uncounted), settled.findings)


def _receipts(ledger: Ledger, ruleset: str) -> Iterator[Receipt]:
    """Everything that answered letters of the kabupaten/kota, cancelled ones too."""
    entries = ledger.entries(letters.KINDS)
    issued = {each.issued.entry: each.issued for each in letters.known_from(entries).letters}
    for entry, event in ((entry, letters.event_of(entry)) for entry in entries):
        if not isinstance(event, Received):
            continue
        letter = issued[event.letter]
        if letter.region.level is Level.KOTA and letter.ruleset == ruleset:
            yield Receipt(entry.number, letter.election, letter.stock, event.good, event.damaged)


def _closed(known: _Known, balance: Balance) -> Closed:
    """The sheet of a stock with the source of each line."""
    own = [each for each in known.receipts if (each.election, each.stock) == (balance.election, balance.stock)]
    moved = [each for each in known.moved if (each.election, each.origin.stock) == (balance.election, balance.stock)]
    made = closed(balance, sum(each.damaged for each in own), moved)

    def sourced(line: Line) -> Line:
        return line._replace(source=_source(known, balance, line.name, own, moved))

    return made._replace(incoming=tuple(map(sourced, made.incoming)), outgoing=tuple(map(sourced, made.outgoing)))


def _source(known: _Known, balance: Balance, name: Name, receipts: Sequence[Receipt], moved: Sequence[Moved]) -> str:
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


def _cells(known: _Known, balance: Balance, figure: str) -> str:
    """The cells of a figure: of the row of the kabupaten/kota, else of the parts that it is the sum of."""
    cells = list(_places(known, CITY, balance, figure))
    if cells:
        return _joined(cells)
    what = {"received": "Diterima", "good": "Baik"}.get(figure) or TITLES[Name(figure)]
    return f"tidak ada kolom {what}" if balance.received is not None else "belum dihitung"


def _places(known: _Known, key: RegionKey, balance: Balance, figure: str) -> Iterator[str]:
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
    rows = [
        each.row
        for each in case.book.cartons
        if (each.row.election, each.row.stock) == (balance.election, balance.stock)
    ]
    if not rows:
        return ""
    places = listed(list(dict.fromkeys(f"{row.block.file}!{row.block.sheet}" for row in rows)))
    told = [f"{number(len(rows))} koli di {places}"]
    for what, values in (("label", [row.noted for row in rows]), ("hitung", [row.received for row in rows])):
        figures = [value for value in values if value is not None]
        if figures:
            some = f" ({number(len(figures))} koli)" if len(figures) < len(rows) else ""
            told.append(f"{what} {number(sum(figures))} lembar{some}")
    return ", ".join(told)


def _later(known: _Known, balance: Balance, receipts: Sequence[Receipt]) -> str:
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
    places = listed(list(dict.fromkeys(f"{row.block.file}!{row.block.sheet}" for row in rows))) or "daftar pengesetan"
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


def _clues(known: _Known, balance: Balance) -> list[Clue]:
    """Every figure that may be behind a difference, those of packing first."""
    case, election = known.case, balance.election
    damaged = sum(each.damaged for each in known.receipts if (each.election, each.stock) == (election, balance.stock))
    cartons = [
        (each.row.number, each.row.noted, each.row.received)
        for each in case.book.cartons
        if (each.row.election, each.row.stock) == (election, balance.stock)
    ]
    if balance.stock is Stock.REVOTE:
        return [*clues_of(balance, damaged, known.moved, None), *carton_clues(cartons)]
    voters = {RegionKey(*each.kelurahan[:2], each.tps): each.voters for each in case.book.stations}
    stations = [
        (count + case.rules.reserve.rounded_up(count), case.packing.get((key, election), Packed()).sheets)
        for key, count in voters.items()
        if count is not None
    ]
    revote = case.balances.get((CITY, election, Stock.REVOTE))
    own = clues_of(balance, damaged, known.moved, revote.received if revote else None)
    return [*recount_clues(_recounted(case, election)), *packing_clues(stations), *own, *carton_clues(cartons)]


def _recounted(case: Case, election: str) -> list[tuple[str, int, int]]:
    """The TPS whose second count is not the first, with both."""
    return [
        (f"TPS {key.tps} {case.book.regions.names[key.parent]}", row.sheets, row.recounted)
        for (key, of), entries in case.book.packings.items()
        for row in (each.row for each in entries)
        if of == election and row.sheets is not None and row.recounted not in (None, row.sheets)
        if row.recounted is not None
    ]


def paperwork_of(closing: Closing, rest: Rest) -> Paperwork:
    """What the office adds to the balance sheets, from its settings."""
    office = rest.workspace.office
    form = form_of(or_open(office.kantor.nama), office, closing.day, rest.rules, is_city=True)
    fields = (
        ("Nama kantor", office.kantor.nama, "[kantor] nama"),
        ("Nama penandatangan", form.signatory_name, "[surat] penandatangan_nama"),
        ("Nama petugas gudang dan Bawaslu", "", "di neraca"),
    )
    missing = tuple(Missing(what, where) for what, value, where in fields if not value)
    return Paperwork(form, office.kantor.kota or closing.region.kota or "", missing)
