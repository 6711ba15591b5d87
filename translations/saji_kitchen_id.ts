<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>saji::AllDayPanel</name>
    <message>
        <source>All day</source>
        <translation>Ringkasan</translation>
    </message>
    <message numerus="yes">
        <source>%n to make</source>
        <translation>
            <numerusform>%n tiket aktif</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold out: %1</source>
        <translation>Habis: %1</translation>
    </message>
    <message>
        <source>Every kiosk heard here has stopped.</source>
        <translation>Semua kios yang terdengar di sini sudah berhenti.</translation>
    </message>
    <message>
        <source>Not stopped yet: %1</source>
        <translation>Belum berhenti menjual: %1</translation>
    </message>
    <message>
        <source>Nothing to make: no open ticket asks for a dish.</source>
        <translation>Tidak ada yang harus dibuat: semua tiket sudah siap.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more dish(es)</source>
        <translation>
            <numerusform>dan %n menu lain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::BoardView</name>
    <message>
        <source>Continued on the next card</source>
        <translation>Lanjut ke kartu berikut</translation>
    </message>
</context>
<context>
    <name>saji::EmptyBoard</name>
    <message>
        <source>Opening …</source>
        <translation>Membuka …</translation>
    </message>
    <message>
        <source>No tickets</source>
        <translation>Tidak ada tiket</translation>
    </message>
    <message>
        <source>Reading the tickets of this screen.</source>
        <translation>Membaca tiket di layar ini.</translation>
    </message>
</context>
<context>
    <name>saji::KitchenWindow</name>
    <message>
        <source>Silence</source>
        <translation>Senyapkan</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
    <message>
        <source>Last: %1 %2, %3 ago</source>
        <translation>Terakhir: %1 %2, %3 lalu</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Bisu</translation>
    </message>
    <message>
        <source>Page %1 / %2</source>
        <translation>Hal %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::PeerPresenter</name>
    <message>
        <source>%1 ago</source>
        <translation>%1 lalu</translation>
    </message>
    <message>
        <source>polling, %1</source>
        <translation>berkala, %1</translation>
    </message>
    <message>
        <source>asked %1 ago</source>
        <translation>ditanya %1 lalu</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>menyambung</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>offline since %1</source>
        <translation>offline sejak %1</translation>
    </message>
    <message>
        <source>silent %1</source>
        <translation>diam %1</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>diam</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>diam %1</translation>
    </message>
    <message>
        <source>never heard</source>
        <translation>belum pernah terdengar</translation>
    </message>
    <message numerus="yes">
        <source>%n kiosk(s)</source>
        <translation>
            <numerusform>%n kios</numerusform>
        </translation>
    </message>
    <message>
        <source>This board may be incomplete: %1.</source>
        <translation>Layar ini mungkin belum lengkap: %1.</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Menyambung …</translation>
    </message>
    <message>
        <source>This board may be incomplete: it is connected to nothing.</source>
        <translation>Layar ini mungkin belum lengkap: tidak terhubung ke mana pun.</translation>
    </message>
    <message numerus="yes">
        <source>Really empty: the sources were heard within the last %n second(s).</source>
        <translation>
            <numerusform>Memang kosong: semua sumber terdengar dalam %n detik terakhir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Really empty: all kiosks were heard within the last %n second(s).</source>
        <translation>
            <numerusform>Memang kosong: semua kios terdengar dalam %n detik terakhir.</numerusform>
        </translation>
    </message>
    <message>
        <source>This screen cannot save what you tap.</source>
        <translation>Layar ini tidak bisa menyimpan ketukan.</translation>
    </message>
    <message>
        <source>Its disk is full or broken. Call a technician; the other screens go on.</source>
        <translation>Disk-nya penuh atau rusak. Panggil teknisi; layar lain tetap jalan.</translation>
    </message>
    <message>
        <source>No live connection: orders are fetched every few seconds.</source>
        <translation>Tanpa sambungan langsung: pesanan diambil tiap beberapa detik.</translation>
    </message>
    <message>
        <source>Nothing is lost. A new ticket may show a little later.</source>
        <translation>Tidak ada yang hilang. Tiket baru bisa tampil sedikit lebih lambat.</translation>
    </message>
    <message>
        <source>Hub offline since %1, %2.</source>
        <translation>Hub offline sejak %1, %2.</translation>
    </message>
    <message>
        <source>This screen knows no hub and no server.</source>
        <translation>Layar ini belum diberi alamat hub atau server.</translation>
    </message>
    <message>
        <source>New orders cannot show here. Give it an address in its settings.</source>
        <translation>Pesanan baru tidak bisa tampil di sini. Isi alamatnya di pengaturan.</translation>
    </message>
    <message>
        <source>Cut off since %1. New orders cannot show here.</source>
        <translation>Terputus sejak %1. Pesanan baru belum bisa tampil.</translation>
    </message>
    <message>
        <source>%1. %2 The tickets on this screen can be worked on.</source>
        <translation>%1. %2 Tiket di layar tetap bisa dikerjakan.</translation>
    </message>
    <message>
        <source>%1 silent for %2. Its new orders may be missing here.</source>
        <translation>%1 diam %2. Pesanan barunya mungkin belum tampil.</translation>
    </message>
    <message>
        <source>%1 silent for up to %2. Their new orders may be missing here.</source>
        <translation>%1 diam hingga %2. Pesanan barunya mungkin belum tampil.</translation>
    </message>
    <message>
        <source>%1 normal.</source>
        <translation>%1 normal.</translation>
    </message>
    <message>
        <source>%1Check power and network cable of %2, or send guests to another kiosk.</source>
        <translation>%1Periksa daya dan kabel LAN %2, atau arahkan tamu ke kios lain.</translation>
    </message>
    <message>
        <source>%1Check their power and network cables.</source>
        <translation>%1Periksa daya dan kabel jaringannya.</translation>
    </message>
    <message>
        <source>Hub silent since %1: %2.</source>
        <translation>Hub diam sejak %1: %2.</translation>
    </message>
    <message>
        <source>Orders still come in another way. %1</source>
        <translation>Pesanan tetap masuk lewat jalan lain. %1</translation>
    </message>
    <message>
        <source>This screen was removed from the restaurant. New orders cannot show here.</source>
        <translation>Layar ini dikeluarkan dari restoran. Pesanan baru tidak bisa tampil di sini.</translation>
    </message>
    <message>
        <source>This board is incomplete: this screen was removed from the restaurant.</source>
        <translation>Papan ini tidak lengkap: layar ini dikeluarkan dari restoran.</translation>
    </message>
</context>
<context>
    <name>saji::PeerWords</name>
    <message numerus="yes">
        <source>%n part(s) of it cannot be used and are left out.</source>
        <translation>
            <numerusform>%n bagiannya tidak dapat dipakai dan dilewati.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 m %2 d</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 j %2 m</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 detik</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n detik</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n menit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n jam</numerusform>
        </translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation>belum tersambung</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>tidak menjawab</translation>
    </message>
    <message>
        <source>something else answers at its address</source>
        <translation>alamatnya dijawab program lain</translation>
    </message>
    <message>
        <source>it belongs to another restaurant</source>
        <translation>milik restoran lain</translation>
    </message>
    <message>
        <source>it runs another version of Saji</source>
        <translation>versi Saji-nya lain</translation>
    </message>
    <message>
        <source>it does not accept this device</source>
        <translation>menolak perangkat ini</translation>
    </message>
    <message>
        <source>connected but silent</source>
        <translation>tersambung tetapi diam</translation>
    </message>
    <message>
        <source>it is this device itself</source>
        <translation>itu perangkat ini sendiri</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>Periksa alamatnya di pengaturan.</translation>
    </message>
    <message>
        <source>Check the store code in the settings.</source>
        <translation>Periksa kode toko di pengaturan.</translation>
    </message>
    <message>
        <source>Update both devices.</source>
        <translation>Perbarui kedua perangkat.</translation>
    </message>
    <message>
        <source>Pair this device again.</source>
        <translation>Pasangkan ulang perangkat ini.</translation>
    </message>
    <message>
        <source>Check the internet connection.</source>
        <translation>Periksa sambungan internet.</translation>
    </message>
    <message>
        <source>Check its power and network cable.</source>
        <translation>Periksa daya dan kabel jaringannya.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Kios</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Dapur</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>No menu received yet.</source>
        <translation>Menu belum diterima.</translation>
    </message>
    <message>
        <source>Menu version %1, not checked since the start.</source>
        <translation>Menu versi %1, belum diperiksa sejak dinyalakan.</translation>
    </message>
    <message>
        <source>Menu version %1, checked %2 ago.</source>
        <translation>Menu versi %1, diperiksa %2 lalu.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 dan %2</translation>
    </message>
    <message>
        <source>its program is not running</source>
        <translation>programnya tidak berjalan</translation>
    </message>
    <message>
        <source>the restaurant has removed it</source>
        <translation>dikeluarkan dari restoran</translation>
    </message>
    <message>
        <source>the restaurant has removed this device</source>
        <translation>restoran telah mengeluarkan perangkat ini</translation>
    </message>
    <message>
        <source>Nobody lets it in any more. To use it again, empty its data folder and pair it with a new code.</source>
        <translation>Tidak ada yang menerimanya lagi. Untuk memakainya lagi, kosongkan folder datanya lalu pasangkan dengan kode baru.</translation>
    </message>
    <message>
        <source>Ask the manager. To use it again, empty its data folder and pair it with a new code.</source>
        <translation>Tanyakan kepada manajer. Untuk memakainya lagi, kosongkan folder datanya lalu pasangkan dengan kode baru.</translation>
    </message>
    <message>
        <source>this device has no network</source>
        <translation>perangkat ini tidak punya jaringan</translation>
    </message>
    <message>
        <source>the internet is away</source>
        <translation>internet sedang putus</translation>
    </message>
    <message>
        <source>Its machine is on: start Saji there, or start the machine again.</source>
        <translation>Mesinnya menyala: jalankan Saji di sana, atau nyalakan ulang mesinnya.</translation>
    </message>
    <message>
        <source>Check the network cable or Wi-Fi of this device.</source>
        <translation>Periksa kabel jaringan atau Wi-Fi perangkat ini.</translation>
    </message>
    <message>
        <source>Check its network cable; if that is well, start it again.</source>
        <translation>Periksa kabel jaringannya; bila kabelnya baik, nyalakan ulang.</translation>
    </message>
    <message>
        <source>removed from the restaurant</source>
        <translation>dikeluarkan dari restoran</translation>
    </message>
    <message>
        <source>removed from the restaurant, %1</source>
        <translation>dikeluarkan dari restoran, %1</translation>
    </message>
    <message>
        <source>removed by %1</source>
        <translation>dikeluarkan oleh %1</translation>
    </message>
    <message>
        <source>removed by %1, %2</source>
        <translation>dikeluarkan oleh %1, %2</translation>
    </message>
</context>
<context>
    <name>saji::SoldOutGrid</name>
    <message>
        <source>%1, sold out. Tap to sell again</source>
        <translation>%1, habis. Ketuk untuk dijual lagi</translation>
    </message>
    <message>
        <source>%1. Tap when it has run out</source>
        <translation>%1. Ketuk kalau habis</translation>
    </message>
    <message>
        <source>SOLD OUT</source>
        <translation>HABIS</translation>
    </message>
    <message>
        <source>not on the menu</source>
        <translation>tidak dijual</translation>
    </message>
    <message>
        <source>on sale</source>
        <translation>dijual</translation>
    </message>
</context>
<context>
    <name>saji::SoldOutSheet</name>
    <message>
        <source>What has run out?</source>
        <translation>Apa yang habis?</translation>
    </message>
    <message>
        <source>Tap a dish: every kiosk stops selling it. Tap again when there is more.</source>
        <translation>Ketuk menu: semua kios berhenti menjualnya. Ketuk lagi kalau sudah ada.</translation>
    </message>
    <message>
        <source>Not stopped yet: %1</source>
        <extracomment>%1 are names of kiosks</extracomment>
        <translation>Belum berhenti menjual: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>saji::SoundSheet</name>
    <message>
        <source>muted</source>
        <translation>bisu</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Bunyikan</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Bisukan</translation>
    </message>
    <message>
        <source>Sound of this screen</source>
        <translation>Bunyi layar ini</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Lebih pelan</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lebih keras</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>Uji bunyi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>saji::SourceSheet</name>
    <message>
        <source>Where tickets come from</source>
        <translation>Asal tiket</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>saji::StationHeader</name>
    <message>
        <source>Sources: %1</source>
        <translation>Sumber: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n tiket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n telat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::TicketCard</name>
    <message>
        <source>NEW</source>
        <translation>BARU</translation>
    </message>
    <message>
        <source>COOKING</source>
        <translation>DIMASAK</translation>
    </message>
    <message>
        <source>DUE SOON</source>
        <translation>SEGERA</translation>
    </message>
    <message>
        <source>LATE</source>
        <translation>TELAT</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>SIAP</translation>
    </message>
    <message>
        <source>RECALLED</source>
        <translation>KEMBALI</translation>
    </message>
    <message>
        <source>CANCELLED</source>
        <translation>BATAL</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Siap</translation>
    </message>
    <message>
        <source>Serve</source>
        <translation>Antar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Bungkus</translation>
    </message>
    <message>
        <source>Dine in</source>
        <translation>Makan di sini</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Meja %1</translation>
    </message>
    <message>
        <source>recalled %1 ago</source>
        <translation>kembali %1 lalu</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>TANPA</translation>
    </message>
    <message>
        <source>EXTRA</source>
        <translation>EKSTRA</translation>
    </message>
    <message>
        <source>VOID</source>
        <translation>BATAL</translation>
    </message>
    <message>
        <source>ALLERGY %1</source>
        <translation>ALERGI %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Alasan: %1</translation>
    </message>
    <message>
        <source>Tap to put it away</source>
        <translation>Ketuk untuk menutup</translation>
    </message>
    <message>
        <source>also at: %1</source>
        <translation>juga di: %1</translation>
    </message>
    <message>
        <source>continued %1 / %2</source>
        <translation>lanjutan %1 / %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4. Tap: %5</source>
        <translation>%1, %2, %3, %4. Ketuk: %5</translation>
    </message>
</context>
<context>
    <name>saji::TicketPresenter</name>
    <message>
        <source>The ticket</source>
        <translation>Tiket</translation>
    </message>
    <message>
        <source>%1 was not saved: the disk of this screen is full. Call a technician.</source>
        <translation>%1 tidak tersimpan: disk layar ini penuh. Panggil teknisi.</translation>
    </message>
    <message>
        <source>%1 was not saved: the disk of this screen cannot be written. Call a technician.</source>
        <translation>%1 tidak tersimpan: disk layar ini tidak bisa ditulis. Panggil teknisi.</translation>
    </message>
    <message>
        <source>%1 was already changed on another screen.</source>
        <translation>%1 sudah diubah di layar lain.</translation>
    </message>
    <message>
        <source>%1 was not changed. Tap it again.</source>
        <translation>%1 tidak berubah. Ketuk sekali lagi.</translation>
    </message>
</context>
<context>
    <name>saji::TicketSummary</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n tiket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n portion(s) on late tickets</source>
        <translation>
            <numerusform>%1, %n porsi di tiket telat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::TicketWords</name>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>cooking</source>
        <translation>dimasak</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>served</source>
        <translation>diantar</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>batal</translation>
    </message>
</context>
</TS>
