"""A process killed at any moment loses nothing that it has acknowledged, and leaves a ledger that is whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from logistik.services.verify import verify
from tests.ledger.letters import write_inputs
from tests.tools import ROOT

AUDITS = [["audit", "--dpt", "dpt.xlsx", "--quiet"], ["audit", "dpt.xlsx", "gudang.xlsx", "--format", "concise"]]
LETTERS = [
    ["audit", "--dpt", "dpt.xlsx", "--quiet"],
    ["request", "--issue", "--number", "S-{n}", "--date", "2024-11-13", "-o", "surat-{n}.txt", "-o", "surat-{n}.md"],
    ["receive", "{last}", "--good", "0", "--damaged", "1", "--bast", "BA-{n}", "--date", "2024-11-14"],
    ["requests", "--cancel", "{last}", "--reason", "uji"],
]
"""Run over and over by the child."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize(
    ("rounds", "longest", "commands", "kinds"),
    [(200, 0.09, AUDITS, {"audit", "half_done"}), (100, 0.25, LETTERS, {"audit", "issue", "receive", "cancel"})],
    ids=["audits", "letters"],
)
def test_a_kill_at_any_moment_loses_no_acknowledged_entry(
    rounds: int, longest: float, commands: list[list[str]], kinds: set[str], tmp_path: Path
) -> None:
    write_inputs(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ledger.killed", str(tmp_path), str(rounds), str(longest), json.dumps(commands)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    done = json.loads(ran.stderr.splitlines()[-1])
    assert done["rounds"] == rounds
    assert done["acknowledged"] > rounds // 10
    assert kinds <= {name for name, count in done.items() if count}, done
    assert verify(tmp_path).is_whole
