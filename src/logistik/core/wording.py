"""Numbers, days and lists the way Indonesian offices write them."""

from collections.abc import Sequence
from datetime import date

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def number(value: int) -> str:
    """`60869` as `60.869`."""
    return f"{value:,}".replace(",", ".")


def long_date(day: date) -> str:
    """`13 November 2024`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def slug(name: str) -> str:
    """`Balikpapan Kota` as `balikpapan-kota`: a name as it is typed after an option."""
    return "-".join(name.casefold().split())


def listed(items: Sequence[str], most: int = 5) -> str:
    """`a, b, dan c`; of a long list the first few and how many more."""
    if len(items) > most:
        return f"{', '.join(items[:most])}, dan {number(len(items) - most)} lainnya"
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"
