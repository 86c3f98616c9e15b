"""The first `logistik.toml`: every answer comes back out of it, and every example in it holds."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.office import Office
from logistik.settings import rulesets
from logistik.settings.starter import Starter, quoted, text
from logistik.settings.workspace import parse

RULES = rulesets.load(rulesets.DEFAULT).ruleset


def examples(written: str) -> str:
    """The file with every example made to count: `#kode = ...` is one, `# Kantor ...` is a comment."""
    return re.sub(r"^#(?=[^ #\n])", "", written, flags=re.MULTILINE)


@given(st.text())
def test_any_text_comes_back_as_it_was(value: str) -> None:
    written = quoted(value)
    assert tomllib.loads(f"key = {written}") == {"key": value}
    assert len(written.splitlines()) == 1


@given(st.text(alphabet=st.characters(), max_size=30))
def test_even_half_a_character_gives_a_file_that_can_be_saved(value: str) -> None:
    saved = quoted(value).encode().decode()
    assert len(tomllib.loads(f"key = {saved}")["key"]) == len(value)


@given(st.text(), st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_the_answers_are_what_the_settings_say(nama: str, kota: str, provinsi: str, dpt: list[str]) -> None:
    starter = Starter(nama, kota, provinsi, ("gubernur", "walikota"), tuple(dpt), ("gudang.xlsx",), ("k",), ("s",))
    office = parse(text(starter, RULES).encode())
    assert office == Office(
        ruleset="pilkada-2024",
        dpt=tuple(dpt),
        gudang=("gudang.xlsx",),
        pemilihan=("gubernur", "walikota"),
        kantor=office.kantor._replace(nama=nama, kota=kota, provinsi=provinsi),
    )


def test_elections_that_are_not_known_yet_are_left_to_the_audit() -> None:
    written = text(Starter("", "", "", (), ("dpt.xlsx",), ("gudang.xlsx",), ("k",), ("s",)), RULES)
    assert parse(written.encode()).pemilihan == ()
    assert '#pemilihan = ["gubernur", "bupati", "walikota"]' in written


@pytest.mark.parametrize("ruleset", rulesets.names())
def test_every_example_holds_and_shows_every_key(ruleset: str) -> None:
    rules = rulesets.load(ruleset).ruleset
    chosen = tuple(rules.usual_elections("Kota Contoh"))
    office = parse(
        examples(text(Starter("K", "Kota Contoh", "P", chosen, ("d",), ("g",), ("k",), ("s",)), rules)).encode()
    )
    rulesets.load(ruleset, office.aturan)
    assert office.kendali is not None
    assert set(office.kendali.surat_suara) == set(office.kendali.koli) == set(chosen)
    for shown in (office, office.kantor, office.kendali, office.alias, office.surat, office.dasar[0]):
        assert not [key for key, value in shown._asdict().items() if not value], type(shown)
