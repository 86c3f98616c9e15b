"""Shares by largest remainder: whole sheets, nobody above what is wanted, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from logistik.core.shares import shared

WANTS = st.lists(st.integers(0, 700), max_size=30)


@given(quantity=st.integers(0, 20_000), wants=WANTS)
def test_the_shares_use_up_what_there_is_and_nobody_gets_more_than_wanted(quantity: int, wants: list[int]) -> None:
    shares = shared(quantity, wants)
    assert sum(shares) == min(quantity, sum(wants))
    assert all(0 <= share <= want for share, want in zip(shares, wants, strict=True))


@given(quantity=st.integers(0, 20_000), wants=WANTS)
def test_every_share_is_the_exact_one_rounded_down_or_up(quantity: int, wants: list[int]) -> None:
    whole = max(sum(wants), 1)
    quantity = min(quantity, sum(wants))
    for share, want in zip(shared(quantity, wants), wants, strict=True):
        assert quantity * want // whole <= share <= -(-quantity * want // whole)


def test_of_equal_remainders_the_earlier_comes_first() -> None:
    assert shared(2, [1, 1, 1]) == [1, 1, 0]
    assert shared(10, [13, 13, 4]) == [5, 4, 1]
    assert shared(0, [5]) == [0]
    assert shared(9, []) == []
