"""What the ledger tells, entry by entry, as values: audits, letters and what came of them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from logistik.core.codes import ANCHOR, code_of
from logistik.core.correspondence import Event, Issued, Kept, Standing, standings
from logistik.core.report import Summary


class Audited(NamedTuple):
    """A recorded audit in short: its rules, its day, its inputs, its counts of findings and its request in sheets."""

    ruleset: str
    as_of: date
    inputs: tuple[Kept, ...]
    summary: Summary


class Record(NamedTuple):
    """An entry of the ledger. `told` is what it says; None where this version cannot read it."""

    number: int
    recorded_at: str
    kind: str
    previous: str
    hash: str
    told: Audited | Event | None = None

    @property
    def code(self) -> str:
        """The code of the entry, as people type it."""
        return code_of(self.hash)


class Head(NamedTuple):
    """The last entry of a ledger: what binds all before it."""

    number: int
    hash: str

    @property
    def anchor(self) -> str:
        """The code that is written down elsewhere, so that a ledger that was cut off or made anew is noticed."""
        return code_of(self.hash, ANCHOR)


def standings_of(records: Iterable[Record]) -> dict[int, Standing]:
    """Where each letter stands, by the number of its entry; what refers to no earlier letter is passed over."""
    events: list[Event] = []
    issued: set[int] = set()
    for record in records:
        match record.told:
            case None | Audited():
                continue
            case Issued():
                issued.add(record.number)
                events.append(record.told)
            case told if told.letter in issued:
                events.append(told)
    return standings(events)


def files_of(record: Record) -> tuple[Kept, ...]:
    """The files that an entry names: inputs of an audit, documents of a letter, a signed scan."""
    told = record.told
    if isinstance(told, Audited):
        return told.inputs
    if isinstance(told, Issued):
        return told.files
    file = getattr(told, "file", None)
    return (file,) if file else ()
