"""The formats of lines: one finding stays one line, whatever its text holds, and no text is obeyed."""

from typing import Any

import pytest

from logistik.core.findings import Finding
from logistik.core.places import Location, cell_name, cell_position
from logistik.core.vocabulary import Severity, Stock
from logistik.render import as_csv, as_github, concise, whatsapp
from tests.render.reports import balance, finding, kecamatan, kota, report, shown, waived

NASTY = "satu\ndua\r\ntiga\u2028empat\x1b[31m\x85lima"


def test_concise_is_one_physical_line_a_finding() -> None:
    text = concise.render(report(finding(NASTY), finding("biasa", count=1200)), shown())
    assert text.splitlines() == [
        "-: LG506 satu dua tiga empat·[31m lima",
        "-: LG506 biasa (1.200 tempat)",
    ]


def test_concise_walks_through_the_files_and_sheets_as_they_were_given() -> None:
    places = [
        Location("dpt.csv", "csv", "B2"),
        Location("stok #1.xlsx", "Alfa", "A1"),
        Location("stok #1.xlsx", "Zeta", "B10"),
        Location("stok #1.xlsx", "Zeta", "AA9"),
        Location("stok #1.xlsx", "Zeta", "Z9"),
        Location("stok #1.xlsx", "Zeta"),
        Location("stok #1.xlsx"),
        Location("lain.xlsx", "Alfa", "A1"),
        None,
    ]
    lines = concise.render(report(*(finding(place=place) for place in places)), shown()).splitlines()
    assert [line.partition(": LG506")[0] for line in lines] == [
        "-",
        "stok #1.xlsx",
        "stok #1.xlsx!Zeta",
        "stok #1.xlsx!Zeta!Z9",
        "stok #1.xlsx!Zeta!AA9",
        "stok #1.xlsx!Zeta!B10",
        "stok #1.xlsx!Alfa!A1",
        "dpt.csv!csv!B2",
        "lain.xlsx!Alfa!A1",
    ]


def test_concise_says_nothing_where_nothing_was_found() -> None:
    assert concise.render(report(), shown()) == ""


@pytest.mark.parametrize("position", [(0, 0), (8, 25), (8, 26), (0, 701), (41, 702), (1_048_575, 16_383)])
def test_a_cell_name_is_read_back(position: tuple[int, int]) -> None:
    assert cell_position(cell_name(*position)) == position


@pytest.mark.parametrize(
    ("given", "command"),
    [
        (
            finding("100% sama, a:b", Location("stok #1.xlsx", "Zeta", "B2")),
            "::error file=stok #1.xlsx,title=LG506 hasil-tertulis-berbeda::Zeta!B2: 100%25 sama, a:b%0APerbaiki.",
        ),
        (
            finding("x", Location("a,b:c%.csv", "csv", "C7"), Severity.WARNING),
            "::warning file=a%2Cb%3Ac%25.csv,line=7,title=LG506 hasil-tertulis-berbeda::csv!C7: x%0APerbaiki.",
        ),
        (
            finding("x", Location("buku.xlsx", "csv", "C7"), Severity.INFO, count=3),
            "::notice file=buku.xlsx,title=LG506 hasil-tertulis-berbeda::csv!C7: x (3 tempat)%0APerbaiki.",
        ),
        (
            finding("a\n::error::palsu"),
            "::error title=LG506 hasil-tertulis-berbeda::a ::error::palsu%0APerbaiki.",
        ),
    ],
)
def test_a_workflow_command_holds_the_text_and_only_that(given: Finding, command: str) -> None:
    assert as_github.render(report(given), shown()) == f"{command}\n"


COUNTED: dict[str, Any] = {
    "required": 410,
    "received": 400,
    "good": 390,
    "damaged": 10,
    "swapped": 0,
    "short": 10,
    "request": 20,
}


def test_no_name_adds_a_mark_to_the_whatsapp_text() -> None:
    balances = (balance(kota(), **COUNTED), balance(kecamatan("*Utara* _a_ ~b~ `c`"), **COUNTED))
    text = whatsapp.render(report(finding("*awas*\n*baris*"), balances=balances), shown("KPU *Kota*_~`"))
    bold = [line for line in text.splitlines() if "*" in line]
    assert bold == ["*Surat suara KPU ∗Kota∗ˍ∼ˋ*", "*Gubernur: minta 20 lembar*", "*Perlu ditindaklanjuti*"]
    assert not set("_~`") & set(text)


def test_the_whatsapp_text_stays_short_with_five_elections_and_many_findings() -> None:
    elections = ("ppwp", "dpr", "dpd", "dprd-provinsi", "dprd-kabkota")
    balances = tuple(balance(kota(), each, **COUNTED) for each in elections)
    balances += tuple(balance(kota(), each, Stock.REVOTE, **COUNTED) for each in elections)
    balances += tuple(balance(kecamatan(f"Kecamatan {n}"), each, **COUNTED) for n in range(9) for each in elections)
    text = whatsapp.render(
        report(*(finding("x" * 50 + " " + "y " * 400) for _ in range(40)), balances=balances), shown()
    )
    assert len(text.splitlines()) <= 20
    assert max(map(len, text.splitlines())) < 200
    assert "- dan 38 temuan lain" in text


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"required": 410}, ["*Gubernur: stok belum dihitung*", "Butuh 410"]),
        ({**COUNTED, "request": 0, "short": 0}, ["*Gubernur: cukup*"]),
        ({**COUNTED, "request": None, "good": None}, ["*Gubernur: permintaan belum diketahui*", "baik –"]),
        ({**COUNTED, "provisional": True, "request_low": 5}, ["minta 20 lembar (sementara; paling sedikit 5)"]),
        ({**COUNTED, "request": 0, "provisional": True, "request_low": 0}, ["minta 0 lembar (sementara)"]),
        ({**COUNTED, "ordered": 400}, ["Butuh 410, dipesan 400, baik 390, rusak 10, kurang kirim 10"]),
        ({**COUNTED, "swapped": 3}, ["rusak 10, salah daerah 3, kurang kirim 10"]),
        ({**COUNTED, "polling_stations_without_voters": 2}, ["Butuh paling sedikit 410"]),
    ],
)
def test_the_whatsapp_text_never_says_more_than_is_known(figures: dict[str, Any], said: list[str]) -> None:
    text = whatsapp.render(report(balances=(balance(kota(), **figures),)), shown())
    assert all(each in text for each in said), text


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("a;=1+1", "a;'=1+1"),
        ("\t=1", "'\t'=1"),
        ("＝1", "'＝1"),
        ("Sei-Tabuk", "Sei-Tabuk"),
        ("a - b", "a - b"),
    ],
)
def test_csv_begins_no_cell_with_a_formula(name: str, cell: str) -> None:
    rows = as_csv.render(report(balances=(balance(kecamatan(name)),)), shown()).splitlines()
    assert rows[1].split(",")[4] == cell


def test_what_does_not_count_is_no_line_but_the_group_is_told() -> None:
    given = report(set_aside=(waived(finding()),))
    assert concise.render(given, shown()) + as_github.render(given, shown()) == ""
    assert "Tidak dihitung sebagai temuan: 1 dikecualikan" in whatsapp.render(given, shown()).splitlines()
