"""Letters and templates for the tests of Word files: the sample's letters, and changed templates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

from logistik.documents.docx.template import own_template
from logistik.documents.model import Letter, Request
from logistik.services.audit import Order, run_audit
from logistik.services.request import make_request
from logistik.services.view import Wanted
from tests.tools import SAMPLES


def sample_request(kecamatan: str | None = None) -> Request:
    """The request of the sample workspace."""
    done = run_audit(Order(("gudang.xlsx",), (), None, None), SAMPLES, date(2024, 11, 13))
    made = make_request(done.report, done.workspace.office, done.rules, Wanted(kecamatan, None, ()))
    letters = tuple(replace(each, basis=replace(each.basis, entry=1, audit="a1" * 32)) for each in made.letters)
    return replace(made, audit="a1" * 32, letters=letters)


def opened(content: bytes) -> Any:
    """A Word file as python-docx has it."""
    return Document(BytesIO(content))


def all_text(content: bytes) -> str:
    """All the words of the body, paragraph by paragraph, cells too."""
    body = opened(content).element.body
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(each.text or "" for each in p.iter(f"{tag}t")) for p in body.iter(f"{tag}p"))


def rows_of(table: Any) -> list[list[str]]:
    """The texts of a table."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def table_with(content: bytes, *heads: str) -> Any:
    """The first table with these heads, in this order."""
    for table in opened(content).tables:
        texts = [cell.text for cell in table.rows[0].cells]
        if all(head in texts for head in heads):
            return table
    raise AssertionError(heads)


def edited(change: Callable[[Any], object]) -> bytes:
    """Our template after a change to it as python-docx has it."""
    document = opened(own_template())
    change(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_text(old: str, new: str) -> bytes:
    """Our template with one text for another, as a person would type it."""

    def change(document: Any) -> None:
        tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
        found = [each for each in document.element.body.iter(tag) if each.text and old in each.text]
        assert found, old
        found[0].text = found[0].text.replace(old, new, 1)

    return edited(change)


def with_paragraph(*runs: str) -> bytes:
    """Our template with a paragraph at its end, in one run or several."""

    def change(document: Any) -> None:
        paragraph = document.add_paragraph()
        for text in runs:
            paragraph.add_run(text)

    return edited(change)


def with_part(name: str, content: bytes, *, instead: bool = False) -> bytes:
    """Our template as a package with one more part, or another content for one."""
    stream = BytesIO()
    with ZipFile(BytesIO(own_template())) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            if not (instead and info.filename == name):
                new.writestr(info.filename, old.read(info))
        new.writestr(name, content)
    return stream.getvalue()


def part(content: bytes, name: str) -> bytes:
    """One part of a package."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def named(letter: Letter, name: str) -> Letter:
    """The letter with another name for its first region."""
    first = letter.rows[0]
    row = replace(first, region=first.region._replace(name=name, kecamatan=name))
    return replace(letter, rows=(row, *letter.rows[1:]), details=(row, *letter.details[1:]))


def saved(folder: Path, content: bytes, name: str = "surat.docx") -> Path:
    """A file with the content."""
    path = folder / name
    path.write_bytes(content)
    return path
