"""The four annexes of a letter: detail by region, damage, minutes of sorting, and what every figure rests on."""

from logistik.core.cartons import OddCarton
from logistik.core.vocabulary import LEVEL_TITLES, Level
from logistik.core.wording import long_date, number
from logistik.documents.blocks import (
    ORDINALS,
    Column,
    Content,
    Facts,
    Heading,
    Kind,
    Line,
    Numbered,
    Paragraph,
    Part,
    Seal,
    Table,
)
from logistik.documents.damage import damage_table, split_name
from logistik.documents.letter import COLUMNS, adjustment_rows, cells, stock_title, total_cells
from logistik.documents.minutes import sorting_content
from logistik.documents.model import Basis, Letter, Remark, Rule, Trace
from logistik.documents.regions import region_name, region_title
from logistik.documents.words import full_day

STATUSES = {"confirmed": "terkonfirmasi", "assumed": "asumsi, dapat diubah", "override": "diubah kantor"}
_DRAFT = "Konsep: belum dicatat sebagai surat keluar"
NOT_A_SIGNATURE = "Kode untuk mencocokkan angka dengan catatan audit; bukan tanda tangan elektronik."


def annexes(letter: Letter, code: str) -> tuple[Part, ...]:
    """The annexes I to IV; `code` is that of the issued letter, blank for one that was not issued."""
    return (
        Part("lampiran-1", "Lampiran I", (_heading(letter, "I", "Rincian per wilayah"), _details(letter))),
        Part("lampiran-2", "Lampiran II", (_heading(letter, "II", "Kerusakan dan kekurangan"), *_damage(letter))),
        Part("lampiran-3", "Lampiran III", (_heading(letter, "III", "Berita acara penyortiran"), *_minutes(letter))),
        Part("lampiran-4", "Lampiran IV", (_heading(letter, "IV", "Dasar setiap angka"), *_basis(letter, code))),
    )


def _heading(letter: Letter, numeral: str, text: str) -> Heading:
    return Heading(
        f"Lampiran {numeral}. {text}: {stock_title(letter)} Pemilihan {letter.title}, "
        f"{region_title(letter.whole.region)}",
        level=1,
    )


def _details(letter: Letter) -> Table:
    top = min(row.region.level.depth for row in letter.details)
    levels = list(dict.fromkeys(LEVEL_TITLES[row.region.level] for row in letter.details))
    rows, at = [], 0
    for row in letter.details:
        level = row.region.level.depth - top
        at += level == 0
        rows.append(Line(("" if level else str(at), region_name(row.region), *cells(row)), level))
    columns = (ORDINALS, Column((" / ".join(levels),), Kind.TEXT), *COLUMNS)
    return Table(columns, (*rows, *adjustment_rows(letter)), total_cells(letter), "Rincian")


def _damage(letter: Letter) -> list[Content]:
    whole = letter.whole
    content: list[Content] = [
        Facts(
            (
                ("Rusak", _sheets(whole.damaged)),
                ("Salah daerah (tertukar)", f"{_sheets(whole.swapped)}; bukan kerusakan"),
                ("Cacat, layak pakai", f"{_sheets(whole.usable_defects)}; termasuk yang baik"),
                ("Belum disortir", _sheets(whole.unsorted)),
                ("Kurang kirim", _sheets(whole.short)),
            )
        )
    ]
    for by_cause, title in ((False, "Menurut kategori kerusakan"), (True, "Menurut penyebab kerusakan")):
        lines = [each for each in letter.damage if each.by_cause is by_cause]
        content.append(Heading(title))
        kind = split_name(by_cause=by_cause)
        content.append(
            damage_table(lines, whole.damaged, kind.capitalize())
            if lines
            else Paragraph(f"Kerusakan tidak dirinci menurut {kind} di berkas stok.")
        )
    content.append(Heading("Isi koli"))
    known = [row for row in (letter.whole, *letter.rows) if row.noted is not None and row.received is not None]
    known = [letter.whole] if letter.whole in known else known
    if known:
        columns = (
            Column(("Wilayah",), Kind.TEXT),
            Column(("Surat jalan", "atau label")),
            Column(("Hasil", "hitung")),
            Column(("Kurang",)),
            Column(("Lebih",)),
        )
        rows = tuple(
            Line(
                (
                    region_name(row.region),
                    row.noted,
                    row.received,
                    max(0, (row.noted or 0) - (row.received or 0)),
                    max(0, (row.received or 0) - (row.noted or 0)),
                )
            )
            for row in known
        )
        content.append(Table(columns, rows, None, "Isi koli"))
    else:
        content.append(Paragraph("Jumlah menurut surat jalan atau label koli tidak tercatat di berkas stok."))
    if letter.odd_cartons:
        content += [Paragraph("Koli yang hasil hitungnya berbeda dari labelnya:"), _odd_cartons(letter.odd_cartons)]
    return content


def _odd_cartons(cartons: tuple[OddCarton, ...]) -> Table:
    columns = (
        ORDINALS,
        Column(("Nomor koli",), Kind.TEXT),
        Column(("Isi", "label")),
        Column(("Hasil", "hitung")),
        Column(("Kurang",)),
        Column(("Lebih",)),
    )
    figures = [(each.noted, each.received, each.short, each.over) for each in cartons]
    rows = (
        Line((str(at), each.number, *cells))
        for at, (each, cells) in enumerate(zip(cartons, figures, strict=True), start=1)
    )
    return Table(columns, tuple(rows), ("", "Jumlah", *map(sum, zip(*figures, strict=True))), "Koli")


def _sheets(value: int | None) -> str:
    return "belum diketahui" if value is None else f"{number(value)} lembar"


def _minutes(letter: Letter) -> list[Content]:
    if letter.minutes:
        return [
            Numbered("Berita acara yang sudah ditandatangani, terlampir dalam bentuk salinan:", letter.minutes),
            Paragraph(
                "Salinan berita acara tersebut disertakan di belakang lampiran ini. Angka rusak dan salah daerah di "
                "surat ini harus sama dengan yang dinyatakan berita acara itu."
            ),
        ]
    return [
        Paragraph("Konsep, belum ditandatangani."),
        *sorting_content(letter.form, letter.day, [(letter.title, letter.stock, letter.whole, letter.damage)]),
    ]


def _basis(letter: Letter, code: str) -> list[Content]:
    basis = letter.basis
    content: list[Content] = [
        Facts(
            (
                ("Audit", f"catatan ledger nomor {basis.entry}, keadaan {full_day(basis.as_of)}"),
                ("Hash audit", basis.audit),
                ("Rule set", f"{basis.ruleset} ({basis.ruleset_title})"),
                ("Dibuat dengan", basis.tool),
            )
        ),
        _seal(basis, code),
        Heading("Berkas masukan"),
        _inputs(basis),
        Heading("Aturan yang dipakai"),
        _rules((*basis.rules, *basis.overrides)),
        Heading("Angka dan selnya"),
        _traces(basis.traces),
        Heading("Temuan audit"),
        _remarks(basis.findings) if basis.findings else Paragraph("Tidak ada temuan."),
    ]
    if basis.waived:
        content += [Heading("Temuan yang dikecualikan atau tidak dihitung"), _remarks(basis.waived, waived=True)]
    return content


def _inputs(basis: Basis) -> Table:
    columns = (Column(("Berkas",), Kind.TEXT), Column(("Bita",)), Column(("SHA-256",), Kind.PLACE))
    return Table(columns, tuple(Line((each.path, each.bytes, each.sha256)) for each in basis.inputs), None, "Masukan")


def _rules(rules: tuple[Rule, ...]) -> Table:
    columns = (
        Column(("Aturan",), Kind.TEXT),
        Column(("Nilai",), Kind.TEXT),
        Column(("Dasar",), Kind.TEXT),
        Column(("Status",), Kind.TEXT),
    )
    rows = (Line((each.label, each.value, each.basis, STATUSES.get(each.status, each.status))) for each in rules)
    return Table(columns, tuple(rows), None, "Aturan")


def _traces(traces: tuple[Trace, ...]) -> Table:
    columns = (
        Column(("Wilayah",), Kind.TEXT),
        Column(("Angka",), Kind.TEXT),
        Column(("Nilai",)),
        Column(("Berkas!Lembar!Sel",), Kind.PLACE),
    )
    rows = (Line((_short(each), each.figure, each.value, "\n".join(each.cells))) for each in traces)
    return Table(columns, tuple(rows), None, "Sel")


def _short(trace: Trace) -> str:
    region = trace.region
    return f"{region.name}, {region.kecamatan}" if region.level is Level.KELURAHAN else region_title(region)


def _remarks(remarks: tuple[Remark, ...], *, waived: bool = False) -> Table:
    columns = [
        Column(("Kode",), Kind.TEXT),
        Column(("Berat",), Kind.TEXT),
        Column(("Tempat",), Kind.PLACE),
        Column(("Isi",), Kind.TEXT),
    ]
    if waived:
        columns.append(Column(("Alasan",), Kind.TEXT))
    rows = []
    for each in remarks:
        told = (each.code, each.severity, each.place, each.message)
        rows.append(Line((*told, f"{each.why} ({each.by})" if each.by else each.why) if waived else told))
    return Table(tuple(columns), tuple(rows), None, "Temuan tidak dihitung" if waived else "Temuan")


def _seal(basis: Basis, code: str) -> Seal:
    said = f"Kode surat {code}; dicocokkan dengan: logistik verify --code {code}" if code else _DRAFT
    return Seal((said, f"Audit {basis.audit}"), f"logistik {code or 'konsep'} audit {basis.audit}", NOT_A_SIGNATURE)


def footer(letter: Letter, code: str) -> str:
    """The line at the foot of every page: which letter, and its code or that it is a draft."""
    own = f"Nomor {letter.number}, {long_date(letter.day)}" if letter.number else long_date(letter.day)
    return f"{own}  |  {f'kode {code}' if code else 'konsep'}  |  audit {letter.basis.audit[:12]}"
