"""`logistik minutes`: the berita acara of sorting, of a handover to the PPK, of destruction."""

from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.documents import ENDINGS, files_of, render_screen, write_files
from logistik.cli.options import Jenis, Kecamatan, Quiet, one_of, read_day
from logistik.cli.output import emit, say
from logistik.core.errors import LogistikError
from logistik.documents.minutes_document import as_json, minutes_document
from logistik.documents.minutes_model import Minutes, MinutesKind
from logistik.services.audit import active_rules
from logistik.services.letters import letters_of
from logistik.services.minutes import Audited, Filled, make_minutes
from logistik.services.record import latest_audit
from logistik.services.view import Wanted
from logistik.settings.workspace import find

FORMATS = ("text", "markdown", "json")
KINDS = {
    "sorting": "penyortiran",
    "handover": "serah terima kepada PPK",
    "destruction": "pemusnahan",
}


def minutes(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="JENIS", help="sorting, handover, atau destruction.", show_default=False),
    ] = None,
    kecamatan: Kecamatan = None,
    jenis: Jenis = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="TANGGAL", help="Tanggal berita acara; bawaan: keadaan audit, untuk pemusnahan H-1."
        ),
    ] = None,
    number: Annotated[str, typer.Option("--number", metavar="NOMOR", help="Nomor berita acara.")] = "",
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"Bentuk di layar: {', '.join(FORMATS)}.")
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output", "-o", metavar="BERKAS", help=f"Tulis ke berkas ({' '.join(ENDINGS)}); boleh berulang."
        ),
    ] = None,
    quiet: Quiet = False,
) -> int:
    """Susun berita acara dari audit terakhir.

    Jenisnya: sorting (penyortiran), handover (serah terima kepada PPK, satu per kecamatan), destruction (pemusnahan).
    """
    wanted, filled = Wanted(kecamatan, None, tuple(jenis or ())), Filled(read_day(date, "--date"), number.strip())
    one_of("--format", format_, FORMATS)
    asked, workspace = _kind(kind), find(Path.cwd())
    entry, report = latest_audit(workspace)
    rules = active_rules(report.ruleset, workspace.office).ruleset
    audited = Audited(entry, report, workspace.office, rules, letters_of(workspace.root))
    made = make_minutes(asked, audited, wanted, filled)
    documents, figures = [minutes_document(each) for each in made], as_json(asked, entry.hash, made)
    if output:
        tagged = [(document.name.removeprefix(f"{asked}-"), document) for document in documents]
        write_files(files_of(tagged, figures, output), [workspace.root / each.path for each in report.inputs])
    else:
        emit(figures if format_ == "json" else render_screen(documents, format_))
    say(f"Dasar: audit {entry.short_hash} ({entry.recorded_at[:10]}); {len(made)} berita acara.", quiet=quiet)
    _say_what_is_open(made, quiet=quiet)
    return 0


def _kind(word: str | None) -> MinutesKind:
    if word not in KINDS:
        said = f"Jenis berita acara '{word}' tidak dikenal." if word else "Jenis berita acara belum disebut."
        names = ", ".join(f"{name} ({title})" for name, title in KINDS.items())
        raise LogistikError(said, hint=f"Pilihannya: {names}.")
    return MinutesKind(word)


def _say_what_is_open(made: tuple[Minutes, ...], *, quiet: bool) -> None:
    """Why some may not be signed yet, and which dotted lines are left."""
    for each in made:
        if each.doubts:
            say(f"DRAF {each.region}: {'; '.join(each.doubts)}.", quiet=quiet)
    missing = list(dict.fromkeys(missing for each in made for missing in each.missing))
    if missing:
        say(f"Belum diisi: {'; '.join(f'{each.what} ({each.where})' for each in missing)}.", quiet=quiet)
