"""An entry of the ledger, the hash that binds it to the one before, and the links that do not hold."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from logistik.core.verification import About, Fault

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


def broken_links(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Every place where the chain does not hold, in order: missing numbers, wrong links, changed entries."""
    before, expected = GENESIS, 1
    for entry in entries:
        if entry.number < expected:
            yield _fault(entry.number, f"Catatan nomor {entry.number} tidak pada tempatnya; nomor mulai dari 1.")
            continue
        if entry.number > expected:
            gap = _numbers(expected, entry.number - 1)
            yield _fault(expected, f"Catatan nomor {gap} tidak ada: dihapus, atau nomornya diganti.")
        elif entry.previous != before:
            which = f"hash catatan nomor {expected - 1}" if expected > 1 else "64 angka nol, awal rantai"
            yield _fault(entry.number, f"Catatan nomor {entry.number} tidak menyambung: `previous` bukan {which}.")
        if not entry.is_whole:
            yield _fault(entry.number, f"Catatan nomor {entry.number} tidak cocok dengan hash-nya: isinya berubah.")
        before, expected = entry.hash, entry.number + 1


def _numbers(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} sampai {last}"


def _fault(number: int, message: str) -> Fault:
    return Fault(About.CHAIN, message, number)
