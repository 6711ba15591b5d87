// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <transport/loopback.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {

//! Devices that come back from a backup, and devices that were cloned (docs/architecture.md section 1, rule 1).
class TestRestoredDevice : public QObject
{
    Q_OBJECT

private slots:
    void getsItsLostOrdersBack();
    void keepsWhatItWroteBeforeItMetAnybody();
    void keepsWhatItWroteWhenThePeerKnewLess();
    void everySessionOfItEnds();
    void aDeviceWithItsWholePastIsLeftAlone();
    void whatItWritesAfterABootBeforeItMetThoseWhoKnowCollidesWithNothing();
    void aBootBetweenTwoOrdersCostsNothingWhenItsPeersConfirmThePast();
    void aRestoredServerGetsItsOrdersBackFromItsDevices();

private:
    //! Writes `before`, takes a backup, writes `after`, and tells the peer of everything.
    void restore(Restaurant &restaurant, SyncNode &device, SyncNode &peer, int before, int after);
    //! Joins the two again and again, as a link keeper does, until nothing changes.
    void meet(Restaurant &restaurant, SyncNode &one, SyncNode &other);
};

void TestRestoredDevice::meet(Restaurant &restaurant, SyncNode &one, SyncNode &other)
{
    for (int i = 0; i < 4; ++i) {
        const auto ends = makeLoopback(restaurant.scheduler, u"one"_s, u"other"_s);
        SyncSession first(one.context(), ends.first);
        SyncSession second(other.context(), ends.second);
        restaurant.scheduler.advance(2s);
    }
}

void TestRestoredDevice::restore(Restaurant &restaurant, SyncNode &device, SyncNode &peer, int before, int after)
{
    QTemporaryDir backup;
    for (int i = 1; i <= before; ++i)
        device.append("before " + QByteArray::number(i));
    meet(restaurant, device, peer);
    device.close();
    device.backUpTo(backup.path());
    device.restart();
    for (int i = 1; i <= after; ++i)
        device.append("after " + QByteArray::number(i));
    meet(restaurant, device, peer);
    device.close();
    device.restoreFrom(backup.path());
    device.restart();
    restaurant.scheduler.advance(1min);
}

void TestRestoredDevice::getsItsLostOrdersBack()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    restore(restaurant, kiosk, server, 30, 11);
    const auto old = kiosk.log().identity().origin;
    QCOMPARE(kiosk.log().ownSeq(), 30);

    const auto ends = makeLoopback(restaurant.scheduler, u"one"_s, u"other"_s);
    {
        SyncSession first(kiosk.context(), ends.first);
        SyncSession second(server.context(), ends.second);
        QSignalSpy missing(&first, &SyncSession::ownPastMissing);
        QSignalSpy ended(&first, &SyncSession::ended);
        restaurant.scheduler.advance(1s);
        QCOMPARE(missing.size(), 1);
        QCOMPARE(missing.first().first().toULongLong(), 41);
        QCOMPARE(ended.size(), 1);
    }
    meet(restaurant, kiosk, server);
    QVERIFY(kiosk.log().identity().origin.epoch != old.epoch);
    QCOMPARE(kiosk.log().have().upTo(old), 41);
    QCOMPARE(kiosk.log().ownSeq(), 0); // nothing had to be told twice
    kiosk.append("next");
    meet(restaurant, kiosk, server);
    QCOMPARE(factsOf(kiosk), factsOf(server));
    QCOMPARE(kiosk.log().lastArrival(), 42);
    QCOMPARE(kiosk.log().have(), server.log().have());
}

void TestRestoredDevice::keepsWhatItWroteBeforeItMetAnybody()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    restore(restaurant, kiosk, server, 30, 11);
    for (int i = 1; i <= 3; ++i) // guests have numbers for these, under seqs that the server knows by other contents
        kiosk.append("offline " + QByteArray::number(i));
    meet(restaurant, kiosk, server);
    QCOMPARE(kiosk.log().have(), server.log().have());
    const auto facts = factsOf(server);
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(facts.count("offline " + QByteArray::number(i)), 1);
    for (int i = 1; i <= 11; ++i)
        QCOMPARE(facts.count("after " + QByteArray::number(i)), 1);
    QCOMPARE(factsOf(kiosk), facts);
}

void TestRestoredDevice::keepsWhatItWroteWhenThePeerKnewLess()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    restore(restaurant, kiosk, server, 30, 2);
    // More than the server ever had of it: no vector alone could tell.
    for (int i = 1; i <= 5; ++i)
        kiosk.append("offline " + QByteArray::number(i));
    QVERIFY(kiosk.log().ownSeq() > server.log().have().upTo(kiosk.log().identity().origin));
    meet(restaurant, kiosk, server);
    QCOMPARE(kiosk.log().have(), server.log().have());
    const auto facts = factsOf(server);
    QCOMPARE(factsOf(kiosk), facts);
    for (const auto *fact : {"offline 1", "offline 5", "after 1", "after 2", "before 30"})
        QVERIFY2(facts.contains(fact), fact);
    // Facts told twice carry the same stamp, which is how who folds them notices.
    QHash<quint64, QByteArrayList> byStamp;
    for (const auto &event : server.all())
        byStamp[event.stamp.hlc.value].append(event.payload);
    for (const auto &told : byStamp)
        QCOMPARE(QSet<QByteArray>(told.begin(), told.end()).size(), 1);
    QCOMPARE(byStamp.size(), 30 + 2 + 5);
}

void TestRestoredDevice::whatItWritesAfterABootBeforeItMetThoseWhoKnowCollidesWithNothing()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    restore(restaurant, kiosk, server, 30, 2);
    const auto old = kiosk.log().identity().origin;
    kiosk.close();
    kiosk.clock.reboot("boot-2");
    kiosk.restart();
    for (int i = 1; i <= 5; ++i)
        kiosk.append("offline " + QByteArray::number(i));
    QVERIFY(kiosk.log().identity().origin.epoch != old.epoch);
    // Who knows less takes it, and tells those who know more, before they have met the kiosk.
    meet(restaurant, kiosk, kitchen);
    meet(restaurant, kitchen, server);
    meet(restaurant, kiosk, server);
    meet(restaurant, kitchen, server);
    QCOMPARE(factsOf(server).size(), 30 + 2 + 5);
    QCOMPARE(factsOf(kiosk), factsOf(server));
    QCOMPARE(factsOf(kitchen), factsOf(server));
    QCOMPARE(kitchen.log().have(), server.log().have());
}

void TestRestoredDevice::aBootBetweenTwoOrdersCostsNothingWhenItsPeersConfirmThePast()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    kiosk.append("1");
    meet(restaurant, kiosk, server);
    const auto origin = kiosk.log().identity().origin;
    kiosk.close();
    kiosk.clock.reboot("boot-2");
    kiosk.restart();
    QVERIFY(!kiosk.log().isPastCertain());
    {
        const auto ends = makeLoopback(restaurant.scheduler, u"one"_s, u"other"_s);
        SyncSession first(kiosk.context(), ends.first);
        SyncSession second(server.context(), ends.second);
        QSignalSpy confirmed(&first, &SyncSession::ownPastConfirmed);
        restaurant.scheduler.advance(1s);
        QCOMPARE(confirmed.size(), 1);
    }
    kiosk.log().confirmOwnPast();
    kiosk.append("2");
    QCOMPARE(kiosk.log().identity().origin, origin);
    QCOMPARE(kiosk.log().ownSeq(), 2);
}

void TestRestoredDevice::everySessionOfItEnds()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    restore(restaurant, kiosk, server, 3, 3);
    const auto lan = makeLoopback(restaurant.scheduler, u"kiosk"_s, u"kitchen"_s);
    SyncSession toKitchen(kiosk.context(), lan.first);
    SyncSession fromKitchen(kitchen.context(), lan.second);
    restaurant.scheduler.advance(1s);
    QSignalSpy ended(&toKitchen, &SyncSession::ended);
    meet(restaurant, kiosk, server);
    QCOMPARE(ended.size(), 1);
}

void TestRestoredDevice::aDeviceWithItsWholePastIsLeftAlone()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    for (int i = 0; i < 100; ++i)
        kiosk.append("order");
    meet(restaurant, kiosk, server);
    const auto origin = kiosk.log().identity().origin;
    kiosk.append("unsent");
    kiosk.restart();
    meet(restaurant, kiosk, server);
    QCOMPARE(kiosk.log().identity().origin, origin);
    QCOMPARE(server.log().lastArrival(), 101);
}

void TestRestoredDevice::aRestoredServerGetsItsOrdersBackFromItsDevices()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    kiosk.append("order 0");
    restore(restaurant, server, kiosk, 2, 2); // "registered" facts of its own
    kiosk.append("order 1");
    meet(restaurant, server, kiosk);
    QCOMPARE(factsOf(server), QByteArrayList({"after 1", "after 2", "before 1", "before 2", "order 0", "order 1"}));
    QCOMPARE(server.log().have(), kiosk.log().have());
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestRestoredDevice)
#include "tst_restoreddevice.moc"
