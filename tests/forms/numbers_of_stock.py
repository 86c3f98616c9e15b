"""Numbers: what people type for a count, and what Excel makes of it."""

from datetime import date

from tests.forms.form import BARAT, KOTA, Counted, Form, Stock
from tests.tools import Accounting

_HEAD = ("Jenis Pemilihan", "Kecamatan", "Diterima", "Baik", "Rusak")
_REST: tuple[object, ...] = ("Gubernur", BARAT, 1415, 1412, 3)


def _typed(about: str, received: object, good: object, damaged: object = 5, *raises: str) -> Form:
    """A row of 2,930 received, 2,925 good, 5 damaged; what raises something is unknown."""
    known: Counted | None = (2930, 2925, 5)
    counts: Stock = {(BARAT, "gubernur"): (1415, 1412, 3)} | ({} if raises else {(KOTA, "gubernur"): known})
    rows = [_HEAD, ("Gubernur", KOTA, received, good, damaged), _REST]
    return Form(about=about, stock={"Stok": rows}, counts=counts, raises=raises)


NUMBER_FORMS = (
    _typed("whole numbers as decimals", 2930.0, 2925.0, 5.0),
    _typed("numbers stored as text", "2930", " 2925 ", "5"),
    _typed("thousands with a dot", "2.930", "2.925"),
    _typed("thousands with a comma", "2,930", "2,925"),
    _typed("thousands with a space", "2 930", "2\xa0925"),
    _typed("a narrow space and a zero-width one", "2\u202f930", "2925\u200b"),
    _typed("empty decimals", "2.930,00", "2,925.00"),
    _typed("a unit behind the number", "2.930 lbr", "2925 lembar", "5 Lembar."),
    _typed("a price's dash behind the number", "2.930,-", "2.925,-"),
    _typed("accounting formats", Accounting(2930), Accounting(2925), Accounting(5)),
    Form(
        about="nothing damaged, in the accounting format",
        stock={"Stok": [_HEAD, ("Gubernur", KOTA, 2930, 2930, Accounting(0)), _REST]},
        counts={(KOTA, "gubernur"): (2930, 2930, 0)},
    ),
    _typed("words for a number", "dua ribu", 2925, 5, "LG301", "LG612"),
    _typed("an error of Excel", "#REF!", 2925, 5, "LG301", "LG612"),
    _typed("a placeholder of -1", -1, 2925, 5, "LG302", "LG612"),
    _typed("a negative in brackets", "(2.930)", 2925, 5, "LG302", "LG612"),
    _typed("one fraction in a column", 2.93, 2925, 5, "LG303", "LG612"),
    _typed("a date", date(2024, 11, 13), 2925, 5, "LG309", "LG612"),
    _typed("a percentage as text", 2930, "99,8%", 5, "LG308"),
    *(
        Form(
            about=f"nothing damaged, typed {typed!r}",
            stock={"Stok": [_HEAD, ("Gubernur", KOTA, 2930, 2930, typed), _REST]},
            counts={(KOTA, "gubernur"): (2930, 2930, 0)},
        )
        for typed in ("-", "–", "—", "nihil", "Nihil", "nol", 0, "0", "", "tidak ada")
    ),
    Form(
        about="a blank that is not 0, since the row does not add up",
        stock={"Stok": [_HEAD, ("Gubernur", KOTA, 2930, 2925, ""), _REST]},
        counts={(KOTA, "gubernur"): (2930, 2925, None)},
        raises=["LG512"],
    ),
    Form(
        about="a whole column of thousands read as decimals",
        stock={
            "Stok": [
                _HEAD,
                ("Gubernur", KOTA, 2.93, 2.925, 5),
                ("Gubernur", BARAT, 1.415, 1.412, 3),
                ("Wali Kota", KOTA, 2.94, 2.938, 2),
                ("Wali Kota", BARAT, 1.42, 1.419, 1),
                ("", "JUMLAH", 8.705, 8.694, 11),
            ]
        },
        raises=["LG307"],
    ),
    Form(
        about="a whole thousand among them, which the row's parts decide",
        stock={
            "Stok": [
                _HEAD,
                ("Gubernur", KOTA, 3, 2.995, 5),
                ("Gubernur", BARAT, 1.415, 1.412, 3),
                ("Wali Kota", KOTA, 2.94, 2.938, 2),
                ("Wali Kota", BARAT, 1.42, 1.419, 1),
            ]
        },
        counts={(KOTA, "gubernur"): (3000, 2995, 5)},
        raises=["LG307"],
    ),
    Form(
        about="a whole number among them that nothing decides",
        stock={
            "Stok": [
                _HEAD,
                ("Gubernur", KOTA, 3, 2.99, 5),
                ("Gubernur", BARAT, 1.415, 1.412, 3),
                ("Wali Kota", KOTA, 2.94, 2.938, 2),
                ("Wali Kota", BARAT, 1.42, 1.419, 1),
            ]
        },
        counts={(BARAT, "gubernur"): (1415, 1412, 3)},
        raises=["LG304", "LG307", "LG612"],
    ),
)
