"""Codes as they are printed, and as people type them."""

import pytest

from logistik.core.codes import ANCHOR, code_of, is_anchor_of, is_code_of, is_long_enough, plain_code

DIGEST = "08" + "42108421" * 7 + "0ff1ce"
OTHER = "ffffffff" * 8


def test_a_code_is_the_beginning_of_a_hash_five_bits_a_character() -> None:
    assert code_of("0" * 64) == "0000-0000"
    assert code_of("f" * 64, ANCHOR) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    assert code_of("08421084218" + "0" * 53) == "1111-1111"
    assert code_of(DIGEST, ANCHOR).startswith(code_of(DIGEST))


@pytest.mark.parametrize("typed", ["1111-1111", "11111111", " 1111 1111 ", "iIlL-1111", "l1i1-l1l1", "1111–1111"])
def test_a_carelessly_typed_code_is_understood(typed: str) -> None:
    assert is_code_of(typed, "0842108421" + "0" * 54)
    assert not is_code_of(typed, OTHER)


def test_o_is_zero() -> None:
    assert plain_code("oO0-abcd") == "000ABCD"
    assert is_code_of("OOOO-oooo", "0" * 64)


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        (DIGEST[:8], True),
        (DIGEST[:12].upper(), True),
        (DIGEST, True),
        (DIGEST[:7], False),
        (DIGEST[1:13], False),
        ("", False),
        ("-", False),
    ],
)
def test_the_beginning_of_a_hash_is_understood_from_eight_digits_on(typed: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_code_of(typed, DIGEST) is is_one


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        (code_of(DIGEST, ANCHOR), True),
        (code_of(DIGEST, ANCHOR).lower().replace("-", " "), True),
        (code_of(DIGEST, 3), False),
        (code_of(DIGEST), False),
        (DIGEST[:20], True),
        (DIGEST[:19], False),
        (code_of(OTHER, ANCHOR), False),
    ],
)
def test_only_a_whole_anchor_counts(typed: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_anchor_of(typed, DIGEST) is is_one
    assert is_long_enough("1" * 16, ANCHOR)
    assert not is_long_enough("1111-1111-1111-111", ANCHOR)
