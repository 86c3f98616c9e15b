"""LG504 diterima-dalam-koli: received looks like cartons, not sheets."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number

META = CheckMeta(
    code="LG504",
    name="diterima-dalam-koli",
    severity=Severity.ERROR,
    summary="Kolom Diterima tampaknya berisi jumlah koli, bukan lembar",
    what="Diterima mendekati banyaknya koli yang diperlukan (isi koli menurut rule set), jauh di bawah jumlah lembar.",
    why="Tanda terima memang menurut koli; kalau dipakai sebagai lembar, permintaan menjadi ratusan ribu.",
    example="Dipesan 534.475, diterima 268: itu 268 koli.",
    fix="Isi Diterima dengan lembar hasil hitung; jumlah koli punya kolom sendiri.",
    basis="Isi koli menurut rule set: Pilkada 2.000 lembar (praktik pengiriman).",
)


def check(case: Case) -> Iterator[Finding]:
    """Rows whose received is about the number of cartons that the order fills."""
    spots = []
    for entry in case.entries():
        balance, received = case.balance_of(entry), entry.count.received
        rules = case.rules.elections.get(entry.row.election or "")
        if balance is None or rules is None or not received or not balance.base:
            continue
        cartons = -(-balance.base // max(1, rules.sheets_per_carton.value))
        if received * 20 < balance.base and abs(received - cartons) <= max(2, cartons // 10):
            found = META.at(
                entry.row.at(Field.RECEIVED),
                f"{title(entry.row.election, entry.row.stock)}: diterima {number(received)} mendekati {number(cartons)} koli, "
                f"padahal yang diperlukan {number(balance.base)} lembar",
                region=balance.region,
                election=balance.election,
                raw=received,
            )
            spots.append((entry.row.block, found))
    yield from gathered(spots, lambda count: f"Diterima tampaknya dalam koli di {number(count)} baris")


CHECK = Check((META,), check)
