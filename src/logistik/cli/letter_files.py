"""The letters of a request as files and on the screen, in the formats that were asked for."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.cli.options import one_of
from logistik.cli.output import Beside
from logistik.cli.papers import DATA, Render, endings, path_of, rendered
from logistik.documents import as_json, as_markdown, as_text
from logistik.documents.compose import letter_document, without_annexes
from logistik.documents.model import Letter, Request
from logistik.settings.workspace import Workspace

_ENDINGS = {"text": ".txt", "markdown": ".md", "json": DATA}
FORMATS = tuple(_ENDINGS)


class Form(NamedTuple):
    """A file that was asked for, and the ending that tells its format; without a file it is for the screen."""

    output: str | None
    ending: str


def forms_of(outputs: Sequence[str], format_: str | None) -> list[Form]:
    """What is to be written: each -o in the format of --format, else of its own ending; or the screen alone.

    Raises:
        LogistikError: a format or an ending that no letter has.
    """
    if format_ is None:
        return [Form(*each) for each in zip(outputs, endings(outputs), strict=True)] or [Form(None, ".txt")]
    ending = _ENDINGS[one_of("--format", format_, FORMATS)]
    return [Form(output, ending) for output in outputs] or [Form(None, ending)]


def files_of(made: Request, forms: Sequence[Form], workspace: Workspace, code: str = "") -> list[Beside]:
    """The files: a document for each letter and form; the figures for programs once, whatever letters there are.

    `code` is that of the one letter, if it is issued.
    """
    files = []
    for output, ending in forms:
        if output is None:
            continue
        if ending == DATA:
            files.append(Beside(path_of(output, "", among=1), as_json.render(made)))
        for letter in made.letters if ending != DATA else ():
            own = _own(letter, code, workspace) if ending == ".docx" else {}
            content = rendered(letter_document(letter, code), ending, own)
            files.append(Beside(path_of(output, letter.name, among=len(made.letters)), content))
    return files


def on_screen(made: Request, ending: str) -> str:
    """The letters without their annexes, as the screen shows them; or why there is none."""
    if ending == DATA:
        return as_json.render(made)
    documents = [without_annexes(letter_document(letter)) for letter in made.letters]
    return as_markdown.render_all(documents, made) if ending == ".md" else as_text.render_all(documents, made)


def _own(letter: Letter, code: str, workspace: Workspace) -> dict[str, Render]:
    """A letter in Word comes from the office's own template."""
    from logistik.documents.as_docx import render_letter
    from logistik.services.templates import letter_template

    template = letter_template(workspace)
    return {".docx": lambda _: render_letter(letter, code, template)}
