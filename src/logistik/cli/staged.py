"""A result in a file: whole or not at all, and never over an input."""

import os
from collections.abc import Iterable
from pathlib import Path

from logistik.core.errors import LogistikError, reason


class Staged:
    """Bytes written beside their place, and put there by `commit`."""

    def __init__(self, path: Path, content: bytes, inputs: Iterable[Path] = ()) -> None:
        """Write the bytes; LogistikError if that cannot be, or if the file is one of the inputs."""
        if path.exists() and any(each.exists() and each.samefile(path) for each in inputs):
            raise LogistikError(
                f"{path.as_posix()} adalah berkas masukan; tidak ditimpa.", hint="Pilih nama lain untuk -o."
            )
        if path.exists() and not path.is_file():
            raise LogistikError(f"{path.as_posix()} bukan berkas biasa.", hint="Sebutkan nama berkas di -o.")
        self._path = path
        self._temporary = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with self._temporary.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise self._failed(error) from None

    def commit(self) -> None:
        """Put the file in its place."""
        try:
            self._temporary.replace(self._path)
        except OSError as error:
            raise self._failed(error) from None

    def drop(self) -> None:
        """Leave nothing behind."""
        self._temporary.unlink(missing_ok=True)

    def _failed(self, error: OSError) -> LogistikError:
        if not isinstance(error, FileExistsError):
            self.drop()
        return LogistikError(
            f"{self._path.as_posix()} tidak dapat ditulis: {reason(error)}.",
            hint="Periksa foldernya; kalau berkas itu terbuka di program lain, tutup dulu.",
        )
