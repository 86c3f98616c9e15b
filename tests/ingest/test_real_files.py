"""Real voter lists, as published; their totals are known. Skipped where the files are absent."""

from pathlib import Path
from typing import NamedTuple

import pytest

from logistik.ingest.book import Book
from logistik.readers.source import read
from tests.ingest.sheets import book


class Published(NamedTuple):
    """What is known of a list; `voters` are those of the TPS that have a number."""

    file: str
    stations: int
    voters: int
    unknown: int
    kecamatan: int
    kelurahan: int
    kota: str | None = None


LISTS = {
    "Wanareja": Published("wanareja-pilkada-2024.xlsx", 175, 83_217, 0, 1, 16),
    "Karanganyar": Published("karanganyar-pilkada-2024.xlsx", 1_344, 711_480, 0, 17, 177),
    "Balikpapan 2019": Published("balikpapan-pemilu-2019.csv", 2_055, 464_114, 4, 6, 34, "Kota Balikpapan"),
}


def opened(folder: Path, file: str) -> Book:
    """The book of one real file."""
    return book(read(folder / file, file).grids)


@pytest.mark.parametrize("known", LISTS.values(), ids=LISTS)
def test_a_real_list_adds_up_to_its_published_totals(known: Published, real_files: Path) -> None:
    here = opened(real_files, known.file)
    voters = [station.voters for station in here.stations]
    keys = {station.kelurahan for station in here.stations}
    assert (len(voters), voters.count(None)) == (known.stations, known.unknown)
    assert sum(number for number in voters if number is not None) == known.voters
    assert (len({key.parent for key in keys}), len(keys)) == (known.kecamatan, known.kelurahan)
    assert here.regions.kota == known.kota
    assert here.repeated == ()
    assert not any(roll.strays or roll.totals or roll.total_is_not_the_sum for roll in here.rolls)


def test_the_placeholders_of_2019_are_unknown_and_told(real_files: Path) -> None:
    here = opened(real_files, "balikpapan-pemilu-2019.csv")
    unknown = [station for station in here.stations if station.voters is None]
    assert [(station.kelurahan.kelurahan, station.tps) for station in unknown] == [
        ("damaibahagia", tps) for tps in ("059", "060", "061", "062")
    ]
    troubles = [trouble for roll in here.rolls for trouble in roll.troubles]
    assert {trouble.row for trouble in troubles} == {station.row for station in unknown}
    assert sum((station.voters or 0) > 300 for station in here.stations) == 5


def test_the_blanks_of_2024_are_unknown_and_its_zeros_are_zeros(real_files: Path) -> None:
    here = opened(real_files, "balikpapan-pemilu-2024-partial.csv")
    voters = [station.voters for station in here.stations]
    assert (len(voters), voters.count(None), voters.count(0)) == (2_047, 949, 34)
    assert {"901", "907"} <= {station.tps for station in here.stations}
    failing = [
        station
        for station in here.stations
        if None not in (station.male, station.female, station.total)
        and (station.male or 0) + (station.female or 0) != station.total
    ]
    assert len(failing) == 22
    assert all(station.voters == station.total for station in failing)


def test_the_voter_columns_of_2024_are_those_of_the_roll_and_not_of_those_who_came(real_files: Path) -> None:
    first = opened(real_files, "balikpapan-pemilu-2024-partial.csv").stations[0]
    assert (first.male, first.female, first.total) == (135, 111, 246)
