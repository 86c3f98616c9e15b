"""Which row is the header, what each column holds, and what role that gives the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple, Self

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid, Value
from logistik.core.office import TanpaJudul
from logistik.core.places import ColumnKey, cell_name
from logistik.core.vocabulary import Field, Role
from logistik.core.vocabulary import Stock as StockName
from logistik.ingest.aliases import ALIASES, DAMAGE_CATEGORIES, NOISE
from logistik.ingest.idle import holds_supplies
from logistik.ingest.labels import names_region
from logistik.ingest.names import elections_in, is_revote, words

SEARCHED_ROWS = 120
"""A header below this many rows of titles and notes is not looked for."""

GLANCED_AT = 8
"""Cells of a row that tell whether it may be another header."""

_FIELD_OF = {alias: field for field, names in ALIASES.items() for alias in names}
_CATEGORY_OF = {alias: name for name, aliases in DAMAGE_CATEGORIES.items() for alias in aliases}
_VOTER_FIELDS = (Field.MALE, Field.FEMALE, Field.VOTERS)
_STOCK_FIELDS = frozenset(
    {Field.ORDERED, Field.NOTED, Field.RECEIVED, Field.GOOD, Field.DAMAGED, Field.DAMAGE_CATEGORY, Field.DAMAGE_CAUSE,
     Field.SWAPPED, Field.UNSORTED, Field.LATER, Field.STATED_SHORT, Field.STATED_REQUEST, Field.STATED_SURPLUS,
     Field.STATED_DIFFERENCE, Field.STATED_REQUIRED, Field.USABLE_DEFECTS}
)  # fmt: skip


_NAMING = frozenset({Field.NUMBER, Field.KECAMATAN, Field.KELURAHAN, Field.REGION, Field.TPS, Field.ELECTION})
"""Columns of which one table has but one; where one comes again, another table begins beside the first."""


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
        """Column positions by what they hold; of two columns for one thing the first counts."""
        positions: dict[ColumnKey, int] = {}
        for column in self.columns:
            if column.key is not None:
                positions.setdefault(column.key, column.position)
        return positions

    def doubled(self) -> list[tuple[Column, Column]]:
        """Pairs of columns that promise the same thing."""
        first: dict[ColumnKey, Column] = {}
        pairs = []
        for column in self.columns:
            if column.key is None or column.key.name in (Field.NUMBER, Field.REMARK, Field.CODE):
                continue
            if column.key in first:
                pairs.append((first[column.key], column))
            else:
                first[column.key] = column
        return pairs


@dataclass(slots=True, eq=False, repr=False)
class Vocabulary:
    """What header words mean here: our aliases, the office's own, and the rule set's damage categories."""

    fields: Mapping[str, Field | None]
    categories: Mapping[str, str]
    headerless: Sequence[TanpaJudul] = ()

    @classmethod
    def of(
        cls,
        column_aliases: Mapping[str, str],
        categories: Sequence[str] = (),
        headerless: Sequence[TanpaJudul] = (),
    ) -> Self:
        """The vocabulary of an office and a rule set; LogistikError for an alias of no column."""
        for meant in column_aliases.values():
            if field_of(meant) is None:
                raise LogistikError(
                    f"logistik.toml [alias.kolom]: kolom '{meant}' tidak dikenal.",
                    hint="Tulis nama kolom yang biasa, misalnya diterima, baik, rusak, tps, jumlah pemilih.",
                )
        return cls(
            {words(text): field_of(meant) for text, meant in column_aliases.items()},
            {words(name): name for name in categories} | _CATEGORY_OF,
            headerless,
        )


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
        key = _column_key("", name, vocabulary) if words(name) else None
        if key is None and words(name):
            raise LogistikError(
                f"logistik.toml [[tanpa_judul]] {stated.berkas}: kolom '{name}' tidak dikenal.",
                hint='Tulis nama kolom yang biasa (kecamatan, tps, jumlah pemilih, diterima ...), atau "" untuk yang '
                "tidak dibaca.",
            )
        columns.append(Column(position, name, cell_name(first - 1, position), key))
    role = _role({column.key.name for column in columns if column.key})
    if role is None:
        raise LogistikError(
            f"logistik.toml [[tanpa_judul]] {stated.berkas}: kolomnya tidak membentuk DPT atau stok.",
            hint="DPT perlu tps dan jumlah pemilih (atau l dan p); stok perlu diterima dan satu kolom hitungan lain.",
        )
    return Header((first - 2,), tuple(columns), role)


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
    readings = [_stacked(grid, tuple(range(row, row + depth)), vocabulary) for depth in (1, 2, 3)]
    found = max((each for each in readings if each), key=lambda header: len(header.keys()), default=None)
    return None if found is not None and _is_of_supplies(grid, found) else found


def _is_of_supplies(grid: Grid, header: Header) -> bool:
    """Whether a table of counts is one of boxes, ink and seals: read as ballots, every row would lack its election."""
    column = header.keys().get(ColumnKey(Field.ELECTION))
    return header.role is Role.STOCK and column is not None and holds_supplies(grid, header.rows, column)


def side_by_side(header: Header) -> list[Header]:
    """The tables whose headers share these rows: a new one begins where a column that names things comes again."""
    parts: list[list[Column]] = [[]]
    for column in header.columns:
        if column.key and column.key.name in _NAMING and any(column.key == other.key for other in parts[-1]):
            parts.append([])
        parts[-1].append(column)
    roles = [_role({column.key.name for column in part if column.key}) for part in parts]
    if len(parts) == 1 or None in roles:
        return [header]
    lefts = [0, *(part[0].position for part in parts[1:])]
    return [
        Header(header.rows, tuple(part), role, left)
        for part, role, left in zip(parts, roles, lefts, strict=True)
        if role is not None
    ]


def with_stations(header: Header) -> Header:
    """The header of a list whose one column of regions also names the TPS."""
    region = next(column for column in header.columns if column.key == ColumnKey(Field.REGION))
    columns = (*header.columns, region._replace(key=ColumnKey(Field.TPS)))
    return header._replace(columns=columns, role=Role.DPT)


def names_columns(values: Sequence[Value]) -> bool:
    """Whether a row looks like a header at a glance: words that name columns, and hardly anything else."""
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
        columns.append(Column(position, shown, cell_name(cell_row, position), _column_key(group, text, vocabulary)))
    role = _role({column.key.name for column in columns if column.key})
    return Header(rows, tuple(columns), role) if role else None


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
    counts = len(_STOCK_FIELDS & names)
    if (Field.RECEIVED in names and (counts >= 2 or says_what)) or (Field.GOOD in names and counts >= 2):
        return Role.STOCK
    has_voters = Field.VOTERS in names or {Field.MALE, Field.FEMALE} <= names
    has_region = bool({Field.KOTA, Field.KECAMATAN, Field.KELURAHAN, Field.REGION} & names)
    if not has_voters:
        return None
    if Field.TPS in names:
        return Role.DPT
    return Role.RECAP if has_region else None


@lru_cache(maxsize=4096)
def field_of(text: str) -> Field | None:
    """The field that a header's words name, with or without words such as `jumlah` and `lembar`."""
    normal = words(text)
    if normal in _FIELD_OF:
        return _FIELD_OF[normal]
    return _FIELD_OF.get(" ".join(word for word in normal.split() if word not in NOISE))


def _column_key(group: str, text: str, vocabulary: Vocabulary) -> ColumnKey | None:
    own, categories = vocabulary.fields, vocabulary.categories
    field = own.get(words(f"{group} {text}")) or own.get(words(text)) or field_of(text)
    group_field = field_of(group) if group else None
    if _CAUSES & {*words(group).split(), *words(text).split()} and field is not Field.REMARK:
        return ColumnKey(Field.DAMAGE_CAUSE, *_election(group), " ".join(text.upper().split()))
    if group_field is Field.DAMAGED or (group and "rusak" in words(group).split()):
        if field in (Field.VOTERS, Field.DAMAGED):
            return ColumnKey(Field.DAMAGED, *_election(group))
        if field is None or words(text) in categories:
            return ColumnKey(Field.DAMAGE_CATEGORY, *_election(group), _category(text, categories))
    if field is None and words(text) in categories:
        return ColumnKey(Field.DAMAGE_CATEGORY, *_election(group), _category(text, categories))
    if field is None:
        field = field_of(f"{group} {text}") or _field_with_election(text)
    if field in _VOTER_FIELDS and not _speaks_of_the_roll(group):
        return ColumnKey(Field.MOVED_IN) if group_field is Field.MOVED_IN and field is Field.VOTERS else None
    if group_field is Field.STATED_REQUIRED and words(text) in _SUM_OF_GROUP:
        field = group_field
    return _plain_key(field, f"{group} {text}")


def _plain_key(field: Field | None, said: str) -> ColumnKey | None:
    if field is None:
        return None
    return ColumnKey(field, *_election(said)) if field in _STOCK_FIELDS else ColumnKey(field)


def _election(text: str) -> tuple[str | None, str | None]:
    found = elections_in(text)
    return (found[0] if len(found) == 1 else None), (StockName.REVOTE if is_revote(text) else None)


def _field_with_election(text: str) -> Field | None:
    """The field of a header that also names the election: `Diterima Gubernur`, `Baik Pilwali PSU`."""
    found = elections_in(text)
    if len(found) != 1:
        return None
    for word in words(text).split():
        if field := _FIELD_OF.get(word):
            return field if field in _STOCK_FIELDS else None
    return None


def _category(text: str, categories: Mapping[str, str]) -> str:
    return categories.get(words(text)) or " ".join(text.upper().split())


_CAUSES = frozenset({"penyebab", "sebab", "karena", "akibat"})
"""Words of a head whose columns tell why sheets are damaged, beside those that tell how."""
_SUM_OF_GROUP = frozenset({"jumlah", "jml", "total"})
_NOT_THE_ROLL = frozenset({"dptb", "dpk", "pengguna", "hadir", "disabilitas", "pemula", "baru", "pindahan"})


def _speaks_of_the_roll(group: str) -> bool:
    """Whether L, P and Jumlah under a group head count the voters on the roll, not who came or moved."""
    return not _NOT_THE_ROLL & set(words(group).split())
