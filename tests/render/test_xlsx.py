"""The workbook as an office opens it: what stands in it, how it prints, and that its sums are the sums."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from logistik.core.errors import LogistikError
from logistik.core.places import Location
from logistik.core.rules import Override
from logistik.core.vocabulary import Severity, Stock
from logistik.render import as_xlsx
from tests import golden
from tests.render.reports import balance, finding, kecamatan, kota, report, shown, waived
from tests.tools import Runner

AREA = r"([A-Z]+)\$(\d+):\1\$(\d+)"


def opened(content: bytes, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def described(content: bytes) -> Iterator[str]:
    """What a reader of the workbook sees, as lines: print set-up, widths, cells, sums and their values."""
    values = opened(content, values=True)
    for page in opened(content):
        yield f"== {page.title}: {page.dimensions}"
        set_up = page.page_setup
        yield (
            f"freeze {page.freeze_panes}, filter {page.auto_filter.ref}, print {page.print_area}, "
            f"repeat {page.print_title_rows}, {set_up.orientation}, paper {set_up.paperSize}, "
            f"{set_up.fitToWidth or 1} wide, {set_up.fitToHeight} high"
        )
        yield "footer " + repr(f"{page.oddFooter.left.text} | {page.oddFooter.right.text}")
        yield "widths " + " ".join(
            f"{get_column_letter(at)}={each.width:.1f}"
            for each in page.column_dimensions.values()
            for at in range(each.min, each.max + 1)
        )
        for row in page.iter_rows():
            cells = [
                f"{cell.value} -> {values[page.title][cell.coordinate].value}"
                if cell.data_type == "f"
                else str(cell.value)
                for cell in row
                if cell.value is not None
            ]
            if cells:
                yield f"{row[0].row}: {' | '.join(cells)}"


def test_the_workbook_of_the_samples(logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx", "--no-ledger", "-o", "hasil.xlsx")
    golden.assert_is(
        "audit-xlsx.txt", "".join(f"{line}\n" for line in described((samples / "hasil.xlsx").read_bytes()))
    )


def test_tps_have_a_sheet_where_they_are_asked_for(logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx", "--no-ledger", "--level", "tps", "-o", "hasil.xlsx")
    book = opened((samples / "hasil.xlsx").read_bytes())
    assert book.sheetnames == ["Kab-Kota", "Kecamatan", "Kelurahan-Desa", "TPS", "Temuan", "Masukan", "Aturan"]
    assert [cell.value for cell in book["TPS"][4]][:5] == [
        "No.",
        "Pemilihan",
        "Kecamatan",
        "Kelurahan/Desa",
        "Nomor TPS",
    ]
    assert book["TPS"]["E5"].value == "001"


def test_a_part_is_not_taken_for_the_whole(logistik: Runner, samples: Path) -> None:
    words = ("--kecamatan", "balikpapan-kota", "--jenis", "walikota")
    logistik("audit", "gudang.xlsx", "--no-ledger", *words, "-o", "hasil.xlsx")
    book = opened((samples / "hasil.xlsx").read_bytes())
    assert book.sheetnames[:2] == ["Kecamatan", "Kelurahan-Desa"]
    assert all(page["A2"].value.endswith("hanya kecamatan balikpapan-kota · hanya walikota") for page in book)


def recalculated(page: Any, formula: str) -> int:
    """What a spreadsheet makes of one of our sums."""
    whole = re.fullmatch(rf"=SUMS?(?:IFS)?\({AREA}(.*)\)", formula)
    assert whole, formula
    column, first, last, conditions = whole.group(1), int(whole.group(2)), int(whole.group(3)), whole.group(4)
    rows = [
        row
        for row in range(first, last + 1)
        if all(
            page[f"{where}{row}"].value == text
            for where, text in re.findall(r',\$([A-Z]+)\$\d+:\$[A-Z]+\$\d+,"([^"]*)"', conditions)
        )
    ]
    return sum(page[f"{column}{row}"].value for row in rows)


@pytest.mark.parametrize("words", [[], ["--level", "tps"], ["--kecamatan", "balikpapan-kota"]])
def test_the_kept_value_of_every_sum_is_its_sum(words: list[str], logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx", "--no-ledger", *words, "-o", "hasil.xlsx")
    content = (samples / "hasil.xlsx").read_bytes()
    kept = opened(content, values=True)
    sums = [
        (kept[page.title][cell.coordinate].value, recalculated(page, cell.value))
        for page in opened(content)
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(sums) > 10
    assert all(value == expected for value, expected in sums)


def test_the_total_of_the_city_is_the_request_of_the_audit(logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx", "--no-ledger", "-o", "hasil.xlsx")
    page = opened((samples / "hasil.xlsx").read_bytes(), values=True)["Kab-Kota"]
    column = next(cell.column for cell in page[4] if cell.value == "Permintaan")
    assert page.cell(8, column).value == logistik.audit("gudang.xlsx").json["summary"]["request"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "{="])
def test_no_text_becomes_a_formula_or_a_link(sign: str) -> None:
    evil = f'{sign}HYPERLINK("http://x","klik")'
    content = as_xlsx.render(
        report(
            finding(evil, Location(evil, evil, "A1"), raw=evil, expected="http://x", hint=evil),
            balances=(balance(kota(evil), required=5), balance(kecamatan(evil), required=5)),
            overrides=(Override(evil, evil, evil),),
        ),
        shown(evil),
    )
    cells = [cell for page in opened(content) for row in page.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert not [cell.value for cell in cells if cell.hyperlink]
    assert sum(cell.value == evil for cell in cells) >= 8


def test_texts_that_no_cell_or_footer_could_hold_do_not_stop_the_workbook() -> None:
    content = as_xlsx.render(report(finding("x" * 40_000 + "\x00\x1b\ud800")), shown("&P &Anak\n" + "n" * 400))
    page = opened(content)["Temuan"]
    assert len(page["G6"].value) == as_xlsx.LONGEST
    assert "&&P &&Anak" in content_of(content, "xl/worksheets/sheet1.xml")


def content_of(content: bytes, name: str) -> str:
    import zipfile
    from html import unescape

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return unescape(archive.read(name).decode())


def test_the_date_of_the_workbook_is_the_date_of_the_report() -> None:
    core = content_of(as_xlsx.render(report(), shown()), "docProps/core.xml")
    assert re.findall(r"W3CDTF\">(.*?)<", core) == ["2024-11-13T00:00:00Z"] * 2


def test_unknown_is_a_dash_and_makes_the_total_unknown() -> None:
    balances = (
        balance(kecamatan("Utara"), required=10, good=4, request=6),
        balance(kecamatan("Selatan"), required=20, good=None, request=None),
    )
    page = opened(as_xlsx.render(report(balances=balances), shown()), values=True)["Kecamatan"]
    rows = {row[2].value: [cell.value for cell in row][3:] for row in page.iter_rows(min_row=5, max_row=7)}
    assert rows == {
        "Utara": [10, 4, 6, None],
        "Selatan": [20, "–", "–", "Belum dihitung"],
        "Jumlah": [30, "–", "–", None],
    }


def test_a_revote_stock_that_was_not_counted_adds_nothing() -> None:
    figures: dict[str, Any] = {"required": 10, "received": 9, "good": 9, "request": 1}
    balances = (
        balance(kota(), **figures),
        balance(kota(), "walikota", **figures),
        balance(kota(), "walikota", Stock.REVOTE, required=2000),
    )
    page = opened(as_xlsx.render(report(balances=balances), shown()), values=True)["Kab-Kota"]
    assert [cell.value for cell in page[4]][4:] == ["Kebutuhan", "Diterima", "Baik", "Permintaan", "Keterangan"]
    assert [cell.value for cell in page[8]][4:] == [2020, 18, 18, 2, None]


def test_a_total_of_provisional_figures_is_provisional() -> None:
    figures: dict[str, Any] = {"required": 10, "received": 10, "good": 4, "request": 6}
    balances = (
        balance(kecamatan("Utara"), **figures),
        balance(kecamatan("Selatan"), **figures, unsorted=5, request_low=1, provisional=True),
    )
    page = opened(as_xlsx.render(report(balances=balances), shown()), values=True)["Kecamatan"]
    remarks = [row[-1].value for row in page.iter_rows(min_row=5, max_row=7)]
    assert remarks == [None, "Sementara; paling sedikit 1", "Sementara"]


def test_each_severity_has_a_colour_of_its_own() -> None:
    page = opened(as_xlsx.render(report(*(finding(severity=each) for each in Severity)), shown()))["Temuan"]
    assert [page[f"B{row}"].value for row in (6, 7, 8)] == ["Galat", "Peringatan", "Info"]
    assert len({page[f"B{row}"].fill.fgColor.rgb for row in (6, 7, 8)}) == 3


def test_what_the_office_changed_is_told_with_what_stood_there() -> None:
    overrides = (
        Override("max_voters_per_tps", "500", "600"),
        Override("kecamatan_route.recipient", "Ketua", "Sekretaris"),
    )
    page = opened(as_xlsx.render(report(overrides=overrides), shown()))["Aturan"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=6)]
    assert "2 nilai diubah kantor" in page["A3"].value
    assert [row[3] for row in rows if row[3]] == ["600", "Sekretaris"]


def test_what_does_not_count_has_a_sheet_with_who_answers_for_it() -> None:
    book = opened(as_xlsx.render(report(set_aside=(waived(finding("x", Location("a.xlsx", "S", "B2"))),)), shown()))
    row = [cell.value for cell in book["Tidak dihitung"][6]]
    assert row == [
        1,
        "dikecualikan",
        "LG506",
        "a.xlsx!S!B2",
        "x",
        1,
        "Sudah dicatat",
        "Divisi Data",
        "27 November 2024",
    ]
    assert book["Temuan"]["A3"].value == "0 galat, 0 peringatan, 0 info"


def test_more_rows_than_a_sheet_has_are_refused_not_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple(balance(kecamatan(f"Mawar {number}"), required=1) for number in range(3))
    fits = report(balances=rows)
    assert as_xlsx.render(fits, shown())
    monkeypatch.setattr(as_xlsx, "MOST_ROWS", 8)
    with pytest.raises(LogistikError, match="lembar Excel tidak memuatnya"):
        as_xlsx.render(fits, shown())
