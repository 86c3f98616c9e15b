"""Disturbed packing lists and lists of cartons: nothing crashes, and no row with numbers is lost without a word."""

from collections.abc import Collection
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from logistik.checks.registry import run_all
from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.core.vocabulary import Role
from logistik.ingest.numbers import read_count
from logistik.ingest.row_kinds import RowKind
from logistik.ingest.seen import SheetSeen
from logistik.ingest.understood import understand
from logistik.services.audit import make_case
from tests.fuzz.disturbances import DISTURBANCES, Disturbance, Sheet
from tests.fuzz.test_disturbed import DPT, OFFICE, RULES
from tests.ingest.sheets import book

PACKING: Sheet = [
    ["Kecamatan", "Kelurahan", "TPS", "Gubernur", "Hitung 2 Gubernur", "Wali Kota", "Segel"],
    ["Balikpapan Kota", "Damai", 1, 412, 412, 411, "Ya"],
    ["Balikpapan Kota", "Damai", 2, 208, 208, 207, ""],
    ["Balikpapan Kota", "Prapatan", 1, 311, 311, 310, "Belum"],
    ["Balikpapan Barat", "Baru Ilir", 1, 415, 415, 414, "Ya"],
    ["Balikpapan Barat", "Baru Ilir", 2, 367, 367, 366, "Ya"],
    ["Balikpapan Barat", "Marga Sari", 1, 509, 509, 508, "A 00123"],
    ["JUMLAH", "", "", 2222, 2222, 2216, ""],
]
CARTONS: Sheet = [
    ["No. Koli", "Jenis Pemilihan", "Peruntukan", "Isi Label", "Hasil Hitung", "Kondisi", "Kecamatan"],
    ["G-01", "Gubernur", "", 2000, 2000, "Baik", ""],
    ["G-02", "Gubernur", "", 232, 232, "Basah", "Balikpapan Barat"],
    ["W-01", "Wali Kota", "", 2000, 1999, "Baik", ""],
    ["W-02", "Wali Kota", "", 230, "", "Baik", ""],
    ["P-01", "Wali Kota", "PSU", 2000, "", "Segel utuh", ""],
]
TOLD = frozenset(RowKind) - {RowKind.NOTE, RowKind.NAMED, RowKind.SECTION, RowKind.UNFILLED, RowKind.EMPTY_TOTAL}
"""What a row with numbers of sheets may be called; a note or a name has none."""


def seen(sheet: Sheet, name: str) -> SheetSeen:
    """What is understood of a sheet beside the voter list."""
    return understand([Grid("dpt.xlsx", "DPT", DPT), Grid(f"{name}.xlsx", name, sheet)], OFFICE, ())[1]


def counted_columns(sheet: SheetSeen, role: Role) -> Collection[int]:
    """The columns of sheets in the tables of a role."""
    counts = {"packed", "recounted"} if role is Role.PACKING else {"noted", "received"}
    return {
        each.column.position
        for table in sheet.tables
        if table.role is role
        for each in table.columns
        if each.column.key and each.column.key.name in counts and not each.is_doubled
    }


def test_the_truth_itself_is_read_whole() -> None:
    packing, cartons = seen(PACKING, "pengesetan"), seen(CARTONS, "koli")
    assert [(table.role, table.data_rows, table.strays) for table in packing.tables] == [(Role.PACKING, 6, 0)]
    assert [(table.role, table.data_rows) for table in cartons.tables] == [(Role.CARTONS, 5)]
    assert [total.agrees for table in packing.tables for total in table.control_totals] == [True]


@settings(max_examples=400, derandomize=True, deadline=None)
@given(
    st.sampled_from([(Role.PACKING, PACKING), (Role.CARTONS, CARTONS)]),
    st.lists(st.sampled_from(DISTURBANCES), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_no_row_of_a_disturbed_list_is_lost_without_a_word(
    given_list: tuple[Role, Sheet], disturbances: list[Disturbance], chance: Random
) -> None:
    role, truth = given_list
    sheet = [list(row) for row in truth]
    for disturb in disturbances:
        disturb(sheet, chance)
    told = seen(sheet, role)
    assert set(told.kinds) == {row for row, values in enumerate(sheet) if any(value != "" for value in values)}
    if told.role is role and len(told.tables) == 1:
        columns, first = counted_columns(told, role), max(told.tables[0].header_rows)
        for row, values in enumerate(sheet[first + 1 :], first + 1):
            has_sheets = any(
                at < len(values) and isinstance(number := read_count(values[at]), int) and number for at in columns
            )
            assert not has_sheets or told.kinds[row] in TOLD, (row, told.kinds[row], sheet)
    try:
        case = make_case(
            book([Grid("dpt.xlsx", "DPT", DPT), Grid("daftar.xlsx", role, sheet)], OFFICE),
            RULES, OFFICE, ["gubernur", "walikota"],
        )  # fmt: skip
    except LogistikError:
        return
    findings = run_all(case)
    if case.book.sheets[1].has_counts and not (case.book.packing_sheets or case.book.carton_sheets):
        assert findings, sheet
