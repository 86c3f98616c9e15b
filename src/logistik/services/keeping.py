"""Copies that the ledger vouches for: the inputs behind a letter, and the letter's own files, by their SHA-256."""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from logistik.core.correspondence import Kept
from logistik.core.errors import LogistikError, reason
from logistik.ledger.store import FOLDER
from logistik.readers.source import read_bytes
from logistik.services.inputs import shown_path

INPUTS, FILES = "inputs", "files"


def place_of(root: Path, folder: str, kept: Kept) -> Path:
    """Where the copy of a file stands: `.logistik/inputs/<sha256>.xlsx`."""
    return root / FOLDER / folder / f"{kept.sha256}{Path(kept.path).suffix.lower()}"


def keep(root: Path, folder: str, path: Path, content: bytes) -> Kept:
    """Copy a file's content into the ledger's folder, whole or not at all, and describe it; a copy is made once.

    Raises:
        LogistikError: the folder cannot be written.
    """
    kept = Kept(shown_path(path, root), sha256(content).hexdigest(), len(content))
    place = place_of(root, folder, kept)
    temporary = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        if place.is_file() and sha256(place.read_bytes()).hexdigest() == kept.sha256:
            return kept
        place.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(place)
    except OSError as error:
        with suppress(OSError):  # a name that the system does not take
            temporary.unlink(missing_ok=True)
        raise LogistikError(
            f"Salinan {kept.path} tidak dapat disimpan di {FOLDER}/{folder}: {reason(error)}.",
            hint="Periksa izin folder dan ruang disk.",
        ) from None
    return kept


def keep_scan(root: Path, scan: tuple[Path, bytes] | None) -> Kept | None:
    """Copy a signed paper that a command was given, if it was.

    Raises:
        LogistikError: it lies in the ledger's folder, where files change and are no papers, or nothing can be written.
    """
    if scan is None:
        return None
    path, content = scan
    if FOLDER in path.resolve().parts:
        raise LogistikError(
            f"{shown_path(path, root)} ada di folder ledger; itu bukan pindaian.", hint="Sebutkan berkas aslinya."
        )
    return keep(root, FILES, path, content)


def keep_inputs(root: Path, inputs: Iterable[Kept]) -> tuple[Kept, ...]:
    """Copy the inputs of an audit; LogistikError if one of them is no longer what the audit read."""
    found = []
    for source in inputs:
        content = read_bytes(root / source.path, source.path)
        if sha256(content).hexdigest() != source.sha256:
            raise LogistikError(
                f"{source.path} berubah sejak audit.", hint="Jalankan audit lagi, lalu buat permintaannya."
            )
        found.append(keep(root, INPUTS, root / source.path, content))
    return tuple(found)
