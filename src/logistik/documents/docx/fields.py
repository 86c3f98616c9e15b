"""What a template of the letter can print: every variable with its meaning, and its text for one letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from logistik.core.vocabulary import LEVEL_TITLES
from logistik.core.wording import long_date, number
from logistik.documents import letter as wording
from logistik.documents.as_text import shown
from logistik.documents.blocks import Cell
from logistik.documents.docx.markup import printed
from logistik.documents.model import Letter
from logistik.documents.regions import region_title
from logistik.documents.words import or_open, spelled


class Shape(StrEnum):
    """What a variable is: a text, a list to loop over, or one row with parts."""

    TEXT = "teks"
    LIST = "daftar"
    ROW = "baris"


class Variable(NamedTuple):
    """A name that a template may use.

    `parts` are the names behind the dot, of a row or of each item of a list; a list without parts holds texts. A
    letter without a `needed` one would lose something that it has to say; `instead` is another that says the same.
    """

    meaning: str
    shape: Shape = Shape.TEXT
    parts: Mapping[str, str] = {}
    needed: bool = False
    instead: str = ""


_FIGURES = {
    "no": "nomor urut",
    "nama": "nama wilayah, atau sebab penyesuaian",
    "dasar": "dasar permintaan",
    "diterima": "diterima menurut hasil hitung",
    "kurang_kirim": "kurang kirim",
    "baik": "baik",
    "rusak": "rusak",
    "salah_daerah": "salah daerah atau tertukar",
    "permintaan": "permintaan",
}
_PAIR = {"uraian": "apa", "isi": "isinya"}
_STEP = {"uraian": "langkah", "lembar": "jumlah lembar"}

VARIABLES: Mapping[str, Variable] = {
    "kop": Variable("nama kantor di kepala surat, huruf besar"),
    "alamat": Variable("alamat kantor; kosong bila tidak diisi"),
    "tempat": Variable("tempat pembuatan surat"),
    "tanggal": Variable("tanggal surat", needed=True),
    "nomor": Variable("nomor surat, atau titik-titik", needed=True),
    "sifat": Variable("Biasa, Segera, atau Sangat Segera"),
    "lampiran": Variable("banyaknya lampiran"),
    "hal": Variable("perihal", needed=True),
    "yth": Variable("kepada siapa, tanpa kata Yth.", needed=True),
    "melalui": Variable("melalui siapa; kosong bila langsung", needed=True),
    "pembuka": Variable("kalimat pembuka"),
    "draf": Variable("peringatan draf sementara; kosong bila bukan draf"),
    "dasar": Variable("dokumen dan aturan yang menjadi dasar", Shape.LIST, needed=True),
    "isi": Variable("kalimat permintaan lengkap dengan angka dan terbilang", needed=True, instead="permintaan"),
    "permintaan": Variable("jumlah yang diminta, angka"),
    "permintaan_terbilang": Variable("jumlah yang diminta, dengan huruf"),
    "surat_suara": Variable("surat suara, atau surat suara pemungutan suara ulang (PSU)"),
    "pemilihan": Variable("nama pemilihan"),
    "wilayah": Variable("wilayah yang meminta"),
    "judul_wilayah": Variable("judul kolom wilayah: Kecamatan, Kelurahan/Desa"),
    "tabel": Variable("rincian per wilayah dan penyesuaian", Shape.LIST, _FIGURES, needed=True),
    "total": Variable("baris jumlah di bawah tabel", Shape.ROW, _FIGURES, needed=True),
    "langkah": Variable("perhitungan dari dasar sampai permintaan", Shape.LIST, _STEP),
    "hasil": Variable("hasil perhitungan itu", Shape.ROW, _STEP),
    "alasan": Variable("dari apa permintaan terdiri, dan penjelasan penyesuaian", Shape.LIST, needed=True),
    "penyimpanan": Variable("pernyataan tentang surat suara yang rusak dan salah daerah"),
    "pengiriman": Variable("tempat, batas waktu, narahubung", Shape.LIST, _PAIR),
    "penutup": Variable("kalimat penutup"),
    "jabatan": Variable("jabatan penanda tangan"),
    "nama": Variable("nama penanda tangan, atau titik-titik", needed=True),
    "tembusan": Variable("siapa yang menerima tembusan", Shape.LIST),
    "kode": Variable("kode surat yang sudah dicatat; kosong bila konsep"),
}
"""In the order of the letter. `logistik template check` and the documentation speak from this table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, as text."""

    no: str
    nama: str
    dasar: str
    diterima: str
    kurang_kirim: str
    baik: str
    rusak: str
    salah_daerah: str
    permintaan: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the bridge."""

    uraian: str
    lembar: str


@dataclass(frozen=True, slots=True)
class Told:
    """A label and what belongs to it."""

    uraian: str
    isi: str


def fields_of(letter: Letter, code: str) -> dict[str, Any]:
    """The text of every variable for one letter: on one line each, and without what XML forbids."""
    form, table, bridge = letter.form, wording.figures(letter), wording.bridge(letter)
    result, sheets = bridge.result
    first, *others = form.head
    return {
        "kop": _line(first),
        "alamat": _line(" ".join(others)),
        "tempat": _line(or_open(form.place)),
        "tanggal": _line(long_date(letter.day)),
        "nomor": _line(or_open(letter.number)),
        "sifat": _line(form.classification),
        "lampiran": _line(form.attachments),
        "hal": _line(wording.subject(letter)),
        "yth": _line(letter.recipient),
        "melalui": _line(letter.through),
        "pembuka": wording.OPENING,
        "draf": _line(wording.draft_notice(letter)) if letter.provisional else "",
        "dasar": tuple(map(_line, letter.bases)),
        "isi": _line(wording.asking(letter)),
        "permintaan": number(letter.request),
        "permintaan_terbilang": spelled(letter.request),
        "surat_suara": wording.stock_title(letter),
        "pemilihan": _line(letter.title),
        "wilayah": _line(region_title(letter.whole.region)),
        "judul_wilayah": LEVEL_TITLES[letter.rows[0].region.level],
        "tabel": tuple(_row(line.cells) for line in table.rows),
        "total": _row(table.total or ()),
        "langkah": tuple(Step(_line(label), shown(value)) for label, value in bridge.steps),
        "hasil": Step(_line(result), shown(sheets)),
        "alasan": tuple(map(_line, wording.reasons(letter))),
        "penyimpanan": wording.KEPT_SAFE,
        "pengiriman": tuple(Told(_line(label), _line(value)) for label, value in wording.delivery(letter)),
        "penutup": wording.CLOSING,
        "jabatan": _line(form.signatory),
        "nama": _line(wording.signer(letter)),
        "tembusan": tuple(map(_line, letter.copies)),
        "kode": _line(code),
    }


def _row(cells: tuple[Cell, ...]) -> Row:
    return Row(*(_line(shown(cell)) for cell in cells))


def _line(text: str) -> str:
    return printed(text).replace("\n", " ")
