<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>saji::AdminWindow</name>
    <message>
        <source>Restaurant panel</source>
        <translation>Panel restoran</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Kesehatan</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Day colours</source>
        <translation>Warna siang</translation>
    </message>
    <message>
        <source>Night colours</source>
        <translation>Warna malam</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Antrean</translation>
    </message>
</context>
<context>
    <name>saji::DeviceFacts</name>
    <message>
        <source>not told</source>
        <translation>tidak dilaporkan</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>%1, newest %2</source>
        <translation>%1, terbaru %2</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Terakhir terdengar</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 lalu</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>Begini sejak</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Jalur</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Bolak-balik</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Lacks of ours</source>
        <translation>Belum diterimanya</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Menunggu server</translation>
    </message>
    <message>
        <source>last told: %1</source>
        <translation>terakhir: %1</translation>
    </message>
    <message>
        <source>The oldest waits</source>
        <translation>Yang tertua menunggu</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Orders today</source>
        <translation>Pesanan hari ini</translation>
    </message>
    <message>
        <source>Saji</source>
        <translation>Saji</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>sisa %1</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Penyimpanan</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Tersambung</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n kali</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting took</source>
        <translation>Waktu menyambung</translation>
    </message>
    <message>
        <source>%1, slowest %2</source>
        <translation>%1, terlama %2</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Kesalahan</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>%1, %2 a minute</source>
        <translation>%1, %2 per menit</translation>
    </message>
    <message>
        <source>Asks every</source>
        <translation>Bertanya tiap</translation>
    </message>
</context>
<context>
    <name>saji::DeviceModel</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Terdengar</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Jalur</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Tertua</translation>
    </message>
</context>
<context>
    <name>saji::DevicePage</name>
    <message>
        <source>Devices</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>No device known yet</source>
        <translation>Belum ada perangkat</translation>
    </message>
    <message>
        <source>Kiosks, kitchens, hub and server appear here as soon as this panel hears of them.</source>
        <translation>Kios, dapur, hub, dan server muncul di sini begitu panel ini mendengarnya.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
</context>
<context>
    <name>saji::DevicePanel</name>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Galat terakhir: %1</translation>
    </message>
</context>
<context>
    <name>saji::DeviceRow</name>
    <message>
        <source>Central server</source>
        <translation>Server pusat</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Berkala</translation>
    </message>
    <message>
        <source>Old menu</source>
        <translation>Menu lama</translation>
    </message>
    <message>
        <source>Queue waits</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Dikeluarkan</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Diam</translation>
    </message>
    <message>
        <source>never</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>berkala</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>langsung</translation>
    </message>
    <message>
        <source>relayed</source>
        <translation>diteruskan</translation>
    </message>
    <message>
        <source>Store healed</source>
        <translation>Dipulihkan</translation>
    </message>
    <message>
        <source>Other board</source>
        <translation>Papan berbeda</translation>
    </message>
</context>
<context>
    <name>saji::DeviceTable</name>
    <message numerus="yes">
        <source>%n more in the list of all devices</source>
        <translation>
            <numerusform>%n lagi di daftar semua perangkat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::HealthJournal</name>
    <message>
        <source>Panel opened</source>
        <translation>Panel dibuka</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 bergabung</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 diam</translation>
    </message>
    <message>
        <source>%1 heard again</source>
        <translation>%1 terdengar lagi</translation>
    </message>
    <message>
        <source>%1 offline</source>
        <translation>%1 offline</translation>
    </message>
    <message>
        <source>%1 connected again</source>
        <translation>%1 tersambung lagi</translation>
    </message>
    <message>
        <source>%1 is being polled</source>
        <translation>%1 diperiksa berkala</translation>
    </message>
    <message>
        <source>Menu %1 published</source>
        <translation>Menu %1 terbit</translation>
    </message>
    <message>
        <source>Menu %1 received by all devices</source>
        <translation>Menu %1 diterima semua perangkat</translation>
    </message>
    <message>
        <source>All records sent to the server</source>
        <translation>Semua catatan sudah di server</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) known</source>
        <translation>
            <numerusform>%n perangkat dikenal</numerusform>
        </translation>
    </message>
    <message>
        <source>heard for the first time</source>
        <translation>terdengar pertama kali</translation>
    </message>
    <message>
        <source>not heard for %1</source>
        <translation>tidak terdengar %1</translation>
    </message>
    <message>
        <source>was silent for %1</source>
        <translation>tadinya diam %1</translation>
    </message>
    <message>
        <source>was offline for %1</source>
        <translation>tadinya offline %1</translation>
    </message>
    <message>
        <source>no live connection</source>
        <translation>tanpa sambungan langsung</translation>
    </message>
    <message>
        <source>on its way to the devices</source>
        <translation>dalam perjalanan ke perangkat</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) within %1</source>
        <translation>
            <numerusform>%n perangkat dalam %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) had waited</source>
        <translation>
            <numerusform>%n catatan tadinya menunggu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::HealthPage</name>
    <message>
        <source>No device known yet</source>
        <translation>Belum ada perangkat</translation>
    </message>
    <message>
        <source>Kiosks, kitchens, hub and server appear here as soon as this panel hears of them.</source>
        <translation>Kios, dapur, hub, dan server muncul di sini begitu panel ini mendengarnya.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>See all devices</source>
        <translation>Lihat semua perangkat</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Yang perlu Anda lakukan</translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>terdengar %1</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>antre %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the table</source>
        <translation>
            <numerusform>dan %n lagi di tabel</numerusform>
        </translation>
    </message>
    <message>
        <source>See this device</source>
        <translation>Lihat perangkat ini</translation>
    </message>
    <message>
        <source>See these orders</source>
        <translation>Lihat pesanannya</translation>
    </message>
</context>
<context>
    <name>saji::HealthPresenter</name>
    <message>
        <source>Sold out, but not stopped yet: %1.</source>
        <translation>Habis, tetapi belum berhenti dijual: %1.</translation>
    </message>
    <message>
        <source>Restaurant</source>
        <translation>Restoran</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Menyambung …</translation>
    </message>
    <message>
        <source>No device has been heard yet.</source>
        <translation>Belum ada perangkat yang terdengar.</translation>
    </message>
    <message>
        <source>This panel cannot write its disk.</source>
        <translation>Disk panel ini tidak bisa ditulis.</translation>
    </message>
    <message>
        <source>It shows what it hears, but remembers nothing. The other devices are not affected.</source>
        <translation>Panel menampilkan yang terdengar tetapi tidak mengingatnya. Perangkat lain tidak terpengaruh.</translation>
    </message>
    <message>
        <source>This panel hears nobody.</source>
        <translation>Panel ini tidak mendengar siapa pun.</translation>
    </message>
    <message>
        <source>It was given neither a hub nor a server. The restaurant may be fine.</source>
        <translation>Panel belum diberi alamat hub atau server. Restoran mungkin baik-baik saja.</translation>
    </message>
    <message>
        <source>The restaurant may be fine: check this panel's network cable.</source>
        <translation>Restoran mungkin baik-baik saja: periksa kabel jaringan panel ini.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n perangkat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 heard within the last %n second(s), checked at %2.</source>
        <translation>
            <numerusform>%1 terdengar dalam %n detik terakhir, diperiksa %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) today</source>
        <translation>
            <numerusform>%n pesanan hari ini</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All well. %1, %n record(s) on the way to the server.</source>
        <translation>
            <numerusform>Semua baik. %1, %n catatan dalam perjalanan.</numerusform>
        </translation>
    </message>
    <message>
        <source>All well. %1, everything is at the server.</source>
        <translation>Semua baik. %1, semuanya sudah di server.</translation>
    </message>
    <message>
        <source>All well. %1.</source>
        <translation>Semua baik. %1.</translation>
    </message>
    <message>
        <source>%1 silent for %2.</source>
        <translation>%1 diam %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n devices are silent.</source>
        <translation>
            <numerusform>%n perangkat diam.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 devices are normal.</source>
        <translation>%1 dari %2 perangkat normal.</translation>
    </message>
    <message>
        <source>%1 The server is offline since %2; sales go on.</source>
        <translation>%1 Server offline sejak %2; penjualan tetap jalan.</translation>
    </message>
    <message>
        <source>%1 Sales go on at the others.</source>
        <translation>%1 Penjualan tetap jalan di yang lain.</translation>
    </message>
    <message>
        <source>No record is waiting.</source>
        <translation>Tidak ada catatan yang menunggu.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait to be sent; none is lost.</source>
        <translation>
            <numerusform>%n catatan menunggu dikirim; tidak ada yang hilang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Server offline since %1. Sales go on.</source>
        <translation>Server offline sejak %1. Penjualan tetap jalan.</translation>
    </message>
    <message>
        <source>%1 needs a look: %2.</source>
        <translation>%1 perlu perhatian: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n devices need a look.</source>
        <translation>
            <numerusform>%n perangkat perlu perhatian.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 devices are normal. %3</source>
        <translation>%1 dari %2 perangkat normal. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait for the server.</source>
        <translation>
            <numerusform>%n catatan menunggu server.</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest has waited for %1. None is lost.</source>
        <translation>Yang tertua menunggu %1. Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>%1 silent for %2</source>
        <translation>%1 diam %2</translation>
    </message>
    <message>
        <source>Its new orders may be missing elsewhere. %1</source>
        <translation>Pesanan barunya mungkin belum sampai ke layar lain. %1</translation>
    </message>
    <message>
        <source>It may not show new orders. %1</source>
        <translation>Pesanan baru mungkin tidak tampil di sana. %1</translation>
    </message>
    <message>
        <source>%1 offline since %2</source>
        <translation>%1 offline sejak %2</translation>
    </message>
    <message>
        <source>%1 was removed from the restaurant at %2</source>
        <translation>%1 dikeluarkan dari restoran pukul %2</translation>
    </message>
    <message>
        <source>%1 has no live connection</source>
        <translation>%1 tanpa sambungan langsung</translation>
    </message>
    <message>
        <source>News arrive a few seconds late; nothing is lost. A proxy or firewall may refuse WebSocket.</source>
        <translation>Kabar terlambat beberapa detik; tidak ada yang hilang. Proxy atau firewall mungkin menolak WebSocket.</translation>
    </message>
    <message>
        <source>%1 still sells from menu %2</source>
        <translation>%1 masih memakai menu %2</translation>
    </message>
    <message>
        <source>The newest is %1. It fetches it as soon as it is reached.</source>
        <translation>Yang terbaru %1. Menu diambil begitu perangkat terjangkau.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s) wait for the server</source>
        <translation>
            <numerusform>%1: %n catatan menunggu server</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk of this panel cannot be written</source>
        <translation>Disk panel ini tidak bisa ditulis</translation>
    </message>
    <message>
        <source>Make room on it, or call a technician.</source>
        <translation>Kosongkan ruangnya, atau panggil teknisi.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Bolak-balik</translation>
    </message>
    <message>
        <source>no live connection</source>
        <translation>tanpa sambungan langsung</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>to %1 and back</source>
        <translation>ke %1 dan kembali</translation>
    </message>
    <message>
        <source>menu %1</source>
        <translation>menu %1</translation>
    </message>
    <message>
        <source>no menu yet</source>
        <translation>belum ada menu</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>Diam terlama</translation>
    </message>
    <message>
        <source>nobody heard yet</source>
        <translation>belum ada yang terdengar</translation>
    </message>
    <message>
        <source>Orders today</source>
        <translation>Pesanan hari ini</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Menunggu dikirim</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>tertua %1</translation>
    </message>
    <message numerus="yes">
        <source>on %n device(s) that tell</source>
        <translation>
            <numerusform>di %n perangkat yang melapor</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 connected</source>
        <translation>%1 dari %2 terhubung</translation>
    </message>
    <message numerus="yes">
        <source>%n normal</source>
        <translation>
            <numerusform>%n normal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n perlu perhatian</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n diam</numerusform>
        </translation>
    </message>
    <message>
        <source>last known</source>
        <translation>terakhir diketahui</translation>
    </message>
    <message>
        <source> (%1 free)</source>
        <translation> (sisa %1)</translation>
    </message>
    <message>
        <source>%1: %2%3</source>
        <translation>%1: %2%3</translation>
    </message>
    <message>
        <source>%1: its store was damaged and has been restored</source>
        <translation>%1: datanya sempat rusak dan sudah dipulihkan</translation>
    </message>
    <message>
        <source>It works again. The damaged files are kept on it; let a technician look at its disk.</source>
        <translation>Sudah bekerja lagi. Berkas yang rusak tetap disimpan di sana; minta teknisi memeriksa penyimpanannya.</translation>
    </message>
    <message>
        <source>This panel: %1</source>
        <translation>Panel ini: %1</translation>
    </message>
    <message>
        <source>%1 shows another board than the others</source>
        <translation>%1 menampilkan papan yang berbeda dari yang lain</translation>
    </message>
    <message>
        <source>It knows the same orders and was asked to add them up again, which did not help. Compare its tickets with another screen, start it again, and tell a technician.</source>
        <translation>Ia tahu pesanan yang sama dan sudah diminta menyusunnya lagi, tetapi tidak menolong. Bandingkan tiketnya dengan layar lain, nyalakan ulang, dan beri tahu teknisi.</translation>
    </message>
    <message>
        <source>This panel was removed from the restaurant.</source>
        <translation>Panel ini dikeluarkan dari restoran.</translation>
    </message>
</context>
<context>
    <name>saji::JournalList</name>
    <message>
        <source>Latest events</source>
        <translation>Kejadian terakhir</translation>
    </message>
    <message>
        <source>What changes from now on is written here: who falls silent, who is heard again, which menu has arrived.</source>
        <translation>Perubahan mulai sekarang dicatat di sini: siapa diam, siapa terdengar lagi, menu mana yang sudah sampai.</translation>
    </message>
</context>
<context>
    <name>saji::LampLegend</name>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>perlu perhatian</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>diam</translation>
    </message>
</context>
<context>
    <name>saji::OutboxModel</name>
    <message>
        <source>Order</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Ordered at</source>
        <translation>Dipesan di</translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>Terlambat: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Perjalanan</translation>
    </message>
</context>
<context>
    <name>saji::OutboxPage</name>
    <message>
        <source>An order that the server has a remark on stays here with its reason, until somebody has dealt with it.</source>
        <translation>Pesanan yang ditandai server ada di sini dengan alasannya, sampai seseorang membereskannya.</translation>
    </message>
    <message>
        <source>Every order that this panel has heard of is at the server. One that is not stays here, however long it takes.</source>
        <translation>Semua pesanan yang didengar panel ini sudah di server. Yang belum akan tetap di sini, berapa lama pun.</translation>
    </message>
    <message>
        <source>Nothing in quarantine</source>
        <translation>Karantina kosong</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>Quarantine (%1)</source>
        <translation>Karantina (%1)</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>Waiting (%1)</source>
        <translation>Menunggu (%1)</translation>
    </message>
</context>
<context>
    <name>saji::OutboxPanel</name>
    <message>
        <source>Check again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Settle by hand</source>
        <translation>Selesaikan sendiri</translation>
    </message>
</context>
<context>
    <name>saji::OutboxPresenter</name>
    <message numerus="yes">
        <source>%1 Tried %n time(s) so far.</source>
        <translation>
            <numerusform>%1 Sudah dicoba %n kali.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 exported to %2</source>
        <translation>%1 diekspor ke %2</translation>
    </message>
    <message>
        <source>%1 is settled; your note stays with it</source>
        <translation>%1 selesai; catatan Anda menempel padanya</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) ago</source>
        <translation>
            <numerusform>%1, %n hari lalu</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of them on one device only.</source>
        <translation>
            <numerusform>%n di antaranya hanya di satu perangkat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on one device only</source>
        <translation>
            <numerusform>%n hanya di satu perangkat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) on the way to the server.</source>
        <translation>
            <numerusform>%n pesanan dalam perjalanan ke server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait for the server.</source>
        <translation>
            <numerusform>%n pesanan menunggu server.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them on two devices at least.</source>
        <translation>Semuanya ada di dua perangkat atau lebih.</translation>
    </message>
    <message>
        <source>Every order is at the server.</source>
        <translation>Semua pesanan sudah di server.</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>Di karantina</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Memeriksa …</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Dicoba lagi dalam %n detik.</numerusform>
        </translation>
    </message>
    <message>
        <source>None waits and none is in quarantine.</source>
        <translation>Tidak ada yang menunggu dan karantina kosong.</translation>
    </message>
    <message>
        <source>Not at the server for more than a day. It is still sent again and again, and it is never deleted.</source>
        <translation>Belum sampai di server lebih dari sehari. Tetap dikirim terus-menerus dan tidak pernah dihapus.</translation>
    </message>
    <message>
        <source>Oldest unsent</source>
        <translation>Belum terkirim, tertua</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>The oldest has waited for %1. None is lost. %2</source>
        <translation>Yang tertua menunggu %1. Tidak ada yang hilang. %2</translation>
    </message>
    <message>
        <source>The orders are being read.</source>
        <translation>Pesanan sedang dibaca.</translation>
    </message>
    <message numerus="yes">
        <source>The server has a remark on %n order(s).</source>
        <translation>
            <numerusform>Server menandai %n pesanan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is asked to look at %1 again</source>
        <translation>Server diminta memeriksa %1 lagi</translation>
    </message>
    <message>
        <source>The server was asked to look again. Its answer is on the way.</source>
        <translation>Server diminta memeriksa lagi. Jawabannya sedang dalam perjalanan.</translation>
    </message>
    <message>
        <source>They are still sent again and again; none is deleted. The oldest has waited for %1.</source>
        <translation>Tetap dikirim terus-menerus; tidak ada yang dihapus. Yang tertua menunggu %1.</translation>
    </message>
    <message>
        <source>They stand and were cooked. Somebody should look at them.</source>
        <translation>Pesanan tetap berlaku dan sudah dimasak. Perlu dilihat seseorang.</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>Sedang dicoba.</translation>
    </message>
    <message>
        <source>Trying the server now</source>
        <translation>Server sedang dicoba</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Menunggu dikirim</translation>
    </message>
    <message>
        <source>all at the server</source>
        <translation>semuanya di server</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in quarantine</source>
        <translation>
            <numerusform>dan %n lagi di karantina</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more that wait</source>
        <translation>
            <numerusform>dan %n lagi yang menunggu</numerusform>
        </translation>
    </message>
    <message>
        <source>follows when connected</source>
        <translation>menyusul saat tersambung</translation>
    </message>
    <message>
        <source>none over 24 hours</source>
        <translation>tidak ada di atas 24 jam</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>on two devices at least</source>
        <translation>ada di dua perangkat</translation>
    </message>
    <message>
        <source>over 24 hours, still retried</source>
        <translation>di atas 24 jam, tetap dicoba</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
    <message>
        <source>the server agrees with all</source>
        <translation>server setuju semuanya</translation>
    </message>
    <message>
        <source>with a reason each</source>
        <translation>masing-masing dengan alasan</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have not reached the server for a day.</source>
        <translation>
            <numerusform>%n pesanan belum sampai di server selama sehari.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::OutboxWords</name>
    <message>
        <source>A dish in it is not in the server&apos;s menu. It was cooked as ordered. Add the dish and check again, or settle it by hand.</source>
        <translation>Ada hidangan yang tidak ada di menu server. Sudah dimasak sesuai pesanan. Tambahkan hidangannya lalu periksa lagi, atau selesaikan sendiri.</translation>
    </message>
    <message>
        <source>A newer server has a remark on it. Update this device, or look at the order on the server.</source>
        <translation>Server yang lebih baru menandainya. Perbarui perangkat ini, atau lihat pesanannya di server.</translation>
    </message>
    <message>
        <source>Also on %1, not at the server yet</source>
        <translation>Juga di %1, belum di server</translation>
    </message>
    <message>
        <source>Another order of today has the same number. Call both guests by name, then settle it here. Two kiosks may share a letter.</source>
        <translation>Ada pesanan lain hari ini dengan nomor yang sama. Panggil kedua tamu dengan nama, lalu selesaikan di sini. Mungkin dua kios memakai huruf yang sama.</translation>
    </message>
    <message>
        <source>At the central server</source>
        <translation>Di server pusat</translation>
    </message>
    <message>
        <source>At the hub of the house</source>
        <translation>Di hub rumah ini</translation>
    </message>
    <message>
        <source>At the hub, not at the server yet</source>
        <translation>Di hub, belum di server</translation>
    </message>
    <message>
        <source>At the server</source>
        <translation>Di server</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Tidak terbaca</translation>
    </message>
    <message>
        <source>It belongs to an outlet that the server does not know. Add the outlet and check again, or settle it by hand.</source>
        <translation>Gerainya tidak dikenal server. Tambahkan gerainya lalu periksa lagi, atau selesaikan sendiri.</translation>
    </message>
    <message>
        <source>It was priced with a menu that the server does not have. Compare the sum with the receipt, then settle it.</source>
        <translation>Harganya dari menu yang tidak dipunyai server. Bandingkan jumlahnya dengan struk, lalu selesaikan.</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Perlu dilihat</translation>
    </message>
    <message>
        <source>Not recorded by the server</source>
        <translation>Tidak dicatat server</translation>
    </message>
    <message>
        <source>Number used twice</source>
        <translation>Nomor terpakai dua kali</translation>
    </message>
    <message>
        <source>On one device only</source>
        <translation>Hanya di satu perangkat</translation>
    </message>
    <message>
        <source>On one device, seen by the kitchen</source>
        <translation>Di satu perangkat, dilihat dapur</translation>
    </message>
    <message>
        <source>On two devices, not at the server yet</source>
        <translation>Di dua perangkat, belum di server</translation>
    </message>
    <message>
        <source>Price differs</source>
        <translation>Harga berbeda</translation>
    </message>
    <message>
        <source>Saved on %1</source>
        <translation>Tersimpan di %1</translation>
    </message>
    <message>
        <source>Saved where it was ordered</source>
        <translation>Tersimpan di tempat memesan</translation>
    </message>
    <message>
        <source>Second copy on %1</source>
        <translation>Salinan kedua di %1</translation>
    </message>
    <message>
        <source>Second copy on another device</source>
        <translation>Salinan kedua di perangkat lain</translation>
    </message>
    <message>
        <source>Seen by the kitchen</source>
        <translation>Dilihat dapur</translation>
    </message>
    <message>
        <source>Somebody has dealt with it already.</source>
        <translation>Sudah dibereskan orang lain.</translation>
    </message>
    <message>
        <source>That did not work, and nothing was changed. Please try again.</source>
        <translation>Tidak berhasil, dan tidak ada yang berubah. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>The guest was shown another price than the server has. The shown price stands. Settle it once you have looked.</source>
        <translation>Tamu melihat harga yang berbeda dari server. Harga yang dilihat tamu berlaku. Selesaikan setelah Anda memeriksanya.</translation>
    </message>
    <message>
        <source>The server could not record it. Check again later; if that does not help, export it and settle it by hand.</source>
        <translation>Server tidak dapat mencatatnya. Periksa lagi nanti; kalau tidak membantu, ekspor lalu selesaikan sendiri.</translation>
    </message>
    <message>
        <source>The server is looking again</source>
        <translation>Server sedang memeriksa lagi</translation>
    </message>
    <message>
        <source>The server keeps it as it came but cannot read it. Export it for the technician before you settle it.</source>
        <translation>Server menyimpannya apa adanya tetapi tidak bisa membacanya. Ekspor untuk teknisi sebelum diselesaikan.</translation>
    </message>
    <message>
        <source>This device cannot write its disk, so nothing was changed.</source>
        <translation>Perangkat ini tidak bisa menulis ke penyimpanannya, jadi tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Unknown dish</source>
        <translation>Hidangan tidak dikenal</translation>
    </message>
    <message>
        <source>Unknown menu version</source>
        <translation>Versi menu tidak dikenal</translation>
    </message>
    <message>
        <source>Unknown outlet</source>
        <translation>Gerai tidak dikenal</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Tidak terbaca</translation>
    </message>
</context>
<context>
    <name>saji::SettleDialog</name>
    <message>
        <source>Not now</source>
        <translation>Nanti saja</translation>
    </message>
    <message>
        <source>Settle %1 by hand?</source>
        <translation>Selesaikan %1 sendiri?</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>Selesaikan</translation>
    </message>
    <message>
        <source>The order leaves the quarantine on every screen and stays in the books as it is. Your note stays with it.</source>
        <translation>Pesanan keluar dari karantina di semua layar dan tetap tercatat apa adanya. Catatan Anda menempel padanya.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Apa yang sudah dilakukan</translation>
    </message>
    <message>
        <source>Write what was done: whoever looks later will ask.</source>
        <translation>Tulis apa yang sudah dilakukan: nanti ada yang bertanya.</translation>
    </message>
</context>
<context>
    <name>saji::StorageWords</name>
    <message>
        <source>%1 records from the backup, %2 from the damaged file.</source>
        <translation>%1 catatan dari cadangan, %2 dari berkas yang rusak.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 free.</source>
        <translation>%1: sisa %2 dari %3.</translation>
    </message>
    <message>
        <source>It works under a new identity; the other devices bring back what they have.</source>
        <translation>Perangkat ini memakai identitas baru; perangkat lain mengembalikan yang mereka punya.</translation>
    </message>
    <message>
        <source>The damaged files are kept in %1.</source>
        <translation>Berkas yang rusak disimpan di %1.</translation>
    </message>
    <message>
        <source>The rest comes back from the other devices.</source>
        <translation>Selebihnya kembali dari perangkat lain.</translation>
    </message>
    <message>
        <source>The store of this device was damaged and was begun anew at %1.</source>
        <translation>Data perangkat ini rusak dan dimulai baru pukul %1.</translation>
    </message>
    <message>
        <source>The store of this device was damaged and was restored at %1.</source>
        <translation>Data perangkat ini sempat rusak dan dipulihkan pukul %1.</translation>
    </message>
    <message>
        <source>This kiosk cannot write to its storage, and we accept no order that we cannot keep. Orders that have a number are being cooked.</source>
        <translation>Kios ini tidak bisa menulis ke penyimpanannya, jadi kami tidak menerima pesanan yang tidak bisa kami simpan. Pesanan yang sudah bernomor tetap dimasak.</translation>
    </message>
    <message>
        <source>This kiosk&apos;s storage has a fault, and we accept no order that we cannot keep. Orders that have a number are being cooked.</source>
        <translation>Penyimpanan kios bermasalah, jadi kami tidak menerima pesanan yang tidak bisa kami simpan. Pesanan yang sudah bernomor tetap dimasak.</translation>
    </message>
    <message>
        <source>This kiosk&apos;s storage is full, and we accept no order that we cannot keep. Orders that have a number are being cooked.</source>
        <translation>Penyimpanan kios penuh, jadi kami tidak menerima pesanan yang tidak bisa kami simpan. Pesanan yang sudah bernomor tetap dimasak.</translation>
    </message>
    <message>
        <source>Disk almost full</source>
        <translation>Disk hampir penuh</translation>
    </message>
    <message>
        <source>Disk faulty</source>
        <translation>Disk bermasalah</translation>
    </message>
    <message>
        <source>Disk fine</source>
        <translation>Disk baik</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Disk penuh</translation>
    </message>
    <message>
        <source>Disk read-only</source>
        <translation>Disk terkunci</translation>
    </message>
    <message>
        <source>Everything goes on. Make room before it is full; nothing is deleted by itself.</source>
        <translation>Semuanya tetap jalan. Kosongkan sebelum penuh; tidak ada yang dihapus sendiri.</translation>
    </message>
    <message>
        <source>It takes nothing new until there is room. What it has is kept and still sent.</source>
        <translation>Tidak menerima yang baru sampai ada tempat. Yang sudah ada tetap disimpan dan dikirim.</translation>
    </message>
    <message>
        <source>It takes nothing new. Call a technician: a disk that cannot be written is often near its end.</source>
        <translation>Tidak menerima yang baru. Panggil teknisi: disk yang tak bisa ditulisi sering hampir rusak.</translation>
    </message>
    <message>
        <source>It takes nothing new. Call a technician: the disk gives errors and should be replaced.</source>
        <translation>Tidak menerima yang baru. Panggil teknisi: disk bermasalah dan perlu diganti.</translation>
    </message>
</context>
</TS>
