"""A marked copy of the first file of an audit, held against the file itself before anybody gets it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import zip_longest
from math import isclose

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid, Value
from logistik.core.report import Report
from logistik.ingest.sheets import is_findings_list
from logistik.readers.source import grids_of, read_bytes
from logistik.render.annotated.book import Marked, Original, copied, rebuilt
from logistik.render.annotated.prepared import UnfitError, is_workbook
from logistik.render.annotated.remarks import allowed
from logistik.services.audit import Audit

_ONLY_CELLS = (
    "Yang disalin dari {file} hanya isi sel, sel gabungan, dan nama lembar; format, rumus (tinggal hasilnya), "
    "komentar, grafik, dan lainnya tidak ikut."
)


def annotated(audit: Audit, report: Report) -> Marked:
    """A copy of the first file with the findings of `report`, which may be a narrowed view of the audit's own.

    Raises:
        LogistikError: the file changed since it was audited, or is too large to be copied.
    """
    first = audit.report.inputs[0]
    content = read_bytes(audit.workspace.root / first.path, first.path)
    if sha256(content).hexdigest() != first.sha256:
        raise LogistikError(
            f"{first.path} berubah selama diperiksa.", hint="Simpan dan tutup dulu, lalu jalankan lagi."
        )
    original = Original(first.path, content, grids_of(content, first.path))
    if is_workbook(content):
        try:
            copy = copied(original, report)
            if _says_the_same(original.grids, grids_of(copy.content, first.path)):
                return copy
        except (UnfitError, LogistikError):
            pass
        lost = f"{first.path} tidak dapat disalin dengan formatnya. {_ONLY_CELLS.format(file=first.path)}"
    else:
        is_text = len(original.grids) == 1 and not content.startswith((b"PK", b"\xd0\xcf\x11\xe0"))
        lost = "" if is_text else _ONLY_CELLS.format(file=first.path)
    return rebuilt(original, report, lost)


def _says_the_same(before: Iterable[Grid], after: Iterable[Grid]) -> bool:
    """Whether a copy has the same sheets with the same values and merges, our own lists apart."""
    one, other = ([grid for grid in grids if not is_findings_list(grid)] for grids in (before, after))
    return len(one) == len(other) and all(map(_is_alike, one, other))


def _is_alike(one: Grid, other: Grid) -> bool:
    if one.sheet != other.sheet or set(one.merges) != set(other.merges):
        return False
    rows = zip_longest(one.rows, other.rows, fillvalue=())
    return all(mine == theirs or all(map(_is_equal, *_level(mine, theirs))) for mine, theirs in rows)


def _level(one: Sequence[Value], other: Sequence[Value]) -> tuple[list[Value], list[Value]]:
    """Both rows as long as the longer."""
    width = max(len(one), len(other))
    return [*one, *[""] * (width - len(one))], [*other, *[""] * (width - len(other))]


def _is_equal(one: Value, other: Value) -> bool:
    if one == other:
        return True
    if isinstance(one, float) and isinstance(other, int | float):
        return isclose(one, other, rel_tol=1e-12)
    if isinstance(one, str) and isinstance(other, str):
        return allowed(one) == allowed(other)
    return _seconds(one) is not None and _seconds(one) == _seconds(other)


def _seconds(value: Value) -> tuple[str, int] | None:
    """A point or length of time to the second: what a workbook holds is a fraction of a day."""
    if isinstance(value, datetime):
        return "at", round((value - datetime(1900, 1, 1)).total_seconds())  # noqa: DTZ001 - sheets know no zone
    if isinstance(value, date):
        return _seconds(datetime.combine(value, time()))
    if isinstance(value, time):
        return "time", round(value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6)
    if isinstance(value, timedelta):
        return "for", round(value.total_seconds())
    return None
