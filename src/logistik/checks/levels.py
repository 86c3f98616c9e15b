"""LG607 rincian-bukan-rekap and LG612 wilayah-belum-dihitung: a region against its parts."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, differs
from logistik.core.counts import total
from logistik.core.findings import Finding
from logistik.core.regions import CITY, RegionKey
from logistik.core.vocabulary import Field, Severity, Stock
from logistik.core.wording import listed

DIFFERENT = CheckMeta(
    code="LG607",
    name="rincian-bukan-rekap",
    severity=Severity.ERROR,
    summary="Jumlah rincian wilayah berbeda dari rekapnya",
    what="Baris rekap (kabupaten/kota atau kecamatan) dibandingkan dengan jumlah baris wilayah di bawahnya. Yang dipakai untuk setiap tingkat adalah barisnya sendiri.",
    why="Surat suara tidak bertambah atau hilang antara rekap dan pengesetan; ada yang salah hitung.",
    example="Rekap kota diterima 534.210, jumlah 34 kelurahan 534.120.",
    fix="Cocokkan rekap dengan rinciannya.",
)
MISSING = CheckMeta(
    code="LG612",
    name="wilayah-belum-dihitung",
    severity=Severity.WARNING,
    summary="Sebagian wilayah belum dihitung stoknya",
    what="Jumlah suatu wilayah dihitung dari bagiannya hanya bila semua bagian yang punya pemilih sudah dihitung.",
    why="Tanpa bagian yang hilang, stok wilayah itu belum diketahui.",
    example="Dari 5 kelurahan, Damai belum ada barisnya.",
    fix="Lengkapi baris wilayah yang disebut.",
)
_FIGURES = (
    ("Diterima", Field.RECEIVED, "received"),
    ("Baik", Field.GOOD, "good"),
    ("Rusak", Field.DAMAGED, "damaged"),
    ("Salah Daerah", Field.SWAPPED, "swapped"),
)


def check(case: Case) -> Iterator[Finding]:
    """Own rows against the sum of the parts, and parts that are missing."""
    for election in case.elections:
        counts = case.counts.get((election, Stock.VOTING), {})
        rows = [
            entry for entry in case.book.entries if entry.row.stock is Stock.VOTING and entry.row.election == election
        ]
        if case.book.entries and not rows:
            yield _uncounted(case, election)
        for region, parts in case.book.regions.children.items():
            counted = [part for part in parts if part in counts and counts[part].is_counted]
            needed = [part for part in parts if part in counts or _has_voters(case, part)]
            if not counted:
                continue
            if missing := [part for part in needed if part not in counted]:
                yield _missing(case, region, election, counted, missing)
            elif (region, election, Stock.VOTING) in case.book.holdings and counts[region].is_counted:
                yield from _different(case, region, election, counted)


def _uncounted(case: Case, election: str) -> Finding:
    """The stock holds other elections, or only the revote stock of this one."""
    return MISSING.at(
        case.book.entries[0].row.at(Field.ELECTION, Field.RECEIVED),
        f"{title(election)}: stok untuk pemungutan suara belum ada di berkas",
        region=case.book.regions.region(CITY),
        election=election,
    )


def _has_voters(case: Case, region: RegionKey) -> bool:
    need = case.needs.get(region)
    return need is not None and bool(need.voters or need.polling_stations_without_voters)


def _missing(
    case: Case, region: RegionKey, election: str, counted: list[RegionKey], missing: list[RegionKey]
) -> Finding:
    places = case.places((counted[0], election, Stock.VOTING), Field.RECEIVED)
    names = listed([case.book.regions.names[part] for part in missing])
    return MISSING.at(
        places[0] if places else None,
        f"{title(election)}, {case.book.regions.region(region)}: {len(missing)} dari {len(missing) + len(counted)} wilayah "
        f"belum dihitung: {names}",
        region=case.book.regions.region(region),
        election=election,
        count=len(missing),
    )


def _different(case: Case, region: RegionKey, election: str, parts: list[RegionKey]) -> Iterator[Finding]:
    key = (region, election, Stock.VOTING)
    counts = case.counts[election, Stock.VOTING]
    own, summed = counts[region], total([counts[part] for part in parts])
    differences = [
        (label, field, mine, theirs)
        for label, field, name in _FIGURES
        if (mine := getattr(own, name)) is not None and (theirs := getattr(summed, name)) is not None and mine != theirs
    ]
    if not differences:
        return
    row = case.book.holdings[key].entries[0].row
    _, field, mine, theirs = differences[0]
    said = "; ".join(differs(f"{name} rekap", got, right) for name, _, got, right in differences)
    yield DIFFERENT.at(
        row.at(field),
        f"{title(election)}, {case.book.regions.region(region)}: menurut jumlah {len(parts)} wilayah, {said}",
        related=[row.at(other) for _, other, _, _ in differences[1:]],
        region=case.book.regions.region(region),
        election=election,
        raw=mine,
        expected=theirs,
        count=len(differences),
    )


CHECK = Check((DIFFERENT, MISSING), check)
