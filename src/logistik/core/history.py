"""What the ledger tells, entry by entry, as values: audits, letters and what came of them, sheets that left."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from logistik.core.codes import ANCHOR, code_of
from logistik.core.correspondence import Event, Issued, Kept, Signed, Standing, standings
from logistik.core.movements import Move, Moved, Movement, TakenBack, moves
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
    told: Audited | Event | Movement | None = None

    @property
    def code(self) -> str:
        """The code of the entry, as people type it."""
        return code_of(self.hash)

    @property
    def subject(self) -> int | None:
        """The number of the entry of the letter or move that this one is or tells of; None if it is about neither."""
        return None if self.told is None or isinstance(self.told, Audited) else subject_of(self.told)


def subject_of(told: Event | Movement) -> int:
    """The number of the entry of the letter or move that an entry is or tells of."""
    match told:
        case Issued() | Moved():
            return told.entry
        case TakenBack():
            return told.move
    return told.letter


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
    return standings(each for each in told if isinstance(each, Event))


def moves_of(records: Iterable[Record]) -> dict[int, Move]:
    """What became of each move, by the number of its entry; what refers to no earlier one is passed over."""
    told = (record.told for record in records)
    return moves(each for each in told if isinstance(each, Movement))


class Papers(NamedTuple):
    """The files that belong to a letter or a move, each with what it is, and the inputs that were copied for it."""

    entry: int
    documents: tuple[tuple[str, Kept], ...]
    inputs: tuple[Kept, ...] = ()


def papers_of(records: Sequence[Record]) -> list[Papers]:
    """The files of every letter, its signed scans too, and of every move."""
    found = [
        Papers(
            entry,
            (
                *(("Berkas surat", file) for file in each.issued.files),
                *(("Pindaian surat", file) for file in each.scans),
            ),
            each.issued.inputs,
        )
        for entry, each in standings_of(records).items()
    ]
    moved = moves_of(records).items()
    return found + [
        Papers(entry, (("Berita acara", each.moved.file),)) for entry, each in moved if each.moved.file is not None
    ]


def files_of(record: Record) -> tuple[Kept, ...]:
    """The files that an entry names: inputs of an audit, documents of a letter, a signed scan, minutes of a move."""
    match record.told:
        case Audited(inputs=inputs):
            return inputs
        case Issued(files=files):
            return files
        case Signed(file=file) | Moved(file=file) if file:
            return (file,)
    return ()
