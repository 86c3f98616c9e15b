"""The entries of the ledger as a list, the newest last, as a register is kept."""

import json
from collections.abc import Iterator, Mapping, Sequence

from logistik.core.correspondence import Cancelled, Issued, Kept, Received, Signed, Standing
from logistik.core.history import Audited, Head, Record, moves_of, standings_of
from logistik.core.layout import Line, one_line, paragraph
from logistik.core.movements import Move, Moved, TakenBack
from logistik.core.wording import listed, number
from logistik.render.record_words import (
    UNREADABLE,
    counts_of,
    head_document,
    kind_title,
    letter_name,
    moment,
    move_name,
    record_document,
)

_INDENT = " " * 6


def render(records: Sequence[Record], head: Head | None, width: int) -> list[Line]:
    """Each entry with its number, moment and kind, and under that what it says."""
    letters, moves = standings_of(records), moves_of(records)
    lines: list[Line] = [[("CATATAN LEDGER", "title")], []]
    for record in records:
        lines.append(
            [
                (f"{record.number:>4}  ", "head"),
                (f"{moment(record.recorded_at)}  ", ""),
                (kind_title(record.kind), "title"),
                (f"  {record.hash[:12]}", "dim"),
            ]
        )
        for text in _said(record, letters, moves):
            lines += paragraph(one_line(text), width, _INDENT)
    if head:
        lines.append([])
        lines += paragraph(f"{number(len(records))} catatan. Jangkar catatan nomor {head.number}: {head.anchor}", width)
        lines += paragraph(f"Langkah berikut: logistik show {head.number}", width)
    else:
        lines += paragraph("Belum ada catatan. Langkah berikut: logistik audit gudang.xlsx", width)
    return lines


def as_json(records: Sequence[Record], head: Head | None) -> str:
    """The same as `logistik.log/1`."""
    document = {
        "schema": "logistik.log/1",
        "entries": [record_document(record) for record in records],
        "anchor": head_document(head),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _said(record: Record, letters: Mapping[int, Standing], moves: Mapping[int, Move]) -> Iterator[str]:
    match record.told:
        case None:
            yield UNREADABLE
        case Audited(inputs=inputs) as told:
            yield _files(inputs)
            yield counts_of(told)
        case Issued(recipient=recipient, files=files):
            yield letter_name(letters[record.number])
            yield f"kepada {recipient}"
            yield _files(files)
        case Signed(letter, said, _, file):
            yield _letter(letters, letter)
            yield f"nomor {said or 'tetap'}" + (f", pindaian {file.path}" if file else ", tanpa pindaian")
        case Received(letter, good, damaged, bast):
            yield _letter(letters, letter)
            yield f"datang {number(good)} lembar baik dan {number(damaged)} rusak, BAST {bast}"
        case Cancelled(letter, why):
            yield _letter(letters, letter)
            yield f"alasan: {why}"
        case Moved(entry, file=file) as moved:
            yield move_name(moved) + (" (dibatalkan)" if moves[entry].reason else "")
            yield _files([file] if file else [])
        case TakenBack(move, why):
            left = move_name(moves[move].moved) if move in moves else "pengeluaran yang tidak ada"
            yield f"{left} (catatan nomor {move})"
            yield f"alasan: {why}"


def _files(files: Sequence[Kept]) -> str:
    return listed([file.path for file in files], most=8) or "tanpa berkas"


def _letter(letters: Mapping[int, Standing], letter: int) -> str:
    told = letter_name(letters[letter]) if letter in letters else "surat yang tidak ada"
    return f"{told} (catatan nomor {letter})"
