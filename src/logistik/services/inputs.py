"""Which files are meant: globs, lock files, files named twice, and how each is called in the result."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from logistik.core.errors import LogistikError
from logistik.readers.source import Source, read

_LOCK = "~$"

Progress = Callable[[str, int], None]
"""Told what comes next, and the bytes of the file that it is about."""


def silent(_doing: str, _size: int) -> None:
    """Progress that nobody follows."""


def expand(patterns: Iterable[str], folder: Path) -> list[Path]:
    """The files that the words on the command line mean, each once, lock files of Excel passed over.

    A pattern is expanded here because the Windows shell does not; a name that exists is never a pattern.
    """
    found: list[Path] = []
    for pattern in patterns:
        path = folder / pattern
        if not _exists(path) and any(char in pattern for char in "*?["):
            matches = _matches(path)
            if not matches:
                raise LogistikError(
                    f"Tidak ada berkas yang cocok dengan {pattern}.", hint="Periksa nama dan foldernya."
                )
            found += matches
        elif not path.name.startswith(_LOCK):
            found.append(path)
    unique: dict[Path, Path] = {}
    for path in found:
        unique.setdefault(_resolved(path), path)
    return list(unique.values())


def _matches(pattern: Path) -> list[Path]:
    from glob import glob

    found = [Path(match) for match in sorted(glob(str(pattern)))]  # noqa: PTH207 - Path.glob refuses absolute ones
    return [match for match in found if match.is_file() and not match.name.startswith(_LOCK)]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path


def shown_path(path: Path, root: Path) -> str:
    """How a file is called in findings and in the ledger: relative to the workspace, with forward slashes."""
    try:
        return Path(os.path.relpath(_resolved(path), root)).as_posix()
    except ValueError:
        return path.as_posix()


def load(paths: Sequence[Path], root: Path, progress: Progress = silent) -> Iterator[Source]:
    """Read the files; each is called by its path from the workspace."""
    for path in paths:
        file = shown_path(path, root)
        progress(f"Membaca {file}", _size(path))
        yield read(path, file)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
