"""What an audit leaves in the ledger, and when it leaves nothing."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

import logistik as package
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger
from logistik.services.audit import Order, run_audit
from logistik.services.record import latest_audit, read_report, record_audit
from logistik.settings.workspace import find
from tests.tools import Rows, Runner, run_process, write_xlsx

NOW = datetime(2024, 11, 13, 8, 30, tzinfo=timezone(timedelta(hours=8)))
DPT: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "L", "P", "Jumlah"],
    ["Kota Balikpapan", "Balikpapan Kota", "Damai", 1, 190, 210, 400],
    ["Kota Balikpapan", "Balikpapan Kota", "Prapatan", 1, 150, 151, 300],
    ["Kota Balikpapan", "Balikpapan Barat", "Baru Ilir", 1, "", "", ""],
]
STOCK: Rows = [
    ["Jenis Pemilihan", "Kecamatan", "Dipesan", "Diterima", "Baik", "Rusak", "Belum Disortir"],
    ["Wali Kota", "Balikpapan Kota", 718, 718, 700, 8, 10],
    ["Wali Kota", "Balikpapan [/x] =1+1", 10, 10, 10, 0, 0],
    ["PSU Wali Kota", "", 2000, 1990, 1990, 0, 0],
]
TOML = 'as_of = 2024-11-13\n[aturan]\nmax_voters_per_tps = 350\n[kendali.tps]\njumlah = 4\nnomor = "Keputusan ½"\n'


@pytest.fixture
def messy(logistik: Runner) -> Path:
    """A workspace with overrides, unknown voters, both stocks and findings of each severity."""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": DPT})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": STOCK})
    (logistik.folder / "logistik.toml").write_text(TOML, "utf-8")
    return logistik.folder


def latest(folder: Path) -> Entry:
    """The last audit in the ledger of a folder."""
    entry = Ledger(folder).latest("audit")
    assert entry is not None
    return entry


def count(folder: Path) -> int:
    """The entries in the ledger of a folder, 0 where there is none."""
    path = Ledger(folder).path
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
    return found


def test_a_recorded_audit_reads_back_equal(messy: Path) -> None:
    done = run_audit(Order(("dpt.xlsx", "stok.xlsx"), with_stations=True), messy, NOW.date())
    assert {finding.severity.value for finding in done.report.findings} == {"error", "warning"}
    assert done.report.overrides
    entry = record_audit(done, NOW)
    assert read_report(entry) == done.report
    assert latest_audit(find(messy)) == (entry, done.report)


def test_the_audit_of_the_samples_reads_back_equal(samples: Path) -> None:
    done = run_audit(Order(("gudang.xlsx",)), samples, NOW.date())
    record_audit(done, NOW)
    assert latest_audit(find(samples))[1] == done.report


def test_the_ledger_keeps_the_json_of_the_audit_and_who_made_it(messy: Path, logistik: Runner) -> None:
    printed = logistik("audit", "dpt.xlsx", "stok.xlsx", "--format", "json")
    kept = json.loads(latest(messy).payload)
    version = logistik("--version").out.strip()
    assert kept == {"tool": version, "report": printed.json}
    assert "\n" not in latest(messy).payload


def test_the_ledger_keeps_the_whole_audit_where_a_part_was_shown(messy: Path, logistik: Runner) -> None:
    shown = logistik("audit", "dpt.xlsx", "stok.xlsx", "--format", "json", "--kecamatan", "balikpapan-kota").json
    kept: dict[str, Any] = json.loads(latest(messy).payload)["report"]
    assert {each["region"]["kecamatan"] for each in shown["balances"]} == {"Balikpapan Kota"}
    assert {each["region"]["kecamatan"] for each in kept["balances"]} == {None, "Balikpapan Kota", "Balikpapan Barat"}


def test_the_screen_says_under_which_hash_an_audit_is_recorded(messy: Path, logistik: Runner) -> None:
    assert logistik("audit", "dpt.xlsx").err == f"Tercatat di ledger: audit {latest(messy).hash[:12]}\n"
    assert logistik("audit", "dpt.xlsx", "--quiet").err == ""


def test_every_audit_is_an_entry_of_its_own(messy: Path, logistik: Runner) -> None:
    assert [logistik("audit", "dpt.xlsx", "stok.xlsx").status for _ in range(3)] == [1, 1, 1]
    assert count(messy) == 3


def test_without_the_ledger_nothing_is_written(messy: Path, logistik: Runner) -> None:
    before = sorted(path.name for path in messy.iterdir())
    assert logistik("audit", "dpt.xlsx", "stok.xlsx", "--no-ledger").status == 1
    assert sorted(path.name for path in messy.iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [
        ["dpt.xlsx", "tidak-ada.xlsx"],
        ["stok.xlsx"],
        ["dpt.xlsx", "--ruleset", "pilkada-2029"],
        ["dpt.xlsx", "--as-of", "besok"],
        ["dpt.xlsx", "--format", "docx"],
        ["dpt.xlsx", "--fail-on", "fatal"],
        ["dpt.xlsx", "--level", "dusun"],
        ["dpt.xlsx", "--kecamatan", "samarinda-ulu"],
        ["dpt.xlsx", "--jenis", "dpr"],
        ["dpt.xlsx", "--tidak-dikenal"],
        ["dpt.xlsx", "--output", "tidak/ada/hasil.txt"],
    ],
    ids=lambda words: " ".join(words[-2:]),
)
def test_an_audit_that_fails_leaves_no_entry(words: list[str], messy: Path, logistik: Runner) -> None:
    assert logistik("audit", *words).status == 2
    assert count(messy) == 0


def test_a_ledger_that_cannot_be_written_is_an_error_that_says_how_to_go_on(messy: Path, logistik: Runner) -> None:
    Ledger(messy).path.parent.mkdir()
    Ledger(messy).path.write_text("bukan basis data " * 99, "utf-8")
    ran = logistik("audit", "dpt.xlsx", "stok.xlsx")
    assert ran.status == 2
    assert "Galat: Ledger .logistik/ledger.db tidak dapat dipakai" in ran.err
    assert "--no-ledger" in ran.err
    assert logistik("audit", "dpt.xlsx", "stok.xlsx", "--no-ledger").status == 1


def test_the_same_inputs_at_the_same_moment_give_the_same_bytes(
    messy: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("lain") / "kantor kota"
    shutil.copytree(messy, other)
    order = Order(("stok.xlsx",), ("dpt.xlsx",), with_stations=True)
    entries = [record_audit(run_audit(order, folder, NOW.date()), NOW) for folder in (messy, other)]
    assert entries[0] == entries[1]
    assert str(messy) not in entries[0].payload


def test_the_bytes_do_not_depend_on_the_process(messy: Path) -> None:
    words = ("audit", "stok.xlsx", "--dpt", "dpt.xlsx", "--as-of", "2024-11-13")
    source = str(Path(package.__file__).parents[1])
    payloads = set()
    for seed in ("1", "2"):
        assert run_process(messy, *words, PYTHONHASHSEED=seed, PYTHONPATH=source).status == 1
        payloads.add(latest(messy).payload)
    assert len(payloads) == 1


def test_the_ledger_stands_beside_logistik_toml(messy: Path, logistik: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    (messy / "data").mkdir()
    shutil.move(messy / "dpt.xlsx", messy / "data" / "dpt.xlsx")
    monkeypatch.chdir(messy / "data")
    assert logistik("audit", "dpt.xlsx").status == 1
    assert count(messy) == 1
    assert not Ledger(messy / "data").path.exists()


def test_the_ledger_stands_in_the_current_folder_where_there_is_no_logistik_toml(messy: Path, logistik: Runner) -> None:
    (messy / "logistik.toml").unlink()
    (messy / "data").mkdir()
    shutil.move(messy / "dpt.xlsx", messy / "data" / "dpt.xlsx")
    assert logistik("audit", "data/dpt.xlsx").status == 1
    assert count(messy) == 1
    assert not Ledger(messy / "data").path.exists()
    assert logistik("request").status == 0
