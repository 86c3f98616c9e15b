"""How wide a column has to be: what fits on one line in our faces, in twips (a twentieth of a point)."""

from collections.abc import Sequence

from logistik.documents.as_text import shown
from logistik.documents.blocks import Kind, Table
from logistik.documents.docx.styles import PLACE_SIZE

PADDING = 160
"""What the two margins of a cell and its border take."""
_SLACK = 1.06
_BOLD = 1.07
_FIXED = 0.6
_HAND = 740
"""The room that a number takes which is written by hand."""
_DIGIT = 0.64
"""A digit of the widest faces that offices use; a number must not break in any of them."""
_NARROW, _WIDE = frozenset("fijlrtI.,:;!|'()[]/- "), frozenset("mwMWO@%")


def text_width(text: str, size: float) -> int:
    """The width of a line of proportional text; a little generous, since the office may choose another face."""
    ems = sum(0.34 if char in _NARROW else 0.82 if char in _WIDE else 0.7 if char.isupper() else 0.5 for char in text)
    return round(ems * size * 20 * _SLACK)


def column_widths(table: Table, total: int, size: float) -> list[int]:
    """The widths of a table that is as wide as the page: numbers and places never break, texts share the rest."""
    least, wanted = [], []
    for at, column in enumerate(table.columns):
        cells = [*(row.cells[at] for row in table.rows), *([table.total[at]] if table.total else [])]
        words = [round(text_width(word, size) * _BOLD) for word in column.title.split()]
        lines = [line for cell in cells for line in shown(cell).split("\n")]
        widest = max((_width(line, column.kind, size) for line in lines), default=0)
        broken = [_width(word, Kind.TEXT, size) for line in lines for word in line.split()]
        is_text = column.kind is Kind.TEXT
        hand = _HAND if column.kind is Kind.OPEN else 0
        least.append(PADDING + max([hand, *words, *broken] if is_text else [hand, *words, widest]))
        heads = [column.title] if is_text or column.head[0].endswith("-") else column.head
        wanted.append(max(least[-1], PADDING + max(widest, *(round(text_width(head, size) * _BOLD) for head in heads))))
    return _shared(table, least, wanted, total)


def _width(line: str, kind: Kind, size: float) -> int:
    if kind is Kind.PLACE:
        return round(len(line) * _FIXED * PLACE_SIZE * 20)
    if kind is Kind.NUMBER:
        return round(sum(_DIGIT if char.isdigit() else 0.36 for char in line) * size * 20)
    return round(text_width(line, size) * _BOLD)


def _shared(table: Table, least: Sequence[int], wanted: Sequence[int], total: int) -> list[int]:
    texts = [at for at, each in enumerate(table.columns) if each.kind is Kind.TEXT]
    numbers = [at for at, each in enumerate(table.columns) if each.kind is Kind.NUMBER]
    if sum(least) >= total:
        return _exact([width * total // sum(least) for width in least], total)
    if sum(wanted) >= total:
        room, asked = total - sum(least), max(1, sum(wanted) - sum(least))
        return _exact([low + room * (high - low) // asked for low, high in zip(least, wanted, strict=True)], total)
    widths = list(wanted)
    even = max((widths[at] for at in numbers), default=0)
    if sum(widths) + sum(even - widths[at] for at in numbers) <= total:
        for at in numbers:
            widths[at] = even
    growing = texts or list(range(len(widths)))
    extra = (total - sum(widths)) // len(growing)
    for at in growing:
        widths[at] += extra
    return _exact(widths, total)


def _exact(widths: list[int], total: int) -> list[int]:
    widths[-1] += total - sum(widths)
    return widths
