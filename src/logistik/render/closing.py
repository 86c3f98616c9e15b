"""The balance sheet for the screen and for programs: two sides that add up, and where each line comes from."""

import json
from collections.abc import Iterator
from typing import Any

from logistik.core.closing import TITLES, Closed, Closing
from logistik.core.closing import Line as Entry
from logistik.core.layout import Column, Line, paragraph, table
from logistik.core.wording import listed, long_date, number
from logistik.render.contract import finding_document
from logistik.render.record_words import titled
from logistik.render.words import MARKS, known

SCHEMA = "logistik.close/1"
_LABEL = 30


def render(closing: Closing, width: int) -> list[Line]:
    """Each stock with its two sides, its difference and its sources, then what is wrong and what to do."""
    days = (closing.last_day - closing.day).days
    when = "" if days > 0 else "; gudang harus kosong kecuali stok PSU"
    lines: list[Line] = [[("NERACA PENUTUPAN SURAT SUARA", "title")]]
    lines += paragraph(f"{closing.region}, keadaan {long_date(closing.day)}{when}", width)
    for closed in closing.balances:
        lines += [[], [(titled(closed.election, closed.stock), "head")], *_sides(closed, width), _difference(closed)]
        for line in closed.lines:
            label = f"  {TITLES[line.name]} "
            lines += paragraph(line.source, width, " " * _LABEL, "dim", first=label.ljust(_LABEL))
    if closing.uncounted:
        lines += [[], *paragraph(f"Tidak termasuk, karena tidak dihitung: {listed(closing.uncounted)}.", width)]
    return [*lines, *_findings(closing, width), [], *_next(closing, width)]


def as_json(closing: Closing) -> str:
    """The same as `logistik.close/1`."""
    document = {
        "schema": SCHEMA,
        "audit": closing.audit,
        "as_of": closing.day.isoformat(),
        "elections": [_document(closed) for closed in closing.balances],
        "findings": [finding_document(finding) for finding in closing.findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _document(closed: Closed) -> dict[str, Any]:
    return {
        "election": closed.election,
        "stock": closed.stock,
        "lines": [line._asdict() for line in closed.lines],
        "difference": closed.difference,
    }


def _sides(closed: Closed, width: int) -> list[Line]:
    columns = (
        Column(("Masuk",), is_text=True),
        Column(("Lembar",)),
        Column(("Keluar dan masih ada",), is_text=True),
        Column(("Lembar",)),
    )
    rows = [[*_side(line), *_side(other)] for line, other in closed.rows]
    total = ["Jumlah", known(closed.came), "Jumlah", known(closed.told)]
    return table(columns, [*rows, total], width, totals=1)


def _side(line: Entry | None) -> tuple[str, str]:
    return (TITLES[line.name], known(line.sheets)) if line else ("", "")


def _difference(closed: Closed) -> Line:
    """What the two sides differ by, in words."""
    if closed.difference is None:
        return [("Selisih belum diketahui", "error")]
    if not closed.difference:
        return [("Selisih 0: neraca tertutup", "total")]
    more = "masuk" if closed.difference > 0 else "keluar dan masih ada"
    return [(f"Selisih {number(abs(closed.difference))} lembar, lebih banyak di sisi {more}", "error")]


def _findings(closing: Closing, width: int) -> Iterator[Line]:
    for finding in closing.findings:
        place = f"  {finding.location}" if finding.location else ""
        yield []
        yield [(f"{MARKS[finding.severity]} {finding.code}", finding.severity.value), (place, "place")]
        yield from paragraph(finding.message, width, "  ")
        yield from paragraph(finding.hint, width, "    ", "dim", first="  > ")


def _next(closing: Closing, width: int) -> list[Line]:
    """The next step: mend what is wrong, destroy what is left over, or sign."""
    if closing.findings:
        step = f"penjelasan temuan: logistik rule {closing.findings[0].code}"
    elif not closing.is_closed:
        step = "periksa sumber setiap angka, lalu jalankan logistik close lagi"
    elif any(closed.still_there for closed in closing.balances):
        step = f"gudang harus kosong mulai {long_date(closing.last_day)}: logistik minutes destruction"
    else:
        step = "cetak untuk ditandatangani: logistik close -o neraca.pdf"
    return paragraph(f"Langkah berikut: {step}", width)
