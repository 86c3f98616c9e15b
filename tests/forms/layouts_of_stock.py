"""Warehouse sheets: the layouts that offices use."""

from tests.forms.form import BARAT, KOTA, STOCK, Form

BOTH = {**STOCK, (KOTA, "walikota"): (2940, 2938, 2), (BARAT, "walikota"): (1420, 1419, 1)}
_HEAD = ("Jenis Pemilihan", "Kecamatan", "Diterima", "Baik", "Rusak")
_GUBERNUR = (("Gubernur", KOTA, 2930, 2925, 5), ("Gubernur", BARAT, 1415, 1412, 3))
_WALIKOTA = (("Wali Kota", KOTA, 2940, 2938, 2), ("Wali Kota", BARAT, 1420, 1419, 1))
CITY = {("Kota Balikpapan", "gubernur"): (4345, 4337, 8)}
_BESIDE = (
    (*_HEAD[1:], "", *_HEAD[1:]),
    *((*gubernur[1:], "", *walikota[1:]) for gubernur, walikota in zip(_GUBERNUR, _WALIKOTA, strict=True)),
)

STOCK_FORMS = (
    Form(about="a row for each election and kecamatan", stock={"Stok": [_HEAD, *_GUBERNUR, *_WALIKOTA]}, counts=BOTH),
    Form(
        about="a row of column letters with a sum",
        stock={
            "Stok": [(*_HEAD, "Salah Daerah"), ("a", "b", "c=d+e+f", "d", "e", "f"), *((*row, 0) for row in _GUBERNUR)]
        },
    ),
    Form(
        about="one sheet per election, named by the sheet",
        stock={
            "Gubernur": [_HEAD[1:], *(row[1:] for row in _GUBERNUR)],
            "Wali Kota": [_HEAD[1:], *(row[1:] for row in _WALIKOTA)],
        },
        counts=BOTH,
    ),
    Form(
        about="one sheet per election, named in the title",
        stock={
            "1": [("REKAP SURAT SUARA PEMILIHAN GUBERNUR",), (), _HEAD[1:], *(row[1:] for row in _GUBERNUR)],
            "2": [("REKAP SURAT SUARA PEMILIHAN WALI KOTA",), (), _HEAD[1:], *(row[1:] for row in _WALIKOTA)],
        },
        counts=BOTH,
    ),
    Form(
        about="elections side by side under group heads",
        stock={
            "Stok": [
                ("No", "Kecamatan", "GUBERNUR", "", "", "WALI KOTA", "", ""),
                ("", "", "Diterima", "Baik", "Rusak", "Diterima", "Baik", "Rusak"),
                (1, KOTA, 2930, 2925, 5, 2940, 2938, 2),
                (2, BARAT, 1415, 1412, 3, 1420, 1419, 1),
                ("", "JUMLAH", 4345, 4337, 8, 4360, 4357, 3),
            ]
        },
        merges={"Stok": ["C1:E1", "F1:H1"]},
        counts=BOTH,
    ),
    Form(
        about="elections one below the other, each with a title and a header",
        stock={
            "Stok": [
                ("A. SURAT SUARA GUBERNUR",),
                _HEAD[1:],
                *(row[1:] for row in _GUBERNUR),
                ("JUMLAH", 4345, 4337, 8),
                (),
                ("B. SURAT SUARA WALI KOTA",),
                _HEAD[1:],
                *(row[1:] for row in _WALIKOTA),
                ("JUMLAH", 4360, 4357, 3),
            ]
        },
        counts=BOTH,
    ),
    Form(
        about="elections one below the other under one header, named by rows of their own",
        stock={
            "Stok": [
                ("No", *_HEAD[1:]),
                ("A", "SURAT SUARA GUBERNUR"),
                (1, *_GUBERNUR[0][1:]),
                (2, *_GUBERNUR[1][1:]),
                ("B", "SURAT SUARA WALI KOTA"),
                (1, *_WALIKOTA[0][1:]),
                (2, *_WALIKOTA[1][1:]),
            ]
        },
        counts=BOTH,
    ),
    Form(
        about="a recap of the city beside the sheets of its kecamatan, which agrees",
        stock={
            "Rekap": [_HEAD, ("Gubernur", "Kota Balikpapan", 4345, 4337, 8)],
            "Rincian": [_HEAD, *_GUBERNUR],
        },
        counts={**STOCK, **CITY},
    ),
    Form(
        about="a recap of the city that differs from the sheets of its kecamatan",
        stock={
            "Rekap": [_HEAD, ("Gubernur", "Kota Balikpapan", 4346, 4338, 8)],
            "Rincian": [_HEAD, *_GUBERNUR],
        },
        counts={**STOCK, ("Kota Balikpapan", "gubernur"): (4346, 4338, 8)},
        raises=["LG607"],
    ),
    Form(
        about="a recap of the kecamatan beside a sheet for each, which agree",
        stock={
            "REKAP": [_HEAD, *_GUBERNUR],
            "Balikpapan Kota": [_HEAD, _GUBERNUR[0]],
            "Balikpapan Barat": [_HEAD, _GUBERNUR[1]],
        },
        raises=["LG508"],
    ),
    Form(
        about="kecamatan row, then its kelurahan, in one column",
        stock={
            "Stok": [
                ("Jenis Pemilihan", "Kecamatan/Kelurahan", "Diterima", "Baik", "Rusak"),
                ("Gubernur", "KEC. BALIKPAPAN KOTA", 2930, 2925, 5),
                ("Gubernur", "Damai", 1930, 1927, 3),
                ("Gubernur", "Prapatan", 1000, 998, 2),
                ("Gubernur", "KEC. BALIKPAPAN BARAT", 1415, 1412, 3),
                ("Gubernur", "Baru Ilir", 1415, 1412, 3),
            ]
        },
        counts={**STOCK, ("Damai", "gubernur"): (1930, 1927, 3), ("Baru Ilir", "gubernur"): (1415, 1412, 3)},
    ),
    Form(
        about="kecamatan without a prefix, then its kelurahan, in a column called Wilayah",
        stock={
            "Gubernur": [
                ("Wilayah", "Diterima", "Baik", "Rusak"),
                ("Balikpapan Kota", 2930, 2925, 5),
                ("Damai", 1930, 1927, 3),
                ("Prapatan", 1000, 998, 2),
                ("Balikpapan Barat", 1415, 1412, 3),
                ("Baru Ilir", 1415, 1412, 3),
                ("JUMLAH", 4345, 4337, 8),
            ]
        },
        counts={**STOCK, **CITY, ("Damai", "gubernur"): (1930, 1927, 3)},
    ),
    Form(
        about="kecamatan in its own column above its kelurahan",
        stock={
            "Gubernur": [
                ("Kecamatan", "Kelurahan", "Diterima", "Baik", "Rusak"),
                ("Balikpapan Kota", "", 2930, 2925, 5),
                ("", "Damai", 1930, 1927, 3),
                ("", "Prapatan", 1000, 998, 2),
                ("Balikpapan Barat", "", 1415, 1412, 3),
                ("", "Baru Ilir", 1415, 1412, 3),
                ("JUMLAH", "", 4345, 4337, 8),
            ]
        },
        counts={**STOCK, ("Damai", "gubernur"): (1930, 1927, 3)},
    ),
    Form(
        about="daily sorting by day, table and carton, damage by category",
        stock={
            "Gubernur": [
                (
                    "Tanggal",
                    "Meja",
                    "No Koli",
                    "Isi Label",
                    "Hasil Hitung",
                    "Lebih",
                    "Kurang",
                    "Selisih",
                    "Baik",
                    "Rusak",
                    "",
                    "",
                ),
                ("", "", "", "", "", "", "", "", "", "Sobek", "Noda", "Jumlah"),
                ("1 Nov 2024", 1, 1, 2000, 1995, "", 5, -5, 1992, 2, 1, 3),
                ("1 Nov 2024", 2, 2, 2000, 2000, "", "", 0, 1998, 1, 1, 2),
                ("2 Nov 2024", 1, 3, 345, 350, 5, "", 5, 347, 2, 1, 3),
                ("JUMLAH", "", "", 4345, 4345, 5, 5, 0, 4337, 5, 3, 8),
            ]
        },
        merges={"Gubernur": ["J1:L1"]},
        counts=CITY,
    ),
    Form(
        about="daily sorting whose carton is not what its label says, signed difference",
        stock={
            "Gubernur": [
                ("Tgl", "Kelompok", "Koli", "Isi Label", "Hasil Hitung", "Selisih", "Baik", "Rusak"),
                ("2024-11-01", "A", 1, 2000, 1995, -5, 1992, 3),
                ("2024-11-01", "B", 2, 2000, 2000, 0, 1998, 2),
                ("2024-11-02", "A", 3, 345, 350, -5, 347, 3),
            ]
        },
        counts=CITY,
        raises=["LG515"],
    ),
    Form(
        about="daily sorting, the same table twice a day without a carton number",
        stock={
            "Gubernur": [
                ("Tanggal", "Meja", "Hasil Hitung", "Baik", "Rusak"),
                ("1/11/2024", "Meja 1", 2000, 1998, 2),
                ("1/11/2024", "Meja 2", 2000, 1998, 2),
                ("2/11/2024", "Meja 1", 345, 341, 4),
            ]
        },
        counts=CITY,
    ),
    Form(
        about="groups of workers without a day",
        stock={
            "Gubernur": [
                ("Kelompok", "Hasil Hitung", "Baik", "Rusak"),
                ("A", 2000, 1998, 2),
                ("B", 2000, 1998, 2),
                ("C", 345, 341, 4),
                ("JUMLAH", 4345, 4337, 8),
            ]
        },
        counts=CITY,
    ),
    Form(
        about="cumulative days",
        stock={
            "Gubernur": [
                ("Tanggal", "Hasil Hitung", "Baik", "Rusak"),
                ("s.d. 1 Nov", 2000, 1998, 2),
                ("s.d. 2 Nov", 4000, 3996, 4),
                ("s.d. 3 Nov", 4345, 4337, 8),
            ]
        },
        counts=CITY,
    ),
    Form(
        about="cartons and days as spans, which add up",
        stock={
            "Gubernur": [
                ("Tanggal", "No Koli", "Diterima", "Baik", "Rusak"),
                ("5/11/2024", "1 s/d 2", 4000, 3996, 4),
                ("6 s.d. 7 November", "3 s/d 5", 345, 341, 4),
                ("JUMLAH", "", 4345, 4337, 8),
            ]
        },
        counts=CITY,
    ),
    Form(
        about="running totals that nobody marked, which only the need shows",
        stock={
            "Gubernur": [
                ("Tanggal", "Diterima", "Baik", "Rusak"),
                ("1 Nov", 600, 598, 2),
                ("2 Nov", 1000, 997, 3),
                ("3 Nov", 1400, 1396, 4),
            ]
        },
        counts={("Kota Balikpapan", "gubernur"): None},
        raises=["LG509"],
    ),
    Form(
        about="two rows that are the same, which the total counts twice",
        stock={
            "Gubernur": [
                ("No", "Diterima", "Baik", "Rusak"),
                (1, 700, 698, 2),
                (2, 700, 698, 2),
                ("JUMLAH", 1400, 1396, 4),
            ]
        },
        counts={("Kota Balikpapan", "gubernur"): None},
        raises=["LG509"],
    ),
    Form(
        about="today beside all days until today: today counts",
        stock={
            "Gubernur": [
                ("Tanggal", "S.D. HARI INI", "", "", "HARI INI", "", ""),
                ("", "Diterima", "Baik", "Rusak", "Diterima", "Baik", "Rusak"),
                ("5 Nov", 4000, 3996, 4, 4000, 3996, 4),
                ("6 Nov", 4345, 4337, 8, 345, 341, 4),
            ]
        },
        merges={"Gubernur": ["B1:D1", "E1:G1"]},
        counts=CITY,
        raises=["LG204"],
    ),
    Form(
        about="percentages beside their counts",
        stock={
            "Gubernur": [
                ("Kecamatan", "Diterima", "Baik", "% Rusak", "Rusak", "% Baik"),
                (KOTA, 2930, 2925, 0.17, 5, 99.8),
                (BARAT, 1415, 1412, 0.21, 3, 99.7),
            ]
        },
    ),
    Form(
        about="a column of regions under a header that says nothing",
        stock={"Gubernur": [("Uraian", *_HEAD[2:]), *(row[1:] for row in _GUBERNUR)]},
        counts={(KOTA, "gubernur"): None},
        raises=["LG213", "LG507"],
    ),
    Form(
        about="no column for what was received",
        stock={"Gubernur": [("Kecamatan", "Jumlah", "Baik", "Rusak"), *(row[1:] for row in _GUBERNUR)]},
        counts={(KOTA, "gubernur"): None, (BARAT, "gubernur"): None},
        raises=["LG519"],
    ),
    Form(
        about="damage by category and by cause, which are two views of one number",
        stock={
            "Gubernur": [
                ("Kecamatan", "Diterima", "Baik", "Kategori Rusak", "", "Penyebab Rusak", "", ""),
                ("", "", "", "Sobek", "Noda Tinta", "Cetak", "Pengiriman", "Lipat"),
                (KOTA, 2930, 2925, 3, 2, 1, 3, 1),
                (BARAT, 1415, 1412, 2, 1, 3, 0, 0),
            ]
        },
        merges={"Gubernur": ["D1:E1", "F1:H1"]},
    ),
    Form(
        about="categories that do not add up to the causes",
        stock={
            "Gubernur": [
                ("Kecamatan", "Diterima", "Baik", "Kategori Rusak", "", "Penyebab Rusak", "", ""),
                ("", "", "", "Sobek", "Noda Tinta", "Cetak", "Pengiriman", "Lipat"),
                (KOTA, 2930, 2925, 3, 2, 1, 3, 2),
                (BARAT, 1415, 1412, 2, 1, 3, 0, 0),
            ]
        },
        merges={"Gubernur": ["D1:E1", "F1:H1"]},
        raises=["LG510"],
    ),
    Form(
        about="elections in a workbook of the older kind (.xls), one sheet each",
        stock={
            "Gubernur": [_HEAD[1:], *(row[1:] for row in _GUBERNUR)],
            "Wali Kota": [_HEAD[1:], *(row[1:] for row in _WALIKOTA)],
        },
        name="data.xls",
        counts=BOTH,
    ),
    Form(
        about="PSU in the heading",
        stock={
            "Stok": [_HEAD, *_GUBERNUR, ("Gubernur (PSU)", "", 2000, 2000, 0)],
        },
    ),
    *(
        Form(
            about=f"a table for each election side by side under its title, {what}",
            stock={"Stok": [("SURAT SUARA GUBERNUR", *[""] * 4, "SURAT SUARA WALI KOTA"), *between, *_BESIDE]},
            merges={"Stok": ["A1:D1", "F1:I1"]} if "merged" in what else {},
            counts=BOTH,
        )
        for what, between in (("right above", ()), ("with a blank row", ((),)), ("merged, a blank row", ((),)))
    ),
    Form(
        about="two titles above one table that name different elections",
        stock={"Stok": [("SURAT SUARA GUBERNUR",), ("SURAT SUARA WALI KOTA",), (), _HEAD[1:], _GUBERNUR[0][1:]]},
        counts={(KOTA, "gubernur"): None},
        raises=["LG205", "LG612"],
    ),
    Form(
        about="tables of kelurahan side by side under the titles of their kecamatan",
        stock={
            "Gubernur": [
                ("KECAMATAN BALIKPAPAN KOTA", *[""] * 4, "KECAMATAN BALIKPAPAN BARAT"),
                ("Kelurahan", *_HEAD[2:], "", "Kelurahan", *_HEAD[2:]),
                ("Damai", 1850, 1848, 2, "", "Baru Ilir", 1415, 1412, 3),
                ("Prapatan", 1080, 1077, 3, "", "", "", "", ""),
            ]
        },
    ),
    Form(
        about="each election written once, blank cells below it",
        stock={
            "Stok": [
                _HEAD,
                _GUBERNUR[0],
                ("", *_GUBERNUR[1][1:]),
                ("JUMLAH", "", 4345, 4337, 8),
                _WALIKOTA[0],
                ("", *_WALIKOTA[1][1:]),
                ("JUMLAH", "", 4360, 4357, 3),
            ]
        },
        counts=BOTH,
    ),
    Form(
        about="each day written once, blank cells below it, and the sum of the day",
        stock={
            "Gubernur": [
                ("Tanggal", *_HEAD[1:]),
                ("1/11/2024", KOTA, 1000, 999, 1),
                ("", BARAT, 1000, 998, 2),
                ("", "Jumlah hari ini", 2000, 1997, 3),
                ("2/11/2024", KOTA, 1930, 1926, 4),
                ("", BARAT, 415, 414, 1),
                ("", "Jumlah hari ini", 2345, 2340, 5),
            ]
        },
    ),
    Form(
        about="PSU among the kinds of ballots, beside one election",
        stock={"Stok": [_HEAD, *_GUBERNUR, ("Surat Suara PSU", "", 2000, 2000, 0)]},
    ),
    Form(
        about="PSU among the kecamatan",
        stock={"Gubernur": [_HEAD[1:], *(row[1:] for row in _GUBERNUR), ("PSU", 2000, 2000, 0)]},
    ),
    Form(
        about="kecamatan and their kelurahan in a column called Kecamatan",
        stock={
            "Gubernur": [
                ("Kecamatan", "Diterima", "Baik", "Rusak"),
                ("Balikpapan Kota", 2930, 2925, 5),
                ("Damai", 1930, 1927, 3),
                ("Prapatan", 1000, 998, 2),
                ("Balikpapan Barat", 1415, 1412, 3),
                ("Baru Ilir", 1415, 1412, 3),
                ("JUMLAH", 4345, 4337, 8),
            ]
        },
        counts={**STOCK, **CITY, ("Damai", "gubernur"): (1930, 1927, 3)},
    ),
    Form(
        about="a need that is the sum of the roll and its reserve, under a group head",
        stock={
            "Gubernur": [
                ("Kecamatan", "KEBUTUHAN", "", "", "Diterima", "Baik", "Rusak"),
                ("", "DPT", "Cadangan 2,5%", "Jumlah", "", "", ""),
                (KOTA, 900, 23, 923, 2930, 2925, 5),
                (BARAT, 401, 11, 412, 1415, 1412, 3),
            ]
        },
        merges={"Gubernur": ["B1:D1"]},
    ),
    Form(
        about="ballots among boxes and seals",
        stock={
            "Gudang": [
                ("No", "Jenis Barang", "Kecamatan", "Diterima", "Baik", "Rusak"),
                (1, "Surat Suara Gubernur", *_GUBERNUR[0][1:]),
                (2, "Surat Suara Gubernur", *_GUBERNUR[1][1:]),
                (3, "Kotak Suara", "", 8, 8, 0),
                (4, "Segel Gubernur", KOTA, 90, 90, 0),
            ]
        },
    ),
)
