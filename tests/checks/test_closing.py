"""The codes of the closed balance: `logistik close` gives them, and no audit does."""

import pytest

from logistik.checks.closing import METAS
from tests.checks.closing_cases import WAREHOUSES, Warehouse
from tests.tools import Runner


@pytest.mark.parametrize("case", [case for case in WAREHOUSES if case.finds], ids=str)
def test_what_keeps_a_balance_open_is_found_with_its_likely_cause(case: Warehouse, logistik: Runner) -> None:
    ran = case.audited(logistik)("close", "--format", "json", "--as-of", case.day)
    meta = {each.code: each for each in METAS}
    findings = ran.json["findings"]
    assert [each["code"] for each in findings] == list(case.finds), ran.out
    assert ran.status == 1
    for finding in findings:
        assert (finding["name"], finding["severity"]) == (meta[finding["code"]].name, "error")
        assert finding["message"].isprintable()
        assert finding["hint"]
        assert finding["location"]["cell"] == "C2"
        assert (finding["region"]["level"], finding["election"]) == ("kota", "walikota")
    assert all(any(said in finding["message"] for finding in findings) for said in case.says), findings
    assert "pasti" not in ran.out


@pytest.mark.parametrize("case", [case for case in WAREHOUSES if case.near], ids=str)
def test_a_balance_that_closes_is_left_alone(case: Warehouse, logistik: Runner) -> None:
    ran = case.audited(logistik)("close", "--format", "json", "--as-of", case.day)
    assert (ran.status, ran.json["findings"]) == (0, []), ran.out
    assert {each["difference"] for each in ran.json["elections"]} == {0}


@pytest.mark.parametrize("case", WAREHOUSES, ids=str)
def test_no_audit_gives_them(case: Warehouse, logistik: Runner) -> None:
    case.audited(logistik)
    ran = logistik("audit", "stok.xlsx", "--dpt", "dpt.xlsx", "--format", "json", "--as-of", case.day)
    assert not {each["code"] for each in ran.json["findings"]} & {meta.code for meta in METAS}


def test_what_the_office_chose_holds_for_the_closing_too(logistik: Runner) -> None:
    case = next(case for case in WAREHOUSES if case.finds == ("LG641",))
    case.audited(logistik)
    (logistik.folder / "logistik.toml").write_text('[temuan.berat]\nLG641 = "warning"\n', "utf-8")
    ran = logistik(
        "close", "stok.xlsx", "pengesetan.xlsx", "--dpt", "dpt.xlsx", "--as-of", case.day, "--format", "json"
    )
    assert [(each["code"], each["severity"]) for each in ran.json["findings"]] == [("LG641", "warning")]
    assert ran.status == 0


def test_a_difference_that_the_office_passes_over_still_makes_a_draft(logistik: Runner) -> None:
    case = WAREHOUSES[0]
    case.audited(logistik)
    (logistik.folder / "logistik.toml").write_text('[temuan]\nabaikan = ["LG640"]\n', "utf-8")
    files = ["stok.xlsx", "pengesetan.xlsx", "--dpt", "dpt.xlsx", "--as-of", case.day]
    ran = logistik("close", *files)
    assert (ran.status, "Selisih 205 lembar" in ran.out, "LG640" in ran.out) == (0, True, False)
    assert "ditandatangani" not in ran.out
    assert "DRAF: neraca belum tertutup" in logistik("close", *files, "--format", "markdown").out
