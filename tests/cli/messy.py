"""A workbook as offices keep it: titles, group heads, carried sums, repeated headers, sheets of something else."""

from pathlib import Path

from tests.tools import write_xlsx

HEADER: list[list[object]] = [
    ["NO", "DESA/KEL", "TPS", "PEMILIH", "", "", "Nama Ketua KPPS"],
    ["", "", "", "L", "P", "JML"],
]
PERSON = "Rahasia Wijaya"
"""Stands in columns and notes that are not ours; must never be printed."""


def _village(name: str, stated: int) -> list[list[object]]:
    """Six TPS of 212 to 222 voters, 1,302 together, and the total row that states `stated`."""
    rows: list[list[object]] = [
        [tps, name if tps == 1 else "", tps, 100 + tps, 110 + tps, 210 + 2 * tps, PERSON] for tps in range(1, 7)
    ]
    return [*rows, ["JUMLAH PINDAHAN", "", "", 621, 681, stated]]


def write_messy(path: Path) -> Path:
    """A voter list, a stock with unknown words, two stock tables in one sheet, a price list, a blank sheet."""
    roll: list[list[object]] = [
        ["REKAPITULASI DAFTAR PEMILIH TETAP"],
        ["KECAMATAN : Mekar Jaya"],
        *HEADER,
        [1, 2, 3, 4, 5, 6, 7],
        *_village("Mawar", 1302),
        *HEADER,
        *_village("Melati", 1300),
        [],
        ["", "Anggrek", "", 55, 60, 115],
        ["", "Anggrek", "", 55, 60, 115],
        [],
        ["", "", "", "Ketua KPU,"],
        ["", "", "", PERSON],
    ]
    unknown: list[list[object]] = [
        ["STOK SURAT SUARA GUBERNUR"],
        ["Kecamatan", "Jml A", "Jml B", "Rusk", "Petugas"],
        ["Mekar Jaya", 1300, 1280, 20, PERSON],
        ["Lain Jaya", 1300, "dua", 20, PERSON],
    ]
    two: list[list[object]] = [
        ["Surat Suara Gubernur"],
        ["Kecamatan", "Diterima", "Baik", "Rusak", "Kiriman Kedua"],
        ["Mekar Jaya", 1300, "seribu", 20, 5],
        ["Total", 1300, 1280, 20, 5],
        [],
        ["Surat Suara Bupati"],
        ["Kecamatan", "Diterima", "Baik", "Rusak", "Kiriman Kedua", "Susulan"],
        ["Mekar Jaya", 1300, 1280, 20, 1, 0],
        ["Total", 1300, 1270, 20, 1, 0],
    ]
    goods: list[list[object]] = [["Nama Barang", "Satuan", "Banyak"], ["Pulpen", "buah", 10], ["Kertas", "rim", 5]]
    sheets = {"Mekar Jaya": roll, "Gudang": unknown, "Dua Tabel": two, "Alat Tulis": goods, "Kosong": []}
    return write_xlsx(path, sheets)
