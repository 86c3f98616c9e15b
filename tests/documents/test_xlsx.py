"""A letter as a workbook: its figures are those of the request, its sums are sums, and it is ready to print."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from logistik.documents import as_json, as_xlsx
from logistik.documents.blocks import Document
from logistik.documents.compose import letter_document
from logistik.documents.model import Request
from logistik.services.audit import active_rules
from logistik.services.record import latest_audit
from logistik.services.request import make_request, resting_on
from logistik.services.view import Wanted
from logistik.settings.workspace import find
from tests.documents.xlsx_cases import cells_of, opened, row_that_begins, sums_of
from tests.tools import Runner

COLUMNS = ("base", "received", "short", "good", "damaged", "swapped", "request")


def request_of(folder: Path, kecamatan: str | None = None) -> Request:
    """The request out of the last audit of a folder."""
    workspace = find(folder)
    entry, report = latest_audit(workspace)
    rules = active_rules(report.ruleset, workspace.office).ruleset
    return resting_on(make_request(report, workspace.office, rules, Wanted(kecamatan)), entry)


@pytest.fixture(params=[None, "balikpapan-kota"])
def requested(request: pytest.FixtureRequest, logistik: Runner, samples: Path) -> Request:
    logistik("audit", "gudang.xlsx", "--quiet")
    return request_of(samples, request.param)


@pytest.fixture
def documents(requested: Request) -> list[Document]:
    return [letter_document(letter) for letter in requested.letters]


def test_the_sheets_are_the_parts(documents: list[Document]) -> None:
    book = opened(as_xlsx.render(documents[0]))
    assert book.sheetnames == ["Surat", "Lampiran I", "Lampiran II", "Lampiran III", "Lampiran IV"]


def test_the_figures_are_those_of_the_request(requested: Request, documents: list[Document]) -> None:
    letters = json.loads(as_json.render(requested))["letters"]
    for letter, document in zip(letters, documents, strict=True):
        content = as_xlsx.render(document)
        for page in (opened(content, values=True)["Surat"], opened(content)["Surat"]):
            for line in letter["lines"]:
                assert row_that_begins(page, line["region"]["name"])[1:] == [line[name] for name in COLUMNS]
            assert row_that_begins(page, "Permintaan (lembar)")[1] == letter["request"]
        page = opened(content, values=True)["Surat"]
        whole = row_that_begins(page, requested.region.name or "")
        assert whole[2] == sum(line["received"] for line in letter["lines"])
        assert whole[-1] == letter["request"]
        assert row_that_begins(page, "Permintaan")[1] == letter["request"], "the bridge"


def test_totals_are_sums_with_the_value_they_have(documents: list[Document]) -> None:
    for document in documents:
        added = list(sums_of(as_xlsx.render(document)))
        assert len(added) > 10
        assert [each for each in added if each.kept != each.comes_to] == []


def test_a_kecamatan_is_the_sum_of_its_kelurahan_and_the_city_that_of_its_kecamatan(
    logistik: Runner, samples: Path
) -> None:
    logistik("audit", "gudang.xlsx", "--quiet")
    letter = letter_document(request_of(samples).letters[1])
    page = opened(as_xlsx.render(letter))["Lampiran I"]
    assert row_that_begins(page, "Balikpapan Timur")[1].startswith("=SUM(C")
    assert row_that_begins(page, "Kota Balikpapan")[1].count(",") == 5, "the six kecamatan"
    assert page.freeze_panes == "A4"
    assert page.print_title_rows == "$3:$3"


def test_every_sheet_is_ready_for_the_printer(documents: list[Document]) -> None:
    book = opened(as_xlsx.render(documents[0]))
    for page in book:
        assert page.page_setup.paperSize == 9
        assert page.page_setup.orientation == "portrait"
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        last = page.print_area.rpartition("$")[2]
        assert int(last) >= max(cell.row for cell in cells_of(page))
        assert "13 November 2024" in page.oddFooter.left.text
        assert page.oddFooter.right.text.strip() == "Halaman &P dari &N"
        if page.title != "Surat":
            assert page.freeze_panes
            assert page.print_title_rows


def test_the_hash_of_the_audit_stands_on_one_line(requested: Request, documents: list[Document]) -> None:
    page = opened(as_xlsx.render(documents[0]))["Lampiran IV"]
    found = [cell for cell in cells_of(page) if cell.value == requested.audit]
    assert [cell.font.name for cell in found] == ["Courier New"]
    assert not found[0].alignment.wrap_text


def test_the_code_for_a_camera_is_a_picture(documents: list[Document]) -> None:
    with ZipFile(BytesIO(as_xlsx.render(documents[0]))) as book:
        assert [name for name in book.namelist() if name.startswith("xl/media/")] == ["xl/media/image1.png"]
        assert b"drawing1.xml" in book.read("xl/worksheets/_rels/sheet5.xml.rels")


def test_the_same_letter_gives_the_same_bytes(documents: list[Document]) -> None:
    assert as_xlsx.render(documents[0]) == as_xlsx.render(documents[0])
    properties = opened(as_xlsx.render(documents[0])).properties
    assert (str(properties.created.date()), properties.creator) == ("2024-11-13", documents[0].author)
    assert properties.title == documents[0].title
