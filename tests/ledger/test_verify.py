"""The check of the whole record: every fault is named, in one run; exit 0, 1 or 2."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from logistik.ledger.chain import Entry
from logistik.ledger.examination import uri_of
from logistik.ledger.store import Ledger
from logistik.services.verify import verify
from tests.fuzz.test_forged import behind_our_back
from tests.ledger.letters import DOCUMENT, SCAN, append, audited, correspond, issue_payload, kept, move_payload
from tests.tools import Runner, run_process


@pytest.fixture
def office(logistik: Runner) -> Path:
    """A workspace with every kind of entry."""
    correspond(logistik.folder)
    return logistik.folder


def said(logistik: Runner, *words: str) -> str:
    """What `verify` prints for a broken record, on one line."""
    ran = logistik("verify", *words)
    assert (ran.status, ran.err) == (1, "")
    return " ".join(ran.out.split())


def test_a_whole_record_is_said_to_be_whole(logistik: Runner, office: Path) -> None:
    ran = logistik("verify", "--format", "json")
    assert ran.status == 0
    ledger = ran.json["ledger"]
    assert (ran.json["schema"], ran.json["affirmed"], ledger["whole"]) == ("logistik.verify/1", True, True)
    assert (ledger["version"], ledger["entries"], ledger["faults"], ledger["notes"]) == (2, 9, [], [])
    assert (ledger["anchor"]["number"], ledger["anchor"]["hash"]) == (9, Ledger(office).entries()[-1].hash)


def test_without_a_ledger_there_is_nothing_to_verify(logistik: Runner) -> None:
    for words in (["verify"], ["verify", "--code", "7K2M-0QXA"], ["log"], ["show", "1"], ["diff"], ["export"]):
        ran = logistik(*words)
        assert (ran.status, ran.out) == (2, ""), words
        assert "Belum ada ledger di sini" in ran.err
    assert list(logistik.folder.iterdir()) == []


def test_checking_changes_nothing(logistik: Runner, office: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in office.rglob("*") if path.is_file()}
    for words in (["verify"], ["log"], ["show", "1"], ["show", "2"], ["export"], ["verify", DOCUMENT]):
        assert logistik(*words).status == 0
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in office.rglob("*") if path.is_file()}
    assert after == before


def test_broken_settings_do_not_keep_anybody_from_the_record(logistik: Runner, office: Path) -> None:
    (office / "logistik.toml").write_text("rusak = [", "utf-8")
    ran = logistik("verify")
    assert ran.status == 0
    assert "logistik.toml berubah sejak diaudit" in ran.out


def test_every_fault_is_named_in_one_run(logistik: Runner, office: Path) -> None:
    def forge(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE entries SET payload = replace(payload, 'BAST-7', 'BAST-8')")
        connection.execute("DELETE FROM entries WHERE number = 5")

    behind_our_back(Ledger(office).path, forge)
    with closing(sqlite3.connect(Ledger(office).path)) as connection:
        connection.execute("DROP TRIGGER entries_stay")
        connection.execute("CREATE TRIGGER lain AFTER INSERT ON entries BEGIN SELECT 1; END")
    (office / DOCUMENT).write_bytes(b"")
    (office / SCAN).unlink()
    faults = logistik("verify", "--format", "json").json["ledger"]["faults"]
    assert [(fault["about"], fault["entry"], fault["path"]) for fault in faults] == [
        ("schema", None, None),
        ("schema", None, None),
        ("chain", 4, None),
        ("chain", 5, None),
        ("letter", 6, None),
        ("document", 2, DOCUMENT),
        ("document", 2, SCAN),
    ]
    text = said(logistik)
    for words in (
        "LEDGER TIDAK UTUH: 7 kesalahan",
        "Trigger entries_stay tidak ada lagi",
        "Trigger lain di ledger.db bukan milik ledger",
        "Catatan nomor 4 tidak cocok dengan hash-nya: isinya berubah",
        "Catatan nomor 5 tidak ada",
        "Catatan nomor 6: menyebut surat di catatan nomor 5, yang tidak ada",
        f"Berkas surat {DOCUMENT} (catatan nomor 2) berubah",
        f"Pindaian surat {SCAN} (catatan nomor 2) tidak ada lagi",
    ):
        assert words in text
    assert "Jangkar" not in text


@pytest.mark.parametrize(
    "keep", [0, 1, 15, 16, 99, 100, 511, 512, 4095, 4096, 5000, 8192, 12_288, 16_384, -4096, -100, -1]
)
def test_a_file_that_was_cut_off_is_a_finding(keep: int, logistik: Runner, office: Path) -> None:
    path = Ledger(office).path
    path.write_bytes(path.read_bytes()[:keep])
    assert "ledger.db" in said(logistik)


def test_a_file_that_something_was_added_to_is_a_finding(logistik: Runner, office: Path) -> None:
    with Ledger(office).path.open("ab") as stream:
        stream.write(b"tambahan")
    assert "terpotong atau ditambahi" in said(logistik)


def test_a_file_whose_pages_were_overwritten_is_a_finding(logistik: Runner, office: Path) -> None:
    path = Ledger(office).path
    original = path.read_bytes()
    for start in range(0, len(original), 4096):
        path.write_bytes(original[:start] + b"\xa5" * 4096 + original[start + 4096 :])
        assert said(logistik).startswith("LEDGER TIDAK UTUH")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/kerja/a b#c?d%e/ledger.db"), "file:///kerja/a%20b%23c%3Fd%25e/ledger.db?mode=rw"),
        (PureWindowsPath(r"C:\kerja\ledger.db"), "file:///C:/kerja/ledger.db?mode=rw"),
        (PureWindowsPath(r"\\server\logistik\ledger.db"), "file:////server/logistik/ledger.db?mode=rw"),
    ],
)
def test_a_ledger_is_opened_where_it_is_also_on_a_network_share(path: PurePath, uri: str) -> None:
    assert uri_of(path) == uri


def test_a_folder_of_any_name_is_checked(logistik: Runner, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = office.parent / "kantor #1 100% (½)?"
    shutil.copytree(office, other)
    monkeypatch.chdir(other)
    assert logistik("verify").status == 0
    assert logistik("backup", "salinan #1?.db").status == 0
    assert sorted(path.name for path in other.glob("salinan*")) == ["salinan #1?.db"]


def _text(path: Path) -> None:
    path.write_text("bukan basis data, hanya catatan " * 40, "utf-8")


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")


def _foreign_version(path: Path) -> None:
    _foreign(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")


def _no_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE entries")


def _loose_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE other AS SELECT * FROM entries; DROP TABLE entries; ALTER TABLE other RENAME TO entries;"
            "UPDATE entries SET payload = NULL WHERE number = 2; UPDATE entries SET number = 'tiga' WHERE number = 3;"
            "UPDATE entries SET hash = x'ff00' WHERE number = 4; UPDATE entries SET kind = CAST(x'ff' AS TEXT) "
            "WHERE number = 5;"
        )


SPOILT: list[tuple[Callable[[Path], None], str]] = [
    (_text, "isinya bukan ledger"),
    (_foreign, "bukan ledger logistik: versi tabelnya 0"),
    (_foreign_version, "Tabel entries tidak ada lagi di ledger.db"),
    (_no_table, "Tabel entries tidak ada lagi di ledger.db"),
    (_loose_table, "Tabel entries di ledger.db bukan buatan logistik versi tabel 2"),
]


@pytest.mark.parametrize(("spoil", "says"), SPOILT, ids=["text", "foreign", "foreign too", "no table", "loose table"])
def test_a_file_that_is_no_ledger_of_ours_is_a_finding(
    spoil: Callable[[Path], None], says: str, logistik: Runner, office: Path
) -> None:
    spoil(Ledger(office).path)
    assert says in said(logistik)


def test_a_folder_in_place_of_the_file_is_no_ledger(logistik: Runner) -> None:
    Ledger(logistik.folder).path.mkdir(parents=True)
    assert logistik("verify").status == 2


Payload = Callable[[Path, Entry], object]


def _issued(**changes: Any) -> Payload:
    return lambda folder, audit: issue_payload(folder, audit) | changes


def _moved(**changes: Any) -> Payload:
    return lambda _, audit: move_payload(audit) | changes


CONSISTENT: list[tuple[str, str, Payload, str]] = [
    ("another content", "issue", _issued(content="0" * 64), "isi surat tidak cocok dengan hash isinya"),
    ("another code", "issue", _issued(code="AAAA-AAAA"), "kode AAAA-AAAA bukan kode isinya"),
    ("an audit that is not there", "issue", _issued(audit="ab" * 32), "menyebut audit abababababab, yang tidak ada"),
    ("no letter", "issue", _issued(letter=None), "isinya tentang surat tidak dapat dibaca"),
    ("numbers for paths", "issue", _issued(files=[{"path": 1, "sha256": 2, "bytes": 3}]), "isinya tentang surat"),
    ("a list", "receive", lambda *_: [], "isinya tentang surat tidak dapat dibaca"),
    ("a letter by name", "cancel", lambda *_: {"letter": "2", "reason": "x"}, "isinya tentang surat tidak dapat"),
    ("no such letter", "cancel", lambda *_: {"letter": 9, "reason": "x"}, "menyebut surat di catatan nomor 9"),
    ("an audit as letter", "cancel", lambda *_: {"letter": 1, "reason": "x"}, "menyebut surat di catatan nomor 1"),
    ("itself", "cancel", lambda *_: {"letter": 3, "reason": "x"}, "menyebut surat di catatan nomor 3"),
    ("a way that there is not", "move", _moved(how="sold"), "isinya tentang pengeluaran tidak dapat dibaca"),
    ("no sheets", "move", _moved(sheets=0), "isinya tentang pengeluaran tidak dapat dibaca"),
    ("a truth for sheets", "move", _moved(sheets=True), "isinya tentang pengeluaran tidak dapat dibaca"),
    ("no day", "move", _moved(date=None), "isinya tentang pengeluaran tidak dapat dibaca"),
    ("a file by name", "move", _moved(file="ba.pdf"), "isinya tentang pengeluaran tidak dapat dibaca"),
    ("left under no audit", "move", _moved(audit="ab" * 32), "menyebut audit abababababab, yang tidak ada"),
    ("no such move", "unmove", lambda *_: {"move": 9, "reason": "x"}, "menyebut pengeluaran di catatan nomor 9"),
    ("a letter as move", "unmove", lambda *_: {"move": 2, "reason": "x"}, "menyebut pengeluaran di catatan nomor 2"),
    ("back by nothing", "unmove", lambda *_: {"move": 3}, "isinya tentang pengeluaran tidak dapat dibaca"),
]


@pytest.mark.parametrize(("kind", "payload", "says"), [each[1:] for each in CONSISTENT], ids=[e[0] for e in CONSISTENT])
def test_what_does_not_hold_together_is_a_finding_although_the_chain_holds(
    kind: str, payload: Payload, says: str, logistik: Runner
) -> None:
    folder = logistik.folder
    audit = audited(folder)
    append(folder, "issue", issue_payload(folder, audit))
    append(folder, kind, payload(folder, audit))
    assert f"Catatan nomor 3: {says}" in said(logistik)
    for words in (["log"], ["show", "3"], ["log", "--format", "json"], ["show", "3", "--format", "json"]):
        assert logistik(*words).status == 0


def test_what_was_taken_back_twice_is_a_finding(logistik: Runner, office: Path) -> None:
    append(office, "unmove", {"tool": "logistik 0", "move": 8, "reason": "lagi"}, 700)
    says = "Catatan nomor 10: membatalkan pengeluaran di catatan nomor 8, yang sudah dibatalkan."
    assert says in said(logistik)


def test_an_entry_of_a_kind_that_we_do_not_know_is_a_note(logistik: Runner, office: Path) -> None:
    append(office, "minutes", {"tool": "logistik 9"}, 900)
    append(office, "audit", {"tool": "logistik 9"}, 901)
    ran = logistik("verify")
    assert ran.status == 0
    text = " ".join(ran.out.split())
    assert "Catatan jenis 'minutes' di catatan nomor 10 tidak dikenal" in text
    assert "Isi audit di catatan nomor 11 tidak dikenal" in text
    assert "isinya tidak dikenal oleh versi logistik ini" in logistik("log").out


def test_inputs_of_old_audits_that_changed_or_are_gone_are_notes(logistik: Runner, office: Path) -> None:
    (office / "gudang.xlsx").write_bytes(b"lain")
    (office / "dpt.xlsx").unlink()
    ran = logistik("verify")
    assert ran.status == 0
    text = " ".join(ran.out.split())
    assert "gudang.xlsx berubah sejak diaudit (catatan nomor 1); salinannya ada di .logistik/inputs." in text
    assert "dpt.xlsx tidak ada lagi sejak diaudit (catatan nomor 1); salinannya ada di .logistik/inputs." in text


def test_a_copy_that_no_entry_names_is_a_note_unless_its_name_is_not_its_hash(logistik: Runner, office: Path) -> None:
    (office / "sisa.xlsx").write_bytes(b"sisa dari perintah yang terputus")
    name = kept(office, "sisa.xlsx", copy_in="inputs")["sha256"]
    ran = logistik("verify")
    assert ran.status == 0
    assert f".logistik/inputs/{name}.xlsx tidak disebut oleh catatan mana pun" in " ".join(ran.out.split())
    (office / ".logistik" / "inputs" / f"{name}.xlsx").write_bytes(b"lain")
    assert f"Salinan .logistik/inputs/{name}.xlsx berubah" in said(logistik)


def test_nothing_of_the_record_is_obeyed_by_the_terminal(logistik: Runner) -> None:
    folder = logistik.folder
    nasty = "satu\ndua\x1b[31m\x07tiga"
    letter = issue_payload(folder, audited(folder), number=nasty)
    letter["letter"]["recipient"] = nasty
    letter["files"][0]["path"] = f"../{nasty}"
    append(folder, "issue", letter)
    append(folder, "cancel", {"letter": 2, "reason": nasty})
    for words in (["log"], ["show", "2"], ["show", "3"], ["verify"]):
        ran = logistik(*words)
        assert "\x1b" not in ran.out + ran.err
        assert "\x07" not in ran.out
        assert "satu dua·[31m·tiga" in " ".join(ran.out.split())


def test_a_special_file_in_place_of_a_letter_is_not_read(logistik: Runner) -> None:
    folder = logistik.folder
    letter = issue_payload(folder, audited(folder))
    letter["files"][0]["path"] = "/dev/zero"
    append(folder, "issue", letter)
    assert "Berkas surat /dev/zero (catatan nomor 2) tidak" in said(logistik)


def test_the_statuses_as_a_process(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("kosong")
    assert run_process(empty, "verify").status == 2
    assert run_process(samples, "audit", "gudang.xlsx").status == 1
    assert run_process(samples, "verify").status == 0
    assert run_process(samples, "verify", "gudang.xlsx").status == 0
    assert run_process(samples, "verify", "--code", "ZZZZ-ZZZZ").status == 1
    assert run_process(samples, "verify", "gudang.xlsx", "--code", "ZZZZ-ZZZZ").status == 2
    path = Ledger(samples).path
    path.write_bytes(path.read_bytes()[:-100])
    broken = run_process(samples, "verify")
    assert (broken.status, broken.err) == (1, "")


def test_a_record_that_was_moved_with_its_files_is_whole(
    office: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("lain") / "kantor kota"
    shutil.copytree(office, other)
    assert verify(other).faults == ()
    assert json.dumps(verify(other)) == json.dumps(verify(office))
