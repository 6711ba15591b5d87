// SPDX-License-Identifier: GPL-3.0-or-later
#include <restaurant/verify.h>

using namespace saji;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool shows(Restaurant &restaurant, const QString &kitchen, const PlacedOrder &order, int outlet)
{
    return restaurant.device(kitchen).ticket(order.number.toString(), outlet).has_value();
}

bool shows(Restaurant &restaurant, const QString &kitchen, const PlacedOrder &order, int outlet, OrderState state)
{
    const auto ticket = restaurant.device(kitchen).ticket(order.number.toString(), outlet);
    return ticket && ticket->state == state;
}

} // namespace

class TestOutages : public QObject
{
    Q_OBJECT

private slots:
    void anOrderReachesTheKitchenAndTheServer()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        QCOMPARE(order->number.toString(), u"A-001"_s);
        QVERIFY(restaurant.passUntil([&] { return shows(restaurant, u"soto"_s, *order, 1); }, 1s));
        VERIFY_EQUAL_WORLDS(restaurant);
        QVERIFY(!shows(restaurant, u"sate"_s, *order, 1));
        const auto progress = restaurant.device(u"kiosk"_s).progress.value(order->id);
        QVERIFY(progress.atHub);
        QVERIFY(progress.atServer);
    }

    void anOrderTakenWithTheServerDownReachesTheKitchenByTheHub()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.device(u"server"_s).switchOff();
        restaurant.pass(10s);
        const auto order = restaurant.order(u"kiosk"_s, {11, 12});
        QVERIFY(order);
        QVERIFY(restaurant.passUntil([&] { return shows(restaurant, u"soto"_s, *order, 1); }, 1s));
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        restaurant.pass(10min);
        QVERIFY(!restaurant.device(u"kiosk"_s).progress.value(order->id).atServer);
        QVERIFY(restaurant.device(u"kiosk"_s).sync.pending > 0);

        QVERIFY(restaurant.device(u"server"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)), QStringList{u"A-001 1:preparing"_s});
        QVERIFY(restaurant.device(u"kiosk"_s).progress.value(order->id).atServer);
        QCOMPARE(restaurant.device(u"kiosk"_s).sync.pending, quint64(0));
    }

    void withTheHubDownKioskAndKitchenBothStillReachTheServer()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.device(u"hub"_s).switchOff();
        restaurant.pass(10s);
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        QVERIFY(restaurant.passUntil([&] { return shows(restaurant, u"soto"_s, *order, 1); }, 2s));
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Ready);
        VERIFY_EQUAL_WORLDS(restaurant);
        QVERIFY(restaurant.device(u"hub"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"hub"_s)), QStringList{u"A-001 1:ready"_s});
    }

    void withBothDownOrdersWaitAndArriveOnce()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.device(u"hub"_s).switchOff();
        restaurant.device(u"server"_s).switchOff();
        QList<PlacedOrder> orders;
        for (int i = 0; i < 25; ++i) {
            const auto order = restaurant.order(u"kiosk"_s, {11, 21});
            QVERIFY(order);
            orders.append(*order);
            restaurant.pass(1min);
        }
        QVERIFY(!shows(restaurant, u"soto"_s, orders.first(), 1));
        QVERIFY(restaurant.device(u"kiosk"_s).sync.mode == SyncMode::Disconnected);
        QVERIFY(restaurant.device(u"kiosk"_s).sync.pending >= 25);
        QVERIFY(restaurant.device(u"kiosk"_s).sync.oldestPendingAge.value_or(0ms) >= 24min);

        QVERIFY(restaurant.device(u"server"_s).switchOn());
        QVERIFY(restaurant.device(u"hub"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
        for (const auto &order : orders) {
            QVERIFY(shows(restaurant, u"soto"_s, order, 1));
            QVERIFY(shows(restaurant, u"sate"_s, order, 2));
        }
        QCOMPARE(board(restaurant.device(u"server"_s)).size(), 25);
    }

    void anOrderForTwoOutletsReachesBothKitchens()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto order = restaurant.order(u"kiosk"_s, {11, 21, 22});
        QVERIFY(order);
        QCOMPARE(order->parts.size(), 2);
        QVERIFY(restaurant.passUntil(
            [&] { return shows(restaurant, u"soto"_s, *order, 1) && shows(restaurant, u"sate"_s, *order, 2); }, 1s));
        QVERIFY(!shows(restaurant, u"soto"_s, *order, 2));
        QCOMPARE(restaurant.device(u"soto"_s).ticket(u"A-001"_s, 1)->alsoAt, QStringList{u"Sate"_s});
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Ready);
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)), QStringList{u"A-001 1:ready 2:pending"_s});
    }

    void twoPathsAtOnceDoubleNothing()
    {
        Restaurant restaurant;
        restaurant.furnish();
        // The direct way to the server is slow, so that everything also arrives by the hub while it is on its way.
        restaurant.network().setDelay(u"kiosk"_s, u"server"_s, 700ms);
        restaurant.network().setDelay(u"soto"_s, u"server"_s, 300ms);
        for (int i = 0; i < 10; ++i) {
            const auto order = restaurant.order(u"kiosk"_s, {11});
            QVERIFY(order);
            restaurant.pass(150ms);
            restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        }
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)).size(), 10);
    }

    void anOrderFindsItsWayWhenNobodyReachesEverybody()
    {
        Restaurant restaurant;
        restaurant.furnish();
        // The kiosk's only neighbour is the hub, the kitchen's only one the server.
        restaurant.network().setDown(u"kiosk"_s, u"server"_s);
        restaurant.network().setDown(u"soto"_s, u"hub"_s);
        restaurant.pass(5s);
        const auto first = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(first);
        QVERIFY(restaurant.passUntil([&] { return shows(restaurant, u"soto"_s, *first, 1); }, 2s));
        restaurant.advance(u"soto"_s, *first, 1, OrderState::Preparing);
        QVERIFY(restaurant.passUntil(
            [&] {
                const auto progress = restaurant.device(u"kiosk"_s).progress.value(first->id);
                return progress.atServer && progress.kitchens.first().state == OrderState::Preparing;
            },
            15s));
        // And the other way round.
        restaurant.network().setDown(u"kiosk"_s, u"server"_s, false);
        restaurant.network().setDown(u"soto"_s, u"hub"_s, false);
        restaurant.network().setDown(u"kiosk"_s, u"hub"_s);
        restaurant.network().setDown(u"soto"_s, u"server"_s);
        const auto second = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(second);
        QVERIFY(restaurant.passUntil([&] { return shows(restaurant, u"soto"_s, *second, 1); }, 40s));
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void twoTapsAreOneOrder()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto cart = restaurant.basket(u"kiosk"_s, {11});
        restaurant.confirm(u"kiosk"_s, cart);
        restaurant.confirm(u"kiosk"_s, cart);
        restaurant.pass(200ms);
        QCOMPARE(restaurant.device(u"kiosk"_s).placed.size(), 1); // one answer, for both
        restaurant.confirm(u"kiosk"_s, cart);
        restaurant.device(u"kiosk"_s).switchOff();
        QVERIFY(restaurant.device(u"kiosk"_s).switchOn());
        restaurant.pass(1s);
        restaurant.confirm(u"kiosk"_s, cart);
        const auto &placed = restaurant.device(u"kiosk"_s).placed;
        QCOMPARE(placed.size(), 3);
        QVERIFY(placed[0].id == placed[1].id && placed[1].id == placed[2].id);
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"server"_s)), QStringList{u"A-001 1:pending"_s});
    }

    void aHalfOpenLinkIsNoticedAndNothingOnItIsLost()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.device(u"server"_s).switchOff();
        restaurant.network().freeze(u"kiosk"_s, u"hub"_s);
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        restaurant.pass(30s);
        QVERIFY(!restaurant.device(u"kiosk"_s).sync.localConnected);
        restaurant.network().freeze(u"kiosk"_s, u"hub"_s, false);
        QVERIFY(restaurant.passUntil([&] { return shows(restaurant, u"soto"_s, *order, 1); }, 15s));
        QVERIFY(restaurant.device(u"server"_s).switchOn());
        VERIFY_EQUAL_WORLDS(restaurant);
    }

    void aLinkThatIsCutEverySecondStillCarriesEverything()
    {
        Restaurant restaurant;
        restaurant.furnish();
        for (int i = 0; i < 40; ++i) {
            QVERIFY(restaurant.order(u"kiosk"_s, {11, 21}));
            restaurant.pass(Milliseconds(130 * (i % 7)));
            restaurant.network().cut(u"kiosk"_s);
            restaurant.pass(Milliseconds(70 * (i % 5)));
            restaurant.network().cut(u"hub"_s);
        }
        VERIFY_EQUAL_WORLDS(restaurant);
        QCOMPARE(board(restaurant.device(u"sate"_s)).size(), 40);
    }

    void bumpsMadeOfflineOnTwoScreensEndInOneTruth()
    {
        Restaurant restaurant;
        restaurant.furnish();
        restaurant.addKitchen(u"soto-2"_s, 1);
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        VERIFY_EQUAL_WORLDS(restaurant);
        restaurant.network().setDown(u"soto"_s);
        restaurant.network().setDown(u"soto-2"_s);
        restaurant.pass(5s);
        restaurant.advance(u"soto"_s, *order, 1, OrderState::Preparing);
        restaurant.pass(1s);
        restaurant.advance(u"soto-2"_s, *order, 1, OrderState::Preparing);
        restaurant.advance(u"soto-2"_s, *order, 1, OrderState::Ready);
        restaurant.pass(1s);
        restaurant.recall(u"soto"_s, *order, 1);
        restaurant.network().setDown(u"soto"_s, false);
        restaurant.network().setDown(u"soto-2"_s, false);
        VERIFY_EQUAL_WORLDS(restaurant);
        const auto one = restaurant.device(u"soto"_s).ticket(u"A-001"_s, 1);
        const auto two = restaurant.device(u"soto-2"_s).ticket(u"A-001"_s, 1);
        QVERIFY(one && two);
        QVERIFY(one->state == two->state);
    }

    void aLateEventRefoldsTheTicket()
    {
        Restaurant restaurant;
        restaurant.furnish();
        const auto order = restaurant.order(u"kiosk"_s, {11});
        QVERIFY(order);
        VERIFY_EQUAL_WORLDS(restaurant);
        // The cook cancels on a screen that is cut off; a second screen, later, goes on with the dish.
        restaurant.addKitchen(u"soto-2"_s, 1);
        VERIFY_EQUAL_WORLDS(restaurant);
        restaurant.network().setDown(u"soto"_s);
        restaurant.pass(5s);
        restaurant.device(u"soto"_s).node().tickets().cancel(order->id, OutletId(1), u"habis"_s);
        restaurant.pass(1min);
        restaurant.advance(u"soto-2"_s, *order, 1, OrderState::Preparing);
        restaurant.pass(1s);
        QVERIFY(shows(restaurant, u"soto-2"_s, *order, 1, OrderState::Preparing));
        restaurant.network().setDown(u"soto"_s, false);
        VERIFY_EQUAL_WORLDS(restaurant);
        QVERIFY(shows(restaurant, u"soto"_s, *order, 1, OrderState::Cancelled));
        QVERIFY(shows(restaurant, u"soto-2"_s, *order, 1, OrderState::Cancelled));
    }
};

QTEST_GUILESS_MAIN(TestOutages)
#include "tst_outages.moc"
