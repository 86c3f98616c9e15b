"""One input file: read once, so that the hash is of the very bytes that were understood."""

from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from logistik.core.errors import LogistikError, reason
from logistik.core.grid import Grid
from logistik.readers import workbook

MAX_BYTES = 256 << 20
"""A larger file is not a count of ballots; a city's voter list is about a tenth of a megabyte."""

_SIGNATURES = (
    (b"%PDF", "sebuah PDF"),
    (b"\x89PNG", "sebuah gambar"),
    (b"\xff\xd8\xff", "sebuah gambar"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
)
_SAVE_AS = "Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu jalankan lagi dengan berkas itu."


class Source(NamedTuple):
    """A file as read: how it is called, what its bytes hash to, and its sheets."""

    file: str
    sha256: str
    bytes: int
    grids: tuple[Grid, ...]


def read(path: Path, file: str) -> Source:
    """Read a workbook or text table; the content decides the format, not the name's ending.

    Args:
        path: where it is.
        file: how findings and the ledger call it.

    Raises:
        LogistikError: not there, not readable, not a table, encrypted, damaged, or unsafe to open.
    """
    content = read_bytes(path, file)
    return Source(file, sha256(content).hexdigest(), len(content), grids_of(content, file))


def read_bytes(path: Path, file: str) -> bytes:
    """The whole file; LogistikError that says why not."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise LogistikError(f"{file} bukan berkas biasa.", hint="Sebutkan berkas tabelnya.")
        if path.is_dir():
            raise LogistikError(
                f"{file} adalah folder, bukan berkas.", hint=f'Sebutkan berkasnya, misalnya "{file}/gudang.xlsx".'
            )
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise LogistikError(
                f"{file} berukuran {size >> 20} MiB; batasnya {MAX_BYTES >> 20} MiB.",
                hint="Simpan hanya lembar yang diperlukan ke berkas baru.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise LogistikError(f"Berkas {file} tidak ditemukan.", hint=_nearest(path)) from None
    except PermissionError:
        raise LogistikError(
            f"{file} tidak dapat dibuka: izin ditolak.",
            hint="Kalau berkas itu sedang terbuka di Excel, simpan dan tutup dulu; kalau tidak, periksa izinnya.",
        ) from None
    except (OSError, ValueError) as error:
        raise LogistikError(
            f"{file} tidak dapat dibuka: {reason(error)}.", hint="Periksa nama dan letak berkasnya."
        ) from None


def grids_of(content: bytes, file: str) -> tuple[Grid, ...]:
    """The sheets in the bytes of a file; LogistikError as for `read`."""
    if not content:
        raise LogistikError(f"{file} kosong (0 bita).", hint="Salin ulang berkas itu dari sumbernya.")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        return workbook.read(content, file)
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise LogistikError(f"{file} adalah {what}, bukan tabel.", hint=_SAVE_AS)
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        raise LogistikError(f"{file} adalah halaman HTML atau XML yang bernama seperti tabel.", hint=_SAVE_AS)
    from logistik.readers import csv_text

    return (csv_text.read(content, file),)


def _nearest(path: Path) -> str:
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return f"Folder {path.parent.as_posix()} tidak ada."
    near = get_close_matches(path.name, names, n=1)
    return f"Mungkin maksud Anda {near[0]}." if near else "Periksa nama dan letak berkasnya."
