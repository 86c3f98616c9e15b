"""What the warehouse book says about itself, one sentence a row."""

STOCK_NOTES = (
    "Isi sel kuning saja. Sel abu-abu berisi rumus dan terkunci tanpa kata sandi.",
    "Rekap: seluruh kabupaten/kota, satu baris untuk setiap jenis pemilihan dan peruntukan. Isi setelah penghitungan.",
    "Per Wilayah: satu baris untuk setiap kelurahan/desa. Biarkan kosong selama belum dihitung per wilayah.",
    "Surat suara pemungutan suara ulang adalah stok tersendiri: isi di Rekap dengan peruntukan PSU.",
    "Dipesan: jumlah menurut keputusan dan kontrak. Surat Jalan: jumlah menurut surat jalan atau label koli.",
    "Diterima: hasil hitung lembar. Jangan menyalin angka surat jalan; kekurangan kirim akan tidak terlihat.",
    "Baik + Rusak + Salah Daerah + Belum Disortir harus sama dengan Diterima. Kolom Periksa menyebut selisihnya.",
    "Cacat Layak Pakai adalah bagian dari Baik. Salah Daerah bukan Rusak.",
    "Susulan: lembar pengganti yang diterima kemudian dan baik; tidak termasuk Diterima.",
    "Kosong berarti belum diketahui. Tulis 0 kalau memang tidak ada.",
    "Rusak tidak diisi langsung: catat di Rincian Kerusakan (jenis, peruntukan, wilayah, kategori, lembar).",
    "Wilayah di Rincian Kerusakan boleh kosong selama baru dihitung untuk seluruh kabupaten/kota.",
    "Status 'masuk': lembarnya sudah dijumlahkan di Rekap atau Per Wilayah. Status lain menyebut yang masih kurang.",
    "Lembar yang belum masuk ditambahkan ke Rusak di baris JUMLAH, sehingga terlihat juga oleh logistik audit.",
    "Rekap dan Per Wilayah boleh diisi dua-duanya; logistik membandingkan keduanya dan tidak menjumlahkannya.",
    "Simpan sebagai .xlsx (atau .ods), bukan .xls atau .csv. Sesudah itu jalankan: logistik audit gudang.xlsx",
)
