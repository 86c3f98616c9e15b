"""The result of an audit, as every output and the ledger see it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from logistik.core.balances import Balance
from logistik.core.cartons import Cartons
from logistik.core.choice import SetAside
from logistik.core.findings import Finding
from logistik.core.regions import Region
from logistik.core.rules import Override
from logistik.core.vocabulary import Level, Severity, Stock

SCHEMA = "logistik.audit/1"


class SheetUsed(NamedTuple):
    """A sheet of an input and the role it was read in; None if it was not used."""

    name: str
    role: str | None


class Input(NamedTuple):
    """A file that the result rests on. The path is relative to the workspace where that is possible."""

    path: str
    sha256: str
    bytes: int
    sheets: tuple[SheetUsed, ...] = ()


class Summary(NamedTuple):
    """Counts of findings, and the sheets to be asked for: voting plus revote at the highest level."""

    errors: int
    warnings: int
    infos: int
    request: int | None


class Damage(NamedTuple):
    """Damaged sheets of one category (`SOBEK`) or cause, as the warehouse tells them of one region.

    `kind` is `category` or `cause`.
    """

    region: Region
    election: str
    stock: Stock
    kind: str
    name: str
    sheets: int


class Source(NamedTuple):
    """The cells that a region's figures were read from; a range (`dpt.xlsx!Damai!G6:G21`) where they are added up.

    Election and stock are None for voters. A region without a source of its own is the sum of its parts.
    """

    region: Region
    election: str | None
    stock: Stock | None
    figures: Mapping[str, tuple[str, ...]]


class Report(NamedTuple):
    """An audit: what went in, under which rules, and what came out.

    `findings` are those that count; `set_aside` are the others, so that the two together are all that was found.
    `letters_through` is the number of the last ledger entry on letters that `outstanding` and `later` rest on.
    `cartons` are told for the kabupaten/kota; there are none where no list of them was read.
    """

    ruleset: str
    as_of: date
    inputs: tuple[Input, ...]
    options: Mapping[str, Any]
    overrides: tuple[Override, ...]
    balances: tuple[Balance, ...]
    findings: tuple[Finding, ...]
    summary: Summary
    schema: str = SCHEMA
    set_aside: tuple[SetAside, ...] = ()
    damage: tuple[Damage, ...] = ()
    sources: tuple[Source, ...] = ()
    letters_through: int = 0
    cartons: tuple[Cartons, ...] = ()


def summarise(balances: tuple[Balance, ...], findings: tuple[Finding, ...]) -> Summary:
    """Count the findings by severity and add up the requests at the highest level there is.

    The request is None if the voting stock of an election was not counted at that level; a revote stock
    that was not counted asks for nothing.
    """
    highest = min((balance.region.level.depth for balance in balances), default=Level.KOTA.depth)
    top = [balance for balance in balances if balance.region.level.depth == highest]
    voting = [balance.request for balance in top if balance.stock is Stock.VOTING]
    revote = [balance.request or 0 for balance in top if balance.stock is Stock.REVOTE]
    severities = [finding.severity for finding in findings]
    known = [request for request in voting if request is not None]
    return Summary(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
        request=sum(known) + sum(revote) if len(known) == len(voting) else None,
    )
