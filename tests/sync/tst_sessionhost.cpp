// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <sync/sessionhost.h>
#include <transport/loopback.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

//! A hub with its door open.
struct House
{
    House() : hub(restaurant, u"Hub"_s, NodeKind::Hub), host(hub.context()) {}

    //! A device knocks: its own end of the link.
    std::shared_ptr<Link> knock(const QString &name, LinkKind kind = LinkKind::WebSocket)
    {
        const auto ends = makeLoopback(restaurant.scheduler, name, u"hub"_s, kind);
        host.accept(ends.second);
        return ends.first;
    }
    std::unique_ptr<SyncSession> join(SyncNode &node, LinkKind kind = LinkKind::WebSocket)
    {
        return std::make_unique<SyncSession>(node.context(), knock(node.log().identity().name, kind));
    }
    void advance(Milliseconds by) { restaurant.scheduler.advance(by); }
    static DeviceId device(const SyncNode &node) { return node.log().identity().origin.device; }

    Restaurant restaurant;
    SyncNode hub;
    SessionHost host;
};

} // namespace

class TestSessionHost : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhoIsThere();
    void forgetsOnlyWhoIsNotLinked();
    void anOrderPassesFromOneToTheOthers();
    void aDeviceThatIsAwayStaysOnTheList();
    void aNewerLinkSupersedesTheOlder();
    void pollingDoesNotPushOutASocketOfTheSameMoment();
    void aHalfOpenLinkKeepsNobodyOut();
    void aRestartedDeviceIsTheSameDevice();
    void reportsAreKept();
    void acknowledgementsAreToldByDevice();
    void everybodyHearsOfANewCatalog();
    void strangersAreTurnedAwayInWords();
    void theDoorHasALimit();
    void closesAllAndOpensAgain();
};

void TestSessionHost::knowsWhoIsThere()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode kitchen(house.restaurant, u"Dapur"_s, NodeKind::Kitchen);
    QSignalSpy changed(&house.host, &SessionHost::peersChanged);
    QSignalSpy identified(&house.host, &SessionHost::identified);
    const auto first = house.join(kiosk);
    QVERIFY(house.host.peers().isEmpty()); // nobody before hello
    house.advance(500ms);
    const auto second = house.join(kitchen, LinkKind::Polling);
    house.advance(500ms);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(identified.size(), 2);
    const auto peers = house.host.peers();
    QCOMPARE(peers.size(), 2);
    QCOMPARE(peers[0].hello.name, u"Dapur"_s); // by name
    QCOMPARE(peers[0].mode, LinkMode::Polling);
    QCOMPARE(peers[1].mode, LinkMode::Connected);
    QCOMPARE(*peers[1].connectedSince + 1s, house.hub.clock.steadyNow());
    QVERIFY(!peers[1].disconnectedSince);
    QVERIFY(peers[1].roundTrip > 0ms);
    QCOMPARE(house.host.liveCount(), 2);
    QVERIFY(house.host.session(House::device(kiosk)));
    changed.clear();
    house.advance(1min);
    QCOMPARE(changed.size(), 0); // time alone is no change
    QVERIFY(house.hub.clock.steadyNow() - house.host.peer(House::device(kiosk))->lastHeard <= 1s);
}

void TestSessionHost::forgetsOnlyWhoIsNotLinked()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto link = house.join(kiosk);
    house.advance(1s);
    house.host.forget(House::device(kiosk));
    QCOMPARE(house.host.peers().size(), 1);
    link->close({CloseCode::Silent, {}});
    house.advance(1s);
    QCOMPARE(house.host.peers().first().mode, LinkMode::Disconnected);
    QSignalSpy changed(&house.host, &SessionHost::peersChanged);
    house.host.forget(House::device(kiosk));
    QVERIFY(house.host.peers().isEmpty());
    QCOMPARE(changed.count(), 1);
}

void TestSessionHost::anOrderPassesFromOneToTheOthers()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode kitchen(house.restaurant, u"Dapur"_s, NodeKind::Kitchen);
    SyncNode panel(house.restaurant, u"Panel"_s, NodeKind::Admin);
    const auto first = house.join(kiosk);
    const auto second = house.join(kitchen);
    const auto third = house.join(panel, LinkKind::Polling);
    house.advance(1s);
    kiosk.append("order");
    house.advance(100ms);
    QCOMPARE(payloadsOf(kitchen), QByteArrayList{"order"});
    QCOMPARE(payloadsOf(panel), QByteArrayList{"order"});
    for (const auto &peer : house.host.peers())
        QCOMPARE(peer.has, house.hub.log().have());
}

void TestSessionHost::aDeviceThatIsAwayStaysOnTheList()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    auto session = house.join(kiosk);
    house.advance(10s);
    QSignalSpy changed(&house.host, &SessionHost::peersChanged);
    session.reset();
    house.advance(1min);
    QCOMPARE(changed.size(), 1);
    const auto entry = *house.host.peer(House::device(kiosk));
    QCOMPARE(entry.mode, LinkMode::Disconnected);
    QVERIFY(!entry.connectedSince);
    QCOMPARE(*entry.disconnectedSince + 1min, house.hub.clock.steadyNow());
    QVERIFY(house.hub.clock.steadyNow() - entry.lastHeard >= 1min);
    QCOMPARE(entry.lastClose->code, CloseCode::Normal);
    QCOMPARE(house.host.liveCount(), 0);
    QVERIFY(!house.host.session(House::device(kiosk)));

    session = house.join(kiosk);
    house.advance(1s);
    QCOMPARE(house.host.peers().size(), 1);
    QCOMPARE(house.host.peers().first().mode, LinkMode::Connected);
    QVERIFY(!house.host.peers().first().disconnectedSince);
}

void TestSessionHost::aNewerLinkSupersedesTheOlder()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto polling = house.join(kiosk, LinkKind::Polling);
    house.advance(10s);
    QSignalSpy ended(polling.get(), &SyncSession::ended);
    const auto socket = house.join(kiosk, LinkKind::WebSocket);
    QSignalSpy socketEnded(socket.get(), &SyncSession::ended);
    house.advance(10s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<CloseReason>().code, CloseCode::Superseded);
    QCOMPARE(socketEnded.size(), 0);
    const auto peers = house.host.peers();
    QCOMPARE(peers.size(), 1);
    QCOMPARE(peers.first().mode, LinkMode::Connected);
    QVERIFY(!peers.first().disconnectedSince); // it was never away
    QCOMPARE(*peers.first().connectedSince + 20s, house.hub.clock.steadyNow());
    kiosk.append("order");
    house.advance(100ms);
    QCOMPARE(payloadsOf(house.hub), QByteArrayList{"order"});
}

void TestSessionHost::pollingDoesNotPushOutASocketOfTheSameMoment()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto socket = house.join(kiosk, LinkKind::WebSocket);
    QSignalSpy socketEnded(socket.get(), &SyncSession::ended);
    auto polling = house.join(kiosk, LinkKind::Polling);
    QSignalSpy pollingEnded(polling.get(), &SyncSession::ended);
    house.advance(1s);
    QCOMPARE(socketEnded.size(), 0);
    QCOMPARE(pollingEnded.size(), 1);
    QCOMPARE(house.host.peers().first().mode, LinkMode::Connected);
    // A socket that hangs is another matter: who polls is let in.
    house.restaurant.clock.advance(2500ms);
    polling = house.join(kiosk, LinkKind::Polling);
    house.restaurant.scheduler.runUntilIdle();
    QCOMPARE(house.host.peers().first().mode, LinkMode::Polling);
}

void TestSessionHost::aHalfOpenLinkKeepsNobodyOut()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode other(house.restaurant, u"Kios B"_s, NodeKind::Kiosk);
    const auto stays = house.join(other);
    auto old = house.join(kiosk);
    house.advance(100ms);
    kiosk.restart(); // and its old link hangs, as after a power cut
    const auto fresh = house.join(kiosk);
    house.advance(100ms);
    QCOMPARE(house.host.liveCount(), 2);
    QCOMPARE(house.host.peer(House::device(kiosk))->mode, LinkMode::Connected);
    QCOMPARE(house.host.peer(House::device(other))->mode, LinkMode::Connected);
    old.reset();
    house.advance(10s);
    QCOMPARE(house.host.peer(House::device(kiosk))->mode, LinkMode::Connected);
}

void TestSessionHost::aRestartedDeviceIsTheSameDevice()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    auto session = house.join(kiosk);
    house.advance(1s);
    session.reset();
    kiosk.restart();
    session = house.join(kiosk);
    house.advance(1s);
    QCOMPARE(house.host.peers().size(), 1);
    QCOMPARE(house.host.liveCount(), 1);
}

void TestSessionHost::reportsAreKept()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    kiosk.report = "paper low";
    QSignalSpy reported(&house.host, &SessionHost::reported);
    auto session = house.join(kiosk);
    house.advance(1500ms);
    QCOMPARE(reported.size(), 1);
    QCOMPARE(reported.first().at(0).value<Origin>(), kiosk.log().identity().origin);
    QCOMPARE(reported.first().at(1).toByteArray(), "paper low");
    session.reset();
    house.advance(1h);
    const auto entry = *house.host.peer(House::device(kiosk));
    QCOMPARE(entry.report, "paper low");
    QVERIFY(house.hub.clock.steadyNow() - entry.reportedAt >= 1h);
}

void TestSessionHost::acknowledgementsAreToldByDevice()
{
    House house;
    SyncNode kitchen(house.restaurant, u"Dapur"_s, NodeKind::Kitchen);
    const auto session = house.join(kitchen);
    house.advance(1s);
    QSignalSpy progressed(&house.host, &SessionHost::peerProgressed);
    house.hub.append("from the web");
    house.advance(100ms);
    QCOMPARE(progressed.size(), 1);
    QCOMPARE(progressed.first().at(0).value<Origin>(), kitchen.log().identity().origin);
    QCOMPARE(progressed.first().at(1).value<VersionVector>(), house.hub.log().have());
}

void TestSessionHost::everybodyHearsOfANewCatalog()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    SyncNode kitchen(house.restaurant, u"Dapur"_s, NodeKind::Kitchen);
    const auto first = house.join(kiosk);
    const auto second = house.join(kitchen);
    house.advance(1s);
    QSignalSpy atKiosk(first.get(), &SyncSession::peerCatalogChanged);
    QSignalSpy atKitchen(second.get(), &SyncSession::peerCatalogChanged);
    QSignalSpy atHub(&house.host, &SessionHost::peerCatalogChanged);
    QVERIFY(house.hub.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{}"}}, house.hub.random));
    house.host.announceCatalog();
    house.advance(100ms);
    QCOMPARE(atKiosk.size(), 1);
    QCOMPARE(atKitchen.size(), 1);
    QVERIFY(kiosk.catalog().replaceAll({{u"product"_s, u"1"_s, 0, false, "{}"}}, kiosk.random));
    first->announceCatalog();
    house.advance(100ms);
    QCOMPARE(atHub.size(), 1);
    QCOMPARE(house.host.peer(House::device(kiosk))->catalog, kiosk.catalog().version());
}

void TestSessionHost::strangersAreTurnedAwayInWords()
{
    House house;
    SyncNode stranger(house.restaurant, u"Kios X"_s, NodeKind::Kiosk, u"warung-lain"_s);
    QSignalSpy turnedAway(&house.host, &SessionHost::turnedAway);
    const auto session = house.join(stranger);
    const auto scanner = house.knock(u"10.0.0.66:4711"_s);
    scanner->send("GET / HTTP/1.0\r\n\r\n");
    house.advance(1s);
    QCOMPARE(turnedAway.size(), 2);
    QCOMPARE(turnedAway.at(0).at(1).value<CloseReason>().code, CloseCode::WrongStore);
    QCOMPARE(turnedAway.at(1).at(0).toString(), u"10.0.0.66:4711"_s);
    QCOMPARE(turnedAway.at(1).at(1).value<CloseReason>().code, CloseCode::Protocol);
    QVERIFY(house.host.peers().isEmpty());
}

void TestSessionHost::theDoorHasALimit()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    const auto guest = house.join(kiosk);
    house.advance(100ms);
    std::vector<std::shared_ptr<Link>> crowd;
    for (int i = 0; i < 1000; ++i)
        crowd.push_back(house.knock(u"crowd"_s));
    house.advance(1s);
    const auto open = std::count_if(crowd.begin(), crowd.end(), [](const auto &link) { return link->isOpen(); });
    QVERIFY2(open < 300, qPrintable(QString::number(open)));
    QCOMPARE(house.host.liveCount(), 1); // who was there stays
    house.advance(11s);                  // the crowd has said nothing
    SyncNode late(house.restaurant, u"Kios B"_s, NodeKind::Kiosk);
    const auto session = house.join(late);
    house.advance(1s);
    QCOMPARE(house.host.liveCount(), 2);
}

void TestSessionHost::closesAllAndOpensAgain()
{
    House house;
    SyncNode kiosk(house.restaurant, u"Kios A"_s, NodeKind::Kiosk);
    auto session = house.join(kiosk);
    const auto unknown = house.knock(u"somebody"_s);
    house.advance(1s);
    QSignalSpy ended(session.get(), &SyncSession::ended);
    house.host.closeAll({CloseCode::GoingAway, u"the hub is being switched off"_s});
    house.advance(1s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<CloseReason>().code, CloseCode::GoingAway);
    QVERIFY(!unknown->isOpen());
    QCOMPARE(house.host.liveCount(), 0);
    session = house.join(kiosk);
    house.advance(1s);
    QCOMPARE(house.host.liveCount(), 1);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestSessionHost)
#include "tst_sessionhost.moc"
