<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>saji::AdminWindow</name>
    <message>
        <source>Store panel</source>
        <translation>Store panel</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
</context>
<context>
    <name>saji::DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>No device heard yet</source>
        <translation>No device heard yet</translation>
    </message>
    <message>
        <source>Each kiosk, kitchen, hub and server appears here as soon as this panel hears of it.</source>
        <translation>Each kiosk, kitchen, hub and server appears here as soon as this panel hears of it.</translation>
    </message>
</context>
<context>
    <name>saji::HealthPage</name>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>What you should do</source>
        <translation>What you should do</translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>heard %1</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>queue %1</translation>
    </message>
</context>
<context>
    <name>saji::JournalCard</name>
    <message>
        <source>Latest events</source>
        <translation>Latest events</translation>
    </message>
</context>
</TS>
