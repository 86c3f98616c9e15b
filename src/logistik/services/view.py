"""The part of a report that the user asked to see: one kecamatan, one election, one level."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.errors import LogistikError
from logistik.core.findings import Finding
from logistik.core.regions import Region
from logistik.core.report import Report, summarise
from logistik.core.vocabulary import Level, Stock
from logistik.core.wording import slug
from logistik.ingest.names import region_key


class Wanted(NamedTuple):
    """What to show; empty or None is everything."""

    kecamatan: str | None = None
    kelurahan: str | None = None
    jenis: tuple[str, ...] = ()
    level: Level | None = None
    stock: Stock | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.kecamatan or self.kelurahan or self.jenis or self.level)


def find_region(balances: Sequence[Balance], kecamatan: str | None, kelurahan: str | None) -> Region | None:
    """The region that the names mean (`balikpapan-kota`, `Kec. Balikpapan Kota`); None for the whole.

    Raises:
        LogistikError: no such region, with the nearest name, or a kelurahan that several kecamatan have.
    """
    if not kecamatan and not kelurahan:
        return None
    around = find_region(balances, kecamatan, None) if kecamatan and kelurahan else None
    level = Level.KELURAHAN if kelurahan else Level.KECAMATAN
    regions = {balance.region: None for balance in balances if balance.region.level is level}
    name = kelurahan or kecamatan or ""
    wanted = region_key(name, level.value)
    named = [region for region in regions if region_key(region.name or "", level.value) == wanted]
    found = [region for region in named if around is None or lies_in(region, around)]
    if named and not found:
        there = ", ".join(str(region.kecamatan) for region in named)
        raise LogistikError(f"Kelurahan '{name}' tidak ada di Kecamatan {around}.", hint=f"Adanya di {there}.")
    if len(found) > 1:
        names = ", ".join(str(region.kecamatan) for region in found)
        raise LogistikError(
            f"Kelurahan '{name}' ada di beberapa kecamatan: {names}.", hint="Sebutkan juga --kecamatan."
        )
    if not found:
        slugs = [slug(region.name or "") for region in regions]
        near = get_close_matches(slug(name), slugs, n=1)
        if kecamatan and not kelurahan and _is_city(balances, name):
            raise LogistikError(f"'{name}' adalah kabupaten/kota, bukan kecamatan.", hint="Hapus pilihan --kecamatan.")
        hint = f"Mungkin maksud Anda {near[0]}." if near else f"Yang ada: {', '.join(slugs[:12])}."
        raise LogistikError(f"{level.value.capitalize()} '{name}' tidak ada di DPT.", hint=hint)
    return found[0]


def _is_city(balances: Sequence[Balance], name: str) -> bool:
    """Whether a name is that of the kabupaten/kota itself: Kota Balikpapan, not Balikpapan Kota."""
    return any(
        balance.region.kota and region_key(balance.region.kota, "kota") == region_key(name, "kota")
        for balance in balances
    )


def lies_in(region: Region, whole: Region) -> bool:
    """Whether a region is `whole` or a part of it."""
    if whole.level is Level.KECAMATAN:
        return region.kecamatan == whole.kecamatan
    if whole.level is Level.KELURAHAN:
        return (region.kecamatan, region.kelurahan) == (whole.kecamatan, whole.kelurahan)
    return True


def _concerns(region: Region, wanted: Region) -> bool:
    """Whether a finding on `region` matters to `wanted`: it lies there, or is the kecamatan around it."""
    return lies_in(region, wanted) or (region.level is Level.KECAMATAN and lies_in(wanted, region))


def require_elections(wanted: Sequence[str], present: Sequence[str]) -> None:
    """LogistikError for an election that an audit does not have, with those that it has."""
    for name in wanted:
        if name not in present:
            raise LogistikError(f"Pemilihan '{name}' tidak ada di audit ini.", hint=f"Yang ada: {', '.join(present)}.")


def narrow(report: Report, wanted: Wanted) -> Report:
    """The report with only what is wanted. Findings without a region concern the files and stay.

    Raises:
        LogistikError: a region or an election that the report does not have.
    """
    if wanted.is_everything:
        return report
    region = find_region(report.balances, wanted.kecamatan, wanted.kelurahan)
    present = list(dict.fromkeys(balance.election for balance in report.balances))
    require_elections(wanted.jenis, present)
    deepest = wanted.level.depth if wanted.level else Level.TPS.depth
    balances = tuple(
        balance
        for balance in report.balances
        if (region is None or lies_in(balance.region, region))
        and (not wanted.jenis or balance.election in wanted.jenis)
        and (balance.region.level.depth <= deepest or (region is not None and balance.region == region))
    )

    def is_meant(finding: Finding) -> bool:
        here = region is None or finding.region is None or _concerns(finding.region, region)
        return here and (not wanted.jenis or finding.election in (None, *wanted.jenis))

    findings = tuple(filter(is_meant, report.findings))
    set_aside = tuple(each for each in report.set_aside if is_meant(each.finding))
    cartons = tuple(
        each for each in report.cartons if region is None and (not wanted.jenis or each.election in wanted.jenis)
    )
    options = dict(report.options) | {
        "kecamatan": wanted.kecamatan,
        "kelurahan": wanted.kelurahan,
        "jenis": list(wanted.jenis),
        "level": wanted.level.value if wanted.level else report.options.get("level"),
    }
    summary = summarise(balances, findings)
    return report._replace(
        balances=balances, findings=findings, options=options, summary=summary, set_aside=set_aside, cartons=cartons
    )
