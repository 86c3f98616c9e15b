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

ROUNDS = 300
COMMANDS = [["audit", "--dpt", "dpt.xlsx", "--quiet"], ["audit", "dpt.xlsx", "gudang.xlsx", "--format", "concise"]]
"""Run over and over by the child; each has to leave an entry."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_kill_at_any_moment_loses_no_acknowledged_entry(tmp_path: Path) -> None:
    write_inputs(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ledger.killed", str(tmp_path), str(ROUNDS), json.dumps(COMMANDS)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    done = json.loads(ran.stderr.splitlines()[-1])
    assert done["rounds"] == ROUNDS
    assert done["acknowledged"] > ROUNDS // 10
    assert done["half_done"] > 0
    assert done["entries"] >= done["acknowledged"]
    assert verify(tmp_path).is_whole
