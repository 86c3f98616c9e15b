"""What a marked copy says at a cell, and what it calls its sheets."""

import pytest

from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Severity
from logistik.render.annotated.remarks import remarks
from logistik.render.annotated.titles import free_title

_CELL = Location("dpt.xlsx", "DPT", "G22")


def test_the_gravest_of_several_findings_gives_a_cell_its_colour_and_stands_first() -> None:
    found = [
        Finding(code=code, name="x", severity=severity, message=code, hint="", location=_CELL)
        for code, severity in (("LG1", Severity.INFO), ("LG2", Severity.ERROR), ("LG3", Severity.WARNING))
    ]
    remark = remarks(found, "dpt.xlsx")["DPT", "G22"]
    assert remark.severity is Severity.ERROR
    assert remark.text.index("LG2") < remark.text.index("LG3") < remark.text.index("LG1")


@pytest.mark.parametrize(
    ("name", "taken", "title"),
    [("DPT", [], "DPT"), ("dpt", ["DPT"], "dpt (2)"), ("A/B", ["a_b", "A_B (2)"], "A_B (3)")],
)
def test_no_two_sheets_are_called_alike_in_other_capitals(name: str, taken: list[str], title: str) -> None:
    assert free_title(name, taken) == title
