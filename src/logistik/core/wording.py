"""Numbers and lists the way Indonesian offices write them."""

from collections.abc import Sequence


def number(value: int) -> str:
    """`60869` as `60.869`."""
    return f"{value:,}".replace(",", ".")


def listed(items: Sequence[str], most: int = 5) -> str:
    """`a, b, dan c`; of a long list the first few and how many more."""
    if len(items) > most:
        return f"{', '.join(items[:most])}, dan {number(len(items) - most)} lainnya"
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"
