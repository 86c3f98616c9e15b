"""A ledger of an older version: read and verified as it is, brought up to date by the next entry or not at all."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from logistik.core.errors import LogistikError
from logistik.ledger import schema
from logistik.ledger.examination import examine
from logistik.ledger.store import Ledger
from tests.tools import ROOT, Runner

NOW = datetime(2024, 11, 13, 8, tzinfo=UTC)
VERSION_1 = """
CREATE TABLE entries (
    number      INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    kind        TEXT NOT NULL,
    payload     TEXT NOT NULL,
    previous    TEXT NOT NULL,
    hash        TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX entries_by_kind ON entries (kind, number);
CREATE TRIGGER entries_are_final BEFORE UPDATE ON entries
    BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entries)
        OR EXISTS (SELECT 1 FROM entries WHERE hash = NEW.hash)
    BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
    BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
PRAGMA user_version = 1;
"""
"""The literal tables of version 1, so that a change to our scripts cannot make old files unreadable unnoticed."""
VERSION_2 = """
DROP TRIGGER entries_follow;
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entries)
        OR EXISTS (SELECT 1 FROM entries WHERE hash = NEW.hash)
        OR NEW.previous <> coalesce((SELECT hash FROM entries ORDER BY number DESC LIMIT 1), printf('%064d', 0))
    BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
PRAGMA user_version = 2;
"""
VERSIONS = (VERSION_1, VERSION_2)
PAYLOADS = ('{"a":1}', '{"nama":"Kota Balikpapan – ½"}', "{}")
NUMBERS = [pytest.param(version, id=f"version {version}") for version in range(1, len(schema.MIGRATIONS) + 1)]


def old(root: Path, version: int) -> Ledger:
    """A ledger with three entries as a program of that version left it."""
    ledger = Ledger(root)
    ledger.path.parent.mkdir()
    with closing(sqlite3.connect(ledger.path)) as connection:
        for script in VERSIONS[:version]:
            connection.executescript(script)
        before = "0" * 64
        for number, payload in enumerate(PAYLOADS, 1):
            text = f"{number}\n2024-11-13T08:30:15+08:00\naudit\n{before}\n{payload}"
            own = sha256(text.encode("utf-8")).hexdigest()
            row = (number, "2024-11-13T08:30:15+08:00", "audit", payload, before, own)
            connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", row)
            before = own
        connection.commit()
    return ledger


def state(ledger: Ledger) -> tuple[int, list[tuple[str, ...]], int]:
    """The version of a file, its parts and how many entries it has, as any SQLite client sees them."""
    with closing(sqlite3.connect(ledger.path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        parts = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
        return version, parts, connection.execute("SELECT count(*) FROM entries").fetchone()[0]


def test_every_version_has_its_literal_script() -> None:
    assert len(VERSIONS) == len(schema.MIGRATIONS)


@pytest.mark.parametrize("version", NUMBERS)
def test_a_file_of_a_version_is_read_and_verified_as_it_is(version: int, tmp_path: Path) -> None:
    ledger = old(tmp_path, version)
    before = ledger.path.read_bytes()
    assert [entry.payload for entry in ledger.entries()] == list(PAYLOADS)
    found = examine(ledger.path)
    assert (found.version, len(found.entries), found.faults) == (version, 3, ())
    assert ledger.path.read_bytes() == before


@pytest.mark.parametrize("version", NUMBERS)
def test_the_next_entry_brings_a_file_up_to_date(version: int, tmp_path: Path) -> None:
    ledger = old(tmp_path, version)
    assert ledger.append("audit", "{}", NOW).number == 4
    found = examine(ledger.path)
    assert (found.version, len(found.entries), found.faults) == (len(schema.MIGRATIONS), 4, ())
    fresh = tmp_path / "baru"
    Ledger(fresh).append("audit", "{}", NOW)
    assert state(ledger)[:2] == state(Ledger(fresh))[:2]


@pytest.mark.parametrize("version", NUMBERS[:-1])
def test_a_statement_that_fails_midway_leaves_the_old_version_whole(
    version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = old(tmp_path, version)
    before = state(ledger)
    broken = f"{schema.MIGRATIONS[-1]}\nCREATE TABLE entries (number INTEGER) STRICT;\n"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS[:-1], broken))
    with pytest.raises(LogistikError, match="tidak dapat dipakai"):
        ledger.append("audit", "{}", NOW)
    assert state(ledger) == before
    monkeypatch.undo()
    assert examine(ledger.path).faults == ()


@pytest.mark.parametrize("version", NUMBERS[:-1])
def test_a_payload_that_is_refused_leaves_the_old_version_whole(version: int, tmp_path: Path) -> None:
    ledger = old(tmp_path, version)
    before = state(ledger)

    def refuse(_: object) -> str:
        raise LogistikError("Nomor surat sudah dipakai.")

    with pytest.raises(LogistikError, match="sudah dipakai"):
        ledger.append("issue", refuse, NOW)
    assert state(ledger) == before


_DIES = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from logistik.ledger.store import Ledger

Ledger(Path(sys.argv[1])).append("audit", lambda _: os.kill(os.getpid(), signal.SIGKILL), datetime.now(UTC))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("version", NUMBERS)
def test_a_process_killed_between_migration_and_entry_leaves_the_old_version_whole(
    version: int, tmp_path: Path
) -> None:
    ledger = old(tmp_path, version)
    before = state(ledger)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", _DIES, str(tmp_path)], check=False, env=environment)
    assert done.returncode == -signal.SIGKILL
    found = examine(ledger.path)
    assert (found.version, found.faults) == (version, ())
    assert state(ledger) == before


def test_the_tables_of_a_version_under_the_number_of_another_are_a_fault(logistik: Runner) -> None:
    ledger = old(logistik.folder, 1)
    with closing(sqlite3.connect(ledger.path)) as connection:
        connection.execute("PRAGMA user_version = 2")
    ran = logistik("verify")
    assert ran.status == 1
    assert "Trigger entries_follow di ledger.db bukan buatan logistik versi tabel 2." in " ".join(ran.out.split())


def test_a_newer_version_is_left_alone(logistik: Runner) -> None:
    ledger = old(logistik.folder, 1)
    with closing(sqlite3.connect(ledger.path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    ran = logistik("verify")
    assert (ran.status, ran.out) == (2, "")
    assert "dibuat oleh logistik yang lebih baru" in ran.err
