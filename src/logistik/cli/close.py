"""`logistik close`: the balance of the warehouse, closed, or what keeps it open."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.documents import DocumentFormat, Form, files_of, forms_of, on_screen, say_missing, say_written
from logistik.cli.options import Dpt, Jenis, Outputs, Quiet, RuleSetName, read_day
from logistik.cli.output import emit, put, say, show, terminal_width
from logistik.cli.progress import Progress
from logistik.core.closing import Closing
from logistik.core.errors import LogistikError
from logistik.core.vocabulary import Severity
from logistik.documents.blocks import Document
from logistik.documents.closing import closing_document
from logistik.render.closing import as_json, render
from logistik.services.audit import Order
from logistik.services.closing import make_closing, paperwork_of
from logistik.services.ground import ground_of


def close(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BERKAS]...", help="Berkas untuk diaudit dulu; tanpa berkas: audit terakhir.", show_default=False
        ),
    ] = None,
    dpt: Dpt = None,
    ruleset: RuleSetName = None,
    jenis: Jenis = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="TANGGAL", help="Hari penutupan; bawaan: as_of di logistik.toml, lalu hari ini."
        ),
    ] = None,
    format_: DocumentFormat = None,
    output: Outputs = None,
    quiet: Quiet = False,
) -> int:
    """Tutup neraca: yang masuk terhadap yang dikemas, keluar, dan masih ada.

    Setiap angka dengan sumbernya; mulai H-1 gudang harus kosong kecuali stok PSU. Status 1 kalau belum tertutup.
    """
    forms, day = forms_of(output or (), format_), read_day(as_of)
    order = Order(tuple(files or ()), tuple(dpt or ()), ruleset, day if files or dpt else None)
    if ruleset and not (files or dpt):
        raise LogistikError("--ruleset mengubah audit, bukan neraca.", hint="Sebutkan berkasnya juga.")
    now = datetime.now().astimezone()
    with Progress(quiet=quiet) as progress:
        ground = ground_of(order, Path.cwd(), now, progress)
        rest = ground.rest
        closing = make_closing(ground, jenis or (), day or rest.workspace.office.as_of or now.date())
        paperwork = paperwork_of(closing, rest)
        document = closing_document(closing, paperwork)
        written = files_of([(document.name, document)], lambda: as_json(closing), forms)
    put(written, lambda: None, rest.kept, None if written else _screen(closing, document, forms))
    say_written(written, quiet=quiet)
    if written:
        for finding in closing.findings:
            say(f"{finding.code} {finding.message}")
        say_missing(paperwork.missing, quiet=quiet)
    say(f"Dasar: audit {rest.entry.short_hash} ({rest.entry.recorded_at[:10]}).", quiet=quiet)
    return int(any(finding.severity is Severity.ERROR for finding in closing.findings))


def _screen(closing: Closing, document: Document, forms: Sequence[Form]) -> Callable[[], None]:
    """What the screen shows: the balance sheets, or the document or the figures where a format asks for them."""
    if forms[0].ending == ".txt":
        return lambda: show(render(closing, terminal_width()))
    return lambda: emit(on_screen([document], lambda: as_json(closing), forms[0].ending))
