"""Every code in the sheets that have its fault, and silence in those that nearly have it."""

import pytest

from logistik.checks.registry import metas
from tests.checks.carton_cases import CARTONS
from tests.checks.case import Case, place
from tests.checks.closing_cases import WAREHOUSES
from tests.checks.layout_cases import LAYOUT
from tests.checks.letter_cases import LETTERS
from tests.checks.packing_cases import PACKING
from tests.checks.reading_cases import READING
from tests.checks.reconciliation_cases import RECONCILIATION
from tests.checks.region_cases import REGIONS
from tests.checks.roll_cases import ROLL_CASES
from tests.checks.warehouse_cases import WAREHOUSE
from tests.tools import Runner

CASES = (*LAYOUT, *READING, *ROLL_CASES, *WAREHOUSE, *CARTONS, *RECONCILIATION, *REGIONS, *LETTERS, *PACKING)
FAULTS = [case for case in CASES if case.finds]
NEAR_MISSES = [case for case in CASES if case.near]


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_a_fault_is_found_at_its_cell_and_nothing_else_is(case: Case, logistik: Runner) -> None:
    ran = case.audit(logistik)
    findings = ran.json["findings"]
    told = [each for each in findings if each["code"] in case.codes]
    assert [(each["code"], each["severity"], each["count"]) for each in told] == [
        (each.code, each.severity, each.places) for each in case.finds
    ], [each["message"] for each in findings]
    for finding, found in zip(told, case.finds, strict=True):
        assert found.place in (None, place(finding))
        assert found.says in finding["message"]
    assert {each["code"] for each in findings} - case.codes == set(case.besides.split())
    assert ran.status == int("error" in {each["severity"] for each in findings})


@pytest.mark.parametrize("case", NEAR_MISSES, ids=str)
def test_a_near_miss_is_not_called_a_fault(case: Case, logistik: Runner) -> None:
    ran = case.audit(logistik)
    assert set(ran.codes()) == set(case.besides.split()), [each["message"] for each in ran.json["findings"]]


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_a_finding_is_one_line_with_a_hint_and_names_its_cell(case: Case, logistik: Runner) -> None:
    meta = {each.code: each for each in metas()}
    for finding in case.audit(logistik).json["findings"]:
        code = finding["code"]
        assert (finding["name"], finding["severity"]) == (meta[code].name, meta[code].severity)
        assert finding["message"].isprintable(), finding["message"]
        assert finding["hint"]
        if "LG3" < code < "LG6":
            assert finding["location"], f"{code} has no place"
            assert finding["location"]["cell"], f"{code} has no cell"


@pytest.mark.parametrize("code", [meta.code for meta in metas()])
def test_every_code_has_a_case_and_a_near_miss(code: str) -> None:
    assert any(code in case.codes for case in FAULTS) or any(code in each.finds for each in WAREHOUSES), code
    nears = {*(case.near for case in NEAR_MISSES), *(each.near for each in WAREHOUSES)}
    assert code in nears, f"no case nearly has {code}"


def test_no_case_is_about_a_code_that_does_not_exist() -> None:
    known = {meta.code for meta in metas()}
    assert {code for case in CASES for code in (*case.codes, *case.besides.split())} <= known


def test_every_case_says_what_it_is_about() -> None:
    assert len({str(case) for case in CASES}) == len(CASES)
    assert all(bool(case.finds) != bool(case.near) for case in CASES)
