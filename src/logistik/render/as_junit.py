"""JUnit's XML, which every CI server reads: one suite an input, one failing test an error or warning.

A finding that was waived is a skipped test with the reason; one that was left out by its code is no test at all.
"""

from collections import Counter
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from logistik.core.choice import How
from logistik.core.findings import Finding
from logistik.core.layout import one_line, printable
from logistik.core.report import Report
from logistik.core.vocabulary import Severity
from logistik.core.wording import number
from logistik.render.shown import Shown
from logistik.render.words import MARKS

_NOWHERE = "audit"


def render(report: Report, _: Shown) -> str:
    """The report as XML 1.0; an input without findings is one test that passed."""
    suites: dict[str, list[tuple[Finding, str | None]]] = {source.path: [] for source in report.inputs}
    waived = [(each.finding, f"{each.reason} ({each.by})") for each in report.set_aside if each.how is How.WAIVER]
    for finding, why in [*((finding, None) for finding in report.findings), *waived]:
        suites.setdefault(finding.location.file if finding.location else _NOWHERE, []).append((finding, why))
    root = Element("testsuites", {"name": "logistik audit"})
    for name, findings in suites.items():
        _suite(root, name, findings)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, name: str, findings: Sequence[tuple[Finding, str | None]]) -> None:
    skipped = sum(why is not None for _, why in findings)
    failures = sum(finding.severity is not Severity.INFO and why is None for finding, why in findings)
    suite = SubElement(root, "testsuite", {"name": one_line(name), "tests": str(len(findings) or 1)})
    for key, value in (("failures", failures), ("errors", 0), ("skipped", skipped), ("time", 0)):
        suite.set(key, str(value))
    if not findings:
        SubElement(suite, "testcase", {"classname": one_line(name), "name": "tanpa temuan", "time": "0"})
    seen: Counter[str] = Counter()
    for finding, why in findings:
        _case(suite, finding, why, seen)


def _case(suite: Element, finding: Finding, why: str | None, seen: Counter[str]) -> None:
    """One finding; its name holds no figures, so that a server can follow it from run to run."""
    place = finding.location
    inside = "!".join(part for part in (place.sheet, place.cell) if part) if place else ""
    name = one_line(f"{finding.code} {finding.name} {inside}")
    seen[name] += 1
    case = SubElement(
        suite,
        "testcase",
        {
            "classname": one_line("!".join(part for part in (place.file, place.sheet) if part) if place else _NOWHERE),
            "name": name if seen[name] == 1 else f"{name} ({seen[name]})",
            "time": "0",
        },
    )
    count = f" ({number(finding.count)} tempat)" if finding.count > 1 else ""
    message = one_line(f"{finding.message}{count}")
    if why is not None:
        SubElement(case, "skipped", {"message": one_line(why)}).text = message
        return
    if finding.severity is Severity.INFO:
        SubElement(case, "system-out").text = f"{MARKS[finding.severity]} {finding.code}: {message}"
        return
    failure = SubElement(case, "failure", {"message": message, "type": f"{finding.severity}"})
    places = [str(each) for each in (place, *finding.related) if each]
    failure.text = "\n".join(printable(line) for line in (message, f"> {finding.hint}", *places))
