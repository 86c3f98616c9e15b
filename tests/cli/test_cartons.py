"""Cartons in the results: a table on the screen, sums in the contract, those that differ in annex II of the letter."""

import json
import re
from pathlib import Path

import openpyxl
import pytest

from logistik.services.record import latest_audit, read_report
from logistik.settings.workspace import find
from tests import golden
from tests.checks.case import BARAT, KOTA, ROLL, sheet
from tests.documents.docx_cases import rows_of, table_with
from tests.documents.pdf_cases import pages
from tests.tools import Rows, Runner, write_xlsx

STOCK = sheet(
    "Jenis Pemilihan | Kecamatan | Jumlah Koli | Surat Jalan | Diterima | Baik | Rusak",
    ("Wali Kota", "", 4, 1333, 1322, 1320, 2),
    ("Gubernur", "", 3, 1333, 1333, 1333, 0),
)
CARTONS: Rows = sheet(
    "No. Koli | Jenis Pemilihan | Isi Label | Hasil Hitung | Kondisi",
    ("WK-1", "Wali Kota", 400, 395, "basah"),
    ("WK-2", "", 400, 392, ""),
    ("=1+1", "", 400, 402, ""),
    ("WK-4", "", 133, 133, "segel putus"),
    ("PSU", "", 2000, "", ""),
    (1, "Gubernur", 400, "", ""),
    (2, "", 400, 400, ""),
)
SETTINGS = """
pemilihan = ["gubernur", "walikota"]
kantor.kota = "Kota Balikpapan"
kendali.tps.jumlah = 4
kendali.pemilih.jumlah = 1300
kendali.koli_psu.walikota.jumlah = 1
[aturan.elections]
gubernur.sheets_per_carton = 400
walikota.sheets_per_carton = 400
"""
ODD = [("WK-1", 400, 395, 5, 0), ("WK-2", 400, 392, 8, 0), ("=1+1", 400, 402, 0, 2)]
PARTS = ((KOTA, 900), (BARAT, 400))
TOTAL = (1200, 1189, 13, 2)


@pytest.fixture
def warehouse(logistik: Runner) -> Runner:
    """A workspace with a voter list, a stock sheet and a list of cartons."""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": STOCK})
    write_xlsx(logistik.folder / "koli.xlsx", {"Koli": CARTONS})
    (logistik.folder / "logistik.toml").write_text(
        f'dpt = "dpt.xlsx"\nkoli = "koli.xlsx"\nas_of = 2024-11-13{SETTINGS}'
    )
    return logistik


@pytest.mark.parametrize("width", [80, 120])
def test_the_screen_shows_the_cartons_below_the_stock(
    width: int, warehouse: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = warehouse("audit", "stok.xlsx", "--no-ledger").out
    assert max(map(len, out.splitlines())) <= width
    golden.assert_is(f"audit-cartons-{width}.txt", re.sub(r"\b[0-9a-f]{12}\b", "<hash>", out))


def test_the_contract_has_the_sums_of_each_election_and_stock(warehouse: Runner) -> None:
    governor, mayor, revote = warehouse.audit("stok.xlsx").json["cartons"]
    assert governor == {
        "election": "gubernur", "stock": "voting", "cartons": 2, "cartons_noted": 3, "noted": 800, "received": 400,
        "uncounted": 1, "short": 0, "over": 0, "quarantined": 0, "odd": [],
    }  # fmt: skip
    assert [odd["place"] for odd in mayor.pop("odd")] == [f"koli.xlsx!Koli!D{row}" for row in (2, 3, 4)]
    assert mayor == {
        "election": "walikota", "stock": "voting", "cartons": 4, "cartons_noted": 4, "noted": 1333, "received": 1322,
        "uncounted": 0, "short": 13, "over": 2, "quarantined": 2,
    }  # fmt: skip
    assert (revote["stock"], revote["cartons"], revote["cartons_noted"]) == ("revote", 1, 1)
    assert (revote["noted"], revote["received"], revote["uncounted"]) == (2000, None, 1)


def test_a_label_that_nobody_knows_leaves_the_sum_unknown(warehouse: Runner) -> None:
    write_xlsx(warehouse.folder / "koli.xlsx", {"Koli": [*CARTONS, (3, "", "", 400, "")]})
    governor = warehouse.audit("stok.xlsx").json["cartons"][0]
    assert (governor["cartons"], governor["noted"], governor["received"]) == (3, None, 800)


def test_without_a_list_there_are_no_cartons(logistik: Runner, samples: Path) -> None:
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": STOCK})
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    assert logistik.audit("stok.xlsx", "--dpt", "dpt.xlsx").json["cartons"] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--jenis", "gubernur"], [("gubernur", "voting")]), (["--kecamatan", "balikpapan-kota"], [])],
    ids=["one election", "one kecamatan"],
)
def test_a_part_of_the_report_has_its_part_of_the_cartons(
    words: list[str], told: list[tuple[str, str]], warehouse: Runner
) -> None:
    cartons = warehouse.audit("stok.xlsx", *words).json["cartons"]
    assert [(each["election"], each["stock"]) for each in cartons] == told


def test_cartons_change_no_balance(warehouse: Runner) -> None:
    with_list = warehouse.audit("stok.xlsx").json["balances"]
    settings = warehouse.folder / "logistik.toml"
    settings.write_text(settings.read_text("utf-8").replace('koli = "koli.xlsx"\n', ""), "utf-8")
    assert warehouse.audit("stok.xlsx").json["balances"] == with_list


def test_the_ledger_gives_back_the_cartons_and_audits_of_before_have_none(warehouse: Runner) -> None:
    assert warehouse("audit", "stok.xlsx", "--quiet").status == 1
    entry, report = latest_audit(find(warehouse.folder))
    assert [tuple(odd)[:3] for odd in report.cartons[1].odd] == [odd[:3] for odd in ODD]
    payload = json.loads(entry.payload)
    del payload["report"]["cartons"]
    assert read_report(entry._replace(payload=json.dumps(payload))).cartons == ()


def test_annex_ii_lists_the_cartons_that_differ_in_every_format(warehouse: Runner) -> None:
    names = [f"surat.{end}" for end in ("json", "txt", "md", "xlsx", "docx", "pdf")]
    words = [word for name in names for word in ("-o", name)]
    assert warehouse("request", "stok.xlsx", "--jenis", "walikota", *words).status == 0
    folder = warehouse.folder
    (letter,) = json.loads((folder / "surat.json").read_text("utf-8"))["letters"]
    assert [tuple(odd.values())[:3] for odd in letter["odd_cartons"]] == [odd[:3] for odd in ODD]
    assert _of_text((folder / "surat.txt").read_text("utf-8")) == [*map(_words, ODD), _words(("Jumlah", *TOTAL))]
    markdown = (folder / "surat.md").read_text("utf-8")
    for row in (*ODD, ("Jumlah", *TOTAL)):
        assert _words(row) in " ".join(re.sub(r"[|*\\]", " ", markdown).split())
    assert _of_xlsx(folder / "surat.xlsx") == [*ODD, ("Jumlah", *TOTAL)]
    table = rows_of(table_with((folder / "surat.docx").read_bytes(), "Nomor koli", "Lebih"))
    assert [" ".join(row[1:]) for row in table[1:]] == [*map(_words, ODD), _words(("Jumlah", *TOTAL))]
    paper = " ".join(" ".join(pages((folder / "surat.pdf").read_bytes())).split())
    for row in (*ODD, ("Jumlah", *TOTAL)):
        assert _words(row) in paper


@pytest.mark.parametrize(
    ("words", "has_table"),
    [
        (["--jenis", "walikota"], True),
        (["--jenis", "gubernur"], False),
        (["--jenis", "walikota", "--kecamatan", "balikpapan-kota"], False),
    ],
    ids=["the city", "an election without such cartons", "a kecamatan"],
)
def test_only_a_letter_of_the_city_for_their_election_lists_cartons(
    words: list[str], *, has_table: bool, warehouse: Runner
) -> None:
    rows = [(name, place, "", "", sheets, sheets, 0) for name in ("Wali Kota", "Gubernur") for place, sheets in PARTS]
    write_xlsx(warehouse.folder / "stok.xlsx", {"Stok": [STOCK[0], *rows]})
    assert warehouse("request", "stok.xlsx", *words, "-o", "surat.txt").status == 0
    text = (warehouse.folder / "surat.txt").read_text("utf-8")
    assert "Isi koli" in text
    assert ("Koli yang hasil hitungnya berbeda" in text) is has_table


def _words(row: tuple[object, ...]) -> str:
    return " ".join(f"{each:,}".replace(",", ".") if isinstance(each, int) else str(each) for each in row)


def _of_text(text: str) -> list[str]:
    lines = text[text.index("Koli yang hasil hitungnya berbeda") :].splitlines()
    found = [
        " ".join(line.split()) for line in lines[: next(at for at, line in enumerate(lines) if "Jumlah" in line) + 1]
    ]
    return [re.sub(r"^\d+ ", "", line) for line in found if re.search(r"\d \d+$", line)]


def _of_xlsx(path: Path) -> list[tuple[object, ...]]:
    page = openpyxl.load_workbook(path, data_only=True)["Lampiran II"]
    rows = [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]
    start = next(at for at, row in enumerate(rows) if "Nomor koli" in row) + 1
    return [tuple(row[1:] if row[0] != "Jumlah" else row) for row in rows[start : start + len(ODD) + 1]]
