"""What a check of the record found, as values: the ledger as a whole, a file, a code, an anchor."""

from enum import StrEnum
from typing import NamedTuple

from logistik.core.correspondence import Kept, Standing
from logistik.core.history import Head, Record
from logistik.core.movements import Move


class About(StrEnum):
    """What a fault lies in."""

    FILE = "file"
    SCHEMA = "schema"
    CHAIN = "chain"
    LETTER = "letter"
    MOVE = "move"
    DOCUMENT = "document"
    COPY = "copy"
    INPUT = "input"
    CLOCK = "clock"
    ENTRY = "entry"


class Fault(NamedTuple):
    """Something that is not as it was recorded: in what, said in one sentence, in which entry and which file."""

    about: About
    message: str
    entry: int | None = None
    path: str | None = None


class Verification(NamedTuple):
    """The check of a whole ledger. Faults break the record; notes are worth knowing and break nothing.

    `version` is that of the file's tables, 0 where it could not be read; `head` is None without a readable entry.
    """

    ledger: str
    version: int
    entries: int
    head: Head | None
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is broken."""
        return not self.faults


class Use(StrEnum):
    """As what a file is on record."""

    ISSUED = "issued"
    SIGNED = "signed"
    MOVED = "moved"
    KEPT = "kept"
    AUDITED = "audited"


class Known(NamedTuple):
    """One place of the record that names a file, by content or path; `letter` or `move` where it belongs to one."""

    use: Use
    record: Record
    file: Kept
    letter: Standing | None = None
    move: Move | None = None


class Verdict(StrEnum):
    """How a file stands to the record."""

    MATCHES = "matches"
    CHANGED = "changed"
    UNKNOWN = "unknown"


class Compared(NamedTuple):
    """A file held against the record: as it was named, its SHA-256, and what it is or once was."""

    path: str
    sha256: str
    verdict: Verdict
    known: tuple[Known, ...] = ()


class Named(NamedTuple):
    """An entry that a typed code or hash means; `letter` or `move` where it is one."""

    record: Record
    letter: Standing | None = None
    move: Move | None = None


class Answer(NamedTuple):
    """What the record says of files, of a code or of an anchor, and whether the ledger itself is whole.

    `since` counts the entries that were added after the anchor; None where it was not found, or not asked for.
    """

    ledger: Verification
    files: tuple[Compared, ...] = ()
    code: str | None = None
    named: tuple[Named, ...] = ()
    anchor: str | None = None
    since: int | None = None

    @property
    def is_affirmed(self) -> bool:
        """Whether the ledger is whole and knows everything that was asked."""
        return (
            self.ledger.is_whole
            and all(each.verdict is Verdict.MATCHES for each in self.files)
            and (self.code is None or bool(self.named))
            and (self.anchor is None or self.since is not None)
        )
