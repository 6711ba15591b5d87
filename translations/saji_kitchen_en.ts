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
    <message>
        <source>Hub silent since %1: %2.</source>
        <translation>Hub silent since %1: %2.</translation>
    </message>
    <message>
        <source>Orders still come in another way. %1</source>
        <translation>Orders still come in another way. %1</translation>
    </message>
    <message>
        <source>This screen was removed from the restaurant. New orders cannot show here.</source>
        <translation>This screen was removed from the restaurant. New orders cannot show here.</translation>
    </message>
    <message>
        <source>This board is incomplete: this screen was removed from the restaurant.</source>
        <translation>This board is incomplete: this screen was removed from the restaurant.</translation>
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
    <message>
        <source>its program is not running</source>
        <translation>its program is not running</translation>
    </message>
    <message>
        <source>the restaurant has removed it</source>
        <translation>the restaurant has removed it</translation>
    </message>
    <message>
        <source>the restaurant has removed this device</source>
        <translation>the restaurant has removed this device</translation>
    </message>
    <message>
        <source>Nobody lets it in any more. To use it again, empty its data folder and pair it with a new code.</source>
        <translation>Nobody lets it in any more. To use it again, empty its data folder and pair it with a new code.</translation>
    </message>
    <message>
        <source>Ask the manager. To use it again, empty its data folder and pair it with a new code.</source>
        <translation>Ask the manager. To use it again, empty its data folder and pair it with a new code.</translation>
    </message>
    <message>
        <source>this device has no network</source>
        <translation>this device has no network</translation>
    </message>
    <message>
        <source>the internet is away</source>
        <translation>the internet is away</translation>
    </message>
    <message>
        <source>Its machine is on: start Saji there, or start the machine again.</source>
        <translation>Its machine is on: start Saji there, or start the machine again.</translation>
    </message>
    <message>
        <source>Check the network cable or Wi-Fi of this device.</source>
        <translation>Check the network cable or Wi-Fi of this device.</translation>
    </message>
    <message>
        <source>Check its network cable; if that is well, start it again.</source>
        <translation>Check its network cable; if that is well, start it again.</translation>
    </message>
    <message>
        <source>removed from the restaurant</source>
        <translation>removed from the restaurant</translation>
    </message>
    <message>
        <source>removed from the restaurant, %1</source>
        <translation>removed from the restaurant, %1</translation>
    </message>
    <message>
        <source>removed by %1</source>
        <translation>removed by %1</translation>
    </message>
    <message>
        <source>removed by %1, %2</source>
        <translation>removed by %1, %2</translation>
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
