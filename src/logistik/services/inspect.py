"""What was understood of some files, before anything is computed. Nothing is recorded."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from logistik.core.errors import LogistikError
from logistik.core.grid import Grid
from logistik.ingest.seen import FileSeen
from logistik.ingest.understood import understand
from logistik.readers.source import read
from logistik.services.inputs import expand, shown_path
from logistik.settings import rulesets
from logistik.settings.workspace import FILE_NAME, Workspace, find


class Inspection(NamedTuple):
    """All files asked for, those that are nowhere last, and the workspace whose aliases applied."""

    files: tuple[FileSeen, ...]
    workspace: Workspace
    inputs: tuple[Path, ...]


class _Read(NamedTuple):
    """A file's sheets, or why it could not be read."""

    path: str
    grids: Sequence[Grid] = ()
    error: LogistikError | None = None


def run_inspect(words: Sequence[str], folder: Path) -> Inspection:
    """Read the files that the words name and say what each sheet is.

    A file that cannot be read is told and does not stop the others.

    Raises:
        LogistikError: no file named, or settings that cannot be used.
    """
    if not words:
        raise LogistikError("Belum ada berkas yang dilihat.", hint="Sebutkan berkasnya: logistik inspect gudang.xlsx")
    missing: dict[str, LogistikError] = {}
    meant: list[str] = []
    for word in words:
        try:
            expand([word], folder)
        except LogistikError as error:
            missing[word] = error
        else:
            meant.append(word)
    paths = expand(meant, folder)
    workspace = find(paths[0].parent if paths else folder, folder)
    office = workspace.office
    categories = rulesets.load(office.ruleset or rulesets.DEFAULT, office.aturan).ruleset.damage_categories.value
    files = _understood([_read(path, workspace) for path in paths], workspace, categories)
    files += [FileSeen(word, error=error) for word, error in missing.items()]
    settings = (workspace.root / FILE_NAME,) if workspace.file is not None else ()
    return Inspection(tuple(files), workspace, (*paths, *settings))


def _read(path: Path, workspace: Workspace) -> _Read:
    called = shown_path(path, workspace.root)
    try:
        return _Read(called, read(path, called).grids)
    except LogistikError as error:
        return _Read(called, error=error)


def _understood(files: Sequence[_Read], workspace: Workspace, categories: Sequence[str]) -> list[FileSeen]:
    """The sheets of all files beside each other, so that a voter list in one tells the regions of another."""
    grids = [grid for file in files for grid in file.grids]
    sheets = iter(understand(grids, workspace.office, categories))
    return [FileSeen(file.path, tuple(next(sheets) for _ in file.grids), file.error) for file in files]
