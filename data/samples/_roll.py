"""The final roll (DPT) of Balikpapan 2024: published totals, invented voters per TPS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")

SEED = 20241127

# Published totals: voters on the final roll, reserve sheets for one election.
CITY_VOTERS, CITY_RESERVE = 520_986, 13_489
CITY_REQUIRED = CITY_VOTERS + CITY_RESERVE
KOTA, KOTA_VOTERS = "Balikpapan Kota", 60_869
DPS_VOTERS = {  # voters on the provisional roll, August 2024; the final roll of these five is not published
    "Balikpapan Timur": 70_364,
    "Balikpapan Barat": 68_731,
    "Balikpapan Utara": 132_229,
    "Balikpapan Tengah": 76_393,
    "Balikpapan Selatan": 112_361,
}
# TPS per kelurahan, loksus included. The sums per kecamatan are published, and so are the five of Balikpapan Kota;
# the others follow the TPS of Pemilu 2024 by largest remainder.
TPS_COUNTS = {
    "Balikpapan Timur": {"Manggar": 64, "Lamaru": 21, "Teritip": 28, "Manggar Baru": 26},
    "Balikpapan Barat": {
        "Baru Ilir": 26, "Baru Tengah": 30, "Baru Ulu": 28, "Kariangau": 9, "Margo Mulyo": 22, "Marga Sari": 15,
    },
    "Balikpapan Utara": {
        "Batu Ampar": 51, "Gunung Samarinda": 40, "Karang Joang": 41, "Muara Rapak": 44,
        "Gunung Samarinda Baru": 21, "Graha Indah": 57,
    },
    "Balikpapan Tengah": {
        "Gunung Sari Ulu": 20, "Gunung Sari Ilir": 29, "Karang Rejo": 34, "Karang Jati": 16,
        "Mekar Sari": 19, "Sumber Rejo": 27,
    },
    "Balikpapan Selatan": {
        "Sepinggan": 50, "Gunung Bahagia": 30, "Sepinggan Baru": 45, "Sepinggan Raya": 22,
        "Sungai Nangka": 27, "Damai Baru": 11, "Damai Bahagia": 29,
    },
    "Balikpapan Kota": {"Prapatan": 16, "Telaga Sari": 24, "Klandasan Ulu": 18, "Klandasan Ilir": 30, "Damai": 26},
}  # fmt: skip
MIN_TPS_VOTERS, MAX_TPS_VOTERS = 300, 600
MEN_SHARE = 0.502

SWAPPED_DIGITS_TPS = ("Batu Ampar", 17)  # planted mistake 1


@dataclass(frozen=True, slots=True)
class Tps:
    """One polling station with its voters."""

    number: int
    men: int
    women: int
    remark: str = ""

    @property
    def voters(self) -> int:
        return self.men + self.women

    @property
    def required(self) -> int:
        """Sheets needed for one election: a ballot each, and the reserve."""
        return self.voters + reserve(self.voters)


@dataclass(frozen=True, slots=True)
class Kelurahan:
    """One kelurahan with its polling stations."""

    kecamatan: str
    name: str
    stations: tuple[Tps, ...]

    @property
    def voters(self) -> int:
        return sum(tps.voters for tps in self.stations)

    @property
    def reserve(self) -> int:
        """Reserve sheets for one election: 2.5%, rounded up per TPS, then summed."""
        return sum(reserve(tps.voters) for tps in self.stations)

    @property
    def required(self) -> int:
        """Sheets needed for one election."""
        return self.voters + self.reserve


@dataclass(frozen=True, slots=True)
class Loksus:
    """A polling station at a special location (a prison); `men_share` is between 0 and 1."""

    number: int
    voters: int
    men_share: float
    remark: str


LOKSUS = {  # 1,712 voters in four TPS are published
    "Damai Bahagia": (
        Loksus(901, 503, 0.89, "Loksus Rutan"),
        Loksus(902, 503, 0.90, "Loksus Rutan"),
        Loksus(903, 353, 0.95, "Loksus Lapas"),
        Loksus(904, 353, 0.96, "Loksus Lapas"),
    )
}


def reserve(voters: int) -> int:
    """Reserve sheets of one TPS: 2.5% of its voters, rounded up."""
    return (voters + 39) // 40


def largest_remainder(total: int, weights: Sequence[float]) -> list[int]:
    """Split `total` in whole parts proportional to `weights`; the parts sum to `total`."""
    quotas = [total * weight / sum(weights) for weight in weights]
    parts = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - quotas[i])
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts


def kecamatan_voters() -> dict[str, int]:
    """Voters per kecamatan: Balikpapan Kota as published, the others from the DPS, fitted to the city's DPT."""
    fitted = largest_remainder(CITY_VOTERS - KOTA_VOTERS, list(DPS_VOTERS.values()))
    return dict(zip(DPS_VOTERS, fitted, strict=True)) | {KOTA: KOTA_VOTERS}


def kelurahan_voters(kecamatan: str, voters: int, rng: Random) -> dict[str, list[int]]:
    """Voters of each ordinary TPS, by kelurahan; the loksus are taken off before."""
    loksus = {name: LOKSUS.get(name, ()) for name in TPS_COUNTS[kecamatan]}
    ordinary = {name: count - len(loksus[name]) for name, count in TPS_COUNTS[kecamatan].items()}
    special = sum(tps.voters for group in loksus.values() for tps in group)
    weights = [count * (0.97 + 0.06 * rng.random()) for count in ordinary.values()]
    totals = largest_remainder(voters - special, weights)
    return {name: spread(total, ordinary[name], rng) for name, total in zip(ordinary, totals, strict=True)}


def spread(total: int, count: int, rng: Random) -> list[int]:
    """Spread `total` voters over `count` TPS around their mean, inside the bounds; a few TPS are small."""
    draws = [total / count + draw_deviation(rng) for _ in range(count)]
    return fitted([round(draw) for draw in draws], total, MIN_TPS_VOTERS, MAX_TPS_VOTERS)


def fitted(draws: Iterable[int], total: int, least: int, most: int) -> list[int]:
    """Bring whole numbers inside the bounds, and their sum to `total`, one by one in turn."""
    parts = [min(most, max(least, draw)) for draw in draws]
    if not least * len(parts) <= total <= most * len(parts):
        raise ValueError(f"{len(parts)} parts from {least} to {most} cannot sum to {total}: choose another seed")
    step = 1 if sum(parts) < total else -1
    while sum(parts) != total:
        for i, part in enumerate(parts):
            if sum(parts) != total and least <= part + step <= most:
                parts[i] += step
    return parts


def shuffled(things: Iterable[Thing], rng: Random) -> list[Thing]:
    """The same things in an order that the seed decides, the same in every version of Python."""
    return sorted(things, key=lambda _: rng.random())


def draw_deviation(rng: Random) -> float:
    """Voters above or below the mean of a kelurahan: mostly within 75, one TPS in sixteen 80 to 200 below."""
    if rng.random() < 1 / 16:
        return -80 - 120 * rng.random()
    return 50 * (rng.random() + rng.random() + rng.random() - 1.5)


def lower_reserve(rolls: Sequence[list[int]], target: int) -> None:
    """Move voters between TPS of one kelurahan until the reserve of all `rolls` (sheets) is `target`.

    Each step takes a TPS down to the multiple of 40 below it, into the room another TPS has up to its next multiple:
    one reserve sheet less, the kelurahan's voters unchanged.
    """
    excess = sum(reserve(voters) for roll in rolls for voters in roll) - target
    if excess < 0:
        raise ValueError(f"the reserve starts {-excess} sheets below {target}: choose another seed")
    for _ in range(excess):
        over, roll, donor = min(movable(rolls), key=lambda move: move[0])
        receiver = max(range(len(roll)), key=lambda i: -roll[i] % 40 if i != donor else -1)
        if -roll[receiver] % 40 < over:
            raise ValueError("no TPS has room left: choose another seed")
        roll[donor] -= over
        roll[receiver] += over


def movable(rolls: Iterable[list[int]]) -> Iterator[tuple[int, list[int], int]]:
    """TPS that can go down to a multiple of 40: (voters to move, roll, index)."""
    for roll in rolls:
        for i, voters in enumerate(roll):
            over = voters % 40
            if over and voters - over >= MIN_TPS_VOTERS:
                yield over, roll, i


def split_sexes(number: int, voters: int, men_share: float, remark: str = "") -> Tps:
    """A TPS whose voters are split in men and women."""
    men = round(voters * men_share)
    return Tps(number, men, voters - men, remark)


def stations(name: str, roll: Sequence[int], rng: Random) -> tuple[Tps, ...]:
    """The TPS of a kelurahan: 1, 2, 3 ..., then its loksus."""
    ordinary = [
        split_sexes(number, voters, MEN_SHARE + 0.05 * (rng.random() - 0.5)) for number, voters in enumerate(roll, 1)
    ]
    special = [split_sexes(tps.number, tps.voters, tps.men_share, tps.remark) for tps in LOKSUS.get(name, ())]
    return (*ordinary, *special)


def build_roll() -> list[Kelurahan]:
    """The whole DPT: 34 kelurahan in the order of the sheets."""
    rng = Random(SEED)
    totals = kecamatan_voters()
    voters = {kecamatan: kelurahan_voters(kecamatan, totals[kecamatan], rng) for kecamatan in TPS_COUNTS}
    special = sum(reserve(tps.voters) for group in LOKSUS.values() for tps in group)
    lower_reserve([roll for rolls in voters.values() for roll in rolls.values()], CITY_RESERVE - special)
    return [
        Kelurahan(kecamatan, name, stations(name, roll, rng))
        for kecamatan, rolls in voters.items()
        for name, roll in rolls.items()
    ]


def typed_women(kelurahan: Kelurahan, tps: Tps) -> int:
    """The PR cell as typed: in one TPS the last two digits are swapped (planted mistake 1)."""
    if (kelurahan.name, tps.number) != SWAPPED_DIGITS_TPS:
        return tps.women
    hundreds, rest = divmod(tps.women, 100)
    tens, ones = divmod(rest, 10)
    if tens == ones:
        raise ValueError("swapping equal digits changes nothing: choose another TPS")
    return hundreds * 100 + ones * 10 + tens
