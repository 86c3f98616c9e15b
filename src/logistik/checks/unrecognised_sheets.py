"""LG101 lembar-tidak-dikenali and LG102 berkas-sama: input that was not used."""

from collections.abc import Iterator

from logistik.checks.case import Case
from logistik.checks.meta import Check, CheckMeta
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.vocabulary import Severity

UNRECOGNISED = CheckMeta(
    code="LG101",
    name="lembar-tidak-dikenali",
    severity=Severity.WARNING,
    summary="Lembar berisi data, tetapi tidak dikenali sebagai DPT atau stok",
    what="Setiap lembar dicari baris judulnya. DPT perlu kolom TPS dan jumlah pemilih (atau L dan P); stok perlu Diterima atau Baik dan satu kolom hitungan lain. Lembar tanpa tabel yang sel pertamanya diawali 'Lembar bantu' dilewati; begitu juga lembar tanpa tabel angka (sampul, jadwal) dan daftar honor. Daftar perlengkapan (kotak, bilik, tinta) bukan surat suara.",
    why="Lembar yang tidak dikenali tidak ikut dihitung.",
    example="Lembar alat tulis kantor, atau lembar stok yang kolomnya bernama 'Jml A' dan 'Jml B'.",
    fix="Kalau lembar itu perlu dihitung, beri nama kolom yang biasa atau tambahkan nama kolomnya di [alias.kolom] logistik.toml. Kalau isinya hanya petunjuk atau daftar, awali sel pertamanya dengan 'Lembar bantu'.",
)
SAME_FILE = CheckMeta(
    code="LG102",
    name="berkas-sama",
    severity=Severity.INFO,
    summary="Dua berkas isinya sama persis; dihitung satu kali",
    what="Isi berkas dibandingkan dengan hash SHA-256.",
    why="Salinan seperti 'gudang (1).xlsx' akan menggandakan stok bila dihitung dua kali.",
    example="gudang.xlsx dan gudang (1).xlsx diberikan bersama.",
    fix="Berikan satu saja.",
)

_BY_NAME_HINT = "Berikan rekap DPT dengan satu baris per TPS (TPS dan jumlah pemilih), dan jangan edarkan daftar nama."


def check(case: Case) -> Iterator[Finding]:
    """Sheets with content but no role, and files given twice under two names."""
    for sheet in case.book.sheets:
        if sheet.role is None and (sheet.has_counts or sheet.is_by_name) and not sheet.is_blank and not sheet.is_aside:
            yield UNRECOGNISED.at(
                Location(sheet.file, sheet.sheet),
                f"Lembar '{sheet.sheet}' berisi daftar pemilih menurut nama (data pribadi, satu baris satu orang), "
                "bukan jumlah pemilih per TPS; tidak ikut dihitung"
                if sheet.is_by_name
                else f"Lembar '{sheet.sheet}' tidak dikenali sebagai DPT atau stok dan tidak ikut dihitung",
                _BY_NAME_HINT if sheet.is_by_name else "",
            )
    for first, second in case.same_files:
        yield SAME_FILE.at(Location(second), f"Isinya sama persis dengan {first}; dihitung satu kali")


CHECK = Check((UNRECOGNISED, SAME_FILE), check)
