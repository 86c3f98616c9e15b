"""LG502, LG503, LG505 and LG514: rows whose parts do not make up what was received."""

from collections.abc import Iterator, Sequence

from logistik.checks.case import Case, title
from logistik.checks.meta import SHOWN, Check, CheckMeta, as_one, gathered
from logistik.core.counts import Count
from logistik.core.findings import Finding
from logistik.core.places import Block
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.book import Entry

IDENTITY = CheckMeta(
    code="LG502",
    name="rincian-bukan-diterima",
    severity=Severity.ERROR,
    summary="Baik + rusak + salah daerah + belum disortir tidak sama dengan diterima",
    what="Setiap lembar yang diterima harus ada di salah satu keadaan: baik, rusak, salah daerah, atau belum disortir.",
    why="Ada lembar yang tidak tercatat, atau tercatat dua kali.",
    example="Diterima 1.000, baik 980, rusak 15: 5 lembar tidak tercatat.",
    fix="Hitung ulang baris itu; perbaiki angka yang salah.",
)
NOTED = CheckMeta(
    code="LG503",
    name="diterima-dari-surat-jalan",
    severity=Severity.ERROR,
    summary="Kolom Diterima tampaknya disalin dari surat jalan, bukan hasil hitung",
    what="Diterima sama dengan surat jalan (atau pesanan), sedangkan hasil sortir di bawahnya kurang.",
    why="Penerimaan ditandatangani menurut koli; lembarnya baru diketahui setelah disortir. Kekurangan kirim jadi tidak terlihat.",
    example="Surat jalan 534.475, diterima 534.475, padahal baik + rusak hanya 534.210.",
    fix="Isi Diterima dengan hasil hitung lembar; surat jalan punya kolom sendiri.",
)
DAMAGED = CheckMeta(
    code="LG505",
    name="rusak-melebihi-diterima",
    severity=Severity.ERROR,
    summary="Rusak lebih banyak daripada diterima",
    what="Surat suara rusak adalah bagian dari yang diterima.",
    why="Salah satu dari dua angka salah ketik atau tertukar kolom.",
    example="Diterima 12, rusak 34.210.",
    fix="Periksa kedua angka di baris itu.",
)
INCLUDED = CheckMeta(
    code="LG514",
    name="kolom-memuat-kolom-lain",
    severity=Severity.ERROR,
    summary="Satu kolom stok tampaknya sudah memuat kolom lain",
    what="Kalau di setiap baris rinciannya melebihi Diterima tepat sebesar satu kolom (Salah Daerah, Belum Disortir), kolom itu sudah termasuk dalam Baik atau Rusak.",
    why="Lembar yang sama tercatat dua kali di satu baris. Angkanya dipakai apa adanya sampai ada yang memastikan.",
    example="Rusak 12 sudah memuat 4 Salah Daerah, yang juga punya kolom sendiri, di semua baris.",
    fix="Keluarkan angka itu dari Baik atau Rusak, atau hapus kolomnya.",
)
_COUNTED_TWICE = (
    (Field.SWAPPED, "swapped", "Salah Daerah"),
    (Field.UNSORTED, "unsorted", "Belum Disortir"),
)
FEWEST = 2
"""So many rows must agree before a column is said to hold another."""


def check(case: Case) -> Iterator[Finding]:
    """Rows whose parts do not make up what was received."""
    plain, noted, damaged = [], [], []
    for entry in case.entries():
        count = entry.count
        if count.received is None:
            continue
        if count.damaged is not None and count.damaged > count.received:
            damaged.append((entry.row.block, _damaged(case, entry)))
        elif count.good is None and (known := _known_parts(count)) > count.received:
            plain.append((entry.row.block, _plain(case, entry, known)))
        elif count.parts is not None and count.parts != count.received and not entry.resolved.usable_readings:
            if _is_delivery_note(entry):
                noted.append((entry.row.block, _noted(case, entry)))
            else:
                plain.append((entry.row.block, _plain(case, entry, count.parts)))
    yield from gathered(damaged, lambda count: f"Rusak melebihi diterima di {number(count)} baris")
    included = dict(_included(case, plain))
    yield from included.values()
    plain = [(block, finding) for block, finding in plain if block not in included]
    yield from gathered(plain, lambda count: f"Rincian tidak sama dengan diterima di {number(count)} baris")
    blocks = dict.fromkeys(block for block, _ in noted)
    for block in blocks:
        found = [finding for owner, finding in noted if owner is block]
        yield (
            found[0]
            if len(found) == 1
            else as_one(
                found,
                f"Diterima sama dengan surat jalan atau pesanan di {number(len(found))} baris, tetapi hasil sortirnya kurang",
            )
        )


def _included(case: Case, failing: Sequence[tuple[Block, Finding]]) -> Iterator[tuple[Block, Finding]]:
    """Tables in which every row exceeds what was received by one and the same column."""
    for block in dict.fromkeys(block for block, _ in failing):
        entries = [entry for entry in case.entries() if entry.row.block is block and entry.count.parts is not None]
        for field, name, label in _COUNTED_TWICE:
            rows = [entry for entry in entries if getattr(entry.count, name)]
            excess = [(entry.count.parts or 0) - (entry.count.received or 0) for entry in entries]
            if len(rows) < FEWEST or excess != [getattr(entry.count, name) or 0 for entry in entries]:
                continue
            found = [finding for owner, finding in failing if owner is block]
            one = as_one(found, f"Rincian melebihi diterima tepat sebesar {label} di {number(len(found))} baris")
            yield (
                block,
                INCLUDED.at(
                    rows[0].row.at(field),
                    f"{one.message}; {label} tampaknya sudah termasuk Baik atau Rusak",
                    related=[entry.row.at(field) for entry in rows[1:SHOWN]],
                    election=one.election,
                    count=len(found),
                ),
            )


def _is_delivery_note(entry: Entry) -> bool:
    """Received equals what was promised, while what was sorted falls short of it."""
    count = entry.count
    return count.received in {count.noted, count.ordered} and (count.parts or 0) < (count.received or 0)


def _parts(entry: Entry) -> str:
    count = entry.count
    named = (
        ("baik", count.good),
        ("rusak", count.damaged),
        ("salah daerah", count.swapped),
        ("belum disortir", count.unsorted),
    )
    return " + ".join(f"{name} {number(value or 0)}" for name, value in named if value or name == "baik")


def _known_parts(count: Count) -> int:
    return sum(each or 0 for each in (count.damaged, count.swapped, count.unsorted))


def _plain(case: Case, entry: Entry, parts: int) -> Finding:
    received = entry.count.received or 0
    return IDENTITY.at(
        entry.row.at(Field.RECEIVED),
        f"{title(entry.row.election, entry.row.stock)}: diterima {number(received)}, tetapi {_parts(entry)} = {number(parts)} "
        f"(selisih {number(abs(received - parts))})",
        related=[entry.row.at(Field.GOOD)],
        region=case.region_of(entry),
        election=entry.row.election,
        raw=received,
        expected=parts,
    )


def _noted(case: Case, entry: Entry) -> Finding:
    received, parts = entry.count.received or 0, entry.count.parts or 0
    return NOTED.at(
        entry.row.at(Field.RECEIVED),
        f"{title(entry.row.election, entry.row.stock)}: diterima {number(received)} sama dengan surat jalan atau pesanan, "
        f"tetapi {_parts(entry)} = {number(parts)}; kurang {number(received - parts)}",
        related=[entry.row.at(Field.NOTED, Field.ORDERED)],
        region=case.region_of(entry),
        election=entry.row.election,
        raw=received,
        expected=parts,
    )


def _damaged(case: Case, entry: Entry) -> Finding:
    return DAMAGED.at(
        entry.row.at(Field.DAMAGED, Field.RECEIVED),
        f"{title(entry.row.election, entry.row.stock)}: rusak {number(entry.count.damaged or 0)} lebih banyak daripada "
        f"diterima {number(entry.count.received or 0)}",
        related=[entry.row.at(Field.RECEIVED)],
        region=case.region_of(entry),
        election=entry.row.election,
        raw=entry.count.damaged,
    )


CHECK = Check((IDENTITY, NOTED, DAMAGED, INCLUDED), check)
