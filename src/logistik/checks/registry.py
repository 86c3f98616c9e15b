"""Every check, in the order of its first code. A new check is one module and one line here."""

from collections.abc import Iterator

from logistik.checks import (
    carton_condition,
    carton_contents,
    carton_labels,
    carton_numbers,
    carton_owners,
    cartons_delivered,
    cartons_for_sheets,
    cells,
    closing,
    condition,
    control_totals,
    doubled_columns,
    elections,
    good_and_later,
    hidden_parts,
    letters,
    levels,
    misplaced_names,
    moved_in,
    odd_names,
    orders,
    packing,
    personal_data,
    recaps,
    region_aliases,
    region_codes,
    repeated_stations,
    repeated_stock,
    row_identity,
    row_readings,
    sheet_names,
    shifted_columns,
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
    unnamed_columns,
    unread_rows,
    unrecognised_sheets,
    voters,
    waivers,
)
from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding, sort_key

CHECKS: tuple[Check, ...] = (
    unrecognised_sheets.CHECK,
    personal_data.CHECK,
    hidden_parts.CHECK,
    stray_rows.CHECK,
    unread_rows.CHECK,
    total_rows.CHECK,
    recaps.CHECK,
    doubled_columns.CHECK,
    shifted_columns.CHECK,
    unknown_columns.CHECK,
    unnamed_columns.CHECK,
    elections.CHECK,
    sheet_names.CHECK,
    cells.CHECK,
    stale_results.CHECK,
    voters.CHECK,
    sum_of_sexes.CHECK,
    repeated_stations.CHECK,
    station_numbers.CHECK,
    station_size.CHECK,
    control_totals.CHECK,
    unnamed_city.CHECK,
    odd_names.CHECK,
    region_codes.CHECK,
    region_aliases.CHECK,
    unknown_regions.CHECK,
    misplaced_names.CHECK,
    row_identity.CHECK,
    cartons_for_sheets.CHECK,
    stated_results.CHECK,
    repeated_stock.CHECK,
    row_readings.CHECK,
    carton_labels.CHECK,
    good_and_later.CHECK,
    carton_numbers.CHECK,
    carton_contents.CHECK,
    carton_condition.CHECK,
    carton_owners.CHECK,
    cartons_delivered.CHECK,
    shortage.CHECK,
    orders.CHECK,
    levels.CHECK,
    condition.CHECK,
    packing.CHECK,
    moved_in.CHECK,
    letters.CHECK,
)


def metas() -> list[CheckMeta]:
    """Every code, in order; also those that speak of the findings, or of the closed balance, rather than of a sheet."""
    found = (meta for check in CHECKS for meta in check.metas)
    return sorted((*found, *waivers.METAS, *closing.METAS), key=lambda meta: meta.code)


def run_all(case: Case) -> list[Finding]:
    """All findings of a case, gravest first."""

    def found() -> Iterator[Finding]:
        for check in CHECKS:
            yield from check.run(case)

    return sorted(found(), key=sort_key)
