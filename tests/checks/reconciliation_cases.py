"""LG6xx: what is there against what has to be there."""

from tests.checks.case import BARAT, KOTA, PPU, ROLL, Case, Found, roll, sheet

_CITY = "Jenis Pemilihan | Dipesan | Diterima | Baik | Rusak"
_PARTS = "Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak"
_BARAT_ENOUGH = ("Gubernur", BARAT, 410, 410, 0)
_TWO_OF_100 = roll((KOTA, "Damai", 1, 50, 50, 100), (KOTA, "Damai", 2, 50, 50, 100))
"""3 + 3 in reserve per TPS, so 206 needed; 2.5% of the total is 5, so 205."""

RECONCILIATION = (
    Case(
        about="a kecamatan that lacks 3 and has 5 damaged, at its cell of Baik",
        stock=sheet(_PARTS, ("Gubernur", KOTA, 920, 915, 5), _BARAT_ENOUGH),
        finds=(Found("LG601", "error", "stok.xlsx!Stok!D2", "Kota: perlu 8 lembar (kurang kirim 3, rusak 5)"),),
    ),
    Case(
        about="two elections and two kecamatan, each on its own",
        stock=sheet(
            _PARTS,
            ("Gubernur", KOTA, 922, 922, 0),
            ("Gubernur", BARAT, 408, 408, 0),
            ("Wali Kota", KOTA, 920, 920, 0),
            ("Wali Kota", BARAT, 410, 410, 0),
        ),
        finds=(
            Found("LG601", "error", "stok.xlsx!Stok!D2", "Gubernur, Balikpapan Kota: perlu 1 lembar"),
            Found("LG601", "error", "stok.xlsx!Stok!D3", "Gubernur, Balikpapan Barat: perlu 2 lembar"),
            Found("LG601", "error", "stok.xlsx!Stok!D4", "Wali Kota, Balikpapan Kota: perlu 3 lembar"),
        ),
    ),
    Case(
        about="a kecamatan counted by kelurahan, at the one that is short",
        stock=sheet(
            "Jenis Pemilihan | Kelurahan | Diterima | Baik | Rusak",
            ("Gubernur", "Damai", 615, 615, 0),
            ("Gubernur", "Prapatan", 308, 305, 3),
            ("Gubernur", "Baru Ilir", 410, 410, 0),
        ),
        finds=(Found("LG601", "error", "stok.xlsx!Stok!D3", "Gubernur, Balikpapan Kota: perlu 3 lembar (rusak 3)"),),
    ),
    Case(
        about="the city where only the city was counted",
        stock=sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Gubernur", 1330, 1325, 5)),
        finds=(
            Found("LG601", "error", "stok.xlsx!Stok!C2", "Kota Balikpapan: perlu 8 lembar (kurang kirim 3, rusak 5)"),
        ),
    ),
    Case(
        about="the stock for a revote, apart from the voting stock",
        stock=sheet(_CITY, ("Wali Kota", 1333, 1333, 1333, 0), ("Wali Kota PSU", 2000, 1990, 1990, 0)),
        finds=(Found("LG601", "error", "stok.xlsx!Stok!D3", "Wali Kota (PSU), Kota Balikpapan: perlu 10 lembar"),),
    ),
    Case(
        about="unsorted sheets, so that the request is an upper bound",
        stock=sheet(f"{_PARTS} | Belum Disortir", ("Gubernur", KOTA, 920, 800, 0, 120), (*_BARAT_ENOUGH, 0)),
        besides="LG611",
        finds=(
            Found(
                "LG601",
                "error",
                "stok.xlsx!Stok!D2",
                "(kurang kirim 3, belum disortir 120); sementara, paling sedikit 3",
            ),
        ),
    ),
    Case(
        about="damage that surplus covers in part",
        stock=sheet(_PARTS, ("Gubernur", KOTA, 930, 921, 9), _BARAT_ENOUGH),
        finds=(Found("LG601", "error", "stok.xlsx!Stok!D2", "perlu 2 lembar (rusak 9, tertutup kelebihan 7)"),),
    ),
    Case(
        about="a shortage that a later delivery covers in part",
        stock=sheet(f"{_PARTS} | Susulan", ("Gubernur", KOTA, 920, 915, 5, 4), (*_BARAT_ENOUGH, 0)),
        finds=(
            Found(
                "LG601", "error", "stok.xlsx!Stok!D2", "perlu 4 lembar (kurang kirim 3, rusak 5, dikurangi susulan 4)"
            ),
        ),
    ),
    Case(
        about="damage that a later delivery made good",
        near="LG601",
        stock=sheet(f"{_PARTS} | Susulan", ("Gubernur", KOTA, 920, 915, 5, 8), (*_BARAT_ENOUGH, 0)),
    ),
    Case(
        about="exactly what is needed",
        near="LG601",
        stock=sheet(_PARTS, ("Gubernur", KOTA, 923, 923, 0), _BARAT_ENOUGH),
    ),
    Case(
        about="7 sheets ordered above the need",
        stock=sheet(_CITY, ("Gubernur", 1340, 1340, 1340, 0)),
        finds=(Found("LG602", "warning", "stok.xlsx!Stok!B2", "dipesan 1.340, kebutuhan 1.333; selisih 7"),),
    ),
    Case(about="ordered as needed", near="LG602", stock=sheet(_CITY, ("Gubernur", 1333, 1333, 1333, 0))),
    Case(
        about="2.5% of the total, as in Penajam Paser Utara",
        dpt=PPU,
        kendali=(293, 137495),
        stock=sheet(_CITY, ("Gubernur", 140932, 140932, 140932, 0)),
        finds=(
            Found("LG603", "warning", "stok.xlsx!Stok!B2", "DPT + 2,5% dari total, berbeda 79 lembar dari hitungan"),
        ),
    ),
    Case(
        about="2.5% of the total, rounded up",
        dpt=PPU,
        kendali=(293, 137495),
        stock=sheet(_CITY, ("Gubernur", 140933, 140933, 140933, 0)),
        finds=(Found("LG603", "warning", "stok.xlsx!Stok!B2", "dari total, berbeda 78 lembar"),),
    ),
    Case(
        about="one sheet below 2.5% of the total",
        near="LG603",
        besides="LG605",
        dpt=_TWO_OF_100,
        kendali=(2, 200),
        stock=sheet(_CITY, ("Gubernur", 204, 204, 204, 0)),
    ),
    Case(
        about="2,000 revote sheets in the order, and both readings",
        stock=sheet(_CITY, ("Wali Kota", 3333, 3330, 3320, 10)),
        besides="LG601",
        finds=(
            Found(
                "LG604", "error", "stok.xlsx!Stok!B2", "ada 1.320 baik dari 1.333; bila tidak: 3.320 baik dari 3.333"
            ),
        ),
    ),
    Case(
        about="2,000 revote sheets in the stock, and no order",
        stock=sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Wali Kota", 3330, 3330, 0)),
        besides="LG610",
        finds=(Found("LG604", "error", "stok.xlsx!Stok!C2", "kelebihan 1.997, mendekati kebutuhan 1.333 + PSU 2.000"),),
    ),
    Case(
        about="an order that is 100 sheets off 2,000 above the need",
        stock=sheet(_CITY, ("Wali Kota", 3433, 3433, 3433, 0)),
        finds=(Found("LG604", "error", "stok.xlsx!Stok!B2", "dipesan 3.433, mendekati kebutuhan 1.333 + PSU 2.000"),),
    ),
    Case(
        about="an order that is 101 sheets off 2,000 above the need",
        near="LG604",
        besides="LG602",
        stock=sheet(_CITY, ("Wali Kota", 3434, 3434, 3434, 0)),
    ),
    Case(
        about="a surplus of 2,100",
        stock=sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Wali Kota", 3433, 3433, 0)),
        besides="LG610",
        finds=(Found("LG604", "error", "stok.xlsx!Stok!C2", "kelebihan 2.100, mendekati"),),
    ),
    Case(
        about="a surplus of 2,101",
        near="LG604",
        besides="LG610",
        stock=sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Wali Kota", 3434, 3434, 0)),
    ),
    Case(
        about="2,000 revote sheets on top of 2.5% of the total",
        dpt=_TWO_OF_100,
        kendali=(2, 200),
        stock=sheet(_CITY, ("Gubernur", 2205, 2205, 2205, 0)),
        finds=(Found("LG604", "error", "stok.xlsx!Stok!B2", "dipesan 2.205, mendekati kebutuhan 206 + PSU 2.000"),),
    ),
    Case(
        about="a revote row of its own, and a large order all the same",
        near="LG604",
        besides="LG602",
        stock=sheet(_CITY, ("Wali Kota", 3333, 3333, 3333, 0), ("Wali Kota PSU", 2000, 2000, 2000, 0)),
    ),
    Case(
        about="a surplus that is far from 2,000",
        near="LG604",
        besides="LG610",
        stock=sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Wali Kota", 2833, 2833, 0)),
    ),
    Case(
        about="3 sheets needed above the decision, which are not asked for",
        stock=sheet(_CITY, ("Gubernur", 1330, 1325, 1320, 5)),
        besides="LG601",
        finds=(Found("LG605", "error", "stok.xlsx!Stok!B2", "kebutuhan 1.333; 3 lembar di atas ketetapan"),),
    ),
    Case(
        about="a need that is not known, since a TPS has no voters",
        near="LG605",
        besides="LG401",
        dpt=[*ROLL, (BARAT, "Baru Ulu", 1, "", "", "")],
        kendali=(5, 1300),
        stock=sheet(_CITY, ("Gubernur", 1300, 1300, 1300, 0)),
    ),
    Case(
        about="two elections of one city with other orders",
        stock=sheet(_CITY, ("Gubernur", 1333, 1333, 1333, 0), ("Wali Kota", 1340, 1340, 1340, 0)),
        besides="LG602",
        finds=(
            Found(
                "LG606", "warning", "stok.xlsx!Stok!B3", "Kota Balikpapan: dipesan Gubernur 1.333 dan Wali Kota 1.340"
            ),
        ),
    ),
    Case(
        about="equal orders, and 2,000 of its own for the revote",
        near="LG606",
        stock=sheet(
            _CITY,
            ("Gubernur", 1333, 1333, 1333, 0),
            ("Wali Kota", 1333, 1333, 1333, 0),
            ("PSU Wali Kota", 2000, 2000, 2000, 0),
        ),
    ),
    Case(
        about="a recap of the city that its kecamatan do not add up to",
        stock=sheet(_PARTS, ("Gubernur", "", 1336, 1335, 1), ("Gubernur", KOTA, 923, 923, 0), _BARAT_ENOUGH),
        finds=(Found("LG607", "error", "stok.xlsx!Stok!C2", "Diterima rekap 1.336, seharusnya 1.333 (selisih 3)", 3),),
    ),
    Case(
        about="a recap of the city that its kecamatan add up to",
        near="LG607",
        stock=sheet(_PARTS, ("Gubernur", "", 1333, 1333, 0), ("Gubernur", KOTA, 923, 923, 0), _BARAT_ENOUGH),
    ),
    Case(
        about="a kecamatan that has only its order beside its counted kelurahan",
        near="LG607",
        stock=sheet(
            "Jenis Pemilihan | Kecamatan | Kelurahan | Dipesan | Diterima | Baik",
            ("Gubernur", KOTA, "", 923, "", ""),
            ("Gubernur", KOTA, "Damai", "", 615, 615),
            ("Gubernur", KOTA, "Prapatan", "", 308, 308),
            ("Gubernur", BARAT, "", 410, 410, 410),
        ),
    ),
    Case(
        about="1.1% damaged",
        stock=sheet(_PARTS, ("Gubernur", KOTA, 934, 923, 11), _BARAT_ENOUGH),
        finds=(Found("LG608", "warning", "stok.xlsx!Stok!E2", "Balikpapan Kota: rusak 11 dari 934 (1,2%)"),),
    ),
    Case(
        about="1% damaged",
        near="LG608",
        besides="LG610",
        stock=sheet(_PARTS, ("Gubernur", KOTA, 1000, 990, 10), _BARAT_ENOUGH),
    ),
    Case(
        about="a few sheets, most of them damaged",
        near="LG608",
        besides="LG601",
        stock=sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Gubernur", 199, 9, 190)),
    ),
    Case(
        about="25 sheets of another area, which are not damage",
        stock=sheet(f"{_PARTS} | Salah Daerah", ("Gubernur", KOTA, 948, 923, 0, 25), (*_BARAT_ENOUGH, 0)),
        finds=(Found("LG609", "warning", "stok.xlsx!Stok!F2", "Balikpapan Kota: 25 lembar salah daerah"),),
    ),
    Case(
        about="a column of swapped sheets with nothing in it",
        near="LG609",
        stock=sheet(f"{_PARTS} | Tertukar", ("Gubernur", KOTA, 923, 923, 0, 0), (*_BARAT_ENOUGH, "")),
    ),
    Case(
        about="surplus of two kecamatan as one finding",
        stock=sheet(_PARTS, ("Gubernur", KOTA, 930, 930, 0), ("Gubernur", BARAT, 411, 411, 0)),
        finds=(Found("LG610", "info", "stok.xlsx!Stok!D2", "8 lembar di atas dasar (Balikpapan Kota 7 dan Balik", 2),),
    ),
    Case(
        about="damage that the surplus received covers exactly",
        near="LG610",
        stock=sheet(_PARTS, ("Gubernur", KOTA, 930, 923, 7), _BARAT_ENOUGH),
    ),
    Case(
        about="sheets that are not sorted yet",
        stock=sheet(f"{_PARTS} | Belum Disortir", ("Gubernur", KOTA, 943, 923, 0, 20), (*_BARAT_ENOUGH, 0)),
        finds=(Found("LG611", "warning", "stok.xlsx!Stok!F2", "Balikpapan Kota: 20 lembar belum disortir"),),
    ),
    Case(
        about="a sealed carton for a revote",
        near="LG611",
        stock=sheet(
            f"{_CITY} | Belum Disortir",
            ("Wali Kota", 1333, 1333, 1333, 0, 0),
            ("Wali Kota PSU", 2000, 2000, 0, 0, 2000),
        ),
    ),
    Case(
        about="kelurahan and kecamatan that are not counted",
        stock=sheet(
            "Jenis Pemilihan | Kelurahan | Diterima | Baik",
            ("Gubernur", "Damai", 615, 615),
            ("Gubernur", "Baru Ilir", 410, 410),
        ),
        finds=(
            Found(
                "LG612", "warning", "stok.xlsx!Stok!C2", "Balikpapan Kota: 1 dari 2 wilayah belum dihitung: Prapatan"
            ),
            Found("LG612", "warning", "stok.xlsx!Stok!C3", "1 dari 2 wilayah belum dihitung: Balikpapan Kota"),
        ),
    ),
    Case(
        about="an election of which there is only the revote stock",
        settings='pemilihan = ["gubernur", "walikota"]',
        stock=sheet(_PARTS, ("Gubernur", KOTA, 923, 923, 0), _BARAT_ENOUGH, ("Wali Kota PSU", "", 2000, 2000, 0)),
        finds=(Found("LG612", "warning", "stok.xlsx!Stok!A2", "Wali Kota: stok untuk pemungutan suara belum ada"),),
    ),
    Case(
        about="a kelurahan without voters that is not counted",
        near="LG612",
        besides="LG402",
        dpt=[*ROLL, (KOTA, "Manggar", 1, 0, 0, 0)],
        kendali=(5, 1300),
        stock=sheet(
            "Jenis Pemilihan | Kelurahan | Diterima | Baik",
            ("Gubernur", "Damai", 615, 615),
            ("Gubernur", "Prapatan", 308, 308),
            ("Gubernur", "Baru Ilir", 410, 410),
        ),
    ),
    Case(
        about="an order and a revote order other than the decision",
        settings="[kendali.surat_suara]\nwalikota = 1333\n[kendali.psu.walikota]\njumlah = 2000\nnomor = 'SK 3/2024'",
        stock=sheet(_CITY, ("Wali Kota", 1330, 1330, 1330, 0), ("Wali Kota PSU", 1000, 1000, 1000, 0)),
        besides="LG605",
        finds=(
            Found(
                "LG613", "error", "stok.xlsx!Stok!B2", "Wali Kota 1.330, seharusnya 1.333 (selisih 3) menurut [kendali]"
            ),
            Found(
                "LG613", "error", "stok.xlsx!Stok!B3", "(PSU) 1.000, seharusnya 2.000 (selisih 1.000) menurut SK 3/2024"
            ),
        ),
    ),
    Case(
        about="the order of the decision",
        near="LG613",
        settings="[kendali.surat_suara]\ngubernur = 1333",
        stock=sheet(_CITY, ("Gubernur", 1333, 1333, 1333, 0)),
    ),
)
