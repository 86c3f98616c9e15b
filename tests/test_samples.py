"""The sample workbooks are what the script in the repository writes."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.tools import SAMPLES


def generator() -> ModuleType:
    """The script that writes the samples."""
    spec = importlib.util.spec_from_file_location("generate", SAMPLES / "generate.py")
    assert spec
    assert spec.loader
    module = sys.modules["generate"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["dpt.xlsx", "gudang.xlsx"])
def test_the_script_writes_the_samples_byte_for_byte(name: str, tmp_path: Path) -> None:
    generator().write_samples(tmp_path)
    assert (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes()
