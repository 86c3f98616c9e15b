"""LG520 to LG530: the list of cartons, by itself, against the delivery note and against the stock."""

from datetime import date

from tests.checks.case import BARAT, KOTA, Case, Found, sheet
from tests.tools import Rows

_LIST = "No. Koli | Jenis Pemilihan | Isi Label | Hasil Hitung | Kondisi"


def cartons(*rows: tuple[object, ...], head: str = _LIST) -> Rows:
    """A list of cartons in the columns A to E."""
    return sheet(head, *rows)


def numbered(election: str, *numbers: object, label: object = 2000) -> list[tuple[object, ...]]:
    """Full cartons with these numbers, none of them counted."""
    return [(number, election, label) for number in numbers]


_DELIVERED = "Jenis Pemilihan | Jumlah Koli | Surat Jalan | Diterima | Baik | Rusak"
_SURPLUS = "LG610"
"""Full cartons hold far more than the 1,333 sheets that the roll needs."""

NUMBERS = (
    Case(
        about="a number twice with the same content",
        cartons=cartons(*numbered("Gubernur", 1, 2, 3, 2, 4)),
        finds=(
            Found(
                "LG520", "error", "koli.xlsx!Koli!A5", "koli 2 tertulis dua kali dengan isi yang sama, di baris 3 dan 5"
            ),
        ),
    ),
    Case(
        about="a number twice with different labels, and one with different counts",
        cartons=cartons(
            (1, "Gubernur", 2000, 2000),
            (1, "Gubernur", 1500, ""),
            (2, "Gubernur", 2000, 1990),
            (2, "Gubernur", 2000, 2000),
        ),
        besides="LG522 LG523 LG529",
        finds=(
            Found("LG520", "error", "koli.xlsx!Koli!A3", "isi yang berbeda (label 2.000, hitung 2.000; label 1.500)"),
            Found("LG520", "error", "koli.xlsx!Koli!A5", "(label 2.000, hitung 1.990; label 2.000, hitung 2.000)"),
        ),
    ),
    Case(
        about="a whole list pasted twice is one finding",
        cartons=cartons(*numbered("Gubernur", *range(1, 6), *range(1, 6))),
        finds=(Found("LG520", "error", "koli.xlsx!Koli!A7", "5 nomor koli tertulis dua kali", 5),),
    ),
    Case(
        about="a carton that a range holds already",
        cartons=cartons(*numbered("Gubernur", "1 s/d 10", 7, 11)),
        finds=(Found("LG520", "error", "koli.xlsx!Koli!A3", "koli 7 sudah termasuk koli 1 s/d 10"),),
    ),
    Case(
        about="the same number for each election, for the stock for a revote, and with another prefix",
        near="LG520",
        cartons=cartons(
            *numbered("Gubernur", 1, 2, "B-1", "B-2"), *numbered("Wali Kota", 1, 2), *numbered("PSU Wali Kota", 1)
        ),
    ),
    Case(
        about="numbers that begin again in each kecamatan",
        near="LG520",
        cartons=cartons(
            *((n, "Gubernur", name, 2000) for name in (KOTA, BARAT) for n in range(1, 5)),
            head="No. Koli | Jenis Pemilihan | Kecamatan | Isi Label",
        ),
    ),
    Case(
        about="gaps of one and of several numbers in two elections",
        cartons=cartons(*numbered("Gubernur", 1, 2, 4, 5, 8, 9), *numbered("Wali Kota", 2, 3)),
        finds=(
            Found("LG521", "error", "koli.xlsx!Koli!A4", "Gubernur: nomor koli 3 dan 6 s/d 7 tidak ada (3 koli)", 3),
            Found("LG521", "error", "koli.xlsx!Koli!A8", "Wali Kota: nomor koli 1 tidak ada (1 koli)"),
        ),
    ),
    Case(
        about="a number that became a day is one carton, not a range",
        cartons=cartons(*numbered("Gubernur", 1, date(2024, 1, 2), 3)),
        finds=(
            Found("LG309", "error", "koli.xlsx!Koli!A3", "No. Koli '2024-01-02' tanggal atau jam, bukan jumlah"),
            Found("LG521", "error", "koli.xlsx!Koli!A4", "nomor koli 2 tidak ada"),
        ),
    ),
    Case(
        about="numbers that say how many there are, the last of which is missing",
        cartons=cartons(*numbered("Gubernur", "001/005", "002/005", "003/005", "004/005")),
        finds=(Found("LG521", "error", "koli.xlsx!Koli!A5", "nomor koli 5 tidak ada"),),
    ),
    Case(
        about="a gap where the numbers go on from one election to the other",
        cartons=cartons(*numbered("Gubernur", *range(1, 6)), *numbered("Wali Kota", *range(7, 11))),
        finds=(Found("LG521", "error", "koli.xlsx!Koli!A7", "Wali Kota: nomor koli 6 tidak ada"),),
    ),
    Case(
        about="a slip in numbers that go on from one election to the other is still a gap of one",
        cartons=cartons(*numbered("Gubernur", *range(1, 13)), *numbered("Wali Kota", 13, 14, 5, *range(16, 25))),
        finds=(Found("LG521", "error", "koli.xlsx!Koli!A17", "Wali Kota: nomor koli 15 tidak ada (1 koli)"),),
    ),
    Case(
        about="one sequence through both elections, and the carton for a revote at its end",
        near="LG521",
        cartons=cartons(
            *numbered("Gubernur", *range(1, 6)), *numbered("Wali Kota", *range(6, 11)), (11, "Wali Kota PSU", 2000)
        ),
    ),
    Case(
        about="elections mixed in one sequence, ranges with spaces, numbers out of order",
        near="LG521",
        cartons=cartons(
            *numbered("Gubernur", "No. 5", 3, "1 s.d. 2"),
            *numbered("Wali Kota", 4, 8, "6 - 7"),
            *numbered("Gubernur", 9),
        ),
    ),
    Case(
        about="a list that begins with number 269, and numbers of another kind in the next election",
        near="LG521",
        cartons=cartons(*numbered("Gubernur", 269, 270, 271), *numbered("Wali Kota", "WK-1001", "WK-1002", 900000)),
    ),
    Case(
        about="a range with neither the content of one carton nor of all",
        cartons=cartons(("1 s/d 10", "Gubernur", 5000), (11, "Gubernur", 2000)),
        finds=(
            Found(
                "LG530",
                "warning",
                "koli.xlsx!Koli!C2",
                "koli 1 s/d 10: 5.000 lembar bukan isi satu koli (2.000) dan bukan isi 10 koli (20.000)",
            ),
        ),
    ),
    Case(
        about="a range whose count can be that of one carton or all of them short",
        cartons=cartons(("1 s/d 10", "Gubernur", 2000, 1999)),
        finds=(Found("LG530", "warning", "koli.xlsx!Koli!D2", "1.999 lembar bukan isi satu koli"),),
    ),
    Case(
        about="ranges that give the content of each carton, or of all with the last one not full",
        near="LG530",
        cartons=cartons(("1 s/d 267", "Gubernur", 2000), ("268 s/d 269", "Gubernur", 2475)),
    ),
)

CONTENTS = (
    Case(
        about="a label that lost a digit, and a last carton with more than a carton holds",
        cartons=cartons((1, "Gubernur", 2000), (2, "Gubernur", 200), (3, "Gubernur", 2000), (4, "Gubernur", 2475)),
        finds=(
            Found(
                "LG522",
                "warning",
                "koli.xlsx!Koli!C3",
                "koli 2: isi label 200, lazimnya 2.000 lembar (praktik, dapat diubah)",
            ),
            Found("LG522", "warning", "koli.xlsx!Koli!C5", "isi label 2.475"),
        ),
    ),
    Case(
        about="a printer that packs 500 in a carton is one finding",
        cartons=cartons(*numbered("Gubernur", *range(1, 9), label=500)),
        finds=(Found("LG522", "warning", "koli.xlsx!Koli!C2", "Isi label tidak lazim di 7 koli Gubernur", 7),),
    ),
    Case(
        about="the last carton of each election is not full, nor is that for a revote",
        near="LG522",
        cartons=cartons(
            (2, "Gubernur", 475),
            (1, "Gubernur", 2000),
            (1, "Wali Kota", 2000),
            (2, "Wali Kota", 1),
            ("PSU", "Wali Kota", 1000),
        ),
    ),
    Case(
        about="another content that the office set",
        near="LG522",
        settings="[aturan.elections.gubernur]\nsheets_per_carton = 500",
        cartons=cartons(*numbered("Gubernur", 1, 2, label=500)),
    ),
    Case(
        about="a carton short, and one with more than its label",
        cartons=cartons((1, "Gubernur", 2000, 1995), (2, "Gubernur", 2000, 2014), (3, "Gubernur", 2000, 2000)),
        finds=(
            Found(
                "LG523", "warning", "koli.xlsx!Koli!D2", "koli 1: isi label 2.000, hasil hitung 1.995, kurang 5 lembar"
            ),
            Found(
                "LG523", "warning", "koli.xlsx!Koli!D3", "koli 2: isi label 2.000, hasil hitung 2.014, lebih 14 lembar"
            ),
        ),
    ),
    Case(
        about="many cartons short are one finding with the sheets of all",
        cartons=cartons(*((n, "Gubernur", 2000, 2000 - n) for n in range(1, 7))),
        finds=(Found("LG523", "warning", "koli.xlsx!Koli!D2", "isi 6 koli kurang 21 lembar dari labelnya", 6),),
    ),
    Case(
        about="a range that is short as a whole",
        cartons=cartons(("1 s/d 10", "Gubernur", 20000, 19993)),
        finds=(Found("LG523", "warning", "koli.xlsx!Koli!D2", "koli 1 s/d 10: isi label 20.000, hasil hitung 19.993"),),
    ),
    Case(
        about="counted as the labels say, some with the unit",
        near="LG523",
        cartons=cartons((1, "Gubernur", "2.000 lbr", 2000), (2, "Gubernur", "475 lembar", 475)),
    ),
    Case(
        about="a label without a count, and a count without a label",
        near="LG523",
        besides="LG529",
        cartons=cartons((1, "Gubernur", 2000), (2, "Gubernur", "", 1990)),
    ),
    Case(
        about="some cartons are not counted yet",
        cartons=cartons((1, "Gubernur", 2000, 2000), (2, "Gubernur", 2000), (3, "Gubernur", 475)),
        finds=(
            Found(
                "LG529",
                "info",
                "koli.xlsx!Koli!D3",
                "2 dari 3 koli belum dihitung, isinya 2.475 lembar menurut label",
                2,
            ),
        ),
    ),
    Case(
        about="nothing counted, or nothing but the sealed carton for a revote left",
        near="LG529",
        cartons=cartons(
            (1, "Gubernur", 2000), (1, "Wali Kota", 2000, 2000), ("PSU", "Wali Kota", 2000, "", "tersegel")
        ),
    ),
)

CONDITIONS = (
    Case(
        about="wet, and a seal that is broken",
        cartons=cartons(
            (1, "Gubernur", 2000, "", "Basah sedikit"),
            (2, "Gubernur", 2000, "", "segel putus"),
            (3, "Gubernur", 2000, "", "baik"),
        ),
        finds=(
            Found("LG524", "warning", "koli.xlsx!Koli!E2", "koli 1: kondisi 'Basah sedikit'; pisahkan dan hitung"),
            Found("LG524", "warning", "koli.xlsx!Koli!E3", "koli 2: kondisi 'segel putus'"),
        ),
    ),
    Case(
        about="words that we do not know are quoted",
        cartons=cartons((1, "Gubernur", 2000, "", "dititip"), (2, "Gubernur", 2000, "", "kurang baik")),
        finds=(
            Found("LG524", "warning", "koli.xlsx!Koli!E3", "kondisi 'kurang baik'; pisahkan"),
            Found("LG524", "warning", "koli.xlsx!Koli!E2", "kondisi 'dititip' tidak dikenal; periksa kolinya"),
        )[::-1],
    ),
    Case(
        about="a truck that stood in the rain",
        cartons=cartons(*((n, "Gubernur", 2000, "", "basah") for n in range(1, 6))),
        finds=(Found("LG524", "warning", "koli.xlsx!Koli!E2", "5 koli basah, rusak, atau terbuka", 5),),
    ),
    Case(
        about="what is wrong stands among the remarks",
        cartons=cartons(
            (1, "Gubernur", 2000, "penyok, dus sobek"), (2, "Gubernur", 2000, "rak 3"), head="Koli | Jenis | Isi | Ket"
        ),
        finds=(Found("LG524", "warning", "koli.xlsx!Koli!D2", "koli 1: kondisi 'penyok, dus sobek'"),),
    ),
    Case(
        about="sound cartons, however that is said, and cartons opened to be sorted",
        near="LG524",
        cartons=cartons(
            *(
                (n, "Gubernur", 2000, "", said)
                for n, said in enumerate(
                    (
                        "Baik",
                        "utuh, tersegel",
                        "-",
                        "tidak ada yang rusak",
                        "belum dibuka",
                        "Kering",
                        "dibuka untuk disortir",
                        "OK",
                    ),
                    start=1,
                )
            )
        ),
    ),
    Case(
        about="the carton for a revote was opened and counted",
        cartons=cartons((1, "Wali Kota", 2000), ("PSU", "Wali Kota", 2000, 2000, "terbuka")),
        finds=(
            Found(
                "LG527",
                "info",
                "koli.xlsx!Koli!D3",
                "Wali Kota (PSU), koli PSU: koli PSU sudah dibuka, hasil hitung 2.000",
            ),
        ),
    ),
    Case(
        about="a wet carton for a revote is not merely opened",
        near="LG527",
        besides="LG524",
        cartons=cartons((1, "Wali Kota", 2000), ("PSU", "Wali Kota", 2000, "", "basah")),
    ),
)

OWNERS = (
    Case(
        about="an election that is not held here, and one that nobody can read",
        settings='pemilihan = ["gubernur", "walikota"]',
        cartons=cartons((1, "Gubernur", 2000), (2, "Bupati", 2000), (3, "Pilkada", 2000)),
        finds=(
            Found("LG525", "error", "koli.xlsx!Koli!B3", "Koli 2: pemilihan Bupati tidak termasuk yang diperiksa"),
            Found("LG525", "error", "koli.xlsx!Koli!B4", "Koli 3: pemilihan tidak jelas (Gubernur dan Wali Kota)"),
        ),
    ),
    Case(
        about="cartons of another city, and a kecamatan with a slip",
        cartons=cartons(
            (1, "Gubernur", "Kota Samarinda", 2000),
            (2, "Gubernur", "Kab. Serang", 2000),
            (3, "Gubernur", "Balikpapn Kota", 2000),
            (4, "Gubernur", "Sambojaa", 2000),
            (5, "Gubernur", "Kab. Serang", 2000),
            head="No. Koli | Jenis Pemilihan | Kecamatan | Isi Label",
        ),
        finds=(
            Found(
                "LG525", "error", "koli.xlsx!Koli!C2", "koli 1: tujuannya 'Kota Samarinda', bukan daerah kita: tertukar"
            ),
            Found("LG525", "error", "koli.xlsx!Koli!C3", "2 koli: tujuannya 'Kab. Serang'", 2),
            Found("LG525", "error", "koli.xlsx!Koli!C4", "Mungkin maksud Anda 'Balikpapan Kota'"),
            Found("LG525", "error", "koli.xlsx!Koli!C5", "kecamatan 'Sambojaa' tidak ada di DPT"),
        ),
    ),
    Case(
        about="kecamatan of ours, the city itself, and none",
        near="LG525",
        cartons=cartons(
            (1, "Gubernur", "KEC. BALIKPAPAN KOTA", 2000),
            (2, "Gubernur", "Kota Balikpapan", 2000),
            (3, "Gubernur", "", 2000),
            (4, "Gubernur", BARAT, 2000),
            head="No. Koli | Jenis Pemilihan | Kecamatan | Isi Label",
        ),
    ),
)

DELIVERY = (
    Case(
        about="one carton fewer than was signed for, as logistik.toml has it",
        cartons=cartons(*numbered("Gubernur", 1, 2), (3, "Gubernur", 475)),
        settings='[kendali.koli.gubernur]\njumlah = 4\nnomor = "SJ-7"',
        finds=(
            Found(
                "LG526",
                "error",
                "koli.xlsx!Koli!A4",
                "Gubernur: 4 koli ditandatangani menurut SJ-7, 3 tercatat; 4.475 lembar menurut label",
            ),
        ),
    ),
    Case(
        about="cartons for a revote that nobody listed",
        cartons=cartons((1, "Wali Kota", 2000)),
        settings="[kendali.koli_psu.walikota]\njumlah = 1",
        finds=(Found("LG526", "error", None, "Wali Kota (PSU): 1 koli ditandatangani menurut [kendali], 0 tercatat"),),
    ),
    Case(
        about="the stock sheet says how many were signed for",
        cartons=cartons(*numbered("Gubernur", 1, 2)),
        stock=sheet(_DELIVERED, ("Gubernur", 3, 4000, 4000, 4000, 0)),
        besides=_SURPLUS,
        finds=(
            Found(
                "LG526", "error", "koli.xlsx!Koli!A3", "3 koli ditandatangani menurut Jumlah Koli di stok, 2 tercatat"
            ),
        ),
    ),
    Case(
        about="the stock sheet says less than the delivery note and the list",
        cartons=cartons(*numbered("Gubernur", 1, 2)),
        stock=sheet(_DELIVERED, ("Gubernur", 1, 4000, 4000, 4000, 0)),
        settings="[kendali.koli.gubernur]\njumlah = 2",
        besides=_SURPLUS,
        finds=(Found("LG526", "error", "stok.xlsx!Stok!B2", "Jumlah Koli di stok 1"),),
    ),
    Case(
        about="as many as were signed for, by days, some of them in a range",
        near="LG526",
        cartons=cartons(("1 s/d 3", "Gubernur", 2000), (4, "Gubernur", 475), ("PSU", "Wali Kota", 2000)),
        stock=sheet(
            "Jenis Pemilihan | Tanggal | Jumlah Koli | Diterima | Baik",
            ("Gubernur", "1/11", 1, 2000, 2000),
            ("Gubernur", "2/11", 3, 4475, 4475),
        ),
        settings='pemilihan = ["gubernur", "walikota"]\n[kendali.koli_psu.walikota]\njumlah = 1',
        besides=f"LG612 {_SURPLUS}",
    ),
    Case(
        about="labels that lack one carton, counts that lack some sheets",
        cartons=cartons((1, "Gubernur", 2000, 2000), (2, "Gubernur", 475, 475)),
        stock=sheet(_DELIVERED, ("Gubernur", 2, 4475, 2470, 2470, 0)),
        besides=_SURPLUS,
        finds=(
            Found(
                "LG528",
                "error",
                "stok.xlsx!Stok!C2",
                "isi label 2 koli berjumlah 2.475 lembar, Surat Jalan di stok 4.475 (selisih 2.000); mungkin 1 koli",
            ),
            Found(
                "LG528",
                "error",
                "stok.xlsx!Stok!D2",
                "hasil hitung 2 koli berjumlah 2.475 lembar, Diterima di stok 2.470 (selisih 5)",
            ),
        ),
    ),
    Case(
        about="the stock holds the carton for a revote too",
        cartons=cartons((1, "Wali Kota", 2000), (2, "Wali Kota", 475), ("PSU", "Wali Kota", 2000)),
        stock=sheet(_DELIVERED, ("Wali Kota", "", 4475, 4475, 4475, 0)),
        besides=_SURPLUS,
        finds=(
            Found(
                "LG528", "error", "stok.xlsx!Stok!C2", "tidak tercatat di daftar atau koli PSU ikut terhitung di stok"
            ),
        ),
    ),
    Case(
        about="a carton listed twice makes two cartons more than the stock has",
        cartons=cartons((1, "Gubernur", 2000), (2, "Gubernur", 2000), (2, "Gubernur", 2000)),
        stock=sheet(_DELIVERED, ("Gubernur", "", 4000, 4000, 4000, 0)),
        besides=f"LG520 {_SURPLUS}",
        finds=(Found("LG528", "error", "stok.xlsx!Stok!C2", "mungkin 1 koli tercatat dua kali"),),
    ),
    Case(
        about="cartons and stock agree as far as every carton has the figure",
        near="LG528",
        cartons=cartons((1, "Gubernur", 2000, 2000), (2, "Gubernur", 475), ("PSU", "Gubernur", 2000)),
        stock=sheet(_DELIVERED, ("Gubernur", 2, 2475, 2470, 2470, 0)),
        besides=f"LG529 {_SURPLUS}",
    ),
)

CARTONS = (*NUMBERS, *CONTENTS, *CONDITIONS, *OWNERS, *DELIVERY)
