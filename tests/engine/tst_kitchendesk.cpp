// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/kitchendesk.h>
#include <faultyvfs.h>

#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

//! A kitchen of one outlet: a shop with a desk, and what a board would show.
struct Kitchen
{
    explicit Kitchen(OutletId at = soto) : outlet(at) { openDesk(); }

    void openDesk()
    {
        desk = std::make_unique<KitchenDesk>(shop.log(), *shop.orders, shop.device.clock, shop.scheduler, outlet);
        QObject::connect(desk.get(), &TicketService::changed, &context, [this](const TicketView &ticket) { changed.append(ticket); });
        QObject::connect(desk.get(), &TicketService::reset, &context, [this](const QList<TicketView> &tickets) { board = tickets; });
        QObject::connect(desk.get(), &TicketService::refused, &context, [this](const OrderId &order, const Error &error) {
            refused.append({order, error});
        });
    }
    void restart(bool cleanly = true)
    {
        desk.reset();
        shop.restart(cleanly);
        openDesk();
    }
    PlacedOrder hear(int n)
    {
        const auto order = orderNumbered(n, *shop.menu());
        shop.hear({kiosk.say(OrderPlaced{order})});
        return order;
    }
    qint64 events() { return shop.log().lastArrival(); }

    Shop shop{u"Dapur Soto"_s, NodeKind::Kitchen};
    Elsewhere kiosk{7};
    OutletId outlet;
    std::unique_ptr<KitchenDesk> desk;
    QObject context;
    QList<TicketView> changed;
    QList<TicketView> board;
    QList<std::pair<OrderId, Error>> refused;
};

} // namespace

class TestKitchenDesk : public QObject
{
    Q_OBJECT

private slots:
    void showsItsOutletsTicketsOnly()
    {
        Kitchen kitchen;
        const auto order = kitchen.hear(1);
        QCOMPARE(kitchen.changed.size(), 1);
        const auto &ticket = kitchen.changed.first();
        QCOMPARE(ticket.order, order.id);
        QCOMPARE(ticket.outlet, soto);
        QCOMPARE(ticket.number.toString(), u"B-001"_s);
        QCOMPARE(ticket.table, u"12"_s);
        QCOMPARE(ticket.customerName, u"Dewi"_s);
        QCOMPARE(ticket.lines, order.parts.first().lines);
        QCOMPARE(ticket.alsoAt, QStringList{u"Sate Pak Kumis"_s});
        QCOMPARE(ticket.state, OrderState::Pending);
        QVERIFY(!ticket.seenHere);
        QCOMPARE(ticket.stamp, kitchen.shop.orders->order(order.id)->stamp);
        kitchen.shop.write(TicketAdvanced{order.id, sate, OrderState::Preparing, {}});
        QCOMPARE(kitchen.changed.size(), 1); // that is the other kitchen's
    }

    void withoutAnOutletItShowsAll()
    {
        Kitchen panel{OutletId()};
        panel.hear(1);
        QCOMPARE(panel.changed.size(), 2);
        panel.desk->announce();
        QCOMPARE(panel.board.size(), 2);
    }

    void agesAreByTheClockOfScreens()
    {
        Kitchen kitchen;
        auto event = kitchen.kiosk.say(OrderPlaced{orderNumbered(1, *kitchen.shop.menu())});
        event.bornAt = kitchen.shop.log().now() - 90s; // it waited at the hub
        kitchen.shop.hear({event});
        const auto now = kitchen.shop.device.clock.steadyNow();
        QCOMPARE(now - kitchen.changed.last().placedAt, 90s);
        kitchen.shop.device.clock.jumpWall(-6h);
        kitchen.shop.pass(10s);
        kitchen.desk->advance(kitchen.changed.last().order, soto, OrderState::Preparing);
        QCOMPARE(kitchen.shop.device.clock.steadyNow() - kitchen.changed.last().placedAt, 100s);
        QCOMPARE(kitchen.shop.device.clock.steadyNow() - kitchen.changed.last().stateSince, 0s);
        // And through a reboot, whose clock begins anew.
        kitchen.shop.device.clock.jumpWall(6h);
        kitchen.restart();
        kitchen.shop.pass(5s);
        kitchen.desk.reset();
        kitchen.shop.device.clock.reboot("boot-2");
        kitchen.shop.restart();
        kitchen.openDesk();
        kitchen.desk->announce();
        const auto age = kitchen.shop.device.clock.steadyNow() - kitchen.board.first().placedAt;
        QVERIFY2(age >= 100s && age < 110s, qPrintable(QString::number(age.count())));
    }

    void aCookTakesATicketThroughItsLife()
    {
        Kitchen kitchen;
        const auto id = kitchen.hear(1).id;
        for (const auto state : {OrderState::Preparing, OrderState::Ready, OrderState::Served}) {
            kitchen.desk->advance(id, soto, state);
            QCOMPARE(kitchen.changed.last().state, state);
        }
        kitchen.desk->announce();
        QVERIFY(kitchen.board.isEmpty()); // changed once to served, and gone
        kitchen.desk->recall(id, soto);
        QCOMPARE(kitchen.changed.last().state, OrderState::Ready);
        QVERIFY(kitchen.changed.last().recalled);
        kitchen.desk->announce();
        QCOMPARE(kitchen.board.size(), 1);
        kitchen.desk->cancel(id, soto, u"jatuh"_s);
        QCOMPARE(kitchen.changed.last().state, OrderState::Cancelled);
        QCOMPARE(kitchen.changed.last().cancelReason, u"jatuh"_s);
        QVERIFY(kitchen.refused.isEmpty());
        const auto facts = *kitchen.shop.log().since(1, 10);
        QCOMPARE(std::get<TicketAdvanced>(*decodeFact(facts[0].event.kind, facts[0].event.payload)).by, u"Dapur Soto"_s);
    }

    void refusesStepsThatAreNotLegalAndWritesNothing()
    {
        Kitchen kitchen;
        const auto id = kitchen.hear(1).id;
        const auto before = kitchen.events();
        kitchen.desk->advance(id, soto, OrderState::Ready);
        kitchen.desk->recall(id, soto);
        kitchen.desk->cancel(OrderId(QUuid::createUuidV5(QUuid(), u"x"_s)), soto, {});
        kitchen.desk->advance(id, OutletId(9), OrderState::Preparing);
        QCOMPARE(kitchen.refused.size(), 4);
        QCOMPARE(kitchen.refused[0].second.code, ErrorCode::Conflict);
        QVERIFY(kitchen.refused[0].second.detail.contains(u"B-001 is pending"_s));
        QCOMPARE(kitchen.refused[1].second.code, ErrorCode::Conflict);
        QCOMPARE(kitchen.refused[2].second.code, ErrorCode::NotFound);
        QCOMPARE(kitchen.refused[3].second.code, ErrorCode::NotFound);
        for (const auto state : {OrderState::Preparing, OrderState::Ready, OrderState::Served})
            kitchen.desk->advance(id, soto, state);
        kitchen.desk->cancel(id, soto, {});
        QCOMPARE(kitchen.refused.last().second.code, ErrorCode::Conflict);
        QCOMPARE(kitchen.events(), before + 3);
    }

    void twoScreensThatWantTheSameAreBothRight()
    {
        Kitchen kitchen;
        const auto id = kitchen.hear(1).id;
        kitchen.shop.hear({Elsewhere(9).say(TicketAdvanced{id, soto, OrderState::Preparing, {}})});
        const auto before = kitchen.events();
        kitchen.changed.clear();
        kitchen.desk->advance(id, soto, OrderState::Preparing);
        QVERIFY(kitchen.refused.isEmpty());
        QCOMPARE(kitchen.changed.size(), 1);
        QCOMPARE(kitchen.events(), before);
    }

    void whatWasPaintedIsSaidOnceInOneGo()
    {
        Kitchen kitchen;
        QList<OrderId> ids;
        for (int i = 1; i <= 20; ++i)
            ids.append(kitchen.hear(i).id);
        kitchen.shop.pass(5s);
        const auto before = kitchen.events();
        FaultyVfs::takeSyncs();
        for (const auto &id : ids) {
            kitchen.desk->markSeen(id, soto);
            kitchen.desk->markSeen(id, soto);
        }
        kitchen.desk->markSeen(ids[0], OutletId(9));
        kitchen.shop.settle();
        QCOMPARE(kitchen.events(), before + 20);
        QCOMPARE(FaultyVfs::takeSyncs(), 1);
        QVERIFY(kitchen.changed.last().seenHere);
        kitchen.restart();
        kitchen.desk->markSeen(ids[0], soto);
        kitchen.shop.settle();
        QCOMPARE(kitchen.events(), before + 20);
        kitchen.desk->announce();
        QVERIFY(kitchen.board.first().seenHere);
    }

    void whatWasPaintedIsSaidEvenWhenTheProgramEnds()
    {
        Kitchen kitchen;
        const auto id = kitchen.hear(1).id;
        kitchen.desk->markSeen(id, soto);
        kitchen.restart();
        QCOMPARE(kitchen.shop.orders->order(id)->ticket(soto)->seen.size(), 1);
    }

    void theBoardIsOldestFirstAndWholeAfterAStart()
    {
        Kitchen kitchen;
        for (int i = 1; i <= 6; ++i)
            kitchen.hear(i);
        kitchen.desk->advance(orderNumbered(2, *kitchen.shop.menu()).id, soto, OrderState::Preparing);
        kitchen.desk->cancel(orderNumbered(4, *kitchen.shop.menu()).id, soto, {});
        for (const bool cleanly : {true, false}) {
            kitchen.restart(cleanly);
            kitchen.desk->announce();
            QList<int> numbers;
            for (const auto &ticket : kitchen.board)
                numbers.append(ticket.number.counter);
            QCOMPARE(numbers, QList<int>({1, 2, 3, 5, 6}));
            QCOMPARE(kitchen.board[1].state, OrderState::Preparing);
        }
    }

    void saysSoWhenTheDiskRefusesAStep()
    {
        Kitchen kitchen;
        const HealedAtEnd healed;
        const auto id = kitchen.hear(1).id;
        FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
        kitchen.desk->advance(id, soto, OrderState::Preparing);
        QCOMPARE(kitchen.refused.size(), 1);
        QCOMPARE(kitchen.refused.first().second.code, ErrorCode::DiskFull);
        QCOMPARE(kitchen.shop.orders->order(id)->ticket(soto)->state, OrderState::Pending);
    }
};

QTEST_GUILESS_MAIN(TestKitchenDesk)
#include "tst_kitchendesk.moc"
