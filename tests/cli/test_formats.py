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
    assert sorted(path.name for path in samples.iterdir()) == ["dpt.xlsx", "gudang.xlsx", "logistik.toml"]


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
