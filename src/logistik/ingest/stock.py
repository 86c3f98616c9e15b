"""The warehouse: one record per row, election and stock."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from logistik.core.counts import Absent, Cell, RawCount
from logistik.core.grid import Value
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.idle import is_supply
from logistik.ingest.names import clean, elections_in, is_revote, region_key, words
from logistik.ingest.numbers import Reading, Trouble, lost_thousands, read_count, read_restored, read_signed, settle
from logistik.ingest.records import CellTrouble, Restored, StockRow, StockSheet
from logistik.ingest.regions import split_region
from logistik.ingest.tables import Table, total_label
from logistik.ingest.titles import region_in
from logistik.ingest.totals import LayeredSums
from logistik.ingest.written_once import REGIONS, Days, writes_election_once

_FIGURES = (
    Field.ORDERED, Field.NOTED, Field.RECEIVED, Field.GOOD, Field.USABLE_DEFECTS, Field.DAMAGED, Field.DAMAGE_CATEGORY,
    Field.DAMAGE_CAUSE, Field.SWAPPED, Field.UNSORTED, Field.LATER, Field.STATED_SHORT, Field.STATED_REQUEST,
    Field.STATED_SURPLUS, Field.STATED_DIFFERENCE, Field.STATED_REQUIRED, Field.CARTON_COUNT,
)  # fmt: skip
_STATED = (
    Field.STATED_REQUIRED,
    Field.STATED_SHORT,
    Field.STATED_REQUEST,
    Field.STATED_SURPLUS,
    Field.STATED_DIFFERENCE,
    Field.CARTON_COUNT,
)

_NAMING = (Field.ELECTION, Field.KECAMATAN, Field.KELURAHAN, Field.REGION)
_REVOTE_WORDS = frozenset({"psu", "pemungutan", "suara", "ulang", "surat", "ss", "stok", "untuk", "kota", "kabupaten"})
_PLAIN = {field: ColumnKey(field) for field in Field}
_IDENTITY = (Field.RECEIVED, Field.GOOD, Field.DAMAGED, Field.SWAPPED, Field.UNSORTED)
_MARKS = (Field.GROUP, Field.CARTONS)
"""What tells the rows of one day apart."""
_APART = (Field.ELECTION, Field.PURPOSE, Field.DATE, *_MARKS)
"""What tells the rows of one region apart."""
_AT_ALL = ("",) * len(_APART)

Group = tuple[str | None, str | None]
"""Election and stock that a group head names; (None, None) where the columns are plain."""


def read_stock(table: Table, is_kecamatan: Callable[[str], bool] = lambda _: False) -> StockSheet:
    """Every row of the warehouse that names a region or an election, with its figures as read.

    Merged text cells are filled down; a blank kecamatan beside a kelurahan is the one above it. In a column that
    holds kecamatan and, under each, its kelurahan, `is_kecamatan` tells which is which. Rows that only name an
    election or a region hold for those below them. Total rows are held against their parts and left out; rows
    without a number (titles, notes, signatures) are too.
    """
    reader = _StockReader(table, is_kecamatan)
    for row, values in table.data_rows():
        reader.read(row, values)
    return reader.sheet


class _Plan(NamedTuple):
    """Where the figures of one election stand in a row; a column without a group head serves every election."""

    own: tuple[int, ...]
    figures: tuple[tuple[str, int], ...]
    categories: tuple[int, ...]
    causes: tuple[int, ...]
    stated: tuple[tuple[str, int], ...]


class _StockReader:
    """One pass over the rows of a warehouse table."""

    def __init__(self, table: Table, is_kecamatan: Callable[[str], bool]) -> None:
        self.sheet = StockSheet()
        self._table = table
        self._is_kecamatan = is_kecamatan
        self._section: dict[str, str] = {}
        self._wilayah = table.position(Field.REGION)
        self._groups: dict[Group, dict[ColumnKey, int]] = {}
        for key, at in table.block.columns.items():
            if key.name in _FIGURES:
                self._groups.setdefault((key.election, key.stock), {})[key] = at
        self._plans = {
            group: self._plan(group) for group in self._groups if group != (None, None) or len(self._groups) == 1
        }
        self._columns = table.block.columns
        self._numeric = sorted(at for group in self._groups.values() for at in group.values())
        self._signed = {
            at for group in self._groups.values() for key, at in group.items() if key.name == Field.STATED_DIFFERENCE
        }
        self._lost = {at for at in self._numeric if at not in self._signed and lost_thousands(table.values(at))}
        self._labels = table.label_columns(self._numeric)
        self._sums = LayeredSums(self._numeric)
        self._kecamatan = table.context.get(Field.KECAMATAN, "")
        self._told = self._titled(table.context)
        self._summed = ""
        self._date = self._election_above = ""
        self._days = Days(table, self._labels)
        self._carries_election = writes_election_once(table, self._labels)
        self._is_titled_revote = Field.PURPOSE in table.context and not self._says_purpose()

    def read(self, row: int, values: Sequence[Value]) -> None:
        """Take one row."""
        readings = {at: self._reading(at, values[at]) if at < len(values) else None for at in self._numeric}
        if self._lost:
            readings = self._settled(row, values, readings)
        numbers = [reading if isinstance(reading, int) else None for reading in readings.values()]
        is_bare = all(number is None for number in numbers)
        label = total_label(values, self._labels)
        if self._carries_election and not label:
            self._election_above = self._text(row, Field.ELECTION) or self._election_above
        if label and (is_bare or self._sums.has_rows):
            if not is_bare:
                self.sheet.totals.append(self._sums.close(self._table.block, row, label, numbers))
            return
        if is_supply(self._text(row, Field.ELECTION)):
            return
        if is_bare:
            self._without_numbers(row, values, readings)
            return
        self._note_troubles(row, readings)
        self._date = self._days.of(row)
        kecamatan, kelurahan = self._region(row, label)
        if kecamatan != self._summed:
            self._sums.begin("kecamatan")
            self._summed = kecamatan
        known = [None if isinstance(reading, Trouble) else reading or 0 for reading in readings.values()]
        self._sums.add(known, kecamatan, kelurahan)
        for group, plan in self._plans.items():
            self._row(row, kecamatan, kelurahan, group, plan, readings)

    def _without_numbers(self, row: int, values: Sequence[Value], readings: Mapping[int, Reading]) -> None:
        """A row of words: what it names may hold for the rows below it; a note or a signature says nothing."""
        if not self._begins_section(values) and any(self._text(row, field) for field in _NAMING):
            self._note_troubles(row, readings)
            if (text := self._text(row, Field.REGION)) and self._is_kecamatan(text):
                self._kecamatan, _ = self._split(row)

    def _plan(self, group: Group) -> _Plan:
        own, shared = self._groups[group], self._groups.get((None, None), {})

        def among(fields: Sequence[str]) -> tuple[tuple[str, int], ...]:
            found = ((field, own.get(ColumnKey(field, *group), shared.get(ColumnKey(field)))) for field in fields)
            return tuple((field, at) for field, at in found if at is not None)

        return _Plan(
            own=tuple(own.values()),
            figures=among(RawCount._fields),
            categories=tuple(at for key, at in own.items() if key.name == Field.DAMAGE_CATEGORY),
            causes=tuple(at for key, at in own.items() if key.name == Field.DAMAGE_CAUSE),
            stated=among(_STATED),
        )

    def _reading(self, at: int, value: Value) -> Reading:
        if at in self._lost:
            return read_restored(value)
        return read_signed(value) if at in self._signed else read_count(value)

    def _settled(self, row: int, values: Sequence[Value], readings: dict[int, Reading]) -> dict[int, Reading]:
        """The readings of a row in which thousands were lost, decided by its identity; what was restored is noted."""
        for columns in self._groups.values():
            named = {key.name: at for key, at in columns.items() if key.name in _IDENTITY}
            parts = [readings[at] for field, at in named.items() if field != Field.RECEIVED]
            received = readings[named[Field.RECEIVED]] if Field.RECEIVED in named else None
            if found := settle(received, parts):
                order = [named[Field.RECEIVED], *(at for field, at in named.items() if field != Field.RECEIVED)]
                readings |= dict(zip(order, found, strict=True))
        for at in self._lost:
            reading, raw = readings[at], values[at] if at < len(values) else ""
            if isinstance(reading, int) and reading >= 1000 and not isinstance(raw, str):
                self.sheet.restored.append(Restored(self._table.block, row, at, f"{raw:.10g}", reading))
            elif isinstance(reading, int) and reading >= 1000 and read_count(raw) != reading:
                self.sheet.restored.append(Restored(self._table.block, row, at, clean(raw), reading))
        return readings

    def _region(self, row: int, label: str) -> tuple[str, str]:
        """Kecamatan and kelurahan as typed; the kecamatan above stands in only where a kelurahan is named."""
        context = self._section or self._table.context
        kecamatan, kelurahan = self._text(row, Field.KECAMATAN), self._text(row, Field.KELURAHAN)
        if self._wilayah is not None and not kecamatan and not kelurahan:
            kecamatan, kelurahan = self._split(row)
        if (label and label in (kecamatan, kelurahan)) or _is_only_revote(kecamatan, kelurahan):
            kecamatan = kelurahan = ""  # a total with nothing above it is the whole; so is PSU
        if kecamatan:
            self._kecamatan = kecamatan
        elif kelurahan or Field.KECAMATAN in context:
            kecamatan = self._kecamatan
        return kecamatan, kelurahan or context.get(Field.KELURAHAN, "")

    def _split(self, row: int) -> tuple[str, str]:
        """Kecamatan and kelurahan of a row whose one column of regions holds both."""
        text = self._text(row, Field.REGION)
        key, apart = region_key(text, Field.KECAMATAN), tuple(self._text(row, field) for field in _APART)
        is_told = not self._told.isdisjoint({(key, apart), (key, _AT_ALL)})
        kecamatan, kelurahan = split_region(text, self._kecamatan, self._is_kecamatan, is_told=is_told)
        if not kelurahan:
            self._told.add((key, apart))
        return kecamatan, kelurahan

    def _titled(self, context: Mapping[str, str]) -> set[tuple[str, tuple[str, ...]]]:
        """What is told of kecamatan before the first row: that which a title names was named at all."""
        return {(region_key(context.get(Field.KECAMATAN, ""), Field.KECAMATAN), _AT_ALL)}

    def _begins_section(self, values: Sequence[Value]) -> bool:
        """Take a row of words that names the election or the region of the rows below it."""
        texts = [clean(value) for value in values if isinstance(value, str) and words(value)]
        longest = max(texts, key=len, default="")
        if region := region_in(longest):
            self._section = {**self._table.context, **self._section, region[0]: region[1]}
            self._kecamatan = self._section.get(Field.KECAMATAN, "")
            self._told = self._titled(self._section)
            return True
        found = elections_in(longest)
        if len(found) != 1 or self._table.position(Field.ELECTION) is not None or (None, None) not in self._groups:
            return False
        self._section = {**self._table.context, **self._section, Field.ELECTION: found[0]}
        self._section.pop(Field.PURPOSE, None)
        if is_revote(longest):
            self._section[Field.PURPOSE] = "psu"
        self._told = self._titled(self._section)
        self._sums.begin("election")
        return True

    def _only_election(self) -> str | None:
        """The one election that the rows of the table name; None if they name several or none."""
        column = self._table.position(Field.ELECTION)
        named = {found for row, _ in self._table.data_rows() for found in elections_in(self._table.text(row, column))}
        return named.pop() if len(named) == 1 else None

    def _says_purpose(self) -> bool:
        """Whether rows or heads themselves tell the revote stock apart, so that a title cannot mean all of them."""
        columns = [self._table.position(field) for field in (Field.ELECTION, Field.PURPOSE)]
        return any(group[1] for group in self._groups) or any(
            is_revote(self._table.text(row, column)) for row, _ in self._table.data_rows() for column in columns
        )

    def _text(self, row: int, field: Field) -> str:
        column = self._columns.get(_PLAIN[field])
        return "" if column is None else self._table.text(row, column)

    def _note_troubles(self, row: int, readings: Mapping[int, Reading]) -> None:
        self.sheet.troubles += [
            CellTrouble(self._table.block, row, at, reading)
            for at, reading in readings.items()
            if isinstance(reading, Trouble)
        ]

    def _row(
        self,
        row: int,
        kecamatan: str,
        kelurahan: str,
        group: Group,
        plan: _Plan,
        readings: Mapping[int, Reading],
    ) -> None:
        if group != (None, None) and all(readings[at] is None for at in plan.own):
            return
        election, stock = self._election(row, group, is_regional=bool(kecamatan or kelurahan))
        figures = RawCount(
            damage_categories=tuple(_cell(readings[at]) for at in plan.categories),
            damage_causes=tuple(_cell(readings[at]) for at in plan.causes),
            **{field: _cell(readings[at]) for field, at in plan.figures},
        )
        stated = {field: number for field, at in plan.stated if isinstance(number := readings[at], int)}
        self.sheet.rows.append(
            StockRow(
                kecamatan=kecamatan,
                kelurahan=kelurahan,
                election=election,
                stock=stock,
                date=self._date,
                mark=" ".join(filter(None, (self._text(row, field) for field in _MARKS))),
                figures=figures,
                stated=stated,
                block=self._table.block,
                row=row,
                wide_election=group[0],
                wide_stock=group[1],
                code=self._text(row, Field.CODE),
            )
        )

    def _election(self, row: int, group: Group, *, is_regional: bool) -> tuple[str | None, Stock]:
        """Election and stock of a row: from its group head, its own cells or those above, else the titles above."""
        typed, purpose = self._text(row, Field.ELECTION), self._text(row, Field.PURPOSE)
        if not typed and is_regional:
            typed = self._election_above
        named = [self._text(row, field) for field in REGIONS]
        found = elections_in(typed)
        election = group[0] or (found[0] if len(found) == 1 else None)
        if not group[0] and (not typed or (not found and is_revote(typed))):
            election = (self._section or self._table.context).get(Field.ELECTION)
            if election is None and (is_revote(typed) or _is_only_revote(*named)):
                election = self._only_election()
        revote = (
            group[1]
            or self._is_titled_revote
            or Field.PURPOSE in self._section
            or is_revote(typed)
            or is_revote(purpose)
            or _is_only_revote(*named)
        )
        return election, Stock.REVOTE if revote else Stock.VOTING


def _is_only_revote(*texts: str) -> bool:
    """Whether a cell of regions says PSU and nothing else: the stock for a revote, which is the whole city's."""
    return any(is_revote(text) and set(words(text).split()) <= _REVOTE_WORDS for text in texts)


def _cell(reading: Reading) -> Cell:
    if isinstance(reading, Trouble):
        return Absent(is_blank=False)
    return Absent(is_blank=True) if reading is None else reading
