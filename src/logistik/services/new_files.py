"""Files that are made only where none is: whole or not at all, and never over another."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from logistik.core.errors import LogistikError, reason


def put(folder: Path, contents: Mapping[str, bytes]) -> list[str]:
    """Write the files into the folder, which is made if it is missing; the names of those that are new.

    All are written beside their places before the first is put there. A file that has come into being in the
    meantime is kept.

    Raises:
        LogistikError: the folder cannot be made or written to; then nothing is left behind.
    """
    made = _make(folder)
    staged: dict[str, Path] = {}
    new: list[str] = []
    try:
        for name, content in contents.items():
            temporary = folder / f".{name}.{os.getpid()}"
            with temporary.open("xb") as stream:
                staged[name] = temporary
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        for name, temporary in staged.items():
            if settle(temporary, folder / name):
                new.append(name)
    except OSError as error:
        _drop([*staged.values(), *(folder / name for name in new)], made)
        raise LogistikError(
            f"{folder.as_posix()} tidak dapat ditulisi: {reason(error)}.",
            hint="Pilih folder lain, atau periksa izinnya.",
        ) from None
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
    return new


def _make(folder: Path) -> list[Path]:
    """Make the folder; those that were missing, the deepest first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise LogistikError(
            f"Folder {folder.as_posix()} tidak dapat dibuat: {reason(error)}.", hint="Pilih nama atau tempat lain."
        ) from None
    return missing


def settle(temporary: Path, place: Path) -> bool:
    """Put a file in its place unless there is one; a link fails where a file is, on every system that has links."""
    try:
        os.link(temporary, place)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if place.exists() or place.is_symlink():
            return False
        temporary.rename(place)
    return True


def _drop(files: Iterable[Path], folders: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return
