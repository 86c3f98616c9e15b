"""`logistik move`: sheets that left the warehouse for good, by minutes of their own."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from logistik.cli.options import Day, Quiet, one_line_of, one_of, read_day
from logistik.cli.recorded import say_recorded
from logistik.core.errors import LogistikError
from logistik.core.movements import Origin, Way
from logistik.core.wording import number
from logistik.readers.source import read_bytes
from logistik.services.moving import Left, record_move, take_back
from logistik.settings.workspace import find

WAYS = {
    Way.RETURNED: "dikembalikan ke percetakan",
    Way.HANDED_OVER: "diserahkan ke KPU lain",
    Way.DESTROYED: "dimusnahkan",
}
ORIGINS = tuple(origin.value for origin in Origin)


def move(
    how: Annotated[
        str | None,
        typer.Argument(metavar="[CARA]", help="returned, handed-over, atau destroyed.", show_default=False),
    ] = None,
    jenis: Annotated[
        str | None, typer.Option("--jenis", metavar="PEMILIHAN", help="Pemilihannya: walikota ...")
    ] = None,
    origin: Annotated[
        str | None, typer.Option("--from", metavar="ASAL", help=f"Diambil dari: {', '.join(ORIGINS)}.")
    ] = None,
    sheets: Annotated[
        int | None, typer.Option("--sheets", metavar="LEMBAR", help="Jumlah lembar yang keluar.", min=1, max=10**9)
    ] = None,
    minutes: Annotated[str | None, typer.Option("--number", metavar="NOMOR", help="Nomor berita acaranya.")] = None,
    day: Day = None,
    to: Annotated[str, typer.Option("--to", metavar="PENERIMA", help="Percetakan atau KPU yang menerima.")] = "",
    file: Annotated[
        str | None, typer.Option("--file", metavar="BERKAS", help="Pindaian berita acara yang ditandatangani.")
    ] = None,
    cancel: Annotated[
        int | None,
        typer.Option("--cancel", metavar="CATATAN", help="Batalkan catatan pengeluaran ini; perlu --reason."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="ALASAN", help="Alasan pembatalan.")] = "",
    quiet: Quiet = False,
) -> int:
    """Catat surat suara yang keluar dari gudang dengan berita acara.

    Caranya: returned (dikembalikan ke percetakan), handed-over (diserahkan ke KPU lain), destroyed (dimusnahkan).
    """
    root, now = find(Path.cwd()).root, datetime.now().astimezone()
    said: dict[str, Any] = {"--jenis": jenis, "--from": origin, "--sheets": sheets, "--number": minutes}
    said["--date"] = read_day(day, "--date")
    if cancel is not None:
        if how or to or file or any(said.values()):
            raise LogistikError("--cancel hanya bersama --reason.", hint='logistik move --cancel 9 --reason "ALASAN"')
        entry = take_back(root, cancel, one_line_of("--reason", reason), now)
        say_recorded(root, entry, f"Dibatalkan: catatan nomor {entry.number}.", quiet=quiet)
        return 0
    if reason:
        raise LogistikError("--reason hanya dengan --cancel.", hint="Sebutkan catatannya: --cancel NOMOR.")
    left = _left(_way(how), said, to)
    scan = (Path.cwd() / file, read_bytes(Path.cwd() / file, file)) if file else None
    entry = record_move(root, left, scan, now)
    told = f"{number(left.sheets)} lembar {WAYS[left.way]}, catatan nomor {entry.number}"
    say_recorded(root, entry, f"Tercatat: {told}.", quiet=quiet)
    return 0


def _way(word: str | None) -> Way:
    if word not in tuple(Way):
        said = f"Cara keluar '{word}' tidak dikenal." if word else "Cara keluar belum disebut."
        raise LogistikError(said, hint=f"Pilihannya: {', '.join(f'{way} ({title})' for way, title in WAYS.items())}.")
    return Way(word)


def _left(way: Way, said: dict[str, Any], to: str) -> Left:
    """What the options say; LogistikError that names every one that is missing."""
    missing = [option for option, value in said.items() if value is None]
    if way is not Way.DESTROYED and not to:
        missing.append("--to")
    if missing:
        raise LogistikError(
            f"Belum disebut: {', '.join(missing)}.",
            hint="Misalnya: logistik move destroyed --jenis walikota --from damaged --sheets 128 "
            "--number 92/PP.08-BA/6471/2024 --date 2024-11-26",
        )
    if way is Way.DESTROYED and to:
        raise LogistikError("Yang dimusnahkan tidak punya penerima.", hint="Hapus --to.")
    return Left(
        way=way,
        election=said["--jenis"],
        origin=Origin(one_of("--from", said["--from"], ORIGINS)),
        sheets=said["--sheets"],
        number=one_line_of("--number", said["--number"]),
        day=said["--date"],
        recipient=one_line_of("--to", to) if to else "",
    )
