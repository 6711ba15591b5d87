// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/registrar.h>
#include <faultyvfs.h>

#include <QTest>

#include <algorithm>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

//! A server: a shop with a registrar.
struct Server
{
    Server() { openRegistrar(); }
    ~Server() { shop.feed.reset(); }

    void openRegistrar()
    {
        const auto menu = [this] { return shop.menu(); };
        const Registrar::Rooms rooms{shop.log(), *shop.catalog, *shop.orders, *shop.days, shop.scheduler, menu, random, write};
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
