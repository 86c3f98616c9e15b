"""The office's own Word template of the letter: found, and held against what a letter can print."""

from pathlib import Path
from typing import NamedTuple

from logistik.core.errors import LogistikError, reason
from logistik.documents.docx.flaws import Checked
from logistik.settings.workspace import Workspace

_LARGEST = 8 << 20
_BREAKS = ("variabel-wajib-hilang",)
"""Flaws with which a letter can still be made; `template check` names them."""


class Examined(NamedTuple):
    """A template file and what was found in it."""

    file: str
    checked: Checked


def examine(file: str, current: Path) -> Examined:
    """Check a template; LogistikError if it cannot be read or is no Word document."""
    from logistik.documents.docx.check import check

    return Examined(file, check(_read(current / file, file), file))


def letter_template(workspace: Workspace) -> bytes | None:
    """The template that `[surat] templat` names, relative to the workspace; None where it names none.

    Raises:
        LogistikError: it is missing, cannot be read, or no letter can be made with it.
    """
    name = workspace.office.surat.templat
    if not name:
        return None
    from logistik.documents.docx.check import check

    content = _read(workspace.root / name, name)
    grave = [flaw for flaw in check(content, name).flaws if flaw.name not in _BREAKS]
    if grave:
        place = f" ({grave[0].place})" if grave[0].place else ""
        raise LogistikError(
            f"Templat {name} tidak dapat dipakai: {grave[0].message}{place}.",
            hint=f"{grave[0].hint} Semua temuan: logistik template check {name}",
        )
    return content


def _read(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST)
    except (OSError, ValueError) as error:
        raise LogistikError(
            f"Templat {name} tidak dapat dibaca: {reason(error)}.",
            hint="Periksa nama berkasnya, atau buat: logistik init --templat",
        ) from None
