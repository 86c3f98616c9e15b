"""`logistik init`: what it makes, what it leaves alone, and that an audit understands what it made."""

import os
import tomllib
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests import golden
from tests.tools import Runner, write_xlsx

OFFICE = ("--kantor", "KPU Kota Contoh", "--kota", "Kota Contoh", "--provinsi", "Provinsi Contoh")
ALL = ["dpt.xlsx", "gudang.xlsx", "koli.xlsx", "logistik.toml", "pengesetan.xlsx"]


def names(folder: Path) -> list[str]:
    """The files of a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def write_roll(folder: Path, name: str = "daftar.xlsx") -> Path:
    """A voter list of two TPS in two kelurahan."""
    head: list[object] = ["Kecamatan", "Kelurahan", "TPS", "L", "P", "Jumlah"]
    rows: list[list[object]] = [head, ["Utara", "Melati", 1, 100, 100, 200], ["Utara", "Mawar", 1, 110, 120, 230]]
    return write_xlsx(folder / name, {"DPT": rows})


def places(folder: Path) -> list[tuple[object, ...]]:
    """Election, kecamatan and kelurahan of the rows of Per Wilayah that name a region."""
    rows = load_workbook(folder / "gudang.xlsx")["Per Wilayah"].iter_rows(min_row=5, max_col=3, values_only=True)
    return [row for row in rows if row[1]]


def test_a_new_folder_gets_settings_and_every_workbook(logistik: Runner) -> None:
    ran = logistik("init", "kantor baru", "--yes", *OFFICE)
    assert ran.status == 0
    assert names(logistik.folder / "kantor baru") == ALL
    golden.assert_is("init.txt", ran.out)
    golden.assert_is("init-logistik.toml", (logistik.folder / "kantor baru" / "logistik.toml").read_text("utf-8"))


def test_a_voter_list_brings_its_regions_and_is_named_in_the_settings(logistik: Runner) -> None:
    write_roll(logistik.folder)
    ran = logistik("init", "kantor", "--yes", *OFFICE, "--dpt", "daftar.xlsx")
    golden.assert_is("init-dpt.txt", ran.out)
    made = logistik.folder / "kantor"
    assert names(made) == ["gudang.xlsx", "koli.xlsx", "logistik.toml", "pengesetan.xlsx"]
    assert tomllib.loads((made / "logistik.toml").read_text("utf-8"))["dpt"] == ["../daftar.xlsx"]
    kelurahan = [("Utara", "Melati"), ("Utara", "Mawar")]
    assert places(made) == [(election, *place) for election in ("Gubernur", "Wali Kota") for place in kelurahan]


def test_the_region_names_of_the_roll_stand_in_for_an_answer(logistik: Runner) -> None:
    head = ["Provinsi", "Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": [head, ["Jawa", "Kabupaten Garut", "Utara", "Mawar", 1, 400]]})
    assert logistik("init", "--yes").status == 0
    said = tomllib.loads((logistik.folder / "logistik.toml").read_text("utf-8"))
    assert (said["kantor"]["kota"], said["kantor"]["provinsi"]) == ("Kabupaten Garut", "Jawa")
    assert said["pemilihan"] == ["gubernur", "bupati"]


def test_nothing_that_is_there_is_changed(logistik: Runner) -> None:
    contents = {"logistik.toml": b'ruleset = "pemilu-2024"\npemilihan = "dpd"\n', "gudang.xlsx": b"milik kantor"}
    for name, content in contents.items():
        (logistik.folder / name).write_bytes(content)
    ran = logistik("init", "--yes", "--kantor", "Lain")
    assert ran.status == 0
    assert "dibuat     dpt.xlsx" in ran.out
    for name, content in contents.items():
        assert f"sudah ada  {name:<15}  tidak diubah" in ran.out
        assert (logistik.folder / name).read_bytes() == content


def test_settings_that_are_there_shape_the_workbooks(logistik: Runner) -> None:
    settings = 'pemilihan = ["dpd", "ppwp"]\nruleset = "pemilu-2024"\n[aturan]\ndamage_categories = ["SOBEK", "LAIN"]\n'
    (logistik.folder / "logistik.toml").write_text(settings, "utf-8")
    assert logistik("init", "--yes").status == 0
    sheet = load_workbook(logistik.folder / "gudang.xlsx")["Rekap"]
    assert [sheet[cell].value for cell in ("A5", "A6")] == ["Presiden", "DPD"]
    assert [cell.value for cell in sheet[4]][-3:] == ["Periksa", "SOBEK", "LAIN"]


def test_a_second_run_makes_nothing_and_says_so(logistik: Runner) -> None:
    assert logistik("init", "--yes").status == 0
    before = {name: (logistik.folder / name).read_bytes() for name in ALL}
    ran = logistik("init", "--yes")
    assert (ran.status, ran.out) == (2, "")
    assert "Tidak ada yang dibuat: logistik.toml, gudang.xlsx, koli.xlsx, pengesetan.xlsx sudah ada." in ran.err
    assert {name: (logistik.folder / name).read_bytes() for name in ALL} == before


def test_once_the_roll_is_filled_in_the_warehouse_book_can_be_made_with_its_regions(logistik: Runner) -> None:
    assert logistik("init", "--yes", *OFFICE).status == 0
    assert places(logistik.folder) == []
    write_roll(logistik.folder, name="dpt.xlsx")
    (logistik.folder / "gudang.xlsx").unlink()
    ran = logistik("init", "--yes")
    assert "dipakai    dpt.xlsx         2 TPS, 2 kelurahan/desa" in ran.out
    assert len(places(logistik.folder)) == 4


def test_a_roll_that_is_still_empty_is_no_obstacle(logistik: Runner) -> None:
    assert logistik("init", "--yes").status == 0
    (logistik.folder / "gudang.xlsx").unlink()
    ran = logistik("init", "--yes")
    assert ran.status == 0
    assert "Wilayah belum dapat diambil." in ran.out
    assert (logistik.folder / "gudang.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--dpt", "tidak-ada.xlsx"], "tidak-ada.xlsx tidak ditemukan"),
        (["--dpt", "rekap.xlsx"], "rekap.xlsx: belum ada baris TPS yang dapat dipakai"),
        (["--dpt", "stok.xlsx"], "stok.xlsx bukan DPT"),
        (["--ruleset", "pilkada-1999"], "Rule set 'pilkada-1999' tidak ada"),
        (["--jenis", "ppwp"], "Jenis pemilihan 'ppwp' tidak ada di rule set pilkada-2024"),
        (["--tps", "0"], "--tps '0' tidak berlaku"),
        (["--tps", "1.000"], "Tulis bilangan dari 1 sampai 20000"),
        (["rekap.xlsx"], "rekap.xlsx bukan folder"),
        (["rekap.xlsx/dalam"], "tidak dapat dibuat"),
    ],
)
def test_what_cannot_be_used_makes_nothing(words: list[str], said: str, logistik: Runner) -> None:
    write_xlsx(logistik.folder / "rekap.xlsx", {"DPT": [["Kecamatan", "Jumlah TPS", "Jumlah"], ["Utara", 12, 4000]]})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": [["Kecamatan", "Diterima", "Baik"], ["Utara", 10, 10]]})
    target = [] if words[0] == "rekap.xlsx" or words[0].startswith("rekap.xlsx/") else ["kantor"]
    ran = logistik("init", "--yes", *target, *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert names(logistik.folder) == ["rekap.xlsx", "stok.xlsx"]


def test_settings_that_cannot_be_read_stop_it(logistik: Runner) -> None:
    (logistik.folder / "logistik.toml").write_text("pemilihn = 1\n", "utf-8")
    ran = logistik("init", "--yes")
    assert ran.status == 2
    assert "mungkin maksud Anda 'pemilihan'" in ran.err
    assert names(logistik.folder) == ["logistik.toml"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that refuses")
def test_a_folder_that_refuses_is_left_as_it_was(logistik: Runner) -> None:
    (logistik.folder / "tetap").mkdir(mode=0o555)
    ran = logistik("init", "tetap", "--yes")
    assert (ran.status, names(logistik.folder / "tetap")) == (2, [])


def test_a_failure_at_the_second_file_takes_the_first_away_again(
    logistik: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, link, renamed = Path.cwd() / "baru", os.link, list[str]()

    def first_only(source: Path, target: Path) -> None:
        renamed.append(target.name)
        if len(renamed) > 1:
            raise OSError(28, "No space left on device")
        link(source, target)

    def fails(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.link", first_only)
    monkeypatch.setattr("pathlib.Path.rename", fails)
    ran = logistik("init", "baru", "--yes", *OFFICE)
    assert (ran.status, "disk penuh" in ran.err) == (2, True)
    assert len(renamed) == 2
    assert not folder.exists()


def test_a_disk_that_fills_up_leaves_nothing_behind(logistik: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = logistik("init", "a/b", "--yes")
    assert ran.status == 2
    assert "disk penuh" in ran.err
    assert names(logistik.folder) == []


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appears_meanwhile_is_kept(
    *, has_links: bool, logistik: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(_: int) -> None:
        (logistik.folder / "gudang.xlsx").write_bytes(b"baru saja")

    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.fsync", meanwhile)
    if not has_links:
        monkeypatch.setattr("os.link", no_links)
    ran = logistik("init", "--yes")
    assert ran.status == 0
    assert "sudah ada  gudang.xlsx" in ran.out
    assert (logistik.folder / "gudang.xlsx").read_bytes() == b"baru saja"
    assert names(logistik.folder) == ALL


@pytest.mark.parametrize(
    "name",
    ['KPU "Kota" Contoh', "KPU\nKota\tContoh", "KPU 🗳 Contoh", "=1+1", "\\", "'''", "#", "&A&P", "\x1b[31m", "K" * 400],
)
def test_an_office_may_be_called_anything(name: str, logistik: Runner) -> None:
    ran = logistik("init", "--yes", "--kantor", name, "--kota", name, "--provinsi", name)
    assert ran.status == 0, ran.err
    assert "\x1b" not in ran.out
    said = tomllib.loads((logistik.folder / "logistik.toml").read_text("utf-8"))
    assert said["kantor"] == {"nama": name, "kota": name, "provinsi": name}
    book = load_workbook(logistik.folder / "gudang.xlsx")
    assert not [cell for row in book["Rekap"].iter_rows(max_row=4) for cell in row if cell.data_type == "f"]
    assert logistik("ruleset").status == 0


def test_the_same_answers_give_the_same_bytes(logistik: Runner) -> None:
    for folder in ("satu", "dua"):
        assert logistik("init", folder, "--yes", *OFFICE).status == 0
    for name in ALL:
        assert (logistik.folder / "satu" / name).read_bytes() == (logistik.folder / "dua" / name).read_bytes()


@pytest.mark.parametrize("ruleset", ["pilkada-2024", "pemilu-2024", "pilkada-2020"])
def test_the_empty_templates_are_understood(ruleset: str, logistik: Runner) -> None:
    write_roll(logistik.folder)
    made = logistik("init", "--yes", "--ruleset", ruleset, "--kota", "Kota Contoh", "--dpt", "daftar.xlsx")
    assert made.status == 0
    ran = logistik.audit("gudang.xlsx")
    assert ran.codes() == ["LG410"]
    assert {sheet["name"]: sheet["role"] for sheet in ran.json["inputs"][0]["sheets"]} == {
        "Petunjuk": None, "Rekap": "stock", "Per Wilayah": "stock", "Rincian Kerusakan": None, "Daftar": None,
    }  # fmt: skip


def test_blank_lists_of_cartons_and_boxes_are_understood_and_said_to_be_blank(logistik: Runner) -> None:
    write_roll(logistik.folder)
    assert logistik("init", "--yes", *OFFICE, "--dpt", "daftar.xlsx").status == 0
    ran = logistik("inspect", "pengesetan.xlsx", "koli.xlsx", "--format", "json")
    assert (ran.status, ran.json["alias_kolom"]) == (0, {})
    roles = {sheet["name"]: sheet["role"] for file in ran.json["files"] for sheet in file["sheets"]}
    assert roles == {"Pengesetan": "packing", "Koli": "cartons", "Petunjuk": None, "Daftar": None}
    ran = logistik("audit", "gudang.xlsx", "koli.xlsx", "pengesetan.xlsx", "--fail-on", "never")
    assert ran.status == 0
    assert "Belum ada TPS yang dikemas." in ran.out
    balance = logistik.audit("koli.xlsx", "pengesetan.xlsx").balance(None, "walikota")
    assert (balance["packed"], balance["polling_stations_not_packed"]) == (0, 2)


def test_without_a_voter_list_the_packing_list_has_rows_for_as_many_tps_as_asked_for(logistik: Runner) -> None:
    assert logistik("init", "--yes", "--tps", "7", *OFFICE).status == 0
    sheet = load_workbook(logistik.folder / "pengesetan.xlsx")["Pengesetan"]
    assert [cell.value for cell in sheet[5]][:4] == ["Kecamatan", "Kelurahan/Desa", "TPS", "DPT"]
    assert sheet.max_row == 12
    assert logistik("audit", "pengesetan.xlsx", "koli.xlsx").status == 2


def test_a_voter_list_fills_the_packing_list_with_tps_and_needs(logistik: Runner) -> None:
    head: list[object] = ["Kecamatan", "Kelurahan", "TPS", "Jumlah"]
    rows = [
        ("Utara", "Mawar", 1, 401),
        ("Utara", "Mawar", 2, "x"),
        ("Utara", "Mawar", 1, 401),
        ("Barat", "Melati", 1, 0),
    ]
    write_xlsx(logistik.folder / "daftar.xlsx", {"DPT": [head, *rows]})
    assert logistik("init", "--yes", *OFFICE, "--dpt", "daftar.xlsx").status == 0
    sheet = load_workbook(logistik.folder / "pengesetan.xlsx")["Pengesetan"]
    assert [row[:6] for row in sheet.iter_rows(min_row=6, values_only=True)] == [
        ("Utara", "Mawar", "001", 401, 11, 412),
        ("Utara", "Mawar", "002", None, None, None),
        ("Barat", "Melati", "001", 0, 0, 0),
    ]


def test_an_empty_roll_says_what_it_lacks(logistik: Runner) -> None:
    assert logistik("init", "--yes").status == 0
    ran = logistik("audit", "dpt.xlsx")
    assert ran.status == 2
    assert ran.err.startswith("Galat: dpt.xlsx: tidak ada baris TPS di bawah judulnya.")
