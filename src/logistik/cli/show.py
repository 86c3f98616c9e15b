"""`logistik show`: one recorded entry in full."""

from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import TEXT_OR_JSON, Output, TextOrJson, one_of
from logistik.cli.output import deliver, terminal_width
from logistik.core.layout import Line, plain
from logistik.core.verification import Named
from logistik.core.vocabulary import Level
from logistik.render import full, ledger_entry
from logistik.render.shown import Shown as Beside
from logistik.services.entries import Shown, find_entry, rules_of, tool_of
from logistik.services.history import recorded_files, root_of
from logistik.services.record import AUDIT, read_report
from logistik.settings.workspace import find


def show(
    entry: Annotated[
        str,
        typer.Argument(
            metavar="CATATAN",
            help="Nomor catatan, nomor surat, kode surat atau audit, atau 8 digit awal hash atau lebih.",
            show_default=False,
        ),
    ],
    format_: TextOrJson = "text",
    output: Output = None,
) -> int:
    """Tampilkan satu catatan: audit seperti saat dijalankan, atau surat dan pengeluaran stok dengan kelanjutannya."""
    one_of("--format", format_, TEXT_OR_JSON)
    folder = Path.cwd()
    root = root_of(folder)
    found = find_entry(root, entry)
    lines = [] if format_ == "json" else _lines(found, folder, 100 if output else terminal_width())
    text = ledger_entry.as_json(found.record, found.entry.payload) if format_ == "json" else plain(lines)
    deliver(text, output, lambda: None, recorded_files(root, output), lines)
    return 0


def _lines(found: Shown, folder: Path, width: int) -> list[Line]:
    head = ledger_entry.head(found.record, tool_of(found.entry), width)
    if found.record.kind != AUDIT:
        return head + ledger_entry.story(Named(found.record, found.letter, found.move), found.others, width)
    report = read_report(found.entry)
    level = Level(report.options["level"]) if report.options.get("level") else None
    return [*head, [], *full.render(report, Beside(find(folder).office, rules_of(report), level, width))]
