"""A copy of the record in one file: consistent, whole or not at all, never over another, and checked."""

import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from logistik.ledger.examination import examine
from logistik.ledger.store import Ledger
from logistik.services.verify import verify
from tests.fuzz.test_forged import behind_our_back
from tests.ledger.letters import DOCUMENT, MINUTES, SCAN, append, audited, correspond, issue_payload, kept
from tests.tools import Runner


@pytest.fixture
def office(logistik: Runner) -> Path:
    """A workspace with every kind of entry."""
    correspond(logistik.folder)
    return logistik.folder


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_the_ledger_alone(logistik: Runner, office: Path) -> None:
    before = names(office)
    ran = logistik("backup", "cadangan.db")
    anchor = logistik("verify", "--format", "json").json["ledger"]["anchor"]["code"]
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        "Tersimpan di cadangan.db: 9 catatan; rantainya utuh.",
        f"Jangkar catatan nomor 9: {anchor}",
    ]
    assert names(office) - before == {"cadangan.db"}
    assert examine(office / "cadangan.db") == examine(Ledger(office).path)
    assert logistik("backup", "lagi.DB", "--quiet").err == ""


def test_an_archive_unpacks_into_a_workspace_that_verifies(
    logistik: Runner, office: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = names(office)
    assert logistik("backup", "cadangan.zip").status == 0
    assert names(office) - before == {"cadangan.zip"}
    other = tmp_path_factory.mktemp("lain")
    with ZipFile(office / "cadangan.zip") as archive:
        members = archive.namelist()
        assert {told.date_time for told in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        archive.extractall(other)
    copies = [f".logistik/{name}" for name, count in (("inputs", 2), ("files", 3)) for _ in range(count)]
    assert sorted(str(Path(name).parent.as_posix()) for name in members if name.startswith(".logistik/")) == sorted(
        [".logistik", *copies]
    )
    assert {DOCUMENT, SCAN, MINUTES} < set(members)
    assert verify(other).faults == ()
    assert verify(other).head == verify(office).head


def test_the_same_record_gives_the_same_archive(logistik: Runner, office: Path) -> None:
    assert logistik("backup", "satu.zip").status == logistik("backup", "dua.zip").status == 0
    assert (office / "satu.zip").read_bytes() == (office / "dua.zip").read_bytes()


@pytest.mark.parametrize("name", ["cadangan", "cadangan.tar", "cadangan.zip.txt", ".db", ".zip"])
def test_another_ending_is_refused_and_the_two_are_named(name: str, logistik: Runner, office: Path) -> None:
    before = names(office)
    ran = logistik("backup", name)
    assert ran.status == 2
    assert "harus berakhir .db atau .zip" in ran.err
    assert names(office) == before


@pytest.mark.parametrize("ending", ["db", "zip"])
def test_no_file_is_ever_overwritten(ending: str, logistik: Runner, office: Path) -> None:
    target = office / f"cadangan.{ending}"
    target.write_bytes(b"yang lama")
    before = names(office)
    ran = logistik("backup", target.name)
    assert (ran.status, target.read_bytes()) == (2, b"yang lama")
    assert "sudah ada; cadangan tidak menimpa berkas" in ran.err
    assert names(office) == before


def test_a_file_that_came_into_being_meanwhile_is_not_overwritten(
    logistik: Runner, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = office / "cadangan.db"
    check = examine

    def slow(path: Path) -> object:
        target.write_bytes(b"yang lain")
        return check(path)

    monkeypatch.setattr("logistik.services.backup.examine", slow)
    assert logistik("backup", "cadangan.db").status == 2
    assert target.read_bytes() == b"yang lain"


@pytest.mark.parametrize("name", ["tidak/ada/cadangan.db", ".logistik/cadangan.db", ".logistik/files/cadangan.zip"])
def test_a_place_that_is_no_place_for_it_is_refused(name: str, logistik: Runner, office: Path) -> None:
    before = names(office)
    assert logistik("backup", name).status == 2
    assert names(office) == before


def test_a_record_that_is_broken_is_not_backed_up(logistik: Runner, office: Path) -> None:
    behind_our_back(
        Ledger(office).path, lambda connection: connection.execute("UPDATE entries SET kind = 'x' WHERE number = 2")
    )
    before = names(office)
    for name in ("cadangan.db", "cadangan.zip"):
        ran = logistik("backup", name)
        assert ran.status == 2
        assert "Ledger tidak utuh, jadi tidak dicadangkan: Catatan nomor 2 tidak cocok" in ran.err
    Ledger(office).path.write_bytes(b"bukan basis data " * 99)
    assert logistik("backup", "cadangan.db").status == 2
    assert names(office) == before


def test_what_is_missing_or_lies_outside_is_told(logistik: Runner, office: Path) -> None:
    (office / SCAN).unlink()
    outside = office.parent / "luar.docx"
    outside.write_bytes(b"di luar")
    letter = issue_payload(office, Ledger(office).entries()[0], files=[kept(office, "../luar.docx", copy_in="files")])
    append(office, "issue", letter, 700)
    ran = logistik("backup", "cadangan.zip")
    outside.unlink()
    assert ran.status == 0
    assert f"Tidak ikut, karena hilang atau di luar folder kerja: {SCAN} dan ../luar.docx." in ran.err
    with ZipFile(office / "cadangan.zip") as archive:
        assert not [name for name in archive.namelist() if ".." in name or name.startswith("/")]


def test_a_copy_is_consistent_while_another_program_writes(logistik: Runner) -> None:
    audited(logistik.folder)
    with closing(sqlite3.connect(Ledger(logistik.folder).path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert logistik("backup", "cadangan.db").status == 0
        connection.execute("ROLLBACK")
    assert len(examine(logistik.folder / "cadangan.db").entries) == 1
