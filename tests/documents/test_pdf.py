"""The PDF of a letter holds every figure of the request, on pages that can be signed and kept."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import typst

from logistik.core.wording import number
from logistik.documents import as_json
from logistik.documents.as_pdf import render
from logistik.documents.blocks import Column, Content, Facts, Heading, Kind, Line, Paper, Paragraph, Right, Sum, Table
from logistik.documents.compose import letter_document
from logistik.documents.model import Letter
from logistik.documents.words import amount
from tests.documents.pdf_cases import (
    DAY,
    FOOTER,
    document,
    fonts,
    letter_pdf,
    pages,
    provisional,
    reader,
    regions_table,
    sample_request,
    squeezed,
)

REGIONS = (None, "balikpapan-kota")
CELLS = ("base", "received", "short", "good", "damaged", "swapped", "request")


@pytest.fixture(autouse=True)
def no_warnings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A compile that warns is a fault of the template: a font that is not there, a text that overflows."""
    warned: list[str] = []

    def compile_(*arguments: Any, **named: Any) -> Any:
        made, warnings = typst.compile_with_warnings(*arguments, **named)
        warned.extend(str(each) for each in warnings)
        return made

    monkeypatch.setattr(typst, "compile", compile_)
    yield
    assert warned == []


def sample_letters() -> list[Letter]:
    return [letter for kecamatan in REGIONS for letter in sample_request(kecamatan).letters]


def figure(value: int | None) -> str:
    return "–" if value is None else number(value)


@pytest.mark.parametrize("kecamatan", REGIONS)
def test_the_letter_says_what_the_json_says(kecamatan: str | None) -> None:
    request = sample_request(kecamatan)
    contract = json.loads(as_json.render(request))["letters"]
    assert contract
    for letter, told in zip(request.letters, contract, strict=True):
        first = pages(letter_pdf(letter))[0]
        assert f"sebanyak {amount(told['request'])}," in first
        for at, line in enumerate(told["lines"], 1):
            row = [str(at), line["region"]["name"], *(figure(line[name]) for name in CELLS)]
            assert f" {' '.join(row)} " in first
        for each in told["adjustments"]:
            assert f" {each['label']} {number(each['sheets']).replace('-', '− ')} " in first
        total = [letter.whole.region.name or "", *(figure(getattr(letter.whole, name)) for name in CELLS)]
        assert f" {' '.join(total)} " in first
        assert f"Permintaan {number(told['request'])} " in first
        for copy in told["copies"]:
            assert copy in first


def test_a_letter_of_the_samples_stands_on_one_page() -> None:
    for letter in sample_letters():
        for made in (letter, provisional(letter)):
            shown = pages(letter_pdf(made))
            assert "Demikian disampaikan" in shown[0]
            assert made.form.signatory in shown[0]
            assert "Lampiran I." in shown[1]


def test_every_cell_that_a_figure_rests_on_is_named_beside_it() -> None:
    for letter in sample_letters():
        shown = squeezed("".join(pages(letter_pdf(letter))))
        assert letter.basis.traces
        for trace in letter.basis.traces:
            assert squeezed(f"{trace.figure}{figure(trace.value)}{''.join(trace.cells)}") in shown


def test_every_hash_stands_unbroken_on_one_line() -> None:
    letter = sample_letters()[0]
    lines = {line.strip() for page in reader(letter_pdf(letter)).pages for line in page.extract_text().split("\n")}
    words = {word for line in lines for word in line.split()}
    assert {each.sha256 for each in letter.basis.inputs} | {letter.basis.audit} <= words


def test_a_hash_stays_whole_beside_a_very_long_file_name() -> None:
    columns = (Column(("Berkas",), Kind.TEXT), Column(("Bita",)), Column(("SHA-256",), Kind.PLACE))
    name = "rekap_penyortiran_" * 20 + ".xlsx"
    table = Table(columns, (Line((name, 12_345_678, "0123456789abcdef" * 4)),))
    page = reader(render(document(table))).pages[0]
    assert "0123456789abcdef" * 4 in page.extract_text().split()
    assert name in squeezed(page.extract_text())


def test_the_same_document_gives_the_same_bytes() -> None:
    letter = sample_letters()[0]
    assert render(letter_document(letter)) == letter_pdf(letter)


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_on_every_page_and_nothing_else_does(draft: bool) -> None:  # noqa: FBT001
    letter = sample_letters()[0]
    for page in pages(letter_pdf(provisional(letter) if draft else letter)):
        # Once in the head of the page, once across it.
        assert page.split().count("DRAF") - ("DRAF SEMENTARA" in page) == (2 if draft else 0)


def test_every_page_has_the_footer_and_its_number() -> None:
    shown = pages(render(document(regions_table(200))))
    assert len(shown) > 2
    for at, page in enumerate(shown, 1):
        assert " ".join(FOOTER.split()) in page
        assert f"Halaman {at} dari {len(shown)}" in page


def test_a_long_table_loses_no_row_and_repeats_its_head() -> None:
    table = regions_table(300)
    shown = pages(render(document(table)))
    rows = re.findall(r"(\d+) (Desa\d+) ([\d.]+) (\S+)", " ".join(shown))
    assert rows == [
        tuple("–" if c is None else number(c) if isinstance(c, int) else c for c in row.cells) for row in table.rows
    ]
    assert [page.count("No Wilayah Baik Rusak") for page in shown] == [1] * len(shown)
    assert "Jumlah 999.999 –" in shown[-1]


def test_a_place_to_sign_is_never_alone_and_a_heading_never_last() -> None:
    filling = [Paragraph(f"Baris {at}.") for at in range(60)]
    numbers = Table((Column(("Wilayah",), Kind.TEXT), Column(("Baik",))), tuple(Line(("Utara", at)) for at in range(5)))
    pages_seen = set()
    for many in range(30, 60, 3):
        content: tuple[Content, ...] = (
            *filling[:many],
            Heading("Judul rincian"),
            numbers,
            Paragraph("Demikian."),
            Right(("Ketua,", "", "", "Nama")),
        )
        shown = pages(render(document(*content)))
        (closing,) = [page for page in shown if "Demikian." in page]
        assert "Ketua, Nama" in closing
        (headed,) = [page for page in shown if "Judul rincian" in page]
        assert "Utara 0" in headed
        pages_seen.add((shown.index(headed), shown.index(closing)))
    assert {(0, 0), (0, 1), (1, 1)} <= pages_seen


def test_what_is_taken_away_has_a_minus_and_what_is_unknown_a_dash() -> None:
    (page,) = pages(render(document(Sum((("Dasar", 12_000), ("dikurangi", -11_500)), ("Permintaan", 500)))))
    assert "Dasar 12.000 dikurangi − 11.500 Permintaan 500" in page


def test_it_is_an_archive_that_can_be_read_aloud() -> None:
    read = reader(letter_pdf(sample_letters()[0]))
    xmp = read.xmp_metadata
    assert xmp is not None
    said = xmp.stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in said
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    root: Any = read.trailer["/Root"]
    assert str(root["/Lang"]) == "id"


def test_its_properties_are_those_of_the_document_and_not_of_the_clock() -> None:
    letter = sample_letters()[0]
    made = letter_document(letter)
    properties = reader(letter_pdf(letter)).metadata
    assert properties is not None
    assert (properties.title, properties.author) == (made.title, letter.sender)
    assert properties.creation_date is not None
    assert properties.creation_date.date() == DAY


def test_every_font_is_in_the_file_and_none_is_the_computers() -> None:
    found = set(fonts(letter_pdf(provisional(sample_letters()[0]))))
    assert {embedded for _, embedded in found} == {True}
    assert {name.partition("-Identity")[0] for name, _ in found} == {
        "LibertinusSerif-Regular",
        "LibertinusSerif-Bold",
        "DejaVuSansMono",
    }


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.F4, (215, 330))])
def test_the_paper_is_that_of_the_office(paper: Paper, size: tuple[int, int]) -> None:
    for page in reader(render(replace(document(regions_table(80)), paper=paper))).pages:
        box = page.mediabox
        assert (round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) == size


def test_nothing_stands_outside_the_margins() -> None:
    word = "kelurahan_" * 30
    columns = (
        *(Column((f"Kolom{at}",)) for at in range(7)),
        Column(("Tempat",), Kind.PLACE),
        Column(("Isi",), Kind.TEXT),
    )
    rows = (Line((*range(1_000_000, 1_000_007), f"{word}.xlsx!Lembar!A1", word)),)
    made = render(document(Facts(((word, word),)), Table(columns, rows), Right((word, "", "", word))))
    placed: list[float] = []

    def visit(text: str, matrix: list[float], own: list[float], *_: object) -> None:
        if text.strip():
            placed.append(own[4] * matrix[0] + own[5] * matrix[2] + matrix[4])

    for page in reader(made).pages:
        page.extract_text(visitor_text=visit)
    assert placed
    assert min(placed) >= 25 / 25.4 * 72 - 1
    assert max(placed) <= (210 - 20) / 25.4 * 72
