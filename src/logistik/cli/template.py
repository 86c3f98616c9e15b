"""`logistik template`: whether a Word template gives a whole letter."""

import json
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import TEXT_OR_JSON, Output, TextOrJson, one_of
from logistik.cli.output import deliver, terminal_width
from logistik.core.errors import LogistikError
from logistik.core.layout import Line, paragraph, plain
from logistik.documents.docx.variables import as_json as variables_as_json
from logistik.documents.docx.variables import as_markdown as variables_as_markdown
from logistik.services.templates import Examined, examine

ACTIONS = ("check", "variables")
SCHEMA = "logistik.template/1"


def template(
    action: Annotated[
        str,
        typer.Argument(metavar="check|variables", help="Periksa templat, atau daftar variabelnya.", show_default=False),
    ],
    file: Annotated[
        str | None, typer.Argument(metavar="[BERKAS]", help="Templat surat (.docx), untuk check.", show_default=False)
    ] = None,
    format_: TextOrJson = "text",
    output: Output = None,
) -> int:
    """Periksa templat surat Word, atau tampilkan variabel yang dapat dipakai di dalamnya.

    Menyebut variabel yang tidak dikenal atau yang wajib tetapi hilang, tanda yang rusak atau terlarang, dan tempatnya.
    """
    one_of("TINDAKAN", action, ACTIONS)
    one_of("--format", format_, TEXT_OR_JSON)
    if action == "variables":
        text = variables_as_json() if format_ == "json" else variables_as_markdown()
        deliver(text, output, lambda: None, [])
        return 0
    if file is None:
        raise LogistikError(
            "Templat yang diperiksa belum disebut.", hint="Misalnya: logistik template check surat.docx"
        )
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
