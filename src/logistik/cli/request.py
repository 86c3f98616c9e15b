"""`logistik request`: the letter that asks for what is short and damaged, as a draft or issued."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from logistik.cli.documents import DocumentFormat, Form, forms_of, say_missing, say_written
from logistik.cli.letter_files import letter_files, letters_on_screen
from logistik.cli.options import (
    AsOf,
    Day,
    Dpt,
    Jenis,
    Kecamatan,
    Kelurahan,
    Number,
    Outputs,
    Quiet,
    RuleSetName,
    one_line_of,
    one_of,
    read_day,
)
from logistik.cli.output import emit, put, say
from logistik.cli.progress import Progress
from logistik.cli.recorded import say_recorded
from logistik.core.errors import LogistikError
from logistik.core.vocabulary import Stock
from logistik.documents import as_text
from logistik.documents.model import Request
from logistik.ledger.chain import Entry
from logistik.services.audit import Order
from logistik.services.issue import OvertakenError, code_for, prepared, the_letter
from logistik.services.issue import issue as record_issue
from logistik.services.request import make_request, resting_on
from logistik.services.rest import Rest, last_audit, new_audit, recorded
from logistik.services.view import Wanted

MOST_ATTEMPTS = 5
"""A letter that another one overtook is made again on a new audit, which knows of the other."""
PURPOSES = {"pemilihan": Stock.VOTING, "psu": Stock.REVOTE}


def request(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BERKAS]...", help="Berkas untuk diaudit dulu; tanpa berkas: audit terakhir.", show_default=False
        ),
    ] = None,
    dpt: Dpt = None,
    ruleset: RuleSetName = None,
    kecamatan: Kecamatan = None,
    kelurahan: Kelurahan = None,
    jenis: Jenis = None,
    peruntukan: Annotated[
        str | None, typer.Option("--peruntukan", metavar="STOK", help="Hanya surat suara: pemilihan, atau psu.")
    ] = None,
    as_of: AsOf = None,
    format_: DocumentFormat = None,
    output: Outputs = None,
    issue: Annotated[bool, typer.Option("--issue", help="Catat sebagai surat keluar: tepat satu surat.")] = False,
    number: Number = "",
    day: Day = None,
    despite_surplus: Annotated[
        bool,
        typer.Option("--despite-surplus", help="Keluarkan walau kelebihan di wilayah lain dapat menutupnya."),
    ] = False,
    quiet: Quiet = False,
) -> int:
    """Susun surat permintaan dari audit; dengan --issue catat sebagai surat keluar.

    Memakai audit terakhir yang tercatat, atau mengaudit dulu berkas yang disebut.
    """
    wanted = Wanted(kecamatan, kelurahan, tuple(jenis or ()), stock=_stock(peruntukan))
    forms = forms_of(output or (), format_)
    as_issued = _as_issued(number, day, issue=issue, despite_surplus=despite_surplus)
    now = datetime.now().astimezone()
    order = Order(tuple(files or ()), tuple(dpt or ()), ruleset, read_day(as_of))
    attempts = 0
    while True:
        with Progress(quiet=quiet) as progress:
            rest, made = _made(order, wanted, now, progress)
        if as_issued is None:
            return _draft(made, rest, forms, quiet=quiet)
        try:
            return _issue(made, rest, forms, as_issued, now, quiet=quiet)
        except OvertakenError:
            attempts += 1
            if attempts == MOST_ATTEMPTS:
                raise


class AsIssued(NamedTuple):
    """How a letter is to leave the office: the registry's number, if there is one yet, and its date."""

    number: str
    day: date | None
    despite_surplus: bool


def _as_issued(number: str, day: str | None, *, issue: bool, despite_surplus: bool) -> AsIssued | None:
    """The options of --issue; None for a draft, which has none of them."""
    if issue:
        return AsIssued(one_line_of("--number", number) if number else "", read_day(day, "--date"), despite_surplus)
    if number or day or despite_surplus:
        raise LogistikError("--number, --date, dan --despite-surplus hanya dengan --issue.", hint="Tambahkan --issue.")
    return None


def _stock(peruntukan: str | None) -> Stock | None:
    return PURPOSES[one_of("--peruntukan", peruntukan, tuple(PURPOSES))] if peruntukan else None


def _made(order: Order, wanted: Wanted, now: datetime, progress: Progress) -> tuple[Rest, Request]:
    """The request, from the files that were named or from the last recorded audit."""
    if order.files or order.dpt:
        done = new_audit(order, Path.cwd(), now, progress)
        made = make_request(done.report, done.workspace.office, done.rules, wanted)
        rest = recorded(done, now)
    elif order.ruleset or order.as_of:
        raise LogistikError(
            "--ruleset dan --as-of mengubah audit, bukan surat.",
            hint="Sebutkan berkasnya juga, atau jalankan audit lagi dengan opsi itu.",
        )
    else:
        rest = last_audit(Path.cwd(), now, progress)
        made = make_request(rest.report, rest.workspace.office, rest.rules, wanted)
    return rest, resting_on(made, rest.entry)


def _draft(made: Request, rest: Rest, forms: Sequence[Form], *, quiet: bool) -> int:
    papers = letter_files(made, forms, rest.workspace)
    put(papers, lambda: None, rest.kept, _screen(made, forms))
    say_written(papers, quiet=quiet)
    if forms[0].output and (made.uncounted or not made.letters):
        say(as_text.render_all((), made).rstrip("\n"))
    say_missing((each for letter in made.letters for each in letter.missing), quiet=quiet)
    say(
        f"Dasar: audit {rest.entry.short_hash} ({rest.entry.recorded_at[:10]}); {len(made.letters)} surat.", quiet=quiet
    )
    return 0


def _issue(made: Request, rest: Rest, forms: Sequence[Form], asked: AsIssued, now: datetime, *, quiet: bool) -> int:
    office, root = rest.workspace.office, rest.workspace.root
    letter = prepared(the_letter(made), office, asked.number, asked.day, despite_surplus=asked.despite_surplus)
    code = code_for(letter)
    made = replace(made, letters=(letter,))
    papers = letter_files(made, forms, rest.workspace, code)
    contents = {Path.cwd() / each.path: each.encoded for each in papers}

    is_word = any(form.ending == ".docx" for form in forms)
    template = root / office.surat.templat if is_word and office.surat.templat else None

    def record() -> Entry:
        surplus = asked.despite_surplus
        return record_issue(root, letter, rest.report, contents, now, despite_surplus=surplus, template=template)

    entry, show = put(papers, record, rest.kept), _screen(made, forms)
    try:
        if show is not None:
            show()
    finally:  # it is recorded, also where the screen takes nothing
        say_missing(letter.missing, quiet=quiet)
        say_recorded(root, entry, f"Surat keluar tercatat: catatan nomor {entry.number}, kode {code}.", quiet=quiet)
        if not letter.number:
            say(f"Nomornya dicatat kemudian: logistik sign {code} --number NOMOR --file pindaian.pdf", quiet=quiet)
    return 0


def _screen(made: Request, forms: Sequence[Form]) -> Callable[[], None] | None:
    """What shows the letters where no file was asked for."""
    return None if forms[0].output else lambda: emit(letters_on_screen(made, forms[0].ending))
