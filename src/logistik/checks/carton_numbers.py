"""LG520 koli-ganda, LG521 koli-tidak-ada, LG530 rentang-koli-tidak-jelas: the numbers of the cartons."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from logistik.checks.cartons import LATE_START, CartonKey, cartons_of, first, last, name_of, sequences
from logistik.checks.case import Case, title
from logistik.checks.meta import SHOWN, Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import listed, number
from logistik.ingest.records import CartonRow

TWICE = CheckMeta(
    code="LG520",
    name="koli-ganda",
    severity=Severity.ERROR,
    summary="Satu nomor koli tertulis dua kali untuk satu pemilihan",
    what="Nomor koli dibandingkan dalam satu pemilihan dan peruntukan; awalan huruf ikut membedakan (G-012 bukan 012). Nomor yang mulai lagi dari 1 di setiap kecamatan dibandingkan per kecamatan. Baris yang isinya sama dan yang isinya berbeda disebut sendiri-sendiri; keduanya ikut dijumlahkan sampai salah satunya dihapus.",
    why="Koli yang tertulis dua kali menutupi koli yang tidak datang.",
    example="Koli 12 Wali Kota ada di baris 13 (isi 2.000) dan di baris 41 (isi 1.995).",
    fix="Lihat nomor di kolinya; perbaiki nomor yang salah tulis, atau hapus baris yang berulang.",
)
MISSING = CheckMeta(
    code="LG521",
    name="koli-tidak-ada",
    severity=Severity.ERROR,
    summary="Ada nomor koli yang hilang dalam urutannya",
    what="Nomor koli satu pemilihan diharapkan berurutan; kalau nomornya tidak dipakai juga oleh pemilihan lain (gubernur 1 s/d 268, wali kota 269 s/d 536), urutannya dilihat bersama. Jumlah koli di nomor (012/268) menentukan akhir urutan. Urutan yang baru mulai di atas 4 dianggap lanjutan daftar lain.",
    why="Surat jalan ditandatangani menurut jumlah koli; satu koli yang hilang berisi ribuan lembar.",
    example="Sesudah koli 100 langsung koli 103: nomor 101 s/d 102 tidak ada.",
    fix="Cari kolinya di gudang dan di surat jalan; kalau memang tidak datang, catat di berita acara penerimaan dan minta ke penyedia.",
)
UNCLEAR = CheckMeta(
    code="LG530",
    name="rentang-koli-tidak-jelas",
    severity=Severity.WARNING,
    summary="Isi satu baris untuk beberapa koli tidak jelas: per koli atau seluruhnya",
    what="Satu baris untuk serentang koli (1 s/d 267) dihitung bila isinya sama dengan isi satu koli, atau dengan isi seluruh koli itu dengan paling banyak satu koli yang tidak penuh. Isi koli menurut rule set adalah praktik pengiriman dan dapat diubah.",
    why="Angka yang dapat dibaca dua macam tidak ditebak; lembar di baris itu belum ikut dijumlahkan.",
    example="Koli 1 s/d 10 dengan isi 5.000, padahal isi satu koli 2.000.",
    fix="Tulis satu baris per koli, atau tulis isi satu koli di baris itu.",
    basis="Isi koli menurut rule set (asumsi, dapat diubah di [aturan] logistik.toml).",
)


class Gap(NamedTuple):
    """Numbers that are missing, and the carton at which that shows."""

    first: int
    last: int
    seen_at: CartonRow

    @property
    def cartons(self) -> int:
        """How many are missing."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first} s/d {self.last}"


def check(case: Case) -> Iterator[Finding]:
    """The sequences of each election."""
    cartons = cartons_of(case)
    ordered = {key: list(sequences(rows)) for key, rows in cartons.items()}
    yield from gathered(
        ((each.election, each) for each in _doubled(ordered)),
        lambda count: f"{number(count)} nomor koli tertulis dua kali",
    )
    yield from _missing(ordered)
    yield from _unclear(case, cartons)


def _doubled(ordered: dict[CartonKey, list[list[CartonRow]]]) -> Iterator[Finding]:
    for key, found in ordered.items():
        for rows in found:
            widest = rows[0]
            for row in rows[1:]:
                if first(row) <= last(widest):
                    yield _twice(key, widest, row)
                if last(row) > last(widest):
                    widest = row


def _twice(key: CartonKey, one: CartonRow, other: CartonRow) -> Finding:
    if one.cartons > 1 or other.cartons > 1:
        said = f"{name_of(other)} sudah termasuk {name_of(one)}"
    elif (one.noted, one.received, one.kecamatan) == (other.noted, other.received, other.kecamatan):
        said = f"{name_of(other)} tertulis dua kali dengan isi yang sama"
    else:
        said = f"{name_of(other)} tertulis dua kali dengan isi yang berbeda ({_contents(one)}; {_contents(other)})"
    return TWICE.at(
        other.at(Field.CARTONS),
        f"{title(*key)}: {said}, di baris {one.row + 1} dan {other.row + 1}",
        related=[one.at(Field.CARTONS)],
        election=key[0],
        raw=other.number,
    )


def _contents(row: CartonRow) -> str:
    figures = (("label", row.noted), ("hitung", row.received))
    said = [f"{name} {number(sheets)}" for name, sheets in figures if sheets is not None]
    return ", ".join(filter(None, (*said, row.kecamatan))) or "tanpa isi"


def _missing(ordered: dict[CartonKey, list[list[CartonRow]]]) -> Iterator[Finding]:
    """One finding for each election and stock."""
    series: dict[str, list[list[CartonRow]]] = {}
    for found in ordered.values():
        for rows in found:
            series.setdefault(rows[0].serial.series if rows[0].serial else "", []).append(rows)
    gaps: dict[CartonKey, list[Gap]] = {}
    for found in series.values():
        for rows in _joined(found):
            for gap in _gaps(rows):
                gaps.setdefault((gap.seen_at.election or "", gap.seen_at.stock), []).append(gap)
    for key, own in gaps.items():
        cartons = sum(gap.cartons for gap in own)
        yield MISSING.at(
            own[0].seen_at.at(Field.CARTONS),
            f"{title(*key)}: nomor koli {listed([str(gap) for gap in own])} tidak ada ({number(cartons)} koli)",
            related=[gap.seen_at.at(Field.CARTONS) for gap in own[1:SHOWN]],
            election=key[0],
            count=cartons,
        )


def _joined(found: Sequence[list[CartonRow]]) -> list[list[CartonRow]]:
    """Sequences of one series; those that hardly share a number are one, first of all those of one election."""
    joined: list[list[CartonRow]] = []
    for rows in sorted(found, key=lambda each: first(each[0])):
        near = sorted(joined, key=lambda each: all(row.election != rows[0].election for row in each))
        onto = next((each for each in near if _shared(each, rows) <= min(len(each), len(rows)) // 10), None)
        if onto is None:
            joined.append(list(rows))
        else:
            onto[:] = sorted((*onto, *rows), key=first)
    return joined


def _shared(one: Sequence[CartonRow], other: Sequence[CartonRow]) -> int:
    """How many rows have a number that a row of the other sequence has before it."""
    reached = [0, 0]
    shared = 0
    for start, end, which in sorted(
        (first(row), last(row), at) for at, rows in enumerate((one, other)) for row in rows
    ):
        shared += start <= reached[1 - which]
        reached[which] = max(reached[which], end)
    return shared


def _gaps(rows: Sequence[CartonRow]) -> list[Gap]:
    """What is missing in a sequence; nothing where the numbers lie so far apart that they are no running numbers."""
    found = []
    reached = 0 if first(rows[0]) <= 1 + LATE_START else first(rows[0]) - 1
    for before, row in pairwise((rows[0], *rows)):
        is_border = (before.election, before.stock) != (row.election, row.stock)
        if first(row) > reached + 1 and not (is_border and first(row) > reached + 1 + LATE_START):
            found.append(Gap(reached + 1, first(row) - 1, row))
        reached = max(reached, last(row))
    said = Counter(row.serial.of for row in rows if row.serial and row.serial.of)
    of = max(said, key=lambda each: (said[each], each), default=0)
    if of > reached:
        found.append(Gap(reached + 1, of, rows[-1]))
    return found if sum(gap.cartons for gap in found) <= 100 + 10 * len(rows) else []


def _unclear(case: Case, cartons: dict[CartonKey, list[CartonRow]]) -> Iterator[Finding]:
    for key, rows in cartons.items():
        rules = case.rules.elections.get(key[0])
        for row in rows:
            if row.unclear is not None and rules is not None:
                size = rules.sheets_per_carton.value
                yield UNCLEAR.at(
                    row.at(Field.NOTED if row.noted is None else Field.RECEIVED, Field.RECEIVED),
                    f"{title(*key)}, {name_of(row)}: {number(row.unclear)} lembar bukan isi satu koli ({number(size)}) dan "
                    f"bukan isi {number(row.cartons)} koli ({number(size * row.cartons)}); belum ikut dijumlahkan",
                    election=key[0],
                    raw=row.unclear,
                )


CHECK = Check((TWICE, MISSING, UNCLEAR), check)
