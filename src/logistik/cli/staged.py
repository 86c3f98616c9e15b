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
        try:
            refuse(path, inputs, option)
        except OSError as error:  # a name that the system does not take
            raise self._unwritable(error) from None
        if isinstance(content, str) and path.suffix.lower() in _NOT_TEXT:
            raise LogistikError(
                f"{path.as_posix()}: hasil ini teks, bukan berkas {path.suffix.lower()}.",
                hint=f"Pilih akhiran lain untuk {option}, misalnya .txt.",
            )
        self._temporary = path.with_name(f".{path.name}.{os.getpid()}")
        self._former = path.with_name(f".{path.name}.{os.getpid()}.lama")
        self._is_there = False
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
        self._temporary.unlink(missing_ok=True)
        if self._former.exists() or self._former.is_symlink():
            self._former.replace(self._path)
        elif self._is_there:
            self._path.unlink(missing_ok=True)

    def _failed(self, error: OSError) -> LogistikError:
        if not isinstance(error, FileExistsError):
            self.undo()
        return self._unwritable(error)

    def _unwritable(self, error: OSError) -> LogistikError:
        return LogistikError(
            f"{self._path.as_posix()} tidak dapat ditulis: {reason(error)}.",
            hint="Periksa foldernya; kalau berkas itu terbuka di program lain, tutup dulu.",
        )


def refuse(path: Path, inputs: Iterable[Path], option: str) -> None:
    """LogistikError for a place where no result may stand."""
    if path.exists() and any(each.exists() and each.samefile(path) for each in inputs):
        raise LogistikError(
            f"{path.as_posix()} adalah berkas masukan atau surat keluar; tidak ditimpa.",
            hint=f"Pilih nama lain untuk {option}.",
        )
    if path.exists() and not path.is_file():
        raise LogistikError(f"{path.as_posix()} bukan berkas biasa.", hint=f"Sebutkan nama berkas di {option}.")
    from logistik.ledger.store import FOLDER

    if path.resolve().parent.name == FOLDER:
        raise LogistikError(
            f"{path.as_posix()} ada di folder ledger; di sana tidak ditulis hasil.",
            hint=f"Pilih folder lain untuk {option}.",
        )
