"""LG1xx files, LG2xx layout, LG3xx cells."""

from datetime import date, time

from tests.checks.case import BARAT, KOTA, ROLL, Case, Found, roll, sheet

_STOCK = "Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak"
_ENOUGH = sheet(_STOCK, ("Gubernur", KOTA, 923, 923, 0), ("Gubernur", BARAT, 410, 410, 0))

_SHEETS = (410, 205, 308, 410)
_PACKED = [
    ("Kecamatan", "Kelurahan", "TPS", "Gubernur"),
    *((*row[:3], sheets) for row, sheets in zip(ROLL[1:], _SHEETS, strict=True)),
]
"""As many sheets as each TPS needs."""


def _waiver(place: str, until: str = "2024-11-27", code: str = "LG403", rest: str = "") -> str:
    """A `logistik.toml` of 13 November 2024 with one waiver."""
    return (
        f'as_of = 2024-11-13\n[[pengecualian]]\nkode = "{code}"\ntempat = "{place}"\nalasan = "Berita acara 12"\n'
        f'oleh = "Divisi Data"\nsampai = {until}\n{rest}'
    )


_SLIP = roll((KOTA, "Damai", 1, 190, 211, 400), *ROLL[2:])
"""LG403 at F2."""
_SLIPS = roll(*((KOTA, "Damai", n, 100 + (n < 5), 100, 200) for n in range(1, 13)))
"""LG403 at F2 to F5, one finding of four places."""

LAYOUT = (
    Case(
        about="a sheet of notes",
        more={"Catatan": [["Rapat", "hari ini"], ["Kotak", 40], ["Bilik", 80]]},
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
        more={"Catatan": [["Rapat", 12, 14], ["Lembar bantu"]]},
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
    Case(
        about="a waiver for what has been mended",
        settings=_waiver("dpt.xlsx!DPT!F2"),
        finds=(Found("LG105", "warning", "logistik.toml", "temuan itu tidak ada di sana"),),
    ),
    Case(
        about="a waiver for a cell beside the fault",
        dpt=_SLIP,
        besides="LG403",
        settings=_waiver("dpt.xlsx!DPT!F3"),
        finds=(Found("LG105", "warning", "logistik.toml", "LG403 dpt.xlsx!DPT!F3 tidak dipakai"),),
    ),
    Case(
        about="a waiver for one place of a fault in four",
        dpt=_SLIPS,
        kendali=(12, 2400),
        besides="LG403",
        settings=_waiver("dpt.xlsx!DPT!F2"),
        finds=(Found("LG105", "warning", "logistik.toml", "temuannya di 4 tempat, yang disetujui 1"),),
    ),
    Case(
        about="a waiver for a place in the middle of a fault in four",
        dpt=_SLIPS,
        kendali=(12, 2400),
        besides="LG403",
        settings=_waiver("dpt.xlsx!DPT!F4"),
        finds=(Found("LG105", "warning", "logistik.toml", "bagian dari satu temuan di dpt.xlsx!DPT!F2 (4 tempat)"),),
    ),
    Case(
        about="a waiver that covers its fault",
        near="LG105",
        dpt=_SLIP,
        settings=_waiver("dpt.xlsx!DPT!F2"),
    ),
    Case(
        about="a waiver for as many places as there are",
        near="LG105",
        dpt=_SLIPS,
        kendali=(12, 2400),
        settings=_waiver("dpt.xlsx!DPT", rest="jumlah = 4"),
    ),
    Case(
        about="a waiver for a file that is not audited",
        near="LG105",
        settings=_waiver("gudang.xlsx!Rekap!P7", code="LG506"),
    ),
    Case(
        about="a waiver that ended the day before",
        dpt=_SLIP,
        besides="LG403",
        settings=_waiver("dpt.xlsx!DPT!F2", "2024-11-12"),
        finds=(Found("LG106", "warning", "logistik.toml", "berlaku sampai 2024-11-12; temuannya dihitung lagi"),),
    ),
    Case(
        about="a waiver that has ended, for what has been mended",
        settings=_waiver("dpt.xlsx!DPT!F2", "2024-11-12"),
        finds=(Found("LG106", "warning", "logistik.toml", "tidak ada lagi temuan yang dikenainya"),),
    ),
    Case(
        about="a waiver on its last day",
        near="LG106",
        dpt=_SLIP,
        settings=_waiver("dpt.xlsx!DPT!F2", "2024-11-13"),
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
        about="a row of a packing list whose TPS is blank",
        more={"Set": [*_PACKED, (BARAT, "Baru Ilir", "", 100)]},
        finds=(
            Found("LG201", "error", "dpt.xlsx!Set!C6", "Baris 6 berisi surat suara yang dikemas, tetapi nomor TPS-nya"),
        ),
    ),
    Case(
        about="a column of a packing list that names two elections",
        more={"Set": [(*row, other) for row, other in zip(_PACKED, ("Bupati/Wali Kota", *_SHEETS), strict=True)]},
        finds=(Found("LG206", "warning", "dpt.xlsx!Set!E1", "'Bupati/Wali Kota' berisi angka, tetapi tidak dikenali"),),
    ),
    Case(
        about="columns of a packing list that count no sheets",
        near="LG206",
        more={
            "Set": [
                (*row, 1 if at else "Kotak Gubernur", 10 if at else "Cadangan Gubernur", 2 if at else "Bilik")
                for at, row in enumerate(_PACKED)
            ]
        },
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
        about="a list with one row per kecamatan of another regency",
        more={"Rekap": sheet("Kecamatan | Jumlah TPS | Jumlah Pemilih", ("Penajam", 3, 900), ("Sepaku", 1, 400))},
        finds=(Found("LG203", "error", "dpt.xlsx!Rekap!B1", "Lembar 'Rekap' berisi rekap per wilayah"),),
    ),
    Case(
        about="a recap per kecamatan that agrees with the TPS",
        near="LG203",
        more={"Rekap": sheet("Kecamatan | Jumlah TPS | Jumlah Pemilih", (KOTA, 3, 900), (BARAT, 1, 400))},
    ),
    Case(
        about="a list whose column TPS counts the TPS, and leaves one kelurahan out",
        more={"Rekap": sheet("Kelurahan | TPS | Pemilih", ("Damai", 26, 10500), ("Baru Ilir", 1, 8400))},
        finds=(
            Found(
                "LG415", "error", "dpt.xlsx!Rekap!A1", "Prapatan, Balikpapan Kota ada di daftar per TPS, tetapi tidak"
            ),
            Found("LG415", "error", "dpt.xlsx!Rekap!B2", "Damai, Balikpapan Kota: rekap menyebut TPS 26, seharusnya 2"),
            Found("LG415", "error", "dpt.xlsx!Rekap!C2", "rekap menyebut pemilih 10.500, seharusnya 600"),
            Found("LG415", "error", "dpt.xlsx!Rekap!C3", "rekap menyebut pemilih 8.400, seharusnya 400"),
        ),
    ),
    Case(
        about="a recap with a region that no TPS has",
        more={
            "Rekap": sheet(
                "Kecamatan | Jumlah TPS | Pemilih",
                (KOTA, 3, 900),
                (BARAT, 1, 400),
                ("Sepaku", 2, 600),
                ("TOTAL", 6, 1900),
            )
        },
        finds=(
            Found("LG415", "error", "dpt.xlsx!Rekap!A4", "'Sepaku' ada di rekap, tetapi tidak ada di daftar per TPS"),
        ),
    ),
    Case(
        about="a recap by kecamatan and kelurahan in one column, with totals",
        near="LG415",
        more={
            "Rekap": sheet(
                "Wilayah | Jumlah TPS | L | P | Jumlah",
                ("KEC. BALIKPAPAN KOTA", 3, 440, 460, 900),
                ("Damai", 2, 290, 310, 600),
                ("Prapatan", 1, 150, 150, 300),
                ("KEC. BALIKPAPAN BARAT", 1, 200, 200, 400),
                ("Baru Ilir", 1, 200, 200, 400),
                ("JUMLAH", 4, 640, 660, 1300),
            )
        },
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
        finds=(Found("LG303", "error", "stok.xlsx!Stok!B2", "Diterima '1,333', Baik '1,333' pecahan"),),
        settings='pemilihan = ["gubernur"]',
    ),
    Case(
        about="a whole number with decimals",
        near="LG303",
        stock=sheet(_STOCK, ("Gubernur", KOTA, "923,00", 923.0, 0), ("Gubernur", BARAT, "410.0", 410, 0)),
    ),
    Case(
        about="a column whose thousands Excel took for decimals, and a number that may be either",
        stock=sheet(
            _STOCK,
            ("Gubernur", KOTA, 1.923, 1.923, 0),
            ("Gubernur", BARAT, 1.41, 1.41, 0),
            ("Wali Kota", KOTA, 1.924, 1.924, 0),
            ("Wali Kota", BARAT, 7, 6.99, 3),
        ),
        besides="LG610 LG612 LG604",
        finds=(
            Found("LG304", "error", "stok.xlsx!Stok!C5", "Diterima '7' dapat dibaca dengan dua cara; 7 atau 7.000"),
            Found(
                "LG307",
                "warning",
                "stok.xlsx!Stok!C2",
                "'Diterima': ribuan terbaca sebagai desimal di 3 baris; 1,923 dibaca 1.923",
                3,
            ),
            Found("LG307", "warning", "stok.xlsx!Stok!D2", "'Baik': ribuan terbaca sebagai desimal di 4 baris", 4),
        ),
    ),
    Case(
        about="whole numbers beside larger ones",
        near="LG304",
        stock=[*_ENOUGH],
    ),
    Case(
        about="two fractions, which do not decide for their column",
        near="LG307",
        besides="LG303",
        stock=sheet(_STOCK, ("Gubernur", KOTA, 1.923, 923, 0), ("Gubernur", BARAT, 1.41, 410, 0)),
    ),
    Case(
        about="a day where a count should be",
        stock=sheet(_STOCK, ("Gubernur", KOTA, date(1903, 6, 3), 1250, 0), ("Gubernur", BARAT, 410, 410, 0)),
        besides="LG612",
        finds=(
            Found("LG309", "error", "stok.xlsx!Stok!C2", "tanggal 1903-06-03, atau angka 1.250 yang berformat tanggal"),
        ),
    ),
    Case(
        about="days in the column of days",
        near="LG309",
        besides="LG610",
        stock=sheet(
            "Jenis | Tanggal | Diterima | Baik",
            ("Gubernur", date(2024, 11, 1), 925, 925),
            ("Gubernur", date(2024, 11, 2), 823, 823),
        ),
    ),
    Case(
        about="a column of totals that is blank, which may be a shift that nothing proves",
        dpt=roll((KOTA, "Damai", 1, 210, 300), (KOTA, "Damai", 2, 100, 200)),
        near="LG209",
        besides="LG416",
        kendali=(2, 810),
    ),
    Case(
        about="men, women and total one column left of their headers",
        dpt=sheet(
            "Kecamatan | Kelurahan | TPS | Keterangan | L | P | Jumlah",
            (KOTA, "Damai", 1, 190, 210, 400),
            (KOTA, "Damai", 2, 100, 100, 200),
            (KOTA, "Prapatan", 1, 150, 150, 300),
            (BARAT, "Baru Ilir", 1, 200, 200, 400),
        ),
        finds=(
            Found("LG209", "error", "dpt.xlsx!DPT!F2", "Angka-angkanya bergeser satu kolom ke kiri dari judulnya", 4),
        ),
    ),
    Case(
        about="a warehouse one column left of its headers, which leaves the first of them without a column",
        stock=sheet(
            "Dipesan | Diterima | Baik | Rusak | Jenis Pemilihan | Kecamatan | Keterangan",
            (923, 920, 3, "", "Gubernur", KOTA, 7),
            (420, 415, 5, "", "Gubernur", BARAT, 7),
            (923, 923, 0, "", "Wali Kota", KOTA, 7),
        ),
        besides="LG601 LG608 LG610 LG612",
        finds=(Found("LG209", "error", "stok.xlsx!Stok!A2", "dibaca Diterima di A, Baik di B, Rusak di C", 3),),
    ),
    Case(
        about="a warehouse whose cells stand one column right of their headers",
        stock=sheet(
            "Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak",
            ("Gubernur", KOTA, "", 923, 920, 3),
            ("Gubernur", BARAT, "", 420, 415, 5),
            ("Wali Kota", KOTA, "", 923, 923, 0),
            ("Wali Kota", BARAT, "", 420, 420, 0),
        ),
        besides="LG601 LG610 LG608",
        finds=(Found("LG209", "error", "stok.xlsx!Stok!D2", "dibaca Diterima di D, Baik di E, Rusak di F", 4),),
    ),
    Case(
        about="a list of workers with their numbers beside the voter list",
        more={
            "Tenaga": sheet(
                "No | Nama Pekerja | NIK | Meja", (1, "Siti", "6471014507900001", 3), (2, "Budi", "6471010507910002", 4)
            )
        },
        besides="LG101",
        finds=(
            Found(
                "LG103", "warning", "dpt.xlsx!Tenaga!B1", "data pribadi: 'Nama Pekerja' dan 'NIK'; kolom itu tidak", 2
            ),
        ),
    ),
    Case(
        about="numbers of persons under a header that does not say so",
        dpt=[[*row, "Kode" if at == 0 else f"647101{at}507900001"] for at, row in enumerate(ROLL)],
        finds=(Found("LG103", "warning", "dpt.xlsx!DPT!G2", "nomor yang tampaknya NIK"),),
    ),
    Case(
        about="a remark that names somebody, which is not repeated",
        dpt=[
            [*row, "Keterangan" if at == 0 else "Siti belum punya KTP" if at == 1 else ""]
            for at, row in enumerate(ROLL)
        ],
        finds=(Found("LG103", "warning", "dpt.xlsx!DPT!G2", "Lembar 'DPT' memuat data pribadi: 'KTP'; kolom itu"),),
    ),
    Case(
        about="the address of the office in the letterhead, a note on KTP holders",
        near="LG103",
        dpt=[["Alamat: Jl. Jenderal Sudirman 12"], ["Termasuk 12 pemilih tanpa KTP elektronik per 1 September"], *ROLL],
    ),
    Case(
        about="a header that was sorted to the end",
        stock=[*_ENOUGH[1:], _ENOUGH[0]],
        settings='pemilihan = ["gubernur"]',
        finds=(Found("LG211", "error", "stok.xlsx!Stok!C1", "2 baris di atas baris judul 3 tampaknya data", 2),),
    ),
    Case(
        about="figures of the decision in the title rows",
        near="LG211",
        stock=[["Jumlah TPS", 4, "", "Jumlah DPT", 1300], [], *_ENOUGH],
    ),
    Case(
        about="a line that looks like another header right under the header",
        stock=[_ENOUGH[0], ("TPS", "Jumlah"), *_ENOUGH[1:]],
        settings='pemilihan = ["gubernur"]',
        finds=(Found("LG212", "warning", "stok.xlsx!Stok!A1", "yang judulnya di baris 1 tidak berisi apa-apa"),),
    ),
    Case(
        about="a header that comes again on the next page",
        near="LG212",
        stock=[*_ENOUGH[:2], _ENOUGH[0], *_ENOUGH[2:]],
    ),
    Case(
        about="a recap of one kecamatan, which leaves out the kelurahan of another",
        near="LG415",
        more={
            "Rekap": sheet(
                "Kecamatan | Kelurahan | Jumlah TPS | Pemilih",
                (KOTA, "Damai", 2, 600),
                (KOTA, "Prapatan", 1, 300),
            )
        },
    ),
    Case(
        about="a recap of voters, one of whose TPS says none",
        near="LG415",
        dpt=[*ROLL[:2], (*ROLL[2][:3], "", "", ""), *ROLL[3:]],
        kendali=None,
        more={"Rekap": sheet("Kecamatan | Jumlah TPS | Pemilih", (KOTA, 3, 900), (BARAT, 1, 400))},
        besides="LG401 LG410",
    ),
    Case(
        about="a cover, a timetable and a list of fees",
        near="LG101",
        more={
            "Sampul": [["LOGISTIK"], ["KOTA BALIKPAPAN"], ["TAHUN", 2024]],
            "Jadwal": sheet("No | Kegiatan | Jam", (1, "Sortir", "08.00"), (2, "Lipat", "13.30")),
            "Honor": sheet("No | Nama | Lembar | Honor", (1, "Petugas A", 500, 75000), (2, "Petugas B", 600, 90000)),
        },
    ),
    Case(
        about="a sheet of boxes, booths and ink, one finding for all its rows",
        more={
            "Logistik": sheet(
                "No | Jenis Barang | Kebutuhan | Diterima | Baik | Rusak",
                (1, "Kotak Suara", 40, 40, 40, 0),
                (2, "Bilik", 80, 80, 78, 2),
                (3, "Sampul Surat Suara Gubernur", 40, 40, 40, 0),
                ("", "JUMLAH", 160, 160, 158, 2),
            )
        },
        finds=(Found("LG101", "warning", "dpt.xlsx!Logistik", "Lembar 'Logistik' tidak dikenali"),),
    ),
    Case(
        about="a sheet of stationery that was received",
        more={"Alat": sheet("Nama Barang | Diterima | Baik", ("HVS A4", 20, 20), ("Map", 40, 38))},
        finds=(Found("LG101", "warning", "dpt.xlsx!Alat", "Lembar 'Alat' tidak dikenali"),),
    ),
    Case(
        about="a waiver whose place begins with a sheet",
        dpt=_SLIP,
        besides="LG403",
        settings=_waiver("DPT!F2"),
        finds=(Found("LG105", "warning", "logistik.toml", "'DPT' bukan nama berkas"),),
    ),
    Case(
        about="a waiver whose file is written in capitals",
        dpt=_SLIP,
        besides="LG403",
        settings=_waiver("DPT.XLSX!DPT!F2"),
        finds=(Found("LG105", "warning", "logistik.toml", "huruf besar dan kecilnya berbeda dari 'dpt.xlsx'"),),
    ),
    Case(
        about="a clock where a count should be",
        stock=sheet(_STOCK, ("Gubernur", KOTA, time(0, 0), 923, 0), ("Gubernur", BARAT, 410, 410, 0)),
        besides="LG612",
        finds=(Found("LG309", "error", "stok.xlsx!Stok!C2", "Diterima '00:00:00' tanggal atau jam"),),
    ),
)
