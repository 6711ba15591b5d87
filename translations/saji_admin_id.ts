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
</context>
<context>
    <name>saji::HealthPresenter</name>
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
</TS>
