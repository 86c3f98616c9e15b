"""The worker of `test_killed.py`: commands run in a child that is killed at a random moment, round after round.

Usage: python killed.py FOLDER ROUNDS LONGEST COMMANDS. LONGEST is how many seconds a child lives at the most, COMMANDS
is JSON: a list of command lines, run over and over in that order; `{n}` in a word is the same number within one pass
and another in each, `{last}` the number of the last letter. A child acknowledges each command that was not refused with
the number and hash of the last entry. After each round the record has to be whole, with all its files, and to hold
every acknowledged entry. Says how many rounds, acknowledgements and entries of each kind there were, and in how many
rounds a transaction was left half done.
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
from logistik.ledger.store import Ledger
from logistik.services.verify import verify

BUG = b"Kesalahan di dalam"


def filled(words: list[str], number: int, ledger: Ledger) -> list[str]:
    """A command line of the pass of a number; `{last}` is the number of the last letter on record."""
    letter = ledger.latest("issue")
    last = json.loads(letter.payload)["number"] if letter else "-"
    return [word.replace("{n}", str(number)).replace("{last}", last) for word in words]


def work(folder: Path, commands: list[list[str]], pipe: int) -> None:
    """Run the commands over and over, and say after each what stands in the ledger; a refusal is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    talk = os.open(folder / "stderr.txt", os.O_RDWR | os.O_CREAT | os.O_APPEND)
    os.dup2(talk, 2)
    ledger = Ledger(folder)
    os.write(pipe, b"ready\n")
    while True:
        number = len(ledger.entries())
        for words in commands:
            status = run(filled(words, number, ledger))
            last = ledger.latest()
            if last is None or (status == 2 and BUG in (folder / "stderr.txt").read_bytes()):
                os._exit(1)
            if status != 2:
                os.write(pipe, f"{last.number} {last.hash}\n".encode())


def one_round(folder: Path, commands: list[list[str]], life: float) -> list[str]:
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
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    _, how = os.waitpid(child, 0)
    assert os.WIFSIGNALED(how), (folder / "stderr.txt").read_text("utf-8")
    while part := os.read(reading, 65_536):
        said += part
    os.close(reading)
    lines = said.decode().splitlines(keepends=True)
    return [line.strip() for line in lines[1:] if line.endswith("\n")]


def main(folder: Path, rounds: int, longest: float, commands: list[list[str]]) -> dict[str, int]:
    """All rounds; AssertionError where an entry is lost, a link is broken or a file is not what was recorded."""
    os.chdir(folder)
    for words in commands:  # loads once what every child then has
        assert run(filled(words, 0, Ledger(folder))) != 2, words
    path, chance, acknowledged, half_done = Ledger(folder).path, Random(rounds), 0, 0
    for number in range(rounds):
        said = one_round(folder, commands, chance.random() * longest)
        half_done += path.with_name(f"{path.name}-journal").exists()
        faults = verify(folder).faults
        assert not faults, (number, faults)
        hashes = {f"{entry.number} {entry.hash}" for entry in Ledger(folder).entries()}
        assert set(said) <= hashes, (number, set(said) - hashes)
        acknowledged += len(said)
    kinds = [entry.kind for entry in Ledger(folder).entries()]
    counts = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
    return {"rounds": rounds, "entries": len(kinds), "acknowledged": acknowledged, "half_done": half_done, **counts}


if __name__ == "__main__":
    done = main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), json.loads(sys.argv[4]))
    sys.stderr.write(json.dumps(done) + "\n")
