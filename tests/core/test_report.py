"""The report: the order of its findings, and what its summary adds up."""

from random import Random

from logistik.core.balances import revote_balance
from logistik.core.findings import Finding, sort_key
from logistik.core.places import Location
from logistik.core.report import Summary, summarise
from logistik.core.vocabulary import Severity
from tests.core.city import City, city, counted

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def finding(severity: Severity, code: str, sheet: str | None = None, cell: str | None = None) -> Finding:
    """A finding of which only place and weight matter."""
    return Finding(code, "contoh", severity, "pesan", "saran", location=Location("dpt.xlsx", sheet, cell))


def test_findings_come_gravest_first_then_by_code_then_by_place_row_before_column() -> None:
    expected = [
        finding(ERROR, "LG301", "A", "B2"),
        finding(ERROR, "LG301", "A", "AA2"),
        finding(ERROR, "LG301", "A", "A10"),
        finding(ERROR, "LG301", "B", "A1"),
        finding(ERROR, "LG401"),
        finding(WARNING, "LG101"),
        finding(INFO, "LG101"),
        finding(INFO, "LG101", "A", "A1"),
    ]
    shuffled = list(expected)
    Random(1).shuffle(shuffled)
    assert shuffled != expected
    assert sorted(shuffled, key=sort_key) == expected


def test_a_finding_without_a_place_comes_first_of_its_code() -> None:
    nowhere = Finding("LG101", "contoh", ERROR, "pesan", "saran")
    assert min([finding(ERROR, "LG101"), nowhere], key=sort_key) is nowhere


def test_the_summary_counts_findings_by_weight() -> None:
    findings = tuple(finding(severity, "LG101") for severity in (ERROR, ERROR, WARNING, INFO, INFO, INFO))
    assert summarise((), findings) == Summary(errors=2, warnings=1, infos=3, request=0)


def request_of(here: City, *revote: int) -> int | None:
    """The request of a city's balances with revote stocks of so many good sheets."""
    stocks = (revote_balance("walikota", here.regions, 2000, counted(good)) for good in revote)
    return summarise((*here.balances().values(), *stocks), ()).request


def test_the_request_is_voting_plus_revote_at_the_highest_level_and_no_level_twice() -> None:
    here = city({"kota/damai": [600]}, {"kota/damai": counted(600)})
    assert request_of(here) == 15
    assert request_of(here, 1990) == 25


def test_the_request_is_unknown_where_the_city_was_not_counted() -> None:
    assert request_of(city({"kota/damai": [600], "utara/batu": [600]}, {"kota/damai": counted(600)}), 1990) is None


def test_a_revote_stock_that_was_not_counted_asks_for_nothing() -> None:
    here = city({"kota/damai": [600]}, {"kota/damai": counted(600)})
    uncounted = revote_balance("walikota", here.regions, None, counted(10))
    assert summarise((*here.balances().values(), uncounted), ()).request == 15
