"""The sheets of balances: a level each, one election after the other, with totals that are formulas."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.places import column_letters
from logistik.core.regions import Region
from logistik.core.report import Report
from logistik.core.vocabulary import LEVEL_TITLES, Level, Stock
from logistik.core.wording import number
from logistik.render.sheet import Head, Kind, Sheet, Sum, Value, titles
from logistik.render.shown import Shown
from logistik.render.words import UNKNOWN, short_title

_NAMES = {
    Level.PROVINSI: "Provinsi",
    Level.KOTA: "Kab-Kota",
    Level.KECAMATAN: "Kecamatan",
    Level.KELURAHAN: "Kelurahan-Desa",
    Level.TPS: "TPS",
}
"""What the sheets are called; a name of a sheet holds no slash."""
_STOCKS = {Stock.VOTING: "Pemungutan suara", Stock.REVOTE: "PSU"}


class _Figure(NamedTuple):
    """A column of figures.

    `sums` says what a total may add: nothing, the regions of one election, or the sheets of all elections too.
    One that is not usual appears only where it says something.
    """

    head: str
    of: Callable[[Balance], int | None]
    sums: int = 2
    usual: bool = True
    kind: Kind = Kind.FIGURE


def _beside_need(balance: Balance) -> int | None:
    """Sheets in the box of a TPS less those it needs; None where either is not known, and above the TPS."""
    if balance.region.level is not Level.TPS or balance.packed is None or balance.required is None:
        return None
    return balance.packed - balance.required


_FIGURES = (
    _Figure("TPS", lambda each: each.polling_stations, sums=1),
    _Figure("TPS tanpa pemilih", lambda each: each.polling_stations_without_voters, sums=1, usual=False),
    _Figure("DPT", lambda each: each.voters, sums=1),
    _Figure("Cadangan", lambda each: each.reserve, sums=1),
    _Figure("Kebutuhan", lambda each: each.required),
    _Figure("Dipesan", lambda each: each.ordered),
    _Figure("Surat jalan", lambda each: each.noted, usual=False),
    _Figure("Diterima", lambda each: each.received),
    _Figure("Baik", lambda each: each.good),
    _Figure("Cacat layak pakai", lambda each: each.usable_defects, usual=False),
    _Figure("Rusak", lambda each: each.damaged),
    _Figure("Salah daerah", lambda each: each.swapped),
    _Figure("Belum disortir", lambda each: each.unsorted, usual=False),
    _Figure("Susulan", lambda each: each.later, usual=False),
    _Figure("Sudah diminta", lambda each: each.outstanding, usual=False),
    _Figure("Kurang kirim", lambda each: each.short),
    _Figure("Permintaan", lambda each: each.request, kind=Kind.ASKED),
    _Figure("Kelebihan", lambda each: each.surplus),
    _Figure("Dapat dipindahkan", lambda each: each.movable, sums=0, usual=False),
    _Figure("Dikemas", lambda each: each.packed),
    _Figure("Dikemas dikurangi kebutuhan", _beside_need, sums=0, usual=False),
    _Figure("TPS belum dikemas", lambda each: each.polling_stations_not_packed, sums=1, usual=False),
)


def balance_sheets(report: Report, shown: Shown) -> list[Sheet]:
    """One sheet a level that has balances, the largest regions first."""
    return [
        _balances(level, balances, report, shown)
        for level in Level
        if (balances := [each for each in report.balances if each.region.level is level])
    ]


def _balances(level: Level, found: Sequence[Balance], report: Report, shown: Shown) -> Sheet:
    """One election after the other; columns that would say nothing are left out."""
    balances = sorted(found, key=_by_election(report))
    names = _name_columns(level)
    figures = [each for each in _FIGURES if _is_told(each, balances) and (each.head, level) != ("TPS", Level.TPS)]
    with_stock = any(each.stock is Stock.REVOTE for each in balances)
    with_remark = any(_remark(each) for each in balances)
    rows = tuple(
        (
            place,
            short_title(each.election),
            *((_STOCKS[each.stock],) if with_stock else ()),
            *(_name(each.region, name) for name in names),
            *(figure.of(each) for figure in figures),
            *((_remark(each),) if with_remark else ()),
        )
        for place, each in enumerate(balances, 1)
    )
    heads = (
        Head("No.", Kind.PLACE, 5),
        Head("Pemilihan", Kind.TEXT),
        *((Head("Stok", Kind.TEXT),) if with_stock else ()),
        *(Head(LEVEL_TITLES[each], Kind.TEXT) for each in names),
        *(Head(each.head, each.kind) for each in figures),
        *((Head("Keterangan", Kind.WRAPPED, 24),) if with_remark else ()),
    )
    of = LEVEL_TITLES[level].lower() if level is not Level.TPS else "TPS"
    sheet = Sheet(
        name=_NAMES[level],
        titles=titles(f"Neraca surat suara per {of}", report, shown),
        heads=heads,
        rows=rows,
        notes=_notes(balances, rows),
        fixed=2 + with_stock + len(names),
    )
    return sheet._replace(totals=tuple(_totals(sheet, balances, figures)))


def _by_election(report: Report) -> Callable[[Balance], tuple[int, int]]:
    order = {name: place for place, name in enumerate(dict.fromkeys(each.election for each in report.balances))}
    return lambda each: (list(Stock).index(each.stock), order[each.election])


def _name_columns(level: Level) -> list[Level]:
    if level.depth <= Level.KOTA.depth:
        return [level]
    return [each for each in Level if Level.KOTA.depth < each.depth <= level.depth]


def _name(region: Region, level: Level) -> str:
    return getattr(region, level.value) or (region.name if level is region.level else "") or UNKNOWN


def _is_told(figure: _Figure, balances: Sequence[Balance]) -> bool:
    values = [figure.of(each) for each in balances]
    return any(value is not None for value in values) if figure.usual else any(values)


def _remark(balance: Balance) -> str:
    if balance.provisional and balance.request is not None and balance.request_low is not None:
        return f"Sementara; paling sedikit {number(balance.request_low)}"
    if balance.provisional:
        return "Sementara"
    counted = balance.received is not None or balance.good is not None
    return "" if counted or balance.region.level is Level.TPS else "Belum dihitung"


def _notes(balances: Sequence[Balance], rows: Sequence[tuple[Value, ...]]) -> tuple[str, ...]:
    notes = []
    if any(None in row for row in rows):
        notes.append(f"{UNKNOWN} berarti tidak diketahui atau tidak dihitung di tingkat ini; bukan nol.")
    if any(each.polling_stations_without_voters for each in balances):
        notes.append("Ada TPS tanpa jumlah pemilih: kebutuhan, kurang kirim, dan permintaannya batas bawah.")
    if any(each.movable for each in balances):
        notes.append(
            "Dapat dipindahkan: lembar yang tertutup bila kelebihan dipindahkan antarwilayah di bawahnya; "
            "jumlah permintaan per wilayah lebih banyak sebesar itu."
        )
    return tuple(notes)


def _totals(sheet: Sheet, balances: Sequence[Balance], figures: Sequence[_Figure]) -> Iterator[tuple[Value | Sum, ...]]:
    """A total per election and stock; where each has one row, one of the sheets of all together."""
    kinds = list(dict.fromkeys((each.election, each.stock) for each in balances))
    if len(balances) == len(kinds) > 1:
        yield _total(sheet, balances, figures, ())
    elif len(balances) > 1:
        with_stock = sheet.heads[2].text == "Stok"
        for election, stock in kinds:
            parts = [each for each in balances if (each.election, each.stock) == (election, stock)]
            of = (short_title(election), _STOCKS[stock]) if with_stock else (short_title(election),)
            yield _total(sheet, parts, figures, of)


def _total(
    sheet: Sheet, balances: Sequence[Balance], figures: Sequence[_Figure], of: tuple[str, ...]
) -> tuple[Value | Sum, ...]:
    """Sums over the table, or over the rows whose texts from the second column on are `of`.

    A figure is unknown where a part of it is; a revote stock that was not counted adds nothing to the others.
    """
    first, last = sheet.head_row + 2, sheet.head_row + 1 + len(sheet.rows)
    conditions = "".join(
        f",${column_letters(at)}${first}:${column_letters(at)}${last},{_quoted(text)}" for at, text in enumerate(of, 1)
    )
    cells: list[Value | Sum] = ["", *of, *[""] * (sheet.fixed - 1 - len(of))]
    cells[sheet.fixed - 1] = "Jumlah"
    for at, figure in enumerate(figures, sheet.fixed):
        area = f"{column_letters(at)}${first}:{column_letters(at)}${last}"
        values = [figure.of(each) for each in balances if of or each.stock is Stock.VOTING or figure.of(each)]
        known = [value for value in values if value is not None]
        if figure.sums < (1 if of else 2):
            cells.append("")
        elif len(known) < len(values):
            cells.append(None)
        else:
            cells.append(Sum(f"=SUMIFS({area}{conditions})" if of else f"=SUM({area})", sum(known)))
    if len(cells) < len(sheet.heads):
        cells.append("Sementara" if any(each.provisional for each in balances) else "")
    return tuple(cells)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
