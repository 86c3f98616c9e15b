"""The program as a process: exit statuses, streams, Ctrl-C, a reader that goes away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from logistik import __version__
from tests.tools import run_process, write_xlsx


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, ["--version"]),
        (0, ["-h"]),
        (0, ["audit", "gudang.xlsx", "--fail-on", "never"]),
        (1, ["audit", "gudang.xlsx"]),
        (1, ["audit", "gudang.xlsx", "--fail-on", "info"]),
        (0, ["request", "gudang.xlsx"]),
        (0, ["init", "kantor"]),
        (2, ["init", "kantor", "--tps", "banyak"]),
        (2, ["init", "--yes", "--dpt", "tidak-ada.xlsx"]),
        (2, ["audit", "tidak-ada.xlsx"]),
        (2, ["audit", "gudang.xlsx", "--format", "xml"]),
        (2, ["audit", "--tidak-ada"]),
        (2, ["periksa"]),
        (2, []),
        (2, ["rule", "LG999"]),
        (2, ["ruleset", "pilkada-1999"]),
        (2, ["audit", "gudang.xlsx", "--as-of", "kemarin"]),
        (2, ["audit", "gudang.xlsx", "--kecamatan", "samarinda"]),
        (2, ["audit", "gudang.xlsx", "--jenis", "bupati"]),
    ],
)
def test_the_exit_status_says_how_it_went(status: int, words: list[str], samples: Path) -> None:
    ran = run_process(samples, *words)
    assert ran.status == status, ran.err
    if status == 2:
        assert ran.out == ""
        assert ran.err.startswith(("Galat: ", "Pemakaian: "))
        assert "Traceback" not in ran.err


def test_the_version_is_the_packages(tmp_path: Path) -> None:
    assert run_process(tmp_path, "--version").out == f"logistik {__version__}\n"


def test_json_on_stdout_is_nothing_but_json(samples: Path) -> None:
    ran = run_process(samples, "audit", "gudang.xlsx", "--format", "json")
    assert ran.json["schema"] == "logistik.audit/1"
    assert "Tercatat" in ran.err


def test_quiet_says_nothing_beside_the_result(samples: Path) -> None:
    assert run_process(samples, "audit", "gudang.xlsx", "-q").err == ""


def test_output_is_utf8_whatever_the_code_page(samples: Path) -> None:
    ran = run_process(samples, "audit", "gudang.xlsx", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert "─" in ran.out


def test_a_reader_that_goes_away_is_no_error(samples: Path) -> None:
    command = f'"{sys.executable}" -m logistik audit gudang.xlsx --no-ledger 2>err.txt | head -c 1'
    subprocess.run(command, shell=True, cwd=samples, check=True, capture_output=True)  # noqa: S602 - a real pipe
    assert (samples / "err.txt").read_text() == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C otherwise")
def test_ctrl_c_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Kecamatan", "Kelurahan", "TPS", "Jumlah"]]
    rows += [[f"K{n // 900}", f"L{n // 30}", n % 30 + 1, 300] for n in range(60_000)]
    write_xlsx(tmp_path / "dpt.xlsx", {"DPT": rows})
    begun = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    begun += "from logistik.cli import main; print('mulai', flush=True); main()"
    with subprocess.Popen(
        [sys.executable, "-c", begun, "audit", "dpt.xlsx"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(0.2)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "Traceback" not in err


def test_a_bug_is_said_in_three_lines_and_shown_with_debug(samples: Path) -> None:
    broken = "import logistik.cli.audit as a; a.run_audit = lambda *x: 1 / 0; from logistik.cli.main import run; "
    plain, debug = (
        subprocess.run(
            [sys.executable, "-c", broken + f"raise SystemExit(run({words}))"],
            cwd=samples,
            capture_output=True,
            text=True,
            check=False,
        )
        for words in (["audit", "gudang.xlsx"], ["--debug", "audit", "gudang.xlsx"])
    )
    assert plain.returncode == 2
    assert "ZeroDivisionError" in plain.stderr
    assert "Traceback" not in plain.stderr
    assert len(plain.stderr.splitlines()) <= 3
    assert "Traceback" in debug.stderr


def test_a_letter_has_the_same_bytes_beside_another_and_by_itself(samples: Path) -> None:
    assert run_process(samples, "request", "gudang.xlsx", "-o", "surat.xlsx").status == 0
    assert run_process(samples, "request", "--jenis", "walikota", "-o", "sendiri.xlsx").status == 0
    assert (samples / "surat-walikota.xlsx").read_bytes() == (samples / "sendiri.xlsx").read_bytes()
