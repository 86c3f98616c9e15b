"""The letter as Markdown; text from sheets is escaped and never becomes markup."""

import re

from logistik.core.wording import number
from logistik.documents import as_text
from logistik.documents.content import (
    Block,
    Content,
    Facts,
    Head,
    Numbered,
    Paragraph,
    Right,
    Sum,
    Table,
    letter_content,
)
from logistik.documents.model import Request

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(request: Request) -> str:
    """All letters of a request, with a rule between them; without any, why there is none."""
    pages = ["\n\n".join(_lines(part) for part in letter_content(letter, request.audit)) for letter in request.letters]
    if not pages or request.uncounted:
        rest = as_text.render(Request(request.audit, request.region, (), request.uncounted, 0))
        pages.append(_escaped(rest.rstrip("\n")))
    return "\n\n---\n\n".join(pages) + "\n"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _lines(part: Content) -> str:
    match part:
        case Head(lines):
            return "\n\n".join([f"# {_escaped(lines[0])}", *map(_escaped, lines[1:])])
        case Right(lines) | Block(lines):
            return "  \n".join(_escaped(line.strip()) for line in lines if line.strip())
        case Facts(pairs):
            return "  \n".join(f"**{_escaped(name)}:** {_escaped(value)}" for name, value in pairs)
        case Paragraph(text):
            return _escaped(text)
        case Numbered(heading, items):
            return "\n".join([_escaped(heading), "", *(f"{at}. {_escaped(item)}" for at, item in enumerate(items, 1))])
        case Table():
            return _table(part)
        case Sum(steps, (label, result)):
            rows = [f"| {_escaped(name)} | {number(value)} |" for name, value in steps]
            return "\n".join(
                ["| Langkah | Lembar |", "| --- | ---: |", *rows, f"| **{_escaped(label)}** | **{number(result)}** |"]
            )


def _table(table: Table) -> str:
    heads = [
        "".join(part.removesuffix("-") if part.endswith("-") else f"{part} " for part in head).strip()
        for head in table.heads
    ]
    sides = ["---:", "---", *["---:"] * (len(heads) - 2)]
    rows = [*table.rows, tuple(f"**{cell}**" if cell else "" for cell in map(_escaped, table.total))]
    shown = [[*map(_escaped, row)] for row in rows[:-1]] + [list(rows[-1])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (heads, sides, *shown))
