"""`logistik template`: whether a Word template gives a whole letter."""

import json
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import TEXT_OR_JSON, Output, TextOrJson, one_of
from logistik.cli.output import deliver, terminal_width
from logistik.core.layout import Line, paragraph, plain
from logistik.services.templates import Examined, examine

ACTIONS = ("check",)
SCHEMA = "logistik.template/1"


def template(
    action: Annotated[str, typer.Argument(metavar="check", help="Yang dikerjakan: check.", show_default=False)],
    file: Annotated[str, typer.Argument(metavar="BERKAS", help="Templat surat (.docx).", show_default=False)],
    format_: TextOrJson = "text",
    output: Output = None,
) -> int:
    """Periksa templat surat Word.

    Menyebut variabel yang tidak dikenal atau yang wajib tetapi hilang, tanda yang rusak atau terlarang, dan tempatnya.
    """
    one_of("TINDAKAN", action, ACTIONS)
    one_of("--format", format_, TEXT_OR_JSON)
    done = examine(file, Path.cwd())
    lines = [] if format_ == "json" else _told(done, 100 if output else terminal_width())
    deliver(_as_json(done) if format_ == "json" else plain(lines), output, lambda: None, [Path(file)], lines)
    return 1 if done.checked.flaws else 0


def _as_json(done: Examined) -> str:
    checked = done.checked
    content = {
        "schema": SCHEMA,
        "file": done.file,
        "findings": [{**flaw._asdict(), "place": flaw.place or None} for flaw in checked.flaws],
        "printed": list(checked.printed),
        "unused": list(checked.unused),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _told(done: Examined, width: int) -> list[Line]:
    """The flaws with their places, then what comes next."""
    flaws, unused = done.checked.flaws, done.checked.unused
    lines: list[Line] = [[(f"Templat: {done.file}", "title")]]
    for flaw in flaws:
        lines += [[], *paragraph(f"{flaw.name}: {flaw.message}", width, "  ", "error")]
        if flaw.place:
            lines += paragraph(f"di {flaw.place}", width, "    ")
        lines += paragraph(flaw.hint, width, "    ", "dim")
    if not flaws:
        lines += [[], *paragraph("Templat baik: surat contoh dapat dibuat dan memuat semua yang wajib.", width)]
    if unused:
        lines += [[], *paragraph(f"Tidak dipakai, dan boleh: {', '.join(unused)}.", width, style="dim")]
    step = (
        f"{len(flaws)} temuan. Perbaiki di Word, lalu periksa lagi."
        if flaws
        else f'Langkah berikut: tulis templat = "{Path(done.file).name}" di bawah [surat] di logistik.toml.'
    )
    return [*lines, [], *paragraph(step, width)]
