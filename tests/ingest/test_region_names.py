"""Names of regions from the workbook to the balance and the suggestion, as an office meets them."""

import pytest

from tests.checks.case import BARAT, KOTA, roll, sheet
from tests.tools import Ran, Runner, write_xlsx

SETTINGS = 'pemilihan = ["gubernur"]\n[kantor]\nkota = "Kota Balikpapan"\n'
ROLL = roll(
    (KOTA, "Damai", 1, 190, 210, 400),
    (KOTA, "GUNUNGBAHAGIA", 1, 150, 150, 300),
    (KOTA, "Sepinggan II", 1, 100, 100, 200),
    (KOTA, "Sepinggan III", 1, 50, 50, 100),
    (BARAT, "Damai", 1, 200, 200, 400),
    (BARAT, "Lamaru", 1, 200, 200, 400),
)


def counted(logistik: Runner, kecamatan: str, kelurahan: str, settings: str = SETTINGS) -> Ran:
    """An audit of one row of the warehouse."""
    head = "Jenis Pemilihan | Kecamatan | Kelurahan | Diterima | Baik"
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": sheet(head, ("Gubernur", kecamatan, kelurahan, 77, 77))})
    (logistik.folder / "logistik.toml").write_text(settings, "utf-8")
    return logistik.audit("stok.xlsx", "--dpt", "dpt.xlsx")


def regions_with_stock(ran: Ran) -> list[tuple[str, str | None]]:
    """The regions that were counted themselves, with their kecamatan."""
    return [
        (each["region"]["name"], each["region"]["kecamatan"]) for each in ran.json["balances"] if each["received"] == 77
    ]


SURE = [
    ("64.71.06 - Kec. BALIKPAPAN KOTA", "DAMAI (64.71.06.1005)", "Damai"),
    ("Balikpapan\xa0Kota", "Gunung\u200b Bahagia", "Gunungbahagia"),
    ("BALIKPAPANKOTA", "Kel. Gunung-Bahagia", "Gunungbahagia"),
    ("KECAMATAN BALIKPAPAN KOTA", "SEPINGGAN  II", "Sepinggan II"),
    ("Ｂａｌｉｋｐａｐａｎ Kota", "Da\u00admai", "Damai"),
    ("1. Balikpapan Kota", "1) Damai", "Damai"),
    ("02. KEC. BALIKPAPAN KOTA", "(3) Kel. Gunung Bahagia", "Gunungbahagia"),
    ("a. Balikpapan Kota", "b) Sepinggan II", "Sepinggan II"),
]


@pytest.mark.parametrize(("kecamatan", "kelurahan", "name"), SURE)
def test_another_spelling_of_the_same_name_is_counted(
    kecamatan: str, kelurahan: str, name: str, logistik: Runner
) -> None:
    assert regions_with_stock(counted(logistik, kecamatan, kelurahan)) == [(name, KOTA)]


SUGGESTED = [
    (BARAT, "Lemaru", "Lamaru", BARAT),
    (KOTA, "Gn. Bahagia", "Gunungbahagia", KOTA),
    (KOTA, "Sepinggan 2", "Sepinggan II", KOTA),
    (KOTA, "Sepinggan 3", "Sepinggan III", KOTA),
    (KOTA, "D\u0430mai", "Damai", KOTA),  # a Cyrillic letter
    (KOTA, 'Damai "lama"', "Damai", KOTA),
    ("", "Lemaru", "Lamaru", BARAT),
    ("Bpp Kota", "", "Balikpapan Kota", KOTA),
    ("Kota Balikpapn", "", "Kota Balikpapan", None),
]


@pytest.mark.parametrize(("kecamatan", "kelurahan", "name", "within"), SUGGESTED)
@pytest.mark.parametrize(
    "table", ["", '[alias.kelurahan]\n"X" = "Damai"\n[alias.kecamatan]\n"Y" = "Balikpapan Kota"\n']
)
def test_a_likely_name_is_suggested_never_taken_and_the_suggested_line_works(
    kecamatan: str, kelurahan: str, name: str, within: str | None, table: str, logistik: Runner
) -> None:
    before = counted(logistik, kecamatan, kelurahan, SETTINGS + table)
    assert regions_with_stock(before) == []
    told = before.finding("LG501")
    assert told["message"].endswith(f"Mungkin maksud Anda '{name}'")
    line = told["hint"].partition("baris pertama logistik.toml: ")[2]
    after = counted(logistik, kecamatan, kelurahan, f"{line}\n{SETTINGS}{table}")
    assert (name, within) in regions_with_stock(after)
    assert not {"LG413", "LG414", "LG501"} & set(after.codes())


def test_the_line_to_paste_is_never_broken_on_the_screen(logistik: Runner) -> None:
    counted(logistik, KOTA, "Gn. Bahagia Perumahan Nasional Blok Selatan Ujung Timur")
    head = roll((KOTA, "Gunung Bahagia Perumahan Nasional Blok Selatan Ujung Timur", 1, 200, 200, 400))
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": head})
    ran = logistik("audit", "--no-ledger", "stok.xlsx", "--dpt", "dpt.xlsx")
    (line,) = (line for line in ran.out.splitlines() if line.lstrip().startswith("alias."))
    (logistik.folder / "logistik.toml").write_text(f"{line}\n{SETTINGS}", "utf-8")
    after = logistik.audit("stok.xlsx", "--dpt", "dpt.xlsx")
    assert "LG501" not in after.codes()


def test_a_suggestion_for_a_name_that_another_kecamatan_has_is_for_the_one_only(logistik: Runner) -> None:
    told = counted(logistik, KOTA, "Lamaru").finding("LG501")
    assert told["message"] == (
        "Kelurahan 'Lamaru' tidak ada di Kecamatan Balikpapan Kota, tetapi ada di Balikpapan Barat; "
        "barisnya tidak ikut dihitung"
    )
    settings = f'alias.kelurahan."{KOTA}/Lamaru" = "Damai"\n{SETTINGS}'
    assert regions_with_stock(counted(logistik, KOTA, "Lamaru", settings)) == [("Damai", KOTA)]
    assert regions_with_stock(counted(logistik, BARAT, "Lamaru", settings)) == [("Lamaru", BARAT)]


def test_a_kelurahan_of_two_kecamatan_is_never_one(logistik: Runner) -> None:
    assert regions_with_stock(counted(logistik, BARAT, "Damai")) == [("Damai", BARAT)]
    ran = counted(logistik, "", "Damai")
    assert regions_with_stock(ran) == []
    assert "lebih dari satu kecamatan" in ran.finding("LG501")["message"]


@pytest.mark.parametrize("city", ["Kota Balikpapan", "KOTA BALIKPAPAN", "KOTABALIKPAPAN", "kota  balikpapan"])
def test_the_city_is_no_kecamatan_whatever_an_alias_says(city: str, logistik: Runner) -> None:
    assert regions_with_stock(counted(logistik, city, "")) == [("Kota Balikpapan", None)]
    settings = f'{SETTINGS}[alias.kecamatan]\n"Kota Balikpapan" = "Balikpapan Kota"\n'
    ran = counted(logistik, city, "", settings)
    assert regions_with_stock(ran) == [("Kota Balikpapan", None)]
    assert "LG414" in ran.codes()


@pytest.mark.parametrize("name", ["Kec. Kota Balikpapan", "Kab. Balikpapan", "Kabupaten Balikpapan", "Kota Samarinda"])
def test_another_kabupaten_is_neither_the_city_nor_a_suggestion(name: str, logistik: Runner) -> None:
    ran = counted(logistik, name, "")
    assert regions_with_stock(ran) == []
    assert "Mungkin" not in ran.finding("LG501")["message"]


@pytest.mark.parametrize("typed", ["kota-balikpapan", "Kota Balikpapan", "KOTABALIKPAPAN"])
def test_the_city_is_no_kecamatan_as_an_option_either(typed: str, logistik: Runner) -> None:
    counted(logistik, KOTA, "Damai")
    ran = logistik.audit("stok.xlsx", "--dpt", "dpt.xlsx", "--kecamatan", typed)
    assert ran.status == 2
    assert f"'{typed}' adalah kabupaten/kota, bukan kecamatan" in ran.err


def test_a_kecamatan_as_an_option_is_written_as_people_write_it(logistik: Runner) -> None:
    counted(logistik, KOTA, "Damai")
    for typed in ("balikpapan-kota", "KEC. BALIKPAPAN KOTA", "64.71.06 - Balikpapan Kota"):
        ran = logistik.audit("stok.xlsx", "--dpt", "dpt.xlsx", "--kecamatan", typed)
        assert ran.json["balances"][0]["region"]["name"] == KOTA
