"""Which format is meant: by its name, by the ending of -o, and what cannot be shown on a screen."""

import json
from pathlib import Path

import pytest

from logistik.cli.formats import FORMATS
from tests.tools import Runner

BEGINNINGS = {
    "hasil.xlsx": b"PK\x03\x04",
    "HASIL.XLSX": b"PK\x03\x04",
    "hasil.json": b'{\n  "schema": "logistik.audit/1"',
    "hasil.csv": b"level,provinsi,",
    "hasil.sarif": b'{\n  "$schema": "https://docs.oasis-open.org/sarif',
    "hasil.sarif.json": b'{\n  "$schema": "https://docs.oasis-open.org/sarif',
    "hasil.xml": b"<?xml version",
    "hasil.txt": b"AUDIT LOGISTIK SURAT SUARA",
    "hasil": b"AUDIT LOGISTIK SURAT SUARA",
}

WORKSPACE = {"dpt.xlsx", "gudang.xlsx", "koli.xlsx", "logistik.toml", "pengesetan.xlsx"}
"""The files of the sample workspace."""


@pytest.mark.parametrize("name", BEGINNINGS)
def test_the_ending_of_the_file_asks_for_its_format(name: str, logistik: Runner, samples: Path) -> None:
    ran = logistik("audit", "gudang.xlsx", "--no-ledger", "-o", name)
    assert (ran.status, ran.out) == (1, "")
    assert (samples / name).read_bytes().startswith(BEGINNINGS[name])


def test_a_format_that_is_named_beats_the_ending(logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx", "--no-ledger", "--format", "concise", "-o", "hasil.json")
    assert (samples / "hasil.json").read_text("utf-8").startswith("gudang.xlsx!Rekap Sortir!P7: LG506 ")


def test_a_workbook_needs_a_file_and_nothing_is_recorded_without_one(logistik: Runner, samples: Path) -> None:
    ran = logistik("audit", "gudang.xlsx", "--format", "xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert "-o hasil.xlsx" in ran.err
    assert not (samples / ".logistik").exists()


@pytest.mark.parametrize("name", ["dpt.xlsx", "gudang.xlsx"])
def test_a_workbook_never_takes_the_place_of_an_input(name: str, logistik: Runner, samples: Path) -> None:
    before = (samples / name).read_bytes()
    ran = logistik("audit", "gudang.xlsx", "-o", name)
    assert (ran.status, (samples / name).read_bytes()) == (2, before)
    assert {path.name for path in samples.iterdir()} == WORKSPACE


def test_an_unknown_format_is_told_the_known_ones(logistik: Runner, samples: Path) -> None:
    ran = logistik("audit", "gudang.xlsx", "--format", "pdf")
    assert ran.status == 2
    assert ", ".join(FORMATS) in ran.err


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("never", 0)])
def test_every_format_keeps_the_exit_status(
    name: str, fail_on: str, status: int, logistik: Runner, samples: Path
) -> None:
    words = ("audit", "gudang.xlsx", "--no-ledger", "--format", name, "--fail-on", fail_on, "-o", "hasil")
    assert logistik(*words).status == status
    assert (samples / "hasil").stat().st_size > 0


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_bytes_again(name: str, logistik: Runner, samples: Path) -> None:
    for file in ("satu", "dua"):
        logistik("audit", "gudang.xlsx", "--no-ledger", "--format", name, "-o", file)
    assert (samples / "satu").read_bytes() == (samples / "dua").read_bytes()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "xlsx"])
def test_a_voter_list_alone_can_be_shown_in_every_format(name: str, logistik: Runner, samples: Path) -> None:
    ran = logistik("audit", "dpt.xlsx", "--no-ledger", "--format", name)
    assert ran.status == 1
    assert "Kesalahan di dalam" not in ran.err


def test_json_by_its_ending_is_the_contract(logistik: Runner, samples: Path) -> None:
    shown = logistik("audit", "gudang.xlsx", "--no-ledger", "--format", "json")
    logistik("audit", "gudang.xlsx", "--no-ledger", "-o", "hasil.json")
    assert json.loads((samples / "hasil.json").read_text("utf-8")) == shown.json


NOT_TEXT = [
    ("audit", "gudang.xlsx", "-o", "hasil.xls"),
    ("audit", "gudang.xlsx", "-o", "hasil.PDF"),
    ("audit", "gudang.xlsx", "--format", "csv", "-o", "hasil.xlsx"),
    ("rule", "LG601", "-o", "gudang.xlsx"),
    ("request", "gudang.xlsx", "--jenis", "walikota", "--format", "text", "-o", "surat.docx"),
]


@pytest.mark.parametrize("words", NOT_TEXT)
def test_text_is_never_written_under_the_name_of_a_workbook_or_document(
    words: tuple[str, ...], logistik: Runner, samples: Path
) -> None:
    before = (samples / "gudang.xlsx").read_bytes()
    ran = logistik(*words)
    assert ran.status == 2
    assert f"{words[-1]}: hasil ini teks" in ran.err
    assert {path.name for path in samples.iterdir()} <= {*WORKSPACE, ".logistik"}
    assert (samples / "gudang.xlsx").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("audit", "gudang.xlsx", "--no-ledger", "-o", ".logistik/ledger.db"),
        ("audit", "gudang.xlsx", "--no-ledger", "--annotate", ".logistik/baru.xlsx"),
        ("rule", "-o", "./.logistik/../.logistik/ledger.db"),
    ],
)
def test_no_result_goes_into_the_folder_of_the_ledger(words: tuple[str, ...], logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx")
    before = (samples / ".logistik" / "ledger.db").read_bytes()
    ran = logistik(*words)
    assert ran.status == 2
    assert "folder ledger" in ran.err
    assert (samples / ".logistik" / "ledger.db").read_bytes() == before
    assert not (samples / ".logistik" / "baru.xlsx").exists()


@pytest.mark.parametrize("words", [("-o", f"{'a' * 300}.txt"), ("-o", "a.txt", "--annotate", f"{'a' * 300}.xlsx")])
def test_a_name_that_the_system_does_not_take_is_no_bug(
    words: tuple[str, ...], logistik: Runner, samples: Path
) -> None:
    ran = logistik("audit", "gudang.xlsx", *words)
    assert ran.status == 2
    assert "tidak dapat ditulis" in ran.err
    assert {path.name for path in samples.iterdir()} == WORKSPACE


@pytest.mark.parametrize("name", ["concise", "csv", "github"])
def test_a_format_without_a_place_for_what_does_not_count_says_it_beside_the_result(
    name: str, logistik: Runner, samples: Path
) -> None:
    words = ("audit", "gudang.xlsx", "--no-ledger", "--format", name)
    said = "Tidak dihitung sebagai temuan: 3 diabaikan\n"
    assert said in logistik(*words, "--ignore", "LG609,LG610").err
    assert logistik(*words, "--ignore", "LG609,LG610", "--quiet").err == ""
    assert "Tidak dihitung" not in logistik(*words).err


def test_a_repeated_input_of_a_request_is_not_overwritten_either(logistik: Runner, samples: Path) -> None:
    table = "Jenis Pemilihan;Diterima;Baik;Rusak\nGubernur;534475;534475;0\n"
    for name in ("stok.csv", "salinan.csv"):
        (samples / name).write_text(table, "utf-8")
    ran = logistik("request", "stok.csv", "salinan.csv", "--format", "text", "-o", "salinan.csv")
    assert (ran.status, (samples / "salinan.csv").read_text("utf-8")) == (2, table)
    assert "salinan.csv adalah berkas masukan" in ran.err


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (["-o", "neraca.xlsx"], "neraca.xlsx adalah hasil audit, bukan data"),
        (["--annotate", "tanda.xlsx"], "tanda.xlsx adalah salinan bertanda dari berkas yang sama dengan gudang.xlsx"),
    ],
)
def test_our_own_workbooks_are_not_counted_beside_the_data(
    made: list[str], said: str, logistik: Runner, samples: Path
) -> None:
    assert logistik("audit", "gudang.xlsx", *made).status == 1
    ran = logistik("audit", "*.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_two_marked_copies_of_one_file_are_not_counted_together_but_each_alone_is(
    logistik: Runner, samples: Path
) -> None:
    logistik("audit", "gudang.xlsx", "--no-ledger", "--annotate", "satu.xlsx")
    logistik("audit", "gudang.xlsx", "--no-ledger", "--ignore", "LG610", "--annotate", "dua.xlsx")
    ran = logistik("audit", "satu.xlsx", "dua.xlsx")
    assert (ran.status, "terhitung dua kali" in ran.err) == (2, True)
    assert logistik("audit", "satu.xlsx").status == 1
