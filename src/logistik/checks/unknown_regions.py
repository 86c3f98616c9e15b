"""LG501 wilayah-tidak-dikenal: a stock row of a region that the roll does not have."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Severity
from logistik.ingest.book import Entry
from logistik.ingest.finder import Misfit
from logistik.ingest.names import region_key, region_name

META = CheckMeta(
    code="LG501",
    name="wilayah-tidak-dikenal",
    severity=Severity.ERROR,
    summary="Wilayah di stok tidak ada di DPT",
    what="Nama kecamatan dan kelurahan di stok dicocokkan dengan DPT tanpa membedakan huruf besar, spasi, Kec., Kel., atau Desa. Nama yang mirip tidak pernah dianggap sama tanpa persetujuan.",
    why="Stok baris itu tidak masuk ke neraca wilayah mana pun.",
    example="'Klandasan Iilir' di stok, 'Klandasan Ilir' di DPT.",
    fix="Perbaiki nama di berkas stok, atau tempel baris alias yang disarankan ke logistik.toml.",
)
SUGGESTED = 100
"""For so many names a likely one is looked for; more unknown names have another cause."""
SIMILAR = 70
"""From this likeness (0 to 100) on a name is suggested; it is never taken for the other."""


def check(case: Case) -> Iterator[Finding]:
    """Rows that found no region, one finding for each name."""
    suggestions = _Suggestions(case)
    rows: dict[tuple[Misfit, str, str], list[Entry]] = {}
    for entry in case.book.entries:
        if entry.misfit is not None:
            kecamatan = "" if entry.misfit is Misfit.KECAMATAN else entry.row.kecamatan
            name = entry.row.kecamatan if entry.misfit is Misfit.KECAMATAN else entry.row.kelurahan
            rows.setdefault((entry.misfit, kecamatan, name), []).append(entry)
    for (misfit, kecamatan, name), entries in rows.items():
        first = entries[0].row
        level = "kecamatan" if misfit is Misfit.KECAMATAN else "kelurahan"
        column = Field.KECAMATAN if misfit is Misfit.KECAMATAN else Field.KELURAHAN
        if misfit is Misfit.AMBIGUOUS:
            message = f"Kelurahan '{name}' ada di lebih dari satu kecamatan; kolom Kecamatan perlu diisi"
            hint = "Isi kolom Kecamatan di baris itu."
        else:
            near = suggestions.nearest(level, kecamatan, name)
            message = (
                f"{level.capitalize()} '{region_name(name, level)}' tidak ada di DPT; barisnya tidak ikut dihitung"
            )
            hint = META.fix
            if near:
                message += f". Mungkin maksud Anda '{near}'"
                hint = f'Perbaiki namanya, atau tempel di baris pertama logistik.toml: alias.{level}."{_quoted(name)}" = "{_quoted(near)}"'
        yield META.at(
            first.at(column, Field.RECEIVED),
            message,
            hint,
            related=[entry.row.at(column, Field.RECEIVED) for entry in entries[1:4]],
            raw=name,
            count=len(entries),
        )


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')


class _Suggestions:
    """The nearest names of the roll; the choices of each kecamatan are put together once."""

    def __init__(self, case: Case) -> None:
        self._regions = case.book.regions
        self._choices: dict[RegionKey | str, dict[RegionKey, str]] = {}
        self._left = SUGGESTED

    def nearest(self, level: str, kecamatan: str, name: str) -> str | None:
        """The name that is most like `name`, of the same kecamatan where that is known; None if none is alike."""
        from rapidfuzz import fuzz, process

        if self._left == 0:
            return None
        self._left -= 1
        above = RegionKey(region_key(kecamatan, "kecamatan"))
        group: RegionKey | str = above if kecamatan and above in self._regions else level
        if group not in self._choices:
            self._choices[group] = {
                key: key.kelurahan or key.kecamatan
                for key in self._regions.names
                if key.level.value == level and (group == level or key.parent == above)
            }
        found = process.extractOne(
            region_key(name, level), self._choices[group], scorer=fuzz.ratio, score_cutoff=SIMILAR
        )
        return self._regions.names[found[2]] if found else None


CHECK = Check((META,), check)
