"""Files made to do harm, small on disk: each builder gives the bytes of one."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import xlsxwriter

from tests.readers.archives import SHEET, bent, ods, packed, unpacked
from tests.readers.archives import xlsb as bare_xlsb
from tests.readers.biff import number, xls

STRINGS, BOOK = "xl/sharedStrings.xml", "xl/workbook.xml"
CSV = "Kecamatan,Kelurahan,TPS,L,P,Jumlah\nBalikpapan Kota,Damai,1,190,210,400\n"
_HEAD = CSV.split("\n", 1)[0].split(",")


def roll(**more: object) -> bytes:
    """An honest voter list of one TPS; `more` are further cells (`H9=5`)."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("DPT")
        sheet.write_row(0, 0, _HEAD)
        sheet.write_row(1, 0, ["Balikpapan Kota", "Damai", 1, 190, 210, 400])
        for cell, value in more.items():
            sheet.write(cell, value)
    return content.getvalue()


def with_parts(parts: Mapping[str, bytes | str]) -> bytes:
    """The honest list with some parts put in or replaced."""
    return packed({**unpacked(roll()), **parts})


def replaced(old: str, new: str, *members: str) -> bytes:
    """The honest list with some text of its parts replaced."""
    return bent(roll(), lambda text: text.replace(old, new), *members)


def billion_laughs() -> bytes:
    """Entities of entities, where the kecamatan's name should be."""
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
    doctype = f'<!DOCTYPE sst [<!ENTITY l0 "lol">{entities}]>'
    return bent(
        roll(), lambda text: text.replace("<sst", f"{doctype}<sst").replace("Balikpapan Kota", "&l11;"), STRINGS
    )


def external_entity() -> bytes:
    """A file of this machine, where the kecamatan's name should be."""
    doctype = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return bent(roll(), lambda text: text.replace("<sst", f"{doctype}<sst").replace("Balikpapan Kota", "&x;"), STRINGS)


def nested(member: str, depth: int = 100_000) -> bytes:
    """One part whose tags stand in one another a hundred thousand deep."""
    return bent(roll(), lambda text: text.replace("</", f"{'<a>' * depth}{'</a>' * depth}</", 1), member)


def blank_rows(count: int) -> bytes:
    """Rows of one blank cell with a style, below the table."""
    rows = '<row><c s="0"/></row>' * count
    return replaced("</sheetData>", f"{rows}</sheetData>", SHEET)


def false_size(size: int) -> bytes:
    """A sheet that unfolds to `size` bytes, but claims the size and the checksum of the honest one."""
    honest = unpacked(roll())[SHEET]
    whole = honest + b" " * size
    content = packed({**unpacked(roll()), SHEET: whole})
    true = struct.pack("<I", zlib.crc32(whole)), struct.pack("<I", len(whole))
    false = struct.pack("<I", zlib.crc32(honest)), struct.pack("<I", len(honest))
    for old, new in zip(true, false, strict=True):
        content = content.replace(old, new)
    return content


def claimed(size: int) -> bytes:
    """A sheet that claims to unfold to `size` bytes."""
    content = roll()
    return content.replace(struct.pack("<I", len(unpacked(content)[SHEET])), struct.pack("<I", size))


def overlapping() -> bytes:
    """A directory in which every part is the same bytes."""
    content = roll()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first, second = archive.infolist()[:2]
    return content.replace(struct.pack("<I", second.header_offset), struct.pack("<I", first.header_offset))


def twice(name: str, text: bytes) -> bytes:
    """An archive with two parts of one name."""
    content = io.BytesIO(roll())
    with zipfile.ZipFile(content, "a") as archive:
        info = zipfile.ZipInfo("xl/worksheets/sheet_.xml")
        archive.writestr(info, text)
    return content.getvalue().replace(b"xl/worksheets/sheet_.xml", name.encode())


def commented(comment: bytes) -> bytes:
    """The honest list with a comment on the archive."""
    content = io.BytesIO(roll())
    with zipfile.ZipFile(content, "a") as archive:
        archive.comment = comment
    return content.getvalue()


def many_sheets(count: int, part: Callable[[int], str]) -> bytes:
    """A workbook of so many sheets; `part` tells the file of each."""
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    sheets = "".join(f'<sheet name="L{at}" sheetId="{at + 1}" r:id="r{at}"/>' for at in range(count))
    targets = "".join(
        f'<Relationship Id="r{at}" Type="{links}/worksheet" Target="worksheets/{part(at)}"/>' for at in range(count)
    )
    blank = f"<worksheet {ns}><sheetData/></worksheet>"
    parts = {f"xl/worksheets/{part(at)}": blank for at in range(count)}
    return packed(
        {
            **unpacked(roll()),
            **parts,
            BOOK: f'<workbook {ns} xmlns:r="{links}"><sheets>{sheets}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships {package}>{targets}</Relationships>",
        }
    )


def merged(count: int) -> bytes:
    """So many merges beside the table."""
    merges = "".join(f'<mergeCell ref="H{at}:I{at}"/>' for at in range(1, count + 1))
    return replaced("</sheetData>", f'</sheetData><mergeCells count="{count}">{merges}</mergeCells>', SHEET)


def charts_only() -> bytes:
    """A workbook with nothing but a chart on a page of its own."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Grafik!$A$1:$A$2"})
        book.add_chartsheet("Grafik").set_chart(chart)
    return content.getvalue()


def formulas(count: int, formula: str) -> bytes:
    """A column of so many formulas that were never calculated."""
    rows = "".join(
        f'<row r="{at}"><c r="H{at}"><f>{formula.format(at, at + 1)}</f></c></row>' for at in range(3, count + 3)
    )
    return replaced("</sheetData>", f"{rows}</sheetData>", SHEET)


def ods_filled(rows: int, columns: int) -> bytes:
    """A sheet of one number, repeated."""
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="5"/>'
    return ods(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>')


def ods_sly() -> bytes:
    """The same, where a `>` in an attribute comes before the number of repetitions."""
    cell = '<table:table-cell x=">" table:number-columns-repeated="16384" office:value-type="float" office:value="5"/>'
    return ods(f'<table:table-row y=">" table:number-rows-repeated="1048576">{cell}</table:table-row>')


def ods_roll(more: str) -> bytes:
    """The honest list as .ods, and more rows below it."""
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="float" office:value="{field}"/>'
            if field.isdigit()
            else f'<table:table-cell office:value-type="string"><text:p>{field}</text:p></table:table-cell>'
            for field in line.split(",")
        )
        + "</table:table-row>"
        for line in CSV.splitlines()
    )
    return ods(rows + more)


def xlsb_far() -> bytes:
    """An .xlsb with a number in its last cell."""
    return bare_xlsb(1_048_575, 16_383)


def xls_circle() -> bytes:
    """An .xls whose directory's chain of sectors leads back to its beginning."""
    content = bytearray(xls(number(0, 0, 1)))
    size = 1 << content[30]
    table = (int.from_bytes(content[76:80], "little") + 1) * size
    directory = int.from_bytes(content[48:52], "little")
    content[table + 4 * directory : table + 4 * directory + 4] = directory.to_bytes(4, "little")
    return bytes(content)


def ods_long_text() -> bytes:
    """One text of 32 KiB, shown in six million cells."""
    text = f"<text:p>{'x' * 32768}</text:p>"
    cell = f'<table:table-cell table:number-columns-repeated="6" office:value-type="string">{text}</table:table-cell>'
    return ods(f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>')
