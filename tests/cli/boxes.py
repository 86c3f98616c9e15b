"""A packing list and a list of cartons as offices keep them: two counters, seals, totals, notes, cells still open."""

from pathlib import Path

from tests.tools import Rows, write_xlsx

PACKING: Rows = [
    ["DAFTAR PENGESETAN SURAT SUARA"],
    ["KECAMATAN BALIKPAPAN KOTA"],
    [],
    ["No", "Kelurahan", "TPS", "DPT", "Gubernur", "", "", "Wali Kota", "", "", "Bupati/Wali Kota"],
    ["", "", "", "", "Penghitung 1", "Penghitung 2", "Segel", "Penghitung 1", "Penghitung 2", "Segel", ""],
    [1, "Damai", "001", 400, 410, 410, "Ya", 410, 408, "Ya", 410],
    [2, "", "002", 200, 205, "", "", "", "x", "", 205],
    [3, "Prapatan", "TPS 1", 300, 308, 308, "B 00412", 308, 308, "B 00413", 308],
    ["", "JUMLAH", "", 900, 922, 718, "", 718, "", "", 923],
    ["", "", "", "", 5, "", "", "", "", "", ""],
    ["", "Balikpapan, 20 November 2024"],
]
CARTONS: Rows = [
    ["DAFTAR KOLI SURAT SUARA"],
    [],
    ["No. Koli", "Jenis Surat Suara", "Peruntukan", "Isi Label", "Hasil Hitung", "Kondisi", "Kecamatan"],
    ["G-01", "Gubernur", "", 2000, 2000, "Baik", ""],
    ["G-02", "Gubernur", "", 2000, "dua ribu", "Basah", ""],
    ["W-01", "Wali Kota", "", 1440, "", "", "Balikpapan Kota"],
    ["W-02", "Wali Kota", "PSU", 2000, "", "Segel utuh", ""],
    ["JUMLAH", "", "", 7450],
    ["", "Kotak suara", "", 5, "", "", ""],
    ["", "Ketua KPU"],
]


def write_boxes(folder: Path) -> None:
    """`pengesetan.xlsx` and `koli.xlsx`."""
    write_xlsx(folder / "pengesetan.xlsx", {"Pengesetan": PACKING}, {"Pengesetan": ["E4:G4", "H4:J4", "B6:B7"]})
    write_xlsx(folder / "koli.xlsx", {"Koli": CARTONS})
