"""`show` finds an entry by whatever a person has in hand, and shows an old audit as it was."""

import json
from pathlib import Path

import pytest

from logistik.core.codes import code_of
from logistik.ledger.store import Ledger
from tests.ledger.letters import DPT, MINUTES, NUMBER, STOCK, TOML, append, audited, correspond, issue_payload
from tests.tools import Runner, write_xlsx


@pytest.fixture
def office(logistik: Runner) -> Path:
    """A workspace with every kind of entry."""
    correspond(logistik.folder)
    return logistik.folder


def shown(logistik: Runner, word: str) -> int:
    """The number of the entry that a word means."""
    number: int = logistik("show", word, "--format", "json").json["number"]
    return number


def test_an_entry_is_found_by_number_hash_code_or_letter(logistik: Runner, office: Path) -> None:
    entries = Ledger(office).entries()
    for entry in entries:
        words = [str(entry.number), f"0{entry.number}", entry.hash[:8], entry.hash.upper(), code_of(entry.hash)]
        assert [shown(logistik, word) for word in words] == [entry.number] * 5
    code = json.loads(entries[1].payload)["code"]
    for word in (NUMBER, NUMBER.lower(), f" {NUMBER} ", code, code.lower().replace("-", "")):
        assert shown(logistik, word) == 2


def test_what_is_not_there_is_said(logistik: Runner, office: Path) -> None:
    for word in ("0", "10", "99", "abcdef12", "tidak ada", "²", ""):
        ran = logistik("show", word)
        assert (ran.status, ran.out) == (2, ""), word
        assert "ledger berisi 9 catatan" in ran.err


def test_what_means_several_entries_is_said(logistik: Runner, office: Path) -> None:
    audit = Ledger(office).entries()[0]
    append(office, "issue", issue_payload(office, audit), 800)
    code = issue_payload(office, audit)["code"]
    ran = logistik("show", code)
    assert (ran.status, ran.out) == (2, "")
    assert f"'{code}' cocok dengan beberapa catatan: 2, 10." in ran.err


def test_json_is_the_payload_with_its_place_in_the_chain(logistik: Runner, office: Path) -> None:
    entry = Ledger(office).entries()[3]
    ran = logistik("show", "4", "--format", "json")
    assert ran.json == {
        "schema": "logistik.entry/1",
        "number": 4,
        "recorded_at": "2024-11-13T18:30:00+08:00",
        "kind": "receive",
        "previous": entry.previous,
        "hash": entry.hash,
        "payload": json.loads(entry.payload),
    }


def test_a_recorded_audit_is_shown_as_the_audit_showed_it(logistik: Runner, samples: Path) -> None:
    for words in (["gudang.xlsx"], ["gudang.xlsx", "--level", "tps"]):
        printed = logistik("audit", *words).out
        last = Ledger(samples).entries()[-1].number
        assert logistik("show", str(last)).out.endswith(f"\n\n{printed}")


def test_an_old_audit_is_shown_under_its_own_rules(logistik: Runner) -> None:
    folder = logistik.folder
    write_xlsx(folder / "dpt.xlsx", {"DPT": DPT})
    write_xlsx(folder / "gudang.xlsx", {"Stok": STOCK})
    rules = '[aturan]\nreserve_rate = "5/100"\nvoting_day = 2024-12-01\n'
    (folder / "logistik.toml").write_text(TOML + rules, "utf-8")
    printed = logistik("audit", "--dpt", "dpt.xlsx", "--as-of", "2024-11-13").out
    assert "cadangan 5% per TPS" in printed
    assert "(H-18)" in printed
    (folder / "logistik.toml").write_text(TOML, "utf-8")
    assert logistik("show", "1").out.endswith(f"\n\n{printed}")


def test_an_entry_whose_hash_does_not_fit_is_not_shown(logistik: Runner, office: Path) -> None:
    from tests.fuzz.test_forged import behind_our_back

    behind_our_back(
        Ledger(office).path, lambda connection: connection.execute("UPDATE entries SET kind = 'x' WHERE number = 2")
    )
    for words in (["show", "2"], ["show", "1"], ["log"], ["diff"], ["export"]):
        ran = logistik(*words)
        assert (ran.status, ran.out) == (2, "")
        assert "jalankan `logistik verify`" in ran.err


def test_a_result_can_go_to_a_file_but_never_over_a_letter(logistik: Runner, office: Path) -> None:
    audited(office, 700)
    for words in (["log"], ["show", "2"], ["diff"]):
        screen = logistik(*words, "--format", "json").out
        assert logistik(*words, "--format", "json", "-o", "hasil.json").out == ""
        assert (office / "hasil.json").read_text("utf-8") == screen
        for target in ("surat/walikota.docx", MINUTES, ".logistik/ledger.db", "logistik.toml"):
            before = (office / target).read_bytes()
            assert logistik(*words, "-o", target).status == 2
            assert (office / target).read_bytes() == before


def test_a_comparison_needs_two_audits(logistik: Runner, office: Path) -> None:
    for words in ([], ["2"], ["1", "2"], ["1", "2", "3"], ["1", "99"]):
        ran = logistik("diff", *words)
        assert (ran.status, ran.out) == (2, ""), words
    assert "Hanya dua audit" in logistik("diff", "1", "1", "1").err
    assert "bukan audit" in logistik("diff", "1", "2").err
    assert "yang tercatat 1" in logistik("diff").err


def test_a_comparison_takes_the_last_two_audits_or_those_that_are_named(logistik: Runner, office: Path) -> None:
    for minutes, damaged in ((700, 6), (800, 9)):
        write_xlsx(office / "gudang.xlsx", {"Stok": [STOCK[0], ["Wali Kota", 410, 410 - damaged, damaged]]})
        audited(office, minutes)
    pairs = {(): (10, 11), ("1",): (1, 11), ("1", "10"): (1, 10), ("11", "1"): (11, 1)}
    for words, numbers in pairs.items():
        found = logistik("diff", *words, "--format", "json").json
        assert (found["before"]["number"], found["after"]["number"]) == numbers
        assert found["schema"] == "logistik.diff/1"
    changes = {
        each["figure"]: each["difference"] for each in logistik("diff", "1", "11", "--format", "json").json["balances"]
    }
    assert (changes["damaged"], changes["good"], changes["outstanding"]) == (4, -4, 1)
