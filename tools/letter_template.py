"""Writes the Word template of the letter anew: `python tools/letter_template.py`. A test holds the file current."""

from datetime import UTC, datetime
from pathlib import Path

from logistik.documents.blocks import ORDINALS, Column, Kind, Paper
from logistik.documents.docx import package, pages, tables
from logistik.documents.docx.layout import head, item
from logistik.documents.docx.markup import paragraph, parsed, run
from logistik.documents.docx.tables import GAP, LETTER
from logistik.documents.letter import COLUMNS

FILE = Path(__file__).parent.parent / "src" / "logistik" / "documents" / "templates" / "surat.docx"
_MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
_CELLS = ("dasar", "diterima", "kurang_kirim", "baik", "rusak", "salah_daerah", "permintaan")
_NUMBER, _REGION, _LAST = 454, 1960, 1200
_FACTS = ("Nomor", "Sifat", "Lampiran", "Hal")
_DELIVERY = ("Tempat pengiriman", "Paling lambat", "Narahubung")


def template() -> bytes:
    """The template: what stands fixed in every letter, and tags for the rest."""
    made = package.new_document()
    section = made.sections[0]
    pages.set_page(section, *pages.SIZES[Paper.A4])
    width = pages.text_width(section)
    last = made.element.body[-1]
    for element in parsed(_letter(width)):
        last.addprevious(element)
    package.describe_as(made, "Surat permintaan surat suara", "logistik", _MOMENT)
    return package.as_bytes(made)


def _letter(width: int) -> str:
    left = width * 11 // 20
    return "".join(
        [
            head(["{{ kop }}", "{{ alamat }}"]),
            _line("{{ tempat }}, {{ tanggal }}", left=left),
            GAP,
            _head_facts(width),
            _line("Yth. {{ yth }}", keep=True),
            _tag("p if melalui"),
            _line("melalui {{ melalui }}", keep=True, left=510),
            _tag("p endif"),
            _line("di tempat", left=510),
            GAP,
            _text("{{ pembuka }}"),
            _tag("p if draf"),
            paragraph("SuratBingkai", run("{{ draf }}")),
            _tag("p endif"),
            _line("Berdasarkan:", keep=True),
            _items("dasar", ";"),
            GAP,
            _text("{{ isi }}", keep=True),
            _table(width),
            GAP,
            _text("Perhitungan permintaan (lembar):", keep=True),
            _steps(width),
            GAP,
            _tag("p for kalimat in alasan"),
            _text("{{ kalimat }}"),
            _tag("p endfor"),
            _text("{{ penyimpanan }}", keep=True),
            _delivery(width),
            _text("{{ penutup }}", keep=True),
            _line("{{ jabatan }},", keep=True, left=left),
            _line("", keep=True, left=left) * 3,
            _line("{{ nama }}", keep=True, left=left),
            paragraph("SuratJarak", keep=True),
            _tag("p if tembusan"),
            _line("Tembusan:", keep=True),
            _tag("p endif"),
            _items("tembusan", "", keep=True),
        ]
    )


def _line(text: str, *, keep: bool = False, left: int = 0) -> str:
    return paragraph("SuratBaris", run(text) if text else "", keep=keep, left=left)


def _text(text: str, *, keep: bool = False) -> str:
    return paragraph("SuratIsi", run(text), keep=keep)


def _tag(code: str) -> str:
    return paragraph("SuratBaris", run(f"{{%{code} %}}"))


def _items(name: str, end: str, *, keep: bool = False) -> str:
    inner = item("{{ loop.index }}.", f"{{{{ butir }}}}{end}", LETTER, keep=keep)
    return f"{_tag(f'p for butir in {name}')}{inner}{_tag('p endfor')}"


def _head_facts(width: int) -> str:
    widths = tables.fact_widths(_FACTS, LETTER, width)
    rows = [tables.fact_row(each, f"{{{{ {each.lower()} }}}}", LETTER, widths) for each in _FACTS]
    return tables.grid(rows, widths, lines=False) + GAP


def _tag_row(code: str, widths: list[int], style: str) -> str:
    boxes = [tables.Box(paragraph(style, run(f"{{%tr {code} %}}") if at == 0 else "")) for at, _ in enumerate(widths)]
    return tables.row(boxes, widths)


def _table(width: int) -> str:
    columns = (ORDINALS, Column(("{{ judul_wilayah }}",), Kind.TEXT), *COLUMNS)
    each = (width - _NUMBER - _REGION - _LAST) // (len(COLUMNS) - 1)
    widths = [_NUMBER, width - _NUMBER - _LAST - each * (len(COLUMNS) - 1), *[each] * (len(COLUMNS) - 1), _LAST]
    names = ("no", "nama", *_CELLS)
    rows = [
        tables.head_row(columns, widths, LETTER),
        _tag_row("for baris in tabel", widths, LETTER.cell),
        tables.figure_row([f"{{{{ baris.{name} }}}}" for name in names], columns, widths, LETTER),
        _tag_row("endfor", widths, LETTER.cell),
        tables.total_row([f"{{{{ total.{name} }}}}" for name in names], columns, widths, LETTER),
    ]
    return tables.grid(rows, widths)


def _steps(width: int) -> str:
    widths = tables.step_widths(width)
    rows = [
        _tag_row("for langkah_ini in langkah", widths, LETTER.line),
        tables.step_row("{{ langkah_ini.uraian }}", "{{ langkah_ini.lembar }}", LETTER, widths),
        _tag_row("endfor", widths, LETTER.line),
        tables.step_row("{{ hasil.uraian }}", "{{ hasil.lembar }}", LETTER, widths, is_result=True),
    ]
    return tables.grid(rows, widths, lines=False, left=397)


def _delivery(width: int) -> str:
    widths = tables.fact_widths(_DELIVERY, LETTER, width)
    rows = [
        _tag_row("for hal_ini in pengiriman", widths, LETTER.line),
        tables.fact_row("{{ hal_ini.uraian }}", "{{ hal_ini.isi }}", LETTER, widths, keep=True),
        _tag_row("endfor", widths, LETTER.line),
    ]
    return tables.grid(rows, widths, lines=False) + paragraph("SuratJarak", keep=True)


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_bytes(template())
