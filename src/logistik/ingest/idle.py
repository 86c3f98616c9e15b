"""What stands beside ballots and voters and is no count of either: supplies, plain notes, fees."""

import re
from collections.abc import Sequence
from itertools import pairwise

from logistik.core.grid import Grid, Value
from logistik.ingest.names import elections_in, is_total_word, words
from logistik.ingest.numbers import read_count

LOOKED_AT = 400
"""Rows of a sheet that tell whether anything is counted in it."""
_SUPPLIES_TEXT = """
    kotak bilik tinta segel formulir form sampul amplop kabel gembok alat paku bantalan lem spidol pulpen ballpoint
    bolpoin balpoin karet kantong plastik stiker label tali dpc abtn template buku salinan tanda id bolpen pensil
    penggaris gunting cutter lakban
"""
_SUPPLIES = frozenset(_SUPPLIES_TEXT.split())
"""First words of what a TPS gets besides its ballots."""
_GOODS = frozenset({"barang", "logistik"})
"""Words of a head under which ballots are goods among others."""
_CLOCK = re.compile(r"[0-2]?[0-9][.:][0-5][0-9]")
_MONEY = frozenset({"honor", "honorarium", "rp", "rupiah", "harga", "pajak", "pph", "upah", "biaya"})


def is_supply(text: str) -> bool:
    """Whether a label names supplies (`Kotak Suara`, `2. Sampul Surat Suara Gubernur`), not ballots."""
    first = next((word for word in words(text).split() if not word.isdigit()), "")
    return first in _SUPPLIES


def holds_supplies(grid: Grid, heads: Sequence[int], column: int) -> bool:
    """Whether a column names supplies, or under a head of goods whatever it is, and not one kind of ballots."""
    is_goods = any(_GOODS & set(words(grid.value(row, column)).split()) for row in heads)
    first_row = heads[-1] + 1
    texts = {words(grid.value(row, column)) for row in range(first_row, min(len(grid.rows), first_row + LOOKED_AT))}
    supplies = {text for text in texts if is_supply(text)}
    ballots = (text for text in texts - supplies if elections_in(text) or text.startswith("surat suara"))
    return (is_goods or bool(supplies)) and not any(not is_total_word(text) for text in ballots)


def holds_counts(grid: Grid) -> bool:
    """Whether a sheet without a known table may still hold counts.

    There is a row of two numbers or a column of two, besides those that number the rows, and no head speaks of money.
    """
    rows = grid.rows[:LOOKED_AT]
    if any(_speaks_of_money(values) for values in rows):
        return False
    columns: dict[int, list[int]] = {}
    for values in rows:
        for at, value in enumerate(values):
            if value != "" and not _is_clock(value) and isinstance(number := read_count(value), int):
                columns.setdefault(at, []).append(number)
    counted = {at: numbers for at, numbers in columns.items() if not _numbers_rows(numbers)}
    return len(counted) > 1 or any(len(numbers) > 1 for numbers in counted.values())


def _numbers_rows(numbers: Sequence[int]) -> bool:
    """1, 2, 3 ..., which may begin again."""
    return numbers[0] == 1 and all(each in (1, before + 1) for before, each in pairwise(numbers))


def _is_clock(value: Value) -> bool:
    """08.00, 13:30: an hour of a timetable."""
    return isinstance(value, str) and _CLOCK.fullmatch(value.strip()) is not None


def _speaks_of_money(values: Sequence[Value]) -> bool:
    texts = [words(value).split() for value in values if isinstance(value, str) and value]
    return len(texts) > 2 and any(_MONEY & set(text) for text in texts)
