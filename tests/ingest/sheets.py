"""Sheets drawn as text, and read by one part of the ingest or by all of it."""

import re
from collections.abc import Iterable, Sequence
from textwrap import dedent

from logistik.core.grid import Grid, Merge, Value
from logistik.core.office import Office
from logistik.core.vocabulary import Role
from logistik.ingest.book import Book, read_book, recognise
from logistik.ingest.columns import Vocabulary
from logistik.ingest.dpt import read_roll
from logistik.ingest.records import Roll, StockSheet
from logistik.ingest.regions import Names
from logistik.ingest.sheets import tables_in
from logistik.ingest.stock import read_stock
from logistik.ingest.tables import Table

NOBODY = Office()
"""No `logistik.toml`."""


def grid(drawn: str | Sequence[Sequence[Value]], *merges: str, sheet: str = "Lembar", file: str = "data.xlsx") -> Grid:
    """A sheet from rows, or from text: a line a row, `|` between cells, digits are numbers, `"1"` is text."""
    rows = [list(map(_value, line.split("|"))) for line in _lines(drawn)] if isinstance(drawn, str) else drawn
    return Grid(file, sheet, rows, tuple(map(_merge, merges)))


def _lines(drawn: str) -> list[str]:
    return dedent(drawn).removeprefix("\n").rstrip().splitlines()


def _value(text: str) -> Value:
    text = text.strip()
    if re.fullmatch(r"-?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", text):
        return float(text)
    return text[1:-1] if text.startswith('"') else text


def _merge(area: str) -> Merge:
    first, _, last = area.partition(":")
    return _cell(first), _cell(last)


def _cell(name: str) -> tuple[int, int]:
    return int(name[1:]) - 1, ord(name[0]) - ord("A")


def tables(drawn: str | Grid, *merges: str, **named: str) -> list[Table]:
    """The tables in a sheet."""
    sheet = drawn if isinstance(drawn, Grid) else grid(drawn, *merges, **named)
    return list(tables_in(sheet, Vocabulary.of({})))


def table(drawn: str | Grid, *merges: str, **named: str) -> Table:
    """The one table in a sheet."""
    (found,) = tables(drawn, *merges, **named)
    return found


def roll(drawn: str | Grid, *merges: str, **named: str) -> Roll:
    """The voter list in a sheet."""
    return read_roll(table(drawn, *merges, **named), Names({}))


def voters(found: Roll) -> dict[str, int | None]:
    """The voters of each TPS by `kecamatan/kelurahan 001`."""
    return {f"{'/'.join(each.kelurahan[:2])} {each.tps}": each.voters for each in found.stations}


def stock(drawn: str | Grid, *merges: str, **named: str) -> StockSheet:
    """The warehouse tables in a sheet, as one."""
    first, *others = map(read_stock, tables(drawn, *merges, **named))
    for other in others:
        first.rows += other.rows
    return first


def book(sheets: Iterable[Grid], office: Office = NOBODY) -> Book:
    """Everything that the sheets say together."""
    found = recognise(sheets, Vocabulary.of(office.alias.kolom))
    dpt, stock, recaps = found.of(Role.DPT), found.of(Role.STOCK), found.of(Role.RECAP)
    return read_book(dpt, stock, recaps, found.reports, office, found.of(Role.CARTONS), found.of(Role.PACKING))
