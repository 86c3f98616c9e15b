"""Words that several formats share: days, elections, severities, figures that may be unknown."""

from logistik.core.report import Report
from logistik.core.rules import RuleSet
from logistik.core.vocabulary import ELECTION_TITLES, Severity
from logistik.core.wording import long_date, number

UNKNOWN = "–"
MARKS = {Severity.ERROR: "GALAT", Severity.WARNING: "PERINGATAN", Severity.INFO: "INFO"}
ROLES = {"dpt": "DPT", "stock": "stok", "cartons": "koli", "packing": "pengesetan", "recap": "rekap"}
INPUTS_SHEET, INPUTS_TITLE = "Masukan", "Berkas masukan"
"""A sheet of the workbook of an audit and its first cell, by which it is known again."""


def state_of(report: Report, rules: RuleSet) -> str:
    """The day of the report and how far voting day is: `13 November 2024 (H-14)`."""
    days = (rules.voting_day.value - report.as_of).days
    left = f" (H-{days})" if days > 0 else " (hari pemungutan suara)" if days == 0 else ""
    return long_date(report.as_of) + left


def totals_of(report: Report) -> str:
    """How many findings count, by their weight: `13 galat, 1 peringatan, 2 info`."""
    summary = report.summary
    return f"{number(summary.errors)} galat, {number(summary.warnings)} peringatan, {number(summary.infos)} info"


def copy_of(file: str) -> str:
    """How the list of a marked copy says what it is a copy of."""
    return f"Salinan {file};"


def title_of(election: str) -> str:
    """The name that documents print."""
    return ELECTION_TITLES.get(election, election)


def short_title(election: str) -> str:
    """The office that is voted for: `Wali Kota`."""
    return title_of(election).partition(" dan ")[0]


def known(value: int | None) -> str:
    """The figure, or a dash where it was not counted."""
    return UNKNOWN if value is None else number(value)
