"""LG510 kategori-bukan-rusak, LG511 cacat-layak-tidak-pasti, LG512 sel-stok-kosong, LG513 diterima-kosong: a row left open."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.counts import Absent
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number

CATEGORIES = CheckMeta(
    code="LG510",
    name="kategori-bukan-rusak",
    severity=Severity.ERROR,
    summary="Jumlah kategori atau penyebab kerusakan berbeda dari kolom Rusak",
    what="Sobek, noda, salah potong, dan kategori lain harus berjumlah sama dengan Rusak; begitu juga penyebabnya (cetak, pengiriman, lipat). Yang dipakai kolom Rusak, kalau tidak ada jumlah kategorinya.",
    why="Rincian kerusakan dilampirkan di berita acara; kedua angka harus sama.",
    example="Sobek 57 + noda 44 + salah potong 27 = 128, Rusak tertulis 138.",
    fix="Perbaiki kategori atau kolom Rusak di baris itu.",
)
USABLE = CheckMeta(
    code="LG511",
    name="cacat-layak-tidak-pasti",
    severity=Severity.ERROR,
    summary="Tidak pasti apakah Cacat Layak Pakai sudah termasuk Baik",
    what="Cacat layak pakai dihitung sebagai baik. Apakah sudah termasuk kolom Baik ditentukan dari jumlah diterima.",
    why="Jumlah diterima tidak cocok dengan kedua bacaan; yang dipakai kolom Baik apa adanya.",
    example="Diterima 1.000, baik 900, cacat layak pakai 50, rusak 30.",
    fix="Perbaiki baris itu sehingga rinciannya sama dengan diterima.",
)
BLANK = CheckMeta(
    code="LG512",
    name="sel-stok-kosong",
    severity=Severity.WARNING,
    summary="Sel kosong yang tidak dapat dianggap 0",
    what="Sel kosong di kolom yang ada dianggap 0 hanya kalau rincian baris itu lalu sama dengan diterima.",
    why="Angkanya belum diketahui, sehingga permintaan wilayah itu belum dapat dihitung.",
    example="Diterima 1.000, baik kosong, rusak 20.",
    fix="Isi sel itu; tulis 0 kalau memang tidak ada.",
)
UNCOUNTED = CheckMeta(
    code="LG513",
    name="diterima-kosong",
    severity=Severity.WARNING,
    summary="Baik atau Rusak terisi, tetapi Diterima kosong",
    what="Baris tanpa Diterima dianggap belum dihitung, juga bila kolom Diterima tidak ada. Diterima yang terisi tetapi tidak dapat dibaca hanya disebut sebagai sel itu (LG3xx).",
    why="Angka di baris itu tidak dipakai, sehingga stok wilayahnya belum diketahui.",
    example="Diterima kosong, baik 1.500, rusak 10.",
    fix="Isi Diterima dengan hasil hitung; tambahkan kolomnya kalau tidak ada.",
)
_LABELS = {Field.GOOD: "Baik", Field.DAMAGED: "Rusak", Field.SWAPPED: "Salah Daerah", Field.UNSORTED: "Belum Disortir"}


def check(case: Case) -> Iterator[Finding]:
    """Rows whose damage, usable defects or blanks the identity does not settle."""
    categories, usable, blank, uncounted = [], [], [], []
    for entry in case.entries():
        row, resolved = entry.row, entry.resolved
        name = title(row.election, row.stock)
        damaged = resolved.count.damaged
        for view, kind, summed in (
            ("kategori", Field.DAMAGE_CATEGORY, resolved.categories_sum),
            ("penyebab", Field.DAMAGE_CAUSE, resolved.causes_sum),
        ):
            if summed is None or damaged is None or summed == damaged:
                continue
            categories.append(
                (
                    (row.block, kind),
                    CATEGORIES.at(
                        row.at(Field.DAMAGED, kind),
                        f"{name}: {view} kerusakan berjumlah {number(summed)}, Rusak {number(damaged)}",
                        region=case.region_of(entry),
                        election=row.election,
                        raw=damaged,
                        expected=summed,
                    ),
                )
            )
        if resolved.usable_readings:
            inside, beside = resolved.usable_readings
            usable.append(
                (
                    row.block,
                    USABLE.at(
                        row.at(Field.USABLE_DEFECTS),
                        f"{name}: baik {number(inside)} bila cacat layak pakai sudah termasuk, {number(beside)} bila belum",
                        region=case.region_of(entry),
                        election=row.election,
                        raw=inside,
                        expected=beside,
                    ),
                )
            )
        typed = (row.figures.good, row.figures.damaged, *row.figures.damage_categories)
        received = row.figures.received
        is_blank = isinstance(received, Absent) and received.is_blank
        if is_blank and any(isinstance(cell, int) for cell in typed):
            uncounted.append(
                (
                    row.block,
                    UNCOUNTED.at(
                        row.at(Field.RECEIVED, Field.GOOD),
                        f"{name}: ada hasil sortir, tetapi Diterima kosong; baris {row.row + 1} tidak dipakai",
                        region=case.region_of(entry),
                        election=row.election,
                    ),
                )
            )
        for field in resolved.unknown_cells:
            blank.append(
                (
                    (row.block, field),
                    BLANK.at(
                        row.at(field),
                        f"{name}: {_LABELS[field]} kosong dan tidak dapat dianggap 0",
                        region=case.region_of(entry),
                        election=row.election,
                    ),
                )
            )
    yield from gathered(
        categories, lambda count: f"Kategori atau penyebab kerusakan tidak berjumlah Rusak di {number(count)} baris"
    )
    yield from gathered(usable, lambda count: f"Cacat layak pakai tidak pasti di {number(count)} baris")
    yield from gathered(blank, lambda count: f"{number(count)} sel kosong yang tidak dapat dianggap 0")
    yield from gathered(uncounted, lambda count: f"Diterima kosong di {number(count)} baris yang sudah disortir")


CHECK = Check((CATEGORIES, USABLE, BLANK, UNCOUNTED), check)
