<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>saji::DeviceTable</name>
    <message numerus="yes">
        <source>%n more in the list of all devices</source>
        <translation>
            <numerusform>%n more in the list of all devices</numerusform>
            <numerusform>%n more in the list of all devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::HealthJournal</name>
    <message numerus="yes">
        <source>%n device(s) known</source>
        <translation>
            <numerusform>%n device known</numerusform>
            <numerusform>%n devices known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) within %1</source>
        <translation>
            <numerusform>%n device within %1</numerusform>
            <numerusform>%n devices within %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) had waited</source>
        <translation>
            <numerusform>%n record had waited</numerusform>
            <numerusform>%n records had waited</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::HealthPage</name>
    <message numerus="yes">
        <source>and %n more in the table</source>
        <translation>
            <numerusform>and %n more in the table</numerusform>
            <numerusform>and %n more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::HealthPresenter</name>
    <message>
        <source>Sold out, but not stopped yet: %1.</source>
        <translation>Sold out, but not stopped yet: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 heard within the last %n second(s), checked at %2.</source>
        <translation>
            <numerusform>%1 heard within the last second, checked at %2.</numerusform>
            <numerusform>%1 heard within the last %n seconds, checked at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) today</source>
        <translation>
            <numerusform>%n order today</numerusform>
            <numerusform>%n orders today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All well. %1, %n record(s) on the way to the server.</source>
        <translation>
            <numerusform>All well. %1, %n record on the way to the server.</numerusform>
            <numerusform>All well. %1, %n records on the way to the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices are silent.</source>
        <translation>
            <numerusform>%n device is silent.</numerusform>
            <numerusform>%n devices are silent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait to be sent; none is lost.</source>
        <translation>
            <numerusform>%n record waits to be sent; none is lost.</numerusform>
            <numerusform>%n records wait to be sent; none is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices need a look.</source>
        <translation>
            <numerusform>%n device needs a look.</numerusform>
            <numerusform>%n devices need a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait for the server.</source>
        <translation>
            <numerusform>%n record waits for the server.</numerusform>
            <numerusform>%n records wait for the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s) wait for the server</source>
        <translation>
            <numerusform>%1: %n record waits for the server</numerusform>
            <numerusform>%1: %n records wait for the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n device(s) that tell</source>
        <translation>
            <numerusform>on %n device that tells</numerusform>
            <numerusform>on %n devices that tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n normal</source>
        <translation>
            <numerusform>%n normal</numerusform>
            <numerusform>%n normal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n silent</numerusform>
            <numerusform>%n silent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shows another board than the others</source>
        <translation>%1 shows another board than the others</translation>
    </message>
    <message>
        <source>It knows the same orders and was asked to add them up again, which did not help. Compare its tickets with another screen, start it again, and tell a technician.</source>
        <translation>It knows the same orders and was asked to add them up again, which did not help. Compare its tickets with another screen, start it again, and tell a technician.</translation>
    </message>
    <message>
        <source>This panel was removed from the restaurant.</source>
        <translation>This panel was removed from the restaurant.</translation>
    </message>
</context>
<context>
    <name>saji::OutboxPresenter</name>
    <message numerus="yes">
        <source>%1 Tried %n time(s) so far.</source>
        <translation>
            <numerusform>%1 Tried once so far.</numerusform>
            <numerusform>%1 Tried %n times so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) ago</source>
        <translation>
            <numerusform>%1, %n day ago</numerusform>
            <numerusform>%1, %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them on one device only.</source>
        <translation>
            <numerusform>%n of them on one device only.</numerusform>
            <numerusform>%n of them on one device only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on one device only</source>
        <translation>
            <numerusform>%n on one device only</numerusform>
            <numerusform>%n on one device only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) on the way to the server.</source>
        <translation>
            <numerusform>%n order on the way to the server.</numerusform>
            <numerusform>%n orders on the way to the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait for the server.</source>
        <translation>
            <numerusform>%n order waits for the server.</numerusform>
            <numerusform>%n orders wait for the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Next try in %n second.</numerusform>
            <numerusform>Next try in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server has a remark on %n order(s).</source>
        <translation>
            <numerusform>The server has a remark on %n order.</numerusform>
            <numerusform>The server has a remark on %n orders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more in quarantine</source>
        <translation>
            <numerusform>and %n more in quarantine</numerusform>
            <numerusform>and %n more in quarantine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more that wait</source>
        <translation>
            <numerusform>and %n more that waits</numerusform>
            <numerusform>and %n more that wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have not reached the server for a day.</source>
        <translation>
            <numerusform>%n order has not reached the server for a day.</numerusform>
            <numerusform>%n orders have not reached the server for a day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::DeviceFacts</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
</TS>
