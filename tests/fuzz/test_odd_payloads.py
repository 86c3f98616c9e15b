"""A chain that holds, with payloads that no version of ours writes: a message or a finding, never a bug."""

import json
from random import Random
from typing import Any

from logistik.ledger.store import Ledger
from tests.ledger.letters import correspond, moment
from tests.tools import Runner

ROUNDS = 250
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    1.5,
    10**30,
    "",
    "x\x1b[31m\n",
    "2024-13-45",
    "0" * 64,
    [],
    [[]],
    {},
    {"a": [None]},
    "\ud800",
)
WORDS = (
    ["log"],
    ["log", "--format", "json"],
    ["show", "7"],
    ["show", "7", "--format", "json"],
    ["show", "2"],
    ["verify"],
    ["verify", "--format", "json"],
    ["verify", "gudang.xlsx", "dpt.xlsx"],
    ["verify", "--code", "7K2M-0QXA"],
    ["diff", "1", "7"],
    ["requests"],
    ["requests", "--format", "json"],
    ["sign", "2", "--number", "900/SD"],
    ["minutes", "destruction"],
)


def disturbed(payload: Any, chance: Random) -> Any:
    """The payload with one value, somewhere inside, replaced or removed."""
    if not isinstance(payload, dict | list) or not payload or chance.random() < 0.15:
        return chance.choice(ODD)
    keys: list[Any] = list(payload) if isinstance(payload, dict) else list(range(len(payload)))
    key, copy = chance.choice(keys), payload.copy()
    if chance.random() < 0.2:
        del copy[key]
    else:
        copy[key] = disturbed(copy[key], chance)
    return copy


def test_no_payload_brings_a_command_down(logistik: Runner) -> None:
    folder, chance = logistik.folder, Random("payloads")
    correspond(folder)
    payloads = {entry.kind: json.loads(entry.payload) for entry in Ledger(folder).entries()}
    path = Ledger(folder).path
    whole = path.read_bytes()
    for number in range(ROUNDS):
        path.write_bytes(whole)
        kind = list(payloads)[number % len(payloads)]
        odd = disturbed(payloads[kind], chance)
        Ledger(folder).append(kind, json.dumps(odd), moment(2_000))
        for words in (WORDS[number % len(WORDS)], WORDS[(number * 7 + 3) % len(WORDS)]):
            ran = logistik(*words)
            assert "Kesalahan di dalam" not in ran.err, (kind, odd, words, ran.err)
            assert ran.status in (0, 1, 2)
            assert "\x1b" not in ran.out
