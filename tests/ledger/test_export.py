"""The export, and the script of the documentation that checks it without our code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from logistik.core.codes import ANCHOR, code_of
from logistik.ledger.store import Ledger
from tests.ledger.letters import DOCUMENT, correspond
from tests.tools import ROOT, Runner

SCRIPT = ROOT / "docs" / "verify_ledger.py"


@pytest.fixture
def exported(logistik: Runner) -> list[str]:
    """The lines of an export of nine entries."""
    correspond(logistik.folder)
    ran = logistik("export")
    assert (ran.status, ran.err) == (0, "")
    return ran.out.splitlines(keepends=True)


def checked(folder: Path, lines: list[str], *anchor: str) -> tuple[int, str]:
    """The script's exit status and what it prints, without our package anywhere near."""
    (folder / "ledger.jsonl").write_text("".join(lines), "utf-8", newline="\n")
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT), "ledger.jsonl", *anchor],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def anchor(lines: list[str], number: int) -> str:
    """The anchor of the entry of a number."""
    return code_of(json.loads(lines[number - 1])["hash"], ANCHOR)


def test_the_script_is_short_and_stands_alone() -> None:
    lines = SCRIPT.read_text("utf-8").splitlines()
    assert len(lines) <= 50
    assert not [line for line in lines if "logistik" in line and "import" in line]


def test_an_entry_a_line_with_the_payload_that_is_hashed(exported: list[str], logistik: Runner) -> None:
    entries = Ledger(logistik.folder).entries()
    assert [json.loads(line) for line in exported] == [entry._asdict() for entry in entries]
    assert list(json.loads(exported[0])) == ["number", "recorded_at", "kind", "payload", "previous", "hash"]
    assert logistik("export", "-o", "ledger.jsonl").status == 0
    assert (logistik.folder / "ledger.jsonl").read_text("utf-8") == "".join(exported)


def test_an_export_never_takes_the_place_of_a_letter(exported: list[str], logistik: Runner) -> None:
    before = (logistik.folder / DOCUMENT).read_bytes()
    ran = logistik("export", "-o", DOCUMENT)
    assert (ran.status, (logistik.folder / DOCUMENT).read_bytes()) == (2, before)


def test_a_good_export_is_whole(exported: list[str], tmp_path: Path) -> None:
    status, said = checked(tmp_path, exported)
    assert status == 0
    assert said == f"whole: 9 entries, anchor {anchor(exported, 9)}\n"
    status, said = checked(tmp_path, exported, anchor(exported, 4).lower().replace("0", "o"))
    assert (status, said.splitlines()[1]) == (0, "anchor found at place 4 of 9")


def test_a_forged_export_is_not(exported: list[str], tmp_path: Path) -> None:
    forged = [exported[0], exported[1].replace("Percetakan", "Percetakam"), *exported[2:]]
    assert checked(tmp_path, forged) == (1, "entry 2 is not what its hash says\n")


def test_an_export_without_an_entry_in_the_middle_is_not(exported: list[str], tmp_path: Path) -> None:
    status, said = checked(tmp_path, [*exported[:2], *exported[3:]])
    assert status == 1
    assert said.splitlines() == [
        "entry 3 is missing: 4 follows 2",
        "entry 4 does not name the hash of the one before it",
    ]


def test_a_cut_off_export_is_whole_only_as_long_as_nobody_has_an_anchor(exported: list[str], tmp_path: Path) -> None:
    assert checked(tmp_path, exported[:5])[0] == 0
    status, said = checked(tmp_path, exported[:5], anchor(exported, 6))
    assert status == 1
    assert said.startswith(f"no entry has the anchor {anchor(exported, 6)}")


def test_an_empty_ledger_exports_nothing(logistik: Runner) -> None:
    ran = logistik("export")
    assert (ran.status, ran.out) == (2, "")
    assert "Belum ada ledger di sini" in ran.err
