"""A result in a file: whole or not at all, and never over an input."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from logistik.core.errors import LogistikError, reason

_NOT_TEXT = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".docx", ".doc", ".odt", ".pdf")
"""Endings of other programs' files: text under such a name opens nowhere, and may take the place of real counts."""


class Staged:
    """A file written beside its place, put there by `commit`, and taken away again by `undo`."""

    def __init__(self, path: Path, content: str | bytes, inputs: Iterable[Path] = (), option: str = "-o") -> None:
        """Write the content; LogistikError if that cannot be, or if the file is one of the inputs or the ledger's."""
        self._path = path
        refuse(path, inputs, option)
        if isinstance(content, str) and path.suffix.lower() in _NOT_TEXT:
            raise LogistikError(
                f"{path.as_posix()}: hasil ini teks, bukan berkas {path.suffix.lower()}.",
                hint=f"Pilih akhiran lain untuk {option}, misalnya .txt.",
            )
        self._temporary = path.with_name(f".{path.name}.{os.getpid()}")
        self._former = path.with_name(f".{path.name}.{os.getpid()}.lama")
        self._is_there = self._has_former = False
        try:
            with self._temporary.open("xb") as stream:
                stream.write(content.encode("utf-8", "replace") if isinstance(content, str) else content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise self._failed(error) from None

    def commit(self) -> None:
        """Put the file in its place; what stood there is kept until `keep` or `undo`."""
        try:
            if self._path.exists() or self._path.is_symlink():
                self._path.replace(self._former)
                self._has_former = True
            self._temporary.replace(self._path)
        except OSError as error:
            self.undo()
            raise self._failed(error) from None
        self._is_there = True

    def keep(self) -> None:
        """The file stays; what stood there before is gone."""
        with suppress(OSError):
            self._former.unlink(missing_ok=True)

    def undo(self) -> None:
        """Leave everything as it was."""
        with suppress(OSError):  # a name that the system does not take
            self._temporary.unlink(missing_ok=True)
        if self._has_former:
            self._former.replace(self._path)
            self._has_former = False
        elif self._is_there:
            self._path.unlink(missing_ok=True)

    def _failed(self, error: OSError) -> LogistikError:
        if not isinstance(error, FileExistsError):
            self.undo()
        return _unwritable(self._path, error)


def _unwritable(path: Path, error: OSError) -> LogistikError:
    return LogistikError(
        f"{path.as_posix()} tidak dapat ditulis: {reason(error)}.",
        hint="Periksa foldernya; kalau berkas itu terbuka di program lain, tutup dulu.",
    )


def refuse(path: Path, inputs: Iterable[Path], option: str) -> None:
    """LogistikError for a place where no result may stand."""
    try:
        _refuse(path, inputs, option)
    except OSError as error:  # a name that the system does not take
        raise _unwritable(path, error) from None


def _refuse(path: Path, inputs: Iterable[Path], option: str) -> None:
    if path.exists() and any(each.exists() and each.samefile(path) for each in (*inputs, *_kept_around(path, option))):
        raise LogistikError(
            f"{path.as_posix()} adalah berkas masukan atau surat keluar; tidak ditimpa.",
            hint=f"Pilih nama lain untuk {option}.",
        )
    if path.exists() and not path.is_file():
        raise LogistikError(f"{path.as_posix()} bukan berkas biasa.", hint=f"Sebutkan nama berkas di {option}.")
    from logistik.ledger.store import FOLDER

    if FOLDER in (folder.name.casefold() for folder in path.resolve().parents):
        raise LogistikError(
            f"{path.as_posix()} ada di folder ledger; di sana tidak ditulis hasil.",
            hint=f"Pilih folder lain untuk {option}.",
        )


def _kept_around(path: Path, option: str) -> list[Path]:
    """What no result may replace in the workspace around an existing file, whatever command writes it."""
    from logistik.ledger.store import FOLDER
    from logistik.services.protected import protected
    from logistik.settings.workspace import FILE_NAME

    above = path.resolve().parents
    root = next((each for each in above if (each / FILE_NAME).exists() or (each / FOLDER).is_dir()), None)
    if root is None:
        return []
    try:
        return [root / FILE_NAME, *protected(root)]
    except LogistikError:
        raise LogistikError(
            f"{path.as_posix()} sudah ada, dan ledger di foldernya tidak dapat dibaca; mungkin itu surat keluar.",
            hint=f"Pilih nama yang belum ada untuk {option}, dan jalankan: logistik verify",
        ) from None
