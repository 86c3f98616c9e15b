"""A work order for moving ballots as values: what every format prints. Sheets; None is unknown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from logistik.core.regions import Region
from logistik.documents.model import Form

SCHEMA = "logistik.transfer/1"
WAREHOUSE = "warehouse"
"""How JSON names the stock of the kabupaten/kota that is in no box."""


class Reason(StrEnum):
    """Why a box is left as it is."""

    SEALED = "sealed"
    DOUBTFUL = "doubtful"
    VOTERS_UNKNOWN = "voters_unknown"


@dataclass(frozen=True, slots=True)
class Moved:
    """Sheets on their way; None stands for the warehouse. `is_first` says that the box at the end is not packed yet."""

    source: Region | None
    target: Region | None
    sheets: int
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """What one TPS lacks and no stock covers."""

    region: Region
    voters: int
    reserve: int

    @property
    def sheets(self) -> int:
        """For voters and for the reserve."""
        return self.voters + self.reserve


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A box that is not touched: every figure written down for it, its need, and how far it is off."""

    region: Region
    reason: Reason
    counts: tuple[int, ...]
    packed: int | None
    required: int | None
    difference: int | None


@dataclass(frozen=True, slots=True)
class Warehouse:
    """What lies in no box, for the whole kabupaten/kota: the stock less what was packed, and what goes in and out.

    `elsewhere` was packed for TPS that do not exist; `rest` is below 0 where more was packed than there is.
    """

    stock: int | None
    packed: int
    elsewhere: int
    rest: int | None
    incoming: int
    outgoing: int


@dataclass(frozen=True, slots=True)
class ElectionMoves:
    """All that concerns the ballots of one election."""

    election: str
    title: str
    moves: tuple[Moved, ...]
    uncovered: tuple[Missing, ...]
    left_alone: tuple[LeftAlone, ...]
    warehouse: Warehouse

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do and nothing to tell."""
        return not (self.moves or self.uncovered or self.left_alone)

    def left(self, reason: Reason) -> tuple[LeftAlone, ...]:
        """The boxes that are left alone for one reason."""
        return tuple(each for each in self.left_alone if each.reason is reason)


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """The work order for a kabupaten/kota or for what touches one of its kecamatan.

    `unlisted` are titles of elections that no packing list names.
    """

    region: Region
    elections: tuple[ElectionMoves, ...]
    unlisted: tuple[str, ...]
    form: Form
    city: str
    day: date
    entry: int
    audit: str

    @property
    def is_draft(self) -> bool:
        """Whether boxes have to be counted again before anybody can rely on the packing list."""
        return any(each.left(Reason.DOUBTFUL) for each in self.elections)
