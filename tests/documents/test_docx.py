"""Word files: what stands in them is what the request says, and the same request gives the same bytes."""

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date

import pytest

from logistik.core.wording import number
from logistik.documents import as_json
from logistik.documents.as_docx import render, render_letter
from logistik.documents.blocks import (
    ORDINALS,
    Block,
    Column,
    Document,
    Facts,
    Head,
    Heading,
    Kind,
    Line,
    Notice,
    Numbered,
    Paper,
    Paragraph,
    Part,
    Remarks,
    Right,
    Seal,
    Signatures,
    Sum,
    Table,
)  # fmt: skip
from logistik.documents.compose import letter_document
from logistik.documents.docx.example import example_letter
from logistik.documents.model import Request
from logistik.documents.words import OPEN, spelled
from tests.documents.docx_cases import all_text, named, opened, part, rows_of, sample_request, table_with
from tests.tools import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def city() -> Request:
    return sample_request()


def shown(value: int | None) -> str:
    return "–" if value is None else number(value)


@pytest.mark.parametrize("kecamatan", [None, "balikpapan-kota"])
def test_the_figures_in_the_file_are_those_of_the_json(kecamatan: str | None) -> None:
    request = sample_request(kecamatan)
    contract = json.loads(as_json.render(request))
    assert len(request.letters) == len(contract["letters"]) > 0
    for letter, said in zip(request.letters, contract["letters"], strict=True):
        content = render_letter(letter)
        text = all_text(content)
        assert f"sebanyak {number(said['request'])} ({spelled(said['request'])}) lembar" in text
        _, *rows, total = rows_of(table_with(content, "Dasar", "Permintaan"))
        lines = [
            [str(at), line["region"]["name"]]
            + [shown(line[key]) for key in ("base", "received", "short", "good", "damaged", "swapped", "request")]
            for at, line in enumerate(said["lines"], 1)
        ]
        assert rows[: len(lines)] == lines
        extra = [(each["label"], shown(each["sheets"]).replace("-", "- ")) for each in said["adjustments"]]
        assert [(row[1], row[-1]) for row in rows[len(lines) :]] == extra
        assert total[-1] == number(said["request"])


def test_every_hash_trace_and_rule_stands_in_the_annexes(city: Request) -> None:
    for letter in city.letters:
        content = render_letter(letter, "AB12-CD34-EF")
        hashes = rows_of(table_with(content, "Berkas", "SHA-256"))[1:]
        assert hashes == [[each.path, number(each.bytes), each.sha256] for each in letter.basis.inputs]
        traces = rows_of(table_with(content, "Berkas!Lembar!Sel"))[1:]
        assert [(row[2], row[3]) for row in traces] == [
            (shown(each.value), "\n".join(each.cells)) for each in letter.basis.traces
        ]
        assert len(traces) > 100
        assert f"Audit {letter.basis.audit}" in all_text(content)
        assert "logistik verify --code AB12-CD34-EF" in all_text(content)


def test_the_template_and_the_blocks_say_the_same_letter() -> None:
    for letter in (*sample_request().letters, example_letter(), example_letter(provisional=True)):
        alone = letter_document(letter)
        by_blocks = all_text(render(replace(alone, parts=alone.parts[:1])))
        by_template = all_text(render_letter(letter)).partition("Lampiran I.")[0]
        assert by_template.split() == by_blocks.split()


def test_what_is_not_configured_is_a_dotted_line(city: Request) -> None:
    text = all_text(render_letter(city.letters[0]))
    assert f"Nomor\n:\n{OPEN}" in text
    assert f"Narahubung\n:\n{OPEN}" in text
    assert f"( {OPEN} )" in text


def test_heads_repeat_rows_stay_whole_and_none_is_lost() -> None:
    rows = tuple(Line((str(at), f"Wilayah {at}", at, None)) for at in range(300))
    columns = (ORDINALS, Column(("Wilayah",), Kind.TEXT), Column(("Lembar",)), Column(("Sisa",)))
    table = Table(columns, rows, ("", "Jumlah", 44850, 0))
    made = render(Document("u", "U", "P", (Part("lampiran-1", "L", (table,)),), date(2024, 11, 13)))
    found = opened(made).tables[0]
    assert [row[1:] for row in rows_of(found)[1:-1]] == [[f"Wilayah {at}", str(at), "–"] for at in range(300)]
    properties = [row.trPr for row in found._tbl.tr_lst]  # noqa: SLF001 - python-docx shows no row properties
    assert [each.find(f"{W}tblHeader") is not None for each in properties] == [True, *[False] * 301]
    assert all(each.find(f"{W}cantSplit") is not None for each in properties)
    sides = [cell.paragraphs[0].alignment for cell in found.rows[1].cells]
    assert [side is not None and int(side) for side in sides] == [1, False, 2, 2]
    assert all(run.bold for cell in found.rows[-1].cells for run in cell.paragraphs[0].runs)


def test_a_table_with_parts_has_its_wholes_in_bold(city: Request) -> None:
    letter = city.letters[0]
    table = table_with(render_letter(letter), "Kecamatan / Kelurahan/Desa")
    bold = [bool(row.cells[1].paragraphs[0].runs[0].bold) for row in table.rows[1:]]
    levels = [row.region.level for row in letter.details]
    assert bold[: len(levels)] == [level == "kecamatan" for level in levels]


def test_a_hash_fits_on_one_line(city: Request) -> None:
    for paper in ("A4", "F4"):
        letter = replace(city.letters[0], form=replace(city.letters[0].form, paper=paper))
        table = table_with(render_letter(letter), "SHA-256")
        widths = [cell.width.pt for cell in table.rows[1].cells]
        assert widths[2] >= 64 * 0.6 * 7.5 + 7
        assert sum(widths) <= opened(render_letter(letter)).sections[-1].page_width.pt - 127


def test_the_same_request_gives_the_same_bytes_also_in_another_process(city: Request) -> None:
    del city
    script = (
        "import sys, hashlib; from logistik.documents.as_docx import render, render_letter; "
        "from logistik.documents.compose import letter_document; "
        "from logistik.documents.docx.example import example_letter; "
        "l = example_letter(provisional=True); "
        "print(hashlib.sha256(render_letter(l, 'K') + render(letter_document(l))).hexdigest())"
    )
    letter = example_letter(provisional=True)
    here = render_letter(letter, "K") + render(letter_document(letter))
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "7", "TZ": "Asia/Makassar"}
    there = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=env)
    assert there.stdout.strip() == hashlib.sha256(here).hexdigest()
    assert render_letter(letter, "K") + render(letter_document(letter)) == here


def test_properties_say_what_and_who_and_the_letter_s_day(city: Request) -> None:
    properties = opened(render_letter(city.letters[0])).core_properties
    assert properties.title.startswith("Permintaan Surat Suara Pemilihan Gubernur")
    assert properties.author == properties.last_modified_by == "KPU Kota Balikpapan"
    assert properties.created.date() == properties.modified.date() == date(2024, 11, 13)
    assert properties.comments == ""


def headers(content: bytes) -> list[str]:
    return ["\n".join(p.text for p in section.header.paragraphs) for section in opened(content).sections]


def test_a_draft_is_marked_on_every_page_in_words_and_across(city: Request) -> None:
    letter = city.letters[0]
    for content in (render_letter(replace(letter, provisional=True)),
                    render(letter_document(replace(letter, provisional=True)))):  # fmt: skip
        assert all("DRAF" in text for text in headers(content))
        for section in opened(content).sections:
            assert 'string="DRAF"' in section.header.part.element.xml
    assert not any("DRAF" in text for text in headers(render_letter(letter)))


def test_every_page_has_the_foot_with_its_number(city: Request) -> None:
    for section in opened(render_letter(city.letters[0], "AB12-CD34-EF")).sections:
        xml = section.footer.part.element.xml
        assert "kode AB12-CD34-EF" in section.footer.paragraphs[0].text
        assert " PAGE " in xml
        assert " NUMPAGES " in xml


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.F4, (215, 330))])
def test_the_paper_is_that_of_the_office(paper: Paper, size: tuple[int, int]) -> None:
    letter = example_letter()
    letter = replace(letter, form=replace(letter.form, paper=str(paper)))
    for content in (render_letter(letter), render(letter_document(letter))):
        for section in opened(content).sections:
            assert (round(section.page_width.mm), round(section.page_height.mm)) == size


HOSTILE = ("{{ 7*7 }}", "</w:t>", "&amp;", "[/x]", "{% for a in b %}", "{_{ x }_}", "a]]>b", "<!--", "%}", "\\1")


@pytest.mark.parametrize("name", HOSTILE)
def test_text_from_a_sheet_is_text(name: str) -> None:
    letter = replace(named(example_letter(), name), bases=(name,), copies=(name,))
    for content in (render_letter(letter), render(letter_document(letter))):
        assert table_with(content, "Dasar", "Permintaan").rows[1].cells[1].text == name
        assert f"{name};" in all_text(content)


@pytest.mark.parametrize("name", ["a\x00b", "a\x1bb", "a\x0bb", "a\x0cb", "a\x07b", "a\ud800b", "a\ufffeb", "a\u202eb"])
def test_what_xml_forbids_is_replaced_where_everyone_sees_it(name: str) -> None:
    for content in (
        render_letter(named(example_letter(), name)),
        render(letter_document(named(example_letter(), name))),
    ):
        assert table_with(content, "Dasar", "Permintaan").rows[1].cells[1].text == "a\ufffdb"


def test_every_kind_of_block_is_laid_out() -> None:
    content = (
        Head(("KPU", "Alamat")), Heading("Judul", 1), Heading("Bagian"), Right(("Kota, hari ini",)),
        Facts((("Nomor", "1"),)), Block(("Yth. A", "     di tempat")), Paragraph("Teks"), Notice("Awas"),
        Numbered("Daftar:", ("satu", "dua")), Numbered("", ("tiga",)),
        Table((Column(("A",), Kind.TEXT),), (Line(("x",)),)),
        Sum((("awal", 3), ("kurang", -1)), ("hasil", 2)), Signatures((("Ketua", "A"), ("Saksi", "B"))),
        Remarks("Catatan", 4), Seal(("Kode", "Audit"), "isi", "bukan tanda tangan"),
    )  # fmt: skip
    made = render(
        Document("semua", "Semua", "KPU", (Part("a", "A", content), Part("b", "B", content)), date(2024, 1, 1))
    )
    text = all_text(made)
    for word in (
        "KPU",
        "Judul",
        "Kota, hari ini",
        "Awas",
        "2.dua",
        "- 1",
        "hasil",
        "Saksi,",
        "Catatan:",
        "bukan tanda",
    ):
        assert text.count(word) >= 2, word
    assert part(made, "word/media/image1.png").startswith(b"\x89PNG")
    signatures = next(table for table in opened(made).tables if "Saksi," in table.rows[0].cells[-1].text)
    assert len(signatures.columns) == 2


def test_the_closing_stays_with_the_signature() -> None:
    for content in (render_letter(example_letter()), render(letter_document(example_letter()))):
        paragraphs = opened(content).paragraphs
        at = next(at for at, each in enumerate(paragraphs) if each.text.startswith("Demikian"))
        name = next(at for at, each in enumerate(paragraphs) if each.text == "Nama Contoh")
        assert all(each.paragraph_format.keep_with_next for each in paragraphs[at:name])


def test_a_city_s_letter_takes_no_longer_than_people_wait(city: Request) -> None:
    render_letter(city.letters[0])
    start = time.process_time()
    render_letter(city.letters[0])
    assert time.process_time() - start < 3


def test_a_table_of_a_whole_kabupaten_s_kelurahan_takes_no_square_of_the_time() -> None:
    rows = tuple(Line((str(at), *[at] * 8), at % 2) for at in range(2_000))
    columns = tuple(Column((str(at),), Kind.TEXT if at == 0 else Kind.NUMBER) for at in range(9))
    document = Document("k", "K", "KPU", (Part("a", "A", (Table(columns, rows),)),), date(2024, 11, 13))
    start = time.perf_counter()
    made = render(document)
    assert time.perf_counter() - start < 5
    assert len(opened(made).tables[0]._tbl.tr_lst) == 2_001  # noqa: SLF001 - counting through cells takes long


def test_our_template_is_the_one_that_the_script_writes() -> None:
    import runpy

    from logistik.documents.docx.template import own_template

    assert runpy.run_path(str(ROOT / "tools" / "letter_template.py"))["template"]() == own_template()
    assert not re.search(rb"python-docx", part(own_template(), "docProps/core.xml"))
