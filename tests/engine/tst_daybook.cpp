// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {
const QDate today(2025, 6, 15);
}

class TestDayBook : public QObject
{
    Q_OBJECT

private slots:
    void countsOrdersByDayAndDevice()
    {
        Shop shop;
        const auto a = DeviceId(QUuid(u"01890000-0000-7000-8000-00000000000a"_s));
        const auto b = DeviceId(QUuid(u"01890000-0000-7000-8000-00000000000b"_s));
        for (int i = 1; i <= 5; ++i) {
            auto order = orderNumbered(i, *shop.menu());
            order.device = i <= 3 ? a : b;
            order.businessDay = i == 5 ? today.addDays(1) : today;
            shop.write(OrderPlaced{order});
        }
        for (int restart = 0; restart < 3; ++restart) {
            QCOMPARE(shop.days->orders(today), 4);
            QCOMPARE(shop.days->orders(today.addDays(1)), 1);
            QCOMPARE(shop.days->orders(today.addDays(2)), 0);
            QCOMPARE(shop.days->ordersBy(a, today), 3);
            QCOMPARE(shop.days->ordersBy(b, today), 1);
            shop.restart(restart == 0);
        }
    }

    void anOrderCountsOnceHoweverOftenItIsTold()
    {
        Shop shop;
        Elsewhere kiosk(7), sameKiosk(7, 2);
        const auto order = orderNumbered(1, *shop.menu());
        shop.hear({kiosk.say(OrderPlaced{order}), kiosk.say(OrderPlaced{order})});
        shop.restart();
        shop.hear({sameKiosk.say(OrderPlaced{order})});
        QCOMPARE(shop.days->orders(today), 1);
        QCOMPARE(shop.days->ordersNumbered(today, order.number), QList<OrderId>({order.id}));
    }

    void findsAllOrdersOfANumber()
    {
        Shop shop;
        auto first = orderNumbered(1, *shop.menu());
        auto second = orderNumbered(2, *shop.menu());
        second.number = first.number;
        auto otherDay = orderNumbered(3, *shop.menu());
        otherDay.number = first.number;
        otherDay.businessDay = today.addDays(1);
        for (const auto &order : {first, second, otherDay})
            shop.write(OrderPlaced{order});
        for (int restart = 0; restart < 2; ++restart) {
            QCOMPARE(shop.days->ordersNumbered(today, first.number), QList<OrderId>({first.id, second.id}));
            QCOMPARE(shop.days->ordersNumbered(today.addDays(1), first.number), QList<OrderId>({otherDay.id}));
            QCOMPARE(shop.days->ordersNumbered(today, {u"Z"_s, 1}), QList<OrderId>());
            shop.restart();
        }
    }

    void knowsWhereASeriesStands()
    {
        Shop shop;
        QVERIFY(!shop.days->lastNumber(u"B"_s));
        QCOMPARE(shop.days->highest(u"B"_s, today), 0);
        Elsewhere kiosk(7);
        auto late = orderNumbered(9, *shop.menu());
        late.placedWallMs = 1234;
        auto early = orderNumbered(12, *shop.menu());
        early.businessDay = today.addDays(3);
        const auto earlier = Hlc::of(ManualClock::defaultWall);
        const auto later = Hlc::of(ManualClock::defaultWall + 5s);
        shop.hear({kiosk.say(OrderPlaced{late}, later), kiosk.say(OrderPlaced{early}, earlier)});
        for (int restart = 0; restart < 2; ++restart) {
            // By stamp, not by arrival, nor by what the label says.
            const auto last = shop.days->lastNumber(u"B"_s);
            QVERIFY(last);
            QCOMPARE(last->day, today);
            QCOMPARE(last->counter, 9);
            QCOMPARE(last->wall, 1234ms);
            QCOMPARE(shop.days->highest(u"B"_s, today), 9);
            QCOMPARE(shop.days->highest(u"B"_s, today.addDays(3)), 12);
            QCOMPARE(shop.days->highest(u"A"_s, today), 0);
            shop.restart();
        }
    }
};

QTEST_GUILESS_MAIN(TestDayBook)
#include "tst_daybook.moc"
