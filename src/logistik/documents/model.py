"""The request as a value: what every format of the letter prints, and nothing else."""

from dataclasses import dataclass
from datetime import date

from logistik.core.regions import Region
from logistik.core.vocabulary import Stock

SCHEMA = "logistik.request/1"


@dataclass(frozen=True, slots=True)
class Row:
    """The gross figures of one region, in sheets; None is unknown."""

    region: Region
    required: int | None
    ordered: int | None
    base: int | None
    received: int | None
    good: int | None
    damaged: int | None
    swapped: int | None
    unsorted: int | None
    later: int | None
    outstanding: int | None
    short: int | None
    surplus: int | None
    request: int | None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: from whom, to whom, what is asked, on what basis.

    `whole` holds the figures of the asking region, `rows` those of its parts (or of itself); the request is
    the sum of the rows' requests less `movable`. `coverable` is how many sheets surplus elsewhere in the
    kabupaten/kota could cover.
    """

    election: str
    title: str
    stock: Stock
    sender: str
    recipient: str
    through: str
    copies: tuple[str, ...]
    whole: Row
    rows: tuple[Row, ...]
    request: int
    request_low: int | None
    movable: int
    provisional: bool
    coverable: int
    bases: tuple[str, ...]
    head: tuple[str, ...]
    place: str
    day: date
    classification: str
    attachments: str
    signatory: str
    signatory_name: str
    delivery: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Uncounted:
    """An election whose stock was not counted for the region: its need, and what the whole stands at."""

    election: str
    title: str
    required: int | None
    voters: int | None
    polling_stations: int | None
    city: Row | None
    has_parts: bool


@dataclass(frozen=True, slots=True)
class Request:
    """All letters of one region out of one audit; none if nothing is to be asked."""

    audit: str
    region: Region
    letters: tuple[Letter, ...]
    uncounted: tuple[Uncounted, ...]
    request: int
