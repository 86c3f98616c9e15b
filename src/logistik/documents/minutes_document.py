"""Minutes as documents of blocks, which every format prints, and as JSON."""

import json
from dataclasses import asdict
from typing import Any

from logistik.core.wording import long_date
from logistik.documents.annexes import NOT_A_SIGNATURE
from logistik.documents.blocks import Content, Document, Head, Notice, Paper, Part, Seal
from logistik.documents.destruction import destruction_content
from logistik.documents.handover import handover_content
from logistik.documents.minutes import Standalone, sorting_content
from logistik.documents.minutes_model import SCHEMA, Leaving, Minutes, MinutesKind
from logistik.documents.regions import region_title
from logistik.documents.words import full_day

TITLES = {
    MinutesKind.SORTING: "Berita Acara Penyortiran Surat Suara",
    MinutesKind.HANDOVER: "Berita Acara Serah Terima Surat Suara",
    MinutesKind.DESTRUCTION: "Berita Acara Pemusnahan Surat Suara",
}


def minutes_document(minutes: Minutes) -> Document:
    """The minutes with letterhead and seal; a draft says why it is one."""
    content: list[Content] = [Head(minutes.form.head)]
    if minutes.doubts:
        content.append(Notice(f"DRAF: {'; '.join(minutes.doubts)}. Belum untuk ditandatangani."))
    content += [*_body(minutes), _seal(minutes)]
    return Document(
        name=minutes.name,
        title=f"{TITLES[minutes.kind]}, {region_title(minutes.region)}",
        author=minutes.form.head[0],
        parts=(Part("berita-acara", "Berita acara", tuple(content)),),
        day=minutes.day,
        draft=bool(minutes.doubts),
        footer=_footer(minutes),
        paper=Paper(minutes.form.paper),
    )


def as_json(kind: MinutesKind, audit: str, documents: tuple[Minutes, ...]) -> str:
    """All minutes of one command as the contract `logistik.minutes/1`."""
    said = {
        "schema": SCHEMA,
        "kind": kind.value,
        "audit": audit,
        "documents": [
            {
                "region": each.region._asdict(),
                "number": each.number or None,
                "date": each.day.isoformat(),
                "draft": bool(each.doubts),
                "doubts": list(each.doubts),
                "missing": [asdict(missing) for missing in each.missing],
                "rows": _rows(each),
            }
            for each in documents
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _body(minutes: Minutes) -> list[Content]:
    match minutes.kind:
        case MinutesKind.HANDOVER:
            return handover_content(minutes)
        case MinutesKind.DESTRUCTION:
            return destruction_content(minutes)
    counted = [(each.title, each.stock, each.row, each.damage) for each in minutes.counted]
    own = Standalone(minutes.number, region_title(minutes.region), minutes.city, minutes.uncounted)
    return sorting_content(minutes.form, minutes.day, counted, own)


def _seal(minutes: Minutes) -> Seal:
    said = f"Catatan ledger nomor {minutes.entry}, keadaan {full_day(minutes.as_of)}"
    return Seal((said, f"Audit {minutes.audit}"), f"logistik audit {minutes.audit}", NOT_A_SIGNATURE)


def _footer(minutes: Minutes) -> str:
    number = f"Nomor {minutes.number}, " if minutes.number else ""
    return f"{number}{long_date(minutes.day)}  |  audit {minutes.audit[:12]}  |  ledger nomor {minutes.entry}"


def _rows(minutes: Minutes) -> list[dict[str, Any]]:
    """The figures: for sorting a row a stock, for a handover one a region, for destruction one an election."""
    if minutes.kind is MinutesKind.HANDOVER:
        return [asdict(each) | {"region": each.region._asdict()} for each in minutes.needed]
    if minutes.kind is MinutesKind.DESTRUCTION:
        return [_leaving(each) for each in minutes.leaving]
    return [
        asdict(each) | {"row": asdict(each.row) | {"region": each.row.region._asdict()}} for each in minutes.counted
    ]


def _leaving(each: Leaving) -> dict[str, Any]:
    gone = [
        {
            "entry": moved.entry,
            "how": moved.way,
            "from": moved.origin,
            "sheets": moved.sheets,
            "number": moved.number,
            "date": moved.day.isoformat(),
            "to": moved.recipient or None,
        }
        for moved in each.gone
    ]
    return asdict(each) | {"gone": gone, "destroyed": each.destroyed, "usable": each.usable}
