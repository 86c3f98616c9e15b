"""Whatever the layout, the reading is the truth: random figures in randomly disturbed sheets."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from logistik.core.grid import Grid, Value
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Stock
from logistik.ingest.names import region_key
from tests.core.city import counted
from tests.ingest.layouts import ELECTIONS, KECAMATAN, KELURAHAN, NUMBERS, STATIONS, Page, laid_out, names
from tests.ingest.sheets import book, grid

Place = tuple[str, str, int]
"""Kecamatan, kelurahan, number of the TPS."""

Sheets = tuple[int, int, int, int]
"""Good, damaged, swapped, unsorted."""

FIGURES = ("good", "damaged", "swapped", "unsorted")

rolls = st.dictionaries(
    st.tuples(st.sampled_from(KECAMATAN), st.sampled_from(KELURAHAN), st.integers(1, 12)),
    st.tuples(st.integers(1, 399), st.integers(1, 399)),
    min_size=1,
    max_size=8,
)
"""Men and women of each TPS."""

stocks = st.dictionaries(
    st.tuples(st.sampled_from(KECAMATAN), st.sampled_from(sorted(ELECTIONS))),
    st.tuples(st.integers(1, 99_999), st.integers(0, 999), st.integers(0, 999), st.integers(0, 9_999)),
    min_size=1,
    max_size=6,
)
"""Sheets of each kecamatan and election."""


@st.composite
def voter_lists(draw: st.DrawFn) -> tuple[dict[Place, tuple[int, int]], Grid]:
    """A voter list and the truth that it shows."""
    truth = draw(rolls)
    counted = draw(st.sampled_from([("male", "female"), ("voters",), ("male", "female", "voters")]))
    number, station = draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(STATIONS))
    spell = {
        "kecamatan": draw(st.sampled_from(names("Kec"))),
        "kelurahan": draw(st.sampled_from(names("Kel"))),
    }
    fills_down, has_subtotals, has_total = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    label = draw(st.sampled_from(["kecamatan", "kelurahan"]))

    def total(word: str, kecamatan: str = "", kelurahan: str = "") -> dict[str, Value]:
        inside = [
            sexes for place, sexes in truth.items() if kelurahan in ("", place[1]) and kecamatan in ("", place[0])
        ]
        men, women = sum(men for men, _ in inside), sum(women for _, women in inside)
        sums = {"male": number(men), "female": number(women), "voters": number(men + women)}
        return {label: word, **{field: sums[field] for field in counted}}

    rows: list[dict[str, Value]] = []
    before = ("", "")
    for kecamatan, kelurahan, tps in sorted(truth):
        if has_subtotals and before not in {("", ""), (kecamatan, kelurahan)}:
            rows.append(total("JUMLAH", *before))
        men, women = truth[kecamatan, kelurahan, tps]
        sexes = {"male": number(men), "female": number(women), "voters": number(men + women)}
        row: dict[str, Value] = {"tps": station(tps), **{field: sexes[field] for field in counted}}
        if not fills_down or before[0] != kecamatan:
            row["kecamatan"] = spell["kecamatan"](kecamatan)
        if not fills_down or before != (kecamatan, kelurahan):
            row["kelurahan"] = spell["kelurahan"](kelurahan)
        rows.append(row)
        before = (kecamatan, kelurahan)
    rows += [total("TOTAL")] * has_total
    return truth, draw(laid_out(Page(("kecamatan", "kelurahan", "tps", *counted), rows)))


@settings(max_examples=150, deadline=None)
@given(voter_lists())
def test_a_voter_list_is_read_as_it_is_meant_in_any_layout(case: tuple[dict[Place, tuple[int, int]], Grid]) -> None:
    truth, sheet = case
    here = book([sheet])
    (roll,) = here.rolls
    assert {(*each.kelurahan[:2], each.tps): each.voters for each in here.stations} == {
        (region_key(kecamatan, "kecamatan"), region_key(kelurahan, "kelurahan"), f"{tps:03d}"): men + women
        for (kecamatan, kelurahan, tps), (men, women) in truth.items()
    }
    assert len(here.stations) == len(truth)
    assert (roll.strays, roll.troubles, here.repeated) == ([], [], ())
    assert not any(total.differences for total in roll.totals)


TITLE: list[Value] = ["Kecamatan", "Kelurahan", "TPS", "DPT"]
STATION: list[list[Value]] = [[name, "Damai", 1, 400] for name in KECAMATAN]
DPT = grid([TITLE, *STATION], sheet="DPT")

Truth = dict[tuple[str, str], Sheets]


def cells(sheets: Sheets, draw: st.DrawFn, election: str = "") -> dict[str, Value]:
    """The figures of one row, each number spelled as it comes."""
    known = {"received": sum(sheets), **dict(zip(FIGURES, sheets, strict=True))}
    ending = f":{election}" if election else ""
    return {f"{field}{ending}": draw(st.sampled_from(NUMBERS))(value) for field, value in known.items()}


def added(truth: Mapping[tuple[str, str], Sheets], election: str = "") -> Sheets:
    """The figures of all kecamatan, of one election or of all."""
    inside = [sheets for (_, name), sheets in truth.items() if election in ("", name)]
    good, damaged, swapped, unsorted = map(sum, zip(*inside, strict=True))
    return good, damaged, swapped, unsorted


def long(truth: Truth, draw: st.DrawFn) -> list[Grid]:
    """One table with a row for each kecamatan and election."""
    spell = draw(st.sampled_from(names("Kec")))
    rows = [
        {"kecamatan": spell(kecamatan), "election": draw(st.sampled_from(ELECTIONS[election]))} | cells(sheets, draw)
        for (kecamatan, election), sheets in truth.items()
    ]
    if draw(st.booleans()):
        rows.append({draw(st.sampled_from(["kecamatan", "election"])): "JUMLAH"} | cells(added(truth), draw))
    fields = ("kecamatan", "election", "received", *FIGURES)
    return [draw(laid_out(Page(fields, rows)))]


def wide(truth: Truth, draw: st.DrawFn) -> list[Grid]:
    """One table with a row for each kecamatan and the elections side by side."""
    spell = draw(st.sampled_from(names("Kec")))
    rows: dict[str, dict[str, Value]] = {}
    for (kecamatan, election), sheets in truth.items():
        rows.setdefault(kecamatan, {"kecamatan": spell(kecamatan)}).update(cells(sheets, draw, election))
    found = list(dict.fromkeys(election for _, election in truth))
    body = [*rows.values()]
    if draw(st.booleans()):
        total: dict[str, Value] = {"kecamatan": "TOTAL"}
        for election in found:
            total |= cells(added(truth, election), draw, election)
        body.append(total)
    heads = {
        f"{field}:{election}": title
        for election in found
        for title in [draw(st.sampled_from(ELECTIONS[election]))]
        for field in ("received", *FIGURES)
    }
    return [draw(laid_out(Page(("kecamatan", *heads), body, heads)))]


def by_sheet(truth: Truth, draw: st.DrawFn) -> list[Grid]:
    """A sheet for each election, which only its title names."""
    pages: list[Grid] = []
    for election in dict.fromkeys(election for _, election in truth):
        rows: list[dict[str, Value]] = [
            {"kecamatan": kecamatan, **cells(sheets, draw)}
            for (kecamatan, name), sheets in truth.items()
            if name == election
        ]
        title = f"SURAT SUARA {draw(st.sampled_from(ELECTIONS[election]))}"
        page = Page(("kecamatan", "received", *FIGURES), rows)
        pages.append(draw(laid_out(page, title=title, sheet=f"Lembar {len(pages)}")))
    return pages


@st.composite
def warehouses(draw: st.DrawFn) -> tuple[Truth, list[Grid]]:
    """A warehouse and the truth that it shows."""
    truth = draw(stocks)
    return truth, draw(st.sampled_from([long, wide, by_sheet]))(truth, draw)


@settings(max_examples=150, deadline=None)
@given(warehouses())
def test_a_warehouse_is_read_as_it_is_meant_in_any_layout(case: tuple[Truth, list[Grid]]) -> None:
    truth, sheets = case
    here = book([DPT, *sheets])
    assert {
        (key, election, stock): holding.combined.count for (key, election, stock), holding in here.holdings.items()
    } == {
        (RegionKey(region_key(kecamatan, "kecamatan")), election, Stock.VOTING): counted(*figures)
        for (kecamatan, election), figures in truth.items()
    }
    assert all(entry.holding is not None for entry in here.entries)
    assert not any(sheet.troubles for sheet in here.stock_sheets)
    assert not any(total.differences for sheet in here.stock_sheets for total in sheet.totals)
