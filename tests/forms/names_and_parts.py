"""Names as people type them, and what a workbook holds beside its visible values."""

from tests.forms.form import BARAT, DPT, KOTA, Form
from tests.readers.biff import xlsb
from tests.tools import Formula, Percent, Rows

_HEAD = DPT[0]
_ROWS = DPT[1:]
_STOCK = ("Jenis Pemilihan", "Kecamatan", "Diterima", "Baik", "Rusak")
_GUBERNUR: Rows = (("Gubernur", KOTA, 2930, 2925, 5), ("Gubernur", BARAT, 1415, 1412, 3))
_TWINS = {"Damai": {"001": 400}, "Baru Ilir": {"001": 401}}


def _renamed(about: str, kota: str, barat: str, kelurahan: dict[str, str]) -> Form:
    """The voter list as it is, and a warehouse that spells its regions otherwise."""
    rows = [("Gubernur", kota, "", 2930, 2925, 5), ("Gubernur", barat, kelurahan["Baru Ilir"], 1415, 1412, 3)]
    head = ("Jenis Pemilihan", "Kecamatan", "Kelurahan", "Diterima", "Baik", "Rusak")
    counts = {(KOTA, "gubernur"): (2930, 2925, 5), ("Baru Ilir", "gubernur"): (1415, 1412, 3)}
    return Form(about=about, stock={"Stok": [head, *rows]}, counts=counts)


NAME_FORMS = (
    Form(
        about="one sheet per kecamatan, which only the sheet's name tells",
        dpt={
            "Balikpapan Kota": [row[1:] for row in DPT[:4]],
            "Balikpapan Barat": [_HEAD[1:], *(row[1:] for row in DPT[4:])],
        },
    ),
    Form(
        about="one sheet per kecamatan, named with its level",
        dpt={
            "KEC. BALIKPAPAN KOTA": [row[1:] for row in DPT[:4]],
            "KEC. BALIKPAPAN BARAT": [_HEAD[1:], *(row[1:] for row in DPT[4:])],
        },
    ),
    Form(
        about="a title in several cells",
        dpt={
            "Lembar 1": [("KECAMATAN", ":", "BALIKPAPAN KOTA"), (), *[row[1:] for row in DPT[:4]]],
            "Lembar 2": [("KECAMATAN", ":", "BALIKPAPAN BARAT"), (), _HEAD[1:], *(row[1:] for row in DPT[4:])],
        },
    ),
    Form(
        about="a title that names another kecamatan than the sheet does",
        dpt={
            "Kec. Balikpapan Barat": [("KECAMATAN : BALIKPAPAN KOTA",), *(row[1:] for row in DPT[:4])],
            "Lembar 2": [("KECAMATAN : BALIKPAPAN BARAT",), _HEAD[1:], *(row[1:] for row in DPT[4:])],
        },
        raises=["LG208"],
    ),
    Form(
        about="one sheet per kecamatan of the warehouse, which only the sheet's name tells",
        stock={
            "Balikpapan Kota": [("PEMILIHAN GUBERNUR",), _STOCK[2:], _GUBERNUR[0][2:]],
            "Balikpapan Barat": [("PEMILIHAN GUBERNUR",), _STOCK[2:], _GUBERNUR[1][2:]],
        },
    ),
    _renamed(
        "prefixes and capitals", "KEC. BALIKPAPAN KOTA", "Kecamatan Balikpapan Barat", {"Baru Ilir": "Kel. BARU ILIR"}
    ),
    _renamed("joined and split words", "BALIKPAPANKOTA", "Balik papan Barat", {"Baru Ilir": "BARUILIR"}),
    _renamed(
        "spaces that do not break, and some that do not show",
        "Balikpapan\xa0Kota",
        "Balikpapan\u200b Barat",
        {"Baru Ilir": "Baru\u202fIlir"},
    ),
    _renamed(
        "codes before and after the name",
        "64.71.06 - Balikpapan Kota",
        "Balikpapan Barat (64.71.03)",
        {"Baru Ilir": "[64.71.03.1002] Baru Ilir"},
    ),
    _renamed("full-width letters", "Ｂａｌｉｋｐａｐａｎ Kota", "Balikpapan Barat", {"Baru Ilir": "Ｂａｒｕ Ilir"}),
    Form(
        about="a near name, which is only suggested",
        stock={"Stok": [_STOCK, _GUBERNUR[0], ("Gubernur", "Balikpapan Barrat", 1415, 1412, 3)]},
        counts={(KOTA, "gubernur"): (2930, 2925, 5), (BARAT, "gubernur"): None},
        raises=["LG501", "LG612"],
    ),
    Form(
        about="a near name that the office confirmed",
        stock={"Stok": [_STOCK, _GUBERNUR[0], ("Gubernur", "Balikpapan Barrat", 1415, 1412, 3)]},
        settings='[alias.kecamatan]\n"Balikpapan Barrat" = "Balikpapan Barat"\n',
    ),
    Form(
        about="the city beside the kecamatan that is called like it",
        stock={"Stok": [_STOCK, *_GUBERNUR, ("Gubernur", "KOTA BALIKPAPAN", 4345, 4337, 8)]},
        counts={(KOTA, "gubernur"): (2930, 2925, 5), ("Kota Balikpapan", "gubernur"): (4345, 4337, 8)},
    ),
    Form(
        about="codes that Excel shows as 6,47E+12",
        dpt={"DPT": [("Kode TPS", *_HEAD), *(("6,47E+12", *row) for row in _ROWS)]},
        raises=["LG310"],
    ),
    Form(
        about="codes of thirteen digits and more that Excel keeps as numbers",
        dpt={"DPT": [("Kode", *_HEAD), *((6471061001001 + at, *row) for at, row in enumerate(_ROWS))]},
    ),
)

PART_FORMS = (
    Form(about="a hidden row", dpt={"DPT": DPT}, hidden={"DPT": ["3"]}, raises=["LG104"]),
    Form(about="a hidden column", dpt={"DPT": DPT}, hidden={"DPT": ["F"]}, raises=["LG104"]),
    Form(
        about="a hidden sheet",
        dpt={"Kota": DPT[:4], "Barat": [_HEAD, *DPT[4:]]},
        hidden={"Barat": ["*"]},
        raises=["LG104"],
    ),
    Form(
        about="sums that were never calculated",
        dpt={"DPT": [_HEAD, *((*row[:5], Formula(f"=D{at}+E{at}")) for at, row in enumerate(_ROWS, 2))]},
    ),
    Form(
        about="sums whose stored results are old",
        dpt={"DPT": [_HEAD, *((*row[:5], Formula(f"=SUM(D{at}:E{at})", 1)) for at, row in enumerate(_ROWS, 2))]},
        raises=["LG306"],
    ),
    Form(
        about="another formula that was never calculated",
        stock={"Stok": [_STOCK, ("Gubernur", KOTA, 2930, Formula("=VLOOKUP(B2,A:C,3,0)"), 5), _GUBERNUR[1]]},
        counts={(BARAT, "gubernur"): (1415, 1412, 3), (KOTA, "gubernur"): (2930, None, 5)},
        raises=["LG305"],
    ),
    Form(
        about="a cell formatted as a percentage",
        stock={"Stok": [_STOCK, ("Gubernur", KOTA, 2930, Percent(1.0), 5), _GUBERNUR[1]]},
        counts={(BARAT, "gubernur"): (1415, 1412, 3), (KOTA, "gubernur"): (2930, None, 5)},
        raises=["LG308"],
    ),
    Form(about="a binary workbook (.xlsb)", dpt=xlsb({"DPT": DPT}), name="data.xlsb"),
    Form(
        about="numbers of persons beside the voters",
        dpt={"DPT": [(*_HEAD, "NIK Ketua KPPS"), *((*row, "6471014507900001") for row in _ROWS)]},
        raises=["LG103"],
    ),
)

FAULT_FORMS = (
    Form(
        about="a total that holds the reserve, in every row",
        dpt={"DPT": [_HEAD, *((*row[:5], reserve) for row, reserve in zip(_ROWS, (10, 5, 8, 11), strict=True))]},
        raises=["LG404"],
    ),
    Form(
        about="numbers one column left of their headers",
        dpt={"DPT": [("Kecamatan", "Kelurahan", "TPS", "Ket", "L", "P", "Jumlah"), *_ROWS]},
        raises=["LG209"],
    ),
    Form(
        about="a numbering of TPS that was dragged across kelurahan",
        dpt={"DPT": [_HEAD, *DPT[1:3], (KOTA, "Prapatan", 3, 140, 160, 300), (BARAT, "Baru Ilir", 4, 200, 201, 401)]},
        roll={"Damai": {"001": 400, "002": 200}, "Prapatan": {"003": 300}, "Baru Ilir": {"004": 401}},
        raises=["LG407"],
    ),
    Form(
        about="a column that adds up others",
        stock={
            "Stok": [
                (*_STOCK, "Salah Daerah", "Selesai Dihitung"),
                *((*row, 0, int(str(row[3])) + int(str(row[4]))) for row in _GUBERNUR),
            ]
        },
        raises=["LG210"],
    ),
    Form(
        about="damage that already holds the swapped sheets, in every row",
        stock={
            "Stok": [
                (*_STOCK, "Salah Daerah"),
                ("Gubernur", KOTA, 2930, 2925, 5, 2),
                ("Gubernur", BARAT, 1415, 1412, 3, 1),
            ]
        },
        raises=["LG514", "LG609"],
    ),
)
