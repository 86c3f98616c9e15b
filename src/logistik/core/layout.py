"""Lines of styled text and tables of a given width; no terminal is touched here."""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NamedTuple

Span = tuple[str, str]
"""Text and its style; the style is a name of `STYLES` or empty."""

Line = list[Span]

STYLES = {
    "title": "bold",
    "head": "bold cyan",
    "dim": "dim",
    "total": "bold",
    "error": "bold red",
    "warning": "yellow",
    "info": "blue",
    "ask": "bold red",
    "place": "cyan",
}


class Column(NamedTuple):
    """A column of a table: its head, one string a line, and on which side it is ragged."""

    head: tuple[str, ...]
    is_text: bool = False
    style: str = ""


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, totals: int = 0) -> list[Line]:
    """A table with a ruled header; the last `totals` rows stand under a rule. Text columns give way to `width`."""
    widths = [max([*map(len, column.head), *(len(row[index]) for row in rows)]) for index, column in enumerate(columns)]
    gap = 2 if sum(widths) + 2 * (len(columns) - 1) <= width else 1
    excess = sum(widths) + gap * (len(columns) - 1) - width
    for index, column in enumerate(columns):
        if column.is_text and excess > 0:
            cut = min(excess, max(0, widths[index] - 12))
            widths[index] -= cut
            excess -= cut
    height = max(len(column.head) for column in columns)
    heads = [("",) * (height - len(column.head)) + column.head for column in columns]
    lines: list[Line] = [
        [(_joined([_fit(head[level], widths[at], columns[at]) for at, head in enumerate(heads)], gap), "head")]
        for level in range(height)
    ]
    rule: Line = [("─" * (sum(widths) + gap * (len(columns) - 1)), "dim")]
    lines.append(rule)
    for number, row in enumerate(rows):
        is_total = number >= len(rows) - totals
        if totals and number == len(rows) - totals and number:
            lines.append(rule)
        line: Line = []
        for at, text in enumerate(row):
            style = "total" if is_total else columns[at].style if text not in ("0", "–") else ""
            line.append((_fit(text, widths[at], columns[at]) + " " * (gap if at < len(row) - 1 else 0), style))
        lines.append(line)
    return lines


def _fit(text: str, width: int, column: Column) -> str:
    if len(text) > width:
        text = text[: width - 1] + "…"
    return text.ljust(width) if column.is_text else text.rjust(width)


def _joined(parts: Iterable[str], gap: int) -> str:
    return (" " * gap).join(parts).rstrip()


def paragraph(text: str, width: int, indent: str = "", style: str = "", first: str | None = None) -> list[Line]:
    """Text broken into lines of `width`, each indented; long words such as file names are kept whole."""
    lines = wrap(
        text,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [[(line, style)] for line in lines or [indent]]


def plain(lines: Iterable[Line]) -> str:
    """The lines without styles."""
    return "".join(printable("".join(text for text, _ in line)).rstrip() + "\n" for line in lines)


def printable(text: str) -> str:
    """The text without what a terminal would obey (escapes, bells): a dot in its place; line breaks stay."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else "·" for char in text)


def one_line(text: str) -> str:
    """The text on one physical line, whatever line breaks it holds, without what a terminal would obey."""
    return printable(" ".join(text.split()))
