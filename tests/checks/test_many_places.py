"""The same fault in a whole column or block is one finding, with a count and the first places."""

import pytest

from tests.checks.case import KOTA, Case, place, roll, sheet
from tests.tools import Rows, Runner

NAMES = [f"Sido {letter}" for letter in "ABCDEFGHIJKL"]
"""Twelve kelurahan: more places than a finding names."""
LIST = roll(*((KOTA, name, 1, 200, 200, 400) for name in NAMES))
"""One TPS of 400 voters in each, so 410 needed in each."""
PLAIN = "Jenis Pemilihan | Kelurahan | Diterima | Baik | Rusak"


def twelve(head: str, *figures: object) -> Rows:
    """The same figures in every kelurahan."""
    return sheet(head, *(("Gubernur", name, *figures) for name in NAMES))


def twelve_stations(*cells: object) -> Rows:
    """The same TPS, L, P and Jumlah in every kelurahan, below one good row in each."""
    return [*LIST, *((KOTA, name, *cells) for name in NAMES)]


ON_THE_ROLL = [
    ("LG201", "C14", twelve_stations("", 206, 206, 412)),
    (
        "LG202",
        "F3",
        roll(*(row for name in NAMES for row in ((KOTA, name, 1, 200, 200, 400), ("Jumlah", "", "", "", "", 440)))),
    ),
    ("LG301", "F14", twelve_stations(2, 200, 200, "empat ratus")),
    ("LG302", "F14", twelve_stations(2, 200, 200, -1)),
    ("LG303", "F14", twelve_stations(2, 200, 200, 0.4)),
    ("LG401", "F14", twelve_stations(2, "", "", "")),
    ("LG402", "F14", twelve_stations(2, 0, 0, 0)),
    ("LG403", "F14", twelve_stations(2, 200, 200, 410)),
    ("LG405", "C14", twelve_stations(1, 150, 150, 300)),
    ("LG406", "C14", twelve_stations(3, 200, 200, 400)),
    ("LG408", "F14", twelve_stations(2, 300, 301, 601)),
]
IN_THE_WAREHOUSE = [
    (
        "LG205",
        "A2",
        [[*row[:0], "Pilkada" if at else row[0], *row[1:]] for at, row in enumerate(twelve(PLAIN, 410, 410, 0))],
    ),
    ("LG502", "C2", twelve(PLAIN, 420, 410, 5)),
    ("LG503", "D2", twelve("Jenis Pemilihan | Kelurahan | Surat Jalan | Diterima | Baik | Rusak", 420, 420, 410, 0)),
    ("LG504", "D2", twelve("Jenis Pemilihan | Kelurahan | Dipesan | Diterima | Baik", 20000, 10, 10)),
    ("LG505", "E2", twelve(PLAIN, 4, 0, 410)),
    ("LG506", "F2", twelve(f"{PLAIN} | Permintaan", 410, 400, 10, 0)),
    ("LG507", "C14", [*twelve(PLAIN, 410, 410, 0), *twelve(PLAIN, 400, 400, 0)[1:]]),
    ("LG508", "C14", [*twelve(PLAIN, 410, 410, 0), *twelve(PLAIN, 410, 410, 0)[1:]]),
    (
        "LG509",
        "C26",
        [
            *twelve(f"{PLAIN} | Tanggal", 200, 200, 0, "1/11"),
            *twelve(PLAIN, 200, 200, 0, "2/11")[1:],
            *twelve(PLAIN, 410, 410, 0, "")[1:],
        ],
    ),
    ("LG510", "E2", twelve(f"{PLAIN} | Sobek", 417, 410, 7, 6)),
    (
        "LG511",
        "E2",
        twelve("Jenis Pemilihan | Kelurahan | Diterima | Baik | Cacat Layak Pakai | Rusak", 450, 410, 10, 5),
    ),
    ("LG512", "D2", twelve(PLAIN, 420, "", 7)),
    ("LG608", "E2", twelve(PLAIN, 420, 410, 10)),
    ("LG609", "F2", twelve(f"{PLAIN} | Salah Daerah", 420, 410, 0, 10)),
    ("LG610", "D2", twelve(PLAIN, 420, 420, 0)),
    ("LG611", "F2", twelve(f"{PLAIN} | Belum Disortir", 420, 410, 0, 10)),
]


@pytest.mark.parametrize(("code", "first", "rows"), ON_THE_ROLL)
def test_twelve_faults_of_a_voter_list_are_one_finding(code: str, first: str, rows: Rows, logistik: Runner) -> None:
    assert_one_finding(Case(about=code, dpt=rows), f"dpt.xlsx!DPT!{first}", code, logistik)


@pytest.mark.parametrize(("code", "first", "rows"), IN_THE_WAREHOUSE)
def test_twelve_faults_of_the_warehouse_are_one_finding(code: str, first: str, rows: Rows, logistik: Runner) -> None:
    assert_one_finding(Case(about=code, dpt=LIST, stock=rows), f"stok.xlsx!Stok!{first}", code, logistik)


def assert_one_finding(case: Case, first: str, code: str, logistik: Runner) -> None:
    """One finding of the code, that counts twelve places and names ten."""
    findings = [each for each in case.audit(logistik).json["findings"] if each["code"] == code]
    assert [each["count"] for each in findings if place(each) == first] == [12], [each["message"] for each in findings]
    assert len(findings) == 1
    assert len({first, *(place({"location": each}) for each in findings[0]["related"])}) == 10


@pytest.mark.parametrize(("code", "ordered"), [("LG602", 420), ("LG605", 400)])
def test_orders_that_differ_everywhere_are_one_finding_a_level(code: str, ordered: int, logistik: Runner) -> None:
    rows = twelve("Jenis Pemilihan | Kelurahan | Dipesan | Diterima | Baik", ordered, ordered, ordered)
    findings = Case(about=code, dpt=LIST, stock=rows).audit(logistik).json["findings"]
    assert [each["count"] for each in findings if each["code"] == code] == [1, 1, 12]


def test_three_places_stay_three_findings(logistik: Runner) -> None:
    rows = roll(*((KOTA, name, 1, "", "", "") for name in NAMES[:3]), *LIST[4:])
    assert Case(about="three", dpt=rows).audit(logistik).codes().count("LG401") == 3
