"""Several rows for one region, election and stock: daily counts that add up, running totals, or a slip."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from logistik.core.counts import Count, total


class Verdict(StrEnum):
    """How several rows of one key relate."""

    SINGLE = "single"
    DAILY = "daily"
    CUMULATIVE = "cumulative"
    SAME_TWICE = "same_twice"
    CONFLICT = "conflict"
    UNCERTAIN = "uncertain"


@dataclass(slots=True, repr=False)
class Combined:
    """The count that several rows make together, and the readings of received where it cannot be told."""

    count: Count
    verdict: Verdict
    readings: tuple[int | None, ...] = ()


MARGIN = 10
"""One tenth above the order or the need is a surplus that printers do send; more is doubted."""
_UP_TO = r"(?i)(?<![^\W_])(?:s\s*[./]\s*d\b|sd\b|sampai|hingga|kumulatif)"
_COMPARED = ("received", "good", "damaged", "swapped", "unsorted")


def combine(dated: Sequence[tuple[str, Count]], undated: Sequence[Count]) -> Combined:
    """One count out of all rows of one key.

    Rows of different days add up, unless they are marked cumulative ("s.d.") or rise to the figures of the
    undated recap. An undated row said twice counts once if it is equal, else nothing is certain. An undated row
    that was not counted only states the order.
    """
    recaps = [count for count in undated if count.is_counted]
    orders = [count for count in undated if not count.is_counted]
    for same in (recaps, orders):
        if any(count != same[0] for count in same[1:]):
            return Combined(Count(), Verdict.CONFLICT, tuple(count.received for count in same))
    if dated:
        combined = _days(dated, recaps[0] if recaps else None)
    else:
        rows = recaps or orders
        combined = Combined(rows[0], Verdict.SINGLE if len(rows) == 1 else Verdict.SAME_TWICE)
    return _with_order(combined, orders[0]) if orders and recaps + [count for _, count in dated] else combined


def _with_order(combined: Combined, order: Count) -> Combined:
    count = combined.count
    completed = count._replace(
        ordered=order.ordered if count.ordered is None else count.ordered,
        noted=order.noted if count.noted is None else count.noted,
    )
    return Combined(completed, combined.verdict, combined.readings)


def _days(dated: Sequence[tuple[str, Count]], recap: Count | None) -> Combined:
    """Rows with a date, against the recap where there is one."""
    days = [count for _, count in dated]
    marked = [
        count for (_, count), is_marked in zip(dated, _marked([day for day, _ in dated]), strict=True) if is_marked
    ]
    added = _added(days)
    if marked:
        largest = max(marked, key=lambda count: count.received or 0)
        is_certain = len(marked) == len(days) and (_rises(days) or _rises(days[::-1]))
        if is_certain and (recap is None or _agree(recap, largest)):
            return Combined(recap or largest, Verdict.CUMULATIVE)
        other = recap if recap is not None else added if len(marked) < len(days) else days[-1]
        return Combined(recap or Count(), Verdict.UNCERTAIN, (other.received, largest.received))
    if recap is None:
        if len(set(dated)) < len(dated):
            once = _added([count for _, count in dict.fromkeys(dated)])
            return Combined(added, Verdict.UNCERTAIN, (added.received, once.received))
        if _exceed_order(days, added):
            return Combined(Count(ordered=added.ordered), Verdict.UNCERTAIN, (added.received, days[-1].received))
        return Combined(added, Verdict.DAILY if len(days) > 1 else Verdict.SINGLE)
    if _agree(recap, added):
        return Combined(recap, Verdict.DAILY)
    if _agree(recap, days[-1]) and _rises(days):
        return Combined(recap, Verdict.CUMULATIVE)
    return Combined(recap, Verdict.UNCERTAIN, (recap.received, added.received))


def is_doubtful(combined: Combined, days: Sequence[Count], base: int) -> bool:
    """Whether rows that were added up are rather running totals: the last is about what was to come, the sum is more.

    Args:
        combined: what the rows made together.
        days: the rows in their order.
        base: sheets ordered or required of the region.
    """
    last, added = days[-1].received if days else None, combined.count.received
    if combined.verdict is not Verdict.DAILY or last is None or added is None or len(days) < 2 or not base:
        return False
    margin = base // MARGIN
    return _rises(days) and base <= 2 * last <= 2 * (base + margin) and added > base + margin


def _exceed_order(days: Sequence[Count], added: Count) -> bool:
    """Whether rising days are running totals that nobody marked: only so do they keep to the order."""
    last, ordered = days[-1].received, added.ordered
    if ordered is None or last is None or added.received is None:
        return False
    return len(days) > 1 and _rises(days) and last <= ordered < added.received


def _agree(one: Count, other: Count) -> bool:
    """Whether two counts say the same, where both say something."""
    return all(
        mine == theirs
        for name in _COMPARED
        if (mine := getattr(one, name)) is not None and (theirs := getattr(other, name)) is not None
    )


def _added(days: Sequence[Count]) -> Count:
    """The days together; the order is one quantity said every day, so it is not added where it is the same."""
    summed = total(list(days))
    orders = {count.ordered for count in days if count.ordered is not None}
    return summed._replace(ordered=orders.pop()) if len(orders) == 1 else summed


def _marked(days: Sequence[str]) -> list[bool]:
    """Which days are marked as `up to` them.

    `s.d. 6 November` is; `5 s.d. 6 November` and `koli 3 s/d 5` are spans, which add up unless all begin alike.
    """
    spans = [re.search(_UP_TO, day) for day in days]
    starts = [day[: span.start()].strip() if span else None for day, span in zip(days, spans, strict=True)]
    from_one_day = len(starts) - starts.count(None) > 1 and len({start for start in starts if start}) == 1
    return [start is not None and (not start or from_one_day) for start in starts]


def _rises(days: Sequence[Count]) -> bool:
    received = [count.received for count in days]
    return all(before is not None and after is not None and before <= after for before, after in pairwise(received))
