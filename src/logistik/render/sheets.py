"""The sheets of the workbook: the balances, the findings, the inputs and the rules that it all rests on."""

from datetime import date

from logistik.core.findings import Finding
from logistik.core.report import Input, Report
from logistik.core.rules import Rate, RuledRate
from logistik.core.vocabulary import SEVERITY_TITLES
from logistik.core.wording import listed, long_date, number
from logistik.render.aside import TITLES, counts
from logistik.render.balance_sheets import balance_sheets
from logistik.render.sheet import Head, Kind, Sheet, Value, titles
from logistik.render.shown import Shown
from logistik.render.words import INPUTS_SHEET, INPUTS_TITLE, ROLES, short_title, totals_of

_STATUS = {"confirmed": "terkonfirmasi", "assumed": "asumsi, dapat diubah", "override": "diubah kantor"}
MANY = 12
"""So many further places of a finding are listed in its cell."""


def sheets(report: Report, shown: Shown) -> list[Sheet]:
    """The workbook from the largest region to the TPS, then the findings and what it all rests on."""
    left_out = [_set_aside(report, shown)] if report.set_aside else []
    rest = [_findings(report, shown), *left_out, _inputs(report, shown), _rules(report, shown)]
    return [*balance_sheets(report, shown), *rest]


def _findings(report: Report, shown: Shown) -> Sheet:
    heads = (
        Head("No.", Kind.PLACE, 5),
        Head("Berat", Kind.SEVERITY, 11),
        Head("Kode", Kind.TEXT, 7.5),
        Head("Berkas", Kind.WRAPPED, 14),
        Head("Lembar", Kind.WRAPPED, 15),
        Head("Sel", Kind.TEXT, 6.5),
        Head("Temuan", Kind.WRAPPED, 44),
        Head("Tindak lanjut", Kind.WRAPPED, 36),
        Head("Jumlah tempat", Kind.FIGURE, 9),
        Head("Tempat lain", Kind.WRAPPED, 15),
        Head("Wilayah", Kind.WRAPPED, 17),
        Head("Pemilihan", Kind.WRAPPED, 11),
        Head("Tertulis", Kind.WRAPPED, 10),
        Head("Seharusnya", Kind.WRAPPED, 11.5),
    )
    rows = tuple(_finding(place, finding) for place, finding in enumerate(report.findings, 1))
    notes = () if rows else ("Tidak ada temuan.",)
    return Sheet("Temuan", (*titles("Temuan", report, shown), totals_of(report)), heads, rows, notes=notes, fixed=3)


def _finding(place: int, finding: Finding) -> tuple[Value, ...]:
    at = finding.location
    others = [each.cell or str(each) if at and each[:2] == at[:2] else str(each) for each in finding.related]
    return (
        place,
        SEVERITY_TITLES[finding.severity].capitalize(),
        finding.code,
        at.file if at else "",
        (at.sheet if at else "") or "",
        (at.cell if at else "") or "",
        finding.message,
        finding.hint,
        finding.count,
        listed(others, most=MANY),
        str(finding.region) if finding.region else "",
        short_title(finding.election) if finding.election else "",
        finding.raw or "",
        finding.expected or "",
    )


def _set_aside(report: Report, shown: Shown) -> Sheet:
    """What was found and does not count, and who answers for it."""
    heads = (
        Head("No.", Kind.PLACE, 5),
        Head("Mengapa", Kind.TEXT, 14),
        Head("Kode", Kind.TEXT, 8),
        Head("Tempat", Kind.WRAPPED, 34),
        Head("Temuan", Kind.WRAPPED, 50),
        Head("Jumlah tempat", Kind.FIGURE, 9),
        Head("Alasan", Kind.WRAPPED, 40),
        Head("Oleh", Kind.WRAPPED, 20),
        Head("Sampai", Kind.TEXT, 18),
    )
    rows = tuple(
        (
            place,
            TITLES[each.how],
            each.finding.code,
            str(each.finding.location or ""),
            each.finding.message,
            each.finding.count,
            each.reason or "",
            each.by or "",
            long_date(each.until) if each.until else "",
        )
        for place, each in enumerate(report.set_aside, 1)
    )
    above = (*titles("Tidak dihitung sebagai temuan", report, shown), counts(report))
    return Sheet("Tidak dihitung", above, heads, rows, fixed=3)


def _inputs(report: Report, shown: Shown) -> Sheet:
    heads = (
        Head("No.", Kind.PLACE, 5),
        Head("Berkas", Kind.WRAPPED, 28),
        Head("Bita", Kind.FIGURE),
        Head("SHA-256", Kind.MONO, 60),
        Head("Lembar yang dibaca", Kind.WRAPPED, 60),
    )
    rows = tuple(
        (place, source.path, source.bytes, source.sha256, _read(source))
        for place, source in enumerate(report.inputs, 1)
    )
    above = titles(INPUTS_TITLE, report, shown)
    return Sheet(INPUTS_SHEET, above, heads, rows, fixed=2)


def _read(source: Input) -> str:
    return "; ".join(
        f"{sheet.name} ({ROLES.get(sheet.role, sheet.role)})" if sheet.role else f"{sheet.name} (tidak dipakai)"
        for sheet in source.sheets
    )


def _rules(report: Report, shown: Shown) -> Sheet:
    """The values in force and, where the office set its own, what stood there before."""
    instead = {override.key: override.instead_of for override in report.overrides}
    heads = (
        Head("No.", Kind.PLACE, 5),
        Head("Ketentuan", Kind.WRAPPED, 44),
        Head("Nilai", Kind.WRAPPED, 30),
        Head("Semula", Kind.WRAPPED, 20),
        Head("Dasar", Kind.WRAPPED, 70),
        Head("Status", Kind.TEXT, 16),
    )
    elections = {balance.election for balance in report.balances}
    rows: list[tuple[Value, ...]] = []
    for key, ruled in shown.rules.values():
        value, parts = getattr(ruled, "value", None), key.split(".")
        if value is None or (parts[0] == "elections" and parts[1] not in elections):
            continue  # a route of letters, on which no sum rests, or an election that is not held here
        share = f"{Rate.parse(value).percent()} ({value})" if isinstance(ruled, RuledRate) else ""
        of = f"{short_title(parts[1])}: " if parts[0] == "elections" else ""
        rows.append(
            (
                len(rows) + 1,
                of + ruled.label,
                share or _told(value),
                instead.pop(key, ""),
                ruled.basis,
                _STATUS[ruled.status],
            )
        )
    for override in report.overrides:
        if override.key in instead:
            cells = (override.key, override.value, override.instead_of, "logistik.toml [aturan]", _STATUS["override"])
            rows.append((len(rows) + 1, *cells))
    changed = f"{number(len(report.overrides))} nilai diubah kantor" if report.overrides else "tanpa perubahan kantor"
    above = (*titles("Aturan", report, shown), f"Rule set {report.ruleset}: {shown.rules.title}; {changed}")
    return Sheet("Aturan", above, heads, tuple(rows), fixed=2)


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, date):
        return long_date(value)
    return number(value) if isinstance(value, int) else str(value)
