"""What a sheet says, as records: a TPS, a row of stock, a stated total, a cell that cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from logistik.core.counts import RawCount
from logistik.core.places import Block, ColumnKey, Location
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Role, Stock
from logistik.ingest.carton_numbers import Serial
from logistik.ingest.names import words
from logistik.ingest.numbers import Trouble
from logistik.ingest.privacy import PersonalColumn

_LABEL = frozenset({"label", "isi"})
"""Words of a header that gives what the label of a carton says."""


class PollingStation(NamedTuple):
    """One TPS of the voter list: voters, None where unknown, and the three numbers as typed."""

    kelurahan: RegionKey
    tps: str
    voters: int | None
    male: int | None
    female: int | None
    total: int | None
    block: Block
    row: int
    moved_in: int | None = None

    @property
    def key(self) -> RegionKey:
        """What tells it from every other TPS."""
        return RegionKey(self.kelurahan.kecamatan, self.kelurahan.kelurahan, self.tps)

    def at(self, *fields: str) -> Location:
        """The cell of the first of `fields` that the table has."""
        return self.block.at(self.row, *map(ColumnKey, fields))


class PackedRow(NamedTuple):
    """What one row of a packing list says of one TPS and election: sheets, None where there is no number.

    `recounted` is a second counter's figure; `is_blank` says that nothing was written, so that nobody packed yet.
    """

    kelurahan: RegionKey
    tps: str
    election: str | None
    sheets: int | None
    recounted: int | None
    is_blank: bool
    is_sealed: bool
    block: Block
    row: int
    wide_election: str | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """The figures of both counters, as far as there are any: one of them where they agree."""
        return tuple(dict.fromkeys(each for each in (self.sheets, self.recounted) if each is not None))

    @property
    def is_contested(self) -> bool:
        """Whether a second counter found another number."""
        return len(self.counts) > 1

    def at(self, field: str = Field.PACKED) -> Location:
        """The cell of a figure of this election, else of the sheets, else of the TPS."""
        key = ColumnKey(field, self.wide_election)
        return self.block.at(self.row, key, ColumnKey(field), ColumnKey(Field.PACKED, self.wide_election))


class CartonRow(NamedTuple):
    """One carton: its number as typed, what is in it by its label and by the count, in sheets, and how it arrived.

    `noted` is the label, `received` the count, None where there is no number; `kecamatan` and `condition` as typed.
    `serial` is the number as read; a row may stand for a range of cartons, then its sheets are those of all of them.
    `unclear` are the sheets of a range of which it is not sure whether they are those of one carton or of all.
    """

    number: str
    election: str | None
    stock: Stock
    kecamatan: str
    noted: int | None
    received: int | None
    condition: str
    block: Block
    row: int
    serial: Serial | None = None
    unclear: int | None = None

    @property
    def cartons(self) -> int:
        """How many cartons the row stands for."""
        return self.serial.cartons if self.serial else 1

    def at(self, *fields: str) -> Location:
        """The cell of the first of `fields` that the table has."""
        return self.block.at(self.row, *map(ColumnKey, fields))


@lru_cache(maxsize=256)
def _is_held_against_label(block: Block, noted: ColumnKey) -> bool:
    columns = block.columns
    at = columns.get(noted, columns.get(ColumnKey(Field.NOTED)))
    if at is None:
        return False
    names_batch = any(ColumnKey(field) in columns for field in (Field.GROUP, Field.CARTONS))
    return names_batch or bool(_LABEL & set(words(block.headers.get(at, "")).split()))


class StockRow(NamedTuple):
    """One row of the warehouse for one election and stock; the region as typed and, once found, as known."""

    kecamatan: str
    kelurahan: str
    election: str | None
    stock: Stock
    date: str
    mark: str
    figures: RawCount
    stated: Mapping[str, int]
    block: Block
    row: int
    wide_election: str | None
    wide_stock: str | None
    code: str = ""

    @property
    def sorting(self) -> str:
        """The day, group of workers and carton of a row of a sorting sheet; "" for a row of a recap."""
        return " ".join(filter(None, (self.date, self.mark)))

    @property
    def is_held_against_label(self) -> bool:
        """Whether the row's Lebih, Kurang and Selisih compare the count with the label of a carton."""
        return _is_held_against_label(self.block, self.key(Field.NOTED))

    def key(self, field: str) -> ColumnKey:
        """The column of a figure: its own under a group head, else the plain one."""
        return ColumnKey(field, self.wide_election, self.wide_stock)

    def kinds(self, field: str) -> tuple[str, ...]:
        """The names of the columns of one kind (damage categories), in the order of the row's figures for them."""
        key = self.key(field)
        return tuple(each.category or "" for each in self.block.columns if each[:3] == key[:3])

    def at(self, *fields: str) -> Location:
        """The cell of the first of `fields` that the table has; of columns of one kind (categories) the first."""
        for name in fields:
            key = self.key(name)
            if key in self.block.columns:
                return self.block.at(self.row, key)
            for each in self.block.columns:
                if each[:3] == key[:3]:
                    return self.block.at(self.row, each)
        return self.block.at(self.row)


class CellTrouble(NamedTuple):
    """A cell that should hold a count and does not."""

    block: Block
    row: int
    column: int
    trouble: Trouble

    @property
    def header(self) -> str:
        """The header above the cell."""
        return self.block.headers.get(self.column, "")

    @property
    def location(self) -> Location:
        """The cell."""
        return self.block.cell(self.row, self.column)


class Restored(NamedTuple):
    """A fraction that is read as the thousands it was before Excel took the dot for a decimal mark."""

    block: Block
    row: int
    column: int
    raw: str
    value: int


class Difference(NamedTuple):
    """A column in which a total row is not the sum: stated and expected."""

    column: int
    stated: int
    expected: int


class TotalRow(NamedTuple):
    """A row that says it is a sum, with the columns where it is not."""

    block: Block
    row: int
    label: str
    differences: tuple[Difference, ...]


class StrayRow(NamedTuple):
    """A row with numbers that belongs to no TPS or carton: what it lacks, in which column, and what stands there."""

    block: Block
    row: int
    column: int
    lacks: str
    raw: str


class SheetReport(NamedTuple):
    """What became of one sheet. A role of None: not recognised, blank, aside, without counts, or a list by name."""

    file: str
    sheet: str
    role: Role | None
    is_blank: bool = False
    is_aside: bool = False
    personal: tuple[PersonalColumn, ...] = ()
    is_by_name: bool = False
    has_counts: bool = True


@dataclass(slots=True, eq=False, repr=False)
class Reading:
    """What a table gave besides its records: cells without a count, thousands restored, and total rows."""

    troubles: list[CellTrouble] = field(default_factory=list)
    restored: list[Restored] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class StationSheet(Reading):
    """What a table with one row per TPS gave besides its records: also rows with numbers and without a TPS."""

    strays: list[StrayRow] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Roll(StationSheet):
    """The voter list of one table."""

    stations: list[PollingStation] = field(default_factory=list)
    total_is_not_the_sum: bool = False


@dataclass(slots=True, eq=False, repr=False)
class PackingSheet(StationSheet):
    """The packing list of one table."""

    rows: list[PackedRow] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class CartonSheet(Reading):
    """The cartons of one table."""

    rows: list[CartonRow] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class StockSheet(Reading):
    """The warehouse rows of one table."""

    rows: list[StockRow] = field(default_factory=list)
