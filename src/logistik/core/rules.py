"""A rule set: the law of one election as data, each value with its basis and how sure it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, ClassVar, Literal, NamedTuple, Self

Status = Literal["confirmed", "assumed", "override"]


class Rate(NamedTuple):
    """A fraction; kept as two integers so that no sheet is lost to floating point."""

    numerator: int
    denominator: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `25/1000`; ValueError for anything else or for a negative or impossible fraction."""
        top, slash, bottom = text.partition("/")
        if not (slash and top.strip().isdecimal() and bottom.strip().isdecimal()) or int(bottom) == 0:
            raise ValueError(f"bukan pecahan: {text!r} (tulis misalnya 25/1000)")
        return cls(int(top), int(bottom))

    def rounded_up(self, quantity: int) -> int:
        """The share of a quantity, rounded up to a whole sheet."""
        return -(-quantity * self.numerator // self.denominator)

    def percent(self) -> str:
        """The rate as people write it: `2,5%`."""
        return f"{100 * self.numerator / self.denominator:g}%".replace(".", ",")


class Strict:
    """Mixed into what is read from TOML or JSON: an unknown key is an error, not ignored."""

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled(Strict):
    """What every value of a rule set carries beside the value."""

    label: str
    basis: str
    status: Status
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledCount(Ruled):
    """A number of sheets or voters."""

    value: int

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError("tidak boleh negatif")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledRate(Ruled):
    """A fraction, written `25/1000`."""

    value: str

    def __post_init__(self) -> None:
        Rate.parse(self.value)

    @property
    def rate(self) -> Rate:
        """The fraction as two integers."""
        return Rate.parse(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledText(Ruled):
    """A word, such as the level that keeps the revote stock."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledWords(Ruled):
    """A list of words, such as the damage categories."""

    value: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledDate(Ruled):
    """A day."""

    value: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Ruled):
    """Who writes to whom. `{kota}`, `{provinsi}`, `{kecamatan}` and `{penyedia}` stand for the office's own names."""

    sender: str
    recipient: str
    through: str = ""
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionRules(Strict):
    """What holds for one election: sheets per carton, the revote stock and the letter's route."""

    sheets_per_carton: RuledCount
    revote_sheets: RuledCount
    revote_kept_at: RuledText
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis(Strict):
    """A law or decision that a letter may cite, if confirmed."""

    text: str
    status: Status
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet(Strict):
    """The rules of one election day.

    `reserve_rate` is a share of the voters of each TPS, rounded up per TPS and then summed;
    `max_voters_per_tps` counts voters; dates are days of `Asia/Makassar` and its neighbours.
    """

    name: str
    title: str
    regional: bool
    reserve_rate: RuledRate
    max_voters_per_tps: RuledCount
    voting_day: RuledDate
    warn_from: RuledDate
    urgent_from: RuledDate
    damage_rate_notice: RuledRate
    damage_categories: RuledWords
    kecamatan_route: Route
    elections: Mapping[str, ElectionRules]
    legal_bases: tuple[LegalBasis, ...] = ()

    @property
    def reserve(self) -> Rate:
        """The legal reserve as a fraction of the voters of a TPS."""
        return self.reserve_rate.rate

    def revote_sheets(self, election: str, level: str = "kota") -> int | None:
        """Sheets of the revote stock of an election that are kept at `level`; None if kept elsewhere."""
        rules = self.elections.get(election)
        if rules is None or rules.revote_kept_at.value != level:
            return None
        return rules.revote_sheets.value

    def values(self) -> Iterator[tuple[str, Ruled]]:
        """Every value with its dotted name, as an override in `logistik.toml` addresses it."""
        for name, value in _ruled_fields(self):
            yield name, value
        for election, rules in self.elections.items():
            for name, value in _ruled_fields(rules):
                yield f"elections.{election}.{name}", value


def _ruled_fields(owner: Any) -> Iterator[tuple[str, Ruled]]:
    for each in fields(owner):
        value = getattr(owner, each.name)
        if isinstance(value, Ruled):
            yield each.name, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A value that the office set itself; printed with every result."""

    key: str
    value: str
    instead_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveRules:
    """A rule set with the office's overrides applied."""

    ruleset: RuleSet
    overrides: tuple[Override, ...] = field(default=())
