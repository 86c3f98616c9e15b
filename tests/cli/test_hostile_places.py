"""Places where no result may stand, and names that the system or the record does not take."""

import os
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.tools import ROOT, Runner

LONG = "x" * 250
TORN = os.fsdecode(b"g\xff")


@pytest.fixture
def issued(logistik: Runner, samples: Path) -> Runner:
    """The sample workspace with one letter issued in three text formats."""
    logistik("audit", "gudang.xlsx")
    ran = logistik(
        "request", "--issue", "--jenis", "walikota", "--number", "1/A", "-o", "a.txt", "-o", "a.md", "-o", "a.json"
    )
    assert ran.status == 0, ran.err
    return logistik


@pytest.mark.parametrize(
    "words",
    [
        ["rule", "-o", "a.txt"],
        ["rule", "-o", "logistik.toml"],
        ["inspect", "gudang.xlsx", "-o", "a.md"],
        ["inspect", "gudang.xlsx", "-o", "logistik.toml"],
        ["template", "check", "surat.docx", "-o", "a.json"],
        ["log", "-o", "a.txt"],
        ["audit", "gudang.xlsx", "--no-ledger", "-o", "a.txt"],
    ],
)
def test_no_command_overwrites_an_issued_letter_or_the_settings(issued: Runner, words: list[str]) -> None:
    issued("init", ".", "--templat")
    target = issued.folder / words[-1]
    before = target.read_bytes()
    ran = issued(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "tidak ditimpa" in ran.err
    assert target.read_bytes() == before


def test_an_issued_letter_is_safe_from_commands_in_another_folder(
    issued: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = issued.folder / "a.txt"
    before = letter.read_bytes()
    elsewhere = issued.folder / "lain"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert issued("rule", "-o", "../a.txt").status == 2
    assert letter.read_bytes() == before
    assert issued("rule", "-o", "kode.txt").status == 0
    assert issued("rule", "LG601", "-o", "kode.txt").status == 0


def test_an_issued_letter_is_safe_where_there_are_no_settings(issued: Runner) -> None:
    (issued.folder / "logistik.toml").unlink()
    before = (issued.folder / "a.txt").read_bytes()
    assert issued("rule", "-o", "a.txt").status == 2
    assert (issued.folder / "a.txt").read_bytes() == before


def test_what_a_spoilt_record_cannot_vouch_for_is_not_overwritten(issued: Runner) -> None:
    (issued.folder / ".logistik" / "ledger.db").write_bytes(b"rusak")
    ran = issued("rule", "-o", "a.txt")
    assert ran.status == 2
    assert "a.txt sudah ada, dan ledger di foldernya tidak dapat dibaca" in ran.err
    assert issued("rule", "-o", "baru.txt").status == 0


@pytest.mark.parametrize("folder", ["files", "inputs", "files/dalam", "../.logistik/files"])
def test_no_result_stands_among_the_kept_copies(issued: Runner, folder: str) -> None:
    place = issued.folder / ".logistik" / folder
    place.mkdir(parents=True, exist_ok=True)
    before = sorted(place.iterdir())
    for words in (["rule"], ["log"], ["request"], ["audit", "gudang.xlsx"]):
        ran = issued(*words, "-o", f"{place}/hasil.txt")
        assert ran.status == 2
        assert "ada di folder ledger" in ran.err
    assert sorted(place.iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [
        ["rule", "-o", f"{LONG}.txt"],
        ["request", "--issue", "--jenis", "gubernur", "-o", f"{LONG}.pdf"],
        ["request", "gudang.xlsx", "-o", f"{LONG}{LONG}.pdf"],
        ["minutes", "handover", "-o", f"{LONG}{LONG}.md"],
        ["audit", "gudang.xlsx", "--annotate", f"{LONG}.xlsx"],
        ["backup", f"{LONG}.db"],
        ["backup", f"{LONG}.zip"],
        ["backup", f"{LONG}{LONG}.zip"],
        ["init", LONG * 2, "--yes"],
        ["sign", "1/A", "--file", f"s.{'x' * 220}"],
    ],
)
def test_a_name_that_is_too_long_is_said(issued: Runner, words: list[str]) -> None:
    if words[0] == "sign":
        (issued.folder / words[-1]).write_bytes(b"pindaian")
    before = sorted(path.name for path in issued.folder.rglob("*"))
    ran = issued(*words)
    assert ran.status == 2
    assert "Kesalahan di dalam" not in ran.err
    assert len(ran.err.splitlines()) == 2
    assert [path for path in sorted(path.name for path in issued.folder.rglob("*")) if path not in before] in (
        [],
        [path.name for path in (issued.folder / ".logistik" / "inputs").glob("*") if path.name not in before],
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="every name is Unicode there")
def test_a_name_that_is_not_unicode_is_said_and_not_recorded(issued: Runner) -> None:
    folder = issued.folder
    (folder / f"{TORN}.xlsx").write_bytes((folder / "gudang.xlsx").read_bytes())
    (folder / f"{TORN}.pdf").write_bytes(b"pindaian")
    for words in (
        ["audit", f"{TORN}.xlsx"],
        ["sign", "1/A", "--file", f"{TORN}.pdf"],
        ["request", "--issue", "--jenis", "gubernur", "-o", f"{TORN}-surat.pdf"],
    ):
        ran = issued(*words)
        assert ran.status == 2, words
        assert "memuat huruf yang bukan Unicode, jadi tidak dapat dicatat" in ran.err
        assert "Kesalahan" not in ran.err
    assert not (folder / f"{TORN}-surat.pdf").exists()
    assert issued("verify").status == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="every name is Unicode there")
def test_a_workspace_whose_folder_is_not_unicode_is_verified_and_backed_up(
    issued: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = issued.folder.rename(issued.folder.with_name(TORN))
    monkeypatch.chdir(moved)
    assert issued("verify").status == 0
    assert issued("backup", "cadangan.zip").status == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_letter_that_the_screen_did_not_take_is_said_to_be_recorded(logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "logistik", "request", "--issue", "--jenis", "walikota"],
            cwd=samples,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=120,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )
    assert done.returncode == 2
    assert "Surat keluar tercatat: catatan nomor 2" in done.stderr
    assert "Hasil tidak dapat ditulis" in done.stderr


class _Pressed(sqlite3.Connection):
    """A connection at whose COMMIT somebody presses Ctrl-C."""

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        cursor = super().execute(sql, *values)
        if sql == "COMMIT":
            raise KeyboardInterrupt
        return cursor


def test_a_letter_whose_entry_stands_keeps_its_file_though_ctrl_c_was_pressed(
    logistik: Runner, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logistik("audit", "gudang.xlsx")
    monkeypatch.setattr("logistik.ledger.store.sqlite3.connect", partial(sqlite3.connect, factory=_Pressed))
    ran = logistik("request", "--issue", "--jenis", "walikota", "-o", "surat.txt")
    assert ran.status == 0
    assert "Surat keluar tercatat: catatan nomor 2" in ran.err
    assert (samples / "surat.txt").exists()
