"""Minutes (berita acara): what all of them share, and those of sorting. A witness is never invented."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from logistik.core.vocabulary import Stock
from logistik.documents.blocks import (
    Cell,
    Column,
    Content,
    Heading,
    Kind,
    Line,
    Paragraph,
    Remarks,
    Signatures,
    Table,
)
from logistik.documents.damage import damage_table, split_name
from logistik.documents.model import DamageLine, Form, Row
from logistik.documents.words import OPEN, day_in_words, or_open

Sorted = tuple[str, Stock, Row, Sequence[DamageLine]]
"""The title of an election, the stock, its figures, and its damage by category and cause."""

BAWASLU_BOX = "Catatan atau keberatan Bawaslu"
DOTS = "." * 12
"""A figure that is not known: to be filled in, and never 0."""
_REVOTE_APART = (
    "Surat suara pemungutan suara ulang (PSU) disimpan terpisah dan tidak dipakai untuk menutup kekurangan surat suara."
)
_USABLE = (
    "Baik sudah termasuk yang cacat tetapi layak pakai. Salah daerah (tertukar) bukan kerusakan dan dipisahkan; "
    "kurang kirim dihitung terhadap dasar, yaitu jumlah yang ditetapkan atau, bila tidak diketahui, kebutuhan."
)


class Standalone(NamedTuple):
    """What minutes of sorting say where they are a document of their own, not an annex: also what was not counted."""

    number: str
    region: str
    city: str
    uncounted: tuple[str, ...] = ()


def sorting_content(form: Form, day: date, counted: Sequence[Sorted], own: Standalone | None = None) -> list[Content]:
    """The body of the minutes of sorting: what came, what was good, and what was not, by category and cause."""
    region = f" untuk {own.region}" if own else ""
    content: list[Content] = [
        Heading("BERITA ACARA PENYORTIRAN SURAT SUARA", level=1 if own else 2),
        numbered(own.number if own else ""),
        opening(
            form,
            day,
            f"telah dilakukan penyortiran dan penghitungan surat suara{region} dengan hasil sebagai berikut:",
        ),
        _came(counted),
        _found(counted),
        Paragraph(_USABLE),
    ]
    for title, stock, row, damage in counted:
        for by_cause in (False, True):
            lines = [each for each in damage if each.by_cause is by_cause]
            if lines:
                content += _split(stock_name(title, stock), row.damaged, lines)
    if any(stock is Stock.REVOTE for _, stock, _, _ in counted):
        content.append(Paragraph(_REVOTE_APART))
    sealed = [stock_name(title, stock) for title, stock, row, _ in counted if is_sealed(stock, row)]
    if sealed:
        content.append(
            Paragraph(f"Tidak dibuka dan tetap tersegel, jumlahnya menurut label koli: {', '.join(sealed)}.")
        )
    if own and own.uncounted:
        content.append(Paragraph(f"Tidak termasuk, karena tidak dihitung di audit ini: {', '.join(own.uncounted)}."))
    return [*content, *closing(own.city if own else "", (form.signatory, form.signatory_name))]


def is_sealed(stock: Stock, row: Row) -> bool:
    """Whether a revote stock was left as it came: received as labelled, and none of it sorted."""
    return stock is Stock.REVOTE and bool(row.received) and not (row.good or row.damaged or row.swapped)


def stock_name(title: str, stock: Stock) -> str:
    """An election as tables name it; the revote stock apart."""
    return f"{title} (PSU)" if stock is Stock.REVOTE else title


def numbered(number: str) -> Paragraph:
    """The number of the minutes, or a dotted line."""
    return Paragraph(f"Nomor {or_open(number)}")


def opening(form: Form, day: date, what: str) -> Paragraph:
    """The sentence that minutes open with: the day in words, a place to fill in, and what was done."""
    where = f"{OPEN}, {form.place}" if form.place else OPEN
    return Paragraph(f"Pada hari ini, {day_in_words(day)}, bertempat di {where}, {what}")


def figure(value: int | None) -> Cell:
    """A figure, or a dotted line where it is not known."""
    return DOTS if value is None else value


def closing(city: str, *signers: tuple[str, str]) -> list[Content]:
    """What all minutes end with: room for Bawaslu, those who sign, and witnesses as dotted lines."""
    people = tuple((title, name or f"( {OPEN} )") for title, name in signers)
    bawaslu = f"Saksi, Bawaslu {city}".strip()
    return [
        Paragraph("Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."),
        Remarks(BAWASLU_BOX),
        Signatures((*people, (bawaslu, f"( {OPEN} )"), ("Saksi, Kepolisian", f"( {OPEN} )"))),
    ]


def _came(counted: Sequence[Sorted]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Dasar",)),
        Column(("Diterima",)),
        Column(("Kurang", "kirim")),
    )
    rows = (
        Line((stock_name(title, stock), *map(figure, (row.base, row.received, row.short))))
        for title, stock, row, _ in counted
    )
    return Table(columns, tuple(rows), None, "Penerimaan")


def _found(counted: Sequence[Sorted]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Baik",)),
        Column(("Cacat,", "layak", "pakai")),
        Column(("Rusak",)),
        Column(("Salah", "daerah")),
        Column(("Belum", "disortir")),
    )
    rows = (
        Line((
            stock_name(title, stock),
            *map(figure, (row.good, row.usable_defects, row.damaged, row.swapped, row.unsorted)),
        ))
        for title, stock, row, _ in counted
    )  # fmt: skip
    return Table(columns, tuple(rows), None, "Penyortiran")


def _split(name: str, damaged: int | None, lines: Sequence[DamageLine]) -> list[Content]:
    kind = split_name(by_cause=lines[0].by_cause)
    return [Heading(f"Rusak menurut {kind}: {name}"), damage_table(lines, figure(damaged), f"Rusak {kind}")]
