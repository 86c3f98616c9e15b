"""The file: append-only, each entry bound to the one before, errors that a user can act on."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import pytest

from logistik.core.errors import LogistikError
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger

NOW = datetime(2024, 11, 13, 8, 30, 15, 999999, tzinfo=timezone(timedelta(hours=8)))
PAYLOADS = ('{"a":1}', '{"nama":"Kota Balikpapan – ½"}', "{}")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger with three entries, the last but one of another kind."""
    ledger = Ledger(tmp_path)
    for kind, payload in zip(("audit", "letter", "audit"), PAYLOADS, strict=True):
        ledger.append(kind, payload, NOW)
    return ledger


def rows(ledger: Ledger) -> list[Entry]:
    """The entries as any SQLite client sees them."""
    with closing(sqlite3.connect(ledger.path)) as connection:
        columns = "number, recorded_at, kind, payload, previous, hash"
        return [Entry(*row) for row in connection.execute(f"SELECT {columns} FROM entries ORDER BY number")]  # noqa: S608


def test_the_first_entry_names_64_zeros_as_the_one_before_it(ledger: Ledger) -> None:
    assert (rows(ledger)[0].number, rows(ledger)[0].previous) == (1, "0" * 64)


def test_every_entry_is_bound_to_the_one_before_by_the_documented_formula(ledger: Ledger) -> None:
    previous = "0" * 64
    for number, entry in enumerate(rows(ledger), 1):
        text = f"{number}\n2024-11-13T08:30:15+08:00\n{entry.kind}\n{previous}\n{PAYLOADS[number - 1]}"
        assert (entry.number, entry.previous) == (number, previous)
        assert entry.hash == sha256(text.encode("utf-8")).hexdigest()
        previous = entry.hash
    assert [entry.kind for entry in rows(ledger)] == ["audit", "letter", "audit"]


def test_append_returns_what_stands_in_the_file(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    entries = [ledger.append("audit", payload, NOW) for payload in PAYLOADS]
    assert entries == rows(ledger)
    assert [entry.short_hash for entry in entries] == [entry.hash[:12] for entry in entries]


def test_the_latest_entry_is_the_last_of_its_kind(ledger: Ledger) -> None:
    assert [ledger.latest(kind) for kind in ("audit", "letter", "minutes")] == [rows(ledger)[2], rows(ledger)[1], None]


def test_looking_makes_no_file(tmp_path: Path) -> None:
    assert Ledger(tmp_path).latest("audit") is None
    assert list(tmp_path.iterdir()) == []


def test_an_entry_leaves_nothing_but_the_ledger_behind(ledger: Ledger, tmp_path: Path) -> None:
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == [
        ".logistik",
        ".logistik/ledger.db",
    ]


_COPY = "SELECT number, recorded_at, kind, '{\"forged\":1}', previous, hash FROM entries WHERE number = 1"
FORGERIES = [
    "UPDATE entries SET payload = '{}'",
    "UPDATE entries SET kind = 'draft' WHERE number = 3",
    "UPDATE OR REPLACE entries SET number = 1 WHERE number = 2",
    "DELETE FROM entries",
    "DELETE FROM entries WHERE number = 3",
    f"INSERT INTO entries {_COPY}",
    "INSERT INTO entries VALUES (4, '2024-11-13', 'audit', NULL, '', 'x')",
    "INSERT INTO entries VALUES ('four', '2024-11-13', 'audit', '{}', '', 'x')",
]
REPLACEMENTS = [f"INSERT OR REPLACE INTO entries {_COPY}", f"REPLACE INTO entries {_COPY}"]


@pytest.mark.parametrize("statement", FORGERIES)
def test_an_entry_cannot_be_changed_or_removed(statement: str, ledger: Ledger) -> None:
    before = rows(ledger)
    with closing(sqlite3.connect(ledger.path)) as connection, pytest.raises(sqlite3.Error):
        connection.execute(statement)
    assert rows(ledger) == before


@pytest.mark.parametrize("statement", REPLACEMENTS)
@pytest.mark.parametrize("recursive", ["ON", "OFF"], ids=["as our own connection is set", "as any client is set"])
def test_an_entry_cannot_be_replaced(statement: str, recursive: str, ledger: Ledger) -> None:
    before = rows(ledger)
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA recursive_triggers = {recursive}")
        with pytest.raises(sqlite3.Error, match="append-only"):
            connection.execute(statement)
    assert rows(ledger) == before


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("payload", '{"request":0}'),
        ("recorded_at", "2024-11-12T08:30:15+08:00"),
        ("previous", "0" * 64),
        ("hash", "f" * 64),
        ("number", 9),
    ],
)
def test_an_entry_that_was_changed_behind_our_back_is_noticed(column: str, value: object, ledger: Ledger) -> None:
    with closing(sqlite3.connect(ledger.path)) as connection:
        connection.execute("DROP TRIGGER entries_are_final")
        connection.execute(f"UPDATE entries SET {column} = ? WHERE number = 3", (value,))  # noqa: S608
        connection.commit()
    with pytest.raises(
        LogistikError, match=r"Catatan nomor \d di ledger.db tidak cocok dengan hash-nya: isinya berubah"
    ):
        ledger.latest("audit")


def _text(path: Path) -> None:
    path.write_text("bukan basis data, hanya catatan " * 40, "utf-8")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
        connection.execute("PRAGMA user_version = 1")


def _cut_off(path: Path) -> None:
    Ledger(path.parent.parent).append("audit", "{}", NOW)
    path.write_bytes(path.read_bytes()[:5000])


SPOILT: list[tuple[Callable[[Path], None], str]] = [
    (_text, "Ledger .logistik/ledger.db tidak dapat dipakai"),
    (_newer, "ledger.db dibuat oleh logistik yang lebih baru"),
    (_foreign, "Ledger .logistik/ledger.db tidak dapat dipakai"),
    (_cut_off, "Ledger .logistik/ledger.db tidak dapat dipakai"),
]
NAMES = ["text", "newer", "foreign", "cut off"]


@pytest.mark.parametrize(("spoil", "says"), SPOILT, ids=NAMES)
def test_a_file_that_is_no_ledger_of_ours_is_an_error_and_stays_as_it_is(
    spoil: Callable[[Path], None], says: str, tmp_path: Path
) -> None:
    ledger = Ledger(tmp_path)
    ledger.path.parent.mkdir()
    spoil(ledger.path)
    before = ledger.path.read_bytes()
    uses: list[Callable[[], object]] = [lambda: ledger.append("audit", "{}", NOW), lambda: ledger.latest("audit")]
    for use in uses:
        with pytest.raises(LogistikError, match=says) as caught:
            use()
        assert caught.value.hint
    assert ledger.path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.path.mkdir(parents=True)
    with pytest.raises(LogistikError, match="tidak dapat dipakai"):
        ledger.append("audit", "{}", NOW)


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".logistik").write_text("", "utf-8")
    with pytest.raises(LogistikError, match="tidak dapat dipakai"):
        Ledger(tmp_path).append("audit", "{}", NOW)


def test_an_entry_waits_for_another_program_that_holds_the_file(ledger: Ledger) -> None:
    held = Event()

    def hold() -> None:
        with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            held.set()
            Event().wait(0.3)
            connection.execute("ROLLBACK")

    other = Thread(target=hold)
    other.start()
    assert held.wait(5)
    assert ledger.append("audit", "{}", NOW).number == 4
    other.join()
