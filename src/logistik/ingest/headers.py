"""Which row is the header, what each column holds, and what role that gives the table."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import pairwise
from typing import NamedTuple

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid, Value
from logistik.core.office import TanpaJudul
from logistik.core.places import ColumnKey, cell_name
from logistik.core.vocabulary import Field, Role
from logistik.ingest.aliases import NOISE
from logistik.ingest.columns import PACKING_FIELDS, STOCK_FIELDS, Vocabulary, column_key, field_of, names_election
from logistik.ingest.idle import holds_supplies
from logistik.ingest.labels import names_region
from logistik.ingest.names import tps_number, words
from logistik.ingest.titles import names_one_each, speaks_of_packing

SEARCHED_ROWS = 120
"""A header below this many rows of titles and notes is not looked for."""

GLANCED_AT = 8
"""Cells of a row that tell whether it may be another header."""

_NAMING = frozenset(
    {Field.NUMBER, Field.KECAMATAN, Field.KELURAHAN, Field.REGION, Field.TPS, Field.ELECTION, Field.CARTONS}
)
"""Columns of which one table has but one; where one comes again, another table begins beside the first."""

_OF_ONE_ROLE: Mapping[Role, frozenset[Field]] = {
    Role.PACKING: PACKING_FIELDS,
    Role.CARTONS: frozenset({Field.CONDITION}),
}
"""What only one role reads, although other tables may have a column of such a name."""
_SORTED = frozenset(
    {Field.GOOD, Field.DAMAGED, Field.DAMAGE_CATEGORY, Field.DAMAGE_CAUSE, Field.SWAPPED, Field.UNSORTED, Field.ORDERED}
)
"""Columns that tell of sheets already sorted, or ordered: where they stand, the rows are stock."""

_BEFORE_LAST = frozenset({"dps", "dpshp", "dp4", "dphp", "lalu", "sebelumnya", "kemarin", "kumulatif", "sampai"})
"""Words of a head whose columns give way to others: lists before the last one, and all days until today."""


class Column(NamedTuple):
    """One column of a table: its header as typed, the header's cell, and what it became."""

    position: int
    header: str
    cell: str
    key: ColumnKey | None


class Header(NamedTuple):
    """The header of a table: its rows (zero-based), its columns, the role they give.

    `left` is the first column that belongs to the table; tables may stand side by side.
    """

    rows: tuple[int, ...]
    columns: tuple[Column, ...]
    role: Role
    left: int = 0

    def keys(self) -> dict[ColumnKey, int]:
        """Column positions by what they hold; of two columns for one thing the better named, else the first counts."""
        positions: dict[ColumnKey, int] = {}
        for column in sorted(self.columns, key=_rank):
            if column.key is not None:
                positions.setdefault(column.key, column.position)
        return positions

    def doubled(self) -> list[tuple[Column, Column]]:
        """Pairs of columns that promise the same thing."""
        first: dict[ColumnKey, Column] = {}
        pairs = []
        for column in sorted(self.columns, key=_rank):
            if column.key is None or column.key.name in (Field.NUMBER, Field.REMARK, Field.CODE):
                continue
            if column.key in first:
                pairs.append((first[column.key], column))
            else:
                first[column.key] = column
        return pairs


def _rank(column: Column) -> tuple[bool, int, int]:
    """Which of two columns for one thing comes first: no earlier list or sum of days, the latest year, the first."""
    said = words(column.header).split()
    gives_way = bool(_BEFORE_LAST & set(said)) or any(pair == ("s", "d") for pair in pairwise(said))
    years = [int(word) for word in said if len(word) == 4 and word.startswith("20") and word.isdigit()]
    return gives_way, -max(years, default=0), column.position


def stated_header(grid: Grid, vocabulary: Vocabulary) -> Header | None:
    """The columns of a sheet without a header, as `[[tanpa_judul]]` names them; None if it does not name this sheet.

    Raises:
        LogistikError: a column that does not exist, or columns that make neither a voter list nor a warehouse.
    """
    for stated in vocabulary.headerless:
        names = (grid.file, grid.file.rpartition("/")[2])
        if any(fnmatchcase(name, stated.berkas) for name in names) and fnmatchcase(grid.sheet, stated.lembar):
            return _stated(stated, vocabulary)
    return None


def _stated(stated: TanpaJudul, vocabulary: Vocabulary) -> Header:
    first = max(1, stated.baris_pertama)
    columns = []
    for position, name in enumerate(stated.kolom):
        key = column_key("", name, vocabulary) if words(name) else None
        if key is None and words(name):
            raise LogistikError(
                f"logistik.toml [[tanpa_judul]] {stated.berkas}: kolom '{name}' tidak dikenal.",
                hint='Tulis nama kolom yang biasa (kecamatan, tps, jumlah pemilih, diterima ...), atau "" untuk yang '
                "tidak dibaca.",
            )
        columns.append(Column(position, name, cell_name(first - 1, position), key))
    header = _header((first - 2,), columns)
    if header is None:
        raise LogistikError(
            f"logistik.toml [[tanpa_judul]] {stated.berkas}: kolomnya bukan DPT, stok, koli, atau pengesetan.",
            hint="DPT perlu tps dan jumlah pemilih (atau l dan p); stok perlu diterima dan satu kolom hitungan lain; "
            "koli perlu no koli dan isi label; pengesetan perlu tps dan satu kolom per pemilihan.",
        )
    return header


def find_header(grid: Grid, vocabulary: Vocabulary) -> Header | None:
    """The first header of a sheet; None if the upper rows hold none."""
    for row in range(min(len(grid.rows), SEARCHED_ROWS)):
        if header := header_at(grid, row, vocabulary):
            return header
    return None


def header_at(grid: Grid, row: int, vocabulary: Vocabulary) -> Header | None:
    """The header that begins in a row: one to three rows, the reading that recognises most; None if there is none."""
    if len(_texts(grid.rows[row])) < 2 or names_region(*grid.rows[row : row + 2]):
        return None
    if names_one_each(grid.rows[row]):
        return None
    titled = (
        depth for depth in (1, 2) if names_one_each(grid.rows[row + depth] if row + depth < len(grid.rows) else ())
    )
    deepest = next(titled, 3)
    stacked = (_stacked(grid, tuple(range(row, row + depth)), vocabulary) for depth in range(1, deepest + 1))
    readings = [each for each in stacked if each and not _goes_on(grid, each)]
    found = max(readings, key=lambda header: len(header.keys()), default=None)
    return None if found is not None and _is_of_supplies(grid, found) else found


def _goes_on(grid: Grid, header: Header) -> bool:
    """Whether elections head sheets packed, although words below them say what is counted for each."""
    below, keys = header.rows[-1] + 1, header.keys()
    stations = keys.get(ColumnKey(Field.TPS), keys.get(ColumnKey(Field.REGION)))
    if header.role is not Role.PACKING or stations is None or tps_number(grid.value(below, stations)) is not None:
        return False
    heads = (column for column in header.columns if column.key and column.key.name == Field.PACKED)
    return any(_is_word(grid.value(below, each.position)) for each in heads if names_election(_leaf(each.header)))


def _leaf(header: str) -> str:
    return header.rpartition(" / ")[2]


def _is_word(value: Value) -> bool:
    return isinstance(value, str) and any(word.isalpha() and len(word) > 1 for word in words(value).split())


def _is_of_supplies(grid: Grid, header: Header) -> bool:
    """Whether a table of counts is one of boxes, ink and seals: read as ballots, every row would lack its election."""
    column = header.keys().get(ColumnKey(Field.ELECTION))
    is_counted = header.role in (Role.STOCK, Role.CARTONS)
    return is_counted and column is not None and holds_supplies(grid, header.rows, column)


def side_by_side(header: Header) -> list[Header]:
    """The tables whose headers share these rows: a new one begins where a column that names things comes again."""
    parts: list[list[Column]] = [[]]
    for column in header.columns:
        if column.key and column.key.name in _NAMING and any(column.key == other.key for other in parts[-1]):
            parts.append([])
        parts[-1].append(column)
    lefts = [0, *(part[0].position for part in parts[1:])]
    made = [_header(header.rows, part, left) for part, left in zip(parts, lefts, strict=True)]
    found = [each for each in made if each is not None]
    return found if 1 < len(found) == len(parts) else [header]


def without_cartons(header: Header) -> Header | None:
    """The header of a table whose column of cartons counts them instead of numbering them; None if that makes none."""
    columns = [
        column._replace(key=ColumnKey(Field.CARTON_COUNT)) if column.key == ColumnKey(Field.CARTONS) else column
        for column in header.columns
    ]
    return _header(header.rows, columns, header.left)


def with_stations(header: Header) -> Header:
    """The header of a list, of voters or of what was packed, whose one column of regions also names the TPS."""
    region = next(column for column in header.columns if column.key == ColumnKey(Field.REGION))
    columns = (*header.columns, region._replace(key=ColumnKey(Field.TPS)))
    return header._replace(columns=columns, role=Role.PACKING if header.role is Role.PACKING else Role.DPT)


def without_packing(header: Header) -> Header | None:
    """The header of a list whose rows are no TPS, so that nothing in it was packed for one; None if that makes none."""
    packed = {column for column in header.columns if column.key and column.key.name in PACKING_FIELDS}
    columns = [column._replace(key=None) if column in packed else column for column in header.columns]
    return _header(header.rows, columns, header.left)


def names_columns(values: Sequence[Value]) -> bool:
    """Whether a row looks like a header at a glance: words that name columns, and hardly anything else."""
    if values and isinstance(values[-1], float):
        return False
    known = filled = 0
    for value in values:
        if value == "":
            continue
        if not isinstance(value, str):
            return False
        filled += 1
        known += field_of(value) is not None
        if filled == GLANCED_AT:
            break
    if known and known * 2 < filled + 2:
        known += sum(isinstance(value, str) and names_election(value) for value in values[:GLANCED_AT])
    return known >= 2 and known * 2 >= filled


def _texts(row: Sequence[Value]) -> dict[int, str]:
    return {column: value for column, value in enumerate(row) if isinstance(value, str) and words(value)}


def _stacked(grid: Grid, rows: tuple[int, ...], vocabulary: Vocabulary) -> Header | None:
    """A header of so many rows: group heads above, and under each its own columns."""
    if rows[-1] >= len(grid.rows) or any(_is_number(value) for row in rows[1:] for value in grid.rows[row]):
        return None
    if len(rows) > 1 and sum(value != "" and _is_number(value) for value in grid.rows[rows[0]]) > 1:
        return None
    levels = [_texts(grid.rows[row]) for row in rows]
    if not all(levels):
        return None
    stacks: dict[int, list[str]] = {}
    below: set[int] = set()
    for row, level in zip(reversed(rows), reversed(levels), strict=True):
        spread = _spread(grid, row, level, below)
        for column, text in spread.items():
            stacks.setdefault(column, []).insert(0, text)
        below |= set(level)
    columns = []
    for position, (*groups, text) in sorted(stacks.items()):
        group = " ".join(groups)
        cell_row = next(row for row, level in zip(reversed(rows), reversed(levels), strict=True) if position in level)
        shown = " ".join(f"{group} / {text}".split()) if group else " ".join(text.split())
        columns.append(Column(position, shown, cell_name(cell_row, position), column_key(group, text, vocabulary)))
    return _header(rows, _named_by_titles(grid, rows[0], columns))


def _named_by_titles(grid: Grid, row: int, columns: Sequence[Column]) -> Sequence[Column]:
    """The columns of a list of TPS: one that is only called Jumlah holds sheets if the titles speak of packing."""
    names = {column.key.name for column in columns if column.key}
    if Field.TPS not in names or names & {Field.PACKED, Field.MALE, Field.FEMALE}:
        return columns
    bare = [column for column in columns if set(words(column.header).split()) <= NOISE]
    if len(bare) != 1 or not speaks_of_packing(grid, row):
        return columns
    return [each._replace(key=ColumnKey(Field.PACKED)) if each is bare[0] else each for each in columns]


def _header(rows: tuple[int, ...], columns: Sequence[Column], left: int = 0) -> Header | None:
    """The header of these columns; a column that only another role knows is not known in this one."""
    role = _role({column.key.name for column in columns if column.key})
    if role is None:
        return None
    foreign = frozenset[Field]().union(*(fields for of, fields in _OF_ONE_ROLE.items() if of is not role))
    known = (column._replace(key=None) if column.key and column.key.name in foreign else column for column in columns)
    return Header(rows, tuple(known), role, left)


def _spread(grid: Grid, row: int, texts: Mapping[int, str], below: set[int]) -> dict[int, str]:
    """The texts of a header row, a group head spread over the columns that have their own heads below it."""
    spread = dict(texts)
    for (top, left), (bottom, right) in grid.merges:
        if top == row == bottom and left in texts:
            spread |= {column: texts[left] for column in below if left <= column <= right}
    current = ""
    for column in sorted({*texts, *below}):
        current = spread.get(column, current)
        if column in below and current:
            spread.setdefault(column, current)
    return spread


def _is_number(value: Value) -> bool:
    return not isinstance(value, str) or words(value).replace(" ", "").isdigit()


def _role(names: set[str]) -> Role | None:
    """The role that a set of columns makes; a table of counts is stock even if it also shows the DPT."""
    says_what = bool({Field.ELECTION, Field.KECAMATAN, Field.KELURAHAN, Field.REGION} & names)
    counts = len(STOCK_FIELDS & names)
    if {Field.TPS, Field.PACKED} <= names and not _SORTED & names:
        return Role.PACKING
    if Field.CARTONS in names and {Field.NOTED, Field.RECEIVED} & names and not _SORTED & names:
        return Role.CARTONS
    if (Field.RECEIVED in names and (counts >= 2 or says_what)) or (Field.GOOD in names and counts >= 2):
        return Role.STOCK
    if {Field.REGION, Field.PACKED} <= names and not _SORTED & names:
        return Role.PACKING
    has_voters = Field.VOTERS in names or {Field.MALE, Field.FEMALE} <= names
    has_region = bool({Field.KOTA, Field.KECAMATAN, Field.KELURAHAN, Field.REGION} & names)
    if not has_voters:
        return None
    if Field.TPS in names:
        return Role.DPT
    return Role.RECAP if has_region else None
