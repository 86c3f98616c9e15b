"""The request: the letters that one region owes its audit."""

import re
from dataclasses import replace
from datetime import date

from logistik.core.balances import Balance
from logistik.core.cartons import OddCarton
from logistik.core.gap import gap
from logistik.core.office import Kantor, Office, Surat
from logistik.core.regions import Region
from logistik.core.report import Report
from logistik.core.rules import RuleSet
from logistik.core.vocabulary import ELECTION_TITLES, Level, Stock
from logistik.core.wording import number
from logistik.documents.model import Adjustment, DamageLine, Form, Letter, Missing, Request, Row, Uncounted
from logistik.documents.words import OPEN, full_day, or_open
from logistik.ledger.chain import Entry
from logistik.services.bases import bases_of
from logistik.services.basis import basis_of, region_of
from logistik.services.view import Wanted, find_region, lies_in, require_elections

ATTACHED = "4 (empat) lampiran"


def make_request(report: Report, office: Office, rules: RuleSet, wanted: Wanted) -> Request:
    """The letters of the kabupaten/kota, or of the kecamatan or kelurahan that is wanted; the audit's hash left open.

    Raises:
        LogistikError: no such region or election in the audit.
    """
    whole = region_of(report)
    region = find_region(report.balances, wanted.kecamatan, wanted.kelurahan) or whole
    balances = [balance for balance in report.balances if balance.region == region]
    elections = list(dict.fromkeys(balance.election for balance in balances))
    require_elections(wanted.jenis, elections)
    letters, uncounted, coming = [], [], 0
    for balance in balances:
        if (wanted.jenis and balance.election not in wanted.jenis) or wanted.stock not in (None, balance.stock):
            continue
        coming += balance.outstanding or 0
        if balance.request is None:
            if balance.stock is Stock.VOTING:
                uncounted.append(_uncounted(balance, report, whole))
        elif balance.request:
            letters.append(_letter(balance, report, office, rules))
        elif balance.polling_stations_without_voters and balance.ordered is None:
            waiting = balance.polling_stations_without_voters
            uncounted.append(replace(_uncounted(balance, report, whole), without_voters=waiting))
    asked = sum(letter.request for letter in letters)
    return Request("", region, tuple(letters), tuple(uncounted), asked, coming)


def resting_on(request: Request, entry: Entry) -> Request:
    """The request with the audit that it rests on, once that is recorded."""
    letters = tuple(
        replace(letter, basis=replace(letter.basis, entry=entry.number, audit=entry.hash)) for letter in request.letters
    )
    return replace(request, audit=entry.hash, letters=letters)


def row_of(balance: Balance) -> Row:
    """The figures of a balance as documents print them."""
    figures = {name: getattr(balance, name) for name in Row.__dataclass_fields__}
    return Row(**figures)


def damage_lines(balance: Balance, report: Report) -> tuple[DamageLine, ...]:
    """The damage of a balance by category and cause, in the order of the sheet's columns."""
    key = balance.region, balance.election, balance.stock
    return tuple(DamageLine(each.kind == "cause", each.name, each.sheets) for each in report.damage if each[:3] == key)


def _below(balance: Balance, report: Report, levels: int = 1) -> list[Balance]:
    """The balances so many levels below, if every one of the first level was counted; else none."""
    depth = balance.region.level.depth
    below = [
        each
        for each in report.balances
        if (each.election, each.stock) == (balance.election, balance.stock)
        and depth < each.region.level.depth <= depth + levels
        and each.region.level is not Level.TPS
        and lies_in(each.region, balance.region)
    ]
    first = [each for each in below if each.region.level.depth == depth + 1]
    return below if first and all(each.request is not None for each in first) else []


def _letter(balance: Balance, report: Report, office: Office, rules: RuleSet) -> Letter:
    is_city = balance.region.level is Level.KOTA
    route = rules.elections[balance.election].route if is_city else rules.kecamatan_route
    parts = _below(balance, report) or [balance]
    request = balance.request or 0
    sender = _filled(route.sender, balance.region, office)
    form = form_of(sender, office, report.as_of, rules, is_city=is_city)
    to_printer = "{penyedia}" in route.recipient
    bases = bases_of(balance.election, office, rules, is_city=is_city, to_printer=to_printer)
    missing = (Missing("Nomor surat", "--number, atau logistik sign"), *bases.missing)
    recipient = _filled(route.recipient, balance.region, office)
    if OPEN in recipient:
        missing += (Missing("Tujuan surat", "[surat] penyedia" if to_printer else "[kantor]"),)
    return Letter(
        election=balance.election,
        title=ELECTION_TITLES[balance.election],
        stock=balance.stock,
        number="",
        day=report.as_of,
        sender=sender,
        recipient=recipient,
        through=_filled(route.through, balance.region, office),
        copies=tuple(_filled(copy, balance.region, office) for copy in route.copies),
        whole=row_of(balance),
        rows=tuple(map(row_of, parts)),
        details=tuple(map(row_of, _below(balance, report, 2) or [balance])),
        adjustments=_adjustments(balance, parts),
        damage=damage_lines(balance, report),
        request=request,
        request_low=balance.request_low,
        movable=sum(part.request or 0 for part in parts) - request,
        provisional=balance.provisional,
        coverable=0 if is_city else _coverable(balance, report),
        net=_net(balance, report),
        bases=bases.texts,
        minutes=bases.minutes,
        form=form,
        basis=basis_of(balance, report, rules, f"{sender} kepada {recipient}"),
        missing=missing + unfilled(form, is_city=is_city),
        odd_cartons=_odd_cartons(balance, report) if is_city else (),
    )


def _odd_cartons(balance: Balance, report: Report) -> tuple[OddCarton, ...]:
    """The cartons of the kabupaten/kota whose count is not what the label says."""
    key = balance.election, balance.stock
    return tuple(odd for each in report.cartons if (each.election, each.stock) == key for odd in each.odd)


def form_of(sender: str, office: Office, day: date, rules: RuleSet, *, is_city: bool) -> Form:
    """The office's own part of a document that `sender` writes; a kecamatan has no fields in `logistik.toml`."""
    kantor = office.kantor if is_city else Kantor(tempat=office.kantor.tempat)
    surat = office.surat if is_city else Surat(sifat=office.surat.sifat, lampiran=office.surat.lampiran)
    return Form(
        head=tuple(line for line in (sender.upper() if sender.strip(".") else OPEN, kantor.alamat) if line),
        place=kantor.tempat,
        signatory=surat.penandatangan_jabatan or f"Ketua {sender}",
        signatory_name=surat.penandatangan_nama,
        classification=surat.sifat or _urgency(day, rules),
        attachments=surat.lampiran or ATTACHED,
        delivery=(
            ("Tempat pengiriman", surat.tempat_pengiriman),
            ("Paling lambat", full_day(surat.paling_lambat) if surat.paling_lambat else ""),
            ("Narahubung", surat.narahubung),
        ),
        paper=office.surat.kertas,
    )


def unfilled(form: Form, *, is_city: bool) -> tuple[Missing, ...]:
    """The fields of a form that stay dotted lines, and where a city's office fills them in."""
    fields = [
        ("Tempat surat", form.place, "[kantor] tempat"),
        ("Nama penandatangan", form.signatory_name, "[surat] penandatangan_nama"),
    ]
    keys = ("tempat_pengiriman", "paling_lambat", "narahubung")
    fields += [(label, value, f"[surat] {key}") for (label, value), key in zip(form.delivery, keys, strict=True)]
    return tuple(Missing(what, where if is_city else "di surat") for what, value, where in fields if not value)


def _adjustments(whole: Balance, parts: list[Balance]) -> tuple[Adjustment, ...]:
    """What makes the request differ from the sum of the rows, each with a row of its own in the table."""
    asked, moved, above, undivided = gap(whole, parts)
    found = []
    if asked:
        found.append(
            Adjustment(
                "Sudah diminta/datang",
                -asked,
                f"{number(asked)} lembar sudah diminta atau sudah datang untuk seluruh wilayah dan belum dibagi.",
            )
        )
    if moved:
        found.append(
            Adjustment(
                "Ditutup antarwilayah",
                -moved,
                f"Permintaan menurut wilayah berjumlah {number(moved)} lembar lebih banyak daripada ini; "
                "selisihnya ditutup dengan memindahkan kelebihan antarwilayah.",
            )
        )
    if above:
        found.append(
            Adjustment(
                "Di atas ketetapan",
                -above,
                f"Kebutuhan menurut wilayah berjumlah {number(above)} lembar di atas jumlah yang ditetapkan; "
                "bagian itu tidak diminta dan perlu keputusan baru.",
            )
        )
    if undivided:
        found.append(
            Adjustment(
                "Belum dibagi",
                undivided,
                f"{number(undivided)} lembar dari jumlah yang ditetapkan belum dibagi ke wilayah.",
            )
        )
    return tuple(found)


def _urgency(day: date, rules: RuleSet) -> str:
    if day >= rules.urgent_from.value:
        return "Sangat Segera"
    return "Segera" if day >= rules.warn_from.value else "Biasa"


def _city(balance: Balance, report: Report) -> Balance:
    """The balance of the kabupaten/kota for the same election and stock."""
    return next(
        each
        for each in report.balances
        if each.region.level is Level.KOTA and (each.election, each.stock) == (balance.election, balance.stock)
    )


def _net(balance: Balance, report: Report) -> int | None:
    """What the kabupaten/kota lacks in all, in sheets: what it still asks for and what it already asked for.

    None where that is not known: it was not counted, or TPS without voters make it a lower bound.
    """
    city = _city(balance, report)
    if city.request is None or city.polling_stations_without_voters:
        return None
    return city.request + (city.outstanding or 0)


def _coverable(balance: Balance, report: Report) -> int:
    """Sheets of a kecamatan's request that exceed the city's net need, as far as surplus elsewhere covers them."""
    elsewhere = sum(
        each.surplus or 0
        for each in report.balances
        if (each.election, each.stock) == (balance.election, balance.stock)
        and each.region.level is balance.region.level
        and each.region != balance.region
    )
    net = _net(balance, report)
    return 0 if net is None else min(elsewhere, max(0, (balance.request or 0) - net))


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
    return Uncounted(
        election=balance.election,
        title=ELECTION_TITLES[balance.election],
        required=balance.required,
        voters=balance.voters,
        polling_stations=balance.polling_stations,
        city=row_of(_city(balance, report)) if balance.region != whole else None,
        has_parts=balance.region.level is not Level.KELURAHAN,
    )
