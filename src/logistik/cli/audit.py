"""`logistik audit`: what is short, damaged, swapped or wrong in the sheets."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import AsOf, Dpt, Jenis, Kecamatan, Kelurahan, Output, Quiet, RuleSetName, one_of, read_day
from logistik.cli.output import deliver, say, terminal_width
from logistik.cli.progress import Progress
from logistik.core.layout import Line, plain
from logistik.core.report import Report
from logistik.core.vocabulary import Level, Severity
from logistik.services.audit import Audit, Order, run_audit
from logistik.services.record import record_audit
from logistik.services.view import Wanted, narrow

FORMATS = ("full", "json", "csv")
FAIL_ON = (*(severity.value for severity in Severity), "never")
LEVELS = tuple(level.value for level in Level if level is not Level.PROVINSI)


def audit(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BERKAS]...", help="Berkas stok dan DPT: .xlsx .xlsm .xls .xlsb .ods .csv .tsv", show_default=False
        ),
    ] = None,
    dpt: Dpt = None,
    ruleset: RuleSetName = None,
    kecamatan: Kecamatan = None,
    kelurahan: Kelurahan = None,
    jenis: Jenis = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="TINGKAT", help=f"Rincian sampai: {', '.join(LEVELS)}.")
    ] = None,
    as_of: AsOf = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"Bentuk hasil: {', '.join(FORMATS)}.")
    ] = "full",
    output: Output = None,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="BERAT", help=f"Status 1 mulai dari: {', '.join(FAIL_ON)}.")
    ] = "error",
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Jangan catat audit ini di ledger.")] = False,
    quiet: Quiet = False,
) -> int:
    """Periksa stok terhadap DPT dan cadangan.

    Menyebut yang kurang, rusak, salah daerah, dan salah tulis, dengan berkas, lembar, dan selnya.
    """
    one_of("--format", format_, FORMATS)
    one_of("--fail-on", fail_on, FAIL_ON)
    wanted = Wanted(
        kecamatan, kelurahan, tuple(jenis or ()), Level(one_of("--level", level, LEVELS)) if level else None
    )
    now = datetime.now().astimezone()
    order = Order(
        tuple(files or ()), tuple(dpt or ()), ruleset, read_day(as_of), wanted.jenis, wanted.level is Level.TPS
    )
    with Progress(quiet=quiet) as progress:
        done = run_audit(order, Path.cwd(), now.date(), progress)
    report = narrow(done.report, wanted)
    text, lines = _rendered(done, report, wanted, format_, 100 if output else terminal_width())
    inputs = [done.workspace.root / source.path for source in report.inputs]
    entry = deliver(text, output, lambda: None if no_ledger else record_audit(done, now), inputs, lines)
    if entry is not None:
        say(f"Tercatat di ledger: audit {entry.short_hash}", quiet=quiet)
    return status(report, fail_on)


def status(report: Report, fail_on: str) -> int:
    """1 if there is a finding at or above the severity asked for, else 0."""
    if fail_on == "never":
        return 0
    limit = Severity(fail_on).rank
    return int(any(finding.severity.rank <= limit for finding in report.findings))


def _rendered(done: Audit, report: Report, wanted: Wanted, format_: str, width: int) -> tuple[str, Sequence[Line]]:
    """The result as text, and as styled lines where a person reads it."""
    if format_ == "json":
        from logistik.render.contract import render

        return render(report), ()
    if format_ == "csv":
        from logistik.render.as_csv import render as render_csv

        return render_csv(report), ()
    from logistik.render.full import Shown
    from logistik.render.full import render as render_full

    lines = render_full(report, Shown(done.workspace.office, done.rules, wanted.level), width)
    return plain(lines), lines
