"""The ledger file: SQLite, append-only, hash-chained."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from logistik.core.errors import LogistikError, reason

FOLDER = ".logistik"
FILE_NAME = "ledger.db"
GENESIS = "0" * 64
"""The hash that the first entry names as the one before it."""

_VERSION = 1
_SCHEMA = """
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
"""
_BUSY_SECONDS = 10


class Entry(NamedTuple):
    """One record: its number from 1, when it was made, what it is, its JSON, and its place in the chain."""

    number: int
    recorded_at: str
    kind: str
    payload: str
    previous: str
    hash: str

    @property
    def short_hash(self) -> str:
        """The first twelve digits of the hash, as letters print it."""
        return self.hash[:12]


def chain_hash(number: int, recorded_at: str, kind: str, payload: str, previous: str) -> str:
    """SHA-256 over the entry's five values, each on a line of its own; the payload is one line of JSON."""
    return sha256("\n".join((str(number), recorded_at, kind, previous, payload)).encode()).hexdigest()


class Ledger:
    """The ledger of a workspace. Opening reads nothing; the file is made by the first entry."""

    def __init__(self, root: Path) -> None:
        self.path = root / FOLDER / FILE_NAME

    def append(self, kind: str, payload: str, now: datetime) -> Entry:
        """Add an entry after the last one and return it once it is safely on disk.

        Raises:
            LogistikError: the folder cannot be written, the disk is full, another program holds the file
                for more than ten seconds, or the file is not a ledger of ours.
        """
        recorded_at = now.isoformat(timespec="seconds")
        with self._errors():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connect()) as connection:
                connection.execute("BEGIN IMMEDIATE")
                self._migrate(connection)
                last = connection.execute("SELECT number, hash FROM entries ORDER BY number DESC LIMIT 1").fetchone()
                number, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
                entry = Entry(
                    number,
                    recorded_at,
                    kind,
                    payload,
                    previous,
                    chain_hash(number, recorded_at, kind, payload, previous),
                )
                connection.execute(
                    "INSERT INTO entries (number, recorded_at, kind, payload, previous, hash) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    (entry.number, entry.recorded_at, entry.kind, entry.payload, entry.previous, entry.hash),
                )
                connection.execute("COMMIT")
        return entry

    def latest(self, kind: str) -> Entry | None:
        """The last entry of a kind; None if there is none or no ledger yet.

        Raises:
            LogistikError: the file is not a ledger, or the entry does not match its hash.
        """
        if not self.path.is_file():
            return None
        with self._errors(), closing(self._connect()) as connection:
            if self._version(connection) == 0:
                return None
            row = connection.execute(
                "SELECT number, recorded_at, kind, payload, previous, hash FROM entries WHERE kind = ? "
                "ORDER BY number DESC LIMIT 1",
                (kind,),
            ).fetchone()
        if row is None:
            return None
        entry = Entry(*row)
        if entry.hash != chain_hash(entry.number, entry.recorded_at, entry.kind, entry.payload, entry.previous):
            raise LogistikError(
                f"Catatan nomor {entry.number} di {self.path.name} tidak cocok dengan hash-nya: isinya berubah.",
                hint="Jangan memakai catatan ini; jalankan audit lagi dan laporkan perubahan itu.",
            )
        return entry

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
        connection.execute("PRAGMA recursive_triggers = ON")
        return connection

    def _version(self, connection: sqlite3.Connection) -> int:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > _VERSION:
            raise LogistikError(
                f"{self.path.name} dibuat oleh logistik yang lebih baru.", hint="Perbarui logistik, lalu jalankan lagi."
            )
        return version

    def _migrate(self, connection: sqlite3.Connection) -> None:
        if self._version(connection) == 0:
            for statement in _statements(_SCHEMA):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {_VERSION}")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LogistikError(
                f"Ledger {self.path.parent.name}/{self.path.name} tidak dapat dipakai: {reason(error)}.",
                hint="Periksa izin folder dan ruang disk; --no-ledger menjalankan audit tanpa mencatatnya.",
            ) from None


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, so that all run in the caller's transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
