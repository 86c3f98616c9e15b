"""What the check of the record found: the whole ledger, files, a code, an anchor."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from logistik.core.history import Audited, Head
from logistik.core.layout import Line, one_line, paragraph
from logistik.core.movements import Move
from logistik.core.verification import Answer, Compared, Fault, Known, Named, Use, Verdict, Verification
from logistik.core.wording import listed, long_date, number
from logistik.render.record_words import (
    counts_of,
    fact,
    head_document,
    kind_title,
    letter_document,
    letter_facts,
    letter_name,
    moment,
    move_document,
    move_facts,
    move_name,
    record_document,
)

SCHEMA = "logistik.verify/1"
_CHECKED = (
    "berkas basis data, tabel dan trigger, rantai hash, isi surat, berkas surat, pindaian, berita acara, dan salinannya"
)
_USES = {
    Use.ISSUED: "berkas surat",
    Use.SIGNED: "pindaian yang ditandatangani",
    Use.MOVED: "berita acara",
    Use.KEPT: "masukan yang menjadi dasar surat",
    Use.AUDITED: "masukan audit",
}
_VERDICTS = {
    Verdict.MATCHES: ("COCOK", "info"),
    Verdict.CHANGED: ("BERUBAH", "error"),
    Verdict.UNKNOWN: ("TIDAK DIKENAL", "error"),
}


def whole(found: Verification, width: int) -> list[Line]:
    """The check of a whole ledger: every fault, every note, and the anchor where the chain is to be believed."""
    title = "LEDGER UTUH" if found.is_whole else f"LEDGER TIDAK UTUH: {number(len(found.faults))} kesalahan"
    lines: list[Line] = [[(title, "title" if found.is_whole else "error")]]
    lines += fact("Ledger", f"{found.ledger}, versi tabel {found.version}, {number(found.entries)} catatan", width)
    lines += fact("Diperiksa", _CHECKED, width)
    lines += _listed("RUSAK", found.faults, "error", width)
    lines += _listed("INFO", found.notes, "info", width)
    if not found.is_whole:
        step = "jangan ubah apa pun; salin folder .logistik sebagai bukti, lalu bandingkan dengan cadangan terakhir"
        return [*lines, [], *paragraph(f"Langkah berikut: {step}", width)]
    if found.head:
        lines += [[], *_anchor(found.head, width)]
    return [*lines, *paragraph("Langkah berikut: logistik backup cadangan.zip", width)]


def answer(said: Answer, width: int) -> list[Line]:
    """What the record says of files, of a code, or of an anchor."""
    lines: list[Line] = []
    for each in said.files:
        lines += _file(each, width)
    if said.code is not None:
        lines += _code(said.code, said.named, width)
    if said.anchor is not None:
        lines += _since(said, width)
    if said.ledger.faults:
        lines.append([])
        faults = number(len(said.ledger.faults))
        warning = f"Ledger sendiri tidak utuh ({faults} kesalahan), jadi jawaban ini tidak dapat dipercaya."
        lines += paragraph(warning, width, style="error")
        lines += paragraph("Langkah berikut: logistik verify", width)
    return lines


def as_json(found: Verification | Answer) -> str:
    """A check or an answer as `logistik.verify/1`."""
    if isinstance(found, Verification):
        document = {"schema": SCHEMA, "affirmed": found.is_whole, "ledger": _ledger(found)}
    else:
        document = {
            "schema": SCHEMA,
            "affirmed": found.is_affirmed,
            "ledger": _ledger(found.ledger),
            "files": [_compared(each) for each in found.files],
            "code": found.code,
            "anchor": found.anchor,
            "matches": [_named(each) for each in found.named],
            "added_since": found.since,
        }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _listed(mark: str, faults: Sequence[Fault], style: str, width: int) -> list[Line]:
    lines: list[Line] = [[]] if faults else []
    for fault in faults:
        first, *rest = paragraph(one_line(fault.message), width - len(mark) - 2)
        lines.append([(mark, style), ("  ", ""), *first])
        lines += [[(" " * (len(mark) + 2), ""), *line] for line in rest]
    return lines


def _anchor(head: Head, width: int) -> list[Line]:
    said = (
        f"Bawaslu dapat mencatat kode ini. Kelak perintah berikut menunjukkan apakah semua catatan sampai nomor "
        f"{head.number} masih sama:"
    )
    return [
        [("Jangkar     ", ""), (head.anchor, "title"), (f"  (catatan nomor {head.number})", "")],
        *paragraph(said, width, " " * 12),
        [(f"{' ' * 12}logistik verify --anchor {head.anchor}", "")],
    ]


def _file(each: Compared, width: int) -> list[Line]:
    title, style = _VERDICTS[each.verdict]
    lines: list[Line] = [[(title, style), (f"  {one_line(each.path)}", "")]]
    if each.verdict is Verdict.UNKNOWN:
        return lines + paragraph(f"tidak ada catatan tentang isi ini (SHA-256 {each.sha256[:12]}).", width, "  ")
    if each.verdict is Verdict.CHANGED:
        recorded = listed(list(dict.fromkeys(known.file.sha256[:12] for known in each.known)))
        said = f"isinya bukan yang tercatat: SHA-256 {each.sha256[:12]}, yang tercatat {recorded}."
        lines += paragraph(said, width, "  ", "error")
    for text in _uses(each.known):
        lines += paragraph(one_line(text), width, "  ")
    return lines


def _uses(known: Iterable[Known]) -> Iterable[str]:
    """A line for each letter and move, and one for all audits that read the same file."""
    audits: dict[str, list[str]] = {}
    for each in known:
        file, place = f"{_USES[each.use]} {each.file.path}", f"(catatan nomor {each.record.number})"
        if each.letter:
            yield f"{file}: {letter_name(each.letter)} {place}"
        elif each.move:
            yield f"{file}: {move_name(each.move.moved)} {place}"
        else:
            audits.setdefault(file, []).append(str(each.record.number))
    yield from (f"{what} (catatan nomor {listed(numbers)})" for what, numbers in audits.items())


def _code(code: str, named: Sequence[Named], width: int) -> list[Line]:
    if not named:
        return [
            [("TIDAK DIKENAL", "error"), (f"  {one_line(code)}", "")],
            *paragraph("tidak ada surat atau catatan dengan kode ini di ledger.", width, "  "),
        ]
    lines: list[Line] = []
    for each in named:
        record, told = each.record, each.record.told
        what = f"Catatan nomor {record.number}: {kind_title(record.kind)}, {moment(record.recorded_at)}"
        lines += [[(what, "title")]]
        if each.letter:
            lines += letter_facts(each.letter, width)
        elif each.move:
            lines += move_facts(each.move, width)
        elif isinstance(told, Audited):
            lines += fact("Per", long_date(told.as_of), width)
            lines += fact("Masukan", listed([file.path for file in told.inputs], most=8), width)
            lines += fact("Hasil", counts_of(told), width)
        lines += fact("Hash", record.hash, width)
    return [*lines, [], *paragraph("Bandingkan dengan kertasnya: setiap nama, tanggal, dan angka harus sama.", width)]


def _since(said: Answer, width: int) -> list[Line]:
    if said.since is None:
        why = "Tidak ada catatan dengan jangkar ini: catatan di akhir dihapus, atau ledger dibuat ulang."
        return [[("JANGKAR TIDAK COCOK", "error")], *paragraph(why, width, "  ")]
    record = said.named[0].record
    added = f"sesudahnya bertambah {number(said.since)} catatan" if said.since else "belum ada catatan sesudahnya"
    text = f"Catatan nomor {record.number} ({moment(record.recorded_at)}) masih sama; {added}."
    return [[("JANGKAR COCOK", "info")], *paragraph(text, width, "  ")]


def _ledger(found: Verification) -> dict[str, Any]:
    return {
        "path": found.ledger,
        "version": found.version,
        "entries": found.entries,
        "whole": found.is_whole,
        "faults": [fault._asdict() for fault in found.faults],
        "notes": [note._asdict() for note in found.notes],
        "anchor": head_document(found.head if found.is_whole else None),
    }


def _compared(each: Compared) -> dict[str, Any]:
    return {
        "path": each.path,
        "sha256": each.sha256,
        "verdict": each.verdict,
        "known": [
            {
                "as": known.use,
                "entry": known.record.number,
                "path": known.file.path,
                "sha256": known.file.sha256,
                "letter": letter_document(known.letter) if known.letter else None,
                "move": _move(known.move),
            }
            for known in each.known
        ],
    }


def _named(each: Named) -> dict[str, Any]:
    return record_document(each.record) | {
        "standing": letter_document(each.letter) if each.letter else None,
        "taken_back": each.move.reason or None if each.move else None,
    }


def _move(move: Move | None) -> dict[str, Any] | None:
    return None if move is None else move_document(move.moved) | {"taken_back": move.reason or None}
