"""Packing lists: the layouts that offices use, and what people type into them."""

from datetime import date

from tests.forms.form import BARAT, KOTA, PACKED, Form
from tests.tools import Formula, Rows

_Row = tuple[str, str, int, int, int]
_HEAD = ("Kecamatan", "Kelurahan", "TPS", "Gubernur", "Wali Kota")
_ROWS: tuple[_Row, ...] = (
    (KOTA, "Damai", 1, 410, 409),
    (KOTA, "Damai", 2, 205, 204),
    (KOTA, "Prapatan", 1, 308, 307),
    (BARAT, "Baru Ilir", 1, 412, 411),
)
_LIST: Rows = (_HEAD, *_ROWS)
_VOTERS = (400, 200, 300, 401)


def _under(*heads: tuple[object, ...]) -> Rows:
    """The rows under other heads."""
    return (*heads, *_ROWS)


def _wide(*more: object) -> Rows:
    """The rows with what a second counter and a seal say of each election."""
    return [(*row[:3], row[3], row[3], *more, row[4], row[4], *more) for row in _ROWS]


def _of(*places: int) -> Rows:
    """The figures of some TPS without their region."""
    return [_ROWS[at][2:] for at in places]


def _typed(value: object) -> Rows:
    """The list with something else in the cell of Damai 001 for Gubernur."""
    return (_HEAD, (*_ROWS[0][:3], value, 409), *_ROWS[1:])


def _text(delimiter: str, line_end: str = "\n") -> str:
    return line_end.join(delimiter.join(map(str, row)) for row in _LIST)


_LONG = [
    (*row[:3], election, sheets)
    for row in _ROWS
    for election, sheets in zip(("Gubernur", "Wali Kota"), row[3:], strict=True)
]
_ONE = ("Kecamatan", "Kelurahan", "TPS", "Dikemas")
_GUBERNUR: Rows = [row[:4] for row in _ROWS]
_WALIKOTA: Rows = [(*row[:3], row[4]) for row in _ROWS]

PACKING_FORMS = (
    Form(about="packing from A1", packing={"Pengesetan": _LIST}),
    *(
        Form(
            about=f"packing under {gubernur} and {walikota}",
            packing={"Lembar": _under((*_HEAD[:3], gubernur, walikota))},
        )
        for gubernur, walikota in (
            ("SS Pilgub", "Surat Suara PILWALI"),
            ("PEMILIHAN GUBERNUR DAN WAKIL GUBERNUR", "PEMILIHAN WALI KOTA & WAKIL WALI KOTA"),
            ("Jml SS Gub.", "Jml SS Walkot"),
            ("Dikemas Gubernur", "Dikemas Walikota"),
            ("Gubernur (lembar)", "Wali Kota (lembar)"),
            ("Isi Kotak Gubernur", "Isi Kotak Wali Kota"),
            ("Gubernur Hitung 1", "Wali Kota Hitung 1"),
        )
    ),
    Form(
        about="letterhead, title and blank rows and columns before a packing list, signatures below",
        packing={
            "Sheet1": [
                ("", "KOMISI PEMILIHAN UMUM KOTA BALIKPAPAN"),
                ("", "DAFTAR PENGESETAN SURAT SUARA PER TPS"),
                (),
                *(("", *row) for row in _LIST),
                (),
                ("", "", "", "", "Balikpapan, 20 November 2024"),
                ("", "", "", "", "Ketua Divisi"),
            ]
        },
    ),
    Form(
        about="packing: a group head over the elections",
        packing={"S": _under(("Kecamatan", "Kelurahan", "TPS", "DIKEMAS", ""), ("", "", "", "Gubernur", "Wali Kota"))},
        merges={"S": ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]},
    ),
    Form(
        about="packing: a group head that says only surat suara over the elections",
        packing={
            "S": _under(
                ("Kecamatan", "Kelurahan", "TPS", "JUMLAH SURAT SUARA", ""), ("", "", "", "Gubernur", "Wali Kota")
            )
        },
        merges={"S": ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]},
    ),
    Form(
        about="packing: elections over two counters and a seal",
        packing={
            "S": [
                ("Kecamatan", "Kelurahan", "TPS", "Gubernur", "", "", "Wali Kota", "", ""),
                ("", "", "", *("Penghitung 1", "Penghitung 2", "Segel") * 2),
                *_wide("Ya"),
            ]
        },
        merges={"S": ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:I1"]},
    ),
    Form(
        about="packing: two counters over the elections",
        packing={
            "S": [
                ("Kecamatan", "Kelurahan", "TPS", "Penghitung 1", "", "Penghitung 2", "", "Segel"),
                ("", "", "", *("Gubernur", "Wali Kota") * 2, ""),
                *((*row, *row[3:], "Ya") for row in _ROWS),
            ]
        },
        merges={"S": ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:H2"]},
    ),
    Form(
        about="packing: three header rows",
        packing={
            "S": [
                ("Kecamatan", "Kelurahan", "TPS", "HASIL PENGESETAN", "", "", ""),
                ("", "", "", "Gubernur", "", "Wali Kota", ""),
                ("", "", "", *("Hitung 1", "Hitung 2") * 2),
                *((*row[:4], row[3], row[4], row[4]) for row in _ROWS),
            ]
        },
        merges={"S": ["A1:A3", "B1:B3", "C1:C3", "D1:G1", "D2:E2", "F2:G2"]},
    ),
    Form(
        about="packing: second counters in columns of their own names",
        packing={
            "S": [
                (
                    "Kecamatan",
                    "Kelurahan",
                    "TPS",
                    "Gubernur",
                    "Penghitung 2 Gubernur",
                    "Walikota",
                    "Penghitung 2 Walikota",
                ),
                *((*row[:4], row[3], row[4], row[4]) for row in _ROWS),
            ]
        },
    ),
    Form(
        about="packing: a row of column numbers",
        packing={"S": [_HEAD, (1, 2, 3, 4, 5), *_ROWS]},
    ),
    Form(
        about="packing: one sheet per kecamatan, named after it",
        packing={
            "Kec. Balikpapan Kota": [_HEAD[1:], *(row[1:] for row in _ROWS[:3])],
            "Kec. Balikpapan Barat": [_HEAD[1:], *(row[1:] for row in _ROWS[3:])],
        },
    ),
    Form(
        about="packing: one sheet per kecamatan, called as it is",
        packing={
            "BALIKPAPAN KOTA": [_HEAD[1:], *(row[1:] for row in _ROWS[:3])],
            "BALIKPAPAN BARAT": [_HEAD[1:], *(row[1:] for row in _ROWS[3:])],
        },
    ),
    Form(
        about="packing: one sheet per kecamatan in its title, kelurahan in rows above their TPS",
        packing={
            "1": [
                ("PENGESETAN SURAT SUARA",),
                ("KECAMATAN : BALIKPAPAN KOTA",),
                ("TPS", "Gubernur", "Wali Kota"),
                ("KELURAHAN DAMAI",),
                *_of(0, 1),
                ("KELURAHAN PRAPATAN",),
                *_of(2),
            ],
            "2": [
                ("PENGESETAN SURAT SUARA",),
                ("KECAMATAN : BALIKPAPAN BARAT",),
                ("TPS", "Gubernur", "Wali Kota"),
                ("KELURAHAN BARU ILIR",),
                *_of(3),
            ],
        },
    ),
    Form(
        about="packing: merged cells of regions",
        packing={"S": [_HEAD, _ROWS[0], ("", "", *_ROWS[1][2:]), ("", *_ROWS[2][1:]), _ROWS[3]]},
        merges={"S": ["A2:A4", "B2:B3"]},
    ),
    Form(
        about="packing: blank cells of regions below their first",
        packing={"S": [_HEAD, _ROWS[0], ("", "", *_ROWS[1][2:]), ("", *_ROWS[2][1:]), _ROWS[3]]},
    ),
    Form(
        about="packing: kecamatan, kelurahan and TPS in one column",
        packing={
            "S": [
                ("Wilayah", "Gubernur", "Wali Kota"),
                ("KECAMATAN BALIKPAPAN KOTA",),
                ("KELURAHAN DAMAI",),
                ("TPS 001", 410, 409),
                ("TPS 002", 205, 204),
                ("KELURAHAN PRAPATAN",),
                ("TPS 001", 308, 307),
                ("KECAMATAN BALIKPAPAN BARAT",),
                ("KELURAHAN BARU ILIR",),
                ("TPS 001", 412, 411),
            ]
        },
    ),
    Form(
        about="packing: a long list with the election in each row",
        packing={"S": [("Kecamatan", "Kelurahan", "TPS", "Jenis Pemilihan", "Dikemas"), *_LONG]},
    ),
    Form(
        about="packing: a long list with the TPS written once for its elections, merged",
        packing={
            "S": [
                ("Kecamatan", "Kelurahan", "TPS", "Jenis Pemilihan", "Dikemas"),
                *(row if at % 2 == 0 else ("", "", "", *row[3:]) for at, row in enumerate(_LONG)),
            ]
        },
        merges={"S": [f"{column}{row}:{column}{row + 1}" for column in "ABC" for row in (2, 4, 6, 8)]},
    ),
    Form(
        about="packing: one sheet per election, named after it",
        packing={"Gubernur": [_ONE, *_GUBERNUR], "Wali Kota": [_ONE, *_WALIKOTA]},
    ),
    Form(
        about="packing: one sheet per election in its title",
        packing={
            "1": [("PENGESETAN SURAT SUARA PEMILIHAN GUBERNUR",), _ONE, *_GUBERNUR],
            "2": [("PENGESETAN SURAT SUARA PEMILIHAN WALI KOTA",), _ONE, *_WALIKOTA],
        },
    ),
    Form(
        about="packing: one table per election below each other",
        packing={
            "S": [
                ("PEMILIHAN GUBERNUR",),
                _ONE,
                *_GUBERNUR,
                (),
                ("PEMILIHAN WALI KOTA",),
                _ONE,
                *_WALIKOTA,
            ]
        },
    ),
    Form(
        about="packing: titles that say packing over a column that is only called Jumlah",
        packing={
            "1": [("PENGESETAN SURAT SUARA PEMILIHAN GUBERNUR",), (*_ONE[:3], "Jumlah"), *_GUBERNUR],
            "2": [("PENGESETAN SURAT SUARA PEMILIHAN WALI KOTA",), (*_ONE[:3], "Jumlah"), *_WALIKOTA],
        },
    ),
    Form(
        about="packing beside voters, reserve, need and difference",
        packing={
            "S": [
                (
                    "Kecamatan",
                    "Kelurahan",
                    "TPS",
                    "DPT",
                    "Cadangan 2,5%",
                    "Kebutuhan",
                    "Gubernur",
                    "Wali Kota",
                    "Selisih",
                ),
                *(
                    (*row[:3], voters, row[3] - voters, row[3], *row[3:], -1)
                    for row, voters in zip(_ROWS, _VOTERS, strict=True)
                ),
            ]
        },
    ),
    Form(
        about="packing with its own voters and no other voter list",
        packing={
            "S": [
                ("Kecamatan", "Kelurahan", "TPS", "L", "P", "Jumlah DPT", "Gubernur", "Wali Kota"),
                *(
                    (*row[:3], voters // 2, voters - voters // 2, voters, *row[3:])
                    for row, voters in zip(_ROWS, _VOTERS, strict=True)
                ),
            ]
        },
        is_alone=True,
    ),
    Form(
        about="packing: need and packed under heads of the elections",
        packing={
            "S": [
                ("Kecamatan", "Kelurahan", "TPS", "Gubernur", "", "", "Wali Kota", "", ""),
                ("", "", "", *("Kebutuhan", "Dikemas", "Selisih") * 2),
                *((*row[:3], row[3], row[3], 0, row[3], row[4], 1) for row in _ROWS),
            ]
        },
        merges={"S": ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:I1"]},
    ),
    Form(
        about="packing: TPS as 001, TPS 2 and 1.0",
        packing={
            "S": [
                _HEAD,
                *((*row[:2], tps, *row[3:]) for row, tps in zip(_ROWS, ("001", "TPS 2", 1.0, "TPS 001"), strict=True)),
            ]
        },
    ),
    Form(
        about="packing: totals of each kelurahan and at the end",
        packing={
            "S": [
                _HEAD,
                *_ROWS[:2],
                ("", "JUMLAH", "", 615, 613),
                _ROWS[2],
                ("", "Sub Total", "", 308, 307),
                _ROWS[3],
                ("", "JUMLAH", "", 412, 411),
                ("TOTAL", "", 4, 1335, 1331),
            ]
        },
    ),
    Form(
        about="packing: a total that is wrong",
        packing={"S": [*_LIST, ("TOTAL", "", "", 1336, 1331)]},
        raises=["LG202"],
    ),
    Form(
        about="packing: one table per kelurahan below each other",
        packing={
            "S": [
                ("KECAMATAN BALIKPAPAN KOTA",),
                ("KELURAHAN DAMAI",),
                ("TPS", "Gubernur", "Wali Kota"),
                *_of(0, 1),
                ("JUMLAH", 615, 613),
                (),
                ("KELURAHAN PRAPATAN",),
                ("TPS", "Gubernur", "Wali Kota"),
                *_of(2),
                ("JUMLAH", 308, 307),
                (),
                ("KECAMATAN BALIKPAPAN BARAT",),
                ("KELURAHAN BARU ILIR",),
                ("TPS", "Gubernur", "Wali Kota"),
                *_of(3),
                ("JUMLAH", 412, 411),
            ]
        },
    ),
    Form(
        about="packing: tables of the kelurahan side by side",
        packing={
            "S": [
                (
                    "KECAMATAN BALIKPAPAN KOTA",
                    "",
                    "",
                    "",
                    "KECAMATAN BALIKPAPAN KOTA",
                    "",
                    "",
                    "",
                    "KECAMATAN BALIKPAPAN BARAT",
                ),
                ("KELURAHAN DAMAI", "", "", "", "KELURAHAN PRAPATAN", "", "", "", "KELURAHAN BARU ILIR"),
                (
                    "TPS",
                    "Gubernur",
                    "Wali Kota",
                    "",
                    "TPS",
                    "Gubernur",
                    "Wali Kota",
                    "",
                    "TPS",
                    "Gubernur",
                    "Wali Kota",
                ),
                (1, 410, 409, "", 1, 308, 307, "", 1, 412, 411),
                (2, 205, 204),
            ]
        },
    ),
    Form(
        about="packing: printed pages that repeat their header",
        packing={"S": [*_LIST[:3], ("", "JUMLAH PINDAHAN", "", 615, 613), _HEAD, *_LIST[3:]]},
    ),
    *(
        Form(about=f"packing as a text table: {what}", packing=text, name="data.csv")
        for what, text in {
            "commas": _text(","),
            "semicolons": "\ufeff" + _text(";", "\r\n"),
        }.items()
    ),
    Form(about="packing in a workbook of the older kind (.xls)", packing={"S": _LIST}, name="data.xls"),
    Form(about="packing in a workbook of LibreOffice (.ods)", packing={"S": _LIST}, name="data.ods"),
    Form(
        about="packing without a header, columns named in logistik.toml",
        packing={"S": _ROWS},
        settings='[[tanpa_judul]]\nberkas = "data.xlsx"\n'
        'kolom = ["kecamatan", "kelurahan", "tps", "gubernur", "walikota"]\n',
    ),
    Form(
        about="packing under headers that the office says mean elections",
        packing={"S": _under((*_HEAD[:3], "Kotak Biru", "Bupati/Wali Kota"))},
        settings='[alias.kolom]\n"Kotak Biru" = "gubernur"\n"Bupati/Wali Kota" = "dikemas walikota"\n',
    ),
    Form(
        about="packing with a column that names two elections",
        packing={"S": _under((*_HEAD[:3], "Gubernur", "Bupati/Wali Kota"))},
        packed={key: sheets for key, sheets in PACKED.items() if key[2] == "gubernur"},
        raises=["LG206"],
    ),
    Form(
        about="packing for the five elections of a Pemilu",
        packing={
            "S": [
                ("Kecamatan", "Kelurahan", "TPS", "PPWP", "DPR RI", "DPD", "DPRD Prov", "DPRD Kab/Kota"),
                *((*row[:4], *(row[3] - less for less in (1, 2, 3, 4))) for row in _ROWS),
            ]
        },
        packed={
            (kelurahan, tps, election): (sheets or 0) - less
            for (kelurahan, tps, of), sheets in PACKED.items()
            if of == "gubernur"
            for less, election in enumerate(("ppwp", "dpr", "dpd", "dprd-provinsi", "dprd-kabkota"))
        },
        settings='ruleset = "pemilu-2024"\n',
        raises=["LG408"],
    ),
    Form(
        about="packing: sums of bundles and loose sheets as formulas",
        packing={
            "S": [
                (*_HEAD[:3], "Ikat x 25", "Lepas", *_HEAD[3:]),
                *(
                    (*row[:3], row[3] // 25 * 25, row[3] % 25, Formula(f"=D{at}+E{at}"), row[4])
                    for at, row in enumerate(_ROWS, 2)
                ),
            ]
        },
    ),
    *(
        Form(
            about=f"packing: a cell that holds {what}",
            packing={"S": _typed(value)},
            packed={**PACKED, ("Damai", "001", "gubernur"): sheets},
            raises=codes,
        )
        for what, value, sheets, codes in (
            ("a unit", "410 lbr", 410, []),
            ("thousands", "1.410", 1410, []),
            ("0", 0, 0, []),
            ("nihil", "nihil", 0, []),
            ("nothing", "", None, []),
            ("a dash", "-", None, []),
            ("a date", date(2024, 11, 20), None, ["LG309"]),
            ("a check mark", "x", None, ["LG301"]),
            ("words", "belum", None, ["LG301"]),
            ("a negative", -410, None, ["LG302"]),
            ("a fraction", 4.5, None, ["LG303"]),
        )
    ),
)
