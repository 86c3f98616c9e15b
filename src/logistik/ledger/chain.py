"""An entry of the ledger, and the hash that binds it to the one before."""

from hashlib import sha256
from typing import NamedTuple

GENESIS = "0" * 64
"""The hash that the first entry names as the one before it."""


class Entry(NamedTuple):
    """One record: its number from 1, when it was made, what it is, its JSON, and its place in the chain."""

    number: int
    recorded_at: str
    kind: str
    payload: str
    previous: str
    hash: str

    @property
    def short_hash(self) -> str:
        """The first twelve digits of the hash, as letters print it."""
        return self.hash[:12]

    @property
    def is_whole(self) -> bool:
        """Whether the entry is what its own hash says."""
        return self.hash == chain_hash(*self[:5])


def chain_hash(number: int, recorded_at: str, kind: str, payload: str, previous: str) -> str:
    """SHA-256 over the entry's five values, each on a line of its own; the payload is one line of JSON."""
    text = "\n".join((str(number), recorded_at, kind, previous, payload))
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
