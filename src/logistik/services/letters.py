"""The letters of a workspace as its ledger tells them: entries -> events -> where each letter stands."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from logistik.core.balances import Balance, BalanceKey
from logistik.core.correspondence import Answered, Cancelled, Event, Issued, Received, Signed, Standing, standings
from logistik.core.regions import CITY, Region, RegionKey, Regions
from logistik.core.vocabulary import Level, Stock
from logistik.ingest.names import region_key
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger
from logistik.services.payloads import all_kept, one_kept, read_day, read_entry, refuse_dangling

ISSUE, SIGN, RECEIVE, CANCEL = KINDS = ("issue", "sign", "receive", "cancel")
"""The kinds of entries that tell of letters."""


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
    events = [event_of(entry) for entry in entries]
    refuse_dangling(entries, events, Issued, "surat")
    return Known(tuple(standings(events).values()), entries[-1].number if entries else 0)


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
    return read_entry(entry, _event)


def _event(entry: Entry, said: dict[str, Any]) -> Event:
    match entry.kind:
        case "issue":
            return _issued(entry.number, said)
        case "sign":
            return Signed(said["letter"], said["number"] or "", read_day(said["date"]), one_kept(said["file"]))
        case "receive":
            return Received(said["letter"], said["good"], said["damaged"], said["bast"], read_day(said["date"]))
    return Cancelled(said["letter"], said["reason"])


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
        day=read_day(said["date"]),
        ruleset=letter["basis"]["ruleset"],
        election=letter["election"],
        stock=Stock(letter["stock"]),
        region=Region(**region | {"level": Level(region["level"])}),
        recipient=letter["recipient"],
        asked=letter["request"],
        files=all_kept(said["files"]),
        inputs=all_kept(said["inputs"]),
    )


def came_damaged(known: Known, balance: Balance, ruleset: str) -> int:
    """Damaged sheets among what came in answer to the letters of the kabupaten/kota, cancelled ones too."""
    return sum(
        each.damaged
        for each in known.letters
        if each.issued.region.level is Level.KOTA
        and (each.issued.ruleset, each.issued.election, each.issued.stock) == (ruleset, balance.election, balance.stock)
    )
