"""One row of the warehouse, resolved: which figures are known, and which identity fails.

The rules for columns and cells that are missing are those of the stock form: received is good plus
damaged plus swapped plus unsorted; a column that the sheet does not have is 0 for the parts of received;
a blank cell in a column that it has is 0 only if the identity then holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from logistik.core.vocabulary import Field


class Absent(NamedTuple):
    """A cell without a number: blank, or written in a way that cannot be read with certainty."""

    is_blank: bool


Cell = int | Absent | None
"""A count of sheets; `Absent` if the cell has none; None if the sheet has no such column."""


class RawCount(NamedTuple):
    """The figures of one row as read, in sheets."""

    ordered: Cell = None
    noted: Cell = None
    received: Cell = None
    good: Cell = None
    usable_defects: Cell = None
    damaged: Cell = None
    damage_categories: tuple[Cell, ...] = ()
    damage_causes: tuple[Cell, ...] = ()
    swapped: Cell = None
    unsorted: Cell = None
    later: Cell = None


class Count(NamedTuple):
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


@dataclass(slots=True, repr=False)
class Resolved:
    """A row's known figures, and what is odd about how they came to be."""

    count: Count
    unknown_cells: tuple[Field, ...] = ()
    usable_readings: tuple[int, int] | None = None
    categories_sum: int | None = None
    causes_sum: int | None = None


def add(*numbers: int | None) -> int | None:
    """The sum; unknown if any part is unknown."""
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def resolve(raw: RawCount) -> Resolved:
    """Decide the figures of one row by the identity; nothing is guessed that the identity does not settle."""
    categories = add(*map(_blank_is_zero, raw.damage_categories)) if raw.damage_categories else None
    causes = add(*map(_blank_is_zero, raw.damage_causes)) if raw.damage_causes else None
    received = _number(raw.received)
    if received is None:
        count = Count(ordered=_number(raw.ordered), noted=_number(raw.noted))
        return Resolved(count, categories_sum=categories, causes_sum=causes)
    cells: dict[Field, Cell] = {
        Field.GOOD: raw.good,
        Field.DAMAGED: _damaged(raw),
        Field.SWAPPED: raw.swapped,
        Field.UNSORTED: raw.unsorted,
    }
    values = {part: 0 if cell is None else _number(cell) for part, cell in cells.items()}
    blanks = tuple(part for part, cell in cells.items() if isinstance(cell, Absent) and cell.is_blank)
    is_readable = all(not isinstance(cell, Absent) or cell.is_blank for cell in cells.values())
    if raw.good is None:
        values |= _without_good(received, cells, values)
    elif is_readable:
        filled = {part: value or 0 for part, value in values.items()}
        if values[Field.DAMAGED] is None:
            filled[Field.DAMAGED] = (causes if categories is None else categories) or 0
        if sum(filled.values()) == received:
            values, blanks = dict(filled), ()
    readings = _usable_readings(raw, received, values)
    good = values[Field.GOOD]
    parts = add(*values.values())
    if readings and parts is not None and received == parts + readings[1] - readings[0]:
        good, readings = readings[1], None
    count = Count(
        ordered=_number(raw.ordered),
        noted=_number(raw.noted),
        received=received,
        good=good,
        usable_defects=_blank_is_zero(raw.usable_defects),
        damaged=values[Field.DAMAGED],
        swapped=values[Field.SWAPPED],
        unsorted=values[Field.UNSORTED],
        later=_blank_is_zero(raw.later),
    )
    return Resolved(count, blanks, readings, categories, causes)


def _number(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None


def _blank_is_zero(cell: Cell) -> int | None:
    if isinstance(cell, Absent):
        return 0 if cell.is_blank else None
    return cell or 0


def _damaged(raw: RawCount) -> Cell:
    """The Rusak cell; where it is missing or blank, its categories, or else its causes.

    A blank category is 0 only if the identity says so, unless there is no Baik to hold it against: then damage
    was counted as soon as one category was.
    """
    if raw.damaged is not None and not (isinstance(raw.damaged, Absent) and raw.damaged.is_blank):
        return raw.damaged
    cells = raw.damage_categories or raw.damage_causes
    if not cells:
        return raw.damaged
    blanks = [cell for cell in cells if isinstance(cell, Absent)]
    if any(not cell.is_blank for cell in blanks):
        return Absent(is_blank=False)
    if blanks and (raw.good is not None or len(blanks) == len(cells)):
        return Absent(is_blank=True)
    return add(*map(_blank_is_zero, cells))


def _without_good(
    received: int, cells: Mapping[Field, Cell], values: Mapping[Field, int | None]
) -> dict[Field, int | None]:
    """A sheet without Baik: good is the rest if damage was counted, else nothing was sorted yet."""
    if isinstance(cells[Field.DAMAGED], int):
        others = add(*(value for part, value in values.items() if part is not Field.GOOD))
        rest = None if others is None else received - others
        return {Field.GOOD: rest if rest is not None and rest >= 0 else None}
    unsorted = received if cells[Field.UNSORTED] is None else values[Field.UNSORTED]
    return {Field.GOOD: None, Field.UNSORTED: unsorted}


def _usable_readings(raw: RawCount, received: int, values: Mapping[Field, int | None]) -> tuple[int, int] | None:
    """Good with the usable defects inside Baik and beside it, unless the identity holds with them inside."""
    usable, good = _number(raw.usable_defects), values[Field.GOOD]
    if not usable or raw.good is None or good is None:
        return None
    if usable <= good and add(*values.values()) == received:
        return None
    return good, good + usable


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
