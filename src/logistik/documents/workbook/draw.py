"""The blocks of a part, drawn on its sheet from the top down."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple, assert_never

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
from logistik.documents.words import amount
from logistik.documents.workbook.grid import Span
from logistik.documents.workbook.looks import (
    BOX,
    CAPTION,
    CENTRE,
    DRAFT,
    LETTERHEAD,
    MONO,
    NOTICE,
    RULE,
    TITLE,
    UNDER_LETTERHEAD,
)
from logistik.documents.workbook.page import Page
from logistik.documents.workbook.tables import draw_sum, draw_table
from logistik.documents.workbook.texts import clean, lines_of

_QR_POINTS = 110
_PIXEL = 0.75
"""A pixel of a picture in points."""


class Drawn(NamedTuple):
    """What stays in sight of a sheet: rows frozen above, and those that every printed page repeats; None for none."""

    freeze: int
    repeat: tuple[int, int] | None


def draw_part(page: Page, part: Part, *, draft: bool) -> Drawn:
    """Draw a part; a draft says so in its first row."""
    if draft:
        page.centred("DRAF", DRAFT, size=1.4)
        page.gap()
    tables = iter(page.grid.tables)
    asked = next((block.result for block in part.content if isinstance(block, Sum)), None)
    seen = Drawn(1 if draft else 0, None)
    is_list = _is_list(part.content)
    for at, block in enumerate(part.content):
        first = page.row
        if isinstance(block, Table):
            head = draw_table(page, block, next(tables))
            if is_list:
                seen = Drawn(head + 1, (head, head))
        else:
            _draw(page, block)
            if isinstance(block, Paragraph) and asked is not None and amount(asked[1]) in block.text:
                page.gap(3)
                page.labelled(f"{asked[0]} (lembar)", asked[1], page.grid.at_least(22))
            if at == 0 and isinstance(block, Heading):
                seen = Drawn(page.row, (first, page.row - 1))
        page.gap()
    return seen


def _is_list(content: Sequence[Content]) -> bool:
    """Whether a part is one table under its heading, and what is said of the whole of it."""
    return [type(block) for block in content if not isinstance(block, Heading | Facts)] == [Table]


def _draw(page: Page, block: Content) -> None:  # noqa: C901, PLR0912 - one case a kind of block
    match block:
        case Head(lines):
            for at, line in enumerate(lines):
                under = RULE if at == len(lines) - 1 else {}
                page.centred(line, (UNDER_LETTERHEAD if at else LETTERHEAD) | under, size=1.0 if at else 1.4)
        case Heading(text, 1):
            page.centred(text, TITLE, size=1.25)
        case Heading(text, _):
            page.running(text, None, {"bold": True, "font_size": 11}, size=1.15)
        case Right(lines):
            span = page.grid.up_to(52.0) + 1, page.grid.last
            for line in lines:
                page.running(line, span)
        case Facts(pairs):
            split = page.grid.at_least(min(40.0, max((len(name) for name, _ in pairs), default=0) + 3.0))
            for name, value in pairs:
                page.labelled(name, value, split)
        case Block(lines):
            for line in lines:
                page.running(line)
        case Paragraph(text):
            page.running(text)
        case Notice(text):
            page.running(text, None, NOTICE, size=1.05)
        case Numbered(heading, items):
            if heading:
                page.running(heading)
            for at, item in enumerate(items, 1):
                page.running(f"{at}. {item}", None, {"indent": 1}, size=1.03)
        case Sum():
            draw_sum(page, block)
        case Signatures(people):
            _sign(page, people)
        case Remarks(title, height):
            page.running(f"{title}:", None, {"bold": True} | BOX)
            for _ in range(height):
                page.write(page.whole, "", BOX)
                page.end_row(extra=6)
        case Seal():
            _seal(page, block)
        case Table():
            raise AssertionError  # drawn with its place in the grid
        case _:
            assert_never(block)


def _sign(page: Page, people: Sequence[tuple[str, str]]) -> None:
    """Places to sign, side by side two or three in a row."""
    beside = 2 if len(people) in (2, 4) else 3
    for at in range(0, len(people), beside):
        group = people[at : at + beside]
        spans = _shares(page, max(2, len(group)))[-len(group) :]
        widths = [page.grid.width(span) - 2 for span in spans]
        for texts, empty in (([title for title, _ in group], 3), ([name for _, name in group], 0)):
            high = 1
            for text, span, width in zip(texts, spans, widths, strict=True):
                shown = clean(text if not empty or text.endswith(",") else f"{text},")
                page.write(span, shown, CENTRE)
                high = max(high, len(lines_of(shown, width)))
            page.end_row(high)
            for _ in range(empty):
                page.end_row()
        page.gap()


def _shares(page: Page, count: int) -> list[Span]:
    """The page in so many parts, as even as its columns allow."""
    edges, last = page.grid.edges, page.grid.last
    spans, first = list[Span](), 0
    for at in range(1, count):
        end = page.grid.nearest(edges[-1] * at / count, range(first, max(first, last - (count - at)) + 1))
        spans.append((first, end))
        first = end + 1
    return [*spans, (first, last)]


def _seal(page: Page, block: Seal) -> None:
    """The lines as text, the caption under them, and the same for a camera."""
    import segno

    for line in block.lines:
        page.running(line, None, MONO, size=0.98)
    page.running(block.caption, None, CAPTION)
    picture = BytesIO()
    code = segno.make(block.qr, error="m", micro=False)
    code.save(picture, kind="png", scale=4, border=2)
    side = code.symbol_size(4, 2)[0] * _PIXEL
    scale = _QR_POINTS / side
    options = {
        "image_data": picture,
        "x_offset": 4,
        "y_offset": 4,
        "x_scale": scale,
        "y_scale": scale,
        "description": clean(f"Kode QR: {block.qr}"),
        "object_position": 1,
    }
    page.sheet.insert_image(page.row, 0, "qr.png", options)
    page.end_row(0, extra=_QR_POINTS + 10)
