"""`logistik ruleset`: the rule sets, and each value with its basis."""

from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.output import show, terminal_width
from logistik.core.layout import Line, paragraph
from logistik.core.rules import ActiveRules, Route, Ruled
from logistik.core.wording import number
from logistik.settings import rulesets
from logistik.settings.workspace import find

_STATUS = {"confirmed": "terkonfirmasi", "assumed": "asumsi, dapat diubah", "override": "diubah kantor"}
_STYLE = {"confirmed": "", "assumed": "warning", "override": "warning"}


def ruleset(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAMA]", help="Rule set yang ditampilkan; tanpa nama: daftarnya.", show_default=False),
    ] = None,
) -> int:
    """Daftar rule set, atau isi satu rule set beserta dasar hukumnya."""
    office = find(Path.cwd()).office
    if name is None:
        chosen = office.ruleset or rulesets.DEFAULT
        for each in rulesets.names():
            mark = " (dipakai)" if each == chosen else ""
            show([[(f"{each:<14}", "title"), (rulesets.load(each).ruleset.title + mark, "")]])
        return 0
    applied = office.aturan if name == (office.ruleset or rulesets.DEFAULT) else {}
    show(_lines(rulesets.load(name, applied), terminal_width()))
    return 0


def _lines(rules: ActiveRules, width: int) -> list[Line]:
    lines: list[Line] = [[(rules.ruleset.name, "title"), (f"  {rules.ruleset.title}", "")]]
    for key, value in rules.ruleset.values():
        lines += [[], [(key, "head"), (f"  {_STATUS[value.status]}", _STYLE[value.status])]]
        lines += paragraph(f"{value.label}: {_shown(value)}", width, "  ")
        lines += paragraph(f"Dasar: {value.basis}", width, "  ", "dim")
        if value.source:
            lines += paragraph(f"Sumber: {value.source}", width, "  ", "dim")
    lines += [[], [("Dasar hukum untuk surat", "head")]]
    for basis in rules.ruleset.legal_bases:
        note = "" if basis.status == "confirmed" else f" ({_STATUS[basis.status]}; tidak dicantumkan di surat)"
        lines += paragraph(basis.text + note, width, "    ", _STYLE[basis.status], first="  - ")
    return lines


def _shown(value: Ruled) -> str:
    if isinstance(value, Route):
        through = f", melalui {value.through}" if value.through else ""
        copies = f"; tembusan {', '.join(value.copies)}" if value.copies else ""
        return f"{value.sender} kepada {value.recipient}{through}{copies}"
    content = getattr(value, "value", "")
    if isinstance(content, tuple):
        return ", ".join(content)
    return number(content) if isinstance(content, int) and not isinstance(content, bool) else str(content)
