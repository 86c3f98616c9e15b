"""What is written at each faulty cell, and the rows of the list of all findings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Severity
from logistik.render.words import MARKS

SIGN = "[logistik]"
"""The first line of every comment of ours, so that a later audit of the copy can take it away again."""
HEADS = ("Berat", "Kode", "Nama", "Uraian", "Saran", "Banyaknya", "Berkas", "Lembar", "Sel", "Sel terkait")
MOST_LISTED = 20_000
"""Findings on the list; Excel takes no more than 65,530 links on a sheet."""

_LONGEST, _LONGEST_OF_ONE = 2_000, 600
"""Characters of a comment, and of one finding in it; more is on the list."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

Place = tuple[str, str]
"""Sheet and cell, as findings name them."""


class Remark(NamedTuple):
    """What is said at one cell: the gravest severity there, and the text of all its findings."""

    severity: Severity
    text: str


def allowed(text: str) -> str:
    """The text as a workbook may hold it: a space for each character that XML forbids, no escape where none was meant.

    A workbook reads `_x000D_` as a carriage return, so an underscore before such letters is itself escaped.
    """
    return _ESCAPED.sub("_x005F_", _FORBIDDEN.sub(" ", text))


def remarks(findings: Iterable[Finding], file: str) -> Mapping[Place, Remark]:
    """The remarks on the cells of one file; related cells are marked too, and say what they belong to."""
    said: dict[Place, list[tuple[Severity, str]]] = {}
    for finding in findings:
        for location in dict.fromkeys(_places(finding)):
            if location.file == file and location.sheet is not None and location.cell is not None:
                entry = (finding.severity, _paragraph(finding, location))
                said.setdefault((location.sheet, location.cell), []).append(entry)
    return {place: _remark(sorted(entries, key=lambda entry: entry[0].rank)) for place, entries in said.items()}


def rows(findings: Sequence[Finding]) -> Iterator[tuple[Finding, tuple[str | int, ...]]]:
    """Each finding with its row of the list, in the order of `HEADS`."""
    for finding in findings[:MOST_LISTED]:
        place = finding.location or Location("")
        related = ", ".join(_seen_from(place, each) for each in finding.related)
        yield (
            finding,
            (
                MARKS[finding.severity],
                finding.code,
                finding.name,
                finding.message,
                finding.hint,
                finding.count,
                place.file,
                place.sheet or "",
                place.cell or "",
                related,
            ),
        )


def _places(finding: Finding) -> Iterator[Location]:
    if finding.location is not None:
        yield finding.location
    yield from finding.related


def _seen_from(here: Location, there: Location) -> str:
    """A place by as much of its name as tells it from here."""
    if (there.file, there.sheet) == (here.file, here.sheet) and there.cell:
        return there.cell
    return str(there._replace(file="") if there.file == here.file and there.sheet else there)


def _paragraph(finding: Finding, location: Location) -> str:
    head = f"{MARKS[finding.severity]} {finding.code} {finding.name}"
    if finding.location is not None and location != finding.location:
        head += f" (terkait dengan {_seen_from(location, finding.location)})"
    text = f"{head}\n{finding.message}"
    if finding.hint:
        text += f"\nSaran: {finding.hint}"
    return text if len(text) <= _LONGEST_OF_ONE else f"{text[: _LONGEST_OF_ONE - 1]}…"


def _remark(entries: Sequence[tuple[Severity, str]]) -> Remark:
    text = SIGN
    for number, (_, paragraph) in enumerate(entries):
        if len(text) + len(paragraph) > _LONGEST:
            text += f"\n\n… dan {len(entries) - number} temuan lain; lihat daftar temuan."
            break
        text += f"\n\n{paragraph}" if number else f"\n{paragraph}"
    return Remark(entries[0][0], allowed(text))
