"""Names and codes of regions: LG208, LG310, LG412 to LG414."""

from tests.checks.case import BARAT, KOTA, ROLL, Case, Found, sheet

_STOCK = "Jenis Pemilihan | Kecamatan | Diterima | Baik"
_PLAIN = "Jenis Pemilihan | Diterima | Baik"
_CODED = "Kecamatan | Kelurahan | Kode Wilayah | TPS | Jumlah"
_ENOUGH = sheet(_STOCK, ("Gubernur", KOTA, 923, 923), ("Gubernur", BARAT, 410, 410))
_BARAT_BY_TITLE = [["KECAMATAN", ":", "BALIKPAPAN BARAT"], *sheet(_PLAIN, ("Gubernur", 410, 410))]
_KOTA_BY_SHEET = {KOTA: sheet(_PLAIN, ("Gubernur", 923, 923))}
_BY_SHEET = [row[1:] for row in ROLL]

REGIONS = (
    Case(
        about="a copied sheet that still has the title of another kecamatan",
        more={**_KOTA_BY_SHEET, "KEC. BALIKPAPAN KOTA (2)": _BARAT_BY_TITLE},
        finds=(
            Found(
                "LG208",
                "warning",
                "dpt.xlsx!KEC. BALIKPAPAN KOTA (2)!C1",
                "Judul menyebut kecamatan 'Balikpapan Barat', tetapi nama lembarnya 'KEC. BALIKPAPAN KOTA (2)'",
            ),
        ),
    ),
    Case(
        about="a sheet of a kelurahan of another kecamatan than its title's",
        more={**_KOTA_BY_SHEET, "1. Damai": _BARAT_BY_TITLE},
        finds=(Found("LG208", "warning", "dpt.xlsx!1. Damai!C1", "'Balikpapan Barat', tetapi nama lembarnya '1. Dam"),),
    ),
    Case(
        about="a title and a sheet that say the same, each in its way",
        near="LG208",
        more={**_KOTA_BY_SHEET, "Balikpapan-Barat": _BARAT_BY_TITLE},
    ),
    Case(
        about="a title above a sheet whose name is no region's",
        near="LG208",
        more={**_KOTA_BY_SHEET, "Gudang 2": _BARAT_BY_TITLE},
    ),
    Case(
        about="titles above one table that name two kecamatan",
        besides="LG612",
        more={**_KOTA_BY_SHEET, "2": [["KECAMATAN BALIKPAPAN KOTA"], *_BARAT_BY_TITLE]},
        finds=(
            Found("LG501", "error", "dpt.xlsx!2!B4", "Balikpapan Barat"),
            Found("LG208", "warning", "dpt.xlsx!2!A1", "kecamatan yang berbeda (Balikpapan Kota dan Balikpapan Barat)"),
        ),
    ),
    Case(
        about="one kecamatan in two titles above one table",
        near="LG208",
        more={**_KOTA_BY_SHEET, "2": [["Kecamatan Balikpapan Barat"], *_BARAT_BY_TITLE]},
    ),
    Case(
        about="a voter list whose sheets are called after directions",
        dpt=(),
        more={"KOTA": _BY_SHEET[:4], "BARAT": [_BY_SHEET[0], *_BY_SHEET[4:]]},
        finds=(
            Found("LG208", "warning", "dpt.xlsx!BARAT!A1", "Nama lembar 'BARAT' dibaca sebagai kecamatan 'Barat'"),
            Found("LG208", "warning", "dpt.xlsx!KOTA!A1", 'logistik.toml: "Kota" = "Balikpapan Kota"'),
        ),
    ),
    Case(
        about="directions that a title, too, says are kecamatan",
        near="LG208",
        dpt=(),
        more={
            "KOTA": [["KECAMATAN KOTA"], *_BY_SHEET[:4]],
            "BARAT": [["KECAMATAN BARAT"], _BY_SHEET[0], *_BY_SHEET[4:]],
        },
    ),
    Case(
        about="codes that Excel shows and keeps in part",
        dpt=sheet(
            "Kode TPS | Kecamatan | Kelurahan | TPS | Jumlah",
            ("6,47E+12", KOTA, "Damai", 1, 400),
            ("6.47101E+12", KOTA, "Damai", 2, 200),
            ("6E+12", KOTA, "Prapatan", 1, 300),
            ("6471021001001", BARAT, "Baru Ilir", 1, 400),
        ),
        finds=(
            Found("LG310", "warning", "dpt.xlsx!DPT!A2", "'Kode TPS': 3 kode dibulatkan Excel, misalnya '6,47E+12'", 3),
        ),
    ),
    Case(
        about="numbers of persons in a column of codes, which are no codes that Excel rounded",
        dpt=sheet(
            "Kode | Kecamatan | Kelurahan | TPS | Jumlah",
            *((6471014507900000 + at, *row[:3], row[5]) for at, row in enumerate(ROLL[1:])),
        ),
        near="LG310",
        besides="LG103",
    ),
    Case(
        about="codes of thirteen digits as numbers, and as text",
        near="LG310",
        dpt=sheet(
            "Kode TPS | Kecamatan | Kelurahan | TPS | Jumlah",
            (6471061005001, KOTA, "Damai", 1, 400),
            ("6471061005002", KOTA, "Damai", 2, 200),
            (6471061001001, KOTA, "Prapatan", 1, 300),
            ("6471021001001", BARAT, "Baru Ilir", 1, 400),
        ),
    ),
    Case(
        about="one code beside two kelurahan",
        dpt=sheet(
            _CODED,
            (KOTA, "Damai", "6471061005", 1, 400),
            (KOTA, "Damai", "6471061005", 2, 200),
            (KOTA, "Prapatan", "6471061005", 1, 300),
            (BARAT, "Baru Ilir", "6471021001", 1, 400),
        ),
        finds=(
            Found("LG412", "warning", "dpt.xlsx!DPT!C4", "'6471061005' berada di samping Damai (baris 2) dan Prap"),
        ),
    ),
    Case(
        about="kelurahan beside codes of two systems, as one finding",
        dpt=sheet(
            _CODED,
            (KOTA, "Damai", "64.71.06.1005", 1, 400),
            (KOTA, "Damai", "6471010005", 2, 200),
            (KOTA, "Prapatan", "64.71.06.1001", 1, 100),
            (KOTA, "Prapatan", "6471010001", 2, 200),
            (BARAT, "Baru Ilir", "64.71.02.1001", 1, 400),
        ),
        kendali=(5, 1300),
        finds=(
            Found("LG412", "warning", "dpt.xlsx!DPT!C3", "Damai memakai kode '64.71.06.1005' (baris 2) dan '64", 2),
        ),
    ),
    Case(
        about="one name beside two codes in one cell",
        dpt=sheet(
            "Kecamatan | Kelurahan | TPS | Jumlah",
            ("64.71.06 - BALIKPAPAN KOTA", "DAMAI (64.71.06.1005)", 1, 400),
            ("64.71.06 - BALIKPAPAN KOTA", "DAMAI (64.71.06.1006)", 2, 200),
            ("64.71.06 - BALIKPAPAN KOTA", "PRAPATAN (64.71.06.1001)", 1, 300),
            ("64.71.02 - BALIKPAPAN BARAT", "BARU ILIR (64.71.02.1001)", 1, 400),
        ),
        finds=(
            Found("LG412", "warning", "dpt.xlsx!DPT!B3", "Damai memakai kode 'DAMAI (64.71.06.1005)' (baris 2) dan"),
        ),
    ),
    Case(
        about="a code beside every name, one for each",
        near="LG412",
        dpt=sheet(
            "Kecamatan | Kelurahan | TPS | Jumlah",
            ("64.71.06-BALIKPAPAN KOTA", "6471061005 - DAMAI", 1, 400),
            ("64.71.06-BALIKPAPAN KOTA", "6471061005 - DAMAI", 2, 200),
            ("64.71.06-BALIKPAPAN KOTA", "6471061001 - PRAPATAN", "6471061001-TPS 001", 300),
            ("[64.71.02] BALIKPAPAN BARAT", "BARU ILIR", 1, 400),
        ),
    ),
    Case(
        about="one kecamatan beside two codes in the warehouse",
        stock=sheet(
            "Kode Kec | Jenis Pemilihan | Kecamatan | Diterima | Baik",
            ("6471010", "Gubernur", KOTA, 923, 923),
            ("6471050", "Gubernur", BARAT, 410, 410),
            ("6471010", "Wali Kota", BARAT, 410, 410),
            ("6471010", "Wali Kota", KOTA, 923, 923),
        ),
        finds=(Found("LG412", "warning", "stok.xlsx!Stok!A4", "Kode '6471010' berada di samping Balikpapan Kota"),),
    ),
    Case(
        about="codes of the office's own, one for each kelurahan",
        near="LG412",
        dpt=sheet(
            _CODED,
            (KOTA, "Damai", "010101", 1, 400),
            (KOTA, "Damai", "010101", 2, 200),
            (KOTA, "Prapatan", "010102", 1, 300),
            (BARAT, "Baru Ilir", "010201", 1, 400),
        ),
    ),
    Case(
        about="codes of things, which are beside every region",
        near="LG412",
        stock=sheet(
            "Kode | Jenis Pemilihan | Kecamatan | Diterima | Baik",
            *(("SS-01", "Gubernur", name, count, count) for name, count in ((KOTA, 923), (BARAT, 410))),
            *(("SS-02", "Wali Kota", name, count, count) for name, count in ((KOTA, 923), (BARAT, 410))),
        ),
    ),
    Case(
        about="an alias that means a name with a slip",
        settings='[alias.kecamatan]\n"Bpp Kota" = "Balikpapn Kota"',
        finds=(
            Found(
                "LG413",
                "warning",
                "dpt.xlsx!DPT!A2",
                "= \"Balikpapn Kota\": 'Balikpapn Kota' tidak ada di DPT; mungkin maksudnya 'Balikpapan Kota'",
            ),
        ),
    ),
    Case(
        about="an alias for one kecamatan, of a kelurahan that lies in another",
        settings='[alias.kelurahan]\n"Balikpapan Kota/Baru" = "Baru Ilir"',
        finds=(Found("LG413", "warning", "dpt.xlsx!DPT!B2", "'Baru Ilir' tidak ada di Kecamatan 'Balikpapan Kota'"),),
    ),
    Case(
        about="aliases of names of the list, of one kecamatan only, and of the city",
        near="LG413",
        settings='[alias.kecamatan]\n"Gudang Induk" = "Kota Balikpapan"\n'
        '[alias.kelurahan]\n"Damay" = "DAMAI"\n"Balikpapan Barat/Baru" = "Kel. Baru Ilir"\n'
        '"Prapatan" = "Prapatan Lama"',
    ),
    Case(
        about="an alias that makes two kelurahan one",
        settings='[alias.kelurahan]\n"Damai" = "Prapatan"',
        besides="LG405",
        finds=(Found("LG414", "error", "dpt.xlsx!DPT!B2", "'Damai' dan 'Prapatan' sama-sama ada di DPT"),),
    ),
    Case(
        about="an alias that makes two kecamatan one",
        settings='[alias.kecamatan]\n"Balikpapan Barat" = "Balikpapan Kota"',
        finds=(Found("LG414", "error", "dpt.xlsx!DPT!A2", "sama-sama ada di DPT"),),
    ),
    Case(
        about="an alias that makes the city a kecamatan, and is not used",
        settings='[alias.kecamatan]\n"KOTA BALIKPAPAN" = "Balikpapan Kota"',
        stock=[*_ENOUGH, ("Gubernur", "Kota Balikpapan", 1333, 1333)],
        finds=(Found("LG414", "error", "dpt.xlsx!DPT!A2", "'KOTA BALIKPAPAN' adalah kabupaten/kotanya"),),
    ),
    Case(
        about="an alias that renames a kelurahan of the list",
        near="LG414",
        settings='[alias.kelurahan]\n"Prapatan" = "Prapatan Kota"',
        stock=_ENOUGH,
    ),
    Case(
        about="an alias for the one kecamatan where the name is another's",
        near="LG414",
        settings='[alias.kelurahan]\n"Balikpapan Barat/Damai" = "Baru Ilir"',
        stock=sheet(
            "Jenis Pemilihan | Kecamatan | Kelurahan | Diterima | Baik",
            ("Gubernur", KOTA, "Damai", 615, 615),
            ("Gubernur", KOTA, "Prapatan", 308, 308),
            ("Gubernur", BARAT, "Damai", 410, 410),
        ),
    ),
    Case(
        about="a name that no region has, in the one column of kecamatan and kelurahan",
        stock=sheet(
            "Jenis | Wilayah | Diterima | Baik",
            ("Gubernur", f"Kec. {KOTA}", 923, 923),
            ("Gubernur", "Damaii", 615, 615),
            ("Gubernur", f"Kec. {BARAT}", 410, 410),
        ),
        finds=(Found("LG501", "error", "stok.xlsx!Stok!B3", "Kelurahan 'Damaii' tidak ada di DPT"),),
    ),
)
