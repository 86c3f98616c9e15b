"""The sentences and names of an inspection that several formats share."""

from collections.abc import Sequence

from logistik.core.vocabulary import ELECTION_TITLES, Field, Role
from logistik.core.wording import listed
from logistik.ingest.sheets import is_findings_list
from logistik.ingest.suggestions import word_for
from logistik.ingest.understood import ColumnSeen, SheetSeen, TableSeen

ROLES: dict[str, str] = {Role.DPT: "DPT", Role.STOCK: "stok", Role.RECAP: "rekap"}
"""What a role is called on the screen."""


def meaning(seen: ColumnSeen) -> str:
    """What a column became: its field, and the election and stock of its group."""
    key = seen.column.key
    if key is None:
        return "–"
    kind = "sebab" if key.name == Field.DAMAGE_CAUSE else "rusak"
    name = f"{kind}: {key.category.lower()}" if key.category else word_for(key.name)
    election = ELECTION_TITLES.get(key.election, key.election).partition(" dan ")[0] if key.election else ""
    return ", ".join(part for part in (name, election, "PSU" if key.stock == "revote" else "") if part)


def span(rows: Sequence[int]) -> str:
    """Rows as a person counts them: `5`, `5-6`."""
    return str(rows[0] + 1) if len(rows) == 1 else f"{rows[0] + 1}-{rows[-1] + 1}"


def why(table: TableSeen) -> str:
    """Why a table has its role."""
    named = listed([f"{column.header} ({column.cell})" for column in table.deciding], most=4)
    said = f"kolom {named}"
    if table.is_demoted:
        return f"{said}; tetapi pemilih per baris jauh di atas batas TPS, jadi satu baris bukan satu TPS"
    if table.role is Role.RECAP:
        return f"{said}; tanpa kolom nomor TPS, jadi satu baris bukan satu TPS"
    return said


def why_none(sheet: SheetSeen) -> str:
    """Why a sheet has no role."""
    if sheet.is_blank:
        return "daftar temuan audit sebelumnya" if is_findings_list(sheet.grid) else "kosong"
    found = sheet.candidates
    if found is None or not found.rows:
        return "tidak ada baris judul kolom di atas baris berangka"
    return f"tidak ada baris dengan cukup kolom yang dikenal; baris {span(found.rows)} paling mirip"
