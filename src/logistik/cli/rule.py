"""`logistik rule`: what a code means, why it matters, and how to mend it."""

from typing import Annotated

import typer

from logistik.checks.meta import CheckMeta
from logistik.checks.registry import metas
from logistik.cli.output import show, terminal_width
from logistik.core.errors import LogistikError
from logistik.core.layout import Line, paragraph


def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[KODE]", help="Kode atau nama, misalnya LG601; tanpa kode: semua.", show_default=False),
    ] = None,
) -> int:
    """Daftar kode temuan, atau penjelasan satu kode."""
    known = metas()
    if code is None:
        width = terminal_width()
        show([line for meta in known for line in _entry(meta, width)])
        return 0
    found = [meta for meta in known if code.upper() == meta.code or code.lower() == meta.name]
    if not found:
        raise LogistikError(f"Kode '{code}' tidak ada.", hint="Lihat semuanya: logistik rule")
    show(_explanation(found[0], terminal_width()))
    return 0


_SEVERITY = {"error": "galat", "warning": "peringatan", "info": "info"}


def _entry(meta: CheckMeta, width: int) -> list[Line]:
    first = f"{meta.code}  {_SEVERITY[meta.severity]:<10}  "
    return paragraph(f"{meta.name}: {meta.summary}", width, " " * len(first), first=first)


def _explanation(meta: CheckMeta, width: int) -> list[Line]:
    lines: list[Line] = [
        [(f"{meta.code} {meta.name}", "title"), (f"  {_SEVERITY[meta.severity]}, sejak {meta.since}", "dim")],
        [],
    ]
    lines += paragraph(f"{meta.summary}.", width)
    for label, text in (
        ("Yang diperiksa", meta.what),
        ("Mengapa penting", meta.why),
        ("Contoh", meta.example),
        ("Cara memperbaiki", meta.fix),
        ("Dasar", meta.basis),
    ):
        lines += [[], [(label, "head")], *paragraph(text, width, "  ")]
    return lines
