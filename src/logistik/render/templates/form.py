"""A form as values: its columns, and the cells and formulas that follow from where they stand."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from logistik.core.places import column_letters


class Kind(StrEnum):
    """What is done with a column's cells."""

    FIXED = "fixed"
    """Text written by us, locked."""
    GIVEN = "given"
    """A whole number written by us, locked."""
    TEXT = "text"
    """Any text, or one of a list."""
    COUNT = "count"
    """A whole number from the column's `least` on."""
    DATE = "date"
    SUM = "sum"
    """A locked formula that gives a number."""
    CHECK = "check"
    """A locked formula that says whether the row holds."""


class Column(NamedTuple):
    """One column of a form.

    `formula` and `total` name other cells of the row, or other areas, as `{id}`; `choices` is the source of a
    drop-down, which may name cells of the row too; `hint` is shown when a cell is entered. A check that does not hold
    marks itself and so many columns left of it (`marks`), or its whole row where that is 0.
    """

    id: str
    header: str
    kind: Kind
    width: float
    formula: str = ""
    total: str = ""
    choices: str = ""
    hint: str = ""
    least: int = 0
    is_upright: bool = False
    marks: int = 0


class Block(NamedTuple):
    """Rows that belong together: what stands in each already, and the label of the total under them."""

    rows: Sequence[Mapping[str, str | int]]
    total: str = ""


class Form(NamedTuple):
    """A table on a sheet: its columns, the row of its header (as Excel counts), and the blocks under it.

    `right` are the words of a check that holds.
    """

    sheet: str
    columns: tuple[Column, ...]
    header: int
    blocks: tuple[Block, ...]
    right: tuple[str, ...] = ("cocok", "masuk")

    @property
    def first(self) -> int:
        """The first row under the header."""
        return self.header + 1

    @property
    def last(self) -> int:
        """The last row, totals counted."""
        return self.header + sum(len(block.rows) + bool(block.total) for block in self.blocks)

    def letter(self, column: str) -> str:
        """The letters of a column."""
        return column_letters([each.id for each in self.columns].index(column))

    def cells(self, row: int) -> dict[str, str]:
        """The cells of a row by column: `$E8`."""
        return {column.id: f"${self.letter(column.id)}{row}" for column in self.columns}

    def areas(self, first: int, last: int) -> dict[str, str]:
        """The cells of every column from one row to another: `E8:E12`."""
        return {column.id: f"{(letter := self.letter(column.id))}{first}:{letter}{last}" for column in self.columns}

    def ranges(self, prefix: str) -> dict[str, str]:
        """Every column as other sheets name it: `'Rekap'!$E$8:$E$12` under `prefix_id`."""
        sheet = self.sheet.replace("'", "''")
        letters = {column.id: self.letter(column.id) for column in self.columns}
        return {
            f"{prefix}_{name}": f"'{sheet}'!${letter}${self.first}:${letter}${self.last}"
            for name, letter in letters.items()
        }
