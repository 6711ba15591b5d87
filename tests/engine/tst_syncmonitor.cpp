// SPDX-License-Identifier: GPL-3.0-or-later
#include "house.h"

#include <engine/trustkeeper.h>
#include <testkit/pairedhouse.h>
#include <trust/trust.h>

#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

class TestSyncMonitor : public QObject
{
    Q_OBJECT

private slots:
    void everyoneKnowsHowItStands()
    {
        House house;
        house.furnish();
        house.pass(3s);
        const auto &kiosk = house[u"kiosk"_s].sync;
        QCOMPARE(kiosk.mode, SyncMode::Connected);
        QVERIFY(kiosk.centralConnected && kiosk.localConnected && !kiosk.polling);
        QVERIFY(house.clock.steadyNow() - kiosk.lastConnected.value() <= 1s);
        QCOMPARE(kiosk.deviceName, u"kiosk"_s);
        QCOMPARE(kiosk.deviceCode, u"A"_s);
        QCOMPARE(kiosk.pending, 0);
        const auto hub = house[u"kiosk"_s].peer(u"hub"_s);
        QCOMPARE(hub.role, PeerRole::Hub);
        QCOMPARE(hub.mode, SyncMode::Connected);
        QCOMPARE(hub.cause, SyncCause::None);
        QVERIFY(hub.direct && hub.since && hub.lastHeard && !hub.id.isEmpty());
        QVERIFY(hub.catalogVersion > 0);
        QVERIFY(house[u"server"_s].sync.centralConnected);
    }

    void aPanelAtOneNodeSeesAllDevices()
    {
        House house;
        house.furnish();
        house.add(u"panel"_s, NodeKind::Admin, u"server"_s);
        house.pass(40s);
        for (const auto &[name, role, station] :
             {std::tuple{u"server"_s, PeerRole::Server, QString()}, std::tuple{u"hub"_s, PeerRole::Hub, QString()},
              std::tuple{u"kiosk"_s, PeerRole::Kiosk, u"A"_s}, std::tuple{u"kitchen"_s, PeerRole::Kitchen, u"1"_s}}) {
            const auto view = house[u"panel"_s].peer(name);
            QVERIFY2(!view.id.isEmpty(), qPrintable(name));
            QCOMPARE(view.role, role);
            QCOMPARE(view.direct, name == u"server"_s);
            QCOMPARE(view.station, station);
            QCOMPARE(view.mode, SyncMode::Connected);
            QCOMPARE(view.catalogVersion, house[u"server"_s].node().catalog().version().version);
            QVERIFY(!view.appVersion.isEmpty());
            QVERIFY2(view.lastHeard && house.clock.steadyNow() - *view.lastHeard <= 20s, qPrintable(name));
            if (role != PeerRole::Server)
                QVERIFY(view.pending == 0);
        }
        QCOMPARE(house[u"panel"_s].sync.peers.size(), 4); // nobody twice, and not the panel itself
        QVERIFY(house[u"panel"_s].sync.peers.first().direct);
    }

    void aDeviceThatGoesSilentIsMissedWithinThreeSecondsThroughTheHub()
    {
        House house;
        house.furnish();
        house[u"server"_s].stop();
        house.pass(10s);
        const auto heardAgo = [&] { return house.clock.steadyNow() - house[u"kitchen"_s].peer(u"kiosk"_s).lastHeard.value_or(-1h); };
        QVERIFY2(heardAgo() < 3s, qPrintable(QString::number(heardAgo().count())));
        house.network.freeze(u"kiosk"_s, u"hub"_s);
        house.pass(3600ms);
        QVERIFY2(heardAgo() >= 3s, qPrintable(QString::number(heardAgo().count())));
        house.pass(30s);
        QVERIFY(heardAgo() >= 30s && heardAgo() < 40s);
        house.network.freeze(u"kiosk"_s, u"hub"_s, false);
        QVERIFY(house.passUntil([&] { return heardAgo() < 3s; }, 30s));
    }

    void aDirectLinkThatBreaksIsNoSilenceWhileTheHubHearsTheDevice()
    {
        House house;
        house.furnish();
        house.add(u"kiosk b"_s, NodeKind::Kiosk, u"kitchen"_s, u"hub"_s);
        house.pass(10s);
        const auto view = [&house] { return house[u"kitchen"_s].peer(u"kiosk b"_s); };
        const auto heardAgo = [&] { return house.clock.steadyNow() - view().lastHeard.value_or(-1h); };
        QVERIFY(view().direct && view().mode == SyncMode::Connected);
        house.network.setDown(u"kiosk b"_s, u"kitchen"_s);
        house.pass(20s);
        QCOMPARE(view().mode, SyncMode::Connected);
        QVERIFY(!view().direct);
        QVERIFY2(heardAgo() < 3s, qPrintable(QString::number(heardAgo().count())));
        house.network.setDown(u"kiosk b"_s, u"hub"_s);
        house.pass(20s);
        QCOMPARE(view().mode, SyncMode::Disconnected);
        QVERIFY2(heardAgo() >= 19s && heardAgo() < 22s, qPrintable(QString::number(heardAgo().count())));
    }

    void theOutboxIsWhatTheServerLacks()
    {
        House house;
        house.furnish();
        house[u"server"_s].stop();
        house[u"hub"_s].stop();
        house.pass(5s);
        auto &kiosk = house[u"kiosk"_s];
        QCOMPARE(kiosk.sync.mode, SyncMode::Disconnected);
        QVERIFY(!kiosk.sync.centralConnected && !kiosk.sync.localConnected);
        kiosk.node().orders().place(story(*kiosk.menu.menu));
        house.pass(90s);
        QCOMPARE(kiosk.sync.pending, 1);
        QVERIFY(kiosk.sync.oldestPendingAge.value() >= 89s);
        QCOMPARE(kiosk.sync.ordersToday, 1);
        QCOMPARE(kiosk.peer(u"server"_s).cause, SyncCause::NoInternet);
        QCOMPARE(kiosk.peer(u"server"_s).lacks, 1);
        QVERIFY(!kiosk.peer(u"server"_s).detail.isEmpty());
        // The hub comes back, and takes over what a panel needs to know.
        house[u"hub"_s].start();
        QVERIFY(house.passUntil([&] { return kiosk.sync.localConnected; }));
        house.pass(3s);
        QVERIFY(house[u"hub"_s].peer(u"kiosk"_s).pending == 1);
        QCOMPARE(house[u"hub"_s].sync.pending, 0); // its own are none
        house[u"server"_s].start();
        QVERIFY(house.passUntil([&] { return kiosk.sync.pending == 0; }, 60s));
        QVERIFY(!kiosk.sync.oldestPendingAge);
    }

    void whoCannotHearTheServerLearnsFromTheHubWhatItHas()
    {
        House house;
        house.furnish();
        house.network.setDown(u"kiosk"_s, u"server"_s);
        house.pass(5s);
        auto &kiosk = house[u"kiosk"_s];
        kiosk.node().orders().place(story(*kiosk.menu.menu));
        QVERIFY(house.passUntil([&] { return !kiosk.placed.isEmpty(); }, 150ms));
        const auto id = kiosk.placed.last().id;
        QVERIFY(house.passUntil([&] { return kiosk.sync.pending == 0 && kiosk.progress.value(id).atServer; }, 10s));
        QVERIFY(!kiosk.sync.centralConnected);
        QVERIFY(kiosk.progress.value(id).atHub);
    }

    void whoIsRevokedIsSaidToBeSoByTheOthersAndByItself()
    {
        House house;
        house.furnish();
        PairedHouse authority(house[u"server"_s].node().log().identity().store);
        for (const auto &name : {u"server"_s, u"hub"_s, u"kiosk"_s, u"kitchen"_s}) {
            const auto device = house[name].node().log().identity().origin.device;
            house[name].stop();
            house[name].setTrust(authority.trust(name, device));
            house[name].start();
        }
        auto &hub = house[u"hub"_s];
        auto &kiosk = house[u"kiosk"_s];
        QVERIFY(house.passUntil([&] { return hub.peer(u"kiosk"_s).mode == SyncMode::Connected && kiosk.sync.centralConnected; }));
        QVERIFY(authority.authority().revokeDevice(kiosk.node().log().identity().origin.device.toString(), u"Rina"_s, PairedHouse::now()));
        QVERIFY(house[u"server"_s].node().trust()->announce(*authority.authority().revocations()));
        QVERIFY(house.passUntil([&] { return hub.peer(u"kiosk"_s).cause == SyncCause::Revoked; }, 5s));
        for (const auto &way : {u"server"_s, u"hub"_s})
            QVERIFY(house.passUntil([&] { return kiosk.peer(way).cause == SyncCause::SelfRevoked; }, 5s));
        house.pass(2s);
        QCOMPARE(house[u"kitchen"_s].peer(u"kiosk"_s).cause, SyncCause::Revoked); // as the hub tells it
        QCOMPARE(hub.peer(u"kitchen"_s).cause, SyncCause::None);
        // By whom and when is in the list that spreads, so that everybody can say it, and not of anybody else.
        for (const auto &name : {u"server"_s, u"hub"_s, u"kitchen"_s}) {
            const auto removal = house[name].peer(u"kiosk"_s).removal;
            QVERIFY(removal && removal->at);
            QCOMPARE(removal->by, u"Rina"_s);
            QVERIFY(!house[name].sync.removed);
        }
        QVERIFY(!hub.peer(u"kitchen"_s).removal);
        // It was told the same before its links were cut, and does not forget it when the network goes, too.
        QVERIFY(kiosk.sync.removed);
        QCOMPARE(kiosk.sync.removed->by, u"Rina"_s);
        house.network.cut(u"kiosk"_s, u"hub"_s);
        house.network.cut(u"kiosk"_s, u"server"_s);
        house.pass(30s);
        QVERIFY(kiosk.sync.removed);
    }

    void saysWhyAWayIsClosed()
    {
        House house;
        house.furnish();
        auto &kiosk = house[u"kiosk"_s];
        house.network.refuse(u"kiosk"_s, u"hub"_s, LinkKind::WebSocket);
        house.network.refuse(u"kiosk"_s, u"hub"_s, LinkKind::Polling);
        house.network.cut(u"kiosk"_s, u"hub"_s);
        house.pass(20s);
        QCOMPARE(kiosk.peer(u"hub"_s).mode, SyncMode::Disconnected);
        QCOMPARE(kiosk.peer(u"hub"_s).cause, SyncCause::NotSaji);
        QCOMPARE(kiosk.sync.mode, SyncMode::Connected); // by the server
        QVERIFY(!kiosk.sync.localConnected);
        house.network.refuse(u"kiosk"_s, u"hub"_s, LinkKind::Polling, false);
        QVERIFY(house.passUntil([&] { return kiosk.peer(u"hub"_s).mode == SyncMode::Polling; }, 60s));
        QVERIFY(kiosk.sync.polling && kiosk.sync.localConnected);
    }

    void neverTriedIsNotTheSameAsNoAnswer()
    {
        House house;
        auto &kiosk = house.add(u"kiosk"_s, NodeKind::Kiosk, u"server"_s, u"hub"_s);
        QCOMPARE(kiosk.sync.peers.size(), 2);
        QCOMPARE(kiosk.sync.peers[0].role, PeerRole::Server);
        QCOMPARE(kiosk.sync.peers[0].cause, SyncCause::NeverTried);
        QVERIFY(!kiosk.sync.lastConnected);
        house.pass(10s);
        QCOMPARE(kiosk.sync.peers[0].cause, SyncCause::NoInternet);
        QVERIFY(kiosk.sync.peers[0].since);
    }

    void syncNowKnocksAtOnce()
    {
        House house;
        house.furnish();
        house[u"hub"_s].stop();
        house[u"server"_s].stop();
        house.pass(10min); // the ladder is at its last rung
        auto &kiosk = house[u"kiosk"_s];
        const auto before = house.network.dials(u"kiosk"_s, u"server"_s, LinkKind::WebSocket);
        kiosk.node().sync().syncNow();
        house.pass(50ms);
        QVERIFY(house.network.dials(u"kiosk"_s, u"server"_s, LinkKind::WebSocket) > before);
    }

    void aReportThatSaysNothingNewIsNotMadeAnew()
    {
        House house;
        house.furnish();
        house.pass(10s);
        const auto frames = house.network.frames(u"hub"_s, u"kitchen"_s);
        QVERIFY(frames > 0);
        // While everybody is heard as it should be, the panel's words stay the same bytes: nothing but pings on the line.
        auto &hub = house[u"hub"_s];
        QList<SyncStatus> seen;
        QObject::connect(&hub.node().sync(), &SyncService::changed, &hub.node(), [&](const SyncStatus &status) { seen.append(status); });
        house.pass(5s);
        QVERIFY(seen.size() >= 5); // a screen's ages tick
    }
};

QTEST_GUILESS_MAIN(TestSyncMonitor)
#include "tst_syncmonitor.moc"
