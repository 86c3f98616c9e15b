"""The styles of our documents. A template that has a style of the same id keeps its own; the face is that of Normal."""

from typing import Any, NamedTuple

from logistik.documents.docx.markup import W, parsed

FACE = "Times New Roman"
FIXED_FACE = "Courier New"
"""The face of places and hashes: every character is as wide as 0.6 of its height."""
BODY_SIZE, CELL_SIZE, SMALL_SIZE, PLACE_SIZE = 11.0, 10.0, 9.0, 7.5


class Style(NamedTuple):
    """A paragraph style: its id, its name in Word, size in points, space before and after in points, and the rest."""

    id: str
    name: str
    size: float
    before: float = 0
    after: float = 0
    paragraph: str = ""
    run: str = ""


_RULE = '<w:pBdr><w:bottom w:val="double" w:sz="12" w:space="4" w:color="auto"/></w:pBdr>'
_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
)
_KEEP = "<w:keepNext/><w:keepLines/>"
_FIXED = f'<w:rFonts w:ascii="{FIXED_FACE}" w:hAnsi="{FIXED_FACE}" w:cs="{FIXED_FACE}"/>'

STYLES = (
    Style("SuratKop", "Surat Kop", 15, paragraph='<w:keepNext/><w:jc w:val="center"/>', run="<w:b/>"),
    Style("SuratAlamat", "Surat Alamat", 10, after=7, paragraph=f'{_RULE}<w:jc w:val="center"/>'),
    Style("SuratIsi", "Surat Isi", BODY_SIZE, after=4, paragraph='<w:jc w:val="both"/>'),
    Style("SuratBaris", "Surat Baris", BODY_SIZE),
    Style("SuratButir", "Surat Butir", BODY_SIZE, paragraph='<w:ind w:left="397" w:hanging="397"/>'),
    Style("SuratLampiran", "Surat Lampiran", 10, after=5, paragraph='<w:jc w:val="both"/>'),
    Style("SuratBarisKecil", "Surat Baris Kecil", 10),
    Style("SuratButirKecil", "Surat Butir Kecil", 10, after=1, paragraph='<w:ind w:left="397" w:hanging="397"/>'),
    Style("SuratJudul", "Surat Judul", 12, after=10,
          paragraph=f'{_KEEP}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
          run="<w:b/>"),
    Style("SuratSubjudul", "Surat Subjudul", 10.5, before=8, after=3, paragraph=f'{_KEEP}<w:outlineLvl w:val="1"/>',
          run="<w:b/>"),
    Style("SuratSel", "Surat Sel", CELL_SIZE),
    Style("SuratSelKecil", "Surat Sel Kecil", SMALL_SIZE),
    Style("SuratTempat", "Surat Tempat", PLACE_SIZE, run=f"{_FIXED}<w:noProof/>"),
    Style("SuratBingkai", "Surat Bingkai", BODY_SIZE, before=4, after=10,
          paragraph=f'<w:keepLines/><w:pBdr>{_FRAME}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>',
          run="<w:b/>"),
    Style("SuratJarak", "Surat Jarak", 4),
    Style("SuratKaki", "Surat Kaki", 8,
          paragraph='<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="7F7F7F"/></w:pBdr>'),
    Style("SuratDraf", "Surat Draf", 14, paragraph='<w:jc w:val="center"/>', run="<w:b/>"),
    Style("SuratAkhir", "Surat Akhir", 1),
)  # fmt: skip


def add_styles(document: Any) -> None:
    """Give a python-docx document the styles that it does not have."""
    have = {element.get(f"{W}styleId") for element in document.styles.element}
    markup = "".join(_markup(style) for style in STYLES if style.id not in have)
    for element in parsed(markup):
        document.styles.element.append(element)


def _markup(style: Style) -> str:
    half = round(style.size * 2)
    first, last = _ordered(style.paragraph)
    line = ' w:line="20" w:lineRule="exact"' if style.id == "SuratAkhir" else ' w:line="240" w:lineRule="auto"'
    spacing = f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"{line}/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{first}{spacing}{last}</w:pPr>'
        f'<w:rPr>{style.run}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
    )


def _ordered(properties: str) -> tuple[str, str]:
    """Paragraph properties before and after the spacing; Word wants them in the order of its schema."""
    at = min((found for tag in ("<w:ind ", "<w:jc ", "<w:outlineLvl ") if (found := properties.find(tag)) >= 0),
             default=len(properties))  # fmt: skip
    return properties[:at], properties[at:]


def set_face(document: Any, face: str = FACE, size: float = BODY_SIZE) -> None:
    """The face, size and language of Normal, on which all of our styles rest."""
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = face, Pt(size)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.find(f"{W}rFonts")
    for name in ("cs", "eastAsia"):
        fonts.set(f"{W}{name}", face)
    for element in parsed('<w:lang w:val="id-ID" w:eastAsia="id-ID"/>'):
        properties.append(element)
