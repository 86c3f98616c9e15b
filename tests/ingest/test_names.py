"""Names of regions, TPS and elections: what is the same, what is not, and how it is shown."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from logistik.core.grid import Value
from logistik.ingest.codes import without_code
from logistik.ingest.names import clean, elections_in, is_revote, is_total_word, region_key, region_name, tps_number
from tests.core.pace import modest

SAME = [
    ("kecamatan", ["Balikpapan Kota", "BALIKPAPAN KOTA", "balikpapan  kota ", "Kec. Balikpapan Kota",
                   "Kec.Balikpapan Kota", "KECAMATAN BALIKPAPAN KOTA", "Kec Balikpapan-Kota", "Balikpapan\xa0Kota",
                   "6471060 - Balikpapan Kota", "64.71.06 – Kec. Balikpapan Kota", "Balikpapan\u200b Kota"]),
    ("kelurahan", ["Gunung Samarinda", "GUNUNGSAMARINDA", "Kel. Gunung Samarinda", "Kelurahan Gunung Samarinda",
                   "Desa Gunung Samarinda", "Gunung\nSamarinda", "gunung_samarinda"]),
    ("kecamatan", ["BALIKPAPAN KOTA", "64.71.06-BALIKPAPAN KOTA", "[64.71.06] Balikpapan Kota",
                   "(647106) Balikpapan Kota",
                   "64.71.06 BALIKPAPAN KOTA", "6471060 Balikpapan Kota", "Balikpapan Kota (64.71.06)",
                   "KEC BALIKPAPAN KOTA",
                   "Kec. Balikpapan\u00adKota", "Balik\u00adpapan Kota", "Balikpapan\u202f\u2060Kota", "BALIKPAPANKOTA",
                   "Ｂａｌｉｋｐａｐａｎ　Ｋｏｔａ", "Kecamatan: Balikpapan Kota", "KEC_BALIKPAPAN_KOTA"]),
    ("kelurahan", ["Prapatan", "6471061001 - PRAPATAN", "PRAPATAN (64.71.06.1001)", "PRAPATAN - 6471061001",
                   "65530 - Prapatan",
                   "Prapatan 6471061001", "Ds. Prapatan", "DS PRAPATAN", "Kel/Desa: Prapatan", "Kel. Desa Prapatan"]),
    ("kelurahan", ["Margasari", "Marga Sari", "MARGA-SARI", "Marga\xa0Sari"]),
    ("kelurahan", ["Désa Bérau", "De\u0301sa Be\u0301rau"]),
    ("kelurahan", ["Ma'rang", "Marang", "MA’RANG"]),
    ("kota", ["Kabupaten Bogor", "Kab. Bogor", "KAB BOGOR", "Bogor"]),
    ("kota", ["Kota Balikpapan", "KOTA  BALIKPAPAN"]),
]  # fmt: skip

DIFFERENT = [
    ("kelurahan", "2 Ilir", "3 Ilir"),
    ("kelurahan", "2 Ilir", "Ilir"),
    ("kelurahan", "G. Bahagia", "S. Bahagia"),
    ("kelurahan", "M. Rapak", "Rapak"),
    ("kota", "Kota Balikpapan", "Balikpapan Kota"),
    ("kecamatan", "Kota Balikpapan", "Balikpapan Kota"),
    ("kota", "Kota Bogor", "Kabupaten Bogor"),
    ("kelurahan", "Klandasan Ilir", "Klandasan Ulu"),
    ("kelurahan", "Sumber Rejo", "Sumber Rejo II"),
    ("kelurahan", "Desa", "Kelurahan"),
    ("kecamatan", "KOTABALIKPAPAN", "BALIKPAPANKOTA"),
    ("kecamatan", "Kec. Kota Balikpapan", "Kec. Balikpapan Kota"),
    ("kelurahan", "Sepinggan II", "Sepinggan 2"),
    ("kelurahan", "1 Ulu", "2 Ulu"),
    ("kelurahan", "Gn. Bahagia", "Gunung Bahagia"),
    ("kelurahan", "Lemaru", "Lamaru"),
    ("kelurahan", "Dаmai", "Damai"),  # the first a is Cyrillic
    ("kelurahan", "64.71.06.1001", "64.71.06.1002"),
    ("kecamatan", "6,47E+12", "6,47E+13"),
]


@pytest.mark.parametrize(("level", "spellings"), SAME)
def test_spellings_of_one_name_have_one_key(level: str, spellings: list[str]) -> None:
    assert len({region_key(spelling, level) for spelling in spellings}) == 1


@pytest.mark.parametrize(("level", "one", "other"), DIFFERENT)
def test_different_names_have_different_keys(level: str, one: str, other: str) -> None:
    assert region_key(one, level) != region_key(other, level)


@pytest.mark.parametrize(
    ("value", "level", "name"),
    [
        ("KEC. BALIKPAPAN KOTA", "kecamatan", "Balikpapan Kota"),
        ("Kec.Balikpapan Kota", "kecamatan", "Balikpapan Kota"),
        ("64.71.06 - BALIKPAPAN KOTA", "kecamatan", "Balikpapan Kota"),
        ("PRAPATAN (64.71.06.1001)", "kelurahan", "Prapatan"),
        ("[64.71.06] BALIKPAPAN KOTA", "kecamatan", "Balikpapan Kota"),
        ("64.71.06", "kecamatan", "64.71.06"),
        ("13 ULU", "kelurahan", "13 Ulu"),
        ("KEL/DESA DAMAI", "kelurahan", "Damai"),
        ("klandasan ilir", "kelurahan", "Klandasan Ilir"),
        ("Kelurahan Damai", "kelurahan", "Damai"),
        ("DESA  SUKA-MAJU", "kelurahan", "Suka-Maju"),
        ("SUMBER REJO II", "kelurahan", "Sumber Rejo II"),
        ("sumber rejo xiv", "kelurahan", "Sumber Rejo XIV"),
        ("Marga Sari", "kelurahan", "Marga Sari"),
        ("Telaga sari", "kelurahan", "Telaga Sari"),
        ("KOTA BALIKPAPAN", "kota", "Kota Balikpapan"),
        ("Kab. Bogor", "kota", "Kab. Bogor"),
        ("Desa", "kelurahan", "Desa"),
    ],
)
def test_a_name_is_shown_in_title_case_without_kec_or_kel(value: str, level: str, name: str) -> None:
    assert region_name(value, level) == name


PREFIXES = {"kecamatan": ["", "Kec. ", "KEC ", "Kecamatan "], "kelurahan": ["", "Kel. ", "Kelurahan ", "Desa ", "DS. "]}
WORDS = ["damai", "kota", "ulu", "baru", "gunung", "ma'rang", "ii", "2"]
NAMES = st.builds(
    "{} {}".format, st.sampled_from(WORDS[:-2]), st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
)


@modest
@given(st.text() | NAMES, st.sampled_from(["kecamatan", "kelurahan", "kota"]))
def test_a_normal_form_is_its_own(text: str, level: str) -> None:
    key = region_key(text, level)
    assert region_key(key, level) == key


@modest
@given(NAMES, st.sampled_from(sorted(PREFIXES)), st.data())
def test_a_prefix_case_a_code_and_odd_spaces_change_nothing(name: str, level: str, data: st.DataObject) -> None:
    before = data.draw(st.sampled_from(["", "64.71.06 - ", "[64.71.06] "])) + data.draw(
        st.sampled_from(PREFIXES[level])
    )
    after = data.draw(st.sampled_from(["", " (64.71.06.1001)", " - 6471061001", "\u200b", "\xa0"]))
    spaced = name.replace(" ", data.draw(st.sampled_from([" ", "  ", "\xa0", "\u2009", " \u00ad", "_"])))
    shown = data.draw(st.sampled_from([spaced, spaced.upper(), spaced.title()]))
    assert region_key(f"{before}{shown}{after}", level) == region_key(name, level)


@modest
@given(st.text("Kec. DesaUluKota-/()64.71"), st.sampled_from(sorted(PREFIXES)))
def test_the_name_shown_is_the_name_compared(text: str, level: str) -> None:
    assert region_key(region_name(text, level), level) == region_key(text, level)


@modest
@given(st.text() | st.text("Kec. Desa-Ulu II'1"), st.sampled_from(["kecamatan", "kelurahan", "kota"]))
@example("a.AA", "kecamatan")
def test_any_text_has_a_key_that_spaces_and_case_do_not_change(text: str, level: str) -> None:
    """But for `a.` before a name, which numbers its line and is no part of it; in capitals `A.` shortens a word."""
    key = region_key(text, level)
    assert region_key(f"  {text} ", level) == key
    if numbered := re.match(r"[a-z]\.\s*(?=[A-Z][^\W\d_])", without_code(clean(text))):
        assert key == region_key(f"1. {numbered.string[numbered.end() :]}", level)
    elif text.isascii():
        assert region_key(text.upper(), level) == region_key(text.lower(), level) == key
    assert " ".join(region_name(text, level).split()) == region_name(text, level)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (1, "001"), (1.0, "001"), (12, "012"), (901, "901"), (1234, "1234"), ("1", "001"), ("001", "001"),
        ("0012", "012"), (" 7 ", "007"), ("1.0", "001"), ("1,0", "001"), ("TPS 1", "001"), ("tps 01", "001"),
        ("TPS. 12", "012"), ("TPS.12", "012"), ("TPS-5", "005"), ("TPS : 5", "005"), ("TPS No. 4", "004"),
        ("1658390001-TPS 001", "001"), ("TPS 012 (6471061001012)", "012"), ("6471061001012", None),
        ("No. 7", "007"), ("DAMAI TPS 3", "003"), ("TPS001", "001"), ("TPS1", "001"),
        (0, None), ("0", None), ("000", None), (-1, None), (1.5, None), (True, None), ("", None), ("TPS", None),
        ("Damai", None), ("12 A", None), ("1-5", None), ("12345", None), ("JUMLAH", None),
    ],
)  # fmt: skip
def test_a_tps_number_has_three_digits_or_is_none(value: Value, number: str | None) -> None:
    assert tps_number(value) == number


@modest
@given(st.integers(1, 9999), st.sampled_from(["{}", "{:03d}", "{:04d}", "TPS {}", "TPS {:03d}", "TPS. {:02d}", "{}.0"]))
def test_any_tps_number_reads_back_from_any_spelling(number: int, spelling: str) -> None:
    assert tps_number(spelling.format(number)) == f"{number:03d}"


ELECTIONS = {
    "Gubernur": ["gubernur"], "PILGUB": ["gubernur"], "Pemilihan Gubernur dan Wakil Gubernur": ["gubernur"],
    "Gub.": ["gubernur"], "Bupati": ["bupati"], "Pilbup 2024": ["bupati"], "Bupati & Wakil Bupati": ["bupati"],
    "Walikota": ["walikota"], "Wali Kota dan Wakil Wali Kota": ["walikota"], "PILWALI": ["walikota"],
    "Pilwalkot": ["walikota"], "Pilwakot": ["walikota"], "Pilwako": ["walikota"], "Wako": ["walikota"],
    "PPWP": ["ppwp"], "Presiden dan Wakil Presiden": ["ppwp"], "Pilpres": ["ppwp"],
    "DPR": ["dpr"], "DPR RI": ["dpr"], "DPR-RI": ["dpr"], "DPD": ["dpd"], "DPD RI": ["dpd"],
    "DPRD Provinsi": ["dprd-provinsi"], "DPRD Prov.": ["dprd-provinsi"], "DPRD Kab/Kota": ["dprd-kabkota"],
    "DPRD Kabupaten/Kota": ["dprd-kabkota"], "DPRD Kota": ["dprd-kabkota"], "DPRD II": ["dprd-kabkota"],
    "Gubernur dan Bupati": ["gubernur", "bupati"], "Pilwali dan Pilgub": ["gubernur", "walikota"],
    "Gubernur (PSU)": ["gubernur"],
    "": [], "Kota Balikpapan": [], "DPRD": [], "Gubernuran": [], "Rekap Surat Suara": [], "2024": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "elections"), ELECTIONS.items())
def test_a_text_names_its_elections_in_the_order_of_the_ballot(text: str, elections: list[str]) -> None:
    assert list(elections_in(text)) == elections


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PSU", True), ("Gubernur (PSU)", True), ("Pemungutan Suara Ulang", True), ("PEMILIHAN ULANG", True),
        ("psu.", True), ("", False), ("Pemilihan", False), ("kulang", False), ("Pulangpisau", False),
    ],
)  # fmt: skip
def test_a_revote_is_named_by_whole_words(text: str, *, expected: bool) -> None:
    assert is_revote(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TOTAL", True), ("Jumlah", True), ("JML", True), ("Sub Total", True), ("SUBTOTAL", True),
        ("Grand Total :", True), ("JUMLAH PINDAHAN", True), ("Total Kec. Balikpapan Kota", True),
        ("Rekapitulasi", True), ("", False), ("Damai", False), ("Totalindo", False), ("Kota", False),
        ("TPS 1", False), ("Jumlahan", False),
    ],
)  # fmt: skip
def test_a_total_is_named_by_its_first_word(text: str, *, expected: bool) -> None:
    assert is_total_word(text) is expected


@pytest.mark.parametrize(
    ("value", "text"),
    [("a\n b\t c", "a b c"), (12.0, "12"), (12.5, "12.5"), ("\ufeffDamai\u200b", "Damai"), ("Ｄａｍａｉ", "Damai")],
)
def test_a_text_is_cleaned_to_one_visible_line(value: Value, text: str) -> None:
    assert clean(value) == text
