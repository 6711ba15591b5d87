// SPDX-License-Identifier: GPL-3.0-or-later
#include "house.h"

#include <engine/orderbook.h>

#include <QFile>
#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

Cart basket(Resident &kiosk, House &house)
{
    SeededRandom random(quint64(kiosk.placed.size()) + 99);
    Cart cart(BasketId::create(house.clock, random));
    for (const auto &line : {item(sotoAyam, 1, {medium, rice}), item(sateAyam)}) {
        if (const auto added = cart.add(line, *kiosk.menu.menu); !added)
            qFatal("%s", qPrintable(added.error().detail));
    }
    return cart;
}

Result<std::unique_ptr<Node>> opened(const NodeOptions &options, ManualScheduler &scheduler, ManualClock &clock)
{
    static SeededRandom random(1);
    static std::unique_ptr<World> world;
    world = std::make_unique<World>(World{clock, scheduler, random, {}, {}, {}});
    return Node::open(options, *world);
}

} // namespace

class TestNode : public QObject
{
    Q_OBJECT

private slots:
    void anOrderGoesToTheKitchenAndItsAnswersComeHome()
    {
        House house;
        house.furnish();
        auto &kiosk = house[u"kiosk"_s];
        auto &kitchen = house[u"kitchen"_s];
        kiosk.node().orders().place(basket(kiosk, house));
        QCOMPARE(kiosk.placed.size(), 0); // it waits for a second copy, a moment
        QVERIFY(house.passUntil([&] { return kiosk.placed.size() == 1; }, 150ms));
        const auto id = kiosk.placed.first().id;
        QVERIFY(house.passUntil([&] { return kitchen.tickets.contains(id); }, 1s));
        kitchen.node().tickets().markSeen(id, soto);
        QVERIFY(house.passUntil([&] { return kiosk.progress.value(id).kitchens.value(0).seenAfter.has_value(); }, 1s));
        kitchen.node().tickets().advance(id, soto, OrderState::Preparing);
        QVERIFY(house.passUntil([&] { return kiosk.progress.value(id).kitchens.value(0).state == OrderState::Preparing; }, 1s));
        QVERIFY(house.passUntil([&] { return kiosk.node().book().order(id)->registeredAs == 1; }, 5s));
        QVERIFY(kiosk.node().book().order(id)->review.flags.isEmpty()); // the server's catalog agrees
        QVERIFY(kiosk.progress.value(id).atServer);
    }

    void soldOutInTheKitchenIsSoldOutAtTheKiosk()
    {
        House house;
        house.furnish();
        house[u"kitchen"_s].node().menu().setSoldOut(sotoAyam, true);
        QVERIFY(house.passUntil([&] { return !house[u"kiosk"_s].menu.sells(sotoAyam); }, 1s));
        QVERIFY(house[u"kiosk"_s].menu.sells(sateAyam));
    }

    void aNewMenuReachesEveryScreenByTheHint()
    {
        House house;
        house.furnish();
        auto p = parts();
        p.products[0].price = rupiah(31'000);
        house.setMenu(house[u"server"_s], p);
        QVERIFY(house.passUntil(
            [&] {
                return house[u"kiosk"_s].menu.menu->product(sotoAyam)->price == rupiah(31'000) &&
                       house[u"kitchen"_s].menu.menu->product(sotoAyam)->price == rupiah(31'000);
            },
            2s));
        QVERIFY(house[u"kiosk"_s].menu.checkedAt == house.clock.steadyNow() || house[u"kiosk"_s].menu.checkedAt);
    }

    void aDeviceGetsItsFirstMenuFromTheHubWhenTheServerIsAway()
    {
        House house;
        house.furnish();
        house[u"server"_s].stop();
        auto &late = house.add(u"late"_s, NodeKind::Kiosk, u"server"_s, u"hub"_s);
        QVERIFY(house.passUntil([&] { return late.menu.menu && !late.menu.menu->isEmpty(); }, 30s));
        QVERIFY(late.menu.checkedAt);
    }

    void refreshSaysThatItPullsAndWhenItIsDone()
    {
        House house;
        house.furnish();
        house.pass(10s);
        auto &kiosk = house[u"kiosk"_s];
        QList<bool> pulling;
        QObject::connect(&kiosk.node().menu(), &MenuService::changed, &kiosk.node(),
                         [&](const MenuState &state) { pulling.append(state.pulling); });
        const auto before = house.clock.steadyNow();
        kiosk.node().menu().refresh();
        QVERIFY(pulling.contains(true));
        QVERIFY(house.passUntil([&] { return !kiosk.menu.pulling; }, 5s));
        QVERIFY(kiosk.menu.checkedAt.value() >= before);
        house[u"server"_s].stop();
        house[u"hub"_s].stop();
        kiosk.node().menu().refresh();
        QVERIFY(house.passUntil([&] { return !kiosk.menu.pulling; }, 20s));
    }

    void aKitchenRestartsAndHasItsBoard()
    {
        House house;
        house.furnish();
        auto &kiosk = house[u"kiosk"_s];
        auto &kitchen = house[u"kitchen"_s];
        kitchen.stop();
        for (int i = 0; i < 5; ++i) {
            kiosk.node().orders().place(basket(kiosk, house));
            house.pass(1s);
        }
        kitchen.tickets.clear();
        kitchen.start();
        QVERIFY(house.passUntil([&] { return kitchen.tickets.size() == 5; }, 5s));
        kitchen.stop();
        kitchen.start();
        QList<TicketView> board;
        QObject::connect(&kitchen.node().tickets(), &TicketService::reset, &kitchen.node(), [&](const auto &tickets) { board = tickets; });
        kitchen.node().tickets().announce();
        QCOMPARE(board.size(), 5);
        QCOMPARE(board.first().number.toString(), u"A-001"_s);
    }

    void anythingMayStopAtAnyTime()
    {
        House house;
        house.furnish();
        auto &kiosk = house[u"kiosk"_s];
        SeededRandom random(12);
        const QStringList others{u"server"_s, u"hub"_s, u"kitchen"_s};
        for (int i = 0; i < 40; ++i) {
            auto &one = house[others[qsizetype(random.below(3))]];
            one.isUp() ? one.stop() : one.start();
            kiosk.node().orders().place(basket(kiosk, house));
            house.pass(Milliseconds(random.below(3000)));
            if (random.below(6) == 0) {
                kiosk.stop();
                kiosk.start();
                house.pass(10ms);
            }
        }
        for (const auto &name : others) {
            if (!house[name].isUp())
                house[name].start();
        }
        auto &server = house[u"server"_s].node();
        const auto everyOrderIsThere = [&] {
            return std::ranges::all_of(kiosk.placed, [&](const PlacedOrder &order) {
                const auto known = server.book().order(order.id);
                return known && known->placed == order && known->registeredAs > 0;
            });
        };
        QVERIFY(house.passUntil(everyOrderIsThere, 60s));
        QCOMPARE(*server.book().count(), kiosk.placed.size());
        QVERIFY(house.passUntil([&] { return house[u"kitchen"_s].node().log().have() == server.log().have(); }, 60s));
        QCOMPARE(house[u"kitchen"_s].node().book().openOrders(soto).size(), kiosk.placed.size());
    }

    void refusesAFolderThatIsNotItsOwn_data()
    {
        QTest::addColumn<NodeKind>("kind");
        QTest::addColumn<QString>("store");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("another store's") << NodeKind::Kiosk << u"kantin-lain"_s << ErrorCode::WrongStore;
        QTest::newRow("another kind's") << NodeKind::Kitchen << u"pasar-saji"_s << ErrorCode::Conflict;
    }
    void refusesAFolderThatIsNotItsOwn()
    {
        QFETCH(NodeKind, kind);
        QFETCH(QString, store);
        QFETCH(ErrorCode, code);
        QTemporaryDir folder;
        ManualClock clock;
        ManualScheduler scheduler(clock);
        NodeOptions options;
        options.dataFolder = folder.filePath(u"data"_s);
        options.name = u"Kios A"_s;
        options.store = u"pasar-saji"_s;
        QVERIFY(opened(options, scheduler, clock));
        options.kind = kind;
        options.store = store;
        const auto node = opened(options, scheduler, clock);
        QVERIFY(!node);
        QCOMPARE(node.error().code, code);
    }

    void twoProgramsDoNotShareAFolder()
    {
        QTemporaryDir folder;
        ManualClock clock;
        ManualScheduler scheduler(clock);
        NodeOptions options;
        options.dataFolder = folder.filePath(u"data"_s);
        options.store = u"pasar-saji"_s;
        const auto first = opened(options, scheduler, clock);
        QVERIFY(first);
        const auto second = opened(options, scheduler, clock);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Busy);
    }

    void refusesADeviceCodeThatNobodyCanSay()
    {
        QTemporaryDir folder;
        ManualClock clock;
        ManualScheduler scheduler(clock);
        NodeOptions options;
        options.dataFolder = folder.filePath(u"data"_s);
        options.store = u"pasar-saji"_s;
        options.deviceCode = u"a1"_s;
        const auto node = opened(options, scheduler, clock);
        QVERIFY(!node);
        QCOMPARE(node.error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestNode)
#include "tst_node.moc"
