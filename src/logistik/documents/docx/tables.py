"""Tables: of figures with a head that repeats on every page, and borderless ones that only align."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from logistik.documents.as_text import shown
from logistik.documents.blocks import Column, Facts, Kind, Remarks, Signatures, Sum, Table
from logistik.documents.docx.markup import paragraph, run
from logistik.documents.docx.styles import SMALL_SIZE
from logistik.documents.docx.widths import PADDING, column_widths, text_width

_LINE = "7F7F7F"
_HEAD_FILL, _TOTAL_FILL = "E7E6E6", "F2F2F2"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
GAP = paragraph("SuratJarak")
"""Stands after every table: without it two tables become one."""


class Look(NamedTuple):
    """How large the words of a part are: the styles of running text, of plain lines, of items and of cells."""

    text: str
    line: str
    item: str
    cell: str
    cell_size: float
    line_size: float


LETTER = Look("SuratIsi", "SuratBaris", "SuratButir", "SuratSelKecil", SMALL_SIZE, 11)
ANNEX = Look("SuratLampiran", "SuratBarisKecil", "SuratButirKecil", "SuratSelKecil", SMALL_SIZE, 10)


class Box(NamedTuple):
    """A cell: its paragraphs, its fill, whether a rule stands above it."""

    content: str
    fill: str = ""
    ruled: bool = False


def grid(rows: Iterable[str], widths: Sequence[int], *, lines: bool = True, left: int | None = None) -> str:
    """A table of fixed widths, with or without lines."""
    kind = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"' if lines else 'w:val="nil"'
    borders = "".join(f"<w:{side} {kind}/>" for side in _SIDES)
    margin = 70 if lines else 0  # with lines, these stand at the margin of the page and the text inside of them
    left = margin if left is None else left
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{left}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(boxes: Sequence[Box], widths: Sequence[int], *, is_head: bool = False) -> str:
    """A row that no page break splits; a head stands again on every page."""
    properties = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' * is_head}</w:trPr>"
    cells = "".join(_cell(box, width, is_head=is_head) for box, width in zip(boxes, widths, strict=True))
    return f"<w:tr>{properties}{cells}</w:tr>"


def _cell(box: Box, width: int, *, is_head: bool) -> str:
    rule = '<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>' * box.ruled
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{box.fill}"/>' if box.fill else ""
    middle = '<w:vAlign w:val="center"/>' * is_head
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule}{fill}{middle}</w:tcPr>{box.content}</w:tc>'


def figures(table: Table, look: Look, width: int) -> str:
    """A table of the document, over the whole width; a narrow one over a part of it."""
    if len(table.columns) == 2:
        width = width * 3 // 5
    widths = column_widths(table, width, look.cell_size)
    rows, has_parts = [head_row(table.columns, widths, look)], table.has_parts
    for line in table.rows:
        bold = has_parts and not line.level
        texts = map(shown, line.cells)
        boxes = [
            Box(_words(text, column, look, bold=bold, left=170 * line.level if at == table.name_at else 0))
            for at, (text, column) in enumerate(zip(texts, table.columns, strict=True))
        ]
        rows.append(row(boxes, widths))
    if table.total is not None:
        rows.append(total_row([shown(cell) for cell in table.total], table.columns, widths, look))
    return grid(rows, widths) + GAP


def head_row(columns: Sequence[Column], widths: Sequence[int], look: Look) -> str:
    """The head, which every page repeats."""
    heads = [Box(paragraph(look.cell, run(each.title, bold=True), side="center"), _HEAD_FILL) for each in columns]
    return row(heads, widths, is_head=True)


def figure_row(texts: Sequence[str], columns: Sequence[Column], widths: Sequence[int], look: Look) -> str:
    """A row of texts under these columns."""
    return row([Box(_words(text, each, look)) for text, each in zip(texts, columns, strict=True)], widths)


def total_row(texts: Sequence[str], columns: Sequence[Column], widths: Sequence[int], look: Look) -> str:
    """The total, in bold."""
    boxes = [
        Box(_words(text, column, look, bold=True), _TOTAL_FILL) for text, column in zip(texts, columns, strict=True)
    ]
    return row(boxes, widths)


def _words(text: str, column: Column, look: Look, *, bold: bool = False, left: int = 0) -> str:
    style = "SuratTempat" if column.kind is Kind.PLACE else look.cell
    side = "center" if column.kind is Kind.ORDINAL else "right" if column.kind is Kind.NUMBER else ""
    return paragraph(style, run(text, bold=bold), left=left, side=side)


def facts(block: Facts, look: Look, width: int, *, keep: bool = False) -> str:
    """Label and value, aligned at the colon; a long value goes on under its own beginning."""
    widths = fact_widths([label for label, _ in block.pairs], look, width)
    rows = [fact_row(label, value, look, widths, keep=keep) for label, value in block.pairs]
    return grid(rows, widths, lines=False) + (paragraph("SuratJarak", keep=True) if keep else GAP)


def fact_widths(labels: Iterable[str], look: Look, width: int) -> list[int]:
    """The widths of label, colon and value."""
    label = min(width // 2, max(text_width(each, look.line_size) for each in labels) + PADDING)
    colon = 170
    return [label, colon, width - label - colon]


def fact_row(label: str, value: str, look: Look, widths: Sequence[int], *, keep: bool = False) -> str:
    """One label and its value; `keep` holds them on the page of what follows."""
    return row([Box(paragraph(look.line, run(text), keep=keep)) for text in (label, ":", value)], widths)


def steps(block: Sum, look: Look, width: int) -> str:
    """The bridge: labels at the left, sheets at the right, the result under a rule."""
    widths = step_widths(width)
    rows = [step_row(label, shown(value), look, widths) for label, value in block.steps]
    rows.append(step_row(block.result[0], shown(block.result[1]), look, widths, is_result=True))
    return grid(rows, widths, lines=False, left=397) + GAP


def step_widths(width: int) -> list[int]:
    """The widths of label and sheets."""
    return [width * 11 // 20, width * 3 // 20]


def step_row(label: str, sheets: str, look: Look, widths: Sequence[int], *, is_result: bool = False) -> str:
    """One step, kept on the page of the next; the result ends them."""
    boxes = [
        Box(paragraph(look.line, run(label, bold=is_result), keep=not is_result), ruled=is_result),
        Box(paragraph(look.line, run(sheets, bold=is_result), keep=not is_result, side="right"), ruled=is_result),
    ]
    return row(boxes, widths)


def signatures(block: Signatures, look: Look, width: int) -> str:
    """Places to sign, side by side, never torn apart."""
    widths = [width // len(block.people)] * len(block.people)
    blank = paragraph(look.line, keep=True) * 3
    boxes = [
        Box(
            paragraph(look.line, run(f"{title},"), keep=True, side="center")
            + blank
            + paragraph(look.line, run(name), side="center")
        )
        for title, name in block.people
    ]
    return grid([row(boxes, widths)], widths, lines=False) + GAP


def remarks(block: Remarks, look: Look, width: int) -> str:
    """A framed box to write in."""
    lines = paragraph(look.line, run(f"{block.title}:"), keep=True) + paragraph(look.line) * block.height
    return grid([row([Box(lines)], [width])], [width]) + GAP
