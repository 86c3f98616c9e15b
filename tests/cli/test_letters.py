"""What letters say in the cases that are not the usual one."""

import re
from pathlib import Path

import pytest

from tests.tools import Rows, Runner, write_xlsx

ROLL: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    ["Kota Uji", "Utara", "Mawar", 1, 400],
    ["Kota Uji", "Selatan", "Kenanga", 1, 400],
]
"""410 sheets are needed in each kecamatan, 820 in the city."""

HEAD = ["Jenis Pemilihan", "Kecamatan", "Dipesan", "Diterima", "Baik", "Rusak"]


def letter(logistik: Runner, *rows: list[object], words: tuple[str, ...] = ()) -> str:
    """The letters that a stock of these rows leads to, on single lines."""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": [HEAD, *rows]})
    ran = logistik("request", "dpt.xlsx", "stok.xlsx", *words)
    assert ran.status == 0, ran.err
    return " ".join(ran.out.split())


def test_a_need_above_the_decision_is_named_and_not_called_a_surplus(logistik: Runner) -> None:
    text = letter(
        logistik,
        ["Gubernur", "", 800, 790, 790, 0],
        ["Gubernur", "Utara", "", 395, 395, 0],
        ["Gubernur", "Selatan", "", 395, 395, 0],
    )
    assert "sebanyak 10 (sepuluh) lembar" in text
    assert "20 lembar di atas jumlah yang ditetapkan; bagian itu tidak diminta dan perlu keputusan baru" in text
    assert "kelebihan" not in text


def test_surplus_elsewhere_is_said_to_the_city_and_to_the_kecamatan(logistik: Runner) -> None:
    rows: tuple[list[object], ...] = (
        ["Gubernur", "Utara", "", 420, 420, 0],
        ["Gubernur", "Selatan", "", 380, 380, 0],
    )
    assert "berjumlah 10 lembar lebih banyak daripada ini" in letter(logistik, *rows)
    kecamatan = letter(logistik, *rows, words=("--kecamatan", "selatan"))
    assert "sebanyak 30 (tiga puluh) lembar" in kecamatan
    assert "10 lembar dapat ditutup dari kelebihan di wilayah lain" in kecamatan


@pytest.mark.parametrize(("received", "good", "damaged"), [(2000, 1950, 20), (1990, 1990, 0), (1990, "", 5)])
def test_the_bridge_of_a_revote_letter_adds_up(received: int, good: object, damaged: int, logistik: Runner) -> None:
    text = letter(logistik, ["Wali Kota PSU", "", 2000, received, good, damaged], ["Gubernur", "", 820, 820, 820, 0])
    found = re.search(
        r"\(dipesan\) ([\d.]+) dikurangi surat suara baik atau tersegel - ([\d.]+) ─+ Permintaan ([\d.]+)", text
    )
    assert found, text
    base, usable, request = (int(each.replace(".", "")) for each in found.groups())
    assert base - usable == request > 0


def test_what_was_not_counted_is_said_with_the_need_and_what_to_fill_in(logistik: Runner) -> None:
    text = letter(logistik, ["Gubernur", "", 820, 815, 815, 0], words=("--kecamatan", "utara"))
    assert "stok Kecamatan Utara belum dihitung" in text
    assert "Kebutuhan Kecamatan Utara: 410 lembar (1 TPS, 400 pemilih)" in text
    assert "Kota Uji: dasar 820, diterima 815, baik 815, permintaan 5 lembar" in text
    assert "Yang perlu diisi: Diterima, Baik, dan Rusak" in text


def test_nothing_to_ask_is_said(logistik: Runner) -> None:
    assert letter(logistik, ["Gubernur", "", 820, 820, 820, 0]) == "Tidak ada yang perlu diminta untuk Kota Uji."


@pytest.mark.parametrize("words", [(), ("--kecamatan", "utara")])
def test_nothing_missing_so_far_is_not_nothing_to_ask_while_a_station_has_no_voters(
    words: tuple[str, ...], logistik: Runner
) -> None:
    roll: Rows = [["Kecamatan", "Kelurahan", "TPS", "Jumlah"], ["Utara", "A", 1, 400], ["Utara", "A", 2, None]]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": roll})
    stock: Rows = [["Jenis Pemilihan", "Kecamatan", "Diterima", "Baik", "Rusak"], ["Gubernur", "Utara", 500, 500, 0]]
    write_xlsx(logistik.folder / "gudang.xlsx", {"Stok": stock})
    text = " ".join(logistik("request", "dpt.xlsx", "gudang.xlsx", *words).out.split())
    assert "Tidak ada yang perlu diminta" not in text
    assert "tanpa jumlah pemilih, jadi belum diketahui apakah ada yang perlu diminta" in text
    assert "paling sedikit 410 lembar (2 TPS, 400 pemilih)" in text
    made = logistik("request", *words, "--format", "json").json
    assert made["letters"] == []
    assert made["uncounted"] == [{"election": "gubernur", "required": 410}]


def test_what_the_office_did_not_configure_is_a_dotted_line(logistik: Runner) -> None:
    text = letter(logistik, ["Wali Kota", "", 820, 800, 800, 0])
    assert "Yth. Pimpinan ........................" in text
    assert "Keputusan penetapan jumlah surat suara Nomor ........................" in text
    assert "1519" not in text, "an assumed basis"


@pytest.mark.parametrize(
    ("day", "said"),
    [("2024-11-12", "Biasa"), ("2024-11-13", "Segera"), ("2024-11-19", "Segera"), ("2024-11-20", "Sangat Segera")],
)
def test_a_letter_is_the_more_urgent_the_nearer_voting_day_is(day: str, said: str, logistik: Runner) -> None:
    text = letter(logistik, ["Wali Kota", "", 820, 800, 800, 0], words=("--as-of", day))
    assert f"Sifat : {said} Lampiran" in text


def test_the_annex_lists_every_finding_of_the_audit_and_what_was_set_aside(logistik: Runner) -> None:
    """Bawaslu reads in one letter all that was found, also of other regions and elections, and what does not count."""
    rows: tuple[list[object], ...] = (
        ["Gubernur", "Utara", "", 400, 400, 0],
        ["Gubernur", "Selatan", "", 390, 390, 0],
        ["Wali Kota", "Utara", "", 380, 380, 0],
    )
    letter(logistik, *rows)
    audit = logistik("audit", "dpt.xlsx", "stok.xlsx", "--ignore", "LG612", "--format", "json").json
    assert audit["findings"]
    assert audit["set_aside"]
    assert logistik("request", "--kecamatan", "utara", "--jenis", "gubernur", "-o", "surat.txt").status == 0
    _, _, annex = (logistik.folder / "surat.txt").read_text("utf-8").partition("Temuan audit\n")
    counting, _, aside = annex.partition("Temuan yang dikecualikan atau tidak dihitung\n")
    for text, found in ((counting, audit["findings"]), (aside, [each["finding"] for each in audit["set_aside"]])):
        lines = [" ".join(each.split()) for each in text.split("\n- ")[1:]]
        assert [line.partition(";")[0] for line in lines] == [each["code"] for each in found]
        assert all(each["message"] in line for line, each in zip(lines, found, strict=True))


def test_a_row_that_stands_twice_counts_once_and_its_first_cell_is_named(logistik: Runner) -> None:
    letter(logistik, *[["Gubernur", "Utara", "", 400, 395, 5]] * 2, words=("--kecamatan", "utara", "-o", "surat.txt"))
    text = " ".join((logistik.folder / "surat.txt").read_text("utf-8").split())
    assert "Kecamatan Utara; Baik; 395; stok.xlsx!Stok!E2 -" in text
    assert "stok.xlsx!Stok!E3" not in text.partition("Temuan audit")[0]


def test_no_letter_speaks_of_additional_sheets(logistik: Runner, samples: Path) -> None:
    for words in ([], ["--kecamatan", "balikpapan-kota"]):
        assert "tambahan" not in logistik("request", "gudang.xlsx", *words).out.casefold()
