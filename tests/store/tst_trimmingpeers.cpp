// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <store/projectionstore.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

constexpr auto week = 7 * 24h;

} // namespace

//! What a trimmed log tells others: who lacks what is gone goes on from the floor.
class TestTrimmingPeers : public QObject
{
    Q_OBJECT

private slots:
    void aPeerThatLacksTrimmedEventsIsPassedOver();
    void othersOfTheSamePeerStillArrive();
    void aNewcomerGoesOnFromTheFloor();
    void whoWasAwayForLongGoesOnFromTheFloor();
    void nothingUnreadIsGivenUp();
    void theServerWaitsForWhatIsMissing();
    void aDeviceDoesNotGiveUpItsOwnPast();
    void onlyTheEventRightAboveTheFloorIsTaken();
    void aRestoredDeviceKnowsItsTrimmedPastIsShared();
};

void TestTrimmingPeers::aPeerThatLacksTrimmedEventsIsPassedOver()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(10, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    const auto own = kiosk.log().identity().origin;
    QVERIFY(kiosk.log().lackedBy({}, 10, 1000)->isEmpty());
    VersionVector peer;
    peer.raise(own, 8);
    QVERIFY(kiosk.log().lackedBy(peer, 10, 1000)->isEmpty());
    peer.raise(own, 9);
    QCOMPARE(kiosk.log().lackedBy(peer, 10, 1000)->size(), 1);
    // Asked with what the peer would do without:
    QCOMPARE(kiosk.log().lackedBy(kiosk.log().floor(), 10, 1000)->size(), 1);
}

void TestTrimmingPeers::othersOfTheSamePeerStillArrive()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen);
    Vault kiosk;
    kiosk.appendMany(10, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    kitchen.append("sold out");
    kiosk.exchangeWith(kitchen);
    Vault newcomer(u"Kios C"_s);
    kiosk.exchangeWith(newcomer);
    QCOMPARE(newcomer.payloads(), QByteArrayList{"sold out"});
}

void TestTrimmingPeers::aNewcomerGoesOnFromTheFloor()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(10, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    kiosk.append("today's order");
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen); // a new screen, and the server is not reachable
    const auto own = kiosk.log().identity().origin;
    const auto events = kiosk.log().lackedBy(kiosk.log().floor(), 10, 1000);
    QVERIFY(events);
    QCOMPARE(kitchen.log().merge(*events)->deferred, 2);
    const auto merged = kitchen.log().merge(*events, kiosk.log().floor());
    QVERIFY(merged);
    QCOMPARE(merged->added, 2);
    QCOMPARE(kitchen.payloads().last(), "today's order");
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(kitchen.log().have().upTo(own), 11);
        QCOMPARE(kitchen.log().floor().upTo(own), 9);
        QVERIFY(!kitchen.reopen());
    }
    kiosk.append("and the next");
    kiosk.exchangeWith(kitchen);
    QCOMPARE(kitchen.payloads().last(), "and the next");
    // What it never had it cannot give.
    Vault other(u"Dapur 2"_s, NodeKind::Kitchen);
    kitchen.exchangeWith(other);
    QVERIFY(other.payloads().isEmpty());
}

void TestTrimmingPeers::whoWasAwayForLongGoesOnFromTheFloor()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen);
    Vault kiosk;
    kiosk.appendMany(5, 10);
    kiosk.exchangeWith(kitchen);
    kiosk.appendMany(5, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    const auto own = kiosk.log().identity().origin;
    const auto arrival = kitchen.log().lastArrival();
    const auto events = kiosk.log().lackedBy(kiosk.log().floor(), 10, 1000);
    QCOMPARE(kitchen.log().merge(*events, kiosk.log().floor())->added, 1);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(kitchen.log().have().upTo(own), 10);
        QCOMPARE(kitchen.log().floor().upTo(own), 9);
        QCOMPARE(kitchen.log().lastArrival(), arrival + 1);
        QCOMPARE(kitchen.payloads().size(), 1); // without a hole
        QVERIFY(!kitchen.reopen());
    }
}

void TestTrimmingPeers::nothingUnreadIsGivenUp()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen);
    Vault kiosk;
    kiosk.appendMany(5, 10);
    kiosk.exchangeWith(kitchen);
    kiosk.appendMany(5, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    const auto events = kiosk.log().lackedBy(kiosk.log().floor(), 10, 1000);
    {
        const auto orders = ProjectionStore::open(kitchen.database(), u"orders"_s, 1);
        QVERIFY((*orders)->commit(4, {}));
        QCOMPARE(kitchen.log().merge(*events, kiosk.log().floor())->deferred, 1);
        QCOMPARE(kitchen.payloads().size(), 5);
        QVERIFY((*orders)->commit(5, {}));
        QCOMPARE(kitchen.log().merge(*events, kiosk.log().floor())->added, 1);
    }
}

void TestTrimmingPeers::theServerWaitsForWhatIsMissing()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(10, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    Vault another(u"Server 2"_s, NodeKind::Server);
    const auto events = kiosk.log().lackedBy(kiosk.log().floor(), 10, 1000);
    QCOMPARE(another.log().merge(*events, kiosk.log().floor())->deferred, 1);
    another.exchangeWith(server);
    QCOMPARE(another.payloads().size(), 10);
}

void TestTrimmingPeers::aDeviceDoesNotGiveUpItsOwnPast()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen);
    Vault kiosk;
    kiosk.append("1");
    kiosk.backUp();
    kiosk.appendMany(5, 10);
    kiosk.exchangeWith(kitchen);
    deliver(kitchen, server);
    kitchen.clock.advance(week + 1s);
    trimAll(kitchen);
    kiosk.close();
    scribble(kiosk.databaseFile(), 0, 4096);
    QVERIFY(kiosk.reopen());
    const auto events = kitchen.log().lackedBy(kitchen.log().floor(), 10, 1000);
    QCOMPARE(kiosk.log().merge(*events, kitchen.log().floor())->deferred, 1);
    kiosk.exchangeWith(server);
    QCOMPARE(kiosk.payloads().size(), 6);
}

void TestTrimmingPeers::onlyTheEventRightAboveTheFloorIsTaken()
{
    Vault kiosk;
    kiosk.appendMany(10, 10);
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen);
    const auto all = kiosk.log().lackedBy({}, 100, 10'000);
    VersionVector floor;
    floor.raise(kiosk.log().identity().origin, 5);
    QCOMPARE(kitchen.log().merge(all->mid(7), floor)->deferred, 3);
    QVERIFY(kitchen.log().have().isEmpty());
    // Who has everything below needs no floor.
    QCOMPARE(kitchen.log().merge(*all, floor)->added, 10);
    QVERIFY(kitchen.log().floor().isEmpty());
}

void TestTrimmingPeers::aRestoredDeviceKnowsItsTrimmedPastIsShared()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(10, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    kiosk.append("11");
    const auto old = kiosk.log().identity().origin;
    QVERIFY(kiosk.log().adoptOwnPast(0, kiosk.random)); // a peer that says nothing of use
    const auto fresh = kiosk.log().identity().origin;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(kiosk.log().have().upTo(old), 10);
        QCOMPARE(kiosk.log().floor().upTo(old), 9);
        QCOMPARE(kiosk.log().have().upTo(fresh), 1);
        QCOMPARE(kiosk.log().floor().upTo(fresh), 0);
        QVERIFY(!kiosk.reopen());
    }
    kiosk.exchangeWith(server);
    QCOMPARE(server.payloads().size(), 11);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestTrimmingPeers)
#include "tst_trimmingpeers.moc"
