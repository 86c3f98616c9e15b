"""Minutes out of the last audit: of sorting, of a handover to each kecamatan, of destruction."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.counts import add
from logistik.core.errors import LogistikError
from logistik.core.movements import Moved, Origin, remaining, taken
from logistik.core.regions import Region
from logistik.core.report import Report
from logistik.core.vocabulary import ELECTION_TITLES, FIGURE_TITLES, Level, Stock
from logistik.core.wording import number
from logistik.documents.destruction import LAW
from logistik.documents.minutes import is_sealed, stock_name
from logistik.documents.minutes_model import Counted, Leaving, Minutes, MinutesKind, Needed
from logistik.documents.model import Missing
from logistik.documents.words import or_open
from logistik.services.basis import region_of
from logistik.services.letters import came_damaged, letters_of
from logistik.services.movements import moved_under, moves_of
from logistik.services.request import damage_lines, form_of, row_of
from logistik.services.rest import Rest
from logistik.services.view import Wanted, find_region, lies_in, require_elections


class Filled(NamedTuple):
    """What the command says beside the figures; without a day it is that of the audit, or the one before voting."""

    day: date | None = None
    number: str = ""


def make_minutes(kind: MinutesKind, rest: Rest, wanted: Wanted, filled: Filled) -> tuple[Minutes, ...]:
    """The minutes: one, or for a handover one for each kecamatan that is wanted.

    Raises:
        LogistikError: a region or an election that the audit does not have, or a wish that the kind does not know.
    """
    report = rest.report
    region = find_region(report.balances, wanted.kecamatan, None)
    balances = _of(wanted.jenis, report)
    if kind is MinutesKind.HANDOVER:
        return _handovers(rest, balances, region, filled)
    if kind is MinutesKind.DESTRUCTION:
        if region is not None:
            raise LogistikError(
                "Pemusnahan dilakukan untuk seluruh kabupaten/kota, bukan per kecamatan.", hint="Hapus --kecamatan."
            )
        return (_destruction(rest, balances, filled),)
    return (_sorting(rest, balances, region or region_of(report), filled),)


def _of(jenis: Sequence[str], report: Report) -> list[Balance]:
    present = list(dict.fromkeys(balance.election for balance in report.balances))
    require_elections(jenis, present)
    return [balance for balance in report.balances if not jenis or balance.election in jenis]


def _sorting(rest: Rest, balances: Sequence[Balance], region: Region, filled: Filled) -> Minutes:
    own = [each for each in balances if each.region == region]
    # A revote stock that no sheet tells of may lie elsewhere; that it was sorted here would be invented.
    left_out = [each for each in own if each.stock is Stock.REVOTE and each.received is None]
    counted = [each for each in own if each not in left_out]
    rows = tuple(
        Counted(
            each.election,
            ELECTION_TITLES[each.election],
            each.stock,
            row_of(each),
            damage_lines(each, rest.report),
            is_sealed(each.stock, row_of(each)),
        )
        for each in counted
    )
    made = _minutes(MinutesKind.SORTING, rest, region, filled, _doubts(counted, _SORTED))
    return replace(made, counted=rows, uncounted=tuple(map(_title, left_out)))


def _handovers(rest: Rest, balances: Sequence[Balance], wanted: Region | None, filled: Filled) -> tuple[Minutes, ...]:
    regions = [wanted] if wanted else list(dict.fromkeys(_kecamatan(balances)))
    if filled.number and len(regions) > 1:
        raise LogistikError(
            "--number untuk beberapa kecamatan: setiap berita acara punya nomor sendiri.",
            hint="Sebutkan juga --kecamatan.",
        )
    taken: set[str] = set()
    return tuple(_handover(rest, balances, region, filled, taken) for region in regions)


def _kecamatan(balances: Iterable[Balance]) -> Iterable[Region]:
    return (each.region for each in balances if each.region.level is Level.KECAMATAN)


def _handover(rest: Rest, balances: Sequence[Balance], region: Region, filled: Filled, taken: set[str]) -> Minutes:
    own = [
        each
        for each in balances
        if each.stock is Stock.VOTING and each.region.level is not Level.TPS and lies_in(each.region, region)
        if each.region.level.depth >= region.level.depth
    ]
    needed = tuple(
        Needed(
            each.election,
            ELECTION_TITLES[each.election],
            each.region,
            each.polling_stations,
            each.voters,
            each.reserve,
            each.required,
            None if each.polling_stations_not_packed else each.packed,
        )
        for each in own
    )
    wholes = [each for each in own if each.region == region]
    is_packed = any(each.packed is not None for each in wholes)
    doubts = dict.fromkeys(said for each in wholes for said in (_without_voters(each), _not_packed(each)))
    made = _minutes(MinutesKind.HANDOVER, rest, region, filled, tuple(filter(None, doubts)))
    by_hand = "Jumlah koli dan kotak" if is_packed else "Jumlah yang diserahkan, koli, dan kotak"
    missing = (*made.missing, Missing(by_hand, "di berita acara, setelah pengesetan"))
    name = slug(region.name or "kecamatan", taken)
    return replace(made, needed=needed, missing=missing, name=f"{made.kind.value}-{name}", is_packed=is_packed)


def _destruction(rest: Rest, balances: Sequence[Balance], filled: Filled) -> Minutes:
    city = region_of(rest.report)
    own = [each for each in balances if each.region == city and each.stock is Stock.VOTING]
    root, ruleset = rest.workspace.root, rest.report.ruleset
    letters, moved = letters_of(root), moved_under(moves_of(root), ruleset)
    leaving = tuple(
        Leaving(
            election=each.election,
            title=ELECTION_TITLES[each.election],
            is_ordered=each.ordered is not None,
            base=each.base,
            good=each.good,
            later=each.later,
            surplus=each.surplus,
            damaged=each.damaged,
            swapped=each.swapped,
            later_damaged=came_damaged(letters, each, ruleset),
            outstanding=each.outstanding,
            gone=tuple(gone for gone in moved if (gone.election, gone.origin.stock) == (each.election, each.stock)),
        )
        for each in own
    )
    doubts = (*_doubts(own, _DESTROYED), *map(_beyond, filter(_is_beyond, leaving)))
    day = filled.day or rest.rules.voting_day.value - timedelta(days=1)
    made = _minutes(MinutesKind.DESTRUCTION, rest, city, filled._replace(day=day), doubts)
    laws = (LAW,) if rest.rules.regional else ()
    missing = (*made.missing, Missing("Cara dan waktu pemusnahan, saksi lain", "di berita acara"))
    kept = tuple(
        f"{_title(each)} {number(remaining(each.received, _revote_gone(moved, each)) or 0)} lembar"
        for each in balances
        if each.stock is Stock.REVOTE and each.received is not None
    )
    return replace(made, leaving=leaving, laws=laws, missing=missing, kept=kept)


def _revote_gone(moved: Sequence[Moved], balance: Balance) -> int:
    return taken([each for each in moved if each.election == balance.election], origin=Origin.PSU)


def _is_beyond(leaving: Leaving) -> bool:
    """Whether more is recorded as gone than was counted."""
    there = {
        Origin.SURPLUS: leaving.surplus,
        Origin.DAMAGED: add(leaving.damaged, leaving.later_damaged),
        Origin.SWAPPED: leaving.swapped,
    }
    return any(sheets is not None and taken(leaving.gone, origin=origin) > sheets for origin, sheets in there.items())


def _beyond(leaving: Leaving) -> str:
    return f"{leaving.title}: yang tercatat keluar lebih banyak daripada yang dihitung"


def _minutes(kind: MinutesKind, rest: Rest, region: Region, filled: Filled, doubts: tuple[str, ...]) -> Minutes:
    day = filled.day or rest.report.as_of
    form = form_of(or_open(rest.workspace.office.kantor.nama), rest.workspace.office, day, rest.rules, is_city=True)
    fields = (
        ("Nama kantor", rest.workspace.office.kantor.nama, "[kantor] nama"),
        ("Nomor berita acara", filled.number, "--number"),
        ("Tempat kegiatan", "", "di berita acara"),
        ("Nama penandatangan (ketua, anggota, atau sekretaris)", form.signatory_name, "[surat] penandatangan_nama"),
        ("Nama saksi Bawaslu dan Kepolisian", "", "di berita acara"),
    )
    return Minutes(
        kind=kind,
        region=region,
        name=kind.value,
        number=filled.number,
        day=day,
        as_of=rest.report.as_of,
        form=form,
        city=rest.workspace.office.kantor.kota or region.kota or "",
        entry=rest.entry.number,
        audit=rest.entry.hash,
        doubts=doubts,
        missing=tuple(Missing(what, where) for what, value, where in fields if not value),
    )


_SORTED = ("received", "good", "damaged", "swapped")
_DESTROYED = ("good", "damaged", "swapped", "later", "surplus")


def _doubts(balances: Sequence[Balance], figures: Sequence[str]) -> tuple[str, ...]:
    """Why figures may still change: what is not known, not sorted, or rests on TPS without voters."""
    found = []
    for each in balances:
        is_left = each.stock is Stock.REVOTE and is_sealed(each.stock, row_of(each))
        unknown = [FIGURE_TITLES[name].lower() for name in figures if getattr(each, name) is None]
        if unknown and not is_left:
            found.append(f"{_title(each)}: {', '.join(unknown)} belum diketahui")
        if each.unsorted and not is_left:
            found.append(f"{_title(each)}: {number(each.unsorted)} lembar belum disortir")
        found.append(_without_voters(each))
    return tuple(filter(None, found))


def _without_voters(balance: Balance) -> str:
    missing = balance.polling_stations_without_voters
    if balance.stock is Stock.REVOTE or not missing:
        return ""
    return f"{_title(balance)}: {number(missing)} TPS tanpa jumlah pemilih, kebutuhannya batas bawah"


def _not_packed(balance: Balance) -> str:
    waiting = balance.polling_stations_not_packed
    return f"{_title(balance)}: {number(waiting)} TPS belum dikemas" if waiting else ""


def _title(balance: Balance) -> str:
    return stock_name(ELECTION_TITLES[balance.election], balance.stock)


def slug(name: str, taken: set[str]) -> str:
    """A name as a part of a file's name: letters, figures and hyphens only, and none twice."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:60] or "kecamatan"
    found, at = plain, 1
    while found in taken:
        at += 1
        found = f"{plain}-{at}"
    taken.add(found)
    return found
