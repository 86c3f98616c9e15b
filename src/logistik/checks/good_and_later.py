"""LG516 susulan-tidak-wajar and LG517 baik-dihitung: good sheets that nothing in the row confirms."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import SHOWN, Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.book import Entry

LATER = CheckMeta(
    code="LG516",
    name="susulan-tidak-wajar",
    severity=Severity.WARNING,
    summary="Susulan lebih banyak daripada yang kurang, rusak, dan salah daerah",
    what="Kiriman susulan mengganti yang kurang kirim, rusak, atau salah daerah, jadi tidak melebihi ketiganya.",
    why="Susulan mengurangi permintaan. Kalau kolomnya keliru, atau lembarnya sudah termasuk Diterima, permintaan menjadi terlalu kecil.",
    example="Rusak 12, kurang kirim 0, susulan 1.932.",
    fix="Pastikan kolom Susulan berisi lembar pengganti yang baik dan belum termasuk Diterima.",
)
COMPUTED = CheckMeta(
    code="LG517",
    name="baik-dihitung",
    severity=Severity.INFO,
    summary="Stok tidak punya kolom Baik; baik dihitung dari diterima dikurangi yang lain",
    what="Tanpa kolom Baik, baik = diterima - rusak - salah daerah - belum disortir.",
    why="Tidak ada angka kedua yang dapat membandingkannya; salah hitung di Diterima tidak terlihat.",
    example="Kolom stok hanya Diterima dan Rusak.",
    fix="Tambahkan kolom Baik berisi hasil sortir, kalau ada.",
)


def check(case: Case) -> Iterator[Finding]:
    """Rows with too many later sheets, and tables whose good sheets are only computed."""
    spots = [(entry.row.block, _later(case, entry)) for entry in case.entries() if _is_odd(case, entry)]
    yield from gathered(spots, lambda count: f"Susulan melebihi yang perlu diganti di {number(count)} baris")
    tables: dict[int, list[Entry]] = {}
    for entry in case.entries():
        if entry.row.figures.good is None and entry.count.good is not None:
            tables.setdefault(id(entry.row.block), []).append(entry)
    for entries in tables.values():
        places: list[Location] = [entry.row.at(Field.RECEIVED) for entry in entries]
        yield COMPUTED.at(
            places[0],
            f"Kolom Baik tidak ada; baik dihitung dari diterima dikurangi yang lain di {number(len(entries))} baris",
            related=places[1:SHOWN],
            count=len(entries),
        )


def _is_odd(case: Case, entry: Entry) -> bool:
    count, balance = entry.count, case.balance_of(entry)
    if not count.later or count.received is None or balance is None or balance.base is None:
        return False
    return count.later > _short(case, entry) + (count.damaged or 0) + (count.swapped or 0)


def _short(case: Case, entry: Entry) -> int:
    """Sheets that the row lacks to what its region needs."""
    balance = case.balance_of(entry)
    base = balance.base if balance is not None else None
    return max(0, (base or 0) - (entry.count.received or 0))


def _later(case: Case, entry: Entry) -> Finding:
    row, count = entry.row, entry.count
    return LATER.at(
        row.at(Field.LATER),
        f"{title(row.election, row.stock)}, baris {row.row + 1}: susulan {number(count.later or 0)} lembar, padahal kurang "
        f"kirim {number(_short(case, entry))}, rusak {number(count.damaged or 0)}, dan salah daerah "
        f"{number(count.swapped or 0)}",
        region=case.region_of(entry),
        election=row.election,
        raw=count.later,
    )


CHECK = Check((LATER, COMPUTED), check)
