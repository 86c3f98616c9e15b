"""Titles: what they say of region, election and stock where no column does."""

import pytest

from logistik.ingest.titles import context

SAID = {
    "KECAMATAN : BALIKPAPAN KOTA": {"kecamatan": "BALIKPAPAN KOTA"},
    "Kec. Balikpapan Kota": {"kecamatan": "Balikpapan Kota"},
    "Kecamatan=Timur": {"kecamatan": "Timur"},
    "KELURAHAN/DESA: MANGGAR": {"kelurahan": "MANGGAR"},
    "Desa Suka Maju": {"kelurahan": "Suka Maju"},
    "Kel. Damai": {"kelurahan": "Damai"},
    "REKAP SORTIR PILGUB": {"election": "gubernur"},
    "Surat Suara Wali Kota (PSU)": {"election": "walikota", "purpose": "psu"},
    "SURAT SUARA PEMUNGUTAN SUARA ULANG": {"purpose": "psu"},
    "Gubernur dan Bupati": {},
    "Kecamatan": {},
    "KOTA BALIKPAPAN": {},
    "Desa-desa yang masih menunggu kiriman susulan surat suara": {},
    "Jalan Desa Manggar": {},
    "Alamat: Kel. Damai": {},
    "Kelompok 3": {},
    "KELOMPOK KERJA SORTIR": {},
    "Keluar masuk gudang": {},
    "Kecil dan besar": {},
    "Pilwali, tidak termasuk PSU": {"election": "walikota"},
    "Pilwali tanpa PSU": {"election": "walikota"},
}


@pytest.mark.parametrize(("title", "said"), SAID.items(), ids=SAID)
def test_a_title_says_what_it_names(title: str, said: dict[str, str]) -> None:
    assert context([[title]], "Lembar1") == said


@pytest.mark.parametrize(
    ("titles", "sheet", "said"),
    [
        ([], "Gubernur", {"election": "gubernur"}),
        ([], "PSU", {"purpose": "psu"}),
        (["Rekap"], "Pilwali PSU", {"election": "walikota", "purpose": "psu"}),
        (["REKAP PILGUB"], "Gubernur", {"election": "gubernur"}),
        (["REKAP PILGUB"], "Pilwali", {}),  # they contradict each other
        (["REKAP PILGUB"], "Gubernur dan Pilwali", {"election": "gubernur"}),
        (["Kecamatan: Timur", "Kelurahan: Manggar", "PILGUB"], "1",
         {"kecamatan": "Timur", "kelurahan": "Manggar", "election": "gubernur"}),
        (["Kecamatan: Timur", "Kecamatan: Utara"], "1", {"kecamatan": "Timur"}),
    ],
)  # fmt: skip
def test_titles_and_the_name_of_the_sheet_speak_together(titles: list[str], sheet: str, said: dict[str, str]) -> None:
    assert context([[title] for title in titles], sheet) == said
