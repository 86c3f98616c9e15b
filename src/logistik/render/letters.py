"""The issued letters as a list for people and as JSON for programs."""

import json
from collections.abc import Sequence
from typing import Any

from logistik.core.correspondence import Standing
from logistik.core.layout import Line, one_line, paragraph
from logistik.core.wording import long_date, number
from logistik.render.record_words import STATUSES, letter_document, titled

SCHEMA = "logistik.requests/1"


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
            f"{titled(issued.election, issued.stock)}, {one_line(str(issued.region))}: diminta "
            f"{number(issued.asked)}, {came}, belum datang {number(each.outstanding)} lembar."
        )
        lines += paragraph(told, width, "  ")
        lines += paragraph(f"Kode {issued.code}, catatan nomor {issued.entry}", width, "  ", "dim")
        if each.reason:
            lines += paragraph(f"Alasan: {one_line(each.reason)}", width, "  ", "dim")
    coming = sum(each.outstanding for each in letters)
    return [*lines, [], [(f"Seluruhnya belum datang: {number(coming)} lembar.", "total")]]


def as_json(letters: Sequence[Standing]) -> str:
    """The letters as JSON text, `logistik.requests/1`."""
    document = {"schema": SCHEMA, "letters": [_letter(each) for each in letters]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _letter(each: Standing) -> dict[str, Any]:
    return letter_document(each) | {
        "minutes": list(each.basts),
        "files": [kept._asdict() for kept in each.issued.files],
        "scans": [kept._asdict() for kept in each.scans],
    }
