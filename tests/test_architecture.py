"""The house: data flows one way, the pure rooms stay pure, and the gate that says so can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the import contracts of `pyproject.toml` against the code in a folder."""
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", script, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "", "PYTHONUTF8": "1"},
    )


def test_the_import_contracts_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("core/regions.py", "import logistik.ingest.names"),
        ("checks/voters.py", "import logistik.readers.source"),
        ("ingest/names.py", "import os"),
        ("core/counts.py", "import rapidfuzz"),
        ("readers/source.py", "import logistik.ledger.store"),
        ("services/view.py", "import pandas"),
        ("render/full.py", "import xlsxwriter"),
        ("render/as_xlsx.py", "import openpyxl"),
        ("render/as_csv.py", "import openpyxl"),
    ],
)
def test_the_gate_fails_on_a_forbidden_import(module: str, line: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    file = tmp_path / "src" / "logistik" / module
    file.write_text(f"{file.read_text('utf-8')}\n{line}\n", "utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_a_room_that_no_contract_names_fails_too(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    attic = tmp_path / "src" / "logistik" / "attic"
    attic.mkdir()
    (attic / "__init__.py").write_text('"""Nobody knows this room."""\n', "utf-8")
    assert lint_imports(tmp_path).returncode == 1


def test_modules_stay_small() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in (ROOT / "src").rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 350
    }
    assert not long
