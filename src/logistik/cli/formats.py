"""The formats of an audit's result: their names, who renders them, and the file endings that ask for them."""

from collections.abc import Sequence
from importlib import import_module

from logistik.cli.options import one_of
from logistik.core.errors import LogistikError
from logistik.core.layout import Line, plain
from logistik.core.report import Report
from logistik.render.shown import Rendered, Shown

MODULES = {
    "full": "full",
    "concise": "concise",
    "whatsapp": "whatsapp",
    "xlsx": "as_xlsx",
    "csv": "as_csv",
    "json": "contract",
    "sarif": "as_sarif",
    "junit": "as_junit",
    "github": "as_github",
}
"""Format -> module of `logistik.render` with `render(report, shown)`; only the one asked for is loaded."""

FORMATS = tuple(MODULES)
ENDINGS = {
    ".sarif.json": "sarif",
    ".sarif": "sarif",
    ".json": "json",
    ".xlsx": "xlsx",
    ".csv": "csv",
    ".xml": "junit",
}
"""What the name of -o asks for where --format is silent; any other name gets the full text."""

FILES_ONLY = ("xlsx",)
WITHOUT_ASIDE = ("concise", "csv", "github")
"""Formats that have no place for what was found and does not count; it is said on stderr instead."""


def chosen(name: str | None, output: str | None) -> str:
    """The format asked for by name, else by the ending of the output file, else `full`.

    Raises:
        LogistikError: an unknown name, or a format that no screen can show without a file for it.
    """
    if name is None:
        return next((each for ending, each in ENDINGS.items() if (output or "").lower().endswith(ending)), "full")
    one_of("--format", name, FORMATS)
    if name in FILES_ONLY and output is None:
        raise LogistikError(
            f"--format {name} menghasilkan berkas, bukan teks untuk layar.",
            hint=f"Sebutkan berkasnya, misalnya -o hasil.{name}.",
        )
    return name


def rendered(name: str, report: Report, shown: Shown) -> tuple[str | bytes, Sequence[Line]]:
    """The result as it is written, and as styled lines where a person reads it."""
    result: Rendered = import_module(f"logistik.render.{MODULES[name]}").render(report, shown)
    if isinstance(result, str | bytes):
        return result, ()
    return plain(result), result
