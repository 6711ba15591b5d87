// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/peerpresenter.h>
#include <restaurant/verify.h>

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds promised = 3s;

//! What hangs above the tickets of a kitchen: its bar and its sound.
struct Bar
{
    explicit Bar(Restaurant &in, Device &device) : restaurant(in), presenter(device.clock, in.scheduler(), language)
    {
        QObject::connect(&presenter, &PeerPresenter::alarmed, [this] { ++rings; });
        presenter.attach(device.node().sync());
    }

    PeerBanner::Level level() const { return presenter.banner().level; }
    //! From now until the bar hangs and has rung; nullopt = not within ten seconds.
    std::optional<Milliseconds> untilAlarm()
    {
        const int before = rings;
        const auto from = restaurant.scheduler().now();
        if (!restaurant.passUntil([&] { return level() != PeerBanner::Level::None && rings > before; }, 10s))
            return std::nullopt;
        return restaurant.scheduler().now() - from;
    }
    bool clears(Milliseconds limit = 15s)
    {
        return restaurant.passUntil([&] { return level() == calm; }, limit);
    }

    Restaurant &restaurant;
    LanguageSwitch language;
    PeerPresenter presenter;
    PeerBanner::Level calm = PeerBanner::Level::None; //!< what hangs there while nothing is broken
    int rings = 0;
};

//! Breaks something at ten moments between two pings, heals it, and holds the alarm to its promise each time.
void verifyAlarm(Restaurant &restaurant, Bar &bar, const char *what, const std::function<void(bool broken)> &breakIt,
                 PeerBanner::Level level)
{
    Milliseconds slowest{0}, quickest{1h};
    for (int phase = 0; phase < 10; ++phase) {
        restaurant.pass(20s + phase * 100ms);
        QCOMPARE(bar.level(), bar.calm);
        breakIt(true);
        const auto took = bar.untilAlarm();
        QVERIFY2(took, what);
        QCOMPARE(bar.level(), level);
        QVERIFY2(*took <= promised, qPrintable(u"%1: %2 ms, phase %3"_s.arg(QLatin1StringView(what)).arg(took->count()).arg(phase)));
        slowest = std::max(slowest, *took);
        quickest = std::min(quickest, *took);
        restaurant.pass(5s);
        breakIt(false);
        QVERIFY2(bar.clears(60s), what);
    }
    qInfo("%s: alarm after %lld to %lld ms", what, qlonglong(quickest.count()), qlonglong(slowest.count()));
}

//! The device stands still, and goes on.
std::function<void(bool)> freezing(Restaurant &restaurant, const QString &device)
{
    return [&restaurant, device](bool isBroken) { restaurant.device(device).setStopped(isBroken); };
}

//! Starts the device anew, and tells it of no hub.
Device &withoutAHub(Device &device)
{
    device.switchOff();
    device.options().hub.clear();
    if (!device.switchOn())
        qFatal("%s", qPrintable(device.openError->detail));
    return device;
}

} // namespace

class TestSilence : public QObject
{
    Q_OBJECT

private slots:
    void aHealthyHouseRaisesNoAlarm()
    {
        Restaurant restaurant;
        restaurant.furnish();
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        for (int i = 0; i < 60; ++i) {
            QVERIFY(restaurant.order(u"kiosk"_s, {11}));
            restaurant.pass(10s);
            QCOMPARE(bar.level(), PeerBanner::Level::None);
        }
        QCOMPARE(bar.rings, 0);
        QVERIFY(bar.presenter.isComplete());
    }

    void aFrozenHubRingsWithinThreeSecondsThoughTheServerIsThere()
    {
        Restaurant restaurant;
        restaurant.furnish();
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        verifyAlarm(restaurant, bar, "frozen hub", freezing(restaurant, u"hub"_s), PeerBanner::Level::Notice);
    }

    void aFrozenHubThatIsTheOnlyWayRaisesTheAlarmWithinThreeSeconds()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().setDown(u"soto"_s, u"server"_s);
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        verifyAlarm(restaurant, bar, "frozen hub, no server", freezing(restaurant, u"hub"_s), PeerBanner::Level::Alarm);
    }

    void aHalfOpenLineRaisesTheAlarmWithinThreeSecondsAndClearsWhenItHeals()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().setDown(u"soto"_s, u"server"_s);
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        verifyAlarm(restaurant, bar, "half-open line", [&](bool broken) { restaurant.network().freeze(u"soto"_s, u"hub"_s, broken); },
                    PeerBanner::Level::Alarm);
    }

    void aPulledCableIsToldAtOnce()
    {
        Restaurant restaurant;
        restaurant.furnish();
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        verifyAlarm(restaurant, bar, "pulled cable", [&](bool broken) { restaurant.network().setDown(u"soto"_s, broken); },
                    PeerBanner::Level::Alarm);
    }

    void aFrozenKioskBehindTheHubIsNamedWithinThreeSeconds()
    {
        Restaurant restaurant;
        restaurant.furnish();
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        verifyAlarm(restaurant, bar, "frozen kiosk", freezing(restaurant, u"kiosk"_s), PeerBanner::Level::Alarm);
    }

    void aFrozenServerThatIsTheOnlySourceRaisesTheAlarmWithinThreeSeconds()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kitchen = withoutAHub(restaurant.device(u"soto"_s));
        restaurant.pass(5s);
        Bar bar(restaurant, kitchen);
        verifyAlarm(restaurant, bar, "frozen server, no hub", freezing(restaurant, u"server"_s), PeerBanner::Level::Alarm);
    }

    // No socket gets through: a proxy, a guard of the network.

    void aPolledHubThatFreezesRaisesTheAlarmWithinThreeSeconds()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().setDown(u"soto"_s, u"server"_s);
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        pollOnly(restaurant, bar, u"hub"_s);
        verifyAlarm(restaurant, bar, "frozen hub, polled", freezing(restaurant, u"hub"_s), PeerBanner::Level::Alarm);
        verifyAlarm(restaurant, bar, "half-open line, polled", [&](bool broken) { restaurant.network().freeze(u"soto"_s, u"hub"_s, broken); },
                    PeerBanner::Level::Alarm);
    }

    void aPolledServerThatIsTheOnlySourceRaisesTheAlarmWithinThreeSeconds()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kitchen = withoutAHub(restaurant.device(u"soto"_s));
        Bar bar(restaurant, kitchen);
        pollOnly(restaurant, bar, u"server"_s);
        verifyAlarm(restaurant, bar, "frozen server, no hub, polled", freezing(restaurant, u"server"_s), PeerBanner::Level::Alarm);
    }

    void aFrozenKioskThatPollsTheHubIsNamedWithinThreeSeconds()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().refuse(u"kiosk"_s, u"hub"_s, LinkKind::WebSocket);
        restaurant.network().cut(u"kiosk"_s, u"hub"_s);
        restaurant.network().setDown(u"kiosk"_s, u"server"_s);
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        verifyAlarm(restaurant, bar, "frozen kiosk, polling", freezing(restaurant, u"kiosk"_s), PeerBanner::Level::Alarm);
    }

    void aPolledHouseThatIsWellRaisesNoAlarm()
    {
        Restaurant restaurant;
        restaurant.furnish();
        Bar bar(restaurant, restaurant.device(u"soto"_s));
        pollOnly(restaurant, bar, u"hub"_s);
        bar.rings = 0;
        for (int i = 0; i < 60; ++i) {
            QVERIFY(restaurant.order(u"kiosk"_s, {11}));
            restaurant.pass(10s);
            QVERIFY(bar.level() != PeerBanner::Level::Alarm);
        }
        QCOMPARE(bar.rings, 0);
    }

    void theCauseIsSaid()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.network().setDown(u"soto"_s, u"server"_s);
        auto &kitchen = restaurant.device(u"soto"_s);
        restaurant.device(u"hub"_s).setStopped(true);
        restaurant.pass(8s);
        const auto hub = std::ranges::find(kitchen.sync.peers, PeerRole::Hub, &PeerView::role);
        QCOMPARE(hub->cause, SyncCause::Silent);
        QVERIFY(kitchen.sync.error);
        restaurant.device(u"hub"_s).setStopped(false);
        QVERIFY(restaurant.passUntil([&] { return kitchen.sync.localConnected; }, 20s));
    }

    void aWrongRowOnADiskIsFoundAndMadeRightWithinFiveSeconds()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        QVERIFY(restaurant.settle());
        auto &kitchen = restaurant.device(u"soto"_s);
        kitchen.switchOff();
        const auto before = row(restaurant.folder(u"soto"_s), order->id);
        QVERIFY(!before.isEmpty());
        QVERIFY(kitchen.switchOn());
        restaurant.pass(3s);
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        QVERIFY(restaurant.settle());
        // The disk says what it said before the cook began.
        kitchen.switchOff();
        plant(restaurant.folder(u"soto"_s), order->id, before);
        QVERIFY(kitchen.switchOn());
        QCOMPARE(kitchen.ticket(u"A-001"_s, 1)->state, OrderState::Pending);
        const auto from = restaurant.scheduler().now();
        QVERIFY(restaurant.passUntil([&] { return kitchen.ticket(u"A-001"_s, 1)->state == OrderState::Preparing; }, 5s));
        qInfo("wrong row: right again after %lld ms", qlonglong((restaurant.scheduler().now() - from).count()));
        restaurant.pass(10s);
        for (auto *device : restaurant.devices()) {
            for (const auto &peer : device->sync.peers)
                QVERIFY2(!peer.boardDiffers, qPrintable(device->address() + u" on "_s + peer.name));
        }
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void kitchensThatComeAndGoAreToldToEverybody()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto modeAt = [&](const QString &device) {
            const auto &peers = restaurant.device(device).sync.peers;
            const auto found = std::ranges::find(peers, u"sate"_s, &PeerView::name);
            return found == peers.end() ? std::nullopt : std::optional(found->mode);
        };
        for (const auto &device : {u"kiosk"_s, u"hub"_s, u"server"_s})
            QVERIFY(restaurant.passUntil([&] { return modeAt(device) == SyncMode::Connected; }, 5s));
        restaurant.device(u"sate"_s).switchOff();
        for (const auto &device : {u"kiosk"_s, u"hub"_s})
            QVERIFY2(restaurant.passUntil([&] { return modeAt(device) == SyncMode::Disconnected; }, 5s), qPrintable(device));
        QVERIFY(restaurant.device(u"sate"_s).switchOn());
        QVERIFY(restaurant.passUntil([&] { return modeAt(u"kiosk"_s) == SyncMode::Connected; }, 5s));
    }

    void whatAWayCostsIsMeasured()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        const auto hub = [&] { return *std::ranges::find(kiosk.sync.peers, PeerRole::Hub, &PeerView::role); };
        restaurant.pass(3min);
        QVERIFY(hub().figures);
        QCOMPARE(hub().figures->connects, 1);
        QCOMPARE(hub().figures->errors, 0);
        QVERIFY(hub().figures->messagesPerMinute >= 200 && hub().figures->messagesPerMinute <= 300); // a ping and a pong each way
        restaurant.network().refuse(u"kiosk"_s, u"hub"_s, LinkKind::WebSocket);
        restaurant.network().cut(u"kiosk"_s, u"hub"_s);
        QVERIFY(restaurant.passUntil([&] { return hub().mode == SyncMode::Polling; }, 30s));
        QCOMPARE(hub().figures->connects, 2);
        QVERIFY(hub().figures->errors >= 1);
        QVERIFY(hub().figures->slowestConnect >= hub().figures->connectTime);
    }

private:
    //! The kitchen's way to `source` carries no sockets any more.
    static void pollOnly(Restaurant &restaurant, Bar &bar, const QString &source)
    {
        restaurant.network().refuse(u"soto"_s, source, LinkKind::WebSocket);
        restaurant.network().cut(u"soto"_s, source);
        const auto &peers = restaurant.device(u"soto"_s).sync.peers;
        const auto role = source == u"hub" ? PeerRole::Hub : PeerRole::Server;
        QVERIFY(restaurant.passUntil([&] {
            const auto found = std::ranges::find(peers, role, &PeerView::role);
            return found != peers.end() && found->mode == SyncMode::Polling;
        }, 30s));
        restaurant.pass(20s);
        bar.calm = bar.level();
    }

    static QByteArray row(const QString &folder, const OrderId &order)
    {
        QByteArray body;
        onDisk(folder, [&](QSqlDatabase &database) {
            QSqlQuery query(database);
            query.prepare(u"SELECT body FROM projection_rows WHERE key = ?"_s);
            query.addBindValue(order.toBytes());
            if (query.exec() && query.next())
                body = query.value(0).toByteArray();
        });
        return body;
    }
    static void plant(const QString &folder, const OrderId &order, const QByteArray &body)
    {
        onDisk(folder, [&](QSqlDatabase &database) {
            QSqlQuery query(database);
            query.prepare(u"UPDATE projection_rows SET body = ?, is_open = 1 WHERE key = ?"_s);
            query.addBindValue(body);
            query.addBindValue(order.toBytes());
            QVERIFY(query.exec());
            QCOMPARE(query.numRowsAffected(), 1);
        });
    }
    static void onDisk(const QString &folder, const std::function<void(QSqlDatabase &)> &work)
    {
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by hand"_s);
            database.setDatabaseName(folder + u"/saji.db"_s);
            QVERIFY(database.open());
            work(database);
        }
        QSqlDatabase::removeDatabase(u"by hand"_s);
    }
};

QTEST_GUILESS_MAIN(TestSilence)
#include "tst_silence.moc"
