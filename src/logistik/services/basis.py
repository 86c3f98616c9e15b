"""What a letter's figures rest on: inputs, rules, cells and findings of the audit, for one region and election."""

from collections.abc import Iterator

from logistik import __version__
from logistik.core.balances import Balance
from logistik.core.choice import How, SetAside
from logistik.core.correspondence import Kept
from logistik.core.findings import Finding
from logistik.core.regions import Region
from logistik.core.report import Report
from logistik.core.rules import RuleSet
from logistik.core.vocabulary import FIGURE_TITLES, SEVERITY_TITLES, Level, Stock
from logistik.core.wording import long_date, number
from logistik.documents.model import Basis, Remark, Rule, Trace
from logistik.services.view import lies_in

_HOW = {How.IGNORED: "tidak dihitung (diabaikan)", How.NOT_SELECTED: "tidak dipilih"}


def basis_of(balance: Balance, report: Report, rules: RuleSet, way: str) -> Basis:
    """The basis of the letter that a balance leads to; the audit's entry and hash are filled in once it is recorded.

    `way` says who writes to whom, with the names filled in.
    """
    return Basis(
        tool=f"logistik {__version__}",
        ruleset=report.ruleset,
        ruleset_title=rules.title,
        as_of=report.as_of,
        inputs=tuple(Kept(each.path, each.sha256, each.bytes) for each in report.inputs),
        rules=tuple(_rules(balance, rules, way)),
        overrides=tuple(
            Rule(each.key, each.value, f"semula {each.instead_of}", "override") for each in report.overrides
        ),
        findings=tuple(map(_remark, report.findings)),
        waived=tuple(map(_aside, report.set_aside)),
        traces=tuple(_traces(balance, report)),
    )


def _rules(balance: Balance, rules: RuleSet, way: str) -> Iterator[Rule]:
    own = rules.elections[balance.election]
    if balance.stock is Stock.REVOTE:
        kept = own.revote_sheets
        yield Rule(kept.label, number(kept.value), kept.basis, kept.status)
    else:
        rate = rules.reserve_rate
        yield Rule(rate.label, rate.rate.percent(), rate.basis, rate.status)
    route = own.route if balance.region.level is Level.KOTA else rules.kecamatan_route
    yield Rule(route.label, way, route.basis, route.status)


def _traces(balance: Balance, report: Report) -> Iterator[Trace]:
    values = {(each.region, each.election): each for each in report.balances if each.stock is balance.stock}
    for source in report.sources:
        if not lies_in(source.region, balance.region) or source.region.level.depth < balance.region.level.depth:
            continue
        if source.election is None:
            if balance.stock is not Stock.VOTING:
                continue
        elif (source.election, source.stock) != (balance.election, balance.stock):
            continue
        own = values.get((source.region, balance.election))
        for name, cells in source.figures.items():
            yield Trace(source.region, FIGURE_TITLES[name], getattr(own, name, None), cells)


def _remark(finding: Finding) -> Remark:
    place = f"{finding.location}" if finding.location else ""
    return Remark(finding.code, SEVERITY_TITLES[finding.severity], place, finding.message)


def _aside(each: SetAside) -> Remark:
    remark = _remark(each.finding)
    why = each.reason or _HOW.get(each.how, "")
    until = f", sampai {long_date(each.until)}" if each.until else ""
    return Remark(remark.code, remark.severity, remark.place, remark.message, why + until, each.by or "")


def region_of(report: Report) -> Region:
    """The kabupaten/kota of a report."""
    return next(each.region for each in report.balances if each.region.level.depth == 1)
