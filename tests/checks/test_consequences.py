"""What a finding means for the sums, and what a person does about it."""

import re

import pytest

from tests.checks.case import BARAT, KOTA, ROLL, Case, roll, sheet
from tests.tools import Rows, Runner, write_xlsx

_PARTS = "Jenis Pemilihan | Kecamatan | Kelurahan | Diterima | Baik | Rusak"
_CITY = "Jenis Pemilihan | Dipesan | Diterima | Baik | Rusak"


def test_jumlah_counts_where_l_and_p_fail_in_one_row(logistik: Runner) -> None:
    rows = roll((KOTA, "Damai", 1, 190, 201, 400), (BARAT, "Baru Ilir", 1, 200, 200, 400))
    ran = Case(about="a slip", dpt=rows).audit(logistik)
    assert (ran.balance("Damai", "gubernur")["voters"], ran.balance(None, "gubernur")["required"]) == (400, 820)


def test_l_and_p_count_where_jumlah_fails_in_most_rows_and_the_message_says_only_that(logistik: Runner) -> None:
    with_reserve = [[*row[:5], {400: 410, 200: 205, 300: 308}.get(row[5], row[5])] for row in ROLL]  # type: ignore[call-overload]
    ran = Case(about="a column with the reserve", dpt=with_reserve).audit(logistik)
    assert (ran.balance(None, "gubernur")["voters"], ran.balance(None, "gubernur")["required"]) == (1300, 1333)
    assert "yang dipakai L + P" in ran.finding("LG404")["message"]
    assert "yang dipakai Jumlah" not in ran.finding("LG404")["message"]


@pytest.mark.parametrize("cell", ["", "-", -400, 0.4, "empat ratus", "#N/A"])
def test_voters_that_cannot_be_read_are_unknown_and_leave_lower_bounds(cell: object, logistik: Runner) -> None:
    rows = roll((KOTA, "Damai", 1, "", "", cell), (BARAT, "Baru Ilir", 1, 200, 200, 400))
    stock = sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Gubernur", 400, 395, 5))
    city = Case(about="an unknown TPS", dpt=rows, stock=stock).audit(logistik).balance(None, "gubernur")
    assert (city["polling_stations"], city["polling_stations_without_voters"], city["voters"]) == (2, 1, 400)
    assert (city["required"], city["short"], city["request"], city["provisional"]) == (410, 10, 15, True)
    assert (city["surplus"], city["movable"]) == (None, None)


def test_a_typed_0_is_known(logistik: Runner) -> None:
    rows = roll((KOTA, "Damai", 1, 0, 0, 0), (BARAT, "Baru Ilir", 1, 200, 200, 400))
    stock = sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Gubernur", 400, 395, 5))
    city = Case(about="a TPS of 0", dpt=rows, stock=stock).audit(logistik).balance(None, "gubernur")
    assert (city["polling_stations"], city["polling_stations_without_voters"], city["voters"]) == (2, 0, 400)
    assert (city["required"], city["request"], city["surplus"], city["provisional"]) == (410, 15, 0, False)


def test_a_thousand_lost_to_the_decimal_point_is_suggested_and_not_used(logistik: Runner) -> None:
    stock = sheet(
        "Jenis Pemilihan | Kecamatan | Diterima | Baik",
        ("Gubernur", KOTA, 60.869, 60.869),
        ("Gubernur", BARAT, 410, 410),
    )
    ran = Case(about="60.869", stock=stock).audit(logistik)
    assert "mungkin maksudnya 60.869" in ran.finding("LG303")["message"]
    assert (ran.finding("LG303")["raw"], ran.balance(KOTA, "gubernur")["received"]) == ("60.869", None)


def test_a_finding_says_what_stands_there_what_was_expected_and_where(logistik: Runner) -> None:
    rows = roll((KOTA, "Damai", 1, 190, 201, 400), (BARAT, "Baru Ilir", 1, 200, 200, 400))
    stock = sheet(_PARTS, ("Gubernur", KOTA, "", 410, 400, 10), ("Gubernur", BARAT, "", 410, 410, 0))
    ran = Case(about="a slip and a shortage", dpt=rows, stock=stock, kendali=None).audit(logistik)
    assert (ran.finding("LG403")["raw"], ran.finding("LG403")["expected"]) == ("400", "391")
    assert [place["cell"] for place in ran.finding("LG403")["related"]] == ["D2", "E2"]
    short = ran.finding("LG601")
    assert (short["raw"], short["expected"]) == ("400", "410")
    assert (short["region"]["level"], short["region"]["name"]) == ("kecamatan", KOTA)
    assert (ran.finding("LG410")["raw"], ran.finding("LG410")["expected"]) == (None, None)


def test_a_kecamatan_twice_that_differs_only_in_its_damage_is_told_by_its_damage(logistik: Runner) -> None:
    rows = (
        ("Gubernur", KOTA, "", 923, 923, 0),
        ("Gubernur", KOTA, "", 923, 920, 3),
        ("Gubernur", BARAT, "", 410, 410, 0),
    )
    message = Case(about="two rows", stock=sheet(_PARTS, *rows)).audit(logistik).finding("LG507")["message"]
    assert "923 atau 923" not in message
    assert "920" in message


def test_a_row_of_an_unknown_region_is_in_no_balance(logistik: Runner) -> None:
    stock = sheet(
        _PARTS,
        ("Gubernur", KOTA, "", 923, 923, 0),
        ("Gubernur", BARAT, "", 410, 410, 0),
        ("Gubernur", "Samboja", "", 7, 7, 0),
    )
    ran = Case(about="a region of elsewhere", stock=stock).audit(logistik)
    names = {each["region"]["name"] for each in ran.json["balances"]}
    assert names == {"Kota Balikpapan", KOTA, BARAT, "Damai", "Prapatan", "Baru Ilir"}
    assert ran.balance(None, "gubernur")["received"] == 1333
    assert "Mungkin maksud Anda" not in ran.finding("LG501")["message"]


def test_a_kelurahan_is_suggested_only_from_its_own_kecamatan(logistik: Runner) -> None:
    stock = sheet(_PARTS, ("Gubernur", BARAT, "Damay", 1, 1, 0), ("Gubernur", KOTA, "Damay", 1, 1, 0))
    ran = Case(about="one slip in two kecamatan", stock=stock).audit(logistik)
    messages = [each["message"] for each in ran.json["findings"] if each["code"] == "LG501"]
    assert ["Mungkin maksud Anda 'Damai'" in message for message in messages] == [False, True]


@pytest.mark.parametrize(
    ("said", "level"),
    [
        (("Balikpapn Kota", "Prapatan"), "kecamatan"),
        ((KOTA, "Prapattan"), "kelurahan"),
        ((KOTA, 'Prap"tan\\'), "kelurahan"),
    ],
    ids=["kecamatan", "kelurahan", "a name with signs"],
)
def test_pasting_the_suggested_alias_line_settles_the_name(said: tuple[str, str], level: str, logistik: Runner) -> None:
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": sheet(_PARTS, ("Gubernur", *said, 308, 308, 0))})
    hint = logistik.audit("dpt.xlsx", "stok.xlsx").finding("LG501")["hint"]
    assert f"alias.{level}" in hint
    (logistik.folder / "logistik.toml").write_text(hint.partition("logistik.toml: ")[2] + "\n", "utf-8")
    settled = logistik.audit("dpt.xlsx", "stok.xlsx")
    assert settled.status == 0, settled.err
    assert "LG501" not in settled.codes()
    assert settled.balance("Prapatan", "gubernur")["received"] == 308


def test_what_is_needed_above_the_decision_is_not_asked_for(logistik: Runner) -> None:
    stock = sheet(_CITY, ("Gubernur", 1330, 1325, 1320, 5))
    city = Case(about="1,333 needed, 1,330 ordered", stock=stock).audit(logistik).balance(None, "gubernur")
    assert (city["required"], city["ordered"], city["short"], city["request"]) == (1333, 1330, 5, 10)
    asked = logistik("request", "dpt.xlsx", "stok.xlsx", "--format", "json").json
    assert (asked["request"], asked["letters"][0]["lines"][0]["base"]) == (10, 1330)


def test_the_stock_for_a_revote_covers_no_shortage(logistik: Runner) -> None:
    stock = sheet(_CITY, ("Wali Kota", 1333, 1323, 1323, 0), ("Wali Kota PSU", 2000, 2010, 2010, 0))
    ran = Case(about="10 short and 10 too many", stock=stock).audit(logistik)
    assert (ran.balance(None, "walikota")["request"], ran.json["summary"]["request"]) == (10, 10)
    assert (ran.balance(None, "walikota", "revote")["request"], ran.balance(None, "walikota", "revote")["surplus"]) == (
        0,
        10,
    )


def test_orders_of_the_kecamatan_that_do_not_add_up_to_the_decision_are_told(logistik: Runner) -> None:
    head = "Jenis Pemilihan | Kecamatan | Dipesan | Diterima | Baik"
    stock = sheet(head, ("Gubernur", KOTA, 923, 923, 923), ("Gubernur", BARAT, 410, 410, 410))
    settings = "[kendali.surat_suara]\ngubernur = 1400"
    assert "LG613" in Case(about="67 too few", stock=stock, settings=settings).audit(logistik).codes()


@pytest.mark.parametrize(
    "rows", [sheet(_PARTS, ("Gubernur", KOTA, "", 920, 915, 5)), sheet(_PARTS, ("Gubernur", "", "", 1320, 1315, 5))]
)
def test_the_hint_of_a_shortage_is_a_command_that_writes_its_letter(rows: Rows, logistik: Runner) -> None:
    hint = Case(about="short", stock=rows).audit(logistik).finding("LG601")["hint"]
    assert logistik("audit", "dpt.xlsx", "stok.xlsx").status == 1
    program, *words = re.split(r"\s+", hint)
    ran = logistik(*words, "--format", "json")
    assert (program, ran.status) == ("logistik", 0)
    assert ran.json["request"] in (8, 18)


@pytest.mark.parametrize("name", ["[/x]", "[bold red]Damai", "=1+1", "@Sum(a1)", "{kota}", "%s %(a)s", "Damai\nBaru"])
@pytest.mark.parametrize("style", ["plain", "colour"])
def test_the_text_of_a_cell_comes_through_unharmed(
    name: str, style: str, logistik: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = name.replace("\n", " ")
    stock = sheet(_PARTS, ("Gubernur", KOTA, name, 1, 1, 0))
    case = Case(about="a strange name", dpt=[*ROLL, (KOTA, f"{name} II", 1, "", "", "")], stock=stock)
    ran = case.audit(logistik)
    assert f"Kelurahan '{shown}' tidak ada di DPT" in ran.finding("LG501")["message"]
    assert f"TPS 001 {shown} II: jumlah pemilih kosong" in ran.finding("LG401")["message"]
    if style == "colour":
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    screen = logistik("audit", "--no-ledger", "dpt.xlsx", "stok.xlsx")
    assert screen.status == 1, screen.err
    assert ("\x1b[" in screen.out) is (style == "colour")
    assert f"Kelurahan '{shown}' tidak" in " ".join(re.sub(r"\x1b\[[0-9;]*m", "", screen.out).split())
