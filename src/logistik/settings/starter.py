"""The first `logistik.toml` of an office: its answers as TOML, and every other key shown in a comment."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.core.rules import RuleSet


class Starter(NamedTuple):
    """What a new workspace knows about its office; what is blank is left for the office to fill in."""

    nama: str
    kota: str
    provinsi: str
    pemilihan: tuple[str, ...]
    dpt: tuple[str, ...]
    gudang: tuple[str, ...]
    koli: tuple[str, ...]
    pengesetan: tuple[str, ...]


_TEXT = """\
# Pengaturan logistik untuk folder ini. Baris yang diawali # adalah keterangan.
# Baris seperti #kode = "6471" adalah contoh: hapus tanda # di depannya, lalu isi dengan angka dan dokumen Anda.
# Teks ditulis dalam tanda kutip, tanggal sebagai tahun-bulan-hari, bilangan tanpa titik ribuan.

# Aturan pemilihan yang berlaku; lihat: logistik ruleset {ruleset}
ruleset = {ruleset_quoted}

# Pemilihan yang diperiksa, dari: {known}.
{pemilihan}

# Berkas yang diperiksa, relatif terhadap folder ini. Boleh beberapa berkas, boleh pola seperti "dpt/*.xlsx".
dpt = {dpt}
gudang = {gudang}
# Hapus tanda # setelah daftar koli, lalu setelah daftar pengesetan, mulai diisi. Selama daftar pengesetan masih kosong,
# setiap TPS terhitung belum dikemas.
#koli = {koli}
#pengesetan = {pengesetan}

# Tanggal keadaan; tanpa baris ini dipakai tanggal hari ini.
#as_of = {day}

# Kantor, seperti ditulis di surat. Yang kosong menjadi garis titik-titik.
[kantor]
nama = {nama}
# "Kota ..." atau "Kabupaten ..."
kota = {kota}
provinsi = {provinsi}
#kode = "6471"
#alamat = "Jalan ..."
# Tempat pembuatan surat, sebelum tanggalnya
#tempat = "Balikpapan"

# Angka kendali: yang ditetapkan dengan keputusan KPU. DPT dan stok dibandingkan dengan angka ini.
#[kendali.tps]
#jumlah = 0
#nomor = "nomor keputusan"
#tanggal = {day}
#[kendali.pemilih]
#jumlah = 0
#nomor = "nomor keputusan"
#tanggal = {day}
{controls}
# Dokumen yang menjadi dasar surat; satu [[dasar]] untuk setiap dokumen.
#[[dasar]]
#jenis = "keputusan"
#uraian = "Keputusan KPU ... tentang penetapan jumlah surat suara"
#nomor = "nomor keputusan"
#tanggal = {day}
#pemilihan = {first}

# Isian surat permintaan
#[surat]
#sifat = "Segera"
#lampiran = "1 (satu) berkas"
#penandatangan_jabatan = "Ketua KPU ..."
#penandatangan_nama = "..."
#penyedia = "PT ..."
#tempat_pengiriman = "Gudang logistik KPU ..."
#paling_lambat = {day}
#narahubung = "..."
#kertas = "A4"
# Templat surat Word; dibuat dengan: logistik init --templat
#templat = "surat.docx"

# Nama yang berbeda tetapi dimaksudkan sama: "yang tertulis di berkas" = "yang dimaksud"
#[alias.kecamatan]
#"Bpp Kota" = "Balikpapan Kota"
#[alias.kelurahan]
#"Klandasan Ulu I" = "Klandasan Ulu"
#[alias.kolom]
#"JML BAGUS" = "baik"

# Tabel tanpa baris judul: apa isi setiap kolomnya, dari kolom A; "" untuk kolom yang tidak dibaca
#[[tanpa_judul]]
#berkas = "dpt.csv"
#lembar = "*"
#baris_pertama = 1
#kolom = ["kecamatan", "kelurahan", "tps", "l", "p", "jumlah"]

# Temuan yang dipilih, diabaikan, atau diubah beratnya (galat, peringatan, info); jumlah tidak pernah berubah
#[temuan]
#pilih = ["LG"]
#abaikan = ["LG610"]
#[temuan.berat]
#LG408 = "info"

# Temuan yang dikecualikan di satu tempat, dengan alasan, oleh siapa, dan sampai kapan
#[[pengecualian]]
#kode = "LG403"
#tempat = "dpt.xlsx!DPT!F14"
#jumlah = 1
#alasan = "..."
#oleh = "..."
#sampai = {day}

# Nilai aturan yang diubah kantor; setiap perubahan dicetak bersama hasil.
#[aturan]
#max_voters_per_tps = {station}
"""

_CONTROL = """\
#[kendali.surat_suara.{election}]
#jumlah = 0
#nomor = "nomor keputusan"
#tanggal = {day}
"""
_OF_CARTONS = "# Banyaknya koli menurut surat jalan; dibandingkan dengan daftar koli\n"
_CARTONS = """\
#[kendali.koli.{election}]
#jumlah = 0
#nomor = "nomor surat jalan"
#tanggal = {day}
"""
_REVOTE_CARTONS = """\
#[kendali.koli_psu.{election}]
#jumlah = 0
#nomor = "nomor surat jalan"
#tanggal = {day}
"""
_REVOTE = """\
# Surat suara pemungutan suara ulang (PSU): stok tersendiri
#[kendali.psu.{election}]
#jumlah = {sheets}
"""


def text(starter: Starter, rules: RuleSet) -> str:
    """The file. Lines that begin with `#` and no space are examples that hold once the `#` is gone."""
    day = rules.voting_day.value.isoformat()
    known = tuple(rules.elections)
    chosen = starter.pemilihan or known
    controls = [_CONTROL.format(election=election, day=day) for election in chosen]
    controls += [
        _REVOTE.format(election=election, sheets=sheets)
        for election in chosen
        if (sheets := rules.revote_sheets(election)) is not None
    ]
    controls.append(_OF_CARTONS)
    controls += [_CARTONS.format(election=election, day=day) for election in chosen]
    controls += [
        _REVOTE_CARTONS.format(election=election, day=day)
        for election in chosen
        if rules.revote_sheets(election) is not None
    ]
    return _TEXT.format(
        ruleset=rules.name,
        ruleset_quoted=quoted(rules.name),
        known=", ".join(known),
        pemilihan=f"{'' if starter.pemilihan else '#'}pemilihan = {_list(chosen)}",
        dpt=_list(starter.dpt),
        gudang=_list(starter.gudang),
        koli=_list(starter.koli),
        pengesetan=_list(starter.pengesetan),
        day=day,
        nama=quoted(starter.nama),
        kota=quoted(starter.kota),
        provinsi=quoted(starter.provinsi),
        controls="".join(controls),
        first=quoted(chosen[0]),
        station=rules.max_voters_per_tps.value,
    )


def quoted(value: str) -> str:
    """Any text as a TOML string on one line."""
    return '"' + "".join(_ESCAPES.get(char) or _escaped(char) for char in value) + '"'


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escaped(char: str) -> str:
    """A character that no screen shows, as its number; a half of a pair, which is no character, as U+FFFD."""
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return char if char.isprintable() else f"\\U{ord(char):08X}"


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(quoted, values))}]"
