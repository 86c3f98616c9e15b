"""The letter as plain text of 80 columns, ready to paste or print."""

from textwrap import wrap

from logistik.core.layout import Column, plain, table
from logistik.core.wording import number
from logistik.documents.content import (
    Block,
    Content,
    Facts,
    Head,
    Numbered,
    Paragraph,
    Right,
    Sum,
    Table,
    letter_content,
    region_title,
)
from logistik.documents.model import Request, Uncounted

WIDTH = 80
_BREAK = "=" * WIDTH


def render(request: Request) -> str:
    """All letters of a request, one after the other; without any, why there is none."""
    pages = ["\n\n".join(_lines(part) for part in letter_content(letter, request.audit)) for letter in request.letters]
    pages += [_uncounted(request, each) for each in request.uncounted]
    if not pages:
        return f"Tidak ada yang perlu diminta untuk {region_title(request.region)}.\n"
    return f"\n\n{_BREAK}\n\n".join(pages) + "\n"


def _lines(part: Content) -> str:
    match part:
        case Head(lines):
            return "\n".join([*(line.center(WIDTH).rstrip() for line in lines), "─" * WIDTH])
        case Right(lines):
            width = max(len(line) for line in lines)
            return "\n".join((" " * max(0, WIDTH - max(width, 36)) + line).rstrip() for line in lines)
        case Facts(pairs):
            label = max(len(name) for name, _ in pairs)
            return "\n".join(_hanging(f"{name.ljust(label)} : ", value) for name, value in pairs)
        case Block(lines):
            return "\n".join(lines)
        case Paragraph(text):
            return "\n".join(wrap(text, WIDTH, break_long_words=False))
        case Numbered(heading, items):
            numbered = [_hanging(f"{index}. ".rjust(4), item) for index, item in enumerate(items, 1)]
            return "\n".join([heading, *numbered])
        case Table():
            return _table(part)
        case Sum(steps, (label, result)):
            sums = [f"  {name:<48}{_signed(value):>14}" for name, value in steps]
            return "\n".join([*sums, f"  {'':<48}{'─' * 14}", f"  {label:<48}{number(result):>14}"])


def _signed(value: int) -> str:
    return f"- {number(-value)}" if value < 0 else number(value)


def _hanging(first: str, text: str) -> str:
    return "\n".join(
        wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_long_words=False)
        or [first.rstrip()]
    )


def _table(part: Table) -> str:
    columns = [Column(head, is_text=at == 1) for at, head in enumerate(part.heads)]
    return plain(table(columns, [*part.rows, part.total], WIDTH, totals=1)).rstrip("\n")


def _uncounted(request: Request, each: Uncounted) -> str:
    """Why there is no letter yet, what is known, and what to fill in."""
    where = region_title(request.region)
    lines = [f"Pemilihan {each.title}: stok {where} belum dihitung, jadi permintaannya belum dapat dibuat."]
    lines.append(
        f"Kebutuhan {where}: {_shown(each.required)} lembar "
        f"({_shown(each.polling_stations)} TPS, {_shown(each.voters)} pemilih)."
    )
    if each.city is not None:
        lines.append(
            f"{region_title(each.city.region)}: dasar {_shown(each.city.base)}, diterima {_shown(each.city.received)}, "
            f"baik {_shown(each.city.good)}, permintaan {_shown(each.city.request)} lembar."
        )
    part = "setiap kelurahan/desanya" if each.has_parts else "wilayah itu"
    lines.append(
        f"Yang perlu diisi: Diterima, Baik, dan Rusak untuk {where} atau {part} di berkas stok; lalu audit lagi."
    )
    return "\n".join("\n".join(wrap(line, WIDTH, subsequent_indent="  ")) for line in lines)


def _shown(value: int | None) -> str:
    return "belum diketahui" if value is None else number(value)
