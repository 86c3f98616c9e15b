"""The whole way with the real commands: audit, letter, signature, receipt; then papers are held against the record."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.tools import Runner

NUMBER = "123/PP.09.4-SD/6471/2024"
ISSUE = ("request", "--jenis", "walikota", "--issue", "--number", NUMBER, "--date", "2024-11-13")


@pytest.fixture
def office(logistik: Runner, samples: Path) -> Path:
    """The samples with a letter that was issued, signed and partly answered."""
    (samples / "pindai.pdf").write_bytes(b"%PDF-1.7 pindaian")
    receipt = ("receive", NUMBER, "--good", "400", "--damaged", "4", "--bast", "BA-9", "--date", "2024-11-15")
    assert logistik("audit", "gudang.xlsx").status == 1
    assert logistik(*ISSUE, "-o", "resmi.txt", "-o", "resmi.md").status == 0
    assert logistik("sign", NUMBER, "--file", "pindai.pdf").status == 0
    assert logistik(*receipt).status == 0
    assert logistik("audit", "gudang.xlsx").status == 1
    return samples


def test_what_the_commands_record_is_whole(logistik: Runner, office: Path) -> None:
    ran = logistik("verify", "--format", "json")
    assert (ran.status, ran.json["ledger"]["faults"], ran.json["ledger"]["notes"]) == (0, [], [])
    assert [each["kind"] for each in logistik("log", "--format", "json").json["entries"]] == [
        "audit", "issue", "sign", "receive", "audit",
    ]  # fmt: skip


def test_the_papers_match_by_content_and_by_code(logistik: Runner, office: Path) -> None:
    ran = logistik("verify", "resmi.txt", "resmi.md", "pindai.pdf", "gudang.xlsx")
    assert ran.status == 0
    assert ran.out.count("COCOK") == 4
    code = re.search(r"Kode surat ([0-9A-Z-]+)", (office / "resmi.txt").read_text("utf-8"))
    assert code
    told = logistik("verify", "--code", code[1].lower()).out
    for words in (NUMBER, "13 November 2024", "Wali Kota", "418 lembar", "datang 400 lembar baik dan 4 rusak"):
        assert words in told
    (office / "resmi.txt").write_text((office / "resmi.txt").read_text("utf-8").replace("418", "481"), "utf-8")
    assert logistik("verify", "resmi.txt").status == 1
    assert "Berkas surat resmi.txt (catatan nomor 2) berubah" in " ".join(logistik("verify").out.split())


def test_the_letter_is_shown_with_all_that_came_of_it(logistik: Runner, office: Path) -> None:
    told = logistik("show", NUMBER).out
    for words in ("resmi.txt", "pindai.pdf", "BA-9, 15 November 2024", "terpenuhi sebagian"):
        assert words in told


def test_what_a_letter_changed_is_in_the_comparison(logistik: Runner, office: Path) -> None:
    changes = {
        each["figure"]: (each["before"], each["after"])
        for each in logistik("diff", "--format", "json").json["balances"]
        if each["region"]["level"] == "kota" and each["election"] == "walikota"
    }
    assert (changes["later"], changes["outstanding"]) == ((0, 400), (0, 14))


def test_a_backup_of_it_verifies_elsewhere(
    logistik: Runner, office: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert logistik("backup", "cadangan.zip").status == 0
    other = tmp_path_factory.mktemp("lain")
    with ZipFile("cadangan.zip") as archive:
        archive.extractall(other)
    monkeypatch.chdir(other)
    assert logistik("verify").status == 0
    assert logistik("verify", "resmi.md", "pindai.pdf").status == 0
