"""`logistik audit`: what is short, damaged, swapped or wrong in the sheets."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.formats import FORMATS, WITHOUT_ASIDE, chosen, rendered
from logistik.cli.options import (
    AsOf,
    Dpt,
    Ignore,
    Jenis,
    Kecamatan,
    Kelurahan,
    Output,
    Quiet,
    RuleSetName,
    Select,
    Weight,
    asked,
    one_of,
    read_day,
    workbook_path,
)
from logistik.cli.output import Beside, deliver, say, terminal_width
from logistik.cli.progress import Progress
from logistik.cli.recorded import say_recorded
from logistik.core.report import Report
from logistik.core.vocabulary import Level, Severity
from logistik.core.wording import number
from logistik.render.aside import counts
from logistik.render.shown import Shown
from logistik.services.audit import Audit, Order, run_audit
from logistik.services.record import record_audit
from logistik.services.view import Wanted, narrow

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
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"Bentuk hasil: {', '.join(FORMATS)}; bawaan: menurut akhiran nama -o, selain itu full.",
        ),
    ] = None,
    output: Output = None,
    annotate: Annotated[
        str | None,
        typer.Option(
            "--annotate",
            metavar="BERKAS",
            help="Salin berkas pertama ke .xlsx ini; sel bermasalah diberi warna dan komentar.",
        ),
    ] = None,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="BERAT", help=f"Status 1 mulai dari: {', '.join(FAIL_ON)}.")
    ] = "error",
    select: Select = None,
    ignore: Ignore = None,
    severity: Weight = None,
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Jangan catat audit ini di ledger.")] = False,
    quiet: Quiet = False,
) -> int:
    """Periksa stok terhadap DPT dan cadangan.

    Menyebut yang kurang, rusak, salah daerah, dan salah tulis, dengan berkas, lembar, dan selnya.
    """
    form = chosen(format_, output)
    one_of("--fail-on", fail_on, FAIL_ON)
    wanted = Wanted(
        kecamatan, kelurahan, tuple(jenis or ()), Level(one_of("--level", level, LEVELS)) if level else None
    )
    target = workbook_path("--annotate", annotate)
    now = datetime.now().astimezone()
    order = Order(
        tuple(files or ()),
        tuple(dpt or ()),
        ruleset,
        read_day(as_of),
        wanted.jenis,
        wanted.level is Level.TPS,
        asked(select, ignore, severity),
        must_know_letters=not no_ledger,
    )
    with Progress(quiet=quiet) as progress:
        done = run_audit(order, Path.cwd(), now.date(), progress)
        report = narrow(done.report, wanted)
        shown = Shown(done.workspace.office, done.rules, wanted.level, 100 if output else terminal_width())
        progress("Menyusun hasil")
        text, lines = rendered(form, report, shown)
        copy, about = _marked_copy(done, report, target, progress)
    entry = deliver(text, output, lambda: None if no_ledger else record_audit(done, now), done.files, lines, copy)
    if form in WITHOUT_ASIDE and (aside := counts(report)):
        say(f"Tidak dihitung sebagai temuan: {aside}", quiet=quiet)
    if about:
        say(about, quiet=quiet)
    if not done.knows_letters:
        say("Ledger tidak dapat dibaca: surat yang sudah dikeluarkan tidak diperhitungkan.")
    if entry is not None:
        say_recorded(done.workspace.root, entry, f"Tercatat di ledger: audit {entry.short_hash}", quiet=quiet)
    return status(report, fail_on)


def status(report: Report, fail_on: str) -> int:
    """1 if there is a finding at or above the severity asked for, else 0."""
    if fail_on == "never":
        return 0
    limit = Severity(fail_on).rank
    return int(any(finding.severity.rank <= limit for finding in report.findings))


def _marked_copy(done: Audit, report: Report, target: Path | None, progress: Progress) -> tuple[Beside | None, str]:
    """The marked copy of the first file, where one is wanted, and what to say of it."""
    if target is None:
        return None, ""
    from logistik.services.annotate import annotated

    progress(f"Menandai salinan {done.report.inputs[0].path}", done.report.inputs[0].bytes)
    marked = annotated(done, report)
    said = f"Ditandai di {target.as_posix()}: {number(marked.cells)} sel. {marked.lost}"
    return Beside(target, marked.content, "--annotate"), said.rstrip()
