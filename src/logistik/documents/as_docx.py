"""Documents as Word files: any document by its blocks, a letter by the office's own template."""

from typing import Any

from logistik.documents.blocks import Document
from logistik.documents.compose import letter_document
from logistik.documents.docx import package, pages
from logistik.documents.docx.layout import parts_markup
from logistik.documents.docx.markup import paragraph, parsed
from logistik.documents.docx.seal import Seals
from logistik.documents.docx.styles import add_styles
from logistik.documents.model import Letter


def render(document: Document) -> bytes:
    """The document, each part on a new page."""
    made = package.new_document()
    section = made.sections[0]
    pages.set_page(section, *pages.SIZES[document.paper])
    _add(made, parts_markup(document.parts, Seals(made), pages.text_width(section)))
    return _finished(made, document)


def render_letter(letter: Letter, code: str = "", template: bytes | None = None) -> bytes:
    """The letter from its Word template, and its annexes on new pages behind it.

    Args:
        letter: the letter.
        code: that of an issued letter; blank for one that was not issued.
        template: the office's own; None for ours, which takes the paper of the letter's form. The pages of an office's
            template keep their size, and the annexes take it over.

    Raises:
        LogistikError: the template cannot be read or filled.
    """
    from logistik.documents.docx.template import filled

    document = letter_document(letter, code)
    made = filled(letter, code, template)
    add_styles(made)
    if template is None:
        for section in made.sections:
            pages.set_page(section, *pages.SIZES[document.paper])
    _begin_annexes(made)
    section = made.sections[-1]
    _add(made, parts_markup(document.parts[1:], Seals(made), pages.text_width(section)))
    return _finished(made, document)


def _begin_annexes(made: Any) -> None:
    """A section of its own on paper of the same size, without the template's headers, footers and columns."""
    from docx.enum.section import WD_ORIENT, WD_SECTION

    section = made.add_section(WD_SECTION.NEW_PAGE)
    breaking = made.element.body[-2]
    for element in parsed(paragraph("SuratAkhir")):
        breaking.get_or_add_pPr().insert(0, element.pPr[0])
    for name in ("w:cols", "w:pgNumType", "w:lnNumType", "w:pgBorders"):
        for element in section._sectPr.xpath(name):  # noqa: SLF001 - python-docx has no name for these
            section._sectPr.remove(element)  # noqa: SLF001 - the same
    width, height = sorted((section.page_width, section.page_height))
    section.orientation = WD_ORIENT.PORTRAIT
    pages.set_page(section, width // 635, height // 635)
    pages.of_its_own(section)


def _add(made: Any, markup: str) -> None:
    """Elements go in empty, and their children after them: lxml takes the square of the time for a whole long table."""
    last = made.element.body[-1]
    for element in parsed(markup):
        children = list(element)
        for child in children:
            element.remove(child)
        last.addprevious(element)
        element.extend(children)


def _finished(made: Any, document: Document) -> bytes:
    pages.mark(made, document.footer, draft=document.draft)
    package.describe(made, document)
    return package.as_bytes(made)
