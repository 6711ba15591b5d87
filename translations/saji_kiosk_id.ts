<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>saji::AccessForm</name>
    <message>
        <source>Accessibility</source>
        <translation>Aksesibilitas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Biasa</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Seated mode: all buttons within reach</source>
        <translation>Mode duduk: semua tombol terjangkau</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Kurangi gerakan</translation>
    </message>
    <message>
        <source>You also have more time before this screen asks whether you are still here. The next guest finds it as it was.</source>
        <translation>Anda juga mendapat waktu lebih lama sebelum layar bertanya. Untuk tamu berikutnya, layar kembali seperti semula.</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Seperti semula</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>saji::AttractScreen</name>
    <message numerus="yes">
        <source>%n outlet(s), one order</source>
        <translation><numerusform>%n gerai, satu pesanan</numerusform></translation>
    </message>
    <message>
        <source>Hungry?</source>
        <translation>Lapar?</translation>
    </message>
    <message>
        <source>Order here.</source>
        <translation>Pesan di sini.</translation>
    </message>
    <message>
        <source>Choose from every outlet, pay once, and wait for your number to be called.</source>
        <translation>Pilih dari semua gerai, bayar sekali, lalu tunggu nomor Anda dipanggil.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Sentuh untuk mulai</translation>
    </message>
    <message>
        <source>Seated mode, large text and high contrast are on the next screen</source>
        <translation>Mode duduk, teks besar, dan kontras tinggi tersedia di layar berikutnya</translation>
    </message>
    <message>
        <source>Staff: %1</source>
        <translation>Petugas: %1</translation>
    </message>
</context>
<context>
    <name>saji::BasketList</name>
    <message>
        <source>No longer available. Please remove it.</source>
        <translation>Sudah habis. Mohon hapus.</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Habis</translation>
    </message>
</context>
<context>
    <name>saji::BasketPanel</name>
    <message>
        <source>Your order</source>
        <translation>Pesanan Anda</translation>
    </message>
    <message>
        <source>before tax</source>
        <translation>sebelum pajak</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>View order</source>
        <translation>Lihat pesanan</translation>
    </message>
    <message>
        <source>Still empty</source>
        <translation>Masih kosong</translation>
    </message>
    <message>
        <source>Touch a dish to add it here.</source>
        <translation>Sentuh hidangan untuk menambahkannya.</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Di sini</translation>
    </message>
    <message>
        <source>To go</source>
        <translation>Pulang</translation>
    </message>
    <message>
        <source>Eat here, change</source>
        <translation>Makan di sini, ubah</translation>
    </message>
    <message>
        <source>Take away, change</source>
        <translation>Bawa pulang, ubah</translation>
    </message>
</context>
<context>
    <name>saji::BasketScreen</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>Pesanan Anda</translation>
    </message>
    <message>
        <source>Add dishes</source>
        <translation>Tambah menu</translation>
    </message>
    <message>
        <source>Your order is still empty</source>
        <translation>Pesanan masih kosong</translation>
    </message>
    <message>
        <source>Go back to the menu and touch a dish.</source>
        <translation>Kembali ke menu dan sentuh hidangan yang Anda mau.</translation>
    </message>
    <message>
        <source>To the menu</source>
        <translation>Ke menu</translation>
    </message>
    <message>
        <source>Eat here</source>
        <translation>Makan di sini</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bawa pulang</translation>
    </message>
    <message>
        <source>Table number</source>
        <translation>Nomor meja</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Meja %1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Boleh dilewati</translation>
    </message>
    <message>
        <source>Some dishes have just sold out. Remove them to go on.</source>
        <translation>Ada hidangan yang baru saja habis. Hapus dulu untuk melanjutkan.</translation>
    </message>
    <message>
        <source>%1 to go with it?</source>
        <translation>%1 sekalian?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Remove what is sold out</source>
        <translation>Hapus yang habis</translation>
    </message>
    <message>
        <source>Order, pay at the counter</source>
        <translation>Pesan, bayar di kasir</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>Pesan sekarang</translation>
    </message>
    <message>
        <source>Pay at the counter</source>
        <translation>Bayar di kasir</translation>
    </message>
</context>
<context>
    <name>saji::CartModel</name>
    <message numerus="yes">
        <source>%1 from %n outlet(s)</source>
        <extracomment>%1 is "3 portions", %n the number of outlets they come from</extracomment>
        <translation><numerusform>%1 dari %n gerai</numerusform></translation>
    </message>
    <message>
        <source>allergy: %1</source>
        <translation>alergi: %1</translation>
    </message>
    <message>
        <source>Subtotal, %1</source>
        <translation>Subtotal, %1</translation>
    </message>
    <message>
        <source>Service charge %1%</source>
        <translation>Biaya layanan %1%</translation>
    </message>
    <message>
        <source>Restaurant tax %1 %2%</source>
        <translation>Pajak restoran %1 %2%</translation>
    </message>
</context>
<context>
    <name>saji::EntryForm</name>
    <message>
        <source>Your table</source>
        <translation>Meja Anda</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>The number is on the little stand on your table.</source>
        <translation>Nomornya ada di papan kecil di meja Anda.</translation>
    </message>
    <message>
        <source>So that we can call you. It stays on this order only.</source>
        <translation>Supaya kami bisa memanggil Anda. Hanya tersimpan di pesanan ini.</translation>
    </message>
    <message>
        <source>Table number</source>
        <translation>Nomor meja</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Settle %1 by hand</source>
        <translation>Selesaikan %1 sendiri</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Apa yang sudah dilakukan</translation>
    </message>
    <message>
        <source>Write what was done about it. The note stays with the order, and it leaves the quarantine on every screen.</source>
        <translation>Tulis apa yang sudah dilakukan. Catatan ini tetap menempel pada pesanan, dan pesanan keluar dari karantina di semua layar.</translation>
    </message>
</context>
<context>
    <name>saji::HelpForm</name>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Touch a dish, choose what you like, and add it. From as many outlets as you wish.</source>
        <translation>Sentuh hidangan, pilih sesuka Anda, lalu tambahkan. Boleh dari beberapa gerai sekaligus.</translation>
    </message>
    <message>
        <source>Look through your order before you place it. You can change every line.</source>
        <translation>Periksa pesanan sebelum dikirim. Setiap baris masih bisa diubah.</translation>
    </message>
    <message>
        <source>You get a number at once. Pay at the counter, then wait for your number.</source>
        <translation>Nomor langsung keluar. Bayar di kasir, lalu tunggu nomor Anda dipanggil.</translation>
    </message>
    <message>
        <source>Anything else? Our staff at the counter are glad to help.</source>
        <translation>Ada yang lain? Petugas di kasir dengan senang hati membantu.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>Kios ini</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Petugas</translation>
    </message>
</context>
<context>
    <name>saji::Journey</name>
    <message numerus="yes">
        <source>%n in quarantine</source>
        <translation>
            <numerusform>%n dikarantina</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n terlambat</numerusform>
        </translation>
    </message>
    <message>
        <source>store healed</source>
        <translation>data dipulihkan</translation>
    </message>
</context>
<context>
    <name>saji::KioskWindow</name>
    <message>
        <source>%1 added</source>
        <translation>%1 ditambahkan</translation>
    </message>
</context>
<context>
    <name>saji::MenuCategoryModel</name>
    <message>
        <source>Favourites</source>
        <translation>Terlaris</translation>
    </message>
</context>
<context>
    <name>saji::MenuOutletModel</name>
    <message>
        <source>All outlets</source>
        <translation>Semua gerai</translation>
    </message>
</context>
<context>
    <name>saji::MenuPresenter</name>
    <message numerus="yes">
        <source>%n outlet(s)</source>
        <translation><numerusform>%n gerai</numerusform></translation>
    </message>
    <message>
        <source>Most popular</source>
        <translation>Paling laris</translation>
    </message>
    <message>
        <source>From all outlets</source>
        <translation>Dari semua gerai</translation>
    </message>
</context>
<context>
    <name>saji::MenuProductModel</name>
    <message>
        <source>Sold out today</source>
        <translation>Habis hari ini</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Terlaris</translation>
    </message>
    <message>
        <source>Spicy</source>
        <translation>Pedas</translation>
    </message>
    <message>
        <source>Vegetarian</source>
        <translation>Vegetarian</translation>
    </message>
</context>
<context>
    <name>saji::MenuScreen</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>View order</source>
        <translation>Lihat pesanan</translation>
    </message>
    <message>
        <source>Your order is still empty. Touch a dish.</source>
        <translation>Pesanan masih kosong. Sentuh hidangan.</translation>
    </message>
    <message>
        <source>Nothing here today</source>
        <translation>Hari ini kosong</translation>
    </message>
    <message>
        <source>This outlet has no dishes on the menu right now. Have a look at the others.</source>
        <translation>Gerai ini sedang tidak punya menu. Silakan lihat gerai lain.</translation>
    </message>
    <message>
        <source>Eat here</source>
        <translation>Makan di sini</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bawa pulang</translation>
    </message>
</context>
<context>
    <name>saji::MenuWords</name>
    <message>
        <source>gluten</source>
        <translation>gluten</translation>
    </message>
    <message>
        <source>prawns &amp; crab</source>
        <translation>udang &amp; kepiting</translation>
    </message>
    <message>
        <source>egg</source>
        <translation>telur</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>ikan</translation>
    </message>
    <message>
        <source>peanuts</source>
        <translation>kacang tanah</translation>
    </message>
    <message>
        <source>soya</source>
        <translation>kedelai</translation>
    </message>
    <message>
        <source>milk</source>
        <translation>susu</translation>
    </message>
    <message>
        <source>nuts</source>
        <translation>kacang pohon</translation>
    </message>
    <message>
        <source>celery</source>
        <translation>seledri</translation>
    </message>
    <message>
        <source>mustard</source>
        <translation>moster</translation>
    </message>
    <message>
        <source>sesame</source>
        <translation>wijen</translation>
    </message>
    <message>
        <source>sulphites</source>
        <translation>sulfit</translation>
    </message>
    <message>
        <source>lupin</source>
        <translation>lupin</translation>
    </message>
    <message>
        <source>squid &amp; shellfish</source>
        <translation>cumi &amp; kerang</translation>
    </message>
    <message numerus="yes">
        <source>± %n min</source>
        <translation><numerusform>± %n menit</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n portion(s)</source>
        <translation><numerusform>%n porsi</numerusform></translation>
    </message>
</context>
<context>
    <name>saji::NoteForm</name>
    <message>
        <source>Note or allergy</source>
        <translation>Catatan atau alergi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Allergic to anything? Touch it, and the kitchen sees it in purple.</source>
        <translation>Ada alergi? Sentuh, dan dapur melihatnya berwarna ungu.</translation>
    </message>
    <message>
        <source>The kitchen does its best, but cannot rule out traces. With a severe allergy, please speak to our staff.</source>
        <translation>Dapur berusaha sebaik mungkin, tetapi sisa kecil bisa terbawa. Bila alergi berat, mohon bicara dengan petugas.</translation>
    </message>
    <message>
        <source>A few words for the cook</source>
        <translation>Pesan singkat untuk juru masak</translation>
    </message>
</context>
<context>
    <name>saji::NumberScreen</name>
    <message>
        <source>Your order is safe</source>
        <translation>Pesanan Anda aman</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Thank you. Your number</source>
        <translation>Terima kasih. Nomor Anda</translation>
    </message>
    <message>
        <source>Thank you, %1. Your number</source>
        <translation>Terima kasih, %1. Nomor Anda</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bawa pulang</translation>
    </message>
    <message>
        <source>Eat here</source>
        <translation>Makan di sini</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Meja %1</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation><numerusform>Sekitar %n menit</numerusform></translation>
    </message>
    <message>
        <source>Please pay %1 at the counter: cash or QRIS.</source>
        <translation>Silakan bayar %1 di kasir: tunai atau QRIS.</translation>
    </message>
    <message numerus="yes">
        <source>This screen starts over in %n second(s)</source>
        <translation><numerusform>Layar kembali ke awal dalam %n detik</numerusform></translation>
    </message>
</context>
<context>
    <name>saji::OrderPresenter</name>
    <message>
        <source>on its way</source>
        <translation>sedang dikirim</translation>
    </message>
    <message>
        <source>follows when connected</source>
        <translation>menyusul saat tersambung</translation>
    </message>
    <message>
        <source>Saved on this kiosk</source>
        <translation>Tersimpan di kios ini</translation>
    </message>
    <message>
        <source>Shown in the kitchen of %1</source>
        <translation>Tampil di dapur %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 detik</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Server pusat</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>tercatat</translation>
    </message>
    <message>
        <source>follows when the internet is back</source>
        <translation>menyusul saat internet pulih</translation>
    </message>
    <message>
        <source>Brought to your table</source>
        <translation>Diantar ke meja</translation>
    </message>
    <message>
        <source>Collect at the outlet</source>
        <translation>Ambil di gerai</translation>
    </message>
    <message>
        <source>The kitchens cannot be reached right now. Please show this number at the counter.</source>
        <translation>Dapur sedang tidak terhubung. Mohon tunjukkan nomor ini di kasir.</translation>
    </message>
    <message>
        <source>Your order has just changed</source>
        <translation>Pesanan Anda baru saja berubah</translation>
    </message>
    <message>
        <source>Something has sold out or costs something else now. Please look through your order: what is no longer available is marked.</source>
        <translation>Ada yang habis atau harganya berubah. Mohon periksa pesanan Anda: yang sudah habis diberi tanda.</translation>
    </message>
    <message>
        <source>This order needs another look</source>
        <translation>Pesanan perlu diperiksa lagi</translation>
    </message>
    <message>
        <source>One of the dishes cannot be ordered like this. Please choose it again.</source>
        <translation>Salah satu hidangan tidak bisa dipesan seperti ini. Mohon pilih lagi.</translation>
    </message>
    <message>
        <source>This kiosk cannot save your order</source>
        <translation>Kios ini tidak bisa menyimpan pesanan</translation>
    </message>
    <message>
        <source>Nothing was ordered and nothing is charged. Please order at the counter.</source>
        <translation>Tidak ada yang dipesan dan tidak ada yang ditagih. Silakan pesan di kasir.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Belum berhasil</translation>
    </message>
    <message>
        <source>Nothing was ordered and nothing is charged. Please try again, or order at the counter.</source>
        <translation>Tidak ada yang dipesan dan tidak ada yang ditagih. Silakan coba lagi, atau pesan di kasir.</translation>
    </message>
    <message>
        <source>Hub of this house</source>
        <translation>Hub rumah ini</translation>
    </message>
    <message>
        <source>Saved here and on %1</source>
        <translation>Tersimpan di sini dan di %1</translation>
    </message>
    <message>
        <source>a second device</source>
        <translation>perangkat kedua</translation>
    </message>
    <message>
        <source>1 copy, %1</source>
        <translation>1 salinan, %1</translation>
    </message>
    <message>
        <source>received</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>the central server</source>
        <translation>server pusat</translation>
    </message>
    <message>
        <source>the hub</source>
        <translation>hub</translation>
    </message>
    <message>
        <source>2 copies, %1</source>
        <translation>2 salinan, %1</translation>
    </message>
</context>
<context>
    <name>saji::OutOfServiceScreen</name>
    <message>
        <source>This kiosk is taking a short rest</source>
        <translation>Kios ini istirahat sebentar</translation>
    </message>
    <message>
        <source>Order here now</source>
        <translation>Pesan di sini sekarang</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Sejak %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>kode %1</translation>
    </message>
    <message>
        <source>Open, the same menu</source>
        <translation>Buka, menunya sama</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>Our staff take your order there</source>
        <translation>Petugas mencatat pesanan Anda di sana</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>This kiosk was removed from the restaurant</source>
        <translation>Kios ini dikeluarkan dari restoran</translation>
    </message>
</context>
<context>
    <name>saji::Overlays</name>
    <message>
        <source>Cancel this order?</source>
        <translation>Batalkan pesanan ini?</translation>
    </message>
    <message>
        <source>Your order of %1 will be emptied.</source>
        <translation>Keranjang dengan %1 akan dikosongkan.</translation>
    </message>
    <message>
        <source>Go on ordering</source>
        <translation>Lanjutkan memesan</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Batalkan pesanan</translation>
    </message>
    <message>
        <source>Look at my order</source>
        <translation>Lihat pesanan saya</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Still here?</source>
        <translation>Masih di sini?</translation>
    </message>
    <message>
        <source>Your order of %1 will be emptied so that the next guest can order.</source>
        <translation>Keranjang dengan %1 akan dikosongkan supaya tamu berikutnya bisa memesan.</translation>
    </message>
    <message>
        <source>This screen will start over for the next guest.</source>
        <translation>Layar akan kembali ke awal untuk tamu berikutnya.</translation>
    </message>
    <message>
        <source>Yes, go on ordering</source>
        <translation>Ya, lanjutkan memesan</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Kembali ke awal</translation>
    </message>
</context>
<context>
    <name>saji::PinSheet</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Staff area</source>
        <translation>Area petugas</translation>
    </message>
    <message>
        <source>This kiosk has no staff PIN. A technician gives it one with staff-pin in its settings.</source>
        <translation>Kios ini belum punya PIN petugas. Teknisi memberinya lewat staff-pin di pengaturan.</translation>
    </message>
    <message numerus="yes">
        <source>Three wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>Tiga kali PIN salah. Coba lagi dalam %n detik.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the staff PIN, then the green key.</source>
        <translation>Ketik PIN petugas, lalu tombol hijau.</translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN, %n tries left</source>
        <translation>
            <numerusform>PIN salah, sisa %n kali</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::ProductForm</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Halal</source>
        <translation>Halal</translation>
    </message>
    <message>
        <source>Not halal</source>
        <translation>Tidak halal</translation>
    </message>
    <message>
        <source>Vegetarian</source>
        <translation>Vegetarian</translation>
    </message>
    <message>
        <source>Note or allergy</source>
        <translation>Catatan atau alergi</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>Habis hari ini</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
</context>
<context>
    <name>saji::ProductPresenter</name>
    <message>
        <source>Contains %1</source>
        <translation>Mengandung %1</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation><numerusform>Sekitar %n menit</numerusform></translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Pilih: %1</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>Alergi: %1</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Pilih satu</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Boleh dilewati</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Pilih %1</translation>
    </message>
    <message>
        <source>Choose %1 to %2</source>
        <translation>Pilih %1 sampai %2</translation>
    </message>
    <message>
        <source>As many as you like</source>
        <translation>Boleh lebih dari satu</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Paling banyak %1</translation>
    </message>
</context>
<context>
    <name>saji::SeatedTop</name>
    <message>
        <source>Seated mode is on</source>
        <translation>Mode duduk aktif</translation>
    </message>
    <message>
        <source>The upper part is only to look at. All buttons are below.</source>
        <translation>Bagian atas hanya untuk dilihat. Semua tombol ada di bawah.</translation>
    </message>
    <message>
        <source>What would you like?</source>
        <translation>Mau makan apa?</translation>
    </message>
    <message>
        <source>Touch a dish to see more of it.</source>
        <translation>Sentuh hidangan untuk melihatnya lebih dekat.</translation>
    </message>
    <message>
        <source>Last added</source>
        <translation>Terakhir ditambahkan</translation>
    </message>
</context>
<context>
    <name>saji::ServiceScreen</name>
    <message>
        <source>Good morning.</source>
        <translation>Selamat pagi.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Selamat siang.</translation>
    </message>
    <message>
        <source>Good late afternoon.</source>
        <translation>Selamat sore.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Selamat malam.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Where will you eat?</source>
        <translation>Makan di mana?</translation>
    </message>
    <message>
        <source>Eat here</source>
        <translation>Makan di sini</translation>
    </message>
    <message>
        <source>We call your number, or bring it to your table.</source>
        <translation>Kami panggil nomor Anda, atau diantar ke meja.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bawa pulang</translation>
    </message>
    <message>
        <source>Packed well, ready to carry.</source>
        <translation>Dibungkus rapi, siap dibawa.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Make it easier</source>
        <translation>Kemudahan</translation>
    </message>
    <message>
        <source>Need help? Our staff are at the counter.</source>
        <translation>Butuh bantuan? Petugas ada di kasir.</translation>
    </message>
    <message>
        <source>%1, on</source>
        <translation>%1, aktif</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1, tidak aktif</translation>
    </message>
    <message>
        <source>Seated mode</source>
        <translation>Mode duduk</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Teks besar</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
</context>
<context>
    <name>saji::StaffOrderForm</name>
    <message>
        <source>Check again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Pesanan %1</translation>
    </message>
    <message>
        <source>Settle by hand</source>
        <translation>Selesaikan sendiri</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
</context>
<context>
    <name>saji::StaffScreen</name>
    <message>
        <source>Clear pictures</source>
        <translation>Hapus gambar tersimpan</translation>
    </message>
    <message>
        <source>The pictures are fetched again, as soon as there is a connection.</source>
        <translation>Gambar diambil lagi begitu ada sambungan.</translation>
    </message>
    <message>
        <source>An order that the server has a remark on would be here, with its reason, until somebody has dealt with it.</source>
        <translation>Pesanan yang ditandai server akan ada di sini dengan alasannya, sampai seseorang membereskannya.</translation>
    </message>
    <message>
        <source>Every order of this kiosk is at the server. One that is not would be here, however long it takes.</source>
        <translation>Semua pesanan kios ini sudah di server. Yang belum akan ada di sini, berapa lama pun.</translation>
    </message>
    <message>
        <source>Leave the staff area</source>
        <translation>Keluar dari area petugas</translation>
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
        <source>Staff area</source>
        <translation>Area petugas</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
    <message>
        <source>Waiting (%1)</source>
        <translation>Menunggu (%1)</translation>
    </message>
</context>
<context>
    <name>saji::SyncPresenter</name>
    <message numerus="yes">
        <source>%n part(s) of the menu cannot be used and are left out.</source>
        <translation>
            <numerusform>%n bagian menu tidak dapat dipakai dan dilewati.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) kept, %1, %2 % of them at hand.</source>
        <translation>
            <numerusform>%n gambar tersimpan, %1; %2% dari yang diperlukan sudah ada di sini.</numerusform>
        </translation>
    </message>
    <message>
        <source>Below 70 %: give the cache more room (picture-cache).</source>
        <translation>Itu di bawah 70%: beri tempat lebih banyak (picture-cache).</translation>
    </message>
    <message>
        <source>Your order is kept here and sent as soon as there is a connection.</source>
        <translation>Pesanan disimpan di sini dan dikirim begitu tersambung.</translation>
    </message>
    <message>
        <source>No connection. You can still order.</source>
        <translation>Sambungan terputus. Anda tetap bisa memesan.</translation>
    </message>
    <message>
        <source>Orders go straight to the kitchen. Pay at the counter.</source>
        <translation>Pesanan langsung ke dapur. Bayar di kasir.</translation>
    </message>
    <message>
        <source>The internet is down. You can still order.</source>
        <translation>Internet terputus. Anda tetap bisa memesan.</translation>
    </message>
    <message>
        <source>Prices may have changed.</source>
        <translation>Harga mungkin sudah berubah.</translation>
    </message>
    <message>
        <source>The connection is slow. You can order as usual.</source>
        <translation>Sambungan sedang lambat. Anda bisa memesan seperti biasa.</translation>
    </message>
    <message>
        <source>Orders may take a few seconds longer.</source>
        <translation>Pesanan mungkin tiba beberapa detik lebih lama.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Tersambung</translation>
    </message>
    <message>
        <source>Connected in the house</source>
        <translation>Tersambung di dalam gedung</translation>
    </message>
    <message>
        <source>By polling</source>
        <translation>Lewat polling</translation>
    </message>
    <message>
        <source>Offline, safe</source>
        <translation>Offline, aman</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>sebentar</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n menit</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation><numerusform>%n jam</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n hari</numerusform></translation>
    </message>
    <message>
        <source>The menu could not be checked yet.</source>
        <translation>Menu belum sempat diperiksa.</translation>
    </message>
    <message>
        <source>Menu last checked %1 ago.</source>
        <translation>Menu terakhir diperiksa %1 lalu.</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>belum dicoba</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>tidak menjawab</translation>
    </message>
    <message>
        <source>something else answers there</source>
        <translation>yang menjawab bukan Saji</translation>
    </message>
    <message>
        <source>belongs to another restaurant</source>
        <translation>milik restoran lain</translation>
    </message>
    <message>
        <source>runs another version</source>
        <translation>memakai versi lain</translation>
    </message>
    <message>
        <source>does not know this kiosk</source>
        <translation>tidak mengenal kios ini</translation>
    </message>
    <message>
        <source>has gone silent</source>
        <translation>tiba-tiba diam</translation>
    </message>
    <message>
        <source>already connected another way</source>
        <translation>sudah tersambung lewat jalan lain</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Server pusat</translation>
    </message>
    <message>
        <source>Hub of this house</source>
        <translation>Hub di gedung ini</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>tersambung</translation>
    </message>
    <message>
        <source>by polling</source>
        <translation>lewat polling</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>tidak tersambung</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, sejak %2</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) waiting for the server</source>
        <translation><numerusform>%n catatan menunggu server</numerusform></translation>
    </message>
    <message>
        <source>The menu is being fetched. This takes a moment.</source>
        <translation>Menu sedang diambil. Sebentar lagi siap.</translation>
    </message>
    <message>
        <source>There is no menu on this kiosk yet. It comes by itself as soon as the server can be reached.</source>
        <translation>Kios ini belum punya menu. Menu datang sendiri begitu server terhubung.</translation>
    </message>
    <message>
        <source>its program is not running</source>
        <translation>programnya tidak berjalan</translation>
    </message>
    <message>
        <source>was removed from the restaurant</source>
        <translation>dikeluarkan dari restoran</translation>
    </message>
    <message>
        <source>the restaurant has removed this kiosk</source>
        <translation>restoran telah mengeluarkan kios ini</translation>
    </message>
    <message>
        <source>this kiosk has no network</source>
        <translation>kios ini tidak punya jaringan</translation>
    </message>
    <message>
        <source>the internet is away</source>
        <translation>internet sedang putus</translation>
    </message>
    <message>
        <source>there</source>
        <translation>ada</translation>
    </message>
    <message>
        <source>there, by polling</source>
        <translation>ada, berkala</translation>
    </message>
    <message>
        <source>not heard for %1</source>
        <translation>tidak terdengar %1</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>tidak terdengar</translation>
    </message>
    <message>
        <source>%1, heard %2 ago</source>
        <translation>%1, terdengar %2 lalu</translation>
    </message>
    <message>
        <source>Please order at the counter. Staff: to use this kiosk again, empty its data folder and pair it with a new code.</source>
        <translation>Silakan pesan di kasir. Staf: untuk memakai kios ini lagi, kosongkan folder datanya lalu pasangkan dengan kode baru.</translation>
    </message>
</context>
<context>
    <name>saji::Utilities</name>
    <message>
        <source>Change language: %1</source>
        <extracomment>%1 is the name of a language in that language</extracomment>
        <translation>Ganti bahasa: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Cancel this order</source>
        <translation>Batalkan pesanan ini</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Aksesibilitas</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
</context>
</TS>
