"""What does not count, for people: waivers with their reasons, codes left out, and weights that were changed."""

from collections import Counter

from logistik.checks.shortage import META as SHORTAGE
from logistik.core.choice import How, SetAside
from logistik.core.layout import Line, paragraph
from logistik.core.report import Report
from logistik.core.vocabulary import SEVERITY_TITLES, Severity
from logistik.core.wording import listed, number

TITLES = {How.WAIVER: "dikecualikan", How.IGNORED: "diabaikan", How.NOT_SELECTED: "tidak dipilih"}
"""Why a finding does not count, in a word."""


def weights(report: Report, width: int) -> list[Line]:
    """The line of the head that says which weights are not the usual ones."""
    changed = report.options.get("severity") or {}
    said = ", ".join(f"{code} = {SEVERITY_TITLES[Severity(weight)]}" for code, weight in changed.items())
    return paragraph(said, width, " " * 10, "warning", first="Berat".ljust(10)) if said else []


def set_aside(report: Report, width: int) -> list[Line]:
    """The section of what was found and does not count; nothing where everything counts."""
    lines: list[Line] = []
    waived = [each for each in report.set_aside if each.how is How.WAIVER]
    if waived:
        lines += [[], [("Dikecualikan", "title")]]
        for each in waived:
            lines += _waived(each, width)
    rest = [_codes(report, how) for how in (How.IGNORED, How.NOT_SELECTED)]
    rest += [_unjudged(report), _request(report)]
    if any(rest):
        lines.append([])
        for text in filter(None, rest):
            lines += paragraph(text, width, "  ", "dim", first="")
    return lines


def counts(report: Report) -> str:
    """`1 dikecualikan dan 3 diabaikan`; blank where everything counts."""
    found = Counter(each.how for each in report.set_aside)
    return listed([f"{number(found[how])} {title}" for how, title in TITLES.items() if found[how]])


def _waived(each: SetAside, width: int) -> list[Line]:
    finding = each.finding
    place = str(finding.location) if finding.location else ""
    others = f" (+{number(finding.count - 1)} tempat)" if finding.count > 1 else ""
    until = f", sampai {each.until.isoformat()}" if each.until else ""
    lines: list[Line] = [[(f"{finding.code} ", ""), (f" {place}", "place"), (others, "dim")]]
    lines += paragraph(finding.message, width, "  ")
    covers = "" if each.covers in (None, 1) else f"; disetujui untuk {number(each.covers or 0)} tempat di {each.place}"
    lines += paragraph(f"{each.reason} ({each.by}{until}{covers})", width, "    ", "dim", first="  = ")
    return lines


def _codes(report: Report, how: How) -> str:
    found = Counter(each.finding.code for each in report.set_aside if each.how is how)
    said = listed([f"{code} ({number(found[code])})" for code in sorted(found)], most=12)
    return f"{TITLES[how].capitalize()}: {said}." if said else ""


def _unjudged(report: Report) -> str:
    names = report.options.get("waivers_not_judged") or []
    return f"Pengecualian tidak dinilai, berkasnya tidak ikut diperiksa: {listed(names)}." if names else ""


def _request(report: Report) -> str:
    """That a shortage left out of the list is asked for all the same."""
    left_out = sum(each.finding.code == SHORTAGE.code for each in report.set_aside)
    if not left_out:
        return ""
    request = report.summary.request
    stays = "tetap diminta" if request is None else f"tetap diminta; permintaan seluruhnya {number(request)} lembar"
    return f"{number(left_out)} temuan {SHORTAGE.code} (surat suara kurang) tidak ikut dihitung, tetapi {stays}."
