"""Documents as Markdown; text from sheets is escaped and never becomes markup."""

import re
from collections.abc import Sequence
from dataclasses import replace

from logistik.core.wording import number
from logistik.documents import as_text
from logistik.documents.as_text import shown
from logistik.documents.blocks import (
    Block,
    Cell,
    Content,
    Document,
    Facts,
    Head,
    Heading,
    Kind,
    Notice,
    Numbered,
    Paragraph,
    Remarks,
    Right,
    Seal,
    Signatures,
    Sum,
    Table,
)
from logistik.documents.model import Request

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(document: Document) -> str:
    """The document, its parts with a rule between them; a draft says so above each part."""
    parts = []
    for part in document.parts:
        blocks = [_lines(block) for block in part.content]
        parts.append("\n\n".join(filter(None, ["**DRAF**" if document.draft else "", *blocks])))
    return "\n\n---\n\n".join(parts) + "\n"


def render_all(documents: Sequence[Document], request: Request) -> str:
    """All letters of a request, with a rule between them; without any, why there is none."""
    pages = [render(document).rstrip("\n") for document in documents]
    if not pages or request.uncounted:
        rest = as_text.render_all((), replace(request, letters=(), request=0))
        pages.append(_escaped(rest.rstrip("\n")))
    return "\n\n---\n\n".join(pages) + "\n"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _lines(part: Content) -> str:  # noqa: C901 - one case a kind of block
    match part:
        case Head(lines):
            return "\n\n".join([f"# {_escaped(lines[0])}", *map(_escaped, lines[1:])])
        case Heading(text, level):
            return f"{'#' * level} {_escaped(text)}"
        case Right(lines) | Block(lines):
            return "  \n".join(_escaped(line.strip()) for line in lines if line.strip())
        case Facts(pairs):
            return "  \n".join(f"**{_escaped(name)}:** {_escaped(value)}" for name, value in pairs)
        case Paragraph(text):
            return _escaped(text)
        case Notice(text):
            return f"> {_escaped(text)}"
        case Numbered(heading, items):
            return "\n".join([_escaped(heading), "", *(f"{at}. {_escaped(item)}" for at, item in enumerate(items, 1))])
        case Table():
            return _table(part)
        case Sum(steps, (label, result)):
            rows = [f"| {_escaped(name)} | {number(value)} |" for name, value in steps]
            return "\n".join(
                ["| Langkah | Lembar |", "| --- | ---: |", *rows, f"| **{_escaped(label)}** | **{number(result)}** |"]
            )
        case Signatures(people):
            return "\n\n".join(f"{_escaped(title)},  \n  \n  \n{_escaped(name)}" for title, name in people)
        case Remarks(title, height):
            return "  \n".join([f"{_escaped(title)}:", *["." * 60] * height])
        case Seal(lines, _, caption):
            return "  \n".join(map(_escaped, (*lines, caption)))


def _table(part: Table) -> str:
    sides = ["---:" if each.kind in (Kind.NUMBER, Kind.ORDINAL) else "---" for each in part.columns]
    rows = [[*map(_cell, row.cells)] for row in part.rows]
    if part.total is not None:
        rows.append([f"**{cell}**" if cell else "" for cell in map(_cell, part.total)])
    heads = [_escaped(each.title) for each in part.columns]
    return "\n".join("| " + " | ".join(row) + " |" for row in (heads, sides, *rows))


def _cell(cell: Cell) -> str:
    return _escaped(shown(cell)).replace("\n", "<br>")
