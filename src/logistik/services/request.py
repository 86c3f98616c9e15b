"""The request: the letters that one region owes its audit."""

import re
from datetime import date

from logistik.core.balances import Balance
from logistik.core.errors import LogistikError
from logistik.core.office import Dasar, Office
from logistik.core.regions import Region
from logistik.core.report import Report
from logistik.core.rules import RuleSet
from logistik.core.vocabulary import ELECTION_TITLES, Level, Stock
from logistik.documents.model import Letter, Request, Row, Uncounted
from logistik.documents.words import OPEN, long_day, or_open
from logistik.services.view import Wanted, find_region, lies_in


def make_request(report: Report, office: Office, rules: RuleSet, wanted: Wanted) -> Request:
    """The letters of the kabupaten/kota, or of the kecamatan or kelurahan that is wanted; the audit's hash left open.

    Raises:
        LogistikError: no such region or election in the audit.
    """
    whole = next(each.region for each in report.balances if each.region.level is Level.KOTA)
    region = find_region(report.balances, wanted.kecamatan, wanted.kelurahan) or whole
    balances = [balance for balance in report.balances if balance.region == region]
    elections = list(dict.fromkeys(balance.election for balance in balances))
    for name in wanted.jenis:
        if name not in elections:
            raise LogistikError(
                f"Pemilihan '{name}' tidak ada di audit ini.", hint=f"Yang ada: {', '.join(elections)}."
            )
    letters, uncounted = [], []
    for balance in balances:
        if wanted.jenis and balance.election not in wanted.jenis:
            continue
        if balance.request is None:
            if balance.stock is Stock.VOTING:
                uncounted.append(_uncounted(balance, report, whole))
        elif balance.request:
            letters.append(_letter(balance, report, office, rules))
    return Request("", region, tuple(letters), tuple(uncounted), sum(letter.request for letter in letters))


def _row(balance: Balance) -> Row:
    return Row(
        region=balance.region,
        required=balance.required,
        ordered=balance.ordered,
        base=balance.base,
        received=balance.received,
        good=balance.good,
        damaged=balance.damaged,
        swapped=balance.swapped,
        unsorted=balance.unsorted,
        later=balance.later,
        outstanding=balance.outstanding,
        short=balance.short,
        surplus=balance.surplus,
        request=balance.request,
    )


def _parts(balance: Balance, report: Report) -> list[Balance]:
    """The balances one level below, if every one of them was counted; else none."""
    below = [
        each
        for each in report.balances
        if (each.election, each.stock) == (balance.election, balance.stock)
        and each.region.level.depth == balance.region.level.depth + 1
        and each.region.level is not Level.TPS
        and lies_in(each.region, balance.region)
    ]
    return below if below and all(each.request is not None for each in below) else []


def _letter(balance: Balance, report: Report, office: Office, rules: RuleSet) -> Letter:
    is_city = balance.region.level is Level.KOTA
    route = rules.elections[balance.election].route if is_city else rules.kecamatan_route
    rows = tuple(_row(each) for each in _parts(balance, report) or [balance])
    request = balance.request or 0
    sender = _filled(route.sender, balance.region, office)
    surat, kantor = office.surat, office.kantor
    delivery = (
        ("Tempat pengiriman", surat.tempat_pengiriman),
        ("Paling lambat", long_day(surat.paling_lambat) if surat.paling_lambat else ""),
        ("Narahubung", surat.narahubung),
    )
    return Letter(
        election=balance.election,
        title=ELECTION_TITLES[balance.election],
        stock=balance.stock,
        sender=sender,
        recipient=_filled(route.recipient, balance.region, office),
        through=_filled(route.through, balance.region, office),
        copies=tuple(_filled(copy, balance.region, office) for copy in route.copies),
        whole=_row(balance),
        rows=rows,
        request=request,
        request_low=balance.request_low,
        movable=sum(row.request or 0 for row in rows) - request,
        provisional=balance.provisional,
        coverable=0 if is_city else _coverable(balance, report),
        bases=_bases(balance.election, office, rules),
        head=_head(sender, kantor.alamat if is_city else ""),
        place=kantor.tempat,
        day=report.as_of,
        classification=surat.sifat or _urgency(report.as_of, rules),
        attachments=surat.lampiran,
        signatory=_signatory(office, is_city=is_city, sender=sender),
        signatory_name=surat.penandatangan_nama if is_city else "",
        delivery=tuple(pair for pair in delivery if pair[1]) if is_city else (),
    )


def _head(sender: str, address: str) -> tuple[str, ...]:
    return tuple(line for line in (sender.upper() if sender.strip(".") else OPEN, address) if line)


def _signatory(office: Office, *, is_city: bool, sender: str) -> str:
    if is_city and office.surat.penandatangan_jabatan:
        return office.surat.penandatangan_jabatan
    return f"Ketua {sender}"


def _urgency(day: date, rules: RuleSet) -> str:
    if day >= rules.urgent_from.value:
        return "Sangat Segera"
    return "Segera" if day >= rules.warn_from.value else "Biasa"


def _coverable(balance: Balance, report: Report) -> int:
    """Sheets of a kecamatan's request that exceed the city's net request, as far as surplus elsewhere covers them."""
    same = [each for each in report.balances if (each.election, each.stock) == (balance.election, balance.stock)]
    net = next((each.request for each in same if each.region.level is Level.KOTA), None)
    elsewhere = sum(
        each.surplus or 0
        for each in same
        if each.region.level is balance.region.level and each.region != balance.region
    )
    return 0 if net is None else min(elsewhere, max(0, (balance.request or 0) - net))


def _bases(election: str, office: Office, rules: RuleSet) -> tuple[str, ...]:
    """Confirmed law, then the office's own decisions and contracts; nothing that is only assumed."""
    laws = [basis.text for basis in rules.legal_bases if basis.status == "confirmed"]
    own = [_document(each) for each in office.dasar if each.pemilihan in ("", election)]
    missing = [] if own else [f"Keputusan penetapan jumlah surat suara Nomor {OPEN} tanggal {OPEN}"]
    return tuple(f"{text};" for text in (*laws, *own, *missing))


def _document(basis: Dasar) -> str:
    day = long_day(basis.tanggal) if basis.tanggal else OPEN
    return f"{basis.uraian} Nomor {or_open(basis.nomor)} tanggal {day}"


def _filled(template: str, region: Region, office: Office) -> str:
    """A route's words with the office's names; what is not configured is a dotted line."""
    names = {
        "kantor": office.kantor.nama,
        "kota": office.kantor.kota or region.kota or "",
        "provinsi": office.kantor.provinsi or region.provinsi or "",
        "kecamatan": region.kecamatan or "",
        "penyedia": office.surat.penyedia,
    }
    return re.sub(r"\{(\w+)\}", lambda found: or_open(names.get(found[1], "")), template)


def _uncounted(balance: Balance, report: Report, whole: Region) -> Uncounted:
    city = next(
        each
        for each in report.balances
        if each.region == whole and (each.election, each.stock) == (balance.election, balance.stock)
    )
    return Uncounted(
        election=balance.election,
        title=ELECTION_TITLES[balance.election],
        required=balance.required,
        voters=balance.voters,
        polling_stations=balance.polling_stations,
        city=_row(city) if balance.region != whole else None,
        has_parts=balance.region.level is not Level.KELURAHAN,
    )
