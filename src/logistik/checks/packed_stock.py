"""LG627 dikemas-melebihi-stok-baik and LG634 sisa-stok-tidak-cukup: what was packed against what is good."""

from collections.abc import Iterator

from logistik.checks.boxes import Stations
from logistik.checks.case import Case, title
from logistik.checks.meta import SHOWN, CheckMeta
from logistik.core.balances import Balance
from logistik.core.counts import add
from logistik.core.findings import Finding
from logistik.core.regions import CITY
from logistik.core.vocabulary import Field, Severity, Stock
from logistik.core.wording import number

OVER_STOCK = CheckMeta(
    code="LG627",
    name="dikemas-melebihi-stok-baik",
    severity=Severity.ERROR,
    summary="Surat suara yang dikemas lebih banyak daripada yang baik",
    what="Jumlah yang dikemas untuk semua TPS dibandingkan dengan Baik + Susulan satu kabupaten/kota, per pemilihan.",
    why="Lembar yang tidak ada di stok baik tidak mungkin dikemas: lembar PSU, rusak, atau belum disortir ikut dikemas, atau hitungannya salah.",
    example="Baik 1.333, dikemas 1.343.",
    fix="Hitung ulang stok yang tersisa dan surat suara PSU sebelum kotak disegel.",
)
REST = CheckMeta(
    code="LG634",
    name="sisa-stok-tidak-cukup",
    severity=Severity.WARNING,
    summary="Sisa stok baik tidak cukup untuk TPS yang belum diset",
    what="Yang sudah dikemas ditambah kebutuhan TPS yang belum diset dibandingkan dengan Baik + Susulan.",
    why="Kekurangan baru terasa di TPS terakhir yang diset.",
    example="Baik 1.333, sudah dikemas 1.030, sisa kebutuhan 308: kurang 5.",
    fix="Ambil kembali kelebihan di TPS yang sudah diset (logistik transfer), lalu minta kekurangannya (logistik request).",
)


def check(case: Case, places: Stations) -> Iterator[Finding]:
    """Elections of which more is packed, or still to be packed, than the kabupaten/kota has good sheets."""
    for election in case.elections:
        balance = case.balances[CITY, election, Stock.VOTING]
        good = add(balance.good, balance.later)
        if good is None or balance.packed is None:
            continue
        left = [
            station.required or 0
            for key, station in places.items()
            if (found := case.packing.get((key, election))) is None or found.sheets is None
        ]
        if balance.packed > good:
            yield _over(case, balance, good, balance.packed)
        elif balance.packed and balance.packed + sum(left) > good:
            said = (
                f"dikemas {number(balance.packed)}, {number(len(left))} TPS yang belum diset perlu {number(sum(left))}, "
                f"baik dan susulan {number(good)}: kurang {number(balance.packed + sum(left) - good)}"
            )
            yield _finding(case, REST, balance, said, balance.packed + sum(left), good)


def _over(case: Case, balance: Balance, good: int, packed: int) -> Finding:
    """With the stocks that are large enough to be where the sheets came from."""
    more = packed - good
    revote = case.balances.get((CITY, balance.election, Stock.REVOTE))
    stocks = (
        ("PSU", revote.received if revote else None),
        ("rusak", balance.damaged),
        ("salah daerah", balance.swapped),
        ("belum disortir", balance.unsorted),
    )
    likely = [f"lembar {name} ({number(sheets)}) ikut dikemas" for name, sheets in stocks if sheets and sheets >= more]
    causes = " atau ".join([*likely, "salah hitung"])
    said = (
        f"dikemas {number(packed)}, baik dan susulan hanya {number(good)}: lebih {number(more)}. Kemungkinan {causes}"
    )
    return _finding(case, OVER_STOCK, balance, said, packed, good)


def _finding(case: Case, meta: CheckMeta, balance: Balance, said: str, raw: int, good: int) -> Finding:
    places = case.places((CITY, balance.election, Stock.VOTING), Field.GOOD, Field.RECEIVED)
    return meta.at(
        places[0] if places else None,
        f"{title(balance.election)}: {said}",
        related=places[1:SHOWN],
        region=balance.region,
        election=balance.election,
        raw=raw,
        expected=good,
    )


METAS = (OVER_STOCK, REST)
