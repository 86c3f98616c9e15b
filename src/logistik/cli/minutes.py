"""`logistik minutes`: the berita acara of sorting, of a handover to the PPK, of destruction."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.documents import DocumentFormat, files_of, forms_of, on_screen, say_missing, say_written
from logistik.cli.options import Jenis, Kecamatan, Outputs, Quiet, one_line_of, read_day
from logistik.cli.output import emit, put, say
from logistik.cli.progress import Progress
from logistik.core.errors import LogistikError
from logistik.documents.minutes_document import as_json, minutes_document
from logistik.documents.minutes_model import Minutes, MinutesKind
from logistik.services.minutes import Filled, make_minutes
from logistik.services.rest import Rest, last_audit
from logistik.services.view import Wanted

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
    day: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="TANGGAL", help="Tanggal berita acara; bawaan: keadaan audit, untuk pemusnahan H-1."
        ),
    ] = None,
    number: Annotated[str, typer.Option("--number", metavar="NOMOR", help="Nomor berita acara.")] = "",
    format_: DocumentFormat = None,
    output: Outputs = None,
    quiet: Quiet = False,
) -> int:
    """Susun berita acara dari audit terakhir.

    Jenisnya: sorting (penyortiran), handover (serah terima kepada PPK, satu per kecamatan), destruction (pemusnahan).
    """
    asked, forms = _kind(kind), forms_of(output or (), format_)
    wanted, filled = Wanted(kecamatan, None, tuple(jenis or ())), Filled(read_day(day, "--date"), _number(number))
    now = datetime.now().astimezone()
    with Progress(quiet=quiet) as progress:
        rest = last_audit(Path.cwd(), now, progress)
        made = make_minutes(asked, rest, wanted, filled)
        documents = [(each.name.removeprefix(f"{asked}-"), minutes_document(each)) for each in made]
        files = files_of(documents, lambda: as_json(asked, rest.entry.hash, made), forms)
    put(files, lambda: None, rest.kept, None if files else lambda: emit(_shown(asked, rest, made, forms[0].ending)))
    say_written(files, quiet=quiet)
    for each in made:
        if each.doubts:
            say(f"DRAF {each.region}: {'; '.join(each.doubts)}.", quiet=quiet)
    say_missing((missing for each in made for missing in each.missing), quiet=quiet)
    say(f"Dasar: audit {rest.entry.short_hash} ({rest.entry.recorded_at[:10]}); {len(made)} berita acara.", quiet=quiet)
    return 0


def _shown(kind: MinutesKind, rest: Rest, made: tuple[Minutes, ...], ending: str) -> str:
    return on_screen(list(map(minutes_document, made)), lambda: as_json(kind, rest.entry.hash, made), ending)


def _number(text: str) -> str:
    return one_line_of("--number", text) if text else ""


def _kind(word: str | None) -> MinutesKind:
    if word not in KINDS:
        said = f"Jenis berita acara '{word}' tidak dikenal." if word else "Jenis berita acara belum disebut."
        names = ", ".join(f"{name} ({title})" for name, title in KINDS.items())
        raise LogistikError(said, hint=f"Pilihannya: {names}.")
    return MinutesKind(word)
