"""What `logistik.toml` says, as values: the office, its control totals, its names, its letter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from logistik.core.rules import Strict


@dataclass(frozen=True, slots=True, kw_only=True)
class Kantor(Strict):
    """The office. Names are the office's own; none is a default."""

    nama: str = ""
    kota: str = ""
    provinsi: str = ""
    kode: str = ""
    alamat: str = ""
    tempat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketetapan(Strict):
    """A control total fixed by a decision: voters, TPS or sheets, with the decision's number and date."""

    jumlah: int
    nomor: str = ""
    tanggal: date | None = None

    def __post_init__(self) -> None:
        if self.jumlah < 0:
            raise ValueError("tidak boleh negatif")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kendali(Strict):
    """The control totals of KPU's decisions for the whole kabupaten/kota."""

    tps: Ketetapan | None = None
    pemilih: Ketetapan | None = None
    surat_suara: Mapping[str, Ketetapan] = field(default_factory=dict)
    psu: Mapping[str, Ketetapan] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Strict):
    """Names that the office confirmed: what the sheet says -> what is meant."""

    kecamatan: Mapping[str, str] = field(default_factory=dict)
    kelurahan: Mapping[str, str] = field(default_factory=dict)
    kolom: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dasar(Strict):
    """A document that the letter rests on: decision, contract, delivery note, minutes."""

    uraian: str
    nomor: str = ""
    tanggal: date | None = None
    pemilihan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surat(Strict):
    """The letter's own fields; what is left out stays a dotted line."""

    sifat: str = ""
    lampiran: str = ""
    penandatangan_jabatan: str = ""
    penandatangan_nama: str = ""
    penyedia: str = ""
    tempat_pengiriman: str = ""
    paling_lambat: date | None = None
    narahubung: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Strict):
    """The whole of `logistik.toml`, validated. Every part may be missing."""

    ruleset: str = ""
    as_of: date | None = None
    dpt: tuple[str, ...] = ()
    gudang: tuple[str, ...] = ()
    pemilihan: tuple[str, ...] = ()
    kantor: Kantor = field(default_factory=Kantor)
    kendali: Kendali | None = None
    alias: Alias = field(default_factory=Alias)
    aturan: Mapping[str, Any] = field(default_factory=dict)
    dasar: tuple[Dasar, ...] = ()
    surat: Surat = field(default_factory=Surat)
