"""Lists of cartons: what is read of each, however the office lays them out."""

import pytest

from logistik.core.vocabulary import Role
from logistik.ingest.cartons import read_cartons
from tests.ingest.sheets import tables

Read = tuple[str, str | None, str, int | None, int | None]
"""Number, election, stock, sheets by the label and by the count."""

G, W = "gubernur", "walikota"

LISTS: dict[str, tuple[str, list[Read]]] = {
    "one list": (
        """
        No. Koli|Jenis|Isi Label|Hasil Hitung
        1|Gubernur|2000|2000
        2|Wali Kota|1440|
        """,
        [("1", G, "voting", 2000, 2000), ("2", W, "voting", 1440, None)],
    ),
    "an election that is written once": (
        """
        Jenis|No Koli|Isi Koli
        Gubernur|1|2000
        |2|2000
        Wali Kota|1|2000
        |2|1440
        """,
        [("1", G, "voting", 2000, None), ("2", G, "voting", 2000, None),
         ("1", W, "voting", 2000, None), ("2", W, "voting", 1440, None)],
    ),
    "rows that name the election of the cartons below them": (
        """
        No. Koli|Isi|Kondisi
        A. SURAT SUARA PEMILIHAN GUBERNUR||
        1|2000|Baik
        2|1000|Baik
        JUMLAH|3000|
        B. SURAT SUARA PEMILIHAN WALI KOTA||
        1|2000|Baik
        SURAT SUARA PSU GUBERNUR||
        1|2000|Baik
        Catatan: koli gubernur nomor 2 basah||
        2|500|Baik
        """,
        [("1", G, "voting", 2000, None), ("2", G, "voting", 1000, None), ("1", W, "voting", 2000, None),
         ("1", G, "revote", 2000, None), ("2", G, "revote", 500, None)],
    ),
    "tables of the elections side by side": (
        """
        GUBERNUR|||WALI KOTA||
        No Koli|Isi|Hasil Hitung|No Koli|Isi|Hasil Hitung
        1|2000|1999|1|2000|2000
        2|1000||||
        """,
        [("1", G, "voting", 2000, 1999), ("2", G, "voting", 1000, None), ("1", W, "voting", 2000, 2000)],
    ),
    "one table for each election below each other": (
        """
        KOLI SURAT SUARA GUBERNUR||
        No Koli|Isi|Kondisi
        1|2000|Baik
        KOLI SURAT SUARA WALI KOTA||
        No Koli|Isi|Kondisi
        1|1800|Basah
        """,
        [("1", G, "voting", 2000, None), ("1", W, "voting", 1800, None)],
    ),
    "revote cartons by their purpose, their number and their kind": (
        """
        No Koli|Jenis|Peruntukan|Isi
        1|Gubernur|PSU|2000
        PSU-2|Gubernur||2000
        3|Gubernur (PSU)||2000
        """,
        [("1", G, "revote", 2000, None), ("PSU-2", G, "revote", 2000, None), ("3", G, "revote", 2000, None)],
    ),
    "numbers that are none": (
        """
        No Koli|Jenis|Isi|Hasil Hitung
        1|Gubernur|2000 lbr|belum
        2|Gubernur|-|-5
        """,
        [("1", G, "voting", 2000, None), ("2", G, "voting", None, None)],
    ),
    "supplies between the ballots": (
        """
        No Koli|Jenis|Isi
        1|Gubernur|2000
        2|Kotak suara|5
        """,
        [("1", G, "voting", 2000, None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "truth"), LISTS.values(), ids=LISTS)
def test_every_carton_is_read_with_its_election(drawn: str, truth: list[Read]) -> None:
    found = tables(drawn)
    assert {table.header.role for table in found} == {Role.CARTONS}
    read = [row for table in found for row in read_cartons(table).rows]
    assert [(row.number, row.election, row.stock, row.noted, row.received) for row in read] == truth


@pytest.mark.parametrize(
    ("drawn", "role"),
    [
        (
            "Tanggal|Koli|Jenis|Diterima|Baik|Rusak\n12/11|1|Gubernur|2000|1998|2\n12/11|2|Gubernur|2000|1999|1",
            Role.STOCK,
        ),
        ("Jenis|Jumlah Koli|Surat Jalan|Diterima\nGubernur|268|534475|534283\nWali Kota|268|534475|534210", Role.STOCK),
        ("Jenis|Koli|Surat Jalan|Diterima\nGubernur|268|534475|534283\nWali Kota|268|534475|534210", Role.STOCK),
        ("No Koli|Nama Barang|Isi\n1|Tinta|100\n2|Segel|500", None),
    ],
    ids=["daily sorting", "a recap that counts cartons", "one that calls the count Koli", "cartons of supplies"],
)
def test_what_is_no_list_of_cartons(drawn: str, role: Role | None) -> None:
    assert {table.header.role for table in tables(drawn)} == ({role} if role else set())
