"""Entries that tell of letters and of sheets that left, held against themselves and against each other."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from logistik.core.codes import code_of, plain_code
from logistik.core.correspondence import Event, Issued
from logistik.core.history import Audited, Record, subject_of
from logistik.core.movements import Moved, Movement, TakenBack
from logistik.core.verification import About, Fault
from logistik.ledger.chain import Entry
from logistik.services import letters, movements
from logistik.services.clock import is_earlier, said_backwards
from logistik.services.letters import content_hash
from logistik.services.record import AUDIT


class _Story(NamedTuple):
    """What several entries tell of one thing, and how that is called."""

    about: About
    name: str


_LETTER, _MOVE = _Story(About.LETTER, "surat"), _Story(About.MOVE, "pengeluaran")
_STORIES = dict.fromkeys(letters.KINDS, _LETTER) | dict.fromkeys(movements.KINDS, _MOVE)


def entry_faults(entries: Sequence[Entry], records: Sequence[Record]) -> Iterator[Fault]:
    """Letters and moves that cannot be read, that are not what they say of themselves, or that refer to nothing.

    `records` are the entries as read, in the same order.
    """
    audits: set[str] = set()
    begun: dict[About, set[int]] = {About.LETTER: set(), About.MOVE: set()}
    ended: set[int] = set()
    for entry, each in zip(entries, records, strict=True):
        if each.kind == AUDIT:
            audits.add(each.hash)
        story, told = _STORIES.get(each.kind), each.told
        if story is None or isinstance(told, Audited):
            continue
        if told is None:
            yield _fault(story, each, f"isinya tentang {story.name} tidak dapat dibaca")
        elif isinstance(told, Issued | Moved):
            begun[story.about].add(each.number)
            yield from _own_faults(entry, each)
            if told.audit not in audits:
                yield _fault(story, each, f"menyebut audit {told.audit[:12]}, yang tidak ada sebelumnya")
        else:
            yield from _reference_faults(story, each, told, begun[story.about], ended)


def _reference_faults(
    story: _Story, each: Record, told: Event | Movement, begun: set[int], ended: set[int]
) -> Iterator[Fault]:
    """An entry that refers to nothing before it, or takes back what was taken back already."""
    subject = subject_of(told)
    if subject not in begun:
        said = f"menyebut {story.name} di catatan nomor {subject}, yang tidak ada atau bukan {story.name}"
        yield _fault(story, each, said)
    elif isinstance(told, TakenBack):
        if subject in ended:
            yield _fault(story, each, f"membatalkan pengeluaran di catatan nomor {subject}, yang sudah dibatalkan")
        ended.add(subject)


def entry_notes(records: Sequence[Record]) -> Iterator[Fault]:
    """What is worth knowing of the entries and breaks nothing: a clock that went back, kinds that we do not know."""
    for before, each in pairwise(records):
        if is_earlier(each, before):
            yield Fault(About.CLOCK, f"Jam mundur: {said_backwards(each, before)}.", each.number)
    for each in records:
        if each.told is None and each.kind not in _STORIES:
            what = "Isi audit" if each.kind == AUDIT else f"Catatan jenis '{each.kind}'"
            said = f"{what} di catatan nomor {each.number} tidak dikenal oleh versi logistik ini."
            yield Fault(About.ENTRY, said, each.number)


def _own_faults(entry: Entry, each: Record) -> Iterator[Fault]:
    """A letter whose content is not what its hash and code say."""
    told = each.told
    if not isinstance(told, Issued):
        return
    content = content_hash(json.loads(entry.payload)["letter"])
    if told.content != content:
        yield _fault(_LETTER, each, "isi surat tidak cocok dengan hash isinya")
    if plain_code(told.code) != plain_code(code_of(content)):
        yield _fault(_LETTER, each, f"kode {told.code} bukan kode isinya ({code_of(content)})")


def _fault(story: _Story, each: Record, said: str) -> Fault:
    return Fault(story.about, f"Catatan nomor {each.number}: {said}.", each.number)
