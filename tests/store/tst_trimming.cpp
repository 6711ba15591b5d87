// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault.h"

#include <store/logtrimmer.h>
#include <store/projectionstore.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

constexpr auto week = 7 * 24h;

} // namespace

//! What leaves a device, and when; what is known all the same.
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
    void theOldestUnsentIsFoundAboveTheFloor();
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
