"""LG515 selisih-label-keliru: Lebih, Kurang or Selisih of a sorting sheet that is not count less label."""

from collections import Counter
from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.places import Block
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.book import Entry

META = CheckMeta(
    code="LG515",
    name="selisih-label-keliru",
    severity=Severity.ERROR,
    summary="Lebih, Kurang, atau Selisih di lembar sortir bukan hasil hitung dikurangi isi label",
    what="Di lembar sortir per hari, meja, atau koli, Lebih dan Kurang membandingkan hasil hitung dengan isi label koli. Selisih boleh bertanda mana saja, asal sama di seluruh lembar.",
    why="Kekurangan isi koli adalah dasar tagihan ke penyedia; salah tulis di satu koli menghilangkannya.",
    example="Isi label 2.000, hasil hitung 1.995, Kurang tertulis 3.",
    fix="Hitung ulang koli itu; perbaiki hasil hitung atau selisihnya.",
)


def check(case: Case) -> Iterator[Finding]:
    """Rows of sorting sheets, column by column."""
    spots = []
    rows = [entry for entry in case.entries() if entry.row.is_held_against_label]
    signs = _signs(rows)
    for entry in rows:
        row, received, noted = entry.row, entry.count.received, entry.count.noted
        if received is None or noted is None:
            continue
        right = {
            Field.STATED_SURPLUS: max(0, received - noted),
            Field.STATED_SHORT: max(0, noted - received),
            Field.STATED_DIFFERENCE: (received - noted) * signs.get(row.block, 1),
        }
        for field, expected in right.items():
            said = row.stated.get(field)
            if said is not None and said != expected:
                header = row.block.headers.get(row.block.columns.get(row.key(field), -1), "Selisih")
                found = META.at(
                    row.at(field),
                    f"{title(row.election, row.stock)}, baris {row.row + 1}: hasil hitung {number(received)}, isi label "
                    f"{number(noted)}; {header} tertulis {number(said)}, seharusnya {number(expected)}",
                    region=case.region_of(entry),
                    election=row.election,
                    raw=said,
                    expected=expected,
                )
                spots.append(((row.block, field), found))
    yield from gathered(spots, lambda count: f"Selisih dengan isi label keliru di {number(count)} baris")


def _signs(rows: list[Entry]) -> dict[Block, int]:
    """Whether a table writes a shortage as a negative difference (1) or a positive one (-1): what most rows do."""
    votes: dict[Block, Counter[int]] = {}
    for entry in rows:
        said, received, noted = entry.row.stated.get(Field.STATED_DIFFERENCE), entry.count.received, entry.count.noted
        if said and received is not None and noted is not None and abs(said) == abs(received - noted):
            votes.setdefault(entry.row.block, Counter())[1 if said == received - noted else -1] += 1
    return {block: counted.most_common(1)[0][0] for block, counted in votes.items()}


CHECK = Check((META,), check)
