"""WordprocessingML as text: every word that comes from outside passes `safe` here and becomes text, never markup."""

import unicodedata
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
W = f"{{{NAMESPACES['w']}}}"
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
REPLACED = "\ufffd"
"""Stands where the text has a character that XML forbids or no reader shows."""


def printed(text: str) -> str:
    """The text with every space as a plain one, and `REPLACED` for what cannot be shown; line breaks stay."""
    return text if text.isprintable() else "".join(map(_printed, text))


def _printed(char: str) -> str:
    if char.isprintable() or char == "\n":
        return char
    return " " if char == "\t" or unicodedata.category(char).startswith("Z") else REPLACED


def safe(text: str) -> str:
    """The text as XML holds it, also inside an attribute."""
    return escape(printed(text), {'"': "&quot;"})


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """A run of text; line breaks in it break the line."""
    properties = "<w:b/>" * bold + "<w:i/>" * italic
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' for line in safe(text).split("\n"))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{'<w:br/>'.join(lines)}</w:r>"


TAB = "<w:r><w:tab/></w:r>"


def field(instruction: str) -> str:
    """A field that Word fills in, such as PAGE."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def paragraph(style: str, *runs: str, keep: bool = False, breaks: bool = False, left: int = 0, side: str = "") -> str:
    """A paragraph: `keep` holds it on the page of the next one, `breaks` begins a page, `left` indents in twips."""
    properties = (
        f'<w:pStyle w:val="{style}"/>'
        + "<w:keepNext/>" * keep
        + "<w:pageBreakBefore/>" * breaks
        + (f'<w:ind w:left="{left}"/>' if left else "")
        + (f'<w:jc w:val="{side}"/>' if side else "")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def parsed(markup: str) -> Iterator[Any]:
    """The elements of a piece of markup, as python-docx knows them."""
    from docx.oxml.parser import parse_xml

    holder = parse_xml(f"<w:body {_DECLARED}>{markup}</w:body>")
    yield from list(holder)
