"""`logistik transfer`: what has to move between TPS and the warehouse before the boxes are sealed."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.documents import DocumentFormat, files_of, forms_of, on_screen, say_written
from logistik.cli.options import Dpt, Jenis, Kecamatan, Outputs, Quiet
from logistik.cli.output import emit, put, say
from logistik.cli.progress import Progress
from logistik.core.wording import number
from logistik.documents.transfer_document import transfer_document
from logistik.documents.transfer_json import as_json
from logistik.services.audit import Order
from logistik.services.ground import ground_of
from logistik.services.transfers import make_work_order
from logistik.services.view import Wanted


def transfer(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BERKAS]...",
            help="Berkas stok, DPT, dan pengesetan; tanpa berkas, audit terakhir.",
            show_default=False,
        ),
    ] = None,
    dpt: Dpt = None,
    kecamatan: Kecamatan = None,
    jenis: Jenis = None,
    sealed: Annotated[
        list[str] | None,
        typer.Option(
            "--sealed", metavar="KELURAHAN/TPS", help="Kotak yang sudah disegel, misalnya damai/005; boleh berulang."
        ),
    ] = None,
    format_: DocumentFormat = None,
    output: Outputs = None,
    quiet: Quiet = False,
) -> int:
    """Susun perintah kerja pemindahan surat suara antar-TPS dan gudang, sebelum kotak disegel.

    Yang terdekat lebih dulu: sekelurahan, sekecamatan, lalu sisa gudang. Memakai audit terakhir yang tercatat, atau
    mengaudit dulu berkas yang disebut.
    """
    forms = forms_of(output or (), format_)
    wanted = Wanted(kecamatan, None, tuple(jenis or ()))
    now = datetime.now().astimezone()
    order = Order(tuple(files or ()), tuple(dpt or ()))
    with Progress(quiet=quiet) as progress:
        ground = ground_of(order, Path.cwd(), now, progress)
        made = make_work_order(ground, wanted, sealed or ())
        document = transfer_document(made)
        papers = files_of([("transfer", document)], lambda: as_json(made), forms)
    shown = None if papers else lambda: emit(on_screen([document], lambda: as_json(made), forms[0].ending))
    put(papers, lambda: None, ground.rest.kept, shown)
    say_written(papers, quiet=quiet)
    moves = [move for each in made.elections for move in each.moves]
    entry, sheets = ground.rest.entry, sum(move.sheets for move in moves)
    say(
        f"Dasar: audit {entry.short_hash} ({entry.recorded_at[:10]}); {number(len(moves))} perpindahan, "
        f"{number(sheets)} lembar.",
        quiet=quiet,
    )
    return 0
