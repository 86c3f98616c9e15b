"""LG522 isi-label-tidak-lazim, LG523 isi-koli-berbeda, LG529 koli-belum-dihitung: what is in the cartons."""

from collections.abc import Iterator, Sequence

from logistik.checks.cartons import CartonKey, cartons_of, name_of, sequences
from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.places import Block
from logistik.core.vocabulary import Field, Severity, Stock
from logistik.core.wording import number
from logistik.ingest.records import CartonRow

UNUSUAL = CheckMeta(
    code="LG522",
    name="isi-label-tidak-lazim",
    severity=Severity.WARNING,
    summary="Isi menurut label bukan isi koli yang lazim",
    what="Isi label dibandingkan dengan isi satu koli di rule set (sheets_per_carton). Koli terakhir setiap urutan boleh kurang, tidak boleh lebih; koli PSU tidak dibandingkan.",
    why="Isi yang lain dari biasanya sering berarti label salah baca, koli pemilihan lain, atau angka yang salah ketik.",
    example="Koli 57 berlabel 200, yang lain 2.000.",
    fix="Cocokkan dengan labelnya. Kalau penyedia memang mengemas dengan isi lain, ubah sheets_per_carton di [aturan] logistik.toml.",
    basis="Praktik pengiriman penyedia (Pilkada 2.000 lembar), bukan ketentuan hukum: asumsi, dapat diubah.",
)
DIFFERENT = CheckMeta(
    code="LG523",
    name="isi-koli-berbeda",
    severity=Severity.WARNING,
    summary="Hasil hitung isi koli berbeda dari labelnya",
    what="Hasil hitung setiap koli dibandingkan dengan isi labelnya; yang kurang dan yang lebih dihitung sendiri-sendiri.",
    why="Isi yang kurang adalah tanggungan penyedia dan dasar permintaan; tanda terima hanya menurut koli.",
    example="Koli 12 berlabel 2.000, hasil hitung 1.995: kurang 5 lembar.",
    fix="Hitung ulang koli itu di depan saksi, lalu catat selisihnya di berita acara; daftarnya masuk Lampiran II surat permintaan.",
)
UNCOUNTED = CheckMeta(
    code="LG529",
    name="koli-belum-dihitung",
    severity=Severity.INFO,
    summary="Sebagian koli belum dihitung isinya",
    what="Koli tanpa hasil hitung disebut kalau koli lain pemilihan itu sudah dihitung. Koli PSU memang disimpan tertutup dan tidak disebut.",
    why="Sebelum semua koli dihitung, jumlah lembar yang diterima belum diketahui.",
    example="12 dari 268 koli belum dihitung, isinya 24.000 lembar menurut label.",
    fix="Hitung koli yang tersisa, lalu isi kolom Hasil Hitung.",
)


def check(case: Case) -> Iterator[Finding]:
    """Labels against the rule set, counts against labels, and what is not counted yet."""
    cartons = cartons_of(case)
    for key, rows in cartons.items():
        yield from _unusual(case, key, rows)
    for key, rows in cartons.items():
        yield from _different(key, rows)
    for key, rows in cartons.items():
        yield from _uncounted(key, rows)


def _unusual(case: Case, key: CartonKey, rows: Sequence[CartonRow]) -> Iterator[Finding]:
    rules = case.rules.elections.get(key[0])
    if rules is None or key[1] is Stock.REVOTE:
        return
    size = rules.sheets_per_carton.value
    ends = [each[-1] for each in sequences(rows)] or [rows[-1]]
    ending = {(row.block, row.row) for row in ends}
    spots = []
    for row in rows:
        whole = size * row.cartons
        if row.noted is None or row.noted == whole or (row.noted < whole and (row.block, row.row) in ending):
            continue
        found = UNUSUAL.at(
            row.at(Field.NOTED),
            f"{title(*key)}, {name_of(row)}: isi label {number(row.noted)}, lazimnya {number(whole)} lembar "
            "(praktik, dapat diubah)",
            election=key[0],
            raw=row.noted,
            expected=whole,
        )
        spots.append((row.block, found))
    yield from gathered(spots, lambda count: f"Isi label tidak lazim di {number(count)} koli {title(*key)}")


def _different(key: CartonKey, rows: Sequence[CartonRow]) -> Iterator[Finding]:
    groups: dict[tuple[Block, bool], list[CartonRow]] = {}
    for row in rows:
        if _difference(row):
            groups.setdefault((row.block, _difference(row) > 0), []).append(row)
    for (_, is_over), own in groups.items():
        word, sheets = "lebih" if is_over else "kurang", abs(sum(map(_difference, own)))
        name = title(*key)

        def summary(count: int, word: str = word, sheets: int = sheets, name: str = name) -> str:
            return f"{name}: isi {number(count)} koli {word} {number(sheets)} lembar dari labelnya"

        yield from gathered(((None, _differs(key, row, word)) for row in own), summary)


def _difference(row: CartonRow) -> int:
    return 0 if row.noted is None or row.received is None else row.received - row.noted


def _differs(key: CartonKey, row: CartonRow, word: str) -> Finding:
    return DIFFERENT.at(
        row.at(Field.RECEIVED),
        f"{title(*key)}, {name_of(row)}: isi label {number(row.noted or 0)}, hasil hitung {number(row.received or 0)}, "
        f"{word} {number(abs(_difference(row)))} lembar",
        related=[row.at(Field.NOTED)],
        election=key[0],
        raw=row.received,
        expected=row.noted,
    )


def _uncounted(key: CartonKey, rows: Sequence[CartonRow]) -> Iterator[Finding]:
    left = [row for row in rows if row.received is None and row.unclear is None]
    if key[1] is Stock.REVOTE or not left or all(row.received is None for row in rows):
        return
    count, labels = sum(row.cartons for row in left), [row.noted for row in left if row.noted is not None]
    of_labels = f", isinya {number(sum(labels))} lembar menurut label" if len(labels) == len(left) else ""
    yield UNCOUNTED.at(
        left[0].at(Field.RECEIVED, Field.CARTONS),
        f"{title(*key)}: {number(count)} dari {number(sum(row.cartons for row in rows))} koli belum dihitung{of_labels}; "
        f"yang pertama {name_of(left[0])}",
        election=key[0],
        count=count,
    )


CHECK = Check((UNUSUAL, DIFFERENT, UNCOUNTED), check)
