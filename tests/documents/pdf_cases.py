"""What the tests of the PDF share: the letters of the samples, small documents, and the page read back as text."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from pypdf import PdfReader

from logistik.documents.as_pdf import render
from logistik.documents.blocks import (
    ORDINALS,
    Block,
    Column,
    Content,
    Document,
    Facts,
    Head,
    Heading,
    Kind,
    Line,
    Notice,
    Numbered,
    Paragraph,
    Part,
    Remarks,
    Right,
    Seal,
    Signatures,
    Sum,
    Table,
)
from logistik.documents.compose import letter_document
from logistik.documents.model import Letter, Request
from logistik.ledger.chain import Entry
from logistik.services.audit import Order, run_audit
from logistik.services.request import make_request, resting_on
from logistik.services.view import Wanted
from tests.tools import SAMPLES

DAY = date(2024, 11, 13)
FOOTER = "Nomor 7/2024  |  kode UJI-1"


@cache
def sample_request(kecamatan: str | None = None) -> Request:
    """The request of the sample workspace, or of one of its kecamatan, resting on an audit of a known hash."""
    audit = run_audit(Order(("gudang.xlsx",)), SAMPLES, DAY)
    made = make_request(audit.report, audit.workspace.office, audit.rules, Wanted(kecamatan, None, ()))
    return resting_on(made, Entry(7, "2024-11-13T08:00:00+08:00", "audit", "{}", "", sha256(b"audit").hexdigest()))


@cache
def letter_pdf(letter: Letter) -> bytes:
    """A letter with its annexes as PDF, made once."""
    return render(letter_document(letter))


def provisional(letter: Letter) -> Letter:
    """The letter as it would be while some of the stock is not sorted."""
    return replace(letter, provisional=True, request_low=letter.request - 60)


def document(*content: Content, title: str = "Uji", draft: bool = False, footer: str = FOOTER) -> Document:
    """A document of one part."""
    return Document("uji", title, "KPU Kota Uji", (Part("uji", "Uji", content),), DAY, draft, footer)


def regions_table(count: int) -> Table:
    """A table of so many regions, each with figures of its own."""
    columns = (ORDINALS, Column(("Wilayah",), Kind.TEXT), Column(("Baik",)), Column(("Rusak",)))
    rows = tuple(Line((str(at), f"Desa{at:04}", 1000 + at, None if at % 7 else at)) for at in range(1, count + 1))
    return Table(columns, rows, ("", "Jumlah", 999_999, None), "Wilayah")


def every_block(text: str) -> tuple[Content, ...]:
    """One block of each kind, with a text in every place that takes one."""
    table = Table(
        (ORDINALS, Column((text,), Kind.TEXT), Column(("Lembar",)), Column(("Sel",), Kind.PLACE)),
        (Line(("1", text, 1, text)), Line(("", text, -1, f"{text}\n{text}"), 1)),
        ("", text, None, ""),
    )
    return (
        Head((text, text)),
        Right((text,)),
        Heading(text, 1),
        Heading(text),
        Facts(((text, text), ("Hal", text))),
        Block((text, f"     {text}")),
        Paragraph(text),
        Notice(text),
        Numbered(text, (text, text)),
        table,
        Sum(((text, 10), (text, -3)), (text, 7)),
        Remarks(text, 2),
        Signatures(((text, text), (text, text))),
        Seal((text,), "kode", text),
        Paragraph(text),
        Right((text, "", "", "", text)),
        Numbered("Tembusan:", (text,)),
    )


def reader(pdf: bytes) -> PdfReader:
    """The PDF, opened strictly: what is not well formed is an error."""
    return PdfReader(io.BytesIO(pdf), strict=True)


def pages(pdf: bytes) -> list[str]:
    """The text of every page on one line, with plain spaces."""
    return [" ".join(page.extract_text().split()) for page in reader(pdf).pages]


def squeezed(text: str) -> str:
    """The text without any space: what remains when lines are broken at other places."""
    return "".join(text.split())


def fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """The fonts of every page: the name without the mark of its subset, and whether the file holds it."""
    for page in reader(pdf).pages:
        resources: Any = page["/Resources"]
        for each in resources["/Font"].values():
            font = each.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            held = {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())
            yield str(font["/BaseFont"]).rpartition("+")[2], bool(held)
