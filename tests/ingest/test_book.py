"""The book: the region of each stock row, a TPS said twice, lists that are recaps, sheets that are nothing."""

import pytest

from logistik.core.daily import Verdict
from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.core.office import Alias, Kantor, Office
from logistik.core.regions import CITY, RegionKey
from logistik.core.vocabulary import Role, Stock
from logistik.ingest.book import Book, recognise
from logistik.ingest.columns import Vocabulary
from logistik.ingest.finder import Misfit
from tests.ingest.sheets import NOBODY, book, grid

DPT = grid(
    """
    Kabupaten/Kota  | Kecamatan       | Kelurahan      | TPS | DPT
    KOTA BALIKPAPAN | BALIKPAPAN KOTA | DAMAI          | 1   | 400
                    |                 | KLANDASAN ULU  | 1   | 410
                    | BALIKPAPAN TIMUR | MANGGAR       | 1   | 420
                    |                 | KARANG         | 1   | 430
                    | BALIKPAPAN UTARA | KARANG        | 1   | 440
    """,
    sheet="DPT",
)
KOTA, TIMUR, UTARA = RegionKey("balikpapankota"), RegionKey("balikpapantimur"), RegionKey("balikpapanutara")
DAMAI, KARANG = RegionKey("balikpapankota", "damai"), RegionKey("balikpapantimur", "karang")


def row(kecamatan: str, kelurahan: str = "", jenis: str = "Gubernur") -> Grid:
    """A warehouse with one row."""
    return grid(
        [["Jenis", "Kecamatan", "Kelurahan", "Diterima", "Baik"], [jenis, kecamatan, kelurahan, 100, 90]], sheet="Stok"
    )


def found(kecamatan: str, kelurahan: str = "", jenis: str = "Gubernur", office: Office = NOBODY) -> object:
    """The region that a row is of, or why it has none."""
    (entry,) = book([DPT, row(kecamatan, kelurahan, jenis)], office).entries
    return entry.misfit or entry.key


REGIONS = {
    ("Balikpapan Kota", ""): KOTA,
    ("KEC. BALIKPAPAN KOTA", ""): KOTA,
    ("balikpapankota", ""): KOTA,
    ("Balikpapan Kota", "Damai"): DAMAI,
    ("", "Kel. Damai"): DAMAI,
    ("Balikpapan Timur", "Karang"): KARANG,
    ("", ""): CITY,
    ("Kota", ""): CITY,
    ("Kota Balikpapan", ""): CITY,
    ("KOTA BALIKPAPAN", ""): CITY,
    ("", "Kota Balikpapan"): CITY,
    ("Gudang", ""): CITY,
    ("Gudang KPU", ""): CITY,
    ("Kab/Kota", ""): CITY,
    ("Balikpapan Barat", ""): Misfit.KECAMATAN,
    ("Balikpapn Kota", ""): Misfit.KECAMATAN,  # likeness is never a match
    ("Kota Samarinda", ""): Misfit.KECAMATAN,
    ("Balikpapan Barat", "Damai"): Misfit.KECAMATAN,
    ("Balikpapan Timur", "Damai"): Misfit.KELURAHAN,
    ("", "Sepinggan"): Misfit.KELURAHAN,
    ("", "Karang"): Misfit.AMBIGUOUS,  # there are two
}


@pytest.mark.parametrize(("typed", "region"), REGIONS.items(), ids=str)
def test_a_stock_row_belongs_to_the_region_that_the_roll_calls_so(typed: tuple[str, str], region: object) -> None:
    assert found(*typed) == region


def test_a_row_of_an_unknown_region_counts_nowhere() -> None:
    assert book([DPT, row("Balikpapan Barat")]).holdings == {}


def test_the_office_says_which_names_mean_the_same() -> None:
    office = Office(alias=Alias(kecamatan={"Bpp Kota": "Balikpapan Kota"}, kelurahan={"Damai Bahagia": "Damai"}))
    assert found("BPP KOTA", office=office) == KOTA
    assert found("bpp kota", "Kel. Damai Bahagia", office=office) == DAMAI
    assert found("Bpp Timur", office=office) == Misfit.KECAMATAN


def test_an_alias_holds_for_the_voter_list_too() -> None:
    office = Office(alias=Alias(kelurahan={"Lemaru": "Lamaru"}))
    here = book([grid("Kecamatan | Desa | TPS | DPT\nTimur | LEMARU | 1 | 10")], office)
    assert here.regions.region(here.stations[0].kelurahan).name == "Lamaru"


def test_the_revote_stock_is_the_citys_wherever_it_lies() -> None:
    assert found("Balikpapan Kota", jenis="Gubernur PSU") == CITY
    assert found("Ruang arsip", jenis="Gubernur PSU") == CITY


@pytest.mark.parametrize("kota", ["Kabupaten Karanganyar", "Kab. Karanganyar"])
def test_a_kabupaten_and_its_namesake_kecamatan_are_two_regions(kota: str) -> None:
    office = Office(kantor=Kantor(kota=kota))
    dpt = grid("Kecamatan | Desa | TPS | DPT\nKaranganyar | Popongan | 1 | 10")
    (own, whole) = (
        book([dpt, row(typed)], office).entries[0].key for typed in ("Karanganyar", "Kabupaten Karanganyar")
    )
    assert (own, whole) == (RegionKey("karanganyar"), CITY)


def test_the_citys_name_is_the_offices_else_the_lists() -> None:
    assert book([DPT]).regions.kota == "Kota Balikpapan"
    assert book([DPT], Office(kantor=Kantor(kota="Kota Contoh"))).regions.kota == "Kota Contoh"
    assert book([grid("Kecamatan | Desa | TPS | DPT\nTimur | Batu | 1 | 10")]).regions.kota is None


def test_the_province_is_the_offices_else_the_lists() -> None:
    dpt = grid("Provinsi | Kecamatan | Desa | TPS | DPT\nKALIMANTAN TIMUR | Timur | Batu | 1 | 10")
    assert book([dpt]).regions.provinsi == "Kalimantan Timur"
    assert book([dpt], Office(kantor=Kantor(provinsi="Kaltim"))).regions.provinsi == "Kaltim"
    assert book([DPT]).regions.provinsi is None


def test_regions_keep_the_order_of_the_list() -> None:
    regions = book([DPT]).regions
    assert [str(regions.region(key)) for key in regions.walk()] == [
        "Kota Balikpapan", "Balikpapan Kota", "Damai, Balikpapan Kota", "Klandasan Ulu, Balikpapan Kota",
        "Balikpapan Timur", "Manggar, Balikpapan Timur", "Karang, Balikpapan Timur",
        "Balikpapan Utara", "Karang, Balikpapan Utara",
    ]  # fmt: skip


def listed(*rows: str) -> Book:
    """A book of one voter list."""
    return book([grid("\n".join(["Kecamatan | Desa | TPS | L | P | Jumlah", *rows]))])


def test_a_tps_said_twice_with_the_same_numbers_counts_once_and_is_told() -> None:
    here = listed(
        "Timur | Batu | 1 | 10 | 12 | 22", "Timur | BATU | 001 | 10 | 12 | 22", "Timur | Batu | 2 | 1 | 2 | 3"
    )
    assert [(each.tps, each.voters) for each in here.stations] == [("001", 22), ("002", 3)]
    assert [(first.row, again.row) for first, again in here.repeated] == [(1, 2)]


def test_a_tps_said_twice_with_other_numbers_is_two_rows_and_is_told() -> None:
    here = listed("Timur | Batu | 1 | 10 | 12 | 22", "Timur | Batu | 1 | 11 | 11 | 22")
    assert len(here.stations) == 2
    assert [(first.row, again.row) for first, again in here.repeated] == [(1, 2)]


def test_a_tps_said_three_times_counts_each_of_its_readings_once() -> None:
    here = listed("Timur | Batu | 1 | 10 | 12 | 22", *["Timur | Batu | 1 | 11 | 12 | 23"] * 2)
    assert [each.voters for each in here.stations] == [22, 23]
    assert [again.row for _, again in here.repeated] == [2, 3]


def test_one_number_in_two_kelurahan_is_two_tps() -> None:
    here = listed("Timur | Batu | 1 | 10 | 12 | 22", "Timur | Karang | 1 | 10 | 12 | 22")
    assert (len(here.stations), here.repeated) == (2, ())


def test_several_sheets_make_one_roll() -> None:
    one = grid("Kecamatan | Desa | TPS | DPT\nTimur | Batu | 1 | 10", sheet="Timur")
    other = grid("Kecamatan | Desa | TPS | DPT\nTIMUR | Karang | 1 | 20", sheet="Timur (2)")
    here = book([one, other])
    assert [each.voters for each in here.stations] == [10, 20]
    assert [str(here.regions.region(key)) for key in here.regions.walk()][1:] == [
        "Timur",
        "Batu, Timur",
        "Karang, Timur",
    ]


def test_several_tables_of_one_sheet_make_one_roll() -> None:
    here = book([
        grid("""
            KECAMATAN TIMUR
            Kelurahan | TPS | DPT
            Manggar   | 1   | 100
            Lamaru    | 1   | 200
            JUMLAH    |     | 300

            KECAMATAN UTARA
            Kelurahan | TPS | DPT
            Batu      | 1   | 400
            JUMLAH    |     | 400
        """)
    ])  # fmt: skip
    assert {"/".join(each.kelurahan[:2]): each.voters for each in here.stations} == {
        "timur/manggar": 100, "timur/lamaru": 200, "utara/batu": 400,
    }  # fmt: skip
    assert not any(total.differences for roll in here.rolls for total in roll.totals)


def test_titles_in_cells_of_their_own_begin_another_table() -> None:
    here = book([
        DPT,
        grid("""
            KECAMATAN | : | BALIKPAPAN TIMUR
            KELURAHAN | : | MANGGAR
            Jenis     | Diterima | Baik
            Gubernur  | 100      | 90
            KECAMATAN | : | BALIKPAPAN KOTA
            Jenis     | Diterima | Baik
            Gubernur  | 200      | 180
            KECAMATAN | BALIKPAPAN UTARA
            Jenis     | Diterima | Baik
            Gubernur  | 300      | 270
        """),
    ])  # fmt: skip
    assert [(entry.key, entry.count.good) for entry in here.entries] == [
        (RegionKey("balikpapantimur", "manggar"), 90), (KOTA, 180), (UTARA, 270),
    ]  # fmt: skip
    assert not any(sheet.troubles for sheet in here.stock_sheets)


def test_a_group_of_columns_beside_kecamatan_is_no_title() -> None:
    stock = grid("""
        Kecamatan       | Gubernur |      | Wali Kota |
                        | Diterima | Baik | Diterima  | Baik
        Balikpapan Kota | 100      | 90   | 200       | 180
    """)
    assert [(entry.key, entry.row.election) for entry in book([DPT, stock]).entries] == [
        (KOTA, "gubernur"), (KOTA, "walikota"),
    ]  # fmt: skip


def test_a_voter_list_and_a_warehouse_may_share_a_sheet() -> None:
    here = book([
        grid("""
            Kecamatan | Kelurahan | TPS | DPT
            Timur     | Manggar   | 1   | 100

            Jenis     | Kecamatan | Diterima | Baik
            Gubernur  | Timur     | 103      | 103
        """)
    ])  # fmt: skip
    assert [each.voters for each in here.stations] == [100]
    assert [(key.kecamatan, told.combined.count.good) for (key, *_), told in here.holdings.items()] == [("timur", 103)]


def test_lists_of_two_kabupaten_are_refused() -> None:
    rows = (
        "Kabupaten/Kota | Kecamatan | Desa | TPS | DPT\nKota A | Timur | Batu | 1 | 10\nKota B | Utara | Batu | 1 | 20"
    )
    with pytest.raises(LogistikError, match="Kota A, Kota B"):
        book([grid(rows)])


def test_one_kabupaten_spelled_in_two_ways_is_one() -> None:
    head = "Kabupaten/Kota | Kecamatan | Desa | TPS | DPT"
    rows = "KAB. BOGOR | Timur | Batu | 1 | 10\nKabupaten Bogor | Utara | Batu | 1 | 20"
    assert len(book([grid(f"{head}\n{rows}")]).stations) == 2


def test_two_kabupaten_are_refused_by_name_and_file_even_where_the_first_list_holds_no_tps() -> None:
    head = "Kabupaten/Kota | Kecamatan | Desa | TPS | DPT"
    sheets = [
        grid(f"{head}\nKab. A |  |  | 1 | 10"),
        grid(f"{head}\nKab. B | Utara | Batu | 1 | 20\nKAB. B | Utara | Batu | 2 | 20"),
    ]
    with pytest.raises(LogistikError, match=r"DPT memuat 2 kabupaten/kota \(Kab\. A, Kab\. B\)\."):
        book(sheets)


WILAYAH = grid(
    """
    Kecamatan | Kelurahan | TPS | DPT
    Damai     | Sari      | 1   | 200
    Utara     | Sari      | 1   | 300
    Utara     | Utara     | 1   | 400
    """,
    sheet="DPT",
)
DAMAI_SARI, UTARA_SARI, UTARA_UTARA = (
    RegionKey("damai", "sari"), RegionKey("utara", "sari"), RegionKey("utara", "utara"),
)  # fmt: skip


def test_a_kecamatan_without_numbers_stands_above_its_kelurahan_in_one_column() -> None:
    stock = grid(
        "Wilayah | Jenis | Diterima | Baik\nDAMAI | | |\nSari | Gubernur | 205 | 205\n"
        "UTARA | | |\nSari | Gubernur | 308 | 308\nUtara | Gubernur | 410 | 410"
    )
    assert [entry.key for entry in book([WILAYAH, stock]).entries] == [DAMAI_SARI, UTARA_SARI, UTARA_UTARA]


def test_a_row_that_was_not_counted_leaves_the_kecamatan_above_in_place() -> None:
    stock = grid("Kecamatan | Kelurahan | Diterima | Baik\nUtara | Sari | 308 | 308\n | Batu | |\n | Utara | 410 | 410")
    assert [entry.key for entry in book([WILAYAH, stock]).entries] == [UTARA_SARI, UTARA_UTARA]


def test_a_kecamatan_that_comes_again_for_another_election_is_no_kelurahan_of_its_own() -> None:
    stock = grid(
        "Wilayah | Jenis | Diterima | Baik\nUtara | Gubernur | 718 | 718\nUtara | Wali Kota | 718 | 718\n"
        "Utara | Gubernur | 410 | 410\nUtara | Wali Kota | 410 | 410\nDamai | Wali Kota | 205 | 205"
    )
    keys = [(entry.row.election, entry.key) for entry in book([WILAYAH, stock]).entries]
    assert keys == [
        ("gubernur", RegionKey("utara")), ("walikota", RegionKey("utara")), ("gubernur", UTARA_UTARA),
        ("walikota", UTARA_UTARA), ("walikota", RegionKey("damai")),
    ]  # fmt: skip


def test_a_section_of_another_election_tells_of_its_kecamatan_anew() -> None:
    stock = grid(
        "Wilayah | Diterima | Baik\nGUBERNUR | |\nDamai | 205 | 205\nUtara | 718 | 718\n"
        "WALI KOTA | |\nUtara | 718 | 718\nDamai | 205 | 205"
    )
    keys = [(entry.row.election, entry.key) for entry in book([WILAYAH, stock]).entries]
    damai, utara = RegionKey("damai"), RegionKey("utara")
    assert keys == [("gubernur", damai), ("gubernur", utara), ("walikota", utara), ("walikota", damai)]


@pytest.mark.parametrize("numbers", ["1 | 200 | 2 | 700", " |  |  | "])
def test_a_recap_in_one_column_is_read_as_the_warehouse_is(numbers: str) -> None:
    one, two, three, four = (number.strip() for number in numbers.split("|"))
    recap = grid(
        f"Wilayah | Jumlah TPS | Jumlah Pemilih\nDAMAI | {one} | {two}\nSari | 1 | 200\n"
        f"UTARA | {three} | {four}\nSari | 1 | 300\nUtara | 1 | 400",
        sheet="Rekap",
    )
    (found,) = book([WILAYAH, recap]).recaps
    kelurahan = [row.key for row in found.rows if row.key and row.key.kelurahan]
    assert kelurahan == [DAMAI_SARI, UTARA_SARI, UTARA_UTARA]


def test_a_list_whose_usual_row_is_larger_than_any_tps_is_a_recap() -> None:
    recap = grid("Kecamatan | Desa | TPS | DPT\nUtara | Batu | 30 | 8121\nUtara | Karang | 24 | 5210")
    here = book([recap])
    assert (here.stations, here.rolls, len(here.recaps)) == ((), (), 1)
    assert list(here.regions.walk()) == [CITY]


def test_one_large_row_does_not_make_a_list_a_recap() -> None:
    here = book([grid("Kecamatan | Desa | TPS | DPT\nU | Batu | 1 | 8121\nU | Batu | 2 | 800\nU | Batu | 3 | 600")])
    assert (len(here.stations), here.recaps) == (3, ())


def test_a_table_of_kecamatan_without_tps_is_a_recap() -> None:
    here = book([DPT, grid("Kecamatan | Jumlah TPS | Jumlah Pemilih\nBalikpapan Kota | 114 | 60869", sheet="Rekap")])
    assert (len(here.stations), len(here.recaps)) == (5, 1)


def test_every_sheet_is_told_with_its_role() -> None:
    sheets = [DPT, row("Kota"), grid("", sheet="Kosong"), grid("Rapat pleno\nKamis", sheet="Undangan")]
    reports = recognise(sheets, Vocabulary.of({})).reports
    assert [(report.sheet, report.role, report.is_blank) for report in reports] == [
        ("DPT", Role.DPT, False), ("Stok", Role.STOCK, False), ("Kosong", None, True), ("Undangan", None, False),
    ]  # fmt: skip


def test_a_name_for_a_column_that_does_not_exist_is_refused() -> None:
    with pytest.raises(LogistikError, match="koli basah"):
        recognise([DPT], Vocabulary.of({"Bilik": "koli basah"}))


def test_the_damage_categories_of_the_rules_are_columns_too() -> None:
    (_, table), *_ = recognise(
        [grid("Jenis | Diterima | Gigitan Tikus\nGubernur | 10 | 1")], Vocabulary.of({}, ["Gigitan tikus"])
    ).tables
    assert [column.key and column.key.category for column in table.header.columns] == [None, None, "Gigitan tikus"]


def test_the_office_may_name_its_columns() -> None:
    office = Office(alias=Alias(kolom={"Bilik": "TPS", "Warga": "Jumlah Pemilih"}))
    here = book([grid("Kecamatan | Desa | Bilik | Warga\nTimur | Batu | 1 | 10")], office)
    assert [each.voters for each in here.stations] == [10]


STOCK = """
    Jenis     | Tanggal | Kecamatan       | Diterima | Baik | Rusak
    Gubernur  | 1 Nov   | Balikpapan Kota | 100      | 90   | 10
    Gubernur  | 2 Nov   | Kec. Balikpapan Kota | 50  | 50   | 0
    Walikota  |         | Balikpapan Kota | 70       | 70   |
    Walikota  |         | Balikpapan Kota | 70       | 70   |
    Gubernur  |         |                 | 900      | 880  | 20
    Gubernur PSU |      |                 | 2000     | 2000 |
"""


def test_rows_of_one_region_election_and_stock_are_held_together() -> None:
    held = {
        (str(key), election, stock.value): (told.combined.verdict, told.combined.count.received, len(told.entries))
        for (key, election, stock), told in book([DPT, grid(STOCK)]).holdings.items()
    }
    assert held == {
        (str(KOTA), "gubernur", "voting"): (Verdict.DAILY, 150, 2),
        (str(KOTA), "walikota", "voting"): (Verdict.SAME_TWICE, 70, 2),
        (str(CITY), "gubernur", "voting"): (Verdict.SINGLE, 900, 1),
        (str(CITY), "gubernur", "revote"): (Verdict.SINGLE, 2000, 1),
    }


def test_the_elections_of_a_book_are_those_of_its_stock_in_the_order_of_their_rows() -> None:
    assert book([DPT, grid(STOCK)]).elections == ["gubernur", "walikota"]
    assert book([DPT]).elections == []


def test_a_row_is_resolved_as_it_enters_the_book() -> None:
    entries = book([DPT, grid(STOCK)]).entries
    assert [entry.count.damaged for entry in entries] == [10, 0, 0, 0, 20, 0]
    assert entries[-1].row.stock is Stock.REVOTE
