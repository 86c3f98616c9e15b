"""The cartons, for people: signed for in cartons, known in sheets once they are counted."""

from logistik.core.cartons import Cartons
from logistik.core.layout import Column, Line, table
from logistik.core.report import Report
from logistik.core.vocabulary import Stock
from logistik.core.wording import number
from logistik.render.shown import Shown
from logistik.render.words import UNKNOWN, known, short_title

_COLUMNS = (
    Column(("Pemilihan",), is_text=True),
    Column(("Koli",)),
    Column(("Surat", "jalan")),
    Column(("Isi", "label")),
    Column(("Hasil", "hitung")),
    Column(("Selisih",), style="ask"),
    Column(("Belum", "dihitung")),
    Column(("Basah/", "terbuka"), style="ask"),
)


def cartons(report: Report, shown: Shown) -> list[Line]:
    """The table of cartons; nothing where no list of them was read."""
    if not report.cartons:
        return []
    return [[], [("Koli", "title")], *table(_COLUMNS, [_cells(each) for each in report.cartons], shown.width)]


def _cells(each: Cartons) -> list[str]:
    name = short_title(each.election)
    return [
        f"{name} (PSU)" if each.stock is Stock.REVOTE else name,
        number(each.cartons),
        known(each.cartons_noted),
        known(each.noted),
        known(each.received),
        UNKNOWN if each.received is None else _signed(each.over - each.short),
        number(each.uncounted),
        number(each.quarantined),
    ]


def _signed(sheets: int) -> str:
    return f"+{number(sheets)}" if sheets > 0 else number(sheets)
