"""LG403 lp-bukan-jumlah, LG404 kolom-jumlah-keliru, LG416 kolom-jumlah-kosong: L + P is not Jumlah."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta, as_one, gathered
from logistik.core.findings import Finding
from logistik.core.places import ColumnKey
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
    why="Kolom itu berisi hal lain, misalnya cadangan, kebutuhan, atau angka baris di atasnya; temuannya menyebut apa kalau cocok. Yang dipakai L + P.",
    example="Kolom 'Jumlah' berisi pemilih ditambah cadangan 2,5%.",
    fix="Perbaiki isi atau judul kolom itu.",
)
EMPTY = CheckMeta(
    code="LG416",
    name="kolom-jumlah-kosong",
    severity=Severity.WARNING,
    summary="Kolom Jumlah ada, tetapi kosong di semua baris",
    what="Kalau kolom Jumlah kosong di semua TPS, yang dipakai L + P tanpa pembanding.",
    why="Rumusnya mungkin belum dihitung, atau isi tabel bergeser ke kiri sehingga P terbaca sebagai L.",
    example="Judul L, P, Jumlah; isinya hanya di dua kolom pertama.",
    fix="Isi kolom Jumlah, atau hapus judulnya kalau memang tidak dipakai.",
)
SOME = CheckMeta(
    code="LG418",
    name="jumlah-kosong",
    severity=Severity.WARNING,
    summary="Jumlah kosong di sebagian TPS, padahal L dan P terisi",
    what="Di TPS yang Jumlahnya kosong dipakai L + P, tanpa pembanding.",
    why="Kalau isi baris itu bergeser satu kolom, P sebenarnya jumlah dan L sebenarnya P.",
    example="L 210, P 400, Jumlah kosong: mungkin 190, 210, 400 yang bergeser ke kiri.",
    fix="Isi Jumlah di baris itu, dan pastikan L dan P di kolomnya.",
)
ALIKE = 9
"""Of ten rows, so many must fit for a column to be called by what it holds."""


def check(case: Case) -> Iterator[Finding]:
    """Rows where L + P is not Jumlah; a column where that is the rule is one finding."""
    for roll in case.book.rolls:
        found = list(_rows(case, roll, whole_column=roll.total_is_not_the_sum))
        if roll.total_is_not_the_sum:
            holds = _what_it_holds(case, roll)
            told = f"; isinya {holds}" if holds else ""
            one = as_one(
                found, f"Kolom jumlah berbeda dari L + P di {number(len(found))} baris{told}; yang dipakai L + P"
            )
            yield COLUMN.at(
                one.location, one.message, related=one.related, raw=one.raw, expected=one.expected, count=one.count
            )
        else:
            yield from gathered(
                ((roll, finding) for finding in found),
                lambda count: f"L + P bukan Jumlah di {number(count)} TPS; yang dipakai Jumlah",
            )
            yield from _empty(roll)


def _empty(roll: Roll) -> Iterator[Finding]:
    stations = [station for station in roll.stations if station.male is not None and station.female is not None]
    blank = [station for station in stations if station.total is None and station.voters is not None]
    if not blank or ColumnKey(Field.VOTERS) not in blank[0].block.columns:
        return
    if len(blank) < len(roll.stations):
        found = [
            SOME.at(
                station.at(Field.VOTERS),
                f"TPS {station.tps}: Jumlah kosong, L {number(station.male or 0)} + P {number(station.female or 0)} yang dipakai",
            )
            for station in blank
        ]
        yield from gathered(
            ((roll, each) for each in found), lambda count: f"Jumlah kosong di {number(count)} TPS; dipakai L + P"
        )
        return
    first = blank[0]
    header = first.block.headers.get(first.block.columns[ColumnKey(Field.VOTERS)], "Jumlah")
    yield EMPTY.at(
        first.at(Field.VOTERS),
        f"Kolom '{header}' kosong di semua {number(len(stations))} TPS; yang dipakai L + P",
        count=len(stations),
    )


def _what_it_holds(case: Case, roll: Roll) -> str:
    """What a column that is not the total holds instead, if nearly all rows say so; "" if nothing fits."""
    rows = [
        (station.male + station.female, station.total)
        for station in roll.stations
        if station.male is not None and station.female is not None and station.total is not None
    ]
    sums = [added for added, _ in rows]
    reserve = case.rules.reserve
    guesses: dict[str, list[int | None]] = {
        "cadangan": [*map(reserve.rounded_up, sums)],
        "pemilih ditambah cadangan": [added + reserve.rounded_up(added) for added in sums],
        "jumlah baris di atasnya (bergeser satu baris)": [None, *sums[:-1]],
        "jumlah baris di bawahnya (bergeser satu baris)": [*sums[1:], None],
    }
    for what, expected in guesses.items():
        same = sum(total == right for (_, total), right in zip(rows, expected, strict=True))
        if same * 10 >= ALIKE * (len(rows) - 1) and same >= 2:
            return what
    return ""


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


CHECK = Check((ROW, COLUMN, EMPTY, SOME), check)
