"""What was understood, as values: a column, a table, a sheet, a file, and what would settle the rest."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid, Spot
from logistik.core.vocabulary import Field, Role
from logistik.ingest.columns import may_be_sheets
from logistik.ingest.headers import Column
from logistik.ingest.lists import RecapSign
from logistik.ingest.records import CellTrouble
from logistik.ingest.row_kinds import LeftOut, RowKind
from logistik.ingest.stated_totals import ControlTotal
from logistik.ingest.suggestions import AliasLine, Candidates, Head
from logistik.ingest.sureness import Sureness
from logistik.ingest.table_reading import FirstRow


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
    `needs_list` says that only a voter list among the files could tell its kecamatan from its kelurahan.
    Without header rows its columns are named in `logistik.toml`.
    """

    role: Role
    sign: RecapSign | None
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
    needs_list: bool

    @property
    def has_voters(self) -> bool:
        """Whether its columns say how many voters there are."""
        names = {each.column.key.name for each in self.columns if each.column.key}
        return Field.VOTERS in names or {Field.MALE, Field.FEMALE} <= names

    @property
    def unknown_counts(self) -> list[ColumnSeen]:
        """Columns with numbers that may be sheets and say nothing to us (LG206).

        In the warehouse that is any; in a packing list one that names an election, beside voters, reserve and boxes.
        """
        counted = [each for each in self.columns if each.head is not None and each.head.has_numbers]
        if self.role is Role.PACKING:
            return [each for each in counted if may_be_sheets(each.column.header)]
        return counted if self.role is Role.STOCK else []


class FormulasSeen(NamedTuple):
    """How many formulas a sheet has, and what became of them.

    `stale` are those whose stored result was another, `uncalculated` those without one, `unknown` those of them that
    could not be calculated here either; `percents` is how many cells are shown as a percentage.
    """

    cells: int
    stale: tuple[Spot, ...]
    uncalculated: tuple[Spot, ...]
    unknown: tuple[Spot, ...]
    percents: int


class SheetSeen(NamedTuple):
    """A sheet as understood. `kinds` has every row that is not blank; without a table there are candidates.

    Of a sheet that says itself that it holds no data (`is_aside`) nothing more is told. `personal` are the columns with
    data of persons; `is_by_name` that its rows are people.
    """

    grid: Grid
    tables: tuple[TableSeen, ...]
    kinds: Mapping[int, RowKind]
    left_out: tuple[LeftOut, ...]
    is_blank: bool = False
    is_aside: bool = False
    personal: tuple[int, ...] = ()
    candidates: Candidates | None = None
    is_by_name: bool = False

    @property
    def role(self) -> Role | None:
        """The role of its first table, a recap only where there is nothing else."""
        roles = [table.role for table in self.tables]
        return next((role for role in roles if role is not Role.RECAP), roles[0] if roles else None)

    @property
    def is_hidden(self) -> bool:
        """Whether the workbook does not show it."""
        return self.grid.is_hidden

    @property
    def formulas(self) -> FormulasSeen:
        """What became of the formulas and percentages."""
        grid, without = self.grid, sorted(self.grid.uncalculated)
        return FormulasSeen(
            cells=len(grid.formulas),
            stale=tuple(sorted(grid.stale)),
            uncalculated=tuple(without),
            unknown=tuple(spot for spot in without if not isinstance(grid.value(*spot), (int, float))),
            percents=sum(grid.value(*spot) != "" for spot in grid.percents),
        )

    @property
    def hidden_rows(self) -> list[int]:
        """The rows with content that are not shown."""
        rows = self.grid.rows
        return sorted(row for row in self.grid.hidden_rows if row < len(rows) and any(each != "" for each in rows[row]))

    @property
    def hidden_columns(self) -> list[int]:
        """The columns with content that are not shown."""
        rows, hidden = self.grid.rows, self.grid.hidden_columns
        within = [at for at in range(max(map(len, rows), default=0)) if at in hidden]
        return [at for at in within if any(at < len(values) and values[at] != "" for values in rows)]

    @property
    def is_understood(self) -> bool:
        """Whether nothing in it that looks like data was passed over."""
        unclear = any(table.strays or table.unknown_counts for table in self.tables) or self.lines
        return self.is_blank or self.is_aside or bool(self.tables and not unclear)

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
