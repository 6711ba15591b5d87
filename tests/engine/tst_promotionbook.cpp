// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/orderaudit.h>
#include <engine/orderdesk.h>
#include <engine/registrar.h>

#include <QSignalSpy>
#include <QTest>

using namespace saji;
using namespace saji::foodcourt;
using namespace std::chrono_literals;

namespace {

constexpr PromotionId lunch{1};

//! Ten per cent off everything for two orders, in the ten hours around now.
Menu::Parts withLunch(Milliseconds now, int limit = 2)
{
    auto p = parts();
    p.store.timeZone = "UTC";
    const int minute = int((now.count() / 60'000) % (24 * 60));
    Promotion promotion;
    promotion.id = lunch;
    promotion.name = {u"Siang"_s, u"Lunch"_s};
    promotion.basisPoints = 1000;
    promotion.usageLimit = limit;
    promotion.schedule.fromMinute = (minute + 19 * 60) % (24 * 60);
    promotion.schedule.untilMinute = (minute + 5 * 60) % (24 * 60);
    p.promotions = {promotion};
    return p;
}

//! The n-th order of another kiosk, priced at a moment.
PlacedOrder priced(int n, const Menu &menu, Milliseconds wall, const QHash<PromotionId, int> &uses = {})
{
    auto cart = story(menu);
    const auto id = OrderId(QUuid(u"01890000-0000-7000-8000-0000000001%1"_s.arg(n, 2, 10, QChar(u'0'))));
    return *placeOrder(id, cart, menu, {u"B"_s, n}, QDate(2025, 6, 15), {wall, uses});
}

QStringList codesOf(const QList<OrderFlagged> &flags)
{
    QStringList codes;
    for (const auto &flag : flags)
        codes.append(flag.code);
    return codes;
}

struct Counter
{
    explicit Counter(Shop &in)
        : shop(in),
          desk({in.log(), *in.orders, *in.days, in.device.clock, [&in] { return in.shelf->state(); }, in.scheduler, copies}, u"A"_s)
    {
        QObject::connect(&desk, &OrderService::placed, &desk, [this](const PlacedOrder &order) { placed.append(order); });
    }
    Cart basket()
    {
        Cart cart(BasketId::create(shop.device.clock, shop.device.random));
        if (!cart.add(item(perkedel, 2), *shop.menu()))
            qFatal("perkedel");
        return cart;
    }

    Shop &shop;
    PeerCopies copies;
    OrderDesk desk;
    QList<PlacedOrder> placed;
};

struct Server
{
    explicit Server(int limit = 2) : now(shop.device.clock.wallNow())
    {
        shop.setMenu(withLunch(now, limit));
        const auto menu = [this] { return shop.menu(); };
        registrar = std::move(*Registrar::open(
            shop.device.database(),
            {shop.log(), *shop.catalog, *shop.orders, *shop.days, *shop.promotions, shop.device.clock, shop.scheduler, menu, shop.device.random}));
        shop.feed->add(*registrar);
    }
    ~Server() { shop.feed.reset(); }
    QStringList flagsOf(const PlacedOrder &order) { return codesOf(shop.orders->order(order.id)->review.flags); }

    Shop shop{u"Server"_s, NodeKind::Server};
    Milliseconds now;
    std::unique_ptr<Registrar> registrar;
};

} // namespace

//! Promotions from the tap to the manager: the order carries them, every device counts them, the server looks at them and rewrites nothing.
class TestPromotionBook : public QObject
{
    Q_OBJECT

private slots:
    void theOrderCarriesWhatWasTakenOff()
    {
        const Menu menu(withLunch(10h));
        const auto order = priced(1, menu, 10h);
        QCOMPARE(order.subtotal, rupiah(139'000));
        QCOMPARE(order.discount, rupiah(13'900));
        QCOMPARE(order.tax, rupiah(12'510)); // on what is left
        QCOMPARE(order.total, rupiah(137'610));
        QCOMPARE(order.parts[0].discounts, QList<PartDiscount>({{lunch, {u"Siang"_s, u"Lunch"_s}, rupiah(10'100), true}}));
        QCOMPARE(order.parts[1].discount, rupiah(3'800));
        for (const auto &part : order.parts)
            QCOMPARE(part.subtotal - part.discount + part.service + part.tax, part.total);
        QCOMPARE(order.pricedWallMs, Milliseconds(10h).count());
        const auto fact = encodeFact(OrderPlaced{order});
        QCOMPARE(std::get<OrderPlaced>(*decodeFact(fact.kind, fact.payload)).order, order);
    }

    void everyDeviceCountsWhatItHasHeard()
    {
        Shop kiosk;
        const auto now = kiosk.device.clock.wallNow();
        kiosk.setMenu(withLunch(now));
        QSignalSpy changed(kiosk.promotions.get(), &PromotionBook::changed);
        Elsewhere other(7);
        const auto first = priced(1, *kiosk.menu(), now);
        kiosk.hear({other.say(OrderPlaced{first})});
        QCOMPARE(kiosk.shelf->state().promotionUses.value(lunch), 1);
        QCOMPARE(changed.size(), 1);
        // Come again under a new epoch of a restored device: still one order.
        kiosk.hear({Elsewhere(7, 2).say(OrderPlaced{first})});
        QCOMPARE(kiosk.shelf->state().promotionUses.value(lunch), 1);
        kiosk.restart(false);
        QCOMPARE(kiosk.shelf->state().promotionUses.value(lunch), 1);
        kiosk.restart(true);
        QCOMPARE(kiosk.promotions->placeOf(first.id, lunch), 1);
        QCOMPARE(kiosk.promotions->placeOf(OrderId(), lunch), 0);
        QCOMPARE(kiosk.promotions->placeOf(first.id, PromotionId(9)), 0);
    }

    void aPromotionThatIsUsedUpHoldsNoMore()
    {
        Shop kiosk;
        kiosk.setMenu(withLunch(kiosk.device.clock.wallNow()));
        Counter counter(kiosk);
        for (int i = 0; i < 3; ++i) {
            counter.desk.place(counter.basket());
            kiosk.settle();
        }
        QCOMPARE(counter.placed.size(), 3);
        QCOMPARE(counter.placed[0].discount, rupiah(1'800));
        QCOMPARE(counter.placed[1].discount, rupiah(1'800));
        QCOMPARE(counter.placed[2].discount, rupiah(0));
    }

    void thePriceThatWasShownHoldsWhileTheGuestThinks()
    {
        Shop kiosk;
        const auto shown = kiosk.device.clock.wallNow();
        auto p = withLunch(shown);
        p.promotions[0].schedule.untilMinute = int((shown.count() / 60'000) % (24 * 60)) + 1; // it ends in a minute
        kiosk.setMenu(p);
        Counter counter(kiosk);
        auto cart = counter.basket();
        cart.pricedAt = shown;
        kiosk.pass(10min);
        counter.desk.place(cart);
        QCOMPARE(counter.placed.last().discount, rupiah(1'800));
        QCOMPARE(counter.placed.last().pricedWallMs, shown.count());
        auto late = counter.basket();
        late.pricedAt = shown;
        kiosk.pass(6min);
        counter.desk.place(late);
        QCOMPARE(counter.placed.last().discount, rupiah(0));
        auto unknown = counter.basket();
        counter.desk.place(unknown);
        QCOMPARE(counter.placed.last().discount, rupiah(0));
        auto fromTheFuture = counter.basket();
        fromTheFuture.pricedAt = kiosk.device.clock.wallNow() + 10h;
        counter.desk.place(fromTheFuture);
        QCOMPARE(counter.placed.last().discount, rupiah(0));
    }

    void theServerFindsNothingWrongWithAnHonestDiscount()
    {
        Server server;
        Elsewhere kiosk(7);
        const auto order = priced(1, *server.shop.menu(), server.now);
        server.shop.hear({kiosk.say(OrderPlaced{order})});
        server.shop.settle();
        QCOMPARE(server.flagsOf(order), QStringList());
    }

    void theServerFlagsWhatItsOwnFunctionDoesNotGive()
    {
        Server server(0);
        Elsewhere kiosk(7);
        auto none = priced(1, *server.shop.menu(), server.now);
        auto more = priced(2, *server.shop.menu(), server.now);
        auto moment = priced(3, *server.shop.menu(), server.now);
        none.pricedWallMs = 0; // no promotion was looked at, it says, but something was taken off
        more.parts[0].discount += rupiah(1);
        more.parts[0].total = more.parts[0].total - rupiah(1);
        moment.pricedWallMs = (server.now + 12h).count(); // at that moment it did not hold
        server.shop.hear({kiosk.say(OrderPlaced{none}), kiosk.say(OrderPlaced{more}), kiosk.say(OrderPlaced{moment})});
        server.shop.settle();
        QCOMPARE(server.flagsOf(none), QStringList({u"discount_differs"_s, u"discount_differs"_s}));
        QCOMPARE(server.flagsOf(more), QStringList({u"discount_differs"_s}));
        QCOMPARE(server.flagsOf(moment), QStringList({u"discount_differs"_s, u"discount_differs"_s}));
        // And rewrites nothing.
        QCOMPARE(server.shop.orders->order(more.id)->placed, more);
    }

    void theServerFlagsTheOrderThatWasOneTooMany()
    {
        Server server(2);
        Elsewhere a(7), b(8);
        const auto &menu = *server.shop.menu();
        // Two kiosks that did not hear of each other.
        const QList<PlacedOrder> orders{priced(1, menu, server.now), priced(2, menu, server.now), priced(3, menu, server.now)};
        server.shop.hear({a.say(OrderPlaced{orders[0]}), a.say(OrderPlaced{orders[1]})});
        server.shop.hear({b.say(OrderPlaced{orders[2]}, Hlc::of(ManualClock::defaultWall + 10min))});
        server.shop.settle();
        QCOMPARE(server.flagsOf(orders[0]), QStringList());
        QCOMPARE(server.flagsOf(orders[1]), QStringList());
        QCOMPARE(server.flagsOf(orders[2]), QStringList({u"promotion_overused"_s}));
    }

    void theServerFlagsAKioskWhoseClockStandsWrong()
    {
        Server server(0);
        Elsewhere kiosk(7);
        server.shop.pass(12h); // here the promotion is over for today
        const auto order = priced(1, *server.shop.menu(), server.now);
        auto event = kiosk.say(OrderPlaced{order});
        event.bornAt = server.shop.log().now();
        server.shop.hear({event});
        server.shop.settle();
        QCOMPARE(server.flagsOf(order), QStringList({u"promotion_time"_s}));
    }

    void whatHasMovedSinceIsHonoured()
    {
        const auto p = withLunch(10h, 0);
        const Menu menu(p);
        const auto order = priced(1, menu, 10h);
        auto q = p;
        q.promotions[0].basisPoints = 500;
        q.version = 43;
        const Menu now(q);
        QCOMPARE(codesOf(auditOrder(order, now, {})), QStringList({u"discount_differs"_s, u"discount_differs"_s}));
        QCOMPARE(codesOf(auditOrder(order, now, {{}, {}, {}, {lunch}})), QStringList());
    }

    void aLimitThatTheKioskThoughtReachedIsItsOwnToSay()
    {
        const Menu menu(withLunch(10h));
        const auto order = priced(1, menu, 10h, {{lunch, 2}});
        QCOMPARE(order.discount, rupiah(0));
        QCOMPARE(codesOf(auditOrder(order, menu, {})), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestPromotionBook)
#include "tst_promotionbook.moc"
