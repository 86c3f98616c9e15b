"""Suggestions: which name of the roll is most like an unknown one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.ingest.likeness import Choices
from tests.core.pace import modest

ROLL = [
    "Balikpapan Kota", "Balikpapan Timur", "Lamaru", "Damai", "Damai Baru", "Damai Bahagia", "Gunung Bahagia",
    "GUNUNGSARI ULU", "Sungainangka", "Klandasan Ulu", "Klandasan Ilir", "Sepinggan", "Sepinggan II", "Sepinggan III",
    "Karang Joang", "Tanjung Harapan",
]  # fmt: skip

MEANT = {
    "Lemaru": "Lamaru",
    "Dаmаi": "Damai",  # Cyrillic
    "Dámai": "Damai",
    "Bpp Kota": "Balikpapan Kota",
    "BPN. TIMUR": "Balikpapan Timur",
    "Balikpapn Kota": "Balikpapan Kota",
    "Gn. Bahagia": "Gunung Bahagia",
    "Gn Sari Ulu": "GUNUNGSARI ULU",
    "Gunung Sari Hulu": "GUNUNGSARI ULU",
    "Sei. Nangka": "Sungainangka",
    "Tj Harapan": "Tanjung Harapan",
    "Krg. Joang": "Karang Joang",
    "D. Bahagia": "Damai Bahagia",
    "Klandasan Hilir": "Klandasan Ilir",
    "Klandasan Iilir": "Klandasan Ilir",
    "Sepinggan 2": "Sepinggan II",
    "Sepingan 3": "Sepinggan III",
    "Sepinggan 4": None,
    "Balikpapan Utara": None,  # alike only in what both begin with
    "Klandasan Tengah": None,
    "Xyz": None,
    "": None,
    "64.71.06": None,
}


@pytest.mark.parametrize(("typed", "meant"), MEANT.items())
def test_the_usual_ways_to_write_a_name_otherwise_come_before_likeness(typed: str, meant: str | None) -> None:
    assert Choices({name: name for name in ROLL}).nearest(typed) == meant


@modest
@given(st.text() | st.text("gn. bpI2 kotasei", max_size=30), st.lists(st.text("bpkota gn2", max_size=12), max_size=5))
def test_any_name_is_a_choice_or_none(typed: str, names: list[str]) -> None:
    assert Choices({name: name for name in names}).nearest(typed) in (None, *names)
