"""`logistik rule`: what a code means, why it matters, and how to mend it."""

from typing import Annotated

import typer

from logistik.checks.meta import CheckMeta
from logistik.checks.registry import metas
from logistik.cli.options import Output, one_of
from logistik.cli.output import deliver, terminal_width
from logistik.core.errors import LogistikError
from logistik.core.layout import Line, paragraph, plain
from logistik.core.vocabulary import SEVERITY_TITLES
from logistik.render import catalogue

FORMATS = ("text", "json", "markdown")


def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[KODE]", help="Kode atau nama, misalnya LG601; tanpa kode: semua.", show_default=False),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Penjelasan lengkap semua kode.")] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"Bentuk penjelasan: {', '.join(FORMATS)}.")
    ] = "text",
    output: Output = None,
) -> int:
    """Daftar kode temuan, atau penjelasan satu kode atau semuanya."""
    one_of("--format", format_, FORMATS)
    if code and all_:
        raise LogistikError("KODE dan --all tidak dapat dipakai bersama.", hint="Pilih salah satu.")
    if not (code or all_) and format_ != "text":
        raise LogistikError(
            f"--format {format_} perlu KODE atau --all.", hint=f"Misalnya: logistik rule --all --format {format_}"
        )
    found = [_named(code)] if code else metas()
    text, lines = _rendered(found, format_, is_list=not (code or all_), width=100 if output else terminal_width())
    deliver(text, output, lambda: None, lines=lines)
    return 0


def _named(word: str) -> CheckMeta:
    found = [meta for meta in metas() if word.upper() == meta.code or word.lower() == meta.name]
    if not found:
        raise LogistikError(f"Kode '{word}' tidak ada.", hint="Lihat semuanya: logistik rule")
    return found[0]


def _rendered(found: list[CheckMeta], format_: str, *, is_list: bool, width: int) -> tuple[str, list[Line]]:
    """The codes as text, and as styled lines where a person reads it."""
    if format_ == "json":
        return catalogue.as_json(found), []
    if format_ == "markdown":
        return catalogue.as_markdown(found), []
    lines: list[Line] = []
    for place, meta in enumerate(found):
        if is_list:
            lines += _entry(meta, width)
        else:
            lines += [*([[], []] if place else []), *_explanation(meta, width)]
    return plain(lines), lines


def _entry(meta: CheckMeta, width: int) -> list[Line]:
    first = f"{meta.code}  {SEVERITY_TITLES[meta.severity]:<10}  "
    return paragraph(f"{meta.name}: {meta.summary}", width, " " * len(first), first=first)


def _explanation(meta: CheckMeta, width: int) -> list[Line]:
    lines: list[Line] = [
        [(f"{meta.code} {meta.name}", "title"), (f"  {SEVERITY_TITLES[meta.severity]}, sejak {meta.since}", "dim")],
        [],
    ]
    lines += paragraph(f"{meta.summary}.", width)
    for label, text in catalogue.texts(meta):
        lines += [[], [(label, "head")], *paragraph(text, width, "  ")]
    return lines
