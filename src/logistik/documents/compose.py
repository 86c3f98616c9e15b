"""A letter with its annexes as one document."""

from dataclasses import replace

from logistik.documents.annexes import annexes, footer
from logistik.documents.blocks import Document, Paper, Part
from logistik.documents.letter import letter_content, subject
from logistik.documents.model import Letter


def letter_document(letter: Letter, code: str = "") -> Document:
    """The letter and its four annexes; `code` is that of an issued letter, blank for a draft."""
    return Document(
        name=letter.name,
        title=subject(letter),
        author=letter.sender,
        parts=(Part("surat", "Surat", letter_content(letter)), *annexes(letter, code)),
        day=letter.day,
        draft=letter.provisional,
        footer=footer(letter, code),
        paper=Paper(letter.form.paper),
    )


def without_annexes(document: Document) -> Document:
    """Only the letter, as the screen shows it."""
    return replace(document, parts=document.parts[:1])
