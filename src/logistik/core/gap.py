"""Why a region's request is not the sum of its parts' requests, taken apart into what people can act on."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.core.balances import Balance


class Gap(NamedTuple):
    """What makes a region's request differ from the sum of its parts' requests, in sheets; together it is `movable`.

    `asked` was asked for, or came, for the region as a whole; `moved` is surplus of a part that covers another;
    `above` is need above the decision, which is not asked for; `undivided` was ordered and not divided among the parts.
    """

    asked: int
    moved: int
    above: int
    undivided: int


def gap(whole: Balance, parts: Sequence[Balance]) -> Gap:
    """Explain `movable` of a region whose parts were all counted, in sheets."""
    difference = sum(part.request or 0 for part in parts) - (whole.request or 0)
    answered = _answered(whole) - sum(map(_answered, parts))
    asked = max(0, min(answered, difference))
    moved = max(0, min(difference - asked, sum(part.surplus or 0 for part in parts)))
    rest = difference - asked - moved
    return Gap(asked, moved, max(0, rest), max(0, -rest))


def _answered(balance: Balance) -> int:
    return (balance.outstanding or 0) + (balance.later or 0)
