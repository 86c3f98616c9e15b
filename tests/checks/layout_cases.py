"""LG1xx files, LG2xx layout, LG3xx cells."""

from tests.checks.case import BARAT, KOTA, ROLL, Case, Found, roll, sheet

_STOCK = "Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak"
_ENOUGH = sheet(_STOCK, ("Gubernur", KOTA, 923, 923, 0), ("Gubernur", BARAT, 410, 410, 0))

LAYOUT = (
    Case(
        about="a sheet of notes",
        more={"Catatan": [["Rapat", "hari ini"], ["logistik", "gudang"]]},
        finds=(Found("LG101", "warning", "dpt.xlsx!Catatan", "Lembar 'Catatan' tidak dikenali"),),
    ),
    Case(about="a blank sheet", near="LG101", more={"Sheet2": []}),
    Case(
        about="a sheet that says itself that it only helps",
        near="LG101",
        more={"Petunjuk": [[], ["Lembar bantu: cara mengisi"], ["Isi", "sel kuning"]]},
    ),
    Case(
        about="a sheet that says so below other things",
        more={"Catatan": [["Rapat", "hari ini"], ["Lembar bantu"]]},
        finds=(Found("LG101", "warning", "dpt.xlsx!Catatan", "Lembar 'Catatan' tidak dikenali"),),
    ),
    Case(
        about="a sheet of stock that is called a help and is counted all the same",
        near="LG101",
        more={"Bantu": [["Lembar bantu"], *_ENOUGH]},
    ),
    Case(
        about="a sheet whose odd column is named in [alias.kolom]",
        near="LG101",
        more={"Susulan": sheet("Kecamatan | Kelurahan | Bilik ke | Pemilih", (BARAT, "Baru Ulu", 1, 300))},
        settings='[alias.kolom]\n"Bilik ke" = "TPS"',
        kendali=(5, 1600),
    ),
    Case(
        about="the warehouse file and its copy",
        stock=_ENOUGH,
        copies={"stok (1).xlsx": "stok.xlsx"},
        finds=(Found("LG102", "info", "stok (1).xlsx", "sama persis dengan stok.xlsx"),),
    ),
    Case(about="one file named twice", near="LG102", stock=_ENOUGH, words=("stok.xlsx", "./stok.xlsx")),
    Case(
        about="a row with voters whose TPS is blank",
        dpt=roll((KOTA, "Damai", 1, 190, 210, 400), (KOTA, "Damai", "", 206, 206, 412)),
        kendali=(1, 400),
        finds=(
            Found("LG201", "error", "dpt.xlsx!DPT!C3", "Baris 3 berisi jumlah pemilih, tetapi nomor TPS-nya kosong"),
        ),
    ),
    Case(
        about="a row whose TPS is no number",
        dpt=roll((KOTA, "Damai", 1, 190, 210, 400), (KOTA, "Damai", "Balai", 206, 206, 412)),
        kendali=(1, 400),
        finds=(Found("LG201", "error", "dpt.xlsx!DPT!C3", "nomor TPS-nya tidak dapat dibaca"),),
    ),
    Case(
        about="a TPS above the first kelurahan",
        dpt=roll(("", "", 7, 206, 206, 412), (KOTA, "Damai", 1, 190, 210, 400)),
        kendali=(1, 400),
        finds=(Found("LG201", "error", "dpt.xlsx!DPT!C2", "kelurahan/desanya tidak disebut"),),
    ),
    Case(
        about="a kelurahan title, a total without a word, a note and a signature",
        near="LG201",
        dpt=[*ROLL, ("", "", "", 640, 660, 1300), ("Catatan: sesuai pleno",), ("", "", "", "", "Ketua,")],
    ),
    Case(
        about="a total that is not the sum",
        dpt=[*ROLL, ("JUMLAH", "", "", 640, 660, 1310)],
        finds=(Found("LG202", "error", "dpt.xlsx!DPT!F6", "'JUMLAH': Jumlah 1.310, seharusnya 1.300 (selisih 10)"),),
    ),
    Case(
        about="a total of TPS that is not their number",
        dpt=[*ROLL, ("Total", "", 5, 640, 660, 1300)],
        finds=(Found("LG202", "error", "dpt.xlsx!DPT!C6", "TPS 5, seharusnya 4"),),
    ),
    Case(
        about="a total of the second kelurahan, held against that kelurahan",
        dpt=sheet(
            "Kecamatan | Kelurahan | TPS | Jumlah",
            (KOTA, "Damai", 1, 400),
            ("Jumlah", "", "", 400),
            (KOTA, "Prapatan", 1, 300),
            ("Jumlah", "", "", 310),
        ),
        kendali=(2, 700),
        finds=(Found("LG202", "error", "dpt.xlsx!DPT!D5", "Jumlah 310, seharusnya 300 (selisih 10)"),),
    ),
    Case(
        about="a total with two wrong figures, in the warehouse",
        stock=[*_ENOUGH, ("TOTAL", "", 1330, 1330, 0)],
        finds=(
            Found("LG202", "error", "stok.xlsx!Stok!C4", "Diterima 1.330, seharusnya 1.333 (selisih 3); Baik 1.330", 2),
        ),
    ),
    Case(
        about="totals per kelurahan, per kecamatan and of all",
        near="LG202",
        dpt=roll(
            (KOTA, "Damai", 1, 190, 210, 400),
            (KOTA, "Damai", 2, 100, 100, 200),
            ("Jumlah Damai", "", 2, 290, 310, 600),
            (KOTA, "Prapatan", 1, 150, 150, 300),
            ("Sub Total", "", 1, 150, 150, 300),
            ("Jumlah Kecamatan", "", 3, 440, 460, 900),
            (BARAT, "Baru Ilir", 1, 200, 200, 400),
            ("TOTAL", "", 4, 640, 660, 1300),
        ),
    ),
    Case(
        about="a list with one row per kecamatan",
        more={"Rekap": sheet("Kecamatan | Jumlah TPS | Jumlah Pemilih", (KOTA, 3, 900), (BARAT, 1, 400))},
        finds=(Found("LG203", "error", "dpt.xlsx!Rekap!B1", "Lembar 'Rekap' berisi rekap per wilayah"),),
    ),
    Case(
        about="a list whose column TPS counts the TPS",
        more={"Rekap": sheet("Kelurahan | TPS | Pemilih", ("Damai", 26, 10500), ("Prapatan", 16, 8400))},
        finds=(Found("LG203", "error", "dpt.xlsx!Rekap!B1", "bukan satu baris per TPS; tidak ikut dihitung"),),
    ),
    Case(
        about="a list of TPS with one far too large row",
        near="LG203",
        besides="LG408",
        dpt=[*ROLL, (BARAT, "Baru Ulu", 1, 4100, 1902, 6002)],
        kendali=(5, 7302),
    ),
    Case(
        about="two columns that both mean the voters",
        dpt=[[*row, "Total" if at == 0 else 1] for at, row in enumerate(ROLL)],
        finds=(Found("LG204", "warning", "dpt.xlsx!DPT!G1", "Kolom 'Total' artinya sama dengan kolom 'Jumlah' di F1"),),
    ),
    Case(
        about="two columns of remarks",
        near="LG204",
        dpt=[[*row, *(("Keterangan", "Ket") if at == 0 else ("", "baru"))] for at, row in enumerate(ROLL)],
    ),
    Case(
        about="a row that says only Pilkada",
        stock=sheet(_STOCK, ("Gubernur", KOTA, 923, 923, 0), ("Pilkada", BARAT, 410, 410, 0)),
        besides="LG612",
        finds=(Found("LG205", "error", "stok.xlsx!Stok!A3", "Baris 3: jenis pemilihan tidak jelas (Gubernur)"),),
    ),
    Case(
        about="a row of an election that is not audited",
        settings='pemilihan = ["gubernur"]',
        stock=[*_ENOUGH, ("Bupati", BARAT, 410, 410, 0)],
        finds=(Found("LG205", "error", "stok.xlsx!Stok!A4", "pemilihan 'Bupati' tidak termasuk yang diperiksa"),),
    ),
    Case(
        about="rows whose election stands in the title above them",
        near="LG205",
        stock=[["Surat suara Pilgub"], *sheet("Kecamatan | Diterima | Baik", (KOTA, 923, 923), (BARAT, 410, 410))],
    ),
    Case(
        about="a number in words and an error of Excel",
        dpt=roll((KOTA, "Damai", 1, 190, 210, "dua ratus"), (BARAT, "Baru Ilir", 1, "#REF!", 200, 400)),
        kendali=(2, 400),
        finds=(
            Found("LG301", "error", "dpt.xlsx!DPT!F2", "Jumlah 'dua ratus' tidak dapat dibaca"),
            Found("LG301", "error", "dpt.xlsx!DPT!D3", "L '#REF!' tidak dapat dibaca"),
        ),
    ),
    Case(
        about="figures in words where the title names the election",
        stock=[
            ["Surat suara Pilgub"],
            *sheet("Kecamatan | Diterima | Baik", (KOTA, "seribu", "seribu"), (BARAT, 410, 410)),
        ],
        besides="LG612",
        finds=(Found("LG301", "error", "stok.xlsx!Stok!B3", "Diterima 'seribu', Baik 'seribu' tidak dapat dibaca"),),
    ),
    Case(
        about="thousands with a dot, a unit, a dash, nihil",
        near="LG301",
        stock=sheet(
            f"{_STOCK} | Salah Daerah",
            ("Gubernur", KOTA, "1.923", "923 lembar", "-", "1.000"),
            ("Gubernur", BARAT, "410 lbr", "410", "nihil", "–"),
        ),
        besides="LG609",
    ),
    Case(
        about="-1 for not yet known",
        dpt=roll((KOTA, "Damai", 1, "", "", -1), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 400),
        finds=(Found("LG302", "error", "dpt.xlsx!DPT!F2", "Jumlah '-1' negatif, sehingga dianggap belum diketahui"),),
    ),
    Case(
        about="dashes for nothing",
        near="LG302",
        stock=sheet(_STOCK, ("Gubernur", KOTA, 923, 923, "-"), ("Gubernur", BARAT, 410, 410, "—")),
    ),
    Case(
        about="thousands that Excel read as a decimal",
        stock=sheet("Jenis Pemilihan | Diterima | Baik", ("Gubernur", 1.333, 1.333)),
        finds=(Found("LG303", "error", "stok.xlsx!Stok!B2", "Diterima '1.333', Baik '1.333' pecahan"),),
        settings='pemilihan = ["gubernur"]',
    ),
    Case(
        about="a whole number with decimals",
        near="LG303",
        stock=sheet(_STOCK, ("Gubernur", KOTA, "923,00", 923.0, 0), ("Gubernur", BARAT, "410.0", 410, 0)),
    ),
)
