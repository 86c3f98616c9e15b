"""Fixtures: a runner in an empty folder, a copy of the samples, the folder of real files."""

import shutil
from pathlib import Path

import pytest

from tests.tools import REAL_FILES, SAMPLES, Runner


@pytest.fixture
def logistik(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runner:
    """Commands run in an empty folder, 80 columns wide."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return Runner(tmp_path, capsys)


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A copy of the sample workspace, in the folder where the commands run."""
    for name in ("logistik.toml", "dpt.xlsx", "gudang.xlsx", "koli.xlsx", "pengesetan.xlsx"):
        shutil.copy(SAMPLES / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def real_files() -> Path:
    """The folder of real voter files; the test is skipped where it is absent."""
    if not REAL_FILES.is_dir():
        pytest.skip("the real voter files are not here")
    return REAL_FILES
