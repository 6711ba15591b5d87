// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/verify.h>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void refuseSockets(Restaurant &restaurant, bool refused = true)
{
    for (const auto &device : {u"kiosk"_s, u"soto"_s, u"sate"_s}) {
        for (const auto &peer : {u"hub"_s, u"server"_s})
            restaurant.network().refuse(device, peer, LinkKind::WebSocket, refused);
    }
    restaurant.network().refuse(u"hub"_s, u"server"_s, LinkKind::WebSocket, refused);
}

} // namespace

class TestFallback : public QObject
{
    Q_OBJECT

private slots:
    void aRefusedSocketFallsBackToPollingAndReturns()
    {
        Restaurant restaurant;
        restaurant.furnish();
        auto &kiosk = restaurant.device(u"kiosk"_s);
        QVERIFY(restaurant.passUntil([&] { return kiosk.sync.mode == SyncMode::Connected; }));
        refuseSockets(restaurant);
        for (const auto &device : {u"kiosk"_s, u"soto"_s, u"sate"_s, u"hub"_s})
            restaurant.network().cut(device);
        QVERIFY(restaurant.passUntil([&] { return kiosk.sync.mode == SyncMode::Polling && kiosk.sync.polling; }, 30s));

        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        QVERIFY(restaurant.passUntil([&] { return restaurant.device(u"soto"_s).ticket(u"A-001"_s, 1).has_value(); }, 70s));
        VERIFY_EQUAL_WORLDS(restaurant);

        refuseSockets(restaurant, false);
        QVERIFY(restaurant.passUntil([&] { return kiosk.sync.mode == SyncMode::Connected && !kiosk.sync.polling; }, 90s));
        QVERIFY(restaurant.order(u"kiosk"_s, {12}));
        QVERIFY(restaurant.passUntil([&] { return restaurant.device(u"soto"_s).ticket(u"A-002"_s, 1).has_value(); }, 2s));
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aWholeLunchByPollingAloneLosesNothing()
    {
        Restaurant restaurant;
        refuseSockets(restaurant);
        restaurant.furnish();
        for (int i = 0; i < 20; ++i) {
            const auto order = restaurant.order(u"kiosk"_s, {11, 21});
            QVERIFY(order);
            restaurant.pass(20s);
            restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        }
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)).size(), 20);
    }

    void itNeverGivesUp()
    {
        Restaurant restaurant;
        restaurant.furnish();
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        restaurant.network().setDown(u"kiosk"_s);
        restaurant.pass(1s);
        QVERIFY(restaurant.order(u"kiosk"_s, {11}));
        for (const auto &other : {u"server"_s, u"hub"_s, u"soto"_s, u"sate"_s})
            restaurant.device(other).switchOff(); // their pings would take longer than the test has
        restaurant.pass(std::chrono::hours(12));
        for (const auto &other : {u"server"_s, u"hub"_s, u"soto"_s, u"sate"_s})
            QVERIFY(restaurant.device(other).switchOn());
        restaurant.pass(1min);
        QCOMPARE(restaurant.device(u"kiosk"_s).sync.mode, SyncMode::Disconnected);
        restaurant.network().setDown(u"kiosk"_s, false);
        QVERIFY(restaurant.passUntil([&] { return restaurant.device(u"soto"_s).ticket(u"A-002"_s, 1).has_value(); }, 40s));
        VERIFY_EQUAL_WORLDS(restaurant);
    }
};

QTEST_GUILESS_MAIN(TestFallback)
#include "tst_fallback.moc"
