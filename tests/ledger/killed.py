"""The worker of `test_killed.py`: commands run in a child that is killed at a random moment, round after round.

Usage: python killed.py FOLDER ROUNDS COMMANDS, where COMMANDS is JSON: a list of command lines, run over and over in
that order. A child acknowledges each finished command with the number and hash of the last entry; after each round
the ledger has to be whole and to hold every acknowledged entry. Prints how many rounds, entries and acknowledgements
there were, and in how many rounds the kill left something half done.
"""

import json
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

from logistik.cli.main import run
from logistik.ledger.examination import examine
from logistik.ledger.store import Ledger

LONGEST = 0.09
"""Seconds that a child lives at the most: several commands."""


def work(folder: Path, commands: list[list[str]], pipe: int) -> None:
    """Run the commands over and over, and say after each what stands in the ledger."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    ledger = Ledger(folder)
    os.write(pipe, b"ready\n")
    while True:
        for words in commands:
            status = run(words)
            last = ledger.latest()
            if status == 2 or last is None:
                os.write(pipe, f"failed {words} {status}\n".encode())
                os._exit(1)
            os.write(pipe, f"{last.number} {last.hash}\n".encode())


def one_round(folder: Path, commands: list[list[str]], chance: Random) -> list[str]:
    """Let a child work and kill it; what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with suppress(BaseException):
            work(folder, commands, writing)
        os._exit(2)
    os.close(writing)
    said = os.read(reading, 6)
    time.sleep(chance.random() * LONGEST)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reading, 65_536):
        said += part
    os.close(reading)
    lines = said.decode().splitlines(keepends=True)
    return [line.strip() for line in lines[1:] if line.endswith("\n")]


def main(folder: Path, rounds: int, commands: list[list[str]]) -> dict[str, int]:
    """All rounds; AssertionError where an entry is lost or a link is broken."""
    os.chdir(folder)
    for words in commands:
        assert run(words) != 2, words
    path, chance, acknowledged, half_done = Ledger(folder).path, Random(rounds), 0, 0
    for number in range(rounds):
        said = one_round(folder, commands, chance)
        half_done += path.with_name(f"{path.name}-journal").exists()
        found = examine(path)
        assert not found.faults, (number, found.faults)
        hashes = {f"{entry.number} {entry.hash}" for entry in found.entries}
        assert set(said) <= hashes, (number, set(said) - hashes)
        acknowledged += len(said)
    return {
        "rounds": rounds,
        "entries": len(found.entries),
        "acknowledged": acknowledged,
        "half_done": half_done,
    }


if __name__ == "__main__":
    done = main(Path(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3]))
    sys.stderr.write(json.dumps(done) + "\n")
