"""Which findings count: weighed anew, chosen by code, or set aside. No sum is touched here."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from logistik.core.findings import Finding, sort_key
from logistik.core.vocabulary import Severity

_NONE: Mapping[str, Severity] = MappingProxyType({})


class How(StrEnum):
    """Why a finding does not count."""

    WAIVER = "waiver"
    IGNORED = "ignored"
    NOT_SELECTED = "not-selected"


class SetAside(NamedTuple):
    """A finding that does not count, and why; with a waiver also who answers for it, until when, and for how much.

    `place` is the place as the waiver names it, `covers` the number of places that it was given for.
    """

    finding: Finding
    how: How
    reason: str | None = None
    by: str | None = None
    until: date | None = None
    place: str | None = None
    covers: int | None = None


class Asked(NamedTuple):
    """What the command line says of the findings: codes, prefixes or names, and `CODE=weight`; as typed."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()


class Choice(NamedTuple):
    """The codes that count, those that do not, and their own weights.

    Each code may be a prefix (`LG4`). Without `selected` every code counts; what is ignored does not count even if it
    is selected; of several weights that of the longest prefix holds.
    """

    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = _NONE

    def how_left_out(self, code: str) -> How | None:
        """Why findings of a code do not count; None if they do."""
        if code.startswith(self.ignored):
            return How.IGNORED
        if self.selected and not code.startswith(self.selected):
            return How.NOT_SELECTED
        return None

    def severity_of(self, finding: Finding) -> Severity:
        """How much a finding weighs under this choice."""
        prefixes = [prefix for prefix in self.severities if finding.code.startswith(prefix)]
        return self.severities[max(prefixes, key=len)] if prefixes else finding.severity


def weighed(findings: Iterable[Finding], choice: Choice) -> list[Finding]:
    """The findings with the weights of the choice, gravest first."""
    return sorted((replace(each, severity=choice.severity_of(each)) for each in findings), key=sort_key)


def chosen(findings: Iterable[Finding], choice: Choice) -> tuple[list[Finding], list[SetAside]]:
    """The findings that count, and those that the choice leaves out; every finding is in one of the two."""
    counting: list[Finding] = []
    left_out: list[SetAside] = []
    for finding in findings:
        how = choice.how_left_out(finding.code)
        if how is None:
            counting.append(finding)
        else:
            left_out.append(SetAside(finding, how))
    return counting, left_out
