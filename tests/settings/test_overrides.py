"""`[aturan]` in logistik.toml: what an office changes is used, told, and refused where it makes no sense."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from logistik.core.errors import LogistikError
from logistik.core.rules import Route
from logistik.settings.rulesets import load
from tests.tools import Ran, Rows, Runner, write_xlsx

DPT: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    ["Kota Balikpapan", "Balikpapan Kota", "Damai", 1, 400],
    ["Kota Balikpapan", "Balikpapan Kota", "Damai", 2, 200],
]
"""600 voters; at 2.5% 410 + 205 = 615 needed, at 3% 412 + 206 = 618."""
STOCK: Rows = [["Jenis Pemilihan", "Diterima", "Baik", "Rusak"], ["Wali Kota", 615, 612, 3]]


def audited(logistik: Runner, toml: str, stock: Rows = STOCK, *words: str) -> Ran:
    """An audit under these settings."""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": DPT})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": stock})
    (logistik.folder / "logistik.toml").write_text(toml, "utf-8")
    return logistik.audit("dpt.xlsx", "stok.xlsx", *words)


class Told(NamedTuple):
    """An override as the result reports it."""

    key: str
    value: str
    instead_of: str


OVERRIDES = [
    ('[aturan]\nreserve_rate = "3/100"', Told("reserve_rate", "3/100", "25/1000")),
    ("[aturan]\nmax_voters_per_tps = 300", Told("max_voters_per_tps", "300", "600")),
    ("[aturan]\nvoting_day = 2024-12-01", Told("voting_day", "2024-12-01", "2024-11-27")),
    ('[aturan]\ndamage_rate_notice = "1/1000"', Told("damage_rate_notice", "1/1000", "1/100")),
    ("[aturan.elections.walikota]\nrevote_sheets = 1000", Told("elections.walikota.revote_sheets", "1000", "2000")),
    (
        "[aturan]\nelections.walikota.sheets_per_carton = 500",
        Told("elections.walikota.sheets_per_carton", "500", "2000"),
    ),
    (
        '[aturan.elections.gubernur]\nrevote_kept_at = "kota"',
        Told("elections.gubernur.revote_kept_at", "kota", "provinsi"),
    ),
    (
        '[aturan.elections.walikota.route]\nrecipient = "Ketua KPU RI"',
        Told("elections.walikota.route.recipient", "Ketua KPU RI", "Pimpinan {penyedia}"),
    ),
    (
        '[aturan.kecamatan_route]\nrecipient = "Sekretaris {kantor}"',
        Told("kecamatan_route.recipient", "Sekretaris {kantor}", "Ketua {kantor}"),
    ),
]


@pytest.mark.parametrize(("toml", "told"), OVERRIDES, ids=[told.key for _, told in OVERRIDES])
def test_an_override_is_reported_with_what_it_replaces(toml: str, told: Told, logistik: Runner) -> None:
    assert audited(logistik, toml).json["overrides"] == [told._asdict()]


def test_without_overrides_none_is_reported(logistik: Runner) -> None:
    assert audited(logistik, "").json["overrides"] == []


def test_several_overrides_are_reported_in_their_order(logistik: Runner) -> None:
    toml = '[aturan]\nmax_voters_per_tps = 300\nreserve_rate = "3/100"'
    assert [each["key"] for each in audited(logistik, toml).json["overrides"]] == ["max_voters_per_tps", "reserve_rate"]


def test_an_own_rate_changes_the_need(logistik: Runner) -> None:
    ran = audited(logistik, '[aturan]\nreserve_rate = "3/100"')
    city = ran.balance(None, "walikota")
    assert (city["reserve"], city["required"], city["request"]) == (18, 618, 6)


def test_an_own_limit_changes_which_tps_are_too_large(logistik: Runner) -> None:
    assert "LG408" not in audited(logistik, "").codes()
    assert (
        "400 pemilih, batasnya 300"
        in audited(logistik, "[aturan]\nmax_voters_per_tps = 300").finding("LG408")["message"]
    )


def test_an_own_rate_of_damage_changes_what_is_unusual(logistik: Runner) -> None:
    assert "LG608" not in audited(logistik, "").codes()
    assert "LG608" in audited(logistik, '[aturan]\ndamage_rate_notice = "1/1000"').codes()


def test_an_own_carton_changes_what_looks_like_cartons(logistik: Runner) -> None:
    cartons: Rows = [["Jenis Pemilihan", "Diterima", "Baik"], ["Wali Kota", 12, 12]]
    assert "LG504" not in audited(logistik, "", cartons).codes()
    assert "LG504" in audited(logistik, "[aturan.elections.walikota]\nsheets_per_carton = 50", cartons).codes()


@pytest.mark.parametrize(
    ("toml", "required"),
    [
        ("", 2000),
        ("[aturan.elections.walikota]\nrevote_sheets = 1000", 1000),
        ('[aturan.elections.walikota]\nrevote_kept_at = "provinsi"', None),
    ],
)
def test_own_rules_for_the_revote_stock_change_its_balance(toml: str, required: int | None, logistik: Runner) -> None:
    balances = [each for each in audited(logistik, toml).json["balances"] if each["stock"] == "revote"]
    assert [each["required"] for each in balances] == ([] if required is None else [required])


def test_an_own_route_changes_the_letter(logistik: Runner) -> None:
    audited(logistik, '[aturan.elections.walikota.route]\nrecipient = "Ketua KPU RI"')
    letters = logistik("request", "dpt.xlsx", "stok.xlsx", "--format", "json").json["letters"]
    assert [letter["to"] for letter in letters] == ["Ketua KPU RI"]


def nested(dotted: str, value: Any) -> dict[str, Any]:
    """`a.b = value` as TOML gives it."""
    first, _, rest = dotted.partition(".")
    return {first: nested(rest, value) if rest else value}


def settable() -> Iterator[tuple[str, Any]]:
    """Every dotted key that an office may set, with something that it may hold."""
    for key, ruled in load("pilkada-2024").ruleset.values():
        if isinstance(ruled, Route):
            yield f"{key}.recipient", "Ketua"
        else:
            yield key, list(ruled.value) if isinstance(ruled.value, tuple) else ruled.value


EVERY_VALUE = list(settable())


@pytest.mark.parametrize(("key", "value"), EVERY_VALUE, ids=[key for key, _ in EVERY_VALUE])
def test_every_value_may_be_set_and_is_then_the_offices_own(key: str, value: Any) -> None:
    active = load("pilkada-2024", nested(key, value))
    ruled = dict(active.ruleset.values())[key.removesuffix(".recipient")]
    assert [each.key for each in active.overrides] == [key]
    assert (ruled.status, ruled.basis) == ("override", "logistik.toml [aturan]")
    others = {name for name, each in active.ruleset.values() if each.status == "override"}
    assert others == {key.removesuffix(".recipient")}


def test_an_override_does_not_keep_the_source_of_what_it_replaces() -> None:
    assert load("pilkada-2024").ruleset.reserve_rate.source
    assert load("pilkada-2024", {"reserve_rate": "3/100"}).ruleset.reserve_rate.source == ""


def test_an_override_stays_in_the_audit_that_asked_for_it() -> None:
    load("pilkada-2024", {"reserve_rate": "3/100"})
    assert load("pilkada-2024").ruleset.reserve_rate.value == "25/1000"


def test_the_command_marks_what_the_office_changed(logistik: Runner) -> None:
    (logistik.folder / "logistik.toml").write_text('[aturan]\nreserve_rate = "3/100"\n', "utf-8")
    own = logistik("ruleset", "pilkada-2024").out
    assert "reserve_rate  diubah kantor\n" in own
    assert "per TPS: 3/100\n" in own
    assert "diubah kantor" not in logistik("ruleset", "pemilu-2024").out


def test_the_damage_categories_of_the_rule_set_may_be_columns(logistik: Runner) -> None:
    stock: Rows = [["Jenis Pemilihan", "Diterima", "Baik", "Nama Partai Tidak Jelas"], ["DPR", 612, 605, 7]]
    assert audited(logistik, 'ruleset = "pemilu-2024"', stock).balance(None, "dpr")["damaged"] == 7


UNKNOWN = [
    ('reserve_rat = "3/100"', "reserve_rat", "reserve_rate"),
    ("max_voter_per_tps = 500", "max_voter_per_tps", "max_voters_per_tps"),
    ("elections.walikot.revote_sheets = 1", "elections.walikot", "walikota"),
    ("elections.walikota.revote_sheet = 1", "elections.walikota.revote_sheet", "revote_sheets"),
    ('elections.walikota.route.recipent = "x"', "elections.walikota.route.recipent", "recipient"),
    ('kecamatan_route.sendr = "x"', "kecamatan_route.sendr", "sender"),
]


@pytest.mark.parametrize(("line", "key", "near"), UNKNOWN, ids=[key for _, key, _ in UNKNOWN])
def test_an_unknown_key_is_an_error_with_the_nearest_one(line: str, key: str, near: str, logistik: Runner) -> None:
    ran = audited(logistik, f"[aturan]\n{line}")
    assert (ran.status, ran.out) == (2, "")
    assert f"[aturan]: kunci '{key}' tidak dikenal; mungkin maksud Anda '{near}'" in ran.err


def test_an_election_of_another_rule_set_is_an_unknown_key(logistik: Runner) -> None:
    ran = audited(logistik, "[aturan]\nelections.walikota.revote_sheets = 1", STOCK, "--ruleset", "pemilu-2024")
    assert ran.status == 2
    assert "kunci 'elections.walikota' tidak dikenal" in ran.err


BAD = [
    ("reserve_rate = 0.025", "reserve_rate", "harus"),
    ('reserve_rate = "2,5%"', "reserve_rate", "25/1000"),
    ('reserve_rate = "25/0"', "reserve_rate", "25/1000"),
    ('reserve_rate = "-1/40"', "reserve_rate", "25/1000"),
    ("max_voters_per_tps = -1", "max_voters_per_tps", "tidak boleh negatif"),
    ("max_voters_per_tps = 600.5", "max_voters_per_tps", "harus bilangan bulat"),
    ("max_voters_per_tps = true", "max_voters_per_tps", "harus bilangan bulat"),
    ('max_voters_per_tps = "enam ratus"', "max_voters_per_tps", "harus bilangan bulat"),
    ('voting_day = "besok"', "voting_day", "harus tanggal, misalnya"),
    ('damage_categories = "SOBEK"', "damage_categories", "harus daftar dalam kurung siku"),
    ("damage_categories = [1]", "damage_categories", "harus teks dalam tanda kutip"),
    ('elections.walikota.revote_kept_at = "gudang"', "elections.walikota.revote_kept_at", "provinsi"),
    ("elections.walikota = 3", "elections.walikota", "tidak dapat diubah"),
    ('kecamatan_route = "Ketua"', "kecamatan_route", "tidak dapat diubah"),
    ("kecamatan_route.recipient = 3", "kecamatan_route.recipient", "harus teks dalam tanda kutip"),
    ('name = "pilkada-2029"', "name", "tidak dapat diubah"),
    ("regional = false", "regional", "tidak dapat diubah"),
    ("legal_bases = []", "legal_bases", "tidak dapat diubah"),
    ('reserve_rate = { value = "3/100", basis = "pleno" }', "reserve_rate", "harus"),
]


@pytest.mark.parametrize(("line", "key", "expected"), BAD, ids=[line for line, _, _ in BAD])
def test_a_value_that_makes_no_sense_is_an_error_that_says_what_is_expected(
    line: str, key: str, expected: str, logistik: Runner
) -> None:
    ran = audited(logistik, f"[aturan]\n{line}")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Galat: logistik.toml [aturan]: ")
    assert f"'{key}" in ran.err
    assert expected in ran.err


def test_the_service_refuses_what_the_command_refuses() -> None:
    with pytest.raises(LogistikError, match="reserve_rat"):
        load("pilkada-2024", {"reserve_rat": "3/100"})
