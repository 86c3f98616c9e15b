"""Workflow commands: on GitHub Actions each finding becomes a note at its file, and at its line in a text table."""

from logistik.core.findings import Finding
from logistik.core.layout import one_line
from logistik.core.report import Report
from logistik.core.vocabulary import Severity
from logistik.core.wording import number
from logistik.render.places import line_of
from logistik.render.shown import Shown

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, _: Shown) -> str:
    """One command a finding, gravest first: GitHub shows only the first ten of each kind."""
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    place = finding.location
    properties = {"title": f"{finding.code} {finding.name}"}
    where = ""
    if place is not None:
        line = line_of(place)
        properties = {"file": place.file, **({"line": str(line)} if line else {}), **properties}
        where = "!".join(part for part in (place.sheet, place.cell) if part)
    count = f" ({number(finding.count)} tempat)" if finding.count > 1 else ""
    told = one_line(f"{where}: {finding.message}{count}" if where else f"{finding.message}{count}")
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(told)}%0A{_data(one_line(finding.hint))}"


def _data(text: str) -> str:
    """A message as the runner reads it; it undoes exactly these three."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value between the commas; `:` and `,` would end it."""
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
