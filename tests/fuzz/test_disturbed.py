"""A reading that differs from the truth always comes with a finding."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from logistik.checks.registry import run_all
from logistik.core.errors import LogistikError
from logistik.core.findings import Finding
from logistik.core.grid import Grid
from logistik.core.office import Kantor, Kendali, Ketetapan, Office
from logistik.core.regions import RegionKey
from logistik.services.audit import make_case
from logistik.settings import rulesets
from tests.fuzz.disturbances import DISTURBANCES, Disturbance, Sheet
from tests.ingest.sheets import book

DPT: Sheet = [
    ["Kecamatan", "Kelurahan", "TPS", "L", "P", "Jumlah"],
    ["Balikpapan Kota", "Damai", 1, 191, 210, 401],
    ["Balikpapan Kota", "Damai", 2, 95, 107, 202],
    ["Balikpapan Kota", "Prapatan", 1, 140, 163, 303],
    ["Balikpapan Barat", "Baru Ilir", 1, 200, 204, 404],
    ["Balikpapan Barat", "Baru Ilir", 2, 188, 170, 358],
    ["Balikpapan Barat", "Marga Sari", 1, 255, 241, 496],
]
STOCK: Sheet = [
    ["Jenis Pemilihan", "Kecamatan", "Diterima", "Baik", "Rusak", "Salah Daerah"],
    ["Gubernur", "Balikpapan Kota", 1950, 1932, 11, 7],
    ["Gubernur", "Balikpapan Barat", 1420, 1404, 13, 3],
    ["Wali Kota", "Balikpapan Kota", 1955, 1938, 12, 5],
    ["Wali Kota", "Balikpapan Barat", 1425, 1407, 14, 4],
]
OFFICE = Office(
    kantor=Kantor(kota="Kota Balikpapan"),
    kendali=Kendali(tps=Ketetapan(6), pemilih=Ketetapan(2164)),
)
RULES = rulesets.load("pilkada-2024", {}).ruleset
EXPECTED = {"LG609", "LG610"}
"""Swapped sheets and a surplus, which the truth holds."""
Figures = tuple[dict[tuple[RegionKey, str], int | None], dict[tuple[str, str], tuple[int | None, ...]]]


def understood(dpt: Sheet, stock: Sheet) -> tuple[Figures, list[Finding]]:
    """The voters of each TPS and the sheets of each kecamatan, as read, and all findings."""
    here = book([Grid("dpt.xlsx", "DPT", dpt), Grid("stok.xlsx", "Stok", stock)], OFFICE)
    case = make_case(here, RULES, OFFICE, ["gubernur", "walikota"])
    voters = {(station.kelurahan, station.tps): station.voters for station in here.stations}
    sheets: dict[tuple[str, str], tuple[int | None, ...]] = {
        (region.kecamatan, election): (balance.received, balance.good, balance.damaged, balance.swapped, balance.later)
        for (region, election, stock), balance in case.balances.items()
        if stock == "voting" and not region.kelurahan
    }
    return (voters, sheets), run_all(case)


TRUTH, CLEAN = understood(DPT, STOCK)


def test_the_truth_itself_raises_nothing() -> None:
    assert {finding.code for finding in CLEAN} == EXPECTED
    assert sum(voters or 0 for voters in TRUTH[0].values()) == 2164


@settings(max_examples=1200, derandomize=True, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(DISTURBANCES), st.integers(0, 1)), min_size=1, max_size=3),
    st.randoms(use_true_random=False),
)
def test_a_disturbed_workbook_reads_as_the_truth_or_says_that_something_is_wrong(
    disturbances: list[tuple[Disturbance, int]], chance: Random
) -> None:
    sheets = [[list(row) for row in sheet] for sheet in (DPT, STOCK)]
    for disturb, at in disturbances:
        disturb(sheets[at], chance)
    try:
        figures, findings = understood(*sheets)
    except LogistikError:
        return
    assert figures == TRUTH or any(finding.code not in EXPECTED for finding in findings), sheets
