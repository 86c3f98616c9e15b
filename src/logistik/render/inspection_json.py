"""What was understood as the JSON contract `logistik.inspect/1`: plain data, rows as a person counts them."""

import json
from collections.abc import Sequence
from typing import Any

from logistik.core.places import cell_name, column_letters
from logistik.ingest.row_kinds import LeftOut
from logistik.ingest.seen import ColumnSeen, FileSeen, FormulasSeen, SheetSeen, TableSeen, alias_lines
from logistik.ingest.stated_totals import ControlTotal
from logistik.ingest.suggestions import Candidates
from logistik.render.inspection_words import row_ranges, why, why_none

SCHEMA = "logistik.inspect/1"


def document(files: Sequence[FileSeen]) -> dict[str, Any]:
    """The contract as dictionaries and lists; the keys are extended, never changed."""
    return {
        "schema": SCHEMA,
        "files": [_file(file) for file in files],
        "alias_kolom": {line.header: line.meaning for line in alias_lines(files)},
    }


def render(files: Sequence[FileSeen]) -> str:
    """The contract as JSON text, one value a line."""
    return json.dumps(document(files), ensure_ascii=False, indent=2) + "\n"


def _file(file: FileSeen) -> dict[str, Any]:
    error = {"message": file.error.message, "hint": file.error.hint} if file.error else None
    return {"path": file.path, "sheets": [_sheet(sheet) for sheet in file.sheets], "error": error}


def _sheet(sheet: SheetSeen) -> dict[str, Any]:
    """A sheet, its tables put together, and each of them under `tables`."""
    tables = [_table(table) for table in sheet.tables]
    whole: dict[str, Any] = {
        "name": sheet.grid.sheet,
        "hidden": sheet.is_hidden,
        "hidden_rows": row_ranges(sheet.hidden_rows),
        "hidden_columns": [column_letters(at) for at in sheet.hidden_columns],
        "role": sheet.role,
        "aside": sheet.is_aside,
        "personal_columns": [column_letters(at) for at in sheet.personal],
        "formulas": _formulas(sheet.formulas),
        "why": "; ".join(dict.fromkeys(map(why, sheet.tables))) or why_none(sheet),
        "understood": sheet.is_understood,
    }
    for key in ("header_rows", "columns", "control_totals", "first_rows", "unreadable"):
        whole[key] = [each for table in tables for each in table[key]]
    whole["data_rows"] = sum(table.data_rows for table in sheet.tables)
    whole["left_out"] = [_left_out(each) for each in sheet.left_out]
    whole["tables"] = tables
    whole["candidates"] = _candidates(sheet.candidates) if sheet.candidates else None
    return whole


def _formulas(seen: FormulasSeen) -> dict[str, Any]:
    """How many formulas and percentages, and the cells of those that need a second look."""
    return {
        "cells": seen.cells,
        "stale": [cell_name(*spot) for spot in seen.stale],
        "uncalculated": [cell_name(*spot) for spot in seen.uncalculated],
        "unknown": [cell_name(*spot) for spot in seen.unknown],
        "percents": seen.percents,
    }


def _table(table: TableSeen) -> dict[str, Any]:
    return {
        "role": table.role,
        "why": why(table),
        "header_rows": [row + 1 for row in table.header_rows],
        "columns": [_column(column) for column in table.columns],
        "context": dict(table.context),
        "shift": table.shift,
        "restored": table.restored,
        "lacks": list(table.lacks),
        "needs_dpt": table.needs_list,
        "data_rows": table.data_rows,
        "first_rows": [{"row": each.row + 1, "values": dict(each.values)} for each in table.first],
        "left_out": [_left_out(each) for each in table.left_out],
        "control_totals": [_total(each) for each in table.control_totals],
        "unreadable": [cell_name(each.row, each.column) for each in table.troubles],
    }


def _column(seen: ColumnSeen) -> dict[str, Any]:
    key = seen.column.key
    return {
        "header": seen.column.header,
        "cell": seen.column.cell,
        "field": key.name if key else None,
        "confidence": seen.sureness.confidence,
        "because": seen.sureness.because,
        "election": key.election if key else None,
        "stock": key.stock if key else None,
        "category": key.category if key else None,
        "personal": seen.is_personal,
        "used": key is not None and not seen.is_doubled,
        "near": [_near(near.field, near.meaning, near.likeness) for near in seen.head.near] if seen.head else [],
    }


def _near(field: str, word: str, likeness: float | None) -> dict[str, Any]:
    return {"field": field, "word": word, "likeness": likeness}


def _left_out(each: LeftOut) -> dict[str, Any]:
    return {"rows": each.rows, "reason": each.reason, "kind": each.kind}


def _total(total: ControlTotal) -> dict[str, Any]:
    return {
        "row": total.row + 1,
        "label": total.label,
        "agrees": total.agrees,
        "figures": [figure._asdict() for figure in total.figures],
    }


def _candidates(found: Candidates) -> dict[str, Any]:
    return {
        "rows": [row + 1 for row in found.rows],
        "columns": [
            {
                "header": head.text,
                "cell": head.cell,
                "field": head.field,
                "holds_numbers": head.holds_numbers,
                "near": [_near(near.field, near.meaning, near.likeness) for near in head.near],
            }
            for head in found.heads
        ],
        "lacks": dict(found.lacks),
        "suggestion": found.suggestion and {
            "role": found.suggestion.role,
            "lines": [
                _near(line.field, line.meaning, line.likeness) | {"header": line.header}
                for line in found.suggestion.lines
            ],
        },
    }  # fmt: skip
