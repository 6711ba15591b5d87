// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <store/logtrimmer.h>
#include <store/projectionstore.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

constexpr auto week = 7 * 24h;

//! The server has everything that the device has, and the device has heard so.
void deliver(Vault &device, Vault &server)
{
    device.exchangeWith(server);
    QVERIFY(device.log().rememberPeer(NodeKind::Server, server.log().have()));
}

int trimAll(Vault &vault)
{
    int sum = 0;
    while (true) {
        const auto trimmed = vault.log().trim({});
        if (!trimmed)
            qFatal("%s", qPrintable(trimmed.error().detail));
        if (*trimmed == 0)
            return sum;
        sum += *trimmed;
    }
}

} // namespace

class TestTrimming : public QObject
{
    Q_OBJECT

private slots:
    void whatTheServerHasGoesAfterAWeek();
    void whatTheServerLacksNeverGoes();
    void whatSomebodyStillNeedsStays();
    void countsKindsBetweenTwoPlaces();
    void youngEventsStay();
    void theServerKeepsEverything();
    void whatIsKnownOutlivesTheEvents();
    void countersOutliveTheEvents();
    void anOriginThatIsGoneForLongIsStillKnown();
    void aFewAtATime();
    void whatNoProjectionHasReadStays();
    void sinceReadsOnOverTheGap();
    void aPeerThatLacksTrimmedEventsIsPassedOver();
    void othersOfTheSamePeerStillArrive();
    void aNewcomerGoesOnFromTheFloor();
    void whoWasAwayForLongGoesOnFromTheFloor();
    void nothingUnreadIsGivenUp();
    void theServerWaitsForWhatIsMissing();
    void aDeviceDoesNotGiveUpItsOwnPast();
    void onlyTheEventRightAboveTheFloorIsTaken();
    void theOldestUnsentIsFoundAboveTheFloor();
    void aRestoredDeviceKnowsItsTrimmedPastIsShared();
    void happensByItselfWithPauses();
};

void TestTrimming::whatTheServerHasGoesAfterAWeek()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(50, 10);
    deliver(kiosk, server);
    QCOMPARE(trimAll(kiosk), 0);
    kiosk.clock.advance(week + 1s);
    QCOMPARE(trimAll(kiosk), 49);
    const auto own = kiosk.log().identity().origin;
    QCOMPARE(kiosk.log().floor().upTo(own), 49);
    QCOMPARE(kiosk.payloads().size(), 1); // the newest carries on what is known
    QCOMPARE(kiosk.append("next").event.stamp.seq, 51);
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().floor().upTo(own), 49);
    QCOMPARE(kiosk.payloads().size(), 2);
}

void TestTrimming::whatTheServerLacksNeverGoes()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault hub(u"Hub"_s, NodeKind::Hub);
    Vault kiosk;
    kiosk.appendMany(10, 10);
    deliver(kiosk, server);
    kiosk.appendMany(20, 10);
    kiosk.exchangeWith(hub); // a second copy, but not the server's
    QVERIFY(kiosk.log().rememberPeer(NodeKind::Hub, hub.log().have()));
    kiosk.clock.advance(30 * 24h);
    QCOMPARE(trimAll(kiosk), 9);
    QCOMPARE(trimAll(hub), 0); // it has not heard of a server
    QCOMPARE(hub.payloads().size(), 30);
    QCOMPARE(kiosk.payloads().size(), 21);
}

void TestTrimming::whatSomebodyStillNeedsStays()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(50, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    const auto own = kiosk.log().identity().origin;
    int asked = 0;
    TrimPolicy policy;
    policy.firstNeeded = [&] {
        ++asked;
        return QHash<Origin, quint64>{{own, 11}};
    };
    QCOMPARE(*kiosk.log().trim(policy), 10);
    QCOMPARE(kiosk.log().floor().upTo(own), 10);
    QCOMPARE(*kiosk.log().trim(policy), 0);
    QCOMPARE(trimAll(kiosk), 39);
    asked = 0;
    QCOMPARE(*kiosk.log().trim(policy), 0);
    QCOMPARE(asked, 0); // nothing could go, so nobody was asked
}

void TestTrimming::countsKindsBetweenTwoPlaces()
{
    Vault kiosk;
    kiosk.appendMany(5, 10);
    const auto half = kiosk.log().have();
    kiosk.appendMany(7, 10);
    const auto kind = kiosk.log().since(0, 1)->first().event.kind;
    QCOMPARE(*kiosk.log().countBetween(kind, {}, kiosk.log().have()), 12);
    QCOMPARE(*kiosk.log().countBetween(kind, half, kiosk.log().have()), 7);
    QCOMPARE(*kiosk.log().countBetween(kind, kiosk.log().have(), half), 0);
    QCOMPARE(*kiosk.log().countBetween(u"another.kind"_s, {}, kiosk.log().have()), 0);
}

void TestTrimming::youngEventsStay()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.append("old");
    kiosk.append("old");
    kiosk.clock.advance(week - 1h);
    kiosk.append("young");
    deliver(kiosk, server);
    kiosk.clock.advance(2h);
    QCOMPARE(trimAll(kiosk), 2);
    QCOMPARE(kiosk.payloads(), QByteArrayList{"young"});
    kiosk.clock.jumpWall(365 * 24h); // ages are of a clock that nobody sets
    kiosk.append("younger");
    deliver(kiosk, server);
    QCOMPARE(trimAll(kiosk), 0);
}

void TestTrimming::theServerKeepsEverything()
{
    Vault server(u"Server"_s, NodeKind::Server);
    server.appendMany(10, 10);
    QVERIFY(server.log().rememberPeer(NodeKind::Server, server.log().have()));
    server.clock.advance(365 * 24h);
    QCOMPARE(trimAll(server), 0);
    QCOMPARE(server.payloads().size(), 10);
}

void TestTrimming::whatIsKnownOutlivesTheEvents()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kitchen(u"Dapur"_s, NodeKind::Kitchen);
    Vault kiosk;
    kiosk.appendMany(20, 10);
    kiosk.exchangeWith(kitchen);
    kitchen.appendMany(20, 10);
    kiosk.exchangeWith(kitchen);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    const auto have = kiosk.log().have();
    const auto stamp = kiosk.log().lastStamp();
    const auto arrival = kiosk.log().lastArrival();
    const auto now = kiosk.log().now();
    QCOMPARE(trimAll(kiosk), 38);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(kiosk.log().have(), have);
        QCOMPARE(kiosk.log().lastStamp(), stamp);
        QCOMPARE(kiosk.log().lastArrival(), arrival);
        QVERIFY(kiosk.log().now() >= now);
        QVERIFY(!kiosk.reopen());
    }
    const auto next = kiosk.append("next");
    QCOMPARE(next.arrival, arrival + 1);
    QVERIFY(stamp < next.event.stamp.hlc);
    kiosk.exchangeWith(server);
    QCOMPARE(server.payloads().size(), 41);
}

void TestTrimming::countersOutliveTheEvents()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(5, 10);
    QCOMPARE(kiosk.draw(u"A"_s), 1);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    QCOMPARE(trimAll(kiosk), 4);
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.draw(u"A"_s), 2);
}

void TestTrimming::anOriginThatIsGoneForLongIsStillKnown()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault old(u"Kios Z"_s);
    Vault kiosk;
    old.appendMany(10, 10);
    kiosk.exchangeWith(old);
    deliver(kiosk, server);
    kiosk.clock.advance(365 * 24h);
    trimAll(kiosk);
    QVERIFY(!kiosk.reopen());
    QCOMPARE(kiosk.log().have().upTo(old.log().identity().origin), 10);
    const auto again = kiosk.log().merge({old.log().since(0, 1)->first().event});
    QVERIFY(again);
    QCOMPARE(again->known, 1); // and not taken for news
}

void TestTrimming::aFewAtATime()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(1000, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    TrimPolicy policy;
    policy.atOnce = 300;
    QList<int> batches;
    for (int i = 0; i < 5; ++i)
        batches.append(*kiosk.log().trim(policy));
    QCOMPARE(batches, QList<int>({300, 300, 300, 99, 0}));
}

void TestTrimming::whatNoProjectionHasReadStays()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(10, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    {
        const auto orders = ProjectionStore::open(kiosk.database(), u"orders"_s, 1);
        const auto days = ProjectionStore::open(kiosk.database(), u"days"_s, 1);
        QVERIFY(orders && days);
        QCOMPARE(trimAll(kiosk), 0);
        QVERIFY((*orders)->commit(8, {{"key", "body", true}}));
        QCOMPARE(trimAll(kiosk), 0);
        QVERIFY((*days)->commit(3, {}));
        QCOMPARE(trimAll(kiosk), 3);
        QVERIFY((*days)->commit(10, {}));
        QCOMPARE(trimAll(kiosk), 5);
        QCOMPARE(*(*orders)->body("key"), std::optional<QByteArray>("body")); // what was folded stays
    }
    QCOMPARE(kiosk.payloads().size(), 2);
}

void TestTrimming::sinceReadsOnOverTheGap()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(5, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    kiosk.append("6");
    const auto rows = kiosk.log().since(2, 10);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->first().arrival, 5);
    QCOMPARE(*kiosk.log().stampOf(kiosk.log().identity().origin, 4), std::nullopt);
    QVERIFY(*kiosk.log().stampOf(kiosk.log().identity().origin, 5));
}

void TestTrimming::aPeerThatLacksTrimmedEventsIsPassedOver()
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

void TestTrimming::othersOfTheSamePeerStillArrive()
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

void TestTrimming::aNewcomerGoesOnFromTheFloor()
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

void TestTrimming::whoWasAwayForLongGoesOnFromTheFloor()
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

void TestTrimming::nothingUnreadIsGivenUp()
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

void TestTrimming::theServerWaitsForWhatIsMissing()
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

void TestTrimming::aDeviceDoesNotGiveUpItsOwnPast()
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

void TestTrimming::onlyTheEventRightAboveTheFloorIsTaken()
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

void TestTrimming::theOldestUnsentIsFoundAboveTheFloor()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(10, 10);
    deliver(kiosk, server);
    kiosk.clock.advance(week + 1s);
    trimAll(kiosk);
    kiosk.append("unsent");
    kiosk.clock.advance(5s);
    QCOMPARE(kiosk.log().oldestLackedBy(server.log().have()), std::optional(Milliseconds(5s)));
    QVERIFY(kiosk.log().oldestLackedBy({}) > std::optional(Milliseconds(week)));
}

void TestTrimming::aRestoredDeviceKnowsItsTrimmedPastIsShared()
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

void TestTrimming::happensByItselfWithPauses()
{
    Vault server(u"Server"_s, NodeKind::Server);
    Vault kiosk;
    kiosk.appendMany(1000, 10);
    deliver(kiosk, server);
    LogTrimmer trimmer(kiosk.log(), kiosk.scheduler);
    trimmer.start();
    kiosk.scheduler.advance(6 * 24h);
    QCOMPARE(kiosk.payloads().size(), 1000);
    kiosk.scheduler.advance(24h - 1min);
    QCOMPARE(kiosk.payloads().size(), 1000);
    kiosk.scheduler.advance(1min); // the hour strikes: the first few
    QCOMPARE(kiosk.payloads().size(), 800);
    kiosk.scheduler.advance(1s);
    QCOMPARE(kiosk.payloads().size(), 1);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestTrimming)
#include "tst_trimming.moc"
