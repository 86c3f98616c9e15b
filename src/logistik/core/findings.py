"""A finding: something in the sheets that a person has to look at, as a value."""

from dataclasses import dataclass

from logistik.core.places import Location
from logistik.core.regions import Region
from logistik.core.vocabulary import Level, Severity


@dataclass(slots=True, repr=False)
class Finding:
    """What is wrong, where, and what to do. `count` is the number of places with the same fault."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    count: int = 1
    location: Location | None = None
    related: tuple[Location, ...] = ()
    region: Region | None = None
    election: str | None = None
    raw: str | None = None
    expected: str | None = None


def sort_key(finding: Finding) -> tuple[int, str, int, str, str, int, str]:
    """The order in which findings are shown: gravest first, then code, then place (row before column).

    Findings of one code on single TPS stand by how far off they are, the worst first.
    """
    place = finding.location
    cell = (place.cell or "") if place else ""
    letters = cell.rstrip("0123456789")
    row = int(cell[len(letters) :] or 0)
    return (
        finding.severity.rank,
        finding.code,
        -_sheets_off(finding),
        place.file if place else "",
        (place.sheet or "") if place else "",
        row,
        letters.rjust(3),
    )


def _sheets_off(finding: Finding) -> int:
    """How many sheets the box of a TPS is off; 0 for findings on anything else."""
    if finding.region is None or finding.region.level is not Level.TPS:
        return 0
    raw, expected = finding.raw or "0", finding.expected or ""
    return abs(int(raw) - int(expected)) if raw.isdecimal() and expected.isdecimal() else 0
