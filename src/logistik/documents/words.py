"""Amounts in words and days, the Indonesian way.

babel and num2words are loaded when a document is written: help names these modules' commands and needs neither.
"""

import re
from datetime import date

from logistik.core.wording import number

OPEN = "." * 24
"""A line left open for the office to fill in."""


def spelled(value: int) -> str:
    """`1001000` as `satu juta seribu`; num2words says `satu juta satu ribu`, which is not Indonesian."""
    from num2words import num2words

    text = str(num2words(value, lang="id"))
    return re.sub(r"(?:(?<= juta )|(?<= miliar )|(?<= triliun ))satu ribu", "seribu", text)


def amount(value: int) -> str:
    """`1.001.000 (satu juta seribu) lembar`."""
    return f"{number(value)} ({spelled(value)}) lembar"


def full_day(day: date) -> str:
    """`Rabu, 13 November 2024`: with the weekday, as minutes and deadlines have it."""
    return _formatted(day, "full")


def or_open(text: str) -> str:
    """The text, or a dotted line where there is none."""
    return text or OPEN


def day_in_words(day: date) -> str:
    """`Rabu, tanggal tiga belas bulan November tahun dua ribu dua puluh empat (13-11-2024)`, as minutes open."""
    weekday, month = (_formatted(day, form) for form in ("EEEE", "MMMM"))
    return f"{weekday}, tanggal {spelled(day.day)} bulan {month} tahun {spelled(day.year)} ({day:%d-%m-%Y})"


def _formatted(day: date, form: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, form, locale="id"))
