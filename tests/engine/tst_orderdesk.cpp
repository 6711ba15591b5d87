// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/orderdesk.h>
#include <faultyvfs.h>

#include <QTest>
#include <QThread>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

const QDate today(2025, 6, 15);

//! A kiosk: a shop with a desk, and what the desk has said.
struct Kiosk
{
    explicit Kiosk(const QString &deviceCode = u"A"_s) : code(deviceCode) { openDesk(); }

    void openDesk()
    {
        desk = std::make_unique<OrderDesk>(
            OrderDesk::Rooms{shop.log(), *shop.orders, *shop.days, shop.device.clock, [this] { return shop.shelf->state(); },
                             shop.scheduler, copies, [this] { return hasCompany; }, [this] { return refusal; }},
            code);
        QObject::connect(desk.get(), &OrderService::placed, &context, [this](const PlacedOrder &order, const OrderCopies &held) {
            placed.append(order);
            copiesSaid.append(held);
            said.append(u"placed"_s);
        });
        QObject::connect(desk.get(), &OrderService::refused, &context, [this](const BasketId &basket, const Error &error) {
            refused.append({basket, error});
            said.append(u"refused"_s);
        });
        QObject::connect(desk.get(), &OrderService::progressed, &context, [this](const OrderProgress &order) {
            progress.append(order);
            said.append(u"progressed"_s);
        });
    }
    void restart(bool cleanly = true)
    {
        desk.reset();
        shop.restart(cleanly);
        openDesk();
    }
    Cart basket()
    {
        Cart cart(BasketId::create(shop.device.clock, shop.device.random));
        if (const auto added = cart.add(item(perkedel), *shop.menu()); !added)
            qFatal("%s", qPrintable(added.error().detail));
        return cart;
    }
    QString order()
    {
        const auto before = placed.size();
        desk->place(basket());
        return placed.size() > before ? placed.last().number.toString() : QString();
    }

    Shop shop;
    QString code;
    PeerCopies copies;
    bool hasCompany = false;
    std::optional<Error> refusal;
    std::unique_ptr<OrderDesk> desk;
    QObject context;
    QList<PlacedOrder> placed;
    QList<OrderCopies> copiesSaid;
    QList<std::pair<BasketId, Error>> refused;
    QList<OrderProgress> progress;
    QStringList said;
};

} // namespace

class TestOrderDesk : public QObject
{
    Q_OBJECT

private slots:
    void theNumberIsSaidWhenTheOrderIsOnTheDisk()
    {
        Kiosk kiosk;
        auto cart = story(*kiosk.shop.menu());
        qint64 inTheLog = -1;
        connect(kiosk.desk.get(), &OrderService::placed, &kiosk.context, [&] { inTheLog = kiosk.shop.log().lastArrival(); });
        kiosk.desk->place(cart);
        QCOMPARE(inTheLog, 1);
        QCOMPARE(kiosk.said, QStringList({u"placed"_s, u"progressed"_s}));
        const auto &order = kiosk.placed.first();
        QCOMPARE(order.number.toString(), u"A-001"_s);
        QCOMPARE(order.basket, cart.id());
        QCOMPARE(order.businessDay, today);
        QCOMPARE(order.total, rupiah(152'900));
        QCOMPARE(order.device, kiosk.shop.log().identity().origin.device);
        QCOMPARE(order.deviceName, u"Kios A"_s);
        QCOMPARE(order.placedWallMs, ManualClock::defaultWall.count());
        QCOMPARE(kiosk.shop.orders->order(order.id)->placed, order);
        kiosk.restart(false);
        QCOMPARE(kiosk.shop.orders->order(order.id)->placed, order);
    }

    void oneBasketIsOneOrderForEver()
    {
        Kiosk kiosk;
        const auto cart = kiosk.basket();
        kiosk.desk->place(cart);
        kiosk.desk->place(cart);
        kiosk.restart(false);
        kiosk.desk->place(cart);
        kiosk.shop.pass(48h);
        kiosk.desk->place(cart);
        QCOMPARE(kiosk.placed.size(), 4);
        for (const auto &order : kiosk.placed)
            QCOMPARE(order, kiosk.placed.first());
        QCOMPARE(kiosk.shop.log().lastArrival(), 1);
        QCOMPARE(kiosk.order(), u"A-001"_s); // of the next day: no number was wasted
    }

    void aBasketPlacedOnAnotherDeviceIsThatOrder()
    {
        Kiosk kiosk;
        auto cart = kiosk.basket();
        auto order = *placeOrder(OrderBook::orderIdOf(cart.id()), cart, *kiosk.shop.menu(), {u"B"_s, 5}, today);
        kiosk.shop.hear({Elsewhere(7).say(OrderPlaced{order})});
        kiosk.desk->place(cart);
        QCOMPARE(kiosk.placed.first().number.toString(), u"B-005"_s);
    }

    void numbersCountOnThroughRestarts()
    {
        Kiosk kiosk;
        QCOMPARE(kiosk.order(), u"A-001"_s);
        QCOMPARE(kiosk.order(), u"A-002"_s);
        kiosk.restart();
        QCOMPARE(kiosk.order(), u"A-003"_s);
        kiosk.restart(false);
        QCOMPARE(kiosk.order(), u"A-004"_s);
    }

    void numbersStartOverWithTheBusinessDay()
    {
        Kiosk kiosk;
        QCOMPARE(kiosk.order(), u"A-001"_s);
        kiosk.shop.pass(10h); // 03:00 of the next day in Jakarta: still the same business day
        QCOMPARE(kiosk.order(), u"A-002"_s);
        QCOMPARE(kiosk.placed.last().businessDay, today);
        kiosk.shop.pass(2h);
        QCOMPARE(kiosk.order(), u"A-001"_s);
        QCOMPARE(kiosk.placed.last().businessDay, today.addDays(1));
        kiosk.shop.pass(24h * 7);
        QCOMPARE(kiosk.order(), u"A-001"_s);
    }

    void aClockThatIsSetRepeatsNoNumber_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<QString>("tomorrow");
        QTest::newRow("back a day") << -24 << u"A-001"_s;
        QTest::newRow("back a month") << -24 * 30 << u"A-001"_s;
        QTest::newRow("on a day") << 24 << u"A-005"_s; // tomorrow's label has been used already
        QTest::newRow("on a year") << 24 * 365 << u"A-001"_s;
    }
    void aClockThatIsSetRepeatsNoNumber()
    {
        QFETCH(int, hours);
        Kiosk kiosk;
        QCOMPARE(kiosk.order(), u"A-001"_s);
        QCOMPARE(kiosk.order(), u"A-002"_s);
        kiosk.shop.pass(5min);
        kiosk.shop.device.clock.jumpWall(std::chrono::hours(hours));
        QCOMPARE(kiosk.order(), u"A-003"_s); // this morning's numbers are still on boards
        kiosk.restart();
        kiosk.shop.pass(5min);
        QCOMPARE(kiosk.order(), u"A-004"_s);
        kiosk.shop.device.clock.jumpWall(-std::chrono::hours(hours)); // somebody noticed
        QCOMPARE(kiosk.order(), u"A-005"_s);
        QCOMPARE(kiosk.placed.last().businessDay, today); // and the label is right again
        kiosk.shop.pass(24h);
        QTEST(kiosk.order(), "tomorrow");
    }

    void noNumberTwiceUnderOneDayHoweverTheClockJumps()
    {
        Kiosk kiosk;
        SeededRandom random(4);
        QSet<QString> used;
        for (int i = 0; i < 400; ++i) {
            if (random.below(4) == 0)
                kiosk.shop.device.clock.jumpWall(std::chrono::hours(qint64(random.below(200)) - 100));
            kiosk.shop.pass(std::chrono::minutes(random.below(90)));
            if (random.below(40) == 0)
                kiosk.restart(random.below(2));
            const auto number = kiosk.order();
            const auto labelled = kiosk.placed.last().businessDay.toString(Qt::ISODate) + number;
            QVERIFY2(!used.contains(labelled), qPrintable(labelled));
            used.insert(labelled);
        }
    }

    void countsOnFromWhatItsPredecessorGaveOut()
    {
        Kiosk kiosk;
        // The device was replaced this morning; the old one's orders come in from the hub.
        auto order = orderNumbered(17, *kiosk.shop.menu(), u"A"_s);
        order.businessDay = today;
        kiosk.shop.hear({Elsewhere(7).say(OrderPlaced{order})});
        QCOMPARE(kiosk.order(), u"A-018"_s);
    }

    void refusesWhatIsNoOrderAndWastesNoNumber()
    {
        Kiosk kiosk;
        const Cart empty(BasketId::create(kiosk.shop.device.clock, kiosk.shop.device.random));
        kiosk.desk->place(empty);
        QCOMPARE(kiosk.refused.size(), 1);
        QCOMPARE(kiosk.refused.first().first, empty.id());
        QCOMPARE(kiosk.refused.first().second.code, ErrorCode::InvalidArgument);
        kiosk.desk->place(Cart());
        QCOMPARE(kiosk.refused.size(), 2);
        QCOMPARE(kiosk.shop.log().lastArrival(), 0);
        QCOMPARE(kiosk.order(), u"A-001"_s);
    }

    void refusesWhatTheKitchenHasRunOutOf()
    {
        Kiosk kiosk;
        const auto cart = kiosk.basket();
        kiosk.shop.write(SoldOutChanged{perkedel, true, {}});
        kiosk.desk->place(cart);
        QCOMPARE(kiosk.refused.size(), 1);
        QCOMPARE(kiosk.refused.first().second.code, ErrorCode::Conflict);
        QVERIFY(kiosk.refused.first().second.detail.contains(u"Perkedel"_s));
        kiosk.shop.write(SoldOutChanged{perkedel, false, {}});
        kiosk.desk->place(cart); // the same basket, a moment later
        QCOMPARE(kiosk.placed.size(), 1);
    }

    void refusesAnotherPriceThanTheGuestWasShown()
    {
        Kiosk kiosk;
        auto cart = story(*kiosk.shop.menu());
        cart.agreedTotal = price(cart, *kiosk.shop.menu()).total;
        auto p = parts();
        p.products[0].price = rupiah(99'000);
        kiosk.shop.setMenu(p);
        kiosk.desk->place(cart);
        QCOMPARE(kiosk.refused.first().second.code, ErrorCode::Conflict);
        QVERIFY(kiosk.placed.isEmpty());
    }

    void aDeviceWithoutACodeHandsOutNoNumbers()
    {
        Kiosk kiosk{QString()};
        QCOMPARE(kiosk.order(), QString());
        QCOMPARE(kiosk.refused.first().second.code, ErrorCode::InvalidArgument);
    }

    void refusesABasketThatNoEventCanCarry()
    {
        Kiosk kiosk;
        auto p = parts();
        for (auto &product : p.products)
            product.name = {QString(120, u'é'), QString(120, u'è')};
        for (auto &group : p.groups) {
            group.name = {QString(120, u'ü'), QString(120, u'ö')};
            group.max = int(group.modifiers.size());
            for (auto &modifier : group.modifiers)
                modifier.name = group.name;
        }
        kiosk.shop.setMenu(p);
        Cart cart(BasketId::create(kiosk.shop.device.clock, kiosk.shop.device.random));
        for (int i = 0; i < Cart::maxItems; ++i) {
            auto line = item(sotoAyam, 1, {mild, rice, egg});
            line.note = u"%1 %2"_s.arg(i).arg(QString(100, u'ñ'));
            QVERIFY(cart.add(line, *kiosk.shop.menu()));
        }
        kiosk.desk->place(cart);
        QCOMPARE(kiosk.refused.size(), 1);
        QCOMPARE(kiosk.refused.first().second.code, ErrorCode::TooLarge);
    }

    void refusesWithTheReasonWhenTheDiskDoes_data()
    {
        QTest::addColumn<FaultyVfs::Fault>("fault");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("full") << FaultyVfs::Fault::DiskFull << ErrorCode::DiskFull;
        QTest::newRow("read-only") << FaultyVfs::Fault::ReadOnly << ErrorCode::ReadOnly;
        QTest::newRow("broken") << FaultyVfs::Fault::Broken << ErrorCode::Io;
    }
    void refusesWithTheReasonWhenTheDiskDoes()
    {
        QFETCH(FaultyVfs::Fault, fault);
        QFETCH(ErrorCode, code);
        Kiosk kiosk;
        const HealedAtEnd healed;
        QCOMPARE(kiosk.order(), u"A-001"_s);
        const auto cart = kiosk.basket();
        FaultyVfs::fail(fault);
        kiosk.desk->place(cart);
        QCOMPARE(kiosk.placed.size(), 1);
        QCOMPARE(kiosk.refused.size(), 1);
        QCOMPARE(kiosk.refused.first().second.code, code);
        QVERIFY(!kiosk.shop.orders->order(OrderBook::orderIdOf(cart.id())));
        FaultyVfs::heal();
        kiosk.desk->place(cart);
        QCOMPARE(kiosk.placed.size(), 2);
        QCOMPARE(kiosk.placed.last().number.toString(), u"A-002"_s);
    }

    void followsAnOrderToHubServerAndKitchens()
    {
        Kiosk kiosk;
        auto &shop = kiosk.shop;
        kiosk.desk->place(story(*shop.menu()));
        QCOMPARE(kiosk.progress.size(), 1);
        const auto &first = kiosk.progress.last();
        QVERIFY(first.durableHere && !first.atHub && !first.atServer);
        QCOMPARE(first.kitchens.size(), 2);
        QCOMPARE(first.kitchens[0].outletName, u"Soto Bu Tini"_s);
        QVERIFY(!first.kitchens[0].seenAfter);
        kiosk.desk->peersProgressed(); // but not with this order
        QCOMPARE(kiosk.progress.size(), 1);

        VersionVector has;
        has.raise(shop.log().identity().origin, shop.log().ownSeq());
        QVERIFY(shop.log().rememberPeer(NodeKind::Hub, has));
        kiosk.desk->peersProgressed();
        QCOMPARE(kiosk.progress.size(), 2);
        QVERIFY(kiosk.progress.last().atHub && !kiosk.progress.last().atServer);

        const auto id = kiosk.placed.first().id;
        const auto kitchen = DeviceId(QUuid(u"01890000-0000-7000-8000-00000000000c"_s));
        auto seen = Elsewhere(8).say(TicketSeen{id, soto, kitchen});
        shop.pass(80ms);
        seen.bornAt = shop.log().now() - 20ms;
        shop.hear({seen});
        QCOMPARE(kiosk.progress.size(), 3);
        QVERIFY(kiosk.progress.last().kitchens[0].seenAfter == 60ms);
        QVERIFY(!kiosk.progress.last().kitchens[1].seenAfter);

        // The server's word comes by any way, even when this device cannot reach it.
        shop.hear({Elsewhere(9).say(OrderRegistered{id, 1})});
        QVERIFY(kiosk.progress.last().atServer);
        shop.write(TicketAdvanced{id, sate, OrderState::Preparing, {}});
        QCOMPARE(kiosk.progress.last().kitchens[1].state, OrderState::Preparing);
    }

    void forgetsToFollowOldOrders()
    {
        Kiosk kiosk;
        kiosk.order();
        const auto oldest = kiosk.placed.first().id;
        for (int i = 0; i < 40; ++i)
            kiosk.order();
        const auto before = kiosk.progress.size();
        kiosk.shop.write(OrderRegistered{oldest, 1});
        QCOMPARE(kiosk.progress.size(), before);
        kiosk.shop.write(OrderRegistered{kiosk.placed.last().id, 2});
        QCOMPARE(kiosk.progress.size(), before + 1);
    }

    void isCalledFromAnyThread()
    {
        Kiosk kiosk;
        const auto cart = kiosk.basket();
        std::unique_ptr<QThread> screen(QThread::create([&] { kiosk.desk->place(cart); }));
        screen->start();
        QVERIFY(screen->wait());
        QVERIFY(kiosk.placed.isEmpty()); // posted
        QCoreApplication::processEvents();
        QCOMPARE(kiosk.placed.size(), 1);
    }

    void aloneItIsOneCopyAtOnce()
    {
        Kiosk kiosk;
        QCOMPARE(kiosk.order(), u"A-001"_s);
        QCOMPARE(kiosk.copiesSaid.first().count, 1);
        QVERIFY(kiosk.copiesSaid.first().secondName.isEmpty());
    }

    void inCompanyTheNumberComesWithTheSecondCopy()
    {
        Kiosk kiosk;
        kiosk.hasCompany = true;
        QCOMPARE(kiosk.order(), QString());
        kiosk.shop.pass(100ms);
        QVERIFY(kiosk.placed.isEmpty());
        QCOMPARE(kiosk.shop.log().lastArrival(), 1); // it is on the disk all the while
        kiosk.copies.heard(DeviceId(QUuid::createUuidV5({}, u"hub"_s)), PeerRole::Hub, u"Hub"_s, kiosk.shop.log().have());
        kiosk.desk->peersProgressed();
        QCOMPARE(kiosk.placed.size(), 1);
        QCOMPARE(kiosk.copiesSaid.first().count, 2);
        QCOMPARE(kiosk.copiesSaid.first().secondName, u"Hub"_s);
        QCOMPARE(kiosk.progress.last().copies.size(), 1);
        kiosk.shop.pass(1s);
        QCOMPARE(kiosk.placed.size(), 1);
    }

    void aSilentNeighbourCostsTheGuestAMomentAtMost()
    {
        Kiosk kiosk;
        kiosk.hasCompany = true;
        QCOMPARE(kiosk.order(), QString());
        kiosk.shop.pass(149ms);
        QVERIFY(kiosk.placed.isEmpty());
        kiosk.shop.pass(1ms);
        QCOMPARE(kiosk.placed.size(), 1);
        QCOMPARE(kiosk.copiesSaid.first().count, 1);
        kiosk.copies.heard(DeviceId(QUuid::createUuidV5({}, u"dapur"_s)), PeerRole::Kitchen, u"Dapur"_s, kiosk.shop.log().have());
        kiosk.desk->peersProgressed();
        QCOMPARE(kiosk.progress.last().copies.first().name, u"Dapur"_s); // the second tick comes later
        QCOMPARE(kiosk.placed.size(), 1);
    }

    void twoTapsWhileItWaitsGetOneAnswer()
    {
        Kiosk kiosk;
        kiosk.hasCompany = true;
        const auto cart = kiosk.basket();
        kiosk.desk->place(cart);
        kiosk.desk->place(cart);
        kiosk.shop.pass(1s);
        QCOMPARE(kiosk.placed.size(), 1);
        QCOMPARE(kiosk.shop.log().lastArrival(), 1);
    }

    void aFullDiskTakesNoNewOrderAndSaysWhy()
    {
        Kiosk kiosk;
        QCOMPARE(kiosk.order(), u"A-001"_s);
        kiosk.refusal = Error{ErrorCode::DiskFull, u"free some space"_s};
        QCOMPARE(kiosk.order(), QString());
        QCOMPARE(kiosk.refused.last().second.code, ErrorCode::DiskFull);
        QCOMPARE(kiosk.shop.log().lastArrival(), 1);
        kiosk.refusal.reset();
        QCOMPARE(kiosk.order(), u"A-002"_s);
    }
};

QTEST_GUILESS_MAIN(TestOrderDesk)
#include "tst_orderdesk.moc"
