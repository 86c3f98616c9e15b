"""`dpt.xlsx`: the voter list, one row per TPS."""

from logistik.render.templates.book import TemplateBook
from logistik.render.templates.form import Block, Column, Form, Kind

TITLE = "Daftar Pemilih Tetap (DPT) per TPS"
_NOTES = (
    "Lembar DPT: satu baris untuk setiap TPS.",
    "Isi sel kuning saja. Sel abu-abu berisi rumus dan terkunci tanpa kata sandi.",
    "Kecamatan dan Kelurahan/Desa diisi di setiap baris; salin dan tempel dari daftar yang sudah ada (Tempel Nilai).",
    "TPS diisi nomornya saja: 1, 2, 3.",
    "L dan P diisi pemilih laki-laki dan perempuan menurut DPT yang ditetapkan. Jumlah dihitung sendiri: L + P.",
    "Kolom Periksa menyebut baris yang belum lengkap, TPS ganda, dan TPS di atas {limit} pemilih.",
    "Baris JUMLAH di atas judul kolom menghitung semua baris; cocokkan dengan keputusan penetapan DPT.",
    "Baris yang tidak terpakai dibiarkan kosong. Kalau kurang, buat templat baru: logistik init --tps BANYAKNYA.",
    "Sudah punya DPT per TPS dalam bentuk lain? Tidak perlu disalin ke sini: logistik init --dpt BERKAS.",
    "Simpan sebagai .xlsx (atau .ods), bukan .xls atau .csv. Sesudah itu jalankan: logistik audit dpt.xlsx",
)
_CHECK = (
    '=IF(COUNTA({kecamatan},{kelurahan},{tps},{male},{female})=0,"",'
    'IF(OR({kecamatan}="",{kelurahan}="",{tps}=""),"lengkapi wilayah dan TPS",'
    'IF(COUNT({male},{female})<2,"isi L dan P",'
    "IF(COUNTIFS({roll_kecamatan},{kecamatan},{roll_kelurahan},{kelurahan},{roll_tps},{tps})>1,"
    '"TPS ganda",IF({voters}=0,"0 pemilih",IF({voters}>LIMIT,"di atas LIMIT pemilih","cocok"))))))'
)
_WRONG = 'SUMPRODUCT(({check}<>"")*({check}<>"cocok"))'


def render(office: str, stations: int, limit: int) -> bytes:
    """The workbook with blank rows for so many TPS; above `limit` voters a TPS is marked."""
    form = Form("DPT", _columns(limit), 5, (Block([{}] * stations),))
    book = TemplateBook(office, TITLE)
    lines = ("Isi sel kuning. Sel abu-abu dihitung sendiri; cara mengisi ada di lembar Petunjuk.",)
    book.add_form(form, TITLE, lines, form.ranges("roll"), frozen=3, has_totals_above=True)
    notes = [line.format(limit=limit) for line in _NOTES]
    book.add_notes("Petunjuk", "Lembar bantu: cara mengisi dpt.xlsx", notes)
    return book.content()


def _columns(limit: int) -> tuple[Column, ...]:
    return (
        Column("kecamatan", "Kecamatan", Kind.TEXT, 24),
        Column("kelurahan", "Kelurahan/Desa", Kind.TEXT, 24),
        Column("tps", "TPS", Kind.COUNT, 10, total='=IF(COUNT({tps})=0,"",COUNT({tps}))', least=1),
        Column("male", "L", Kind.COUNT, 11, total=_total("male")),
        Column("female", "P", Kind.COUNT, 11, total=_total("female")),
        Column(
            "voters",
            "Jumlah",
            Kind.SUM,
            12,
            formula='=IF(COUNT({male},{female})<2,"",{male}+{female})',
            total=_total("voters"),
        ),
        Column(
            "check",
            "Periksa",
            Kind.CHECK,
            26,
            formula=_CHECK.replace("LIMIT", str(limit)),
            total=f'=IF({_WRONG}=0,"",{_WRONG}&" baris perlu diperiksa")',
        ),
    )


def _total(name: str) -> str:
    """A sum that stays blank until there is something to sum."""
    return f'=IF(COUNT({{{name}}})=0,"",SUM({{{name}}}))'
