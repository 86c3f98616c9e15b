"""LG403 lp-bukan-jumlah and LG404 kolom-jumlah-keliru: L + P is not Jumlah."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, as_one, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.records import Roll

ROW = CheckMeta(
    code="LG403",
    name="lp-bukan-jumlah",
    severity=Severity.ERROR,
    summary="L + P tidak sama dengan Jumlah di satu TPS",
    what="Di setiap TPS, pemilih laki-laki ditambah perempuan harus sama dengan jumlah.",
    why="Salah satu dari tiga angka salah ketik. Yang dipakai Jumlah, sampai ada yang memastikan.",
    example="L 232, P 245, Jumlah 486: P seharusnya 254.",
    fix="Bandingkan tiga angka itu dengan DPT yang ditetapkan dan perbaiki yang salah.",
)
COLUMN = CheckMeta(
    code="LG404",
    name="kolom-jumlah-keliru",
    severity=Severity.ERROR,
    summary="Kolom Jumlah hampir tidak pernah sama dengan L + P",
    what="Kalau Jumlah berbeda dari L + P di sebagian besar baris, kolom itu bukan jumlah pemilih.",
    why="Mungkin kolom itu berisi cadangan, jumlah surat suara, atau data bergeser satu baris. Yang dipakai L + P.",
    example="Kolom 'Jumlah' berisi pemilih ditambah cadangan 2,5%.",
    fix="Perbaiki isi atau judul kolom itu.",
)


def check(case: Case) -> Iterator[Finding]:
    """Rows where L + P is not Jumlah; a column where that is the rule is one finding."""
    for roll in case.book.rolls:
        found = list(_rows(case, roll, whole_column=roll.total_is_not_the_sum))
        if roll.total_is_not_the_sum:
            one = as_one(found, f"Kolom jumlah berbeda dari L + P di {number(len(found))} baris; yang dipakai L + P")
            yield COLUMN.at(
                one.location, one.message, related=one.related, raw=one.raw, expected=one.expected, count=one.count
            )
        else:
            yield from gathered(
                ((roll, finding) for finding in found),
                lambda count: f"L + P bukan Jumlah di {number(count)} TPS; yang dipakai Jumlah",
            )


def _rows(case: Case, roll: Roll, *, whole_column: bool) -> Iterator[Finding]:
    for station in roll.stations:
        male, female, total = station.male, station.female, station.total
        if male is None or female is None or total is None or male + female == total:
            continue
        yield ROW.at(
            station.at(Field.VOTERS),
            f"TPS {station.tps} {case.book.regions.names[station.kelurahan]}: L {number(male)} + P {number(female)} = "
            f"{number(male + female)}, tetapi Jumlah {number(total)}"
            + ("" if whole_column else "; yang dipakai Jumlah"),
            related=[station.at(Field.MALE), station.at(Field.FEMALE)],
            region=case.book.regions.region(station.kelurahan),
            raw=total,
            expected=male + female,
        )


CHECK = Check((ROW, COLUMN), check)
