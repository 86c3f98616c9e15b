"""Several processes that write at once lose nothing."""

import json
import sqlite3
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import logistik
from logistik.ledger.store import Ledger
from tests.tools import run_process

ENTRIES = 30
SOURCE = str(Path(logistik.__file__).parents[1])
NOW = datetime(2024, 11, 13, tzinfo=UTC)


def write(root: Path, writer: str) -> None:
    """Write many entries, as one of several processes."""
    ledger = Ledger(root)
    for number in range(ENTRIES):
        ledger.append("audit", json.dumps([writer, number]), NOW)


def entries(root: Path) -> list[tuple[int, str, str, str, str, str]]:
    """The rows of the ledger, once the chain is found whole."""
    with closing(sqlite3.connect(Ledger(root).path)) as connection:
        found = connection.execute(
            "SELECT number, recorded_at, kind, payload, previous, hash FROM entries ORDER BY number"
        )
        rows: list[tuple[int, str, str, str, str, str]] = found.fetchall()
    before = "0" * 64
    for at, (number, recorded_at, kind, payload, previous, own) in enumerate(rows, 1):
        assert (number, previous) == (at, before)
        assert own == sha256("\n".join((str(number), recorded_at, kind, previous, payload)).encode()).hexdigest()
        before = own
    return rows


def test_two_processes_that_begin_a_ledger_together_lose_no_entry(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for done in [pool.submit(write, tmp_path, writer) for writer in ("a", "b")]:
            done.result(timeout=60)
    written = [tuple(json.loads(row[3])) for row in entries(tmp_path)]
    assert sorted(written) == [(writer, number) for writer in ("a", "b") for number in range(ENTRIES)]
    for writer in ("a", "b"):
        assert [number for name, number in written if name == writer] == list(range(ENTRIES))


def number_letters(root: Path) -> None:
    """Write entries that are made out of those before them, as one of several processes."""
    ledger = Ledger(root)
    for _ in range(ENTRIES):
        ledger.append("issue", lambda before: json.dumps(len(before) + 1), NOW, reading=("issue",))


def test_what_is_made_out_of_the_entries_before_still_holds_when_it_stands(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for done in [pool.submit(number_letters, tmp_path) for _ in range(2)]:
            done.result(timeout=60)
    assert [json.loads(row[3]) for row in entries(tmp_path)] == list(range(1, 2 * ENTRIES + 1))


def test_audits_that_run_at_once_are_all_recorded(samples: Path) -> None:
    words = ("audit", "gudang.xlsx", "--format", "json")
    with ThreadPoolExecutor(3) as pool:
        runs = list(pool.map(lambda _: run_process(samples, *words, PYTHONPATH=SOURCE), range(3)))
    assert [run.status for run in runs] == [1, 1, 1], runs[0].err
    assert {run.err.split()[-1] for run in runs} == {row[5][:12] for row in entries(samples)}
    assert len(entries(samples)) == 3
