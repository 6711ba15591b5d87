// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"
#include "syncnode.h"
#include "wiretap.h"

#include <transport/loopback.h>

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

//! Two nodes and one link between them, with a tap at each end.
struct Joined
{
    Joined(Restaurant &restaurant, SyncNode &one, SyncNode &other, LinkKind kind = LinkKind::Loopback, Milliseconds delay = 0ms,
           Reach reach = Reach::Lan)
    {
        const auto ends = makeLoopback(restaurant.scheduler, one.log().identity().name, other.log().identity().name, kind, delay);
        atOne = std::make_unique<Wiretap>(*ends.first);
        atOther = std::make_unique<Wiretap>(*ends.second);
        first = std::make_unique<SyncSession>(one.context(), ends.first, nullptr, reach);
        second = std::make_unique<SyncSession>(other.context(), ends.second);
    }

    std::unique_ptr<Wiretap> atOne, atOther;
    std::unique_ptr<SyncSession> first, second;
};

} // namespace

class TestSyncSession : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { FaultyVfs::heal(); }

    void anOrderReachesThePeerAndIsAcknowledged();
    void whatBothHaveWrittenMeanwhileTravelsBothWays();
    void nothingGoesBackToWhereItCameFrom();
    void acknowledgementsDoNotAnswerEachOther();
    void aHubForwardsAtOnce();
    void aMeshCarriesOneCopyToEach();
    void aDeviceForwardsWhatNobodyElseCan();
    void thousandsOfEventsTravelInLimitedFrames();
    void readyNeverOvertakesPlaced();
    void aFullLinkPausesThePump();
    void agesTravelAsIntervals();
    void theCatalogVersionIsAnnounced();
    void aMenuThatChangesWhileTheHellosTravelIsAnnounced();
    void aReportIsSentWhenItHasChanged();
    void roundTripsAreMeasured();
    void aPeerThatCannotStoreEndsTheLinkAndLosesNothing();
    void aDroppedSessionClosesTheLink();
};

void TestSyncSession::anOrderReachesThePeerAndIsAcknowledged()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    Joined link(restaurant, kiosk, kitchen);
    QVERIFY(!link.first->peer());
    QSignalSpy identified(link.first.get(), &SyncSession::identified);
    QSignalSpy progressed(link.first.get(), &SyncSession::peerProgressed);
    restaurant.scheduler.advance(100ms);
    QCOMPARE(identified.size(), 1);
    QCOMPARE(link.first->peer()->name, u"Dapur"_s);
    QCOMPARE(link.first->peer()->kind, NodeKind::Kitchen);

    kiosk.append("nasi goreng");
    const auto own = kiosk.log().identity().origin;
    QCOMPARE(link.first->peerHas().upTo(own), 0); // nobody has said so yet
    progressed.clear();
    restaurant.scheduler.advance(100ms);
    QCOMPARE(payloadsOf(kitchen), QByteArrayList{"nasi goreng"});
    QCOMPARE(link.first->peerHas().upTo(own), 1);
    QCOMPARE(progressed.size(), 1);
    QCOMPARE(link.second->peerHas().upTo(own), 1);
}

void TestSyncSession::whatBothHaveWrittenMeanwhileTravelsBothWays()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    for (int i = 0; i < 10; ++i) {
        kiosk.append("order " + QByteArray::number(i));
        kitchen.append("step " + QByteArray::number(i));
    }
    Joined link(restaurant, kiosk, kitchen);
    restaurant.scheduler.advance(200ms);
    QCOMPARE(factsOf(kiosk), factsOf(kitchen));
    QCOMPARE(kiosk.log().lastArrival(), 20);
    QCOMPARE(kiosk.log().have(), kitchen.log().have());
    QCOMPARE(link.first->peerHas(), kitchen.log().have());
    QCOMPARE(link.second->peerHas(), kiosk.log().have());
}

void TestSyncSession::nothingGoesBackToWhereItCameFrom()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    Joined link(restaurant, kiosk, hub);
    for (int i = 0; i < 20; ++i) {
        kiosk.append("order");
        restaurant.scheduler.advance(30ms);
    }
    QCOMPARE(link.atOther->events(), 20);
    QCOMPARE(link.atOne->events(), 0);
}

void TestSyncSession::acknowledgementsDoNotAnswerEachOther()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    Joined link(restaurant, kiosk, kitchen);
    restaurant.scheduler.advance(1s);
    QCOMPARE(link.atOne->all<ExchangeFrame>().size(), 0);
    kiosk.append("order");
    restaurant.scheduler.advance(60s);
    QCOMPARE(link.atOther->all<ExchangeFrame>().size(), 1); // the order
    QCOMPARE(link.atOne->all<ExchangeFrame>().size(), 1);   // the acknowledgement
}

void TestSyncSession::aHubForwardsAtOnce()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    Joined left(restaurant, kiosk, hub);
    Joined right(restaurant, hub, kitchen);
    restaurant.scheduler.advance(1s);
    kiosk.append("order");
    restaurant.scheduler.runUntilIdle(); // two hops without a moment between them
    QCOMPARE(payloadsOf(kitchen), QByteArrayList{"order"});
}

void TestSyncSession::aMeshCarriesOneCopyToEach()
{
    Restaurant restaurant;
    std::vector<std::unique_ptr<SyncNode>> nodes;
    std::vector<std::unique_ptr<Joined>> links;
    for (int i = 0; i < 5; ++i) {
        nodes.push_back(std::make_unique<SyncNode>(restaurant, u"Dapur %1"_s.arg(i), NodeKind::Kitchen));
        for (int other = 0; other < i; ++other)
            links.push_back(std::make_unique<Joined>(restaurant, *nodes.at(size_t(other)), *nodes.back(), LinkKind::Loopback, 2ms));
    }
    restaurant.scheduler.advance(2s);
    nodes.front()->append("order");
    restaurant.scheduler.advance(2s);
    int copies = 0;
    for (const auto &link : links)
        copies += link->atOne->events() + link->atOther->events();
    for (const auto &node : nodes)
        QCOMPARE(payloadsOf(*node), QByteArrayList{"order"});
    QCOMPARE(copies, 4);
}

void TestSyncSession::aDeviceForwardsWhatNobodyElseCan()
{
    Restaurant restaurant;
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    Joined lan(restaurant, kitchen, kiosk);
    Joined internet(restaurant, kiosk, server);
    restaurant.scheduler.advance(1s);
    kitchen.append("ready");
    restaurant.scheduler.advance(100ms);
    QCOMPARE(payloadsOf(server), QByteArrayList{"ready"});
    // And the way back, so that the kitchen knows it too.
    restaurant.scheduler.advance(100ms);
    QCOMPARE(internet.first->peerHas().upTo(kitchen.log().identity().origin), 1);
}

void TestSyncSession::thousandsOfEventsTravelInLimitedFrames()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    const auto done = kiosk.log().write([](LogWriter &writer) -> Result<void> {
        for (int i = 0; i < 3000; ++i) {
            if (const auto event = writer.append(u"order.placed"_s, QByteArray(i % 500 == 0 ? 60'000 : 300, char('a' + i % 26))); !event)
                return event.error();
        }
        return {};
    });
    QVERIFY(done);
    Joined link(restaurant, kiosk, hub);
    restaurant.scheduler.advance(5s);
    QCOMPARE(payloadsOf(hub), payloadsOf(kiosk));
    QVERIFY(link.atOther->largest <= Link::maxFrameBytes);
    QCOMPARE(link.atOther->events(), 3000);
    QVERIFY(link.atOther->all<ExchangeFrame>().size() < 30);
    QCOMPARE(link.first->peerHas(), kiosk.log().have());
}

void TestSyncSession::readyNeverOvertakesPlaced()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    QList<QByteArray> order;
    Joined lan(restaurant, kiosk, kitchen, LinkKind::Loopback, 5ms);
    Joined fast(restaurant, kitchen, server, LinkKind::Loopback, 1ms); // the kitchen is nearer to the server than the kiosk
    Joined slow(restaurant, kiosk, server, LinkKind::Loopback, 300ms);
    restaurant.scheduler.advance(2s);
    connect(&kitchen.log(), &EventLog::grown, this, [&] {
        if (payloadsOf(kitchen) == QByteArrayList{"placed"})
            kitchen.append("ready");
    });
    kiosk.append("placed");
    restaurant.scheduler.advance(2s);
    QCOMPARE(payloadsOf(server), QByteArrayList({"placed", "ready"}));
}

void TestSyncSession::aFullLinkPausesThePump()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    const auto done = kiosk.log().write([](LogWriter &writer) -> Result<void> {
        for (int i = 0; i < 2000; ++i) {
            if (const auto event = writer.append(u"order.placed"_s, QByteArray(2000, 'x')); !event)
                return event.error();
        }
        return {};
    });
    QVERIFY(done);
    auto ends = makeLoopback(restaurant.scheduler, u"Kios A"_s, u"Hub"_s, LinkKind::Loopback, 20ms);
    qint64 largestBacklog = 0;
    connect(ends.second.get(), &Link::received, this, [&] { largestBacklog = qMax(largestBacklog, ends.first->backlog()); });
    SyncSession first(kiosk.context(), ends.first);
    SyncSession second(hub.context(), ends.second);
    restaurant.scheduler.advance(10s);
    QCOMPARE(hub.log().lastArrival(), 2000);
    QVERIFY2(largestBacklog < 1024 * 1024, qPrintable(QString::number(largestBacklog)));
    QVERIFY(largestBacklog > 256 * 1024);
}

void TestSyncSession::agesTravelAsIntervals()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    kitchen.clock.jumpWall(-6h);
    kitchen.clock.setSteady(5s); // another boot, another count
    kiosk.append("order");
    restaurant.scheduler.advance(90s);
    Joined link(restaurant, kiosk, kitchen, LinkKind::Loopback, 200ms);
    restaurant.scheduler.advance(10s);
    const auto event = kitchen.all().first();
    const auto age = kitchen.log().now() - event.bornAt;
    // The way itself is not counted: one hop of 200 ms.
    QCOMPARE(age, Milliseconds(100s - 200ms));
    kitchen.clock.jumpWall(12h);
    QCOMPARE(kitchen.log().now() - event.bornAt, age);
}

void TestSyncSession::theCatalogVersionIsAnnounced()
{
    Restaurant restaurant;
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    QVERIFY(server.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{}"}}, server.random));
    Joined link(restaurant, kiosk, server);
    QSignalSpy changed(link.first.get(), &SyncSession::peerCatalogChanged);
    link.second->announceCatalog(); // nobody is there yet
    restaurant.scheduler.advance(100ms);
    QCOMPARE(link.first->peerCatalog(), server.catalog().version()); // by hello
    QCOMPARE(changed.size(), 0);
    QVERIFY(server.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{1}"}}, server.random));
    link.second->announceCatalog();
    restaurant.scheduler.advance(100ms);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<CatalogVersion>(), server.catalog().version());
    QCOMPARE(link.first->peerCatalog().version, 2);
}

void TestSyncSession::aMenuThatChangesWhileTheHellosTravelIsAnnounced()
{
    Restaurant restaurant;
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server);
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    QVERIFY(server.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{}"}}, server.random));
    Joined link(restaurant, kiosk, server, LinkKind::Loopback, 500ms);
    restaurant.scheduler.advance(100ms);
    QVERIFY(server.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{1}"}}, server.random));
    link.second->announceCatalog();
    restaurant.scheduler.advance(3s);
    QCOMPARE(link.first->peerCatalog(), server.catalog().version());
}

void TestSyncSession::aReportIsSentWhenItHasChanged()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    kiosk.report = "printer ok";
    Joined link(restaurant, kiosk, hub);
    QSignalSpy reported(link.second.get(), &SyncSession::reported);
    QSignalSpy nothing(link.first.get(), &SyncSession::reported);
    restaurant.scheduler.advance(10s);
    QCOMPARE(reported.size(), 1);
    QCOMPARE(reported.first().first().toByteArray(), "printer ok");
    kiosk.report = "paper is out";
    restaurant.scheduler.advance(1500ms);
    QCOMPARE(reported.size(), 2);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a report of 16385 bytes is not sent"_s));
    kiosk.report = QByteArray(maxReportBytes + 1, 'x'); // too much to tell: the link lives on without it
    restaurant.scheduler.advance(10s);
    QCOMPARE(reported.size(), 2);
    QVERIFY(link.first->peer());
    QCOMPARE(nothing.size(), 0);
}

void TestSyncSession::roundTripsAreMeasured()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    Joined link(restaurant, kiosk, hub, LinkKind::Loopback, 35ms);
    QCOMPARE(link.first->roundTrip(), Milliseconds(0));
    restaurant.scheduler.advance(1s);
    QCOMPARE(link.first->roundTrip(), Milliseconds(70));
    QVERIFY(kiosk.clock.steadyNow() - link.first->lastHeard() < 1s);
}

void TestSyncSession::aPeerThatCannotStoreEndsTheLinkAndLosesNothing()
{
    const HealedAtEnd healed;
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    kiosk.append("order");
    {
        FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
        Joined link(restaurant, kiosk, hub);
        QSignalSpy ended(link.first.get(), &SyncSession::ended);
        restaurant.scheduler.advance(1s);
        QCOMPARE(ended.size(), 1);
        const auto reason = ended.first().first().value<CloseReason>();
        QCOMPARE(reason.code, CloseCode::GoingAway);
        QVERIFY2(reason.text.contains(u"disk is full"_s), qPrintable(reason.text));
        QCOMPARE(link.first->peerHas().upTo(kiosk.log().identity().origin), 0);
    }
    FaultyVfs::heal();
    Joined again(restaurant, kiosk, hub);
    restaurant.scheduler.advance(1s);
    QCOMPARE(payloadsOf(hub), QByteArrayList{"order"});
}

void TestSyncSession::aDroppedSessionClosesTheLink()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    Joined link(restaurant, kiosk, hub);
    restaurant.scheduler.advance(1s);
    QSignalSpy ended(link.second.get(), &SyncSession::ended);
    QSignalSpy heard(link.second.get(), &SyncSession::heard);
    link.first.reset();
    restaurant.scheduler.advance(1s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<CloseReason>().code, CloseCode::Normal);
    heard.clear();
    hub.append("after the end");
    restaurant.scheduler.advance(60s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(heard.size(), 0);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestSyncSession)
#include "tst_syncsession.moc"
