"""Sums in a packing list above the TPS that they add up, in rows that say how many TPS there are."""

import pytest

from logistik.ingest.names import station_count
from logistik.ingest.packing import read_packing
from logistik.ingest.records import PackingSheet
from logistik.ingest.regions import Names
from tests.ingest.sheets import table

LIST = """
    Kecamatan: Utara
    Pengesetan Gubernur
    TPS|Kelurahan|Dikemas
    2 TPS|Mawar|{mawar}
    "001"|Mawar|410
    "002"|Mawar|405
    1 TPS|Melati|{melati}
    "001"|Melati|300
    3 TPS|Jumlah Utara|{utara}
"""


def read(mawar: object = "", melati: object = "", utara: object = "") -> PackingSheet:
    return read_packing(table(LIST.format(mawar=mawar, melati=melati, utara=utara)), Names({}))


@pytest.mark.parametrize("sums", [{}, {"mawar": 815, "melati": 300, "utara": 1115}])
def test_they_are_no_tps_and_no_strays(sums: dict[str, int]) -> None:
    sheet = read(**sums)
    rows = [(row.kelurahan.kelurahan, row.tps, row.sheets, row.election) for row in sheet.rows]
    assert rows == [
        ("mawar", "001", 410, "gubernur"), ("mawar", "002", 405, "gubernur"), ("melati", "001", 300, "gubernur"),
    ]  # fmt: skip
    assert not sheet.strays
    assert [total.differences for total in sheet.totals] == [()] * len(sums)


@pytest.mark.parametrize(
    ("sums", "label", "stated", "expected"),
    [
        ({"mawar": 900}, "Mawar", 900, 815),
        ({"melati": 301}, "Melati", 301, 300),
        ({"utara": 1000}, "Jumlah Utara", 1000, 1115),
    ],
)
def test_one_that_is_wrong_is_held_against_its_tps(
    sums: dict[str, int], label: str, stated: int, expected: int
) -> None:
    sheet = read(**sums)
    (total,) = sheet.totals
    (difference,) = total.differences
    assert (total.label, difference.stated, difference.expected) == (label, stated, expected)
    assert not sheet.strays


@pytest.mark.parametrize(
    ("text", "count"),
    [("64 TPS", 64), ("1 tps", 1), ("TPS 64", None), ("64", None), (64.0, None), ("64 TPS loksus", None), ("", None)],
)
def test_a_count_of_tps_is_no_number_of_one(text: str | float, count: int | None) -> None:
    assert station_count(text) == count
