"""Closing the balance of a warehouse: the figures of an audit, what left by minutes, and what is wrong with them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from logistik.checks.boxes import named, stations
from logistik.checks.cartons import cartons_of
from logistik.checks.case import Case, title
from logistik.checks.closing import judge
from logistik.core.balances import Balance
from logistik.core.choice import Asked
from logistik.core.closing import Closed, Closing, Line, closed
from logistik.core.closing_causes import Clue, carton_clues, cause_of, clues_of, packing_clues, recount_clues
from logistik.core.correspondence import Received
from logistik.core.findings import Finding
from logistik.core.movements import out_of
from logistik.core.packing import Packed
from logistik.core.regions import CITY
from logistik.core.vocabulary import Field, Level, Stock
from logistik.documents.closing import Paperwork
from logistik.documents.model import Missing
from logistik.documents.words import or_open
from logistik.ledger.store import Ledger
from logistik.services import letters
from logistik.services.choice import read_choice, settle
from logistik.services.closing_sources import Known, Receipt, source_of
from logistik.services.ground import Ground
from logistik.services.movements import moved_under, moves_of
from logistik.services.request import form_of
from logistik.services.rest import Rest
from logistik.services.view import require_elections


def make_closing(ground: Ground, jenis: Sequence[str], day: date) -> Closing:
    """The balance sheets of all elections, or of those that are wanted, on a day.

    Raises:
        LogistikError: an election that the audit does not have, or the ledger cannot be used.
    """
    rest, case = ground
    root, ruleset = rest.workspace.root, rest.report.ruleset
    require_elections(jenis, case.elections)
    receipts, moved = tuple(_receipts(Ledger(root), ruleset)), moved_under(moves_of(root), ruleset)
    known = Known(case, {each[:3]: each for each in rest.report.sources}, receipts, moved)
    last_day = rest.rules.voting_day.value - timedelta(days=1)
    sheets: list[Closed] = []
    uncounted: list[str] = []
    findings: list[Finding] = []
    for election in case.elections:
        for stock in Stock:
            balance = case.balances.get((CITY, election, stock))
            if balance is None or (jenis and election not in jenis):
                continue
            # A stock for a revote that no sheet tells of may lie elsewhere, unless something of it left from here.
            if stock is Stock.REVOTE and balance.received is None and not out_of(moved, election, stock):
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


def _closed(known: Known, balance: Balance) -> Closed:
    """The sheet of a stock with the source of each line."""
    own = [each for each in known.receipts if (each.election, each.stock) == (balance.election, balance.stock)]
    moved = out_of(known.moved, balance.election, balance.stock)
    made = closed(balance, sum(each.damaged for each in own), moved)

    def sourced(line: Line) -> Line:
        return line._replace(source=source_of(known, balance, line.name, own, moved))

    return made._replace(incoming=tuple(map(sourced, made.incoming)), outgoing=tuple(map(sourced, made.outgoing)))


def _clues(known: Known, balance: Balance) -> list[Clue]:
    """Every figure that may be behind a difference, those of packing first."""
    case, election = known.case, balance.election
    damaged = sum(each.damaged for each in known.receipts if (each.election, each.stock) == (election, balance.stock))
    own_cartons = cartons_of(case).get((election, balance.stock), ())
    cartons = [(row.number, row.noted, row.received) for row in own_cartons]
    if balance.stock is Stock.REVOTE:
        return [*clues_of(balance, damaged, known.moved, None), *carton_clues(cartons)]
    packed = [
        (each.required, case.packing.get((each.key, election), Packed()).sheets)
        for each in stations(case).values()
        if each.required is not None
    ]
    revote = case.balances.get((CITY, election, Stock.REVOTE))
    own = clues_of(balance, damaged, known.moved, revote.received if revote else None)
    return [*recount_clues(_recounted(case, election)), *packing_clues(packed), *own, *carton_clues(cartons)]


def _recounted(case: Case, election: str) -> list[tuple[str, int, int]]:
    """The TPS whose second count is not the first, with both."""
    return [
        (named(case, key), each.row.counts[0], each.row.counts[1])
        for (key, of), entries in case.book.packings.items()
        for each in entries
        if of == election and each.row.is_contested
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
