// SPDX-License-Identifier: GPL-3.0-or-later
//
// DNS-SD by a real Avahi daemon on a host of its own, with a message bus of its own.
#include "lan.h"

#include <transport/discovery.h>

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 20'000;

//! Where Debian puts daemons.
QString daemonPath(const QString &name)
{
    const auto found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s}) : found;
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

//! A device that announces itself by the daemon, and what it sees.
struct Device
{
    explicit Device(int number) : browser(makeServiceBrowser())
    {
        self = {DeviceId(QUuid(uint(number), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0)), u"kiosk"_s, u"pasar-saji"_s, quint16(4000 + number), false, false};
        QObject::connect(browser.get(), &Discovery::seen, browser.get(), [this](const Sighting &device) { seen.insert(device.device.device, device); });
        QObject::connect(browser.get(), &Discovery::lost, browser.get(), [this](const DeviceId &device) { seen.remove(device); });
        browser->announce(self);
    }

    bool sees(const Device &other) const { return seen.contains(other.self.device); }

    std::unique_ptr<Discovery> browser;
    Announcement self;
    QHash<DeviceId, Sighting> seen;
};

} // namespace

class TestServiceBrowser : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Lan> m_lan;
    LanHost *m_host = nullptr;
    QProcess m_bus;
    QProcess m_daemon;

    void startDaemon()
    {
        m_daemon.start(daemonPath(u"avahi-daemon"_s),
                       {u"--no-drop-root"_s, u"--no-chroot"_s, u"--no-rlimits"_s, u"-f"_s, m_folder.filePath(u"avahi.conf"_s)});
        QVERIFY(m_daemon.waitForStarted());
    }

    void endDaemon()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

private slots:
    void initTestCase()
    {
        for (const auto &[name, package] : {std::pair{u"dbus-daemon"_s, u"dbus-daemon"_s}, std::pair{u"avahi-daemon"_s, u"avahi-daemon"_s}}) {
            if (daemonPath(name).isEmpty())
                QSKIP(qPrintable(u"the program %1 is missing (Debian: %2)"_s.arg(name, package)));
        }
        if (const auto why = Lan::hindrance(); !why.isEmpty())
            QSKIP(qPrintable(u"no host can be made here: "_s + why));
        if (QFile::exists(u"/run/avahi-daemon/pid"_s))
            QSKIP("this machine's own Avahi daemon is running, and a second one refuses to");
        m_lan = std::make_unique<Lan>();
        const auto host = m_lan->addHost(u"10.77.1.1"_s);
        QVERIFY2(host, host ? "" : qPrintable(host.error().detail));
        m_host = *host;
        write(m_folder.filePath(u"bus.conf"_s),
              "<busconfig><type>system</type><listen>unix:path=" + m_folder.filePath(u"bus"_s).toUtf8() +
                  "</listen><auth>EXTERNAL</auth><policy context='default'><allow user='*'/><allow own='*'/><allow send_destination='*'/>"
                  "<allow receive_sender='*'/></policy></busconfig>");
        write(m_folder.filePath(u"avahi.conf"_s), "[server]\nuse-ipv4=yes\nuse-ipv6=no\nallow-interfaces=eth0\n[wide-area]\nenable-wide-area=no\n");
        m_bus.start(daemonPath(u"dbus-daemon"_s), {u"--config-file"_s, m_folder.filePath(u"bus.conf"_s), u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForReadyRead());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.readAllStandardOutput().trimmed());
        m_daemon.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
        m_daemon.setChildProcessModifier([host = m_host] { host->enter(); });
    }

    void devicesFindEachOtherThroughADaemonThatStartsLater()
    {
        Device first(1);
        Device second(2);
        QTest::qWait(200);
        QVERIFY(first.seen.isEmpty()); // nobody there yet, and nobody complains
        startDaemon();
        QTRY_VERIFY_WITH_TIMEOUT(first.sees(second) && second.sees(first), patienceMs);
        const auto sighting = first.seen.value(second.self.device);
        QCOMPARE(sighting.address, u"10.77.1.1"_s);
        QCOMPARE(sighting.device, second.self);

        second.self.hasHub = true;
        second.browser->announce(second.self);
        QTRY_VERIFY_WITH_TIMEOUT(first.seen.value(second.self.device).device.hasHub, patienceMs);

        endDaemon();
        QTRY_VERIFY_WITH_TIMEOUT(first.seen.isEmpty(), patienceMs);
        startDaemon();
        QTRY_VERIFY_WITH_TIMEOUT(first.sees(second) && second.sees(first), patienceMs);
        second.browser.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!first.sees(second), patienceMs);
        endDaemon();
    }

    void cleanupTestCase()
    {
        endDaemon();
        m_bus.terminate();
        m_bus.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(TestServiceBrowser)
#include "tst_servicebrowser.moc"
