"""A case: small sheets, and the findings that they must give; the rolls that many cases share."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy
from typing import Any, NamedTuple

from logistik.core.regions import Region
from logistik.core.vocabulary import Level
from logistik.ledger.store import Ledger
from tests.tools import Ran, Rows, Runner, write_xlsx

KOTA = "Balikpapan Kota"
BARAT = "Balikpapan Barat"
NOW = datetime(2024, 11, 13, tzinfo=UTC)
DPT_HEAD = "Kecamatan | Kelurahan | TPS | L | P | Jumlah"


def sheet(head: str, *rows: Sequence[object]) -> Rows:
    """The rows of a sheet under a header that is written `A | B | C`."""
    return (head.split(" | "), *rows)


def roll(*rows: Sequence[object]) -> Rows:
    """A voter list: kecamatan, kelurahan, TPS, L, P, Jumlah in the columns A to F."""
    return sheet(DPT_HEAD, *rows)


ROLL = roll(
    (KOTA, "Damai", 1, 190, 210, 400),
    (KOTA, "Damai", 2, 100, 100, 200),
    (KOTA, "Prapatan", 1, 150, 150, 300),
    (BARAT, "Baru Ilir", 1, 200, 200, 400),
)
"""1,300 voters. Needed: Damai 410 + 205, Prapatan 308, so Balikpapan Kota 923; Balikpapan Barat 410; all 1,333."""

PPU = sheet(
    "Kecamatan | Kelurahan | TPS | Jumlah", *((KOTA, "Damai", n, 470 if n <= 78 else 469) for n in range(1, 294))
)
"""293 TPS, 137,495 voters as Penajam Paser Utara has: 12 in reserve per TPS, 3,516 in all, 141,011 needed.

2.5% of the total, rounded down, would be 3,437 and 140,932.
"""


class Sent(NamedTuple):
    """A letter in the ledger of the case: sheets asked for by a kecamatan (blank: the city), and what came."""

    election: str
    kecamatan: str
    asked: int
    good: int = 0
    damaged: int = 0

    def record(self, folder: Path) -> None:
        """Write it into the ledger of a folder."""
        level = "kecamatan" if self.kecamatan else "kota"
        region = Region(Level(level), self.kecamatan or "Kota Balikpapan", kecamatan=self.kecamatan or None)
        letter = {
            "election": self.election,
            "stock": "voting",
            "recipient": "",
            "request": self.asked,
            "whole": {"region": region._asdict()},
            "basis": {"ruleset": "pilkada-2024"},
        }
        issued: dict[str, object] = {
            "audit": "",
            "code": "",
            "content": "",
            "number": "1/SD/2024",
            "date": None,
            "files": [],
            "inputs": [],
        }
        entry = Ledger(folder).append("issue", json.dumps(issued | {"letter": letter}), NOW)
        if self.good or self.damaged:
            came = {"letter": entry.number, "good": self.good, "damaged": self.damaged, "bast": "BA-1", "date": None}
            Ledger(folder).append("receive", json.dumps(came), NOW)


class Found(NamedTuple):
    """One finding: where (`file!sheet!cell`; None where any place will do), what it says, how many places."""

    code: str
    severity: str
    place: str | None
    says: str
    places: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Sheets and settings, and every finding they give.

    A case either `finds` something or is `near` a code that must not be found. `besides` names the codes
    that come along: what is neither found nor besides must not be there. `kendali` are the TPS and voters that the
    audit must arrive at, since it says LG409 where they differ.
    """

    about: str
    finds: tuple[Found, ...] = ()
    near: str = ""
    besides: str = ""
    dpt: Rows = ROLL
    stock: Rows = ()
    cartons: Rows = ()
    packing: Rows = ()
    kendali: tuple[int, int] | None = (4, 1300)
    kota: str = "Kota Balikpapan"
    settings: str = ""
    more: Mapping[str, Rows] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    hidden: Mapping[str, Sequence[str]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    letters: tuple[Sent, ...] = ()

    def __str__(self) -> str:
        return f"{self.near and 'not '}{' '.join(sorted(self.codes))}, {self.about}"

    @property
    def codes(self) -> set[str]:
        """The codes that the case is about."""
        return {found.code for found in self.finds} or {self.near}

    def audit(self, logistik: Runner) -> Ran:
        """Write the files into the runner's folder and audit them."""
        files = ["dpt.xlsx"]
        write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": self.dpt, **self.more}, hidden=self.hidden)
        for name, title, rows in (
            ("stok.xlsx", "Stok", self.stock),
            ("koli.xlsx", "Koli", self.cartons),
            ("pengesetan.xlsx", "Pengesetan", self.packing),
        ):
            if rows:
                write_xlsx(logistik.folder / name, {title: rows}, hidden=self.hidden)
                files.append(name)
        for name, original in self.copies.items():
            copy(logistik.folder / original, logistik.folder / name)
            files.append(name)
        (logistik.folder / "logistik.toml").write_text(self._toml(), "utf-8")
        for letter in self.letters:
            letter.record(logistik.folder)
        return logistik.audit(*files, *self.words)

    def _toml(self) -> str:
        parts = [self.settings]
        if self.kota:
            parts.append(f'[kantor]\nkota = "{self.kota}"')
        if self.kendali:
            stations, voters = self.kendali
            parts.append(f"[kendali.tps]\njumlah = {stations}\n[kendali.pemilih]\njumlah = {voters}")
        return "\n".join(parts)


def place(finding: Mapping[str, Any]) -> str | None:
    """Where a finding of the JSON contract is, as `file!sheet!cell`."""
    location = finding["location"]
    return None if location is None else "!".join(filter(None, (location[key] for key in ("file", "sheet", "cell"))))
