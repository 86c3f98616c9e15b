"""Documents to files and to the screen: which ending or format is which, and a name for each of several documents."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from logistik.cli.options import one_of
from logistik.cli.output import Beside, say
from logistik.core.errors import LogistikError
from logistik.documents.blocks import Document
from logistik.documents.model import Missing

MODULES = {".docx": "as_docx", ".pdf": "as_pdf", ".xlsx": "as_xlsx", ".md": "as_markdown", ".txt": "as_text"}
"""Ending -> module of `logistik.documents` with `render(document)`; only the one asked for is loaded."""
JSON = ".json"
"""The figures of a whole command in one file, for programs; who gives the command makes them."""
ENDINGS = (*MODULES, JSON)
_FORMATS = {"text": ".txt", "markdown": ".md", "json": JSON}
FORMATS = tuple(_FORMATS)
"""What --format may say; a screen shows nothing else."""
DocumentFormat = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORMAT", help=f"Bentuk: {', '.join(FORMATS)}; bawaan: akhiran -o, selain itu text."
    ),
]
_RULES = {".txt": "=" * 80, ".md": "---"}

Render = Callable[[Document, str], str | bytes]
"""Makes a document in the format of an ending."""


class Form(NamedTuple):
    """A file that was asked for, and the ending that tells its format; without a file it is for the screen."""

    output: str | None
    ending: str


def forms_of(outputs: Sequence[str], format_: str | None) -> list[Form]:
    """What is to be written: each -o in the format of --format, else of its own ending; or the screen alone.

    Raises:
        LogistikError: a format or an ending that no document has.
    """
    if format_ is not None:
        ending = _FORMATS[one_of("--format", format_, FORMATS)]
        return [Form(output, ending) for output in outputs] or [Form(None, ending)]
    return [Form(output, _ending(output)) for output in outputs] or [Form(None, ".txt")]


def _ending(output: str) -> str:
    ending = Path(output).suffix.lower()
    if ending not in ENDINGS:
        raise LogistikError(
            f"-o {output}: akhiran itu bukan bentuk dokumen.", hint=f"Akhiran yang dikenal: {', '.join(ENDINGS)}."
        )
    return ending


def render_document(document: Document, ending: str) -> str | bytes:
    """A document in the format of an ending."""
    rendered: str | bytes = import_module(f"logistik.documents.{MODULES[ending]}").render(document)
    return rendered


def files_of(
    documents: Sequence[tuple[str, Document]],
    figures: Callable[[], str],
    forms: Sequence[Form],
    render: Render = render_document,
) -> list[Beside]:
    """Every file that was asked for: one for each document and form, several documents told apart by their tags.

    Args:
        documents: each with its tag, `walikota`.
        figures: makes the JSON of all of them together.
        forms: what was asked for; forms for the screen make no file.
        render: makes a document in a format.
    """
    files = []
    for output, ending in forms:
        if output is None:
            continue
        path = Path(output)
        if ending == JSON:
            files.append(Beside(path, figures()))
            continue
        for tag, document in documents:
            own = path.with_name(f"{path.stem}-{tag}{path.suffix}") if len(documents) > 1 else path
            files.append(Beside(own, render(document, ending), asked=path))
    return files


def on_screen(documents: Sequence[Document], figures: Callable[[], str], ending: str) -> str:
    """Documents one after the other with a rule between them, or their figures."""
    if ending == JSON:
        return figures()
    pages = [str(render_document(document, ending)).rstrip("\n") for document in documents]
    return f"\n\n{_RULES[ending]}\n\n".join(pages) + "\n"


def say_written(files: Sequence[Beside], *, quiet: bool) -> None:
    """Say which files were written, if any."""
    if files:
        say(f"Ditulis: {', '.join(each.path.as_posix() for each in files)}", quiet=quiet)


def say_missing(missing: Iterable[Missing], *, quiet: bool) -> None:
    """Say which dotted lines the office still has to fill in, each once."""
    if told := dict.fromkeys(f"{each.what} ({each.where})" for each in missing):
        say(f"Belum diisi (garis titik-titik): {'; '.join(told)}.", quiet=quiet)
