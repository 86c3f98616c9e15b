"""Colour and comment at each faulty cell of a workbook that openpyxl holds."""

from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from logistik.core.vocabulary import Severity
from logistik.render.annotated.remarks import SIGN, Place, Remark, allowed

COLOURS = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFEB9C", Severity.INFO: "FFDDEBF7"}
_AUTHOR = "logistik"
_WIDTH, _LINE, _LETTERS, _TALLEST = 380, 17, 58, 480
"""Pixels of a comment's box, its lines and how many letters stand on one."""


def fill(severity: Severity) -> PatternFill:
    """The colour of a severity."""
    return PatternFill("solid", fgColor=COLOURS[severity])


def mark(book: Workbook, titles: Mapping[str, str], said: Mapping[Place, Remark]) -> int:
    """Mark the cells; how many there were.

    Args:
        book: the copy.
        titles: what each sheet of the findings is called in it.
        said: the remarks, by sheet and cell as findings name them.
    """
    by_cell: dict[tuple[str, str], list[Remark]] = {}
    for (sheet, place), remark in said.items():
        if sheet in titles:
            title = titles[sheet]
            by_cell.setdefault((title, _anchor(book[title], place)), []).append(remark)
    for (title, place), found in by_cell.items():
        cell = book[title][place]
        cell.fill = fill(min((remark.severity for remark in found), key=lambda severity: severity.rank))
        text = "\n\n".join(found[0].text if not number else _unsigned(each.text) for number, each in enumerate(found))
        before = cell.comment
        cell.comment = (
            Comment(f"{before.text.rstrip()}\n\n{text}", before.author or _AUTHOR) if before else Comment(text, _AUTHOR)
        )
    for each in book.worksheets:
        _make_room(each)
    return len(by_cell)


def unmark(sheet: Worksheet) -> None:
    """Take away what an earlier audit of ours marked: its comments, and the colours beside them."""
    ours = set(COLOURS.values())
    for cell, comment in _comments(sheet):
        own, sign, _ = comment.text.partition(SIGN)
        if not sign:
            continue
        if cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in ours:
            cell.fill = PatternFill()
        cell.comment = Comment(own.rstrip(), comment.author) if own.strip() else None


def _anchor(sheet: Worksheet, place: str) -> str:
    """The cell itself, or the one that holds its value if it is covered by a merge."""
    if not isinstance(sheet[place], MergedCell):
        return place
    return next(str(merge.start_cell.coordinate) for merge in sheet.merged_cells.ranges if place in merge)


def _unsigned(text: str) -> str:
    return text.removeprefix(SIGN).lstrip()


def _comments(sheet: Worksheet) -> list[tuple[Cell, Comment]]:
    cells = sheet._cells.values()  # noqa: SLF001 - iter_rows makes every cell up to the farthest
    return [(cell, cell.comment) for cell in cells if isinstance(cell, Cell) and cell.comment is not None]


def _make_room(sheet: Worksheet) -> None:
    """A box as large as its text; openpyxl forgets the sizes that comments had."""
    for _, comment in _comments(sheet):
        comment.text = allowed(comment.text)
        lines = sum(1 + len(line) // _LETTERS for line in comment.text.splitlines())
        comment.width, comment.height = _WIDTH, min(_TALLEST, _LINE * (lines + 1))
