"""What was understood of sheets: tables, columns and rows, and why; derived after reading, for people to check."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from logistik.core.grid import Grid
from logistik.core.office import Office
from logistik.core.vocabulary import REGION_FIELDS, Field, Role
from logistik.ingest.by_name import is_by_name
from logistik.ingest.columns import Vocabulary
from logistik.ingest.fields import COUNTS, FIELDS_OF
from logistik.ingest.finder import RegionFinder
from logistik.ingest.headers import Column, Header, header_at
from logistik.ingest.lists import names_of, read_lists, regions_of
from logistik.ingest.mixed_levels import with_mixed_levels
from logistik.ingest.names import clean, region_level, words
from logistik.ingest.privacy import personal_columns
from logistik.ingest.records import CellTrouble
from logistik.ingest.row_kinds import LeftOut, RowKind, left_out, row_kinds, titles_of, together
from logistik.ingest.seen import ColumnSeen, SheetSeen, TableSeen
from logistik.ingest.sheet_names import name_stock
from logistik.ingest.sheets import as_read, is_put_aside, tables_in
from logistik.ingest.shifted import Shift, aligned
from logistik.ingest.stated_totals import control_totals
from logistik.ingest.suggestions import AliasLine, Suggestion, candidates, head_at
from logistik.ingest.sureness import BY_ROWS, OWN, UNKNOWN, leaf_of, sureness
from logistik.ingest.table_reading import (
    FirstRow,
    TableReading,
    carton_reading,
    packing_reading,
    recap_reading,
    roll_reading,
    stock_reading,
)
from logistik.ingest.tables import Table

_TRIED_ROWS = 2_000
"""Rows on which a suggestion is tried; a sheet shows its kind well before."""

_SAID = frozenset(Field)
"""What of a table's context is certain; the rest is only mentioned, or contradicted."""
_VOTERS = (Field.TPS, Field.VOTERS, Field.MALE, Field.FEMALE)
_DECIDING: Mapping[str, tuple[Field, ...]] = {
    Role.DPT: _VOTERS,
    Role.RECAP: (*REGION_FIELDS, *_VOTERS),
    Role.STOCK: tuple(sorted(FIELDS_OF[Role.STOCK], key=lambda field: field not in COUNTS)),
    Role.CARTONS: (Field.CARTONS, Field.NOTED, Field.RECEIVED),
    Role.PACKING: (Field.TPS, Field.PACKED),
}
"""The fields that make a role, in the order in which they are told."""


_BEYOND: Mapping[str, tuple[Field, ...]] = {Role.RECAP: (Field.TPS,), Role.DPT: (Field.PACKED,)}
"""Fields with which a table would be another one: a recap with TPS a voter list, a voter list with sheets a packing."""


class _Found(NamedTuple):
    """A table with its region and columns settled, as the audit reads it."""

    table: Table
    shift: Shift | None
    read: TableReading
    needs_list: bool = False


def understand(grids: Sequence[Grid], office: Office, categories: Sequence[str]) -> list[SheetSeen]:
    """Say what became of each sheet, all of them read beside each other as the audit does. Pure.

    A sheet without a table is searched for what comes nearest.
    """
    vocabulary = _vocabulary(office, categories)
    grids = [as_read(grid) for grid in grids]
    tables = [_tables(grid, vocabulary) for grid in grids]
    found = iter(_read([table for each in tables for table in each], office))
    return [
        _sheet(grid, [next(found) for _ in each], vocabulary, categories, office)
        if each
        else _without_table(grid, vocabulary, office, categories)
        for grid, each in zip(grids, tables, strict=True)
    ]


def _tables(grid: Grid, vocabulary: Vocabulary) -> list[Table]:
    found = list(tables_in(grid, vocabulary))
    return [] if is_by_name(grid, found, tuple(personal_columns(grid))) else found


def _read(tables: Sequence[Table], office: Office) -> list[_Found]:
    """Every table read by its role, in their order; the voter lists first, since they tell the regions of the rest."""
    lists = read_lists([table for table in tables if table.header.role is Role.DPT], office)
    names = names_of(lists, office)
    finder = RegionFinder(regions_of(names, office), names)
    following = iter(lists)

    def found(table: Table) -> _Found:
        match table.header.role:
            case Role.DPT:
                listed = next(following)
                return _Found(listed.table, listed.shift, roll_reading(listed))
            case Role.STOCK:
                moved, shift = aligned(table)
                named = with_mixed_levels(name_stock(moved, finder), finder)
                read = stock_reading(named, finder.is_kecamatan)
                return _Found(named, shift, read, not names.shown and _mixes_levels(named, read))
            case Role.PACKING:
                named = name_stock(table, finder)
                return _Found(named, None, packing_reading(named, names.beside()))
            case Role.CARTONS:
                return _Found(table, None, carton_reading(table))
            case Role.RECAP:
                return _Found(table, None, recap_reading(table))

    return [found(table) for table in tables]


def _mixes_levels(table: Table, read: TableReading) -> bool:
    """Whether one column holds regions of which only a voter list can tell the level."""
    column = table.position(Field.REGION)
    texts = (table.text(row, column) for row in read.rows)
    return column is not None and any(text and not region_level(text) for text in texts)


def _sheet(
    grid: Grid, found: Sequence[_Found], vocabulary: Vocabulary, categories: Sequence[str], office: Office
) -> SheetSeen:
    tables, reads = [each.table for each in found], [each.read for each in found]
    kinds: dict[int, RowKind] = {}
    for each in found:
        kinds = together(kinds, row_kinds(each.table, each.read))
    kinds |= dict.fromkeys(titles_of(tables, kinds), RowKind.TITLE)
    out = left_out(kinds, reads)
    seen = [
        _table(each, tuple(own), vocabulary, categories, office)
        for each, own in zip(found, _by_table(out, tables), strict=True)
    ]
    return SheetSeen(grid, tuple(seen), kinds, out, personal=_personal(grid))


def _personal(grid: Grid) -> tuple[int, ...]:
    return tuple(sorted(each.column for each in personal_columns(grid)))


def _by_table(out: Sequence[LeftOut], tables: Sequence[Table]) -> list[list[LeftOut]]:
    """The rows left out of each table, of tables side by side told with the first; a title is of the table below."""
    own: list[list[LeftOut]] = [[] for _ in tables]
    starts = [table.header.rows[0] for table in tables]
    for each in out:
        place = max(0, bisect_right(starts, each.first) - (each.kind is not RowKind.TITLE))
        own[starts.index(starts[min(place, len(own) - 1)])].append(each)
    return own


def _vocabulary(office: Office, categories: Sequence[str], lines: Sequence[AliasLine] = ()) -> Vocabulary:
    """The vocabulary of an office, and that which it would have with more lines."""
    more = {line.header: line.meaning for line in lines}
    return Vocabulary.of({**office.alias.kolom, **more}, categories, office.tanpa_judul)


def _table(
    found: _Found, out: tuple[LeftOut, ...], vocabulary: Vocabulary, categories: Sequence[str], office: Office
) -> TableSeen:
    table, shift, read, needs_list = found
    header, personal = table.header, _personal(table.grid)
    deciding = _DECIDING.get(header.role, tuple(Field))
    first = {column.key: column for column in reversed(header.columns) if column.key}
    return TableSeen(
        role=read.role,
        sign=read.sign,
        header_rows=() if read.is_stated else header.rows,
        shift=shift.by if shift else 0,
        restored=len(read.reading.restored),
        columns=_columns(table, read, vocabulary, categories, office),
        deciding=tuple(
            column for field in deciding for column in header.columns
            if column.key and column.key.name == field and first[column.key] is column
        ),
        context={name: said for name, said in table.context.items() if name in _SAID},
        data_rows=len(read.rows),
        first=_without(personal, table, read.first),
        control_totals=control_totals(table, read),
        left_out=out,
        troubles=tuple(_masked(each) if each.column in personal else each for each in read.troubles),
        strays=len(read.strays),
        without_voters=read.without_voters,
        lacks=_lacks(table, read),
        needs_list=needs_list,
    )  # fmt: skip


def _without(personal: Collection[int], table: Table, rows: Sequence[FirstRow]) -> tuple[FirstRow, ...]:
    """Rows as read without what comes from columns with data of persons, whatever their header says."""
    keys = [column.key for column in table.header.columns if column.key and column.position in personal]
    passed = {key.name for key in keys} | {key.category.lower() for key in keys if key.category}
    return tuple(
        row._replace(values={name: row.values[name] for name in row.values if name not in passed}) for row in rows
    )


def _masked(each: CellTrouble) -> CellTrouble:
    return each._replace(trouble=each.trouble._replace(raw="…", likely=None))


def _lacks(table: Table, read: TableReading) -> tuple[Field, ...]:
    """What the rows of a table need and nothing in it says."""
    names_stations = table.header.role in (Role.DPT, Role.PACKING)
    if names_stations and read.strays and not read.rows and table.position(Field.KELURAHAN) is None:
        return (Field.KELURAHAN,)
    return (Field.ELECTION,) if read.without_election else ()


def _columns(
    table: Table, read: TableReading, vocabulary: Vocabulary, categories: Sequence[str], office: Office
) -> tuple[ColumnSeen, ...]:
    """The columns with how sure they are, and for unknown ones a line that makes them what they are likest to."""
    doubled = {second.position for _, second in table.header.doubled()}
    fields = (*FIELDS_OF[table.header.role], *_BEYOND.get(table.header.role, ()))
    keys = [column.key for column in table.header.columns if column.key]
    have = {key.name for key in keys if key.election is None}
    have |= {words(key.election) for key in keys if key.name == Field.PACKED and key.election}
    personal = _personal(table.grid)
    seen: list[ColumnSeen] = []
    for column in table.header.columns:
        if column.key is None and column.position in personal:
            seen.append(ColumnSeen(column, UNKNOWN, is_personal=True))
            continue
        if read.is_stated:
            seen.append(ColumnSeen(column, OWN if column.key else UNKNOWN))
            continue
        leaf = leaf_of(table, column)
        if column.key is not None and column.key.name == Field.TPS and read.sign is not None:
            counted = column._replace(key=column.key._replace(name=Field.STATION_COUNT))
            seen.append(ColumnSeen(counted, BY_ROWS))
            continue
        if column.key is not None:
            is_second = column.position in [each.column.position for each in seen]
            sure = BY_ROWS if is_second else sureness(column, leaf, vocabulary)
            seen.append(ColumnSeen(column, sure, column.position in doubled))
            continue
        head = head_at(table.grid, table.header.rows[-1], column.position, clean(leaf), fields, None)
        head = head._replace(near=tuple(near for near in head.near if not have & {near.field, near.meaning}))
        near = head.near[0] if head.near else None
        line = AliasLine(clean(leaf), near.field, near.meaning, near.likeness) if near else None
        if line is not None:
            then = _vocabulary(office, categories, [line])
            if _becomes(table, column, line, then):
                have.add(line.meaning if line.field is Field.PACKED else line.field)
            else:
                line = None
        seen.append(ColumnSeen(column, sureness(column, leaf, vocabulary), head=head, line=line))
    return tuple(seen)


def _becomes(table: Table, column: Column, line: AliasLine, vocabulary: Vocabulary) -> bool:
    """Whether a line makes a column what it says and leaves the other columns as they are."""
    then = header_at(table.grid, table.header.rows[0], vocabulary)
    changed = _changed(table.header, then) if then is not None else {}
    if column.position not in changed or set(changed.values()) != {line.field}:
        return False
    return line.field is not Field.TPS or not _refused(table.grid, Role.DPT, vocabulary)


def _changed(before: Header, after: Header) -> dict[int, str]:
    known = {column.position: column.key for column in before.columns}
    return {
        column.position: column.key.name
        for column in after.columns
        if column.key and known.get(column.position) != column.key
    }


def _without_table(grid: Grid, vocabulary: Vocabulary, office: Office, categories: Sequence[str]) -> SheetSeen:
    filled = {row for row, values in enumerate(grid.rows) if any(value != "" for value in values)}
    personal = _personal(grid)
    if not filled:
        return SheetSeen(grid, (), {}, (), is_blank=True)
    if is_put_aside(grid):
        return SheetSeen(grid, (), {}, (), is_aside=True, personal=personal)

    def refused(suggestion: Suggestion) -> str:
        return _refused(grid, suggestion.role, _vocabulary(office, categories, suggestion.lines))

    kinds = dict.fromkeys(sorted(filled), RowKind.NOTE)
    if is_by_name(grid, (), tuple(personal_columns(grid))):
        return SheetSeen(grid, (), kinds, (), personal=personal, is_by_name=True)
    nearest = candidates(grid, vocabulary.fields, personal, refused)
    return SheetSeen(grid, (), kinds, (), personal=personal, candidates=nearest)


def _refused(grid: Grid, role: Role, vocabulary: Vocabulary) -> str:
    """Why a sheet does not begin with a readable table of a role; "" where it does."""
    table = next(tables_in(grid.with_values(grid.rows[:_TRIED_ROWS], grid.stale), vocabulary), None)
    if table is None or table.header.role is not role:
        return "susunan kolomnya lain"
    read = _read([table], Office())[0].read
    if read.sign:
        return "pemilih per baris jauh di atas batas TPS, jadi satu baris bukan satu TPS"
    return "" if read.rows else "tidak ada baris yang dapat dibaca"
