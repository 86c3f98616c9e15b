"""Codes of regions: beside a name, alone, with and without dots, spoilt by Excel."""

import csv
from itertools import combinations
from pathlib import Path

import pytest

from logistik.core.grid import Value
from logistik.core.regions import CITY, RegionKey
from logistik.ingest.codes import code_in, is_spoilt, without_code
from logistik.ingest.finder import Misfit
from logistik.ingest.likeness import Choices
from logistik.ingest.names import region_key
from tests.ingest.sheets import book, grid


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("64.71.06-BALIKPAPAN KOTA", "BALIKPAPAN KOTA"), ("6471061001 - PRAPATAN", "PRAPATAN"),
        ("PRAPATAN (64.71.06.1001)", "PRAPATAN"), ("[64.71] Kota", "Kota"), ("1658390001-TPS 001", "TPS 001"),
        ("64.71.06", "64.71.06"), ("6471061001", "6471061001"), ("2 Ulu", "2 Ulu"), ("9/10 Ulu", "9/10 Ulu"),
        ("Damai (2024)", "Damai (2024)"), ("Sepinggan 2", "Sepinggan 2"), ("Damai", "Damai"), ("", ""),
    ],
)  # fmt: skip
def test_a_code_beside_a_name_is_taken_off(text: str, rest: str) -> None:
    assert without_code(text) == rest


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("64.71.06.1001", "6471.06.1001", True), ("64.71.06.1001", "64.71.06.1001", True),
        ("6471061001", "6471061001", True), ("64.71.06.1001", "6471061001", False),
    ],
)  # fmt: skip
def test_a_code_with_dots_is_never_one_without(one: str, other: str, *, same: bool) -> None:
    assert (code_in(one) == code_in(other)) is same


@pytest.mark.parametrize("text", ["", "1", "12", "2024", "64.71", "Damai", "1.250", "1.250.000", "12.11.2024", "SS-01"])
def test_a_count_a_day_or_a_word_is_no_code(text: str) -> None:
    assert code_in(text) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("6,47E+12", True), ("6.47E+12", True), ("6E+12", True), ("6.47101e12", True), (6.471061001001e15, True),
        (6471061001001001, True), (6471061001001.0, False), ("6471061001001", False), ("64.71.06", False), ("", False),
        ("E+12", False), (True, False),
    ],
)  # fmt: skip
def test_a_code_that_lost_digits_is_spoilt(value: Value, *, expected: bool) -> None:
    assert is_spoilt(value) is expected


DPT = """
    Kecamatan | Kelurahan | Kode          | TPS | DPT
    Kota      | Damai     | {damai}       | 1   | 400
    Kota      | Prapatan  | {prapatan}    | 1   | 300
    Barat     | Baru Ilir | {baru}        | 1   | 300
"""
DOTTED = {"damai": "64.71.06.1005", "prapatan": "64.71.06.1001", "baru": "64.71.02.1001"}
PLAIN = {name: f'"{code.replace(".", "")}"' for name, code in DOTTED.items()}
DAMAI = RegionKey("kota", "damai")


def found(codes: dict[str, str], *rows: str, head: str = "Jenis | Kode | Diterima | Baik") -> list[object]:
    """The region of each row of a warehouse, or why it has none."""
    stock = grid("\n".join([head, *(f"Gubernur | {row} | 100 | 90" for row in rows)]), sheet="Stok")
    return [entry.misfit or entry.key for entry in book([grid(DPT.format(**codes), sheet="DPT"), stock]).entries]


def test_a_row_with_a_code_alone_is_the_region_beside_which_the_list_has_that_code() -> None:
    assert found(DOTTED, "64.71.06.1005") == [DAMAI]
    assert found(PLAIN, '"6471061005"') == [DAMAI]
    assert found(DOTTED, "64.71.06.1005", head="Jenis | Kelurahan | Diterima | Baik") == [DAMAI]


def test_the_code_of_a_list_may_stand_beside_the_name_in_one_cell() -> None:
    dpt = grid("Kecamatan | Kelurahan | TPS | DPT\n64.71.06 - Kota | Damai (64.71.06.1005) | 1 | 400", sheet="DPT")
    rows = "Gubernur | 64.71.06.1005 | 9 | 9\nGubernur | 64.71.06 | 9 | 9"
    stock = grid(f"Jenis | Kode | Diterima | Baik\n{rows}", sheet="Stok")
    assert [entry.key for entry in book([dpt, stock]).entries] == [DAMAI, RegionKey("kota")]


def test_codes_of_two_systems_are_never_matched() -> None:
    assert found(DOTTED, '"6471061005"') == [Misfit.CODE]
    assert found(PLAIN, "64.71.06.1005") == [Misfit.CODE]


def test_one_code_that_the_list_does_not_have_makes_all_codes_without_dots_doubtful() -> None:
    assert found(PLAIN, '"6471061005"', '"6471020099"') == [Misfit.CODE, Misfit.CODE]
    assert found(DOTTED, "64.71.06.1005", "64.71.02.1099") == [DAMAI, Misfit.CODE]


def test_a_code_beside_another_name_makes_all_codes_without_dots_doubtful() -> None:
    head = "Jenis | Kelurahan | Kode | Diterima | Baik"
    rows = ('Prapatan | "6471061005"', '| "6471061001"')
    assert found(PLAIN, *rows, head=head) == [RegionKey("kota", "prapatan"), Misfit.CODE]


def test_a_spoilt_code_alone_is_no_region_and_no_code_is_the_city() -> None:
    assert found(DOTTED, '"6,47E+12"', "", '"SS-01"') == [Misfit.CODE, CITY, CITY]


def test_the_name_counts_where_a_code_says_something_else() -> None:
    head = "Jenis | Kelurahan | Kode | Diterima | Baik"
    assert found(DOTTED, "Prapatan | 64.71.06.1005", head=head) == [RegionKey("kota", "prapatan")]


def test_the_real_kelurahan_are_all_different_and_none_is_suggested_for_another(real_files: Path) -> None:
    with (real_files / "balikpapan-region-codes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    spelt = [
        {region_key(row[column], "kelurahan") for column in ("kelurahan_kemendagri_2025", "nama_kpu_sirekap_2024")}
        for row in rows
    ]
    assert len(spelt) == 34
    assert not any(one & other for one, other in combinations(spelt, 2))
    names = {row["kode_kemendagri"]: row["nama_kpu_sirekap_2024"] for row in rows}
    choices = Choices(names)
    for row in rows:
        assert choices.nearest(row["nama_bps"]) == row["kode_kemendagri"]
        others = Choices({code: name for code, name in names.items() if code != row["kode_kemendagri"]})
        assert others.nearest(row["nama_bps"]) != row["kode_kemendagri"]


def test_the_real_codes_collide_without_dots_and_are_told_apart_with_them(real_files: Path) -> None:
    with (real_files / "balikpapan-region-codes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    bps = {row["kode_bps"]: row["nama_bps"] for row in rows}
    clash = [row for row in rows if bps.get(row["kode_kemendagri_tanpa_titik"], row["nama_bps"]) != row["nama_bps"]]
    assert clash
    assert not {code_in(row["kode_kemendagri"]) for row in rows} & {code_in(code) for code in bps}


@pytest.mark.parametrize(
    ("listed", "counted", "matched"),
    [
        ("kode_bps", "kode_bps", 34),
        ("kode_kemendagri", "kode_kemendagri", 34),
        ("kode_bps", "kode_kemendagri_tanpa_titik", 0),
        ("kode_kemendagri_tanpa_titik", "kode_bps", 0),
        ("kode_kemendagri", "kode_kemendagri_tanpa_titik", 0),
    ],
)
def test_the_real_codes_of_one_system_find_each_kelurahan_and_those_of_another_none(
    listed: str, counted: str, matched: int, real_files: Path
) -> None:
    with (real_files / "balikpapan-region-codes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    head: list[Value] = ["Kecamatan", "Kelurahan", "Kode", "TPS", "DPT"]
    roll = [head, *([row["kecamatan"], row["nama_bps"], row[listed], 1, 100] for row in rows)]
    top: list[Value] = ["Jenis", "Kode", "Diterima", "Baik"]
    stock = [top, *(["Gubernur", row[counted], 103, 103] for row in rows)]
    entries = book([grid(roll, sheet="DPT"), grid(stock, sheet="Stok")]).entries
    right = [
        entry.key == RegionKey(region_key(row["kecamatan"], "kecamatan"), region_key(row["nama_bps"], "kelurahan"))
        for entry, row in zip(entries, rows, strict=True)
    ]
    assert right.count(True) == matched
    assert all(entry.key is None for entry, fits in zip(entries, right, strict=True) if not fits)
