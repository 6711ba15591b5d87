<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>saji::AllDayPanel</name>
    <message numerus="yes">
        <source>%n to make</source>
        <translation>
            <numerusform>%n to make</numerusform>
            <numerusform>%n to make</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more dish(es)</source>
        <translation>
            <numerusform>and %n more dish</numerusform>
            <numerusform>and %n more dishes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::KitchenWindow</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::PeerPresenter</name>
    <message numerus="yes">
        <source>%n kiosk(s)</source>
        <translation>
            <numerusform>%n kiosk</numerusform>
            <numerusform>%n kiosks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Really empty: the sources were heard within the last %n second(s).</source>
        <translation>
            <numerusform>Really empty: the sources were heard within the last second.</numerusform>
            <numerusform>Really empty: the sources were heard within the last %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Really empty: all kiosks were heard within the last %n second(s).</source>
        <translation>
            <numerusform>Really empty: all kiosks were heard within the last second.</numerusform>
            <numerusform>Really empty: all kiosks were heard within the last %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::PeerWords</name>
    <message numerus="yes">
        <source>%n part(s) of it cannot be used and are left out.</source>
        <translation>
            <numerusform>%n part of it cannot be used and is left out.</numerusform>
            <numerusform>%n parts of it cannot be used and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::StationHeader</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::TicketSummary</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n portion(s) on late tickets</source>
        <translation>
            <numerusform>%1, %n portion late</numerusform>
            <numerusform>%1, %n portions late</numerusform>
        </translation>
    </message>
</context>
</TS>
