"""Closing the balance: two sides that add up, each line with its source, on the screen, on paper and as JSON."""

import json
import re
import shutil
import subprocess
from typing import Any

import openpyxl
import pytest

from logistik.ledger.store import Ledger
from tests import golden
from tests.checks.closing_cases import CITY, EMPTIED, HEAD, LAST_DAY, ROLL, Warehouse
from tests.tools import Ran, Rows, Runner, run_process, write_xlsx

REVOTE: list[object] = ["PSU Wali Kota", 2000, 2000, "", "", "", "", ""]
FAULTY = Warehouse("a TPS is not packed", stock=(CITY, REVOTE), packed=(410, "", 410), moves=EMPTIED[:2], day=LAST_DAY)
CLOSED = Warehouse("all is gone", stock=(CITY, REVOTE), moves=EMPTIED, day=LAST_DAY)


def flat(text: str) -> str:
    return " ".join(text.split())


def timeless(text: str) -> str:
    """The output without what differs from run to run."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "<hash>", text)
    return re.sub(r"audit [0-9a-f]{12}( \(.*?\))?", "audit <hash>", text)


def lines(ran: Ran, at: int = 0) -> dict[str, tuple[int | None, str]]:
    """The sheets and the source of each line of a balance, by its name."""
    assert ran.status in (0, 1), ran.err
    return {line["name"]: (line["sheets"], line["source"]) for line in ran.json["elections"][at]["lines"]}


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_screen(width: str, logistik: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    FAULTY.audited(logistik)
    monkeypatch.setenv("COLUMNS", width)
    ran = logistik("close", "--as-of", LAST_DAY)
    assert ran.status == 1
    assert max(map(len, ran.out.splitlines())) <= int(width)
    golden.assert_is(f"close-{width}.txt", timeless(f"{ran.out}--\n{ran.err}"))


def test_the_json_is_what_was_promised(logistik: Runner) -> None:
    CLOSED.audited(logistik)
    ran = logistik("close", "--as-of", LAST_DAY, "--format", "json")
    said: dict[str, Any] = ran.json
    assert ran.status == 0
    assert list(said) == ["schema", "audit", "as_of", "elections", "findings"]
    assert (said["schema"], said["audit"]) == ("logistik.close/1", Ledger(logistik.folder).entries()[0].hash)
    assert [(each["election"], each["stock"]) for each in said["elections"]] == [
        ("walikota", "voting"),
        ("walikota", "revote"),
    ]
    for each in said["elections"]:
        assert list(each) == ["election", "stock", "lines", "difference"]
        assert all(list(line) == ["name", "sheets", "source"] and line["source"] for line in each["lines"])
    assert [line["name"] for line in said["elections"][0]["lines"]] == [
        "received", "later", "packed", "surplus", "damaged", "swapped", "returned", "handed_over", "destroyed",
        "unsorted",
    ]  # fmt: skip
    assert [line["name"] for line in said["elections"][1]["lines"]] == [
        "received", "later", "kept", "damaged", "swapped", "returned", "handed_over", "destroyed",
    ]  # fmt: skip


def test_every_line_is_traced_to_its_source(logistik: Runner) -> None:
    CLOSED.audited(logistik)
    found = lines(logistik("close", "--as-of", LAST_DAY, "--format", "json"))
    assert found["received"] == (1042, "stok.xlsx!Stok!C2")
    assert found["packed"] == (1025, "pengesetan.xlsx!Pengesetan (3 TPS)")
    assert found["damaged"] == (0, "stok.xlsx!Stok!E2; dikurangi yang keluar: catatan ledger nomor 2 (1/BA)")
    assert found["handed_over"] == (5, "catatan ledger nomor 3 (2/BA)")
    assert found["destroyed"] == (7, "catatan ledger nomor 2 (1/BA)")
    assert found["surplus"][1] == (
        "baik 1.030 + susulan 0 - yang ditetapkan 1.025; dikurangi yang keluar: catatan ledger nomor 3 (2/BA)"
    )
    assert lines(logistik("close", "--as-of", LAST_DAY, "--format", "json"), 1)["kept"] == (
        2000,
        "menurut label, tersegel: stok.xlsx!Stok!C3",
    )


def test_a_stock_counted_by_kecamatan_is_traced_to_the_cells_of_its_parts(logistik: Runner) -> None:
    head = [HEAD[0], "Kecamatan", *HEAD[2:]]
    rows: tuple[list[object], ...] = (
        ["Wali Kota", "Utara", 615, 615, 0, 0, 0, 0],
        ["Wali Kota", "Selatan", 412, 410, 2, 0, 0, 0],
    )
    Warehouse("by kecamatan", stock=rows, head=head).audited(logistik)
    ran = logistik("close", "--format", "json", "--as-of", "2024-11-20")
    assert (ran.status, lines(ran)["received"]) == (0, (1027, "stok.xlsx!Stok!C2:C3"))
    assert lines(ran)["surplus"] == (0, "baik 1.025 + susulan 0 tidak melebihi kebutuhan 1.025")


def test_the_cartons_stand_beside_the_count(logistik: Runner) -> None:
    cartons: Rows = [
        ["No. Koli", "Jenis Pemilihan", "Isi Label", "Hasil Hitung"],
        ["K-1", "Wali Kota", 1000, 1000],
        ["K-2", "Wali Kota", 45, ""],
        ["K-3", "Gubernur", 9, 9],
    ]
    Warehouse("with cartons", cartons=cartons).audited(logistik)
    source = lines(logistik("close", "--format", "json", "--as-of", "2024-11-20", "--jenis", "walikota"))["received"][1]
    assert source == "stok.xlsx!Stok!C2; 2 koli di koli.xlsx!Koli, label 1.045 lembar, hitung 1.000 lembar (1 koli)"


def test_a_row_for_many_cartons_counts_as_many(logistik: Runner) -> None:
    cartons: Rows = [
        ["No. Koli", "Jenis Pemilihan", "Isi Label", "Hasil Hitung"],
        ["1 s/d 3", "Wali Kota", 6000, ""],
        ["4", "Wali Kota", 45, 45],
    ]
    Warehouse("with a range", cartons=cartons).audited(logistik)
    source = lines(logistik("close", "--format", "json", "--as-of", "2024-11-20", "--jenis", "walikota"))["received"][1]
    assert source == "stok.xlsx!Stok!C2; 4 koli di koli.xlsx!Koli, label 6.045 lembar, hitung 45 lembar (1 koli)"


def test_what_answered_letters_came_in_and_what_of_it_was_damaged_is_damaged(logistik: Runner) -> None:
    short = Warehouse("short", stock=(["Wali Kota", 1025, 1000, 990, 10, 0, 0, 0],), packed=(410, 205, 405))
    short.audited(logistik)
    assert logistik("request", "--issue", "--number", "7/SD").status == 0
    assert logistik("receive", "7/SD", "--good", "30", "--damaged", "5", "--bast", "B-1").status == 0
    ran = logistik("close", "--format", "json", "--as-of", "2024-11-20")
    found = lines(ran)
    assert (ran.json["elections"][0]["difference"], found["later"][0], found["damaged"][0]) == (0, 35, 15)
    assert re.fullmatch(r"catatan ledger nomor (\d+); rusak: catatan ledger nomor \1", found["later"][1])
    assert "rusak di susulan: catatan ledger nomor" in found["damaged"][1]
    assert logistik("move", *EMPTIED[0].replace("7", "15", 1).split()).status == 0
    assert lines(logistik("close", "--format", "json", "--as-of", "2024-11-20"))["damaged"][0] == 0


def test_later_sheets_of_the_stock_sheet_are_traced_to_their_cell(logistik: Runner) -> None:
    Warehouse("later", stock=(["Wali Kota", 1025, 1000, 990, 10, 0, 0, 35],)).audited(logistik)
    ran = logistik("close", "--format", "json", "--as-of", "2024-11-20")
    assert (ran.status, lines(ran)["later"]) == (0, (35, "stok.xlsx!Stok!H2"))


def test_what_was_taken_back_is_there_again(logistik: Runner) -> None:
    CLOSED.audited(logistik)
    assert logistik("move", "--cancel", "2", "--reason", "salah ketik").status == 0
    ran = logistik("close", "--format", "json", "--as-of", LAST_DAY)
    assert [each["code"] for each in ran.json["findings"]] == ["LG641"]
    assert (lines(ran)["damaged"], lines(ran)["destroyed"]) == ((7, "stok.xlsx!Stok!E2"), (0, "tidak ada catatan"))


def test_a_count_that_shrank_after_sheets_left_is_said(logistik: Runner) -> None:
    Warehouse("seven were damaged", moves=EMPTIED[:1]).audited(logistik)
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": [HEAD, ["Wali Kota", 1025, 1038, 1030, 3, 5, 0, 0]]})
    ran = logistik("close", "stok.xlsx", "pengesetan.xlsx", "--dpt", "dpt.xlsx", "--as-of", "2024-11-20")
    assert ran.status == 1
    assert "yang tercatat keluar 4 lembar lebih banyak daripada yang dihitung" in flat(ran.out)


def test_a_stock_for_a_revote_that_nobody_counted_is_named_and_left_out(logistik: Runner) -> None:
    Warehouse("no stock for a revote").audited(logistik)
    ran = logistik("close", "--as-of", "2024-11-20")
    assert ran.status == 0
    assert "Tidak termasuk, karena tidak dihitung: Wali Kota (PSU)." in flat(ran.out)


def test_files_are_audited_and_recorded_first(logistik: Runner) -> None:
    Warehouse("packed", packed=None).audited(logistik)
    shutil.copy(logistik.folder / "dpt.xlsx", logistik.folder / "semua.xlsx")
    places = [row[1:4] for row in ROLL[1:]]
    rows: Rows = [
        ["Kecamatan", "Kelurahan", "TPS", "Wali Kota"],
        *([*p, n] for p, n in zip(places, (410, 205, 410), strict=True)),
    ]
    write_xlsx(logistik.folder / "pengesetan.xlsx", {"Pengesetan": rows})
    assert logistik("close", "--as-of", "2024-11-20").status == 1
    ran = logistik("close", "stok.xlsx", "pengesetan.xlsx", "--dpt", "dpt.xlsx", "--as-of", "2024-11-20")
    assert (ran.status, len(Ledger(logistik.folder).entries())) == (0, 2)
    assert logistik("close", "--as-of", "2024-11-20").status == 0, "the last audit knows of the packing"
    assert len(Ledger(logistik.folder).entries()) == 2


def test_the_day_is_that_of_the_option_else_of_the_settings(logistik: Runner) -> None:
    Warehouse("still full").audited(logistik)
    assert logistik("close").status == 1, "long after voting day nothing may lie there"
    (logistik.folder / "logistik.toml").write_text("as_of = 2024-11-20\n", "utf-8")
    files = ["stok.xlsx", "pengesetan.xlsx", "--dpt", "dpt.xlsx"]
    assert logistik("close", *files).status == 0
    assert logistik("close").status == 0
    assert logistik("close", "--as-of", LAST_DAY).status == 1


def test_every_format_has_the_figures_of_the_json(logistik: Runner) -> None:
    FAULTY.audited(logistik)
    names = ["neraca.pdf", "neraca.docx", "neraca.xlsx", "neraca.md", "neraca.txt", "neraca.json"]
    ran = logistik("close", "--as-of", LAST_DAY, *(word for name in names for word in ("-o", name)))
    assert (ran.status, ran.out) == (1, "")
    assert "LG640" in ran.err
    said = json.loads((logistik.folder / "neraca.json").read_text("utf-8"))
    wanted = {line["sheets"] for each in said["elections"] for line in each["lines"]}
    for name in names[3:5]:
        text = (logistik.folder / name).read_text("utf-8")
        assert wanted <= {int(each.replace(".", "")) for each in re.findall(r"\d+(?:\.\d{3})*", text)}
        assert all(line["source"] in flat(text) for each in said["elections"] for line in each["lines"])
        assert "DRAF" in text
    page = openpyxl.load_workbook(logistik.folder / "neraca.xlsx", data_only=True)["Neraca"]
    cells = [cell for row in page.iter_rows(values_only=True) for cell in row if isinstance(cell, int)]
    assert wanted <= set(cells)
    assert (logistik.folder / "neraca.pdf").read_bytes().startswith(b"%PDF")


def test_both_totals_are_sums_in_the_workbook(logistik: Runner) -> None:
    CLOSED.audited(logistik)
    assert logistik("close", "--as-of", LAST_DAY, "-o", "neraca.xlsx").status == 0
    page = openpyxl.load_workbook(logistik.folder / "neraca.xlsx")["Neraca"]
    sums = [str(cell.value) for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(sums) == 4
    assert all(each.startswith("=SUM(") for each in sums)


def test_a_closed_balance_is_ready_to_be_signed(logistik: Runner) -> None:
    CLOSED.audited(logistik)
    text = flat(logistik("close", "--as-of", LAST_DAY, "--format", "markdown").out)
    assert "DRAF" not in text
    assert "Selisih: 0 lembar" in text
    for signer in ("Petugas gudang", "Ketua", "Mengetahui, Bawaslu Kota Uji"):
        assert signer in text
    assert "logistik close -o neraca.pdf" in flat(logistik("close", "--as-of", LAST_DAY).out)


def test_hostile_names_stay_words(logistik: Runner) -> None:
    words = ["--jenis", "walikota", "--from", "surplus", "--sheets", "2", "--date", "2024-11-20"]
    Warehouse("hostile").audited(logistik)
    assert logistik("move", "handed-over", *words, "--number", "=1+1", "--to", "@x\x1b[31m").status == 0
    ran = logistik("close", "--as-of", "2024-11-20", "-o", "n.xlsx", "-o", "n.txt", "-o", "n.md")
    assert ran.status == 0, ran.err
    page = openpyxl.load_workbook(logistik.folder / "n.xlsx")["Neraca"]
    formulas = [str(cell.value) for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert all(each.startswith("=SUM(") for each in formulas)
    assert "\x1b" not in logistik("close", "--as-of", "2024-11-20").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--jenis", "bupati"], "'bupati' tidak ada di audit ini"),
        (["--as-of", "besok"], "--as-of 'besok' bukan tanggal"),
        (["--format", "xlsx"], "tidak dikenal"),
        (["--ruleset", "pilkada-2020"], "--ruleset mengubah audit"),
        (["-o", "neraca.odt"], "bukan bentuk dokumen"),
        (["-o", "dpt.xlsx"], "berkas masukan"),
        (["tidak-ada.xlsx"], "tidak ditemukan"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_and_writes_nothing(words: list[str], said: str, logistik: Runner) -> None:
    CLOSED.audited(logistik)
    before = {path.name: path.read_bytes() for path in logistik.folder.iterdir() if path.is_file()}
    ran = logistik("close", *words)
    assert (ran.status, ran.out, said in ran.err) == (2, "", True), ran.err
    assert {path.name: path.read_bytes() for path in logistik.folder.iterdir() if path.is_file()} == before


def test_without_an_audit_there_is_nothing_to_close(logistik: Runner) -> None:
    ran = logistik("close")
    assert (ran.status, "Belum ada audit" in ran.err) == (2, True)


def test_the_statuses_as_a_process(logistik: Runner) -> None:
    CLOSED.audited(logistik)
    assert run_process(logistik.folder, "close", "--as-of", LAST_DAY).status == 0
    assert run_process(logistik.folder, "move", "--cancel", "2", "--reason", "x").status == 0
    assert run_process(logistik.folder, "close", "--as-of", LAST_DAY).status == 1
    assert run_process(logistik.folder, "close", "--as-of", "x").status == 2


def test_the_same_record_gives_the_same_bytes(logistik: Runner) -> None:
    CLOSED.audited(logistik)
    for name in ("a.pdf", "b.pdf", "a.xlsx", "b.xlsx", "a.docx", "b.docx"):
        assert logistik("close", "--as-of", LAST_DAY, "-o", name).status == 0
    for ending in ("pdf", "xlsx", "docx"):
        assert (logistik.folder / f"a.{ending}").read_bytes() == (logistik.folder / f"b.{ending}").read_bytes()


def test_the_pages_are_laid_out(logistik: Runner) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here")
    CLOSED.audited(logistik)
    assert logistik("close", "--as-of", LAST_DAY, "-o", "n.pdf").status == 0
    text = flat(
        subprocess.run(["pdftotext", "-layout", "n.pdf", "-"], capture_output=True, text=True, check=True).stdout
    )
    assert "Jumlah 1.042 Jumlah 1.042" in text
    assert "stok.xlsx!Stok!C2" in text
