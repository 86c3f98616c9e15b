"""What the workbooks say about themselves, one sentence a row."""

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

PACKING_NOTES = (
    "Satu baris untuk setiap TPS; untuk setiap pemilihan ada Dikemas, Penghitung 2, Segel, dan Cek.",
    "Isi sel kuning saja. Sel abu-abu terkunci tanpa kata sandi.",
    "Kebutuhan: DPT ditambah cadangan, dibulatkan ke atas di setiap TPS. Setiap pemilihan mendapat sebanyak itu.",
    "Dikemas: lembar yang dihitung orang pertama saat dimasukkan ke kotak. Jangan menyalin angka Kebutuhan.",
    "Penghitung 2: hitungan orang kedua, tanpa melihat hitungan pertama. Boleh kosong kalau hanya dihitung sekali.",
    "Segel: pilih Ya setelah kotak ditutup untuk seterusnya; logistik transfer tidak mengambil lembar dari kotak itu.",
    "Cek: 'Lebih 4', 'Kurang 10', atau 'Hitungan berbeda' harus diperbaiki sebelum kotak disegel.",
    "Kosong berarti belum dikemas. Tulis 0 hanya kalau kotak itu memang tidak berisi.",
    "Surat suara pemungutan suara ulang (PSU) tidak dikemas per TPS dan tidak ditulis di sini.",
    "Pengesetan mulai diperiksa setelah tanda # di depan pengesetan dihapus di logistik.toml.",
    "Simpan sebagai .xlsx (atau .ods), bukan .xls atau .csv. Lalu: logistik audit gudang.xlsx pengesetan.xlsx",
)
CARTON_NOTES = (
    "Satu baris untuk setiap koli (dus, boks) yang datang, juga yang belum dibuka.",
    "Isi sel kuning saja. Sel abu-abu berisi rumus dan terkunci tanpa kata sandi.",
    "No. Koli: nomor di labelnya. Kalau tidak bernomor, tulis nomor sendiri di koli dan di sini: G-001, G-002 ...",
    "Isi Label: lembar menurut label. Hasil Hitung: lembar yang benar-benar dihitung; kosong selama belum dibuka.",
    "Kondisi: Baik, Basah, Terbuka, atau Segel rusak, seperti saat koli diterima.",
    "Peruntukan: PSU untuk surat suara pemungutan suara ulang. Koli itu tetap tersegel dan tidak perlu dihitung.",
    "Kecamatan diisi hanya kalau koli itu memang untuk satu kecamatan.",
    "Cek: menyebut nomor yang ganda, kondisi yang tidak baik, dan lembar yang lebih atau kurang dari label.",
    "Baris JUMLAH di atas judul kolom: banyaknya koli, isi label, dan hasil hitung; cocokkan dengan surat jalan.",
    "Koli mulai diperiksa setelah tanda # di depan koli dihapus di logistik.toml.",
    "Simpan sebagai .xlsx (atau .ods), bukan .xls atau .csv. Lalu: logistik audit gudang.xlsx koli.xlsx",
)
