"""Every check, in the order of its first code. A new check is one module and one line here."""

from collections.abc import Iterator

from logistik.checks import (
    cartons_for_sheets,
    cells,
    condition,
    control_totals,
    doubled_columns,
    elections,
    hidden_parts,
    levels,
    orders,
    recaps,
    repeated_stations,
    repeated_stock,
    row_identity,
    row_readings,
    shortage,
    stale_results,
    stated_results,
    station_numbers,
    station_size,
    stray_rows,
    sum_of_sexes,
    total_rows,
    unknown_columns,
    unknown_regions,
    unnamed_city,
    unrecognised_sheets,
    voters,
)
from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding, sort_key

CHECKS: tuple[Check, ...] = (
    unrecognised_sheets.CHECK,
    hidden_parts.CHECK,
    stray_rows.CHECK,
    total_rows.CHECK,
    recaps.CHECK,
    doubled_columns.CHECK,
    unknown_columns.CHECK,
    elections.CHECK,
    cells.CHECK,
    stale_results.CHECK,
    voters.CHECK,
    sum_of_sexes.CHECK,
    repeated_stations.CHECK,
    station_numbers.CHECK,
    station_size.CHECK,
    control_totals.CHECK,
    unnamed_city.CHECK,
    unknown_regions.CHECK,
    row_identity.CHECK,
    cartons_for_sheets.CHECK,
    stated_results.CHECK,
    repeated_stock.CHECK,
    row_readings.CHECK,
    shortage.CHECK,
    orders.CHECK,
    levels.CHECK,
    condition.CHECK,
)


def metas() -> list[CheckMeta]:
    """Every code, in order."""
    return sorted((meta for check in CHECKS for meta in check.metas), key=lambda meta: meta.code)


def run_all(case: Case) -> list[Finding]:
    """All findings of a case, gravest first."""

    def found() -> Iterator[Finding]:
        for check in CHECKS:
            yield from check.run(case)

    return sorted(found(), key=sort_key)
