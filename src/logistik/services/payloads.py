"""What entries say as JSON: written on one line, and read with every field of the type that it has to be."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from logistik import __version__
from logistik.core.correspondence import Event, Kept
from logistik.core.errors import LogistikError
from logistik.core.history import subject_of
from logistik.core.movements import Movement
from logistik.core.regions import Region
from logistik.ledger.chain import Entry

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading an entry raises that no version of ours wrote."""
_NUMBERS = frozenset({
    "entry", "letter", "move", "asked", "good", "damaged", "sheets", "bytes", "errors", "warnings", "infos", "request",
})  # fmt: skip
_MAY_BE_MISSING = {"day", "file", "request", *Region._fields} - {"level"}
T = TypeVar("T")
Told = TypeVar("Told", bound=Event | Movement)


def payload_of(said: Mapping[str, Any]) -> str:
    """What an entry says, on one line, with the version that says it."""
    return json.dumps({"tool": f"logistik {__version__}", **said}, ensure_ascii=False, separators=(",", ":"))


def read_entry(entry: Entry, read: Callable[[Entry, dict[str, Any]], T]) -> T:
    """What an entry tells; LogistikError for one that this version cannot read."""
    try:
        return checked(read(entry, json.loads(entry.payload)))
    except UNREADABLE:
        raise LogistikError(
            f"Catatan nomor {entry.number} di ledger tidak dapat dibaca oleh versi logistik ini.",
            hint="Perbarui logistik, lalu jalankan lagi.",
        ) from None


def checked(told: T) -> T:
    """What an entry tells, if every field is of its type: sheets are numbers from 0, names text; else TypeError."""
    if not _fits("told", told):
        raise TypeError(type(told).__name__)
    return told


def refuse_dangling(entries: Sequence[Entry], told: Sequence[Told], begins: type, what: str) -> None:
    """LogistikError where an entry refers to one that did not begin anything before it.

    Args:
        entries: what was recorded, in order.
        told: what each of them tells.
        begins: what begins something that others may refer to.
        what: how messages call that.
    """
    begun: set[int] = set()
    for entry, each in zip(entries, told, strict=True):
        if isinstance(each, begins):
            begun.add(entry.number)
        elif subject_of(each) not in begun:
            raise LogistikError(
                f"Catatan nomor {entry.number} di ledger menyebut {what} yang tidak ada "
                f"(catatan nomor {subject_of(each)}).",
                hint="Jalankan `logistik verify`, lalu laporkan catatan itu.",
            )


def read_day(text: str | None) -> date | None:
    """A day as entries write it."""
    return date.fromisoformat(text) if text else None


def all_kept(said: Iterable[dict[str, Any]]) -> tuple[Kept, ...]:
    """Files as an entry names them."""
    return tuple(Kept(each["path"], each["sha256"], each["bytes"]) for each in said)


def one_kept(said: dict[str, Any] | None) -> Kept | None:
    """The file that an entry names, if it names one."""
    return all_kept([said])[0] if said else None


def _fits(name: str, value: object) -> bool:
    """Whether a field and all in it are of the types that they have to be."""
    if value is None:
        return name in _MAY_BE_MISSING
    if isinstance(value, tuple):
        return all(map(_fits, getattr(value, "_fields", ("",) * len(value)), value))
    if name in _NUMBERS:
        return type(value) is int and value >= 0
    return isinstance(value, str | date)
