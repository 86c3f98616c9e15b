"""What the warehouse counted, per election and kelurahan: all invented but the quantity ordered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from _roll import SEED, Kelurahan

ELECTIONS = {"GUBERNUR": "Gubernur dan Wakil Gubernur", "WALI KOTA": "Wali Kota dan Wakil Wali Kota"}
# Sheets, per election and kelurahan, beside the need: all invented.
SHORTAGES = {
    "GUBERNUR": {"Telaga Sari": 62, "Klandasan Ilir": 100, "Damai": 50},
    "WALI KOTA": {"Telaga Sari": 75, "Klandasan Ulu": 125, "Damai": 80},
}
EXTRAS = {"GUBERNUR": {"Manggar": 20}, "WALI KOTA": {"Sepinggan": 15}}
SWAPPED = {"GUBERNUR": dict[str, int](), "WALI KOTA": {"Klandasan Ilir": 25}}
USABLE_DEFECTS = {"GUBERNUR": 37, "WALI KOTA": 52}
MAX_DAMAGED = 8
REVOTE_SHEETS = 2_000
CARTON_SHEETS = 2_000


@dataclass(frozen=True, slots=True)
class Count:
    """Sheets of one election: needed, received as counted, damaged, and of another area."""

    required: int
    received: int
    damaged: int
    swapped: int

    @property
    def good(self) -> int:
        return self.received - self.damaged - self.swapped

    @property
    def short(self) -> int:
        return max(0, self.required - self.received)

    def cells(self) -> tuple[int, ...]:
        """The five cells of an election in 'Per Kelurahan'."""
        return self.received, self.good, self.damaged, self.swapped, self.short


Stock = dict[str, list[Count]]  # election -> one count per kelurahan, in the order of the roll


def build_stock(roll: Sequence[Kelurahan]) -> Stock:
    """Sheets counted per election and kelurahan."""
    rng = Random(SEED + 1)
    return {election: [count(kelurahan, election, rng) for kelurahan in roll] for election in ELECTIONS}


def count(kelurahan: Kelurahan, election: str, rng: Random) -> Count:
    """Sheets of one election counted for one kelurahan."""
    name, required = kelurahan.name, kelurahan.required
    received = required + EXTRAS[election].get(name, 0) - SHORTAGES[election].get(name, 0)
    damaged = int(rng.random() * (MAX_DAMAGED + 1))
    return Count(required, received, damaged, SWAPPED[election].get(name, 0))


def add_counts(counts: Sequence[Count]) -> Count:
    """The sum of several counts, in sheets."""
    return Count(
        required=sum(part.required for part in counts),
        received=sum(part.received for part in counts),
        damaged=sum(part.damaged for part in counts),
        swapped=sum(part.swapped for part in counts),
    )
