"""A copy of the record in one file: the ledger alone (.db), or with every file that it names (.zip)."""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from logistik.core.errors import LogistikError, reason
from logistik.core.history import Head, Record, files_of
from logistik.ledger.examination import copy_to, examine
from logistik.ledger.store import FILE_NAME, FOLDER
from logistik.services.history import record, require_ledger
from logistik.services.kept_files import kept_names
from logistik.services.new_files import settle
from logistik.services.record import AUDIT

ENDINGS = (".db", ".zip")
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of every member, so that the same record gives the same archive."""


class Backup(NamedTuple):
    """A finished copy: its entries and head, the files in it beside the ledger, and those that could not be taken."""

    entries: int
    head: Head
    files: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def back_up(root: Path, target: Path) -> Backup:
    """Write a copy of the record to a new file, whole or not at all, and check what was written.

    Raises:
        LogistikError: another ending, a file that is there already, no ledger, one that is not whole, or a place that
            cannot be written.
    """
    ledger = require_ledger(root).path
    copy, archive = (target.with_name(f".{target.name}.{os.getpid()}{end}") for end in (".db", ".zip"))
    try:
        _refuse(target)
        copy_to(ledger, copy)
        head, records = _checked(copy)
        wanted = _named(root, records) if target.suffix.lower() == ".zip" else []
        files = [name for name in wanted if _is_safe(name) and (root / name).is_file()]
        if target.suffix.lower() == ".zip":
            _pack(archive, {f"{FOLDER}/{FILE_NAME}": copy} | {name: root / name for name in files})
        _settled(archive if archive.exists() else copy, target)
    except OSError as error:
        raise LogistikError(
            f"{target.as_posix()} tidak dapat ditulis: {reason(error)}.", hint="Periksa folder dan ruang disknya."
        ) from None
    finally:
        for each in (copy, archive):
            with suppress(OSError):  # a name that the system does not take
                each.unlink(missing_ok=True)
    return Backup(len(records), head, tuple(files), tuple(name for name in wanted if name not in files))


def _refuse(target: Path) -> None:
    if target.suffix.lower() not in ENDINGS:
        raise LogistikError(
            f"Nama cadangan '{target.name}' harus berakhir .db atau .zip.",
            hint=".db: ledger saja; .zip: ledger beserta surat, pindaian, dan salinan berkasnya.",
        )
    if target.exists() or target.is_symlink():
        raise _taken(target)
    if target.resolve().parent.name == FOLDER or FOLDER in target.resolve().parts:
        raise LogistikError(
            f"{target.as_posix()} ada di folder ledger.", hint="Simpan cadangan di folder atau disk lain."
        )


def _taken(target: Path) -> LogistikError:
    return LogistikError(
        f"{target.as_posix()} sudah ada; cadangan tidak menimpa berkas.",
        hint="Pilih nama lain, misalnya dengan tanggal.",
    )


def _checked(copy: Path) -> tuple[Head, list[Record]]:
    """The head and the entries of a copy whose chain is whole."""
    found = examine(copy)
    if found.faults or not found.entries:
        why = found.faults[0].message.replace(copy.name, FILE_NAME) if found.faults else "ledger kosong."
        raise LogistikError(
            f"Ledger tidak utuh, jadi tidak dicadangkan: {why}",
            hint=f"Jalankan `logistik verify`, dan salin folder {FOLDER} apa adanya sebagai bukti.",
        )
    with copy.open("rb+") as stream:
        os.fsync(stream.fileno())
    last = found.entries[-1]
    return Head(last.number, last.hash), [record(entry) for entry in found.entries]


def _named(root: Path, records: list[Record]) -> list[str]:
    """The files that belong to the record, by their paths from the workspace: documents and scans, then the copies."""
    told = [file.path for each in records if each.kind != AUDIT for file in files_of(each)]
    return list(dict.fromkeys((*told, *kept_names(root))))


def _is_safe(name: str) -> bool:
    """Whether unpacking a member of that name stays inside the folder, on every system."""
    path = PurePosixPath(name)
    parts_are_plain = all(part not in ("", ".", "..") for part in path.parts)
    return bool(path.parts) and not path.is_absolute() and parts_are_plain and not set(name) & set("\\:\0")


def _pack(archive: Path, members: dict[str, Path]) -> None:
    """Write the archive and read it back; LogistikError if a member is not what was put in."""
    hashes: dict[str, str] = {}
    with archive.open("xb") as stream:
        with ZipFile(stream, "w", ZIP_DEFLATED) as made:
            for name, path in members.items():
                told = ZipInfo(name, _MOMENT)
                told.compress_type, told.create_system, told.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
                told.file_size = path.stat().st_size
                with path.open("rb") as source, made.open(told, "w") as member:
                    copyfileobj(source, member)
                hashes[name] = sha256(path.read_bytes()).hexdigest()
        stream.flush()
        os.fsync(stream.fileno())
    if dict(_members(archive)) != hashes:
        raise LogistikError("Cadangan yang ditulis tidak sama dengan aslinya.", hint="Coba lagi, atau di disk lain.")


def _members(archive: Path) -> Iterator[tuple[str, str]]:
    try:
        with ZipFile(archive) as made:
            yield from ((name, sha256(made.read(name)).hexdigest()) for name in made.namelist())
    except BadZipFile:
        return


def _settled(made: Path, target: Path) -> None:
    if not settle(made, target):
        raise _taken(target)
