"""What is said of a sheet after it was read: every row has its place, every column its sureness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.grid import Grid
from logistik.core.office import Alias, Office, TanpaJudul
from logistik.core.vocabulary import Field, Role
from logistik.ingest.columns import field_of
from logistik.ingest.fields import FIELDS_OF, word_for
from logistik.ingest.lists import RecapSign
from logistik.ingest.row_kinds import RowKind
from logistik.ingest.seen import SheetSeen
from logistik.ingest.suggestions import nearest
from logistik.ingest.understood import understand
from tests.core.pace import modest
from tests.ingest.sheets import grid
from tests.ingest.test_layouts import voter_lists, warehouses


def seen(drawn: str | Grid, *merges: str, **columns: str) -> SheetSeen:
    """A sheet as understood, with the office's column aliases."""
    sheet = drawn if isinstance(drawn, Grid) else grid(drawn, *merges)
    return understand([sheet], Office(alias=Alias(kolom=columns)), ())[0]


def kinds(sheet: SheetSeen) -> dict[int, str]:
    """What each row is, by its number in the sheet."""
    return {row + 1: kind.value for row, kind in sorted(sheet.kinds.items())}


def sureness(sheet: SheetSeen) -> dict[str, tuple[str | None, float]]:
    """What each column of the first table became and how sure, by its header."""
    return {
        each.column.header: (each.column.key.name if each.column.key else None, each.sureness.confidence)
        for each in sheet.tables[0].columns
    }


@pytest.mark.parametrize("field", sorted({field for fields in FIELDS_OF.values() for field in fields}))
def test_the_word_that_is_printed_for_a_field_means_that_field(field: Field) -> None:
    assert field_of(word_for(field)) is field


@modest
@given(st.one_of(voter_lists().map(lambda case: [case[1]]), warehouses().map(lambda case: case[1])), st.data())
def test_each_row_that_is_not_blank_is_told_once(grids: list[Grid], data: st.DataObject) -> None:
    sheet = seen(data.draw(st.sampled_from(grids)))
    filled = {row for row, values in enumerate(sheet.grid.rows) if any(value != "" for value in values)}
    assert set(sheet.kinds) == filled
    told = [row for each in sheet.left_out for row in range(each.first, each.last + 1)]
    kept = [row for row, kind in sheet.kinds.items() if kind in (RowKind.HEADER, RowKind.DATA)]
    assert sorted([*told, *kept]) == sorted(filled)
    assert sum(table.data_rows for table in sheet.tables) == list(sheet.kinds.values()).count(RowKind.DATA)


@modest
@given(drawn=voter_lists())
def test_totals_that_are_right_are_told_as_right(drawn: tuple[object, Grid]) -> None:
    for table in seen(drawn[1]).tables:
        for total in table.control_totals:
            assert total.agrees
            assert all(each.computed == each.stated for each in total.figures)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("JUMLAH|  |     |   |   |", "empty-total"),
        ("JUMLAH|  |     |100|110|210", "total"),
        ("      |  |     |100|110|210", "computed-total"),
        ("Kec   |Kel|TPS |L  |P  |Jumlah", "repeated-header"),
        ("Utara |Mawar| |100|110|210", "stray"),
        ("Ketua |  |     |   |   |", "note"),
        ('|       |  |     |   |" "|" "', "unfilled"),
        ("Utara |Mawar|3|   |   |", "data"),
        ("      |     | |   |   |", None),
    ],
)
def test_a_row_below_two_stations_is_this(row: str, kind: str | None) -> None:
    head = "Kec|Kel|TPS|L|P|Jumlah\nUtara|Mawar|1|40|50|90\nUtara|Mawar|2|60|60|120\n"
    assert kinds(seen(grid(f"{head}{row}"))).get(4) == kind


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("JUMLAH     |500|480", "data"),
        ("Utara      |   |   ", "named"),
        ("1          |2  |3  ", "column-numbers"),
        ("Utara      |500|480", "data"),
    ],
)
def test_a_row_right_under_the_head_of_a_stock_is_this(row: str, kind: str) -> None:
    sheet = seen(grid(f"Kecamatan|Diterima|Baik\n{row}\nTimur|500|480"))
    assert kinds(sheet)[2] == kind


def test_a_voter_list_of_large_rows_is_a_recap_and_says_why() -> None:
    sheet = seen("Kecamatan|Kelurahan|TPS|Jumlah\nUtara|Mawar|40|12000\nUtara|Melati|35|11000")
    assert sheet.role is Role.RECAP
    assert sheet.tables[0].sign is RecapSign.LARGE


def test_the_rows_of_a_recap_and_its_totals_are_told() -> None:
    sheet = seen("Kecamatan|Jumlah TPS|Jumlah\nUtara|40|12000\nTimur|35|11000\nTOTAL|75|23001\nKetua||")
    assert kinds(sheet) == {1: "header", 2: "data", 3: "data", 4: "total", 5: "note"}
    (total,) = sheet.tables[0].control_totals
    assert [(each.stated, each.computed) for each in total.figures] == [(75, 75), (23_001, 23_000)]


def test_how_sure_a_column_is_follows_from_its_words() -> None:
    sheet = seen(
        """
        Kecamatan | Jumlah Diterima | Rusak  |       |       | Bagus Sekali | Catatan Petugas
                  |                 | Jumlah | Sobek | Aneh  |              |
        Utara     | 500             | 9      | 5     | 4     | 491          | ya
        """,
        "C1:E1",
        **{"bagus sekali": "baik"},
    )
    assert sureness(sheet) == {
        "Kecamatan": ("kecamatan", 1.0),
        "Jumlah Diterima": ("received", 0.9),
        "Rusak / Jumlah": ("damaged", 0.8),
        "Rusak / Sobek": ("damage_category", 1.0),
        "Rusak / Aneh": ("damage_category", 0.6),
        "Bagus Sekali": ("good", 1.0),
        "Catatan Petugas": (None, 0.0),
    }


def test_a_column_that_promises_what_another_did_is_told_as_doubled() -> None:
    columns = seen("Kecamatan|Diterima|Baik|Diterima\nUtara|500|480|500").tables[0].columns
    assert [each.is_doubled for each in columns] == [False, False, False, True]


def test_the_first_rows_show_what_was_read_and_not_what_was_typed() -> None:
    sheet = seen(
        """
        Kec.      | Kel   | TPS     | L   | P
        KEC UTARA | Mawar | TPS 1   | 1.40| "1.140"
                  |       | "002"   | 60  | -
        """
    )
    first, second = (dict(row.values) for row in sheet.tables[0].first)
    assert (first["kecamatan"], first["tps"], first["female"], first["voters"]) == ("Utara", "001", 1140, None)
    assert (second["kecamatan"], second["kelurahan"], second["tps"]) == ("Utara", "Mawar", "002")
    assert sheet.tables[0].without_voters == 2


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Kecamtan", Field.KECAMATAN),
        ("Diterma", Field.RECEIVED),
        ("dpt_l_2019", Field.MALE),
        ("Blm Disortir", Field.UNSORTED),
        ("Jml A", None),
        ("Harga Satuan", None),
        ("NIK", None),
    ],
)
def test_a_likeness_is_offered_only_where_there_is_one(text: str, field: Field | None) -> None:
    every = sorted({field for fields in FIELDS_OF.values() for field in fields})
    found = nearest(text, every)
    assert (found[0].field if found else None) == field


def test_rows_that_name_the_region_of_those_below_are_told_as_such() -> None:
    sheet = seen(
        """
        Wilayah          | TPS | Jumlah
        KECAMATAN UTARA  |     |
        KELURAHAN MAWAR  |     |
                         | 1   | 300
                         | 2   | 310
        Catatan: sementara |   |
        """
    )
    assert kinds(sheet) == {1: "header", 2: "section", 3: "section", 4: "data", 5: "data", 6: "note"}


def test_rows_that_name_the_election_of_those_below_are_told_as_such() -> None:
    sheet = seen("Kecamatan|Diterima|Baik\nGUBERNUR\nUtara|310|300\nBUPATI\nUtara|310|300")
    assert kinds(sheet) == {1: "header", 2: "section", 3: "data", 4: "section", 5: "data"}
    assert sheet.tables[0].lacks == ()


def test_tables_side_by_side_share_their_rows() -> None:
    sheet = seen(
        """
        Kec   | Kel   | TPS | Jumlah | Kec   | Kel     | TPS | Jumlah
        Utara | Mawar | 1   | 300    | Timur | Anggrek | 1   | 310
        Utara | Mawar | 2   | 300    |       |         |     |
              |       |     |        | Catatan |       |     |
        """
    )
    assert [table.data_rows for table in sheet.tables] == [2, 1]
    assert kinds(sheet) == {1: "header", 2: "data", 3: "data", 4: "note"}


def test_numbers_beside_their_heads_are_told_with_the_heads_own_words() -> None:
    rows = [["Kec", "Kel", "TPS", "L", "P", "Jumlah", ""]]
    rows += [["Utara", "Mawar", n, "", 100 + n, 110 + n, 210 + 2 * n] for n in range(1, 9)]  # type: ignore[list-item]
    sheet = seen(grid(rows))
    assert sheet.tables[0].shift == 1
    assert sureness(sheet)["L"] == ("male", 1.0)
    assert [each.column.cell for each in sheet.tables[0].columns][3:] == ["D1", "E1", "F1"]


def test_a_sheet_without_a_header_shows_the_columns_of_the_settings() -> None:
    stated = TanpaJudul("data.xlsx", ("kecamatan", "kelurahan", "tps", "jumlah pemilih", ""), baris_pertama=2)
    rows = grid("Daftar\nUtara|Mawar|1|300|Budi\nUtara|Mawar|2|310|Siti")
    (sheet,) = understand([rows], Office(tanpa_judul=(stated,)), ())
    assert kinds(sheet) == {1: "title", 2: "data", 3: "data"}
    assert sheet.tables[0].header_rows == ()
    assert {each.sureness.confidence for each in sheet.tables[0].columns} == {1.0, 0.0}


def test_thousands_that_were_restored_are_counted_and_their_total_is_right() -> None:
    sheet = seen(
        """
        STOK GUBERNUR
        Kecamatan | Diterima | Baik
        Utara     | 62.231   | 62.112
        Timur     | 70.513   | 70.479
        Barat     | 72.213   | 72.201
        TOTAL     | 204.957  | 204.792
        """
    )
    assert sheet.tables[0].restored == 8
    assert [each.computed for each in sheet.tables[0].control_totals[0].figures] == [204_957, 204_792]


def test_an_old_result_is_replaced_and_its_cell_told() -> None:
    rows = grid("Kecamatan|Diterima|Baik|Rusak\nUtara|500|490|99\nTimur|300|300|0")
    sheet = seen(Grid(rows.file, rows.sheet, rows.rows, formulas={(1, 3): "B2-C2", (2, 3): "B3-C3"}))
    assert [row.values["damaged"] for row in sheet.tables[0].first] == [10, 0]
    assert (sheet.formulas.cells, sheet.formulas.stale) == (2, ((1, 3),))


def test_a_column_that_holds_regions_and_tps_is_told_as_both() -> None:
    sheet = seen("Wilayah|Jumlah\nKECAMATAN UTARA|610\nKELURAHAN MAWAR|610\nTPS 1|300\nTPS 2|310")
    both = [each for each in sheet.tables[0].columns if each.column.cell == "A1"]
    assert [each.column.key.name for each in both if each.column.key] == ["region", "tps"]
    assert [each.sureness.because for each in both] == ["kata yang dikenal", "dari isi barisnya"]
