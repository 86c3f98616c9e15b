"""Text from sheets stays text on the page: never markup, never lost."""

import subprocess
import sys
from hashlib import sha256

import pytest
import typst

from logistik.core.errors import LogistikError
from logistik.documents.as_pdf import render
from logistik.documents.pdf_text import SEAM, breakable, clean, named, uncommon
from tests.documents.pdf_cases import document, every_block, pages, squeezed

BLOCKS_WITH_TEXT = 20
MARKUP = [
    '#import "x.typ": *',
    "#panic()",
    "*tebal* _miring_ `kode`",
    "$x^2$",
    "@rujukan <label>",
    r"\u{41} \ \\ \#",
    "\"kutip\" 'satu' -- ---",
    "/* komentar */ // baris",
    "= judul",
    "+ butir",
    "{isi} [isi] (isi)",
    "https://contoh.id/a?b=c&d",
    "&amp; <b>",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_it_stands(text: str) -> None:
    shown = " ".join(pages(render(document(*every_block(text), title=text, footer=text))))
    assert squeezed(shown).count(squeezed(text)) >= BLOCKS_WITH_TEXT


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\x00b\x07c\x1b[31m", "a·b·c·[31m"),
        ("kiri\u202ekanan", "kiri·kanan"),
        ("setengah\ud800", "setengah·"),
        ("rapat\u00a0spasi\ttab", "rapat spasi tab"),
        ("baris satu\r\nbaris dua", "baris satu baris dua"),
        ("中文", "[U+4E2D][U+6587]"),
        ("surat 😀", "surat [U+1F600]"),
        ("\ue000", "·"),
        ("Ñandú Łódź Ω Я", "Ñandú Łódź Ω Я"),
    ],
)
def test_what_no_font_has_is_named_and_what_cannot_be_printed_is_a_dot(text: str, printed: str) -> None:
    shown = " ".join(pages(render(document(*every_block(text), title=text, footer=text))))
    assert squeezed(shown).count(squeezed(printed)) >= BLOCKS_WITH_TEXT


@pytest.mark.parametrize(
    "text", ["שלום עולם", "مرحبا بالعالم", "x\u0301\u0302\u0323e\u20e3 中", "", "   ", "A" * 1500, "kata " * 300]
)
def test_every_other_text_has_a_page(text: str) -> None:
    assert pages(render(document(*every_block(text), title=text, footer=text[:50])))


def test_a_long_word_is_broken_where_it_has_joints_and_nothing_is_added() -> None:
    name = "C:/Users/operator/rekap_penyortiran_surat_suara_final.xlsx!Lembar!A1"
    assert breakable(name, 30).split(SEAM)[:3] == ["C:", "/", "Users/"]
    assert breakable(name, 30).replace(SEAM, "") == name
    assert breakable("a" * 50, 30).split(SEAM) == ["a" * 12] * 4 + ["aa"]
    for whole in ("Pemberitahuan", "0123456789abcdef" * 4, "." * 40):
        assert breakable(f"kata {whole} dan kata lain", 10).replace(whole, "") == "kata  dan kata lain"


def test_only_a_text_that_needs_it_is_changed() -> None:
    assert clean("Jumlah – 12.345 lembar") == "Jumlah – 12.345 lembar"
    assert uncommon(["Balikpapan – “Kota” ‘Utara’ −8", "é…"]) == []
    assert uncommon(["a中b", "中Ω"]) == ["Ω", "中"]
    assert named("a中b", ["中"]) == "a[U+4E2D]b"


def test_another_process_makes_the_same_bytes() -> None:
    script = (
        "import sys; from hashlib import sha256; from logistik.documents.as_pdf import render;"
        "from tests.documents.pdf_cases import document, every_block;"
        "print(sha256(render(document(*every_block('Uji 中')))).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == sha256(render(document(*every_block("Uji 中")))).hexdigest()


def test_a_page_that_cannot_be_laid_out_is_an_expected_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> bytes:
        error = typst.TypstError("unexpected", "")
        error.message = "unexpected"
        raise error

    monkeypatch.setattr(typst, "compile", fails)
    with pytest.raises(LogistikError, match=r"PDF tidak dapat disusun: unexpected\."):
        render(document(*every_block("Uji")))
    with pytest.raises(LogistikError, match="PDF tidak dapat disusun"):
        render(document(*every_block("中")))
