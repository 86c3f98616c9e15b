"""Does this paper match the record: files, codes and anchors."""

from pathlib import Path

import pytest

from logistik.core.codes import code_of
from logistik.ledger.store import Ledger
from tests.fuzz.test_forged import behind_our_back
from tests.ledger.letters import DOCUMENT, NUMBER, SCAN, STOCK, append, audited, correspond
from tests.tools import Runner, write_xlsx


@pytest.fixture
def office(logistik: Runner) -> Path:
    """A workspace with every kind of entry."""
    correspond(logistik.folder)
    return logistik.folder


@pytest.mark.parametrize(
    ("file", "uses"),
    [
        (DOCUMENT, [("issued", 2)]),
        (SCAN, [("signed", 3)]),
        ("gudang.xlsx", [("kept", 2), ("audited", 1)]),
        ("logistik.toml", [("audited", 1)]),
    ],
)
def test_a_file_of_the_record_is_known_by_its_content(
    file: str, uses: list[tuple[str, int]], logistik: Runner, office: Path
) -> None:
    (office / file).rename(office / "salinan dari flashdisk.bin")
    ran = logistik("verify", "salinan dari flashdisk.bin", "--format", "json")
    assert ran.status == 0
    found = ran.json["files"][0]
    assert found["verdict"] == "matches"
    assert [(known["as"], known["entry"]) for known in found["known"]] == uses
    if uses[0][0] != "audited":
        letter = found["known"][0]["letter"]
        assert (letter["number"], letter["election"], letter["asked"]) == (NUMBER, "walikota", 5)


@pytest.mark.parametrize("file", [DOCUMENT, SCAN, "gudang.xlsx"])
def test_a_known_path_with_other_content_has_changed(file: str, logistik: Runner, office: Path) -> None:
    (office / file).write_bytes(b"lain")
    ran = logistik("verify", file)
    assert (ran.status, ran.err) == (1, "")
    assert f"BERUBAH  {file}" in ran.out
    assert "isinya bukan yang tercatat" in ran.out


def test_a_kept_copy_with_other_content_has_changed(logistik: Runner, office: Path) -> None:
    copy = min((office / ".logistik" / "inputs").iterdir()).relative_to(office)
    assert logistik("verify", copy).status == 0
    (office / copy).write_bytes(b"lain")
    assert f"BERUBAH  {copy.as_posix()}" in logistik("verify", copy).out


def test_an_unknown_file_is_said_to_be_unknown(logistik: Runner, office: Path) -> None:
    (office / "lain.pdf").write_bytes(b"surat palsu")
    ran = logistik("verify", "lain.pdf", DOCUMENT)
    assert ran.status == 1
    assert "TIDAK DIKENAL  lain.pdf" in ran.out
    assert f"COCOK  {DOCUMENT}" in ran.out


def test_a_file_that_is_not_there_is_a_mistake(logistik: Runner, office: Path) -> None:
    ran = logistik("verify", "tidak-ada.pdf")
    assert (ran.status, ran.out) == (2, "")


def test_an_input_of_an_earlier_audit_is_still_known(logistik: Runner, office: Path) -> None:
    (office / "gudang.xlsx").rename(office / "gudang lama.xlsx")
    write_xlsx(office / "gudang.xlsx", {"Stok": [STOCK[0], ["Wali Kota", 409, 405, 4]]})
    audited(office, 700)
    assert logistik("verify", "gudang lama.xlsx", "gudang.xlsx").status == 0


def test_paths_are_those_of_the_folder_where_the_user_is(
    logistik: Runner, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office / "surat")
    ran = logistik("verify", "walikota.docx", "../dpt.xlsx")
    assert ran.status == 0
    assert f"COCOK  {DOCUMENT}" in ran.out


def careless(code: str) -> list[str]:
    """A code as people type it."""
    return [code, code.lower(), code.replace("-", ""), code.replace("-", " "), code.replace("0", "O").replace("1", "l")]


def test_a_letter_is_found_by_its_code_however_it_is_typed(logistik: Runner, office: Path) -> None:
    code = logistik("show", "2", "--format", "json").json["payload"]["code"]
    for typed in careless(code):
        ran = logistik("verify", "--code", typed, "--format", "json")
        assert ran.status == 0, typed
        (match,) = ran.json["matches"]
        letter = match["standing"]
        assert (match["number"], letter["number"], letter["date"]) == (2, NUMBER, "2024-11-14")
        assert (letter["election"], letter["region"]["name"]) == ("walikota", "Kota Balikpapan")
        assert (letter["recipient"], letter["asked"], letter["status"]) == ("PT Percetakan Contoh", 5, "partly-met")


def test_an_audit_is_found_by_its_code_and_by_its_hash(logistik: Runner, office: Path) -> None:
    entry = Ledger(office).entries()[0]
    for typed in (*careless(code_of(entry.hash)), entry.short_hash, entry.hash[:8], entry.hash):
        ran = logistik("verify", "--code", typed, "--format", "json")
        assert [match["number"] for match in ran.json["matches"]] == [1], typed
        assert ran.status == 0
    assert "diminta 5 lembar" in logistik("verify", "--code", entry.short_hash).out


def test_an_unknown_code_is_said_to_be_unknown_and_a_short_one_is_a_mistake(logistik: Runner, office: Path) -> None:
    ran = logistik("verify", "--code", "ZZZZ-ZZZZ")
    assert (ran.status, ran.err) == (1, "")
    assert "TIDAK DIKENAL  ZZZZ-ZZZZ" in ran.out
    for typed in ("", "7K2M", "7K2M-0QX"):
        assert logistik("verify", "--code", typed).status == 2
        assert logistik("verify", "--anchor", typed).status == 2


def test_the_code_of_a_head_is_no_anchor(logistik: Runner, office: Path) -> None:
    ran = logistik("verify", "--anchor", code_of(Ledger(office).entries()[-1].hash))
    assert ran.status == 2
    assert "terlalu pendek" in ran.err


def test_an_anchor_counts_what_was_added(logistik: Runner, office: Path) -> None:
    anchor = logistik("verify", "--format", "json").json["ledger"]["anchor"]["code"]
    for added in range(3):
        ran = logistik("verify", "--anchor", anchor, "--format", "json")
        assert (ran.status, ran.json["added_since"]) == (0, added)
        append(office, "cancel", {"letter": 2, "reason": "lagi"}, 900 + added)


def test_no_answer_is_believed_while_the_chain_is_broken(logistik: Runner, office: Path) -> None:
    anchor = logistik("verify", "--format", "json").json["ledger"]["anchor"]["code"]
    behind_our_back(
        Ledger(office).path,
        lambda connection: connection.execute("UPDATE entries SET kind = 'lain' WHERE number = 4"),
    )
    for words in ([DOCUMENT], ["--anchor", anchor], ["--code", Ledger(office).entry(1).hash]):  # type: ignore[union-attr]
        ran = logistik("verify", *words)
        assert (ran.status, ran.err) == (1, "")
        assert "Ledger sendiri tidak utuh (1 kesalahan), jadi jawaban ini tidak dapat dipercaya." in " ".join(
            ran.out.split()
        )


def test_one_question_at_a_time(logistik: Runner, office: Path) -> None:
    assert logistik("verify", DOCUMENT, "--code", "ZZZZ-ZZZZ").status == 2
    assert logistik("verify", "--anchor", "Z" * 16, "--code", "ZZZZ-ZZZZ").status == 2
    assert logistik("verify", "--format", "xml").status == 2
