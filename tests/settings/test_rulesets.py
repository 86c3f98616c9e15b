"""The rule sets: published facts, each value with its basis, and how `logistik ruleset` shows them."""

from datetime import date
from typing import Any

import pytest

from logistik.core.errors import LogistikError
from logistik.core.rules import Route, RuleSet
from logistik.settings.rulesets import load, names
from tests.tools import Runner

NAMES = ("pilkada-2024", "pemilu-2024", "pilkada-2020")


def values(name: str) -> dict[str, Any]:
    """What each dotted key of a rule set holds."""
    return {key: ruled.value for key, ruled in load(name).ruleset.values() if not isinstance(ruled, Route)}


PUBLISHED = {
    "pilkada-2024": {
        "reserve_rate": "25/1000",
        "max_voters_per_tps": 600,
        "voting_day": date(2024, 11, 27),
        "warn_from": date(2024, 11, 13),
        "urgent_from": date(2024, 11, 20),
        "elections.gubernur.revote_sheets": 2000,
        "elections.gubernur.revote_kept_at": "provinsi",
        "elections.gubernur.sheets_per_carton": 2000,
        "elections.bupati.revote_sheets": 2000,
        "elections.bupati.revote_kept_at": "kota",
        "elections.bupati.sheets_per_carton": 2000,
        "elections.walikota.revote_sheets": 2000,
        "elections.walikota.revote_kept_at": "kota",
        "elections.walikota.sheets_per_carton": 2000,
    },
    "pilkada-2020": {
        "reserve_rate": "25/1000",
        "max_voters_per_tps": 500,
        "voting_day": date(2020, 12, 9),
        "elections.gubernur.revote_sheets": 2000,
        "elections.gubernur.revote_kept_at": "provinsi",
        "elections.bupati.revote_sheets": 2000,
        "elections.bupati.revote_kept_at": "kota",
        "elections.walikota.revote_sheets": 2000,
        "elections.walikota.sheets_per_carton": 2000,
    },
    "pemilu-2024": {
        "reserve_rate": "2/100",
        "max_voters_per_tps": 300,
        "voting_day": date(2024, 2, 14),
        "elections.ppwp.revote_sheets": 1000,
        "elections.dpr.revote_sheets": 1000,
        "elections.dpd.revote_sheets": 1000,
        "elections.dprd-provinsi.revote_sheets": 1000,
        "elections.dprd-kabkota.revote_sheets": 1000,
        "elections.ppwp.sheets_per_carton": 2000,
        "elections.dpd.sheets_per_carton": 1000,
        "elections.dpr.sheets_per_carton": 500,
        "elections.dprd-provinsi.sheets_per_carton": 500,
        "elections.dprd-kabkota.sheets_per_carton": 500,
    },
}
ORDER = {
    "pilkada-2024": ["gubernur", "bupati", "walikota"],
    "pilkada-2020": ["gubernur", "bupati", "walikota"],
    "pemilu-2024": ["ppwp", "dpr", "dpd", "dprd-provinsi", "dprd-kabkota"],
}
ASSUMED = {
    "pilkada-2024": {"warn_from", "urgent_from", "damage_rate_notice", "damage_categories", "kecamatan_route"},
    "pilkada-2020": {
        "warn_from",
        "urgent_from",
        "damage_rate_notice",
        "damage_categories",
        "kecamatan_route",
        "reserve_rate",
    },
}
"""What no law text and no named official says; in 2020 the rounding per TPS was concluded from one kabupaten."""


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_set_says_what_was_published(name: str) -> None:
    said = values(name)
    assert {key: said[key] for key in PUBLISHED[name]} == PUBLISHED[name]


@pytest.mark.parametrize("name", NAMES)
def test_elections_stand_in_the_order_of_the_ballot(name: str) -> None:
    assert list(load(name).ruleset.elections) == ORDER[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_a_label_a_basis_and_a_status(name: str) -> None:
    for key, ruled in load(name).ruleset.values():
        assert ruled.label, key
        assert ruled.basis, key
        assert ruled.status in ("confirmed", "assumed"), key
    for basis in load(name).ruleset.legal_bases:
        assert basis.text
        assert basis.status in ("confirmed", "assumed")


@pytest.mark.parametrize("name", ASSUMED)
def test_what_nobody_confirmed_is_marked_as_assumed(name: str) -> None:
    status = {key: ruled.status for key, ruled in load(name).ruleset.values()}
    assert {key for key, said in status.items() if said == "assumed" and not key.startswith("elections.")} == ASSUMED[
        name
    ]
    assert all(said == "assumed" for key, said in status.items() if key.endswith(".route"))


def test_a_decision_whose_title_is_not_known_is_cited_by_no_letter() -> None:
    assumed = [basis.text for basis in load("pilkada-2024").ruleset.legal_bases if basis.status == "assumed"]
    assert assumed == ["Keputusan Komisi Pemilihan Umum Nomor 1519 Tahun 2024"]


@pytest.mark.parametrize(("voters", "reserve"), [(0, 0), (1, 1), (40, 1), (41, 2), (429, 11), (600, 15)])
def test_the_reserve_of_a_pilkada_is_rounded_up(voters: int, reserve: int) -> None:
    assert load("pilkada-2024").ruleset.reserve.rounded_up(voters) == reserve


@pytest.mark.parametrize(("voters", "reserve"), [(250, 5), (251, 6), (300, 6), (50, 1), (51, 2)])
def test_the_reserve_of_a_pemilu_is_rounded_up_but_250_voters_get_5(voters: int, reserve: int) -> None:
    assert load("pemilu-2024").ruleset.reserve.rounded_up(voters) == reserve


@pytest.mark.parametrize(
    ("election", "level", "sheets"),
    [
        ("gubernur", "kota", None),
        ("gubernur", "provinsi", 2000),
        ("walikota", "kota", 2000),
        ("walikota", "provinsi", None),
        ("ppwp", "kota", None),
    ],
)
def test_the_revote_stock_is_kept_where_the_rules_say(election: str, level: str, sheets: int | None) -> None:
    assert load("pilkada-2024").ruleset.revote_sheets(election, level) == sheets


@pytest.mark.parametrize("name", NAMES)
def test_dates_run_from_the_warning_to_voting_day(name: str) -> None:
    rules: RuleSet = load(name).ruleset
    assert rules.warn_from.value < rules.urgent_from.value < rules.voting_day.value
    assert (rules.voting_day.value - rules.urgent_from.value).days == 7


def test_there_are_three_rule_sets_and_the_default_comes_first() -> None:
    assert (names()[0], sorted(names())) == ("pilkada-2024", sorted(NAMES))


@pytest.mark.parametrize("name", ["pilkada2024", "", "../rulesets/pilkada-2024", "PILKADA-2024"])
def test_an_unknown_rule_set_is_an_error_that_lists_the_known(name: str) -> None:
    with pytest.raises(LogistikError, match=r"tidak ada.*pilkada-2024, pemilu-2024, pilkada-2020"):
        load(name)


def test_the_command_lists_the_rule_sets_and_marks_the_one_in_use(logistik: Runner) -> None:
    lines = logistik("ruleset").out.splitlines()
    assert [line.split()[0] for line in lines] == names()
    assert [line.endswith("(dipakai)") for line in lines] == [True, False, False]


def test_the_mark_follows_logistik_toml(logistik: Runner) -> None:
    (logistik.folder / "logistik.toml").write_text('ruleset = "pilkada-2020"\n', "utf-8")
    used = [line.split()[0] for line in logistik("ruleset").out.splitlines() if line.endswith("(dipakai)")]
    assert used == ["pilkada-2020"]


@pytest.mark.parametrize("name", NAMES)
def test_the_command_shows_every_value_with_its_status_and_basis(name: str, logistik: Runner) -> None:
    ran = logistik("ruleset", name)
    says = {"confirmed": "terkonfirmasi", "assumed": "asumsi, dapat diubah"}
    text = " ".join(ran.out.split())
    assert ran.status == 0
    for key, ruled in load(name).ruleset.values():
        assert f"{key}  {says[ruled.status]}\n" in ran.out
        assert f"Dasar: {ruled.basis}" in text
        assert ruled.source in text


def test_the_command_says_which_legal_basis_no_letter_cites(logistik: Runner) -> None:
    text = " ".join(logistik("ruleset", "pilkada-2024").out.split())
    assert "Nomor 1519 Tahun 2024 (asumsi, dapat diubah; tidak dicantumkan di surat)" in text
    assert text.count("tidak dicantumkan di surat") == 1


def test_an_unknown_name_on_the_command_line_exits_2(logistik: Runner) -> None:
    ran = logistik("ruleset", "pilkada-2019")
    assert (ran.status, ran.out) == (2, "")
    assert "Rule set 'pilkada-2019' tidak ada. Yang ada: pilkada-2024, pemilu-2024, pilkada-2020" in ran.err
