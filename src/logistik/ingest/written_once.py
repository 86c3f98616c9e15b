"""An election or a day that is written in its first row only and left blank, unmerged, in those below."""

from collections.abc import Iterator, Sequence

from logistik.core.vocabulary import Field
from logistik.ingest.names import is_revote
from logistik.ingest.tables import Table, total_label

REGIONS = (Field.KECAMATAN, Field.KELURAHAN, Field.REGION)
_TELLING = (Field.ELECTION, Field.PURPOSE, *REGIONS, Field.GROUP, Field.CARTONS)


def writes_election_once(table: Table, labels: Sequence[int]) -> bool:
    """Whether each election stands in its first row only, and blank below it in rows of other regions."""
    seen: set[str] = set()
    is_open = is_carried = False
    for row in _rows(table, Field.ELECTION, labels):
        typed = _text(table, row, Field.ELECTION)
        if is_revote(typed):
            continue
        if typed:
            if typed in seen or is_open:
                return False
            seen.add(typed)
            is_open = True
        elif any(_text(table, row, field) for field in REGIONS):
            is_open, is_carried = False, bool(seen)
    return is_carried and not is_open


class Days:
    """The day of each row, asked in order.

    A blank day is the one above where every day is written once, the first has rows without it, and the row is of
    something that this day does not have yet. A row of what it has is a recap of all days, and so are those below.
    """

    def __init__(self, table: Table, labels: Sequence[int]) -> None:
        self._table = table
        self._is_once = _writes_days_once(table, labels)
        self._day = ""
        self._seen: set[tuple[str, ...]] = set()

    def of(self, row: int) -> str:
        """The day of a row; "" for one of all days."""
        typed = _text(self._table, row, Field.DATE)
        if not self._is_once:
            return typed
        told = _told(self._table, row)
        if typed:
            self._day = typed
            self._seen.clear()
        elif told in self._seen:
            self._is_once = False
            return ""
        self._seen.add(told)
        return self._day


def _writes_days_once(table: Table, labels: Sequence[int]) -> bool:
    days: set[str] = set()
    first: tuple[str, ...] = ()
    is_carried = False
    for place, row in enumerate(_rows(table, Field.DATE, labels)):
        typed, told = _text(table, row, Field.DATE), _told(table, row)
        if typed in days or (place == 1 and (typed or told == first)):
            return False
        if typed:
            days.add(typed)
        is_carried = is_carried or place == 1
        first = first or told
    return is_carried and bool(days)


def _rows(table: Table, field: Field, labels: Sequence[int]) -> Iterator[int]:
    if table.position(field) is not None:
        yield from (row for row, values in table.data_rows() if not total_label(values, labels))


def _told(table: Table, row: int) -> tuple[str, ...]:
    return tuple(_text(table, row, field) for field in _TELLING)


def _text(table: Table, row: int, field: Field) -> str:
    return table.text(row, table.position(field))
