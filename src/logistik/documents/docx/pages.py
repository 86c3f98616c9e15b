"""Pages: size and margins, the foot with the document's own line and page numbers, and DRAF at the top of a draft."""

from typing import Any

from logistik.documents.blocks import Paper
from logistik.documents.docx.markup import TAB, field, paragraph, parsed, run

_CM = 567
"""Twips in a centimetre."""
SIZES = {Paper.A4: (11906, 16838), Paper.F4: (round(21.5 * _CM), 33 * _CM)}
"""Width and height in twips; F4 is the folio of Indonesian offices, 215 x 330 mm."""
TOP, RIGHT, BOTTOM, LEFT = round(1.5 * _CM), 2 * _CM, 2 * _CM, round(2.5 * _CM)
DRAFT = "DRAF"


def set_page(section: Any, width: int, height: int) -> None:
    """The size of the paper in twips, and our margins."""
    from docx.shared import Twips

    section.page_width, section.page_height = Twips(width), Twips(height)
    section.top_margin, section.right_margin = Twips(TOP), Twips(RIGHT)
    section.bottom_margin, section.left_margin = Twips(BOTTOM), Twips(LEFT)
    section.header_distance, section.footer_distance = Twips(_CM * 3 // 4), Twips(_CM)


def text_width(section: Any) -> int:
    """How wide the text of a section is, in twips."""
    return int((section.page_width - section.left_margin - section.right_margin) // 635)


def mark(document: Any, footer: str, *, draft: bool) -> None:
    """Put the foot, and DRAF on a draft, on every page of every section, below and above what a template has there."""
    even = document.settings.odd_and_even_pages_header_footer
    shapes = 0
    for at, section in enumerate(document.sections):
        kinds = ["", *(["first_page_"] if section.different_first_page_header_footer else []), *(["even_page_"] * even)]
        for kind in kinds:
            foot, top = getattr(section, f"{kind}footer"), getattr(section, f"{kind}header")
            if at == 0 or not foot.is_linked_to_previous:
                _append(foot, _foot(footer, text_width(section)))
            if draft and (at == 0 or not top.is_linked_to_previous):
                shapes += 1
                _append(top, _draft(shapes))


def of_its_own(section: Any) -> None:
    """Let a section have blank headers and footers, not those of the section before it."""
    section.different_first_page_header_footer = False
    for place in (section.header, section.footer, section.even_page_header, section.even_page_footer):
        place.is_linked_to_previous = False


def _append(place: Any, markup: str) -> None:
    place.is_linked_to_previous = False
    element = place._element  # noqa: SLF001 - python-docx has no other way to add markup
    blank = [each for each in element if not "".join(each.itertext()).strip() and len(each) <= 1]
    if len(element) == 1 and blank:
        element.remove(blank[0])
    for each in parsed(markup):
        element.append(each)


def _foot(text: str, width: int) -> str:
    line = paragraph("SuratKaki", run(text), TAB, run("Halaman "), field("PAGE"), run(" dari "), field("NUMPAGES"))
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    return line.replace("</w:pPr>", f"{tabs}</w:pPr>", 1)


def _draft(number: int) -> str:
    """The word in plain bold, and across the page as Word's own watermark."""
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:430pt;height:160pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    shape = (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
        '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/>'
        '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        f'<v:shape id="DrafWatermark{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" style="{style}" '
        'o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt;font-weight:bold" string="{DRAFT}"/>'
        "</v:shape></w:pict></w:r>"
    )
    return paragraph("SuratDraf", run(DRAFT), shape)
