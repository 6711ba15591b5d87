// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncnode.h"

#include <sync/linkkeeper.h>
#include <sync/sessionhost.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace saji {
namespace {

const auto kioskName = u"kiosk"_s;
const auto hubName = u"hub"_s;

//! A kiosk that keeps a link to a hub, over a network with switches.
struct Star
{
    explicit Star(Reach reach = Reach::Lan, const QString &hubStore = u"pasar-saji"_s)
        : kiosk(restaurant, u"Kios A"_s, NodeKind::Kiosk), hub(restaurant, u"Hub"_s, NodeKind::Hub, hubStore)
    {
        openHub();
        keeper = std::make_unique<LinkKeeper>(kiosk.context(), reach, board.dialer(kioskName, hubName, LinkKind::WebSocket),
                                              board.dialer(kioskName, hubName, LinkKind::Polling), kiosk.random);
    }
    void openHub()
    {
        host = std::make_unique<SessionHost>(hub.context());
        board.plugIn(hubName, [this](const std::shared_ptr<Link> &link) { host->accept(link); });
    }
    void advance(Milliseconds by) { restaurant.scheduler.advance(by); }
    LinkMode mode() const { return keeper->status().mode; }
    int socketDials() const { return board.dials(kioskName, hubName, LinkKind::WebSocket); }
    int pollingDials() const { return board.dials(kioskName, hubName, LinkKind::Polling); }

    Restaurant restaurant;
    Switchboard &board = restaurant.board;
    SyncNode kiosk;
    SyncNode hub;
    std::unique_ptr<SessionHost> host;
    std::unique_ptr<LinkKeeper> keeper;
};

} // namespace

class TestLinkKeeper : public QObject
{
    Q_OBJECT

private slots:
    void connectsAtOnce();
    void resumesOnANewLinkAfterACut();
    void pollsWhenTheSocketIsRefusedAndComesBackToIt();
    void thePollingLinkStaysUntilTheSocketHasSaidHello();
    void neverGivesUp();
    void climbsTheLadderWithoutAHub();
    void aPeerThatGreetsAndDiesIsNotDialledEachSecond();
    void saysWhyItIsNotConnected();
    void aRefusalIsSaidInWordsAndTriedAgainSlowly();
    void aFrozenPeerIsNoticedWithinThreeSeconds();
    void aKnockDialsAtOnce();
    void whatWasOrderedMeanwhileArrivesOnce();
    void handsOverItsSessionAndReports();
    void worksWithoutPolling();
    void goesQuietlyInTheMiddleOfADial();
};

void TestLinkKeeper::connectsAtOnce()
{
    Star star;
    QCOMPARE(star.mode(), LinkMode::Disconnected);
    QVERIFY(!star.keeper->status().disconnectedSince);
    star.advance(5s);
    QCOMPARE(star.socketDials(), 0); // nothing before start()
    star.keeper->start();
    star.keeper->start(); // once
    QCOMPARE(*star.keeper->status().disconnectedSince, star.kiosk.clock.steadyNow());
    star.advance(100ms);
    QCOMPARE(star.socketDials(), 1);
    const auto status = star.keeper->status();
    QCOMPARE(status.mode, LinkMode::Connected);
    QVERIFY(status.connectedSince);
    QVERIFY(!status.disconnectedSince);
    QVERIFY(!status.lastError);
    QVERIFY(status.attempts == 0 && !status.nextTry);
    QCOMPARE(status.peer->name, u"Hub"_s);
    star.advance(1min);
    QCOMPARE(star.pollingDials(), 0);
    QVERIFY(star.kiosk.clock.steadyNow() - *star.keeper->status().lastHeard <= 1s);
}

void TestLinkKeeper::resumesOnANewLinkAfterACut()
{
    Star star;
    star.keeper->start();
    star.advance(10s);
    auto *first = star.keeper->session();
    QSignalSpy opened(star.keeper.get(), &LinkKeeper::sessionOpened);
    star.board.cut(kioskName, hubName);
    star.advance(0ms);
    QCOMPARE(star.mode(), LinkMode::Disconnected);
    QVERIFY(!star.keeper->session());
    QVERIFY(star.keeper->status().disconnectedSince);
    QCOMPARE(star.keeper->status().lastError->code, ErrorCode::LinkClosed);
    star.kiosk.append("taken offline");
    star.advance(1500ms);
    QCOMPARE(star.mode(), LinkMode::Connected);
    QCOMPARE(opened.size(), 1);
    QVERIFY(star.keeper->session() != first);
    QCOMPARE(payloadsOf(star.hub), QByteArrayList{"taken offline"});
    QCOMPARE(star.pollingDials(), 0); // it was back before polling would have begun
}

void TestLinkKeeper::pollsWhenTheSocketIsRefusedAndComesBackToIt()
{
    Star star;
    star.board.refuse(kioskName, hubName, LinkKind::WebSocket);
    star.keeper->start();
    star.kiosk.append("order 1");
    star.advance(2900ms);
    QCOMPARE(star.pollingDials(), 0);
    star.advance(300ms);
    QCOMPARE(star.pollingDials(), 1);
    QCOMPARE(star.mode(), LinkMode::Polling);
    QCOMPARE(star.keeper->status().lastError->code, ErrorCode::Refused); // why it polls
    QCOMPARE(payloadsOf(star.hub), QByteArrayList{"order 1"});
    QCOMPARE(star.host->peers().first().mode, LinkMode::Polling);

    const auto dials = star.socketDials();
    star.advance(1min);
    QVERIFY(star.socketDials() >= dials + 8); // probed all the while
    QCOMPARE(star.mode(), LinkMode::Polling);
    const auto since = star.keeper->status().connectedSince;

    star.board.refuse(kioskName, hubName, LinkKind::WebSocket, false);
    star.advance(7s);
    QCOMPARE(star.mode(), LinkMode::Connected);
    QVERIFY(!star.keeper->status().lastError);
    QCOMPARE(star.keeper->status().connectedSince, since); // it was never away
    QCOMPARE(star.board.openLinks(kioskName, hubName), 1);
    QCOMPARE(star.host->peers().first().mode, LinkMode::Connected);
    star.kiosk.append("order 2");
    star.advance(1min);
    QCOMPARE(star.pollingDials(), 1);
    QCOMPARE(payloadsOf(star.hub), QByteArrayList({"order 1", "order 2"}));
}

void TestLinkKeeper::thePollingLinkStaysUntilTheSocketHasSaidHello()
{
    Star star;
    star.board.refuse(kioskName, hubName, LinkKind::WebSocket);
    star.keeper->start();
    star.advance(10s);
    QCOMPARE(star.mode(), LinkMode::Polling);
    // Something accepts sockets, but it is nobody who says hello.
    std::vector<std::shared_ptr<Link>> mute;
    star.board.plugIn(hubName, [&](const std::shared_ptr<Link> &link) {
        if (link->kind() == LinkKind::WebSocket)
            mute.push_back(link);
        else
            star.host->accept(link);
    });
    star.board.refuse(kioskName, hubName, LinkKind::WebSocket, false);
    star.advance(30s);
    QVERIFY(!mute.empty());
    QCOMPARE(star.mode(), LinkMode::Polling);
    star.kiosk.append("order");
    star.advance(1s);
    QCOMPARE(payloadsOf(star.hub), QByteArrayList{"order"});
    star.openHub();
    star.advance(30s);
    QCOMPARE(star.mode(), LinkMode::Connected);
}

void TestLinkKeeper::neverGivesUp()
{
    Star star(Reach::Internet);
    star.board.setDown(kioskName, hubName);
    star.keeper->start();
    star.kiosk.append("order");
    star.advance(24h * 30);
    QCOMPARE(star.mode(), LinkMode::Disconnected);
    QVERIFY(star.socketDials() > 60'000);
    QCOMPARE(star.keeper->status().attempts, star.socketDials());
    QVERIFY(star.keeper->status().nextTry);
    star.board.setDown(kioskName, hubName, false);
    star.advance(40s);
    QVERIFY(star.mode() != LinkMode::Disconnected);
    QCOMPARE(payloadsOf(star.hub), QByteArrayList{"order"});
    star.advance(40s);
    QCOMPARE(star.mode(), LinkMode::Connected);
}

void TestLinkKeeper::climbsTheLadderWithoutAHub()
{
    Star star(Reach::Internet);
    star.board.unplug(hubName);
    star.keeper->start();
    star.advance(5min);
    // 0, 1, 3, 8, 18, 48, 78 … s, each up to a quarter later
    QVERIFY2(star.socketDials() >= 10 && star.socketDials() <= 14, qPrintable(QString::number(star.socketDials())));
    // polling: 3 s, then 5, 10, 15, 30, 30 … s
    QVERIFY2(star.pollingDials() >= 8 && star.pollingDials() <= 14, qPrintable(QString::number(star.pollingDials())));
}

void TestLinkKeeper::aPeerThatGreetsAndDiesIsNotDialledEachSecond()
{
    Star star(Reach::Internet);
    QSignalSpy opened(star.keeper.get(), &LinkKeeper::sessionOpened);
    connect(star.host.get(), &SessionHost::identified, this, [&] { star.board.cut(kioskName, hubName); });
    star.keeper->start();
    star.advance(5min);
    QVERIFY2(star.socketDials() <= 20, qPrintable(QString::number(star.socketDials())));
}

void TestLinkKeeper::saysWhyItIsNotConnected()
{
    Star star;
    star.board.unplug(hubName);
    star.keeper->start();
    QSignalSpy changed(star.keeper.get(), &LinkKeeper::statusChanged);
    star.advance(1500ms);
    QVERIFY(changed.size() >= 1);
    QCOMPARE(star.keeper->status().lastError->code, ErrorCode::Unreachable);
    star.openHub();
    star.advance(5s);
    QCOMPARE(star.mode(), LinkMode::Connected);
    QVERIFY(!star.keeper->status().lastError);
}

void TestLinkKeeper::aRefusalIsSaidInWordsAndTriedAgainSlowly()
{
    Star star(Reach::Lan, u"warung-lain"_s);
    star.keeper->start();
    star.advance(1s);
    auto status = star.keeper->status();
    QCOMPARE(status.mode, LinkMode::Disconnected);
    QVERIFY(status.refusedForGood);
    QCOMPARE(status.lastError->code, ErrorCode::WrongStore);
    QVERIFY(status.lastError->detail.contains(u"warung-lain"_s));
    star.advance(5min);
    QVERIFY(star.socketDials() <= 12);
    QCOMPARE(star.pollingDials(), 0);
    // The hub is set up anew, for this store.
    SyncNode right(star.restaurant, u"Hub"_s, NodeKind::Hub);
    SessionHost host(right.context());
    star.board.plugIn(hubName, [&host](const std::shared_ptr<Link> &link) { host.accept(link); });
    star.advance(31s);
    status = star.keeper->status();
    QCOMPARE(status.mode, LinkMode::Connected);
    QVERIFY(!status.refusedForGood);
    star.keeper.reset();
}

void TestLinkKeeper::aFrozenPeerIsNoticedWithinThreeSeconds()
{
    Star star;
    star.keeper->start();
    star.advance(10s);
    star.board.freeze(kioskName, hubName);
    star.advance(4s);
    QVERIFY(star.mode() != LinkMode::Connected);
    QCOMPARE(star.keeper->status().lastError->code, ErrorCode::TimedOut);
    QVERIFY(star.kiosk.clock.steadyNow() - *star.keeper->status().lastHeard >= 3s);
    star.board.freeze(kioskName, hubName, false);
    star.advance(15s);
    QCOMPARE(star.mode(), LinkMode::Connected);
}

void TestLinkKeeper::aKnockDialsAtOnce()
{
    Star star(Reach::Internet);
    star.board.setDown(kioskName, hubName);
    star.keeper->start();
    star.advance(10min);
    star.board.setDown(kioskName, hubName, false);
    const auto before = star.socketDials();
    star.keeper->knock();
    star.advance(100ms);
    QCOMPARE(star.socketDials(), before + 1);
    QCOMPARE(star.mode(), LinkMode::Connected);
    star.keeper->knock(); // nothing to do
    star.advance(1s);
    QCOMPARE(star.socketDials(), before + 1);
}

void TestLinkKeeper::whatWasOrderedMeanwhileArrivesOnce()
{
    Star star;
    SeededRandom random(5);
    star.keeper->start();
    QByteArrayList orders;
    for (int i = 0; i < 120; ++i) {
        switch (random.below(6)) {
        case 0: star.board.cut(kioskName, hubName); break;
        case 1: star.board.setDown(kioskName, hubName, random.below(2)); break;
        case 2: star.board.refuse(kioskName, hubName, LinkKind::WebSocket, random.below(2)); break;
        case 3: star.board.freeze(kioskName, hubName, random.below(2)); break;
        default: break;
        }
        orders.append("order " + QByteArray::number(i));
        star.kiosk.append(orders.last());
        star.hub.append("seen");
        star.advance(Milliseconds(qint64(random.below(3000))));
    }
    star.board.setDown(kioskName, hubName, false);
    star.board.freeze(kioskName, hubName, false);
    star.board.refuse(kioskName, hubName, LinkKind::WebSocket, false);
    star.advance(1min);
    QCOMPARE(star.mode(), LinkMode::Connected);
    QCOMPARE(star.kiosk.log().have(), star.hub.log().have());
    QCOMPARE(factsOf(star.kiosk), factsOf(star.hub));
    QCOMPARE(star.hub.log().lastArrival(), 240);
    QCOMPARE(star.keeper->status().peerHas, star.kiosk.log().have());
}

void TestLinkKeeper::handsOverItsSessionAndReports()
{
    Star star;
    star.hub.report = "55 devices";
    QSignalSpy reported(star.keeper.get(), &LinkKeeper::reported);
    SyncSession *opened = nullptr;
    connect(star.keeper.get(), &LinkKeeper::sessionOpened, this, [&](SyncSession *session) {
        opened = session;
        QCOMPARE(star.keeper->session(), session);
        QCOMPARE(star.mode(), LinkMode::Connected);
        QVERIFY(session->peer());
    });
    star.keeper->start();
    star.advance(3s);
    QVERIFY(opened);
    QCOMPARE(reported.size(), 1);
    QCOMPARE(reported.first().first().toByteArray(), "55 devices");
}

void TestLinkKeeper::worksWithoutPolling()
{
    Star star;
    star.keeper = std::make_unique<LinkKeeper>(star.kiosk.context(), Reach::Lan, star.board.dialer(kioskName, hubName, LinkKind::Loopback),
                                               nullptr, star.kiosk.random);
    star.board.setDown(kioskName, hubName);
    star.keeper->start();
    star.advance(1min);
    star.board.setDown(kioskName, hubName, false);
    star.advance(7s);
    QCOMPARE(star.mode(), LinkMode::Connected);
}

void TestLinkKeeper::goesQuietlyInTheMiddleOfADial()
{
    Star star;
    star.board.setDelay(kioskName, hubName, 200ms);
    star.keeper->start();
    star.advance(100ms); // dialling
    star.keeper.reset();
    star.advance(1min);
    QCOMPARE(star.host->peers().size(), 0);

    star.keeper =
        std::make_unique<LinkKeeper>(star.kiosk.context(), Reach::Lan, star.board.dialer(kioskName, hubName), nullptr, star.kiosk.random);
    star.keeper->start();
    star.advance(5s);
    QCOMPARE(star.mode(), LinkMode::Connected);
    star.keeper.reset(); // connected
    star.advance(5s);
    QCOMPARE(star.host->peers().first().mode, LinkMode::Disconnected);
    QCOMPARE(star.board.openLinks(kioskName, hubName), 0);
}

} // namespace saji

QTEST_GUILESS_MAIN(saji::TestLinkKeeper)
#include "tst_linkkeeper.moc"
