"""The ledger file looked at without trust: everything that is not as our own code leaves it, and nothing written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import quote

from logistik.core.errors import LogistikError, reason
from logistik.core.verification import About, Fault
from logistik.ledger.chain import Entry
from logistik.ledger.links import broken_links
from logistik.ledger.schema import MIGRATIONS, parts, parts_of_version
from logistik.ledger.store import BUSY_SECONDS, COLUMNS

_KINDS = {"table": "Tabel", "index": "Indeks", "trigger": "Trigger", "view": "View"}
_SPOILT = ("not a database", "malformed", "no such", "unsupported file format", "could not decode")
"""What SQLite says of a file that is itself at fault; anything else keeps us from looking."""


class Examined(NamedTuple):
    """What stands in the file: the version of its tables, every entry that could be read, and what is wrong."""

    version: int
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]


def examine(path: Path, patience: float = BUSY_SECONDS) -> Examined:
    """Check a ledger file: SQLite's own pages, the tables and triggers of its version, every link of the chain.

    All faults are gathered; a file that is no database or is cut off is a fault too.

    Raises:
        LogistikError: it cannot be looked at (held by another program, no permission), or a newer logistik made it.
    """
    version, entries, faults = 0, list[Entry](), list[Fault]()
    try:
        if not path.stat().st_size and not path.with_name(f"{path.name}-journal").exists():
            return Examined(0, (), (Fault(About.FILE, f"{path.name} kosong (0 bita): tidak ada satu catatan pun."),))
        with closing(_open(path, patience)) as connection:
            connection.execute("BEGIN")
            version = _version(connection, path)
            for look in (_damage, _schema_faults, partial(_gather, entries)):
                faults += _as_far_as_it_goes(look(connection, path), path)
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, OSError) or not _is_spoilt(error):
            raise LogistikError(
                f"Ledger {path.name} tidak dapat diperiksa: {reason(error)}.",
                hint="Tutup program lain yang memakainya, periksa izin foldernya, lalu jalankan lagi.",
            ) from None
        faults.append(_unreadable(path, error))
    return Examined(version, tuple(entries), tuple(dict.fromkeys((*faults, *broken_links(entries)))))


def _as_far_as_it_goes(found: Iterator[Fault], path: Path) -> Iterator[Fault]:
    """What one look finds; where the file is spoilt it ends there, and the next look still gets its turn."""
    try:
        yield from found
    except sqlite3.Error as error:
        if not _is_spoilt(error):
            raise
        yield _unreadable(path, error)


def _unreadable(path: Path, error: Exception) -> Fault:
    return Fault(About.FILE, f"{path.name} tidak dapat dibaca sampai akhir: {reason(error)}.")


def copy_to(path: Path, target: Path, patience: float = BUSY_SECONDS) -> None:
    """A copy of a ledger as it stands at one moment, also while another process writes.

    Raises:
        LogistikError: it cannot be read, or the copy cannot be written.
    """
    try:
        with closing(_open(path, patience)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except (sqlite3.Error, OSError) as error:
        raise LogistikError(
            f"Ledger {path.name} tidak dapat disalin ke {target.parent.as_posix()}: {reason(error)}.",
            hint="Periksa ruang disk dan izin foldernya; `logistik verify` memeriksa ledger itu sendiri.",
        ) from None


def _open(path: Path, patience: float) -> sqlite3.Connection:
    """Open an existing file; written to only by SQLite itself, when it undoes what a killed process left half done."""
    connection = sqlite3.connect(uri_of(path.absolute()), uri=True, timeout=patience, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return connection


def uri_of(path: PurePath) -> str:
    """An absolute path as SQLite takes it; for a network share the server is part of the path, not of the address."""
    name = path.as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(name, safe='/:', errors='surrogateescape')}?mode=rw"


def _is_spoilt(error: Exception) -> bool:
    return any(words in str(error).lower() for words in _SPOILT)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise LogistikError(
            f"{path.name} dibuat oleh logistik yang lebih baru.", hint="Perbarui logistik, lalu jalankan lagi."
        )
    return version


def _damage(connection: sqlite3.Connection, path: Path) -> Iterator[Fault]:
    pages, size = (connection.execute(f"PRAGMA page_{what}").fetchone()[0] for what in ("count", "size"))
    if pages * size != (there := path.stat().st_size):
        yield Fault(
            About.FILE, f"{path.name} berukuran {there} bita, seharusnya {pages * size}: terpotong atau ditambahi."
        )
    for (said,) in connection.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield Fault(About.FILE, f"{path.name} rusak menurut SQLite: {' '.join(str(said).split())}")


def _schema_faults(connection: sqlite3.Connection, path: Path) -> Iterator[Fault]:
    """Tables, indexes and triggers that are missing, altered, or not ours."""
    version = _version(connection, path)
    if version < 1:
        yield Fault(About.SCHEMA, f"{path.name} bukan ledger logistik: versi tabelnya {version}.")
        return
    there, ours = parts(connection), parts_of_version(version)
    for name, part in ours.items():
        what = f"{_KINDS[part.kind]} {name}"
        if name not in there:
            yield Fault(About.SCHEMA, f"{what} tidak ada lagi di {path.name}.")
        elif there[name] != part:
            yield Fault(About.SCHEMA, f"{what} di {path.name} bukan buatan logistik versi tabel {version}.")
    for name, part in there.items():
        if name not in ours:
            yield Fault(About.SCHEMA, f"{_KINDS.get(part.kind, part.kind)} {name} di {path.name} bukan milik ledger.")


def _gather(entries: list[Entry], connection: sqlite3.Connection, _: Path) -> Iterator[Fault]:
    """Read the entries, as many as there are to be read; each is judged with the chain."""
    entries += (_entry(row) for row in connection.execute(f"{COLUMNS} ORDER BY number"))
    yield from ()


def _entry(row: tuple[object, ...]) -> Entry:
    """The entry in a row; in a table that is not ours a value may be of any type, and then is no longer what it was."""
    number, *texts = row
    recorded_at, kind, payload, previous, own = (text if isinstance(text, str) else repr(text) for text in texts)
    return Entry(number if isinstance(number, int) else 0, recorded_at, kind, payload, previous, own)
