"""What `logistik.toml` says, as values: the office, its control totals, its names, its letter."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

_NONE: Mapping[str, Any] = MappingProxyType({})


class Kantor(NamedTuple):
    """The office. Names are the office's own; none is a default."""

    nama: str = ""
    kota: str = ""
    provinsi: str = ""
    kode: str = ""
    alamat: str = ""
    tempat: str = ""


class Ketetapan(NamedTuple):
    """A control total: voters, TPS or sheets fixed by a decision, cartons by a delivery note, with number and date."""

    jumlah: int
    nomor: str = ""
    tanggal: date | None = None


class Kendali(NamedTuple):
    """The control totals of KPU's decisions, and the cartons of the delivery notes, for the whole kabupaten/kota."""

    tps: Ketetapan | None = None
    pemilih: Ketetapan | None = None
    surat_suara: Mapping[str, Ketetapan] = _NONE
    psu: Mapping[str, Ketetapan] = _NONE
    koli: Mapping[str, Ketetapan] = _NONE
    koli_psu: Mapping[str, Ketetapan] = _NONE


class Alias(NamedTuple):
    """Names that the office confirmed: what the sheet says -> what is meant."""

    kecamatan: Mapping[str, str] = _NONE
    kelurahan: Mapping[str, str] = _NONE
    kolom: Mapping[str, str] = _NONE


class TanpaJudul(NamedTuple):
    """A table without a header: which file and sheet (patterns allowed), and what its columns hold, from A on.

    A blank name is a column that is not read. `baris_pertama` is the first row of data, counted from 1.
    """

    berkas: str
    kolom: tuple[str, ...]
    lembar: str = "*"
    baris_pertama: int = 1


DasarKind = Literal["", "keputusan", "dpt", "kontrak", "surat-jalan", "sortir", "serah-terima", "lain"]
"""What a document is; blank where the office does not say, and its words have to tell."""

_TELLING: tuple[tuple[DasarKind, tuple[str, ...]], ...] = (
    ("sortir", ("sortir", "penyortiran")),
    ("serah-terima", ("serah terima",)),
    ("surat-jalan", ("surat jalan",)),
    ("kontrak", ("kontrak", "perjanjian", "surat pesanan")),
    ("dpt", ("pemilih tetap", "dpt")),
    ("keputusan", ("keputusan",)),
)


class Dasar(NamedTuple):
    """A document that the letter rests on: decision, contract, delivery note, minutes."""

    uraian: str
    nomor: str = ""
    tanggal: date | None = None
    pemilihan: str = ""
    jenis: DasarKind = ""

    @property
    def kind(self) -> DasarKind:
        """What the document is: as the office says, else by the words of its description; `lain` if neither tells."""
        said = self.uraian.casefold()
        told = (kind for kind, words in _TELLING if any(word in said for word in words))
        return self.jenis or next(told, "lain")


class Surat(NamedTuple):
    """The letter's own fields; what is left out stays a dotted line. `templat` is the office's Word template."""

    sifat: str = ""
    lampiran: str = ""
    penandatangan_jabatan: str = ""
    penandatangan_nama: str = ""
    penyedia: str = ""
    tempat_pengiriman: str = ""
    paling_lambat: date | None = None
    narahubung: str = ""
    kertas: Literal["A4", "F4"] = "A4"
    templat: str = ""


class Temuan(NamedTuple):
    """Which findings count, by code, prefix or name; `berat` gives some of them another weight."""

    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()
    berat: Mapping[str, str] = _NONE


class Pengecualian(NamedTuple):
    """A finding that the office answers for: which, where, why, who, and through which day.

    `tempat` is a place as findings print it: `berkas!lembar!sel`, `berkas!lembar` or `berkas`. `jumlah` is the number
    of places that were looked at; a finding in more places than that is not covered.
    """

    kode: str
    tempat: str
    alasan: str
    oleh: str
    sampai: date
    jumlah: int = 1


class Office(NamedTuple):
    """The whole of `logistik.toml`, validated. Every part may be missing."""

    ruleset: str = ""
    as_of: date | None = None
    dpt: tuple[str, ...] = ()
    gudang: tuple[str, ...] = ()
    koli: tuple[str, ...] = ()
    pengesetan: tuple[str, ...] = ()
    pemilihan: tuple[str, ...] = ()
    kantor: Kantor = Kantor()
    kendali: Kendali | None = None
    alias: Alias = Alias()
    tanpa_judul: tuple[TanpaJudul, ...] = ()
    aturan: Mapping[str, Any] = _NONE
    dasar: tuple[Dasar, ...] = ()
    surat: Surat = Surat()
    temuan: Temuan = Temuan()
    pengecualian: tuple[Pengecualian, ...] = ()
