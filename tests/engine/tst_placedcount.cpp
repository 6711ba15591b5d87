// SPDX-License-Identifier: GPL-3.0-or-later
#include "placedcount.h"
#include "vault.h"

#include <QTest>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! How many orders lie between two places of a log, while both move on.
class TestPlacedCount : public QObject
{
    Q_OBJECT

private slots:
    void followsOrdersThatComeAndOrdersThatArrive()
    {
        Vault kiosk;
        Vault server(u"Server"_s, NodeKind::Server);
        PlacedCount count(kiosk.log());
        QCOMPARE(count.between({}, {}), 0);
        kiosk.appendMany(150, 10);
        QCOMPARE(count.between({}, kiosk.log().have()), 150);
        deliver(kiosk, server);
        kiosk.appendMany(3, 10);
        QCOMPARE(count.between(server.log().have(), kiosk.log().have()), 3);
        deliver(kiosk, server);
        QCOMPARE(count.between(server.log().have(), kiosk.log().have()), 0);
    }

    void whatWasTrimmedOnTheWayIsNotCountedForEver()
    {
        Vault kiosk;
        Vault server(u"Server"_s, NodeKind::Server);
        PlacedCount count(kiosk.log());
        kiosk.appendMany(10, 10);
        QCOMPARE(count.between({}, kiosk.log().have()), 10);
        // Nobody looks for a week.
        deliver(kiosk, server);
        kiosk.clock.advance(8 * 24h);
        QVERIFY(trimAll(kiosk) > 0);
        kiosk.appendMany(2, 10);
        QCOMPARE(count.between(server.log().have(), kiosk.log().have()), 2);
    }

    void aServerThatWasPutBackLacksThemAgain()
    {
        Vault kiosk;
        PlacedCount count(kiosk.log());
        kiosk.appendMany(10, 10);
        QCOMPARE(count.between(kiosk.log().have(), kiosk.log().have()), 0);
        VersionVector older;
        older.raise(kiosk.log().identity().origin, 4);
        QCOMPARE(count.between(older, kiosk.log().have()), 6);
    }

    void ordersAreToldFromYoungerOnesByTheirBirth()
    {
        Vault kiosk;
        kiosk.appendMany(120, 10);
        const auto born = kiosk.log().now();
        kiosk.clock.advance(1h);
        kiosk.appendMany(5, 10);
        const auto own = kiosk.log().identity().origin;
        const auto have = kiosk.log().have();
        QCOMPARE(kiosk.log().bornBy(born, {}, have)->upTo(own), 120);
        QCOMPARE(kiosk.log().bornBy(born, *kiosk.log().bornBy(born, {}, have), have)->upTo(own), 120);
        QCOMPARE(kiosk.log().bornBy(kiosk.log().now(), {}, have)->upTo(own), 125);
        QCOMPARE(kiosk.log().bornBy(born - 1h, {}, have)->upTo(own), 0);
        QCOMPARE(kiosk.log().bornBy(born, have, have)->upTo(own), 125); // not looked for below
    }
};

QTEST_GUILESS_MAIN(TestPlacedCount)
#include "tst_placedcount.moc"
