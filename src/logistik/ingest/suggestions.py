"""What an unknown column may mean, and the lines of `logistik.toml` that would settle it; for people to confirm.

A likeness is shown, never used. Texts of a sheet without a table are shown only where they head a column of numbers or
read like a column that we know: a sheet may hold voters' names and addresses.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from logistik.core.grid import Grid, Value
from logistik.core.places import cell_name
from logistik.core.vocabulary import Field, Role
from logistik.ingest.aliases import ALIASES, NOISE
from logistik.ingest.columns import NAME_WORDS, field_of, may_be_sheets
from logistik.ingest.fields import COUNTS, FIELDS_OF, word_for
from logistik.ingest.headers import SEARCHED_ROWS
from logistik.ingest.idle import is_supply
from logistik.ingest.lacking import lacking_in, said_to_lack
from logistik.ingest.names import ELECTION_NAMES, clean, elections_in, tps_number, words
from logistik.ingest.numbers import read_count
from logistik.ingest.titles import context

NEAR = 0.75
"""From this likeness on a word is offered as what may be meant."""
LOOKED_AT = 200
"""Rows under a header that tell whether its column holds numbers."""
_LONGEST_HEAD = 100
_DEEPEST_HEAD = 3
_SUBSET = 0.9
"""What a likeness is worth where an alias is only a part of the text."""

_SPEAK_OF_US = frozenset({"stok", "gudang", "sortir", "penyortiran", "suara", "dpt", "pemilih", "logistik"})


class Near(NamedTuple):
    """A field whose words are like a header's, the likest of them, and how like (0 to 1)."""

    field: Field
    word: str
    likeness: float

    @property
    def meaning(self) -> str:
        """What `logistik.toml` calls it: the field's usual word, of sheets packed the election that heads them."""
        found = elections_in(self.word) if self.field is Field.PACKED else ()
        return words(found[0]) if found else word_for(self.field)


class Head(NamedTuple):
    """A text that heads a column, and what stands below it: some numbers, mostly numbers, mostly numbers of TPS."""

    text: str
    row: int
    position: int
    field: Field | None
    near: tuple[Near, ...]
    has_numbers: bool
    holds_numbers: bool
    holds_stations: bool

    @property
    def cell(self) -> str:
        """Where it stands."""
        return cell_name(self.row, self.position)


class AliasLine(NamedTuple):
    """One line for `[alias.kolom]`: a header and what it means; without a likeness a guess from the column's place."""

    header: str
    field: Field
    meaning: str
    likeness: float | None

    @property
    def key(self) -> str:
        """The header in the form in which aliases are compared."""
        return words(self.header)

    @property
    def toml(self) -> str:
        """The line as it is pasted."""
        escaped = self.header.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}" = "{self.meaning}"'


class Suggestion(NamedTuple):
    """Lines that make a sheet a table of this role."""

    role: Role
    lines: tuple[AliasLine, ...]


class Candidates(NamedTuple):
    """What a sheet without a table has that comes nearest: rows of heads, and what each role still lacks."""

    rows: tuple[int, ...]
    heads: tuple[Head, ...]
    lacks: tuple[tuple[Role, str], ...]
    suggestion: Suggestion | None
    refused: tuple[tuple[Suggestion, str], ...] = ()


def nearest(text: str, fields: Sequence[Field], most: int = 2) -> tuple[Near, ...]:
    """The fields whose words are likest to a text, the likest first; nothing below `NEAR`."""
    said = words(text)
    named = elections_in(text)
    elections = ELECTION_NAMES if not named or (len(named) == 1 and may_be_sheets(text)) else ()
    plain = " ".join(word for word in said.split() if word not in NAME_WORDS) if named else said
    found = []
    for field in fields:
        likenesses = [(_likeness(plain, alias), alias) for alias in ALIASES[field] if alias not in NOISE]
        if field is Field.PACKED:
            likenesses += [(_likeness(said, name), name) for name in elections]
        likeness, alias = max(likenesses)
        if likeness >= 100 * NEAR:
            found.append(Near(field, alias, round(likeness / 100, 2)))
    return tuple(sorted(found, key=lambda each: -each.likeness)[:most])


def _likeness(said: str, alias: str) -> float:
    """How like a text is to an alias, or some of its words are, in percent."""
    from rapidfuzz import fuzz

    whole = fuzz.ratio(said, alias)
    is_longer = len(said.split()) >= len(alias.split())
    return max(whole, _SUBSET * fuzz.token_set_ratio(said, alias)) if is_longer else whole


def head_at(grid: Grid, row: int, position: int, text: str, fields: Sequence[Field], field: Field | None) -> Head:
    """A head with what stands under it; likeness is asked only where the word is not known."""
    below = [grid.value(at, position) for at in range(row + 1, min(len(grid.rows), row + 1 + LOOKED_AT))]
    filled = [value for value in below if value != ""]
    counts = sum(isinstance(read_count(value), int) for value in filled)
    stations = sum(tps_number(value) is not None for value in filled)
    mostly = (2 * counts >= len(filled) > 0, 2 * stations >= len(filled) > 0)
    head = Head(text, row, position, field, (), counts > 0, *mostly)
    suiting = [each for each in fields if field is None and may_be(each, head)]
    return head._replace(near=nearest(text, suiting))


def candidates(
    grid: Grid, own: Mapping[str, Field | None], personal: Collection[int], refused: Callable[[Suggestion], str]
) -> Candidates:
    """What comes nearest to a table in a sheet that has none.

    Args:
        grid: the sheet.
        own: the office's aliases, by normal form.
        personal: the columns with data of persons, which are passed over.
        refused: tries a suggestion, and says why the sheet is no table of its role then; "" where it is one.
    """
    rows = _head_rows(grid, own)
    if not rows:
        return Candidates((), (), tuple((role, said_to_lack(role, set())) for role in FIELDS_OF), None)
    every = tuple(dict.fromkeys(field for fields in FIELDS_OF.values() for field in fields))
    lowest = {at: row for row in rows for at, value in enumerate(grid.rows[row]) if words(value)}
    texts = {at: clean(grid.value(row, at)) for at, row in sorted(lowest.items())}
    heads = [
        head_at(grid, lowest[at], at, text, every, own.get(words(text)) or field_of(text))
        for at, text in texts.items()
        if at not in personal and len(text) <= _LONGEST_HEAD
    ]
    known = {head.field for head in heads if head.field}
    may_guess = bool(known - {Field.NUMBER, Field.REMARK, Field.DATE, Field.VOTERS}) or _speaks_of_us(grid, rows[0])
    made = [
        made
        for role in FIELDS_OF
        if (made := _suggestion(role, heads, known, may_guess=may_guess and _may_guess(role, known))) is not None
    ]
    made.sort(key=lambda each: sum(line.likeness is None for line in each.lines))
    tried: list[tuple[Suggestion, str]] = []
    while made and not (tried and not tried[-1][1]):
        tried.append((made[0], refused(made.pop(0))))
    chosen = tried[-1][0] if tried and not tried[-1][1] else None
    shown = tuple(head for head in heads if head.field or head.near or head.holds_numbers)
    lacks = tuple((role, said_to_lack(role, known)) for role in FIELDS_OF)
    return Candidates(rows, shown, lacks, chosen, tuple((each, why) for each, why in tried if why))


def _may_guess(role: Role, known: Collection[Field]) -> bool:
    """Whether a column of numbers may be offered for what a role lacks although its head says nothing."""
    return role in (Role.DPT, Role.STOCK) or (role is Role.CARTONS and Field.CARTONS in known)


def _head_rows(grid: Grid, own: Mapping[str, Field | None]) -> tuple[int, ...]:
    """The rows that look most like heads: words only, numbers right under them, most words that we know."""
    best: tuple[int, ...] = ()
    most = (-1, -1)
    for row in range(min(len(grid.rows), SEARCHED_ROWS)):
        rows = [row]
        while len(rows) < _DEEPEST_HEAD and rows[-1] + 1 < len(grid.rows) and _is_words(grid.rows[rows[-1] + 1]):
            rows.append(rows[-1] + 1)
        below = (value for values in grid.rows[rows[-1] + 1 : rows[-1] + 3] for value in values)
        texts = {words(value) for each in rows for value in grid.rows[each] if value != ""}
        if not _is_words(grid.rows[row]) or not any(value != "" and _is_number(value) for value in below):
            continue
        known = sum((own.get(text) or field_of(text)) is not None for text in texts)
        if (known, len(texts)) > most:
            best, most = tuple(rows), (known, len(texts))
    return best


def _is_words(values: Sequence[Value]) -> bool:
    """Whether a row holds several texts and nothing else."""
    filled = [value for value in values if value != ""]
    return len(filled) >= 2 and not any(_is_number(value) for value in filled)


def _is_number(value: object) -> bool:
    return not isinstance(value, str) or words(value).replace(" ", "").isdigit()


def _speaks_of_us(grid: Grid, row: int) -> bool:
    """Whether the titles above or the sheet's name say that these are ballots or voters."""
    titles = [value for values in grid.rows[:row] for value in values if isinstance(value, str) and value]
    return bool(context(titles, grid.sheet)) or any(
        _SPEAK_OF_US & set(words(text).split()) for text in (*titles, grid.sheet)
    )


def _suggestion(role: Role, heads: Sequence[Head], known: set[Field], *, may_guess: bool) -> Suggestion | None:
    """The lines that would give a sheet this role; None where a field has no column that could be it."""
    lines: list[AliasLine] = []
    named: set[str] = {*known}
    free = [head for head in heads if head.field is None]
    for field in lacking_in(role, known, {near.field for head in heads for near in head.near}):
        line = _line(field, free, may_guess=may_guess)
        if line is None and field is Field.KELURAHAN:
            continue  # a title may name it; reading the sheet will tell
        if line is None:
            return None
        free = [head for head in free if head.text != line.header]
        lines.append(line)
        named |= {line.field} - {Field.PACKED} | {line.meaning}
    if lines:
        for head in free:
            suiting = (near for near in head.near if near.field in FIELDS_OF[role])
            near = next((near for near in suiting if not named & {near.field, near.meaning}), None)
            if near is not None:
                named |= {near.field} - {Field.PACKED} | {near.meaning}
                lines.append(AliasLine(head.text, near.field, near.meaning, near.likeness))
    return Suggestion(role, tuple(lines)) if lines else None


def _line(field: Field, free: Sequence[Head], *, may_guess: bool) -> AliasLine | None:
    alike = [(near.likeness, -head.position, head, near) for head in free for near in head.near if near.field is field]
    if alike:
        likeness, _, head, near = max(alike, key=lambda each: each[:2])
        return AliasLine(head.text, field, near.meaning, likeness)
    if may_guess and field in COUNTS:
        for head in free:
            if may_be(field, head) and not (head.near or elections_in(head.text) or is_supply(head.text)):
                return AliasLine(head.text, field, word_for(field), None)
    return None


def may_be(field: Field, head: Head) -> bool:
    """Whether what stands under a head can be this: numbers for counts and TPS, words for names."""
    if field is Field.TPS:
        return head.holds_stations
    if field is Field.CARTONS:
        return True
    if field in COUNTS:
        return head.holds_numbers
    return not head.holds_numbers
