// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/registrar.h>
#include <faultyvfs.h>

#include <QCborMap>
#include <QTest>

#include <algorithm>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

//! Between the registrar and the log: one order cannot be registered, for this reason.
class Picky final : public LogWriter
{
public:
    Picky(LogWriter &writer, const OrderId &bad, ErrorCode why) : m_writer(writer), m_bad(bad), m_why(why) {}

    Result<LoggedEvent> append(const QString &kind, const QByteArray &payload) override
    {
        if (kind == u"order.registered"_s && orderOf(*decodeFact(kind, payload)) == m_bad)
            return Error{m_why, u"this one cannot be registered"_s};
        return m_writer.append(kind, payload);
    }
    Result<qint64> draw(const QString &counter) override { return m_writer.draw(counter); }

private:
    LogWriter &m_writer;
    OrderId m_bad;
    ErrorCode m_why;
};

//! A server: a shop with a registrar.
struct Server
{
    Server() { openRegistrar(); }

    //! From now on this order fails for this reason.
    void refuse(const OrderId &bad, ErrorCode why)
    {
        write = [this, bad, why](const std::function<Result<void>(LogWriter &)> &work) {
            return shop.log().write([&](LogWriter &writer) -> Result<void> {
                Picky picky(writer, bad, why);
                return work(picky);
            });
        };
        restart();
    }
    void forgive()
    {
        write = {};
        restart();
    }
    //! The orders 1 to `count`, all at once.
    void hearOrders(Elsewhere &kiosk, int count)
    {
        QList<Event> events;
        for (int i = 1; i <= count; ++i)
            events.append(kiosk.say(OrderPlaced{made(i)}));
        shop.hear(events);
    }
    ~Server() { shop.feed.reset(); }

    void openRegistrar()
    {
        const auto menu = [this] { return shop.menu(); };
        const Registrar::Rooms rooms{shop.log(),  *shop.catalog, *shop.orders, *shop.days, *shop.promotions, shop.device.clock,
                                     shop.scheduler, menu, random, write};
        registrar = std::move(*Registrar::open(shop.device.database(), rooms));
        shop.feed->add(*registrar);
        if (const auto done = shop.feed->catchUp(); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    void restart(bool cleanly = true)
    {
        if (!cleanly)
            FaultyVfs::fail(FaultyVfs::Fault::Broken); // it dies before it can say how far it was
        shop.feed.reset();
        registrar.reset();
        shop.feed = std::make_unique<FactFeed>(shop.log(), shop.scheduler);
        FaultyVfs::heal();
        shop.restart(cleanly);
        openRegistrar();
    }
    PlacedOrder made(int n)
    {
        auto order = orderNumbered(n, *shop.menu());
        order.catalogEpoch = shop.menu()->epoch();
        order.catalogVersion = shop.menu()->version();
        return order;
    }
    Order at(const PlacedOrder &order) { return *shop.orders->order(order.id); }
    int registrations() const
    {
        const auto events = *const_cast<Shop &>(shop).log().since(0, 100'000);
        return int(std::ranges::count_if(events, [](const LoggedEvent &e) { return e.event.kind == u"order.registered"_s; }));
    }

    Shop shop{u"Server"_s, NodeKind::Server};
    SeededRandom random{1};
    //! Set before openRegistrar(): what stands between the registrar and the log.
    std::function<Result<void>(const std::function<Result<void>(LogWriter &)> &)> write;
    std::unique_ptr<Registrar> registrar;
};

} // namespace

class TestRegistrar : public QObject
{
    Q_OBJECT

private slots:
    void registersInTheOrderOfArrival()
    {
        Server server;
        Elsewhere kiosk(7);
        server.shop.hear({kiosk.say(OrderPlaced{server.made(3)}), kiosk.say(OrderPlaced{server.made(1)})});
        server.shop.hear({kiosk.say(OrderPlaced{server.made(2)})});
        server.shop.settle();
        QCOMPARE(server.at(server.made(3)).registeredAs, 1);
        QCOMPARE(server.at(server.made(1)).registeredAs, 2);
        QCOMPARE(server.at(server.made(2)).registeredAs, 3);
        QVERIFY(server.at(server.made(1)).review.flags.isEmpty());
    }

    void registersOnceWhateverRestarts()
    {
        Server server;
        Elsewhere kiosk(7);
        server.shop.hear({kiosk.say(OrderPlaced{server.made(1)}), kiosk.say(OrderPlaced{server.made(2)})});
        server.shop.settle();
        server.restart();
        server.shop.settle();
        QCOMPARE(server.registrations(), 2);
        // Dead between the order's arrival and its registration.
        server.shop.hear({kiosk.say(OrderPlaced{server.made(3)})});
        server.restart();
        QCOMPARE(server.at(server.made(3)).registeredAs, 0);
        server.shop.settle();
        QCOMPARE(server.at(server.made(3)).registeredAs, 3);
        // Dead after it, before its cursor was on the disk.
        server.shop.hear({kiosk.say(OrderPlaced{server.made(4)})});
        server.shop.settle();
        server.restart(false);
        server.shop.settle();
        QCOMPARE(server.registrations(), 4);
        QCOMPARE(server.at(server.made(4)).registeredAs, 4);
    }

    void anOrderThatCameTwiceIsRegisteredOnce()
    {
        Server server;
        Elsewhere kiosk(7), reborn(7, 2);
        server.shop.hear({kiosk.say(OrderPlaced{server.made(1)}), reborn.say(OrderPlaced{server.made(1)})});
        server.shop.settle();
        server.shop.hear({kiosk.say(OrderPlaced{server.made(1)})});
        server.shop.settle();
        QCOMPARE(server.registrations(), 1);
    }

    void flagsADuplicateNumberAndRegistersBoth()
    {
        Server server;
        Elsewhere kiosk(7);
        auto twin = server.made(2);
        twin.number = server.made(1).number;
        server.shop.hear({kiosk.say(OrderPlaced{server.made(1)}), kiosk.say(OrderPlaced{twin})});
        server.shop.settle();
        QVERIFY(server.at(server.made(1)).review.flags.isEmpty());
        QCOMPARE(server.at(twin).review.flags.size(), 1);
        QCOMPARE(server.at(twin).review.flags.first().code, u"duplicate_number"_s);
        QCOMPARE(server.at(twin).registeredAs, 2);
    }

    void flagsAPriceThatDiffersAndRewritesNothing()
    {
        Server server;
        auto cheap = server.made(1);
        cheap.parts[0].total = rupiah(1);
        server.shop.hear({Elsewhere(7).say(OrderPlaced{cheap})});
        server.shop.settle();
        QCOMPARE(server.at(cheap).review.flags.size(), 1);
        QCOMPARE(server.at(cheap).review.flags.first().code, u"price_differs"_s);
        QCOMPARE(server.at(cheap).placed, cheap);
        QCOMPARE(server.at(cheap).registeredAs, 1);
    }

    void honoursThePriceOfAnOlderMenu()
    {
        Server server;
        const auto order = server.made(1);
        auto p = parts();
        p.products[0].price = rupiah(50'000);
        p.products.removeAt(1);
        server.shop.setMenu(p);
        server.shop.hear({Elsewhere(7).say(OrderPlaced{order})});
        server.shop.settle();
        QVERIFY(server.at(order).review.flags.isEmpty());
    }

    void manyArriveAtOnce()
    {
        Server server;
        Elsewhere kiosk(7);
        QList<Event> events;
        for (int i = 1; i <= 250; ++i)
            events.append(kiosk.say(OrderPlaced{server.made(i)}));
        server.shop.hear(events);
        server.shop.pass(5s);
        QCOMPARE(server.registrations(), 250);
        QCOMPARE(server.at(server.made(250)).registeredAs, 250);
    }

    void onePermanentlyRefusedOrderOfAHundredBlocksNoOther()
    {
        Server server;
        Elsewhere kiosk(7);
        const auto bad = server.made(1);
        server.refuse(bad.id, ErrorCode::TooLarge);
        server.hearOrders(kiosk, 100);
        server.shop.settle();
        QCOMPARE(server.registrations(), 99);
        QCOMPARE(server.at(server.made(2)).registeredAs, 1);
        QCOMPARE(server.at(server.made(100)).registeredAs, 99);
        QCOMPARE(server.at(bad).registeredAs, 0);
        QCOMPARE(server.at(bad).review.flags.size(), 1);
        QCOMPARE(server.at(bad).review.flags.first().code, u"refused"_s);
        QVERIFY(server.at(bad).review.flags.first().detail.contains(u"cannot be registered"_s));
        // It does not come back by itself, and is not dropped either: somebody asks, and it is registered.
        server.forgive();
        server.shop.pass(10min);
        QCOMPARE(server.registrations(), 99);
        server.shop.hear({kiosk.say(OrderRetried{bad.id, u"Budi"_s})});
        server.shop.settle();
        QCOMPARE(server.at(bad).registeredAs, 100);
        QVERIFY(!server.at(bad).review.needsSomebody());
    }

    void whatFailsForNoKnownReasonIsTriedAFewTimesAndThenShown()
    {
        Server server;
        Elsewhere kiosk(7);
        const auto odd = server.made(1);
        server.refuse(odd.id, ErrorCode::Internal);
        server.hearOrders(kiosk, 10);
        server.shop.settle();
        QCOMPARE(server.registrations(), 9);
        QVERIFY(server.at(odd).review.flags.isEmpty());
        server.shop.pass(5min);
        QCOMPARE(server.at(odd).review.flags.size(), 1);
        QCOMPARE(server.registrations(), 9);
    }

    void aPassingFailureSetsNothingAside()
    {
        Server server;
        Elsewhere kiosk(7);
        const auto waiting = server.made(1);
        server.refuse(waiting.id, ErrorCode::DiskFull);
        server.hearOrders(kiosk, 10);
        server.shop.pass(10min);
        QVERIFY(server.at(waiting).review.flags.isEmpty());
        server.forgive();
        server.shop.pass(2min);
        QCOMPARE(server.registrations(), 10);
    }

    void anUnreadableOrderIsFlaggedAndBlocksNoOther()
    {
        Server server;
        Elsewhere kiosk(7);
        const auto id = server.made(1).id;
        const auto payload = QCborMap{{u"o"_s, id.toBytes()}, {u"parts"_s, u"gibberish"_s}}.toCborValue().toCbor();
        server.shop.hear({kiosk.sayRaw(u"order.placed"_s, payload, Hlc{quint64(ManualClock::defaultWall.count()) << 16}),
                          kiosk.say(OrderPlaced{server.made(2)})});
        server.shop.settle();
        QCOMPARE(server.at(server.made(2)).registeredAs, 1);
        const auto events = *server.shop.log().since(0, 100);
        const auto flag = std::ranges::find_if(events, [](const LoggedEvent &e) { return e.event.kind == u"order.flagged"_s; });
        QVERIFY(flag != events.end());
        const auto fact = std::get<OrderFlagged>(*decodeFact(flag->event.kind, flag->event.payload));
        QCOMPARE(fact.order, id);
        QCOMPARE(fact.code, u"unreadable"_s);
    }

    void whoAsksAgainGetsTheServersWordOfNow()
    {
        Server server;
        Elsewhere kiosk(7);
        auto cheap = server.made(1);
        cheap.catalogEpoch = u"another"_s;
        server.shop.hear({kiosk.say(OrderPlaced{cheap})});
        server.shop.settle();
        QCOMPARE(server.at(cheap).review.flags.first().code, u"unknown_catalog"_s);
        server.shop.hear({kiosk.say(OrderRetried{cheap.id, u"Budi"_s})});
        server.shop.settle();
        QCOMPARE(server.at(cheap).review.flags.size(), 1); // the same word, once
        QCOMPARE(server.at(cheap).review.retries, 1);
        QVERIFY(!server.at(cheap).review.isRetrying);
        server.shop.hear({kiosk.say(OrderSettled{cheap.id, u"paid at the counter"_s, u"Budi"_s})});
        server.shop.settle();
        QVERIFY(!server.at(cheap).review.needsSomebody());
        QCOMPARE(server.at(cheap).review.settledNote, u"paid at the counter"_s);
        QCOMPARE(server.registrations(), 1);
    }

    void aDiskThatIsWellAgainIsNotWaitedFor()
    {
        Server server;
        const HealedAtEnd healed;
        server.shop.hear({Elsewhere(7).say(OrderPlaced{server.made(1)})});
        FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
        server.shop.pass(5min);
        FaultyVfs::heal();
        server.registrar->tryNow();
        server.shop.settle();
        QCOMPARE(server.registrations(), 1);
    }

    void aFullDiskOnlyDelays()
    {
        Server server;
        const HealedAtEnd healed;
        server.shop.hear({Elsewhere(7).say(OrderPlaced{server.made(1)})});
        FaultyVfs::fail(FaultyVfs::Fault::DiskFull);
        server.shop.settle();
        QCOMPARE(server.registrations(), 0);
        FaultyVfs::heal();
        server.shop.pass(10s);
        QCOMPARE(server.registrations(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRegistrar)
#include "tst_registrar.moc"
