"""JUnit's XML: counts that agree, text that XML 1.0 allows, names that stay the same from run to run."""

import re
from xml.etree.ElementTree import Element, fromstring

from logistik.core.choice import How, SetAside
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Severity
from logistik.render import as_junit
from tests.render.reports import finding, report, shown, waived

PLACE = Location("stok #1.xlsx", "Zeta", "B2")


def suites_of(*findings: Finding, set_aside: tuple[SetAside, ...] = ()) -> Element:
    """The root, parsed; every suite's counts are those of its cases."""
    root = fromstring(as_junit.render(report(*findings, set_aside=set_aside), shown()))  # noqa: S314 - our own output
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped", "")) == len(suite.findall("testcase/skipped"))
    assert int(root.get("tests", "")) == len(root.findall("testsuite/testcase"))
    assert int(root.get("failures", "")) == len(root.findall("testsuite/testcase/failure"))
    return root


def test_errors_and_warnings_fail_and_infos_pass() -> None:
    root = suites_of(*(finding(place=PLACE, severity=severity) for severity in Severity))
    assert [[child.tag for child in case] for case in root.findall("testsuite[1]/testcase")] == [
        ["failure"],
        ["failure"],
        ["system-out"],
    ]


def test_each_input_is_a_suite_and_one_without_findings_passes() -> None:
    root = suites_of(finding(place=PLACE), finding())
    assert [suite.get("name") for suite in root] == ["stok #1.xlsx", "dpt.csv", "audit"]
    assert [(case.get("name"), len(case)) for case in root.findall("testsuite[2]/testcase")] == [("tanpa temuan", 0)]


def test_a_case_is_named_by_code_and_place_and_twins_are_told_apart() -> None:
    root = suites_of(finding("perlu 5", PLACE), finding("perlu 7", PLACE))
    assert [case.get("name") for case in root.findall("testsuite[1]/testcase")] == [
        "LG506 hasil-tertulis-berbeda Zeta!B2",
        "LG506 hasil-tertulis-berbeda Zeta!B2 (2)",
    ]


def test_no_text_breaks_the_xml() -> None:
    nasty = 'a<b>&"c" ]]> \x00\x08\x1b\ufffe\ud800 \n d'
    place = Location("<&>.xlsx", '"\x01"', "A1")
    text = as_junit.render(report(finding(nasty, place, hint=nasty)), shown())
    assert not re.search("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    failure = fromstring(text).find("testsuite[3]/testcase/failure")  # noqa: S314 - our own output
    assert failure is not None
    assert failure.get("message") == 'a<b>&"c" ]]> ····· d'


def test_a_waived_finding_is_skipped_and_one_left_out_is_no_test() -> None:
    left_out = (waived(finding(place=PLACE)), SetAside(finding("lain", PLACE), How.IGNORED))
    root = suites_of(set_aside=left_out)
    assert [each.get("message") for each in root.iter("skipped")] == ["Sudah dicatat (Divisi Data)"]
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("2", "0", "1")
