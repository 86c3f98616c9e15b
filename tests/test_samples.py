"""The sample workbooks are what the script in the repository writes, and say what their README says of them."""

import importlib.util
import shutil
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.tools import SAMPLES, Ran, Runner

BOOKS = ["dpt.xlsx", "gudang.xlsx", "koli.xlsx", "pengesetan.xlsx"]


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that writes the samples; its own modules stand beside it."""
    monkeypatch.syspath_prepend(SAMPLES)
    spec = importlib.util.spec_from_file_location("generate", SAMPLES / "generate.py")
    assert spec
    assert spec.loader
    module = sys.modules["generate"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Sheet = tuple[str, object, object]


def sheets(path: Path) -> list[Sheet]:
    """Names, values and merges of every sheet."""
    book = CalamineWorkbook.from_path(str(path))
    found = (book.get_sheet_by_name(name) for name in book.sheet_names)
    return [(each.name, each.to_python(), each.merged_cell_ranges) for each in found]


def test_the_samples_are_what_the_script_writes(generator: ModuleType, tmp_path: Path) -> None:
    generator.write_samples(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == BOOKS
    for name in BOOKS:
        assert sheets(tmp_path / name) == sheets(SAMPLES / name)


def test_the_script_writes_the_same_bytes_every_time(generator: ModuleType, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        generator.write_samples(tmp_path / folder)
    for name in BOOKS:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.fixture
def audited(logistik: Runner, samples: Path) -> Ran:
    """The audit of all samples, down to the TPS."""
    for name in ("koli.xlsx", "pengesetan.xlsx"):
        shutil.copy(SAMPLES / name, samples)
    ran = logistik.audit("gudang.xlsx", "koli.xlsx", "pengesetan.xlsx", "--level", "tps")
    assert ran.status == 1, ran.err
    return ran


def test_every_cell_of_the_samples_is_understood(audited: Ran) -> None:
    assert not [code for code in audited.codes() if code < "LG400"]


def test_the_cartons_hold_what_the_warehouse_counted() -> None:
    counted = {name: table for name, table, _ in sheets(SAMPLES / "koli.xlsx")}
    for name, received in (("Koli Gubernur", 534_283), ("Koli Wali Kota", 534_210)):
        table: Any = counted[name]
        cartons = [row for row in table if row[2] == "Pemilihan"]
        assert (len(cartons), sum(row[3] for row in cartons), sum(row[4] for row in cartons)) == (
            268,
            534_475,
            received,
        )
        assert Counter(row[3] for row in cartons) == {2_000: 267, 475: 1}
    numbers: Any = counted["Koli Wali Kota"]
    assert [row[:5] for row in numbers if row[2] == "PSU"] == [
        ["PSU 1", "Wali Kota dan Wakil Wali Kota", "PSU", 2000, ""]
    ]


@pytest.mark.parametrize(
    ("election", "packed", "too_many", "too_few"), [("gubernur", 534_085, 556, 946), ("walikota", 534_063, 500, 912)]
)
def test_the_packing_comes_to_what_the_readme_says(
    audited: Ran, election: str, packed: int, too_many: int, too_few: int
) -> None:
    city = audited.balance(None, election)
    assert (city["packed"], city["polling_stations_not_packed"]) == (packed, 1)
    differences = list(off(audited, election).values())
    assert sum(each for each in differences if each > 0) == too_many
    assert -sum(each for each in differences if each < 0) == too_few


def test_in_balikpapan_kota_about_400_sheets_are_off_and_the_elections_differ(audited: Ran) -> None:
    governor, mayor = (off(audited, election, "Balikpapan Kota") for election in ("gubernur", "walikota"))
    assert sum(governor.values()) + sum(mayor.values()) == 400
    assert set(governor.values()) | set(mayor.values()) == set(range(4, 11))
    assert len(governor.keys() | mayor.keys()) == 39
    assert all(governor[tps] != mayor[tps] for tps in governor.keys() & mayor.keys())


def off(audited: Ran, election: str, kecamatan: str | None = None) -> dict[tuple[str, str], int]:
    """Sheets over the need, or under it, in every TPS where they are not right."""
    stations = [
        each
        for each in audited.json["balances"]
        if each["region"]["level"] == "tps"
        and each["election"] == election
        and kecamatan in (None, each["region"]["kecamatan"])
    ]
    found = {
        (each["region"]["kelurahan"], each["region"]["tps"]): (each["packed"] or 0) - each["required"]
        for each in stations
    }
    return {tps: sheets for tps, sheets in found.items() if sheets}
