"""The packing list before packing as the contract `logistik.allocate/1`."""

import json
from typing import Any

from logistik.documents.allocation_model import SCHEMA, Allocation, Allotted, Share


def as_json(allocation: Allocation) -> str:
    """A row for each TPS and election of the region wanted; sheets, and None where a figure is not known."""
    said = {
        "schema": SCHEMA,
        "audit": allocation.audit,
        "region": allocation.region._asdict(),
        "assumed": allocation.is_assumed,
        "elections": [_totals(each) for each in allocation.elections],
        "rows": [_row(each.election, share) for each in allocation.elections for share in each.stations],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _totals(plan: Allotted) -> dict[str, Any]:
    """The figures of the whole kabupaten/kota."""
    city = plan.city
    return {
        "election": plan.election,
        "assumed": plan.is_assumed,
        "sheets_per_bundle": plan.bundle,
        "stock": plan.stock,
        "unsorted": plan.unsorted,
        "polling_stations": city.polling_stations,
        "polling_stations_without_voters": city.without_voters,
        "voters": city.voters,
        "reserve": city.reserve,
        "sheets": city.sheets,
        "bundles": city.bundles,
        "loose": city.loose,
        "short": None if plan.stock is None else city.short,
        "left": plan.left,
    }


def _row(election: str, share: Share) -> dict[str, Any]:
    return {
        "region": share.region._asdict(),
        "election": election,
        "voters": share.voters,
        "reserve": share.reserve,
        "sheets": share.sheets,
        "bundles": share.bundles,
        "loose": share.loose,
        "short": share.short,
    }
