"""The choice by code: every finding counts or is set aside, and weights come from the longest code."""

import pytest

from logistik.core.choice import Choice, How, chosen, weighed
from logistik.core.findings import Finding
from logistik.core.vocabulary import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
FOUND = [Finding(code, "contoh", ERROR, "pesan", "saran") for code in ("LG101", "LG403", "LG409", "LG601")]


@pytest.mark.parametrize(
    ("choice", "counting", "ignored"),
    [
        (Choice(), "LG101 LG403 LG409 LG601", ""),
        (Choice(selected=("LG4",)), "LG403 LG409", ""),
        (Choice(selected=("LG403", "LG6")), "LG403 LG601", ""),
        (Choice(ignored=("LG4", "LG1")), "LG601", "LG101 LG403 LG409"),
        (Choice(selected=("LG4",), ignored=("LG409",)), "LG403", "LG409"),
        (Choice(selected=("LG409",), ignored=("LG4",)), "", "LG403 LG409"),
        (Choice(ignored=("LG",)), "", "LG101 LG403 LG409 LG601"),
    ],
    ids=str,
)
def test_what_counts_is_chosen_by_code_and_the_rest_is_kept(choice: Choice, counting: str, ignored: str) -> None:
    kept, aside = chosen(FOUND, choice)
    assert [each.code for each in kept] == counting.split()
    assert [each.finding.code for each in aside if each.how is How.IGNORED] == ignored.split()
    assert sorted([*kept, *(each.finding for each in aside)], key=lambda each: each.code) == FOUND


@pytest.mark.parametrize(
    ("severities", "weights"),
    [
        ({}, [ERROR, ERROR, ERROR, ERROR]),
        ({"LG403": WARNING}, [ERROR, WARNING, ERROR, ERROR]),
        ({"LG4": INFO}, [ERROR, INFO, INFO, ERROR]),
        ({"LG403": WARNING, "LG4": INFO, "LG": ERROR}, [ERROR, WARNING, INFO, ERROR]),
        ({"LG": INFO, "LG40": WARNING}, [INFO, WARNING, WARNING, INFO]),
    ],
    ids=str,
)
def test_the_longest_code_says_how_much_a_finding_weighs(
    severities: dict[str, Severity], weights: list[Severity]
) -> None:
    found = {each.code: each.severity for each in weighed(FOUND, Choice(severities=severities))}
    assert [found[each.code] for each in FOUND] == weights


def test_findings_are_in_order_again_once_they_weigh_less() -> None:
    assert [each.code for each in weighed(FOUND, Choice(severities={"LG101": INFO, "LG4": WARNING}))] == [
        "LG601",
        "LG403",
        "LG409",
        "LG101",
    ]
