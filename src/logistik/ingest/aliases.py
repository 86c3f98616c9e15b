# ruff: noqa: E501 - one field a line
"""What offices call the columns. Add a spelling here, in lower-case words with single spaces."""

from logistik.core.vocabulary import Field

ALIASES: dict[Field, tuple[str, ...]] = {
    Field.CODE: (
        "kode", "kode wilayah", "kode wil", "kodewilayah", "kodekabalamat", "kode kec", "kode kecamatan", "kode kel",
        "kode kelurahan", "kode desa", "kode desa kel", "kode kel desa", "kode kelurahan desa", "kode tps", "kodetps",
        "kpu kel id", "kode kpu", "kode bps", "kode kemendagri", "kode dagri", "kode sirekap",
    ),
    Field.PROVINSI: ("provinsi", "prov", "propinsi"),
    Field.KOTA: ("kabupaten kota", "kab kota", "kabkota", "kabupaten", "kab", "kota", "kota kabupaten"),
    Field.KECAMATAN: ("kecamatan", "kec", "kecamatan distrik", "distrik", "ppk"),
    Field.KELURAHAN: (
        "kelurahan", "kel", "desa", "desa kel", "desakel", "kel desa", "keldesa", "kelurahan desa",
        "desa kelurahan", "pps", "nagari", "gampong", "kampung",
    ),
    Field.REGION: (
        "wilayah", "nama wilayah", "kecamatan kelurahan", "kecamatan kelurahan desa", "kecamatan desa", "kec kel",
        "kec desa", "kecamatan kelurahan tps", "kecamatan desa tps", "wilayah tps", "kelurahan tps", "desa tps", "daerah",
        "uraian wilayah", "wilayah kerja", "ppk pps", "kecamatan kel", "lokasi", "tujuan", "alokasi",
    ),
    Field.TPS: ("tps", "no tps", "nomor tps", "notps", "nomortps", "no urut tps", "nama tps", "tps no"),
    Field.MALE: ("l", "lk", "laki", "laki laki", "pria", "dpt l", "dpt lk", "dpt laki laki", "pemilih l", "pemilih laki laki"),
    Field.FEMALE: ("p", "pr", "perempuan", "wanita", "dpt p", "dpt pr", "dpt perempuan", "pemilih p", "pemilih perempuan"),
    Field.VOTERS: (
        "dpt", "dpt j", "dpt jml", "dpt jumlah", "dpt total", "dpt l p", "pemilih", "pemilih dpt", "pemilih tetap",
        "jumlah", "jml", "total", "l p", "lp", "lk pr", "jumlah l p", "jumlah dpt", "jumlah pemilih",
    ),
    Field.MOVED_IN: ("dptb",),
    Field.STATION_COUNT: ("jumlah tps", "jml tps", "banyak tps", "banyaknya tps", "total tps"),
    Field.ELECTION: (
        "jenis pemilihan", "jenis", "jenis surat suara", "jenis pemilu", "pemilihan", "jenis ss",
        "jenis barang", "nama barang", "jenis logistik", "nama logistik",
    ),
    Field.PURPOSE: ("peruntukan", "keperluan", "kegunaan", "stok"),
    Field.DATE: ("tanggal", "tgl", "hari tanggal"),
    Field.GROUP: (
        "meja", "no meja", "kelompok", "kelompok kerja", "regu", "tim", "grup", "group", "pokja", "shift",
        "tahap", "gelombang", "lantai", "ruang", "sesi", "kloter", "termin",
    ),
    Field.ORDERED: ("dipesan", "pesanan", "kontrak", "sesuai kontrak", "ketetapan", "ditetapkan", "keputusan", "order"),
    Field.NOTED: (
        "surat jalan", "sj", "menurut surat jalan", "sesuai surat jalan", "dikirim", "menurut label", "isi label",
        "isi koli", "isi dus", "isi menurut label", "isi", "label", "isi boks", "isi box", "isi karton", "isi per koli",
        "isi tiap koli", "isi setiap koli", "label koli", "isi label koli", "isi menurut label koli",
    ),
    Field.RECEIVED: (
        "diterima", "terima", "hasil hitung", "diterima hasil hitung", "penerimaan", "hasil penghitungan", "isi hasil hitung",
        "isi hitung", "isi sebenarnya", "isi fisik", "isi nyata",
    ),
    Field.GOOD: ("baik", "kondisi baik", "layak", "layak pakai", "bagus", "baik layak", "hasil sortir baik", "baik layak pakai"),
    Field.USABLE_DEFECTS: (
        "cacat layak pakai", "cacat tapi layak pakai", "cacat tetapi layak pakai", "cacat namun layak pakai", "cacat ringan",
    ),
    Field.DAMAGED: ("rusak", "kondisi rusak", "tidak layak", "tidak layak pakai", "tdk layak", "kerusakan", "hasil sortir rusak"),
    Field.SWAPPED: ("salah daerah", "tertukar", "salah kirim", "salah alamat", "salah daerah tertukar", "tertukar salah daerah"),
    Field.UNSORTED: ("belum disortir", "belum sortir", "belum dilipat", "belum disortir lipat", "sisa belum disortir"),
    Field.LATER: ("susulan", "kiriman susulan", "diterima susulan", "susulan baik"),
    Field.STATED_REQUIRED: (
        "kebutuhan", "kebutuhan surat suara", "dibutuhkan", "kebutuhan dpt 2 5", "kebutuhan dpt 2 5 persen",
        "kebutuhan dpt cadangan", "kebutuhan dpt cadangan 2 5", "dpt 2 5", "dpt cadangan", "dpt cadangan 2 5",
    ),
    Field.STATED_SHORT: ("kurang kirim", "kekurangan kirim", "kurang", "kekurangan"),
    Field.STATED_REQUEST: (
        "permintaan", "permintaan kekurangan", "permintaan penggantian", "diminta", "usulan", "usulan permintaan",
    ),
    Field.STATED_SURPLUS: ("kelebihan", "lebih", "kelebihan kirim"),
    Field.STATED_DIFFERENCE: ("selisih", "beda", "selisih kurang lebih", "lebih kurang", "kurang lebih"),
    Field.CARTONS: (
        "koli", "dus", "boks", "box", "karton", "no koli", "nomor koli", "nomer koli", "no dus", "nomor dus", "no boks", "nomor boks", "no box", "nomor box",
        "no karton", "nomor karton", "koli ke", "koli no", "kode koli", "no urut koli", "no peti", "nomor peti",
    ),
    Field.CARTON_COUNT: (
        "jumlah koli", "jml koli", "banyak koli", "banyaknya koli", "total koli", "jumlah dus", "jml dus", "jumlah boks",
        "jml boks", "jumlah box", "jml box", "jumlah karton", "jml karton", "koli surat jalan", "surat jalan koli",
        "koli menurut surat jalan", "koli diterima", "diterima koli",
    ),
    Field.CONDITION: (
        "kondisi", "keadaan", "kondisi koli", "kondisi dus", "kondisi boks", "keadaan koli", "kondisi fisik", "kondisi kemasan",
    ),
    Field.PACKED: (
        "dikemas", "terkemas", "dipak", "dipack", "dipacking", "packing", "diset", "pengesetan", "hasil pengesetan",
        "hasil set", "setting", "disetting", "pengepakan", "hasil pengepakan", "isi kotak", "masuk kotak", "isi sampul",
        "isi amplop", "dimasukkan", "dimasukkan kotak", "hitung 1", "hitungan 1", "penghitung 1", "petugas 1", "hitungan i",
        "hitung i", "penghitung i", "petugas i", "penghitung pertama", "hitungan pertama", "penghitungan pertama",
    ),
    Field.RECOUNTED: (
        "hitung 2", "hitungan 2", "penghitung 2", "petugas 2", "hitung ii", "hitungan ii", "penghitung ii", "petugas ii",
        "penghitung kedua", "hitungan kedua", "penghitungan kedua", "hitung ulang", "dihitung ulang", "penghitungan ulang",
        "cek ulang", "dicek ulang", "hasil cek", "pemeriksa", "verifikasi", "hasil verifikasi",
    ),
    Field.SEALED: (
        "segel", "disegel", "tersegel", "sudah disegel", "status segel", "no segel", "nomor segel", "kode segel",
        "kotak disegel", "segel kotak", "segel paraf", "segel dan paraf",
    ),
    Field.NUMBER: ("no", "nomor", "no urut", "nomor urut"),
    Field.REMARK: ("keterangan", "ket", "catatan"),
}  # fmt: skip

DAMAGE_CATEGORIES: dict[str, tuple[str, ...]] = {
    "SOBEK": ("sobek", "robek"),
    "BERLUBANG": ("berlubang", "lubang", "bolong"),
    "NODA TINTA": ("noda tinta", "noda", "bercak", "tinta", "bernoda"),
    "WARNA TIDAK RATA": ("warna tidak rata", "warna", "pudar", "luntur"),
    "KUSUT": ("kusut", "lecek", "berkerut"),
    "SALAH POTONG": ("salah potong", "potongan", "potongan tidak rapi", "salah potongan"),
    "CETAK TIDAK LENGKAP": ("cetak tidak lengkap", "tidak tercetak", "gagal cetak", "cetak tidak sempurna"),
    "FOTO BURAM": ("foto buram", "foto kabur", "buram", "kabur"),
    "NAMA ATAU NOMOR TIDAK JELAS": ("nama atau nomor tidak jelas", "nama tidak jelas", "nomor tidak jelas"),
    "LOGO KPU TIDAK JELAS": ("logo kpu tidak jelas", "logo tidak jelas"),
    "WARNA PENANDA SALAH": ("warna penanda salah", "penanda salah"),
    "BASAH": ("basah",),
    "LAIN": ("lain", "lain lain", "lainnya"),
}

NOISE = frozenset(
    {"jumlah", "jml", "total", "banyaknya", "nama", "surat", "suara", "ss", "lembar", "lbr", "data", "yang"}
)
"""Words that a header may carry without changing what the column holds."""
