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
