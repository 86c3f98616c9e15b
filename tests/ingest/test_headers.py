"""Headers: from the rows of a sheet to its role and the field of each column."""

import pytest

from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field, Role
from logistik.ingest.columns import Vocabulary
from logistik.ingest.headers import Header, find_header
from tests.ingest.sheets import grid

VOTER_LISTS = {
    "the canonical header": (
        "Kode Wilayah | Kabupaten/Kota | Kecamatan | Kelurahan/Desa | TPS | L | P | Jumlah | DPTb",
        "code kota kecamatan kelurahan tps male female voters moved_in"),
    "L and P without Jumlah": ("Kecamatan | Kelurahan | TPS | L | P", "kecamatan kelurahan tps male female"),
    "Jumlah without L and P": ("Kecamatan | Kelurahan | TPS | Jumlah", "kecamatan kelurahan tps voters"),
    "Wanareja": ("kecamatan | desa | tps | dpt | dptb", "kecamatan kelurahan tps voters moved_in"),
    "Karanganyar": (
        "kodekabalamat | kec | desakel | nomor_tps | jumlah_dpt", "code kecamatan kelurahan tps voters"),
    "Balikpapan 2019": (
        "provinsi | kabupaten_kota | kecamatan | kelurahan | kpu_kel_id | tps | dpt_l | dpt_p | dpt | kpu_jum_suara",
        "provinsi kota kecamatan kelurahan code tps male female voters -"),
    "Balikpapan 2024": (
        "kode_tps | kab_kota | kel_desa | tps | dpt_j | dpt_l | dpt_p | peng_dpt_j | peng_dptb_l | suara_sah",
        "code kota kelurahan tps voters male female - - -"),
    "words with signs and capitals": (
        "NO. | KEC. | DESA / KEL. | NO. TPS | LAKI-LAKI | PEREMPUAN | JUMLAH (L+P) | KET.",
        "number kecamatan kelurahan tps male female voters remark"),
    "long words": (
        "Nama Kelurahan | Nomor TPS | Jumlah Pemilih Laki-Laki | Jumlah Pemilih Perempuan | Jumlah Pemilih",
        "kelurahan tps male female voters"),
    "a kampung list": ("Distrik | Kampung | TPS | Lk | Pr | Lk + Pr", "kecamatan kelurahan tps male female voters"),
}  # fmt: skip

WAREHOUSES = {
    "the canonical header": (
        ("Jenis Pemilihan | Peruntukan | Tanggal | Kecamatan | Kelurahan/Desa | Dipesan | Surat Jalan | Diterima"
         " | Baik | Cacat Layak Pakai | Rusak | Salah Daerah | Belum Disortir | Susulan | Kurang Kirim | Permintaan"
         " | Kelebihan | Selisih"),
        ("election purpose date kecamatan kelurahan ordered noted received good usable_defects damaged swapped"
         " unsorted later stated_short stated_request stated_surplus stated_difference")),
    "Garut": (
        "Jenis | Dipesan | Diterima | Kurang Kirim | Baik | Rusak | Permintaan Kekurangan",
        "election ordered received stated_short good damaged stated_request"),
    "only what was received": ("Jenis Pemilihan | Diterima", "election received"),
    "long words": (
        "Jenis Surat Suara | Jumlah Diterima (lembar) | Jumlah Surat Suara Baik | Jumlah Surat Suara Rusak",
        "election received good damaged"),
    "words for the bins": (
        "Kecamatan | Hasil Hitung | Layak Pakai | Cacat tapi Layak Pakai | Tidak Layak | Tertukar",
        "kecamatan received good usable_defects damaged swapped"),
    "damage by category": (
        "Jenis | Diterima | Baik | Sobek | Noda Tinta | Salah Potong | Basah",
        "election received good damage_category damage_category damage_category damage_category"),
    "beside the voters of the region": (
        "Kecamatan | Jumlah Pemilih | Diterima | Baik", "kecamatan voters received good"),
}  # fmt: skip


def fields(header: Header | None) -> list[str]:
    """The field of each column; `-` for a column that is nobody's."""
    assert header is not None
    return [column.key.name if column.key else "-" for column in header.columns]


@pytest.mark.parametrize(("drawn", "expected"), VOTER_LISTS.values(), ids=VOTER_LISTS)
def test_a_voter_list_is_known_by_its_header(drawn: str, expected: str) -> None:
    header = find_header(grid(drawn), Vocabulary.of({}))
    assert fields(header) == expected.split()
    assert header is not None
    assert (header.role, header.rows) == (Role.DPT, (0,))


@pytest.mark.parametrize(("drawn", "expected"), WAREHOUSES.values(), ids=WAREHOUSES)
def test_a_warehouse_is_known_by_its_header(drawn: str, expected: str) -> None:
    header = find_header(grid(drawn), Vocabulary.of({}))
    assert fields(header) == expected.split()
    assert header is not None
    assert header.role is Role.STOCK


@pytest.mark.parametrize(
    ("drawn", "role"),
    [
        ("Kecamatan | Jumlah TPS | Jumlah Pemilih", Role.RECAP),
        ("Kecamatan | L | P", Role.RECAP),
        ("Kecamatan | Kelurahan | TPS", None),  # no voters
        ("Kecamatan | TPS | L", None),  # women missing
        ("Nama | Jumlah", None),
        ("Barang | Diminta | Dikirim", None),
        ("Kecamatan | Baik", None),
        ("Surat Suara Diterima dalam Keadaan Baik", None),  # a title, not a header
        ("1 | 2 | 3", None),
        ("", None),
    ],
)
def test_the_columns_make_the_role(drawn: str, role: Role | None) -> None:
    header = find_header(grid(drawn), Vocabulary.of({}))
    assert (header and header.role) == role


def keys(drawn: str, *merges: str) -> list[str]:
    """Each column as `field`, with `:election`, `:stock` and `:category` where the header says so."""
    header = find_header(grid(drawn, *merges), Vocabulary.of({}))
    assert header is not None
    return [
        ":".join(filter(None, (each.key.name, each.key.election, each.key.stock, each.key.category)))
        if each.key
        else "-"
        for each in header.columns
    ]


GROUPED = {
    "DPT over L, P and Jumlah": (
        """
        Kecamatan | Kelurahan | TPS | DPT |   |
                  |           |     | L   | P | Jumlah
        """, ["D1:F1"], "kecamatan kelurahan tps male female voters"),
    "DPTb beside the DPT": (
        """
        Kelurahan | TPS | DPT |   |        | DPTb |   |
                  |     | L   | P | Jumlah | L    | P | Jumlah
        """, ["C1:E1", "F1:H1"], "kelurahan tps male female voters - - moved_in"),
    "DPTb before the DPT": (
        """
        Kelurahan | TPS | DPTb |   |        | DPT |   |
                  |     | L    | P | Jumlah | L   | P | Jumlah
        """, ["C1:E1", "F1:H1"], "kelurahan tps - - moved_in male female voters"),
    "those who came beside those on the roll": (
        """
        Kelurahan | TPS | Data Pemilih |   |     | Pengguna Hak Pilih |   |
                  |     | L            | P | L+P | L                  | P | L+P
        """, ["C1:E1", "F1:H1"], "kelurahan tps male female voters - - -"),
    "elections side by side": (
        """
        Kecamatan | Gubernur |      |       | Wali Kota |      |
                  | Diterima | Baik | Rusak | Diterima  | Baik | Rusak
        """, ["B1:D1", "E1:G1"],
        ("kecamatan received:gubernur good:gubernur damaged:gubernur"
         " received:walikota good:walikota damaged:walikota")),
    "elections with a revote stock": (
        """
        Kecamatan | Bupati   |      | Bupati (PSU) |
                  | Diterima | Baik | Diterima     | Baik
        """, ["B1:C1", "D1:E1"],
        "kecamatan received:bupati good:bupati received:bupati:revote good:bupati:revote"),
    "usable defects side by side": (
        """
        Kecamatan | Gubernur |      |                   | Bupati   |      |
                  | Diterima | Baik | Cacat Layak Pakai | Diterima | Baik | Cacat Layak Pakai
        """, ["B1:D1", "E1:G1"],
        ("kecamatan received:gubernur good:gubernur usable_defects:gubernur"
         " received:bupati good:bupati usable_defects:bupati")),
    "damage over its categories under each election": (
        """
        Kecamatan | Bupati   |      |       |       | Gubernur |
                  | Diterima | Baik | Rusak |       | Diterima | Rusak
                  |          |      | Sobek | Kusut |          | Jumlah
        """, ["B1:E1", "F1:G1", "D2:E2"],
        ("kecamatan received:bupati good:bupati damage_category:bupati:SOBEK damage_category:bupati:KUSUT"
         " received:gubernur damaged:gubernur")),
    "damage over its categories": (
        """
        Jenis | Diterima | Baik | Rusak |       |         |
              |          |      | Sobek | Kusut | Terlipat | Jumlah
        """, ["D1:G1"],
        "election received good damage_category:SOBEK damage_category:KUSUT damage_category:TERLIPAT damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "merges", "expected"), GROUPED.values(), ids=GROUPED)
def test_group_heads_say_what_the_columns_under_them_hold(drawn: str, merges: list[str], expected: str) -> None:
    assert keys(drawn, *merges) == expected.split()


@pytest.mark.parametrize(("drawn", "merges", "expected"), GROUPED.values(), ids=GROUPED)
def test_group_heads_need_no_merge(drawn: str, merges: list[str], expected: str) -> None:
    assert keys(drawn) == expected.split()


def test_a_header_in_two_rows_names_the_row_in_which_each_of_its_columns_stands() -> None:
    header = find_header(grid(GROUPED["DPT over L, P and Jumlah"][0], "D1:F1"), Vocabulary.of({}))
    assert header is not None
    assert header.rows == (0, 1)
    assert [(column.cell, column.header) for column in header.columns] == [
        ("A1", "Kecamatan"), ("B1", "Kelurahan"), ("C1", "TPS"), ("D2", "DPT / L"), ("E2", "DPT / P"),
        ("F2", "DPT / Jumlah"),
    ]  # fmt: skip


def test_each_column_may_name_its_election_itself() -> None:
    drawn = "Kecamatan | Diterima Gubernur | Baik Gubernur | Baik Pilwali PSU"
    assert keys(drawn) == ["kecamatan", "received:gubernur", "good:gubernur", "good:walikota:revote"]


def test_the_header_is_found_below_titles_and_blank_rows_and_to_the_right_of_blank_columns() -> None:
    header = find_header(
        grid("""
            DAFTAR PEMILIH TETAP
            Kota | Balikpapan

             |  | Kelurahan | TPS | DPT
             |  | Damai     | 1   | 429
        """),
        Vocabulary.of({}),
    )
    assert header is not None
    assert header.rows == (3,)
    assert header.keys() == {ColumnKey(Field.KELURAHAN): 2, ColumnKey(Field.TPS): 3, ColumnKey(Field.VOTERS): 4}


def test_the_first_row_of_text_is_no_second_header() -> None:
    header = find_header(grid('Kelurahan | TPS | DPT\nDamai | "001" | "429"'), Vocabulary.of({}))
    assert header is not None
    assert header.rows == (0,)


def test_the_office_may_call_a_column_as_it_likes() -> None:
    drawn = grid("Kelurahan | Bilik | Banyaknya Warga")
    assert find_header(drawn, Vocabulary.of({})) is None
    header = find_header(drawn, Vocabulary.of({"BILIK": "TPS", "banyaknya warga": "jumlah pemilih"}))
    assert fields(header) == ["kelurahan", "tps", "voters"]


def test_of_two_columns_for_one_thing_the_first_counts_and_both_are_told() -> None:
    header = find_header(grid("No | Kelurahan | TPS | DPT | Jumlah Pemilih | No"), Vocabulary.of({}))
    assert header is not None
    assert header.keys()[ColumnKey(Field.VOTERS)] == 3
    assert [(one.cell, other.cell) for one, other in header.doubled()] == [("D1", "E1")]
