"""Which row is the header, what each column holds, and what role that gives the table."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from logistik.core.grid import Grid, Value
from logistik.core.places import ColumnKey, cell_name
from logistik.core.vocabulary import Field, Role
from logistik.core.vocabulary import Stock as StockName
from logistik.ingest.aliases import ALIASES, DAMAGE_CATEGORIES, NOISE
from logistik.ingest.names import elections_in, is_revote, words

SEARCHED_ROWS = 120
"""A header below this many rows of titles and notes is not looked for."""

_FIELD_OF = {alias: field for field, names in ALIASES.items() for alias in names}
_CATEGORY_OF = {alias: name for name, aliases in DAMAGE_CATEGORIES.items() for alias in aliases}
_VOTER_FIELDS = (Field.MALE, Field.FEMALE, Field.VOTERS)
_STOCK_FIELDS = frozenset(
    {Field.ORDERED, Field.NOTED, Field.RECEIVED, Field.GOOD, Field.DAMAGED, Field.DAMAGE_CATEGORY, Field.SWAPPED,
     Field.UNSORTED, Field.LATER, Field.STATED_SHORT, Field.STATED_REQUEST, Field.STATED_SURPLUS,
     Field.STATED_DIFFERENCE}
)  # fmt: skip


class Column(NamedTuple):
    """One column of a table: its header as typed, the header's cell, and what it became."""

    position: int
    header: str
    cell: str
    key: ColumnKey | None


class Header(NamedTuple):
    """The header of a table: its rows (zero-based), its columns, the role they give."""

    rows: tuple[int, ...]
    columns: tuple[Column, ...]
    role: Role

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


def find_header(grid: Grid, column_aliases: Mapping[str, str]) -> Header | None:
    """The first row (or pair of rows under merged group heads) that makes a table of a known role."""
    own = {words(text): field_of(meant) for text, meant in column_aliases.items()}
    for row in range(min(len(grid.rows), SEARCHED_ROWS)):
        texts = _texts(grid.rows[row])
        if len(texts) < 2:
            continue
        single = _header(grid, (row,), {column: ("", text) for column, text in texts.items()}, own)
        paired = _paired(grid, row, own)
        best = max((each for each in (single, paired) if each), key=_recognised, default=None)
        if best:
            return best
    return None


def _recognised(header: Header) -> int:
    return len(header.keys())


def _texts(row: Sequence[Value]) -> dict[int, str]:
    return {column: value for column, value in enumerate(row) if isinstance(value, str) and words(value)}


def _paired(grid: Grid, row: int, own: Mapping[str, Field | None]) -> Header | None:
    """The header read as two rows: group heads, and under each its own columns."""
    if row + 1 >= len(grid.rows):
        return None
    subs = _texts(grid.rows[row + 1])
    if not subs or any(_is_number(value) for value in grid.rows[row + 1]):
        return None
    heads = _texts(grid.rows[row])
    groups = dict(heads)
    for (top, left), (bottom, right) in grid.merges:
        if top == row == bottom and left in heads:
            groups |= dict.fromkeys(range(left, min(right, left + 999) + 1), heads[left])
    current = ""
    for column in range(max([*heads, *subs], default=0) + 1):
        current = groups.get(column, current)
        if column in subs:
            groups.setdefault(column, current)
    pairs = {
        column: (groups.get(column, ""), subs[column]) if column in subs else ("", groups[column])
        for column in sorted({*subs, *heads})
    }
    return _header(grid, (row, row + 1), pairs, own)


def _is_number(value: Value) -> bool:
    return not isinstance(value, str) or words(value).replace(" ", "").isdigit()


def _header(
    grid: Grid, rows: tuple[int, ...], texts: Mapping[int, tuple[str, str]], own: Mapping[str, Field | None]
) -> Header | None:
    columns = []
    for position, (group, text) in texts.items():
        key = _column_key(group, text, own)
        shown = f"{group} / {text}" if group else text
        row = rows[-1] if grid.value(rows[-1], position) != "" else rows[0]
        columns.append(Column(position, " ".join(shown.split()), cell_name(row, position), key))
    role = _role({column.key.name for column in columns if column.key})
    return Header(rows, tuple(columns), role) if role else None


def _role(names: set[str]) -> Role | None:
    """The role that a set of columns makes; a table of counts is stock even if it also shows the DPT."""
    if {Field.RECEIVED, Field.GOOD} & names and len(_STOCK_FIELDS & names) >= 2:
        return Role.STOCK
    has_voters = Field.VOTERS in names or {Field.MALE, Field.FEMALE} <= names
    has_region = bool({Field.KOTA, Field.KECAMATAN, Field.KELURAHAN} & names)
    if not has_voters:
        return None
    if Field.TPS in names:
        return Role.DPT
    return Role.RECAP if has_region else None


def field_of(text: str) -> Field | None:
    """The field that a header's words name, with or without words such as `jumlah` and `lembar`."""
    normal = words(text)
    if normal in _FIELD_OF:
        return _FIELD_OF[normal]
    return _FIELD_OF.get(" ".join(word for word in normal.split() if word not in NOISE))


def _column_key(group: str, text: str, own: Mapping[str, Field | None]) -> ColumnKey | None:
    field = own.get(words(f"{group} {text}")) or own.get(words(text)) or field_of(text)
    group_field = field_of(group) if group else None
    if group_field is Field.DAMAGED or (group and "rusak" in words(group).split()):
        if field in (Field.VOTERS, Field.DAMAGED):
            return ColumnKey(Field.DAMAGED, *_election(group))
        if field is None or words(text) in _CATEGORY_OF:
            return ColumnKey(Field.DAMAGE_CATEGORY, *_election(group), _category(text))
    if field is None and words(text) in _CATEGORY_OF:
        return ColumnKey(Field.DAMAGE_CATEGORY, *_election(group), _category(text))
    if field is None:
        field = field_of(f"{group} {text}") or _field_with_election(text)
    if field in _VOTER_FIELDS and not _speaks_of_the_roll(group):
        return ColumnKey(Field.MOVED_IN) if group_field is Field.MOVED_IN and field is Field.VOTERS else None
    if field is None:
        return None
    if field in _STOCK_FIELDS:
        return ColumnKey(field, *_election(f"{group} {text}"))
    return ColumnKey(field)


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


def _category(text: str) -> str:
    return _CATEGORY_OF.get(words(text)) or " ".join(text.upper().split())


_NOT_THE_ROLL = frozenset({"dptb", "dpk", "pengguna", "hadir", "disabilitas", "pemula", "baru", "pindahan"})


def _speaks_of_the_roll(group: str) -> bool:
    """Whether L, P and Jumlah under a group head count the voters on the roll, not who came or moved."""
    return not _NOT_THE_ROLL & set(words(group).split())
