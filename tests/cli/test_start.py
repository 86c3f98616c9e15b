"""What a command loads: an audit stays light, help loads no command it does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "pandas",
    "openpyxl",
    "xlsxwriter",
    "xml.etree",
    "numpy",
    "babel",
    "num2words",
    "rapidfuzz",
    "pydantic.main",
    "rich.console",
    "docx",
    "docxtpl",
    "jinja2",
    "lxml",
    "segno",
    "typst",
)


def loaded_by(folder: Path, *words: str) -> set[str]:
    """The modules that a command has loaded when it ends."""
    script = (
        "import sys; from logistik.cli.main import run; "
        f"run({list(words)}); print('\\n' + ' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def test_an_audit_loads_nothing_heavy(samples: Path) -> None:
    assert not loaded_by(samples, "audit", "gudang.xlsx") & set(HEAVY)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["request", "--help"],
        ["minutes", "--help"],
        ["transfer", "--help"],
        ["allocate", "--help"],
        ["close", "--help"],
        ["move", "--help"],
        ["requests"],
        ["log"],
    ],
)
def test_help_and_the_record_load_nothing_heavy(words: list[str], samples: Path) -> None:
    assert loaded_by(samples, "audit", "gudang.xlsx")
    assert not loaded_by(samples, *words) & set(HEAVY)


def test_an_inspection_loads_likeness_only_for_what_it_does_not_know(samples: Path) -> None:
    assert not loaded_by(samples, "inspect", "gudang.xlsx", "dpt.xlsx") & {*HEAVY, "sqlite3", "logistik.services.audit"}
    (samples / "asing.csv").write_text("Kecamatan,Jml A\nUtara,500\n", "utf-8")
    assert "rapidfuzz" in loaded_by(samples, "inspect", "asing.csv")


@pytest.mark.parametrize("words", [["--version"], ["ruleset"]])
def test_other_commands_do_not_load_the_readers(words: list[str], samples: Path) -> None:
    assert not loaded_by(samples, *words) & {"python_calamine", "sqlite3", "logistik.services.audit"}
