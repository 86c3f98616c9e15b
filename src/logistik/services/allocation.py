"""The packing list of an audit, before packing: what each TPS of the region wanted is to get."""

from collections import Counter
from collections.abc import Iterator, Sequence

from logistik.checks.case import Case
from logistik.core.allocation import Portion, Portions, allocate, portions_of
from logistik.core.errors import LogistikError
from logistik.core.regions import CITY, Region, RegionKey
from logistik.core.vocabulary import ELECTION_TITLES, Stock
from logistik.core.wording import number
from logistik.documents.allocation_model import Allocation, Allotted, Share
from logistik.documents.model import Rule
from logistik.services.basis import region_of
from logistik.services.ground import Ground
from logistik.services.view import Wanted, find_region, lies_in, require_elections


def make_allocation(ground: Ground, wanted: Wanted) -> Allocation:
    """The plan of every election wanted. The whole stock is shared; `wanted` says whose part of it is listed.

    Raises:
        LogistikError: a region or an election that the audit does not have, or bundles of no sheets.
    """
    rest, case = ground
    require_elections(wanted.jenis, case.elections)
    region = find_region(rest.report.balances, wanted.kecamatan, wanted.kelurahan) or region_of(rest.report)
    stations = [(each.key, each.voters) for each in case.book.stations]
    elections = [each for each in case.elections if not wanted.jenis or each in wanted.jenis]
    return Allocation(
        region=region,
        office=rest.workspace.office.kantor.nama,
        paper=rest.workspace.office.surat.kertas,
        as_of=rest.report.as_of,
        entry=rest.entry.number,
        audit=rest.entry.hash,
        elections=tuple(_allotted(election, ground, stations, region) for election in elections),
        twice=tuple(_twice(case, region)),
    )


def _allotted(
    election: str, ground: Ground, stations: Sequence[tuple[RegionKey, int | None]], wanted: Region
) -> Allotted:
    case = ground.case
    rule = case.rules.elections[election].sheets_per_bundle
    if not rule.value:
        raise LogistikError(
            f"elections.{election}.sheets_per_bundle: isi satu ikat tidak boleh 0 lembar.",
            hint="Perbaiki [aturan] di logistik.toml.",
        )
    balance = case.balances[CITY, election, Stock.VOTING]
    stock = ground.usable(election)
    portions = allocate(stations, case.rules.reserve, stock, rule.value)
    sums = portions_of(portions)
    by_kelurahan: dict[RegionKey, list[Portion]] = {}
    for portion in portions:
        by_kelurahan.setdefault(portion.station.parent, []).append(portion)
    shares = []
    for key in case.book.regions.walk():
        if key in sums:
            shares.append(_of_region(case.book.regions.region(key), sums[key], is_counted=stock is not None))
        for portion in sorted(by_kelurahan.get(key, ()), key=lambda each: int(each.station.tps)):
            shares.append(_of_station(case.book.regions.region(portion.station), portion, is_counted=stock is not None))
    return Allotted(
        election=election,
        title=ELECTION_TITLES[election],
        bundle=rule.value,
        rule=Rule(rule.label, number(rule.value), rule.basis, rule.status),
        stock=stock,
        later=balance.later,
        unsorted=balance.unsorted,
        whose=case.book.regions.region(CITY),
        city=sums[CITY],
        shares=tuple(share for share in shares if lies_in(share.region, wanted)),
    )


def _of_region(region: Region, own: Portions, *, is_counted: bool) -> Share:
    return Share(region, **own._asdict(), short=own.short if is_counted else None)


def _of_station(region: Region, own: Portion, *, is_counted: bool) -> Share:
    _, voters, reserve, sheets, bundles, loose = own
    is_known = voters is not None
    short = (voters or 0) + (reserve or 0) - (sheets or 0) if is_known and is_counted else None
    return Share(region, 1, int(not is_known), voters, reserve, sheets, bundles, loose, short)


def _twice(case: Case, wanted: Region) -> Iterator[Region]:
    """TPS of the region wanted that the voter list gives two different counts for; each count has a row of its own."""
    found = Counter(each.key for each in case.book.stations)
    regions = (case.book.regions.region(key) for key, rows in found.items() if rows > 1)
    return (region for region in regions if lies_in(region, wanted))
