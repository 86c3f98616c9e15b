"""`logistik diff`: what changed from one recorded audit to another."""

from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import TEXT_OR_JSON, Output, TextOrJson, one_of
from logistik.cli.output import deliver, terminal_width
from logistik.core.errors import LogistikError
from logistik.core.layout import plain
from logistik.core.vocabulary import Level
from logistik.render.compared import as_json, render
from logistik.services.entries import compare_audits
from logistik.services.history import recorded_files, root_of

LEVELS = tuple(level.value for level in Level if level is not Level.PROVINSI)


def diff(
    audits: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[AUDIT [AUDIT]]",
            help="Nomor atau hash dua audit; satu saja: dengan yang terakhir; tanpa: dua yang terakhir.",
            show_default=False,
        ),
    ] = None,
    level: Annotated[
        str, typer.Option("--level", metavar="TINGKAT", help=f"Hitungan sampai tingkat: {', '.join(LEVELS)}.")
    ] = Level.KECAMATAN.value,
    format_: TextOrJson = "text",
    output: Output = None,
) -> int:
    """Bandingkan dua audit: hitungan yang berubah, dan temuan yang baru, tetap, atau selesai."""
    one_of("--format", format_, TEXT_OR_JSON)
    one_of("--level", level, LEVELS)
    if len(audits or ()) > 2:
        raise LogistikError("Hanya dua audit yang dapat dibandingkan.", hint="Misalnya: logistik diff 3 7")
    root = root_of(Path.cwd())
    before, after, comparison = compare_audits(root, audits or ())
    width = 100 if output else terminal_width()
    lines = [] if format_ == "json" else render(before, after, comparison, Level(level), width)
    text = as_json(before, after, comparison) if format_ == "json" else plain(lines)
    deliver(text, output, lambda: None, recorded_files(root, output), lines)
    return 0
