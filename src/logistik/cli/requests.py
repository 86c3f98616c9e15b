"""`logistik requests`: the letters that left the office, and where each stands."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import TEXT_OR_JSON, Output, Quiet, TextOrJson, one_line_of, one_of
from logistik.cli.output import deliver, terminal_width
from logistik.cli.recorded import say_recorded
from logistik.core.errors import LogistikError
from logistik.core.layout import plain
from logistik.render.letters import as_json, as_lines
from logistik.services.answers import cancel as record_cancel
from logistik.services.letters import letters_of
from logistik.services.protected import protected
from logistik.settings.workspace import find


def requests(
    format_: TextOrJson = "text",
    output: Output = None,
    cancel: Annotated[
        str | None, typer.Option("--cancel", metavar="SURAT", help="Batalkan surat ini; perlu --reason.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="ALASAN", help="Alasan pembatalan.")] = "",
    quiet: Quiet = False,
) -> int:
    """Daftar surat yang sudah dikeluarkan: terbuka, terpenuhi sebagian, terpenuhi, dibatalkan."""
    one_of("--format", format_, TEXT_OR_JSON)
    root, now = find(Path.cwd()).root, datetime.now().astimezone()
    if reason and cancel is None:
        raise LogistikError("--reason hanya dengan --cancel.", hint="Sebutkan suratnya: --cancel NOMOR.")
    if cancel is not None:
        entry = record_cancel(root, cancel, one_line_of("--reason", reason), now)
        say_recorded(root, entry, f"Dibatalkan: catatan nomor {entry.number}.", quiet=quiet)
    letters = letters_of(root).letters
    if format_ == "json":
        deliver(as_json(letters), output, lambda: None, protected(root))
    else:
        lines = as_lines(letters, 100 if output else terminal_width())
        deliver(plain(lines), output, lambda: None, protected(root), lines)
    return 0
