"""What the ledger tells, entry by entry, as values: audits, letters and what came of them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from logistik.core.codes import ANCHOR, code_of
from logistik.core.correspondence import Event, Issued, Kept, Signed, Standing, standings
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

    @property
    def letter(self) -> int | None:
        """The number of the entry of the letter that this one is or tells of; None where it is about no letter."""
        match self.told:
            case None | Audited():
                return None
            case Issued():
                return self.number
        return self.told.letter


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
    told = (record.told for record in records)
    return standings(each for each in told if each is not None and not isinstance(each, Audited))


def files_of(record: Record) -> tuple[Kept, ...]:
    """The files that an entry names: inputs of an audit, documents of a letter, a signed scan."""
    match record.told:
        case Audited(inputs=inputs):
            return inputs
        case Issued(files=files):
            return files
        case Signed(file=file) if file:
            return (file,)
    return ()
