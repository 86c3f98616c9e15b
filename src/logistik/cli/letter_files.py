"""The letters of a request as files and on the screen, in the formats that were asked for."""

from collections.abc import Sequence
from pathlib import Path

from logistik.cli.documents import JSON, Form, Render, files_of, render_document
from logistik.cli.output import Beside
from logistik.documents import as_json, as_markdown, as_text
from logistik.documents.blocks import Document
from logistik.documents.compose import letter_document, without_annexes
from logistik.documents.model import Letter, Request
from logistik.settings.workspace import Workspace


def letter_files(made: Request, forms: Sequence[Form], workspace: Workspace, code: str = "") -> list[Beside]:
    """The files of the letters; `code` is that of the one letter, if it is issued.

    Where nothing is to be asked for, a text says so; there is no letter to lay out in another format.
    """
    if not made.letters:
        said = [each for each in forms if each.output and each.ending in (".txt", ".md", JSON)]
        return [Beside(Path(each.output or ""), letters_on_screen(made, each.ending)) for each in said]
    documents = [(letter.name, letter_document(letter, code)) for letter in made.letters]
    render = _with_template(made.letters, code, workspace) if any(each.ending == ".docx" for each in forms) else None
    return files_of(documents, lambda: as_json.render(made), forms, render or render_document)


def letters_on_screen(made: Request, ending: str) -> str:
    """The letters without their annexes, as the screen shows them; or why there is none."""
    if ending == JSON:
        return as_json.render(made)
    documents = [without_annexes(letter_document(letter)) for letter in made.letters]
    return as_markdown.render_all(documents, made) if ending == ".md" else as_text.render_all(documents, made)


def _with_template(letters: Sequence[Letter], code: str, workspace: Workspace) -> Render:
    """A letter in Word comes from the office's own template; every other format from the blocks."""
    from logistik.documents.as_docx import render_letter
    from logistik.services.templates import letter_template

    template, by_name = letter_template(workspace), {letter.name: letter for letter in letters}

    def render(document: Document, ending: str) -> str | bytes:
        if ending == ".docx":
            return render_letter(by_name[document.name], code, template)
        return render_document(document, ending)

    return render
