"""`logistik inspect`: what was understood of the files, before anything is computed."""

from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import Output, Quiet, one_of
from logistik.cli.output import deliver, fail, say, terminal_width
from logistik.core.layout import plain
from logistik.core.wording import listed
from logistik.services.inspect import Inspection, run_inspect

FORMATS = ("text", "json")


def inspect(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BERKAS...",
            help="Berkas yang dilihat: .xlsx .xlsm .xls .xlsb .ods .csv .tsv",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"Bentuk hasil: {', '.join(FORMATS)}.")
    ] = "text",
    output: Output = None,
    quiet: Quiet = False,
) -> int:
    """Tunjukkan apa yang dipahami, tanpa menghitung.

    Peran tiap lembar, arti tiap kolom, baris yang dibaca, dan yang tidak ikut beserta alasannya. Status 1 bila
    ada yang tidak dikenali, 2 bila ada berkas yang tidak dapat dibaca.
    """
    one_of("--format", format_, FORMATS)
    seen = run_inspect(tuple(files or ()), Path.cwd())
    if format_ == "json":
        from logistik.render.inspection_json import render as render_json

        deliver(render_json(seen.files), output, lambda: None, seen.inputs)
    else:
        from logistik.render.inspection import render

        has_aliases = bool(seen.workspace.office.alias.kolom)
        lines = render(seen.files, 100 if output else terminal_width(), has_aliases=has_aliases)
        deliver(plain(lines), output, lambda: None, seen.inputs, lines)
    return _status(seen, quiet=quiet)


def _status(seen: Inspection, *, quiet: bool) -> int:
    """0 if everything was understood, 1 if something was not recognised, 2 if a file could not be read."""
    unread = [file.path for file in seen.files if file.error is not None]
    if unread:
        fail(f"{len(unread)} dari {len(seen.files)} berkas tidak dapat dibaca: {listed(unread)}.")
        return 2
    unclear = sum(not sheet.is_understood for file in seen.files for sheet in file.sheets)
    if unclear:
        say(f"Belum seluruhnya dikenali: {unclear} lembar.", quiet=quiet)
    return int(unclear > 0)
