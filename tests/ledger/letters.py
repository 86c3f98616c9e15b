"""A workspace with letters, written into its ledger by hand: issued, signed, received, cancelled."""

import json
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

from logistik.core.codes import code_of
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger
from tests.tools import Rows, write_xlsx

START = datetime(2024, 11, 13, 8, 30, tzinfo=timezone(timedelta(hours=8)))
DPT: Rows = [["Kecamatan", "Kelurahan", "TPS", "Jumlah"], ["Balikpapan Kota", "Damai", 1, 400]]
STOCK: Rows = [["Jenis Pemilihan", "Diterima", "Baik", "Rusak"], ["Wali Kota", 410, 405, 5]]
TOML = 'gudang = "gudang.xlsx"\n[kantor]\nnama = "KPU Kota Balikpapan"\nkota = "Kota Balikpapan"\n'
NUMBER = "412/PP.09-SD/6471/2024"
DOCUMENT, SCAN, MINUTES = "surat/walikota.docx", "surat/walikota-ttd.pdf", "surat/ba-pengembalian.pdf"


def moment(minutes: int = 0) -> datetime:
    """A moment after the start of the record."""
    return START + timedelta(minutes=minutes)


def write_inputs(folder: Path) -> None:
    """The voter list, the stock and the settings: an audit finds 5 sheets to be asked for."""
    write_xlsx(folder / "dpt.xlsx", {"DPT": DPT})
    write_xlsx(folder / "gudang.xlsx", {"Stok": STOCK})
    (folder / "logistik.toml").write_text(TOML, "utf-8")


def kept(folder: Path, path: str, *, copy_in: str = "") -> dict[str, Any]:
    """A file as the ledger names it; with `copy_in` also its copy under its hash."""
    content = (folder / path).read_bytes()
    digest = sha256(content).hexdigest()
    if copy_in:
        copies = folder / ".logistik" / copy_in
        copies.mkdir(parents=True, exist_ok=True)
        (copies / f"{digest}{Path(path).suffix}").write_bytes(content)
    return {"path": path, "sha256": digest, "bytes": len(content)}


def content_of(election: str = "walikota", request: int = 5) -> dict[str, Any]:
    """What a letter of the city asks for."""
    names = ("provinsi", "kota", "dapil", "kecamatan", "kelurahan", "tps")
    region = {"level": "kota", "name": "Kota Balikpapan", **dict.fromkeys(names), "kota": "Kota Balikpapan"}
    return {
        "election": election,
        "stock": "voting",
        "recipient": "PT Percetakan Contoh",
        "request": request,
        "whole": {"region": region, "request": request},
        "basis": {"ruleset": "pilkada-2024"},
    }


def issue_payload(folder: Path, audit: Entry, number: str | None = None, **changes: Any) -> dict[str, Any]:
    """What the entry of an issued letter holds; its document and the copies are written too."""
    letter = content_of()
    digest = sha256(json.dumps(letter, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    document = folder / DOCUMENT
    document.parent.mkdir(exist_ok=True)
    if not document.exists():
        document.write_bytes(b"isi surat permintaan surat suara Wali Kota")
    return {
        "tool": "logistik 0",
        "audit": audit.hash,
        "code": code_of(digest),
        "content": digest,
        "number": number,
        "date": "2024-11-13" if number else None,
        "despite_surplus": False,
        "letter": letter,
        "files": [kept(folder, DOCUMENT, copy_in="files")],
        "inputs": [kept(folder, name, copy_in="inputs") for name in ("dpt.xlsx", "gudang.xlsx")],
        **changes,
    }


def move_payload(audit: Entry, **changes: Any) -> dict[str, Any]:
    """What the entry of sheets that left holds: two damaged ones, back to the printer."""
    return {
        "tool": "logistik 0",
        "audit": audit.hash,
        "ruleset": "pilkada-2024",
        "how": "returned",
        "election": "walikota",
        "from": "damaged",
        "sheets": 2,
        "number": "92/PP.08-BA/6471/2024",
        "date": "2024-11-20",
        "to": "PT Percetakan Contoh",
        "file": None,
        **changes,
    }


def append(folder: Path, kind: str, payload: object, minutes: int = 0) -> Entry:
    """Add an entry."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return Ledger(folder).append(kind, text, moment(minutes))


def audited(folder: Path, minutes: int = 0) -> Entry:
    """The workspace with its first audit recorded at a fixed moment."""
    from logistik.services.audit import Order, run_audit
    from logistik.services.record import record_audit

    if not (folder / "dpt.xlsx").exists():
        write_inputs(folder)
    return record_audit(run_audit(Order((), ("dpt.xlsx",)), folder, START.date()), moment(minutes))


def correspond(folder: Path) -> list[Entry]:
    """An audit, a letter with all that came of it, a letter that was cancelled; sheets that left, some taken back."""
    audit = audited(folder)
    first = append(folder, "issue", issue_payload(folder, audit), 5)
    (folder / SCAN).write_bytes(b"pindaian surat yang ditandatangani")
    signed = {"tool": "logistik 0", "letter": 2, "number": NUMBER, "date": "2024-11-14"}
    sign = append(folder, "sign", signed | {"file": kept(folder, SCAN, copy_in="files")}, 60)
    came = {"tool": "logistik 0", "letter": 2, "good": 3, "damaged": 1, "bast": "BAST-7", "date": "2024-11-16"}
    received = append(folder, "receive", came, 600)
    other = content_of("gubernur", 7)
    digest = sha256(json.dumps(other, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    changes = {"letter": other, "content": digest, "code": code_of(digest), "files": [], "inputs": []}
    second = append(folder, "issue", issue_payload(folder, audit, "413/PP.09-SD/6471/2024", **changes), 605)
    ended = append(folder, "cancel", {"tool": "logistik 0", "letter": 5, "reason": "salah pemilihan"}, 610)
    (folder / MINUTES).write_bytes(b"pindaian berita acara pengembalian")
    left = append(folder, "move", move_payload(audit, file=kept(folder, MINUTES, copy_in="files")), 615)
    wrong = append(folder, "move", move_payload(audit, how="destroyed", sheets=4, to=""), 620)
    back = append(folder, "unmove", {"tool": "logistik 0", "move": 8, "reason": "salah ketik"}, 625)
    return [audit, first, sign, received, second, ended, left, wrong, back]
