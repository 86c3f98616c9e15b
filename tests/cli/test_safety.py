"""What must not happen: an input overwritten, a cell obeyed as formula, escape or markup, a draft taken for final."""

from pathlib import Path

import pytest

from logistik.documents.words import amount
from tests.tools import Runner, write_xlsx

ESCAPE = "\x1b[31m"


def write_books(folder: Path, kecamatan: str, *, unsorted: int = 0) -> None:
    """A voter list of one TPS (400 voters, 410 sheets) and a stock of 400 sheets, in a kecamatan of any name."""
    write_xlsx(
        folder / "dpt.xlsx", {"DPT": [["Kecamatan", "Kelurahan", "TPS", "Jumlah"], [kecamatan, "Mawar", 1, 400]]}
    )
    head = ["Jenis Pemilihan", "Kecamatan", "Diterima", "Baik", "Belum Disortir"]
    write_xlsx(folder / "stok.xlsx", {"Stok": [head, ["Gubernur", kecamatan, 400, 400 - unsorted, unsorted]]})


def test_an_input_is_never_overwritten(logistik: Runner, samples: Path) -> None:
    before = (samples / "dpt.xlsx").read_bytes()
    for words in (["audit"], ["request"]):
        ran = logistik(*words, "gudang.xlsx", "-o", "dpt.xlsx")
        assert ran.status == 2
        assert "dpt.xlsx adalah berkas masukan" in ran.err
    assert (samples / "dpt.xlsx").read_bytes() == before


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_name_is_no_formula_in_csv(sign: str, logistik: Runner) -> None:
    write_books(logistik.folder, f"{sign}1+1 Utara")
    rows = logistik("audit", "dpt.xlsx", "stok.xlsx", "--format", "csv").out.splitlines()
    kecamatan = [cell for row in rows[1:] for cell in row.split(",") if "1+1" in cell]
    assert kecamatan
    assert all(cell.startswith("'") for cell in kecamatan)


def test_a_cell_that_cannot_be_read_sends_no_escape_to_the_screen(logistik: Runner) -> None:
    (logistik.folder / "dpt.csv").write_text(f"Kecamatan,Kelurahan,TPS,Jumlah\nUtara,Mawar,1,{ESCAPE}x\n", "utf-8")
    ran = logistik("audit", "dpt.csv")
    assert "LG301" in ran.out
    assert "\x1b" not in ran.out + ran.err


def test_a_name_is_no_markup_in_a_markdown_letter(logistik: Runner) -> None:
    write_books(logistik.folder, "[klik](x) <b>|Utara")
    text = logistik("request", "dpt.xlsx", "stok.xlsx", "--format", "markdown").out
    assert r"\[klik\](x) \<b\>\|Utara" in text
    assert "[klik](x)" not in text.replace(r"\[klik\]", "")


def test_a_provisional_request_says_so_on_the_screen_and_in_the_letter(logistik: Runner) -> None:
    write_books(logistik.folder, "Utara", unsorted=30)
    screen = logistik("audit", "dpt.xlsx", "stok.xlsx").out
    assert "40*" in screen
    assert "* Sementara; permintaan keseluruhan paling sedikit 10." in screen
    letter = " ".join(logistik("request").out.split())
    assert "DRAF SEMENTARA" in letter
    assert "paling sedikit 10 lembar" in letter


def test_options_that_change_an_audit_need_the_files(logistik: Runner, samples: Path) -> None:
    assert logistik("audit", "gudang.xlsx").status == 1
    for words in (["--as-of", "2024-11-20"], ["--ruleset", "pilkada-2020"]):
        ran = logistik("request", *words)
        assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        (1_001_000, "1.001.000 (satu juta seribu) lembar"),
        (1_000, "1.000 (seribu) lembar"),
        (21_000, "21.000 (dua puluh satu ribu) lembar"),
        (534_475, "534.475 (lima ratus tiga puluh empat ribu empat ratus tujuh puluh lima) lembar"),
    ],
)
def test_amounts_are_said_in_indonesian(sheets: int, said: str) -> None:
    assert amount(sheets) == said
