"""The region that only a sheet's name tells."""

import pytest

from logistik.core.grid import Grid
from logistik.core.regions import CITY, RegionKey
from logistik.ingest.book import Book
from logistik.ingest.finder import Misfit
from logistik.ingest.sheet_names import SheetName, read_name
from tests.ingest.sheets import book, grid

LABELLED = {
    "Kec. Bpn Kota": ("Bpn Kota", ""),
    "KEC.BALIKPAPAN KOTA": ("BALIKPAPAN KOTA", ""),
    "PPK Balikpapan Kota": ("Balikpapan Kota", ""),
    "DPT_KEC_BALIKPAPAN_KOTA": ("BALIKPAPAN KOTA", ""),
    "Stok Kec Timur Gubernur": ("Timur", ""),
    "KEL DAMAI": ("", "DAMAI"),
    "Kec Timur Kel Damai (2)": ("Timur", "Damai"),
    "Ds. Suka Maju": ("", "Suka Maju"),
}
PLAIN = {
    "Balikpapan Kota": "Balikpapan Kota",
    "1. Damai": "Damai",
    "01 Damai": "Damai",
    "DPT DAMAI (2)": "DAMAI",
    "Damai_Wali Kota": "Damai",
    "Sepinggan 2": "Sepinggan 2",
    "2 Ulu": "2 Ulu",
    "Sumber Rejo": "Sumber Rejo",
    "Kota": "Kota",
}
GENERIC = [
    "Sheet1", "Lembar 2", "DPT", "DPT 2024", "Rekap", "Rekap Sortir", "Data", "Stok", "Gudang", "Gudang 2", "November",
    "10 Nov", "13-11-2024", "Gubernur", "Wali Kota", "Pilkada 2024", "PSU", "Kota Balikpapan", "DPT Kota Balikpapan",
    "Kab. Bogor", "Kecamatan", "Per Kelurahan", "Shift 1", "A", "1", "csv", "",
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "said"), LABELLED.items())
def test_a_name_after_its_label_is_read(sheet: str, said: tuple[str, str]) -> None:
    assert read_name(sheet) == SheetName(*said)


@pytest.mark.parametrize(("sheet", "name"), PLAIN.items())
def test_plain_words_may_be_a_name_without_their_number_and_words_such_as_dpt(sheet: str, name: str) -> None:
    assert read_name(sheet).plain[-1] == name


@pytest.mark.parametrize("sheet", GENERIC)
def test_a_sheet_that_is_called_as_any_names_no_region(sheet: str) -> None:
    assert read_name(sheet) == SheetName()


def voters(here: Book) -> dict[str, int | None]:
    """The voters of each TPS by kecamatan and kelurahan."""
    return {"/".join((*each.kelurahan[:2], each.tps)): each.voters for each in here.stations}


def of_kelurahan(sheet: str, *kelurahan: str) -> Grid:
    """A voter list of one kecamatan, without a column for it."""
    rows = (f"{name} | 1 | {100 + at + len(sheet)}" for at, name in enumerate(kelurahan))
    return grid("\n".join(["Kelurahan | TPS | DPT", *rows]), sheet=sheet)


def test_one_sheet_per_kecamatan_names_it() -> None:
    here = book([of_kelurahan("1. Timur", "Damai", "Manggar"), of_kelurahan("2. Barat", "Damai", "Baru Ilir")])
    assert list(voters(here)) == ["timur/damai/001", "timur/manggar/001", "barat/damai/001", "barat/baruilir/001"]
    assert [str(here.regions.region(key)) for key in here.regions.children[CITY]] == ["Timur", "Barat"]
    assert here.repeated == ()


def test_one_sheet_per_kelurahan_below_a_title_names_it() -> None:
    sheets = [
        grid([["KECAMATAN", ":", "TIMUR"], ["TPS", "L", "P"], [1, 100, 90]], sheet=name)
        for name in ("Damai", "2. Manggar")
    ]
    assert list(voters(book(sheets))) == ["timur/damai/001", "timur/manggar/001"]


@pytest.mark.parametrize("sheet", ["Kec. Timur", "DPT KECAMATAN TIMUR", "PPK Timur"])
def test_a_single_sheet_names_its_kecamatan_after_a_label_only(sheet: str) -> None:
    assert list(voters(book([of_kelurahan(sheet, "Damai")]))) == ["timur/damai/001"]


@pytest.mark.parametrize(
    "sheets",
    [
        ("Timur",),
        ("Timur", "DPT"),  # one of them names none
        ("Sheet1", "Sheet2"),
        ("Usulan", "Usulan (2)"),  # one name
    ],
)
def test_where_the_sheets_do_not_each_name_one_the_kecamatan_stays_unknown(sheets: tuple[str, ...]) -> None:
    here = book([of_kelurahan(name, f"Damai {at}") for at, name in enumerate(sheets)])
    assert {each.kelurahan.kecamatan for each in here.stations} == {""}


def test_two_drafts_of_one_list_are_not_two_kecamatan() -> None:
    names = ("Damai", "Manggar", "Lamaru", "Teritip")
    here = book([of_kelurahan("Usulan", *names), of_kelurahan("Perbaikan", *names)])
    assert len(here.repeated) == 4
    assert {each.kelurahan.kecamatan for each in here.stations} == {""}


def test_a_short_list_copied_as_it_is_is_not_two_kecamatan() -> None:
    rows = "Kelurahan | TPS | DPT\nDamai | 1 | 100"
    assert len(book([grid(rows, sheet="Usulan"), grid(rows, sheet="Perbaikan")]).stations) == 1


def test_a_column_and_a_title_say_more_than_the_sheet() -> None:
    column = grid("Kecamatan | Kelurahan | TPS | DPT\nTimur | Damai | 1 | 100", sheet="Kec. Barat")
    titled = grid("KECAMATAN : UTARA\nKelurahan | TPS | DPT\nBatu | 1 | 100", sheet="Kec. Barat")
    assert list(voters(book([column, titled]))) == ["timur/damai/001", "utara/batu/001"]


DPT = grid(
    """
    Kabupaten/Kota  | Kecamatan | Kelurahan | TPS | DPT
    KOTA BALIKPAPAN | Balikpapan Kota | Damai | 1 | 400
                    |           | Karang    | 1   | 400
                    | Timur     | Karang    | 1   | 400
                    |           | Manggar   | 1   | 400
    """,
    sheet="DPT",
)
KOTA, DAMAI = RegionKey("balikpapankota"), RegionKey("balikpapankota", "damai")


@pytest.mark.parametrize(
    ("sheet", "region"),
    [
        ("Balikpapan Kota", KOTA), ("STOK BALIKPAPAN KOTA", KOTA), ("Kec. Balikpapan Kota", KOTA), ("2. Damai", DAMAI),
        ("KEL DAMAI", DAMAI), ("Kec Timur Kel Karang", RegionKey("timur", "karang")), ("Karang", Misfit.AMBIGUOUS),
        ("Kec. Bpn Kota", Misfit.KECAMATAN), ("Kel. Damay", Misfit.KELURAHAN), ("Bpn Kota", CITY), ("Gudang", CITY),
        ("Kota Balikpapan", CITY), ("Gubernur", CITY), ("Sheet1", CITY),
    ],
)  # fmt: skip
def test_a_warehouse_sheet_is_of_the_region_of_the_list_that_it_is_called_after(sheet: str, region: object) -> None:
    stock = grid("Jenis | Diterima | Baik\nGubernur | 100 | 90", sheet=sheet)
    (entry,) = book([DPT, stock]).entries
    assert (entry.misfit or entry.key) == region


@pytest.mark.parametrize(
    ("title", "sheet", "region"),
    [
        ("KECAMATAN : TIMUR", "Manggar", RegionKey("timur", "manggar")),
        ("KECAMATAN : TIMUR", "Karang", RegionKey("timur", "karang")),
        ("KECAMATAN : TIMUR", "Damai", RegionKey("timur")),  # Damai does not lie there
        ("REKAP SORTIR KECAMATAN TIMUR", "Balikpapan Kota", RegionKey("timur")),
        ("REKAP SORTIR KECAMATAN UTARA", "Gudang", CITY),
    ],
)
def test_a_title_comes_before_the_sheet(title: str, sheet: str, region: object) -> None:
    stock = grid(f"{title}\nJenis | Diterima | Baik\nGubernur | 100 | 90", sheet=sheet)
    (entry,) = book([DPT, stock]).entries
    assert (entry.misfit or entry.key) == region


def test_a_sheet_of_a_kecamatan_lists_its_kelurahan() -> None:
    stock = grid("Jenis | Kelurahan | Diterima | Baik\nGubernur | Karang | 100 | 90", sheet="Timur")
    (entry,) = book([DPT, stock]).entries
    assert entry.key == RegionKey("timur", "karang")


def test_a_sheet_called_after_the_kabupaten_is_not_its_namesake_kecamatan() -> None:
    dpt = grid(
        "Kab/Kota | Kecamatan | Desa | TPS | DPT\nKab. Karanganyar | Karanganyar | Popongan | 1 | 10", sheet="DPT"
    )
    stock = "Jenis | Diterima | Baik\nBupati | 100 | 90"
    keys = [book([dpt, grid(stock, sheet=name)]).entries[0].key for name in ("Karanganyar", "Kec. Karanganyar")]
    assert keys == [CITY, RegionKey("karanganyar")]
