"""Several rows for one region, election and stock: daily counts that add up, running totals, or a slip."""

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


@dataclass(frozen=True, slots=True)
class Combined:
    """The count that several rows make together, and the readings of received where it cannot be told."""

    count: Count
    verdict: Verdict
    readings: tuple[int | None, ...] = ()


def combine(dated: Sequence[tuple[str, Count]], undated: Sequence[Count]) -> Combined:
    """One count out of all rows of one key.

    Rows of different days add up, unless one is marked cumulative ("s.d.") or they rise to the figure of
    the undated recap. An undated row said twice counts once if it is equal, else nothing is certain.
    """
    if any(count != undated[0] for count in undated[1:]):
        received = [count.received for count in undated]
        return Combined(Count(), Verdict.CONFLICT, tuple(received))
    if not dated:
        return Combined(undated[0], Verdict.SINGLE if len(undated) == 1 else Verdict.SAME_TWICE)
    days = [count for _, count in dated]
    added = _added(days)
    if not undated:
        if any(_is_cumulative(day) for day, _ in dated):
            return Combined(days[-1], Verdict.CUMULATIVE)
        return Combined(added, Verdict.DAILY if len(days) > 1 else Verdict.SINGLE)
    recap = undated[0]
    if recap.received == added.received:
        return Combined(recap, Verdict.DAILY)
    if recap.received == days[-1].received and _rises(days):
        return Combined(recap, Verdict.CUMULATIVE)
    return Combined(recap, Verdict.UNCERTAIN, (recap.received, added.received))


def _added(days: Sequence[Count]) -> Count:
    """The days together; the order is one quantity said every day, so it is not added where it is the same."""
    summed = total(list(days))
    orders = {count.ordered for count in days if count.ordered is not None}
    return summed._replace(ordered=orders.pop()) if len(orders) == 1 else summed


def _is_cumulative(day: str) -> bool:
    lowered = day.casefold().replace(" ", "")
    return "s.d" in lowered or "s/d" in lowered or "sampai" in lowered


def _rises(days: Sequence[Count]) -> bool:
    received = [count.received for count in days]
    return all(before is not None and after is not None and before <= after for before, after in pairwise(received))
