"""Titles: what they say of region, election and stock where no column does."""

import pytest

from logistik.core.vocabulary import Field
from logistik.ingest.titles import context, in_passing

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
        (["Kecamatan: Timur", "Kecamatan: TIMUR"], "1", {"kecamatan": "Timur"}),
        (["Kecamatan: Timur", "Kecamatan: Utara"], "1", {"kecamatan contradicted": "Timur / Utara"}),
        (["PILGUB", "PILWALI"], "Pilwali", {"election contradicted": "gubernur / walikota"}),
    ],
)  # fmt: skip
def test_titles_and_the_name_of_the_sheet_speak_together(titles: list[str], sheet: str, said: dict[str, str]) -> None:
    assert context([[title] for title in titles], sheet) == said


CELLS = {
    ("KECAMATAN", ":", "BALIKPAPAN KOTA"): {"kecamatan": "BALIKPAPAN KOTA"},
    ("KECAMATAN :", "", "BALIKPAPAN KOTA"): {"kecamatan": "BALIKPAPAN KOTA"},
    ("", "Kecamatan", ": Balikpapan Kota"): {"kecamatan": "Balikpapan Kota"},
    ("KEC.", "BALIKPAPAN KOTA", "KEL", "DAMAI"): {"kecamatan": "BALIKPAPAN KOTA", "kelurahan": "DAMAI"},
    ("Kecamatan Balikpapan Kota, Kelurahan Damai",): {"kecamatan": "Balikpapan Kota", "kelurahan": "Damai"},
    ("Kecamatan: Timur Kelurahan: Damai",): {"kecamatan": "Timur", "kelurahan": "Damai"},
    ("Desa Suka Maju Kec. Timur Kab. Bogor",): {"kelurahan": "Suka Maju", "kecamatan": "Timur"},
    ("KEL/DESA : DAMAI",): {"kelurahan": "DAMAI"},
    ("DESA / KELURAHAN", "DAMAI"): {"kelurahan": "DAMAI"},
    ("Kec Bpp Kota",): {"kecamatan": "Bpp Kota"},
    ("Kecamatan Balikpapan Kota - Kota Balikpapan",): {"kecamatan": "Balikpapan Kota"},
    ("KECAMATAN BALIKPAPAN KOTA KOTA BALIKPAPAN TAHUN 2024",): {"kecamatan": "BALIKPAPAN KOTA"},
    ("KECAMATAN KOTA KUDUS",): {"kecamatan": "KOTA KUDUS"},
    ("KECAMATAN", ":", ""): {},
    ("KECAMATAN", "KELURAHAN", "TPS"): {},
    ("Kecamatan", "Jumlah TPS"): {},
    ("PPK : Drs. Budi",): {},  # Pejabat Pembuat Komitmen
    ("REKAP PER KECAMATAN",): {},
    ("Jumlah Kecamatan 6",): {},
    ("REKAP TINGKAT KECAMATAN KOTA BALIKPAPAN",): {},
}


@pytest.mark.parametrize(("row", "said"), CELLS.items(), ids=map(" | ".join, CELLS))
def test_a_label_and_its_name_may_stand_in_cells_of_their_own(row: tuple[str, ...], said: dict[str, str]) -> None:
    assert context([row], "Lembar1") == said


@pytest.mark.parametrize(
    ("title", "level", "name"),
    [
        ("REKAP SORTIR KECAMATAN BALIKPAPAN KOTA TAHUN 2024", Field.KECAMATAN, "BALIKPAPAN KOTA"),
        ("DPT KELURAHAN DAMAI KOTA BALIKPAPAN", Field.KELURAHAN, "DAMAI"),
        ("PPK BALIKPAPAN KOTA", Field.KECAMATAN, "BALIKPAPAN KOTA"),
    ],
)
def test_a_region_mentioned_in_passing_says_less_than_a_title_of_its_own(title: str, level: Field, name: str) -> None:
    said = context([[title]], "Lembar1")
    assert (in_passing(said, level), level in said) == (name, False)
