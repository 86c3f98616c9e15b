"""The ledger file: SQLite, append-only, hash-chained."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from logistik.core.errors import LogistikError, reason
from logistik.ledger.chain import GENESIS, Entry, chain_hash
from logistik.ledger.schema import MIGRATIONS, migrate

FOLDER = ".logistik"
FILE_NAME = "ledger.db"
T = TypeVar("T")
BUSY_SECONDS = 10.0
COLUMNS = "SELECT number, recorded_at, kind, payload, previous, hash FROM entries"

Compose = Callable[[Sequence[Entry]], str]
"""Makes a payload out of what the ledger says at the moment of writing; LogistikError if it may not be written."""


class Ledger:
    """The ledger of a workspace. Opening reads nothing; the file is made by the first entry."""

    def __init__(self, root: Path, patience: float = BUSY_SECONDS) -> None:
        """The ledger below `root`; `patience` is how many seconds it waits for a program that holds the file."""
        self.path = root / FOLDER / FILE_NAME
        self._patience = patience

    def append(self, kind: str, payload: str | Compose, now: datetime, reading: Sequence[str] = ()) -> Entry:
        """Add an entry after the last one and return it once it is safely on disk.

        Args:
            kind: what the entry is.
            payload: its JSON on one line, or what makes it out of the entries of the kinds in `reading`. That runs
                while no other process can write, so that what it finds still holds when the entry stands.
            now: when; with its offset from UTC.
            reading: the kinds of entries that `payload` is given, in order.

        Raises:
            LogistikError: the folder cannot be written, the disk is full, another program holds the file
                for longer than it waits, the file is not a ledger of ours, or `payload` refuses.
        """
        recorded_at = now.isoformat(timespec="seconds")
        with self._errors():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connect()) as connection:
                connection.execute("BEGIN IMMEDIATE")
                migrate(connection, self._version(connection))
                text = payload if isinstance(payload, str) else payload(self._read(connection, reading))
                _refuse_torn(text)
                last = connection.execute("SELECT number, hash FROM entries ORDER BY number DESC LIMIT 1").fetchone()
                number, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
                own = chain_hash(number, recorded_at, kind, text, previous)
                entry = Entry(number, recorded_at, kind, text, previous, own)
                connection.execute(
                    "INSERT INTO entries (number, recorded_at, kind, payload, previous, hash) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    entry,
                )
                _commit(connection)
        return entry

    def entries(self, kinds: Sequence[str] = ()) -> list[Entry]:
        """The entries of these kinds, or all, in order; none if there is no ledger yet.

        Raises:
            LogistikError: the file is not a ledger, or an entry does not match its hash.
        """
        return self._looked(lambda connection: self._read(connection, kinds)) or []

    def latest(self, kind: str | None = None) -> Entry | None:
        """The last entry of a kind, or of all; None if there is none or no ledger yet.

        Raises:
            LogistikError: the file is not a ledger, or the entry does not match its hash.
        """
        where, values = ("WHERE kind = ? ", (kind,)) if kind else ("", ())
        return self._one(f"{COLUMNS} {where}ORDER BY number DESC LIMIT 1", values)

    def entry(self, number: int) -> Entry | None:
        """The entry of a number; None if there is none.

        Raises:
            LogistikError: the file is not a ledger, or the entry does not match its hash.
        """
        return self._one(f"{COLUMNS} WHERE number = ?", (number,))

    def last_number(self, kinds: Sequence[str]) -> int:
        """The number of the last entry of these kinds; 0 if there is none."""
        marks = ", ".join("?" * len(kinds))
        found = self._looked(
            lambda connection: connection.execute(
                f"SELECT max(number) FROM entries WHERE kind IN ({marks})",  # noqa: S608 - only question marks
                tuple(kinds),
            ).fetchone()
        )
        return found[0] or 0 if found else 0

    def _one(self, query: str, values: tuple[object, ...]) -> Entry | None:
        row = self._looked(lambda connection: connection.execute(query, values).fetchone())
        return _whole(Entry(*row), self.path) if row else None

    def _read(self, connection: sqlite3.Connection, kinds: Sequence[str]) -> list[Entry]:
        marks = ", ".join("?" * len(kinds))
        where = f"WHERE kind IN ({marks}) " if kinds else ""
        rows = connection.execute(f"{COLUMNS} {where}ORDER BY number", tuple(kinds))
        return [_whole(Entry(*row), self.path) for row in rows]

    def _looked(self, look: Callable[[sqlite3.Connection], T]) -> T | None:
        """What `look` finds; None where there is no ledger yet."""
        if not self.path.is_file():
            return None
        with self._errors(), closing(self._connect()) as connection:
            return look(connection) if self._version(connection) else None

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=self._patience, isolation_level=None)
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("PRAGMA synchronous = EXTRA")
        return connection

    def _version(self, connection: sqlite3.Connection) -> int:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise LogistikError(
                f"{self.path.name} dibuat oleh logistik yang lebih baru.", hint="Perbarui logistik, lalu jalankan lagi."
            )
        return version

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LogistikError(
                f"Ledger {self.path.parent.name}/{self.path.name} tidak dapat dipakai: {reason(error)}.",
                hint="Periksa izin folder dan ruang disk; --no-ledger menjalankan audit tanpa mencatatnya.",
            ) from None


def _commit(connection: sqlite3.Connection) -> None:
    """Put the entry on disk. A Ctrl-C meanwhile comes too late: the entry stands, and what it names has to stay."""
    try:
        connection.execute("COMMIT")
    except KeyboardInterrupt:
        if connection.in_transaction:
            raise


def _refuse_torn(text: str) -> None:
    """LogistikError for text that UTF-8 does not have: the name of a file in another encoding."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        start, end = text.rfind('"', 0, error.start) + 1, text.find('"', error.start)
        raise LogistikError(
            f"'{text[start:end]}' memuat huruf yang bukan Unicode, jadi tidak dapat dicatat.",
            hint="Ganti nama berkas atau folder itu dengan huruf biasa, lalu ulangi.",
        ) from None


def _whole(entry: Entry, path: Path) -> Entry:
    if not entry.is_whole:
        raise LogistikError(
            f"Catatan nomor {entry.number} di {path.name} tidak cocok dengan hash-nya: isinya berubah.",
            hint="Jangan memakai catatan ini; jalankan `logistik verify`, lalu laporkan perubahan itu.",
        )
    return entry
