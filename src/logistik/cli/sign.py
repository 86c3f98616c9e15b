"""`logistik sign`: the registry's number and the signed scan of an issued letter."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import Day, Number, Quiet, one_line_of, read_day
from logistik.cli.recorded import say_recorded
from logistik.core.errors import LogistikError
from logistik.readers.source import read_bytes
from logistik.services.answers import sign as record_sign
from logistik.settings.workspace import find

Letter = Annotated[
    str, typer.Argument(metavar="SURAT", help="Nomor surat, kodenya, atau nomor catatannya.", show_default=False)
]


def sign(
    letter: Annotated[
        str,
        typer.Argument(
            metavar="[SURAT]",
            help="Nomor surat, kodenya, atau nomor catatannya; tanpa ini surat yang belum bernomor.",
            show_default=False,
        ),
    ] = "",
    number: Number = "",
    day: Day = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="BERKAS", help="Pindaian surat yang sudah ditandatangani.")
    ] = None,
    quiet: Quiet = False,
) -> int:
    """Catat nomor dan pindaian surat yang sudah dikeluarkan.

    Isi surat tidak berubah; nomor yang sudah ada tidak diganti.
    """
    if not number and not file:
        raise LogistikError(
            "Belum disebut apa yang dicatat.", hint="Pakai --number NOMOR, --file PINDAIAN, atau keduanya."
        )
    number = one_line_of("--number", number) if number else ""
    scan = (Path.cwd() / file, read_bytes(Path.cwd() / file, file)) if file else None
    root, now = find(Path.cwd()).root, datetime.now().astimezone()
    entry = record_sign(root, letter, number, read_day(day, "--date"), scan, now)
    what = " dan ".join(["nomor"] * bool(number) + ["pindaian"] * bool(scan))
    say_recorded(root, entry, f"Tercatat: {what} surat {letter or number}, catatan nomor {entry.number}.", quiet=quiet)
    return 0
