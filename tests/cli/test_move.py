"""Sheets that leave the warehouse by minutes of their own: what is recorded, what is refused, what is kept safe."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from logistik.ledger.store import Ledger
from tests.tools import Rows, Runner, run_process, write_xlsx

ROLL: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    ["Kota Uji", "Utara", "Mawar", 1, 400],
    ["Kota Uji", "Selatan", "Kenanga", 1, 400],
]
STOCK: Rows = [
    ["Jenis Pemilihan", "Dipesan", "Diterima", "Baik", "Rusak", "Salah Daerah", "Belum Disortir"],
    ["Wali Kota", 820, 880, 840, 30, 10, 0],
    ["Gubernur", 820, 820, "", "", "", 820],
    ["PSU Wali Kota", 2000, 2000, "", "", "", ""],
]
BA = "92/PP.08-BA/6471/2024"
DESTROYED = "destroyed --jenis walikota --from damaged --sheets 20 --date 2024-11-26 --number"


@pytest.fixture
def office(logistik: Runner) -> Runner:
    """A warehouse of 20 surplus, 30 damaged and 10 swapped sheets, and a sealed stock for a revote, audited."""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": STOCK})
    (logistik.folder / "logistik.toml").write_text('dpt = "dpt.xlsx"\ngudang = "stok.xlsx"\n', "utf-8")
    assert logistik("audit", "--quiet", "--as-of", "2024-11-20").status in (0, 1)
    return logistik


def moves(folder: Path) -> list[dict[str, Any]]:
    """What the ledger says left, as it is written there."""
    return [json.loads(entry.payload) for entry in Ledger(folder).entries(("move",))]


def test_what_was_returned_stands_in_the_ledger_with_its_minutes(office: Runner) -> None:
    (office.folder / "ba.pdf").write_bytes(b"pindaian")
    words = ["--jenis", "walikota", "--from", "swapped", "--sheets", "7", "--number", BA, "--date", "2024-11-20"]
    ran = office("move", "returned", *words, "--to", "PT Percetakan Contoh", "--file", "ba.pdf")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "Tercatat: 7 lembar dikembalikan ke percetakan, catatan nomor 2.\n"
    (said,) = moves(office.folder)
    assert said["audit"] == Ledger(office.folder).entries()[0].hash
    wanted = {"how": "returned", "election": "walikota", "from": "swapped", "sheets": 7, "ruleset": "pilkada-2024"}
    wanted |= {"number": BA, "date": "2024-11-20", "to": "PT Percetakan Contoh"}
    assert {key: said[key] for key in wanted} == wanted
    assert said["file"]["path"] == "ba.pdf"
    assert f"berita acara {BA}" in " ".join(office("log").out.split())


@pytest.mark.parametrize(
    ("origin", "jenis", "there"),
    [("damaged", "walikota", 30), ("swapped", "walikota", 10), ("surplus", "walikota", 20), ("psu", "walikota", 2000)],
)
def test_no_more_leaves_than_is_there(origin: str, jenis: str, there: int, office: Runner) -> None:
    words = ["move", "destroyed", "--jenis", jenis, "--from", origin, "--date", "2024-11-26"]
    ran = office(*words, "--number", "1", "--sheets", str(there + 1))
    assert (ran.status, moves(office.folder)) == (2, [])
    assert f"Hanya {there:,} lembar yang masih ada".replace(",", ".") in ran.err
    assert office(*words, "--number", "1", "--sheets", str(there - 4)).status == 0
    ran = office(*words, "--number", "2", "--sheets", "5")
    assert ran.status == 2
    assert "Hanya 4 lembar yang masih ada" in ran.err
    assert office(*words, "--number", "2", "--sheets", "4").status == 0


def test_what_came_damaged_in_answer_to_a_letter_may_leave_too(office: Runner) -> None:
    write_xlsx(office.folder / "stok.xlsx", {"Stok": [STOCK[0], ["Wali Kota", 820, 820, 790, 30, 0, 0]]})
    assert office("audit", "--quiet").status == 1
    assert office("request", "--jenis", "walikota", "--issue", "--number", "7/SD").status == 0
    words = [*DESTROYED.replace("20 ", "35 ", 1).split(), "BA-1"]
    assert office("move", *words).status == 2
    assert office("receive", "7/SD", "--good", "25", "--damaged", "5", "--bast", "B-7").status == 0
    assert office("move", *words).status == 0


def test_what_nobody_counted_is_not_refused(office: Runner) -> None:
    words = DESTROYED.replace("walikota", "gubernur").replace("20 ", "9999 ", 1).split()
    write_xlsx(office.folder / "stok.xlsx", {"Stok": [STOCK[0][:4], ["Gubernur", 820, "", ""], ["Wali Kota", 1, 1, 1]]})
    office("audit", "--quiet")
    assert office("move", *words, BA).status == 0


def test_the_same_sheets_of_the_same_minutes_are_recorded_once(office: Runner) -> None:
    assert office("move", *DESTROYED.split(), BA).status == 0
    ran = office("move", *DESTROYED.split(), BA.lower())
    assert (ran.status, len(moves(office.folder))) == (2, 1)
    assert "sudah dicatat: catatan nomor 2" in ran.err
    assert "logistik move --cancel 2" in ran.err
    other = DESTROYED.replace("damaged", "surplus")
    assert office("move", *other.split(), BA).status == 0, "the same minutes tell of other sheets too"


def test_a_mistake_is_taken_back_once_and_may_then_be_recorded_rightly(office: Runner) -> None:
    assert office("move", *DESTROYED.split(), BA).status == 0
    ran = office("move", "--cancel", "2", "--reason", "salah ketik")
    assert (ran.status, ran.err) == (0, "Dibatalkan: catatan nomor 3.\n")
    assert "(dibatalkan)" in " ".join(office("log").out.split())
    again = office("move", "--cancel", "2", "--reason", "lagi")
    assert (again.status, "sudah dibatalkan: salah ketik" in again.err) == (2, True)
    assert office("move", *DESTROYED.replace("20 ", "30 ", 1).split(), BA).status == 0, "all thirty are there again"
    assert [entry.kind for entry in Ledger(office.folder).entries()] == ["audit", "move", "unmove", "move"]


@pytest.mark.parametrize("entry", ["1", "3", "99"])
def test_only_what_left_is_taken_back(entry: str, office: Runner) -> None:
    assert office("move", *DESTROYED.split(), BA).status == 0
    ran = office("move", "--cancel", entry, "--reason", "x")
    assert (ran.status, f"Catatan nomor {entry} bukan pengeluaran" in ran.err) == (2, True)
    assert "Yang tercatat: 2" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Cara keluar belum disebut"),
        ("sold", "Cara keluar 'sold' tidak dikenal"),
        ("destroyed", "Belum disebut: --jenis, --from, --sheets, --number, --date."),
        (f"returned {DESTROYED[10:]} 1", "Belum disebut: --to."),
        (f"{DESTROYED} 1 --to PT", "Yang dimusnahkan tidak punya penerima"),
        (f"{DESTROYED.replace('damaged', 'good')} 1", "--from 'good' tidak dikenal"),
        (f"{DESTROYED.replace('walikota', 'bupati')} 1", "Pemilihan 'bupati' tidak ada di audit terakhir"),
        (f"{DESTROYED.replace('walikota', 'gubernur').replace('damaged', 'psu')} 1", "Stok PSU pemilihan 'gubernur'"),
        (f"{DESTROYED.replace('2024-11-26', '26/11/2024')} 1", "--date '26/11/2024' bukan tanggal"),
        (f"{DESTROYED.replace('20 ', '0 ', 1)} 1", "Nilai untuk sheets tidak berlaku"),
        (f"{DESTROYED.replace('20 ', '-3 ', 1)} 1", "Nilai untuk sheets tidak berlaku"),
        (f"{DESTROYED} 1 --file tidak-ada.pdf", "tidak-ada.pdf tidak ditemukan"),
        (f"{DESTROYED} 1 --file .logistik/ledger.db", ".logistik/ledger.db ada di folder ledger"),
        (f"{DESTROYED} 1 --reason salah", "--reason hanya dengan --cancel"),
        (f"{DESTROYED} 1 --cancel 2 --reason salah", "--cancel hanya bersama --reason"),
        ("--cancel 2", "Opsi --reason perlu nilai"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_recorded(words: str, said: str, office: Runner) -> None:
    ran = office("move", *words.split())
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err, ran.err
    assert len(Ledger(office.folder).entries()) == 1


@pytest.mark.parametrize("words", [[*DESTROYED.split(), "1"], ["--cancel", "1", "--reason", "x"]])
def test_without_a_record_nothing_is_begun(words: list[str], logistik: Runner) -> None:
    assert logistik("move", *words).status == 2
    assert list(logistik.folder.iterdir()) == []


def test_the_signed_minutes_are_kept_safe_checked_and_backed_up(office: Runner) -> None:
    paper = office.folder / "ba.pdf"
    paper.write_bytes(b"pindaian")
    assert office("move", *DESTROYED.split(), BA, "--file", "ba.pdf").status == 0
    for words in (["audit", "-o", "ba.pdf", "--format", "json"], ["log", "-o", "ba.pdf"], ["requests", "-o", "ba.pdf"]):
        assert office(*words).status == 2
        assert paper.read_bytes() == b"pindaian"
    ran = office("verify", "ba.pdf")
    assert (ran.status, f"berita acara {BA}" in " ".join(ran.out.split())) == (0, True)
    assert office("backup", "cadangan.zip").status == 0
    with ZipFile(office.folder / "cadangan.zip") as archive:
        assert archive.read("ba.pdf") == b"pindaian"
    paper.write_bytes(b"lain")
    ran = office("verify")
    assert (ran.status, "Berita acara ba.pdf (catatan nomor 2) berubah" in " ".join(ran.out.split())) == (1, True)


def test_minutes_with_hostile_words_stay_words(office: Runner) -> None:
    words = ["--jenis", "walikota", "--from", "surplus", "--sheets", "2", "--date", "2024-11-20"]
    ran = office("move", "handed-over", *words, "--number", "=1+1\n\x1b[31m", "--to", "[/x] KPU\r\nLain")
    assert ran.status == 0
    for shown in (office("log"), office("show", "2"), office("log", "--format", "json")):
        assert (shown.status, "\x1b" in shown.out) == (0, False)
    assert "kepada [/x] KPU Lain" in " ".join(office("log").out.split())


def test_two_people_at_once_do_not_take_the_same_sheets(office: Runner) -> None:
    def record(number: int) -> int:
        return run_process(office.folder, "move", *DESTROYED.split(), f"BA-{number}").status

    with ThreadPoolExecutor(3) as pool:
        statuses = sorted(pool.map(record, range(3)))
    assert statuses == [0, 2, 2], "thirty are there, twenty for each"
    assert len(moves(office.folder)) == 1
