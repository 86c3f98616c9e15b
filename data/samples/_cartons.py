"""The cartons that the sheets came in: `koli.xlsx`. Numbers, shortages and conditions are invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from _pad import ELECTION_TITLE, Pad
from _roll import CITY_REQUIRED, SEED, largest_remainder, shuffled
from _stock import CARTON_SHEETS, ELECTIONS, REVOTE_SHEETS, Stock, add_counts

SHORT_CARTONS = {"GUBERNUR": 11, "WALI KOTA": 14}
WET = {"GUBERNUR": 41}  # planted mistake 3
TYPED_TWICE = {"WALI KOTA": 117}  # planted mistake 4: stands where the next number should


@dataclass(frozen=True, slots=True)
class Carton:
    """One carton: its number as typed, sheets by its label and by the count, None where it stays sealed."""

    number: str | int
    purpose: str
    noted: int
    counted: int | None
    condition: str = "Baik"
    remark: str = ""


def build_cartons(election: str, stock: Stock) -> list[Carton]:
    """The cartons of one election in the order of their numbers; their counts sum to what the stock sheet received."""
    rng = Random(f"{SEED} {election}")
    count = -(-CITY_REQUIRED // CARTON_SHEETS)
    labels = [CARTON_SHEETS] * (count - 1) + [CITY_REQUIRED - CARTON_SHEETS * (count - 1)]
    short = shuffled(range(count - 1), rng)[: SHORT_CARTONS[election]]
    lacking = CITY_REQUIRED - add_counts(stock[election]).received
    lacks = dict(zip(short, largest_remainder(lacking, [1 + rng.random() for _ in short]), strict=True))
    return [
        Carton(
            number=number - 1 if number - 1 == TYPED_TWICE.get(election) else number,
            purpose="Pemilihan",
            noted=label,
            counted=label - lacks.get(number - 1, 0),
            condition="Basah" if number == WET.get(election) else "Baik",
            remark="sudut dus basah, isi kering" if number == WET.get(election) else "",
        )
        for number, label in enumerate(labels, 1)
    ]


def revote_carton() -> Carton:
    """The carton for a revote, which nobody opens."""
    return Carton("PSU 1", "PSU", REVOTE_SHEETS, None, remark="tersegel, tidak dibuka")


def write_carton_sheet(book: Any, election: str, stock: Stock) -> None:
    """Write the cartons of one election; those for a revote stand below the total."""
    cartons = build_cartons(election, stock)
    heads = ["NO KOLI", "JENIS PEMILIHAN", "PERUNTUKAN", "ISI LABEL", "HASIL HITUNG", "KONDISI", "KETERANGAN"]
    pad = Pad(book, f"Koli {election.title()}", [10, 32, 14, 12, 14, 12, 28])
    pad.titles(["DAFTAR KOLI SURAT SUARA", ELECTION_TITLE, "KPU KOTA BALIKPAPAN"])
    pad.sheet.write_row(4, 0, heads, pad.head)
    pad.print_setup(4, 4)
    for row, carton in enumerate(cartons, 5):
        write_carton(pad, row, election, carton)
    row = 5 + len(cartons)
    pad.sheet.merge_range(row, 0, row, 2, "JUMLAH", pad.total_label)
    pad.sums(row, 5, 3, figures(cartons))
    if election == "WALI KOTA":
        row += 1
        write_carton(pad, row, election, revote_carton())
    pad.sign(row + 2, "12 November 2024")


def figures(cartons: Sequence[Carton]) -> list[list[int]]:
    """Sheets by the labels and by the counts."""
    return [[carton.noted for carton in cartons], [carton.counted or 0 for carton in cartons]]


def write_carton(pad: Pad, row: int, election: str, carton: Carton) -> None:
    """Write the row of one carton."""
    write_number = pad.sheet.write_number if isinstance(carton.number, int) else pad.sheet.write_string
    write_number(row, 0, carton.number, pad.centre)
    pad.sheet.write_string(row, 1, ELECTIONS[election], pad.text)
    pad.sheet.write_string(row, 2, carton.purpose, pad.text)
    pad.sheet.write_number(row, 3, carton.noted, pad.number)
    if carton.counted is None:
        pad.sheet.write_blank(row, 4, None, pad.number)
    else:
        pad.sheet.write_number(row, 4, carton.counted, pad.number)
    pad.sheet.write_string(row, 5, carton.condition, pad.text)
    pad.sheet.write_string(row, 6, carton.remark, pad.text)
