"""What stands in a cell of a person never leaves the file, wherever it stands."""

import pytest

from tests.checks.case import KOTA, ROLL, roll, sheet
from tests.tools import Rows, Runner, write_xlsx

_NIK, _NPWP = "6471012345678901", "01.234.567.8-901.000"
_HEAD = ROLL[0]
_STOCK = "Jenis Pemilihan | Kecamatan | Kelurahan | Diterima | Baik | Rusak"


@pytest.mark.parametrize("number", [_NIK, float(_NIK), _NPWP], ids=["text", "number", "npwp"])
@pytest.mark.parametrize(
    "place",
    ["kelurahan", "kecamatan", "tps", "voters", "total", "header", "title", "stock kelurahan", "stock kecamatan",
     "stock header", "footer"],
)  # fmt: skip
def test_no_number_of_a_person_is_shown(logistik: Runner, place: str, number: str | float) -> None:
    text = number if isinstance(number, str) else _NIK
    dpt: dict[str, Rows] = {
        "kelurahan": roll(*ROLL[1:], (KOTA, number, 1, 100, 100, 200)),
        "kecamatan": roll(*ROLL[1:], (number, "Damai", 1, 100, 100, 200)),
        "tps": roll(*ROLL[1:], (KOTA, "Damai", number, 100, 100, 200)),
        "voters": roll(*ROLL[1:], (KOTA, "Damai", 7, 100, 100, number)),
        "total": roll(*ROLL[1:], (f"JUMLAH {text}", "", "", 1, 1, 2)),
        "header": [(*_HEAD, f"Catatan {text}"), *((*row, 5) for row in ROLL[1:])],
        "title": [(f"KECAMATAN {text}",), _HEAD[1:], *(row[1:] for row in ROLL[1:])],
        "footer": roll(*ROLL[1:], ("BUDI SANTOSO", number, 3, 2, 1, 3)),
    }
    stock: dict[str, Rows] = {
        "stock kelurahan": sheet(_STOCK, ("Gubernur", KOTA, number, 10, 10, 0)),
        "stock kecamatan": sheet(_STOCK, ("Gubernur", number, "", 10, 10, 0)),
        "stock header": sheet(f"{_STOCK} | {text}", ("Gubernur", KOTA, "", 10, 10, 0, 5)),
    }
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": dpt.get(place, ROLL)})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": stock.get(place, sheet(_STOCK))})
    files = ["dpt.xlsx", *(["stok.xlsx"] if place in stock else [])]
    runs = [
        ("audit", *files),
        ("audit", "--format", "json", *files),
        ("inspect", *files),
        ("inspect", "--format", "json", *files),
    ]
    for words in runs:
        ran = logistik(*words)
        assert ran.out
        assert text not in ran.out + ran.err
        assert _NIK[:12] not in ran.out + ran.err


def test_a_row_with_a_person_in_place_of_a_region_is_no_tps(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": roll(*ROLL[1:], ("BUDI SANTOSO", _NIK, 3, 2, 1, 3))})
    read = logistik.audit("dpt.xlsx").json
    (stray,) = [each for each in read["findings"] if each["code"] == "LG201"]
    assert stray["location"]["cell"] == "B6"
    assert stray["raw"] == "6471••••••••••••"
    assert "nomor orang" in stray["message"]
    assert "Budi Santoso" not in {each["region"]["kecamatan"] for each in read["balances"]}


_PEOPLE: Rows = (
    ("No", "Nama", "NIK", "L/P", "Kecamatan", "Kelurahan", "TPS"),
    *((n, f"Orang {n}", f"64710101018000{n:02d}", "LP"[n % 2], KOTA, "Damai", 1) for n in range(1, 8)),
)


def test_a_list_by_name_is_told_in_one_message(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL, "Nama": _PEOPLE})
    ran = logistik.audit("dpt.xlsx")
    read = ran.json
    assert sorted(each["code"] for each in read["findings"] if each["code"] in "LG101 LG103 LG301 LG405") == [
        "LG101",
        "LG103",
    ]
    assert "daftar pemilih menurut nama" in ran.out
    assert read["balances"][0]["polling_stations"] == 4
    assert "menurut nama" in " ".join(logistik("inspect", "dpt.xlsx").out.split())


def test_a_list_by_name_alone_is_refused_by_what_it_is(logistik: Runner) -> None:
    write_xlsx(logistik.folder / "dpt.xlsx", {"Nama": _PEOPLE})
    ran = logistik("audit", "dpt.xlsx")
    assert ran.status == 2
    assert "daftar pemilih menurut nama" in ran.err


def test_a_list_of_tps_with_the_sex_of_their_chairs_is_read(logistik: Runner) -> None:
    chairs = [(*_HEAD, "Nama", "NIK", "JK"), *((*row, "Budi", _NIK, "L") for row in ROLL[1:])]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": chairs})
    assert logistik.audit("dpt.xlsx").json["balances"][0]["polling_stations"] == 4
