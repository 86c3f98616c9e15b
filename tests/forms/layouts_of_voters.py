"""Voter lists: the layouts that offices use."""

from collections.abc import Mapping

from tests.forms.form import BARAT, DPT, KOTA, ROLL, Content, Form
from tests.tools import Rows

_HEAD = DPT[0]
_ROWS = DPT[1:]


def _indented(rows: Rows, columns: int = 1) -> Rows:
    return [("",) * columns + tuple(row) for row in rows]


def _text(delimiter: str, line_end: str = "\n") -> str:
    return line_end.join(delimiter.join(map(str, row)) for row in DPT)


_TEXTS: Mapping[str, Content] = {
    "commas, UTF-8": _text(","),
    "semicolons, byte-order mark": "\ufeff" + _text(";", "\r\n"),
    "tabs, UTF-16": _text("\t").encode("utf-16"),
    "bars, Windows-1252": _text("|").replace("Damai", "Damai\xa0").encode("cp1252"),
}
_TITLES = ("KECAMATAN BALIKPAPAN KOTA", *[""] * 5, "KECAMATAN BALIKPAPAN BARAT")
_BARAT = _ROWS[3:]


def _without_kecamatan(rows: Rows) -> Rows:
    return [_HEAD[1:], *(tuple(row)[1:] for row in rows)]


_BESIDE: Rows = (
    (*_HEAD[1:], "", *_HEAD[1:]),
    (*_ROWS[0][1:], "", *_BARAT[0][1:]),
    *(tuple(row)[1:] for row in _ROWS[1:3]),
)
"""The list of each kecamatan beside that of the other."""

_NEEDS = ((10, 410), (5, 205), (8, 308), (11, 412))
"""Reserve and need of the TPS of `DPT`."""

VOTER_FORMS = (
    Form(about="a list from A1", dpt={"DPT": DPT}),
    Form(
        about="letterhead, title, blank rows and columns before the header",
        dpt={
            "Sheet1": [
                ("", "", "KOMISI PEMILIHAN UMUM"),
                ("", "", "KOTA BALIKPAPAN"),
                ("", "", "Jalan Jenderal Sudirman 12, telepon 0542 1234"),
                (),
                ("", "", "DAFTAR PEMILIH TETAP PILKADA 2024"),
                (),
                (),
                *_indented(DPT, 2),
            ]
        },
    ),
    Form(
        about="two header rows under a merged group head",
        dpt={
            "DPT": [
                ("KECAMATAN", "KELURAHAN", "NO TPS", "JUMLAH PEMILIH", "", ""),
                ("", "", "", "L", "P", "L+P"),
                *_ROWS,
            ]
        },
        merges={"DPT": ["A1:A2", "B1:B2", "C1:C2", "D1:F1"]},
    ),
    Form(
        about="three header rows",
        dpt={
            "DPT": [
                ("KECAMATAN", "KELURAHAN", "TPS", "DAFTAR PEMILIH TETAP", "", ""),
                ("", "", "", "JENIS KELAMIN", "", "JUMLAH"),
                ("", "", "", "LAKI-LAKI", "PEREMPUAN", ""),
                *_ROWS,
            ]
        },
        merges={"DPT": ["A1:A3", "B1:B3", "C1:C3", "D1:F1", "D2:E2", "F2:F3"]},
    ),
    *(
        Form(
            about=f"column numbers {'with sums' if below else 'after a blank row'}: {numbers[-1]}",
            dpt={"DPT": [_HEAD, *blank, numbers, *_ROWS]},
        )
        for blank, numbers in (
            ((), (1, 2, 3, 4, 5, "4+5")),
            ((), (1, 2, 3, 4, 5, "(4 + 5)")),
            (((),), (1, 2, 3, 4, 5, 6)),
            ((), ("a", "b", "c", "d", "e", "f=d+e")),
            ((), ("(A)", "(B)", "(C)", "(D)", "(E)", "(D+E)")),
        )
        for below in (not blank,)
    ),
    Form(
        about="names with the numbers of their lines",
        dpt={
            "DPT": [
                _HEAD,
                *(
                    (f"{1 + (row[0] != KOTA)}. {row[0]}", f"{at}) {row[1]}", *row[2:])
                    for at, row in zip((1, 1, 2, 1), _ROWS, strict=True)
                ),
            ]
        },
    ),
    Form(about="a row of column numbers", dpt={"DPT": [_HEAD, (1, 2, 3, 4, 5, 6), *_ROWS]}),
    Form(
        about="a row of column numbers and sums",
        dpt={"DPT": [_HEAD, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)=(4)+(5)"), *_ROWS]},
    ),
    Form(
        about="printed pages: repeated headers and JUMLAH PINDAHAN",
        dpt={
            "DPT": [
                *DPT[:3],
                ("JUMLAH PINDAHAN", "", "", 285, 315, 600),
                _HEAD,
                ("JUMLAH PINDAHAN", "", "", 285, 315, 600),
                *_ROWS[2:],
                ("JUMLAH", "", "", 625, 676, 1301),
            ]
        },
    ),
    Form(
        about="printed pages under a header of two rows",
        dpt={
            "DPT": [
                ("Kecamatan", "Kelurahan", "TPS", "Pemilih", "", ""),
                ("", "", "", "L", "P", "Jml"),
                *_ROWS[:2],
                ("Jumlah halaman ini", "", "", 285, 315, 600),
                ("Kecamatan", "Kelurahan", "TPS", "Pemilih", "", ""),
                ("", "", "", "L", "P", "Jml"),
                *_ROWS[2:],
                ("Jumlah halaman ini", "", "", 340, 361, 701),
                ("Jumlah seluruhnya", "", "", 625, 676, 1301),
            ]
        },
    ),
    Form(
        about="two tables one below the other, each with its own title",
        dpt={
            "DPT": [
                ("KECAMATAN : BALIKPAPAN KOTA",),
                ("Kelurahan", "TPS", "L", "P", "Jumlah"),
                *[row[1:] for row in _ROWS[:3]],
                (),
                ("KECAMATAN : BALIKPAPAN BARAT",),
                ("Kelurahan", "TPS", "L", "P", "Jumlah"),
                *[row[1:] for row in _ROWS[3:]],
            ]
        },
    ),
    Form(
        about="one total that is blank beside L and P",
        dpt={"DPT": [*DPT[:4], (BARAT, "Baru Ilir", 1, 200, 201)]},
        raises=["LG418"],
    ),
    Form(
        about="the list before corrections beside the list",
        dpt={
            "DPT": [
                ("Kecamatan", "Kelurahan", "TPS", "DPS", "", "", "DPT", "", ""),
                ("", "", "", "L", "P", "Jumlah", "L", "P", "Jumlah"),
                *((*row[:3], 1, 1, 2, *row[3:]) for row in _ROWS),
            ]
        },
        merges={"DPT": ["D1:F1", "G1:I1"]},
        raises=["LG204"],
    ),
    Form(
        about="two tables side by side",
        dpt={
            "DPT": [
                ("Kecamatan", "Kelurahan", "TPS", "Jumlah", "", "Kecamatan", "Kelurahan", "TPS", "Jumlah"),
                (KOTA, "Damai", 1, 400, "", KOTA, "Prapatan", 1, 300),
                (KOTA, "Damai", 2, 200, "", BARAT, "Baru Ilir", 1, 401),
            ]
        },
    ),
    Form(
        about="one sheet per kecamatan, named in its title",
        dpt={
            "Lembar 1": [("KECAMATAN : BALIKPAPAN KOTA",), (), *[row[1:] for row in DPT[:4]]],
            "Lembar 2": [("KECAMATAN : BALIKPAPAN BARAT",), (), DPT[0][1:], *[row[1:] for row in DPT[4:]]],
        },
    ),
    Form(
        about="one sheet per kelurahan, named in its title",
        dpt={
            "1": [("KECAMATAN BALIKPAPAN KOTA",), ("KELURAHAN DAMAI",), *[row[2:] for row in DPT[:3]]],
            "2": [("KECAMATAN BALIKPAPAN KOTA",), ("KELURAHAN PRAPATAN",), DPT[0][2:], DPT[3][2:]],
            "3": [("KECAMATAN BALIKPAPAN BARAT",), ("KELURAHAN BARU ILIR",), DPT[0][2:], DPT[4][2:]],
        },
    ),
    Form(
        about="a recap beside its detail sheets, which agrees",
        dpt={
            "Rekap": [
                ("Kecamatan", "Jumlah TPS", "L", "P", "Jumlah"),
                (KOTA, 3, 425, 475, 900),
                (BARAT, 1, 200, 201, 401),
                ("TOTAL", 4, 625, 676, 1301),
            ],
            "DPT": DPT,
        },
    ),
    Form(
        about="a recap beside its detail sheets, which differs",
        dpt={
            "Rekap": [
                ("Kecamatan", "Jumlah TPS", "L", "P", "Jumlah"),
                (KOTA, 3, 425, 475, 900),
                (BARAT, 1, 200, 211, 411),
                ("TOTAL", 4, 625, 686, 1311),
            ],
            "DPT": DPT,
        },
        raises=["LG415"],
    ),
    Form(
        about="a recap per kelurahan whose column TPS counts them",
        dpt={
            "Rekap": [
                ("Kelurahan", "TPS", "Pemilih"),
                ("Damai", 2, 600),
                ("Prapatan", 1, 300),
                ("Baru Ilir", 1, 401),
            ],
            "DPT": DPT,
        },
        raises=[],
    ),
    Form(
        about="kecamatan row, then its kelurahan, then their TPS, in one column",
        dpt={
            "DPT": [
                ("Kecamatan/Kelurahan", "TPS", "L", "P", "Jumlah"),
                ("KEC. BALIKPAPAN KOTA", "", 425, 475, 900),
                ("Damai", "", 285, 315, 600),
                ("", 1, 190, 210, 400),
                ("", 2, 95, 105, 200),
                ("Prapatan", "", 140, 160, 300),
                ("", 1, 140, 160, 300),
                ("KEC. BALIKPAPAN BARAT", "", 200, 201, 401),
                ("Baru Ilir", "", 200, 201, 401),
                ("", 1, 200, 201, 401),
            ]
        },
    ),
    Form(
        about="subtotal rows before their parts, in the columns of the parts",
        dpt={
            "DPT": [
                _HEAD,
                (KOTA, "", "", 425, 475, 900),
                ("", "Damai", "", 285, 315, 600),
                ("", "", 1, 190, 210, 400),
                ("", "", 2, 95, 105, 200),
                ("", "Prapatan", "", 140, 160, 300),
                ("", "", 1, 140, 160, 300),
                (BARAT, "", "", 200, 201, 401),
                ("", "Baru Ilir", "", 200, 201, 401),
                ("", "", 1, 200, 201, 401),
            ]
        },
    ),
    Form(
        about="rows above their TPS that name kecamatan and kelurahan with totals",
        dpt={
            "DPT": [
                _HEAD,
                (KOTA, "Damai", "", 285, 315, 600),
                ("", "", 1, 190, 210, 400),
                ("", "", 2, 95, 105, 200),
                (KOTA, "Prapatan", "", 140, 160, 300),
                ("", "", 1, 140, 160, 300),
                (BARAT, "Baru Ilir", "", 200, 201, 401),
                ("", "", 1, 200, 201, 401),
            ]
        },
    ),
    Form(
        about="a subtotal before its parts that is wrong",
        dpt={
            "DPT": [
                _HEAD,
                (KOTA, "", "", 425, 475, 910),
                ("", "Damai", "", 285, 315, 600),
                ("", "", 1, 190, 210, 400),
                ("", "", 2, 95, 105, 200),
                ("", "Prapatan", "", 140, 160, 300),
                ("", "", 1, 140, 160, 300),
                (BARAT, "Baru Ilir", 1, 200, 201, 401),
            ]
        },
        raises=["LG202"],
    ),
    Form(
        about="section rows that name the kecamatan and the kelurahan above their TPS",
        dpt={
            "DPT": [
                ("TPS", "L", "P", "Jumlah"),
                ("KECAMATAN BALIKPAPAN KOTA",),
                ("KELURAHAN DAMAI",),
                (1, 190, 210, 400),
                (2, 95, 105, 200),
                ("KELURAHAN PRAPATAN",),
                (1, 140, 160, 300),
                ("KECAMATAN BALIKPAPAN BARAT",),
                ("KELURAHAN BARU ILIR",),
                (1, 200, 201, 401),
            ]
        },
    ),
    Form(
        about="everything in one column: kecamatan, kelurahan, TPS",
        dpt={
            "DPT": [
                ("Wilayah", "L", "P", "Jumlah"),
                ("KECAMATAN BALIKPAPAN KOTA", 425, 475, 900),
                ("KELURAHAN DAMAI", 285, 315, 600),
                ("TPS 001", 190, 210, 400),
                ("TPS 002", 95, 105, 200),
                ("KELURAHAN PRAPATAN", 140, 160, 300),
                ("TPS 001", 140, 160, 300),
                ("KECAMATAN BALIKPAPAN BARAT", 200, 201, 401),
                ("KELURAHAN BARU ILIR", 200, 201, 401),
                ("TPS 001", 200, 201, 401),
            ]
        },
    ),
    Form(
        about="subtotals in the middle",
        dpt={
            "DPT": [
                *DPT[:3],
                ("Jumlah Damai", "", "", 285, 315, 600),
                DPT[3],
                ("Jumlah Prapatan", "", "", 140, 160, 300),
                ("Sub Total Kec. Balikpapan Kota", "", "", 425, 475, 900),
                DPT[4],
                ("TOTAL", "", 4, 625, 676, 1301),
            ]
        },
    ),
    Form(
        about="code and name in one cell",
        dpt={
            "DPT": [
                _HEAD,
                ("64.71.06-BALIKPAPAN KOTA", "64.71.06.1003-DAMAI", "1658390001-TPS 001", 190, 210, 400),
                ("64.71.06-BALIKPAPAN KOTA", "64.71.06.1003-DAMAI", "1658390002-TPS 002", 95, 105, 200),
                ("64.71.06-BALIKPAPAN KOTA", "64.71.06.1001 - PRAPATAN", "1658390003-TPS 001", 140, 160, 300),
                ("64.71.03-BALIKPAPAN BARAT", "64.71.03.1002 - BARU ILIR", "1658390004-TPS 001", 200, 201, 401),
            ]
        },
    ),
    Form(
        about="TPS as 001, TPS 2, TPS 001 and 1.0",
        dpt={
            "DPT": [
                _HEAD,
                (KOTA, "Damai", "001", 190, 210, 400),
                (KOTA, "Damai", "TPS 2", 95, 105, 200),
                (KOTA, "Prapatan", "TPS 001", 140, 160, 300),
                (BARAT, "Baru Ilir", "1.0", 200, 201, 401),
            ]
        },
    ),
    Form(
        about="special TPS from 901 on",
        dpt={"DPT": [*DPT, (KOTA, "Damai", 901, 40, 10, 50), (KOTA, "Damai", "907", 20, 0, 20)]},
        roll={
            "Damai": {"001": 400, "002": 200, "901": 50, "907": 20},
            "Prapatan": {"001": 300},
            "Baru Ilir": {"001": 401},
        },
    ),
    Form(
        about="the same TPS rows in the recap and a detail sheet",
        dpt={"Semua": DPT, "Balikpapan Kota": DPT[:4]},
        raises=["LG405"],
    ),
    *(Form(about=f"a text table: {what}", dpt=text, name="data.csv") for what, text in _TEXTS.items()),
    Form(about="a workbook of the older kind (.xls)", dpt={"DPT": DPT}, name="data.xls"),
    Form(about="a workbook of LibreOffice (.ods)", dpt={"DPT": DPT}, name="data.ods"),
    Form(
        about="a text table without a header, columns named in logistik.toml",
        dpt="\n".join(",".join(map(str, row)) for row in DPT[1:]),
        name="data.csv",
        settings='[[tanpa_judul]]\nberkas = "data.csv"\n'
        'kolom = ["kecamatan", "kelurahan", "tps", "l", "p", "jumlah"]\n',
    ),
    *(
        Form(
            about=f"tables side by side under the titles of their kecamatan, {what}",
            dpt={"DPT": [_TITLES, *between, *_BESIDE]},
            merges={"DPT": ["A1:E1", "G1:K1"]} if "merged" in what else {},
        )
        for what, between in (("right above", ()), ("with a blank row", ((),)), ("merged", ()))
    ),
    Form(
        about="titles side by side, one row below the other, under one of all",
        dpt={"DPT": [("DPT KOTA BALIKPAPAN",), _TITLES[:1], (*[""] * 6, _TITLES[6]), *_BESIDE]},
    ),
    Form(
        about="a second pair of tables side by side with titles of its own",
        dpt={
            "DPT": [
                _TITLES,
                *_BESIDE[:3],
                (),
                (_TITLES[6], *_TITLES[1:6], _TITLES[0]),
                _BESIDE[0],
                ("Baru Ulu", 1, 10, 10, 20, "", *_ROWS[2][1:]),
            ]
        },
        roll={**ROLL, "Baru Ulu": {"001": 20}},
    ),
    Form(
        about="sheets that are called after a direction, which an alias makes a kecamatan",
        dpt={"KOTA": _without_kecamatan(_ROWS[:3]), "BARAT": _without_kecamatan(_BARAT)},
        settings=f'[alias.kecamatan]\n"Kota" = "{KOTA}"\n"Barat" = "{BARAT}"\n',
    ),
    Form(
        about="regions and plain numbers of TPS in one column that says so",
        dpt={
            "DPT": [
                ("Wilayah / TPS", "L", "P", "Jumlah"),
                (f"Kecamatan {KOTA}", "", "", ""),
                ("Damai", "", "", ""),
                (1, 190, 210, 400),
                (2, 95, 105, 200),
                ("Prapatan", "", "", ""),
                (1, 140, 160, 300),
                (f"Kecamatan {BARAT}", "", "", ""),
                ("Baru Ilir", "", "", ""),
                (1, 200, 201, 401),
            ]
        },
    ),
    Form(
        about="a list with the ballots that each TPS needs under a head of its own",
        dpt={
            "DPT": [
                ("Kecamatan", "Kelurahan", "TPS", "DPT", "", "", "Kebutuhan SS", ""),
                ("", "", "", "L", "P", "Jumlah", "Cadangan", "Jumlah"),
                *((*row, *need) for row, need in zip(DPT[1:], _NEEDS, strict=True)),
            ]
        },
        merges={"DPT": ["D1:F1", "G1:H1"]},
    ),
)
