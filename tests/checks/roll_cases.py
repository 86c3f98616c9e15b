"""LG4xx: the voter list."""

from tests.checks.case import BARAT, KOTA, ROLL, Case, Found, roll, sheet

ROLL_CASES = (
    Case(
        about="a TPS without voters",
        dpt=roll((KOTA, "Damai", 1, "", "", ""), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 400),
        finds=(Found("LG401", "error", "dpt.xlsx!DPT!F2", "TPS 001 Damai: jumlah pemilih kosong, belum diketahui"),),
    ),
    Case(
        about="a blank Jumlah beside L and P",
        near="LG401",
        besides="LG418",
        dpt=roll((KOTA, "Damai", 1, 190, 210, ""), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 800),
    ),
    Case(
        about="a negative Jumlah, which is told once",
        near="LG401",
        besides="LG302",
        dpt=roll((KOTA, "Damai", 1, 190, 210, -400), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 400),
    ),
    Case(
        about="a typed 0",
        dpt=roll((KOTA, "Damai", 1, 0, 0, 0), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 400),
        finds=(Found("LG402", "warning", "dpt.xlsx!DPT!F2", "TPS 001 Damai: jumlah pemilih tertulis 0"),),
    ),
    Case(
        about="a 0 in L alone",
        near="LG402",
        dpt=roll((KOTA, "Damai", 1, 0, 400, 400), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 800),
    ),
    Case(
        about="L + P fails in one row, so Jumlah counts",
        dpt=roll((KOTA, "Damai", 1, 190, 201, 400), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 800),
        finds=(
            Found("LG403", "error", "dpt.xlsx!DPT!F2", "L 190 + P 201 = 391, tetapi Jumlah 400; yang dipakai Jumlah"),
        ),
    ),
    Case(
        about="L + P fails in half of the rows, which is not most of them",
        dpt=roll(
            (KOTA, "Damai", 1, 190, 201, 400),
            (KOTA, "Damai", 2, 100, 100, 210),
            (KOTA, "Prapatan", 1, 150, 150, 300),
            (BARAT, "Baru Ilir", 1, 200, 200, 400),
        ),
        kendali=(4, 1310),
        finds=(
            Found("LG403", "error", "dpt.xlsx!DPT!F2", "= 391, tetapi Jumlah 400"),
            Found("LG403", "error", "dpt.xlsx!DPT!F3", "= 200, tetapi Jumlah 210"),
        ),
    ),
    Case(
        about="a blank P",
        near="LG403",
        dpt=roll((KOTA, "Damai", 1, 190, "", 400), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 800),
    ),
    Case(
        about="a column of voters with their reserve, so L + P counts",
        dpt=roll(
            (KOTA, "Damai", 1, 190, 210, 410),
            (KOTA, "Damai", 2, 100, 100, 205),
            (KOTA, "Prapatan", 1, 150, 150, 308),
            (BARAT, "Baru Ilir", 1, 200, 200, 410),
        ),
        finds=(Found("LG404", "error", "dpt.xlsx!DPT!F2", "isinya pemilih ditambah cadangan; yang dipakai L + P", 4),),
    ),
    Case(
        about="a column that promises the total and holds the reserve",
        dpt=roll(
            (KOTA, "Damai", 1, 190, 210, 10),
            (KOTA, "Damai", 2, 100, 100, 5),
            (KOTA, "Prapatan", 1, 150, 150, 8),
            (BARAT, "Baru Ilir", 1, 200, 200, 10),
        ),
        finds=(Found("LG404", "error", "dpt.xlsx!DPT!F2", "di 4 baris; isinya cadangan; yang dipakai L + P", 4),),
    ),
    Case(
        about="a column of totals that slipped down by one row",
        dpt=roll(
            (KOTA, "Damai", 1, 190, 210, 999),
            (KOTA, "Damai", 2, 100, 101, 400),
            (KOTA, "Prapatan", 1, 150, 152, 201),
            (BARAT, "Baru Ilir", 1, 200, 203, 302),
        ),
        kendali=(4, 1306),
        finds=(Found("LG404", "error", "dpt.xlsx!DPT!F2", "isinya jumlah baris di atasnya (bergeser satu baris)", 4),),
    ),
    Case(
        about="a column of totals that nobody filled in",
        dpt=roll((KOTA, "Damai", 1, 190, 210), (BARAT, "Baru Ilir", 1, 200, 200)),
        kendali=(2, 800),
        finds=(Found("LG416", "warning", "dpt.xlsx!DPT!F2", "Kolom 'Jumlah' kosong di semua 2 TPS", 2),),
    ),
    Case(
        about="one total that nobody filled in",
        finds=(Found("LG418", "warning", "dpt.xlsx!DPT!F2", "TPS 001: Jumlah kosong, L 190 + P 210 yang dipakai"),),
        dpt=roll((KOTA, "Damai", 1, 190, 210), (BARAT, "Baru Ilir", 1, 200, 200, 400)),
        kendali=(2, 800),
    ),
    Case(
        about="a short list with two slips",
        near="LG404",
        besides="LG403",
        dpt=roll((KOTA, "Damai", 1, 190, 201, 400), (BARAT, "Baru Ilir", 1, 200, 201, 400)),
        kendali=(2, 800),
    ),
    Case(
        about="a TPS twice in every figure, counted once",
        dpt=[*ROLL, (BARAT, "Baru Ilir", 1, 200, 200, 400)],
        finds=(
            Found("LG405", "error", "dpt.xlsx!DPT!C6", "sudah ada di dpt.xlsx!DPT!C5: sama persis, dihitung satu kali"),
        ),
    ),
    Case(
        about="a TPS twice with other voters, both counted",
        dpt=[*ROLL, (BARAT, "Baru Ilir", "TPS 01", 150, 150, 300)],
        kendali=(5, 1600),
        finds=(Found("LG405", "error", "dpt.xlsx!DPT!C6", "pemilihnya 400 dan 300, keduanya dihitung"),),
    ),
    Case(
        about="one number in two kelurahan of one name",
        near="LG405",
        dpt=roll((KOTA, "Damai", 1, 190, 210, 400), (BARAT, "Damai", 1, 190, 210, 400)),
        kendali=(2, 800),
    ),
    Case(
        about="a gap",
        dpt=roll(*((KOTA, "Damai", number, 100, 100, 200) for number in (1, 2, 4, 6))),
        kendali=(4, 800),
        finds=(
            Found(
                "LG406", "warning", "dpt.xlsx!DPT!C4", "Damai: TPS 003 dan 005 tidak ada, padahal ada sampai TPS 006"
            ),
        ),
    ),
    Case(
        about="a first kelurahan that begins at 002",
        dpt=roll((KOTA, "Damai", 2, 100, 100, 200), (KOTA, "Damai", 3, 100, 100, 200)),
        kendali=(2, 400),
        finds=(Found("LG406", "warning", "dpt.xlsx!DPT!C2", "Damai: TPS 001 tidak ada"),),
    ),
    Case(
        about="rows out of order, and special TPS from 901 on",
        near="LG406",
        dpt=roll(*((KOTA, "Damai", number, 100, 100, 200) for number in (3, 901, 1, 902, 2))),
        kendali=(5, 1000),
    ),
    Case(
        about="numbers that run on through two kelurahan",
        dpt=roll(
            *((KOTA, "Damai", number, 100, 100, 200) for number in (1, 2)),
            *((KOTA, "Prapatan", number, 100, 100, 200) for number in (3, 4, 5)),
            *((BARAT, "Baru Ilir", number, 100, 100, 200) for number in (6, 7)),
        ),
        kendali=(7, 1400),
        finds=(
            Found("LG407", "error", "dpt.xlsx!DPT!C4", "di Prapatan (mulai 003) dan Baru Ilir (mulai 006): 5 TPS", 5),
        ),
    ),
    Case(
        about="a kelurahan that begins at 001 and has a gap where its neighbour ends",
        near="LG407",
        besides="LG406",
        dpt=roll(
            *((KOTA, "Damai", number, 100, 100, 200) for number in (1, 2, 3, 4)),
            *((KOTA, "Prapatan", number, 100, 100, 200) for number in (1, 2, 3, 5)),
        ),
        kendali=(8, 1600),
    ),
    Case(
        about="601 voters in 2024",
        dpt=roll((KOTA, "Damai", 1, 300, 301, 601), (KOTA, "Damai", 2, 300, 300, 600)),
        kendali=(2, 1201),
        finds=(Found("LG408", "warning", "dpt.xlsx!DPT!F2", "TPS 001 Damai: 601 pemilih, batasnya 600"),),
    ),
    Case(
        about="501 voters in 2020",
        words=("--ruleset", "pilkada-2020"),
        dpt=roll((KOTA, "Damai", 1, 250, 251, 501), (KOTA, "Damai", 2, 250, 250, 500)),
        kendali=(2, 1001),
        finds=(Found("LG408", "warning", "dpt.xlsx!DPT!F2", "501 pemilih, batasnya 500"),),
    ),
    Case(
        about="301 voters in a Pemilu",
        words=("--ruleset", "pemilu-2024"),
        dpt=roll((KOTA, "Damai", 1, 150, 151, 301), (KOTA, "Damai", 2, 150, 150, 300)),
        kendali=(2, 601),
        finds=(Found("LG408", "warning", "dpt.xlsx!DPT!F2", "301 pemilih, batasnya 300"),),
    ),
    Case(
        about="600 voters in 2024",
        near="LG408",
        dpt=roll((KOTA, "Damai", 1, 300, 300, 600)),
        kendali=(1, 600),
    ),
    Case(
        about="one TPS and ten voters fewer than fixed",
        kendali=None,
        settings='[kendali]\ntps = 5\n[kendali.pemilih]\njumlah = 1310\nnomor = "SK 7/2024"',
        finds=(
            Found("LG409", "error", "dpt.xlsx!DPT!C2", "Jumlah TPS 4, seharusnya 5 (selisih 1) menurut [kendali]"),
            Found(
                "LG409", "error", "dpt.xlsx!DPT!C2", "pemilih 1.300, seharusnya 1.310 (selisih 10) menurut SK 7/2024"
            ),
        ),
    ),
    Case(about="the fixed totals", near="LG409"),
    Case(
        about="no totals fixed",
        kendali=None,
        finds=(Found("LG410", "warning", None, "[kendali] tps dan pemilih belum diisi"),),
    ),
    Case(
        about="only the TPS fixed",
        kendali=None,
        settings="[kendali]\ntps = 4",
        finds=(Found("LG410", "warning", None, "[kendali] pemilih belum diisi"),),
    ),
    Case(about="both totals fixed", near="LG410"),
    Case(
        about="a voter list that names no kabupaten or kota",
        kota="",
        finds=(Found("LG411", "warning", "dpt.xlsx!DPT!A1", "hanya pemilihan gubernur yang dihitung"),),
    ),
    Case(about="the elections configured instead", near="LG411", kota="", settings='pemilihan = ["gubernur"]'),
    Case(
        about="a kelurahan called sda",
        dpt=roll(
            (KOTA, "Damai", 1, 190, 210, 400), (KOTA, "sda", 2, 100, 100, 200), (BARAT, "#REF!", 1, 200, 200, 400)
        ),
        kendali=(3, 1000),
        besides="LG407",
        finds=(
            Found("LG417", "error", "dpt.xlsx!DPT!B3", "'Sda' bukan nama kelurahan; 1 TPS tercatat di sana"),
            Found("LG417", "error", "dpt.xlsx!DPT!B4", "bukan nama kelurahan"),
        ),
    ),
    Case(
        about="short names and names with numbers",
        near="LG417",
        dpt=roll(
            (KOTA, "Oro", 1, 190, 210, 400), (KOTA, "7 Ulu", 1, 200, 200, 400), (BARAT, "Sungai 2", 1, 200, 200, 400)
        ),
        kendali=(3, 1200),
    ),
    Case(
        about="a list without L and P, one number of which is blank",
        near="LG418",
        besides="LG401",
        dpt=sheet("Kecamatan | Kelurahan | TPS | Jumlah", (KOTA, "Damai", 1, ""), (BARAT, "Baru Ilir", 1, 400)),
        kendali=(2, 400),
    ),
    Case(
        about="a list with L, P and every total",
        near="LG416",
        dpt=ROLL,
    ),
)
