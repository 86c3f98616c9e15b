"""LG525 koli-bukan-milik-kita: cartons of an election or of a region that is not ours."""

from collections.abc import Iterator

from logistik.checks.cartons import name_of, shortened
from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, as_one, gathered
from logistik.checks.suggestions import Suggestions, alias_line
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import listed, number
from logistik.ingest.names import region_name
from logistik.ingest.records import CartonRow
from logistik.ingest.titles import is_city

META = CheckMeta(
    code="LG525",
    name="koli-bukan-milik-kita",
    severity=Severity.ERROR,
    summary="Koli pemilihan atau wilayah lain, atau yang belum jelas milik siapa",
    what="Pemilihan setiap koli harus termasuk yang diperiksa. Kecamatan di daftar koli dicocokkan dengan DPT; nama kabupaten/kota lain berarti kolinya tertukar. Koli yang tidak jelas pemilihannya tidak ikut dijumlahkan.",
    why="Surat suara daerah atau pemilihan lain tidak dapat dipakai; kabupaten/kota yang berhak juga sedang mencarinya.",
    example="Tujuan koli 14 tertulis 'Kab. Serang' di daftar Kabupaten Bogor.",
    fix="Periksa labelnya. Koli yang tertukar disimpan terpisah, diberitahukan ke penyedia dan KPU daerah itu, dan diserahkan dengan berita acara.",
)


def check(case: Case) -> Iterator[Finding]:
    """Cartons without an election of this audit, then each name that the voter list does not have."""
    spots = ((row.block, _of_no_election(case, row)) for row in _rows(case) if row.election not in case.elections)
    yield from gathered(spots, lambda count: f"{number(count)} koli bukan pemilihan yang diperiksa")
    suggestions = Suggestions(case)
    rows: dict[str, list[CartonRow]] = {}
    for entry in case.book.cartons:
        if entry.key is None:
            rows.setdefault(entry.row.kecamatan, []).append(entry.row)
    for name, own in rows.items():
        message, hint = _of_no_region(name, suggestions)
        found = [
            META.at(
                row.at(Field.KECAMATAN, Field.REGION),
                f"{title(row.election, row.stock)}, {name_of(row)}: {message}",
                hint,
                election=row.election,
                raw=row.kecamatan,
            )
            for row in own
        ]
        yield found[0] if len(found) == 1 else as_one(found, f"{number(len(found))} koli: {message}")


def _rows(case: Case) -> Iterator[CartonRow]:
    return (entry.row for entry in case.book.cartons)


def _of_no_election(case: Case, row: CartonRow) -> Finding:
    ours = listed([title(each) for each in case.elections])
    said = f"pemilihan {title(row.election)} tidak termasuk yang diperiksa" if row.election else "pemilihan tidak jelas"
    hint = "" if row.election else "Tulis jenis pemilihan di baris itu, menurut labelnya."
    if row.election in case.rules.usual_elections(case.book.regions.kota or ""):
        hint = "Kalau pemilihan itu ada di sini, tulis di `pemilihan` logistik.toml; kalau tidak, kolinya tertukar."
    return META.at(
        row.at(Field.ELECTION, Field.CARTONS),
        f"K{name_of(row)[1:]}: {said} ({ours}); tidak ikut dijumlahkan",
        hint,
        election=row.election,
    )


def _of_no_region(name: str, suggestions: Suggestions) -> tuple[str, str]:
    """Message and hint."""
    near = suggestions.nearest(Field.KECAMATAN, "", name)
    shown = shortened(region_name(name, "kecamatan"))
    if near is not None:
        meant = suggestions.name(near)
        line = alias_line("kecamatan", name, meant)
        return (
            f"kecamatan '{shown}' tidak ada di DPT. Mungkin maksud Anda '{meant}'",
            f"Perbaiki namanya, atau tempel di baris pertama logistik.toml: {line}",
        )
    if is_city(name):
        return f"tujuannya '{shown}', bukan daerah kita: tertukar", META.fix
    return f"kecamatan '{shown}' tidak ada di DPT", META.fix


CHECK = Check((META,), check)
