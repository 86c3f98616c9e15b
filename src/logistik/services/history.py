"""The entries of a workspace's ledger as records, and the one that a person means by a number, hash or code."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from logistik.core.codes import PAPER, is_code_of, is_long_enough
from logistik.core.correspondence import Event, Issued, is_same_number
from logistik.core.errors import LogistikError
from logistik.core.history import Audited, Record, files_of, standings_of
from logistik.core.movements import Movement
from logistik.core.report import Summary
from logistik.ledger.chain import Entry
from logistik.ledger.store import FOLDER, Ledger
from logistik.services import letters, movements
from logistik.services.payloads import all_kept, read_entry
from logistik.services.record import AUDIT
from logistik.settings.workspace import FILE_NAME

_LONGEST_NUMBER = 7
"""Digits of an entry's number; a longer word of digits is the beginning of a hash."""


def root_of(folder: Path) -> Path:
    """The workspace around a folder, found without reading its settings: the record is older than their mistakes."""
    here = folder.resolve()
    return next((each for each in (here, *here.parents) if (each / FILE_NAME).exists()), here)


def require_ledger(root: Path) -> Ledger:
    """The ledger of a workspace; LogistikError where there is none yet."""
    ledger = Ledger(root)
    if not ledger.path.is_file():
        raise LogistikError(
            f"Belum ada ledger di sini: {FOLDER}/{ledger.path.name} tidak ada di {root.as_posix()}.",
            hint="Jalankan dari folder kerja kantor; ledger dibuat oleh audit pertama: logistik audit gudang.xlsx",
        )
    return ledger


def records_of(root: Path) -> list[Record]:
    """Every entry of a workspace in order.

    Raises:
        LogistikError: there is no ledger, it cannot be used, or an entry does not match its hash.
    """
    return [record(entry) for entry in require_ledger(root).entries()]


def record(entry: Entry) -> Record:
    """An entry with what it tells; nothing is raised for one that this version cannot read."""
    told: Audited | Event | Movement | None = None
    try:
        if entry.kind == AUDIT:
            told = read_entry(entry, _audited)
        elif entry.kind in letters.KINDS:
            told = letters.event_of(entry)
        elif entry.kind in movements.KINDS:
            told = movements.movement_of(entry)
    except LogistikError:
        told = None
    return Record(entry.number, entry.recorded_at, entry.kind, entry.previous, entry.hash, told)


def _audited(_: Entry, said: dict[str, Any]) -> Audited:
    report = said["report"]
    as_of, summary = date.fromisoformat(report["as_of"]), Summary(**report["summary"])
    return Audited(report["ruleset"], as_of, all_kept(report["inputs"]), summary)


def recorded_files(root: Path, output: str | None) -> list[Path]:
    """Every file that the record names, and the settings: a result that is written never takes their place.

    Raises:
        LogistikError: the ledger cannot be used.
    """
    if output is None:
        return []
    names = (kept.path for each in records_of(root) for kept in files_of(each))
    return [root / name for name in dict.fromkeys((FILE_NAME, *names))]


def find_record(records: Sequence[Record], word: str) -> Record:
    """The entry that a word means: its number, a letter's number, a code, or the beginning of a hash.

    Raises:
        LogistikError: there is none, or several.
    """
    said = word.strip()
    if said.isdecimal() and len(said) <= _LONGEST_NUMBER:
        found = [each for each in records if each.number == int(said)]
        if found:
            return found[0]
    found = _with_number(records, said) or meant_by(records, said)
    if len(found) > 1:
        raise LogistikError(
            f"'{word}' cocok dengan beberapa catatan: {', '.join(str(each.number) for each in found)}.",
            hint="Sebutkan nomor catatannya, misalnya: logistik show 3",
        )
    if not found:
        last = records[-1].number if records else 0
        raise LogistikError(
            f"Catatan '{word}' tidak ada; ledger berisi {last} catatan.",
            hint="Sebutkan nomor catatan, nomor surat, kode, atau 8 digit awal hash; lihat `logistik log`.",
        )
    return found[0]


def meant_by(records: Sequence[Record], typed: str) -> list[Record]:
    """The letters with this code and the entries with this code or beginning of a hash."""
    if not is_long_enough(typed, PAPER):
        return []
    return [
        each
        for each in records
        if is_code_of(typed, each.hash) or (isinstance(each.told, Issued) and is_code_of(typed, _digest(each.told)))
    ]


def _digest(letter: Issued) -> str:
    """The hash of a letter's content; zeros, which no hash is, for what is no hash."""
    text = str(letter.content)
    return text if len(text) == 64 and not set(text) - set("0123456789abcdef") else "0" * 64


def _with_number(records: Sequence[Record], said: str) -> list[Record]:
    letters = {entry for entry, each in standings_of(records).items() if is_same_number(each.number, said)}
    return [each for each in records if each.number in letters]
