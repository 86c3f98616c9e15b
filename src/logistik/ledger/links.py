"""The links of the chain that do not hold."""

from collections.abc import Iterable, Iterator

from logistik.core.verification import About, Fault
from logistik.ledger.chain import GENESIS, Entry


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
