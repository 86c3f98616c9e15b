"""Minutes (berita acara): sorting, handover to a kecamatan, destruction. Their wording lives only here."""

from collections.abc import Sequence
from datetime import date

from logistik.core.vocabulary import Stock
from logistik.documents.blocks import Column, Content, Heading, Kind, Line, Paragraph, Remarks, Signatures, Table
from logistik.documents.model import DamageLine, Form, Row
from logistik.documents.words import OPEN, full_day

Sorted = tuple[str, Stock, Row, Sequence[DamageLine]]
"""The title of an election, the stock, its figures, and its damage by category and cause."""

BAWASLU_BOX = "Catatan atau keberatan Bawaslu"


def sorting_content(form: Form, day: date, counted: Sequence[Sorted]) -> list[Content]:
    """The body of the minutes of sorting: what was counted, and who signs. Witnesses are never invented."""
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Diterima",)),
        Column(("Baik",)),
        Column(("Rusak",)),
        Column(("Salah", "daerah")),
        Column(("Belum", "disortir")),
        Column(("Kurang", "kirim")),
    )
    rows = tuple(
        Line((
            f"{title} (PSU)" if stock is Stock.REVOTE else title,
            row.received, row.good, row.damaged, row.swapped, row.unsorted, row.short,
        ))
        for title, stock, row, _ in counted
    )  # fmt: skip
    return [
        Heading("BERITA ACARA PENYORTIRAN SURAT SUARA", level=2),
        Paragraph(f"Nomor {OPEN}"),
        Paragraph(
            f"Pada hari ini, {full_day(day)}, bertempat di {OPEN}, telah dilakukan penyortiran dan penghitungan "
            "surat suara dengan hasil sebagai berikut:"
        ),
        Table(columns, rows, None, "Penyortiran"),
        Remarks(BAWASLU_BOX),
        Signatures(((form.signatory, form.signatory_name or f"( {OPEN} )"), ("Saksi", f"( {OPEN} )"))),
    ]
