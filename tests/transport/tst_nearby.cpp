// SPDX-License-Identifier: GPL-3.0-or-later
#include <transport/nearby.h>

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;

class TestNearby : public QObject
{
    Q_OBJECT

private slots:
    void knowsItsOwnNetwork_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isNear");
        const auto row = [](const char *host, bool isNear) { QTest::newRow(host) << QString::fromLatin1(host) << isNear; };
        row("127.0.0.1", true);
        row("::1", true);
        row("localhost", true);
        row("kasir.local", true);
        row("192.168.1.10", true);
        row("10.0.0.1", true);
        row("172.16.0.1", true);
        row("172.31.255.254", true);
        row("169.254.10.1", true);
        row("fe80::1", true);
        row("fd12::1", true);
        row("172.32.0.1", false);
        row("192.169.0.1", false);
        row("8.8.8.8", false);
        row("100.64.0.1", false);
        row("2001:db8::1", false);
        row("saji.example", false);
        row("", false);
    }

    void knowsItsOwnNetwork()
    {
        QFETCH(QString, host);
        QFETCH(bool, isNear);
        QCOMPARE(isNearby(host), isNear);
    }
};

QTEST_GUILESS_MAIN(TestNearby)
#include "tst_nearby.moc"
