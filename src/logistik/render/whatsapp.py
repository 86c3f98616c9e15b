"""The few lines that go into a WhatsApp group: per election what is needed, there and to be asked for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from logistik.core.balances import Balance
from logistik.core.findings import Finding
from logistik.core.layout import one_line
from logistik.core.report import Report
from logistik.core.vocabulary import Level, Severity, Stock
from logistik.core.wording import listed, number
from logistik.render.aside import counts
from logistik.render.shown import Shown
from logistik.render.words import known, short_title, state_of

PROBLEMS = 3
"""So many findings are told; of the rest how many there are."""
LONGEST = 160
_SHORTAGE = "LG601"
_ROOMY = 3
"""Up to so many elections stand apart with a blank line between them; more leave less room for findings."""
_MARKS = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
"""Look-alikes that WhatsApp does not obey; it knows no escape."""


def render(report: Report, shown: Shown) -> str:
    """At most about twenty lines; `*bold*` is the only mark, and no name can add one."""
    top = _highest(report.balances)
    region = top[0].region if top else None
    where = "" if region is None or region.level is Level.KOTA else f", {_safe(str(region))}"
    office = _safe(shown.office.kantor.nama) or _safe((region and region.kota) or "") or "kantor belum diisi"
    lines = [f"*Surat suara {office}{where}*", f"Keadaan {state_of(report, shown.rules)}"]
    voting = [balance for balance in top if balance.stock is Stock.VOTING]
    for balance in voting:
        if len(voting) <= _ROOMY or balance is voting[0]:
            lines.append("")
        lines += _election(balance)
    revote = [balance for balance in top if balance.stock is Stock.REVOTE]
    if revote:
        lines.append("PSU: " + ", ".join(map(_revote, revote)))
    aside = counts(report)
    problems = _problems(report, PROBLEMS if len(voting) <= _ROOMY else PROBLEMS - 1)
    if problems:
        lines += ["", "*Perlu ditindaklanjuti*", *problems]
    if aside:
        lines.append(f"Tidak dihitung sebagai temuan: {aside}")
    return "\n".join(lines) + "\n"


def _highest(balances: Sequence[Balance]) -> list[Balance]:
    depth = min((balance.region.level.depth for balance in balances), default=0)
    return [balance for balance in balances if balance.region.level.depth == depth]


_ONLY_IF_ANY = ("salah daerah", "susulan", "sudah diminta", "dikemas", "TPS belum dikemas")


def _election(balance: Balance) -> list[str]:
    figures = [f"Butuh {_atleast(balance)}"]
    if balance.ordered is not None and balance.ordered != balance.required:
        figures.append(f"dipesan {number(balance.ordered)}")
    if balance.received is None:
        return [f"*{short_title(balance.election)}: stok belum dihitung*", ", ".join(figures)]
    figures += [
        f"{name} {known(value)}"
        for name, value in (
            ("baik", balance.good),
            ("rusak", balance.damaged),
            ("salah daerah", balance.swapped or None),
            ("kurang kirim", balance.short),
            ("susulan", balance.later or None),
            ("sudah diminta", balance.outstanding or None),
            ("dikemas", balance.packed),
            ("TPS belum dikemas", balance.polling_stations_not_packed or None),
        )
        if value is not None or name not in _ONLY_IF_ANY
    ]
    return [f"*{short_title(balance.election)}: {_request(balance)}*", ", ".join(figures)]


def _atleast(balance: Balance) -> str:
    return ("paling sedikit " if balance.polling_stations_without_voters else "") + known(balance.required)


def _request(balance: Balance) -> str:
    if balance.request is None:
        return "permintaan belum diketahui"
    if not balance.request and not balance.provisional:
        return "cukup"
    low = f"; paling sedikit {known(balance.request_low)}" if balance.request_low != balance.request else ""
    return f"minta {number(balance.request)} lembar" + (f" (sementara{low})" if balance.provisional else "")


def _revote(balance: Balance) -> str:
    if balance.received is None:
        return f"{short_title(balance.election)} belum dihitung"
    asked = f", minta {number(balance.request)}" if balance.request else ""
    return f"{short_title(balance.election)} {number(balance.received)} dari {known(balance.base)}{asked}"


def _problems(report: Report, most: int) -> list[str]:
    """Where most is short, then the gravest other findings, then how many more there are."""
    others = _folded([finding for finding in report.findings if finding.code != _SHORTAGE])
    told = [finding for finding in others if finding.severity is not Severity.INFO][:most]
    lines = [f"- {_told(finding)}" for finding in told]
    short = _short_regions(report.balances)
    if short:
        lines.insert(0, f"- Paling kurang: {listed(short, most=PROBLEMS)}")
    left = len(others) - len(told)
    if left:
        lines.append(f"- dan {number(left)} temuan lain")
    return lines


def _folded(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those of one fault on single TPS told as one, in the words of the worst."""
    stations = Counter(each.code for each in findings if each.region and each.region.level is Level.TPS)
    found = []
    for each in findings:
        if each.region is None or each.region.level is not Level.TPS:
            found.append(each)
        elif count := stations.pop(each.code, 0):
            found.append(replace(each, count=count))
    return found


def _short_regions(balances: Sequence[Balance]) -> list[str]:
    """The regions one level below the highest that ask for sheets, the largest request first."""
    depths = sorted({balance.region.level.depth for balance in balances})
    asked: Counter[str] = Counter()
    for region, group in groupby(balances, key=lambda balance: balance.region):
        if len(depths) > 1 and region.level.depth == depths[1]:
            asked[_safe(region.name or "")] += sum(each.request or 0 for each in group)
    return [f"{name} {number(sheets)}" for name, sheets in asked.most_common() if sheets]


def _told(finding: Finding) -> str:
    text = _safe(finding.message)
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + " …"
    count = f" ({number(finding.count)} tempat)" if finding.count > 1 else ""
    return f"{text}{count} [{finding.code}]"


def _safe(text: str) -> str:
    """Text from cells and settings on one line, without the marks that WhatsApp obeys."""
    return one_line(text).translate(_MARKS)
