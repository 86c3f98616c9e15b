"""How cells look. Arial and Courier New, since every office has them, and other programs have letters as wide."""

from typing import Any

Look = dict[str, Any]

LINE = 13.2
"""The height of a line of text in points."""
INK = "#1F3864"

BASE: Look = {"font_name": "Arial", "font_size": 10, "valign": "top"}
TEXT: Look = {"text_wrap": True, "align": "left"}
BOLD: Look = {"bold": True}
CENTRE: Look = {"align": "center", "text_wrap": True}
MONO: Look = {"font_name": "Courier New", "font_size": 8}
FIGURE: Look = {"num_format": "#,##0", "align": "right"}
"""Excel puts the separator of its own language: a dot in an Indonesian one."""
DRAFT: Look = {"bold": True, "font_size": 14, "font_color": "#C00000", "align": "center", "border": 2} | {
    "border_color": "#C00000"
}
LETTERHEAD: Look = {"bold": True, "font_size": 14, "align": "center", "text_wrap": True}
UNDER_LETTERHEAD: Look = {"font_size": 10, "align": "center", "text_wrap": True}
RULE: Look = {"bottom": 5}
TITLE: Look = {"bold": True, "font_size": 12, "align": "center", "text_wrap": True}
NOTICE: Look = {"bold": True, "border": 2, "border_color": "#C00000", "bg_color": "#FDE9D9", "text_wrap": True}
CELL: Look = {"border": 1, "border_color": "#A6A6A6"}
HEAD: Look = {"bold": True, "bg_color": "#D9E2F3", "align": "center", "valign": "vcenter", "text_wrap": True}
TOTAL: Look = {"bold": True, "bg_color": "#EDEDED", "top": 2, "top_color": INK}
BOX: Look = {"border": 1}
CAPTION: Look = {"italic": True, "font_size": 9, "font_color": "#595959", "text_wrap": True}


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, *parts: Look) -> Any:
        """The format that has all these properties, later ones first."""
        properties = {key: value for part in (BASE, *parts) for key, value in part.items()}
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]
