"""LG406 nomor-tps-loncat and LG407 nomor-tps-berlanjut: TPS numbers that do not run from 1."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from logistik.checks.case import Case
from logistik.checks.meta import SHOWN, Check, CheckMeta, gathered
from logistik.core.findings import Finding
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field, Severity
from logistik.core.wording import listed
from logistik.core.wording import number as shown
from logistik.ingest.records import PollingStation, Roll

SPECIAL = 900
"""TPS from 901 on are special locations (prisons, camps); their numbers do not continue the others."""

GAP = CheckMeta(
    code="LG406",
    name="nomor-tps-loncat",
    severity=Severity.WARNING,
    summary="Nomor TPS di satu kelurahan tidak berurutan",
    what="Nomor TPS di setiap kelurahan biasanya 001, 002, dan seterusnya tanpa celah. TPS 901 ke atas (lokasi khusus) tidak diperiksa.",
    why="Ada TPS yang hilang dari daftar, atau nomornya salah ketik.",
    example="Setelah TPS 005 langsung TPS 007.",
    fix="Cari TPS yang hilang di DPT yang ditetapkan, atau perbaiki nomornya.",
)
RUN_ON = CheckMeta(
    code="LG407",
    name="nomor-tps-berlanjut",
    severity=Severity.ERROR,
    summary="Penomoran TPS berlanjut dari kelurahan sebelumnya",
    what="Nomor TPS harus mulai lagi dari 001 di setiap kelurahan. Yang berlanjut biasanya tarikan isi otomatis (drag-fill) di Excel.",
    why="Jumlah pemilih tetap benar, tetapi surat suara akan dikemas untuk TPS yang tidak ada.",
    example="Baturan 001-012, lalu Blulukan 013-021, padahal Blulukan seharusnya 001-009.",
    fix="Perbaiki nomor TPS kelurahan itu menurut DPT yang ditetapkan.",
)


class _Kelurahan(NamedTuple):
    key: RegionKey
    stations: list[PollingStation]
    numbers: list[int]


def check(case: Case) -> Iterator[Finding]:
    """Gaps per kelurahan, and numbering that runs on across kelurahan: one finding a table."""
    gaps = []
    for roll in case.book.rolls:
        runs: list[PollingStation] = []
        names: list[str] = []
        last = 0
        for kelurahan in _kelurahan(roll):
            numbers = kelurahan.numbers
            name = case.book.regions.names[kelurahan.key]
            if 1 < last + 1 == numbers[0] and 1 not in numbers:
                runs += [station for station, _ in zip(kelurahan.stations, _climbing(numbers), strict=False)]
                names.append(f"{name} (mulai {numbers[0]:03d})")
            elif max(numbers) > len(set(numbers)):
                gaps.append((roll, _gap(case, kelurahan, name, set(numbers))))
            last = numbers[-1]
        if runs:
            yield RUN_ON.at(
                runs[0].at(Field.TPS),
                f"Nomor TPS berlanjut dari kelurahan sebelumnya di {listed(names)}: {shown(len(runs))} TPS",
                related=[station.at(Field.TPS) for station in runs[1:SHOWN]],
                raw=runs[0].tps,
                count=len(runs),
            )
    yield from gathered(gaps, lambda count: f"Nomor TPS tidak berurutan di {shown(count)} kelurahan")


def _climbing(numbers: list[int]) -> Iterator[int]:
    """The first numbers, as long as each is one more than the one before."""
    for place, number in enumerate(numbers):
        if number != numbers[0] + place:
            return
        yield number


def _gap(case: Case, kelurahan: _Kelurahan, name: str, numbers: set[int]) -> Finding:
    missing = [f"{each:03d}" for each in range(1, max(numbers) + 1) if each not in numbers]
    after = next(station for station in kelurahan.stations if int(station.tps) > int(missing[0]))
    return GAP.at(
        after.at(Field.TPS),
        f"{name}: TPS {listed(missing)} tidak ada, padahal ada sampai TPS {max(numbers):03d}",
        region=case.book.regions.region(kelurahan.key),
        raw=after.tps,
    )


def _kelurahan(roll: Roll) -> Iterable[_Kelurahan]:
    """The ordinary TPS of each kelurahan, in the order in which the table brings them."""
    found: dict[RegionKey, _Kelurahan] = {}
    for station in roll.stations:
        if (number := int(station.tps)) < SPECIAL:
            kelurahan = found.get(station.kelurahan)
            if kelurahan is None:
                kelurahan = found[station.kelurahan] = _Kelurahan(station.kelurahan, [], [])
            kelurahan.stations.append(station)
            kelurahan.numbers.append(number)
    return found.values()


CHECK = Check((GAP, RUN_ON), check)
