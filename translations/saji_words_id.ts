<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>saji::CategoryRail</name>
    <message>
        <source>More</source>
        <translation>Lagi</translation>
    </message>
</context>
<context>
    <name>saji::ChipRow</name>
    <message>
        <source>More to the right</source>
        <translation>Geser ke kanan</translation>
    </message>
    <message>
        <source>More to the left</source>
        <translation>Geser ke kiri</translation>
    </message>
</context>
<context>
    <name>saji::Pager</name>
    <message>
        <source>Previous page</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
</context>
<context>
    <name>saji::PinPad</name>
    <message>
        <source>Erase</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Setuju</translation>
    </message>
</context>
<context>
    <name>saji::Stepper</name>
    <message>
        <source>One more</source>
        <translation>Tambah satu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Kurangi satu</translation>
    </message>
</context>
<context>
    <name>saji::PairingWindow</name>
    <message>
        <source>A pairing code has twelve digits.</source>
        <translation>Kode pemasangan terdiri dari dua belas angka.</translation>
    </message>
    <message>
        <source>This code is not valid. It works once, for ten minutes: ask for a new one.</source>
        <translation>Kode ini tidak berlaku. Kode hanya bisa dipakai sekali, selama sepuluh menit: minta kode baru.</translation>
    </message>
    <message>
        <source>This code is for another kind of device.</source>
        <translation>Kode ini untuk jenis perangkat lain.</translation>
    </message>
    <message>
        <source>The server belongs to another restaurant.</source>
        <translation>Server ini milik restoran lain.</translation>
    </message>
    <message>
        <source>The server does not answer. Check the network, then try again.</source>
        <translation>Server tidak menjawab. Periksa jaringan, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Pairing did not work. Call a technician.</source>
        <translation>Pemasangan tidak berhasil. Panggil teknisi.</translation>
    </message>
    <message>
        <source>Pair this device</source>
        <translation>Pasangkan perangkat ini</translation>
    </message>
    <message>
        <source>Type or scan the code that the server of the restaurant shows.</source>
        <translation>Ketik atau pindai kode yang ditampilkan server restoran.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Menghubungi server…</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Pasangkan</translation>
    </message>
</context>
<context>
    <name>saji::StoppedWindow</name>
    <message>
        <source>Please order at the counter</source>
        <translation>Silakan pesan di kasir</translation>
    </message>
    <message>
        <source>This screen cannot start</source>
        <translation>Layar ini tidak bisa mulai</translation>
    </message>
    <message>
        <source>The data on this device was written by a newer Saji than this one.</source>
        <translation>Data di perangkat ini ditulis oleh Saji yang lebih baru.</translation>
    </message>
    <message>
        <source>The data on this device belongs to another restaurant.</source>
        <translation>Data di perangkat ini milik restoran lain.</translation>
    </message>
    <message>
        <source>Saji is running on this device already.</source>
        <translation>Saji sudah berjalan di perangkat ini.</translation>
    </message>
    <message>
        <source>The disk of this device is full.</source>
        <translation>Penyimpanan perangkat ini penuh.</translation>
    </message>
    <message>
        <source>The disk of this device cannot be written.</source>
        <translation>Penyimpanan perangkat ini tidak bisa ditulisi.</translation>
    </message>
    <message>
        <source>The data on this device is damaged.</source>
        <translation>Data di perangkat ini rusak.</translation>
    </message>
    <message>
        <source>The data folder of this device cannot be used.</source>
        <translation>Folder data perangkat ini tidak bisa dipakai.</translation>
    </message>
    <message>
        <source>Install that newer Saji again. Nothing was changed, and no order is lost.</source>
        <translation>Pasang lagi Saji yang lebih baru itu. Tidak ada yang diubah, dan tidak ada pesanan yang hilang.</translation>
    </message>
    <message>
        <source>Check the store code in the settings. Nothing was changed.</source>
        <translation>Periksa kode restoran di pengaturan. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Close this window, or end the other one first.</source>
        <translation>Tutup jendela ini, atau akhiri dulu yang lain.</translation>
    </message>
    <message>
        <source>Make room on it, then start again. Nothing was deleted.</source>
        <translation>Kosongkan sebagian, lalu mulai lagi. Tidak ada yang dihapus.</translation>
    </message>
    <message>
        <source>Call a technician. Nothing was deleted.</source>
        <translation>Panggil teknisi. Tidak ada yang dihapus.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>saji::TouchKeyboard</name>
    <message>
        <source>Erase</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Huruf besar</translation>
    </message>
    <message>
        <source>space</source>
        <translation>spasi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
</TS>
