"""Any change to the record behind our back is found, and named: an entry, a link, a file."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from logistik.core.verification import About, Fault
from logistik.ledger.chain import chain_hash
from logistik.ledger.store import Ledger
from logistik.services.verify import verify
from tests.ledger.letters import DOCUMENT, MINUTES, SCAN, correspond
from tests.tools import Runner

ENTRIES = 9
COLUMNS = ("recorded_at", "kind", "payload", "previous", "hash")
entry_numbers = st.integers(1, ENTRIES)
texts = st.one_of(
    st.text(max_size=40), st.sampled_from(["audit", "issue", "cancel", "{}", "0" * 64, "2024-11-13T08:30:00+08:00"])
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with every kind of entry; whole as long as nobody touches it."""
    folder = tmp_path_factory.mktemp("kantor")
    correspond(folder)
    assert verify(folder).faults == ()
    return folder


def forged(office: Path, change: Callable[[sqlite3.Connection], object]) -> tuple[Fault, ...]:
    """What the check finds once `change` was made without the triggers, which then stand as before; then all is undone.

    The check itself has to leave the file as it is.
    """
    path = Ledger(office).path
    before = path.read_bytes()
    try:
        behind_our_back(path, change)
        after = path.read_bytes()
        found = verify(office).faults
        assert path.read_bytes() == after
    finally:
        path.write_bytes(before)
    return found


def behind_our_back(path: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    """Make a change that the triggers would refuse."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        change(connection)
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")


def links(found: Iterable[Fault]) -> set[int | None]:
    """The entries that are named as broken links."""
    return {fault.entry for fault in found if fault.about is About.CHAIN}


def put(connection: sqlite3.Connection, column: str, number: int, new: object) -> None:
    """Write a column of an entry, unless that is what stands there."""
    assume(value(connection, column, number) != new)
    connection.execute(f"UPDATE entries SET {column} = ? WHERE number = ?", (new, number))  # noqa: S608


def value(connection: sqlite3.Connection, column: str, number: int) -> object:
    """What stands in a column of an entry."""
    return connection.execute(f"SELECT {column} FROM entries WHERE number = ?", (number,)).fetchone()[0]  # noqa: S608


@settings(max_examples=300, derandomize=True, deadline=None)
@given(entry_numbers, st.sampled_from(COLUMNS), texts)
def test_a_changed_column_is_found(office: Path, number: int, column: str, text: str) -> None:
    assert number in links(forged(office, lambda connection: put(connection, column, number, text)))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(entry_numbers, st.sampled_from(COLUMNS), st.integers(0, 10_000), st.characters(codec="utf-8"))
def test_one_changed_character_is_found(office: Path, number: int, column: str, at: int, new: str) -> None:
    def change(connection: sqlite3.Connection) -> None:
        text = str(value(connection, column, number))
        place = at % len(text)
        put(connection, column, number, text[:place] + new + text[place + 1 :])

    assert number in links(forged(office, change))


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.integers(1, ENTRIES - 1), st.sampled_from(["recorded_at", "kind", "payload"]), texts)
def test_an_entry_that_was_rewritten_with_a_hash_that_fits_is_found_by_the_next(
    office: Path, number: int, column: str, text: str
) -> None:
    def change(connection: sqlite3.Connection) -> None:
        put(connection, column, number, text)
        recorded_at, kind, payload, previous = (str(value(connection, name, number)) for name in COLUMNS[:4])
        put(connection, "hash", number, chain_hash(number, recorded_at, kind, payload, previous))

    assert links(forged(office, change)) == {number + 1}


@settings(max_examples=60, derandomize=True, deadline=None)
@given(entry_numbers, st.integers(-3, 99).filter(lambda new: not 1 <= new <= ENTRIES))
def test_another_number_is_found(office: Path, number: int, new: int) -> None:
    found = links(forged(office, lambda connection: put(connection, "number", number, new)))
    assert found & {number, new}


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.sets(st.integers(1, ENTRIES - 1), min_size=1))
def test_entries_that_were_taken_out_before_the_end_are_found(office: Path, numbers: set[int]) -> None:
    gone = [(number,) for number in numbers]
    found = forged(office, lambda connection: connection.executemany("DELETE FROM entries WHERE number = ?", gone))
    assert {number for number in numbers if number - 1 not in numbers} <= links(found)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.lists(entry_numbers, min_size=2, max_size=2, unique=True),
    st.sampled_from([COLUMNS[:3], COLUMNS[:4], COLUMNS]),
)
def test_entries_that_changed_places_are_found(office: Path, pair: list[int], columns: tuple[str, ...]) -> None:
    def change(connection: sqlite3.Connection) -> None:
        rows = [[value(connection, column, number) for column in columns] for number in pair]
        connection.execute("UPDATE entries SET hash = hash || '-'")
        for number, row in zip(pair, reversed(rows), strict=True):
            to = ", ".join(f"{column} = ?" for column in columns)
            connection.execute(f"UPDATE entries SET {to} WHERE number = ?", (*row, number))  # noqa: S608
        connection.execute("UPDATE entries SET hash = rtrim(hash, '-')")

    assert links(forged(office, change)) & set(pair)


@settings(max_examples=120, derandomize=True, deadline=None)
@given(st.integers(0, 7), st.integers(0, 100_000), st.integers(1, 255))
def test_a_changed_byte_of_a_document_or_a_kept_copy_is_found(office: Path, which: int, at: int, change: int) -> None:
    copies = sorted(path for name in ("inputs", "files") for path in (office / ".logistik" / name).iterdir())
    files = [*(office / name for name in (DOCUMENT, SCAN, MINUTES)), *copies]
    file = files[which % len(files)]
    before = file.read_bytes()
    forged = bytearray(before)
    forged[at % len(before)] ^= change
    try:
        file.write_bytes(forged)
        found = verify(office)
    finally:
        file.write_bytes(before)
    assert [fault.path for fault in found.faults] == [file.relative_to(office).as_posix()]


@pytest.mark.parametrize("name", [DOCUMENT, SCAN, MINUTES, "inputs", "files"])
def test_a_file_that_is_gone_is_found(name: str, office: Path) -> None:
    place = office / name
    file = place if place.suffix else min((office / ".logistik" / name).iterdir())
    aside = file.rename(office / "sementara")
    try:
        found = verify(office)
    finally:
        aside.rename(file)
    assert [fault.path for fault in found.faults] == [file.relative_to(office).as_posix()]
    assert "tidak ada lagi" in found.faults[0].message


@pytest.mark.parametrize("name", ["entries_are_final", "entries_follow", "entries_stay"])
def test_a_dropped_or_altered_trigger_is_named(name: str, office: Path, logistik: Runner) -> None:
    shutil.copytree(office, logistik.folder, dirs_exist_ok=True)
    with closing(sqlite3.connect(Ledger(logistik.folder).path)) as connection:
        sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
        connection.execute(f"DROP TRIGGER {name}")
        dropped = logistik("verify")
        connection.execute(sql.replace("BEGIN SELECT raise(ABORT", "BEGIN SELECT raise(IGNORE) WHERE 0; SELECT (1"))
        altered = logistik("verify")
    assert (dropped.status, altered.status) == (1, 1)
    assert f"Trigger {name} tidak ada lagi di ledger.db." in " ".join(dropped.out.split())
    assert f"Trigger {name} di ledger.db bukan buatan logistik" in " ".join(altered.out.split())


def test_cutting_off_the_end_shows_only_against_an_anchor(office: Path, logistik: Runner) -> None:
    shutil.copytree(office, logistik.folder, dirs_exist_ok=True)
    anchor = logistik("verify", "--format", "json").json["ledger"]["anchor"]["code"]
    behind_our_back(
        Ledger(logistik.folder).path,
        lambda connection: connection.execute("DELETE FROM entries WHERE number = ?", (ENTRIES,)),
    )
    assert logistik("verify").status == 0
    ran = logistik("verify", "--anchor", anchor)
    assert ran.status == 1
    assert "JANGKAR TIDAK COCOK" in ran.out
