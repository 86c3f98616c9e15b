"""Blocks as WordprocessingML: one case a kind of block."""

from collections.abc import Sequence

from logistik.documents.blocks import (
    Block,
    Content,
    Facts,
    Head,
    Heading,
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
from logistik.documents.docx import tables
from logistik.documents.docx.markup import TAB, paragraph, run
from logistik.documents.docx.seal import Seals
from logistik.documents.docx.tables import ANNEX, LETTER, Look

_SHIFT = 510
"""Twips that an indented line of an address stands in."""
_ANNEX = "lampiran"


def parts_markup(parts: Sequence[Part], seals: Seals, width: int, *, breaks_first: bool = False) -> str:
    """The parts, each on a new page; the first too if it follows other pages of the same section."""
    markup = []
    for at, part in enumerate(parts):
        look = ANNEX if part.key.startswith(_ANNEX) else LETTER
        markup.append(part_markup(part.content, look, seals, width, breaks=breaks_first or at > 0))
    return "".join(markup)


def part_markup(content: Sequence[Content], look: Look, seals: Seals, width: int, *, breaks: bool = False) -> str:
    """The blocks of a part, `width` twips wide; `breaks` begins a page."""
    first = breaks and isinstance(content[0], Heading)
    markup = [paragraph("SuratAkhir", breaks=True)] if breaks and not first else []
    for at, block in enumerate(content):
        keep = _leads_to(block, content[at + 1 : at + 4]) or (at > 0 and _are_copies(content[at - 1], block))
        markup.append(_block(block, look, seals, width, keep=keep, breaks=first and at == 0))
    return "".join(markup)


def _leads_to(block: Content, following: Sequence[Content]) -> bool:
    """Whether a block stays on the page of the next: a sentence before its table, what closes before its signature."""
    if isinstance(block, Paragraph) and block.text.endswith(":"):
        return True
    if following and _are_copies(block, following[0]):
        return True
    for each in following:
        if isinstance(each, Signatures) or (isinstance(each, Right) and "" in each.lines):
            return True
        if not isinstance(each, Paragraph | Facts):
            return False
    return False


def _are_copies(one: Content, other: Content) -> bool:
    """Whether the second is the list of those who get copies, right below a signature."""
    return isinstance(one, Right) and "" in one.lines and isinstance(other, Numbered)


def _block(  # noqa: C901, PLR0912 - one case a kind of block
    block: Content, look: Look, seals: Seals, width: int, *, keep: bool, breaks: bool
) -> str:
    match block:
        case Head(lines):
            return head(lines)
        case Heading(text, level):
            return paragraph("SuratJudul" if level == 1 else "SuratSubjudul", run(text), breaks=breaks)
        case Right(lines):
            return right(lines, look, width, keep=keep)
        case Facts():
            return tables.facts(block, look, width, keep=keep)
        case Block(lines):
            return address(lines, look)
        case Paragraph(text):
            return paragraph(look.text, run(text), keep=keep)
        case Notice(text):
            return paragraph("SuratBingkai", run(text))
        case Numbered(heading, items):
            count = len(items)
            numbered = [item(f"{at}.", text, look, keep=keep and at < count) for at, text in enumerate(items, 1)]
            title = [paragraph(look.line, run(heading), keep=True)] if heading else []
            return "".join([*title, *numbered, tables.GAP])
        case Table():
            return tables.figures(block, look, width)
        case Sum():
            return tables.steps(block, look, width)
        case Signatures():
            return tables.signatures(block, look, width)
        case Remarks():
            return tables.remarks(block, look, width)
        case Seal():
            return seals.markup(block, width)


def head(lines: Sequence[str]) -> str:
    """The letterhead over a double rule, which the last line carries."""
    *upper, last = (*lines, "") if len(lines) == 1 else lines
    return "".join([*(paragraph("SuratKop", run(line)) for line in upper), paragraph("SuratAlamat", run(last))])


def right(lines: Sequence[str], look: Look, width: int, *, keep: bool = False) -> str:
    """Lines in the right half, kept together: a date, or a signature."""
    left = width * 11 // 20
    *upper, last = [run(line) if line else "" for line in lines]
    shown = [paragraph(look.line, line, keep=True, left=left) for line in upper]
    gap = paragraph("SuratJarak", keep=True) if keep else tables.GAP
    return "".join([*shown, paragraph(look.line, last, left=left, keep=keep), gap])


def address(lines: Sequence[str], look: Look) -> str:
    """Lines as they are; one that begins with spaces stands in."""
    indents = [_SHIFT if line.startswith(" ") else 0 for line in lines]
    shown = [
        paragraph(look.line, run(line.strip()), keep=True, left=left) for line, left in zip(lines, indents, strict=True)
    ]
    return "".join([*shown, tables.GAP])


def item(number: str, text: str, look: Look, *, keep: bool = False) -> str:
    """An item of a list, its text hanging beside the number."""
    return paragraph(look.item, run(number), TAB, run(text), keep=keep)
