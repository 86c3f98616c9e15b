"""Packing lists and cartons in an audit: which files count, and what the contract says of them."""

from collections.abc import Sequence

import pytest

from tests.checks.case import KOTA, ROLL, sheet
from tests.tools import Rows, Runner, write_xlsx

PACKED = sheet(
    "Kecamatan | Kelurahan | TPS | Gubernur | Wali Kota",
    (KOTA, "Damai", 1, 410, 410),
    (KOTA, "Damai", 2, 205, ""),
    (KOTA, "Prapatan", "001", 308, 308),
    ("", "", "", 923, 718),
)
STOCK = sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Gubernur", 1333, 1333, 0), ("Wali Kota", 1333, 1333, 0))
CARTONS = sheet("No. Koli | Jenis Pemilihan | Isi Label | Hasil Hitung", (1, "Gubernur", 1333, 1333))
FIGURES = ("packed", "polling_stations_not_packed")


@pytest.fixture
def office(logistik: Runner) -> Runner:
    files: dict[str, tuple[str, Rows]] = {
        "dpt.xlsx": ("DPT", ROLL),
        "gudang.xlsx": ("Stok", STOCK),
        "pengesetan.xlsx": ("Pengesetan", PACKED),
        "koli.xlsx": ("Koli", CARTONS),
    }
    for name, (title, rows) in files.items():
        write_xlsx(logistik.folder / name, {title: rows})
    return logistik


def packed(office: Runner, *words: str) -> dict[tuple[str, str, str], tuple[object, ...]]:
    """The figures of packing by level, name and election, of those balances that have them."""
    balances = office.audit("gudang.xlsx", *words).json["balances"]
    return {
        (each["region"]["level"], str(each["region"]["name"]), each["election"]): tuple(
            each[figure] for figure in FIGURES if figure in each
        )
        for each in balances
        if "packed" in each and each["stock"] == "voting"
    }


def test_every_region_has_what_was_packed_and_how_many_tps_were_not(office: Runner) -> None:
    found = packed(office, "pengesetan.xlsx", "--dpt", "dpt.xlsx")
    assert found["kota", "None", "gubernur"] == (923, 1)
    assert found["kecamatan", KOTA, "walikota"] == (718, 1)
    assert found["kelurahan", "Damai", "walikota"] == (410, 1)
    assert found["kecamatan", "Balikpapan Barat", "gubernur"] == (0, 1)


def test_a_tps_has_its_own_sheets_and_no_count_of_others(office: Runner) -> None:
    found = packed(office, "pengesetan.xlsx", "--dpt", "dpt.xlsx", "--level", "tps")
    assert found["tps", "002", "gubernur"] == (205,)
    assert found["tps", "002", "walikota"] == (None,)


def test_without_a_packing_list_the_contract_is_as_it_was(office: Runner) -> None:
    assert packed(office, "--dpt", "dpt.xlsx", "--level", "tps") == {}


@pytest.mark.parametrize(
    ("settings", "words", "roles"),
    [
        ('pengesetan = "pengesetan.xlsx"\nkoli = "koli.xlsx"', (), {"dpt", "stock", "packing", "cartons"}),
        ('koli = ["k*.xlsx"]', ("pengesetan.xlsx",), {"dpt", "stock", "packing", "cartons"}),
        ("", ("koli.xlsx",), {"dpt", "stock", "cartons"}),
    ],
)
def test_the_settings_name_files_that_the_command_line_replaces(
    office: Runner, settings: str, words: Sequence[str], roles: set[str]
) -> None:
    (office.folder / "logistik.toml").write_text(f'dpt = "dpt.xlsx"\n{settings}', "utf-8")
    inputs = office.audit("gudang.xlsx", *words).json["inputs"]
    assert {each["role"] for source in inputs for each in source["sheets"]} == roles


def test_a_list_that_shows_its_voters_serves_where_there_is_no_voter_list(office: Runner) -> None:
    rows = [(kecamatan, kelurahan, tps, total, "") for kecamatan, kelurahan, tps, *_, total in ROLL[1:]]
    write_xlsx(office.folder / "pengesetan.xlsx", {"Set": sheet("Kecamatan | Kelurahan | TPS | DPT | Gubernur", *rows)})
    alone = office.audit("pengesetan.xlsx", "gudang.xlsx").json["balances"][0]
    assert (alone["voters"], alone["packed"], alone["polling_stations_not_packed"]) == (1300, 0, 4)


def test_another_voter_list_comes_before_that(office: Runner) -> None:
    rows = [(kecamatan, kelurahan, tps, 1, 2) for kecamatan, kelurahan, tps, *_ in ROLL[1:]]
    write_xlsx(office.folder / "pengesetan.xlsx", {"Set": sheet("Kecamatan | Kelurahan | TPS | DPT | Gubernur", *rows)})
    beside = office.audit("pengesetan.xlsx", "gudang.xlsx", "--dpt", "dpt.xlsx").json["balances"][0]
    assert (beside["voters"], beside["packed"]) == (1300, 8)


@pytest.mark.parametrize("again", [(KOTA, "Damai", 2, 100, 105, 205), (KOTA, "Prapatan", 2, "", "", "")])
def test_a_tps_whose_need_is_not_known_is_not_told_to_hold_too_much(office: Runner, again: tuple[object, ...]) -> None:
    write_xlsx(office.folder / "dpt.xlsx", {"DPT": [*ROLL, again]})
    more = (*PACKED[:-1], (KOTA, "Prapatan", 2, 100, 100))
    write_xlsx(office.folder / "pengesetan.xlsx", {"Pengesetan": more})
    told = office("audit", "gudang.xlsx", "pengesetan.xlsx", "--dpt", "dpt.xlsx", "--level", "tps").out
    table = told[told.index("Pengesetan: ") : told.index("Temuan")]
    assert "+" not in table
    assert "1 TPS belum diketahui kebutuhannya." in table
