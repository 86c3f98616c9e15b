"""`audit --annotate`: a copy of the user's workbook with the findings in its cells, and nothing lost in silence."""

import io
import os
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli import annotated as a
from tests.cli.annotated import COPY, ROLL, comments, marked, opened
from tests.readers.archives import SHEET
from tests.tools import Rows, Runner, run_process, write_csv, write_xlsx

RED, YELLOW, BLUE, NONE = "FFFFC7CE", "FFFFEB9C", "FFDDEBF7", "00000000"
STYLES, STRINGS, INDEX = "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
ONLY_CELLS = "hanya isi sel, sel gabungan, dan nama lembar"


@pytest.mark.parametrize(
    ("name", "write", "said"),
    [
        ("dpt.xlsx", a.as_xlsx, ""),
        ("dpt.csv", a.as_csv, ""),
        ("dpt.tsv", lambda path, rows: write_csv(path, rows, "\t"), ""),
        ("dpt.xls", a.as_xls, ONLY_CELLS),
        ("dpt.ods", a.as_ods, ONLY_CELLS),
    ],
)
def test_every_kind_of_file_is_copied_with_its_faults_marked(
    name: str, write: Callable[[Path, Rows], None], said: str, logistik: Runner
) -> None:
    write(logistik.folder / name, ROLL)
    ran = marked(logistik, name)
    assert said in ran.err
    assert ("Yang disalin" in ran.err) == bool(said)
    first, listed = opened(logistik.folder).worksheets
    assert first.title == ran.json["findings"][0]["location"]["sheet"]
    assert [cell.fill.fgColor.rgb for cell in first[2]] == [NONE, NONE, YELLOW, RED, RED, RED]
    assert comments(first)["F2"].startswith("[logistik]\nGALAT LG403 lp-bukan-jumlah\nTPS 001 Mawar")
    assert "Saran: " in comments(first)["F2"]
    assert "(terkait dengan F2)" in comments(first)["D2"]
    assert set(comments(first)) == {"A1", "C2", "D2", "E2", "F2"}
    row = next(row for row in listed.iter_rows() if row[1].value == "LG403")
    assert [cell.value for cell in row[:3]] == ["GALAT", "LG403", "lp-bukan-jumlah"]
    assert [cell.value for cell in row[5:]] == [1, name, first.title, "F2", "D2, E2"]
    assert row[8].hyperlink.location == f"'{first.title}'!F2"


def test_colour_says_how_grave_and_one_comment_says_all(logistik: Runner) -> None:
    rows = [*ROLL, ["Utara", "Mawar", 2, 0, 0, 0], ["Utara", "Mawar", 3, "x", 10, 10]]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": rows})
    findings = marked(logistik, "dpt.xlsx").json["findings"]
    severities = {"error": RED, "warning": YELLOW, "info": BLUE}
    sheet = opened(logistik.folder)["DPT"]
    for each in findings:
        cell = each["location"]["cell"]
        there = [other["severity"] for other in findings if other["location"]["cell"] == cell]
        assert f"{each['code']} {each['name']}" in comments(sheet)[cell]
        gravest = min(there, key=["error", "warning", "info"].index)
        assert sheet[cell].fill.fgColor.rgb == severities[gravest]
    assert {each["severity"] for each in findings} >= {"error", "warning"}


def test_a_comment_is_bounded_and_points_to_the_list() -> None:
    from logistik.core.findings import Finding
    from logistik.core.places import Location
    from logistik.core.vocabulary import Severity
    from logistik.render.annotated.remarks import remarks

    place = Location("a.xlsx", "S", "A1")
    many = [Finding("LG999", "contoh", Severity.INFO, "x" * 5_000, "y", location=place) for _ in range(40)]
    text = remarks(many, "a.xlsx")["S", "A1"].text
    assert len(text) < 2_100
    assert text.endswith("temuan lain; lihat daftar temuan.")


def with_format(book: Any, sheet: Any) -> None:
    """A number format and a bold font on the cell that is faulty, and a wide column."""
    sheet.write("F2", 300, book.add_format({"num_format": "#,##0", "bold": True}))
    sheet.set_column("B:B", 33)
    sheet.freeze_panes(1, 0)


def with_formulas(book: Any, sheet: Any) -> None:
    sheet.write_formula("F2", "=D2+E2-1", value=300)
    sheet.write_formula("H2", '=IF(F2>1,"ada","tidak")', value="ada")
    sheet.write_formula("I2", "=F2>1", value=True)
    sheet.write_formula("J2", "=1/0", value="#DIV/0!")
    sheet.write_formula("K2", "=TODAY()", book.add_format({"num_format": "yyyy-mm-dd"}), value=45609)


def with_comment(book: Any, sheet: Any) -> None:
    sheet.write_comment("F2", "Sudah dicek Bu Rina", {"author": "Rina"})
    sheet.write_comment("B1", "Sumber: PPK")


def with_merge(book: Any, sheet: Any) -> None:
    sheet.merge_range("H2:K9", "catatan")


@pytest.mark.parametrize(
    ("filling", "kept"),
    [
        (with_format, lambda sheet: (sheet["F2"].number_format, sheet["F2"].font.b) == ("#,##0", True)),
        (with_format, lambda sheet: sheet.column_dimensions["B"].width > 30 and sheet.freeze_panes == "A2"),
        (with_formulas, lambda sheet: sheet["F2"].value == "=D2+E2-1"),
        (with_comment, lambda sheet: comments(sheet)["F2"].startswith("Sudah dicek Bu Rina\n\n[logistik]\nGALAT")),
        (with_comment, lambda sheet: sheet["F2"].comment.author == "Rina"),
        (with_comment, lambda sheet: comments(sheet)["B1"] == "Sumber: PPK"),
        (with_merge, lambda sheet: "H2:K9" in sheet.merged_cells),
    ],
)  # fmt: skip
def test_what_the_user_had_stays(filling: a.Filling, kept: Callable[[Any], bool], logistik: Runner) -> None:
    a.with_more(logistik.folder / "dpt.xlsx", filling)
    marked(logistik, "dpt.xlsx")
    assert kept(opened(logistik.folder)["DPT"])


def test_formulas_keep_their_results_for_programs_that_do_not_reckon(logistik: Runner) -> None:
    a.with_more(logistik.folder / "dpt.xlsx", with_formulas)
    marked(logistik, "dpt.xlsx")
    shown = openpyxl.load_workbook(logistik.folder / COPY, data_only=True)["DPT"]
    assert [cell.value for cell in shown[2]][5:] == [300, None, "ada", True, "#DIV/0!", datetime(2024, 11, 13)]  # noqa: DTZ001
    with zipfile.ZipFile(logistik.folder / COPY) as archive:
        assert b'fullCalcOnLoad="1"' in archive.read(INDEX)


def test_a_fault_in_a_merge_is_marked_at_its_first_cell(logistik: Runner) -> None:
    rows = [ROLL[0], ["Utara", "Mawar", 1, 150, 151, 300], ["", "", 2, 10, 10, 20]]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": rows}, {"DPT": ["A2:A3", "B2:B3", "F2:F3"]})
    marked(logistik, "dpt.xlsx")
    assert "F2" in comments(opened(logistik.folder)["DPT"])


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (["xl/charts/chart1.xml"], "grafik"),
        (["xl/media/image1.png"], "gambar"),
        (["xl/drawings/drawing1.xml"], "bentuk atau kotak teks"),
        (["xl/pivotTables/pivotTable1.xml"], "tabel pivot"),
        (["xl/vbaProject.bin"], "makro"),
        (["xl/ctrlProps/ctrlProp1.xml"], "kontrol formulir"),
        (["xl/threadedComments/threadedComment1.xml"], "utas komentar"),
        (["xl/slicers/slicer1.xml"], "pemilah (slicer)"),
        (["xl/connections.xml"], "koneksi data"),
        (["_xmlsignatures/sig1.xml"], "tanda tangan digital"),
    ],
)  # fmt: skip
def test_what_the_copy_does_not_keep_is_said_on_stderr_and_on_the_list(
    parts: list[str], said: str, logistik: Runner
) -> None:
    a.with_parts(logistik.folder / "dpt.xlsx", *parts)
    ran = marked(logistik, "dpt.xlsx")
    assert f"Tidak ikut disalin dari dpt.xlsx: {said}" in ran.err
    assert f"Tidak ikut disalin dari dpt.xlsx: {said}" in " ".join(
        str(row[0]) for row in opened(logistik.folder)["Temuan"].values
    )
    assert "Tidak ikut" not in logistik("audit", "dpt.xlsx", "--no-ledger", "--annotate", COPY, "--quiet").err


def with_chart_and_image(book: Any, sheet: Any) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=DPT!$F$2:$F$2"})
    sheet.insert_chart("H1", chart)
    sheet.insert_textbox("H20", "catatan")
    whole = book.add_chart({"type": "bar"})
    whole.add_series({"values": "=DPT!$F$2:$F$2"})
    book.add_chartsheet("Grafik").set_chart(whole)
    sheet.print_area("A1:F2")


def test_a_workbook_with_charts_is_copied_without_them(logistik: Runner) -> None:
    a.with_more(logistik.folder / "dpt.xlsx", with_chart_and_image)
    assert "dpt.xlsx: grafik, bentuk atau kotak teks." in marked(logistik, "dpt.xlsx").err
    with zipfile.ZipFile(logistik.folder / COPY) as archive:
        assert not [name for name in archive.namelist() if "chart" in name]
    assert opened(logistik.folder)["DPT"].print_area == "'DPT'!$A$1:$F$2"


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', '<!DOCTYPE x [<!ENTITY a "b">]>', STRINGS),
        ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="H1:XFD1048576"/></mergeCells>', SHEET),
        ("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="H1:XFD1048576" location="A1"/></hyperlinks>', SHEET),
        ('<c r="D2">', '<c r="D2" s="77">', SHEET),
        ("<cellXfs", "<salah", STYLES),
        ("</sheets>", f"</sheets><definedNames><definedName name='a'>{'x' * 3000}</definedName></definedNames>", INDEX),
        ("<pageMargins", "<pageMargins salah='1'", SHEET),
    ],
    ids=["entity", "merge", "link", "style", "styles", "long name", "margins"],
)  # fmt: skip
def test_what_openpyxl_cannot_take_is_copied_cell_by_cell(old: str, new: str, part: str, logistik: Runner) -> None:
    a.with_change(logistik.folder / "dpt.xlsx", old, new, part)
    ran = marked(logistik, "dpt.xlsx")
    assert "dpt.xlsx tidak dapat disalin dengan formatnya. Yang disalin" in ran.err
    assert "F2" in comments(opened(logistik.folder)["DPT"])


@pytest.mark.parametrize("kind", ["sheet.macroEnabled.main", "template.main", "template.macroEnabled.main"])
def test_a_workbook_with_macros_or_a_template_becomes_a_plain_workbook(kind: str, logistik: Runner) -> None:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    other = "application/vnd.ms-excel." if "macro" in kind else main
    parts = "[Content_Types].xml"
    a.with_change(logistik.folder / "dpt.xlsm", f"{main}sheet.main", f"{other}{kind}", parts)
    assert "Yang disalin" not in marked(logistik, "dpt.xlsm").err
    with zipfile.ZipFile(logistik.folder / COPY) as archive:
        assert f"{main}sheet.main+xml" in archive.read(parts).decode()


def test_a_control_character_costs_no_format(logistik: Runner) -> None:
    """Excel and the reader pass over a form feed in a text; openpyxl's XML parser does not."""
    a.with_change(logistik.folder / "dpt.xlsx", "Mawar", "Ma\x0cwar", STRINGS)
    assert "Yang disalin" not in logistik("audit", "dpt.xlsx", "--annotate", COPY).err


def test_a_date_that_openpyxl_would_turn_into_an_error_stays_a_number(logistik: Runner) -> None:
    a.with_more(
        logistik.folder / "dpt.xlsx",
        lambda book, sheet: sheet.write("H2", 99_999_999, book.add_format({"num_format": "yyyy-mm-dd"})),
    )
    marked(logistik, "dpt.xlsx")
    assert opened(logistik.folder)["DPT"]["H2"].value != "#VALUE!"


@pytest.mark.parametrize("text", ["=1+1", "+62", "-x", "@sum", "=HYPERLINK(A1)", "_x000D_", "\x07bel", "#REF!"])
def test_text_of_a_cell_never_becomes_a_formula(text: str, logistik: Runner) -> None:
    write_csv(logistik.folder / "dpt.csv", [["Kecamatan", "Kelurahan", "TPS", "Jumlah"], ["Utara", "Mawar", 1, text]])
    ran = logistik("audit", "dpt.csv", "--annotate", COPY)
    assert ran.status == 1
    book = opened(logistik.folder)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type in ("f", "e")]
    written = book["csv"]["D2"]
    assert written.value.replace("_x005F_", "_") == text.replace("\x07", " ")
    assert written.quotePrefix == text.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (["DPT [final]/1"], ["DPT _final__1"]),
        (["Rekapitulasi Daftar Pemilih Tetap Kecamatan A"], ["Rekapitulasi Daftar Pemilih Tet"]),
        (["A" * 40, "a" * 40], ["A" * 31, "a" * 27 + " (2)"]),
        (["'kutip'", "History", ""], ["kutip", "History_", "Lembar"]),
        (["😀" * 20], ["😀" * 15]),
    ],
)
def test_names_of_sheets_become_names_that_excel_takes(names: list[str], titles: list[str]) -> None:
    from logistik.render.annotated.titles import free_title

    found: list[str] = []
    for name in names:
        found.append(free_title(name, found))
    assert found == titles


def test_a_long_name_of_a_sheet_is_said_to_be_cut(logistik: Runner) -> None:
    a.as_ods(logistik.folder / "dpt.ods", ROLL, "Rekapitulasi: Daftar Pemilih Tetap Kecamatan")
    ran = logistik("audit", "dpt.ods", "--annotate", COPY)
    assert "menjadi 'Rekapitulasi_ Daftar Pemilih T" in ran.err
    assert "F2" in comments(opened(logistik.folder).worksheets[0])


def test_the_first_file_is_copied_and_the_list_names_all(logistik: Runner, samples: Path) -> None:
    ran = logistik("audit", "gudang.xlsx", "--format", "json", "--annotate", COPY)
    book = opened(samples)
    assert book.sheetnames == ["Rekap Sortir", "Per Kelurahan", "Temuan"]
    assert book.active.title == "Temuan"
    assert [sheet.title for sheet in book if sheet.sheet_view.tabSelected] == ["Temuan"]
    rows = [row for row in book["Temuan"].iter_rows() if str(row[1].value).startswith("LG")]
    assert [row[1].value for row in rows] == ran.codes()
    linked = [(row[6].value, row[8].hyperlink is not None) for row in rows]
    assert set(linked) == {("dpt.xlsx", False), ("gudang.xlsx", True)}


def test_a_narrowed_audit_marks_what_it_shows(logistik: Runner, samples: Path) -> None:
    ran = logistik("audit", "gudang.xlsx", "--kecamatan", "balikpapan-kota", "--format", "json", "--annotate", COPY)
    listed = opened(samples)["Temuan"]
    assert [row[1] for row in listed.values if str(row[1]).startswith("LG")] == ran.codes()
    assert "Hanya temuan untuk: kecamatan balikpapan-kota." in [row[0] for row in listed.values]
    assert "E36" in comments(opened(samples)["Per Kelurahan"])
    assert "E11" not in comments(opened(samples)["Per Kelurahan"])


def test_what_does_not_count_is_told_and_not_marked(logistik: Runner, samples: Path) -> None:
    ran = logistik("audit", "gudang.xlsx", "--ignore", "LG506", "--format", "json", "--annotate", COPY)
    listed = [row[0] for row in opened(samples)["Temuan"].values]
    assert "Tidak ditandai: 1 diabaikan." in listed
    assert not any(str(text).startswith("Hanya") for text in listed)
    assert "LG506" not in ran.codes()


def test_marking_a_marked_copy_anew_leaves_no_old_mark(logistik: Runner, samples: Path) -> None:
    (samples / "dpt.csv").write_text("Kecamatan,Kelurahan,TPS,L,P,Jumlah\nUtara,Mawar,1,150,151,300\n", "utf-8")
    a.with_more(samples / "satu.xlsx", with_comment)
    assert logistik("audit", "satu.xlsx", "--annotate", "dua.xlsx").status == 1
    book = openpyxl.load_workbook(samples / "dua.xlsx")
    book["DPT"]["F2"] = 301
    book.save(samples / "dua.xlsx")
    logistik("audit", "dua.xlsx", "--annotate", COPY)
    again = opened(samples)
    assert again.sheetnames == ["DPT", "Temuan"]
    assert comments(again["DPT"])["F2"] == "Sudah dicek Bu Rina"
    assert "D2" not in comments(again["DPT"])
    assert [again["DPT"][cell].fill.fgColor.rgb for cell in ("D2", "F2")] == [NONE, NONE]


def test_a_sheet_of_our_own_hides_no_table(logistik: Runner) -> None:
    from logistik.core.vocabulary import FINDINGS_LIST

    write_xlsx(logistik.folder / "dpt.xlsx", {"Temuan": [[FINDINGS_LIST], *ROLL], "Lain": [["catatan", 12, 14]]})
    ran = logistik.audit("dpt.xlsx")
    assert ran.json["inputs"][0]["sheets"][0] == {"name": "Temuan", "role": "dpt"}
    assert ran.finding("LG101")["location"]["sheet"] == "Lain"


@pytest.mark.parametrize("format_", ["full", "json", "csv"])
def test_the_copy_is_the_same_whatever_the_format_and_goes_with_a_file(
    format_: str, logistik: Runner, samples: Path
) -> None:
    words = ("audit", "gudang.xlsx", "--format", format_)
    shown = logistik(*words)
    beside = logistik(*words, "--annotate", COPY)
    assert (beside.status, beside.out) == (shown.status, shown.out)
    written = logistik(*words, "--annotate", "lain.xlsx", "-o", "hasil.txt")
    assert (written.out, (samples / "hasil.txt").read_text("utf-8") != "") == ("", True)
    assert (samples / "lain.xlsx").read_bytes() == (samples / COPY).read_bytes()


def many_merges(book: Any, sheet: Any) -> None:
    for row in range(40):
        sheet.merge_range(row, 8, row, 11, "x")


def test_the_bytes_do_not_depend_on_the_process_nor_on_the_day(samples: Path) -> None:
    a.with_more(samples / "stok.xlsx", many_merges)
    made = set()
    for seed in ("1", "2", "3"):
        run_process(samples, "audit", "stok.xlsx", "--as-of", "2024-11-13", "--annotate", COPY, PYTHONHASHSEED=seed)
        made.add((samples / COPY).read_bytes())
    assert len(made) == 1
    with zipfile.ZipFile(io.BytesIO(made.pop())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2024-11-13T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--annotate", "gudang.xlsx"], "gudang.xlsx adalah berkas masukan"),
        (["--annotate", "dpt.xlsx"], "dpt.xlsx adalah berkas masukan"),
        (["--annotate", "tautan.xlsx"], "tautan.xlsx adalah berkas masukan"),
        (["--annotate", "keras.xlsx"], "keras.xlsx adalah berkas masukan"),
        (["salinan.xlsx", "--annotate", "salinan.xlsx"], "salinan.xlsx adalah berkas masukan"),
        (["--annotate", "ditandai.xlsm"], "bukan nama berkas .xlsx"),
        (["--annotate", "tidak/ada.xlsx"], "tidak dapat ditulis"),
        (["--annotate", COPY, "-o", COPY], "-o dan --annotate menyebut berkas yang sama"),
        (["--annotate", COPY, "-o", "tidak/ada.txt"], "tidak dapat ditulis"),
        (["--annotate", "map.xlsx"], "bukan berkas biasa"),
    ],
)  # fmt: skip
def test_a_copy_that_cannot_be_delivered_leaves_nothing_behind(
    words: list[str], said: str, logistik: Runner, samples: Path
) -> None:
    (samples / "map.xlsx").mkdir()
    (samples / "tautan.xlsx").symlink_to("gudang.xlsx")
    os.link(samples / "gudang.xlsx", samples / "keras.xlsx")
    (samples / "salinan.xlsx").write_bytes((samples / "gudang.xlsx").read_bytes())
    before = {path.name: path.read_bytes() for path in samples.iterdir() if path.is_file()}
    ran = logistik("audit", "gudang.xlsx", *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert {path.name: path.read_bytes() for path in samples.iterdir() if path.is_file()} == before
    assert not (samples / ".logistik").exists()


def test_without_a_record_no_file_is_left_and_the_old_ones_stay(logistik: Runner, samples: Path) -> None:
    (samples / ".logistik").write_text("bukan folder", "utf-8")
    (samples / COPY).write_bytes(b"yang lama")
    ran = logistik("audit", "gudang.xlsx", "--annotate", COPY, "-o", "hasil.txt")
    assert (ran.status, ran.out) == (2, "")
    assert (samples / COPY).read_bytes() == b"yang lama"
    assert not [path.name for path in samples.iterdir() if "hasil" in path.name or path.name.startswith(".ditandai")]


def test_a_file_that_changes_meanwhile_is_not_marked(
    logistik: Runner, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from logistik.services import annotate

    (samples / "lain.xlsx").write_bytes(b"PK berubah")
    monkeypatch.setattr(annotate, "read_bytes", lambda *_: (samples / "lain.xlsx").read_bytes())
    ran = logistik("audit", "gudang.xlsx", "--annotate", COPY)
    assert ran.status == 2
    assert "gudang.xlsx berubah selama diperiksa" in ran.err
    assert not (samples / COPY).exists()


def test_a_table_wider_than_a_sheet_is_refused_not_cut_off(logistik: Runner, samples: Path) -> None:
    row = "," * 16_384
    (samples / "dpt.csv").write_text(f"KECAMATAN,KELURAHAN,NO TPS,JUMLAH{row}X\nMawar,Melati,1,300{row}x\n", "utf-8")
    ran = logistik("audit", "dpt.csv", "--annotate", COPY)
    assert ran.status == 2
    assert "dpt.csv terlalu besar untuk disalin" in ran.err
    assert not (samples / COPY).exists()
