// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"
#include "wiretap.h"

#include <transport/loopback.h>

#include <QCborArray>
#include <QCborMap>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

//! A session whose peer is the test itself.
struct Spoken
{
    explicit Spoken(Restaurant &restaurant, SyncNode &node, LinkKind kind = LinkKind::Loopback, Reach reach = Reach::Lan)
        : ends(makeLoopback(restaurant.scheduler, u"us"_s, u"them"_s, kind)),
          tap(*ends.second),
          session(node.context(), ends.first, nullptr, reach)
    {
        QObject::connect(&session, &SyncSession::ended, &session, [this](const CloseReason &reason) {
            ++endings;
            end = reason;
        });
    }

    void say(const Frame &frame) { ends.second->send(encodeFrame(frame)); }

    std::pair<std::shared_ptr<Link>, std::shared_ptr<Link>> ends;
    Wiretap tap;
    SyncSession session;
    CloseReason end;
    int endings = 0;
};

HelloFrame helloOf(uint number, const QString &store = u"pasar-saji"_s)
{
    HelloFrame hello;
    hello.origin = {DeviceId(QUuid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9)), 3};
    hello.kind = NodeKind::Hub;
    hello.name = u"Hub"_s;
    hello.store = store;
    hello.instance = 42;
    return hello;
}

Event eventOf(const Origin &origin, quint64 seq)
{
    return {{Hlc::of(ManualClock::defaultWall, quint16(seq)), origin, seq}, u"order.placed"_s, "payload", 0ms};
}

} // namespace

//! What a session refuses, and how long it waits.
class TestSyncSessionRules : public QObject
{
    Q_OBJECT

private slots:
    void saysHelloFirst();
    void refusesInWords_data();
    void refusesInWords();
    void aNodeThatDialsItselfNoticesIt();
    void aCopyOfADataFolderIsNoPeer();
    void aServerWithoutAMenuIsRefusedPolitely();
    void anythingBeforeHelloEndsTheLink();
    void aSecondHelloEndsTheLink();
    void rubbishEndsTheLinkAndNothingElse();
    void framesOfANewerSajiAreSkipped();
    void anEventThatNoNodeMayWriteEndsTheLink();
    void eventsAfterAGapEndTheLink();
    void whoSaysNothingIsCutOff();
    void aPeerThatFallsSilentIsDeadAfterThreePings();
    void bothEndsUseTheSlowerPace();
    void pollingLinksPingAtThePaceOfPolling();
    void aMachineThatSleptListensOnceMore();
    void aLinkThatWasClosedBeforeIsToldOnce();
};

void TestSyncSessionRules::saysHelloFirst()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    kiosk.append("order");
    Spoken peer(restaurant, kiosk);
    restaurant.scheduler.advance(1s);
    QCOMPARE(peer.tap.frames.size(), 1);
    const auto hello = peer.tap.all<HelloFrame>().first();
    QCOMPARE(hello.protocol, HelloFrame::currentProtocol);
    QCOMPARE(hello.origin, kiosk.log().identity().origin);
    QCOMPARE(hello.store, u"pasar-saji"_s);
    QCOMPARE(hello.have, kiosk.log().have());
    QVERIFY(!hello.appVersion.isEmpty());
}

void TestSyncSessionRules::refusesInWords_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("another store") << u"warung-lain"_s << 1 << int(CloseCode::WrongStore) << u"warung-lain"_s;
    QTest::newRow("no store") << QString() << 1 << int(CloseCode::WrongStore) << u"import a menu"_s;
    QTest::newRow("a newer protocol") << u"pasar-saji"_s << 2 << int(CloseCode::Version) << u"update"_s;
    QTest::newRow("an older protocol") << u"pasar-saji"_s << 0 << int(CloseCode::Version) << u"update"_s;
}

void TestSyncSessionRules::refusesInWords()
{
    QFETCH(const QString, store);
    QFETCH(const int, protocol);
    QFETCH(const int, code);
    QFETCH(const QString, word);
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    kiosk.append("secret of this restaurant");
    Spoken peer(restaurant, kiosk);
    QSignalSpy identified(&peer.session, &SyncSession::identified);
    auto hello = helloOf(1, store);
    hello.protocol = protocol;
    peer.say(hello);
    restaurant.scheduler.advance(1s);
    QCOMPARE(peer.endings, 1);
    QCOMPARE(int(peer.end.code), code);
    QVERIFY2(peer.end.text.contains(word), qPrintable(peer.end.text));
    QCOMPARE(identified.size(), 0);
    QCOMPARE(peer.tap.events(), 0);
    QVERIFY(!peer.ends.second->isOpen());
}

void TestSyncSessionRules::aNodeThatDialsItselfNoticesIt()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto ends = makeLoopback(restaurant.scheduler, u"a"_s, u"b"_s);
    SyncSession first(kiosk.context(), ends.first);
    SyncSession second(kiosk.context(), ends.second);
    QSignalSpy ended(&first, &SyncSession::ended);
    restaurant.scheduler.advance(1s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<CloseReason>().code, CloseCode::SamePeer);
}

void TestSyncSessionRules::aCopyOfADataFolderIsNoPeer()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken peer(restaurant, kiosk);
    auto hello = helloOf(1);
    hello.origin = kiosk.log().identity().origin;
    peer.say(hello);
    restaurant.scheduler.advance(1s);
    QCOMPARE(peer.end.code, CloseCode::SamePeer);
    QVERIFY(peer.end.text.contains(u"copy"_s));
}

void TestSyncSessionRules::aServerWithoutAMenuIsRefusedPolitely()
{
    Restaurant restaurant;
    SyncNode server(restaurant, u"Server"_s, NodeKind::Server, {});
    Spoken peer(restaurant, server);
    peer.say(helloOf(1));
    restaurant.scheduler.advance(1s);
    QCOMPARE(peer.end.code, CloseCode::WrongStore);
    QVERIFY2(peer.end.text.contains(u"Server has no store yet"_s), qPrintable(peer.end.text));
}

void TestSyncSessionRules::anythingBeforeHelloEndsTheLink()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken peer(restaurant, kiosk);
    ExchangeFrame exchange;
    exchange.events.append({eventOf(helloOf(1).origin, 1), 0ms});
    peer.say(exchange);
    restaurant.scheduler.advance(1s);
    QCOMPARE(peer.end.code, CloseCode::Protocol);
    QVERIFY(kiosk.all().isEmpty());
}

void TestSyncSessionRules::aSecondHelloEndsTheLink()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken peer(restaurant, kiosk);
    peer.say(helloOf(1));
    peer.say(helloOf(1));
    restaurant.scheduler.advance(100ms);
    QCOMPARE(peer.end.code, CloseCode::Protocol);
}

void TestSyncSessionRules::rubbishEndsTheLinkAndNothingElse()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken good(restaurant, kiosk);
    Spoken bad(restaurant, kiosk);
    good.say(helloOf(1));
    bad.say(helloOf(2));
    restaurant.scheduler.advance(100ms);
    bad.ends.second->send("\xde\xad\xbe\xef");
    restaurant.scheduler.advance(100ms);
    QCOMPARE(bad.end.code, CloseCode::Protocol);
    QVERIFY(!bad.end.text.isEmpty());
    QCOMPARE(good.endings, 0);
    kiosk.append("order");
    restaurant.scheduler.advance(100ms);
    QCOMPARE(good.tap.events(), 1);
}

void TestSyncSessionRules::framesOfANewerSajiAreSkipped()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken peer(restaurant, kiosk);
    peer.say(helloOf(1));
    peer.ends.second->send(QCborArray{u"snapshot"_s, QCborMap{{u"rows"_s, 3}}}.toCborValue().toCbor());
    peer.say(PingFrame{9, {}});
    restaurant.scheduler.advance(100ms);
    QCOMPARE(peer.endings, 0);
    QCOMPARE(peer.tap.all<PongFrame>().size(), 1);
    QCOMPARE(peer.tap.all<PongFrame>().first().number, 9);
}

void TestSyncSessionRules::anEventThatNoNodeMayWriteEndsTheLink()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken peer(restaurant, kiosk);
    peer.say(helloOf(1));
    ExchangeFrame exchange;
    exchange.events.append({eventOf(helloOf(1).origin, 1), 0ms});
    exchange.events.append({eventOf(helloOf(1).origin, 0), 0ms});
    peer.say(exchange);
    restaurant.scheduler.advance(100ms);
    QCOMPARE(peer.end.code, CloseCode::Protocol);
    QVERIFY(kiosk.all().isEmpty());
}

void TestSyncSessionRules::eventsAfterAGapEndTheLink()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken peer(restaurant, kiosk);
    peer.say(helloOf(1));
    ExchangeFrame exchange;
    exchange.events.append({eventOf(helloOf(1).origin, 1), 0ms});
    exchange.events.append({eventOf(helloOf(1).origin, 3), 0ms});
    peer.say(exchange);
    restaurant.scheduler.advance(100ms);
    QCOMPARE(peer.endings, 1);
    QCOMPARE(kiosk.all().size(), 1); // what fitted is kept, the rest comes after the next hello
}

void TestSyncSessionRules::whoSaysNothingIsCutOff()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken peer(restaurant, kiosk);
    restaurant.scheduler.advance(9s);
    QCOMPARE(peer.endings, 0);
    restaurant.scheduler.advance(2s);
    QCOMPARE(peer.endings, 1);
    QCOMPARE(peer.end.code, CloseCode::Silent);
}

void TestSyncSessionRules::aPeerThatFallsSilentIsDeadAfterThreePings()
{
    Restaurant restaurant;
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    Spoken peer(restaurant, kitchen);
    peer.say(helloOf(1));
    restaurant.scheduler.advance(2900ms);
    QCOMPARE(peer.endings, 0);
    restaurant.scheduler.advance(200ms);
    QCOMPARE(peer.endings, 1);
    QCOMPARE(peer.end.code, CloseCode::Silent);
    QCOMPARE(peer.tap.all<PingFrame>().size(), 3);
}

void TestSyncSessionRules::bothEndsUseTheSlowerPace()
{
    Restaurant restaurant;
    SyncNode hub(restaurant, u"Hub"_s, NodeKind::Hub);
    Spoken peer(restaurant, hub);
    auto hello = helloOf(1);
    hello.pingEvery = 10s; // it has dialled over the internet
    peer.say(hello);
    restaurant.scheduler.advance(29s);
    QCOMPARE(peer.endings, 0);
    QCOMPARE(peer.tap.all<PingFrame>().size(), 3);
    restaurant.scheduler.advance(2s);
    QCOMPARE(peer.endings, 1);

    Spoken absurd(restaurant, hub);
    hello.pingEvery = 24h * 365;
    absurd.say(hello);
    restaurant.scheduler.advance(10min);
    QCOMPARE(absurd.endings, 1); // nobody may ask for eternal patience
}

void TestSyncSessionRules::pollingLinksPingAtThePaceOfPolling()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    Spoken far(restaurant, kiosk, LinkKind::Polling);
    auto hello = helloOf(1);
    hello.pingEvery = 30s; // who dials over the internet says so, and the slower pace counts
    far.say(hello);
    restaurant.scheduler.advance(61s);
    QCOMPARE(far.tap.all<PingFrame>().size(), 3); // at once, and every 30 s
    QCOMPARE(far.endings, 0);

    Spoken near(restaurant, kiosk, LinkKind::Polling);
    hello = helloOf(2);
    hello.pingEvery = 1s;
    near.say(hello);
    restaurant.scheduler.advance(2500ms);
    QCOMPARE(near.tap.all<PingFrame>().size(), 3); // at once, and every second
    QCOMPARE(near.endings, 0);
    restaurant.scheduler.advance(1s);
    QCOMPARE(near.endings, 1); // three without a sound
}

void TestSyncSessionRules::aMachineThatSleptListensOnceMore()
{
    Restaurant restaurant;
    SyncNode kitchen(restaurant, u"Dapur"_s, NodeKind::Kitchen);
    Spoken peer(restaurant, kitchen);
    peer.say(helloOf(1));
    restaurant.scheduler.advance(500ms);
    restaurant.clock.advance(1h); // frozen: time passes and nothing runs
    restaurant.scheduler.advance(1s);
    QCOMPARE(peer.endings, 0);
    peer.say(PongFrame{1});
    restaurant.scheduler.advance(2s);
    QCOMPARE(peer.endings, 0);
    restaurant.scheduler.advance(3s); // but then really nobody is there
    QCOMPARE(peer.endings, 1);
}

void TestSyncSessionRules::aLinkThatWasClosedBeforeIsToldOnce()
{
    Restaurant restaurant;
    SyncNode kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto ends = makeLoopback(restaurant.scheduler, u"a"_s, u"b"_s);
    ends.first->close({CloseCode::Abnormal, u"cut"_s});
    SyncSession session(kiosk.context(), ends.first);
    QSignalSpy ended(&session, &SyncSession::ended);
    restaurant.scheduler.advance(1min);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<CloseReason>().code, CloseCode::Abnormal);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestSyncSessionRules)
#include "tst_syncsessionrules.moc"
