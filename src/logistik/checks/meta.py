"""What a check is: codes with their explanation, and a function from a case to findings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from logistik.checks.case import Case
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import Region
from logistik.core.vocabulary import Severity
from logistik.core.wording import number

SINGLY = 3
"""Up to so many places of one fault in one column or table are findings of their own."""
SHOWN = 10
"""Of a fault in more places, the first so many are named."""


class CheckMeta(NamedTuple):
    """A code: its name states the fault, and the five texts explain it to the one who has to mend it."""

    code: str
    name: str
    severity: Severity
    summary: str
    what: str
    why: str
    example: str
    fix: str
    basis: str = "Praktik pemeriksaan; bukan ketentuan hukum."
    since: str = "0.1"

    def at(
        self,
        location: Location | None,
        message: str,
        hint: str = "",
        *,
        related: Sequence[Location] = (),
        region: Region | None = None,
        election: str | None = None,
        raw: object = None,
        expected: object = None,
        count: int = 1,
    ) -> Finding:
        """A finding of this code."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            message=message,
            hint=hint or self.fix,
            count=count,
            location=location,
            related=tuple(related),
            region=region,
            election=election,
            raw=None if raw is None else str(raw),
            expected=None if expected is None else str(expected),
        )


class Check(NamedTuple):
    """One check and the codes that it can yield."""

    metas: tuple[CheckMeta, ...]
    run: Callable[[Case], Iterable[Finding]]


def gathered(
    findings: Iterable[tuple[object, Finding]], summary: Callable[[int], str], singly: int = SINGLY
) -> Iterator[Finding]:
    """Findings of one fault; those of one group (a column, a table) become one if they are many.

    Args:
        findings: each with its group.
        summary: what to say of so many places.
        singly: up to how many stay apart.
    """
    groups: dict[object, list[Finding]] = defaultdict(list)
    for group, finding in findings:
        groups[group].append(finding)
    for found in groups.values():
        if len(found) <= singly:
            yield from found
        else:
            yield as_one(found, summary(len(found)))


def as_one(found: Sequence[Finding], message: str) -> Finding:
    """Many findings of one fault as one: counted, with the first places."""
    first = found[0]
    elections = {each.election for each in found}
    return Finding(
        code=first.code,
        name=first.name,
        severity=first.severity,
        message=f"{message}. Yang pertama: {first.message}",
        hint=first.hint,
        count=len(found),
        location=first.location,
        related=tuple(each.location for each in found[1:SHOWN] if each.location),
        election=first.election if len(elections) == 1 else None,
        raw=first.raw,
        expected=first.expected,
    )


def differs(what: str, got: int, expected: int) -> str:
    """`Baik 500, seharusnya 510 (selisih 10)`."""
    return f"{what} {number(got)}, seharusnya {number(expected)} (selisih {number(abs(got - expected))})"
