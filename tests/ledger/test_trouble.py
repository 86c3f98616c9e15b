"""The disk is full, the folder is read-only, another program holds the file, the clock runs backwards."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from logistik.core.errors import LogistikError
from logistik.ledger.examination import examine
from logistik.ledger.store import Ledger
from logistik.services import clock
from tests.ledger.letters import write_inputs
from tests.tools import ROOT, Runner

NOW = datetime(2024, 11, 13, 8, tzinfo=UTC)


@contextmanager
def held(ledger: Ledger, how: str) -> Iterator[None]:
    """Another program holds the file."""
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
        connection.execute(f"BEGIN {how}")
        yield
        connection.execute("ROLLBACK")


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_file_that_another_program_holds_is_said_after_a_while(how: str, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, patience=0.05)
    ledger.append("audit", "{}", NOW)
    with held(ledger, how), pytest.raises(LogistikError, match="sedang dipakai program lain"):
        ledger.append("audit", "{}", NOW)
    assert ledger.append("audit", "{}", NOW).number == 2


def test_a_file_that_is_being_written_can_be_read_and_verified(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, patience=0.05)
    ledger.append("audit", "{}", NOW)
    with held(ledger, "IMMEDIATE"):
        assert len(ledger.entries()) == 1
        assert examine(ledger.path, patience=0.05).faults == ()


def test_a_file_that_cannot_be_looked_at_is_no_finding(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, patience=0.05)
    ledger.append("audit", "{}", NOW)
    with held(ledger, "EXCLUSIVE"), pytest.raises(LogistikError, match="sedang dipakai program lain"):
        examine(ledger.path, patience=0.05)


def test_a_full_disk_is_said_and_leaves_the_ledger_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(tmp_path)
    ledger.append("audit", "{}", NOW)
    connect = sqlite3.connect

    def small(*words: object, **options: object) -> sqlite3.Connection:
        connection = connect(*words, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 8")
        return connection  # type: ignore[no-any-return]

    monkeypatch.setattr("logistik.ledger.store.sqlite3.connect", small)
    with pytest.raises(LogistikError, match="disk penuh"):
        ledger.append("audit", f'"{"x" * 99_999}"', NOW)
    monkeypatch.undo()
    assert len(examine(ledger.path).entries) == 1
    assert examine(ledger.path).faults == ()
    assert ledger.append("audit", "{}", NOW).number == 2


_LIMITED = """
import resource, signal, sys
from logistik.cli.main import run

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
raise SystemExit(run(["audit", "--dpt", "dpt.xlsx"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files here")
@pytest.mark.parametrize("room", [0, 512, 4_096, 20_000])
def test_an_audit_on_a_disk_that_takes_no_more_is_an_error_and_leaves_the_ledger_whole(
    room: int, logistik: Runner
) -> None:
    write_inputs(logistik.folder)
    ledger = Ledger(logistik.folder)
    ledger.append("audit", f'"{"x" * 30_000}"', NOW)
    limited = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(room)],
        cwd=logistik.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (limited.returncode, limited.stdout) == (2, "")
    assert "tidak dapat dipakai: disk gagal membaca atau menulis, atau sudah penuh." in limited.stderr
    assert len(ledger.entries()) == 1
    assert logistik("audit", "--dpt", "dpt.xlsx").status == 1
    assert examine(ledger.path).faults == ()


@contextmanager
def read_only(root: Path) -> Iterator[None]:
    """The folder, its ledger and all in it can only be read; root stops being root for that time."""
    paths = [root, *root.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    is_root = os.geteuid() == 0
    try:
        if is_root:
            os.seteuid(65_534)
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that any user of the machine can enter, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_read_only_folder_is_said_and_can_still_be_verified(
    public: Path, logistik: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_inputs(public)
    monkeypatch.chdir(public)
    assert logistik("audit", "--dpt", "dpt.xlsx").status == 1
    assert logistik("verify").status == 0
    assert logistik("show", "1").status == 0
    with read_only(public):
        audit, verified, shown = logistik("audit", "--dpt", "dpt.xlsx"), logistik("verify"), logistik("show", "1")
    assert (audit.status, audit.out) == (2, "")
    assert "hanya dapat dibaca" in audit.err or "izin ditolak" in audit.err
    assert "--no-ledger" in audit.err
    assert (verified.status, shown.status) == (0, 0)
    assert len(Ledger(public).entries()) == 1


def test_a_clock_that_went_back_is_told_and_the_entry_stands(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    first = ledger.append("audit", "{}", NOW)
    assert clock.clock_went_back(tmp_path, first) == ""
    second = ledger.append("audit", "{}", NOW - timedelta(days=1))
    assert clock.clock_went_back(tmp_path, second) == (
        "Jam komputer mundur: catatan nomor 2 (2024-11-12T08:00:00+00:00) lebih awal daripada catatan nomor 1 "
        "(2024-11-13T08:00:00+00:00). Tercatat juga; periksa tanggal dan jam komputer ini."
    )
    third = ledger.append("audit", "{}", NOW)
    assert clock.clock_went_back(tmp_path, third) == ""


def test_another_time_zone_is_no_clock_that_went_back(tmp_path: Path) -> None:
    from datetime import timezone

    Ledger(tmp_path).append("audit", "{}", NOW)
    west = Ledger(tmp_path).append("audit", "{}", NOW.astimezone(timezone(-timedelta(hours=3))))
    assert clock.clock_went_back(tmp_path, west) == ""


def test_an_audit_says_that_the_clock_went_back_and_verify_notes_it(logistik: Runner) -> None:
    write_inputs(logistik.folder)
    Ledger(logistik.folder).append("audit", "{}", datetime.now(UTC) + timedelta(days=2))
    ran = logistik("audit", "--dpt", "dpt.xlsx")
    assert ran.status == 1
    assert "Jam komputer mundur: catatan nomor 2" in ran.err
    verified = logistik("verify")
    assert verified.status == 0
    assert "INFO  Jam mundur: catatan nomor 2" in verified.out
