"""The three berita acara: what they say in full, the same figures in every format, and nothing that nobody knows."""

import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from logistik.services.minutes import slug
from tests import golden
from tests.tools import Ran, Rows, Runner, write_xlsx

ROLL: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    ["Kota Uji", "Utara", "Mawar", 1, 400],
    ["Kota Uji", "Selatan", "Kenanga", 1, 400],
]
HEAD = ["Jenis Pemilihan", "Kecamatan", "Dipesan", "Diterima", "Baik", "Rusak", "Salah Daerah", "Belum Disortir"]
KINDS = ("sorting", "handover", "destruction")


@pytest.fixture
def audited(logistik: Runner, samples: Path) -> Runner:
    """The samples, audited."""
    assert logistik("audit", "gudang.xlsx", "--quiet").status == 1
    return logistik


def of(logistik: Runner, *rows: list[object], roll: Rows = ROLL) -> Runner:
    """A workspace with a stock of these rows, audited."""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": roll})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": [HEAD, *rows]})
    assert logistik("audit", "stok.xlsx", "--dpt", "dpt.xlsx", "--quiet").status in (0, 1)
    return logistik


def figures(ran: Ran) -> list[dict[str, Any]]:
    """The rows of the first document in JSON."""
    assert ran.status == 0, ran.err
    rows: list[dict[str, Any]] = ran.json["documents"][0]["rows"]
    return rows


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("words", [["sorting"], ["handover", "--kecamatan", "balikpapan-kota"], ["destruction"]])
def test_the_whole_text(words: list[str], audited: Runner) -> None:
    ran = audited("minutes", *words)
    assert ran.status == 0
    text = re.sub(r"\b[0-9a-f]{64}\b", "<hash>", f"{ran.out}--\n{ran.err}")
    golden.assert_is(f"minutes-{words[0]}.txt", re.sub(r"audit [0-9a-f]{12} \(.*?\)", "audit <hash> (<hari>)", text))


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_has_the_figures_of_the_json(kind: str, audited: Runner) -> None:
    words = ["--kecamatan", "balikpapan-kota"] if kind == "handover" else []
    names = ["ba.txt", "ba.md", "ba.xlsx", "ba.json"]
    assert audited("minutes", kind, *words, *(word for name in names for word in ("-o", name))).status == 0
    rows = json.loads((audited.folder / "ba.json").read_text("utf-8"))["documents"][0]["rows"]
    wanted = sorted(_numbers(rows))
    assert len(wanted) >= 8
    for name in names[:2]:
        told = [
            int(each.replace(".", ""))
            for each in re.findall(r"\d+(?:\.\d{3})*", (audited.folder / name).read_text("utf-8"))
        ]
        assert set(wanted) <= set(told), name
    page = openpyxl.load_workbook(audited.folder / "ba.xlsx", data_only=True)["Berita acara"]
    cells = [cell for row in page.iter_rows(values_only=True) for cell in row if isinstance(cell, int)]
    assert set(wanted) <= set(cells)


def _numbers(said: object) -> list[int]:
    if isinstance(said, dict):
        kept = (
            "election",
            "title",
            "stock",
            "region",
            "is_ordered",
            "is_sealed",
            "outstanding",
            "later",
            "later_damaged",
        )
        left = {"required", "ordered", "noted", "surplus", "request"} if "request" in said else set()
        return [n for key, value in said.items() if key not in kept and key not in left for n in _numbers(value)]
    if isinstance(said, list):
        return [n for each in said for n in _numbers(each)]
    return [said] if isinstance(said, int) and not isinstance(said, bool) else []


def test_sorting_says_what_the_audit_counted(audited: Runner) -> None:
    rows = figures(audited("minutes", "sorting", "--format", "json"))
    assert [(row["election"], row["stock"]) for row in rows] == [
        ("gubernur", "voting"),
        ("walikota", "voting"),
        ("walikota", "revote"),
    ]
    mayor = rows[1]["row"]
    assert (mayor["received"], mayor["good"], mayor["usable_defects"]) == (534210, 534057, 52)
    assert (mayor["damaged"], mayor["swapped"], mayor["short"]) == (128, 25, 265)
    assert sum(each["sheets"] for each in rows[1]["damage"]) == 128


def test_a_handover_has_a_document_for_each_kecamatan(audited: Runner) -> None:
    assert audited("minutes", "handover", "-o", "ba.xlsx", "-o", "ba.json").status == 0
    names = sorted(path.name for path in audited.folder.glob("ba*"))
    ends = ("barat", "kota", "selatan", "tengah", "timur", "utara")
    assert names == sorted([*(f"ba-balikpapan-{end}.xlsx" for end in ends), "ba.json"])
    documents = json.loads((audited.folder / "ba.json").read_text("utf-8"))["documents"]
    wholes = [row for each in documents for row in each["rows"] if row["region"]["level"] == "kecamatan"]
    assert sum(row["required"] for row in wholes if row["election"] == "walikota") == 534475
    assert {row["delivered"] for each in documents for row in each["rows"]} == {None}


def test_the_total_of_a_handover_is_a_sum(audited: Runner) -> None:
    audited("minutes", "handover", "--kecamatan", "balikpapan-kota", "-o", "ba.xlsx")
    page = openpyxl.load_workbook(audited.folder / "ba.xlsx")["Berita acara"]
    sums = [str(cell.value) for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(sums) == 8
    assert all(re.fullmatch(r"=SUM\([A-Z]+\d+:[A-Z]+\d+\)", each) for each in sums)


def test_kecamatan_whose_names_make_the_same_file_get_files_of_their_own() -> None:
    taken: set[str] = set()
    names = ["Balikpapan Kota", "Balikpapan-Kota", "BALIKPAPAN  KOTA", "../..", "北"]
    assert [slug(name, taken) for name in names] == [
        "balikpapan-kota", "balikpapan-kota-2", "balikpapan-kota-3", "kecamatan", "kecamatan-2",
    ]  # fmt: skip


def test_one_number_is_not_given_to_several_minutes(audited: Runner) -> None:
    assert audited("minutes", "handover", "--number", "1/BA/2024").status == 2
    ran = audited("minutes", "handover", "--kecamatan", "balikpapan-kota", "--number", "1/BA/2024")
    assert "Nomor 1/BA/2024" in ran.out
    assert "Nomor berita acara" not in ran.err


def test_destruction_adds_surplus_and_damage_and_leaves_no_more_than_was_fixed(logistik: Runner) -> None:
    rows = (["Gubernur", "", 820, 850, 835, 10, 5, 0], ["Wali Kota", "", 820, 815, 810, 5, 0, 0])
    text = flat(of(logistik, *rows)("minutes", "destruction").out)
    assert "Gubernur dan Wakil Gubernur 15 10 0 25" in text
    assert "Gubernur dan Wakil Gubernur: 25 (dua puluh lima) lembar" in text
    assert "sesudah pemusnahan 820 lembar, tidak melebihi jumlah yang ditetapkan, yaitu 820 lembar" in text
    assert "sesudah pemusnahan 810 lembar, tidak melebihi jumlah yang ditetapkan, yaitu 820 lembar" in text
    assert "Jumlah 15 15 0 30" in text
    assert "kecuali yang dikembalikan atau diserahkan dengan berita acara tersendiri" in text
    assert "DRAF" not in text
    assert "1519" not in text, "an assumed basis"
    assert "Pasal 82 ayat (5) dan ayat (6)" in text


def test_destruction_counts_what_came_damaged_in_answer_to_letters(audited: Runner) -> None:
    before = next(
        row for row in figures(audited("minutes", "destruction", "--format", "json")) if row["election"] == "walikota"
    )
    assert audited("request", "--jenis", "walikota", "--issue", "--number", "7/SD").status == 0
    assert audited("receive", "7/SD", "--good", "400", "--damaged", "9", "--bast", "BA-7").status == 0
    ran = audited("minutes", "destruction", "--format", "json")
    row = next(row for row in figures(ran) if row["election"] == "walikota")
    assert (before["later_damaged"], row["later_damaged"], row["later"]) == (0, 9, 400)
    assert row["destroyed"] == before["destroyed"] + 9
    assert "DRAF" not in ran.err


def test_destruction_leaves_to_a_kecamatan_what_came_damaged_in_answer_to_its_own_letter(logistik: Runner) -> None:
    of(logistik, ["Gubernur", "Utara", "", 400, 400, 0, 0, 0], ["Gubernur", "Selatan", "", 410, 410, 0, 0, 0])
    assert logistik("request", "--kecamatan", "utara", "--issue", "--number", "1/PPK").status == 0
    assert logistik("receive", "1/PPK", "--good", "6", "--damaged", "4", "--bast", "BA-1").status == 0
    (row,) = figures(logistik("minutes", "destruction", "--format", "json"))
    assert (row["later_damaged"], row["destroyed"]) == (0, 0)


def test_later_sheets_are_usable_and_what_exceeds_the_base_is_destroyed(logistik: Runner) -> None:
    of(logistik, ["Gubernur", "", 820, 815, 810, 5, 0, 0])
    assert logistik("request", "--issue", "--number", "1/SD").status == 0
    assert logistik("receive", "1/SD", "--good", "12", "--bast", "BA-1").status == 0
    ran = logistik("minutes", "destruction", "--format", "json")
    (row,) = figures(ran)
    assert (row["later"], row["surplus"], row["destroyed"], row["usable"]) == (12, 2, 7, 820)


MOVES = (
    "returned --from swapped --sheets 3 --number 90/BA --date 2024-11-20 --to PT",
    "handed-over --from surplus --sheets 5 --number 91/BA --date 2024-11-21 --to KPU",
    "destroyed --from damaged --sheets 8 --number 92/BA --date 2024-11-26",
)


def test_destruction_leaves_out_what_is_gone_already_and_says_by_which_minutes(logistik: Runner) -> None:
    of(logistik, ["Gubernur", "", 820, 850, 835, 10, 5, 0], ["Wali Kota", "", 820, 830, 820, 10, 0, 0])
    for words in MOVES:
        assert logistik("move", *words.split(), "--jenis", "gubernur").status == 0
    ran = logistik("minutes", "destruction")
    text = flat(ran.out)
    assert "Gubernur dan Wakil Gubernur 15 10 0 - 13 12" in text, "surplus, damaged, later, gone, to be destroyed"
    assert "Wali Kota dan Wakil Wali Kota 0 10 0 0 10" in text
    assert "Jumlah 15 20 0 - 13 22" in text
    assert "Gubernur dan Wakil Gubernur 5 3 0 2" in text, "swapped, returned, destroyed, left"
    assert "Wali Kota dan Wakil Wali Kota 0 0" in text, "by hand"
    for said in (
        "3 lembar salah daerah dikembalikan kepada PT, berita acara nomor 90/BA tanggal 20 November 2024",
        "5 lembar kelebihan diserahkan kepada KPU, berita acara nomor 91/BA",
        "8 lembar rusak dimusnahkan, berita acara nomor 92/BA tanggal 26 November 2024 (catatan ledger nomor 4)",
        "dapat dipakai sesudah pemusnahan 820 lembar",
    ):
        assert said in text
    row, _ = figures(logistik("minutes", "destruction", "--format", "json"))
    assert (row["surplus"], row["damaged"], row["destroyed"], row["usable"]) == (15, 10, 12, 820)
    assert [(each["how"], each["from"], each["sheets"], each["number"]) for each in row["gone"]] == [
        ("returned", "swapped", 3, "90/BA"),
        ("handed-over", "surplus", 5, "91/BA"),
        ("destroyed", "damaged", 8, "92/BA"),
    ]
    closed = logistik("close", "--format", "json", "--as-of", "2024-11-20").json["elections"][0]["lines"]
    still = {line["name"]: line["sheets"] for line in closed}
    assert still["surplus"] + still["damaged"] == row["destroyed"]
    assert "DRAF" not in ran.out


def test_more_gone_than_was_counted_makes_a_draft_of_the_destruction(logistik: Runner) -> None:
    of(logistik, ["Gubernur", "", 820, 830, 820, 10, 0, 0])
    assert logistik("move", *MOVES[2].split(), "--jenis", "gubernur").status == 0
    of(logistik, ["Gubernur", "", 820, 825, 820, 5, 0, 0])
    ran = logistik("minutes", "destruction")
    assert "yang tercatat keluar lebih banyak daripada yang dihitung" in flat(ran.out)
    assert "DRAF" in ran.out
    assert "Gubernur dan Wakil Gubernur: 0 (nol) lembar" in flat(ran.out)


def test_the_revote_stock_is_excepted_and_named(audited: Runner) -> None:
    text = flat(audited("minutes", "destruction").out)
    assert "Dikecualikan dari pemusnahan: surat suara pemungutan suara ulang (PSU)" in text
    assert "Wali Kota dan Wakil Wali Kota (PSU) 2.000 lembar" in text
    assert "tidak diserahkan" in flat(audited("minutes", "handover", "--kecamatan", "balikpapan-kota").out)


def test_a_sealed_revote_stock_is_said_to_be_unopened(logistik: Runner) -> None:
    rows = (["Gubernur", "", 820, 820, 820, 0, 0, 0], ["Gubernur PSU", "", 2000, 2000, "", "", "", ""])
    ran = of(logistik, *rows)("minutes", "sorting")
    text = flat(ran.out)
    assert "Tidak dibuka dan tetap tersegel, jumlahnya menurut label koli: Gubernur dan Wakil Gubernur (PSU)" in text
    assert "DRAF" not in ran.out


@pytest.mark.parametrize("kind", ["sorting", "destruction"])
def test_what_was_not_sorted_yet_makes_a_draft(kind: str, logistik: Runner) -> None:
    ran = of(logistik, ["Gubernur", "", 820, 820, 700, 20, 0, 100])("minutes", kind, "-o", "ba.xlsx", "-o", "ba.txt")
    text = (logistik.folder / "ba.txt").read_text("utf-8")
    assert text.lstrip().startswith("DRAF")
    assert "100 lembar belum disortir" in flat(text)
    assert "100 lembar belum disortir" in ran.err
    page = openpyxl.load_workbook(logistik.folder / "ba.xlsx")["Berita acara"]
    assert page["A1"].value == "DRAF"


def test_what_is_unknown_stays_dotted_and_is_never_zero(logistik: Runner) -> None:
    of(logistik, ["Gubernur", "", 820, "", "", "", "", ""], ["Wali Kota", "", 820, 820, 820, 0, 0, 0])
    ran = logistik("minutes", "destruction", "--jenis", "gubernur")
    text = flat(ran.out)
    assert "Gubernur dan Wakil Gubernur ............ ............ 0 ............" in text
    assert "Gubernur dan Wakil Gubernur: ........................ ( ........................ ) lembar" in text
    assert "sesudah pemusnahan belum diketahui" in text
    both = flat(logistik("minutes", "destruction").out)
    assert "Jumlah ............ ............ 0 ............" in both, "a sum of what is not known is not known"
    assert "DRAF" in text
    (row,) = figures(logistik("minutes", "destruction", "--jenis", "gubernur", "--format", "json"))
    assert (row["surplus"], row["destroyed"], row["usable"]) == (None, None, None)


def test_a_roll_with_a_gap_makes_the_handover_a_draft(logistik: Runner) -> None:
    roll = [*ROLL, ["Kota Uji", "Utara", "Mawar", 2, ""]]
    ran = of(logistik, ["Gubernur", "", 820, 820, 820, 0, 0, 0], roll=roll)(
        "minutes", "handover", "--kecamatan", "utara"
    )
    assert "1 TPS tanpa jumlah pemilih, kebutuhannya batas bawah" in flat(ran.out)
    assert "DRAF" in ran.out
    assert "DRAF" not in logistik("minutes", "handover", "--kecamatan", "selatan").out


def test_hostile_names_are_text_everywhere(logistik: Runner) -> None:
    names = ("=cmd|'/c calc'!A1", "../../etc/passwd", "@x\x1b[31m", "Utara", "U-tara")
    roll = [ROLL[0], *(["Kota Uji", name, "Mawar", 1, 400] for name in names)]
    of(logistik, ["Gubernur", "", 2050, 2050, 2050, 0, 0, 0], roll=roll)
    ran = logistik("minutes", "handover", "-o", "ba.xlsx", "-o", "ba.txt", "-o", "ba.md")
    assert ran.status == 0, ran.err
    files = [path.name for path in logistik.folder.glob("ba-*")]
    assert len(files) >= 12
    assert all(re.fullmatch(r"ba-[a-z0-9-]+\.(xlsx|txt|md)", name) for name in files)
    for path in logistik.folder.glob("ba-*.xlsx"):
        cells = [cell for row in openpyxl.load_workbook(path)["Berita acara"].iter_rows() for cell in row]
        assert all(str(cell.value).startswith("=SUM(") for cell in cells if cell.data_type == "f")
    assert not [path for path in logistik.folder.glob("ba-*.txt") if "\x1b" in path.read_text("utf-8")]
    assert not [path for path in logistik.folder.glob("ba-*.md") if "\x1b" in path.read_text("utf-8")]
    assert "\x1b" not in logistik("minutes", "handover").out


@pytest.mark.parametrize("words", [[], ["lain"], ["Sorting"]])
def test_a_kind_that_there_is_not_is_refused_with_the_list(words: list[str], audited: Runner) -> None:
    ran = audited("minutes", *words)
    assert ran.status == 2
    assert "sorting (penyortiran), handover (serah terima kepada PPK), destruction (pemusnahan)" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["destruction", "--kecamatan", "balikpapan-kota"], "bukan per kecamatan"),
        (["sorting", "--jenis", "bupati"], "'bupati' tidak ada"),
        (["sorting", "--date", "13-11-2024"], "--date '13-11-2024' bukan tanggal"),
        (["sorting", "-o", "ba.odt"], "bukan bentuk dokumen"),
        (["sorting", "-o", "ba.txt", "-o", "./ba.txt"], "menyebut berkas yang sama"),
        (["sorting", "-o", "dpt.xlsx"], "berkas masukan"),
        (["sorting", "--format", "xlsx"], "tidak dikenal"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_and_writes_nothing(words: list[str], said: str, audited: Runner) -> None:
    before = {path.name: path.read_bytes() for path in audited.folder.iterdir() if path.is_file()}
    ran = audited("minutes", *words)
    assert (ran.status, said in ran.err) == (2, True), ran.err
    assert {path.name: path.read_bytes() for path in audited.folder.iterdir() if path.is_file()} == before


def test_without_an_audit_there_are_no_minutes(logistik: Runner, samples: Path) -> None:
    assert "Belum ada audit" in logistik("minutes", "sorting").err


def test_the_date_opens_the_minutes_in_words(audited: Runner) -> None:
    text = flat(audited("minutes", "sorting", "--date", "2024-11-09").out)
    before_voting = flat(audited("minutes", "destruction").out)
    assert "Sabtu, tanggal sembilan bulan November tahun dua ribu dua puluh empat (09-11-2024)" in text
    assert "tanggal dua puluh enam bulan November" in before_voting


def test_an_empty_workspace_has_dotted_lines_and_says_which(logistik: Runner) -> None:
    ran = of(logistik, ["Gubernur", "", 820, 820, 820, 0, 0, 0])("minutes", "sorting")
    assert "Ketua ........................" in ran.out
    assert "Belum diisi (garis titik-titik): Nama kantor ([kantor] nama); Nomor berita acara (--number)" in ran.err


def test_a_kecamatan_that_was_counted_has_minutes_of_its_sorting(audited: Runner) -> None:
    text = flat(audited("minutes", "sorting", "--kecamatan", "balikpapan-kota").out)
    assert "surat suara untuk Kecamatan Balikpapan Kota dengan hasil" in text
    assert "62.443 62.163 280" in text


PACKING_HEAD = ["Kecamatan", "Kelurahan", "TPS", "Gubernur"]


def packed(logistik: Runner, *rows: list[object]) -> Runner:
    """A city of two TPS, and what was packed for each, audited."""
    write_xlsx(logistik.folder / "set.xlsx", {"Set": [PACKING_HEAD, *rows]})
    of(logistik, ["Gubernur", "", 820, 820, 820, 0, 0, 0])
    assert logistik("audit", "stok.xlsx", "set.xlsx", "--dpt", "dpt.xlsx", "--quiet").status in (0, 1)
    return logistik


def test_what_was_packed_is_what_is_handed_over(logistik: Runner) -> None:
    packed(logistik, ["Utara", "Mawar", 1, 408], ["Selatan", "Kenanga", 1, 410])
    ran = logistik("minutes", "handover", "--kecamatan", "utara", "-o", "ba.txt", "-o", "ba.json", "-o", "ba.xlsx")
    text = flat((logistik.folder / "ba.txt").read_text("utf-8"))
    assert "1 Mawar 1 400 10 410 408 " in text
    assert " Utara 1 400 10 410 408 " in text
    assert "Kolom Diserahkan adalah jumlah lembar di dalam kotak TPS menurut daftar pengesetan" in text
    assert "diisi dengan tangan" not in text
    assert "DRAF" not in ran.err
    assert "Jumlah koli dan kotak (di berita acara" in ran.err
    (document,) = json.loads((logistik.folder / "ba.json").read_text("utf-8"))["documents"]
    assert [(row["region"]["name"], row["delivered"]) for row in document["rows"]] == [("Utara", 408), ("Mawar", 408)]
    page = openpyxl.load_workbook(logistik.folder / "ba.xlsx", data_only=True)["Berita acara"]
    assert [row[-1] for row in page.iter_rows(values_only=True) if "Mawar" in row or "Utara" in row] == [408, 408]


def test_boxes_that_are_not_packed_make_a_draft_with_a_dash(logistik: Runner) -> None:
    packed(logistik, ["Utara", "Mawar", 1, ""], ["Selatan", "Kenanga", 1, 410])
    ran = logistik("minutes", "handover", "--kecamatan", "utara")
    text = flat(ran.out)
    assert "1 Mawar 1 400 10 410 – " in text
    assert "Tanda – berarti masih ada TPS yang belum dikemas" in text
    assert "DRAF Utara: Gubernur dan Wakil Gubernur: 1 TPS belum dikemas" in ran.err
    assert "DRAF" not in logistik("minutes", "handover", "--kecamatan", "selatan").out
    assert {row["delivered"] for row in figures(logistik("minutes", "handover", "--format", "json"))} == {None}
