"""What becomes of an issued letter: its number and signed scan, what answered it, or that it was cancelled."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from logistik.core.codes import is_code_of, plain_code
from logistik.core.correspondence import Kept, Standing, Status, is_same_number
from logistik.core.errors import LogistikError
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger
from logistik.services.issue import refuse_number
from logistik.services.keeping import keep_scan
from logistik.services.letters import CANCEL, KINDS, RECEIVE, SIGN, Known, known_from
from logistik.services.payloads import payload_of


def sign(
    root: Path, name: str, number_: str, day: date | None, scan: tuple[Path, bytes] | None, now: datetime
) -> Entry:
    """Record the registry's number of an issued letter, the signed scan, or both.

    Raises:
        LogistikError: no such letter, it was cancelled, it has another number already, or the number is taken.
    """
    kept = keep_scan(root, scan)

    def compose(letter: Standing, known: Known) -> dict[str, Any]:
        if number_ and letter.number not in ("", number_):
            raise LogistikError(f"Surat itu sudah bernomor {letter.number}.", hint="Nomor surat tidak diganti.")
        if number_ != letter.number:
            refuse_number(number_, known)
        _refuse_scan(kept, known)
        return {
            "number": number_ or None,
            "date": day.isoformat() if day else None,
            "file": kept._asdict() if kept else None,
        }

    return _told(root, SIGN, name, compose, now)


def receive(
    root: Path, name: str, jenis: str | None, good: int, damaged: int, bast: str, day: date, now: datetime
) -> Entry:
    """Record sheets that answered a letter, good and damaged, with the number of the minutes of their handover.

    Raises:
        LogistikError: no such letter, it is of another election, it was cancelled, or these minutes were recorded.
    """

    def compose(letter: Standing, _: Known) -> dict[str, Any]:
        if jenis and jenis != letter.issued.election:
            raise LogistikError(
                f"Surat {shown(letter)} untuk pemilihan {letter.issued.election}, bukan {jenis}.",
                hint="Periksa nomor surat dan --jenis.",
            )
        if bast in letter.basts:
            raise LogistikError(f"Berita acara {bast} untuk surat ini sudah dicatat.", hint="Lihat: logistik requests")
        return {"good": good, "damaged": damaged, "bast": bast, "date": day.isoformat()}

    return _told(root, RECEIVE, name, compose, now)


def cancel(root: Path, name: str, reason: str, now: datetime) -> Entry:
    """Record that a letter holds no longer, and why.

    Raises:
        LogistikError: no such letter, or it was cancelled or met already.
    """

    def compose(letter: Standing, _: Known) -> dict[str, Any]:
        if letter.status is Status.MET:
            raise LogistikError(
                f"Surat {shown(letter)} sudah terpenuhi.", hint="Surat yang terpenuhi tidak dibatalkan."
            )
        return {"reason": reason}

    return _told(root, CANCEL, name, compose, now)


Telling = Callable[[Standing, Known], dict[str, Any]]


def _told(root: Path, kind: str, name: str, compose: Telling, now: datetime) -> Entry:
    """Record something of a letter, decided while no other process can write."""

    def payload(entries: Sequence[Entry]) -> str:
        known = known_from(entries)
        letter = named(known.letters, name)
        if letter.reason:
            raise LogistikError(f"Surat {shown(letter)} sudah dibatalkan: {letter.reason}.", hint="Buat surat baru.")
        return payload_of({"letter": letter.issued.entry, **compose(letter, known)})

    if not Ledger(root).path.is_file():
        named((), name)
    return Ledger(root).append(kind, payload, now, KINDS)


def named(letters: Sequence[Standing], name: str) -> Standing:
    """The letter that a number, a code or the number of its entry means; blank is the one that has no number yet.

    Raises:
        LogistikError: there is none, or several.
    """
    said = name.strip()
    if not said:
        return _unnumbered(letters)
    found = [each for each in letters if each.number and is_same_number(each.number, said)]
    found = found or [each for each in letters if plain_code(said) and is_code_of(said, each.issued.content)]
    found = found or [each for each in letters if said.isdecimal() and each.issued.entry == int(said)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(map(shown, letters[-5:])) or "belum ada surat yang dikeluarkan"
    problem = "tidak ada" if not found else "berarti beberapa surat"
    raise LogistikError(f"Surat '{name}' {problem} di catatan.", hint=f"Yang ada: {known}. Lihat: logistik requests")


def _unnumbered(letters: Sequence[Standing]) -> Standing:
    found = [each for each in letters if not each.number and not each.reason]
    if len(found) == 1:
        return found[0]
    if not found:
        raise LogistikError("Tidak ada surat yang belum bernomor.", hint="Sebutkan suratnya; lihat: logistik requests")
    codes = ", ".join(each.issued.code for each in found)
    raise LogistikError(f"Ada {len(found)} surat yang belum bernomor.", hint=f"Sebutkan kodenya: {codes}.")


def shown(letter: Standing) -> str:
    """A letter as messages name it: by its number, else by its code."""
    return letter.number or letter.issued.code


def _refuse_scan(scan: Kept | None, known: Known) -> None:
    for letter in known.letters:
        if scan and any(each.sha256 == scan.sha256 for each in letter.scans):
            raise LogistikError(
                f"{scan.path} sudah dicatat sebagai pindaian surat {shown(letter)}.", hint="Periksa berkasnya."
            )
