"""Small reports with the worst texts, for the formats."""

from datetime import date
from typing import Any

from logistik.core.balances import Balance
from logistik.core.choice import How, SetAside
from logistik.core.findings import Finding
from logistik.core.office import Kantor, Office
from logistik.core.places import Location
from logistik.core.regions import Region
from logistik.core.report import Input, Report, SheetUsed, summarise
from logistik.core.rules import Override
from logistik.core.vocabulary import Level, Severity, Stock
from logistik.render.shown import Shown
from logistik.settings import rulesets

BOOK = Input("stok #1.xlsx", "ab" * 32, 10, (SheetUsed("Zeta", "stock"), SheetUsed("Alfa", None)))
TABLE = Input("dpt.csv", "cd" * 32, 20, (SheetUsed("csv", "dpt"),))


def finding(
    message: str = "Baik 1, seharusnya 2",
    place: Location | None = None,
    severity: Severity = Severity.ERROR,
    **rest: Any,
) -> Finding:
    return Finding(
        **{"code": "LG506", "name": "hasil-tertulis-berbeda", "hint": "Perbaiki.", **rest},
        severity=severity,
        message=message,
        location=place,
    )


def balance(region: Region, election: str = "gubernur", stock: Stock = Stock.VOTING, **figures: Any) -> Balance:
    """A balance with these figures; all others are unknown."""
    blank = dict.fromkeys(Balance._fields)
    return Balance(**{**blank, "region": region, "election": election, "stock": stock, "provisional": False, **figures})


def kota(name: str = "Kota Mawar") -> Region:
    return Region(Level.KOTA, name, kota=name)


def kecamatan(name: str) -> Region:
    return Region(Level.KECAMATAN, name, kota="Kota Mawar", kecamatan=name)


def waived(given: Finding) -> SetAside:
    return SetAside(given, How.WAIVER, "Sudah dicatat", "Divisi Data", date(2024, 11, 27), covers=1)


def report(
    *findings: Finding,
    balances: tuple[Balance, ...] = (),
    overrides: tuple[Override, ...] = (),
    set_aside: tuple[SetAside, ...] = (),
) -> Report:
    return Report(
        ruleset="pilkada-2024",
        as_of=date(2024, 11, 13),
        inputs=(BOOK, TABLE),
        options={},
        overrides=overrides,
        balances=balances,
        findings=findings,
        summary=summarise(balances, findings),
        set_aside=set_aside,
    )


def shown(office: str = "KPU Kota Mawar") -> Shown:
    return Shown(Office(kantor=Kantor(nama=office)), rulesets.load("pilkada-2024").ruleset)
