"""The packing list before packing: what each TPS gets, the same in every format, and read again when filled in."""

import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from logistik.core.wording import number
from tests import golden
from tests.documents.pdf_cases import pages
from tests.tools import Ran, Rows, Runner, write_xlsx

ROLL: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    ["Kota Uji", "Utara", "Mawar", 1, 400],
    ["Kota Uji", "Utara", "Mawar", 2, 400],
    ["Kota Uji", "Utara", "Melati", 1, 200],
    ["Kota Uji", "Selatan", "Kenanga", 1, 400],
]
HEAD = ["Jenis Pemilihan", "Kecamatan", "Diterima", "Baik", "Rusak", "Belum Disortir"]
NEED = 1435


@pytest.fixture
def audited(logistik: Runner, samples: Path) -> Runner:
    """The samples, audited."""
    assert logistik("audit", "gudang.xlsx", "--quiet").status == 1
    return logistik


def of(logistik: Runner, good: int | str, *, unsorted: int = 0, roll: Rows = ROLL) -> Runner:
    """A workspace with so many good sheets of one election."""
    received = good + unsorted if isinstance(good, int) else ""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": roll})
    rows: Rows = [HEAD, ["Gubernur", "", received, good, 0 if good != "" else "", unsorted]]
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": rows})
    assert logistik("audit", "stok.xlsx", "--dpt", "dpt.xlsx", "--quiet").status in (0, 1)
    return logistik


def plan(ran: Ran) -> Any:
    assert ran.status == 0, ran.err
    return ran.json


def flat(text: str) -> str:
    return " ".join(text.split())


def settled(ran: Ran) -> str:
    """What a command showed and said, without what changes from day to day."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "<hash>", f"{ran.out}--\n{ran.err}")
    return re.sub(r"audit [0-9a-f]{12} \(.*?\)", "audit <hash> (<hari>)", text)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("city", []),
        ("kelurahan", ["--kecamatan", "balikpapan-kota", "--jenis", "walikota"]),
        ("tps", ["--kelurahan", "prapatan", "--jenis", "gubernur"]),
    ],
)
def test_the_whole_text(name: str, words: list[str], audited: Runner) -> None:
    golden.assert_is(f"allocate-{name}.txt", settled(audited("allocate", *words)))


def test_where_good_stock_is_below_the_need_the_plan_adds_up_to_it(audited: Runner) -> None:
    said = plan(audited("allocate", "--format", "json"))
    assert (said["schema"], said["assumed"], len(said["rows"])) == ("logistik.allocate/1", True, 2 * 996)
    for election, good, short in (("gubernur", 534110, 365), ("walikota", 534057, 418)):
        rows = [row for row in said["rows"] if row["election"] == election]
        assert sum(row["sheets"] for row in rows) == good
        assert sum(row["short"] for row in rows) == short
        assert sum(row["voters"] + row["reserve"] for row in rows) == 534475
        assert all(row["voters"] <= row["sheets"] <= row["voters"] + row["reserve"] for row in rows)
        assert all(25 * row["bundles"] + row["loose"] == row["sheets"] for row in rows)
        (totals,) = [each for each in said["elections"] if each["election"] == election]
        assert (totals["stock"], totals["sheets"], totals["short"], totals["left"]) == (good, good, short, 0)


def test_a_row_names_its_tps_as_the_audit_does(audited: Runner) -> None:
    audit = audited.audit("gudang.xlsx", "--level", "tps").json
    stations = [each["region"] for each in audit["balances"] if each["region"]["level"] == "tps"]
    rows = plan(audited("allocate", "--jenis", "gubernur", "--format", "json"))["rows"]
    assert sorted(json.dumps(row["region"]) for row in rows) == sorted({json.dumps(region) for region in stations})


def test_every_format_has_the_figures_of_the_json(audited: Runner) -> None:
    names = ["daftar.txt", "daftar.md", "daftar.xlsx", "daftar.pdf", "daftar.docx", "daftar.json"]
    assert audited("allocate", "--kecamatan", "balikpapan-kota", *(w for n in names for w in ("-o", n))).status == 0
    rows = json.loads((audited.folder / "daftar.json").read_text("utf-8"))["rows"]
    assert len(rows) == 2 * 114
    lines = [_line(row) for row in rows]
    text = (audited.folder / "daftar.txt").read_text("utf-8")
    marked = (audited.folder / "daftar.md").read_text("utf-8").replace("|", " ").replace("\\", "")
    paged = " ".join(pages((audited.folder / "daftar.pdf").read_bytes()))
    for shown in map(flat, (text, marked, paged)):
        assert all(f" {line} " in shown for line in lines)
    assert _words(audited.folder / "daftar.docx") >= {" ".join(line.split()) for line in lines}
    assert _sheets(audited.folder / "daftar.xlsx") == lines


def _line(row: dict[str, Any]) -> str:
    figures = (row[name] for name in ("voters", "reserve", "sheets", "short", "bundles", "loose"))
    return " ".join([row["region"]["tps"], row["region"]["kelurahan"], *map(number, figures)])


def _words(path: Path) -> set[str]:
    import docx

    tables = docx.Document(str(path)).tables
    return {" ".join(" ".join(cell.text for cell in row.cells).split()) for table in tables for row in table.rows}


def _sheets(path: Path) -> list[str]:
    book: Any = openpyxl.load_workbook(path, data_only=True)
    return [
        " ".join([row[0], row[1], *(number(cell) for cell in row[2:8])])
        for page in book.worksheets
        for row in page.iter_rows(values_only=True)
        if isinstance(row[0], str) and row[0].isdigit()
    ]


def test_a_list_has_a_page_for_each_election_and_kecamatan_and_totals_of_each_kelurahan(logistik: Runner) -> None:
    assert of(logistik, NEED)("allocate", "-o", "daftar.xlsx").status == 0
    book = openpyxl.load_workbook(logistik.folder / "daftar.xlsx")
    assert book.sheetnames == ["Ringkasan", "Gubernur, Utara", "Gubernur, Selatan"]
    page = openpyxl.load_workbook(logistik.folder / "daftar.xlsx", data_only=True)["Gubernur, Utara"]
    rows = [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]
    assert rows[rows.index(next(row for row in rows if row and row[0] == "TPS")) :][:6] == [
        ["TPS", "Kel./Desa", "Pemilih", "Cadangan", "Lembar", "Ikat", "Lepas", "Dikemas", "Hitung 2", "Segel/ paraf"],
        ["2 TPS", "Mawar", 800, 20, 820, 32, 20],
        ["001", "Mawar", 400, 10, 410, 16, 10],
        ["002", "Mawar", 400, 10, 410, 16, 10],
        ["1 TPS", "Melati", 200, 5, 205, 8, 5],
        ["001", "Melati", 200, 5, 205, 8, 5],
    ]
    assert rows[-1] == ["3 TPS", "Jumlah Utara", 1000, 25, 1025, 40, 25]


def test_the_workbook_prints_on_portrait_pages_with_its_head_on_each(audited: Runner) -> None:
    audited("allocate", "-o", "daftar.xlsx")
    page: Any = openpyxl.load_workbook(audited.folder / "daftar.xlsx")["Gubernur, Balikpapan Timur"]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("portrait", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    (head,) = [row[0].row for row in page.iter_rows(max_col=1) if row[0].value == "TPS"]
    assert page.print_title_rows == f"${head}:${head}"
    assert page.freeze_panes == f"A{head + 1}"


def test_the_pdf_repeats_its_head_and_says_whose_list_it_is(audited: Runner) -> None:
    audited("allocate", "--kecamatan", "balikpapan-utara", "-o", "daftar.pdf")
    shown = pages((audited.folder / "daftar.pdf").read_bytes())
    lists = shown[1:]
    assert len(lists) > 10
    head = "TPS Kel./Desa Pemilih Cada- ngan Lembar Kurang Ikat Lepas Dikemas Hitung 2 Segel/ paraf"
    assert [page.count(head) for page in lists] == [1] * len(lists)
    (audit,) = set(re.findall(r"Hash audit : ([0-9a-f]{64})", " ".join(shown)))
    assert all(f"audit {audit[:12]}" in page for page in shown)
    first = next(page for page in lists if "Pemilihan Gubernur" in page)
    for said in ("KPU Kota Balikpapan, Rabu, 13 November 2024", "25 lembar (asumsi, dapat diubah)"):
        assert said in first
    assert "asumsi, dapat diubah: surat suara baik kurang 365 lembar dari kebutuhan" in first


def _filled(path: Path, fill: int | None = None) -> Path:
    """The checklists as a packing team leaves them, counted twice and sealed; `fill` is written into every sum."""
    book: Any = openpyxl.load_workbook(path)
    for page in book.worksheets[1:]:
        columns: dict[str, int] = {}
        for row in page.iter_rows():
            first = row[0].value
            if first == "TPS":
                columns = {str(cell.value): cell.column for cell in row}
            elif columns and isinstance(first, str) and first.isdigit():
                sheets = page.cell(row[0].row, columns["Lembar"]).value
                page.cell(row[0].row, columns["Dikemas"], sheets)
                page.cell(row[0].row, columns["Hitung 2"], sheets)
                page.cell(row[0].row, columns["Segel/ paraf"], "AB")
            elif columns and fill is not None:
                page.cell(row[0].row, columns["Dikemas"], fill)
    path = path.with_name("terisi.xlsx")
    book.save(path)
    return path


def _noise(ran: Ran) -> set[str]:
    """Codes of findings on files, layouts, cells, lists and stock."""
    return {code for code in ran.codes() if code < "LG6"}


def test_a_list_that_is_filled_in_is_a_packing_list(audited: Runner) -> None:
    before = audited.audit("gudang.xlsx")
    audited("allocate", "-o", "daftar.xlsx")
    _filled(audited.folder / "daftar.xlsx")
    ran = audited.audit("gudang.xlsx", "terisi.xlsx")
    assert _noise(ran) == _noise(before)
    for election, good in (("gubernur", 534110), ("walikota", 534057)):
        balance = ran.balance(None, election)
        assert (balance["packed"], balance["polling_stations_not_packed"]) == (good, 0)
        part = ran.balance("Klandasan Ilir", election)
        assert (part["packed"], part["polling_stations_not_packed"]) == (16453 if good == 534110 else 16450, 0)


def test_a_list_that_is_not_filled_in_says_that_nothing_is_packed(audited: Runner) -> None:
    before = audited.audit("gudang.xlsx")
    audited("allocate", "-o", "daftar.xlsx")
    ran = audited.audit("gudang.xlsx", "daftar.xlsx")
    assert _noise(ran) == _noise(before)
    assert ran.balance(None, "gubernur")["polling_stations_not_packed"] == 996
    used = {sheet["name"]: sheet["role"] for source in ran.json["inputs"] for sheet in source["sheets"]}
    assert (used["Ringkasan"], used["Gubernur, Balikpapan Kota"]) == (None, "packing")


@pytest.mark.parametrize("words", [["--kecamatan", "utara"], ["--kelurahan", "kenanga"]])
def test_the_overview_of_a_part_is_read_as_no_list_either(words: list[str], logistik: Runner) -> None:
    of(logistik, NEED)("allocate", *words, "-o", "daftar.xlsx")
    ran = logistik.audit("stok.xlsx", "daftar.xlsx", "--dpt", "dpt.xlsx")
    used = {sheet["name"]: sheet["role"] for source in ran.json["inputs"] for sheet in source["sheets"]}
    assert used.pop("Ringkasan") is None
    assert {role for name, role in used.items() if name.startswith("Gubernur")} == {"packing"}
    assert not {code for code in ran.codes() if code < "LG4"}


def test_sums_that_are_written_in_are_held_against_the_boxes(logistik: Runner) -> None:
    of(logistik, NEED)("allocate", "-o", "daftar.xlsx")
    _filled(logistik.folder / "daftar.xlsx", fill=1)
    ran = logistik.audit("stok.xlsx", "terisi.xlsx", "--dpt", "dpt.xlsx")
    assert ran.balance(None, "gubernur")["packed"] == NEED
    told = [finding["message"] for finding in ran.json["findings"] if finding["code"] == "LG202"]
    assert told
    assert any("Mawar" in each and "seharusnya 820" in each for each in told)


def test_enough_stock_gives_every_tps_its_need_and_the_rest_stays(logistik: Runner) -> None:
    of(logistik, NEED + 65, unsorted=7)
    ran = logistik("allocate")
    text = flat(ran.out)
    assert "Sisa di gudang : 65 lembar tidak dibagi ke TPS" in text
    assert "1.500 lembar untuk Kota Uji; 7 lembar belum disortir dan tidak dibagi" in text
    assert "Asumsi" not in text
    assert "Kurang" not in text
    assert "ASUMSI" not in ran.err
    said = plan(logistik("allocate", "--format", "json"))
    assert (said["assumed"], said["elections"][0]["left"], said["elections"][0]["short"]) == (False, 65, 0)
    assert {row["short"] for row in said["rows"]} == {0}


def test_stock_that_nobody_counted_gives_the_need_and_says_so(logistik: Runner) -> None:
    of(logistik, "")
    assert "Surat suara baik belum dihitung: daftar ini memuat kebutuhan setiap TPS" in flat(logistik("allocate").out)
    said = plan(logistik("allocate", "--format", "json"))
    (totals,) = said["elections"]
    assert (totals["stock"], totals["left"], totals["short"], totals["sheets"]) == (None, None, None, NEED)
    assert [(row["sheets"], row["short"]) for row in said["rows"]] == [
        (410, None),
        (410, None),
        (205, None),
        (410, None),
    ]
    logistik("allocate", "-o", "daftar.txt")
    assert "Stok : belum dihitung; daftar ini kebutuhan" in flat((logistik.folder / "daftar.txt").read_text("utf-8"))


def test_too_little_for_the_voters_leaves_no_reserve_to_anybody(logistik: Runner) -> None:
    of(logistik, 700)
    assert "Untuk pemilih saja tidak cukup: semuanya dibagi" in flat(logistik("allocate").out)
    rows = plan(logistik("allocate", "--format", "json"))["rows"]
    assert [(row["voters"], row["sheets"], row["short"]) for row in rows] == [
        (400, 200, 210), (400, 200, 210), (200, 100, 105), (400, 200, 210),
    ]  # fmt: skip


def test_a_tps_without_voters_is_named_and_gets_no_number(logistik: Runner) -> None:
    of(logistik, 5000, roll=[*ROLL, ["Kota Uji", "Selatan", "Kenanga", 2, ""]])
    ran = logistik("allocate", "-o", "daftar.txt", "-o", "daftar.json", "-o", "daftar.xlsx")
    assert ran.status == 0
    text = flat((logistik.folder / "daftar.txt").read_text("utf-8"))
    assert "1 TPS tanpa jumlah pemilih: TPS 002 Kenanga. Daftar ini tidak menyisihkan surat suara untuk TPS itu" in text
    assert "002 Kenanga – – – – –" in text
    row = json.loads((logistik.folder / "daftar.json").read_text("utf-8"))["rows"][-1]
    assert row["region"]["tps"] == "002"
    assert {row[name] for name in ("voters", "reserve", "sheets", "bundles", "loose", "short")} == {None}


def test_a_tps_with_two_counts_of_voters_is_named(logistik: Runner) -> None:
    of(logistik, 5000, roll=[*ROLL, ["Kota Uji", "Utara", "Mawar", 1, 450]])
    ran = logistik("allocate")
    assert "Ada dua kali di DPT dengan jumlah pemilih berbeda, jadi dua kali di daftar ini: TPS 001 Mawar" in flat(
        ran.out
    )
    rows = plan(logistik("allocate", "--format", "json"))["rows"]
    assert [row["voters"] for row in rows if row["region"]["name"] == "001"][:2] == [400, 450]


def test_the_bundle_is_that_of_the_rule_set_or_of_the_office(logistik: Runner) -> None:
    (logistik.folder / "logistik.toml").write_text("[aturan.elections.gubernur]\nsheets_per_bundle = 20\n", "utf-8")
    ran = of(logistik, NEED)("allocate")
    assert "20 lembar (diubah kantor)" in ran.out
    assert "Nama kantor ([kantor] nama)" in ran.err
    rows = plan(logistik("allocate", "--format", "json"))["rows"]
    assert [(row["bundles"], row["loose"]) for row in rows] == [(20, 10), (20, 10), (10, 5), (20, 10)]


def test_bundles_of_no_sheets_are_refused(logistik: Runner) -> None:
    (logistik.folder / "logistik.toml").write_text("[aturan.elections.gubernur]\nsheets_per_bundle = 0\n", "utf-8")
    ran = of(logistik, NEED)("allocate")
    assert (ran.status, "isi satu ikat tidak boleh 0 lembar" in ran.err) == (2, True)


def test_files_are_audited_and_recorded_first(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": [HEAD, ["Gubernur", "", NEED, NEED, 0, 0]]})
    ran = logistik("allocate", "stok.xlsx", "--dpt", "dpt.xlsx", "--format", "json")
    assert plan(ran)["audit"][:12] in logistik("log").out
    assert plan(logistik("allocate", "--format", "json")) == ran.json


def test_the_same_audit_gives_the_same_bytes(audited: Runner) -> None:
    files = [f"{name}.{end}" for name in ("satu", "dua") for end in ("pdf", "xlsx", "md")]
    assert (
        audited("allocate", "--kelurahan", "prapatan", *(word for name in files for word in ("-o", name))).status == 0
    )
    for end in ("pdf", "xlsx", "md"):
        one, other = (audited.folder / f"{name}.{end}" for name in ("satu", "dua"))
        assert one.read_bytes() == other.read_bytes()


def test_hostile_names_are_text_everywhere(logistik: Runner) -> None:
    names = ("=cmd|'/c calc'!A1", "../../etc/passwd", "@x\x1b[31m", "U/tara", "U:tara")
    roll = [ROLL[0], *(["Kota Uji", name, name, 1, 400] for name in names)]
    of(logistik, 2050, roll=roll)
    ran = logistik("allocate", "-o", "d.xlsx", "-o", "d.txt", "-o", "d.md", "-o", "d.pdf")
    assert ran.status == 0, ran.err
    book = openpyxl.load_workbook(logistik.folder / "d.xlsx")
    formulas = [str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert all(each.startswith("=SUM(") for each in formulas)
    assert "\x1b" not in (logistik.folder / "d.txt").read_text("utf-8") + (logistik.folder / "d.md").read_text("utf-8")
    assert "\x1b" not in logistik("allocate").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--jenis", "bupati"], "'bupati' tidak ada"),
        (["--kecamatan", "balikpapan"], "tidak ada di DPT"),
        (["--level", "kota"], "--level 'kota' tidak dikenal"),
        (["-o", "daftar.odt"], "bukan bentuk dokumen"),
        (["-o", "dpt.xlsx"], "berkas masukan"),
        (["--format", "xlsx"], "tidak dikenal"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_and_writes_nothing(words: list[str], said: str, audited: Runner) -> None:
    before = {path.name: path.read_bytes() for path in audited.folder.iterdir() if path.is_file()}
    ran = audited("allocate", *words)
    assert (ran.status, said in ran.err) == (2, True), ran.err
    assert {path.name: path.read_bytes() for path in audited.folder.iterdir() if path.is_file()} == before


def test_without_an_audit_or_with_changed_files_there_is_no_list(logistik: Runner, samples: Path) -> None:
    assert "Belum ada audit" in logistik("allocate").err
    assert logistik("audit", "gudang.xlsx", "--quiet").status == 1
    (samples / "logistik.toml").write_text((samples / "logistik.toml").read_text("utf-8") + "\n", "utf-8")
    ran = logistik("allocate")
    assert (ran.status, "berubah sejak audit" in ran.err) == (2, True)
