"""Packing lists beside what only looks like one; their layouts are in tests/forms."""

import pytest

from logistik.core.vocabulary import Role
from logistik.ingest.packing import read_packing
from logistik.ingest.regions import Names
from tests.ingest.sheets import table, tables

LOOK_ALIKES: dict[str, tuple[str, Role | None]] = {
    "stock per kecamatan under heads of elections": (
        """
        Kecamatan|Gubernur||Wali Kota|
        |Diterima|Baik|Diterima|Baik
        Utara|500|490|500|480
        """,
        Role.STOCK,
    ),
    "stock per kelurahan with one figure for each election": (
        """
        Wilayah|Gubernur|Wali Kota
        |Diterima|Diterima
        Utara|500|490
        """,
        Role.STOCK,
    ),
    "stock under heads of figures over elections": (
        """
        Kecamatan|Diterima||Baik|
        |Gubernur|Wali Kota|Gubernur|Wali Kota
        Utara|500|490|500|480
        """,
        Role.STOCK,
    ),
    "a voter list with a note": ("Kec|Kel|TPS|L|P|Jumlah|Ket\nUtara|Mawar|1|1|2|3|baik", Role.DPT),
    "a voter list of the elections": (
        """
        Kec|Kel|TPS|Gubernur|
        |||DPT|DPTb
        Utara|Mawar|1|400|2
        """,
        Role.DPT,
    ),
    "boxes and other supplies per TPS": ("Kec|Kel|TPS|Kotak|Bilik|Tinta\nUtara|Mawar|1|2|4|2", None),
    "boxes of the elections": ("Kec|Kel|TPS|Kotak Gubernur|Kotak Wali Kota\nUtara|Mawar|1|1|1", None),
    "boxes under a head of their own": (
        """
        Kec|Kel|TPS|Kotak Suara|
        |||Gubernur|Wali Kota
        Utara|Mawar|1|1|1
        """,
        None,
    ),
    "boxes under the heads of elections": (
        """
        Kec|Kel|TPS|Gubernur|Wali Kota
        |||Kotak|Kotak
        Utara|Mawar|1|1|1
        """,
        None,
    ),
    "needs of the elections": ("Kec|Kel|TPS|Kebutuhan Gubernur|Kebutuhan Wali Kota\nUtara|Mawar|1|410|410", None),
    "needs beside voters": (
        """
        Kec|Kel|TPS|DPT|Kebutuhan|
        ||||Gubernur|Wali Kota
        Utara|Mawar|1|400|410|410
        """,
        Role.DPT,
    ),
    "needs under the heads of elections": (
        """
        Kec|Kel|TPS|Gubernur|Wali Kota
        |||Kebutuhan|Kebutuhan
        Utara|Mawar|1|410|410
        """,
        None,
    ),
    "a recap of regions with the elections": ("Wilayah|DPT|Gubernur|Wali Kota\nUtara|50000|51250|51250", Role.RECAP),
    "regions with the elections": ("Wilayah|Gubernur|Wali Kota\nUtara|51250|51250", None),
    "Jumlah without a title that speaks of packing": ("Kec|Kel|TPS|Jumlah\nUtara|Mawar|1|400", Role.DPT),
    "Jumlah under a title of voters for the packing": (
        """
        DPT UNTUK PENGESETAN|||
        Kec|Kel|TPS|Jumlah
        Utara|Mawar|1|400
        """,
        Role.DPT,
    ),
}


@pytest.mark.parametrize(("drawn", "role"), LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_what_only_looks_like_a_packing_list_is_none(drawn: str, role: Role | None) -> None:
    assert {found.header.role for found in tables(drawn)} == ({role} if role else set())


@pytest.mark.parametrize(
    ("said", "sealed"),
    [
        ("Ya", True), ("sudah", True), ("X", True), ("v", True), ("\u2713", True), ("A 012345", True), ("1", True),
        ("12/11", True), ("", False), ("-", False), ("Belum", False), ("TIDAK", False), ("0", False), ("blm", False),
        ("tdk disegel", False), ("belum disegel", False),
    ],
)  # fmt: skip
def test_a_box_is_sealed_where_its_cell_says_anything_but_no(said: str, *, sealed: bool) -> None:
    read = read_packing(table(f"Kec|Kel|TPS|Gubernur|Segel\nUtara|Mawar|1|410|{said}"), Names({}))
    assert [row.is_sealed for row in read.rows] == [sealed]


def test_rows_that_are_no_tps_are_told_and_never_counted() -> None:
    read = read_packing(
        table(
            """
            Kec  |Kel  |TPS|Gubernur|Wali Kota
            Utara|Mawar|1  |410     |410
            Utara|Mawar|   |205     |205
            Utara|Mawar|3  |        |
            Utara|Mawar|x  |        |300
            """
        ),
        Names({}),
    )
    assert [(row.tps, row.election, row.sheets, row.is_blank) for row in read.rows] == [
        ("001", "gubernur", 410, False), ("001", "walikota", 410, False),
        ("003", "gubernur", None, True), ("003", "walikota", None, True),
    ]  # fmt: skip
    assert [(stray.row + 1, stray.lacks) for stray in read.strays] == [
        (3, "nomor TPS-nya kosong"), (5, "nomor TPS-nya tidak dapat dibaca"),
    ]  # fmt: skip
