"""What a workbook holds that its marked copy will not: told by the parts of the zip."""

import io
import re
import zipfile

_PARTS = (
    (r"xl/(charts|chartsheets)/", "grafik"),
    (r"xl/media/", "gambar"),
    (r"xl/drawings/drawing", "bentuk atau kotak teks"),
    (r"xl/pivot(Tables|Cache)/", "tabel pivot"),
    (r".*vbaProject", "makro"),
    (r"xl/(ctrlProps|activeX)/", "kontrol formulir"),
    (r"xl/embeddings/", "objek tersisip"),
    (r"xl/(slicers|slicerCaches|timelines|timelineCaches)/", "pemilah (slicer)"),
    (r"xl/(queryTables/|connections\.xml)", "koneksi data"),
    (r"xl/(richData/|richValue)", "gambar dan data tertaut di dalam sel"),
    (r"xl/threadedComments/", "utas komentar (isinya menjadi komentar biasa)"),
    (r"xl/comments", "huruf dan ukuran komentar yang sudah ada"),
    (r"xl/metadata\.xml", "rumus larik dinamis (menjadi rumus larik biasa)"),
    (r"_xmlsignatures/", "tanda tangan digital"),
    (r"(customUI|xl/webextensions|customXml)/", "tambahan program lain"),
)
_MARKS = (
    (rb"<(?:\w+:)?r>", "sharedStrings", "huruf yang berbeda di dalam satu sel"),
    (rb"x14:sparklineGroup", "sheet", "sparkline"),
    (rb"x14:dataValidation\b", "sheet", "sebagian validasi data"),
    (rb"x14:conditionalFormatting\b", "sheet", "sebagian format bersyarat"),
    (rb"<(?:\w+:)?legacyDrawingHF", "sheet", "gambar di kepala halaman"),
)


def losses(content: bytes) -> tuple[str, ...]:
    """The kinds of things in an .xlsx or .xlsm that the copy does not keep, in Indonesian."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        found = [what for pattern, what in _PARTS if any(re.match(pattern, name) for name in names)]
        if "grafik" in found or "gambar" in found:
            found = [what for what in found if what != "bentuk atau kotak teks"] + ["bentuk atau kotak teks"]
        texts = [(name, archive.read(name)) for name in names if name.endswith(".xml")]
    for mark, part, what in _MARKS:
        if any(part in name and re.search(mark, text) for name, text in texts):
            found.append(what)
    return tuple(dict.fromkeys(found))
