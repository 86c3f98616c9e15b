"""What was understood of some files, before anything is computed. Nothing is recorded."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from logistik.core.errors import LogistikError
from logistik.ingest.understood import FileSeen, understand
from logistik.readers.source import read
from logistik.services.inputs import expand, shown_path
from logistik.settings import rulesets
from logistik.settings.workspace import FILE_NAME, Workspace, find


class Inspection(NamedTuple):
    """All files asked for, those that are nowhere last, and the workspace whose aliases applied."""

    files: tuple[FileSeen, ...]
    workspace: Workspace
    inputs: tuple[Path, ...]


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
    files = [_file(path, workspace, categories) for path in paths]
    files += [FileSeen(word, error=error) for word, error in missing.items()]
    settings = (workspace.root / FILE_NAME,) if workspace.file is not None else ()
    return Inspection(tuple(files), workspace, (*paths, *settings))


def _file(path: Path, workspace: Workspace, categories: Sequence[str]) -> FileSeen:
    called = shown_path(path, workspace.root)
    try:
        grids = read(path, called).grids
    except LogistikError as error:
        return FileSeen(called, error=error)
    return FileSeen(called, tuple(understand(grid, workspace.office, categories) for grid in grids))
