"""What was packed for each TPS: `pengesetan.xlsx`. Invented, with the mistakes that offices really made."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from _books import write_regions, write_tps
from _pad import ELECTION_TITLE, Pad
from _roll import KOTA, SEED, Kelurahan, Tps, fitted, largest_remainder, shuffled
from _stock import ELECTIONS, Stock, add_counts

Place = tuple[str, int]  # kelurahan and number of a TPS
Boxes = dict[Place, int]  # sheets of one election in the box of each TPS

GOVERNOR, MAYOR = ELECTIONS
BUNDLE_SHEETS = 25
SEALED = "Balikpapan Timur"  # packed first, and closed

# Planted mistakes 5 to 13; README.md describes them.
OVER_TPS, OVER_BOTH = {GOVERNOR: 30, MAYOR: 27}, 18
OVER_SHEETS = {GOVERNOR: 212, MAYOR: 188}
LEAST_OVER, MOST_OVER = 4, 10
WITHOUT_RESERVE = {GOVERNOR: [("Kariangau", 5), ("Kariangau", 6)], MAYOR: [("Kariangau", 5)]}
EXCHANGED = ("Baru Tengah", 10), ("Baru Tengah", 11)
BUNDLE_TOO_MANY = {GOVERNOR: list[Place](), MAYOR: [("Manggar", 30)]}
CONSTANT_EXCESS = {GOVERNOR: {"Mekar Sari": 3}, MAYOR: dict[str, int]()}
BY_LIST_OF = {"Damai Baru": "Damai Bahagia"}
RECOUNTED = {GOVERNOR: dict[Place, int](), MAYOR: {("Karang Rejo", 12): -6}}
NOT_PACKED = "Damai Bahagia", 904
RAN_SHORT = [("Damai Bahagia", number) for number in (22, 23, 24, 25)]
LEFT_OVER = {GOVERNOR: BUNDLE_SHEETS, MAYOR: -6}
"""Good sheets that the list does not hold: a governor's bundle still lies in the warehouse; of the mayor's sheets the
list holds six more than there are, which is what the first counter of RECOUNTED counted too many."""


def build_packing(roll: Sequence[Kelurahan], stock: Stock) -> dict[str, Boxes]:
    """Sheets in every box as the first counter wrote them, per election; a box that was not packed is missing."""
    overs = build_overs(roll)
    packing = {}
    for election in ELECTIONS:
        boxes = {(kelurahan.name, tps.number): packed(roll, kelurahan, tps, election) for kelurahan, tps in each(roll)}
        one, other = EXCHANGED
        boxes[one], boxes[other] = boxes[other], boxes[one]
        for place, sheets in overs[election].items():
            boxes[place] += sheets
        run_short(boxes, add_counts(stock[election]).good - LEFT_OVER[election])
        packing[election] = boxes
    return packing


def each(roll: Sequence[Kelurahan]) -> list[tuple[Kelurahan, Tps]]:
    """Every TPS with its kelurahan."""
    return [(kelurahan, tps) for kelurahan in roll for tps in kelurahan.stations]


def packed(roll: Sequence[Kelurahan], kelurahan: Kelurahan, tps: Tps, election: str) -> int:
    """Sheets for one TPS before the stock ran short: its need, unless a mistake was made there."""
    place = kelurahan.name, tps.number
    if place in WITHOUT_RESERVE[election]:
        return tps.voters
    if place in BUNDLE_TOO_MANY[election]:
        return tps.required + BUNDLE_SHEETS
    for other in roll:
        if other.name == BY_LIST_OF.get(kelurahan.name):
            return next(each.required for each in other.stations if each.number == tps.number)
    return tps.required + CONSTANT_EXCESS[election].get(kelurahan.name, 0)


def build_overs(roll: Sequence[Kelurahan]) -> dict[str, Boxes]:
    """Sheets over the need in TPS of Balikpapan Kota; where both elections are over, never by the same."""
    rng = Random(f"{SEED} {KOTA}")
    places = [(kelurahan.name, tps.number) for kelurahan, tps in each(roll) if kelurahan.kecamatan == KOTA]
    chosen = shuffled(places, rng)[: OVER_TPS[GOVERNOR] + OVER_TPS[MAYOR] - OVER_BOTH]
    governor = dict(zip(chosen, draw_overs(OVER_TPS[GOVERNOR], OVER_SHEETS[GOVERNOR], rng), strict=False))
    kinds = MOST_OVER - LEAST_OVER + 1
    both = {
        place: LEAST_OVER + (governor[place] - LEAST_OVER + 1 + int(rng.random() * (kinds - 1))) % kinds
        for place in list(governor)[-OVER_BOTH:]
    }
    alone = chosen[OVER_TPS[GOVERNOR] :]
    rest = draw_overs(len(alone), OVER_SHEETS[MAYOR] - sum(both.values()), rng)
    return {GOVERNOR: governor, MAYOR: both | dict(zip(alone, rest, strict=True))}


def draw_overs(count: int, total: int, rng: Random) -> list[int]:
    """Sheets over in `count` TPS, `total` in all."""
    draws = [LEAST_OVER + int(rng.random() * (MOST_OVER - LEAST_OVER + 1)) for _ in range(count)]
    return fitted(draws, total, LEAST_OVER, MOST_OVER)


def run_short(boxes: Boxes, good: int) -> None:
    """Leave the last TPS unpacked and take what is still too much out of RAN_SHORT, until `good` sheets are packed."""
    del boxes[NOT_PACKED]
    lacking = sum(boxes.values()) - good
    for place, sheets in zip(RAN_SHORT, largest_remainder(lacking, [9, 10, 11, 12]), strict=True):
        boxes[place] -= sheets


def write_packing_sheet(book: Any, kecamatan: str, roll: Sequence[Kelurahan], packing: dict[str, Boxes]) -> None:
    """Write what was packed for the TPS of one kecamatan; two people count each box."""
    pad = Pad(book, kecamatan, [6, 24, 27, 9, 11, 11, 11, 11, 9, 18])
    pad.titles(["DAFTAR PENGESETAN SURAT SUARA PER TPS", ELECTION_TITLE, f"KECAMATAN {kecamatan.upper()}"])
    write_heads(pad)
    pad.print_setup(4, 5)
    row, rows = 6, []
    for kelurahan in roll:
        write_regions(pad, row, kelurahan)
        for tps in kelurahan.stations:
            counts = [count for election in ELECTIONS for count in counted(packing[election], election, kelurahan, tps)]
            rows.append(counts)
            pad.sheet.write_number(row, 0, row - 5, pad.centre)
            write_tps(pad, row, kelurahan, tps)
            for column, count in enumerate(counts, 4):
                write_count(pad, row, column, count)
            pad.sheet.write_string(row, 8, "ya" if kecamatan == SEALED else "", pad.centre)
            pad.sheet.write_string(row, 9, tps.remark, pad.text)
            row += 1
    pad.sheet.merge_range(row, 0, row, 3, "JUMLAH", pad.total_label)
    pad.sums(row, 6, 4, [[count or 0 for count in column] for column in zip(*rows, strict=True)])
    pad.sign(row + 2, "20 November 2024")


def write_heads(pad: Pad) -> None:
    """Write the two header rows: the elections, and both counters under each."""
    heads: dict[int, str] = {0: "NO", 1: "KECAMATAN", 2: "KELURAHAN", 3: "NO TPS", 8: "SEGEL", 9: "KETERANGAN"}
    for column, head in heads.items():
        pad.sheet.merge_range(4, column, 5, column, head, pad.head)
    for i, election in enumerate(ELECTIONS):
        first = 4 + 2 * i
        pad.sheet.merge_range(4, first, 4, first + 1, election, pad.head)
        pad.sheet.write_row(5, first, ["HITUNG 1", "HITUNG 2"], pad.head)


def counted(boxes: Boxes, election: str, kelurahan: Kelurahan, tps: Tps) -> tuple[int | None, int | None]:
    """What the two counters wrote for one box; None where nothing was packed."""
    place = kelurahan.name, tps.number
    first = boxes.get(place)
    return first, None if first is None else first + RECOUNTED[election].get(place, 0)


def write_count(pad: Pad, row: int, column: int, count: int | None) -> None:
    """Write a count, or an empty cell."""
    if count is None:
        pad.sheet.write_blank(row, column, None, pad.number)
    else:
        pad.sheet.write_number(row, column, count, pad.number)
