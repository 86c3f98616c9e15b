"""The issued letters as a table for people and as JSON for programs."""

import json
from collections.abc import Sequence
from typing import Any

from logistik.core.correspondence import Standing, Status
from logistik.core.layout import Line, one_line, paragraph
from logistik.core.vocabulary import Stock
from logistik.core.wording import number
from logistik.render.words import long_date, short_title

SCHEMA = "logistik.requests/1"
STATUSES = {
    Status.OPEN: "terbuka",
    Status.PARTLY_MET: "terpenuhi sebagian",
    Status.MET: "terpenuhi",
    Status.CANCELLED: "dibatalkan",
}


def as_lines(letters: Sequence[Standing], width: int) -> list[Line]:
    """The letters in the order in which they were issued; a number is never shortened, since it has to be typed."""
    if not letters:
        return [[("Belum ada surat yang dikeluarkan.", "")]]
    lines: list[Line] = []
    for each in letters:
        issued = each.issued
        style = "ask" if each.outstanding else "dim" if each.reason else ""
        day = f", {long_date(each.day)}" if each.day else ""
        head = f"{one_line(each.number) or 'belum bernomor'}{day}  "
        lines.append([(head, "title"), (STATUSES[each.status].upper(), style)])
        came = f"datang {number(each.good)} baik dan {number(each.damaged)} rusak"
        told = (
            f"{election(each)}, {one_line(str(issued.region))}: diminta {number(issued.asked)}, {came}, "
            f"belum datang {number(each.outstanding)} lembar."
        )
        lines += paragraph(told, width, "  ")
        lines += paragraph(f"Kode {issued.code}, catatan nomor {issued.entry}", width, "  ", "dim")
        if each.reason:
            lines += paragraph(f"Alasan: {one_line(each.reason)}", width, "  ", "dim")
    coming = sum(each.outstanding for each in letters)
    return [*lines, [], [(f"Seluruhnya belum datang: {number(coming)} lembar.", "total")]]


def election(letter: Standing) -> str:
    """What a letter is for: `Wali Kota`, `Wali Kota (PSU)`."""
    title = short_title(letter.issued.election)
    return f"{title} (PSU)" if letter.issued.stock is Stock.REVOTE else title


def facts(letter: Standing) -> list[tuple[str, str]]:
    """What the record says of a letter, as pairs to be compared with the paper."""
    issued = letter.issued
    return [
        ("Nomor", letter.number or "belum dicatat"),
        ("Tanggal", long_date(letter.day) if letter.day else "belum dicatat"),
        ("Kode", issued.code),
        ("Pemilihan", election(letter)),
        ("Wilayah", str(issued.region)),
        ("Kepada", issued.recipient),
        ("Diminta", f"{number(issued.asked)} lembar"),
        ("Datang", f"{number(letter.good)} baik, {number(letter.damaged)} rusak"),
        ("Belum datang", f"{number(letter.outstanding)} lembar"),
        ("Keadaan", STATUSES[letter.status] + (f": {letter.reason}" if letter.reason else "")),
        ("Audit", issued.audit),
    ]


def as_json(letters: Sequence[Standing]) -> str:
    """The letters as JSON text, `logistik.requests/1`."""
    document = {"schema": SCHEMA, "letters": [_letter(each) for each in letters]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _letter(each: Standing) -> dict[str, Any]:
    issued = each.issued
    return {
        "entry": issued.entry,
        "code": issued.code,
        "number": each.number or None,
        "date": each.day.isoformat() if each.day else None,
        "election": issued.election,
        "stock": issued.stock,
        "region": issued.region._asdict(),
        "to": issued.recipient,
        "asked": issued.asked,
        "good": each.good,
        "damaged": each.damaged,
        "outstanding": each.outstanding,
        "status": each.status,
        "minutes": list(each.basts),
        "files": [kept._asdict() for kept in issued.files],
        "scans": [kept._asdict() for kept in each.scans],
        "reason": each.reason or None,
        "audit": issued.audit,
    }
