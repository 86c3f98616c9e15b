"""What each command prints on the sample workspace, word for word."""

import re
from pathlib import Path

import pytest

from logistik import __version__
from tests import golden
from tests.tools import Ran, Runner


def without_hashes(text: str) -> str:
    """The output with the ledger's hashes and the version blanked: they depend on the moment of the audit."""
    text = text.replace(f'"version": "{__version__}"', '"version": "<version>"')
    return re.sub(r'((?:Audit|audit|"audit":) "?)[0-9a-f]{12,64}', r"\1<hash>", text)


@pytest.mark.parametrize("width", [80, 120])
def test_the_audit_reads_well_at_common_widths(
    width: int, logistik: Runner, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = logistik("audit", "gudang.xlsx")
    assert max(map(len, ran.out.splitlines())) <= width
    golden.assert_is(f"audit-{width}.txt", ran.out)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("audit.json", ["audit", "gudang.xlsx", "--format", "json", "--level", "kecamatan"]),
        ("audit.csv", ["audit", "gudang.xlsx", "--format", "csv"]),
        ("audit-concise.txt", ["audit", "gudang.xlsx", "--format", "concise"]),
        ("audit-whatsapp.txt", ["audit", "gudang.xlsx", "--format", "whatsapp"]),
        ("audit.sarif", ["audit", "gudang.xlsx", "--format", "sarif"]),
        ("audit-junit.xml", ["audit", "gudang.xlsx", "--format", "junit"]),
        ("audit-github.txt", ["audit", "gudang.xlsx", "--format", "github"]),
        ("audit-kecamatan.txt", ["audit", "gudang.xlsx", "--kecamatan", "balikpapan-kota", "--jenis", "walikota"]),
        ("audit-kelurahan.txt", ["audit", "gudang.xlsx", "--kecamatan", "Balikpapan Kota", "--kelurahan", "damai"]),
        ("audit-dpt.txt", ["audit", "dpt.xlsx"]),
        ("request-city.txt", ["request", "gudang.xlsx"]),
        ("request-kecamatan.txt", ["request", "gudang.xlsx", "--kecamatan", "balikpapan-kota"]),
        ("request-kecamatan.md", ["request", "gudang.xlsx", "--kecamatan", "balikpapan-kota", "--format", "markdown"]),
        ("request-kelurahan.json", ["request", "gudang.xlsx", "--kecamatan", "balikpapan-kota", "--kelurahan", "damai",
                                    "--jenis", "walikota", "--format", "json"]),
        ("rule.txt", ["rule"]),
        ("rule-LG601.txt", ["rule", "LG601"]),
        ("ruleset.txt", ["ruleset"]),
        ("ruleset-pilkada-2024.txt", ["ruleset", "pilkada-2024"]),
        ("help.txt", ["--help"]),
        ("help-audit.txt", ["audit", "--help"]),
        ("help-request.txt", ["request", "--help"]),
    ],
)  # fmt: skip
def test_a_command_prints_exactly_this(name: str, words: list[str], logistik: Runner, samples: Path) -> None:
    ran = logistik(*words)
    assert ran.status in (0, 1)
    golden.assert_is(name, without_hashes(ran.out))


def test_an_output_file_holds_what_the_screen_would_show(logistik: Runner, samples: Path) -> None:
    shown = logistik("audit", "gudang.xlsx", "--format", "json", "--no-ledger")
    written = logistik("audit", "gudang.xlsx", "--format", "json", "--no-ledger", "-o", "hasil.json")
    assert written.out == ""
    assert (samples / "hasil.json").read_text("utf-8") == shown.out


def test_the_same_inputs_give_the_same_bytes(logistik: Runner, samples: Path) -> None:
    first, second = (logistik.audit("gudang.xlsx") for _ in range(2))
    assert first.out == second.out


def published(ran: Ran, election: str) -> tuple[object, ...]:
    """TPS, voters, reserve and need of the city in an audit."""
    balance = ran.balance(None, election)
    return tuple(balance[key] for key in ("polling_stations", "voters", "reserve", "required"))


def test_the_samples_meet_the_published_figures(logistik: Runner, samples: Path) -> None:
    ran = logistik.audit("gudang.xlsx")
    for election in ("gubernur", "walikota"):
        assert published(ran, election) == (996, 520_986, 13_489, 534_475)
        kota = ran.balance("Balikpapan Kota", election)
        assert (kota["polling_stations"], kota["voters"]) == (114, 60_869)
        assert kota["request"] > 0
    assert ran.balance(None, "walikota", "revote")["required"] == 2_000
    assert not [each for each in ran.json["balances"] if (each["election"], each["stock"]) == ("gubernur", "revote")]


@pytest.mark.parametrize(
    ("kecamatan", "stations"),
    [
        ("Balikpapan Timur", 139),
        ("Balikpapan Barat", 130),
        ("Balikpapan Utara", 254),
        ("Balikpapan Tengah", 145),
        ("Balikpapan Selatan", 214),
        ("Balikpapan Kota", 114),
    ],
)
def test_each_kecamatan_has_its_published_number_of_tps(
    kecamatan: str, stations: int, logistik: Runner, samples: Path
) -> None:
    assert logistik.audit("gudang.xlsx").balance(kecamatan, "gubernur")["polling_stations"] == stations


def test_the_planted_mistakes_are_found_and_leave_every_figure_known(logistik: Runner, samples: Path) -> None:
    ran = logistik.audit("gudang.xlsx")
    typed = ran.finding("LG403")
    assert typed["location"] == {"file": "dpt.xlsx", "sheet": "Balikpapan Utara", "cell": "G22"}
    forgotten = ran.finding("LG506")
    assert forgotten["location"] == {"file": "gudang.xlsx", "sheet": "Rekap Sortir", "cell": "P7"}
    assert (forgotten["raw"], forgotten["expected"]) == ("265", "418")
    assert set(ran.codes()) == {"LG403", "LG506", "LG601", "LG609", "LG610"}
    voting = [each for each in ran.json["balances"] if each["stock"] == "voting"]
    assert all(each[key] is not None for each in voting for key in ("received", "good", "short", "request", "movable"))
    assert not any(each["provisional"] for each in ran.json["balances"])


def test_letters_add_up_to_the_audit(logistik: Runner, samples: Path) -> None:
    audit = logistik("audit", "gudang.xlsx", "--format", "json")
    request = logistik("request", "--format", "json").json
    assert request["request"] == audit.json["summary"]["request"] == 365 + 418
    for letter in request["letters"]:
        assert letter["request"] == sum(line["request"] for line in letter["lines"]) - letter["movable"]
        assert len(letter["lines"]) == 6
    assert request["audit"][:12] in audit.err
