"""`logistik request`: the letter that asks for what is short and damaged."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import AsOf, Dpt, Jenis, Kecamatan, Kelurahan, Output, Quiet, RuleSetName, one_of, read_day
from logistik.cli.output import emit, say, write
from logistik.services.audit import Order, active_rules, run_audit
from logistik.services.record import latest_audit, record_audit
from logistik.services.request import make_request
from logistik.settings.workspace import find

FORMATS = ("text", "markdown", "json")


def request(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BERKAS]...", help="Berkas untuk diaudit dulu; tanpa berkas: audit terakhir.", show_default=False
        ),
    ] = None,
    dpt: Dpt = None,
    ruleset: RuleSetName = None,
    kecamatan: Kecamatan = None,
    kelurahan: Kelurahan = None,
    jenis: Jenis = None,
    as_of: AsOf = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"Bentuk surat: {', '.join(FORMATS)}.")
    ] = "text",
    output: Output = None,
    quiet: Quiet = False,
) -> int:
    """Susun surat permintaan dari audit.

    Memakai audit terakhir yang tercatat, atau mengaudit dulu berkas yang disebut.
    """
    one_of("--format", format_, FORMATS)
    now = datetime.now().astimezone()
    if files or dpt:
        done = run_audit(Order(tuple(files or ()), tuple(dpt or ()), ruleset, read_day(as_of)), Path.cwd(), now.date())
        workspace, report, entry = done.workspace, done.report, record_audit(done, now)
    else:
        workspace = find(Path.cwd())
        entry, report = latest_audit(workspace)
    rules = active_rules(report.ruleset, workspace.office).ruleset
    made = make_request(
        report, entry.hash, workspace.office, rules, kecamatan=kecamatan, kelurahan=kelurahan, jenis=tuple(jenis or ())
    )
    if format_ == "json":
        from logistik.documents.as_json import render
    elif format_ == "markdown":
        from logistik.documents.as_markdown import render
    else:
        from logistik.documents.as_text import render
    if output is None:
        emit(render(made))
    else:
        write(Path(output), render(made))
    say(f"Dasar: audit {entry.short_hash} ({entry.recorded_at[:10]}); {len(made.letters)} surat.", quiet=quiet)
    return 0
