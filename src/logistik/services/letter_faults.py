"""Entries that tell of letters, held against themselves and against each other."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise

from logistik.core.codes import code_of, plain_code
from logistik.core.correspondence import Issued
from logistik.core.history import Audited, Record
from logistik.core.verification import About, Fault
from logistik.ledger.chain import Entry
from logistik.services.clock import is_earlier, said_backwards
from logistik.services.letters import KINDS, content_hash
from logistik.services.record import AUDIT


def letter_faults(entries: Sequence[Entry], records: Sequence[Record]) -> Iterator[Fault]:
    """Letters that cannot be read, whose content is not what their hash and code say, or that refer to nothing.

    `records` are the entries as read, in the same order.
    """
    audits: set[str] = set()
    letters: set[int] = set()
    for entry, each in zip(entries, records, strict=True):
        told = each.told
        if each.kind == AUDIT:
            audits.add(each.hash)
        elif each.kind in KINDS and told is None:
            yield _fault(each, "isinya tentang surat tidak dapat dibaca")
        elif isinstance(told, Issued):
            letters.add(each.number)
            yield from _own_faults(entry, each, told)
            if told.audit not in audits:
                yield _fault(each, f"menyebut audit {str(told.audit)[:12]}, yang tidak ada sebelumnya")
        elif told is not None and not isinstance(told, Audited) and told.letter not in letters:
            yield _fault(each, f"menyebut surat di catatan nomor {told.letter}, yang tidak ada atau bukan surat")


def entry_notes(records: Sequence[Record]) -> Iterator[Fault]:
    """What is worth knowing of the entries and breaks nothing: a clock that went back, kinds that we do not know."""
    for before, each in pairwise(records):
        if is_earlier(each, before):
            yield Fault(About.CLOCK, f"Jam mundur: {said_backwards(each, before)}.", each.number)
    for each in records:
        if each.told is None and each.kind not in KINDS:
            what = "Isi audit" if each.kind == AUDIT else f"Catatan jenis '{each.kind}'"
            said = f"{what} di catatan nomor {each.number} tidak dikenal oleh versi logistik ini."
            yield Fault(About.ENTRY, said, each.number)


def _own_faults(entry: Entry, each: Record, told: Issued) -> Iterator[Fault]:
    content = content_hash(json.loads(entry.payload)["letter"])
    if told.content != content:
        yield _fault(each, "isi surat tidak cocok dengan hash isinya")
    if plain_code(str(told.code)) != plain_code(code_of(content)):
        yield _fault(each, f"kode {told.code} bukan kode isinya ({code_of(content)})")


def _fault(each: Record, said: str) -> Fault:
    return Fault(About.LETTER, f"Catatan nomor {each.number}: {said}.", each.number)
