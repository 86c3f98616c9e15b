"""`logistik verify`: is the record whole, and does this paper match it."""

from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import TEXT_OR_JSON, TextOrJson, one_of
from logistik.cli.output import emit, show, terminal_width
from logistik.core.errors import LogistikError
from logistik.core.verification import Answer, Verification
from logistik.render import verified
from logistik.services.history import root_of
from logistik.services.paper import verify_anchor, verify_code, verify_files
from logistik.services.verify import verify as verify_all


def verify(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BERKAS]...",
            help="Cocokkan berkas ini dengan catatan; tanpa berkas: periksa seluruh ledger.",
            show_default=False,
        ),
    ] = None,
    code: Annotated[
        str | None,
        typer.Option("--code", metavar="KODE", help="Apa yang tercatat tentang surat atau audit dengan kode ini."),
    ] = None,
    anchor: Annotated[
        str | None,
        typer.Option("--anchor", metavar="KODE", help="Apakah catatan dengan jangkar ini masih ada di rantai."),
    ] = None,
    format_: TextOrJson = "text",
) -> int:
    """Periksa apakah ledger utuh, atau apakah sebuah berkas, kode, atau jangkar cocok dengannya.

    Status 0 kalau utuh dan cocok, 1 kalau tidak.
    """
    one_of("--format", format_, TEXT_OR_JSON)
    if sum(map(bool, (files, code is not None, anchor is not None))) > 1:
        raise LogistikError("BERKAS, --code, dan --anchor tidak dapat dipakai bersama.", hint="Jalankan satu per satu.")
    found = _checked(Path.cwd(), files or [], code, anchor)
    if format_ == "json":
        emit(verified.as_json(found))
    elif isinstance(found, Answer):
        show(verified.answer(found, terminal_width()))
    else:
        show(verified.whole(found, terminal_width()))
    return int(not (found.is_affirmed if isinstance(found, Answer) else found.is_whole))


def _checked(folder: Path, files: list[str], code: str | None, anchor: str | None) -> Verification | Answer:
    root = root_of(folder)
    if files:
        return verify_files(root, folder, files)
    if code is not None:
        return verify_code(root, code)
    return verify_anchor(root, anchor) if anchor is not None else verify_all(root)
