"""What a waiver covers: its code in its place, as often as it says, until its day."""

from datetime import date

import pytest

from logistik.checks.waivers import Judged, judge
from logistik.core.findings import Finding
from logistik.core.office import Pengecualian
from logistik.core.places import Location
from logistik.core.vocabulary import Severity

TODAY = date(2024, 11, 13)
HOME = Location("logistik.toml")
FOUND = {
    "one": Finding("LG403", "contoh", Severity.ERROR, "pesan", "saran", location=Location("dpt.xlsx", "Utara", "G22")),
    "four": Finding(
        "LG403", "contoh", Severity.ERROR, "pesan", "saran", count=4,
        location=Location("dpt.xlsx", "Kota", "G5"), related=(Location("dpt.xlsx", "Kota", "G9"),),
    ),
    "sheet": Finding("LG101", "contoh", Severity.WARNING, "pesan", "saran", location=Location("dpt.xlsx", "Catatan")),
    "file": Finding("LG102", "contoh", Severity.INFO, "pesan", "saran", location=Location("dpt (1).xlsx")),
    "nowhere": Finding("LG610", "contoh", Severity.INFO, "pesan", "saran"),
}  # fmt: skip
NAMES = {id(finding): name for name, finding in FOUND.items()}


def waiver(code: str, place: str, count: int = 1, until: date = TODAY) -> Pengecualian:
    """A waiver of which only what it covers matters."""
    return Pengecualian(code, place, "alasan", "oleh", until, count)


def held(*waivers: Pengecualian, files: tuple[str, ...] = ("dpt.xlsx", "dpt (1).xlsx")) -> Judged:
    """The waivers held against all the findings."""
    return judge(FOUND.values(), waivers, TODAY, files, HOME)


COVERS = [
    (waiver("LG403", "dpt.xlsx!Utara!G22"), "one"),
    (waiver("LG403", "dpt.xlsx!Utara"), "one"),
    (waiver("LG403", "dpt.xlsx", 5), "one four"),
    (waiver("LG403", "dpt.xlsx", 4), ""),
    (waiver("LG403", "dpt.xlsx!Kota", 4), "four"),
    (waiver("LG403", "dpt.xlsx!Kota!G5", 4), "four"),
    (waiver("LG403", "dpt.xlsx!Kota!G5", 9), "four"),
    (waiver("LG403", "dpt.xlsx!Kota!G5", 3), ""),
    (waiver("LG403", "dpt.xlsx!Kota!G9", 4), ""),
    (waiver("LG409", "dpt.xlsx!Utara!G22"), ""),
    (waiver("LG403", "dpt.xlsx!Utara!G2"), ""),
    (waiver("LG403", "dpt.xlsx!Utar"), ""),
    (waiver("LG403", "dpt"), ""),
    (waiver("LG101", "dpt.xlsx!Catatan"), "sheet"),
    (waiver("LG101", "dpt.xlsx"), "sheet"),
    (waiver("LG102", "dpt (1).xlsx"), "file"),
    (waiver("LG403", "dpt.xlsx!Utara!G22", until=date(2024, 11, 12)), ""),
    (waiver("LG403", "dpt.xlsx!Utara!G22", until=date(2024, 11, 14)), "one"),
]


@pytest.mark.parametrize(("given", "covered"), COVERS, ids=[str(tuple(given)[:2]) for given, _ in COVERS])
def test_a_waiver_covers_its_code_in_its_place_as_often_as_it_says(given: Pengecualian, covered: str) -> None:
    judged = held(given)
    assert [NAMES[id(each.finding)] for each in judged.waived] == covered.split()
    assert [NAMES[id(each)] for each in judged.counting] == [name for name in FOUND if name not in covered.split()]
    assert len(judged.about) + len(judged.unjudged) == (0 if covered else 1)


def test_what_is_set_aside_says_why_who_until_when_and_for_how_much() -> None:
    (each,) = held(waiver("LG403", "dpt.xlsx!Kota", 6)).waived
    assert (each.reason, each.by, each.until, each.place, each.covers) == ("alasan", "oleh", TODAY, "dpt.xlsx!Kota", 6)


@pytest.mark.parametrize("places", [("dpt.xlsx!Utara!G22", "dpt.xlsx"), ("dpt.xlsx", "dpt.xlsx!Utara!G22")])
def test_the_closest_place_goes_first_in_whatever_order_they_are_written(places: tuple[str, str]) -> None:
    judged = held(*(waiver("LG403", place, 1 if "!" in place else 4) for place in places))
    assert {each.place: NAMES[id(each.finding)] for each in judged.waived} == {
        "dpt.xlsx!Utara!G22": "one",
        "dpt.xlsx": "four",
    }
    assert not judged.about


UNUSED = [
    (waiver("LG403", "dpt.xlsx!Kota", 3), "temuannya di 4 tempat, yang disetujui 3", "tulis jumlah = 4."),
    (waiver("LG403", "dpt.xlsx!Kota!G9"), "bagian dari satu temuan di dpt.xlsx!Kota!G5 (4 tempat)", "jumlah = 4."),
    (waiver("LG101", "dpt.xlsx!Utara"), "temuan itu tidak ada di sana", "LG101 ada di dpt.xlsx!Catatan."),
    (waiver("LG409", "dpt.xlsx!Utara"), "temuan itu tidak ada di sana", "Hapus pengecualian itu"),
]


@pytest.mark.parametrize(("given", "says", "hint"), UNUSED, ids=[says for _, says, _ in UNUSED])
def test_a_waiver_that_covers_nothing_says_why_and_what_to_write(given: Pengecualian, says: str, hint: str) -> None:
    (about,) = held(given).about
    assert (about.code, about.location) == ("LG105", HOME)
    assert says in about.message
    assert hint in about.hint


def test_a_waiver_written_twice_is_unused_once() -> None:
    judged = held(*[waiver("LG403", "dpt.xlsx!Utara!G22")] * 2)
    assert len(judged.waived) == 1
    assert [each.message.partition(": ")[2] for each in judged.about] == ["temuannya sudah tercakup pengecualian lain"]


def test_a_waiver_for_a_file_that_was_not_read_is_not_judged_until_it_expires() -> None:
    gone = waiver("LG403", "gudang.xlsx!Rekap!A1")
    assert (held(gone).unjudged, held(gone).about) == ([gone], [])
    expired = held(gone._replace(sampai=date(2024, 11, 12)))
    assert (expired.unjudged, [each.code for each in expired.about]) == ([], ["LG106"])
    assert expired.about[0].message == "Pengecualian LG403 gudang.xlsx!Rekap!A1 berlaku sampai 2024-11-12"
