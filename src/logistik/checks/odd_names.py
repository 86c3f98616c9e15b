"""LG417 nama-wilayah-janggal: a kecamatan or kelurahan of the voter list that can hardly be a name."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from logistik.checks.case import Case
from logistik.checks.meta import SHOWN, SINGLY, Check, CheckMeta, as_one
from logistik.core.findings import Finding
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import number
from logistik.ingest.records import PollingStation

META = CheckMeta(
    code="LG417",
    name="nama-wilayah-janggal",
    severity=Severity.ERROR,
    summary="Nama kecamatan atau kelurahan di DPT bukan nama",
    what="Nama wilayah berisi huruf, paling sedikit tiga, dan bukan angka, kesalahan Excel, atau tanda seperti 'sda' dan 'nihil'.",
    why="TPS di baris itu masuk ke wilayah yang tidak ada, dan hilang dari wilayahnya sendiri.",
    example="'sda' (sama dengan di atas) atau '#REF!' di kolom Kelurahan.",
    fix="Tulis nama wilayahnya; sel yang sama dengan di atasnya boleh dikosongkan.",
)
_NO_NAMES = frozenset({"sda", "idem", "nihil", "nol", "tidakada", "lihatlampiran", "terlampir", "belumada"})
_ERRORS = frozenset({"ref", "na", "div0", "value", "name", "null", "num"})
FEWEST = 3
"""Letters that a name has at least."""


def check(case: Case) -> Iterator[Finding]:
    """One finding for each such name; many are one."""
    odd = {key for key in case.book.regions.names if key != RegionKey() and _is_odd(key.kelurahan or key.kecamatan)}
    rows: dict[RegionKey, list[PollingStation]] = {}
    if odd:
        for station in case.book.stations:
            for key in (station.kelurahan, station.kelurahan.parent):
                if key in odd:
                    rows.setdefault(key, []).append(station)
    found = [_finding(case, key, stations) for key, stations in islice(rows.items(), SHOWN)]
    if len(rows) <= SINGLY:
        yield from found
    else:
        yield replace(as_one(found, f"{number(len(rows))} nama wilayah bukan nama"), count=len(rows))


def _finding(case: Case, key: RegionKey, stations: list[PollingStation]) -> Finding:
    field = Field.KELURAHAN if key.kelurahan else Field.KECAMATAN
    places = [station.at(field, Field.REGION) for station in stations[:SHOWN]]
    name = case.book.regions.names[key]
    return META.at(
        places[0],
        f"'{name}' bukan nama {field.value}; {number(len(stations))} TPS tercatat di sana",
        related=places[1:],
        raw=name,
        count=len(stations),
    )


def _is_odd(key: str) -> bool:
    """Whether the normal form of a name has hardly a letter, or says that there is none.

    A number in front is no fault: 13 Ilir and 7 Ulu are kelurahan of Palembang.
    """
    return sum(char.isalpha() for char in key) < FEWEST or key in _NO_NAMES or key in _ERRORS


CHECK = Check((META,), check)
