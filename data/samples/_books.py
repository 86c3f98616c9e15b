"""The sheets of `dpt.xlsx` and `gudang.xlsx`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from _pad import ELECTION_TITLE, Pad
from _roll import CITY_REQUIRED, LOKSUS, TPS_COUNTS, Kelurahan, Tps, typed_women
from _stock import CARTON_SHEETS, ELECTIONS, REVOTE_SHEETS, USABLE_DEFECTS, Count, Stock, add_counts

MERGED_SHEETS = {"Balikpapan Timur", "Balikpapan Kota"}  # region cells merged down, not repeated
TEXT_TPS_SHEETS = {"Balikpapan Barat", "Balikpapan Selatan", "Balikpapan Kota"}  # TPS typed as '001'


def write_regions(pad: Pad, row: int, kelurahan: Kelurahan) -> None:
    """Write KECAMATAN and KELURAHAN beside the TPS rows of one kelurahan, merged or repeated."""
    last = row + len(kelurahan.stations) - 1
    for column, name in ((1, kelurahan.kecamatan.upper()), (2, kelurahan.name.upper())):
        if kelurahan.kecamatan in MERGED_SHEETS:
            pad.sheet.merge_range(row, column, last, column, name, pad.text)
            continue
        for each in range(row, last + 1):
            pad.sheet.write_string(each, column, name, pad.text)


def write_tps(pad: Pad, row: int, kelurahan: Kelurahan, tps: Tps) -> None:
    """Write the number of a TPS, as a number or as text."""
    if kelurahan.kecamatan in TEXT_TPS_SHEETS:
        pad.sheet.write_string(row, 3, f"{tps.number:03d}", pad.centre)
    else:
        pad.sheet.write_number(row, 3, tps.number, pad.centre)


def write_station(pad: Pad, row: int, kelurahan: Kelurahan, tps: Tps) -> None:
    """Write the TPS number, the voters and the remark of one TPS."""
    write_tps(pad, row, kelurahan, tps)
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
