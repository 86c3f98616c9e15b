"""`logistik inspect`: what a user sees before anything is computed."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.cli.boxes import write_boxes
from tests.cli.messy import PERSON, write_messy
from tests.tools import REAL_FILES, Ran, Rows, Runner, write_csv, write_xlsx

CONTRACT = {"name", "role", "header_rows", "columns", "data_rows", "left_out", "control_totals"}


def sheet(ran: Ran, name: str) -> dict[str, Any]:
    """One sheet of a JSON inspection."""
    found: list[dict[str, Any]] = [
        each for file in ran.json["files"] for each in file["sheets"] if each["name"] == name
    ]
    assert len(found) == 1
    return found[0]


def fields(seen: dict[str, Any]) -> dict[str, str | None]:
    """What each column became, by its header."""
    return {column["header"]: column["field"] for column in seen["columns"]}


def pasted(text: str) -> str:
    """The lines that are printed for `logistik.toml`, as a user would copy them."""
    found = re.search(r"^\[alias\.kolom\]\n(?:(?:#|\").*\n)+", text, re.MULTILINE)
    assert found, text
    return found[0]


@pytest.mark.parametrize("width", [80, 120])
def test_the_samples_read_well_at_common_widths(
    width: int, logistik: Runner, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = logistik("inspect", "gudang.xlsx", "dpt.xlsx")
    assert (ran.status, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= width
    golden.assert_is(f"inspect-{width}.txt", ran.out)


@pytest.mark.parametrize("width", [80, 120])
def test_packing_and_cartons_read_well_at_common_widths(
    width: int, logistik: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    write_boxes(logistik.folder)
    ran = logistik("inspect", "pengesetan.xlsx", "koli.xlsx")
    assert ran.status == 1
    assert max(map(len, ran.out.splitlines())) <= width
    golden.assert_is(f"inspect-boxes-{width}.txt", ran.out)


def test_packing_and_cartons_are_told_as_they_were_read(logistik: Runner) -> None:
    write_boxes(logistik.folder)
    ran = logistik("inspect", "pengesetan.xlsx", "koli.xlsx", "--format", "json")
    packing, cartons = sheet(ran, "Pengesetan"), sheet(ran, "Koli")
    assert (packing["role"], packing["data_rows"], packing["unreadable"]) == ("packing", 3, ["I7"])
    assert packing["first_rows"][1:4] == [
        {"row": 6, "values": {
            "election": "walikota", "kecamatan": "Balikpapan Kota", "kelurahan": "Damai", "tps": "001",
            "packed": 410, "recounted": 408, "sealed": "ya",
        }},
        {"row": 7, "values": {
            "election": "gubernur", "kecamatan": "Balikpapan Kota", "kelurahan": "Damai", "tps": "002",
            "packed": 205, "recounted": None, "sealed": "belum",
        }},
        {"row": 7, "values": {
            "election": "walikota", "kecamatan": "Balikpapan Kota", "kelurahan": "Damai", "tps": "002",
            "packed": None, "recounted": "?", "sealed": "belum",
        }},
    ]  # fmt: skip
    figures = {each["cell"]: (each["stated"], each["computed"]) for each in packing["control_totals"][0]["figures"]}
    assert figures == {"E9": (922, 923), "F9": (718, None), "H9": (718, None)}
    assert {each["rows"]: each["kind"] for each in packing["left_out"]} == {
        "1-2": "title", "9": "total", "10": "stray", "11": "note",
    }  # fmt: skip
    assert (cartons["role"], cartons["data_rows"], cartons["unreadable"]) == ("cartons", 4, ["E5"])
    assert cartons["first_rows"][1]["values"] == {
        "cartons": "G-02", "election": "gubernur", "purpose": "", "kecamatan": "",
        "noted": 2000, "received": "?", "condition": "Basah",
    }  # fmt: skip
    assert [each["agrees"] for each in cartons["control_totals"]] == [False]
    assert {each["rows"]: each["kind"] for each in cartons["left_out"]} == {
        "1": "title", "8": "total", "9": "supply", "10": "named",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "words"), [("inspect.json", ["--format", "json"]), ("help-inspect.txt", ["--help"])])
def test_inspect_prints_exactly_this(name: str, words: list[str], logistik: Runner, samples: Path) -> None:
    golden.assert_is(name, logistik("inspect", "gudang.xlsx", *words).out)


def test_a_messy_workbook_is_told_row_by_row(logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    ran = logistik("inspect", "kacau.xlsx")
    assert ran.status == 1
    assert max(map(len, ran.out.splitlines())) <= 80
    golden.assert_is("inspect-messy.txt", ran.out)


def test_the_contract_holds_for_every_sheet(logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    seen = logistik("inspect", "kacau.xlsx", "--format", "json").json
    assert seen["schema"] == "logistik.inspect/1"
    assert [file["path"] for file in seen["files"]] == ["kacau.xlsx"]
    for each in seen["files"][0]["sheets"]:
        assert set(each) >= CONTRACT
        for column in each["columns"]:
            assert set(column) >= {"header", "cell", "field", "confidence"}
            assert (column["confidence"] == 0) == (column["field"] is None)
    roles = {each["name"]: each["role"] for each in seen["files"][0]["sheets"]}
    assert roles == {"Mekar Jaya": "dpt", "Gudang": None, "Dua Tabel": "stock", "Alat Tulis": None, "Kosong": None}


def test_rows_that_are_left_out_are_told_with_the_reason(logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    seen = sheet(logistik("inspect", "kacau.xlsx", "--format", "json"), "Mekar Jaya")
    assert seen["header_rows"] == [3, 4]
    assert seen["data_rows"] == 12
    assert {each["rows"]: each["kind"] for each in seen["left_out"]} == {
        "1-2": "title",
        "5": "column-numbers",
        "12": "total",
        "13-14": "repeated-header",
        "21": "total",
        "23-24": "stray",
        "26-27": "note",
    }
    assert [each["row"] for each in seen["first_rows"]] == [6, 7, 8]
    assert seen["first_rows"][1]["values"] == {
        "kecamatan": "Mekar Jaya", "kelurahan": "Mawar", "tps": "002", "male": 102, "female": 112, "voters": 214,
    }  # fmt: skip


def test_a_total_row_is_told_with_what_its_rows_make(logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    first, second = sheet(logistik("inspect", "kacau.xlsx", "--format", "json"), "Mekar Jaya")["control_totals"]
    assert (first["row"], first["label"], first["agrees"]) == (12, "JUMLAH PINDAHAN", True)
    assert [(each["stated"], each["computed"]) for each in first["figures"]] == [(621, 621), (681, 681), (1302, 1302)]
    assert (second["row"], second["agrees"]) == (21, False)
    assert second["figures"][2] == {"cell": "F21", "header": "PEMILIH / JML", "stated": 1300, "computed": 1302}


def test_a_total_over_a_cell_that_cannot_be_read_is_not_judged(logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    first, second = sheet(logistik("inspect", "kacau.xlsx", "--format", "json"), "Dua Tabel")["control_totals"]
    assert [(each["stated"], each["computed"]) for each in first["figures"]] == [(1300, 1300), (1280, None), (20, 20)]
    assert first["agrees"]
    assert (second["agrees"], second["figures"][1]["computed"]) == (False, 1280)


def test_several_tables_of_a_sheet_are_summed_and_each_is_told(logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    seen = sheet(logistik("inspect", "kacau.xlsx", "--format", "json"), "Dua Tabel")
    assert (seen["header_rows"], seen["data_rows"]) == ([2, 7], 2)
    assert [table["context"]["election"] for table in seen["tables"]] == ["gubernur", "bupati"]
    assert [table["data_rows"] for table in seen["tables"]] == [1, 1]
    assert "1" in [each["rows"] for each in seen["left_out"] if each["kind"] == "title"]
    assert "6" in [each["rows"] for each in seen["left_out"] if each["kind"] == "title"]


@pytest.mark.parametrize("words", [[], ["--format", "json"]])
def test_what_stands_in_columns_that_are_not_ours_is_never_printed(words: list[str], logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    ran = logistik("inspect", "kacau.xlsx", *words)
    assert "Nama Ketua KPPS" in ran.out
    assert PERSON not in ran.out + ran.err


@pytest.mark.parametrize(
    "rows",
    [
        [["Budi Hartono", "Jl. Mawar 3", 6471010101800001], ["Siti Aminah", "Jl. Melati 4", 6471014101800002]],
        [["Budi Hartono", "Jl. Mawar 3", ""], ["Siti Aminah", "Jl. Melati 4", 812], ["Tono", "Jl. Melati 4", 813]],
        [["Budi Hartono", "Jl. Mawar 3"], ["Siti Aminah", "Jl. Melati 4"]],
        [["Nama", "Alamat", "NIK"], ["Budi Hartono", "Jl. Mawar", "6471010101800001"], ["Siti Aminah", "Jl.", "64710"]],
    ],
    ids=["without a header", "a first row that looks like a header", "words only", "with a header"],
)
@pytest.mark.parametrize("name", ["Sheet1", "Daftar Pemilih"])
def test_a_list_of_persons_is_not_taken_for_headers(rows: Rows, name: str, logistik: Runner) -> None:
    write_xlsx(logistik.folder / "orang.xlsx", {name: rows})
    for words in ([], ["--format", "json"]):
        ran = logistik("inspect", "orang.xlsx", *words)
        assert ran.status == 1
        assert not re.search(r"Budi|Siti|Tono|Jl\.|6471|812", ran.out)


def test_columns_with_data_of_persons_are_told_and_nothing_of_them_is_shown(logistik: Runner) -> None:
    rows: Rows = [["Kec", "Kel", "TPS", "Jumlah", "NIK", "Alamat"], ["U", "M", 1, 300, "6471010101800001", "Jl. Mawar"]]
    write_xlsx(logistik.folder / "dpt.xlsx", {"Lembar": rows})
    ran = logistik("inspect", "dpt.xlsx", "--format", "json")
    assert ran.status == 0
    assert [each["header"] for each in sheet(ran, "Lembar")["columns"] if each["personal"]] == ["NIK", "Alamat"]
    out = logistik("inspect", "dpt.xlsx").out
    assert "kolom E-F tampaknya memuat data pribadi" in out
    assert "64710" not in out + ran.out
    assert "Mawar" not in out + ran.out


def test_a_packing_list_with_data_of_persons_shows_nothing_of_them(logistik: Runner) -> None:
    rows: Rows = [
        ["Kec", "Kel", "TPS", "Gubernur", "Nama Ketua KPPS", "No HP"],
        ["U", "M", 1, 308, "Rahasia Wijaya", "081234567890"],
    ]
    write_xlsx(logistik.folder / "set.xlsx", {"Lembar": rows})
    for words in ([], ["--format", "json"]):
        out = logistik("inspect", "set.xlsx", *words).out
        assert "Gubernur" in out
        assert not re.search("Rahasia|0812", out)


def test_a_list_of_findings_of_an_earlier_audit_is_no_unknown_sheet(logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx", "--annotate", "ditandai.xlsx")
    ran = logistik("inspect", "ditandai.xlsx")
    assert ran.status == 0
    assert "daftar temuan audit sebelumnya" in ran.out


TYPOS: Rows = [
    ["Kecamtan", "Kelurhan", "Nomer TPS", "Pemilihh"],
    ["Utara", "Mawar", 1, 300],
    ["Utara", "Mawar", 2, 310],
]
SHAPES: dict[str, tuple[str, Rows]] = {
    "a voter list with slips in every head": ("dpt", TYPOS),
    "a voter list by sex": ("dpt", [["Kec", "Desa", "TPS", "Jml Lk 2024", "Jml Pr 2024"], ["U", "M", 1, 150, 160]]),
    "a stock whose words say nothing": ("stock", [["Kecamatan", "Jml A", "Jml B"], ["Utara", 500, 490]]),
    "a stock that only its title tells": (
        "stock", [["STOK SURAT SUARA BUPATI"], ["Kolom A", "Kolom B"], [500, 490], [20, 20]],
    ),
    "a head with quotes and a backslash": ("stock", [["Kecamatan", 'Jml "A" \\ 1'], ["Utara", 500]]),
    "a head of two lines": ("stock", [["Kecamatan", "Jml\nA"], ["Utara", 500]]),
    "a stock with elections side by side": (
        "stock", [["Kec", "Gubernur", "", "Bupati"], ["", "Masuk", "Layakk", "Masuk", "Layakk"], ["U", 5, 4, 5, 5]],
    ),
    "a packing list with slips in its elections": (
        "packing", [["Kec", "Kel", "TPS", "Gubenur", "Wlikota"], ["Utara", "Mawar", 1, 410, 409]],
    ),
    "cartons": ("cartons", [["No Kolli", "Jenis Pemilihan", "Isi Labell"], [1, "Bupati", 2000], [2, "Bupati", 1980]]),
    "cartons whose sheets no word tells": ("cartons", [["No Koli", "Jenis", "Lembar"], [1, "Bupati", 2000]]),
    "a recap": ("recap", [["Kecamatan", "Pemillih DPT 2024"], ["Utara", 50_000], ["Selatan", 60_000]]),
}  # fmt: skip


@pytest.mark.parametrize(("role", "rows"), SHAPES.values(), ids=SHAPES)
def test_the_printed_lines_settle_a_sheet(role: str, rows: Rows, logistik: Runner) -> None:
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": rows})
    before = logistik("inspect", "buku.xlsx", "--format", "json")
    assert (before.status, sheet(before, "Lembar")["role"]) == (1, None)
    (logistik.folder / "logistik.toml").write_text(pasted(logistik("inspect", "buku.xlsx").out), "utf-8")
    after = sheet(logistik("inspect", "buku.xlsx", "--format", "json"), "Lembar")
    assert after["role"] == role
    assert after["data_rows"] > 0


def test_the_printed_lines_settle_columns_of_a_table(logistik: Runner) -> None:
    rows: Rows = [["Kecamatan", "Diterima", "Rusk", "Blm Disortir"], ["Utara", 500, 3, 20]]
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": rows})
    ran = logistik("inspect", "buku.xlsx")
    assert ran.status == 1
    (logistik.folder / "logistik.toml").write_text('[kantor]\nnama = "KPU"\n\n' + pasted(ran.out), "utf-8")
    again = logistik("inspect", "buku.xlsx", "--format", "json")
    assert again.status == 0
    assert fields(sheet(again, "Lembar")) == {
        "Kecamatan": "kecamatan", "Diterima": "received", "Rusk": "damaged", "Blm Disortir": "unsorted",
    }  # fmt: skip
    assert {column["confidence"] for column in sheet(again, "Lembar")["columns"]} == {1.0}


def test_a_voter_list_whose_tps_are_not_recognised_is_not_left_a_recap(logistik: Runner) -> None:
    rows: Rows = [["Kec", "Kel", "Nomer TPSS", "Jumlah"], ["Utara", "Mawar", 1, 300], ["Utara", "Mawar", 2, 310]]
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": rows})
    ran = logistik("inspect", "buku.xlsx", "--format", "json")
    assert (ran.status, sheet(ran, "Lembar")["role"]) == (1, "recap")
    (logistik.folder / "logistik.toml").write_text(pasted(logistik("inspect", "buku.xlsx").out), "utf-8")
    ran = logistik("inspect", "buku.xlsx", "--format", "json")
    assert (ran.status, sheet(ran, "Lembar")["role"]) == (0, "dpt")


def test_a_column_of_sheets_packed_is_told_by_the_election_that_it_means(logistik: Runner) -> None:
    rows: Rows = [["Kec", "Kel", "TPS", "DPT", "Gubenur", "Bupati/Wali Kota"], ["Utara", "Mawar", 1, 400, 410, 409]]
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": rows})
    ran = logistik("inspect", "buku.xlsx", "--format", "json")
    assert (ran.status, sheet(ran, "Lembar")["role"], ran.json["alias_kolom"]) == (1, "dpt", {"Gubenur": "gubernur"})
    settings, pasted_lines = logistik.folder / "logistik.toml", pasted(logistik("inspect", "buku.xlsx").out)
    settings.write_text(pasted_lines, "utf-8")
    ran = logistik("inspect", "buku.xlsx")
    assert ran.status == 1
    assert "tulis pemilihannya di [alias.kolom]" in " ".join(ran.out.split())
    settings.write_text(f'{pasted_lines}"Bupati/Wali Kota" = "dikemas bupati"\n', "utf-8")
    ran = logistik("inspect", "buku.xlsx", "--format", "json")
    assert (ran.status, sheet(ran, "Lembar")["role"]) == (0, "packing")
    packed = {each["values"]["election"]: each["values"]["packed"] for each in sheet(ran, "Lembar")["first_rows"]}
    assert packed == {"gubernur": 410, "bupati": 409}


def test_numbers_of_tps_in_a_recap_are_not_taken_for_tps(logistik: Runner) -> None:
    rows: Rows = [["Kec", "Kel", "TPS 2024", "Jumlah"], ["Utara", "Mawar", 41, 12_000], ["Utara", "Melati", 35, 11_000]]
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": rows})
    ran = logistik("inspect", "buku.xlsx", "--format", "json")
    assert (ran.status, sheet(ran, "Lembar")["role"], ran.json["alias_kolom"]) == (0, "recap", {})


def test_lines_are_printed_without_the_heading_where_the_settings_have_it(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": [["Kecamatan", "Jml A"], ["Utara", 500]]})
    settings = logistik.folder / "logistik.toml"
    settings.write_text('[alias.kolom]\n"Tertukar Sekali" = "tertukar"\n', "utf-8")
    out = logistik("inspect", "buku.xlsx").out
    assert "[alias.kolom]\n" not in out
    (line,) = re.findall(r'^"Jml A" = .*$', out, re.MULTILINE)
    settings.write_text(f"{settings.read_text('utf-8')}{line}\n", "utf-8")
    assert sheet(logistik("inspect", "buku.xlsx", "--format", "json"), "Lembar")["role"] == "stock"


@pytest.mark.parametrize(
    "rows",
    [
        [["Nama Barang", "Satuan", "Banyak"], ["Pulpen", "buah", 10]],
        [["Kecamatan", "Kelurahan", "TPS", "Kotak Gubernur", "Kotak Bupati"], ["Utara", "Mawar", 1, 1, 1]],
        [["Kecamatan", "Alamat"], ["Utara", "Jalan 1"], ["Selatan", 5]],
    ],
    ids=["another matter", "boxes per TPS", "addresses"],
)
def test_where_no_line_can_settle_it_that_is_said(rows: Rows, logistik: Runner) -> None:
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": rows})
    ran = logistik("inspect", "buku.xlsx")
    assert ran.status == 1
    assert "tidak ada baris logistik.toml yang dapat menjadikannya tabel" in " ".join(ran.out.split())
    assert "[alias.kolom]" not in ran.out


def test_what_the_rows_need_and_nothing_says_is_told(logistik: Runner) -> None:
    rows: dict[str, Rows] = {
        "Tanpa Kelurahan": [["Kecamatan", "TPS", "Jumlah"], ["Utara", 1, 300]],
        "Tanpa Jenis": [["Kecamatan", "Diterima", "Baik"], ["Utara", 500, 480]],
        "Tanpa Desa": [["Kecamatan", "TPS", "Gubernur"], ["Utara", 1, 300]],
        "Koli": [["No Koli", "Isi Label"], [1, 2000]],
        "Bupati": [["Kecamatan", "Diterima", "Baik"], ["Utara", 500, 480]],
    }
    write_xlsx(logistik.folder / "buku.xlsx", rows)
    ran = logistik("inspect", "buku.xlsx", "--format", "json")
    lacks = {name: sheet(ran, name)["tables"][0]["lacks"] for name in rows}
    assert lacks == {
        "Tanpa Kelurahan": ["kelurahan"], "Tanpa Jenis": ["election"], "Tanpa Desa": ["kelurahan"],
        "Koli": ["election"], "Bupati": [],
    }  # fmt: skip


def test_a_guess_is_marked_as_a_guess(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": [["Kecamatan", "Jml A", "Rusk"], ["Utara", 500, 3]]})
    lines = pasted(logistik("inspect", "buku.xlsx").out).splitlines()
    assert lines[1].startswith("# Tebakan")
    assert lines[2:] == ['"Jml A" = "diterima"', '"Rusk" = "rusak"']


@pytest.mark.parametrize(
    ("header", "field", "confidence"),
    [
        ("Diterima", "received", 1.0),
        ("JUMLAH DITERIMA (LEMBAR)", "received", 0.9),
        ("Diterima Gubernur", "received", 0.8),
        ("Susulan Baru", "later", 1.0),
        ("Warna-warni", None, 0.0),
    ],
)
def test_the_confidence_says_what_the_reading_rests_on(
    header: str, field: str | None, confidence: float, logistik: Runner
) -> None:
    (logistik.folder / "logistik.toml").write_text('[alias.kolom]\n"susulan baru" = "susulan"\n', "utf-8")
    rows: Rows = [["Kecamatan", "Hasil Hitung", "Baik", header], ["Utara", 500, 480, 5]]
    write_xlsx(logistik.folder / "buku.xlsx", {"Lembar": rows})
    column = sheet(logistik("inspect", "buku.xlsx", "--format", "json"), "Lembar")["columns"][3]
    assert (column["cell"], column["field"], column["confidence"]) == ("D1", field, confidence)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, ["baik.xlsx"]),
        (0, ["kosong.xlsx"]),
        (1, ["baik.xlsx", "lain.xlsx"]),
        (1, ["asing.xlsx"]),
        (1, ["l*n.xlsx"]),
        (2, ["baik.xlsx", "tidak-ada.xlsx"]),
        (2, ["tidak-cocok*.xlsx", "baik.xlsx"]),
        (2, ["rusak.xlsx", "lain.xlsx"]),
        (2, []),
        (2, ["baik.xlsx", "--format", "csv"]),
    ],
)
def test_the_exit_status_says_whether_all_was_understood(status: int, words: list[str], logistik: Runner) -> None:
    folder = logistik.folder
    write_xlsx(folder / "baik.xlsx", {"Lembar": [["Kecamatan", "Diterima", "Baik"], ["Utara", 500, 480]]})
    write_xlsx(folder / "asing.xlsx", {"Lembar": [["Kecamatan", "Diterima", "Baik", "Kiriman 2"], ["U", 500, 480, 5]]})
    write_xlsx(folder / "lain.xlsx", {"Lembar": [["Barang", "Banyak"], ["Pulpen", 3]]})
    write_xlsx(folder / "kosong.xlsx", {"Lembar": []})
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan workbook")
    ran = logistik("inspect", *words)
    assert ran.status == status
    if "baik.xlsx" in words and "csv" not in words:
        assert "Lembar Lembar: stok" in ran.out


def test_a_file_that_cannot_be_read_is_listed_and_does_not_stop_the_others(logistik: Runner, samples: Path) -> None:
    ran = logistik("inspect", "gudang.xslx", "gudang.xlsx", "--format", "json")
    assert ran.status == 2
    bad, good = ran.json["files"]
    assert (good["path"], len(good["sheets"]), good["error"]) == ("gudang.xlsx", 2, None)
    assert (bad["path"], bad["sheets"]) == ("gudang.xslx", [])
    assert bad["error"] == {
        "message": "Berkas gudang.xslx tidak ditemukan.",
        "hint": "Mungkin maksud Anda gudang.xlsx.",
    }
    assert ran.err == "Galat: 1 dari 2 berkas tidak dapat dibaca: gudang.xslx.\n"


def test_nothing_is_recorded_and_an_input_is_not_overwritten(logistik: Runner, samples: Path) -> None:
    assert logistik("inspect", "gudang.xlsx", "-o", "hasil.txt").out == ""
    assert (samples / "hasil.txt").read_text("utf-8").startswith("APA YANG DIPAHAMI\n")
    assert not (samples / ".logistik").exists()
    for name in ("gudang.xlsx", "logistik.toml"):
        before = (samples / name).read_bytes()
        assert logistik("inspect", "gudang.xlsx", "-o", name).status == 2
        assert (samples / name).read_bytes() == before


def test_quiet_says_nothing_beside_the_result(logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    assert logistik("inspect", "kacau.xlsx").err == "Belum seluruhnya dikenali: 4 lembar.\n"
    assert logistik("inspect", "kacau.xlsx", "-q").err == ""


def test_text_from_cells_sends_no_escape_to_the_screen(logistik: Runner) -> None:
    rows: Rows = [["Kecamatan", "Diterima", "Baik", "Kiriman\x1b[31m 2"], ["U\x1b[31mtara", 500, "x\x1b[2J", 5]]
    write_csv(logistik.folder / "stok.csv", rows)
    ran = logistik("inspect", "stok.csv")
    assert "Kiriman" in ran.out
    assert "\x1b" not in ran.out + ran.err


def rows_told(seen: dict[str, Any]) -> list[int]:
    """Every row that a sheet's inspection calls header or left out."""
    told = list(seen["header_rows"])
    for each in seen["left_out"]:
        first, _, last = each["rows"].partition("-")
        told += range(int(first), int(last or first) + 1)
    return told


def test_every_row_that_is_not_blank_is_header_data_or_left_out_once(logistik: Runner) -> None:
    write_messy(logistik.folder / "kacau.xlsx")
    ran = logistik("inspect", "kacau.xlsx", "--format", "json")
    for name, filled in (("Mekar Jaya", 25), ("Dua Tabel", 8)):
        seen = sheet(ran, name)
        told = rows_told(seen)
        assert len(told) == len(set(told))
        assert len(told) + seen["data_rows"] == filled


REAL = {
    "karanganyar-pilkada-2024.xlsx": ("dpt", 1_344),
    "wanareja-pilkada-2024.xlsx": ("dpt", 175),
    "balikpapan-pemilu-2019.csv": ("dpt", 2_055),
    "balikpapan-pemilu-2024-partial.csv": ("dpt", 2_047),
    "balikpapan-region-codes.csv": (None, 0),
}


@pytest.mark.parametrize(("name", "known"), REAL.items(), ids=REAL)
def test_real_files_are_told_for_what_they_are(
    name: str, known: tuple[str | None, int], logistik: Runner, real_files: Path
) -> None:
    assert real_files == REAL_FILES
    seen = logistik("inspect", real_files / name, "--format", "json").json["files"][0]["sheets"][0]
    assert (seen["role"], seen["data_rows"]) == known
    if seen["role"]:
        assert seen["left_out"] == []
        assert seen["header_rows"] == [1]


def test_a_list_of_region_codes_is_told_what_it_lacks(logistik: Runner, real_files: Path) -> None:
    ran = logistik("inspect", real_files / "balikpapan-region-codes.csv")
    said = " ".join(ran.out.split())
    assert "untuk DPT: tps, jumlah pemilih" in said
    assert "pemilih per baris jauh di atas batas TPS" in said
    assert "dapat dibaca sebagai rekap" in said


def test_titles_that_contradict_each_other_are_no_context(logistik: Runner) -> None:
    titles: Rows = [["KECAMATAN BALIKPAPAN KOTA"], ["KECAMATAN BALIKPAPAN BARAT"], []]
    write_xlsx(logistik.folder / "dpt.xlsx", {"1": [*titles, ["Kelurahan", "TPS", "Jumlah"], ["Damai", 1, 400]]})
    ran = logistik("inspect", "dpt.xlsx")
    assert ran.status == 0
    assert "Konteks" not in ran.out
