// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <faultyvfs.h>

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

//! What the book has told, as a screen would hear it.
struct Told
{
    explicit Told(OrderBook &book)
    {
        QObject::connect(&book, &OrderBook::orderChanged, &context, [this](const Order &order, const QSet<OutletId> &outlets) {
            orders.append(order);
            changed.append(outlets);
        });
    }
    QObject context;
    QList<Order> orders;
    QList<QSet<OutletId>> changed;
};

Fact step(const PlacedOrder &order, OrderState to, OutletId outlet = soto)
{
    return TicketAdvanced{order.id, outlet, to, {}};
}

} // namespace

class TestOrderBook : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfANewOrderWithAllItsTickets()
    {
        Shop shop;
        Told told(*shop.orders);
        const auto order = orderNumbered(1, *shop.menu());
        const auto event = shop.write(OrderPlaced{order});
        QCOMPARE(told.orders.size(), 1);
        QCOMPARE(told.orders[0].placed, order);
        QCOMPARE(told.orders[0].stamp, event.event.stamp);
        QCOMPARE(told.changed[0], QSet<OutletId>({soto, sate}));
        QCOMPARE(shop.orders->order(order.id)->placed, order);
        QVERIFY(!shop.orders->order(orderNumbered(2, *shop.menu()).id));
    }

    void saysWhichTicketHasChanged()
    {
        Shop shop;
        const auto order = orderNumbered(1, *shop.menu());
        shop.write(OrderPlaced{order});
        Told told(*shop.orders);
        shop.write(step(order, OrderState::Preparing, sate));
        QCOMPARE(told.changed, QList<QSet<OutletId>>({{sate}}));
        shop.write(OrderRegistered{order.id, 7});
        QCOMPARE(told.changed.last(), QSet<OutletId>());
        QCOMPARE(told.orders.last().registeredAs, 7);
        shop.write(step(order, OrderState::Served, soto)); // not legal: nothing changes, nothing is told
        QCOMPARE(told.orders.size(), 2);
    }

    void whatArrivesTogetherIsToldOncePerOrder()
    {
        Shop shop;
        Told told(*shop.orders);
        Elsewhere kiosk(7);
        const auto a = orderNumbered(1, *shop.menu());
        const auto b = orderNumbered(2, *shop.menu());
        shop.hear({kiosk.say(OrderPlaced{a}), kiosk.say(OrderPlaced{b}), kiosk.say(step(a, OrderState::Preparing))});
        QCOMPARE(told.orders.size(), 2);
        QCOMPARE(told.orders[0].placed.id, a.id);
        QCOMPARE(told.orders[0].ticket(soto)->state, OrderState::Preparing);
        QCOMPARE(told.orders[1].placed.id, b.id);
    }

    void factsThatCameBeforeTheirOrderWaitForIt()
    {
        Shop shop;
        Told told(*shop.orders);
        Elsewhere kitchen(8), kiosk(7);
        const auto order = orderNumbered(1, *shop.menu());
        const auto placed = kiosk.say(OrderPlaced{order}, Hlc::of(ManualClock::defaultWall));
        shop.hear({kitchen.say(step(order, OrderState::Preparing))});
        QVERIFY(told.orders.isEmpty());
        QVERIFY(!shop.orders->order(order.id));
        shop.restart();
        shop.hear({placed});
        QCOMPARE(shop.orders->order(order.id)->ticket(soto)->state, OrderState::Preparing);
    }

    void aLateFactRefoldsAClosedOrder()
    {
        Shop shop;
        const auto order = orderNumbered(1, *shop.menu());
        Elsewhere kitchen(8);
        const auto cancelled = kitchen.say(TicketCancelled{order.id, soto, u"habis"_s, {}}, Hlc::of(ManualClock::defaultWall + 1s));
        shop.write(OrderPlaced{order});
        shop.pass(10s);
        for (const auto outlet : {soto, sate}) {
            for (const auto state : {OrderState::Preparing, OrderState::Ready, OrderState::Served})
                shop.write(step(order, state, outlet));
        }
        QVERIFY(!shop.orders->order(order.id)->isOpen());
        shop.restart();
        Told told(*shop.orders);
        shop.hear({cancelled});
        QCOMPARE(told.changed, QList<QSet<OutletId>>({{soto}}));
        QCOMPARE(shop.orders->order(order.id)->ticket(soto)->state, OrderState::Cancelled);
        QCOMPARE(shop.orders->order(order.id)->ticket(sate)->state, OrderState::Served);
    }

    void listsWhatIsOpenOldestFirst()
    {
        Shop shop;
        Elsewhere kiosk(7);
        QList<OrderId> ids;
        QList<Event> events;
        for (int i = 1; i <= 5; ++i) {
            const auto order = orderNumbered(i, *shop.menu());
            ids.append(order.id);
            events.append(kiosk.say(OrderPlaced{order}));
        }
        shop.hear(events);
        shop.write(TicketCancelled{ids[1], soto, {}, {}});
        shop.write(TicketCancelled{ids[3], soto, {}, {}});
        shop.write(TicketCancelled{ids[3], sate, {}, {}});
        const auto idsOf = [](const QList<Order> &orders) {
            QList<OrderId> list;
            for (const auto &order : orders)
                list.append(order.placed.id);
            return list;
        };
        for (int restart = 0; restart < 2; ++restart) {
            QCOMPARE(idsOf(shop.orders->openOrders()), QList<OrderId>({ids[0], ids[1], ids[2], ids[4]}));
            QCOMPARE(idsOf(shop.orders->openOrders(soto)), QList<OrderId>({ids[0], ids[2], ids[4]}));
            QCOMPARE(idsOf(shop.orders->openOrders(OutletId(99))), QList<OrderId>());
            QCOMPARE(idsOf(*shop.orders->latest(2)), QList<OrderId>({ids[3], ids[1]}));
            QCOMPARE(*shop.orders->count(), 5);
            shop.restart();
        }
    }

    void aBadFactIsPassedOverAndBlocksNothing()
    {
        Shop shop;
        Told told(*shop.orders);
        Elsewhere kiosk(7);
        const auto order = orderNumbered(1, *shop.menu());
        const auto stamp = [](int n) { return Hlc::of(ManualClock::defaultWall + Milliseconds(n)); };
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"event .+ is passed over: .*order.placed"_s));
        shop.hear({kiosk.sayRaw(u"order.placed"_s, "\x01", stamp(1)), kiosk.sayRaw(u"order.sung"_s, "\x02", stamp(2)),
                   kiosk.say(OrderPlaced{order}, stamp(3))});
        QCOMPARE(told.orders.size(), 1);
        shop.restart();
        QVERIFY(shop.orders->order(order.id)); // and it is not complained of again
    }

    void aRestartReadsWhatThePowerTookFromTheLog()
    {
        Shop shop;
        const auto a = orderNumbered(1, *shop.menu());
        const auto b = orderNumbered(2, *shop.menu());
        shop.write(OrderPlaced{a});
        shop.pass(2s); // written behind
        shop.write(step(a, OrderState::Preparing));
        shop.write(OrderPlaced{b});
        const auto before = *shop.orders->order(a.id);
        shop.restart(false);
        QCOMPARE(*shop.orders->order(a.id), before);
        QVERIFY(shop.orders->order(b.id));
        QCOMPARE(shop.orders->openOrders().size(), 2);
    }

    void rowsAreWrittenBehindInOneGo()
    {
        Shop shop;
        shop.pass(5s);
        FaultyVfs::takeSyncs();
        for (int i = 1; i <= 50; ++i)
            shop.write(OrderPlaced{orderNumbered(i, *shop.menu())});
        QCOMPARE(FaultyVfs::takeSyncs(), 50); // the log's, one an order
        shop.pass(2s);
        QVERIFY(FaultyVfs::takeSyncs() <= 3);
        QCOMPARE(*shop.orders->count(), 50);
    }

    void aDiskThatRefusesRowsCostsNoOrder()
    {
        Shop shop;
        const HealedAtEnd healed;
        const auto order = orderNumbered(1, *shop.menu());
        shop.write(OrderPlaced{order});
        FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"keeping a projection: .+"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"keeping a projection: .+"_s));
        shop.pass(2s);
        QVERIFY(shop.orders->order(order.id));
        FaultyVfs::heal();
        shop.pass(10s);
        shop.restart(false);
        QVERIFY(shop.orders->order(order.id));
    }

    void oldOrdersAreOnTheDiskOnlyAndStillOnTheBoard()
    {
        Shop shop;
        for (int i = 1; i <= 700; ++i)
            shop.write(OrderPlaced{orderNumbered(i, *shop.menu())});
        shop.pass(2s);
        const auto open = shop.orders->openOrders(soto);
        QCOMPARE(open.size(), 700);
        for (int i = 1; i <= 700; ++i)
            QCOMPARE(open[i - 1].placed.number.counter, i);
        const auto first = orderNumbered(1, *shop.menu());
        shop.write(TicketCancelled{first.id, soto, {}, {}});
        QCOMPARE(shop.orders->openOrders(soto).size(), 699); // before it is written
        shop.pass(2s);
        QCOMPARE(shop.orders->openOrders(soto).size(), 699);
        QCOMPARE(shop.orders->openOrders(sate).size(), 700);
    }

    void knowsWhatOpenOrdersNeedOfTheLog()
    {
        Shop shop;
        Elsewhere kitchen(8);
        QVERIFY(shop.orders->firstNeeded(Milliseconds(0)).isEmpty());
        const auto served = orderNumbered(1, *shop.menu()), open = orderNumbered(2, *shop.menu()), late = orderNumbered(3, *shop.menu());
        shop.write(OrderPlaced{served});
        shop.write(TicketCancelled{served.id, soto, {}, {}});
        shop.write(TicketCancelled{served.id, sate, {}, {}});
        const auto first = shop.write(OrderPlaced{open});
        shop.hear({kitchen.say(TicketSeen{served.id, soto, kitchen.origin().device}), kitchen.say(TicketSeen{open.id, soto, kitchen.origin().device})});
        const auto own = shop.log().identity().origin;
        const QHash<Origin, quint64> expected{{own, first.event.stamp.seq}, {kitchen.origin(), 2}};
        QCOMPARE(shop.orders->firstNeeded(Milliseconds(-1)), expected);
        shop.restart(); // from the disk
        QCOMPARE(shop.orders->firstNeeded(Milliseconds(-1)), expected);
        // A ticket that nobody ever bumps holds nothing for ever.
        shop.pass(10s);
        const auto since = shop.log().now();
        shop.pass(1s);
        const auto next = shop.write(OrderPlaced{late});
        QCOMPARE(shop.orders->firstNeeded(since), (QHash<Origin, quint64>{{own, next.event.stamp.seq}}));
    }

    void oldClosedOrdersComeBackWhole()
    {
        Shop shop;
        for (int i = 1; i <= 600; ++i) {
            const auto order = orderNumbered(i, *shop.menu());
            shop.write(OrderPlaced{order});
            shop.write(TicketCancelled{order.id, soto, {}, {}});
            shop.write(TicketCancelled{order.id, sate, {}, {}});
        }
        shop.pass(2s);
        QVERIFY(shop.orders->openOrders().isEmpty());
        const auto first = orderNumbered(1, *shop.menu());
        QCOMPARE(shop.orders->order(first.id)->placed, first);
        // Recalled things come back whole.
        shop.write(OrderFlagged{first.id, u"test"_s, {}});
        QCOMPARE(shop.orders->order(first.id)->review.flags.size(), 1);
        QCOMPARE(shop.orders->order(first.id)->ticket(soto)->state, OrderState::Cancelled);
    }

    void everyOrderOfArrivalMakesTheSameBook()
    {
        SeededRandom random(9);
        QList<Event> events;
        Elsewhere kitchen(8), expo(9);
        QList<PlacedOrder> placedOrders;
        const Menu menu(parts());
        Elsewhere kiosk(7);
        for (int i = 1; i <= 8; ++i) {
            placedOrders.append(orderNumbered(i, menu));
            events.append(kiosk.say(OrderPlaced{placedOrders.last()}));
        }
        for (int i = 0; i < 120; ++i) {
            const auto &order = placedOrders[qsizetype(random.below(8))];
            auto &by = random.below(2) ? kitchen : expo;
            const auto state = OrderState(random.below(5));
            const auto outlet = random.below(2) ? soto : sate;
            events.append(random.below(4) ? by.say(step(order, state, outlet)) : by.say(TicketRecalled{order.id, outlet, state, {}}));
        }
        QList<Order> expected;
        for (int round = 0; round < 6; ++round) {
            Shop shop(u"Dapur %1"_s.arg(round), NodeKind::Kitchen);
            // Each origin in its own order, but mixed, in pieces of all sizes, with restarts between.
            QHash<Origin, QList<Event>> queues;
            for (const auto &event : events)
                queues[event.stamp.origin].append(event);
            const QList origins{kiosk.origin(), kitchen.origin(), expo.origin()};
            while (std::ranges::any_of(queues, [](const auto &q) { return !q.isEmpty(); })) {
                auto &queue = queues[origins[qsizetype(random.below(3))]];
                const auto count = std::min<qsizetype>(queue.size(), qsizetype(random.below(9)));
                shop.hear(queue.first(count));
                queue.remove(0, count);
                if (random.below(12) == 0)
                    shop.restart(random.below(2));
            }
            QList<Order> orders;
            for (const auto &order : placedOrders) {
                orders.append(*shop.orders->order(order.id));
                // Births are each device's own.
                orders.last().placedAt = 0ms;
                for (auto &ticket : orders.last().tickets)
                    ticket.stateSince = 0ms;
            }
            if (round == 0)
                expected = orders;
            QCOMPARE(orders, expected);
        }
    }

    void aThousandAtOnceAreReadInTurns()
    {
        Shop shop;
        Told told(*shop.orders);
        Elsewhere kiosk(7);
        QList<Event> events;
        for (int i = 1; i <= 1200; ++i)
            events.append(kiosk.say(OrderPlaced{orderNumbered(i, *shop.menu())}));
        shop.hear(events);
        QCOMPARE(told.orders.size(), 500); // links and clicks have their turn
        shop.settle();
        QCOMPARE(told.orders.size(), 1200);
        QCOMPARE(shop.orders->openOrders().size(), 1200);
    }

    void whoIsToldMayWrite()
    {
        Shop shop;
        const auto order = orderNumbered(1, *shop.menu());
        QObject context;
        connect(shop.orders.get(), &OrderBook::orderChanged, &context, [&](const Order &now) {
            if (now.ticket(soto)->state == OrderState::Pending)
                shop.write(step(order, OrderState::Preparing));
        });
        shop.write(OrderPlaced{order});
        shop.settle();
        QCOMPARE(shop.orders->order(order.id)->ticket(soto)->state, OrderState::Preparing);
    }
};

QTEST_GUILESS_MAIN(TestOrderBook)
#include "tst_orderbook.moc"
