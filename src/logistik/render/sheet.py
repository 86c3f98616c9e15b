"""A sheet of the workbook as values: titles, a table, totals and notes, before anything is drawn."""

from enum import StrEnum
from typing import NamedTuple

from logistik.core.report import Report
from logistik.render.shown import Shown
from logistik.render.words import state_of


class Kind(StrEnum):
    """How a column is drawn."""

    PLACE = "place"
    TEXT = "text"
    WRAPPED = "wrapped"
    FIGURE = "figure"
    ASKED = "asked"
    SEVERITY = "severity"
    MONO = "mono"


class Head(NamedTuple):
    """A column: its head, how it is drawn, its width in characters; None fits its content."""

    text: str
    kind: Kind = Kind.FIGURE
    width: float | None = None


class Sum(NamedTuple):
    """A formula with the value that it has, for readers that do not calculate."""

    formula: str
    value: int


Value = str | int | None
"""What a cell holds; None is a figure that is not known, an empty text an empty cell."""


class Sheet(NamedTuple):
    """One sheet: title lines, a table under a frozen head, totals under it, notes under those.

    `fixed` columns stay in sight when the sheet is scrolled to the right.
    """

    name: str
    titles: tuple[str, ...]
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    totals: tuple[tuple[Value | Sum, ...], ...] = ()
    notes: tuple[str, ...] = ()
    fixed: int = 0

    @property
    def head_row(self) -> int:
        """The zero-based row of the head: under the titles and a blank row."""
        return len(self.titles) + 1


def titles(what: str, report: Report, shown: Shown) -> tuple[str, ...]:
    """The lines above a table: what it is, whose, of which day, and of which part of the whole."""
    office = shown.office.kantor.nama or "Kantor belum diisi di logistik.toml"
    return what, f"{office} · keadaan {state_of(report, shown.rules)}{_only(report)}"


def _only(report: Report) -> str:
    """What the user narrowed the report to, so that a part is never taken for the whole."""
    names = [f"{key} {report.options[key]}" for key in ("kelurahan", "kecamatan") if report.options.get(key)]
    return "".join(f" · hanya {name}" for name in (*names, *(report.options.get("jenis") or ())))
