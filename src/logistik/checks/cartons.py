"""The cartons of each election and stock: their sequences, and how many were signed for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from logistik.checks.case import Case
from logistik.core.daily import Verdict
from logistik.core.office import Ketetapan
from logistik.core.places import Location
from logistik.core.regions import CITY
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.book import HoldingKey
from logistik.ingest.carton_conditions import Condition, condition_of
from logistik.ingest.names import region_key
from logistik.ingest.records import CartonRow

LATE_START = 3
"""A sequence that begins after this many numbers goes on from another list; one that begins before lacks them."""

LONGEST = 60
"""So many characters of a cell are quoted."""

CartonKey = tuple[str, Stock]
"""Election and stock."""


class Stated(NamedTuple):
    """How many cartons the stock sheet says there are, and in which cells."""

    cartons: int
    places: tuple[Location, ...]


def cartons_of(case: Case) -> dict[CartonKey, list[CartonRow]]:
    """The cartons of the elections of this audit, in the order of their rows."""
    found: dict[CartonKey, list[CartonRow]] = {}
    for row in (entry.row for entry in case.book.cartons):
        if row.election in case.elections and row.election is not None:
            found.setdefault((row.election, row.stock), []).append(row)
    return found


def sequences(rows: Sequence[CartonRow]) -> Iterator[list[CartonRow]]:
    """The numbered cartons of one election and stock in order, those of each series by themselves.

    Where the numbers begin again with each kecamatan, every kecamatan is a sequence of its own.
    """
    series: dict[str, dict[str, list[CartonRow]]] = {}
    for row in rows:
        if row.serial is not None:
            of_all = series.setdefault(row.serial.series, {})
            of_all.setdefault(region_key(row.kecamatan, "kecamatan") if row.kecamatan else "", []).append(row)
    for parts in series.values():
        begins_again = sum(any(first(row) == 1 for row in part) for part in parts.values()) > 1
        found = parts.values() if begins_again else [[row for part in parts.values() for row in part]]
        yield from (sorted(sequence, key=first) for sequence in found)


def first(row: CartonRow) -> int:
    """The number of a numbered carton; of a range the lowest."""
    return row.serial.first if row.serial else 0


def last(row: CartonRow) -> int:
    """The number of a numbered carton; of a range the highest."""
    return row.serial.last if row.serial else 0


def is_opened_revote(row: CartonRow) -> bool:
    """Whether a carton of the stock for a revote was opened or counted, which is no fault."""
    is_opened = row.received is not None or condition_of(row.condition) is Condition.OPENED
    return row.stock is Stock.REVOTE and is_opened


def is_quarantined(row: CartonRow) -> bool:
    """Whether a carton has to be set apart and counted: harmed, or opened though it is for voting day."""
    condition = condition_of(row.condition)
    return condition is Condition.HARMED or (condition is Condition.OPENED and row.stock is Stock.VOTING)


def number_of(row: CartonRow) -> str:
    """The number of a carton as messages and documents print it; its row where it has none."""
    return shortened(row.number) or f"baris {row.row + 1}"


def name_of(row: CartonRow) -> str:
    """A carton as messages name it."""
    return f"koli {number_of(row)}" if row.number else f"koli di {number_of(row)}"


def shortened(text: str) -> str:
    """A text of a cell, cut where it is longer than a number or a remark is."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def signed_for(case: Case, key: CartonKey) -> Ketetapan | None:
    """The cartons of the delivery note as `[kendali]` gives them."""
    controls = case.office.kendali
    if controls is None:
        return None
    return (controls.koli_psu if key[1] is Stock.REVOTE else controls.koli).get(key[0])


def stated(case: Case, key: CartonKey) -> Stated | None:
    """The cartons by the stock sheet: the row of the kabupaten/kota, else the rows of its kecamatan if each says so."""
    if (own := _of_region(case, (CITY, *key))) is not None:
        return own
    parts = [(part, *key) for part in case.book.regions.children.get(CITY, ())]
    found = [_of_region(case, part) for part in parts if part in case.book.holdings]
    known = [each for each in found if each is not None]
    if not known or len(known) < len(found):
        return None
    return Stated(sum(each.cartons for each in known), tuple(place for each in known for place in each.places))


def _of_region(case: Case, key: HoldingKey) -> Stated | None:
    """What the rows of one region say: the recap, else all days together."""
    holding = case.book.holdings.get(key)
    rows = [entry.row for entry in holding.entries if Field.CARTON_COUNT in entry.row.stated] if holding else []
    recaps = [row for row in rows if not row.sorting]
    counts = [row.stated[Field.CARTON_COUNT] for row in recaps or rows]
    places = tuple(row.at(Field.CARTON_COUNT) for row in recaps or rows)
    if len(set(counts)) == 1 and (recaps or len(rows) == 1):
        return Stated(counts[0], places[:1])
    is_daily = holding is not None and holding.combined.verdict is Verdict.DAILY
    return Stated(sum(counts), places) if rows and not recaps and is_daily else None
