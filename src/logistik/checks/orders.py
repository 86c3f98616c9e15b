"""LG602 to LG606: the ordered quantity against the need, with the cases that tell why they differ."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, gathered
from logistik.core.balances import Balance, BalanceKey
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import CITY
from logistik.core.vocabulary import Field, Severity, Stock
from logistik.core.wording import listed, number

_BASIS = "Jumlah surat suara ditetapkan dengan keputusan KPU (UU 1/2015 Pasal 80); hitungan ini memeriksanya, tidak menggantikannya."

DIFFERENT = CheckMeta(
    code="LG602",
    name="dipesan-melebihi-kebutuhan",
    severity=Severity.WARNING,
    summary="Dipesan lebih banyak daripada kebutuhan per TPS",
    what="Jumlah yang dipesan dibandingkan dengan kebutuhan: DPT ditambah cadangan yang dibulatkan ke atas di setiap TPS.",
    why="Keputusan mungkin memakai DPT lain, atau angka pesanan salah ketik.",
    example="Dipesan 535.000, kebutuhan 534.475.",
    fix="Periksa keputusan penetapan jumlah surat suara dan DPT yang dipakainya.",
    basis=_BASIS,
)
OF_TOTAL = CheckMeta(
    code="LG603",
    name="dipesan-dari-jumlah-total",
    severity=Severity.WARNING,
    summary="Dipesan dihitung dari jumlah total DPT, bukan per TPS",
    what="Dipesan sama dengan DPT ditambah cadangan dari totalnya.",
    why="Cadangan per TPS dibulatkan ke atas, sehingga jumlahnya lebih besar. Sebagian TPS akan kekurangan cadangan bila dibagi menurut aturan.",
    example="DPT 137.495, dipesan 140.932: cadangan 2,5% dari total.",
    fix="Periksa keputusan penetapan jumlah surat suara. Ini bukan kesalahan yang terbukti; beberapa provinsi menetapkannya begitu.",
    basis=_BASIS,
)
MERGED = CheckMeta(
    code="LG604",
    name="psu-tergabung",
    severity=Severity.ERROR,
    summary="Surat suara PSU tampaknya tergabung dalam jumlah pemilihan",
    what="Dipesan atau kelebihan mendekati kebutuhan ditambah stok PSU, sedangkan baris PSU tidak ada.",
    why="Stok PSU tidak boleh menutup kekurangan. Kalau tergabung, sampai 2.000 lembar yang hilang tidak terlihat.",
    example="Dipesan 536.475, kebutuhan 534.475, tanpa baris PSU.",
    fix="Pisahkan: satu baris untuk pemilihan dan satu baris PSU, menurut keputusan dan surat jalan.",
    basis="UU 1/2015 Pasal 80 ayat (2): surat suara pemungutan suara ulang bertanda khusus.",
)
ABOVE = CheckMeta(
    code="LG605",
    name="kebutuhan-di-atas-ketetapan",
    severity=Severity.ERROR,
    summary="Kebutuhan per TPS lebih besar daripada yang ditetapkan",
    what="Dipesan kurang dari DPT ditambah cadangan per TPS.",
    why="Mencetak di atas jumlah yang ditetapkan dilarang. Bagian di atas ketetapan tidak dimasukkan ke permintaan; perlu keputusan baru.",
    example="Dipesan 534.000, kebutuhan 534.475: 475 lembar perlu keputusan baru.",
    fix="Bawa ke pleno: perlu perubahan keputusan penetapan jumlah surat suara, bukan surat permintaan.",
    basis="UU 1/2015 Pasal 82 ayat (1) dan Pasal 190A.",
)
UNEQUAL = CheckMeta(
    code="LG606",
    name="dipesan-antarpemilihan-berbeda",
    severity=Severity.WARNING,
    summary="Dua pemilihan di wilayah yang sama dipesan dengan jumlah berbeda",
    what="Jumlah surat suara gubernur dan bupati/wali kota di wilayah yang sama seharusnya sama, di luar PSU.",
    why="Keduanya dihitung dari DPT yang sama.",
    example="Gubernur 534.475, wali kota 536.475: PSU mungkin tergabung.",
    fix="Bandingkan kedua keputusan penetapannya.",
    basis="KPU Kalimantan Timur, 28 Oktober 2024: jumlah per TPS sama untuk kedua pemilihan.",
)


def check(case: Case) -> Iterator[Finding]:
    """Ordered against required per region, and the elections of one region against each other."""
    spots = []
    for key, balance in case.balances.items():
        if (
            key[2] is Stock.VOTING
            and not balance.polling_stations_without_voters
            and (found := _order(case, key, balance))
        ):
            spots.append(((found.code, key[1], key[0].level), found))
    yield from gathered(spots, lambda count: f"Dipesan berbeda dari kebutuhan di {number(count)} wilayah")
    yield from _unequal(case)


def _place(case: Case, key: BalanceKey) -> Location | None:
    places = case.places(key, Field.ORDERED, Field.GOOD, Field.RECEIVED)
    return places[0] if places else None


def _order(case: Case, key: BalanceKey, balance: Balance) -> Finding | None:
    region, election, _ = key
    required, ordered = balance.required or 0, balance.ordered
    if ordered == required or (ordered is None and region != CITY):
        return None
    name = f"{title(election)}, {balance.region}"
    rules = case.rules.elections.get(election)
    revote = rules.revote_sheets.value if rules else 0
    may_be_merged = region == CITY and revote > 0 and (CITY, election, Stock.REVOTE) not in case.book.holdings
    place = _place(case, key)
    if ordered is None:
        if may_be_merged and balance.surplus is not None and abs(balance.surplus - revote) <= revote // 20:
            return _merged(place, f"{name}: kelebihan {number(balance.surplus)}", balance, required, revote)
        return None
    of_total = _of_total(case, balance)
    if may_be_merged and (abs(ordered - required - revote) <= revote // 20 or ordered - revote in of_total):
        return _merged(place, f"{name}: dipesan {number(ordered)}", balance, required, revote)
    gap = f"dipesan {number(ordered)}, kebutuhan {number(required)}"
    if ordered in of_total:
        return OF_TOTAL.at(
            place,
            f"{name}: {gap}; dipesan = DPT + {case.rules.reserve.percent()} dari total, berbeda "
            f"{number(abs(required - ordered))} lembar dari hitungan per TPS: periksa keputusannya",
            region=balance.region,
            election=balance.election,
            raw=ordered,
            expected=required,
        )
    if ordered < required:
        return ABOVE.at(
            place,
            f"{name}: {gap}; {number(required - ordered)} lembar di atas ketetapan perlu keputusan baru dan tidak diminta",
            region=balance.region,
            election=balance.election,
            raw=ordered,
            expected=required,
        )
    return DIFFERENT.at(
        place,
        f"{name}: {gap}; selisih {number(ordered - required)}",
        region=balance.region,
        election=balance.election,
        raw=ordered,
        expected=required,
    )


def _of_total(case: Case, balance: Balance) -> set[int]:
    """The quantities that come out when the reserve is taken of the total, however it was rounded."""
    voters, (numerator, denominator) = balance.voters or 0, case.rules.reserve
    share = voters * numerator
    return {voters + share // denominator, voters + (share + denominator - 1) // denominator}


def _merged(place: Location | None, what: str, balance: Balance, required: int, revote: int) -> Finding:
    total = balance.ordered if balance.ordered is not None else required + (balance.surplus or 0)
    good = balance.good
    readings = ""
    if good is not None:
        readings = (
            f". Bila {number(revote)} PSU tergabung: untuk pemilihan ada {number(good - revote)} baik dari {number(total - revote)}; "
            f"bila tidak: {number(good)} baik dari {number(total)}"
        )
    return MERGED.at(
        place,
        f"{what}, mendekati kebutuhan {number(required)} + PSU {number(revote)}, padahal baris PSU tidak ada{readings}",
        region=balance.region,
        election=balance.election,
        raw=balance.ordered,
        expected=required,
    )


def _unequal(case: Case) -> Iterator[Finding]:
    by_region: dict[object, list[tuple[BalanceKey, Balance]]] = {}
    for key, balance in case.balances.items():
        if key[2] is Stock.VOTING and balance.ordered is not None:
            by_region.setdefault(key[0], []).append((key, balance))
    spots = []
    for found in by_region.values():
        if len({balance.ordered for _, balance in found}) > 1:
            (first, balance), *rest = found
            place = next((each for key, _ in reversed(found) if (each := _place(case, key))), None)
            orders = listed([f"{title(key[1])} {number(each.ordered or 0)}" for key, each in found])
            spots.append(
                (
                    first[0].level,
                    UNEQUAL.at(
                        place,
                        f"{balance.region}: dipesan {orders}",
                        related=[each for key, _ in rest if (each := _place(case, key)) and each != place],
                        region=balance.region,
                    ),
                )
            )
    yield from gathered(spots, lambda count: f"Dipesan berbeda antarpemilihan di {number(count)} wilayah")


CHECK = Check((DIFFERENT, OF_TOTAL, MERGED, ABOVE, UNEQUAL), check)
