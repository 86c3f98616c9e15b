"""A document as the plain data that the template of the PDF lays out."""

from collections.abc import Iterator, Sequence
from typing import Any

from logistik.core.errors import LogistikError
from logistik.core.wording import number
from logistik.documents.blocks import (
    Block,
    Cell,
    Column,
    Content,
    Document,
    Facts,
    Head,
    Heading,
    Kind,
    Line,
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
from logistik.documents.pdf_text import SEAM, breakable, clean

Data = dict[str, Any]

_LONG_WORD = 30
_LONG_WORD_IN_CELL = {Kind.TEXT: 16, Kind.ORDINAL: 16, Kind.NUMBER: 16, Kind.PLACE: 40, Kind.OPEN: 16}
_TALL = 1200
"""A paragraph or row of so many characters may be broken over pages; a shorter one never is."""
_SAMPLES = 4
_UNTITLED = "Dokumen"
_MOST_TOGETHER = 9
"""People who sign, or get a copy, on one page with the closing sentence."""


def document_data(document: Document) -> Data:
    """The whole document: strings, integers, lists; every text is clean and its long words have seams."""
    return {
        "title": clean(document.title).strip() or _UNTITLED,
        "author": clean(document.author),
        "day": [document.day.year, document.day.month, document.day.day],
        "draft": document.draft,
        "footer": _text(document.footer),
        "paper": document.paper.value,
        "parts": _parts(document.parts),
    }


def _parts(parts: Sequence[Part]) -> list[Data]:
    """The parts; in the outline, which readers aloud go by, the first heading is of level 1 and none skips a level."""
    made = []
    depth = 0
    for part in parts:
        content = []
        for block in part.content:
            data = _block(block)
            if data["kind"] == "heading":
                if not data["text"].strip():
                    continue
                data["outline"] = depth = max(1, min(data["level"], depth + 1))
            content.append(data)
        is_letter = any(isinstance(block, Head) for block in part.content)
        made.append({"title": _text(part.title), "letter": is_letter, "content": list(_grouped(content))})
    return made


def _grouped(content: Sequence[Data]) -> Iterator[Data]:
    """The blocks; a place to sign in one with the sentence or box above it and the copies below: it is never alone."""
    left = list(content)
    while left:
        block = left.pop(0)
        if left and left[0]["kind"] == "signature" and _stays(block):
            signature = left.pop(0)
            is_single = len(signature["people"]) == 1
            if is_single and left and left[0]["kind"] == "numbered" and len(left[0]["items"]) <= _MOST_TOGETHER:
                signature["copies"] = left.pop(0) | {"small": True}
            if len(signature["people"]) <= _MOST_TOGETHER:
                block = {"kind": "kept", "content": [block, signature]}
            else:
                yield block
                block = signature
        yield block


def _stays(block: Data) -> bool:
    return block["kind"] == "remarks" or (block["kind"] == "paragraph" and len(block["text"]) < _TALL)


def _block(block: Content) -> Data:  # noqa: C901, PLR0912 - one case a kind of block
    match block:
        case Head(lines):
            return {"kind": "head", "lines": _texts(lines)}
        case Heading(text, level):
            return {"kind": "heading", "text": _text(text), "level": level}
        case Right(lines) if len(lines) > 1:
            return {"kind": "signature", "people": [_signature(lines)], "copies": None}
        case Right(lines):
            return {"kind": "right", "lines": _texts(lines)}
        case Facts(pairs):
            return {"kind": "facts", "pairs": [_texts(pair) for pair in pairs]}
        case Block(lines):
            return {"kind": "block", "lines": [[_indent(line), _text(line.strip())] for line in lines]}
        case Paragraph(text):
            return {"kind": "paragraph", "text": _text(text), "leads": text.endswith(":")}
        case Notice(text):
            return {"kind": "notice", "text": _text(text)}
        case Numbered(heading, items):
            return {"kind": "numbered", "heading": _text(heading), "items": _texts(items), "small": False}
        case Table():
            return _table(block)
        case Sum(steps, (label, result)):
            rows = [[_text(name), signed(value)] for name, value in steps]
            return {"kind": "sum", "steps": rows, "result": [_text(label), signed(result)]}
        case Signatures(people):
            told = [_signature((f"{title},", "", "", "", name)) for title, name in people]
            return {"kind": "signature", "people": told, "copies": None}
        case Remarks(title, height):
            return {"kind": "remarks", "title": _text(title), "height": height}
        case Seal(lines, qr, caption):
            return {"kind": "seal", "lines": _texts(lines), "caption": _text(caption), **_squares(qr)}


def _text(text: str) -> str:
    return breakable(clean(text), _LONG_WORD)


def _texts(lines: Sequence[str]) -> list[str]:
    return [_text(line) for line in lines]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _signature(lines: Sequence[str]) -> Data:
    """Who signs: the lines above the room for it, how many lines of room, and the lines below."""
    above = list(lines)
    below: list[str] = []
    while above and above[-1].strip():
        below.insert(0, above.pop())
    room = 0
    while above and not above[-1].strip():
        above.pop()
        room += 1
    return {"above": _texts(above), "room": room, "below": _texts(below)}


def signed(value: int) -> str:
    """A figure as offices write it: a minus and a space that does not break before what is taken away."""
    return f"−\u00a0{number(-value)}" if value < 0 else number(value)


def _table(table: Table) -> Data:
    rows = [_row(row, table.columns) for row in table.rows]
    total = [_cell(cell, column) for cell, column in zip(table.total or (), table.columns, strict=False)]
    cells = [row["cells"] for row in rows] + ([total] if total else [])
    has_parts = table.has_parts
    for row in rows:
        row["bold"] = has_parts and not row["level"]
    return {
        "kind": "table",
        "columns": [_column(column, [row[at] for row in cells]) for at, column in enumerate(table.columns)],
        "name": table.name_at,
        "rows": rows,
        "bold": has_parts or bool(total),
        "deepest": max((row["level"] for row in rows), default=0),
        "total": total,
    }


def _column(column: Column, cells: Sequence[str]) -> Data:
    """A column; `longest` and `pieces` are the few texts by which the template measures how wide it has to be."""
    lines = {line for cell in cells for line in cell.split("\n")}
    longest = sorted(lines, key=len)[-_SAMPLES:]
    pieces = {piece for line in lines for word in line.split(" ") for piece in word.split(SEAM)}
    return {
        "head": [clean(line) for line in column.head],
        "kind": column.kind.value,
        "longest": longest,
        "pieces": sorted(pieces, key=len)[-_SAMPLES:],
    }


def _row(row: Line, columns: Sequence[Column]) -> Data:
    cells = [_cell(cell, column) for cell, column in zip(row.cells, columns, strict=True)]
    size = max(len(cell) + 40 * cell.count("\n") for cell in cells)
    return {"cells": cells, "level": row.level, "whole": size < _TALL}


def _cell(cell: Cell, column: Column) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, int):
        return signed(cell)
    return breakable(clean(cell), _LONG_WORD_IN_CELL[column.kind])


def _squares(text: str) -> Data:
    """The QR code of a text: modules a side, and its dark runs as row, column and length."""
    import segno

    try:
        matrix = segno.make(clean(text), error="m", micro=False).matrix
    except segno.DataOverflowError:
        raise LogistikError(
            "Kode QR tidak memuat teks sepanjang itu.", hint="Laporkan ini kepada pembuat logistik."
        ) from None
    runs = []
    for row, modules in enumerate(matrix):
        start = None
        for column, dark in enumerate((*modules, 0)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append([row, start, column - start])
                start = None
    return {"side": len(matrix), "runs": runs}
