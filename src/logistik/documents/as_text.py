"""Documents as plain text of 80 columns, ready to paste or print."""

from collections.abc import Sequence
from textwrap import wrap

from logistik.core.layout import Column, plain, printable, table
from logistik.core.wording import number
from logistik.documents.blocks import (
    Block,
    Cell,
    Content,
    Document,
    Facts,
    Head,
    Heading,
    Kind,
    Line,
    Notice,
    Numbered,
    Paragraph,
    Remarks,
    Right,
    Seal,
    Signatures,
    Sum,
    Table,
)
from logistik.documents.model import Request, Uncounted
from logistik.documents.regions import region_title

WIDTH = 80
_BREAK = "=" * WIDTH
_DRAFT = "DRAF".center(WIDTH).rstrip()


def render(document: Document) -> str:
    """The document, its parts one after the other with a rule between them; a draft says so above each part."""
    parts = []
    for part in document.parts:
        blocks = [_lines(block) for block in part.content]
        parts.append("\n\n".join(filter(None, [_DRAFT if document.draft else "", *blocks])))
    return f"\n\n{_BREAK}\n\n".join(parts) + "\n"


def render_all(documents: Sequence[Document], request: Request) -> str:
    """All letters of a request, one after the other; without any, why there is none."""
    pages = [render(document).rstrip("\n") for document in documents]
    pages += [_uncounted(request, each) for each in request.uncounted]
    if not pages:
        coming = f" {number(request.outstanding)} lembar sudah diminta dan belum datang." if request.outstanding else ""
        return f"Tidak ada yang perlu diminta untuk {region_title(request.region)}.{coming}\n"
    return f"\n\n{_BREAK}\n\n".join(pages) + "\n"


def _lines(part: Content) -> str:  # noqa: C901 - one case a kind of block
    match part:
        case Head(lines):
            return "\n".join([*(line.center(WIDTH).rstrip() for line in lines), "─" * WIDTH])
        case Heading(text, level):
            lines = tuple(wrap(text, WIDTH))
            return "\n".join([*lines, ("═" if level == 1 else "─") * max(map(len, lines))])
        case Right(lines):
            width = max(len(line) for line in lines)
            return "\n".join((" " * max(0, WIDTH - max(width, 36)) + line).rstrip() for line in lines)
        case Facts(pairs):
            label = max(len(name) for name, _ in pairs)
            return "\n".join(_hanging(f"{name.ljust(label)} : ", value) for name, value in pairs)
        case Block(lines):
            return "\n".join(map(printable, lines))
        case Paragraph(text) | Notice(text):
            return "\n".join(wrap(text, WIDTH, break_long_words=False))
        case Numbered(heading, items):
            numbered = [_hanging(f"{index}. ".rjust(4), item) for index, item in enumerate(items, 1)]
            return "\n".join([heading, *numbered])
        case Table():
            return _table(part)
        case Sum(steps, (label_, result)):
            sums = [f"  {name:<48}{shown(value):>14}" for name, value in steps]
            return "\n".join([*sums, f"  {'':<48}{'─' * 14}", f"  {label_:<48}{number(result):>14}"])
        case Signatures(people):
            return "\n\n\n\n".join(f"{title},\n\n\n\n{name}" for title, name in people)
        case Remarks(title, height):
            return "\n".join([f"{title}:", *["." * WIDTH] * height])
        case Seal(lines, _, caption):
            return "\n".join([*lines, *wrap(caption, WIDTH)])


def _hanging(first: str, text: str) -> str:
    lines = wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines or [first.rstrip()])


def shown(cell: Cell) -> str:
    """A cell as people read it: numbers with dots, a dash for what was not counted."""
    if cell is None:
        return "–"
    return number(cell).replace("-", "- ") if isinstance(cell, int) else cell


def _table(part: Table) -> str:
    """A table of figures as columns; one whose text does not fit, as a list with a line for each cell.

    Columns to be written in by hand have no place on a screen.
    """
    part = _without_open(part)
    rows = [
        [_indented(cell, row.level if at == part.name_at else 0) for at, cell in enumerate(row.cells)]
        for row in part.rows
    ]
    totals = [list(map(shown, part.total))] if part.total else []
    widest = [
        max(map(len, (*column.head, *cells))) for column, *cells in zip(part.columns, *rows, *totals, strict=True)
    ]
    if any(each.kind is Kind.PLACE for each in part.columns) or sum(widest) + len(widest) - 1 > WIDTH:
        return _as_list(part, [*rows, *totals])
    columns = [Column(each.head, is_text=each.kind is Kind.TEXT) for each in part.columns]
    return plain(table(columns, [*rows, *totals], WIDTH, totals=len(totals))).rstrip("\n")


def _without_open(part: Table) -> Table:
    kept = [at for at, column in enumerate(part.columns) if column.kind is not Kind.OPEN]

    def of(cells: Sequence[Cell]) -> tuple[Cell, ...]:
        return tuple(cells[at] for at in kept)

    columns = tuple(part.columns[at] for at in kept)
    rows = tuple(Line(of(row.cells), row.level) for row in part.rows)
    return Table(columns, rows, of(part.total) if part.total else None, part.name)


def _indented(cell: Cell, level: int) -> str:
    return f"{'  ' * level}{shown(cell)}"


def _as_list(part: Table, rows: Sequence[Sequence[str]]) -> str:
    """A row a paragraph: what its columns are is said once, and no place or hash is broken."""
    lines = [f"({'; '.join(column.title for column in part.columns)})"]
    for row in rows:
        texts = [text for cell in row if cell for text in cell.split("\n")]
        lines.append(_hanging("- ", "; ".join(texts)))
    return "\n".join(lines)


def _uncounted(request: Request, each: Uncounted) -> str:
    """Why there is no letter yet, what is known, and what to fill in."""
    where = region_title(request.region)
    why = f"stok {where} belum dihitung, jadi permintaannya belum dapat dibuat"
    least = ""
    part = "setiap kelurahan/desanya" if each.has_parts else "wilayah itu"
    wanted = f"Diterima, Baik, dan Rusak untuk {where} atau {part} di berkas stok"
    if each.without_voters:
        why = (
            f"{number(each.without_voters)} TPS di {where} tanpa jumlah pemilih, jadi belum diketahui apakah ada yang "
        )
        why += "perlu diminta"
        least, wanted = "paling sedikit ", "jumlah pemilih TPS itu di DPT"
    lines = [f"Pemilihan {each.title}: {why}."]
    lines.append(
        f"Kebutuhan {where}: {least}{_known(each.required)} lembar "
        f"({_known(each.polling_stations)} TPS, {_known(each.voters)} pemilih)."
    )
    if each.city is not None:
        lines.append(
            f"{region_title(each.city.region)}: dasar {_known(each.city.base)}, diterima {_known(each.city.received)}, "
            f"baik {_known(each.city.good)}, permintaan {_known(each.city.request)} lembar."
        )
    lines.append(f"Yang perlu diisi: {wanted}; lalu audit lagi.")
    return "\n".join("\n".join(wrap(line, WIDTH, subsequent_indent="  ")) for line in lines)


def _known(value: int | None) -> str:
    return "belum diketahui" if value is None else number(value)
