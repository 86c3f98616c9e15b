"""A request rests on the last audit only while its inputs are the same."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from os import utime
from pathlib import Path

import pytest

from logistik.ledger.store import Ledger
from tests.tools import Rows, Runner, write_xlsx

DPT: Rows = [["Kecamatan", "Kelurahan", "TPS", "Jumlah"], ["Balikpapan Kota", "Damai", 1, 400]]
STOCK: Rows = [["Jenis Pemilihan", "Diterima", "Baik", "Rusak"], ["Wali Kota", 410, 405, 5]]
TOML = 'gudang = "gudang-*.xlsx"\n[kantor]\nkota = "Kota Balikpapan"\n'


@pytest.fixture
def audited(logistik: Runner) -> Path:
    """A workspace with an audit, out of which a request of 5 sheets can be made."""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": DPT})
    write_xlsx(logistik.folder / "gudang-1.xlsx", {"Stok": STOCK})
    (logistik.folder / "logistik.toml").write_text(TOML, "utf-8")
    assert logistik("audit", "--dpt", "dpt.xlsx").status == 1
    assert logistik("request", "--format", "json").json["request"] == 5
    return logistik.folder


CHANGES: list[tuple[str, str, Callable[[Path], object]]] = [
    ("the voter list changed", "dpt.xlsx", lambda folder: write_xlsx(folder / "dpt.xlsx", {"DPT": [*DPT, DPT[1]]})),
    ("the voter list was removed", "dpt.xlsx", lambda folder: (folder / "dpt.xlsx").unlink()),
    ("the stock changed", "gudang-1.xlsx", lambda folder: write_xlsx(folder / "gudang-1.xlsx", {"Stok": STOCK[:1]})),
    ("the stock was renamed", "gudang-1.xlsx", lambda folder: (folder / "gudang-1.xlsx").rename(folder / "lama.xlsx")),
    ("a stock was added", "gudang-2.xlsx", lambda folder: write_xlsx(folder / "gudang-2.xlsx", {"Stok": STOCK})),
    (
        "the settings changed",
        "logistik.toml",
        lambda folder: (folder / "logistik.toml").write_text(f"{TOML}\n", "utf-8"),
    ),
    ("the settings were removed", "logistik.toml", lambda folder: (folder / "logistik.toml").unlink()),
]


@pytest.mark.parametrize(("file", "change"), [each[1:] for each in CHANGES], ids=[each[0] for each in CHANGES])
def test_a_request_is_refused_once_an_input_is_another(
    file: str, change: Callable[[Path], object], audited: Path, logistik: Runner
) -> None:
    change(audited)
    ran = logistik("request", "--format", "json")
    assert (ran.status, ran.out) == (2, "")
    assert f"{file} berubah sejak audit" in ran.err
    assert "Jalankan audit lagi" in ran.err


def test_a_request_is_refused_once_settings_were_added(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": DPT})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": STOCK})
    assert logistik("audit", "dpt.xlsx", "stok.xlsx").status == 1
    (logistik.folder / "logistik.toml").write_text(TOML, "utf-8")
    ran = logistik("request")
    assert (ran.status, ran.out) == (2, "")
    assert "logistik.toml berubah sejak audit" in ran.err


def test_all_that_changed_is_named(audited: Path, logistik: Runner) -> None:
    (audited / "dpt.xlsx").unlink()
    (audited / "logistik.toml").unlink()
    assert "dpt.xlsx, logistik.toml berubah sejak audit" in logistik("request").err


def test_a_file_that_was_only_saved_again_is_the_same(audited: Path, logistik: Runner) -> None:
    utime(audited / "dpt.xlsx", (0, 0))
    (audited / "lain.xlsx").write_bytes(b"")
    assert logistik("request").status == 0


def test_a_new_audit_makes_requests_possible_again(audited: Path, logistik: Runner) -> None:
    write_xlsx(audited / "gudang-1.xlsx", {"Stok": [STOCK[0], ["Wali Kota", 410, 400, 10]]})
    assert logistik("request").status == 2
    assert logistik("audit", "--dpt", "dpt.xlsx").status == 1
    assert logistik("request", "--format", "json").json["request"] == 10


def test_without_an_audit_there_is_no_request(logistik: Runner) -> None:
    ran = logistik("request")
    assert (ran.status, ran.out) == (2, "")
    assert "Belum ada audit yang tercatat" in ran.err
    assert not (logistik.folder / ".logistik").exists()


def test_a_request_is_refused_where_the_audit_was_altered(audited: Path, logistik: Runner) -> None:
    with closing(sqlite3.connect(Ledger(audited).path)) as connection:
        connection.execute("DROP TRIGGER entries_are_final")
        connection.execute("""UPDATE entries SET payload = replace(payload, '"request":5', '"request":500')""")
        connection.commit()
    ran = logistik("request")
    assert (ran.status, ran.out) == (2, "")
    assert "tidak cocok dengan hash-nya: isinya berubah" in ran.err


def test_a_request_names_the_audit_that_it_rests_on(audited: Path, logistik: Runner) -> None:
    entry = Ledger(audited).latest("audit")
    assert entry is not None
    assert logistik("request", "--format", "json").json["audit"] == entry.hash
