"""The sentences and names of an inspection that several formats share."""

from collections.abc import Callable, Sequence

from logistik.core.vocabulary import ELECTION_TITLES, Field, Role
from logistik.core.wording import listed
from logistik.ingest.fields import word_for
from logistik.ingest.lists import RecapSign
from logistik.ingest.seen import ColumnSeen, SheetSeen, TableSeen
from logistik.ingest.sheets import is_findings_list

ROLES: dict[str, str] = {
    Role.DPT: "DPT",
    Role.STOCK: "stok",
    Role.CARTONS: "koli",
    Role.PACKING: "pengesetan",
    Role.RECAP: "rekap",
}
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


def ranges(places: Sequence[int], called: Callable[[int], str]) -> list[str]:
    """Ascending places with neighbours together: `7-9`, `12`."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1] = [runs[-1][0], place]
        else:
            runs.append([place])
    return ["-".join(called(end) for end in run) for run in runs]


def row_ranges(rows: Sequence[int]) -> list[str]:
    """Rows as a person counts them: `7-9`, `12`."""
    return ranges(rows, lambda row: str(row + 1))


def why(table: TableSeen) -> str:
    """Why a table has its role."""
    named = listed([f"{column.header} ({column.cell})" for column in table.deciding], most=4)
    said = f"kolom {named}"
    if table.sign is RecapSign.LARGE:
        return f"{said}; tetapi pemilih per baris jauh di atas batas TPS, jadi satu baris bukan satu TPS"
    if table.sign is RecapSign.COUNTED:
        return f"{said}; tetapi kolom TPS-nya sama dengan banyaknya TPS di daftar lain, jadi satu baris bukan satu TPS"
    if table.role is Role.RECAP:
        return f"{said}; tanpa kolom nomor TPS, jadi satu baris bukan satu TPS"
    return said


def why_none(sheet: SheetSeen) -> str:
    """Why a sheet has no role."""
    if sheet.is_blank:
        return "kosong"
    if sheet.is_aside:
        which = "daftar temuan audit sebelumnya" if is_findings_list(sheet.grid) else "lembar bantu"
        return f"{which}, sengaja tidak dibaca"
    if sheet.is_by_name:
        return "daftar pemilih menurut nama (satu baris satu orang), bukan jumlah pemilih per TPS"
    found = sheet.candidates
    if found is None or not found.rows:
        return "tidak ada baris judul kolom di atas baris berangka"
    return f"tidak ada baris dengan cukup kolom yang dikenal; baris {span(found.rows)} paling mirip"
