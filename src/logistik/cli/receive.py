"""`logistik receive`: what answered a letter."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import Day, Quiet, one_line_of, read_day
from logistik.cli.output import say
from logistik.cli.recorded import say_recorded
from logistik.cli.sign import Letter
from logistik.core.errors import LogistikError
from logistik.core.wording import number
from logistik.services.answers import named
from logistik.services.answers import receive as record_receipt
from logistik.services.letters import letters_of
from logistik.settings.workspace import find

MOST = 10**9


def receive(
    letter: Letter,
    jenis: Annotated[
        str | None, typer.Option("--jenis", metavar="PEMILIHAN", help="Pemilihan surat itu, untuk dicocokkan.")
    ] = None,
    good: Annotated[
        int, typer.Option("--good", metavar="LEMBAR", help="Lembar baik yang datang.", min=0, max=MOST)
    ] = 0,
    damaged: Annotated[
        int, typer.Option("--damaged", metavar="LEMBAR", help="Lembar rusak yang datang.", min=0, max=MOST)
    ] = 0,
    bast: Annotated[str, typer.Option("--bast", metavar="NOMOR", help="Nomor berita acara serah terimanya.")] = "",
    day: Day = None,
    quiet: Quiet = False,
) -> int:
    """Catat surat suara susulan yang menjawab surat permintaan.

    Yang baik mengurangi permintaan berikutnya; yang rusak perlu diminta lagi dengan surat baru.
    """
    if not good and not damaged:
        raise LogistikError(
            "Belum disebut berapa lembar yang datang.", hint="Pakai --good LEMBAR dan --damaged LEMBAR."
        )
    minutes = one_line_of("--bast", bast)
    root, now = find(Path.cwd()).root, datetime.now().astimezone()
    dated = read_day(day, "--date") or now.date()
    entry = record_receipt(root, letter, jenis, good, damaged, minutes, dated, now)
    standing = named(letters_of(root).letters, letter)
    say_recorded(root, entry, f"Tercatat: catatan nomor {entry.number}.", quiet=quiet)
    if standing.beyond:
        say(f"Yang datang {number(standing.beyond)} lembar lebih banyak daripada yang diminta; periksa surat jalannya.")
    say(f"Belum datang: {number(standing.outstanding)} dari {number(standing.issued.asked)} lembar.", quiet=quiet)
    return 0
