"""The letters of a workspace as its ledger tells them: entries -> events -> where each letter stands."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from logistik.core.balances import BalanceKey
from logistik.core.correspondence import Answered, Cancelled, Event, Issued, Kept, Received, Signed, Standing, standings
from logistik.core.errors import LogistikError
from logistik.core.regions import CITY, Region, RegionKey, Regions
from logistik.core.vocabulary import Level, Stock
from logistik.ingest.names import region_key
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger

ISSUE, SIGN, RECEIVE, CANCEL = KINDS = ("issue", "sign", "receive", "cancel")
"""The kinds of entries that tell of letters."""
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading an entry raises that no version of ours wrote."""
_NUMBERS = {"entry", "letter", "asked", "good", "damaged", "bytes", "errors", "warnings", "infos", "request"}
_MAY_BE_MISSING = {"day", "file", "request", *Region._fields} - {"level"}
T = TypeVar("T")


class Known(NamedTuple):
    """The letters that a ledger tells of, and the number of the last entry that tells of them; 0 if none does."""

    letters: tuple[Standing, ...]
    through: int

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the letters and their scans, from the workspace: nothing may overwrite them."""
        return tuple(kept.path for each in self.letters for kept in (*each.issued.files, *each.scans))


def letters_of(root: Path) -> Known:
    """Every letter issued in a workspace, in the order of their entries; none where there is no ledger.

    Raises:
        LogistikError: the ledger cannot be used, or an entry does not match its hash.
    """
    return known_from(Ledger(root).entries(KINDS))


def known_from(entries: Sequence[Entry]) -> Known:
    """What entries of `KINDS` tell, in their order; LogistikError for one that tells of no letter before it."""
    through = entries[-1].number if entries else 0
    events, issued = [event_of(entry) for entry in entries], set[int]()
    for entry, event in zip(entries, events, strict=True):
        if isinstance(event, Issued):
            issued.add(event.entry)
        elif event.letter not in issued:
            raise LogistikError(
                f"Catatan nomor {entry.number} di ledger menyebut surat yang tidak ada (catatan nomor {event.letter}).",
                hint="Jalankan `logistik verify`, lalu laporkan catatan itu.",
            )
    return Known(tuple(standings(events).values()), through)


def placed(letters: Iterable[Standing], regions: Regions) -> tuple[dict[BalanceKey, Answered], list[Standing]]:
    """What the letters of each region, election and stock stand at, and the letters of regions that are not known."""
    answered: dict[BalanceKey, Answered] = {}
    unplaced = []
    for letter in letters:
        issued = letter.issued
        region = RegionKey(
            region_key(issued.region.kecamatan or "", Level.KECAMATAN),
            region_key(issued.region.kelurahan or "", Level.KELURAHAN),
        )
        key = region, issued.election, issued.stock
        if region == CITY or region in regions:
            answered[key] = answered.get(key, Answered()).with_letter(letter)
        else:
            unplaced.append(letter)
    return answered, unplaced


def event_of(entry: Entry) -> Event:
    """What an entry of one of `KINDS` tells; LogistikError for one that this version cannot read."""
    try:
        return checked(_event(entry, json.loads(entry.payload)))
    except UNREADABLE:
        raise LogistikError(
            f"Catatan nomor {entry.number} di ledger tidak dapat dibaca oleh versi logistik ini.",
            hint="Perbarui logistik, lalu jalankan lagi.",
        ) from None


def _event(entry: Entry, said: dict[str, Any]) -> Event:
    match entry.kind:
        case "issue":
            return _issued(entry.number, said)
        case "sign":
            scan = all_kept([said["file"]])[0] if said["file"] else None
            return Signed(said["letter"], said["number"] or "", _day(said["date"]), scan)
        case "receive":
            return Received(said["letter"], said["good"], said["damaged"], said["bast"], _day(said["date"]))
    return Cancelled(said["letter"], said["reason"])


def checked(told: T) -> T:
    """What an entry tells, if every field is of its type: sheets are numbers from 0, names text; else TypeError."""
    if not _fits("told", told):
        raise TypeError(type(told).__name__)
    return told


def _fits(name: str, value: object) -> bool:
    """Whether a field and all in it are of the types that they have to be."""
    if value is None:
        return name in _MAY_BE_MISSING
    if isinstance(value, tuple):
        return all(map(_fits, getattr(value, "_fields", ("",) * len(value)), value))
    if name in _NUMBERS:
        return type(value) is int and value >= 0
    return isinstance(value, str | date)


def content_hash(letter: Mapping[str, Any]) -> str:
    """SHA-256 in hexadecimal digits of a letter's content: its JSON on one line, keys sorted, no blanks between."""
    text = json.dumps(letter, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _issued(number: int, said: dict[str, Any]) -> Issued:
    letter = said["letter"]
    region = letter["whole"]["region"]
    return Issued(
        entry=number,
        code=said["code"],
        content=said["content"],
        audit=said["audit"],
        number=said["number"] or "",
        day=_day(said["date"]),
        ruleset=letter["basis"]["ruleset"],
        election=letter["election"],
        stock=Stock(letter["stock"]),
        region=Region(**region | {"level": Level(region["level"])}),
        recipient=letter["recipient"],
        asked=letter["request"],
        files=all_kept(said["files"]),
        inputs=all_kept(said["inputs"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def all_kept(said: Iterable[dict[str, Any]]) -> tuple[Kept, ...]:
    """Files as an entry names them, of letters and audits alike."""
    return tuple(Kept(each["path"], each["sha256"], each["bytes"]) for each in said)


def protected(root: Path) -> list[Path]:
    """The files of a workspace's letters and their scans, which nothing may overwrite."""
    return [root / name for name in letters_of(root).files]
