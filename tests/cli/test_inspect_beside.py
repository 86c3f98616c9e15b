"""`logistik inspect` on what a sheet has beside its values, and on what only the other sheets tell."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.tools import Ran, Rows, Runner, write_xlsx

ROLL: Rows = [
    ["Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    ["Utara", "Mawar", 1, 300],
    ["Utara", "Mawar", 2, 310],
    ["Utara", "Melati", 1, 305],
    ["Timur", "Anggrek", 1, 290],
]


def sheets(ran: Ran) -> dict[str, dict[str, Any]]:
    """The sheets of a JSON inspection, by name."""
    return {sheet["name"]: sheet for file in ran.json["files"] for sheet in file["sheets"]}


def regions(sheet: dict[str, Any]) -> list[tuple[str, str]]:
    """Kecamatan and kelurahan of the first rows as read."""
    return [(row["values"]["kecamatan"], row["values"]["kelurahan"]) for row in sheet["first_rows"]]


@pytest.fixture
def marked(logistik: Runner) -> Path:
    """A stock with formulas that were never calculated, a percentage, a hidden pair of rows and a hidden column."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    stock = book.create_sheet("Gubernur")
    stock.append(["Kecamatan", "Diterima", "Baik", "Rusak", "Catatan"])
    for row, (name, received, good) in enumerate((("Utara", 500, 490), ("Timur", 300, 295), ("Barat", 200, 200)), 2):
        stock.append([name, received, good, f"=B{row}-C{row}", 0.5])
    stock.append(["JUMLAH", "=SUM(B2:B4)", "=AVERAGE(C2:C4)"])
    stock["E2"].number_format = "0%"
    for row in (3, 4):
        stock.row_dimensions[row].hidden = True
    stock.column_dimensions["E"].hidden = True
    file = logistik.folder / "stok.xlsx"
    book.save(file)
    return file


def test_formulas_show_the_values_that_an_audit_uses(logistik: Runner, marked: Path) -> None:
    sheet = sheets(logistik("inspect", marked.name, "--format", "json"))["Gubernur"]
    assert [row["values"]["damaged"] for row in sheet["first_rows"]] == [10, 5, 0]
    (total,) = sheet["control_totals"]
    assert [(figure["cell"], figure["stated"], figure["computed"]) for figure in total["figures"]] == [
        ("B5", 1000, 1000)
    ]
    assert sheet["formulas"] == {
        "cells": 5, "stale": [], "uncalculated": ["D2", "D3", "D4", "B5", "C5"], "unknown": ["C5"], "percents": 1,
    }  # fmt: skip
    said = " ".join(logistik("inspect", marked.name).out.split())
    assert "5 sel berumus; 4 belum ada hasilnya dan dihitung di sini; 1 belum ada hasilnya dan tidak dapat" in said
    assert "dihitung (C5); 1 sel berbentuk persen" in said


def test_hidden_rows_and_columns_are_told_and_marked(logistik: Runner, marked: Path) -> None:
    sheet = sheets(logistik("inspect", marked.name, "--format", "json"))["Gubernur"]
    assert (sheet["hidden_rows"], sheet["hidden_columns"]) == (["3-4"], ["E"])
    lines = logistik("inspect", marked.name).out.splitlines()
    assert "  Tersembunyi  baris 3-4, kolom E; tetap dibaca" in lines
    assert [line[:9] for line in lines if line[7:8] == "*"] == ["      3*D", "      4*D"]
    assert any(line.split() == ["A", "B", "C", "D", "E*"] for line in lines)


def test_a_plain_sheet_has_no_such_notes(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    out = logistik("inspect", "dpt.xlsx").out
    assert "Tersembunyi" not in out
    assert "Rumus" not in out
    assert "tersembunyi" not in out
    assert "pribadi" not in out


def test_a_sheet_that_puts_itself_aside_is_no_unknown_sheet(logistik: Runner) -> None:
    rows: Rows = [["Lembar bantu: cara mengisi"], ["Kolom", "Isi", "Banyak"], ["Diterima", "hasil hitung", 3]]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL, "Petunjuk": rows})
    ran = logistik("inspect", "dpt.xlsx")
    assert (ran.status, ran.err) == (0, "")
    assert "Lembar Petunjuk: lembar bantu, sengaja tidak dibaca" in ran.out.splitlines()
    sheet = sheets(logistik("inspect", "dpt.xlsx", "--format", "json"))["Petunjuk"]
    assert (sheet["role"], sheet["aside"], sheet["understood"]) == (None, True, True)


def test_a_list_that_counts_tps_is_a_recap_where_another_file_has_the_tps(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    counted: Rows = [["Kelurahan", "TPS", "Jumlah"], ["Mawar", 2, 610], ["Melati", 1, 305], ["Anggrek", 1, 290]]
    write_xlsx(logistik.folder / "rekap.xlsx", {"Rekap": counted})
    assert sheets(logistik("inspect", "rekap.xlsx", "--format", "json"))["Rekap"]["role"] == "dpt"
    sheet = sheets(logistik("inspect", "rekap.xlsx", "dpt.xlsx", "--format", "json"))["Rekap"]
    assert sheet["role"] == "recap"
    assert "sama dengan banyaknya TPS di daftar lain" in sheet["why"]
    assert [row["values"]["station_count"] for row in sheet["first_rows"]] == [2, 1, 1]
    assert sheet["columns"][1]["field"] == "station_count"


def test_kecamatan_and_kelurahan_in_one_column_are_told_apart_by_the_voter_list(logistik: Runner) -> None:
    stock: Rows = [["Wilayah", "Diterima", "Baik"], ["Utara", 900, 900], ["Mawar", 600, 600], ["Timur", 300, 300]]
    write_xlsx(logistik.folder / "stok.xlsx", {"Gubernur": stock})
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    sheet = sheets(logistik("inspect", "stok.xlsx", "dpt.xlsx", "--format", "json"))["Gubernur"]
    assert regions(sheet) == [("Utara", ""), ("Utara", "Mawar"), ("Timur", "")]
    assert not sheet["tables"][0]["needs_dpt"]
    assert "sebutkan juga berkas DPT-nya" in " ".join(logistik("inspect", "stok.xlsx").out.split())


@pytest.mark.parametrize(("prefix", "needs"), [("", True), ("Kec. ", False)])
def test_a_column_that_only_a_voter_list_can_divide_is_told(prefix: str, *, needs: bool, logistik: Runner) -> None:
    stock: Rows = [["Wilayah", "Diterima", "Baik"], [f"{prefix}Utara", 900, 900], [f"{prefix}Timur", 300, 300]]
    write_xlsx(logistik.folder / "stok.xlsx", {"Gubernur": stock})
    sheet = sheets(logistik("inspect", "stok.xlsx", "--format", "json"))["Gubernur"]
    assert sheet["tables"][0]["needs_dpt"] is needs


def test_names_of_sheets_tell_regions(logistik: Runner) -> None:
    head, *rows = ROLL
    lists = {name: [head[1:], *(row[1:] for row in rows if row[0] == name)] for name in ("Utara", "Timur")}
    stock: Rows = [["Jenis Pemilihan", "Diterima", "Baik"], ["Gubernur", 900, 900]]
    write_xlsx(logistik.folder / "dpt.xlsx", lists)
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok Utara": stock, "Sheet2": stock})
    seen = sheets(logistik("inspect", "stok.xlsx", "dpt.xlsx", "--format", "json"))
    assert regions(seen["Timur"]) == [("Timur", "Anggrek")]
    assert regions(seen["Stok Utara"]) == [("Utara", "")]
    assert regions(seen["Sheet2"]) == [("", "")]


def test_what_stands_in_a_column_of_persons_is_never_shown(logistik: Runner) -> None:
    persons = ["6471010101800001", "6471014101800002", "6471010101800003"]
    rows: Rows = [["Kecamatan", "Kelurahan", "TPS", "L", "P", "Jumlah", "Nama Pemilih"]]
    named = [[person, "Mawar", number, person, 150, 300, "Budi"] for number, person in enumerate(persons, 1)]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": [*rows, *named]})
    text, data = logistik("inspect", "dpt.xlsx"), logistik("inspect", "dpt.xlsx", "--format", "json")
    assert sheets(data)["DPT"]["personal_columns"] == ["A", "D", "G"]
    assert "kolom A, D, dan G tampaknya memuat data pribadi" in " ".join(text.out.split())
    assert "1 lembar memuat data pribadi" in text.out
    assert "647101" not in text.out + data.out
    assert "Budi" not in text.out + data.out


def test_a_fresh_template_says_what_is_left_to_do(logistik: Runner) -> None:
    logistik("init", "-y", "--kantor", "KPU", "--kota", "Kota Contoh", "--tps", "20")
    ran = logistik("inspect", "dpt.xlsx", "gudang.xlsx")
    assert ran.status == 0
    assert "belum diisi" in ran.out
    assert ran.out.endswith("Langkah berikut: isi baris datanya, lalu lihat lagi\n")
