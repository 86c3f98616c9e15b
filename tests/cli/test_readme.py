"""The README cannot lie: its commands run, and what it shows is what comes out."""

import re
import shlex
from pathlib import Path

import pytest

from logistik.cli.main import COMMANDS as KNOWN
from tests.tools import ROOT, Runner

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    shlex.split(line.partition(" #")[0])[1:]
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("logistik ")
]


def test_every_command_of_the_readme_runs(logistik: Runner, samples: Path) -> None:
    assert len(COMMANDS) > 10
    for words in COMMANDS:
        ran = logistik(*words)
        assert ran.status == (1 if words[0] in ("audit", "close") else 0), (words, ran.err)
        assert "Galat:" not in ran.err


def test_every_command_is_in_the_readme() -> None:
    assert {words[0] for words in COMMANDS} == set(KNOWN)


def test_the_example_of_the_readme_is_the_output_of_the_samples(logistik: Runner, samples: Path) -> None:
    printed = {line.strip() for line in logistik("audit", "gudang.xlsx").out.splitlines()}
    example = README.partition("What an audit looks like:")[2].partition("## ")[0]
    for line in filter(None, map(str.strip, example.splitlines())):
        assert line in printed


def test_ci_calls_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert re.search(r"^    make test$", README, re.MULTILINE)
    assert re.search(r"^make test$", script, re.MULTILINE)


@pytest.mark.parametrize("path", ["CONTRIBUTING.md", "docs/decisions", "data/samples", "LICENSE", "CHANGELOG.md"])
def test_what_the_readme_points_to_is_there(path: str) -> None:
    assert (ROOT / path).exists()
