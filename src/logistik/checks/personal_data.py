"""LG103 data-pribadi: columns with names, NIK, NPWP or addresses in a file that will be passed around."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location, cell_name
from logistik.core.vocabulary import Severity
from logistik.core.wording import listed

META = CheckMeta(
    code="LG103",
    name="data-pribadi",
    severity=Severity.WARNING,
    summary="Berkas memuat data pribadi; jangan diedarkan",
    what="Kolom nama pemilih atau pekerja, NIK, NKK, NPWP, alamat, tanggal lahir, nomor telepon, dan rekening dikenali dari judulnya; NIK juga dari bentuk angkanya.",
    why="Audit tidak memerlukannya. Isinya tidak dibaca, tidak dicatat di ledger, dan tidak dicetak, tetapi berkasnya sendiri tetap memuatnya.",
    example="Kolom 'NIK' dan 'Nama Pemilih' di daftar per pemilih, atau 'NPWP' di daftar honor tenaga sortir.",
    fix="Hapus kolom itu dari salinan yang diedarkan, dan batasi siapa yang menyimpan berkasnya.",
    basis="UU 27/2022 tentang Pelindungan Data Pribadi.",
)


def check(case: Case) -> Iterator[Finding]:
    """One finding a sheet; what the cells hold is never repeated."""
    for sheet in case.book.sheets:
        if not sheet.personal:
            continue
        places = [Location(sheet.file, sheet.sheet, cell_name(each.row, each.column)) for each in sheet.personal]
        names = listed([f"'{each.what}'" for each in sheet.personal])
        yield META.at(
            places[0],
            f"Lembar '{sheet.sheet}' memuat data pribadi: {names}; kolom itu tidak dibaca dan tidak dicatat",
            related=places[1:],
            count=len(places),
        )


CHECK = Check((META,), check)
