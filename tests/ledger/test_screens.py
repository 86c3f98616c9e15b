"""What log, show, diff and verify print, word for word."""

import re
from pathlib import Path

import pytest

from tests import golden
from tests.ledger.letters import DOCUMENT, NUMBER, STOCK, append, audited, correspond
from tests.tools import Runner, write_xlsx


def timeless(text: str) -> str:
    """The output without what differs from run to run: hashes and codes, sizes of workbooks, the version."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "<hash>", text)
    text = re.sub(r"\b[0-9a-f]{12}\b", "<hash>", text)
    text = re.sub(r"\([0-9.]+ bita\)", "(<n> bita)", text)
    text = re.sub(r'"bytes": [0-9]+', '"bytes": "<n>"', text)
    text = re.sub(r"\b[0-9A-Z]{4}(-[0-9A-Z]{4})+\b", "<kode>", text)
    return re.sub(r"logistik \d+\.\d+\.\d+", "logistik <versi>", text)


@pytest.fixture
def office(logistik: Runner) -> Path:
    """A workspace whose record holds every kind of entry, then another count of the stock and its audit."""
    correspond(logistik.folder)
    write_xlsx(logistik.folder / "gudang.xlsx", {"Stok": [STOCK[0], ["Wali Kota", 408, 400, 8]]})
    audited(logistik.folder, 700)
    return logistik.folder


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("log.txt", ["log"]),
        ("show-audit.txt", ["show", "1"]),
        ("show-letter.txt", ["show", "2"]),
        ("show-receipt.txt", ["show", "4"]),
        ("show-move.txt", ["show", "8"]),
        ("show-taken-back.txt", ["show", "9"]),
        ("diff-80.txt", ["diff"]),
        ("diff.json", ["diff", "1", "10", "--format", "json"]),
        ("verify.txt", ["verify"]),
        ("verify-file.txt", ["verify", DOCUMENT, "dpt.xlsx"]),
        ("help-verify.txt", ["verify", "--help"]),
        ("help-diff.txt", ["diff", "--help"]),
    ],
)
def test_a_command_prints_exactly_this(name: str, words: list[str], logistik: Runner, office: Path) -> None:
    ran = logistik(*words)
    assert (ran.status, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80 or "json" in words
    golden.assert_is(f"ledger-{name}", timeless(ran.out))


def test_a_comparison_reads_well_on_a_wide_screen(
    logistik: Runner, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    ran = logistik("diff")
    assert max(map(len, ran.out.splitlines())) <= 120
    golden.assert_is("ledger-diff-120.txt", timeless(ran.out))


def test_what_is_broken_is_listed_whole(logistik: Runner, office: Path) -> None:
    (office / DOCUMENT).write_bytes(b"diubah")
    append(office, "cancel", {"tool": "", "letter": 1, "reason": "tidak jelas"}, 0)
    ran = logistik("verify")
    assert (ran.status, ran.err) == (1, "")
    golden.assert_is("ledger-verify-broken.txt", timeless(ran.out))


def test_a_letter_is_told_by_its_code(logistik: Runner, office: Path) -> None:
    code = logistik("verify", DOCUMENT, "--format", "json").json["files"][0]["known"][0]["letter"]["code"]
    ran = logistik("verify", "--code", code)
    assert (ran.status, ran.err) == (0, "")
    assert NUMBER in ran.out
    golden.assert_is("ledger-verify-code.txt", timeless(ran.out))


def test_an_anchor_says_how_much_came_after_it(logistik: Runner, office: Path) -> None:
    anchor = logistik("verify", "--format", "json").json["ledger"]["anchor"]["code"]
    assert logistik("verify", "--anchor", anchor).out == (
        "JANGKAR COCOK\n  Catatan nomor 10 (2024-11-13 20:10:00) masih sama; belum ada catatan\n  sesudahnya.\n"
    )
    append(office, "cancel", {"tool": "", "letter": 2, "reason": "tidak perlu lagi"}, 800)
    later = " ".join(logistik("verify", "--anchor", anchor.lower()).out.split())
    assert later.endswith("masih sama; sesudahnya bertambah 1 catatan.")
