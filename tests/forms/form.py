"""A form: one truth, typed the way some office types it, and the findings that this way of typing raises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.tools import Ran, Rows, Runner, write_xlsx
from tests.writers import write_ods, write_xls

KOTA, BARAT = "Balikpapan Kota", "Balikpapan Barat"

Roll = Mapping[str, Mapping[str, int | None]]
"""Voters of each TPS, by kelurahan."""

ROLL: Roll = {"Damai": {"001": 400, "002": 200}, "Prapatan": {"001": 300}, "Baru Ilir": {"001": 401}}
"""The truth of every voter list here: three TPS in Balikpapan Kota, one in Balikpapan Barat."""

Counted = tuple[int, int | None, int | None]
"""Received, good and damaged sheets."""

Stock = Mapping[tuple[str, str], Counted | None]
"""What the warehouse holds, by region and election."""

STOCK: Stock = {(KOTA, "gubernur"): (2930, 2925, 5), (BARAT, "gubernur"): (1415, 1412, 3)}
"""The truth of every warehouse here, unless a form says otherwise: more than enough, so that nothing is short."""

DPT: Rows = (
    ("Kecamatan", "Kelurahan", "TPS", "L", "P", "Jumlah"),
    (KOTA, "Damai", 1, 190, 210, 400),
    (KOTA, "Damai", 2, 95, 105, 200),
    (KOTA, "Prapatan", 1, 140, 160, 300),
    (BARAT, "Baru Ilir", 1, 200, 201, 401),
)
"""The voter list that stands beside a warehouse."""

Packed = Mapping[tuple[str, str, str], int | None]
"""Sheets in the box of each TPS, by kelurahan, TPS and election."""

PACKED: Packed = {
    ("Damai", "001", "gubernur"): 410, ("Damai", "001", "walikota"): 409,
    ("Damai", "002", "gubernur"): 205, ("Damai", "002", "walikota"): 204,
    ("Prapatan", "001", "gubernur"): 308, ("Prapatan", "001", "walikota"): 307,
    ("Baru Ilir", "001", "gubernur"): 412, ("Baru Ilir", "001", "walikota"): 411,
}  # fmt: skip
"""The truth of every packing list here, unless a form says otherwise: one sheet too few for the second election."""

_SETTINGS = """
[kantor]
kota = "Kota Balikpapan"
[kendali.tps]
jumlah = {stations}
[kendali.pemilih]
jumlah = {voters}
"""
_TRUE_ANYWAY = ("LG610", "LG62", "LG63")
"""More than enough is there, or not enough is packed: what the figures say, not how they are typed."""

Content = Mapping[str, Rows] | str | bytes | Path
"""Sheets of an .xlsx by name, or a text table, or raw bytes, or a file to copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A way of typing; by default it reads as the truth and raises nothing."""

    about: str
    dpt: Content | None = None
    stock: Content | None = None
    packing: Content | None = None
    name: str = "data.xlsx"
    roll: Roll = field(default_factory=lambda: ROLL)
    counts: Stock = field(default_factory=lambda: STOCK)
    packed: Packed = field(default_factory=lambda: PACKED)
    is_alone: bool = False
    raises: Sequence[str] = ()
    settings: str = ""
    merges: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hidden: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.about

    def audit(self, logistik: Runner) -> Ran:
        """Write the files into the runner's folder and audit them."""
        file = logistik.folder / self.name
        content = next(each for each in (self.dpt, self.stock, self.packing) if each is not None)
        if isinstance(content, str | bytes):
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        elif isinstance(content, Path):
            file.write_bytes(content.read_bytes())
        elif content is not None:
            write = {".xls": write_xls, ".ods": write_ods}.get(file.suffix)
            if write:
                write(file, content)
            else:
                write_xlsx(file, content, self.merges, self.hidden)
        words = [self.name]
        if self.dpt is None and not self.is_alone:
            write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": DPT})
            words += ["--dpt", "dpt.xlsx"]
        known = [voters for stations in self.roll.values() for voters in stations.values()]
        settings = _SETTINGS.format(stations=len(known), voters=sum(filter(None, known)))
        (logistik.folder / "logistik.toml").write_text(self.settings + settings, "utf-8")
        return logistik.audit(*words, "--level", "tps")

    def check(self, ran: Ran) -> None:
        """Hold what was read against the truth, and the findings against those that this form raises."""
        assert ran.out, ran.err
        read = ran.json
        codes = {code for each in read["findings"] if not (code := each["code"]).startswith(_TRUE_ANYWAY)}
        said = [(each["code"], each["message"], each["location"]) for each in read["findings"]]
        assert codes == set(self.raises), said
        if self.dpt is not None:
            self._check_roll(read["balances"])
        elif self.packing is not None:
            self._check_packing(read["balances"])
        else:
            self._check_stock(read["balances"])

    def _check_roll(self, balances: Sequence[Mapping[str, Any]]) -> None:
        kecamatan = {each["region"]["kelurahan"]: each["region"]["kecamatan"] for each in balances}
        assert {kecamatan[name] for name in self.roll} == {KOTA, BARAT}
        found: dict[str, dict[str, int | None]] = {}
        for each in balances:
            if each["region"]["level"] == "tps" and each["election"] == balances[0]["election"]:
                voters = None if each["polling_stations_without_voters"] else each["voters"]
                found.setdefault(each["region"]["kelurahan"], {})[each["region"]["name"]] = voters
        assert found == self.roll

    def _check_packing(self, balances: Sequence[Mapping[str, Any]]) -> None:
        found = {
            (each["region"]["kelurahan"], each["region"]["tps"], each["election"]): each["packed"]
            for each in balances
            if each["region"]["level"] == "tps"
        }
        assert found == self.packed
        for each in balances:
            if each["region"]["level"] == "kota" and each["stock"] == "voting":
                own = [sheets for key, sheets in self.packed.items() if key[2] == each["election"]]
                assert (each["packed"], each["polling_stations_not_packed"]) == (
                    sum(filter(None, own)),
                    own.count(None),
                )

    def _check_stock(self, balances: Sequence[Mapping[str, Any]]) -> None:
        counted = {
            (each["region"]["name"], each["election"]): (each["received"], each["good"], each["damaged"])
            for each in balances
            if each["stock"] == "voting"
        }
        for key, truth in self.counts.items():
            assert counted[key] == (truth or (None, None, None)), key
