"""What a letter says, in the order of an Indonesian surat dinas; the wording of letters lives only here."""

from logistik.core.vocabulary import LEVEL_TITLES, Stock
from logistik.core.wording import long_date, number
from logistik.documents.blocks import (
    ORDINALS,
    Block,
    Cell,
    Column,
    Content,
    Facts,
    Head,
    Kind,
    Line,
    Notice,
    Numbered,
    Paragraph,
    Right,
    Sum,
    Table,
)
from logistik.documents.model import Letter, Row
from logistik.documents.regions import region_name, region_title
from logistik.documents.words import OPEN, amount, or_open

KEPT_SAFE = (
    "Surat suara yang rusak dan salah daerah disimpan terkunci dan akan dimusnahkan atau dikembalikan dengan "
    "berita acara, sehingga surat suara yang dapat dipakai tidak melebihi jumlah yang ditetapkan."
)
OPENING = "Dengan hormat,"
CLOSING = "Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih."


def letter_content(letter: Letter) -> tuple[Content, ...]:
    """The letter from its head to its copies, without the annexes."""
    form = letter.form
    content: list[Content] = [
        Head(form.head),
        Right((dated(letter),)),
        Facts(
            (
                ("Nomor", or_open(letter.number)),
                ("Sifat", form.classification),
                ("Lampiran", form.attachments),
                ("Hal", subject(letter)),
            )
        ),
        Block(address(letter)),
        Paragraph(OPENING),
    ]
    if letter.provisional:
        content.append(Notice(draft_notice(letter)))
    content += [
        Numbered("Berdasarkan:", tuple(f"{text};" for text in letter.bases)),
        Paragraph(asking(letter)),
        figures(letter),
        Paragraph("Perhitungan permintaan (lembar):"),
        bridge(letter),
        *map(Paragraph, reasons(letter)),
        Paragraph(KEPT_SAFE),
        Facts(delivery(letter)),
        Paragraph(CLOSING),
        Right((f"{form.signatory},", "", "", "", signer(letter))),
    ]
    if letter.copies:
        content.append(Numbered("Tembusan:", letter.copies))
    return tuple(content)


def dated(letter: Letter) -> str:
    """Place and date: `Balikpapan, 13 November 2024`."""
    return f"{or_open(letter.form.place)}, {long_date(letter.day)}"


def signer(letter: Letter) -> str:
    """Who signs, or a dotted line in brackets."""
    return letter.form.signatory_name or f"( {OPEN} )"


def delivery(letter: Letter) -> tuple[tuple[str, str], ...]:
    """Where, by when and through whom the sheets come; a dotted line for what is not configured."""
    return tuple((label, or_open(value)) for label, value in letter.form.delivery)


def draft_notice(letter: Letter) -> str:
    """Why a provisional letter may not be signed."""
    low = "" if letter.request_low is None else f", paling sedikit {number(letter.request_low)} lembar"
    return f"DRAF SEMENTARA: masih ada yang belum disortir atau belum diketahui{low}. Belum untuk ditandatangani."


def stock_title(letter: Letter) -> str:
    """The sheets as running text calls them."""
    return "surat suara pemungutan suara ulang (PSU)" if letter.stock is Stock.REVOTE else "surat suara"


def subject(letter: Letter) -> str:
    """What the letter is about, in KPU's words: never "tambahan", since the decision is not exceeded."""
    whole = letter.whole
    parts = ["Pemenuhan Kekurangan Kirim"] if whole.short else []
    if whole.damaged or whole.swapped:
        named = " dan ".join(["Rusak"] * bool(whole.damaged) + ["Salah Daerah"] * bool(whole.swapped))
        parts.append(f"Penggantian yang {named}")
    kind = "Surat Suara Pemungutan Suara Ulang (PSU)" if letter.stock is Stock.REVOTE else "Surat Suara"
    detail = f" ({' dan '.join(parts)})" if parts else ""
    return f"Permintaan {kind} Pemilihan {letter.title}{detail}"


def address(letter: Letter) -> tuple[str, ...]:
    """To whom, and through whom."""
    lines = [f"Yth. {letter.recipient}"]
    if letter.through:
        lines.append(f"     melalui {letter.through}")
    return (*lines, "     di tempat")


def asking(letter: Letter) -> str:
    """The sentence that asks, with the amount in figures and words."""
    kind = stock_title(letter)
    return (
        f"dan hasil penyortiran dan penghitungan {kind} di {region_title(letter.whole.region)}, bersama ini "
        f"disampaikan permintaan {kind} Pemilihan {letter.title} sebanyak {amount(letter.request)}, "
        "dengan rincian sebagai berikut:"
    )


COLUMNS = (
    Column(("Dasar",)),
    Column(("Diterima",)),
    Column(("Kurang", "kirim")),
    Column(("Baik",)),
    Column(("Rusak",)),
    Column(("Salah", "daerah")),
    Column(("Permin-", "taan")),
)


def cells(row: Row) -> tuple[Cell, ...]:
    """The figures of a row under `COLUMNS`."""
    return row.base, row.received, row.short, row.good, row.damaged, row.swapped, row.request


def figures(letter: Letter) -> Table:
    """The table of the letter: a row a region, and rows for what makes the request differ from their sum."""
    level = LEVEL_TITLES[letter.rows[0].region.level]
    rows = [Line((str(at), region_name(row.region), *cells(row))) for at, row in enumerate(letter.rows, 1)]
    columns = (ORDINALS, Column((level,), Kind.TEXT), *COLUMNS)
    return Table(columns, (*rows, *adjustment_rows(letter)), total_cells(letter), "Permintaan")


def adjustment_rows(letter: Letter) -> tuple[Line, ...]:
    """What makes the request differ from the sum of the rows above, each in the column of the request alone."""
    blank = ("",) * (len(COLUMNS) - 1)
    return tuple(Line(("", each.label, *blank, each.sheets)) for each in letter.adjustments)


def total_cells(letter: Letter) -> tuple[Cell, ...]:
    """The figures of the asking region, as the total of a table of its parts."""
    return "", letter.whole.region.name or "Jumlah", *cells(letter.whole)


def bridge(letter: Letter) -> Sum:
    """From the base to the request, step by step."""
    whole = letter.whole
    label = (
        "Jumlah yang ditetapkan (dipesan)"
        if whole.ordered is not None
        else "Kebutuhan menurut DPT dan cadangan per TPS"
    )
    steps: list[tuple[str, int]] = [(label, whole.base or 0)]
    usable = (whole.base or 0) - (whole.later or 0) - (whole.outstanding or 0) - letter.request
    sealed = " atau tersegel" if letter.stock is Stock.REVOTE else ""
    steps.append((f"dikurangi surat suara baik{sealed}", -usable))
    if whole.later:
        steps.append(("dikurangi susulan yang baik", -whole.later))
    if whole.outstanding:
        steps.append(("dikurangi yang sudah diminta dan belum datang", -whole.outstanding))
    return Sum(tuple(steps), ("Permintaan", letter.request))


def reasons(letter: Letter) -> list[str]:
    """What the request is made of, and why it is not the sum of the rows' requests, where it is not."""
    said = [_made_of(letter.whole), *(each.reason for each in letter.adjustments)]
    if letter.coverable > 0:
        said.append(
            "Kebutuhan bersih seluruh kabupaten/kota lebih kecil dari permintaan ini: "
            f"{number(letter.coverable)} lembar dapat ditutup dari kelebihan di wilayah lain."
        )
    return said


def _made_of(whole: Row) -> str:
    parts = [
        f"{name} {number(value)}"
        for name, value in (
            ("kurang kirim", whole.short),
            ("rusak", whole.damaged),
            ("salah daerah", whole.swapped),
            ("belum disortir", whole.unsorted),
        )
        if value
    ]
    return (
        f"Hasil hitung gudang: {', '.join(parts)} lembar."
        if parts
        else "Hasil hitung gudang terlampir di tabel di atas."
    )
