"""LG601 surat-suara-kurang: what has to be asked for."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import SHOWN, Check, CheckMeta
from logistik.core.balances import Balance, BalanceKey
from logistik.core.correspondence import Answered
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import CITY
from logistik.core.vocabulary import Field, Level, Severity, Stock
from logistik.core.wording import number, slug
from logistik.ingest.names import clean

META = CheckMeta(
    code="LG601",
    name="surat-suara-kurang",
    severity=Severity.ERROR,
    summary="Surat suara baik tidak mencukupi; perlu diminta",
    what="Permintaan = dasar - baik - susulan - yang sudah diminta, tidak di bawah 0. Dasar adalah jumlah yang ditetapkan (Dipesan), atau kebutuhan menurut DPT per TPS bila itu belum diketahui.",
    why="Kekurangan kirim dan lembar yang rusak atau salah daerah harus dipenuhi sebelum pengepakan.",
    example="Dasar 62.443, baik 62.116: permintaan 327 (kurang kirim 280, rusak 22, salah daerah 25).",
    fix="Buat surat permintaan dengan `logistik request`.",
    basis="UU 1/2015 Pasal 80 dan 87 (jumlah dan cadangan); isi permintaan menurut praktik KPU (tabel KPU Garut 2024).",
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per election, stock and kecamatan, or for the kabupaten/kota if only that was counted."""
    for election in case.elections:
        for stock in Stock:
            parts = case.book.regions.children.get(CITY, ()) if stock is Stock.VOTING else ()
            found = [finding for region in parts if (finding := _finding(case, (region, election, stock))) is not None]
            if not found and (whole := _finding(case, (CITY, election, stock))):
                found = [whole]
            yield from found


def _finding(case: Case, key: BalanceKey) -> Finding | None:
    balance = case.balances.get(key)
    if balance is None or not balance.request:
        return None
    region, election, stock = key
    places = _short_places(case, key)
    where = balance.region.name or "kabupaten/kota"
    low = (
        f", paling sedikit {number(balance.request_low)}"
        if balance.provisional and balance.request_low is not None
        else ""
    )
    coming = case.answered.get((CITY, election, stock), Answered()).outstanding if region != CITY else 0
    if coming:
        command = (
            f"{number(coming)} lembar sudah diminta kabupaten/kota dan belum datang; bagikan setelah datang, atau minta "
            f"dari kabupaten/kota: logistik request --kecamatan {slug(clean(where))} --jenis {election}"
        )
    elif region.level is Level.KECAMATAN:
        command = f"logistik request --kecamatan {slug(clean(where))} --jenis {election}"
    else:
        command = f"logistik request --jenis {election}"
    return META.at(
        places[0] if places else None,
        f"{title(election, stock)}, {where}: perlu {number(balance.request)} lembar ({_because(balance)})"
        + (f"; sementara{low}" if balance.provisional else ""),
        command,
        related=places[1:SHOWN],
        region=balance.region,
        election=election,
        raw=balance.good,
        expected=balance.base,
    )


def _because(balance: Balance) -> str:
    parts = (
        ("kurang kirim", balance.short),
        ("rusak", balance.damaged),
        ("salah daerah", balance.swapped),
        ("belum disortir", balance.unsorted),
        ("dikurangi susulan", balance.later),
        ("dikurangi yang sudah diminta", balance.outstanding),
    )
    reasons = [f"{name} {number(value)}" for name, value in parts if value]
    missing = sum(value or 0 for value in (balance.short, balance.damaged, balance.swapped, balance.unsorted))
    answered = (balance.later or 0) + (balance.outstanding or 0)
    if (covered := missing - answered - (balance.request or 0)) > 0:
        reasons.append(f"tertutup kelebihan {number(covered)}")
    return ", ".join(reasons) or "baik di bawah dasar"


def _short_places(case: Case, key: BalanceKey) -> list[Location]:
    """The cells of Baik of the rows that are short; of all rows if none is by itself."""
    if key in case.book.holdings:
        return case.places(key, Field.GOOD, Field.RECEIVED)
    region, election, stock = key
    parts = [(part, election, stock) for part in case.book.regions.children.get(region, ())]
    short = [part for part in parts if part in case.balances and case.balances[part].request]
    return [place for part in short or parts for place in case.places(part, Field.GOOD, Field.RECEIVED)]


CHECK = Check((META,), check)
