"""Templates that were filled in and saved by LibreOffice are read back as they were meant.

The workbooks in `tests/fixtures/kantor` came about like this (`tests/fixtures/make_kantor.py` does it again): `logistik
init` made the workspace, the input cells were filled in, and LibreOffice 7 computed every formula and saved the files
as its own .xlsx. 10 TPS with 3,296 voters need 3,382 sheets of each election: 1,713 in Utara, 1,669 in Selatan.
"""

from pathlib import Path
from shutil import copy

import pytest

from logistik.readers.workbook import read
from tests.fixtures.make_kantor import FOLDER
from tests.tools import Runner


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """A copy of the office's folder, where the commands run."""
    for file in FOLDER.iterdir():
        copy(file, tmp_path)
    return tmp_path


def test_a_filled_in_workspace_has_no_finding(logistik: Runner, kantor: Path) -> None:
    ran = logistik.audit("gudang.xlsx")
    assert (ran.status, ran.codes()) == (0, [])
    assert ran.json["summary"] == {"errors": 0, "warnings": 0, "infos": 0, "request": 0}


@pytest.mark.parametrize(
    ("region", "election", "need", "good", "damaged", "later"),
    [
        (None, "gubernur", 3382, 3377, 5, 5),
        ("Utara", "gubernur", 1713, 1710, 3, 3),
        ("Mawar", "gubernur", 723, 720, 3, 3),
        ("Kenanga", "gubernur", 822, 820, 2, 2),
        ("Cempaka", "gubernur", 847, 847, 0, 0),
        (None, "walikota", 3382, 3378, 4, 4),
        ("Selatan", "walikota", 1669, 1669, 0, 0),
        ("Melati", "walikota", 990, 986, 4, 4),
    ],
)
def test_every_figure_is_what_was_typed_or_tallied(
    region: str | None, election: str, need: int, good: int, damaged: int, later: int, logistik: Runner, kantor: Path
) -> None:
    balance = logistik.audit("gudang.xlsx", "--level", "kelurahan").balance(region, election)
    figures = ("required", "received", "good", "damaged", "later", "request", "surplus", "provisional")
    assert [balance[figure] for figure in figures] == [need, need, good, damaged, later, 0, 0, False]


def test_order_delivery_note_usable_defects_and_revote_stock_are_read(logistik: Runner, kantor: Path) -> None:
    ran = logistik.audit("gudang.xlsx")
    city = ran.balance(None, "gubernur")
    assert (city["ordered"], city["noted"], city["usable_defects"]) == (3382, 3382, 6)
    revote = ran.balance(None, "walikota", "revote")
    assert (revote["required"], revote["received"], revote["good"]) == (2000, 2000, 2000)


@pytest.mark.parametrize("name", sorted(file.name for file in FOLDER.glob("*.xlsx")))
def test_every_formula_gave_a_result(name: str) -> None:
    texts = {value for grid in read((FOLDER / name).read_bytes(), name) for row in grid.rows for value in row}
    assert not [text for text in texts if str(text).startswith(("#", "Err:"))]


def test_the_voter_list_is_read(logistik: Runner, kantor: Path) -> None:
    ran = logistik.audit("dpt.xlsx")
    assert ran.codes() == []
    city = ran.balance(None, "gubernur")
    assert (city["polling_stations"], city["voters"], city["required"]) == (10, 3296, 3382)


def test_a_tallied_sheet_that_reaches_no_row_is_not_lost(logistik: Runner, kantor: Path) -> None:
    """In gudang-salah.xlsx 7 damaged governor's sheets have no category; the totals that should hold them say so."""
    findings = [each for each in logistik.audit("gudang-salah.xlsx").json["findings"] if each["code"] == "LG202"]
    assert [(each["location"]["sheet"], each["location"]["cell"]) for each in findings] == [
        ("Per Wilayah", "G9"),
        ("Rekap", "H10"),
    ]
    assert [(each["raw"], each["expected"]) for each in findings] == [("12", "5"), ("16", "9")]


def test_a_row_that_does_not_add_up_is_found(logistik: Runner, kantor: Path) -> None:
    """In gudang-salah.xlsx Melati has 5 good governor's sheets too few."""
    ran = logistik.audit("gudang-salah.xlsx")
    assert (ran.finding("LG607")["raw"], ran.finding("LG607")["expected"]) == ("3377", "3372")
    assert [each["location"]["cell"] for each in ran.json["findings"] if each["code"] == "LG512"] == ["H6", "I6"]


def test_filled_in_cartons_and_boxes_have_no_finding(logistik: Runner, kantor: Path) -> None:
    ran = logistik.audit("gudang.xlsx", "koli.xlsx", "pengesetan.xlsx")
    assert (ran.status, ran.codes()) == (0, [])
    for election in ("gubernur", "walikota"):
        city = ran.balance(None, election)
        assert (city["packed"], city["polling_stations_not_packed"]) == (3382, 0)


@pytest.mark.parametrize(
    ("tps", "election", "packed"),
    [
        ("001", "gubernur", 414),
        ("002", "gubernur", 303),
        ("001", "walikota", 410),
        ("002", "walikota", 313),
    ],
)
def test_every_box_holds_what_was_typed(tps: str, election: str, packed: int, logistik: Runner, kantor: Path) -> None:
    ran = logistik.audit("pengesetan-salah.xlsx", "--level", "tps")
    (found,) = (
        each["packed"]
        for each in ran.json["balances"]
        if (each["region"]["kelurahan"], each["region"]["tps"], each["election"]) == ("Mawar", tps, election)
    )
    assert found == packed


def test_the_check_of_a_box_says_what_is_wrong(kantor: Path) -> None:
    """In pengesetan-salah.xlsx; the second TPS of Melati is not packed for the mayor."""
    (grid,) = (
        each for each in read((FOLDER / "pengesetan-salah.xlsx").read_bytes(), "p") if each.sheet == "Pengesetan"
    )
    assert [[str(grid.value(row, at)).strip() for at in (9, 13)] for row in range(5, 10)] == [
        ["Lebih 4", "cocok"],
        ["Kurang 10", "cocok"],
        ["cocok", "Hitungan berbeda"],
        ["cocok", ""],
        ["cocok", "cocok"],
    ]
    assert [grid.value(2, at) for at in (6, 8, 9, 13)] == [3376, "5 disegel", "2 TPS perlu dicek", "1 TPS perlu dicek"]


def test_a_box_that_is_still_open_is_not_packed(logistik: Runner, kantor: Path) -> None:
    city = logistik.audit("pengesetan-salah.xlsx").balance(None, "walikota")
    assert (city["packed"], city["polling_stations_not_packed"]) == (3382 - 375, 1)


def test_a_packing_list_with_typed_tps_is_a_voter_list_too(logistik: Runner, kantor: Path) -> None:
    (kantor / "dpt.xlsx").unlink()
    (kantor / "logistik.toml").unlink()
    ran = logistik.audit("pengesetan-sendiri.xlsx")
    city = ran.balance(None, "gubernur")
    assert (city["polling_stations"], city["voters"], city["required"], city["packed"]) == (10, 3296, 3382, 3382)


def test_the_cartons_are_read(logistik: Runner, kantor: Path) -> None:
    rows = logistik("inspect", "koli.xlsx", "--format", "json").json["files"][0]["sheets"][0]
    assert (rows["role"], rows["data_rows"], rows["unreadable"]) == ("cartons", 5, [])
    assert rows["first_rows"][1]["values"] == {
        "cartons": "G-002", "election": "gubernur", "purpose": "", "kecamatan": "",
        "noted": 1382, "received": 1382, "condition": "Baik",
    }  # fmt: skip
