"""`logistik log`: everything that was recorded, in order."""

from pathlib import Path

from logistik.cli.options import TEXT_OR_JSON, Output, TextOrJson, one_of
from logistik.cli.output import deliver, terminal_width
from logistik.core.history import Head
from logistik.core.layout import plain
from logistik.render.ledger_log import as_json, render
from logistik.services.history import recorded_files, records_of, root_of


def log(format_: TextOrJson = "text", output: Output = None) -> int:
    """Daftar semua yang tercatat di ledger; yang terbaru paling bawah.

    Setiap catatan dengan waktu, berkas, dan hasilnya; surat dengan nomor, pemilihan, dan lembar yang diminta.
    """
    one_of("--format", format_, TEXT_OR_JSON)
    root = root_of(Path.cwd())
    records = records_of(root)
    head = Head(records[-1].number, records[-1].hash) if records else None
    lines = [] if format_ == "json" else render(records, head, 100 if output else terminal_width())
    text = as_json(records, head) if format_ == "json" else plain(lines)
    deliver(text, output, lambda: None, recorded_files(root, output), lines)
    return 0
