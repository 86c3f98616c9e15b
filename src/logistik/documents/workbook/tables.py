"""A table on a sheet: a filled head, rows that can be added up, totals that are formulas."""

from collections.abc import Sequence

from logistik.documents.blocks import Cell, Column, Kind, Line, Sum, Table
from logistik.documents.workbook.grid import Span
from logistik.documents.workbook.looks import BOLD, CELL, HEAD, MONO, TEXT, TOTAL, Look
from logistik.documents.workbook.page import Page, room
from logistik.documents.workbook.sums import formula_of, parts_of
from logistik.documents.workbook.texts import clean, is_hash, lines_of, pieces

_INDENT = 1.5
"""What text keeps from the border of its cell, in letters."""


def draw_table(page: Page, table: Table, spans: Sequence[Span]) -> int:
    """Draw a table and return the row of its head."""
    head = page.row
    for column, span in zip(table.columns, spans, strict=True):
        page.write(span, column.title, CELL | HEAD)
    letters = [room(page.grid.width(span)) * 0.9 for span in spans]
    heads = zip(table.columns, letters, strict=True)
    page.end_row(max(len(lines_of(column.title, wide)) for column, wide in heads), extra=6)
    places = _places(page, table, spans)
    for at, line in enumerate(table.rows):
        below = parts_of(table.rows, at)
        look = BOLD if below and not line.level else {}
        _draw_line(page, table, line, spans, look, [(table.rows[row], places[row]) for row in below])
    if table.total is not None:
        top = [(row, places[at]) for at, row in enumerate(table.rows) if not row.level]
        _draw_line(page, table, Line(table.total), spans, TOTAL, top)
    return head


def _places(page: Page, table: Table, spans: Sequence[Span]) -> list[int]:
    """The row of the sheet on which each row of the table begins; one with very long text takes several."""
    places, row = [], page.row
    for line in table.rows:
        places.append(row)
        row += max(map(len, _pieces(page, table, line, spans)))
    return places


def _pieces(page: Page, table: Table, line: Line, spans: Sequence[Span]) -> list[list[str]]:
    """The texts of a row, in as many pieces as they need rows of the sheet."""
    return [
        pieces(clean(cell), _letters(page, span, line.level if at == table.name_at else 0))
        if isinstance(cell, str) and not is_hash(cell)
        else [""]
        for at, (cell, span) in enumerate(zip(line.cells, spans, strict=True))
    ]


def _letters(page: Page, span: Span, level: int) -> float:
    return room(page.grid.width(span) - _INDENT * (1 + 2 * level))


def _draw_line(
    page: Page, table: Table, line: Line, spans: Sequence[Span], look: Look, parts: Sequence[tuple[Line, int]]
) -> None:
    """Draw a row; its figures are sums of `parts`, rows and their places, wherever those add up to them."""
    texts = _pieces(page, table, line, spans)
    for turn in range(max(map(len, texts))):
        high = 1
        for at, (column, span) in enumerate(zip(table.columns, spans, strict=True)):
            cell, style = line.cells[at], CELL | _style(column, line, at, is_name=at == table.name_at) | look
            if isinstance(cell, str) and not is_hash(cell):
                piece = texts[at][turn] if turn < len(texts[at]) else ""
                high = max(high, len(lines_of(piece, _letters(page, span, line.level if at == table.name_at else 0))))
                page.write(span, piece, style)
            elif turn:
                page.write(span, "", style)
            else:
                _draw_figure(page, span, cell, style, [(row.cells[at], place) for row, place in parts])
        page.end_row(high, extra=4, level=line.level)


def _draw_figure(page: Page, span: Span, cell: Cell, style: Look, parts: Sequence[tuple[Cell, int]]) -> None:
    formula = formula_of(cell, [each for each, _ in parts], [place for _, place in parts], span[0])
    if formula is not None and isinstance(cell, int):
        page.write_sum(span, formula, cell, style)
    else:
        page.write(span, cell, style)


def _style(column: Column, line: Line, at: int, *, is_name: bool) -> Look:
    if column.kind is Kind.ORDINAL:
        return {"align": "right" if isinstance(line.cells[at], str) and str(line.cells[at]).isdigit() else "center"}
    if column.kind is Kind.PLACE:
        return TEXT | MONO | {"indent": 1}
    if column.kind is Kind.OPEN:
        return {"align": "center", "num_format": "#,##0"}
    if column.kind is Kind.NUMBER:
        return {"align": "right", "indent": 1} | ({"text_wrap": True} if isinstance(line.cells[at], str) else {})
    return TEXT | {"indent": 1 + 2 * line.level * is_name}


def draw_sum(page: Page, block: Sum) -> None:
    """The bridge: every step a number, those taken away negative, and the result their sum."""
    last = page.grid.last
    split = max(page.grid.up_to(60.0), 0)
    end = split + 1
    while end < last and page.grid.width((split + 1, end)) < 14:
        end += 1
    first = page.row
    for name, value in block.steps:
        page.figure(name, value, (split, end), {})
    label, result = block.result
    cells = [value for _, value in block.steps]
    formula = formula_of(result, cells, list(range(first, page.row)), split + 1)
    page.figure(label, result, (split, end), TOTAL, formula)
