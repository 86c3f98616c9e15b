"""SARIF 2.1.0, the interchange format of code scanners: findings with their rules, places and input hashes."""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from logistik import __version__
from logistik.checks.meta import CheckMeta
from logistik.checks.registry import metas
from logistik.core.choice import SetAside
from logistik.core.findings import Finding
from logistik.core.layout import printable
from logistik.core.places import Location
from logistik.core.report import Input, Report
from logistik.core.vocabulary import Severity
from logistik.render.aside import TITLES
from logistik.render.catalogue import texts
from logistik.render.places import is_absolute, line_of, uri_of
from logistik.render.shown import Shown

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "WORKSPACE"
_MARK = "logistik/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SETTINGS = ".toml"


def render(report: Report, _: Shown) -> str:
    """One run with the rules that were broken; paths are relative to the workspace."""
    return json.dumps(document(report), ensure_ascii=False, indent=2) + "\n"


def document(report: Report) -> dict[str, Any]:
    """The log as dictionaries and lists; what was found and does not count is a suppressed result."""
    kept = [each.finding for each in report.set_aside]
    found = [*report.findings, *kept]
    codes = {finding.code for finding in found}
    broken = [meta for meta in metas() if meta.code in codes]
    rules = {meta.code: index for index, meta in enumerate(broken)}
    files = {source.path: index for index, source in enumerate(report.inputs)}
    prints = _fingerprints(found)
    suppressions = [*([] for _ in report.findings), *([_suppression(each)] for each in report.set_aside)]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "logistik",
                        "version": __version__,
                        "language": "id",
                        "rules": [_rule(meta) for meta in broken],
                    }
                },
                "invocations": [{"executionSuccessful": True}],
                "originalUriBaseIds": {_BASE: {"description": {"text": "Folder kerja (letak logistik.toml)"}}},
                "artifacts": [_artifact(source) for source in report.inputs],
                "results": [
                    {**_result(finding, rules, files), "partialFingerprints": {_MARK: mark}, "suppressions": suppressed}
                    for finding, mark, suppressed in zip(found, prints, suppressions, strict=True)
                ],
                "properties": {
                    "ruleset": report.ruleset,
                    "asOf": report.as_of.isoformat(),
                    "overrides": [override._asdict() for override in report.overrides],
                    "summary": report.summary._asdict(),
                },
            }
        ],
    }


def _rule(meta: CheckMeta) -> dict[str, Any]:
    parts = texts(meta)
    return {
        "id": meta.code,
        "name": meta.name,
        "shortDescription": {"text": meta.summary},
        "fullDescription": {"text": meta.what},
        "help": {
            "text": "\n".join(f"{label}: {text}" for label, text in parts),
            "markdown": "\n\n".join(f"**{label}.** {text}" for label, text in parts),
        },
        "defaultConfiguration": {"level": _LEVELS[meta.severity]},
        "properties": {"since": meta.since},
    }


def _artifact(source: Input) -> dict[str, Any]:
    role = "userSpecifiedConfiguration" if source.path.endswith(_SETTINGS) else "analysisTarget"
    return {
        "location": _file(source.path),
        "length": source.bytes,
        "roles": [role],
        "hashes": {"sha-256": source.sha256},
        "properties": {"sheets": [{"name": printable(sheet.name), "role": sheet.role} for sheet in source.sheets]},
    }


def _file(path: str) -> dict[str, Any]:
    return {"uri": uri_of(path), **({} if is_absolute(path) else {"uriBaseId": _BASE})}


def _result(finding: Finding, rules: dict[str, int], files: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": rules.get(finding.code, -1),
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [_location(finding.location, files)] if finding.location else [],
        "relatedLocations": [
            {"id": number, **_location(place, files), "message": {"text": _message(str(place))}}
            for number, place in enumerate(finding.related, 1)
        ],
        "occurrenceCount": finding.count,
        "properties": {
            "hint": printable(finding.hint),
            "region": _region(finding),
            "election": finding.election,
            "raw": None if finding.raw is None else printable(finding.raw),
            "expected": None if finding.expected is None else printable(finding.expected),
        },
    }


def _suppression(each: SetAside) -> dict[str, Any]:
    """That a finding does not count, and who answers for it where it was waived."""
    said = [each.reason, each.by, each.until and f"sampai {each.until.isoformat()}"]
    why = ", ".join(printable(text) for text in said if text)
    return {"kind": "external", "status": "accepted", "justification": why or TITLES[each.how]}


def _location(place: Location, files: dict[str, int]) -> dict[str, Any]:
    """A file and, since SARIF knows lines but no cells, the sheet and cell as a logical place inside it."""
    line = line_of(place)
    physical = {"artifactLocation": {**_file(place.file), "index": files.get(place.file, -1)}}
    located: dict[str, Any] = {"physicalLocation": {**physical, **({"region": {"startLine": line}} if line else {})}}
    if place.sheet is None:
        return located
    sheet = printable(place.sheet)
    inside = {
        "name": place.cell or sheet,
        "fullyQualifiedName": printable(str(place)),
        "kind": "cell" if place.cell else "sheet",
    }
    return {**located, "logicalLocations": [inside], "properties": {"sheet": sheet, "cell": place.cell}}


def _region(finding: Finding) -> str | None:
    return printable(str(finding.region)) if finding.region else None


def _message(text: str) -> str:
    """Text without what SARIF reads into a message: placeholders in braces, links in brackets."""
    return printable(text).replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _fingerprints(findings: Sequence[Finding]) -> list[str]:
    """What tells a finding from others when the figures or rows around it change: code, sheet, region, election.

    Where no region is known the cell stands in for it; several of one kind are numbered.
    """
    seen: Counter[tuple[str | None, ...]] = Counter()
    prints = []
    for finding in findings:
        place = finding.location or Location("")
        within = _region(finding) or place.cell
        identity = (finding.code, place.file, place.sheet, within, finding.election)
        seen[identity] += 1
        text = json.dumps([*identity, seen[identity]])
        prints.append(sha256(text.encode()).hexdigest()[:32])
    return prints
