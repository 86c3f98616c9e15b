"""LG203 rekap-bukan-tps and LG415 rekap-dpt-berbeda: lists with one row per region."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, differs, gathered
from logistik.core.findings import Finding
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import listed, number
from logistik.ingest.recap import Recap, RecapRow

ALONE = CheckMeta(
    code="LG203",
    name="rekap-bukan-tps",
    severity=Severity.ERROR,
    summary="Daftar pemilih ini rekap per wilayah, bukan per TPS",
    what="Daftar tanpa kolom TPS, dengan kolom Jumlah TPS, atau dengan pemilih per baris jauh di atas batas TPS adalah rekap. Rekap hanya dibandingkan dengan daftar per TPS; rekap ini tidak memuat satu pun wilayah daftar itu.",
    why="Cadangan dibulatkan ke atas di setiap TPS; dari rekap cadangan tidak dapat dihitung.",
    example="Satu baris per kecamatan: Balikpapan Kota, 114 TPS, 60.869 pemilih.",
    fix="Pakai daftar DPT yang satu barisnya satu TPS.",
    basis="UU 1/2015 Pasal 80 jo. Pasal 87: cadangan dihitung per TPS.",
)
DIFFERS = CheckMeta(
    code="LG415",
    name="rekap-dpt-berbeda",
    severity=Severity.ERROR,
    summary="Rekap DPT berbeda dari jumlah TPS atau pemilih di rinciannya",
    what="Rekap per wilayah di samping daftar per TPS tidak ikut dihitung, tetapi dibandingkan: jumlah TPS dan pemilih setiap wilayah, dan wilayah yang hanya ada di salah satunya.",
    why="Salah satu dari keduanya bukan yang ditetapkan, atau ada lembar yang tertinggal.",
    example="Rekap: Balikpapan Barat 411 pemilih; lembar per TPS berjumlah 401.",
    fix="Cocokkan keduanya dengan DPT yang ditetapkan. Yang dihitung adalah daftar per TPS.",
)


def check(case: Case) -> Iterator[Finding]:
    """Recaps of other regions, and recaps that differ from the TPS; a recap is never counted."""
    for recap in case.book.recaps:
        if not recap.is_comparable:
            yield _alone(recap)
            continue
        spots = [(recap.table.block, finding) for row in recap.rows for finding in _differences(case, row)]
        yield from gathered(spots, lambda count: f"Rekap berbeda dari rinciannya di {number(count)} tempat")
        yield from _missing(case, recap)


def _alone(recap: Recap) -> Finding:
    table = recap.table
    counted = table.position(Field.STATION_COUNT), table.position(Field.TPS), table.header.columns[0].position
    column = next(at for at in counted if at is not None)
    return ALONE.at(
        table.block.cell(table.title_row, column),
        f"Lembar '{table.grid.sheet}' berisi rekap per wilayah, bukan satu baris per TPS; tidak ikut dihitung",
    )


def _differences(case: Case, row: RecapRow) -> Iterator[Finding]:
    if row.key is None:
        yield DIFFERS.at(row.at_name, f"'{row.name}' ada di rekap, tetapi tidak ada di daftar per TPS", raw=row.name)
        return
    need = case.needs[row.key]
    region = case.book.regions.region(row.key)
    if row.stations is not None and row.stations != need.polling_stations:
        message = f"{region}: rekap menyebut {differs('TPS', row.stations, need.polling_stations)} menurut daftarnya"
        yield DIFFERS.at(row.at_stations, message, region=region, raw=row.stations, expected=need.polling_stations)
    if row.voters is not None and row.voters != need.voters and not need.polling_stations_without_voters:
        message = f"{region}: rekap menyebut {differs('pemilih', row.voters, need.voters)} menurut daftarnya"
        yield DIFFERS.at(row.at_voters, message, region=region, raw=row.voters, expected=need.voters)


def _missing(case: Case, recap: Recap) -> Iterator[Finding]:
    """Regions of the voter list that a recap of their level leaves out."""
    said = {row.key for row in recap.rows if row.key is not None}
    levels = {key.level for key in said}
    around: set[RegionKey] = {key.parent for key in said}
    left_out = [
        str(case.book.regions.region(key))
        for key in case.book.regions.walk()
        if key.level in levels and key.parent in around and key not in said
    ]
    if left_out:
        table = recap.table
        yield DIFFERS.at(
            table.block.cell(table.title_row, table.header.columns[0].position),
            f"{listed(left_out)} ada di daftar per TPS, tetapi tidak ada di rekap lembar '{table.grid.sheet}'",
            count=len(left_out),
        )


CHECK = Check((ALONE, DIFFERS), check)
