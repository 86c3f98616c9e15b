"""`logistik allocate`: the packing list before packing starts."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.documents import DocumentFormat, files_of, forms_of, on_screen, say_missing, say_written
from logistik.cli.options import Dpt, Jenis, Kecamatan, Kelurahan, Outputs, Quiet, one_of
from logistik.cli.output import emit, put, say
from logistik.cli.progress import Progress
from logistik.core.vocabulary import Level
from logistik.core.wording import number
from logistik.documents.allocation import NAME, checklists, overview
from logistik.documents.allocation_json import as_json
from logistik.documents.model import Missing
from logistik.services.allocation import make_allocation
from logistik.services.audit import Order
from logistik.services.ground import ground_of
from logistik.services.view import Wanted

LEVELS = (Level.KECAMATAN.value, Level.KELURAHAN.value, Level.TPS.value)


def allocate(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BERKAS]...", help="Berkas untuk diaudit dulu; tanpa berkas: audit terakhir.", show_default=False
        ),
    ] = None,
    dpt: Dpt = None,
    kecamatan: Kecamatan = None,
    kelurahan: Kelurahan = None,
    jenis: Jenis = None,
    level: Annotated[
        str | None,
        typer.Option("--level", metavar="TINGKAT", help=f"Rincian di layar sampai: {', '.join(LEVELS)}."),
    ] = None,
    format_: DocumentFormat = None,
    output: Outputs = None,
    quiet: Quiet = False,
) -> int:
    """Susun daftar pengesetan: berapa lembar untuk setiap TPS, dalam ikat dan lepas.

    Bila surat suara baik kurang, daftarnya rencana (asumsi): pemilih setiap TPS dulu, lalu cadangan.
    """
    forms = forms_of(output or (), format_)
    shown = Level(one_of("--level", level, LEVELS)) if level else None
    order, now = Order(tuple(files or ()), tuple(dpt or ())), datetime.now().astimezone()
    with Progress(quiet=quiet) as progress:
        ground = ground_of(order, Path.cwd(), now, progress)
        made = make_allocation(ground, Wanted(kecamatan, kelurahan, tuple(jenis or ())))
        progress("Menyusun daftar")
        papers = files_of([(NAME, checklists(made))], lambda: as_json(made), forms)
    ending, entry = forms[0].ending, ground.rest.entry
    put(
        papers,
        lambda: None,
        ground.rest.kept,
        None if papers else lambda: emit(on_screen([overview(made, shown)], lambda: as_json(made), ending)),
    )
    say_written(papers, quiet=quiet)
    if not made.office:
        say_missing([Missing("Nama kantor", "[kantor] nama")], quiet=quiet)
    for each in made.elections:
        if each.is_assumed:
            say(f"ASUMSI {each.title}: surat suara baik kurang {number(each.city.short)} lembar.", quiet=quiet)
    say(f"Dasar: audit {entry.short_hash} ({entry.recorded_at[:10]}); {len(made.elections)} pemilihan.", quiet=quiet)
    return 0
