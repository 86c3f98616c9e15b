"""Minutes as values: what every format of a berita acara prints. None is unknown, in sheets as elsewhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from logistik.core.counts import add
from logistik.core.movements import Moved, Origin, remaining, taken
from logistik.core.regions import Region
from logistik.core.vocabulary import Stock
from logistik.documents.model import DamageLine, Form, Missing, Row

SCHEMA = "logistik.minutes/1"


class MinutesKind(StrEnum):
    """What is put on record."""

    SORTING = "sorting"
    HANDOVER = "handover"
    DESTRUCTION = "destruction"


@dataclass(frozen=True, slots=True)
class Counted:
    """The result of sorting one election's stock; `is_sealed` is a revote stock that nobody opened."""

    election: str
    title: str
    stock: Stock
    row: Row
    damage: tuple[DamageLine, ...]
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Needed:
    """What one region needs for one election, and what is handed over, in sheets: None until every TPS is packed."""

    election: str
    title: str
    region: Region
    polling_stations: int | None
    voters: int | None
    reserve: int | None
    required: int | None
    delivered: int | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is left over of one election's stock, as counted, and what of it is gone already by minutes of its own.

    `later_damaged` came in answer to letters and was unusable.
    """

    election: str
    title: str
    is_ordered: bool
    base: int | None
    good: int | None
    later: int | None
    surplus: int | None
    damaged: int | None
    swapped: int | None
    later_damaged: int
    outstanding: int | None
    gone: tuple[Moved, ...] = ()

    @property
    def destroyed(self) -> int | None:
        """Sheets to be destroyed: the surplus and everything damaged that is still there. Swapped ones are apart."""
        surplus = remaining(self.surplus, taken(self.gone, origin=Origin.SURPLUS))
        damaged = remaining(add(self.damaged, self.later_damaged), taken(self.gone, origin=Origin.DAMAGED))
        return add(surplus, damaged)

    @property
    def gone_before(self) -> int:
        """Sheets of the surplus and of the damaged ones that left or were destroyed before."""
        return taken(self.gone, origin=Origin.SURPLUS) + taken(self.gone, origin=Origin.DAMAGED)

    @property
    def swapped_left(self) -> int | None:
        """Swapped sheets that are still there."""
        return remaining(self.swapped, taken(self.gone, origin=Origin.SWAPPED))

    @property
    def usable(self) -> int | None:
        """Usable sheets that are left: never more than the base, since the surplus is what exceeds it."""
        if self.good is None or self.later is None or self.surplus is None:
            return None
        return self.good + self.later - self.surplus


@dataclass(frozen=True, slots=True)
class Minutes:
    """One berita acara. `doubts` are reasons why it may not be signed yet; the figures are those of one kind.

    `uncounted` names stocks that the audit did not count, `kept` those that are not destroyed; `laws` is what
    destruction rests on. `is_packed` says that a packing list was read, so that what is handed over is known.
    """

    kind: MinutesKind
    region: Region
    name: str
    number: str
    day: date
    as_of: date
    form: Form
    city: str
    entry: int
    audit: str
    doubts: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    laws: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()
    needed: tuple[Needed, ...] = ()
    leaving: tuple[Leaving, ...] = ()
    is_packed: bool = False
