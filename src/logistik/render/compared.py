"""Two audits side by side: inputs, figures that changed, and findings that are new, stayed or are gone."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from logistik.core.balances import Balance
from logistik.core.comparison import Change, Comparison, Fate, Followed, InputFate
from logistik.core.findings import Finding
from logistik.core.history import Audited, Record
from logistik.core.layout import Column, Line, one_line, paragraph, table
from logistik.core.vocabulary import FIGURE_TITLES, LEVEL_TITLES, Level
from logistik.core.wording import listed, long_date, number
from logistik.render.contract import finding_document, region_document
from logistik.render.record_words import counts_of, fact, moment, record_document, titled
from logistik.render.words import MARKS, known

_FATES = {
    Fate.NEW: ("BARU", "error"),
    Fate.COUNTED_AGAIN: ("DIHITUNG LAGI", "error"),
    Fate.RESOLVED: ("SELESAI", "info"),
    Fate.SET_ASIDE: ("DIKESAMPINGKAN", "warning"),
    Fate.SAME: ("TETAP", "dim"),
}
"""In the order in which they are shown: what is to be done first."""

_COLUMNS = (
    Column(("Wilayah",), is_text=True),
    Column(("Pemilihan",), is_text=True),
    Column(("Hitungan",), is_text=True),
    Column(("Sebelum",)),
    Column(("Sesudah",)),
    Column(("Selisih",), style="ask"),
)


def render(before: Record, after: Record, comparison: Comparison, level: Level, width: int) -> list[Line]:
    """The comparison in lines of at most `width` columns; figures of regions down to `level`."""
    lines: list[Line] = [[("PERUBAHAN ANTARA DUA AUDIT", "title")]]
    for label, record in (("Sebelum", before), ("Sesudah", after)):
        lines += fact(label, _audit(record), width)
    lines += fact("Masukan", _inputs(comparison.inputs), width)
    lines += _figures(comparison, level, width)
    lines += _findings(comparison, width)
    return [*lines, [], *paragraph(f"Langkah berikut: logistik show {after.number}", width)]


def as_json(before: Record, after: Record, comparison: Comparison) -> str:
    """The comparison as `logistik.diff/1`: figures of every level, findings by what became of them."""
    document = {
        "schema": "logistik.diff/1",
        "before": record_document(before),
        "after": record_document(after),
        "inputs": [each._asdict() for each in comparison.inputs],
        "balances": [_change(change) for change in comparison.changes],
        "appeared": [_subject(each) for each in comparison.appeared],
        "vanished": [_subject(each) for each in comparison.vanished],
        "findings": [_followed(each) for each in comparison.findings],
        "summary": {fate.value: len(comparison.of(fate)) for fate in Fate},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _audit(record: Record) -> str:
    told = record.told
    said = f"; per {long_date(told.as_of)}; {counts_of(told)}" if isinstance(told, Audited) else ""
    return f"catatan nomor {record.number}, {moment(record.recorded_at)}, audit {record.hash[:12]}{said}"


def _inputs(inputs: Sequence[InputFate]) -> str:
    groups = (
        ("berubah", [each.path for each in inputs if each.before and each.after and each.before != each.after]),
        ("baru", [each.path for each in inputs if each.before is None]),
        ("tidak dipakai lagi", [each.path for each in inputs if each.after is None]),
        ("tetap", [each.path for each in inputs if each.before == each.after]),
    )
    return "; ".join(f"{what}: {listed(paths, most=8)}" for what, paths in groups if paths)


def _figures(comparison: Comparison, level: Level, width: int) -> list[Line]:
    shown = [each for each in comparison.changes if each.region.level.depth <= level.depth]
    lines: list[Line] = [[], [("Hitungan yang berubah", "title")]]
    if shown:
        lines += table(_COLUMNS, list(_rows(shown)), width)
    else:
        lines += paragraph("Tidak ada.", width)
    for what, balances in (("Baru di audit ini", comparison.appeared), ("Tidak ada lagi", comparison.vanished)):
        names = [
            f"{one_line(str(each.region))} ({titled(each.election, each.stock)})"
            for each in balances
            if each.region.level.depth <= level.depth
        ]
        lines += paragraph(f"{what}: {listed(names, most=8)}.", width) if names else []
    below = len(comparison.changes) - len(shown)
    if below:
        deepest = max((each.region.level for each in comparison.changes), key=lambda each: each.depth)
        name = LEVEL_TITLES[deepest].replace("Nomor ", "")
        said = f"Dan {number(below)} perubahan di tingkat yang lebih rendah, sampai {name}: --level {deepest.value}"
        lines += paragraph(said, width, style="dim")
    return lines


def _rows(changes: Iterable[Change]) -> Iterable[list[str]]:
    last: tuple[object, ...] = ()
    for change in changes:
        subject = (change.region, change.election, change.stock)
        where = [one_line(str(change.region)), titled(change.election, change.stock)] if subject != last else ["", ""]
        last = subject
        yield [
            *where,
            FIGURE_TITLES[change.figure],
            known(change.before),
            known(change.after),
            _signed(change.difference),
        ]


def _signed(value: int | None) -> str:
    return known(value) if value is None or value <= 0 else f"+{number(value)}"


def _findings(comparison: Comparison, width: int) -> list[Line]:
    counts = listed(
        [
            f"{number(len(found))} {title.lower()}"
            for fate, (title, _) in _FATES.items()
            if (found := comparison.of(fate))
        ]
    )
    lines: list[Line] = [[], [("Temuan", "title")]]
    lines += paragraph(f"{counts}." if counts else "Tidak ada temuan di kedua audit.", width)
    longest = max((len(_FATES[each.fate][0]) for each in comparison.findings), default=0)
    for fate, (title, style) in _FATES.items():
        for each in comparison.of(fate):
            finding = each.finding
            place = one_line(str(finding.location)) if finding.location else ""
            said = f"{MARKS[finding.severity]} {finding.code}"
            lines.append([(title.ljust(longest), style), (f"  {said}", ""), (f"  {place}", "place")])
            if fate is not Fate.SAME or _is_reworded(each):
                lines += paragraph(one_line(finding.message), width, "  ")
    return lines


def _is_reworded(each: Followed) -> bool:
    """Whether a finding that stayed says something else now."""
    return each.before is not None and each.after is not None and each.before.message != each.after.message


def _subject(each: Balance | Change) -> dict[str, Any]:
    return {"region": region_document(each.region), "election": each.election, "stock": each.stock}


def _change(change: Change) -> dict[str, Any]:
    return _subject(change) | {
        "figure": change.figure,
        "before": change.before,
        "after": change.after,
        "difference": change.difference,
    }


def _followed(each: Followed) -> dict[str, Any]:
    return {"fate": each.fate.value, "before": _finding(each.before), "after": _finding(each.after)}


def _finding(finding: Finding | None) -> dict[str, Any] | None:
    return finding_document(finding) if finding else None
