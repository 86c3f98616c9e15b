"""logistik.toml: where it is found, and what it may say."""

from datetime import date
from pathlib import Path

import pytest

from logistik.core.errors import LogistikError
from logistik.settings.workspace import find, parse
from tests.tools import Rows, Runner, write_xlsx

DPT: Rows = [["Kecamatan", "Kelurahan", "TPS", "Jumlah"], ["Balikpapan Kota", "Damai", 1, 400]]
KOTA = '[kantor]\nkota = "Kota Balikpapan"\n'


def toml(folder: Path, text: str) -> Path:
    """A logistik.toml in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "logistik.toml").write_text(text, "utf-8")
    return folder


def dpt(folder: Path) -> Path:
    """A voter list in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    return write_xlsx(folder / "dpt.xlsx", {"DPT": DPT})


def test_the_nearest_file_upward_from_the_input_counts(logistik: Runner) -> None:
    office = toml(logistik.folder / "kantor", KOTA)
    dpt(office / "data" / "2024")
    ran = logistik.audit("kantor/data/2024/dpt.xlsx")
    assert ran.balance(None, "walikota")["region"]["kota"] == "Kota Balikpapan"
    assert [each["path"] for each in ran.json["inputs"]] == ["data/2024/dpt.xlsx", "logistik.toml"]


def test_the_file_beside_the_input_comes_before_that_of_the_current_folder(logistik: Runner) -> None:
    toml(logistik.folder, '[kantor]\nkota = "Kota Samarinda"\n')
    dpt(toml(logistik.folder / "kantor", KOTA))
    assert logistik.audit("kantor/dpt.xlsx").balance(None, "walikota")["region"]["kota"] == "Kota Balikpapan"


def test_nothing_is_added_from_a_file_further_up(logistik: Runner) -> None:
    toml(logistik.folder, '[kantor]\nkota = "Kota Samarinda"\nprovinsi = "Kalimantan Timur"\n[kendali]\ntps = 7\n')
    dpt(toml(logistik.folder / "kantor", KOTA))
    ran = logistik.audit("kantor/dpt.xlsx")
    assert ran.balance(None, "walikota")["region"]["provinsi"] is None
    assert "LG409" not in ran.codes()


def test_the_file_of_the_current_folder_counts_where_the_input_lies_elsewhere(
    logistik: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    dpt(logistik.folder / "flashdisk")
    monkeypatch.chdir(toml(logistik.folder / "kantor", KOTA))
    ran = logistik.audit("../flashdisk/dpt.xlsx")
    assert ran.json["balances"][0]["region"]["kota"] == "Kota Balikpapan"


def test_without_a_file_the_folder_is_the_workspace_and_nothing_is_set(tmp_path: Path) -> None:
    workspace = find(tmp_path)
    assert (workspace.root, workspace.file) == (tmp_path.resolve(), None)
    assert workspace.office == parse(b"")


def test_a_file_found_upward_makes_its_folder_the_workspace(tmp_path: Path) -> None:
    toml(tmp_path, KOTA)
    (tmp_path / "a" / "b").mkdir(parents=True)
    workspace = find(tmp_path / "a" / "b")
    assert (workspace.root, workspace.office.kantor.kota) == (tmp_path.resolve(), "Kota Balikpapan")
    assert workspace.content == (tmp_path / "logistik.toml").read_bytes()


def test_files_that_it_names_are_relative_to_it(logistik: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    office = toml(logistik.folder / "kantor", f'dpt = "data/dpt.xlsx"\n{KOTA}')
    dpt(office / "data")
    (office / "surat").mkdir()
    monkeypatch.chdir(office / "surat")
    assert logistik.audit().balance(None, "walikota")["voters"] == 400


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + KOTA.encode(), id="a byte-order mark of Notepad"),
        pytest.param(KOTA.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(b"\xef\xbb\xbf", id="nothing but the mark"),
    ],
)
def test_a_file_of_notepad_is_read(content: bytes) -> None:
    assert parse(content).kantor.kota in ("Kota Balikpapan", "")


def test_a_byte_order_mark_hides_no_setting(logistik: Runner) -> None:
    dpt(logistik.folder)
    (logistik.folder / "logistik.toml").write_bytes(b"\xef\xbb\xbfas_of = 2024-11-13\n" + KOTA.encode())
    ran = logistik.audit("dpt.xlsx")
    assert (ran.json["as_of"], ran.json["balances"][0]["region"]["kota"]) == ("2024-11-13", "Kota Balikpapan")


def test_short_forms_mean_the_long_ones() -> None:
    short = (
        'dpt = "a.xlsx"\ngudang = "b.xlsx"\npemilihan = "gubernur"\n[kendali]\ntps = 4\n[kendali.psu]\nwalikota = 2000'
    )
    long = """
    dpt = ["a.xlsx"]
    gudang = ["b.xlsx"]
    pemilihan = ["gubernur"]
    [kendali.tps]
    jumlah = 4
    [kendali.psu.walikota]
    jumlah = 2000
    """
    assert parse(short.encode()) == parse(long.encode())


def test_every_part_may_be_set() -> None:
    office = parse(
        b"""
        ruleset = "pilkada-2024"
        as_of = 2024-11-13
        [kantor]
        nama = "KPU Kota Balikpapan"
        kode = "6471"
        [kendali.pemilih]
        jumlah = 520986
        nomor = "Keputusan 1/2024"
        tanggal = 2024-09-21
        [alias.kelurahan]
        "Damay" = "Damai"
        [alias.kolom]
        "Bilik ke" = "TPS"
        [[dasar]]
        uraian = "Berita acara"
        nomor = "5/2024"
        tanggal = 2024-11-12
        pemilihan = "walikota"
        [surat]
        paling_lambat = 2024-11-20
        [temuan]
        pilih = ["LG4", "LG6"]
        abaikan = "LG610"
        [temuan.berat]
        LG608 = "info"
        [[pengecualian]]
        kode = "LG403"
        tempat = "dpt.xlsx!Damai!F2"
        alasan = "Berita acara 12"
        oleh = "Divisi Data"
        sampai = 2024-11-27
        """
    )
    assert (office.ruleset, office.as_of, office.kantor.kode) == ("pilkada-2024", date(2024, 11, 13), "6471")
    assert office.kendali is not None
    assert office.kendali.pemilih is not None
    assert (office.kendali.pemilih.jumlah, office.kendali.pemilih.tanggal) == (520986, date(2024, 9, 21))
    assert (office.alias.kelurahan["Damay"], office.alias.kolom["Bilik ke"]) == ("Damai", "TPS")
    assert [(each.uraian, each.pemilihan) for each in office.dasar] == [("Berita acara", "walikota")]
    assert office.surat.paling_lambat == date(2024, 11, 20)
    assert (office.temuan.pilih, office.temuan.abaikan) == (("LG4", "LG6"), ("LG610",))
    assert dict(office.temuan.berat) == {"LG608": "info"}
    (waiver,) = office.pengecualian
    assert (waiver.kode, waiver.oleh, waiver.sampai, waiver.jumlah) == ("LG403", "Divisi Data", date(2024, 11, 27), 1)


WAIVER = "[[pengecualian]]\nkode = 'LG403'\ntempat = 'dpt.xlsx'\nalasan = 'Salah ketik'\noleh = 'Divisi Data'\n"
UNKNOWN = [
    ("rulset = 'x'", "rulset", "ruleset"),
    ("as_off = 2024-11-13", "as_off", "as_of"),
    ("[kantr]", "kantr", "kantor"),
    ("[kantor]\nnma = 'x'", "kantor.nma", "nama"),
    ("[kendali]\ntpss = 3", "kendali.tpss", "tps"),
    ("[kendali]\nsurat_suar = {}", "kendali.surat_suar", "surat_suara"),
    ("[kendali.tps]\njumlah = 3\nnomr = 'x'", "kendali.tps.nomr", "nomor"),
    (
        "[kendali.surat_suara.walikota]\njumlah = 3\ntangal = 2024-11-01",
        "kendali.surat_suara.walikota.tangal",
        "tanggal",
    ),
    ("[kendali.surat_suara]\nwalikot = 3", "kendali.surat_suara.walikot", "walikota"),
    ("[kendali.psu.wali_kota]\njumlah = 2000", "kendali.psu.wali_kota", "walikota"),
    ("[alias]\nkelurahn = {}", "alias.kelurahn", "kelurahan"),
    ("[[dasar]]\nuraian = 'x'\nnomer = '1'", "dasar.0.nomer", "nomor"),
    ("[surat]\npenyediaan = 'x'", "surat.penyediaan", "penyedia"),
    ("[temuan]\nabaykan = ['LG610']", "temuan.abaykan", "abaikan"),
    (f"{WAIVER}sampai = 2024-11-27\nsampay = 2024-11-27", "pengecualian.0.sampay", "sampai"),
    ("[[pengecualan]]\nkode = 'LG403'", "pengecualan", "pengecualian"),
]


@pytest.mark.parametrize(("text", "key", "near"), UNKNOWN, ids=[key for _, key, _ in UNKNOWN])
def test_an_unknown_key_is_an_error_with_the_nearest_one(text: str, key: str, near: str, logistik: Runner) -> None:
    dpt(toml(logistik.folder, text))
    ran = logistik.audit("dpt.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"Galat: logistik.toml: kunci '{key}' tidak dikenal; mungkin maksud Anda '{near}'")


WRONG = [
    ("dpt = 5", "dpt", "harus daftar dalam kurung siku"),
    ("dpt = [5]", "dpt.0", "harus teks dalam tanda kutip"),
    ("ruleset = 2024", "ruleset", "harus teks dalam tanda kutip"),
    ("as_of = 'kemarin'", "as_of", "harus tanggal, misalnya 2024-11-13"),
    ("as_of = 2024-11-13T08:00:00", "as_of", "harus tanggal"),
    ("as_of = 20241113", "as_of", "harus tanggal"),
    ("kantor = 'KPU'", "kantor", "harus sebuah tabel"),
    ("[kantor]\nkode = 6471", "kantor.kode", "harus teks dalam tanda kutip"),
    ("kendali = 996", "kendali", "harus sebuah tabel"),
    ("[kendali]\ntps = '996'", "kendali.tps", "harus"),
    ("[kendali]\ntps = true", "kendali.tps", "harus"),
    ("[kendali]\ntps = -1", "kendali.tps.jumlah", "tidak boleh negatif"),
    ("[kendali.tps]\njumlah = 99.5", "kendali.tps.jumlah", "harus bilangan bulat"),
    ("[kendali.tps]\njumlah = 3\ntanggal = '21 September'", "kendali.tps.tanggal", "harus tanggal"),
    ("[kendali.tps]\nnomor = 'x'", "kendali.tps.jumlah", "belum diisi"),
    ("[alias]\nkolom = 'x'", "alias.kolom", "harus sebuah tabel"),
    ("[alias.kelurahan]\n'Damay' = 3", "alias.kelurahan.Damay", "harus teks dalam tanda kutip"),
    ("[[dasar]]\nnomor = 'x'", "dasar.0.uraian", "belum diisi"),
    ("dasar = 'x'", "dasar", "harus"),
    ("aturan = 3", "aturan", "harus sebuah tabel"),
    ("temuan = 'LG403'", "temuan", "harus sebuah tabel"),
    ("[temuan]\npilih = 4", "temuan.pilih", "harus daftar dalam kurung siku"),
    ("[temuan]\nberat = 'info'", "temuan.berat", "harus sebuah tabel"),
    ("[temuan.berat]\nLG403 = 2", "temuan.berat.LG403", "harus teks dalam tanda kutip"),
    (f"{WAIVER}sampai = '27 November'", "pengecualian.0.sampai", "harus tanggal"),
    (f"{WAIVER}jumlah = 2", "pengecualian.0.sampai", "belum diisi"),
    (f"{WAIVER}sampai = 2024-11-27\njumlah = -1", "pengecualian.0.jumlah", "tidak boleh negatif"),
    (f"{WAIVER}sampai = 2024-11-27\njumlah = 0", "pengecualian.0.jumlah", "tidak boleh 0"),
    (f"{WAIVER.replace('Salah ketik', ' ')}sampai = 2024-11-27", "pengecualian.0.alasan", "tidak boleh kosong"),
    (f"{WAIVER.replace('Divisi Data', '')}sampai = 2024-11-27", "pengecualian.0.oleh", "tidak boleh kosong"),
    (f"{WAIVER.replace('dpt.xlsx', '')}sampai = 2024-11-27", "pengecualian.0.tempat", "tidak boleh kosong"),
]


@pytest.mark.parametrize(("text", "key", "expected"), WRONG, ids=[text.replace("\n", " ") for text, _, _ in WRONG])
def test_a_value_of_the_wrong_kind_is_an_error_that_says_what_is_expected(
    text: str, key: str, expected: str, logistik: Runner
) -> None:
    dpt(toml(logistik.folder, text))
    ran = logistik.audit("dpt.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"Galat: logistik.toml: '{key}' {expected}")


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(LogistikError) as caught:
        parse(b"as_of = 'x'\nkntor = 1\n[kendali]\ntps = -1\n")
    assert all(
        each in caught.value.message for each in ("'as_of' harus tanggal", "kunci 'kntor'", "'kendali.tps.jumlah'")
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"as_of = ", "tidak dapat dibaca"),
        (b"[kantor\nkota = 'x'", "at line 1"),
        (b"kota = Kota Balikpapan", "at line 1"),
        (b"as_of = 2024-11-13\nas_of = 2024-11-14\n", "tidak dapat dibaca"),
        (b"x = " + b"[" * 5000, "tidak dapat dibaca"),
        ("[kantor]\nalamat = 'Jalan 45 \u00bd'".encode("latin-1"), "bukan teks UTF-8"),
        (KOTA.encode("utf-16"), "bukan teks UTF-8"),
        (b"#" * (1 << 20) + b"#", "terlalu besar"),
    ],
    ids=["cut off", "bracket", "no quotes", "twice", "too deep", "Windows-1252", "UTF-16", "more than 1 MiB"],
)
def test_a_file_that_is_not_toml_is_an_error_that_says_so(content: bytes, says: str, logistik: Runner) -> None:
    dpt(logistik.folder)
    (logistik.folder / "logistik.toml").write_bytes(content)
    ran = logistik.audit("dpt.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Galat: logistik.toml ")
    assert says in ran.err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ruleset = 'pilkada2024'", "Rule set 'pilkada2024' tidak ada. Yang ada: pilkada-2024"),
        ("pemilihan = ['walikot']", "walikota"),
        ("dpt = 'dtp.xlsx'", "Berkas dtp.xlsx tidak ditemukan"),
    ],
)
def test_a_name_that_does_not_exist_is_an_error_that_helps(text: str, says: str, logistik: Runner) -> None:
    dpt(toml(logistik.folder, text))
    ran = logistik.audit(*([] if text.startswith("dpt") else ["dpt.xlsx"]))
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
    assert len(ran.err.splitlines()) == 2
