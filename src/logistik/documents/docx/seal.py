"""The seal: a QR picture, and beside it the same for people."""

from io import BytesIO
from typing import Any

from logistik.documents.blocks import Seal
from logistik.documents.docx.markup import paragraph, run, safe
from logistik.documents.docx.tables import GAP, Box, grid, row

_EMU = 360_000
"""English Metric Units in a centimetre."""
_SIDE = 3 * _EMU
_PICTURE = 1900
"""Twips of the column for the picture: 3 cm and a margin."""


class Seals:
    """Puts seals into one document and numbers their pictures."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        self._count = 0

    def markup(self, seal: Seal, width: int) -> str:
        """The picture at the left, lines and caption at the right."""
        lines = "".join(paragraph("SuratBarisKecil", run(line), keep=True) for line in seal.lines)
        caption = paragraph("SuratSelKecil", run(seal.caption, italic=True))
        widths = [_PICTURE, width - _PICTURE]
        boxes = [Box(paragraph("SuratBarisKecil", self._picture(seal.qr))), Box(lines + caption)]
        return GAP + grid([row(boxes, widths)], widths, lines=False) + GAP

    def _picture(self, text: str) -> str:
        import segno

        stream = BytesIO()
        segno.make(text, micro=False, error="m").save(stream, kind="png", scale=6, border=2)
        stream.seek(0)
        relation, _ = self._part.get_or_add_image(stream)
        self._count += 1
        number = 9000 + self._count
        properties = f'id="{number}" name="QR {self._count}" descr="{safe(text)}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_SIDE}" cy="{_SIDE}"/>'
            f'<wp:docPr {properties}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
            f'picture"><pic:pic><pic:nvPicPr><pic:cNvPr {properties}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext cx="{_SIDE}" cy="{_SIDE}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
