"""What documents are made of: parts of blocks, which each format only lays out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Cell = str | int | None
"""Text, a number that programs can add, or a figure that was not counted."""


class Kind(StrEnum):
    """What a column holds: numbers stand right, places and hashes are never broken, ordinals only tell the rows apart.

    An open column is written in by hand.
    """

    TEXT = "text"
    ORDINAL = "ordinal"
    NUMBER = "number"
    PLACE = "place"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead, one line each, centred over a rule."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part or of a section in it; `level` 1 is the part's own, centred."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Right:
    """A line or block at the right: place and date, signature. Blank lines leave room for a signature."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, aligned at the colon."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stay together as they are: an address."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that must not be overlooked, in a frame."""

    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list, with a heading or none."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, one string a line (`Permin-` is joined to the next), and what it holds."""

    head: tuple[str, ...]
    kind: Kind = Kind.NUMBER

    @property
    def title(self) -> str:
        """The head on one line."""
        return "".join(part.removesuffix("-") if part.endswith("-") else f"{part} " for part in self.head).strip()


ORDINALS = Column(("No",), Kind.ORDINAL)
"""The column of a row's place in its table."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table. Rows of level 0 add up to the total; those of level 1 to the row of level 0 above them."""

    cells: tuple[Cell, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, rows, and under a rule the total, if there is one. Every row has a cell for every column."""

    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    total: tuple[Cell, ...] | None = None
    name: str = ""

    @property
    def name_at(self) -> int:
        """The column that names the rows, in which the parts of a row stand in: the first of texts."""
        return next((at for at, column in enumerate(self.columns) if column.kind is Kind.TEXT), 0)

    @property
    def has_parts(self) -> bool:
        """Whether some rows are parts of the row above them."""
        return any(row.level for row in self.rows)


@dataclass(frozen=True, slots=True)
class Sum:
    """The bridge from base to request: labels and sheets, those taken away negative, and the result."""

    steps: tuple[tuple[str, int], ...]
    result: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, side by side: for each what the person is, and the name or a dotted line."""

    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Remarks:
    """A box to write in: its title, and how many lines high it is."""

    title: str
    height: int = 5


@dataclass(frozen=True, slots=True)
class Seal:
    """A code for people and the same as QR for a camera, with a caption of what it is not."""

    lines: tuple[str, ...]
    qr: str
    caption: str


Content = (
    Head | Heading | Right | Facts | Block | Paragraph | Notice | Numbered | Table | Sum | Signatures | Remarks | Seal
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that begins on a page of its own: the letter, or one of its annexes."""

    key: str
    title: str
    content: tuple[Content, ...]


class Paper(StrEnum):
    """The paper of the office: A4, or F4 (folio, 215 x 330 mm)."""

    A4 = "A4"
    F4 = "F4"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as every format prints it.

    `name` tells several documents of one command apart (`walikota`); `draft` marks every page; `footer` stands at the
    foot of every page; `day` is the document's date, also in its properties.
    """

    name: str
    title: str
    author: str
    parts: tuple[Part, ...]
    day: date
    draft: bool = False
    footer: str = ""
    paper: Paper = Paper.A4
