<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>saji::AdminWindow</name>
    <message>
        <source>Store panel</source>
        <translation>Panel toko</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Kesehatan</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Perangkat</translation>
    </message>
</context>
<context>
    <name>saji::DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>No device heard yet</source>
        <translation>Belum ada perangkat yang terdengar</translation>
    </message>
    <message>
        <source>Each kiosk, kitchen, hub and server appears here as soon as this panel hears of it.</source>
        <translation>Setiap kios, dapur, hub, dan server muncul di sini begitu panel ini mendengarnya.</translation>
    </message>
</context>
<context>
    <name>saji::HealthPage</name>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>What you should do</source>
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
</context>
<context>
    <name>saji::JournalCard</name>
    <message>
        <source>Latest events</source>
        <translation>Kejadian terakhir</translation>
    </message>
</context>
</TS>
