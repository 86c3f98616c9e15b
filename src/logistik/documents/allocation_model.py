"""The packing list before packing as values: what every format prints. Sheets, except TPS and voters."""

from dataclasses import dataclass
from datetime import date

from logistik.core.allocation import Portions
from logistik.core.regions import Region
from logistik.core.vocabulary import Level
from logistik.documents.model import Rule

SCHEMA = "logistik.allocate/1"


@dataclass(frozen=True, slots=True)
class Share:
    """What a region needs and gets: a TPS, or those in it with known voters together.

    The figures of a TPS without voters are None; `short` is None too where the stock was not counted.
    """

    region: Region
    polling_stations: int
    without_voters: int
    voters: int | None
    reserve: int | None
    sheets: int | None
    bundles: int | None
    loose: int | None
    short: int | None

    @property
    def is_station(self) -> bool:
        """Whether this is a single TPS."""
        return self.region.level is Level.TPS


@dataclass(frozen=True, slots=True)
class Allotted:
    """The plan of one election: `city` for the whole kabupaten/kota, `shares` for the region wanted and what is in it.

    `bundle` is the number of sheets in a bundle and `rule` where that comes from; `stock` are the good sheets of
    `whose` kabupaten/kota, `later` those of them that came later, `unsorted` what was not sorted; None: not counted.
    """

    election: str
    title: str
    bundle: int
    rule: Rule
    stock: int | None
    later: int | None
    unsorted: int | None
    whose: Region
    city: Portions
    shares: tuple[Share, ...]

    @property
    def is_assumed(self) -> bool:
        """Whether somebody gets less than it needs, so that the plan is one of several that there could be."""
        return self.stock is not None and self.city.short > 0

    @property
    def left(self) -> int | None:
        """Good sheets that stay in the warehouse."""
        return None if self.stock is None else self.stock - self.city.sheets

    @property
    def stations(self) -> tuple[Share, ...]:
        """The TPS of the region wanted."""
        return tuple(share for share in self.shares if share.is_station)

    @property
    def unknown(self) -> tuple[Share, ...]:
        """Those of them whose voters are unknown."""
        return tuple(share for share in self.stations if share.voters is None)


@dataclass(frozen=True, slots=True)
class Allocation:
    """The plans of one audit (`entry` in the ledger) for a region; `twice` are TPS that have two counts of voters."""

    region: Region
    office: str
    paper: str
    as_of: date
    entry: int
    audit: str
    elections: tuple[Allotted, ...]
    twice: tuple[Region, ...]

    @property
    def is_assumed(self) -> bool:
        """Whether the plan of an election is."""
        return any(each.is_assumed for each in self.elections)
