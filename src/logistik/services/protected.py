"""The files of a workspace's letters and moves, which nothing may overwrite."""

from pathlib import Path

from logistik.services.letters import letters_of
from logistik.services.movements import files_of, moves_of


def protected(root: Path) -> list[Path]:
    """The letters, their scans and the minutes of what left, wherever they lie.

    Raises:
        LogistikError: the ledger cannot be used, or an entry cannot be read.
    """
    return [root / name for name in (*letters_of(root).files, *files_of(moves_of(root)))]
