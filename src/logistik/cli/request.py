"""`logistik request`: the letter that asks for what is short and damaged."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import AsOf, Dpt, Jenis, Kecamatan, Kelurahan, Output, Quiet, RuleSetName, one_of, read_day
from logistik.cli.output import deliver, say
from logistik.cli.progress import Progress
from logistik.core.errors import LogistikError
from logistik.documents import as_json, as_markdown, as_text
from logistik.documents.compose import letter_document, without_annexes
from logistik.services.audit import Order, active_rules, run_audit
from logistik.services.record import latest_audit, record_audit
from logistik.services.request import make_request, resting_on
from logistik.services.view import Wanted
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
    wanted = Wanted(kecamatan, kelurahan, tuple(jenis or ()))
    if files or dpt:
        order = Order(tuple(files or ()), tuple(dpt or ()), ruleset, read_day(as_of))
        with Progress(quiet=quiet) as progress:
            done = run_audit(order, Path.cwd(), now.date(), progress)
        made, inputs = make_request(done.report, done.workspace.office, done.rules, wanted), done.files
        entry = record_audit(done, now)
    elif ruleset or as_of:
        raise LogistikError(
            "--ruleset dan --as-of mengubah audit, bukan surat.",
            hint="Sebutkan berkasnya juga, atau jalankan audit lagi dengan opsi itu.",
        )
    else:
        workspace = find(Path.cwd())
        entry, report = latest_audit(workspace)
        rules = active_rules(report.ruleset, workspace.office).ruleset
        made = make_request(report, workspace.office, rules, wanted)
        inputs = [workspace.root / source.path for source in report.inputs]
    made = resting_on(made, entry)
    documents = [without_annexes(letter_document(letter)) for letter in made.letters]
    if format_ == "json":
        text = as_json.render(made)
    elif format_ == "markdown":
        text = as_markdown.render_all(documents, made)
    else:
        text = as_text.render_all(documents, made)
    deliver(text, output, lambda: None, inputs)
    say(f"Dasar: audit {entry.short_hash} ({entry.recorded_at[:10]}); {len(made.letters)} surat.", quiet=quiet)
    return 0
