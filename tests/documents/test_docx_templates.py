"""The office's own template: what is found in it, where, and that nothing in it runs."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from logistik.core.errors import LogistikError
from logistik.core.office import Office, Surat
from logistik.documents.as_docx import render_letter
from logistik.documents.docx.check import check
from logistik.documents.docx.example import example_letter
from logistik.documents.docx.fields import VARIABLES, Shape, fields_of
from logistik.documents.docx.flaws import Flaw
from logistik.documents.docx.template import own_template
from logistik.services.templates import letter_template
from logistik.settings.workspace import Workspace
from tests.documents.docx_cases import all_text, edited, opened, part, saved, with_paragraph, with_part, with_text
from tests.tools import Runner


def flaws(content: bytes) -> tuple[Flaw, ...]:
    return check(content, "surat.docx").flaws


def only(content: bytes) -> Flaw:
    found = flaws(content)
    assert len(found) == 1, found
    return found[0]


def test_our_template_has_no_flaw_and_the_table_of_variables_is_the_context() -> None:
    assert flaws(own_template()) == ()
    fields = fields_of(example_letter(), "")
    assert list(fields) == list(VARIABLES)
    for name, variable in VARIABLES.items():
        value = fields[name]
        kind = Shape.TEXT if isinstance(value, str) else Shape.LIST if isinstance(value, tuple) else Shape.ROW
        assert kind is variable.shape, name
        first = value[0] if kind is Shape.LIST and value else value
        if variable.parts:
            assert tuple(variable.parts) == first.__slots__


def test_an_unknown_variable_is_named_with_the_nearest_and_its_place() -> None:
    flaw = only(with_paragraph("Nomor kontrak {{ nomer }} tahun ini"))
    assert (flaw.name, flaw.message) == ("variabel-tak-dikenal", "Variabel nomer tidak dikenal")
    assert "nomor" in flaw.hint
    assert re.fullmatch(r"paragraf \d+, di “Nomor kontrak \{\{ nomer \}\} tahun ini”", flaw.place)


def test_an_unknown_part_of_a_row_is_named_at_its_cell() -> None:
    found = flaws(with_text("{{ baris.baik }}", "{{ baris.bagus }}"))
    assert [(each.name, each.message) for each in found] == [
        ("variabel-tak-dikenal", "Variabel baris.bagus tidak dikenal")
    ]
    assert found[0].place.startswith("tabel 2 baris 3 sel 6, di ")


def test_a_tag_that_word_split_over_runs_is_read_as_one() -> None:
    assert flaws(with_paragraph("{", "{ no", "mor }", "}")) == ()
    assert only(with_paragraph("{", "{ no", "mer }", "}")).name == "variabel-tak-dikenal"
    assert "Nomor lagi: ........" in all_text(
        render_letter(example_letter(), "", with_paragraph("Nomor lagi: {", "{ no", "mor }", "}"))
    )


@pytest.mark.parametrize(
    ("old", "missing"),
    [("{{ nomor }}", "nomor"), ("{{ hal }}", "hal"), ("{{ isi }}", "isi"), ("{{ nama }}", "nama"),
     ("{{ butir }}", "dasar"), ("{{ baris.permintaan }}", "tabel.permintaan"),
     ("{{ total.permintaan }}", "total.permintaan"),
     ("melalui {{ melalui }}", "melalui")],
)  # fmt: skip
def test_what_a_letter_needs_is_missed(old: str, missing: str) -> None:
    flaw = only(with_text(old, "..."))
    assert flaw.name == "variabel-wajib-hilang"
    assert flaw.message.startswith(f"Surat tidak mencetak {missing} (")
    assert "Tambahkan {{ " in flaw.hint


def test_the_amount_may_stand_in_the_office_s_own_sentence() -> None:
    own = with_text("{{ isi }}", "kami minta {{ permintaan }} ({{ permintaan_terbilang }}) lembar")
    assert flaws(own) == ()
    assert "kami minta 53 (lima puluh tiga) lembar" in all_text(render_letter(example_letter(), "", own))


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("{{ nomor", "tanda-tidak-utuh"),
        ("nomor }}", "tanda-tidak-utuh"),
        ("{{ nomor nomor }}", "tanda-tidak-dipahami"),
        ("{{ }}", "tanda-tidak-dipahami"),
        ("{% if melalui %}x", "blok-tidak-berpasangan"),
        ("x{% endfor %}", "blok-tidak-berpasangan"),
        ("{% if melalui %}x{% endfor %}{% endif %}", "blok-tidak-berpasangan"),
        ("{%tr if melalui %}", "tanda-salah-tempat"),
        ("{%p if melalui %} teks {%p endif %}", "isi-ikut-hilang"),
        ("{{ dasar }}", "variabel-tidak-dapat-dicetak"),
        ("{{ total }}", "variabel-tidak-dapat-dicetak"),
        ("{{p nomor }}", "tanda-terlarang"),
        ("{{ ''.__class__ }}", "tanda-terlarang"),
        ("{{ nomor.__class__.__mro__ }}", "tanda-terlarang"),
        ("{{ nomor|attr('x') }}", "tanda-terlarang"),
        ("{{ nomor|safe }}", "tanda-terlarang"),
        ("{{ nomor.upper() }}", "tanda-terlarang"),
        ("{{ cycler }}", "variabel-tak-dikenal"),
        ("{{ 10**10**10 }}", "tanda-terlarang"),
        ("{{ 'a' * 1000000000 }}", "tanda-terlarang"),
        ("{% for i in range(10**9) %}{% endfor %}", "tanda-terlarang"),
        ("{% for i in nomor %}{{ i }}{% endfor %}", "tanda-terlarang"),
        ("{% include 'x' %}", "tanda-terlarang"),
        ("{% import 'x' as y %}", "tanda-terlarang"),
        ("{% extends 'x' %}", "tanda-terlarang"),
        ("{% set a = nomor %}", "tanda-terlarang"),
        ("{% macro a() %}{% endmacro %}", "tanda-terlarang"),
        ("{% autoescape false %}{% endautoescape %}", "tanda-terlarang"),
        ("{% cellbg nomor %}", "tanda-terlarang"),
        ("{% for a in dasar %}{% for b in dasar %}{% for c in dasar %}{{ a }}{% endfor %}{% endfor %}{% endfor %}",
         "tanda-terlarang"),
        ("{{ " + "(" * 3000 + "nomor" + ")" * 3000 + " }}", "tanda-tidak-dipahami"),
    ],
)  # fmt: skip
def test_what_is_torn_or_forbidden_is_found_at_its_place(tag: str, name: str, tmp_path: Path) -> None:
    content = with_paragraph(tag)
    found = flaws(content)
    assert found[0].name == name, found
    assert found[0].place.startswith("paragraf ")
    saved(tmp_path, content)
    with pytest.raises(LogistikError) as caught:
        letter_template(Workspace(tmp_path, Office(surat=Surat(templat="surat.docx"))))
    assert "surat.docx tidak dapat dipakai" in caught.value.message


@pytest.mark.parametrize(
    "tag", ["{{ 'a' * 1000000000 }}", "{{ ''.__class__ }}", "{% for i in 'ab' %}x{% endfor %}", "{{ nomer }}"]
)
def test_even_unchecked_a_template_runs_nothing(tag: str) -> None:
    start = time.perf_counter()
    with pytest.raises(LogistikError, match="tidak dapat diisi"):
        render_letter(example_letter(), "", with_paragraph(tag))
    assert time.perf_counter() - start < 2


def hidden(tag: str) -> bytes:
    """A tag where nobody sees it: in an attribute of the body."""
    body = part(own_template(), "word/document.xml").decode()
    return with_part("word/document.xml", body.replace('w:val="SuratIsi"', f'w:val="{tag}"', 1).encode(), instead=True)


@pytest.mark.parametrize("tag", ["{{ 'a' * 1000000000 }}", "{% for a in dasar %}", "{{ cycler }}"])
def test_a_tag_hidden_from_the_eye_is_refused_by_the_trial(tag: str) -> None:
    assert only(hidden(tag)).name == "tidak-dapat-diisi"


def test_loops_that_would_fill_the_memory_are_cut_off() -> None:
    inner = "x" * 60_000
    tag = "{% for a in dasar %}{% for b in dasar %}" + inner + "{% endfor %}{% endfor %}"
    start = time.perf_counter()
    many = example_letter().__class__
    letter = example_letter()
    letter = many(**{name: getattr(letter, name) for name in letter.__slots__} | {"bases": ("d",) * 60})
    with pytest.raises(LogistikError, match="terlalu panjang"):
        render_letter(letter, "", with_paragraph(tag))
    assert time.perf_counter() - start < 5


def bomb(folder: Path) -> bytes:
    """A package of 60 MB of blanks."""
    path = folder / "bomb.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (60 << 20))
    return path.read_bytes()


def external(kind: str) -> bytes:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="http://x/y" '
        'TargetMode="External"/></Relationships>'
    )
    return with_part("word/_rels/settings.xml.rels", relation.encode())


REFUSED: list[tuple[str, Callable[[Path], bytes], str]] = [
    ("bukan zip", lambda _: b"halo", "bukan dokumen Word"),
    ("kosong", lambda _: b"", "bukan dokumen Word"),
    ("terpotong", lambda _: own_template()[:9000], "bukan dokumen Word"),
    ("bom", bomb, "terlalu besar sesudah dibuka"),
    ("besar", lambda _: own_template() + b" " * (6 << 20), "lebih besar dari 5 MB"),
    ("banyak", lambda _: many_parts(), "terlalu besar sesudah dibuka"),
    ("makro", lambda _: with_part("word/vbaProject.bin", b"x"), "berisi makro"),
    ("doc", lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "berformat Word lama"),
    ("panjang", lambda _: with_part("word/header9.xml", b"<a>" + b" " * (5 << 20) + b"</a>"), "terlalu panjang"),
    ("dtd", lambda _: with_part("word/x.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "berisi deklarasi"),
    ("ole", lambda _: external("oleObject"), "dari luar berkas"),
    ("gambar luar", lambda _: external("image"), "dari luar berkas"),
    ("rusak", lambda _: with_part("word/document.xml", b"<w:document", instead=True), "rusak atau bukan dokumen Word"),
    ("lain", lambda _: with_part("word/document.xml", b"<a/>", instead=True), "rusak atau bukan dokumen Word"),
]


def many_parts() -> bytes:
    from io import BytesIO

    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for at in range(2100):
            archive.writestr(f"{at}.bin", b"")
    return stream.getvalue()


@pytest.mark.parametrize(("made", "said"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED])
def test_a_file_that_is_no_harmless_word_document_is_refused(
    made: Callable[[Path], bytes], said: str, logistik: Runner
) -> None:
    saved(logistik.folder, made(logistik.folder), "punya.docx")
    ran = logistik("template", "check", "punya.docx")
    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert "Kesalahan di dalam" not in ran.err


def test_a_link_and_the_path_of_a_template_are_harmless_and_the_path_is_forgotten() -> None:
    content = external("attachedTemplate")
    assert flaws(content) == ()
    made = render_letter(example_letter(), "", content)
    assert b"http://x/y" not in b"".join(part(made, each) for each in ("word/settings.xml", "word/document.xml"))


def test_an_office_s_own_pages_keep_their_head_and_get_mark_and_foot() -> None:
    def change(document: Any) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Kop bergambar {{ kop }}"
        section.footer.paragraphs[0].text = "Alamat di kaki"

    template = edited(change)
    assert flaws(template) == ()
    made = opened(render_letter(example_letter(provisional=True), "", template))
    first, annexes = made.sections[0], made.sections[-1]
    assert [p.text for p in first.first_page_header.paragraphs] == ["Kop bergambar KPU KOTA CONTOH", "DRAF"]
    assert [p.text for p in first.header.paragraphs if p.text] == ["DRAF"]
    assert first.footer.paragraphs[0].text == "Alamat di kaki"
    assert "konsep" in first.footer.paragraphs[-1].text
    assert "konsep" in first.first_page_footer.paragraphs[-1].text
    assert [p.text for p in annexes.header.paragraphs if p.text] == ["DRAF"]
    assert not annexes.different_first_page_header_footer


def test_init_makes_the_template_and_never_over_another(logistik: Runner) -> None:
    ran = logistik("init", "--yes", "--templat", "--kota", "Kota Uji")
    assert ran.status == 0
    assert sorted(path.name for path in logistik.folder.iterdir()) == [
        "dpt.xlsx", "gudang.xlsx", "koli.xlsx", "logistik.toml", "pengesetan.xlsx", "surat.docx",
    ]  # fmt: skip
    assert (logistik.folder / "surat.docx").read_bytes() == own_template()
    again = logistik("init", "--templat")
    assert (again.status, again.out) == (2, "")
    assert "surat.docx sudah ada" in again.err


def test_in_a_workspace_that_is_there_init_makes_only_the_template(samples: Path, logistik: Runner) -> None:
    (samples / "dpt.xlsx").unlink()
    before = {path.name: path.read_bytes() for path in samples.iterdir()}
    ran = logistik("init", "--templat")
    assert ran.status == 0
    assert 'templat = "surat.docx"' in ran.out
    assert {path.name: path.read_bytes() for path in samples.iterdir()} == before | {"surat.docx": own_template()}


def test_template_check_tells_and_answers_with_its_status(logistik: Runner) -> None:
    saved(logistik.folder, own_template())
    good = logistik("template", "check", "surat.docx")
    assert good.status == 0
    assert 'templat = "surat.docx"' in good.out
    saved(logistik.folder, with_paragraph("{{ nomer }}"))
    bad = logistik("template", "check", "surat.docx")
    assert bad.status == 1
    assert "Mungkin maksud Anda nomor." in bad.out
    told = logistik("template", "check", "surat.docx", "--format", "json")
    assert told.status == 1
    content = json.loads(told.out)
    assert content["schema"] == "logistik.template/1"
    assert [each["name"] for each in content["findings"]] == ["variabel-tak-dikenal"]
    for words in (("check", "tidak-ada.docx"), ("cek", "surat.docx"), ("check",)):
        assert logistik("template", *words).status == 2


def test_the_workspace_s_template_is_used_where_there_is_one(tmp_path: Path) -> None:
    assert letter_template(Workspace(tmp_path, Office())) is None
    workspace = Workspace(tmp_path, Office(surat=Surat(templat="punya.docx")))
    with pytest.raises(LogistikError, match="tidak dapat dibaca"):
        letter_template(workspace)
    saved(tmp_path, own_template(), "punya.docx")
    assert letter_template(workspace) == own_template()
    saved(tmp_path, with_text("{{ nomor }}", "..."), "punya.docx")
    assert letter_template(workspace) is not None, "a letter without its number can still be made"
