"""What the boxes of the TPS hold: silence where it is right, one cause where one box is wrong, and the known case."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from logistik.checks import packing
from logistik.core.findings import Finding
from logistik.core.grid import Grid, Value
from logistik.core.office import Office
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Role
from logistik.ingest.book import read_book, recognise
from logistik.ingest.columns import Vocabulary
from logistik.services.audit import make_case
from logistik.settings import rulesets
from tests.checks.case import BARAT, KOTA, Case, sheet
from tests.core.city import kelurahan_keys
from tests.core.pace import modest
from tests.tools import Runner

ELECTIONS = ("gubernur", "walikota")
RULES = rulesets.load("pilkada-2024").ruleset
BUNDLE = 25

rolls = st.dictionaries(kelurahan_keys, st.lists(st.integers(1, 600), min_size=1, max_size=6), min_size=1).filter(
    lambda voters: sum(map(len, voters.values())) > 1
)
"""Voters of at least two TPS, by kelurahan."""

Spot = tuple[RegionKey, int, str]
"""Kelurahan, TPS and election."""


def need(voters: int) -> int:
    """Sheets for a TPS: 2.5% in reserve, rounded up."""
    return voters + -(-voters // 40)


def found(voters: Mapping[RegionKey, list[int]], wrong: Mapping[Spot, Value]) -> list[Finding]:
    """The findings of a packing list that is right but for some boxes."""
    dpt: list[list[Value]] = [["Kecamatan", "Kelurahan", "TPS", "Jumlah Pemilih"]]
    packed: list[list[Value]] = [["Kecamatan", "Kelurahan", "TPS", "Gubernur", "Wali Kota"]]
    for key, stations in voters.items():
        for tps, number in enumerate(stations, 1):
            dpt.append([*key[:2], tps, number])
            packed.append([*key[:2], tps, *(wrong.get((key, tps, each), need(number)) for each in ELECTIONS)])
    sheets = recognise([Grid("dpt.xlsx", "DPT", dpt), Grid("set.xlsx", "Set", packed)], Vocabulary.of({}))
    book = read_book(sheets.of(Role.DPT), (), (), sheets.reports, Office(), (), sheets.of(Role.PACKING))
    return list(packing.check(make_case(book, RULES, Office(), ELECTIONS)))


@modest
@given(rolls)
def test_a_right_packing_list_has_no_findings(voters: dict[RegionKey, list[int]]) -> None:
    assert found(voters, {}) == []


@modest
@given(rolls, st.data())
def test_one_wrong_box_is_one_finding_on_its_tps_and_election(
    voters: dict[RegionKey, list[int]], data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(list(voters)))
    tps = data.draw(st.integers(1, len(voters[key])))
    election = data.draw(st.sampled_from(ELECTIONS))
    number = voters[key][tps - 1]
    right = need(number)
    usual: list[Value] = ["", number, right + BUNDLE, max(0, right - BUNDLE)]
    wrong = data.draw(st.sampled_from(usual) | st.integers(0, 900).filter(lambda sheets: sheets != right))
    findings = found(voters, {(key, tps, election): wrong})
    assert [(each.code, each.election) for each in findings if each.code != "LG622"] == [
        (_code(number, wrong), election)
    ]
    assert [each.code for each in findings if each.code == "LG622"] == ["LG622"] * (wrong != "")
    for finding in findings:
        assert finding.region is not None
        assert (finding.region.tps, finding.election) == (f"{tps:03d}", election)
        assert (finding.raw, finding.expected) == (str(wrong) if wrong != "" else None, str(right))


def _code(voters: int, packed: Value) -> str:
    """What a single box is called."""
    if not isinstance(packed, int):
        return "LG623"
    off = packed - need(voters)
    if packed == voters:
        return "LG628"
    return "LG630" if abs(off) == BUNDLE else "LG620" if off > 0 else "LG621"


@modest
@given(st.lists(st.integers(100, 600), min_size=2, max_size=8, unique_by=need), st.data())
def test_two_boxes_swapped_are_told_of_each_other_whatever_their_numbers(
    voters: list[int], data: st.DataObject
) -> None:
    key = RegionKey("kota", "damai")
    one, two = data.draw(st.lists(st.integers(1, len(voters)), min_size=2, max_size=2, unique=True))
    wrong: dict[Spot, Value] = {}
    for election in ELECTIONS:
        wrong[key, one, election] = need(voters[two - 1])
        wrong[key, two, election] = need(voters[one - 1])
    findings = found({key: voters}, wrong)
    assert {each.code for each in findings} == {"LG629"}
    assert len(findings) == 4
    for finding in findings:
        assert finding.region is not None
        other = {f"{one:03d}": two, f"{two:03d}": one}[finding.region.tps or ""]
        assert f"itu kebutuhan TPS {other:03d} damai" in finding.message.casefold().replace("tps", "TPS")


def test_many_boxes_too_full_and_too_empty_are_not_called_swapped_for_a_few_that_mirror_each_other() -> None:
    key = RegionKey("kota", "damai")
    voters = [400 + 3 * n for n in range(20)]
    wrong: dict[Spot, Value] = {
        (key, n, each): need(v) + (-1 if n % 2 else 1) * (n + 2) for n, v in enumerate(voters, 1) for each in ELECTIONS
    }
    wrong |= {(key, 3, each): need(voters[3]) for each in ELECTIONS} | {
        (key, 4, each): need(voters[2]) for each in ELECTIONS
    }
    assert {each.code for each in found({key: voters}, wrong)} <= {"LG620", "LG621", "LG628", "LG630"}


def test_the_list_of_the_own_kecamatan_comes_before_one_that_fits_as_well() -> None:
    same = [500, 480, 460, 440]
    damai, near, far = RegionKey("kota", "damai"), RegionKey("kota", "karang"), RegionKey("timur", "karang")
    voters = {damai: [300, 310, 330, 340], near: same, far: same}
    wrong: dict[Spot, Value] = {(damai, n, each): need(v) for n, v in enumerate(same, 1) for each in ELECTIONS}
    findings = found(voters, wrong)
    assert [each.code for each in findings] == ["LG631"] * 8
    kept = {far: same, damai: voters[damai], RegionKey("timur", "manggar"): same}
    assert {each.code for each in found(kept, wrong)} == {"LG620"}, "of two lists elsewhere neither is named"


def test_balikpapan_kota_is_found_before_the_boxes_are_sealed(logistik: Runner) -> None:
    """2024: about 400 sheets off in one kecamatan, TPS 4 to 10 over, the two elections differing (katakaltim.com)."""
    names = ("Damai", "Prapatan", "Telaga Sari", "Klandasan Ulu", "Klandasan Ilir")
    places = [(KOTA, name, n, 380 + 7 * n + 3 * at) for at, name in enumerate(names) for n in range(1, 13)]
    rest = [(BARAT, "Baru Ilir", n, 410 + n) for n in range(1, 9)]
    over = {(name, n): 4 + (n + at) % 7 for at, name in enumerate(names) for n in range(1, 13)}
    rows = [
        (above, name, n, need(v) + over.get((name, n), 0), need(v) + (n % 3 if above == KOTA else 0))
        for above, name, n, v in (*places, *rest)
    ]
    ran = Case(
        about="Balikpapan Kota",
        dpt=sheet("Kecamatan | Kelurahan | TPS | Jumlah", *places, *rest),
        packing=sheet("Kecamatan | Kelurahan | TPS | Gubernur | Wali Kota", *rows),
        kendali=None,
        words=("--level", "tps"),
    ).audit(logistik)
    told = [each for each in ran.json["findings"] if each["code"] != "LG410"]
    assert {each["code"] for each in told} == {"LG620", "LG622"}
    assert {each["region"]["kecamatan"] for each in told} == {KOTA}
    governor = [each for each in told if (each["code"], each["election"]) == ("LG620", "gubernur")]
    assert len(governor) == len(places)
    assert sum(int(each["raw"]) - int(each["expected"]) for each in governor) == sum(over.values())
    assert 350 < sum(over.values()) < 450
    off = [int(each["raw"]) - int(each["expected"]) for each in governor]
    assert off == sorted(off, reverse=True), "the worst first"
    assert sum(each["code"] == "LG622" for each in told) == len(places)
    city = ran.balance(KOTA, "gubernur")
    assert city["packed"] - city["required"] == sum(over.values())
