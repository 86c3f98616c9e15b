"""One row of the warehouse, resolved: which figures are known, and which identity fails.

The rules for columns and cells that are missing are those of the stock form: received is good plus
damaged plus swapped plus unsorted; a column that the sheet does not have is 0 for the parts of received;
a blank cell in a column that it has is 0 only if the identity then holds.
"""

from dataclasses import dataclass, replace

from logistik.core.vocabulary import Field

PARTS = (Field.GOOD, Field.DAMAGED, Field.SWAPPED, Field.UNSORTED)
"""What received is made of."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A cell without a number: blank, or written in a way that cannot be read with certainty."""

    is_blank: bool


Cell = int | Absent | None
"""A count of sheets; `Absent` if the cell has none; None if the sheet has no such column."""


@dataclass(frozen=True, slots=True)
class RawCount:
    """The figures of one row as read, in sheets."""

    ordered: Cell = None
    noted: Cell = None
    received: Cell = None
    good: Cell = None
    usable_defects: Cell = None
    damaged: Cell = None
    damage_categories: tuple[Cell, ...] = ()
    swapped: Cell = None
    unsorted: Cell = None
    later: Cell = None


@dataclass(frozen=True, slots=True)
class Count:
    """Known figures of one region, election and stock, in sheets; None is unknown, never 0."""

    ordered: int | None = None
    noted: int | None = None
    received: int | None = None
    good: int | None = None
    usable_defects: int | None = None
    damaged: int | None = None
    swapped: int | None = None
    unsorted: int | None = None
    later: int | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the sheets were counted at all."""
        return self.received is not None

    @property
    def parts(self) -> int | None:
        """Good, damaged, swapped and unsorted together; None if one is unknown."""
        return add(self.good, self.damaged, self.swapped, self.unsorted)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A row's known figures, and what is odd about how they came to be."""

    count: Count
    unknown_cells: tuple[Field, ...] = ()
    usable_readings: tuple[int, int] | None = None
    categories_sum: int | None = None


def add(*numbers: int | None) -> int | None:
    """The sum; unknown if any part is unknown."""
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def _number(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None


def _categories(raw: RawCount) -> int | None:
    """The damage categories together, blank ones being 0; None if there are none or one cannot be read."""
    if not raw.damage_categories:
        return None
    total = 0
    for cell in raw.damage_categories:
        if isinstance(cell, Absent) and not cell.is_blank:
            return None
        total += _number(cell) or 0
    return total


def resolve(raw: RawCount) -> Resolved:
    """Decide the figures of one row by the identity; nothing is guessed that the identity does not settle."""
    categories = _categories(raw)
    received = _number(raw.received)
    damaged_cell: Cell = raw.damaged
    if damaged_cell is None or (isinstance(damaged_cell, Absent) and damaged_cell.is_blank and categories is not None):
        damaged_cell = categories
    cells: dict[Field, Cell] = {
        Field.GOOD: raw.good,
        Field.DAMAGED: damaged_cell,
        Field.SWAPPED: raw.swapped,
        Field.UNSORTED: raw.unsorted,
    }
    damage_counted = isinstance(damaged_cell, int)
    values: dict[Field, int | None] = {}
    blanks: list[Field] = []
    for part, cell in cells.items():
        if isinstance(cell, Absent):
            values[part] = None
            if cell.is_blank:
                blanks.append(part)
        else:
            values[part] = cell if cell is not None else 0
    if raw.good is None:
        values[Field.GOOD] = None
        if not damage_counted and received is not None and raw.unsorted is None:
            values[Field.UNSORTED] = received
    known = {part: value or 0 for part, value in values.items()}
    unreadable = [part for part, cell in cells.items() if isinstance(cell, Absent) and not cell.is_blank]
    if received is not None and not unreadable:
        if raw.good is None and damage_counted:
            rest = received - known[Field.DAMAGED] - known[Field.SWAPPED] - known[Field.UNSORTED]
            values[Field.GOOD] = rest if rest >= 0 else None
        elif blanks and sum(known.values()) == received:
            values = dict.fromkeys(PARTS, 0) | known
            blanks = []
    usable, readings = _usable(raw, received, values)
    good = values[Field.GOOD]
    if usable is not None and readings is None and good is not None and usable.is_beside:
        good += usable.sheets
    count = Count(
        ordered=_number(raw.ordered),
        noted=_number(raw.noted),
        received=received,
        good=good,
        usable_defects=usable.sheets if usable else (None if received is None else _blank_is_zero(raw.usable_defects)),
        damaged=values[Field.DAMAGED],
        swapped=values[Field.SWAPPED],
        unsorted=values[Field.UNSORTED],
        later=_blank_is_zero(raw.later),
    )
    if received is None:
        count = replace(count, good=None, damaged=None, swapped=None, unsorted=None, later=None)
    return Resolved(
        count=count,
        unknown_cells=tuple(blanks) if received is not None else (),
        usable_readings=readings,
        categories_sum=categories,
    )


def _blank_is_zero(cell: Cell) -> int | None:
    if isinstance(cell, Absent):
        return 0 if cell.is_blank else None
    return cell or 0


@dataclass(frozen=True, slots=True)
class _Usable:
    sheets: int
    is_beside: bool


def _usable(
    raw: RawCount, received: int | None, values: dict[Field, int | None]
) -> tuple[_Usable | None, tuple[int, int] | None]:
    """Usable defects stand inside or beside Baik: the identity decides; else both readings of good."""
    sheets = _number(raw.usable_defects)
    good = values[Field.GOOD]
    if not sheets or received is None or raw.good is None or good is None:
        return (_Usable(sheets, is_beside=False) if sheets is not None else None), None
    parts = add(*values.values())
    if parts is None:
        return _Usable(sheets, is_beside=False), (good, good + sheets)
    if parts == received:
        return _Usable(sheets, is_beside=False), None
    if parts + sheets == received:
        return _Usable(sheets, is_beside=True), None
    return _Usable(sheets, is_beside=False), (good, good + sheets)


def total(counts: list[Count]) -> Count:
    """The sum of the parts of a region, figure by figure; a figure unknown in one part is unknown."""
    return Count(
        ordered=add(*(count.ordered for count in counts)),
        noted=add(*(count.noted for count in counts)),
        received=add(*(count.received for count in counts)),
        good=add(*(count.good for count in counts)),
        usable_defects=add(*(count.usable_defects for count in counts)),
        damaged=add(*(count.damaged for count in counts)),
        swapped=add(*(count.swapped for count in counts)),
        unsorted=add(*(count.unsorted for count in counts)),
        later=add(*(count.later for count in counts)),
    )
