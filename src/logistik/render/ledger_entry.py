"""One entry of the ledger in full: its place in the chain, then what it records."""

import json
from collections.abc import Sequence

from logistik.core.correspondence import Cancelled, Issued, Received, Signed, Standing
from logistik.core.history import Record
from logistik.core.layout import Line
from logistik.core.movements import Move, Moved, TakenBack
from logistik.core.verification import Named
from logistik.core.wording import long_date, number
from logistik.render.record_words import (
    UNREADABLE,
    fact,
    file_lines,
    kind_title,
    letter_facts,
    letter_name,
    moment,
    move_facts,
    move_name,
)


def head(record: Record, tool: str, width: int) -> list[Line]:
    """What binds an entry: number, moment, hash, the hash before it, and the version that wrote it."""
    lines: list[Line] = [[(f"CATATAN NOMOR {record.number}: {kind_title(record.kind).upper()}", "title")]]
    facts = [
        ("Dicatat", record.recorded_at),
        ("Oleh", tool),
        ("Kode", record.code),
        ("Hash", record.hash),
        ("Sebelumnya", record.previous),
    ]
    return lines + [line for label, text in facts if text for line in fact(label, text, width)]


def story(named: Named, others: Sequence[Record], width: int) -> list[Line]:
    """What an entry on a letter or a move says, that itself, and everything else that was recorded of it."""
    lines: list[Line] = [[]]
    record, standing, move = named
    told = record.told
    if isinstance(told, Issued):
        lines += letter_facts(standing or Standing(told, told.number, told.day), width)
        lines += file_lines("Berkas", told.files, width)
        lines += file_lines("Masukan", told.inputs, width)
    elif isinstance(told, Moved):
        lines += move_facts(move or Move(told), width)
        lines += file_lines("Berkas", [told.file] if told.file else [], width)
    else:
        lines += _event(record, width)
        if standing:
            lines += fact("Tentang", f"{letter_name(standing)} (catatan nomor {standing.issued.entry})", width)
        if move:
            lines += fact("Tentang", f"{move_name(move.moved)} (catatan nomor {move.moved.entry})", width)
    for other in others:
        lines += [[], [(f"Catatan nomor {other.number}: {kind_title(other.kind)}", "head")]]
        lines += fact("Dicatat", moment(other.recorded_at), width)
        lines += _event(other, width)
    return lines


def as_json(record: Record, payload: str) -> str:
    """The entry as `logistik.entry/1`, its payload as it is kept."""
    document = {
        "schema": "logistik.entry/1",
        "number": record.number,
        "recorded_at": record.recorded_at,
        "kind": record.kind,
        "previous": record.previous,
        "hash": record.hash,
        "payload": _parsed(payload),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _event(record: Record, width: int) -> list[Line]:
    match record.told:
        case Signed(_, said, day, file):
            lines = fact("Nomor", said or "tidak disebut", width)
            lines += fact("Tanggal", long_date(day), width) if day else []
            return lines + (file_lines("Pindaian", [file], width) if file else [])
        case Received(_, good, damaged, bast, day):
            lines = fact("Datang", f"{number(good)} lembar baik, {number(damaged)} lembar rusak", width)
            return lines + fact("BAST", bast + (f", {long_date(day)}" if day else ""), width)
        case Cancelled(_, why) | TakenBack(_, why):
            return fact("Alasan", why, width)
        case Issued() as issued:
            return fact("Surat", letter_name(Standing(issued, issued.number, issued.day)), width)
        case Moved() as moved:
            return fact("Keluar", move_name(moved), width)
    return fact("Isi", UNREADABLE, width)


def _parsed(payload: str) -> object:
    try:
        return json.loads(payload)
    except ValueError:
        return payload
