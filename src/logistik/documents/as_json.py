"""The request as the JSON contract `logistik.request/1`."""

import json
from dataclasses import asdict, fields
from typing import Any

from logistik.core.regions import Region
from logistik.documents.model import SCHEMA, Letter, Request, Row


def render(request: Request) -> str:
    """The contract as JSON text."""
    document = {
        "schema": SCHEMA,
        "audit": request.audit,
        "region": _region(request.region),
        "letters": [_letter(letter) for letter in request.letters],
        "request": request.request,
        "outstanding": request.outstanding,
        "uncounted": [{"election": each.election, "required": each.required} for each in request.uncounted],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _region(region: Region) -> dict[str, Any]:
    return region._asdict()


def _row(row: Row) -> dict[str, Any]:
    return {each.name: getattr(row, each.name) for each in fields(Row)} | {"region": _region(row.region)}


def _letter(letter: Letter) -> dict[str, Any]:
    return {
        "election": letter.election,
        "from": letter.sender,
        "to": letter.recipient,
        "through": letter.through or None,
        "copies": list(letter.copies),
        "stock": letter.stock,
        "request": letter.request,
        "movable": letter.movable,
        "provisional": letter.provisional,
        "adjustments": [asdict(each) for each in letter.adjustments],
        "odd_cartons": [each._asdict() for each in letter.odd_cartons],
        "damage": [asdict(each) for each in letter.damage],
        "missing": [asdict(each) for each in letter.missing],
        "lines": [_row(row) for row in letter.rows],
    }
