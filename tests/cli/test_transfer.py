"""The work order that puts the packing right: its moves, the same in every format, and when there is none."""

import io
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from logistik.documents.transfer_model import WAREHOUSE
from tests import golden
from tests.tools import Ran, Rows, Runner, write_xlsx

ROLL: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    *(
        ["Kota Uji", kecamatan, kelurahan, tps, 400]
        for kecamatan, kelurahan, stations in (("Utara", "Mawar", 4), ("Utara", "Melati", 2), ("Selatan", "Kenanga", 4))
        for tps in range(1, stations + 1)
    ),
]
"""Ten TPS of 400 voters; each needs 410 sheets."""
PACKING = ["Jenis Pemilihan", "Kecamatan", "Kelurahan", "TPS", "Hitung 1", "Hitung 2", "Segel"]
MAWAR, MELATI, KENANGA = (["Utara", "Mawar"], ["Utara", "Melati"], ["Selatan", "Kenanga"])


def packed(election: str, *boxes: tuple[list[str], int, object, object, object]) -> Rows:
    """The packing list of an election; every TPS that is not named holds its 410 sheets."""
    said = {(*region, tps): rest for region, tps, *rest in boxes}
    return [
        [election, *row[1:4], *said.get((str(row[1]), str(row[2]), row[3]), [410, "", ""])] for row in ROLL[1:]
    ]  # fmt: skip


FAULTY = [
    *packed(
        "Gubernur",
        (MAWAR, 1, 417, "", ""),
        (MAWAR, 2, 403, "", ""),
        (MAWAR, 3, 412, "", ""),
        (MELATI, 2, 405, "", ""),
        (KENANGA, 1, 430, "", "ya"),
        (KENANGA, 2, 405, 408, ""),
        (KENANGA, 3, "", "", ""),
    ),
    *packed("Wali Kota", (KENANGA, 4, 414, "", ""), (MELATI, 1, 404, "", "")),
]


def of(logistik: Runner, rows: Rows, *, good: int = 4200, roll: Rows = ROLL) -> Runner:
    """A workspace with a packing list of these rows and so much good stock of each election."""
    stock: Rows = [["Jenis Pemilihan", "Diterima", "Baik"], ["Gubernur", good, good], ["Wali Kota", good, good]]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": roll})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": stock})
    write_xlsx(logistik.folder / "pengesetan.xlsx", {"Pengesetan": [PACKING, *rows]})
    (logistik.folder / "logistik.toml").write_text(
        'ruleset = "pilkada-2024"\nas_of = 2024-11-20\n[kantor]\nnama = "KPU Kota Uji"\nkota = "Kota Uji"\n', "utf-8"
    )
    return logistik


FILES = ("stok.xlsx", "dpt.xlsx", "pengesetan.xlsx")


def ordered(logistik: Runner, *words: str) -> dict[str, Any]:
    """The work order as JSON."""
    ran = logistik("transfer", *FILES, "--format", "json", "--quiet", *words)
    assert ran.status == 0, ran.err
    found: dict[str, Any] = ran.json
    return found


def place(said: Any) -> str:
    return WAREHOUSE if said == WAREHOUSE else f"{said['kelurahan']} {said['tps']}"


def moves(said: dict[str, Any], election: str = "gubernur") -> list[tuple[str, str, int]]:
    return [
        (place(each["from"]), place(each["to"]), each["sheets"])
        for each in said["moves"]
        if each["election"] == election
    ]


def left_alone(said: dict[str, Any]) -> list[tuple[str, str, list[int], int | None]]:
    return [(place(each["region"]), each["reason"], each["counts"], each["difference"]) for each in said["left_alone"]]


def told(ran: Ran) -> str:
    """What a run printed, without what differs from day to day."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "<hash>", f"{ran.out}--\n{ran.err}")
    return re.sub(r"audit [0-9a-f]{12} \(.*?\)", "audit <hash> (<hari>)", text)


def test_nearest_first_and_the_boxes_that_nobody_may_touch(logistik: Runner) -> None:
    said = ordered(of(logistik, FAULTY))
    assert said["schema"] == "logistik.transfer/1"
    assert moves(said) == [
        ("Mawar 001", "Mawar 002", 7),
        ("Mawar 003", "Melati 002", 2),
        ("warehouse", "Melati 002", 3),
        ("warehouse", "Kenanga 003", 410),
    ]
    assert moves(said, "walikota") == [("Kenanga 004", "warehouse", 4), ("warehouse", "Melati 001", 6)]
    assert said["uncovered"] == []
    assert left_alone(said) == [
        ("Kenanga 001", "sealed", [430], 20),
        ("Kenanga 002", "doubtful", [405, 408], None),
    ]
    assert said["moves"][0]["from"] == {
        "level": "tps",
        "name": "001",
        "provinsi": None,
        "kota": "Kota Uji",
        "dapil": None,
        "kecamatan": "Utara",
        "kelurahan": "Mawar",
        "tps": "001",
    }


def test_the_warehouse_gives_what_it_has_and_never_more(logistik: Runner) -> None:
    """A doubtful box counts with its larger figure."""
    own = ordered(of(logistik, FAULTY))["warehouse"][0]
    packed_ = 417 + 403 + 412 + 410 + 410 + 405 + 430 + 408 + 410
    assert own == {
        "election": "gubernur",
        "stock": 4200,
        "packed": packed_,
        "elsewhere": 0,
        "rest": 4200 - packed_,
        "in": 0,
        "out": 413,
    }


def test_what_no_stock_covers_is_told_voters_apart_from_reserve(logistik: Runner) -> None:
    said = ordered(of(logistik, packed("Gubernur", (MAWAR, 1, "", "", ""), (KENANGA, 1, 396, "", "")), good=4000))
    assert moves(said) == [("warehouse", "Mawar 001", 321), ("warehouse", "Kenanga 001", 3)]
    assert [(place(each["region"]), each["voters"], each["reserve"], each["sheets"]) for each in said["uncovered"]] == [
        ("Mawar 001", 79, 10, 89),
        ("Kenanga 001", 1, 10, 11),
    ]
    assert 321 + 3 + 89 + 11 == 410 + 14, "what the two lack"


@pytest.mark.parametrize("name", ["damai/1", "kenanga", "kenanga/satu", "a/b/kenanga/1", "utara/kenanga/1", "/1"])
def test_a_sealed_tps_that_is_not_there_is_refused_with_what_is(name: str, logistik: Runner) -> None:
    ran = of(logistik, FAULTY)("transfer", *FILES, "--sealed", name)
    assert (ran.status, ran.out) == (2, "")
    assert f"--sealed '{name}'" in ran.err
    assert re.search(r"(mawar|damai|kenanga)/", ran.err)


def test_the_nearest_names_are_suggested(logistik: Runner) -> None:
    ran = of(logistik, FAULTY)("transfer", *FILES, "--sealed", "kenangan/3")
    assert "Mungkin maksud Anda kenanga/003" in ran.err


@pytest.mark.parametrize("name", ["mawar/1", "Mawar/001", "utara/mawar/TPS 1", "Kec. Utara/Kel. Mawar/1"])
def test_a_box_named_as_sealed_gives_nothing(name: str, logistik: Runner) -> None:
    said = ordered(of(logistik, FAULTY), "--sealed", name)
    assert moves(said)[0] == ("Mawar 003", "Mawar 002", 2)
    assert (place(said["left_alone"][0]["region"]), said["left_alone"][0]["reason"]) == ("Mawar 001", "sealed")


def test_a_name_that_two_kecamatan_have_needs_its_kecamatan(logistik: Runner) -> None:
    roll = [*ROLL, ["Kota Uji", "Selatan", "Mawar", 1, 400]]
    ran = of(logistik, FAULTY, roll=roll)("transfer", *FILES, "--sealed", "mawar/1")
    assert ran.status == 2
    assert "utara/mawar/001 atau selatan/mawar/001" in ran.err
    assert of(logistik, FAULTY, roll=roll)("transfer", *FILES, "--sealed", "selatan/mawar/1").status == 0


def test_an_unreadable_cell_and_a_second_count_alone_are_no_empty_boxes(logistik: Runner) -> None:
    rows = packed("Gubernur", (MAWAR, 1, "empat ratus", "", ""), (MAWAR, 2, "", 405, ""))
    said = ordered(of(logistik, rows))
    assert moves(said) == []
    assert left_alone(said) == [("Mawar 001", "doubtful", [], None), ("Mawar 002", "doubtful", [405], None)]


def test_a_tps_without_voters_is_told_and_not_moved(logistik: Runner) -> None:
    roll = [*ROLL[:-1], ["Kota Uji", "Selatan", "Kenanga", 4, ""]]
    said = ordered(of(logistik, packed("Gubernur", (MAWAR, 1, 417, "", "")), roll=roll))
    assert moves(said) == [("Mawar 001", "warehouse", 7)]
    assert left_alone(said) == [("Kenanga 004", "voters_unknown", [410], None)]


def test_one_kecamatan_shows_what_touches_it_and_one_election_only_that(logistik: Runner) -> None:
    said = ordered(of(logistik, FAULTY), "--kecamatan", "selatan")
    assert moves(said) == [("warehouse", "Kenanga 003", 410)]
    assert moves(said, "walikota") == [("Kenanga 004", "warehouse", 4)]
    assert moves(ordered(logistik, "--jenis", "walikota")) == []


def test_sheets_packed_for_a_tps_that_is_not_there_are_no_stock_of_the_warehouse(logistik: Runner) -> None:
    ran = of(logistik, [*packed("Gubernur"), ["Gubernur", *MAWAR, 99, 60, "", ""]])("transfer", *FILES)
    assert "60 lembar Gubernur dan Wakil Gubernur" in " ".join(ran.out.split())
    own = ordered(logistik)["warehouse"][0]
    assert (own["elsewhere"], own["rest"]) == (60, 40)


def test_an_election_that_the_packing_list_does_not_name_is_told_not_packed_from_nothing(logistik: Runner) -> None:
    ran = of(logistik, packed("Gubernur"))("transfer", *FILES)
    assert "Wali Kota dan Wakil Wali Kota: daftar pengesetan belum memuat pemilihan ini." in ran.out
    ran = logistik("transfer", "--jenis", "walikota")
    assert (ran.status, ran.out) == (2, "")
    assert "tidak memuat pemilihan 'walikota'" in ran.err


def test_unknown_stock_gives_nothing_and_says_so(logistik: Runner) -> None:
    of(logistik, FAULTY)
    write_xlsx(
        logistik.folder / "stok.xlsx", {"Stok": [["Jenis Pemilihan", "Diterima", "Baik"], ["Gubernur", 4200, ""]]}
    )
    said = ordered(logistik)
    assert said["warehouse"][0]["rest"] is None
    assert sum(each["sheets"] for each in said["uncovered"]) == 413
    assert "stok baik belum diketahui" in logistik("transfer").out


def test_without_a_packing_list_there_is_no_work_order(logistik: Runner) -> None:
    ran = of(logistik, FAULTY)("transfer", "stok.xlsx", "dpt.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert "tidak memuat daftar pengesetan" in ran.err
    assert "logistik transfer stok.xlsx pengesetan.xlsx" in ran.err


def test_without_files_the_last_audit_counts_and_without_one_there_is_none(logistik: Runner) -> None:
    assert of(logistik, FAULTY)("transfer").status == 2
    first = ordered(logistik)
    assert logistik("transfer", "--format", "json", "--quiet").json == first


@pytest.mark.parametrize("columns", ["80", "120"])
def test_the_whole_text(columns: str, logistik: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = of(logistik, FAULTY, good=3900)("transfer", *FILES)
    assert ran.status == 0
    assert max(map(len, ran.out.splitlines())) <= int(columns)
    golden.assert_is("transfer.txt", told(ran))


def test_the_whole_text_where_nothing_is_wrong(logistik: Runner) -> None:
    ran = of(logistik, [*packed("Gubernur"), *packed("Wali Kota")])("transfer", *FILES)
    assert ran.status == 0
    golden.assert_is("transfer-nothing.txt", told(ran))


def test_it_is_a_draft_only_where_boxes_are_to_be_counted_again(logistik: Runner) -> None:
    assert "DRAF" in of(logistik, FAULTY)("transfer", *FILES).out
    assert "DRAF" not in logistik("transfer", "--jenis", "walikota").out


def test_long_names_are_never_cut(logistik: Runner) -> None:
    names = [f"Gunung Samarinda Baru Permai Indah Nomor {at}" for at in (1, 2)]
    roll = [ROLL[0], *(["Kota Uji", "Utara", name, 1, 400] for name in names)]
    rows = [["Gubernur", "Utara", names[0], 1, 415, "", ""], ["Gubernur", "Utara", names[1], 1, 405, "", ""]]
    ran = of(logistik, rows, roll=roll)("transfer", *FILES)
    for name in names:
        assert name in ran.out
    assert "…" not in ran.out


def test_every_format_has_the_moves_of_the_json(logistik: Runner) -> None:
    names = ["t.txt", "t.md", "t.xlsx", "t.docx", "t.pdf", "t.json"]
    of(logistik, FAULTY, good=3900)
    assert logistik("transfer", *FILES, *(word for name in names for word in ("-o", name))).status == 0
    said = json.loads((logistik.folder / "t.json").read_text("utf-8"))
    totals: dict[str, int] = defaultdict(int)
    for each in said["moves"]:
        totals[each["election"]] += each["sheets"]
    for name in names[:-1]:
        text = _read(logistik.folder / name)
        for each in said["moves"]:
            start, end = (WAREHOUSE if each[at] == WAREHOUSE else f"TPS {each[at]['tps']}" for at in ("from", "to"))
            row = f"{start} {end}".replace(WAREHOUSE, "Gudang")
            assert re.search(rf"\b{row}[A-Za-z* ]* {each['sheets']}\b", text), (name, row)
        for each in said["uncovered"]:
            row = f"TPS {each['region']['tps']} {each['region']['kelurahan']}"
            assert f"{row} {each['voters']} {each['reserve']} {each['sheets']}" in text, (name, row)
        for each in said["left_alone"]:
            assert " / ".join(map(str, each["counts"])) in text, name
        for total in totals.values():
            assert str(total) in text, name
        assert said["audit"] in text, name


def _read(path: Path) -> str:
    """What a document says, on one line and without the dots of thousands."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, data_only=True)
        text = " ".join(
            str(cell) for page in book for row in page.iter_rows(values_only=True) for cell in row if cell is not None
        )
    elif path.suffix == ".docx":
        document = docx.Document(str(path))
        text = " ".join(
            [
                *(paragraph.text for paragraph in document.paragraphs),
                *(cell.text for table in document.tables for row in table.rows for cell in row.cells),
            ]
        )
    elif path.suffix == ".pdf":
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages)
    else:
        text = path.read_text("utf-8").replace("|", " ").replace("\\", "").replace("&nbsp;", " ")
    return " ".join(re.sub(r"(?<=\d)\.(?=\d{3}\b)", "", text).split())


def test_the_sums_of_a_workbook_are_formulas(logistik: Runner) -> None:
    of(logistik, FAULTY)("transfer", *FILES, "-o", "t.xlsx")
    page = openpyxl.load_workbook(logistik.folder / "t.xlsx")["Gubernur dan Wakil Gubernur"]
    sums = [str(cell.value) for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(sums) >= 4
    assert all(each.startswith("=") for each in sums)


def test_the_same_audit_gives_the_same_bytes(logistik: Runner) -> None:
    of(logistik, FAULTY)("transfer", *FILES, "-o", "a.pdf", "-o", "a.xlsx")
    logistik("transfer", "-o", "b.pdf", "-o", "b.xlsx")
    for ending in ("pdf", "xlsx"):
        assert (logistik.folder / f"a.{ending}").read_bytes() == (logistik.folder / f"b.{ending}").read_bytes()


def test_no_file_of_the_audit_is_overwritten(logistik: Runner) -> None:
    before = (of(logistik, FAULTY).folder / "pengesetan.xlsx").read_bytes()
    assert logistik("transfer", *FILES, "-o", "pengesetan.xlsx").status == 2
    assert (logistik.folder / "pengesetan.xlsx").read_bytes() == before
