"""The request as a value: what every format of the letter prints, and nothing else. Plain data: the ledger keeps it."""

from dataclasses import dataclass
from datetime import date

from logistik.core.cartons import OddCarton
from logistik.core.correspondence import Kept
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
    noted: int | None
    received: int | None
    good: int | None
    usable_defects: int | None
    damaged: int | None
    swapped: int | None
    unsorted: int | None
    later: int | None
    outstanding: int | None
    short: int | None
    surplus: int | None
    request: int | None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Why a letter's request is not the sum of its rows' requests: sheets to add to that sum (mostly negative)."""

    label: str
    sheets: int
    reason: str


@dataclass(frozen=True, slots=True)
class DamageLine:
    """Damaged sheets of one category or cause."""

    by_cause: bool
    name: str
    sheets: int


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure of a region and the cells that it was read from (`gudang.xlsx!Rekap Sortir!G7`)."""

    region: Region
    figure: str
    value: int | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding of the audit as a document lists it; `why` and `by` where it was waived or left out."""

    code: str
    severity: str
    place: str
    message: str
    why: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A value of the rule set that the figures rest on, with its basis; `status` as the rule set has it."""

    label: str
    value: str
    basis: str
    status: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What the figures rest on: the audit (`entry` in the ledger), its inputs, its rules, its findings."""

    tool: str
    ruleset: str
    ruleset_title: str
    as_of: date
    inputs: tuple[Kept, ...]
    rules: tuple[Rule, ...]
    overrides: tuple[Rule, ...]
    findings: tuple[Remark, ...]
    waived: tuple[Remark, ...]
    traces: tuple[Trace, ...]
    entry: int = 0
    audit: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that stays a dotted line: what it is, and where the office can fill it in."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Form:
    """The office's own part of a letter: head, place, signature, delivery; what is not configured is blank."""

    head: tuple[str, ...]
    place: str
    signatory: str
    signatory_name: str
    classification: str
    attachments: str
    delivery: tuple[tuple[str, str], ...]
    paper: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: from whom, to whom, what is asked, on what basis.

    `whole` holds the figures of the asking region, `rows` those of its parts (or of itself), `details` those of the
    two levels below it; the request is the sum of the rows' requests and the adjustments, and the sum of the rows'
    requests less `movable`. `coverable` is how many sheets surplus elsewhere in the kabupaten/kota could cover.
    `minutes` are the signed minutes of sorting; without any a draft is attached. `odd_cartons` are those of a
    kabupaten/kota whose count is not what the label says. `net` is what the kabupaten/kota as
    a whole lacks, also for a kecamatan's letter; None if that is not known.
    """

    election: str
    title: str
    stock: Stock
    number: str
    day: date
    sender: str
    recipient: str
    through: str
    copies: tuple[str, ...]
    whole: Row
    rows: tuple[Row, ...]
    details: tuple[Row, ...]
    adjustments: tuple[Adjustment, ...]
    damage: tuple[DamageLine, ...]
    request: int
    request_low: int | None
    movable: int
    provisional: bool
    coverable: int
    net: int | None
    bases: tuple[str, ...]
    minutes: tuple[str, ...]
    form: Form
    basis: Basis
    missing: tuple[Missing, ...]
    odd_cartons: tuple[OddCarton, ...] = ()

    @property
    def name(self) -> str:
        """What tells the letters of one request apart: `walikota`, `walikota-psu`."""
        return f"{self.election}-psu" if self.stock is Stock.REVOTE else self.election


@dataclass(frozen=True, slots=True)
class Uncounted:
    """An election without a letter although none may be called unneeded: its need, and what the whole stands at.

    The region's stock was not counted; or nothing is missing so far, but `without_voters` TPS have no voters on the
    roll, so that the need, which no decision replaces, is a lower bound.
    """

    election: str
    title: str
    required: int | None
    voters: int | None
    polling_stations: int | None
    city: Row | None
    has_parts: bool
    without_voters: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """All letters of one region out of one audit; none if nothing is to be asked.

    `outstanding` is what earlier letters of the region asked for and nobody answered yet, in sheets.
    """

    audit: str
    region: Region
    letters: tuple[Letter, ...]
    uncounted: tuple[Uncounted, ...]
    request: int
    outstanding: int = 0
