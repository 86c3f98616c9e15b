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
    ["show", "10"],
    ["show", "10", "--format", "json"],
    ["show", "2"],
    ["verify"],
    ["verify", "--format", "json"],
    ["verify", "gudang.xlsx", "dpt.xlsx"],
    ["verify", "--code", "7K2M-0QXA"],
    ["diff", "1", "10"],
    ["audit", "gudang.xlsx", "--dpt", "dpt.xlsx"],
    ["request"],
    ["request", "--issue", "--number", "9/A"],
    ["minutes", "sorting"],
    ["requests"],
    ["requests", "--format", "json"],
    ["sign", "2", "--number", "8/A"],
    ["receive", "2", "--good", "1", "--bast", "B"],
    ["requests", "--cancel", "2", "--reason", "salah"],
    ["backup", "cadangan.zip"],
    ["rule", "-o", "kode.txt"],
    ["minutes", "destruction"],
    [
        "move",
        "destroyed",
        "--jenis",
        "walikota",
        "--from",
        "damaged",
        "--sheets",
        "1",
        "--number",
        "B",
        "--date",
        "2024-11-26",
    ],
    ["close"],
    ["close", "--format", "json"],
    ["move", "--cancel", "7", "--reason", "salah"],
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
        (folder / "cadangan.zip").unlink(missing_ok=True)
        Ledger(folder).append(kind, json.dumps(odd), moment(2_000))
        for words in (WORDS[number % len(WORDS)], WORDS[(number * 7 + 3) % len(WORDS)]):
            ran = logistik(*words)
            assert "Kesalahan di dalam" not in ran.err, (kind, odd, words, ran.err)
            assert ran.status in (0, 1, 2)
            assert "\x1b" not in ran.out


def test_fewer_sheets_than_none_are_no_sheets_that_came(logistik: Runner) -> None:
    correspond(logistik.folder)
    Ledger(logistik.folder).append(
        "receive", '{"letter": 2, "good": -3, "damaged": 0, "bast": "B", "date": null}', moment(2_000)
    )
    for words in (["requests"], ["audit", "gudang.xlsx", "--dpt", "dpt.xlsx"]):
        ran = logistik(*words)
        assert (ran.status, ran.out) == (2, "")
        assert "Catatan nomor 10 di ledger tidak dapat dibaca" in ran.err
    assert logistik("verify").status == 1


def test_an_answer_to_a_letter_that_is_not_there_is_said(logistik: Runner) -> None:
    correspond(logistik.folder)
    Ledger(logistik.folder).append("cancel", '{"letter": 1, "reason": "salah"}', moment(2_000))
    ran = logistik("requests")
    assert ran.status == 2
    assert "Catatan nomor 10 di ledger menyebut surat yang tidak ada (catatan nomor 1)" in ran.err


def test_an_audit_that_counted_nothing_and_one_nested_too_deep_are_said(logistik: Runner) -> None:
    correspond(logistik.folder)
    audit = json.loads(Ledger(logistik.folder).entries()[0].payload)
    audit["report"]["balances"] = []
    for payload in (json.dumps(audit), "[" * 100_000):
        Ledger(logistik.folder).append("audit", payload, moment(2_000))
        ran = logistik("request")
        assert ran.status == 2
        assert "tidak dapat dibaca oleh versi logistik ini" in ran.err


def test_a_recorded_name_that_the_system_does_not_take_is_a_file_that_is_gone(logistik: Runner) -> None:
    correspond(logistik.folder)
    letter = json.loads(Ledger(logistik.folder).entries()[1].payload)
    letter["files"][0]["path"] = "a." + "x" * 300
    Ledger(logistik.folder).append("issue", json.dumps(letter), moment(2_000))
    ran = logistik("verify")
    assert ran.status == 1
    assert "tidak ada lagi" in ran.out
