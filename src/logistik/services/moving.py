"""Sheets that leave the warehouse for good are recorded, or an entry of them is taken back."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.closing import counted
from logistik.core.correspondence import is_same_number
from logistik.core.errors import LogistikError
from logistik.core.movements import Moved, Origin, Way, taken
from logistik.core.report import Report
from logistik.core.vocabulary import Level
from logistik.core.wording import number
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger
from logistik.services import letters
from logistik.services.keeping import keep_scan
from logistik.services.movements import KINDS, MOVE, UNMOVE, moved_under, moves_from
from logistik.services.payloads import payload_of
from logistik.services.record import AUDIT, read_report


class Left(NamedTuple):
    """What the command says of sheets that left: how, what, how many, by which minutes, to whom."""

    way: Way
    election: str
    origin: Origin
    sheets: int
    number: str
    day: date
    recipient: str


def record_move(root: Path, left: Left, scan: tuple[Path, bytes] | None, now: datetime) -> Entry:
    """Record sheets that left, with the signed minutes if they are at hand.

    Raises:
        LogistikError: no audit yet, it has no such election, it knows of fewer sheets, the minutes were recorded for
            the same sheets, or nothing can be written.
    """
    audit = Ledger(root).latest(AUDIT)
    if audit is None:
        raise LogistikError(
            "Belum ada audit yang tercatat di sini, jadi jumlahnya tidak dapat dicocokkan.",
            hint="Jalankan dulu: logistik audit gudang.xlsx",
        )
    report = read_report(audit)
    balance = _balance(report, left)
    kept = keep_scan(root, scan)

    def payload(entries: Sequence[Entry]) -> str:
        moved = moved_under(moves_from([entry for entry in entries if entry.kind in KINDS]), report.ruleset)
        known = letters.known_from([entry for entry in entries if entry.kind in letters.KINDS])
        _refuse_again(left, moved)
        _refuse_more(left, balance, letters.came_damaged(known, balance, report.ruleset), moved)
        return payload_of(
            {
                "audit": audit.hash,
                "ruleset": report.ruleset,
                "how": left.way,
                "election": left.election,
                "from": left.origin,
                "sheets": left.sheets,
                "number": left.number,
                "date": left.day.isoformat(),
                "to": left.recipient,
                "file": kept._asdict() if kept else None,
            }
        )

    return Ledger(root).append(MOVE, payload, now, (*KINDS, *letters.KINDS))


def take_back(root: Path, entry: int, reason: str, now: datetime) -> Entry:
    """Record that an entry of sheets that left does not hold, and why.

    Raises:
        LogistikError: there is no such entry, or it was taken back already.
    """

    def payload(entries: Sequence[Entry]) -> str:
        found = {each.moved.entry: each for each in moves_from(entries)}
        if entry not in found:
            named = ", ".join(map(str, found)) or "belum ada"
            raise LogistikError(
                f"Catatan nomor {entry} bukan pengeluaran surat suara.",
                hint=f"Yang tercatat: {named}. Lihat: logistik log",
            )
        if found[entry].reason:
            raise LogistikError(
                f"Pengeluaran di catatan nomor {entry} sudah dibatalkan: {found[entry].reason}.",
                hint="Catat yang benar dengan logistik move.",
            )
        return payload_of({"move": entry, "reason": reason})

    if not Ledger(root).path.is_file():
        payload(())
    return Ledger(root).append(UNMOVE, payload, now, KINDS)


def _balance(report: Report, left: Left) -> Balance:
    """What the audit says of the stock of the whole kabupaten/kota that the sheets were part of."""
    whole = [each for each in report.balances if each.region.level is Level.KOTA]
    found = [each for each in whole if (each.election, each.stock) == (left.election, left.origin.stock)]
    if not found:
        present = dict.fromkeys(each.election for each in whole if each.stock is left.origin.stock)
        what = "Stok PSU pemilihan" if left.origin is Origin.PSU else "Pemilihan"
        raise LogistikError(
            f"{what} '{left.election}' tidak ada di audit terakhir.",
            hint=f"Yang ada: {', '.join(present) or 'tidak ada'}.",
        )
    return found[0]


def _refuse_again(left: Left, moved: Sequence[Moved]) -> None:
    for each in moved:
        if is_same_number(each.number, left.number) and (each.election, each.origin, each.sheets) == (
            left.election,
            left.origin,
            left.sheets,
        ):
            raise LogistikError(
                f"Berita acara {left.number} untuk {number(left.sheets)} lembar yang sama sudah dicatat: "
                f"catatan nomor {each.entry}.",
                hint=f'Kalau catatan itu salah: logistik move --cancel {each.entry} --reason "ALASAN".',
            )


def _refuse_more(left: Left, balance: Balance, came_damaged: int, moved: Sequence[Moved]) -> None:
    there = counted(balance, left.origin, came_damaged)
    if there is None:
        return
    gone = taken([each for each in moved if each.election == left.election], origin=left.origin)
    if left.sheets > there - gone:
        already = f", {number(gone)} sudah keluar" if gone else ""
        raise LogistikError(
            f"Hanya {number(max(0, there - gone))} lembar yang masih ada ({number(there)} menurut audit terakhir"
            f"{already}); {number(left.sheets)} lembar tidak dapat keluar.",
            hint="Periksa --jenis, --from, dan --sheets; kalau stoknya berubah, jalankan audit lagi.",
        )
