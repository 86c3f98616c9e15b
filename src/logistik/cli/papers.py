"""The files of documents: which format the ending of -o asks for, and the names where there are several."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from logistik.core.errors import LogistikError
from logistik.documents.blocks import Document

MODULES = {
    ".docx": "as_docx",
    ".pdf": "as_pdf",
    ".xlsx": "as_xlsx",
    ".md": "as_markdown",
    ".txt": "as_text",
}
"""Ending -> module of `logistik.documents` with `render(document)`; only the one asked for is loaded."""
DATA = ".json"
"""The one ending that means figures for programs, not a document."""

Render = Callable[[Document], str | bytes]


def endings(outputs: Sequence[str]) -> list[str]:
    """The ending of each -o; LogistikError for one that no document has."""
    found = [Path(output).suffix.lower() for output in outputs]
    for output, ending in zip(outputs, found, strict=True):
        if ending not in (*MODULES, DATA):
            raise LogistikError(
                f"-o {output}: bentuk berkas tidak dikenal.", hint=f"Pakai akhiran {', '.join((*MODULES, DATA))}."
            )
    return found


def rendered(document: Document, ending: str, own: Mapping[str, Render] | None = None) -> str | bytes:
    """A document in the format of an ending; `own` renders some endings in another way."""
    if own and ending in own:
        return own[ending](document)
    render: Render = import_module(f"logistik.documents.{MODULES[ending]}").render
    return render(document)


def path_of(output: str, name: str, *, among: int) -> Path:
    """Where a document goes: `surat.pdf`, and among several `surat-walikota.pdf`."""
    path = Path(output)
    return path if among < 2 else path.with_name(f"{path.stem}-{name}{path.suffix}")
