"""The closing of the balance as a document: a sheet with two sides for each stock, its sources, and places to sign."""

from dataclasses import dataclass

from logistik.core.closing import TITLES, Closed, Closing, Line
from logistik.core.vocabulary import ELECTION_TITLES, Stock
from logistik.core.wording import listed, long_date, number
from logistik.documents.annexes import NOT_A_SIGNATURE
from logistik.documents.blocks import (
    Cell,
    Column,
    Content,
    Document,
    Facts,
    Head,
    Heading,
    Kind,
    Notice,
    Numbered,
    Paper,
    Paragraph,
    Part,
    Remarks,
    Seal,
    Signatures,
    Table,
)
from logistik.documents.blocks import Line as Row
from logistik.documents.minutes import BAWASLU_BOX, figure, stock_name
from logistik.documents.model import Form, Missing
from logistik.documents.regions import region_title
from logistik.documents.words import OPEN, full_day

_ABOUT = (
    "Sisi masuk dan sisi keluar dihitung dari sumber yang berbeda: berkas stok, daftar pengesetan, dan berita acara "
    "yang tercatat. Selisih nol berarti setiap lembar yang masuk diketahui tempatnya."
)


@dataclass(frozen=True, slots=True)
class Paperwork:
    """What the office adds to the figures: its letterhead and signatory, its city, and what it did not fill in."""

    form: Form
    city: str
    missing: tuple[Missing, ...]


def closing_document(closing: Closing, paperwork: Paperwork) -> Document:
    """The balance sheets under the letterhead; what is wrong stands on top, and the document is a draft then."""
    form, name = paperwork.form, region_title(closing.region)
    content: list[Content] = [Head(form.head)]
    if not closing.is_closed:
        content.append(Notice("DRAF: neraca belum tertutup, jadi belum untuk ditandatangani."))
    content += [
        Heading("NERACA PENUTUPAN SURAT SUARA", level=1),
        Paragraph(f"{name}, keadaan {full_day(closing.day)}."),
        Paragraph(_ABOUT),
    ]
    for closed in closing.balances:
        content += _stock(closed)
    if closing.uncounted:
        content.append(Paragraph(f"Tidak termasuk, karena tidak dihitung di audit ini: {listed(closing.uncounted)}."))
    if closing.findings:
        told = tuple(f"{finding.code} {finding.message}." for finding in closing.findings)
        content.append(Numbered("Temuan:", told))
    return Document(
        name="penutupan",
        title=f"Neraca Penutupan Surat Suara, {name}",
        author=form.head[0],
        parts=(Part("neraca", "Neraca", (*content, *_signed(closing, paperwork))),),
        day=closing.day,
        draft=not closing.is_closed,
        footer=f"{long_date(closing.day)}  |  audit {closing.audit[:12]}  |  ledger nomor {closing.entry}",
        paper=Paper(form.paper),
    )


def _stock(closed: Closed) -> list[Content]:
    name = stock_name(ELECTION_TITLES[closed.election], closed.stock)
    columns = (
        Column(("Masuk",), Kind.TEXT),
        Column(("Lembar",)),
        Column(("Keluar dan masih ada",), Kind.TEXT),
        Column(("Lembar",)),
    )
    rows = tuple(Row((*_side(line), *_side(other))) for line, other in closed.rows)
    total = ("Jumlah", figure(closed.came), "Jumlah", figure(closed.told))
    kind = "PSU" if closed.stock is Stock.REVOTE else closed.election
    return [
        Heading(name),
        Table(columns, rows, total, f"Neraca {kind}"),
        Paragraph(_difference(closed)),
        Facts(tuple((TITLES[line.name], line.source) for line in closed.lines)),
    ]


def _side(line: Line | None) -> tuple[Cell, Cell]:
    return (TITLES[line.name], figure(line.sheets)) if line else ("", "")


def _difference(closed: Closed) -> str:
    if closed.difference is None:
        return f"Selisih: {OPEN} (belum diketahui)."
    if not closed.difference:
        return "Selisih: 0 lembar. Sumber setiap angka:"
    more = "masuk" if closed.difference > 0 else "keluar"
    return f"Selisih: {number(abs(closed.difference))} lembar, lebih banyak di sisi {more}. Sumber setiap angka:"


def _signed(closing: Closing, paperwork: Paperwork) -> list[Content]:
    """Room for Bawaslu, those who sign, and the seal that binds the figures to the audit."""
    form, open_name = paperwork.form, f"( {OPEN} )"
    return [
        Remarks(BAWASLU_BOX),
        Signatures(
            (
                ("Petugas gudang", open_name),
                (form.signatory, form.signatory_name or open_name),
                (f"Mengetahui, Bawaslu {paperwork.city}".strip(), open_name),
            )
        ),
        Seal(
            (f"Catatan ledger nomor {closing.entry}", f"Audit {closing.audit}"),
            f"logistik audit {closing.audit}",
            NOT_A_SIGNATURE,
        ),
    ]
