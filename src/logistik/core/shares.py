"""Shares of a quantity in whole sheets."""

from collections.abc import Sequence


def shared(quantity: int, wants: Sequence[int]) -> list[int]:
    """Share a quantity in proportion to what each wants, by largest remainder; nobody gets more than that.

    The shares sum to the smaller of the quantity and all wants together. Of equal remainders the earlier comes first.

    Args:
        quantity: sheets to be shared, 0 or more.
        wants: sheets that each wants, 0 or more.
    """
    whole = sum(wants)
    if quantity >= whole:
        return list(wants)
    shares = [quantity * want // whole for want in wants]
    by_remainder = sorted(range(len(wants)), key=lambda at: -(quantity * wants[at] % whole))
    for at in by_remainder[: quantity - sum(shares)]:
        shares[at] += 1
    return shares
