"""Workbooks made or bent by hand, where no office program would write them so."""

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"


def xlsx(cells: Mapping[str, object], sheet: str = "Stok") -> bytes:
    """A workbook with these cells (`{"B2": 5}`)."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for cell, value in cells.items():
            page.write(cell, value)
    return content.getvalue()


def packed(members: Mapping[str, bytes | str]) -> bytes:
    """A zip archive of these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bent(content: bytes, change: Callable[[str], str], *members: str) -> bytes:
    """A workbook with the text of some files changed (of all, if none is named)."""
    return packed(
        {
            name: change(data.decode()) if not members or name in members else data
            for name, data in unpacked(content).items()
        }
    )


def moved(content: bytes, old: str, new: str) -> bytes:
    """A workbook whose file `old` is called `new`, with the links to it."""
    files = unpacked(content)
    short_old, short_new = old.removeprefix("xl/"), new.removeprefix("xl/")
    return packed(
        {new if name == old else name: data.decode().replace(short_old, short_new) for name, data in files.items()}
    )


_ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
    '<office:spreadsheet><table:table table:name="Stok">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/></manifest:manifest>'
)
ODS_FIVE = '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'


def ods(rows: str) -> bytes:
    """An OpenDocument sheet of these rows, written as XML."""
    return packed({"mimetype": _ODS_TYPE, "content.xml": _ODS.format(rows), "META-INF/manifest.xml": _ODS_MANIFEST})


def ods_blanks(count: int, tag: str = "table-cell") -> str:
    """A run of blank cells, or with `table-row` of blank rows, written once with a count."""
    kind = "columns" if tag == "table-cell" else "rows"
    inside = "<table:table-cell/>" if tag == "table-row" else ""
    return f'<table:{tag} table:number-{kind}-repeated="{count}">{inside}</table:{tag}>'


def xlsb(row: int, column: int) -> bytes:
    """The skeleton of a binary workbook with one number at a zero-based row and column."""

    def record(kind: int, body: bytes) -> bytes:
        return bytes([kind, len(body)]) + body

    long_record = bytes([0x81, 0x01, 0xC8, 0x01]) + bytes(200)  # kind and length each take two bytes
    header = record(0, row.to_bytes(4, "little") + bytes(13))
    cell = record(5, column.to_bytes(4, "little") + bytes(12))
    return packed({"xl/workbook.bin": b"", "xl/worksheets/sheet1.bin": long_record + header + cell})
