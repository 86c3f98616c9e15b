"""Write the sample workbooks `dpt.xlsx` and `gudang.xlsx`: Balikpapan 2024, published totals, invented details.

Usage: python generate.py [FOLDER]. The same bytes come out of every run; README.md says which figures are real.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped, unused-ignore]

CREATED = datetime(2024, 11, 13)
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

MERGED_SHEETS = {"Balikpapan Timur", "Balikpapan Kota"}  # region cells merged down, not repeated
TEXT_TPS_SHEETS = {"Balikpapan Barat", "Balikpapan Selatan", "Balikpapan Kota"}  # TPS typed as '001'
SWAPPED_DIGITS_TPS = ("Batu Ampar", 17)  # planted mistake 1

ELECTION_TITLE = "PEMILIHAN GUBERNUR DAN WAKIL GUBERNUR SERTA WALI KOTA DAN WAKIL WALI KOTA TAHUN 2024"
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
class Tps:
    """One polling station with its voters."""

    number: int
    men: int
    women: int
    remark: str = ""

    @property
    def voters(self) -> int:
        return self.men + self.women


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


# The roll --------------------------------------------------------------------------------------------------------


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
    parts = [min(MAX_TPS_VOTERS, max(MIN_TPS_VOTERS, round(draw))) for draw in draws]
    step = 1 if sum(parts) < total else -1
    while sum(parts) != total:
        for i, part in enumerate(parts):
            if sum(parts) != total and MIN_TPS_VOTERS <= part + step <= MAX_TPS_VOTERS:
                parts[i] += step
    return parts


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


# The stock -------------------------------------------------------------------------------------------------------


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


# Sheets ----------------------------------------------------------------------------------------------------------


class Pad:
    """A worksheet with the formats of the office; rows and columns count from 0."""

    def __init__(self, book: Any, name: str, widths: Sequence[float]) -> None:
        self.sheet = book.add_worksheet(name)
        box = {"border": 1, "valign": "vcenter"}
        strong = box | {"bold": True, "bg_color": "#DDEBF7"}
        number = {"num_format": "#,##0"}
        self.title = book.add_format({"bold": True, "align": "center", "font_size": 12})
        self.head = book.add_format(strong | {"align": "center", "text_wrap": True})
        self.text = book.add_format(box)
        self.centre = book.add_format(box | {"align": "center"})
        self.number = book.add_format(box | number)
        self.right = book.add_format(box | {"align": "right"})
        self.total_label = book.add_format(strong | {"align": "center"})
        self.total = book.add_format(strong | number)
        self.note = book.add_format({"italic": True})
        self.signature = book.add_format({"align": "center"})
        self.last_column = len(widths) - 1
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def titles(self, lines: Sequence[str]) -> None:
        """Write the title rows, merged over the table's width."""
        for row, line in enumerate(lines):
            self.sheet.merge_range(row, 0, row, self.last_column, line, self.title)

    def print_setup(self, head_first: int, head_last: int) -> None:
        """Freeze below the header; A4, landscape, one page wide, header repeated."""
        self.sheet.freeze_panes(head_last + 1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(head_first, head_last)

    def sums(self, row: int, first_row: int, column: int, columns: Sequence[Sequence[int]]) -> None:
        """Write one SUM formula per column over the rows above, with its value."""
        for i, values in enumerate(columns, column):
            letter = chr(ord("A") + i)
            self.sheet.write_formula(row, i, f"=SUM({letter}{first_row + 1}:{letter}{row})", self.total, sum(values))

    def sign(self, row: int, date: str) -> None:
        """Write the signature block over the three columns on the right; nobody is named."""
        for offset, line in ((0, f"Balikpapan, {date}"), (1, "KPU KOTA BALIKPAPAN"), (5, "(contoh, tanpa nama)")):
            first, last = self.last_column - 2, self.last_column
            self.sheet.merge_range(row + offset, first, row + offset, last, line, self.signature)


def write_regions(pad: Pad, row: int, kelurahan: Kelurahan) -> None:
    """Write KECAMATAN and KELURAHAN beside the TPS rows of one kelurahan, merged or repeated."""
    last = row + len(kelurahan.stations) - 1
    for column, name in ((1, kelurahan.kecamatan.upper()), (2, kelurahan.name.upper())):
        if kelurahan.kecamatan in MERGED_SHEETS:
            pad.sheet.merge_range(row, column, last, column, name, pad.text)
            continue
        for each in range(row, last + 1):
            pad.sheet.write_string(each, column, name, pad.text)


def write_station(pad: Pad, row: int, kelurahan: Kelurahan, tps: Tps) -> None:
    """Write the TPS number, the voters and the remark of one TPS."""
    if kelurahan.kecamatan in TEXT_TPS_SHEETS:
        pad.sheet.write_string(row, 3, f"{tps.number:03d}", pad.centre)
    else:
        pad.sheet.write_number(row, 3, tps.number, pad.centre)
    for column, value in enumerate((tps.men, typed_women(kelurahan, tps), tps.voters), 4):
        pad.sheet.write_number(row, column, value, pad.number)
    if pad.last_column == 7:
        pad.sheet.write_string(row, 7, tps.remark, pad.text)


def write_dpt_sheet(book: Any, kecamatan: str, roll: Sequence[Kelurahan]) -> None:
    """Write the DPT of one kecamatan; a KETERANGAN column only where there are loksus."""
    has_loksus = any(kelurahan.name in LOKSUS for kelurahan in roll)
    heads = ["NO", "KECAMATAN", "KELURAHAN", "NO TPS", "LK", "PR", "JUMLAH PEMILIH", "KETERANGAN"]
    pad = Pad(book, kecamatan, [6, 24, 27, 9, 11, 11, 14, 18][: 8 if has_loksus else 7])
    pad.titles(["DAFTAR PEMILIH TETAP (DPT)", ELECTION_TITLE, f"KOTA BALIKPAPAN - KECAMATAN {kecamatan.upper()}"])
    pad.sheet.write_row(4, 0, heads[: pad.last_column + 1], pad.head)
    pad.print_setup(4, 4)
    row = 5
    for kelurahan in roll:
        write_regions(pad, row, kelurahan)
        for tps in kelurahan.stations:
            pad.sheet.write_number(row, 0, row - 4, pad.centre)
            write_station(pad, row, kelurahan, tps)
            row += 1
    pad.sheet.merge_range(row, 0, row, 3, "JUMLAH", pad.total_label)
    pairs = [(kelurahan, tps) for kelurahan in roll for tps in kelurahan.stations]
    men, voters = [tps.men for _, tps in pairs], [tps.voters for _, tps in pairs]
    pad.sums(row, 5, 4, [men, [typed_women(*pair) for pair in pairs], voters])
    pad.sign(row + 2, "21 September 2024")


def write_recap(book: Any, stock: Stock) -> None:
    """Write 'Rekap Sortir': one row per election, and the revote stock of the mayor."""
    heads = [
        "JENIS PEMILIHAN", "PERUNTUKAN", "DIPESAN", "SURAT JALAN", "JUMLAH KOLI", "DITERIMA", "BAIK",
        "CACAT LAYAK PAKAI", "SOBEK", "NODA TINTA", "SALAH POTONG", "RUSAK", "SALAH DAERAH", "BELUM DISORTIR",
        "KURANG KIRIM", "PERMINTAAN", "KETERANGAN",
    ]  # fmt: skip
    pad = Pad(book, "Rekap Sortir", [32, 14, *[12] * 14, 16])
    pad.titles(["REKAPITULASI HASIL SORTIR DAN LIPAT SURAT SUARA", ELECTION_TITLE, "KPU KOTA BALIKPAPAN"])
    pad.sheet.write_row(4, 0, heads, pad.head)
    pad.sheet.set_row(4, 32)
    pad.print_setup(4, 4)
    for row, election in enumerate(ELECTIONS, 5):
        write_recap_row(pad, row, election, add_counts(stock[election]))
    revote = [REVOTE_SHEETS, REVOTE_SHEETS, 1, REVOTE_SHEETS, REVOTE_SHEETS, *[0] * 9]
    write_recap_cells(pad, 7, (ELECTIONS["WALI KOTA"], "PSU", *revote, "tersegel"))
    pad.sign(9, "13 November 2024")


def write_recap_row(pad: Pad, row: int, election: str, total: Count) -> None:
    """Write the recap of one election; the delivery note is typed as text with a dot, as offices do."""
    cartons = -(-CITY_REQUIRED // CARTON_SHEETS)
    torn, stained = total.damaged * 45 // 100, total.damaged * 35 // 100
    right_request = max(0, CITY_REQUIRED - total.good)
    request = total.short if election == "WALI KOTA" else right_request  # planted mistake 2
    note = f"{CITY_REQUIRED:,}".replace(",", ".")
    damage = (USABLE_DEFECTS[election], torn, stained, total.damaged - torn - stained, total.damaged)
    values = (CITY_REQUIRED, note, cartons, total.received, total.good, *damage, total.swapped, 0, total.short, request)
    write_recap_cells(pad, row, (ELECTIONS[election], "Pemilihan", *values, ""))


def write_recap_cells(pad: Pad, row: int, values: Iterable[str | int]) -> None:
    """Write a recap row: text on the left and at the end, numbers or numbers typed as text between."""
    for column, value in enumerate(values):
        if isinstance(value, int):
            pad.sheet.write_number(row, column, value, pad.number)
        else:
            pad.sheet.write_string(row, column, value, pad.right if column == 3 else pad.text)


def write_stock_heads(pad: Pad) -> None:
    """Write the two header rows: the elections, and five columns under each."""
    for column, head in enumerate(("NO", "KECAMATAN", "KELURAHAN")):
        pad.sheet.merge_range(4, column, 5, column, head, pad.head)
    for i, election in enumerate(ELECTIONS):
        first = 3 + 5 * i
        pad.sheet.merge_range(4, first, 4, first + 4, election, pad.head)
        pad.sheet.write_row(5, first, ["DITERIMA", "BAIK", "RUSAK", "SALAH DAERAH", "KURANG KIRIM"], pad.head)
    pad.sheet.set_row(5, 32)


def write_stock_sheet(book: Any, roll: Sequence[Kelurahan], stock: Stock) -> None:
    """Write 'Per Kelurahan': the two elections side by side."""
    pad = Pad(book, "Per Kelurahan", [6, 24, 27, *[12] * 10])
    title = "REKAPITULASI SURAT SUARA PER KELURAHAN"
    pad.titles([title, ELECTION_TITLE, "KPU KOTA BALIKPAPAN"])
    write_stock_heads(pad)
    pad.print_setup(4, 5)
    rows = [tuple(cell for election in ELECTIONS for cell in stock[election][i].cells()) for i in range(len(roll))]
    row = 6
    for number, (kelurahan, values) in enumerate(zip(roll, rows, strict=True), 1):
        pad.sheet.write_number(row, 0, number, pad.centre)
        pad.sheet.write_string(row, 2, kelurahan.name.upper(), pad.text)
        pad.sheet.write_row(row, 3, values, pad.number)
        row += 1
    merge_kecamatan(pad, 6)
    pad.sheet.merge_range(row, 0, row, 2, "TOTAL", pad.total_label)
    pad.sums(row, 6, 3, list(zip(*rows, strict=True)))
    note = "Catatan: hasil hitung setelah pengesetan per kelurahan (data contoh)"
    pad.sheet.write_string(row + 1, 0, note, pad.note)
    pad.sign(row + 3, "13 November 2024")


def merge_kecamatan(pad: Pad, row: int) -> None:
    """Merge each KECAMATAN cell down over its kelurahan."""
    for kecamatan, kelurahan in TPS_COUNTS.items():
        pad.sheet.merge_range(row, 1, row + len(kelurahan) - 1, 1, kecamatan.upper(), pad.text)
        row += len(kelurahan)


# Files -----------------------------------------------------------------------------------------------------------


def write_book(path: Path, title: str, fill: Callable[[Any], None]) -> None:
    """Write one workbook with fixed properties, so that its bytes do not depend on the day."""
    with Workbook(str(path)) as book:
        book.set_properties({"title": title, "author": "contoh", "created": CREATED})
        fill(book)


def write_samples(folder: Path) -> None:
    """Write `dpt.xlsx` and `gudang.xlsx` into `folder`, which must exist."""
    roll = build_roll()
    stock = build_stock(roll)

    def fill_dpt(book: Any) -> None:
        for kecamatan in TPS_COUNTS:
            write_dpt_sheet(book, kecamatan, [part for part in roll if part.kecamatan == kecamatan])

    def fill_stock(book: Any) -> None:
        write_recap(book, stock)
        write_stock_sheet(book, roll, stock)

    write_book(folder / "dpt.xlsx", "Daftar Pemilih Tetap (contoh)", fill_dpt)
    write_book(folder / "gudang.xlsx", "Rekap surat suara di gudang (contoh)", fill_stock)


if __name__ == "__main__":
    write_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
