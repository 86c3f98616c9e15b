"""LG608 rusak-tidak-wajar, LG609 salah-daerah-ada, LG610 surat-suara-lebih, LG611 belum-disortir."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import SHOWN, Check, CheckMeta, gathered
from logistik.core.balances import Balance, BalanceKey
from logistik.core.findings import Finding
from logistik.core.vocabulary import Field, Severity, Stock
from logistik.core.wording import listed, number

FEWEST = 200
"""Sheets below which a rate of damage says nothing."""

DAMAGED = CheckMeta(
    code="LG608",
    name="rusak-tidak-wajar",
    severity=Severity.WARNING,
    summary="Kerusakan jauh di atas yang biasa",
    what="Bagian rusak dari yang diterima dibandingkan dengan batas di rule set.",
    why="Mungkin kolom tertukar, koli basah, atau lembar baik ikut dihitung rusak.",
    example="Rusak 1.250 dari 12.800 (9,8%).",
    fix="Hitung ulang yang rusak; pastikan kategorinya benar.",
    basis="Kerusakan yang dilaporkan pada Pilkada: 0,003% sampai 0,7%. Batasnya asumsi, dapat diubah di [aturan].",
)
SWAPPED = CheckMeta(
    code="LG609",
    name="salah-daerah-ada",
    severity=Severity.WARNING,
    summary="Ada surat suara daerah atau pemilihan lain",
    what="Surat suara salah daerah bukan rusak: dicatat sendiri, tidak pernah dipakai.",
    why="Harus disimpan terpisah dan diserahkan ke KPU yang berhak atau dimusnahkan dengan berita acara.",
    example="25 lembar wali kota milik daerah lain di Klandasan Ilir.",
    fix="Simpan terpisah, beri tahu KPU pemiliknya, dan catat di berita acara.",
)
SURPLUS = CheckMeta(
    code="LG610",
    name="surat-suara-lebih",
    severity=Severity.INFO,
    summary="Surat suara baik melebihi dasar",
    what="Kelebihan = baik + susulan - dasar. Sebelum dikemas, kelebihan satu wilayah dapat menutup kekurangan wilayah lain.",
    why="Kelebihan yang tidak dipakai dimusnahkan pada H-1 dengan berita acara, atau dilaporkan ke provinsi.",
    example="Manggar: 15 lembar gubernur di atas kebutuhan.",
    fix="Pindahkan dulu ke wilayah yang kurang; sisanya laporkan sebelum pemusnahan.",
    basis="UU 1/2015 Pasal 82 ayat (5) dan (6): kelebihan dimusnahkan dengan berita acara.",
)
UNSORTED = CheckMeta(
    code="LG611",
    name="belum-disortir",
    severity=Severity.WARNING,
    summary="Masih ada surat suara yang belum disortir",
    what="Selama ada yang belum disortir, permintaan bersifat sementara: paling banyak permintaan, paling sedikit permintaan dikurangi yang belum disortir.",
    why="Kerusakan baru diketahui setelah disortir.",
    example="Belum disortir 12.000 dari 534.210.",
    fix="Selesaikan penyortiran sebelum surat permintaan ditandatangani.",
)


def check(case: Case) -> Iterator[Finding]:
    """The condition of what was counted, at the lowest level counted."""
    damaged, swapped, unsorted = [], [], []
    surplus: dict[tuple[str, Stock], list[tuple[BalanceKey, Balance]]] = {}
    rate = case.rules.damage_rate_notice.rate
    for key, balance in case.lowest_balances():
        _, election, stock = key
        where = f"{title(election, stock)}, {balance.region}"
        received = balance.received or 0
        if (
            balance.damaged
            and received >= FEWEST
            and received >= balance.damaged > received * rate.numerator // rate.denominator
        ):
            share = f"{100 * balance.damaged / received:.1f}%".replace(".", ",")
            message = f"{where}: rusak {number(balance.damaged)} dari {number(received)} ({share})"
            damaged.append((key[1:], _at(case, DAMAGED, key, balance, Field.DAMAGED, message, balance.damaged)))
        if balance.swapped:
            message = f"{where}: {number(balance.swapped)} lembar salah daerah"
            swapped.append((key[1:], _at(case, SWAPPED, key, balance, Field.SWAPPED, message, balance.swapped)))
        if balance.unsorted and stock is Stock.VOTING:
            message = f"{where}: {number(balance.unsorted)} lembar belum disortir"
            unsorted.append((key[1:], _at(case, UNSORTED, key, balance, Field.UNSORTED, message, balance.unsorted)))
        if balance.surplus:
            surplus.setdefault((election, stock), []).append((key, balance))
    yield from gathered(damaged, lambda count: f"Kerusakan tidak wajar di {number(count)} wilayah")
    yield from gathered(swapped, lambda count: f"Surat suara salah daerah di {number(count)} wilayah")
    yield from gathered(unsorted, lambda count: f"Belum selesai disortir di {number(count)} wilayah")
    for (election, stock), found in surplus.items():
        total = sum(balance.surplus or 0 for _, balance in found)
        names = listed(
            [f"{balance.region.name or 'kabupaten/kota'} {number(balance.surplus or 0)}" for _, balance in found]
        )
        places = [place for key, _ in found for place in case.places(key, Field.GOOD, Field.RECEIVED)]
        yield SURPLUS.at(
            places[0] if places else None,
            f"{title(election, stock)}: {number(total)} lembar di atas dasar ({names})",
            related=places[1:SHOWN],
            region=found[0][1].region if len(found) == 1 else None,
            election=election,
            count=len(found),
        )


def _at(
    case: Case, meta: CheckMeta, key: BalanceKey, balance: Balance, field: Field, message: str, raw: int
) -> Finding:
    places = case.places(key, field, Field.GOOD, Field.RECEIVED)
    return meta.at(
        places[0] if places else None, message, related=places[1:SHOWN], region=balance.region, election=key[1], raw=raw
    )


CHECK = Check((DAMAGED, SWAPPED, SURPLUS, UNSORTED), check)
