"""A worksheet with the formats of the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

ELECTION_TITLE = "PEMILIHAN GUBERNUR DAN WAKIL GUBERNUR SERTA WALI KOTA DAN WAKIL WALI KOTA TAHUN 2024"


class Pad:
    """A worksheet with the formats of the office; rows and columns count from 0."""

    def __init__(self, book: Any, name: str, widths: Sequence[float]) -> None:
        self.sheet = book.add_worksheet(name)
        box = {"border": 1, "valign": "vcenter"}
        strong = box | {"bold": True, "bg_color": "#DDEBF7"}
        number = {"num_format": "#,##0"}
        self.title = book.add_format({"bold": True, "align": "center", "font_size": 12})
        self.head = book.add_format(strong | {"align": "center", "text_wrap": True})
        self.text = book.add_format(box)
        self.centre = book.add_format(box | {"align": "center"})
        self.number = book.add_format(box | number)
        self.right = book.add_format(box | {"align": "right"})
        self.total_label = book.add_format(strong | {"align": "center"})
        self.total = book.add_format(strong | number)
        self.note = book.add_format({"italic": True})
        self.signature = book.add_format({"align": "center"})
        self.last_column = len(widths) - 1
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def titles(self, lines: Sequence[str]) -> None:
        """Write the title rows, merged over the table's width."""
        for row, line in enumerate(lines):
            self.sheet.merge_range(row, 0, row, self.last_column, line, self.title)

    def print_setup(self, head_first: int, head_last: int) -> None:
        """Freeze below the header; A4, landscape, one page wide, header repeated."""
        self.sheet.freeze_panes(head_last + 1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(head_first, head_last)

    def sums(self, row: int, first_row: int, column: int, columns: Sequence[Sequence[int]]) -> None:
        """Write one SUM formula per column over the rows above, with its value."""
        for i, values in enumerate(columns, column):
            letter = chr(ord("A") + i)
            self.sheet.write_formula(row, i, f"=SUM({letter}{first_row + 1}:{letter}{row})", self.total, sum(values))

    def sign(self, row: int, date: str) -> None:
        """Write the signature block over the three columns on the right; nobody is named."""
        for offset, line in ((0, f"Balikpapan, {date}"), (1, "KPU KOTA BALIKPAPAN"), (5, "(contoh, tanpa nama)")):
            first, last = self.last_column - 2, self.last_column
            self.sheet.merge_range(row + offset, first, row + offset, last, line, self.signature)
