"""The sample workbooks are what the script in the repository writes."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from python_calamine import CalamineWorkbook

from tests.tools import SAMPLES


def generator() -> ModuleType:
    """The script that writes the samples."""
    spec = importlib.util.spec_from_file_location("generate", SAMPLES / "generate.py")
    assert spec
    assert spec.loader
    module = sys.modules["generate"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Sheet = tuple[str, object, object]


def sheets(path: Path) -> list[Sheet]:
    """Names, values and merges of every sheet."""
    book = CalamineWorkbook.from_path(str(path))
    found = (book.get_sheet_by_name(name) for name in book.sheet_names)
    return [(each.name, each.to_python(), each.merged_cell_ranges) for each in found]


@pytest.mark.parametrize("name", ["dpt.xlsx", "gudang.xlsx"])
def test_the_samples_are_what_the_script_writes(name: str, tmp_path: Path) -> None:
    generator().write_samples(tmp_path)
    assert sheets(tmp_path / name) == sheets(SAMPLES / name)


def test_the_script_writes_the_same_bytes_every_time(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        generator().write_samples(tmp_path / folder)
    for name in ("dpt.xlsx", "gudang.xlsx"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
