"""A rule set: the law of one election as data, each value with its basis and how sure it is."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple, NewType, Self

Status = Literal["confirmed", "assumed", "override"]

Fraction = NewType("Fraction", str)
"""A share as text, `25/1000`, so that a TOML file can say it exactly."""


class Rate(NamedTuple):
    """A fraction; kept as two integers so that no sheet is lost to floating point."""

    numerator: int
    denominator: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `25/1000`; ValueError for anything else."""
        top, _, bottom = text.partition("/")
        if int(top) < 0 or int(bottom) <= 0:
            raise ValueError(text)
        return cls(int(top), int(bottom))

    def rounded_up(self, quantity: int) -> int:
        """The share of a quantity, rounded up to a whole sheet."""
        return -(-quantity * self.numerator // self.denominator)

    def percent(self) -> str:
        """The rate as people write it: `2,5%`."""
        return f"{100 * self.numerator / self.denominator:g}%".replace(".", ",")


class RuledCount(NamedTuple):
    """A number of sheets or voters, with its legal basis."""

    label: str
    value: int
    basis: str
    status: Status
    source: str = ""


class RuledRate(NamedTuple):
    """A fraction, written `25/1000`, with its legal basis."""

    label: str
    value: Fraction
    basis: str
    status: Status
    source: str = ""

    @property
    def rate(self) -> Rate:
        """The fraction as two integers."""
        return Rate.parse(self.value)


class RuledLevel(NamedTuple):
    """The level that keeps something, such as the revote stock, with its basis."""

    label: str
    value: Literal["provinsi", "kota"]
    basis: str
    status: Status
    source: str = ""


class RuledWords(NamedTuple):
    """A list of words, such as the damage categories, with its basis."""

    label: str
    value: tuple[str, ...]
    basis: str
    status: Status
    source: str = ""


class RuledDate(NamedTuple):
    """A day, with its basis."""

    label: str
    value: date
    basis: str
    status: Status
    source: str = ""


class Route(NamedTuple):
    """Who writes to whom; `{kantor}`, `{kota}`, `{provinsi}`, `{kecamatan}`, `{penyedia}` are filled in."""

    label: str
    sender: str
    recipient: str
    basis: str
    status: Status
    source: str = ""
    through: str = ""
    copies: tuple[str, ...] = ()


Ruled = RuledCount | RuledRate | RuledLevel | RuledWords | RuledDate | Route
"""Any value of a rule set."""


class ElectionRules(NamedTuple):
    """What holds for one election: sheets per carton and per bundle, the revote stock in sheets, the letter's route."""

    sheets_per_carton: RuledCount
    sheets_per_bundle: RuledCount
    revote_sheets: RuledCount
    revote_kept_at: RuledLevel
    route: Route


class LegalBasis(NamedTuple):
    """A law or decision that a letter may cite, if confirmed."""

    text: str
    status: Status
    source: str = ""


class RuleSet(NamedTuple):
    """The rules of one election day.

    `reserve_rate` is a share of the voters of each TPS, rounded up per TPS and then summed;
    `max_voters_per_tps` counts voters; `regional` is true for a Pilkada.
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

    def usual_elections(self, kota: str) -> list[str]:
        """The elections held in a kabupaten/kota: all, or for a Pilkada the governor's and the one of its head."""
        known = list(self.elections)
        if not self.regional:
            return known
        name = kota.casefold()
        local = "walikota" if name.startswith("kota ") else "bupati" if name.startswith("kab") else None
        return [each for each in known if each in ("gubernur", local)]

    def values(self) -> Iterator[tuple[str, Ruled]]:
        """Every value with its dotted name, as an override in `logistik.toml` addresses it."""
        yield from ((name, value) for name, value in self._asdict().items() if isinstance(value, Ruled))
        for election, rules in self.elections.items():
            yield from ((f"elections.{election}.{name}", value) for name, value in rules._asdict().items())


class Override(NamedTuple):
    """A value that the office set itself; printed with every result."""

    key: str
    value: str
    instead_of: str


class ActiveRules(NamedTuple):
    """A rule set with the office's overrides applied."""

    ruleset: RuleSet
    overrides: tuple[Override, ...] = ()
