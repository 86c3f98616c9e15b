"""Words of the record that several outputs share: what an entry is, when it was made, where a letter stands."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from logistik.core.codes import code_of
from logistik.core.correspondence import Issued, Kept, Standing, Status
from logistik.core.history import Audited, Head, Record
from logistik.core.layout import Line, one_line, paragraph
from logistik.core.movements import ORIGIN_TITLES, WAY_TITLES, Move, Moved
from logistik.core.vocabulary import Stock
from logistik.core.wording import long_date, number
from logistik.render.words import known, short_title

KINDS = {
    "audit": "audit",
    "issue": "surat keluar",
    "sign": "nomor dan tanda tangan",
    "receive": "penerimaan",
    "cancel": "pembatalan",
    "move": "pengeluaran stok",
    "unmove": "pembatalan pengeluaran",
}
STATUSES = {
    Status.OPEN: "terbuka",
    Status.PARTLY_MET: "terpenuhi sebagian",
    Status.MET: "terpenuhi",
    Status.CANCELLED: "dibatalkan",
}
UNREADABLE = "isinya tidak dikenal oleh versi logistik ini"
_LABEL = 12


def moment(recorded_at: str) -> str:
    """When an entry was made, on the clock of the office: `2024-11-13 08:30:15`."""
    return one_line(recorded_at[:19].replace("T", " "))


def kind_title(kind: str) -> str:
    """What an entry is, in words."""
    return KINDS.get(kind, one_line(kind))


def fact(label: str, text: str, width: int, style: str = "") -> list[Line]:
    """A label and what it says, broken into lines under each other."""
    return paragraph(one_line(text), width, " " * _LABEL, style, first=label.ljust(_LABEL))


def titled(election: str, stock: Stock) -> str:
    """An election and, where it is not that of voting day, its stock: `Wali Kota (PSU)`."""
    return short_title(election) + (" (PSU)" if stock is Stock.REVOTE else "")


def letter_name(letter: Standing) -> str:
    """A letter in one sentence, as people speak of it."""
    issued = letter.issued
    called = f"nomor {one_line(letter.number)}" if letter.number else f"tanpa nomor, kode {one_line(issued.code)}"
    day = f", {long_date(letter.day)}" if letter.day else ""
    what = f"{titled(issued.election, issued.stock)}, {one_line(str(issued.region))}"
    return f"surat {called}{day}: {what}, diminta {number(issued.asked)} lembar"


def letter_facts(letter: Standing, width: int) -> list[Line]:
    """What a letter asks for and where it stands, a fact a line, to be held against the paper."""
    issued = letter.issued
    facts = [
        ("Nomor", letter.number or "belum ada"),
        ("Tanggal", long_date(letter.day) if letter.day else "belum ada"),
        ("Pemilihan", titled(issued.election, issued.stock)),
        ("Wilayah", str(issued.region)),
        ("Kepada", issued.recipient),
        ("Diminta", f"{number(issued.asked)} lembar"),
        ("Keadaan", standing_text(letter)),
        ("Kode", issued.code),
        ("Audit", issued.audit[:12]),
    ]
    return [line for label, text in facts for line in fact(label, text, width)]


def standing_text(letter: Standing) -> str:
    """Where a letter stands, with the sheets that came."""
    said = STATUSES[letter.status]
    if letter.reason:
        said += f": {letter.reason}"
    if letter.good or letter.damaged:
        said += f"; datang {number(letter.good)} lembar baik dan {number(letter.damaged)} rusak"
    return said + (f"; belum datang {number(letter.outstanding)} lembar" if letter.outstanding else "")


def move_name(moved: Moved) -> str:
    """Sheets that left in one sentence, as people speak of them."""
    what = f"{number(moved.sheets)} lembar {ORIGIN_TITLES[moved.origin]} {short_title(moved.election)}"
    to = f" kepada {one_line(moved.recipient)}" if moved.recipient else ""
    minutes = f"berita acara {one_line(moved.number)}, {long_date(moved.day)}"
    return f"{what} {WAY_TITLES[moved.way]}{to}, {minutes}"


def move_facts(move: Move, width: int) -> list[Line]:
    """What left, and by which minutes, a fact a line, to be held against the paper."""
    moved = move.moved
    facts = [
        ("Pemilihan", titled(moved.election, moved.origin.stock)),
        ("Keluar", f"{number(moved.sheets)} lembar {ORIGIN_TITLES[moved.origin]}, {WAY_TITLES[moved.way]}"),
        ("Kepada", moved.recipient),
        ("Menurut", f"berita acara {moved.number}, {long_date(moved.day)}"),
        ("Keadaan", f"dibatalkan: {move.reason}" if move.reason else "berlaku"),
        ("Audit", moved.audit[:12]),
    ]
    return [line for label, text in facts if text for line in fact(label, text, width)]


def file_lines(label: str, files: Iterable[Kept], width: int) -> list[Line]:
    """Files with their hashes, one under another; each hash on a line of its own, so that it can be copied whole."""
    lines: list[Line] = []
    for place, file in enumerate(files):
        lines += fact(label if not place else "", f"{file.path} ({number(file.bytes)} bita)", width)
        lines.append([(" " * _LABEL, ""), (one_line(file.sha256), "dim")])
    return lines


def counts_of(told: Audited) -> str:
    """An audit in one sentence: what is asked for, and how many findings count."""
    summary = told.summary
    asked = "permintaan belum diketahui" if summary.request is None else f"diminta {known(summary.request)} lembar"
    return (
        f"{asked}; {number(summary.errors)} galat, {number(summary.warnings)} peringatan, {number(summary.infos)} info"
    )


def head_document(head: Head | None) -> dict[str, Any] | None:
    """The anchor of a ledger as JSON."""
    return {"number": head.number, "hash": head.hash, "code": head.anchor} if head else None


def record_document(record: Record) -> dict[str, Any]:
    """An entry in short as JSON: its place in the chain, and what it tells."""
    return {
        "number": record.number,
        "recorded_at": record.recorded_at,
        "kind": record.kind,
        "previous": record.previous,
        "hash": record.hash,
        "code": code_of(record.hash) if len(record.hash) == 64 else None,
        **_told(record),
    }


def letter_document(letter: Standing) -> dict[str, Any]:
    """A letter and where it stands as JSON; sheets."""
    issued = letter.issued
    return {
        "entry": issued.entry,
        "code": issued.code,
        "number": letter.number or None,
        "date": _iso(letter.day),
        "election": issued.election,
        "stock": issued.stock,
        "region": issued.region._asdict(),
        "recipient": issued.recipient,
        "asked": issued.asked,
        "good": letter.good,
        "damaged": letter.damaged,
        "outstanding": letter.outstanding,
        "status": letter.status,
        "reason": letter.reason or None,
        "audit": issued.audit,
    }


def move_document(moved: Moved) -> dict[str, Any]:
    """Sheets that left as JSON, with the names that the entry has."""
    return {
        "move": moved.entry,
        "how": moved.way,
        "election": moved.election,
        "from": moved.origin,
        "sheets": moved.sheets,
        "minutes": moved.number,
        "date": _iso(moved.day),
        "to": moved.recipient or None,
        "file": _plain(moved.file),
    }


def _told(record: Record) -> dict[str, Any]:
    match record.told:
        case None:
            return {}
        case Audited(ruleset, as_of, inputs, summary):
            return {
                "ruleset": ruleset,
                "as_of": _iso(as_of),
                "files": [file._asdict() for file in inputs],
                "summary": summary._asdict(),
            }
        case Issued() as issued:
            return {
                "letter": record.number,
                "letter_number": issued.number or None,
                "date": _iso(issued.day),
                "election": issued.election,
                "stock": issued.stock,
                "region": issued.region._asdict(),
                "recipient": issued.recipient,
                "asked": issued.asked,
                "files": [file._asdict() for file in issued.files],
            }
        case Moved() as moved:
            return move_document(moved)
        case told:
            return {key: _plain(value) for key, value in told._asdict().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Kept):
        return value._asdict()
    return _iso(value) if isinstance(value, date) else value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
