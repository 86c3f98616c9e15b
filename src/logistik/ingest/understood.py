"""What was understood of a sheet: its tables, columns and rows, and why; derived after reading, for people to check."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.core.office import Office
from logistik.core.vocabulary import REGION_FIELDS, Field, Role
from logistik.ingest.headers import Column, Header, Vocabulary, header_at
from logistik.ingest.names import clean
from logistik.ingest.privacy import personal_columns
from logistik.ingest.records import CellTrouble
from logistik.ingest.regions import Names
from logistik.ingest.row_kinds import LeftOut, RowKind, left_out, row_kinds, titles_of, together
from logistik.ingest.sheets import is_findings_list, tables_in
from logistik.ingest.shifted import Shift, aligned
from logistik.ingest.stated_totals import ControlTotal, control_totals
from logistik.ingest.suggestions import (
    COUNTS,
    FIELDS_OF,
    AliasLine,
    Candidates,
    Head,
    Suggestion,
    candidates,
    head_at,
    word_for,
)
from logistik.ingest.sureness import OWN, UNKNOWN, Sureness, leaf_of, sureness
from logistik.ingest.table_reading import FirstRow, TableReading, read_table
from logistik.ingest.tables import Table

_TRIED_ROWS = 2_000
"""Rows on which a suggestion is tried; a sheet shows its kind well before."""

_VOTERS = (Field.TPS, Field.VOTERS, Field.MALE, Field.FEMALE)
_DECIDING: Mapping[str, tuple[Field, ...]] = {
    Role.DPT: _VOTERS,
    Role.RECAP: (*REGION_FIELDS, *_VOTERS),
    Role.STOCK: tuple(sorted(FIELDS_OF[Role.STOCK], key=lambda field: field not in COUNTS)),
}
"""The fields that make a role, in the order in which they are told."""


class ColumnSeen(NamedTuple):
    """A column, what it became and how sure; `line` would settle an unknown one. A doubled column is not used.

    A personal one holds data of persons, which nothing here needs.
    """

    column: Column
    sureness: Sureness
    is_doubled: bool = False
    is_personal: bool = False
    head: Head | None = None
    line: AliasLine | None = None


class TableSeen(NamedTuple):
    """A table as understood. Rows are zero-based; `context` is what titles and the sheet's name said.

    `shift` is how many columns its numbers stand right of their headers, `restored` the thousands that were restored.
    Without header rows its columns are named in `logistik.toml`.
    """

    role: Role
    is_demoted: bool
    header_rows: tuple[int, ...]
    shift: int
    restored: int
    columns: tuple[ColumnSeen, ...]
    deciding: tuple[Column, ...]
    context: Mapping[str, str]
    data_rows: int
    first: tuple[FirstRow, ...]
    control_totals: tuple[ControlTotal, ...]
    left_out: tuple[LeftOut, ...]
    troubles: tuple[CellTrouble, ...]
    strays: int
    without_voters: int
    lacks: tuple[Field, ...]

    @property
    def unknown_counts(self) -> list[ColumnSeen]:
        """Columns of the warehouse with numbers that say nothing to us (LG206); a voter list may have any others."""
        if self.role is not Role.STOCK:
            return []
        return [each for each in self.columns if each.head is not None and each.head.has_numbers]


class SheetSeen(NamedTuple):
    """A sheet as understood. `kinds` has every row that is not blank; without a table there are candidates.

    A list of findings that we wrote counts as blank.
    """

    grid: Grid
    tables: tuple[TableSeen, ...]
    kinds: Mapping[int, RowKind]
    left_out: tuple[LeftOut, ...]
    is_blank: bool = False
    candidates: Candidates | None = None

    @property
    def role(self) -> Role | None:
        """The role of its first table, a recap only where there is nothing else."""
        roles = [table.role for table in self.tables]
        return next((role for role in roles if role is not Role.RECAP), roles[0] if roles else None)

    @property
    def is_hidden(self) -> bool:
        """Whether the workbook does not show it; readers that cannot tell say no."""
        return bool(getattr(self.grid, "is_hidden", False))

    @property
    def is_understood(self) -> bool:
        """Whether nothing in it that looks like data was passed over."""
        unclear = any(table.strays or table.unknown_counts for table in self.tables) or self.lines
        return self.is_blank or bool(self.tables and not unclear)

    @property
    def lines(self) -> list[AliasLine]:
        """The lines of `logistik.toml` that would settle what was not understood."""
        if self.candidates is not None:
            return list(self.candidates.suggestion.lines) if self.candidates.suggestion else []
        return [column.line for table in self.tables for column in table.columns if column.line is not None]


class FileSeen(NamedTuple):
    """A file as understood, or why it could not be read."""

    path: str
    sheets: tuple[SheetSeen, ...] = ()
    error: LogistikError | None = None


def alias_lines(files: Sequence[FileSeen]) -> tuple[AliasLine, ...]:
    """The lines of `logistik.toml` that would settle what was not understood, each header once."""
    once: dict[str, AliasLine] = {}
    for line in (line for file in files for sheet in file.sheets for line in sheet.lines):
        once.setdefault(line.key, line)
    return tuple(once.values())


def understand(grid: Grid, office: Office, categories: Sequence[str]) -> SheetSeen:
    """Read a sheet and say what became of it. Pure; a sheet without a table is searched for what comes nearest."""
    vocabulary = _vocabulary(office, categories)
    pairs = [aligned(table) for table in tables_in(grid, vocabulary)]
    tables = [table for table, _ in pairs]
    if not tables:
        return _without_table(grid, vocabulary, office, categories)
    reads = [read_table(table, _names(office)) for table in tables]
    kinds: dict[int, RowKind] = {}
    for table, read in zip(tables, reads, strict=True):
        kinds = together(kinds, row_kinds(table, read))
    kinds |= dict.fromkeys(titles_of(tables, kinds), RowKind.TITLE)
    out = left_out(kinds, reads)
    its_own = _by_table(out, tables)
    seen = [
        _table(table, read, tuple(own), vocabulary, categories, office, shift)
        for (table, shift), read, own in zip(pairs, reads, its_own, strict=True)
    ]
    return SheetSeen(grid, tuple(seen), kinds, out)


def _by_table(out: Sequence[LeftOut], tables: Sequence[Table]) -> list[list[LeftOut]]:
    """The rows left out of each table, of tables side by side told with the first; a title is of the table below."""
    own: list[list[LeftOut]] = [[] for _ in tables]
    starts = [table.header.rows[0] for table in tables]
    for each in out:
        place = max(0, bisect_right(starts, each.first) - (each.kind is not RowKind.TITLE))
        own[starts.index(starts[min(place, len(own) - 1)])].append(each)
    return own


def _names(office: Office) -> Names:
    return Names({"kecamatan": office.alias.kecamatan, "kelurahan": office.alias.kelurahan})


def _vocabulary(office: Office, categories: Sequence[str], lines: Sequence[AliasLine] = ()) -> Vocabulary:
    """The vocabulary of an office, and that which it would have with more lines."""
    more = {line.header: word_for(line.field) for line in lines}
    return Vocabulary.of({**office.alias.kolom, **more}, categories, office.tanpa_judul)


def _table(
    table: Table,
    read: TableReading,
    out: tuple[LeftOut, ...],
    vocabulary: Vocabulary,
    categories: Sequence[str],
    office: Office,
    shift: Shift | None,
) -> TableSeen:
    header = table.header
    deciding = _DECIDING.get(header.role, tuple(Field))
    first = {column.key: column for column in reversed(header.columns) if column.key}
    return TableSeen(
        role=read.role,
        is_demoted=read.is_demoted,
        header_rows=() if read.is_stated else header.rows,
        shift=shift.by if shift else 0,
        restored=len(read.reading.restored),
        columns=_columns(table, read, vocabulary, categories, office),
        deciding=tuple(
            column for field in deciding for column in header.columns
            if column.key and column.key.name == field and first[column.key] is column
        ),
        context=table.context,
        data_rows=len(read.rows),
        first=read.first,
        control_totals=control_totals(table, read),
        left_out=out,
        troubles=tuple(read.troubles),
        strays=len(read.strays),
        without_voters=read.without_voters,
        lacks=_lacks(table, read),
    )  # fmt: skip


def _lacks(table: Table, read: TableReading) -> tuple[Field, ...]:
    """What the rows of a table need and nothing in it says."""
    if table.header.role is Role.DPT and read.strays and not read.rows and table.position(Field.KELURAHAN) is None:
        return (Field.KELURAHAN,)
    return (Field.ELECTION,) if read.without_election else ()


def _columns(
    table: Table, read: TableReading, vocabulary: Vocabulary, categories: Sequence[str], office: Office
) -> tuple[ColumnSeen, ...]:
    """The columns with how sure they are, and for unknown ones a line that makes them what they are likest to."""
    doubled = {second.position for _, second in table.header.doubled()}
    fields = FIELDS_OF.get(table.header.role, ())
    if table.header.role is Role.RECAP:
        fields = (*fields, Field.TPS)  # with a TPS column it would be a voter list
    have = {column.key.name for column in table.header.columns if column.key}
    personal = {each.column for each in personal_columns(table.grid)}
    seen = []
    for column in table.header.columns:
        if column.key is None and column.position in personal:
            seen.append(ColumnSeen(column, UNKNOWN, is_personal=True))
            continue
        if read.is_stated:
            seen.append(ColumnSeen(column, OWN if column.key else UNKNOWN))
            continue
        leaf = leaf_of(table, column)
        if column.key is not None:
            seen.append(ColumnSeen(column, sureness(column, leaf, vocabulary), column.position in doubled))
            continue
        head = head_at(table.grid, table.header.rows[-1], column.position, clean(leaf), fields, None)
        head = head._replace(near=tuple(near for near in head.near if near.field not in have))
        line = AliasLine(clean(leaf), head.near[0].field, head.near[0].likeness) if head.near else None
        if line is not None:
            then = _vocabulary(office, categories, [line])
            if _becomes(table, column, line, then):
                have.add(line.field)
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
    if not filled or is_findings_list(grid):
        return SheetSeen(grid, (), {}, (), is_blank=True)

    def refused(suggestion: Suggestion) -> str:
        return _refused(grid, suggestion.role, _vocabulary(office, categories, suggestion.lines))

    kinds = dict.fromkeys(sorted(filled), RowKind.NOTE)
    personal = {each.column for each in personal_columns(grid)}
    return SheetSeen(grid, (), kinds, (), candidates=candidates(grid, vocabulary.fields, personal, refused))


def _refused(grid: Grid, role: Role, vocabulary: Vocabulary) -> str:
    """Why a sheet does not begin with a readable table of a role; "" where it does."""
    table = next(tables_in(grid.with_values(grid.rows[:_TRIED_ROWS], grid.stale), vocabulary), None)
    if table is None or table.header.role is not role:
        return "susunan kolomnya lain"
    read = read_table(table, Names({}))
    if read.is_demoted:
        return "pemilih per baris jauh di atas batas TPS, jadi satu baris bukan satu TPS"
    return "" if read.rows else "tidak ada baris yang dapat dibaca"
