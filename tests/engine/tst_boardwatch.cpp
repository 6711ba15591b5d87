// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/boardwatch.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestBoardWatch : public QObject
{
    Q_OBJECT

private slots:
    void equalKnowledgeIsAnEqualDigestWhateverTheOrderOfArrival()
    {
        Shop one, other;
        Elsewhere kiosk(7), kitchen(8);
        const auto order = orderNumbered(1, *one.menu());
        const auto placed = kiosk.say(OrderPlaced{order}, Hlc::of(ManualClock::defaultWall));
        const auto step = kitchen.say(TicketAdvanced{order.id, soto, OrderState::Preparing, {}}, Hlc::of(ManualClock::defaultWall + 1s));
        one.hear({placed});
        one.hear({step});
        other.hear({step});
        other.hear({placed});
        const BoardWatch a({one.log(), *one.orders, one.device.clock}), b({other.log(), *other.orders, other.device.clock});
        QVERIFY(a.own() && b.own());
        QCOMPARE(*a.own(), *b.own());
    }

    void anotherStateOrAnotherOrderIsAnotherDigest()
    {
        Shop shop;
        const BoardWatch watch({shop.log(), *shop.orders, shop.device.clock});
        const auto empty = *watch.own();
        const auto order = orderNumbered(1, *shop.menu());
        shop.write(OrderPlaced{order});
        const auto placed = *watch.own();
        QVERIFY(placed.board != empty.board && placed.have != empty.have);
        shop.write(TicketAdvanced{order.id, soto, OrderState::Preparing, {}});
        QVERIFY(watch.own()->board != placed.board);
        shop.write(TicketCancelled{order.id, soto, {}, {}});
        shop.write(TicketCancelled{order.id, sate, {}, {}});
        QCOMPARE(watch.own()->board, empty.board); // nothing is to be cooked, on both
    }

    void theDigestOfAStartIsTheDigestOfBefore()
    {
        Shop shop;
        for (int i = 1; i <= 20; ++i) {
            const auto order = orderNumbered(i, *shop.menu());
            shop.write(OrderPlaced{order});
            if (i % 3 == 0)
                shop.write(TicketAdvanced{order.id, soto, OrderState::Preparing, {}});
        }
        const auto before = *BoardWatch({shop.log(), *shop.orders, shop.device.clock}).own();
        shop.restart();
        QCOMPARE(*BoardWatch({shop.log(), *shop.orders, shop.device.clock}).own(), before);
    }

    void aBoardThatDiffersForGoodIsToldOnceUntilTheyAgree()
    {
        Shop shop;
        BoardWatch watch({shop.log(), *shop.orders, shop.device.clock});
        QSignalSpy changed(&watch, &BoardWatch::changed);
        const auto order = orderNumbered(1, *shop.menu());
        shop.write(OrderPlaced{order});
        const DeviceId peer = *DeviceId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8057"_s);
        auto theirs = *watch.own();
        theirs.board ^= 1;
        for (int i = 0; i < 10; ++i)
            watch.heard(peer, u"Kios B"_s, theirs);
        QVERIFY(watch.differs(peer));
        QCOMPARE(changed.size(), 1);
        watch.heard(peer, u"Kios B"_s, *watch.own());
        QVERIFY(!watch.differs(peer));
        QCOMPARE(changed.size(), 2);
    }

    void whoKnowsSomethingElseIsNotComparedWith()
    {
        Shop shop;
        BoardWatch watch({shop.log(), *shop.orders, shop.device.clock});
        shop.write(OrderPlaced{orderNumbered(1, *shop.menu())});
        const DeviceId peer = *DeviceId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8057"_s);
        auto theirs = *watch.own();
        theirs.board ^= 1;
        theirs.have ^= 1;
        for (int i = 0; i < 10; ++i)
            watch.heard(peer, u"Kios B"_s, theirs);
        QVERIFY(!watch.differs(peer));
    }

    void repairLeavesARightBoardAlone()
    {
        Shop shop;
        const auto order = orderNumbered(1, *shop.menu());
        shop.write(OrderPlaced{order});
        shop.write(TicketAdvanced{order.id, soto, OrderState::Preparing, {}});
        QSignalSpy told(shop.orders.get(), &OrderBook::orderChanged);
        const auto repaired = shop.orders->repair(shop.log());
        QVERIFY(repaired);
        QCOMPARE(*repaired, 0);
        QCOMPARE(told.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBoardWatch)
#include "tst_boardwatch.moc"
