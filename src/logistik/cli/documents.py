"""Documents to files and to the screen: which ending is which format, and all files or none."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

from logistik.cli.staged import Staged
from logistik.core.errors import LogistikError
from logistik.documents.blocks import Document

MODULES = {".txt": "as_text", ".md": "as_markdown", ".xlsx": "as_xlsx", ".pdf": "as_pdf", ".docx": "as_docx"}
"""Ending -> module of `logistik.documents` with `render(document)`; only the one asked for is loaded."""

JSON = ".json"
"""The figures of a whole command in one file; who gives the command writes it."""

ENDINGS = (*MODULES, JSON)
SCREEN = {"text": ".txt", "markdown": ".md"}


def ending_of(path: str) -> str:
    """The ending that says the format of a file; LogistikError for one that no document has."""
    ending = Path(path).suffix.lower()
    if ending not in ENDINGS:
        raise LogistikError(
            f"-o '{path}': akhiran itu bukan bentuk dokumen.", hint=f"Akhiran yang dikenal: {', '.join(ENDINGS)}."
        )
    return ending


def render_document(document: Document, path_or_format: str) -> str | bytes:
    """A document in the format of a file's ending, or in the one called `text` or `markdown`."""
    ending = SCREEN.get(path_or_format) or ending_of(path_or_format)
    rendered: str | bytes = import_module(f"logistik.documents.{MODULES[ending]}").render(document)
    return rendered


def render_screen(documents: Sequence[Document], format_: str) -> str:
    """Documents as text or Markdown, one after the other with a rule between them."""
    rule = "---" if format_ == "markdown" else "=" * 80
    pages = [str(render_document(document, format_)).rstrip("\n") for document in documents]
    return f"\n\n{rule}\n\n".join(pages) + "\n"


def files_of(
    documents: Sequence[tuple[str, Document]], json: str, outputs: Sequence[str]
) -> list[tuple[Path, str | bytes]]:
    """Every file that the outputs ask for: one for each document, several told apart by a tag behind the name.

    Args:
        documents: each with its tag.
        json: the figures of all documents.
        outputs: the values of -o.
    """
    files: list[tuple[Path, str | bytes]] = []
    for output in outputs:
        path = Path(output)
        if ending_of(output) == JSON:
            files.append((path, json))
            continue
        for tag, document in documents:
            own = path.with_name(f"{path.stem}-{tag}{path.suffix}") if len(documents) > 1 else path
            files.append((own, render_document(document, output)))
    names = [path.resolve() for path, _ in files]
    twice = next((path for path, _ in files if names.count(path.resolve()) > 1), None)
    if twice is not None:
        raise LogistikError(f"-o menyebut {twice.as_posix()} dua kali.", hint="Pilih nama yang berbeda.")
    return files


def write_files(files: Iterable[tuple[Path, str | bytes]], inputs: Iterable[Path]) -> None:
    """Write all files, or none if one of them cannot be; LogistikError then."""
    protected, staged = list(inputs), list[Staged]()
    try:
        for path, content in files:
            staged.append(Staged(path, content, protected))
        for each in staged:
            each.commit()
    except BaseException:
        for each in reversed(staged):
            each.undo()
        raise
    for each in staged:
        each.keep()
