"""Documents as text and Markdown: a draft says so above each part, and text from sheets is never markup."""

from datetime import date

import pytest

from logistik.documents import as_markdown, as_text
from logistik.documents.blocks import Column, Document, Kind, Line, Paragraph, Part, Table

PARTS = (Part("satu", "Satu", (Paragraph("Isi pertama."),)), Part("dua", "Dua", (Paragraph("Isi kedua."),)))


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_above_each_part(draft: bool) -> None:  # noqa: FBT001
    document = Document("uji", "Uji", "KPU", PARTS, date(2024, 11, 13), draft=draft)
    text, markdown = as_text.render(document), as_markdown.render(document)
    assert [line.strip() for line in text.splitlines()].count("DRAF") == 2 * draft
    assert markdown.splitlines().count("**DRAF**") == 2 * draft


def test_a_cell_is_never_markup() -> None:
    name = "*Utara*_[x](http://x.id)|<b>`"
    table = Table((Column(("Wilayah",), Kind.TEXT), Column(("Lembar",))), (Line((name, 5)),), (name, 5))
    document = Document("uji", "Uji", "KPU", (Part("satu", "Satu", (table,)),), date(2024, 11, 13))
    escaped = r"\*Utara\*\_\[x\](http://x.id)\|\<b\>\`"
    *_, row, total = as_markdown.render(document).splitlines()
    assert (row, total) == (f"| {escaped} | 5 |", f"| **{escaped}** | **5** |")
