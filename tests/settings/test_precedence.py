"""Which file and which day count where several are named, and what is said where none is."""

from datetime import date
from pathlib import Path

import pytest

from logistik.services.audit import Order, run_audit
from tests.tools import Ran, Rows, Runner, write_csv, write_xlsx


def voters(number: int) -> Rows:
    """A voter list of one TPS, which its number of voters tells from another list."""
    return [
        ["Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
        ["Kota Balikpapan", "Balikpapan Kota", "Damai", 1, number],
    ]


def stock(good: int) -> Rows:
    """The stock of the whole city, which its good sheets tell from another stock."""
    return [["Jenis Pemilihan", "Diterima", "Baik", "Rusak"], ["Gubernur", good, good, 0]]


RECAP: Rows = [["Kecamatan", "Jumlah TPS", "Jumlah Pemilih"], ["Balikpapan Kota", 114, 60869]]

NUMBERED: Rows = [["Kelurahan", "No", "Jumlah Pemilih"], ["Damai", 1, 400], ["", 2, 200], ["Prapatan", 1, 300]]
MIXED: Rows = [["Wilayah", "Jumlah Pemilih"], ["Damai", ""], [1, 400], [2, 200], ["Prapatan", ""], [1, 300]]
IN_ORDER: Rows = [
    ["No", "Kecamatan", "Kelurahan", "Jumlah Pemilih"],
    [1, "Balikpapan Kota", "Damai", 600],
    [2, "", "Prapatan", 300],
    [1, "Balikpapan Barat", "Baru Ilir", 400],
]


@pytest.fixture
def folder(logistik: Runner) -> Path:
    """Three voter lists, two stocks, and workbooks that hold both."""
    for number in (100, 200, 300):
        write_xlsx(logistik.folder / f"dpt{number}.xlsx", {"DPT": voters(number)})
    for good in (50, 60):
        write_xlsx(logistik.folder / f"stok{good}.xlsx", {"Stok": stock(good)})
    write_xlsx(logistik.folder / "semua.xlsx", {"Stok": stock(50), "DPT": voters(200)})
    write_xlsx(logistik.folder / "dengan-rekap.xlsx", {"Stok": stock(50), "Rekap": RECAP})
    write_xlsx(logistik.folder / "rekap.xlsx", {"Rekap": RECAP})
    write_xlsx(logistik.folder / "nomor.xlsx", {"DPT": NUMBERED})
    write_xlsx(logistik.folder / "daerah.xlsx", {"DPT": MIXED})
    write_xlsx(logistik.folder / "urut.xlsx", {"DPT": IN_ORDER})
    write_xlsx(logistik.folder / "kosong.xlsx", {"Sheet1": []})
    write_xlsx(logistik.folder / "judul.xlsx", {"DPT": voters(1)[:1]})
    (logistik.folder / "~$stok60.xlsx").write_bytes(b"a lock file of Excel")
    write_csv(logistik.folder / "catatan.csv", [["catatan", "rapat"], ["logistik", "gudang"]])
    return logistik.folder


def used(ran: Ran) -> tuple[int, int | None]:
    """The voters and the good sheets of the city."""
    assert ran.status in (0, 1), ran.err
    city = ran.balance(None, "gubernur")
    return city["voters"], city["good"]


WINS = [
    ("the voter list of logistik.toml", 'dpt = "dpt100.xlsx"', [], (100, None)),
    ("a voter list among the files", 'dpt = "dpt100.xlsx"', ["dpt200.xlsx"], (200, None)),
    ("a sheet of voters among the files", 'dpt = "dpt100.xlsx"', ["semua.xlsx"], (200, 50)),
    ("--dpt", 'dpt = "dpt100.xlsx"', ["dpt200.xlsx", "stok50.xlsx", "--dpt", "dpt300.xlsx"], (300, 50)),
    ("--dpt over a sheet among the files", "", ["semua.xlsx", "--dpt", "dpt300.xlsx"], (300, 50)),
    ("--dpt alone", 'dpt = "dpt100.xlsx"\ngudang = "stok50.xlsx"', ["--dpt", "dpt300.xlsx"], (300, 50)),
    ("the stock of logistik.toml", 'dpt = "dpt100.xlsx"\ngudang = "stok50.xlsx"', [], (100, 50)),
    ("a stock among the files", 'dpt = "dpt100.xlsx"\ngudang = "stok50.xlsx"', ["stok60.xlsx"], (100, 60)),
    ("the stock of logistik.toml beside a voter list", 'gudang = "stok50.xlsx"', ["dpt200.xlsx"], (200, 50)),
    ("a pattern in logistik.toml", 'dpt = "dpt1*.xlsx"\ngudang = ["stok6?.xlsx"]', [], (100, 60)),
    ("a pattern that a lock file fits too", 'dpt = "dpt100.xlsx"\ngudang = "*stok60.xlsx"', [], (100, 60)),
    ("a pattern on the command line", "", ["dpt1*.xlsx", "*stok60.xlsx", "~$stok60.xlsx"], (100, 60)),
    ("one workbook for both", 'dpt = "semua.xlsx"\ngudang = "semua.xlsx"', [], (200, 50)),
    ("a voter list of logistik.toml beside a recap", 'dpt = "dpt100.xlsx"', ["dengan-rekap.xlsx"], (100, 50)),
    ("one file named twice", "", ["dpt100.xlsx", "stok50.xlsx", "./stok50.xlsx"], (100, 50)),
    ("one file in two roles", "", ["semua.xlsx", "--dpt", "semua.xlsx"], (200, 50)),
]


@pytest.mark.parametrize(("toml", "words", "figures"), [each[1:] for each in WINS], ids=[each[0] for each in WINS])
def test_what_is_used(
    toml: str, words: list[str], figures: tuple[int, int | None], folder: Path, logistik: Runner
) -> None:
    (folder / "logistik.toml").write_text(toml, "utf-8")
    assert used(logistik.audit(*words)) == figures


@pytest.mark.parametrize(
    "words",
    [
        ["semua.xlsx", "--dpt", "semua.xlsx"],
        ["semua.xlsx", "./semua.xlsx"],
        ["--dpt", "dpt100.xlsx", "--dpt", "./dpt100.xlsx"],
    ],
)
def test_a_file_is_one_input_however_often_it_is_named(words: list[str], folder: Path, logistik: Runner) -> None:
    paths = [each["path"] for each in logistik.audit(*words).json["inputs"]]
    assert paths == sorted(set(paths))


def test_inputs_name_the_role_of_each_sheet_and_none_for_one_that_was_not_used(folder: Path, logistik: Runner) -> None:
    (folder / "logistik.toml").write_text("", "utf-8")
    inputs = logistik.audit("semua.xlsx", "--dpt", "dpt300.xlsx").json["inputs"]
    assert {each["path"]: [tuple(sheet.values()) for sheet in each["sheets"]] for each in inputs} == {
        "semua.xlsx": [("Stok", "stock"), ("DPT", None)],
        "dpt300.xlsx": [("DPT", "dpt")],
        "logistik.toml": [],
    }


DAYS = [
    ("the day of the run", "", None, date(2024, 11, 1)),
    ("as_of of logistik.toml", "as_of = 2024-11-13", None, date(2024, 11, 13)),
    ("--as-of", "as_of = 2024-11-13", date(2024, 11, 20), date(2024, 11, 20)),
    ("--as-of without as_of", "", date(2024, 11, 20), date(2024, 11, 20)),
]


@pytest.mark.parametrize(("toml", "asked", "day"), [each[1:] for each in DAYS], ids=[each[0] for each in DAYS])
def test_which_day_counts(toml: str, asked: date | None, day: date, folder: Path) -> None:
    (folder / "logistik.toml").write_text(toml, "utf-8")
    order = Order(files=("dpt100.xlsx",), as_of=asked)
    assert run_audit(order, folder, date(2024, 11, 1)).report.as_of == day


def test_as_of_on_the_command_line_is_taken(folder: Path, logistik: Runner) -> None:
    (folder / "logistik.toml").write_text("as_of = 2024-11-13", "utf-8")
    assert logistik.audit("dpt100.xlsx", "--as-of", "2024-11-20").json["as_of"] == "2024-11-20"
    assert logistik.audit("dpt100.xlsx").json["as_of"] == "2024-11-13"


def test_today_is_the_day_where_nothing_else_is_said(folder: Path, logistik: Runner) -> None:
    before = date.today()  # noqa: DTZ011 - the office's own day, as the program takes it
    day = date.fromisoformat(logistik.audit("dpt100.xlsx").json["as_of"])
    assert before <= day <= date.today()  # noqa: DTZ011


@pytest.mark.parametrize("text", ["13-11-2024", "besok", "2024-02-30", ""])
def test_an_impossible_day_is_an_error(text: str, folder: Path, logistik: Runner) -> None:
    ran = logistik.audit("dpt100.xlsx", "--as-of", text)
    assert (ran.status, ran.out) == (2, "")
    assert f"--as-of '{text}' bukan tanggal" in ran.err
    assert "2024-11-13" in ran.err


def test_the_rule_set_of_the_command_line_comes_before_that_of_logistik_toml(folder: Path, logistik: Runner) -> None:
    (folder / "logistik.toml").write_text('ruleset = "pilkada-2020"', "utf-8")
    assert logistik.audit("dpt100.xlsx").json["ruleset"] == "pilkada-2020"
    assert logistik.audit("dpt100.xlsx", "--ruleset", "pemilu-2024").json["ruleset"] == "pemilu-2024"


ELECTIONS = [
    ("those configured", 'pemilihan = ["walikota"]', ["dpt100.xlsx", "stok50.xlsx"], ["walikota"]),
    ("those in the stock", "", ["dpt100.xlsx", "stok50.xlsx"], ["gubernur"]),
    ("those of a kota", "", ["dpt100.xlsx"], ["gubernur", "walikota"]),
    ("those of a kabupaten", '[kantor]\nkota = "Kabupaten Paser"', ["dpt100.xlsx"], ["gubernur", "bupati"]),
    ("those asked for", "", ["dpt100.xlsx", "--jenis", "walikota"], ["walikota"]),
    (
        "those of a Pemilu",
        'ruleset = "pemilu-2024"',
        ["dpt100.xlsx"],
        ["ppwp", "dpr", "dpd", "dprd-provinsi", "dprd-kabkota"],
    ),
]


@pytest.mark.parametrize(
    ("toml", "words", "elections"), [each[1:] for each in ELECTIONS], ids=[each[0] for each in ELECTIONS]
)
def test_which_elections_count(
    toml: str, words: list[str], elections: list[str], folder: Path, logistik: Runner
) -> None:
    (folder / "logistik.toml").write_text(toml, "utf-8")
    balances = logistik.audit(*words).json["balances"]
    assert list(dict.fromkeys(each["election"] for each in balances)) == elections


@pytest.mark.parametrize(("ordered", "base"), [("", 120), (110, 110)], ids=["no order in the sheet", "an order in it"])
def test_the_decision_is_the_order_where_the_sheet_states_none(
    ordered: object, base: int, folder: Path, logistik: Runner
) -> None:
    rows: Rows = [["Jenis Pemilihan", "Dipesan", "Diterima", "Baik"], ["Gubernur", ordered, 100, 100]]
    write_xlsx(folder / "stok.xlsx", {"Stok": rows})
    (folder / "logistik.toml").write_text("[kendali.surat_suara]\ngubernur = 120\n", "utf-8")
    city = logistik.audit("dpt100.xlsx", "stok.xlsx").balance(None, "gubernur")
    assert (city["ordered"], city["request"]) == (base, base - 100)


NO_RESULT = [
    ("no file", [], "Belum ada berkas yang diperiksa", "logistik audit gudang.xlsx --dpt dpt.xlsx"),
    ("stock alone", ["stok50.xlsx"], "stok saja tidak dapat diperiksa", "--dpt dpt.xlsx"),
    ("a recap alone", ["rekap.xlsx"], "rekap.xlsx!Rekap!A1: daftar ini rekap per wilayah", "--dpt"),
    ("a recap as --dpt", ["stok50.xlsx", "--dpt", "rekap.xlsx"], "daftar ini rekap per wilayah", "DPT per TPS"),
    ("TPS numbers under No", ["nomor.xlsx"], "nomor.xlsx!DPT!B1: kolom 'No' tampaknya", '"No" = "tps"'),
    ("TPS numbers under regions", ["daerah.xlsx"], "daerah.xlsx!DPT!A1: kolom 'Wilayah' tampaknya", "'Wilayah / TPS'"),
    ("kelurahan numbered per kecamatan", ["urut.xlsx"], "urut.xlsx!DPT!A1: daftar ini rekap per wilayah", "--dpt"),
    ("stock as --dpt", ["stok60.xlsx", "--dpt", "stok50.xlsx"], "stok50.xlsx bukan DPT", "satu baris per TPS"),
    ("nothing recognised", ["catatan.csv"], "catatan.csv!csv!A1: baris judul tabel tidak ditemukan", "kolom TPS"),
    ("nothing in it", ["kosong.xlsx"], "kosong.xlsx: semua lembar kosong", "Simpan dulu"),
    ("one good file and one that is not", ["dpt100.xlsx", "catatan.csv"], "catatan.csv!csv!A1", "alias.kolom"),
    ("rows without a header", ["catatan.csv"], "baris judul tabel tidak ditemukan", "[[tanpa_judul]]"),
    ("a file that looks like an option", ["-dpt100.xlsx"], "Opsi -d tidak dikenal", "tulis ./-dpt100.xlsx"),
    (
        "a file that is not there",
        ["dpt101.xlsx"],
        "Berkas dpt101.xlsx tidak ditemukan",
        "Mungkin maksud Anda dpt100.xlsx",
    ),
    ("a pattern that fits nothing", ["gudang-*.xlsx"], "Tidak ada berkas yang cocok dengan gudang-*.xlsx", "Periksa"),
    ("a header alone", ["judul.xlsx"], "tidak ada baris TPS di bawah judulnya", "Setiap baris DPT perlu"),
    ("other elections", ["dpt100.xlsx", "stok50.xlsx", "--ruleset", "pemilu-2024"], "Pemilihan di stok", "--ruleset"),
    ("a folder", ["."], "adalah folder", "Sebutkan berkasnya"),
]


@pytest.mark.parametrize(
    ("words", "says", "hint"), [each[1:] for each in NO_RESULT], ids=[each[0] for each in NO_RESULT]
)
def test_without_anything_to_audit_the_error_says_what_is_missing(
    words: list[str], says: str, hint: str, folder: Path, logistik: Runner
) -> None:
    ran = logistik.audit(*words)
    assert (ran.status, ran.out) == (2, "")
    message, advice = ran.err.splitlines()
    assert message.startswith("Galat: ")
    assert says in message
    assert hint in advice
