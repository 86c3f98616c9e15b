"""The letter out of a Word template."""

from functools import cache
from importlib.resources import files
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml import etree

from logistik.core.errors import LogistikError
from logistik.documents.docx.fields import fields_of
from logistik.documents.docx.flaws import NAME
from logistik.documents.docx.guard import opened
from logistik.documents.docx.markup import W, paragraph, parsed
from logistik.documents.docx.sandbox import RefusedError, rendered
from logistik.documents.model import Letter

_UNEVEN = "Sebuah for atau if dibuka dan ditutup di tempat yang tidak sepadan (paragraf, baris tabel)"


@cache
def own_template() -> bytes:
    """The template of the package."""
    return (files("logistik.documents") / "templates" / NAME).read_bytes()


def filled(letter: Letter, code: str, template: bytes | None) -> Any:
    """The template, or ours for None, filled for a letter, as python-docx has it.

    Raises:
        LogistikError: the office's template cannot be opened or filled.
    """
    document = opened(own_template() if template is None else template, NAME)
    try:
        fill(document, fields_of(letter, code))
    except TemplateError as error:
        raise LogistikError(
            f"Templat surat tidak dapat diisi: {reason(error)}.", hint="Periksa: logistik template check BERKAS"
        ) from None
    return document


def reason(error: TemplateError) -> str:
    """Why a template could not be filled; the engine's own words only where there are no better ones."""
    return str(error.message) if isinstance(error, RefusedError) else f"{error.message or type(error).__name__}"


def fill(document: Any, fields: dict[str, Any]) -> None:
    """Fill a python-docx document in place.

    Raises:
        TemplateError: the template cannot be filled.
    """
    template = _Template(document)
    try:
        template.render(fields)
    except (TemplateError, MemoryError):
        raise
    except Exception as error:  # a template from elsewhere can break the library anywhere
        raise RefusedError(f"dokumen tidak dapat diolah ({type(error).__name__})") from error
    _mend(document)
    _forget_its_template(document)


class _Template(DocxTemplate):  # type: ignore[misc]
    """docxtpl on a document that is open, with our sandbox in place of its own rendering."""

    def __init__(self, document: Any) -> None:
        super().__init__(document)
        self.docx = document

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        """A part filled; one that is no longer whole is refused instead of mended by guesses."""
        del part, jinja_env
        made = rendered(src_xml, context)
        try:
            etree.fromstring(made.encode(), etree.XMLParser(resolve_entities=False, huge_tree=False))
        except etree.XMLSyntaxError:
            raise RefusedError(_UNEVEN) from None
        return made

    def map_headers_footers_xml(self, relKey: str, xml: bytes) -> None:  # noqa: N803 - the library's name
        """Fill a header in its own part; the library's new part would hide it from what marks the pages later."""
        from docx.oxml.parser import parse_xml

        element = self.docx.part.rels[relKey].target_part.element
        element[:] = list(parse_xml(xml))

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Properties are written anew; what stands there is not a template."""


def _mend(document: Any) -> None:
    """What loops over nothing leave behind: cells without a paragraph and tables without a row, which Word refuses."""
    body = document.element.body
    for table in [each for each in body.iter(f"{W}tbl") if each.find(f"{W}tr") is None]:
        table.getparent().remove(table)
    for cell in body.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            cell.extend(parsed(paragraph("Normal")))


def _forget_its_template(document: Any) -> None:
    """The path of the file that a template was made from; Word would look for it, and the reader need not know it."""
    settings = next(
        (each.target_part for each in document.part.rels.values() if each.reltype.endswith("/settings")), None
    )
    if settings is None:
        return
    for element in settings.element.findall(f"{W}attachedTemplate"):
        settings.element.remove(element)
    for key in [key for key, each in settings.rels.items() if each.reltype.endswith("/attachedTemplate")]:
        del settings.rels[key]
