"""The work order as the contract `logistik.transfer/1`."""

import json
from typing import Any

from logistik.core.regions import Region
from logistik.documents.transfer_model import SCHEMA, WAREHOUSE, WorkOrder


def as_json(order: WorkOrder) -> str:
    """All elections of a work order in one text; sheets, and None where a figure is not known."""
    said = {
        "schema": SCHEMA,
        "audit": order.audit,
        "region": order.region._asdict(),
        "draft": order.is_draft,
        "moves": [
            {
                "election": each.election,
                "from": _place(move.source),
                "to": _place(move.target),
                "sheets": move.sheets,
            }
            for each in order.elections
            for move in each.moves
        ],
        "uncovered": [
            {
                "election": each.election,
                "region": missing.region._asdict(),
                "sheets": missing.sheets,
                "voters": missing.voters,
                "reserve": missing.reserve,
            }
            for each in order.elections
            for missing in each.uncovered
        ],
        "left_alone": [
            {
                "election": each.election,
                "region": box.region._asdict(),
                "reason": box.reason.value,
                "counts": list(box.counts),
                "packed": box.packed,
                "required": box.required,
                "difference": box.difference,
            }
            for each in order.elections
            for box in each.left_alone
        ],
        "warehouse": [
            {
                "election": each.election,
                "stock": each.warehouse.stock,
                "packed": each.warehouse.packed,
                "elsewhere": each.warehouse.elsewhere,
                "rest": each.warehouse.rest,
                "in": each.warehouse.incoming,
                "out": each.warehouse.outgoing,
            }
            for each in order.elections
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _place(region: Region | None) -> dict[str, Any] | str:
    return WAREHOUSE if region is None else region._asdict()
