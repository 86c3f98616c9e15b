"""The report as the JSON contract `logistik.audit/1`: plain data, keys in a fixed order."""

import json
from typing import Any

from logistik.core.balances import Balance
from logistik.core.choice import SetAside
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import Region
from logistik.core.report import Report
from logistik.core.vocabulary import Level, Stock
from logistik.render.shown import Shown


def document(report: Report) -> dict[str, Any]:
    """The report as dictionaries and lists."""
    has_packing = any(balance.polling_stations_not_packed is not None for balance in report.balances)
    return {
        "schema": report.schema,
        "ruleset": report.ruleset,
        "as_of": report.as_of.isoformat(),
        "inputs": [
            {
                "path": source.path,
                "sha256": source.sha256,
                "bytes": source.bytes,
                "sheets": [{"name": sheet.name, "role": sheet.role} for sheet in source.sheets],
            }
            for source in report.inputs
        ],
        "options": dict(report.options),
        "overrides": [
            {"key": each.key, "value": each.value, "instead_of": each.instead_of} for each in report.overrides
        ],
        "balances": [_balance(balance, has_packing=has_packing) for balance in report.balances],
        "findings": [finding_document(finding) for finding in report.findings],
        "set_aside": [_set_aside(each) for each in report.set_aside],
        "damage": [each._asdict() | {"region": region_document(each.region)} for each in report.damage],
        "sources": [each._asdict() | {"region": region_document(each.region)} for each in report.sources],
        "cartons": [each._asdict() | {"odd": [odd._asdict() for odd in each.odd]} for each in report.cartons],
        "letters_through": report.letters_through,
        "summary": {
            "errors": report.summary.errors,
            "warnings": report.summary.warnings,
            "infos": report.summary.infos,
            "request": report.summary.request,
        },
    }


def region_document(region: Region) -> dict[str, Any]:
    """A region with all its keys, None where it is larger."""
    return region._asdict()


def render(report: Report, _: Shown) -> str:
    """The contract as JSON text, one value a line."""
    return json.dumps(document(report), ensure_ascii=False, indent=2) + "\n"


def canonical(report: Report) -> str:
    """The contract as one line of JSON: what the ledger keeps and hashes."""
    return json.dumps(document(report), ensure_ascii=False, separators=(",", ":"))


def _set_aside(each: SetAside) -> dict[str, Any]:
    return {
        "finding": finding_document(each.finding),
        "how": each.how,
        "reason": each.reason,
        "by": each.by,
        "until": each.until.isoformat() if each.until else None,
        "place": each.place,
        "covers": each.covers,
    }


def _balance(balance: Balance, *, has_packing: bool) -> dict[str, Any]:
    """A balance; the figures of packing only where packing was read, and not of the stock for a revote."""
    found = balance._asdict() | {"region": region_document(balance.region)}
    if balance.stock is Stock.REVOTE or not has_packing:
        del found["packed"], found["polling_stations_not_packed"]
    elif balance.region.level is Level.TPS:
        del found["polling_stations_not_packed"]
    return found


def _location(location: Location) -> dict[str, str | None]:
    return {"file": location.file, "sheet": location.sheet, "cell": location.cell}


def finding_document(finding: Finding) -> dict[str, Any]:
    """A finding with its places and its region."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "count": finding.count,
        "location": _location(finding.location) if finding.location else None,
        "related": [_location(place) for place in finding.related],
        "region": region_document(finding.region) if finding.region else None,
        "election": finding.election,
        "raw": finding.raw,
        "expected": finding.expected,
    }
