"""The tables of the ledger file: one script for each version, applied in order and never changed afterwards."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

_FIRST = """
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

_BOUND = """
DROP TRIGGER entries_follow;
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entries)
        OR EXISTS (SELECT 1 FROM entries WHERE hash = NEW.hash)
        OR NEW.previous <> coalesce((SELECT hash FROM entries ORDER BY number DESC LIMIT 1), printf('%064d', 0))
    BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
"""
"""An entry has to name the hash of the one before it; until version 2 only our own code saw to that."""

MIGRATIONS = (_FIRST, _BOUND)
"""Script N brings a file from version N to N + 1."""


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file of a version up to date, inside the transaction of the caller."""
    for script in MIGRATIONS[version:]:
        for statement in _statements(script):
            connection.execute(statement)
    if version < len(MIGRATIONS):
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


class Part(NamedTuple):
    """A table, index or trigger: what it is, its name, and the statement that makes it."""

    kind: str
    name: str
    sql: str


def parts(connection: sqlite3.Connection) -> dict[str, Part]:
    """The parts of a file by name, without those that SQLite makes for itself."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return {name: Part(kind, name, sql or "") for kind, name, sql in rows}


def parts_of_version(version: int) -> dict[str, Part]:
    """The parts that a file of a version has, exactly as our scripts make them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for script in MIGRATIONS[:version]:
            for statement in _statements(script):
                connection.execute(statement)
        return parts(connection)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; `executescript` would end the caller's transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
