"""LG5xx: rows of the warehouse."""

from tests.checks.case import BARAT, KOTA, PPU, Case, Found, roll, sheet

_PLAIN = "Jenis Pemilihan | Kecamatan | Kelurahan | Diterima | Baik | Rusak"
_KECAMATAN = "Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak"
_BARAT_ENOUGH = ("Gubernur", BARAT, 410, 410, 0)
_FIVE = roll(
    *((KOTA, name, 1, 200, 200, 400) for name in ("Damai", "Prapatan", "Telaga Sari", "Klandasan Ulu", "Manggar"))
)
"""Five kelurahan of one TPS: 2,000 voters, 410 needed in each."""

WAREHOUSE = (
    Case(
        about="a kelurahan that the voter list writes otherwise",
        stock=sheet(
            _PLAIN,
            ("Gubernur", KOTA, "Damay", 615, 615, 0),
            ("Gubernur", KOTA, "Prapatan", 308, 308, 0),
            ("Gubernur", BARAT, "Baru Ilir", 410, 410, 0),
        ),
        besides="LG612",
        finds=(Found("LG501", "error", "stok.xlsx!Stok!C2", "'Damay' tidak ada di DPT; barisnya tidak ikut dihitung"),),
    ),
    Case(
        about="one unknown kecamatan in three rows, told once",
        stock=sheet(
            _KECAMATAN,
            *((election, "Balikpapn Kota", 923, 923, 0) for election in ("Gubernur", "Wali Kota", "PSU Wali Kota")),
            ("Gubernur", "Balikpapn Kota", 1, 1, 0),
        ),
        settings='pemilihan = ["gubernur"]',
        besides="LG205",
        finds=(Found("LG501", "error", "stok.xlsx!Stok!B2", "Mungkin maksud Anda 'Balikpapan Kota'", 3),),
    ),
    Case(
        about="a kelurahan that two kecamatan have",
        dpt=roll((KOTA, "Damai", 1, 190, 210, 400), (BARAT, "Damai", 1, 200, 200, 400)),
        kendali=(2, 800),
        stock=sheet("Jenis Pemilihan | Kelurahan | Diterima | Baik", ("Gubernur", "Damai", 410, 410)),
        finds=(Found("LG501", "error", "stok.xlsx!Stok!B2", "'Damai' ada di lebih dari satu kecamatan"),),
    ),
    Case(
        about="names with other capitals, spaces, Kec. and Kel.",
        near="LG501",
        stock=sheet(
            _PLAIN,
            ("Gubernur", "KEC. BALIKPAPAN  KOTA", "Kel. damai", 615, 615, 0),
            ("Gubernur", "Kecamatan Balikpapan Kota", "PRAPATAN", 308, 308, 0),
            ("Gubernur", "balikpapan barat", "Baru-Ilir", 410, 410, 0),
        ),
    ),
    Case(
        about="Kota Balikpapan, the city, above Balikpapan Kota, a kecamatan",
        near="LG501",
        stock=sheet(
            _KECAMATAN, ("Gubernur", "Kota Balikpapan", 1333, 1333, 0), ("Gubernur", KOTA, 923, 923, 0), _BARAT_ENOUGH
        ),
    ),
    Case(
        about="a kecamatan that is called Kota, as in Kediri, which is not the city",
        near="LG612",
        kota="Kota Kediri",
        dpt=roll(("Mojoroto", "Sukorame", 1, 200, 200, 400), ("Kota", "Kaliombo", 1, 200, 200, 400)),
        kendali=(2, 800),
        stock=sheet(_KECAMATAN, ("Gubernur", "Mojoroto", 410, 410, 0), ("Gubernur", "Kota", 410, 410, 0)),
    ),
    Case(
        about="a name that the office settled in [alias]",
        near="LG501",
        settings='[alias.kecamatan]\n"Kecamatan Kota" = "Balikpapan Kota"',
        stock=sheet(_KECAMATAN, ("Gubernur", "Kecamatan Kota", 923, 923, 0), _BARAT_ENOUGH),
    ),
    Case(
        about="two sheets that are nowhere",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 930, 923, 5), _BARAT_ENOUGH),
        finds=(
            Found("LG502", "error", "stok.xlsx!Stok!C2", "diterima 930, tetapi baik 923 + rusak 5 = 928 (selisih 2)"),
        ),
    ),
    Case(
        about="swapped and unsorted sheets make up the rest",
        near="LG502",
        besides="LG609 LG611",
        stock=sheet(
            f"{_KECAMATAN} | Salah Daerah | Belum Disortir", ("Gubernur", KOTA, 950, 923, 7, 8, 12), _BARAT_ENOUGH
        ),
    ),
    Case(
        about="received as the delivery note says, everywhere, while sorting found less",
        dpt=_FIVE,
        kendali=(5, 2000),
        stock=sheet(
            "Jenis Pemilihan | Kelurahan | Surat Jalan | Diterima | Baik | Rusak",
            *(
                ("Gubernur", name, 420, 420, 410, rusak)
                for name, rusak in zip(
                    ("Damai", "Prapatan", "Telaga Sari", "Klandasan Ulu", "Manggar"), range(5), strict=True
                )
            ),
        ),
        finds=(Found("LG503", "error", "stok.xlsx!Stok!D2", "sama dengan surat jalan atau pesanan di 5 baris", 5),),
    ),
    Case(
        about="a recap whose received was copied from the order",
        stock=sheet("Jenis Pemilihan | Dipesan | Diterima | Baik | Rusak", ("Gubernur", 1333, 1333, 1310, 10)),
        besides="LG601",
        finds=(Found("LG503", "error", "stok.xlsx!Stok!C2", "baik 1.310 + rusak 10 = 1.320; kurang 13"),),
    ),
    Case(
        about="more sheets sorted than the delivery note says",
        near="LG503",
        besides="LG502 LG610",
        stock=sheet("Jenis Pemilihan | Surat Jalan | Diterima | Baik | Rusak", ("Gubernur", 1333, 1333, 1334, 1)),
    ),
    Case(
        about="received counted below the delivery note",
        near="LG503",
        besides="LG601",
        stock=sheet("Jenis Pemilihan | Surat Jalan | Diterima | Baik | Rusak", ("Gubernur", 1333, 1330, 1330, 0)),
    ),
    Case(
        about="one row that does not add up, in a sheet without delivery note or order",
        near="LG503",
        besides="LG502 LG601",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 923, 913, 5), _BARAT_ENOUGH),
    ),
    Case(
        about="71 cartons for 141,011 sheets",
        dpt=PPU,
        kendali=(293, 137495),
        stock=sheet("Jenis Pemilihan | Dipesan | Diterima", ("Gubernur", 141011, 71)),
        besides="LG611",
        finds=(
            Found(
                "LG504", "error", "stok.xlsx!Stok!C2", "diterima 71 mendekati 71 koli, padahal yang diperlukan 141.011"
            ),
        ),
    ),
    Case(
        about="a few cartons more than the order fills",
        dpt=PPU,
        kendali=(293, 137495),
        stock=sheet("Jenis Pemilihan | Dipesan | Diterima", ("Gubernur", 141011, 78)),
        besides="LG611",
        finds=(Found("LG504", "error", "stok.xlsx!Stok!C2", "diterima 78 mendekati 71 koli"),),
    ),
    Case(
        about="a number that is no longer near that of the cartons",
        near="LG504",
        besides="LG611",
        dpt=PPU,
        kendali=(293, 137495),
        stock=sheet("Jenis Pemilihan | Dipesan | Diterima", ("Gubernur", 141011, 79)),
    ),
    Case(
        about="a first delivery of 5,000 sheets",
        near="LG504",
        besides="LG611",
        dpt=PPU,
        kendali=(293, 137495),
        stock=sheet("Jenis Pemilihan | Dipesan | Diterima", ("Gubernur", 141011, 5000)),
    ),
    Case(
        about="figures in the wrong columns",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 12, 0, 923), _BARAT_ENOUGH),
        besides="LG601",
        finds=(Found("LG505", "error", "stok.xlsx!Stok!E2", "rusak 923 lebih banyak daripada diterima 12"),),
    ),
    Case(
        about="all that was received is damaged",
        near="LG505",
        besides="LG601",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 12, 0, 12), _BARAT_ENOUGH),
    ),
    Case(
        about="a request that forgets the damage",
        stock=sheet(
            f"{_KECAMATAN} | Kurang Kirim | Permintaan | Kelebihan",
            ("Gubernur", KOTA, 920, 913, 7, 3, 3, 0),
            (*_BARAT_ENOUGH, 0, 0, 0),
        ),
        besides="LG601",
        finds=(
            Found(
                "LG506", "error", "stok.xlsx!Stok!G2", "Permintaan 3, seharusnya 10 (selisih 7); 7 rusak belum masuk"
            ),
        ),
    ),
    Case(
        about="a shortage and a surplus that the sums do not give",
        stock=sheet(
            f"{_KECAMATAN} | Kurang Kirim | Kelebihan", ("Gubernur", KOTA, 930, 930, 0, 5, 0), (*_BARAT_ENOUGH, 0, 0)
        ),
        besides="LG610",
        finds=(
            Found("LG506", "error", "stok.xlsx!Stok!F2", "Kurang Kirim 5, seharusnya 0"),
            Found("LG506", "error", "stok.xlsx!Stok!G2", "Kelebihan 0, seharusnya 7"),
        ),
    ),
    Case(
        about="a difference that no reading of it gives",
        stock=sheet(f"{_KECAMATAN} | Selisih", ("Gubernur", KOTA, 923, 923, 0, 999), (*_BARAT_ENOUGH, 0)),
        finds=(Found("LG506", "error", "stok.xlsx!Stok!F2", "Selisih 999"),),
    ),
    Case(
        about="a difference against the order, with either sign",
        near="LG506",
        besides="LG601",
        stock=sheet(
            f"{_KECAMATAN} | Selisih", ("Gubernur", KOTA, 920, 913, 7, 3), ("Gubernur", BARAT, 400, 400, 0, -10)
        ),
    ),
    Case(
        about="stated results where the voters of a TPS are not known",
        near="LG506",
        besides="LG401 LG601",
        dpt=roll((KOTA, "Damai", 1, "", "", ""), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 400),
        stock=sheet("Jenis Pemilihan | Diterima | Baik | Kurang Kirim", ("Gubernur", 400, 400, 25)),
    ),
    Case(
        about="stated results of one day out of two",
        near="LG506",
        stock=sheet(
            "Jenis Pemilihan | Tanggal | Diterima | Baik | Kurang Kirim",
            ("Gubernur", "1/11", 1000, 1000, 333),
            ("Gubernur", "2/11", 333, 333, 0),
        ),
    ),
    Case(
        about="stated results that are right, and blank ones",
        near="LG506",
        besides="LG601",
        stock=sheet(
            f"{_KECAMATAN} | Kurang Kirim | Permintaan | Kelebihan",
            ("Gubernur", KOTA, 920, 913, 7, 3, 10, 0),
            (*_BARAT_ENOUGH, "", "", ""),
        ),
    ),
    Case(
        about="a kecamatan twice with other figures, which makes it unknown",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 923, 923, 0), ("Gubernur", KOTA, 920, 920, 0), _BARAT_ENOUGH),
        besides="LG612",
        finds=(Found("LG507", "error", "stok.xlsx!Stok!C3", "2 baris, diterima 923 atau 920", 2),),
    ),
    Case(
        about="two days of one kecamatan",
        near="LG507",
        stock=sheet(
            f"{_KECAMATAN} | Tanggal",
            ("Gubernur", KOTA, 500, 500, 0, "1/11"),
            ("Gubernur", KOTA, 423, 423, 0, "2/11"),
            (*_BARAT_ENOUGH, "2/11"),
        ),
    ),
    Case(
        about="a kecamatan twice with the same figures, counted once",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 923, 923, 0), _BARAT_ENOUGH, ("Gubernur", KOTA, 923, 923, 0)),
        finds=(Found("LG508", "info", "stok.xlsx!Stok!C4", "2 baris yang sama, dihitung satu kali", 2),),
    ),
    Case(
        about="the same figures of two elections",
        near="LG508",
        stock=sheet(
            _KECAMATAN,
            *(
                (election, name, sheets, sheets, 0)
                for election in ("Gubernur", "Wali Kota")
                for name, sheets in ((KOTA, 923), (BARAT, 410))
            ),
        ),
    ),
    Case(
        about="days that add up to something else than the recap",
        stock=sheet(
            f"{_KECAMATAN} | Tanggal",
            ("Gubernur", KOTA, 500, 500, 0, "1/11"),
            ("Gubernur", KOTA, 400, 400, 0, "2/11"),
            ("Gubernur", KOTA, 923, 923, 0, ""),
            (*_BARAT_ENOUGH, ""),
        ),
        finds=(Found("LG509", "error", "stok.xlsx!Stok!C4", "3 baris, diterima 923 atau 900", 3),),
    ),
    Case(
        about="running totals that rise to the recap",
        near="LG509",
        stock=sheet(
            f"{_KECAMATAN} | Tanggal",
            ("Gubernur", KOTA, 500, 500, 0, "1/11"),
            ("Gubernur", KOTA, 923, 923, 0, "2/11"),
            ("Gubernur", KOTA, 923, 923, 0, ""),
            (*_BARAT_ENOUGH, ""),
        ),
    ),
    Case(
        about="running totals that are marked s.d.",
        near="LG509",
        stock=sheet(
            f"{_KECAMATAN} | Tanggal",
            ("Gubernur", KOTA, 500, 500, 0, "s.d. 1/11"),
            ("Gubernur", KOTA, 923, 923, 0, "s.d. 2/11"),
            (*_BARAT_ENOUGH, "s.d. 2/11"),
        ),
    ),
    Case(
        about="categories that are not the damage",
        stock=sheet(f"{_KECAMATAN} | Sobek | Noda", ("Gubernur", KOTA, 930, 923, 7, 3, 3), (*_BARAT_ENOUGH, 0, 0)),
        finds=(Found("LG510", "error", "stok.xlsx!Stok!E2", "kategori kerusakan berjumlah 6, Rusak 7"),),
    ),
    Case(
        about="categories alone",
        near="LG510",
        stock=sheet(
            "Jenis Pemilihan | Kecamatan | Diterima | Baik | Sobek | Noda",
            ("Gubernur", KOTA, 930, 923, 3, 4),
            (*_BARAT_ENOUGH, ""),
        ),
    ),
    Case(
        about="usable defects that fit neither inside Baik nor beside it",
        stock=sheet(
            "Jenis Pemilihan | Kecamatan | Diterima | Baik | Cacat Layak Pakai | Rusak",
            ("Gubernur", KOTA, 1000, 930, 50, 5),
            ("Gubernur", BARAT, 410, 410, 0, 0),
        ),
        besides="LG610",
        finds=(
            Found(
                "LG511", "error", "stok.xlsx!Stok!E2", "baik 930 bila cacat layak pakai sudah termasuk, 980 bila belum"
            ),
        ),
    ),
    Case(
        about="usable defects inside Baik in one row and beside it in another",
        near="LG511",
        stock=sheet(
            "Jenis Pemilihan | Kecamatan | Diterima | Baik | Cacat Layak Pakai | Rusak",
            ("Gubernur", KOTA, 923, 923, 20, 0),
            ("Gubernur", BARAT, 410, 400, 10, 0),
        ),
    ),
    Case(
        about="a blank Baik that the rest does not settle",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 930, "", 7), _BARAT_ENOUGH),
        finds=(Found("LG512", "warning", "stok.xlsx!Stok!D2", "Baik kosong dan tidak dapat dianggap 0"),),
    ),
    Case(
        about="a blank Rusak where Baik is all that was received",
        near="LG512",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 923, 923, ""), _BARAT_ENOUGH),
    ),
    Case(
        about="a kecamatan that was sorted, with no figure of what was received",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, "", 915, 8), _BARAT_ENOUGH),
        besides="LG612",
        finds=(Found("LG513", "warning", "stok.xlsx!Stok!C2", "Diterima kosong; baris 2 tidak dipakai"),),
    ),
    Case(
        about="a kecamatan that was not counted at all",
        near="LG513",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, 923, 923, 0), ("Gubernur", BARAT, "", "", "")),
        besides="LG612",
    ),
    Case(
        about="a column of sheets whose header says nothing",
        stock=sheet(f"{_KECAMATAN} | Kiriman Kedua", ("Gubernur", KOTA, 923, 923, 0, 5), (*_BARAT_ENOUGH, "")),
        finds=(Found("LG206", "warning", "stok.xlsx!Stok!F1", "Kolom 'Kiriman Kedua' berisi angka"),),
    ),
    Case(
        about="a column of words whose header says nothing",
        near="LG206",
        stock=sheet(f"{_KECAMATAN} | Petugas", ("Gubernur", KOTA, 923, 923, 0, "regu A"), (*_BARAT_ENOUGH, "")),
    ),
    Case(
        about="a carton whose shortage against its label is mistyped",
        stock=[
            ["Surat suara Pilgub"],
            *sheet(
                "Tanggal | No Koli | Isi Label | Hasil Hitung | Kurang | Baik | Rusak",
                ("1 Nov", 1, 1000, 995, 5, 995, 0),
                ("1 Nov", 2, 400, 390, 1, 390, 0),
            ),
        ],
        besides="LG610",
        finds=(
            Found(
                "LG515",
                "error",
                "stok.xlsx!Stok!E4",
                "hasil hitung 390, isi label 400; Kurang tertulis 1, seharusnya 10",
            ),
        ),
    ),
    Case(
        about="differences written as label less count, all of them",
        near="LG515",
        besides="LG610",
        stock=[
            ["Surat suara Pilgub"],
            *sheet(
                "Tanggal | No Koli | Isi Label | Hasil Hitung | Selisih | Baik | Rusak",
                ("1 Nov", 1, 1000, 995, 5, 995, 0),
                ("1 Nov", 2, 400, 410, -10, 410, 0),
            ),
        ],
    ),
    Case(
        about="damage that already holds the swapped sheets, in every row",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Baik | Rusak | Salah Daerah",
            ("Gubernur", KOTA, 950, 940, 10, 4),
            ("Gubernur", BARAT, 430, 425, 5, 2),
        ),
        besides="LG608 LG609 LG610",
        finds=(Found("LG514", "error", "stok.xlsx!Stok!F2", "tepat sebesar Salah Daerah di 2 baris", 2),),
    ),
    Case(
        about="one row that exceeds what was received by its swapped sheets",
        near="LG514",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Baik | Rusak | Salah Daerah",
            ("Gubernur", KOTA, 950, 940, 10, 4),
            ("Gubernur", BARAT, 430, 425, 3, 2),
        ),
        besides="LG502 LG608 LG609 LG610",
    ),
    Case(
        about="a column that is the sum of two others",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Baik | Rusak | Selesai Dilipat",
            ("Gubernur", KOTA, 950, 940, 3, 943),
            ("Gubernur", BARAT, 430, 425, 2, 427),
        ),
        besides="LG502 LG610",
        finds=(
            Found("LG210", "info", "stok.xlsx!Stok!F1", "'Selesai Dilipat' sama dengan Baik + Rusak di semua baris"),
        ),
    ),
    Case(
        about="a column that is the sum in one row only",
        near="LG210",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Baik | Rusak | Kotak",
            ("Gubernur", KOTA, 943, 940, 3, 943),
            ("Gubernur", BARAT, 427, 425, 2, 400),
        ),
        besides="LG206 LG610",
    ),
    Case(
        about="a column that is the sum in two hundred rows, and something else in the last",
        near="LG210",
        stock=sheet(
            "Jenis | Kecamatan | Tanggal | Diterima | Baik | Rusak | Kotak",
            *(("Gubernur", KOTA, f"hari {day}", 5, 4, 1, 5) for day in range(1, 211)),
            ("Gubernur", BARAT, "hari 1", 427, 425, 2, 400),
        ),
        besides="LG206 LG601 LG608 LG610",
    ),
    Case(
        about="more replacements than there was to replace",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Baik | Rusak | Susulan",
            ("Gubernur", KOTA, 950, 947, 3, 947),
            ("Gubernur", BARAT, 430, 428, 2, 2),
        ),
        besides="LG610",
        finds=(Found("LG516", "warning", "stok.xlsx!Stok!F2", "susulan 947 lembar, padahal kurang kirim 0, rusak 3"),),
    ),
    Case(
        about="replacements of what was short and damaged",
        near="LG516",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Baik | Rusak | Susulan",
            ("Gubernur", KOTA, 920, 917, 3, 6),
            ("Gubernur", BARAT, 430, 428, 2, 2),
        ),
        besides="LG610",
    ),
    Case(
        about="a warehouse without a column for good sheets",
        stock=sheet("Jenis | Kecamatan | Diterima | Rusak", ("Gubernur", KOTA, 950, 3), ("Gubernur", BARAT, 430, 2)),
        besides="LG610",
        finds=(Found("LG517", "info", "stok.xlsx!Stok!C2", "Kolom Baik tidak ada; baik dihitung dari diterima", 2),),
    ),
    Case(
        about="a warehouse that was not sorted yet",
        near="LG517",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Dipesan", ("Gubernur", KOTA, 950, 923), ("Gubernur", BARAT, 430, 410)
        ),
        besides="LG611",
    ),
    Case(
        about="a column of kecamatan that is called Tanggal",
        stock=sheet(
            "Jenis | Tanggal | Diterima | Baik",
            ("Gubernur", KOTA, 923, 923),
            ("Gubernur", "Kec. Balikpapan Barat", 410, 410),
        ),
        finds=(Found("LG518", "error", "stok.xlsx!Stok!B2", "'Balikpapan Kota' adalah nama wilayah", 2),),
    ),
    Case(
        about="days of the week in a column of days",
        near="LG518",
        stock=sheet(
            "Jenis | Tanggal | Diterima | Baik", ("Gubernur", "Senin", 923, 923), ("Gubernur", "Selasa", 410, 410)
        ),
    ),
    Case(
        about="regions under a header that says nothing",
        stock=sheet("Jenis | Uraian | Diterima | Baik", ("Gubernur", KOTA, 923, 923), ("Gubernur", BARAT, 410, 410)),
        besides="LG507",
        finds=(Found("LG213", "error", "stok.xlsx!Stok!B1", "Kolom 'Uraian' berisi nama wilayah ('Balikpapan Kota')"),),
    ),
    Case(
        about="remarks that name a region once",
        near="LG213",
        besides="LG610",
        stock=sheet("Jenis | Keterangan | Diterima | Baik", ("Gubernur", KOTA, 1400, 1400)),
    ),
    Case(
        about="a warehouse without a column for what was received",
        stock=sheet(
            "Jenis | Kecamatan | Stok Awal | Baik | Rusak",
            ("Gubernur", KOTA, 930, 925, 5),
            ("Gubernur", BARAT, 412, 410, 2),
        ),
        besides="LG210",
        finds=(Found("LG519", "error", "stok.xlsx!Stok!C1", "'Stok Awal' mungkin kolom itu"),),
    ),
    Case(
        about="a warehouse with a column for what was received that is not filled in",
        near="LG519",
        besides="LG513 LG612",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Baik | Rusak",
            ("Gubernur", KOTA, "", 925, 5),
            ("Gubernur", BARAT, 412, 410, 2),
        ),
    ),
    Case(
        about="replacements of sheets of another area",
        near="LG516",
        stock=sheet(
            "Jenis | Kecamatan | Diterima | Baik | Rusak | Salah Daerah | Susulan",
            ("Gubernur", KOTA, 923, 900, 0, 23, 23),
            ("Gubernur", BARAT, 410, 410, 0, 0, 0),
        ),
        besides="LG609",
    ),
    Case(
        about="a shortage that is the need less the good sheets",
        near="LG506",
        besides="LG601",
        stock=sheet(f"{_KECAMATAN} | Kekurangan", ("Gubernur", KOTA, 920, 913, 7, 10), (*_BARAT_ENOUGH, 0)),
    ),
    Case(
        about="a shortage that is neither, told by the sheet's own word",
        besides="LG601",
        stock=sheet(f"{_KECAMATAN} | Kekurangan", ("Gubernur", KOTA, 920, 913, 7, 9), (*_BARAT_ENOUGH, 0)),
        finds=(Found("LG506", "error", "stok.xlsx!Stok!F2", "Kekurangan 9, seharusnya 3"),),
    ),
    Case(
        about="a received figure that cannot be read",
        near="LG513",
        besides="LG301 LG612",
        stock=sheet(_KECAMATAN, ("Gubernur", KOTA, "banyak", 915, 8), _BARAT_ENOUGH),
    ),
    Case(
        about="the reserve, the need with it, and a difference by its two names",
        near="LG206",
        stock=sheet(
            f"{_KECAMATAN} | Cadangan 2,5% | Kebutuhan (DPT+2,5%) | Lebih/Kurang",
            ("Gubernur", KOTA, 923, 923, 0, 23, 923, 0),
            (*_BARAT_ENOUGH, 10, 410, 0),
        ),
    ),
    Case(
        about="the stock for a revote without its election, beside two elections",
        stock=sheet(
            _KECAMATAN,
            ("Gubernur", KOTA, 923, 923, 0),
            ("Gubernur", BARAT, 410, 410, 0),
            ("Wali Kota", KOTA, 923, 923, 0),
            ("Wali Kota", BARAT, 410, 410, 0),
            ("Surat Suara PSU", "", 2000, 2000, 0),
        ),
        finds=(Found("LG205", "error", "stok.xlsx!Stok!A6", "jenis pemilihan tidak jelas"),),
    ),
    Case(
        about="one blank election in a column that names it in every row",
        besides="LG612",
        stock=sheet(
            _KECAMATAN,
            ("Gubernur", KOTA, 923, 923, 0),
            ("", BARAT, 410, 410, 0),
            ("Wali Kota", KOTA, 923, 923, 0),
            ("Wali Kota", BARAT, 410, 410, 0),
        ),
        finds=(Found("LG205", "error", "stok.xlsx!Stok!A3", "jenis pemilihan tidak jelas"),),
    ),
    Case(
        about="days that are written once, above a recap that they add up to",
        near="LG509",
        stock=sheet(
            "Tanggal | Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak",
            ("1/11/2024", "Gubernur", KOTA, 500, 500, 0),
            ("", "Gubernur", BARAT, 200, 200, 0),
            ("2/11/2024", "Gubernur", KOTA, 423, 423, 0),
            ("", "Gubernur", BARAT, 210, 210, 0),
            ("", "Gubernur", KOTA, 923, 923, 0),
            ("", "Gubernur", BARAT, 410, 410, 0),
        ),
    ),
)
