"""What was packed, for people: per region, or TPS by TPS with the worst first."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.layout import Column, Line, paragraph, table
from logistik.core.regions import Region
from logistik.core.report import Report
from logistik.core.vocabulary import LEVEL_TITLES, Level, Stock
from logistik.core.wording import listed, number
from logistik.render.shown import Shown
from logistik.render.words import known, short_title

_SIDE_BY_SIDE = 3
"""So many elections stand beside each other in one table; of more, each has a table of its own."""


def has_packing(report: Report) -> bool:
    """Whether a packing list was read."""
    return any(balance.polling_stations_not_packed is not None for balance in report.balances)


def packed(report: Report, shown: Shown) -> list[Line]:
    """The tables of packing; none where no packing list was read."""
    if not has_packing(report):
        return []
    voting = [balance for balance in report.balances if balance.stock is Stock.VOTING]
    elections = list(dict.fromkeys(balance.election for balance in voting))
    together = [elections] if len(elections) <= _SIDE_BY_SIDE else [[election] for election in elections]
    lines: list[Line] = []
    for group in together:
        names = listed([short_title(election) for election in group])
        own = [balance for balance in voting if balance.election in group]
        lines += [[], [(f"Pengesetan: {names}", "title")]]
        if _is_untouched(own):
            lines += paragraph("Belum ada TPS yang dikemas.", shown.width)
            continue
        stations = _by_region([balance for balance in own if balance.region.level is Level.TPS])
        lines += _stations(stations, group, shown.width) if stations else _regions(own, group, shown)
    return lines


def _is_untouched(balances: Sequence[Balance]) -> bool:
    """Whether nothing was packed yet for any TPS."""
    return all(
        balance.packed is None if balance.region.level is Level.TPS
        else balance.polling_stations_not_packed == balance.polling_stations
        for balance in balances
    )  # fmt: skip


def _by_region(balances: Sequence[Balance]) -> dict[Region, list[Balance]]:
    found: dict[Region, list[Balance]] = {}
    for balance in balances:
        found.setdefault(balance.region, []).append(balance)
    return found


def _regions(balances: Sequence[Balance], elections: Sequence[str], shown: Shown) -> list[Line]:
    """A row a region below the largest one shown, or of the level asked for, and the largest as the total."""
    highest = min(balance.region.level.depth for balance in balances)
    top = [balance for balance in balances if balance.region.level.depth == highest]
    below = {balance.region.level for balance in balances} - {top[0].region.level, Level.TPS}
    wanted = shown.level if shown.level in below else min(below, key=lambda level: level.depth, default=None)
    rows = _by_region([balance for balance in balances if balance.region.level is wanted])
    totals = _by_region(top)
    head = Column((LEVEL_TITLES[wanted or top[0].region.level],), is_text=True)
    columns = [head, Column(("TPS",)), Column(("Kebutuhan",))]
    for election in elections:
        columns += [Column((*short_title(election).split(), "dikemas")), Column(("TPS", "belum"))]
    body = [_region_row(region, own) for region, own in {**rows, **totals}.items()]
    return table(columns, body, shown.width, totals=len(totals) if rows else 0)


def _region_row(region: Region, balances: Sequence[Balance]) -> list[str]:
    first = balances[0]
    cells = [region.name or "Kabupaten/kota", known(first.polling_stations), known(first.required)]
    for balance in balances:
        cells += [known(balance.packed), known(balance.polling_stations_not_packed)]
    return cells


class _Station(NamedTuple):
    """What is in the boxes of one TPS, by election, and what it needs of each; None where that is not known."""

    region: Region
    required: int | None
    packed: dict[str, int | None]

    @property
    def off(self) -> int:
        """How many sheets the worst box is off; one that is not packed lacks all it needs."""
        return 0 if self.required is None else max(abs((each or 0) - self.required) for each in self.packed.values())


def _station(region: Region, balances: Sequence[Balance]) -> _Station:
    """A TPS; its need is unknown where the voter list gives it no voters, or two different numbers of them."""
    needs = {None if balance.polling_stations_without_voters else balance.required for balance in balances}
    return _Station(
        region, needs.pop() if len(needs) == 1 else None, {balance.election: balance.packed for balance in balances}
    )


def _stations(stations: dict[Region, list[Balance]], elections: Sequence[str], width: int) -> list[Line]:
    """The TPS whose boxes do not hold what they need, the worst first; the others are only counted."""
    found = [_station(region, own) for region, own in stations.items()]
    wrong = sorted((station for station in found if station.off), key=lambda station: -station.off)
    unknown = sum(station.required is None for station in found)
    right = len(found) - len(wrong) - unknown
    if not wrong and not unknown:
        return paragraph(f"Semua {number(right)} TPS dikemas tepat menurut kebutuhan.", width)
    columns = [Column(("TPS",), is_text=True), Column(("Kecamatan",), is_text=True), Column(("Kebu-", "tuhan"))]
    for election in elections:
        columns += [Column(tuple(short_title(election).split())), Column(("Seli-", "sih"), style="ask")]
    told = f"{number(len(wrong))} TPS belum tepat, {number(right)} TPS tepat"
    told += f", {number(unknown)} TPS belum diketahui kebutuhannya." if unknown else "."
    return [
        *(table(columns, [_station_row(station) for station in wrong], width) if wrong else ()),
        *paragraph(told, width, style="dim"),
    ]


def _station_row(station: _Station) -> list[str]:
    region, required = station.region, station.required or 0
    cells = [f"{region.tps} {region.kelurahan}", region.kecamatan or "", number(required)]
    for packed in station.packed.values():
        if packed is None:
            cells += [known(packed), "–"]
        else:
            difference = packed - required
            cells += [number(packed), f"+{number(difference)}" if difference > 0 else number(difference)]
    return cells
