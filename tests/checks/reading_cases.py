"""LG104, LG305, LG306, LG308: what a workbook holds beside the numbers that it shows."""

from tests.checks.case import BARAT, KOTA, ROLL, Case, Found, roll, sheet
from tests.tools import Formula, Percent

_STOCK = "Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak"
_ENOUGH = sheet(_STOCK, ("Gubernur", KOTA, 923, 923, 0), ("Gubernur", BARAT, 410, 410, 0))
_BARU = (KOTA, "Prapatan", 1, 150, 150, 300)
_ILIR = (BARAT, "Baru Ilir", 1, 200, 200, 400)

READING = (
    Case(
        about="two rows that a filter hides",
        hidden={"DPT": ("3", "4")},
        finds=(Found("LG104", "warning", "dpt.xlsx!DPT!A3", "tetapi ikut dihitung: 2 baris (3-4)", 2),),
    ),
    Case(
        about="a row and a column apart",
        stock=_ENOUGH,
        hidden={"Stok": ("3", "E")},
        finds=(Found("LG104", "warning", "stok.xlsx!Stok!A3", "1 baris (3) dan kolom E", 2),),
    ),
    Case(
        about="a hidden sheet that is read",
        more={"Lama": roll((BARAT, "Baru Ulu", 1, 200, 200, 400))},
        hidden={"Lama": ("*",)},
        kendali=(5, 1700),
        finds=(Found("LG104", "warning", "dpt.xlsx!Lama", "Lembar 'Lama' tersembunyi; 1 barisnya ikut dihitung"),),
    ),
    Case(
        about="a hidden column that numbers the rows, which nobody adds up",
        near="LG104",
        dpt=[(*row, "No" if at == 0 else at) for at, row in enumerate(ROLL)],
        hidden={"DPT": ("G",)},
    ),
    Case(
        about="a hidden title, a hidden total, a hidden column of notes and a hidden blank sheet",
        near="LG104",
        dpt=[["DAFTAR PEMILIH TETAP"], *ROLL, ("TOTAL", "", "", 640, 660, 1300, "catatan")],
        more={"Kosong": []},
        hidden={"DPT": ("1", "7", "G"), "Kosong": ("*",)},
    ),
    Case(
        about="a lookup that was never calculated",
        stock=sheet(
            _STOCK,
            ("Gubernur", KOTA, Formula("=VLOOKUP(B2,Rekap!A:B,2,0)"), 923, 0),
            ("Gubernur", BARAT, 410, 410, 0),
        ),
        besides="LG612",
        finds=(Found("LG305", "error", "stok.xlsx!Stok!C2", "Diterima '=VLOOKUP(B2,Rekap!A:B,2,0)' rumus yang belum"),),
    ),
    Case(
        about="a formula typed as text",
        dpt=roll((KOTA, "Damai", 1, 190, 210, "=D2+E2"), _ILIR),
        kendali=(2, 400),
        finds=(Found("LG305", "error", "dpt.xlsx!DPT!F2", "Jumlah '=D2+E2' rumus yang belum dihitung"),),
    ),
    Case(
        about="a sum that rests on a lookup that was never calculated",
        dpt=roll((KOTA, "Damai", 1, 190, Formula("=VLOOKUP(A2,H:I,2)"), Formula("=D2+E2")), _ILIR),
        kendali=(2, 400),
        finds=(Found("LG305", "error", "dpt.xlsx!DPT!E2", "P '=VLOOKUP(A2,H:I,2)', Jumlah '=D2+E2'"),),
    ),
    Case(
        about="plain sums that were never calculated, and text that a formula gave",
        near="LG305",
        dpt=roll(
            (KOTA, "Damai", 1, 190, 210, Formula("=D2+E2")),
            (KOTA, "Damai", 2, 100, 100, Formula("=SUM(D3:E3)")),
            (KOTA, "Prapatan", 1, 150, 150, Formula('=TEXT(300,"0")', "300")),
            _ILIR,
            ("TOTAL", "", "", Formula("=SUM(D2:D5)"), Formula("=SUM(E2:E5)")),
        ),
    ),
    Case(
        about="old results of a sum and of a difference",
        stock=sheet(
            _STOCK,
            ("Gubernur", KOTA, Formula("=D2+E2", 913), 923, 0),
            ("Gubernur", BARAT, 410, Formula("=C3-E3", 400), 0),
        ),
        finds=(
            Found(
                "LG306", "warning", "stok.xlsx!Stok!C2", "Diterima: =D2+E2 tersimpan 913, dihitung ulang 923; dipakai"
            ),
            Found(
                "LG306", "warning", "stok.xlsx!Stok!D3", "Baik: =C3-E3 tersimpan 400, dihitung ulang 410; dipakai 410"
            ),
        ),
    ),
    Case(
        about="a whole column of old results, told once",
        dpt=roll(
            *((KOTA, "Damai", number, 190, 210, Formula(f"=D{number + 1}+E{number + 1}", 0)) for number in range(1, 6))
        ),
        kendali=(5, 2000),
        finds=(Found("LG306", "warning", "dpt.xlsx!DPT!F2", "5 hasil rumus tidak sesuai dengan selnya", 5),),
    ),
    Case(
        about="right results, an old one outside the counts, and one of another sheet",
        near="LG306",
        dpt=roll(
            (KOTA, "Damai", 1, 190, 210, Formula("=+D2+$E$2", 400), Formula("=D2+E2", 7)),
            (KOTA, "Damai", 2, 100, 100, Formula("=SUM(D3,E3)", 200)),
            (KOTA, "Prapatan", 1, 150, Formula("=Lain!A1", 150), Formula("=D4+E4", 300)),
            _ILIR,
            ("TOTAL", "", "", "", "", Formula("=SUM(F2:F5)", 1300)),
        ),
    ),
    Case(
        about="a hundred percent good",
        stock=sheet(_STOCK, ("Gubernur", KOTA, 923, Percent(1), 0), ("Gubernur", BARAT, 410, 410, 0)),
        finds=(Found("LG308", "error", "stok.xlsx!Stok!D2", "Baik '100%' persentase, sehingga jumlahnya belum"),),
    ),
    Case(
        about="a percentage in its own column",
        near="LG308",
        stock=[[*row, "Persentase" if at == 0 else Percent(1)] for at, row in enumerate(_ENOUGH)],
    ),
    Case(
        about="a hidden column alone, told at its own header",
        hidden={"DPT": ("D",)},
        finds=(Found("LG104", "warning", "dpt.xlsx!DPT!D1", "tetapi ikut dihitung: kolom D"),),
    ),
)
