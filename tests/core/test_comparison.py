"""Two audits side by side: which figures changed, and what became of each finding."""

from collections.abc import Sequence

import pytest

from logistik.core.comparison import Change, Fate, compare
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Stock
from tests.render.reports import balance, finding, kecamatan, kota, report, waived


def at(cell: str, sheet: str = "Stok", file: str = "stok.xlsx") -> Location:
    return Location(file, sheet, cell)


def fates(
    before: list[Finding],
    after: list[Finding],
    aside_before: Sequence[Finding] = (),
    aside_after: Sequence[Finding] = (),
) -> list[tuple[str, str]]:
    """What became of each finding, by its message."""
    first = report(*before, set_aside=tuple(map(waived, aside_before)))
    second = report(*after, set_aside=tuple(map(waived, aside_after)))
    return [(each.fate.value, each.finding.message) for each in compare(first, second).findings]


def test_the_same_audit_changes_nothing() -> None:
    one = report(finding("a", at("B2")), balances=(balance(kota(), request=5),))
    found = compare(one, one)
    assert (found.changes, found.appeared, found.vanished) == ((), (), ())
    assert [each.fate for each in found.findings] == [Fate.SAME]
    assert all(each.before == each.after for each in found.inputs)


def test_each_figure_that_changed_is_named_with_both_values() -> None:
    before = report(balances=(balance(kota(), received=410, good=405, request=5),))
    after = report(balances=(balance(kota(), received=410, good=400, request=10),))
    changes = compare(before, after).changes
    assert changes == (
        Change(kota(), "gubernur", Stock.VOTING, "good", 405, 400),
        Change(kota(), "gubernur", Stock.VOTING, "request", 5, 10),
    )
    assert [change.difference for change in changes] == [-5, 5]


def test_unknown_is_not_zero() -> None:
    before = report(balances=(balance(kota(), received=None, good=0),))
    after = report(balances=(balance(kota(), received=0, good=None),))
    changes = compare(before, after).changes
    assert [(change.figure, change.before, change.after, change.difference) for change in changes] == [
        ("received", None, 0, None),
        ("good", 0, None, None),
    ]


def test_a_region_is_the_same_when_its_city_got_a_name() -> None:
    before = report(balances=(balance(kecamatan("Utara")._replace(kota=None), request=1), balance(kota(""), request=1)))
    after = report(balances=(balance(kecamatan("UTARA"), request=2), balance(kota("Kota Mawar"), request=1)))
    found = compare(before, after)
    assert [(change.region.name, change.figure) for change in found.changes] == [("UTARA", "request")]
    assert (found.appeared, found.vanished) == ((), ())


def test_elections_and_stocks_are_kept_apart() -> None:
    before = report(balances=(balance(kota(), request=1), balance(kota(), stock=Stock.REVOTE, request=3)))
    after = report(balances=(balance(kota(), request=1), balance(kota(), "walikota", request=1)))
    found = compare(before, after)
    assert found.changes == ()
    assert [(each.election, each.stock) for each in found.appeared] == [("walikota", Stock.VOTING)]
    assert [(each.election, each.stock) for each in found.vanished] == [("gubernur", Stock.REVOTE)]


def test_a_level_that_only_one_audit_lists_is_not_compared() -> None:
    before = report(balances=(balance(kota(), request=1),))
    after = report(balances=(balance(kota(), request=1), balance(kecamatan("Utara"), request=1)))
    assert compare(before, after).appeared == ()


A, B = finding("a", at("B2")), finding("b", at("C3"))
CASES: list[tuple[str, list[Finding], list[Finding], list[tuple[str, str]]]] = [
    ("new", [A], [A, B], [("same", "a"), ("new", "b")]),
    ("resolved", [A, B], [B], [("same", "b"), ("resolved", "a")]),
    ("other words in the same place", [A], [finding("c", at("B2"))], [("same", "c")]),
    ("a row moved", [A], [finding("a", at("B7"))], [("same", "a")]),
    ("a row moved and says something else", [A], [finding("c", at("B7"))], [("new", "c"), ("resolved", "a")]),
    ("another sheet", [A], [finding("a", at("B2", "Lain"))], [("new", "a"), ("resolved", "a")]),
    ("another code", [A], [finding("a", at("B2"), code="LG507")], [("new", "a"), ("resolved", "a")]),
    ("another election", [A], [finding("a", at("B2"), election="dpr")], [("new", "a"), ("resolved", "a")]),
    (
        "another region",
        [finding("a", at("B2"), region=kecamatan("Utara"))],
        [finding("a", at("B2"), region=kecamatan("Selatan"))],
        [("new", "a"), ("resolved", "a")],
    ),
    ("without a place", [finding("a")], [finding("a")], [("same", "a")]),
    ("one of two alike", [A, A], [A], [("same", "a"), ("resolved", "a")]),
    ("two of one alike", [A], [A, A], [("same", "a"), ("new", "a")]),
    (
        "two that moved by a row, one onto the place of the other",
        [finding("a", at("B2")), finding("a", at("B3"))],
        [finding("a", at("B3")), finding("a", at("B4"))],
        [("same", "a"), ("same", "a")],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_findings_are_followed(before: list[Finding], after: list[Finding], expected: list[tuple[str, str]]) -> None:
    assert fates(before, after) == expected


def test_a_finding_that_was_set_aside_is_not_resolved() -> None:
    assert fates([A, B], [B], aside_after=[A]) == [("same", "b"), ("set-aside", "a")]
    assert fates([B], [A, B], aside_before=[A]) == [("counted-again", "a"), ("same", "b")]
    assert fates([], [], aside_before=[A], aside_after=[A]) == []
    assert fates([], [], aside_before=[A]) == []
    assert fates([], [], aside_after=[A]) == []


def test_inputs_are_told_apart_by_their_content() -> None:
    before, after = report(), report()
    book, table = before.inputs
    after = after._replace(inputs=(book._replace(sha256="ef" * 32), table._replace(path="baru.csv")))
    assert [(each.path, bool(each.before), bool(each.after)) for each in compare(before, after).inputs] == [
        ("stok #1.xlsx", True, True),
        ("baru.csv", False, True),
        ("dpt.csv", True, False),
    ]
