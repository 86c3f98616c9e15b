"""A template that someone sent us is a file like any other: bounded before it is opened, and without programs."""

import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from logistik.core.errors import LogistikError

LARGEST = 5 << 20
"""Bytes of a template."""
LARGEST_WHOLE = 50 << 20
"""Bytes of all its parts when unpacked."""
LARGEST_TEXT = 4 << 20
"""Bytes of a part that is read for tags."""
MOST_PARTS = 2000

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_SAVE = "Buka di Word atau LibreOffice, lalu simpan sebagai Dokumen Word (.docx)."
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_HARMLESS = (b"/hyperlink", b"/attachedTemplate")
_READ = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|styles|settings|numbering)\.xml")


def opened(content: bytes, name: str) -> Any:
    """The template as python-docx has it.

    Raises:
        LogistikError: not a Word document, too large, or with macros or parts that lie outside of it.
    """
    _check(content, name)
    from docx import Document

    try:
        document = Document(BytesIO(content))
        section = document.sections[0]
        sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
        is_whole = None not in sizes
    except Exception:  # noqa: BLE001 - a damaged file breaks the library anywhere
        is_whole = False
    if not is_whole:
        raise _refused(name, "rusak atau bukan dokumen Word", _SAVE)
    return document


def _check(content: bytes, name: str) -> None:
    if len(content) > LARGEST:
        raise _refused(name, f"lebih besar dari {LARGEST >> 20} MB", "Kecilkan gambar di dalamnya.")
    if content.startswith(_OLD_WORD):
        raise _refused(name, "berformat Word lama (.doc) atau bersandi", _SAVE)
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check_parts(archive, name)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise _refused(name, "bukan dokumen Word (.docx), atau rusak", _SAVE) from None


def _check_parts(archive: ZipFile, name: str) -> None:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise _refused(name, "terlalu besar sesudah dibuka", f"Paling banyak {LARGEST_WHOLE >> 20} MB.")
    names = [info.filename for info in infos]
    if len(set(names)) < len(names):
        raise _refused(name, "berisi bagian yang sama dua kali", _SAVE)
    if "[Content_Types].xml" not in names:
        raise _refused(name, "bukan dokumen Word (.docx)", _SAVE)
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or b"vbaProject" in types or any("vbaProject" in each for each in names):
        raise _refused(name, "berisi makro", "Simpan sebagai Dokumen Word (.docx) tanpa makro.")
    if b"wordprocessingml.template.main" in types:
        raise _refused(name, "berjenis templat Word (.dotx)", _SAVE)
    for info in infos:
        if info.filename.endswith((".xml", ".rels")):
            _check_part(info.filename, archive.read(info), name)


def _check_part(part: str, content: bytes, name: str) -> None:
    if _READ.fullmatch(part) and len(content) > LARGEST_TEXT:
        raise _refused(name, f"terlalu panjang ({part})", "Templat surat cukup satu atau dua halaman.")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise _refused(name, f"berisi deklarasi yang tidak dipakai Word ({part})", _SAVE)
    if part.endswith(".rels"):
        for found in _EXTERNAL.findall(content):
            if not any(kind in found for kind in _HARMLESS):
                raise _refused(
                    name, "memuat gambar atau objek dari luar berkas", "Sisipkan gambarnya ke dalam dokumen."
                )


def _refused(name: str, why: str, hint: str) -> LogistikError:
    return LogistikError(f"Templat {name} {why}.", hint=hint)
